using System.Collections.Immutable;
using System.Globalization;
using Parallax.Intake.Articles;
using Parallax.Intake.Html.Metadata;

namespace Parallax.Intake.Html;

/// <summary>Tells a page that holds only the beginning of its article: behind a paywall, or a teaser (<c>Data/en/paywalls.txt</c>).</summary>
internal static class Teasers
{
    private const int ShortArticle = 250, VeryShort = 150, SomeWords = 100; // Words.
    private static readonly string[] Phrases = [.. DataTable.Rows("en/paywalls.txt", 1).Select(static row => row[0])];

    /// <summary>Why the page holds only a beginning, or null.</summary>
    public static string? Why(ImmutableArray<RawBlock> blocks, PageSignals signals)
    {
        int words = 0;
        string? phrase = null;
        foreach (RawBlock block in blocks)
        {
            words += block.CutReason is null && block.Hint is not (BlockHint.Title or BlockHint.Caption) ? FurnitureRules.WordCount(block.Text) : 0;
            phrase ??= block.Text.Length < 400 ? Array.Find(Phrases, words => block.Text.Contains(words, StringComparison.OrdinalIgnoreCase)) : null;
        }

        return signals.StatedWords >= SomeWords && words * 2 < signals.StatedWords ? string.Create(CultureInfo.InvariantCulture, $"it says that its article has {signals.StatedWords} words, and {words} stand on it")
            : signals.SaysPaid && words < VeryShort ? string.Create(CultureInfo.InvariantCulture, $"it says that its article is not free to read, and {words} words stand on it")
            : phrase is not null && words < ShortArticle ? string.Create(CultureInfo.InvariantCulture, $"it asks for a subscription (“{phrase}”), and {words} words stand on it")
            : null;
    }
}
