using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Parallax.Export.Html;

/// <summary>Escapes every value of an interpolated string: there is no way to put a plain string into a page unescaped.</summary>
[InterpolatedStringHandler]
internal readonly ref struct HtmlHandler
{
    private readonly StringBuilder _target;

    public HtmlHandler(int literalLength, int formattedCount) => _target = new StringBuilder(literalLength + (formattedCount * 16));

    public HtmlHandler(int literalLength, int formattedCount, HtmlWriter writer) => _target = writer.Target;

    public void AppendLiteral(string markup) => _target.Append(markup);

    public void AppendFormatted(string? text) => Html.Escape(_target, text);

    public void AppendFormatted(int number) => _target.Append(number.ToString(CultureInfo.InvariantCulture));

    public void AppendFormatted(Html markup) => _target.Append(markup.Markup);

    public override string ToString() => _target.ToString();
}
