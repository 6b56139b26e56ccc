using System.CommandLine;
using System.Text;
using Parallax.Cli;
using Parallax.Cli.Commands;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
RootCommand root = new(
    """
    Parallax reads many reports of one story and gives a sourced account of it: what happened, who says so and through whom,
    what is corroborated by how many independent origins, and what is disputed.

    Examples:
      parallax account samples/ferry/reports
      parallax account report1.txt report2.html --format html -o account.html
      parallax add reports/*.txt -c story.parallax && parallax account -c story.parallax
    """)
{
    AccountCommand.Create(),
    ExplainCommand.Create(),
    AddCommand.Create(),
    FetchCommand.Create(),
    DecideCommand.Create(),
    ReadCommand.Create(),
    VersionsCommand.Create(),
};
ParseResult parsed = root.Parse(args);
int code = parsed.Invoke();
return parsed.Errors.Count > 0 ? ExitCodes.Usage : code;
