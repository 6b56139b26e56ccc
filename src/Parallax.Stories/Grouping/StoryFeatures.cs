using System.Collections.Immutable;
using Parallax.Core.Reports;
using Parallax.Core.Text;
using Parallax.Stories.Words;

namespace Parallax.Stories.Grouping;

/// <summary>What of a report is compared with others to find those on one matter.</summary>
/// <param name="Key">Unique and independent of order: the report's hash.</param>
/// <param name="Stems">Content stems with how often they count, sorted by stem.</param>
/// <param name="Day">Publication day as days since 0001-01-01, or null.</param>
public sealed record StoryFeatures(string Key, ImmutableArray<(string Stem, int Count)> Stems, int? Day)
{
    private const int TitleCountsAs = 2;

    /// <summary>As how many words one with a capital counts.</summary>
    public const int CapitalCountsAs = 4;

    private const int DateCountsAs = 3;
    private static readonly Lazy<HashSet<string>> Months = new(static () => [.. System.Globalization.CultureInfo.InvariantCulture.DateTimeFormat.MonthNames.Concat(System.Globalization.CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames).Where(static m => m.Length > 0).Select(static m => m.ToLowerInvariant())]);

    /// <summary>How common a stem is in general English: in 64ths, in how many of as many texts as the background counts for it stands. Kept by shelves, so that a stem's weight asks for no word list.</summary>
    public static int Background(string stem) => WordWeights.Background(stem);

    /// <summary>The features of a report.</summary>
    public static StoryFeatures Of(Report report)
    {
        TextSpan title = report.Blocks.Where(static b => b.Part == TextPart.Title).Select(static b => b.Span).FirstOrDefault();
        string? day = report.Published?.Value is { Length: 10 } value ? value : null;
        return Of(report.Sha256, report.Text.Text, title, day);
    }

    /// <summary>The features of a text.</summary>
    public static StoryFeatures Of(string key, string text, TextSpan title, string? day)
    {
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        ImmutableArray<Word> words = WordList.Of(text);
        for (int i = 0; i < words.Length; i++)
        {
            Word word = words[i];
            if (i > 0 && Months.Value.Contains(words[i - 1].Lower) && IsDay(word.Lower))
            {
                // A month alone says little; a day of the year tells look-alike events apart.
                counts[words[i - 1].Lower[..3] + word.Lower] = DateCountsAs;
            }
            else if (word.IsContent)
            {
                // A capital inside the text marks a name, and names tell stories apart.
                int count = (title.Contains(word.Span) ? TitleCountsAs : 1) * (word.IsCapital ? CapitalCountsAs : 1);
                counts[word.Stem] = counts.GetValueOrDefault(word.Stem) + count;
            }
        }

        int? number = DateOnly.TryParseExact(day, "yyyy-MM-dd", out DateOnly date) ? date.DayNumber : null;
        return new StoryFeatures(key, [.. counts.OrderBy(static c => c.Key, StringComparer.Ordinal).Select(static c => (c.Key, c.Value))], number);
    }

    private static bool IsDay(string word) => word.Length <= 4 && char.IsDigit(word[0]) && (word.Length < 3 || !char.IsDigit(word[2]));
}
