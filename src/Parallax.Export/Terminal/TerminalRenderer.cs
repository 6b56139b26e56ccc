using System.Text;
using Parallax.Core.Accounts;
using Parallax.Export.Views;
using Spectre.Console;

namespace Parallax.Export.Terminal;

/// <summary>The account for a terminal: wrapped to its width, with colour only where <see cref="RenderOptions.Colour"/> says so, plain text elsewhere.</summary>
public sealed class TerminalRenderer : IAccountRenderer
{
    private const int Narrowest = 40, Widest = 200;

    /// <inheritdoc/>
    public string Name => "terminal";

    /// <inheritdoc/>
    public string MediaType => "text/plain";

    /// <inheritdoc/>
    public void Write(Account account, RenderOptions options, Stream output)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(output);
        using var buffer = new StringWriter { NewLine = "\n" };
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = options.Colour ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = options.Colour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(buffer),
        });
        console.Profile.Width = Math.Clamp(options.Width, Narrowest, Widest);
        console.Profile.Capabilities.Unicode = true;
        new TerminalDocument(new AccountIndex(account), console).Write();

        // Spectre fills lines with spaces up to the width; a file or a pager needs none of them.
        string[] lines = [.. buffer.ToString().Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n').Select(static line => line.TrimEnd(' '))];
        output.Write(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
    }
}
