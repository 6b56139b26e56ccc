using System.Text;
using Parallax.Core.Accounts;
using Parallax.Export.Tables;
using Parallax.Export.Tests.Sample;
using Shouldly;
using Xunit;

namespace Parallax.Export.Tests.Tables;

public sealed class CsvRendererTests
{
    [Theory]
    [InlineData("csv-statements")]
    [InlineData("csv-figures")]
    [InlineData("csv-events")]
    [InlineData("csv-timeline")]
    public void Write_Table_IsAsApproved(string name)
    {
        string text = Approved.Render(name, SpillAccount.Make());

        Approved.Check($"{name}.spill.approved.csv", text);
    }

    [Theory]
    [InlineData("csv-statements")]
    [InlineData("csv-figures")]
    [InlineData("csv-events")]
    [InlineData("csv-timeline")]
    public void Write_AnyAccount_EveryRowHasTheColumnsOfTheHeader(string name)
    {
        foreach (Account account in (Account[])[SpillAccount.Make(), SpillAccount.OneReport(), SpillAccount.Empty()])
        {
            List<List<string>> rows = ReadStrictly(Approved.Render(name, account));

            rows.ShouldAllBe(row => row.Count == rows[0].Count);
        }
    }

    [Fact]
    public void Write_Statements_ReadBackToTheSameWords()
    {
        Account account = SpillAccount.Make();
        List<List<string>> rows = ReadStrictly(Approved.Render("csv-statements", account));
        int content = rows[0].IndexOf("content"), file = rows[0].IndexOf("file");

        rows.Skip(1).Select(row => CsvText.Unguard(row[content])).ShouldBe(account.Statements.Select(statement => statement.Content.Text));
        rows.Skip(1).Select(row => CsvText.Unguard(row[file])).ShouldContain("=cmd|' /C calc'!A0.txt");
        rows.Skip(1).Select(row => row[file]).ShouldAllBe(name => name[0] != '=');
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("'quoted'")]
    [InlineData("a,b \"c\"\r\nd")]
    [InlineData("=HYPERLINK(\"http://evil.example\",\"x\")")]
    [InlineData("")]
    public void Row_HostileText_IsInertAndReadsBack(string text)
    {
        var target = new StringBuilder();
        CsvText.Row(target, text, 7, "end");

        List<string> row = ReadStrictly(target.ToString())[0];

        row.Count.ShouldBe(3);
        (row[0].Length > 0 && row[0][0] is '=' or '+' or '-' or '@' or '\t' or '\r').ShouldBeFalse();
        CsvText.Unguard(row[0]).ShouldBe(text);
        row[1].ShouldBe("7");
    }

    // RFC 4180 and nothing more: a stray quote or a bare line feed between rows is an error.
    private static List<List<string>> ReadStrictly(string text)
    {
        var rows = new List<List<string>>();
        var row = new List<string>();
        for (int i = 0; i < text.Length;)
        {
            var field = new StringBuilder();
            if (text[i] == '"')
            {
                for (i++; ; i++)
                {
                    if (text[i] == '"' && (i + 1 == text.Length || text[i + 1] != '"'))
                    {
                        i++;
                        break;
                    }

                    field.Append(text[i]);
                    i += text[i] == '"' ? 1 : 0;
                }
            }
            else
            {
                for (; text[i] is not ',' and not '\r'; i++)
                {
                    (text[i] is '"' or '\n').ShouldBeFalse($"stray character at {i}");
                    field.Append(text[i]);
                }
            }

            row.Add(field.ToString());
            if (text[i] == ',')
            {
                i++;
                continue;
            }

            text.Substring(i, 2).ShouldBe("\r\n");
            rows.Add(row);
            row = [];
            i += 2;
        }

        return rows;
    }
}
