using System.Security.Cryptography;
using System.Text;

namespace Parallax.Core.Text;

/// <summary>A text that nobody edits, with its hash. Offsets are UTF-16 code units.</summary>
/// <remarks>Lone surrogates are replaced by U+FFFD when the text is made (one code unit for one), so that offsets stay and UTF-8 is always possible.</remarks>
public sealed class SourceText
{
    private string? _sha256;

    /// <summary>Wraps <paramref name="text"/>; lone surrogates become U+FFFD.</summary>
    public SourceText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Text = WithoutLoneSurrogates(text);
    }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>Number of UTF-16 code units.</summary>
    public int Length => Text.Length;

    /// <summary>SHA-256 of the text in UTF-8, as 64 lower-case hexadecimal digits. Computed once, on first use.</summary>
    public string Sha256 => _sha256 ??= Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    /// <summary>The words under <paramref name="span"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span does not lie inside the text.</exception>
    public string Slice(TextSpan span) => Text.Substring(span.Start, span.Length);

    /// <summary>The code units under <paramref name="span"/>, without copying.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span does not lie inside the text.</exception>
    public ReadOnlySpan<char> AsSpan(TextSpan span) => Text.AsSpan(span.Start, span.Length);

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static string WithoutLoneSurrogates(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
            {
                continue;
            }

            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                i++;
                continue;
            }

            return Replace(text);
        }

        return text;
    }

    private static string Replace(string text) => string.Create(text.Length, text, static (target, source) =>
    {
        for (int i = 0; i < source.Length; i++)
        {
            bool pair = i + 1 < source.Length && char.IsSurrogatePair(source[i], source[i + 1]);
            if (pair)
            {
                target[i] = source[i];
                target[i + 1] = source[i + 1];
                i++;
            }
            else
            {
                target[i] = char.IsSurrogate(source[i]) ? '\uFFFD' : source[i];
            }
        }
    });
}
