using Parallax.Core.Text;
using Parallax.Stories.Words;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

public sealed class ReportWordsTests
{
    [Theory]
    [InlineData("")]
    [InlineData("Vale's 1,200-ton ferry, the 'Orm', didn’t sail. U.S. and E.U. crews' boats did: 4.5 m, no more")]
    [InlineData("’tis A.B.C., x.y 1.2.3, O'Brien’s. .5 5. ,a a, ''s s''")]
    public void Inside_AnySpan_GivesTheWordsOfTheSpan(string text)
    {
        ReportWords words = new(text);
        for (int start = 0; start <= text.Length; start++)
        {
            for (int end = start; end <= text.Length; end++)
            {
                TextSpan span = TextSpan.FromBounds(start, end);
                words.Inside(span).ShouldBe(WordList.Cut(text, span), $"[{text[start..end]}]");
            }
        }
    }
}
