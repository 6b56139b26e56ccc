using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Stories.Words;

namespace Parallax.Stories.Conflicts;

/// <content>In which block of a street it happened: "the 400 block of Tarn Street".</content>
internal sealed partial class PersonFinder
{
    private const int LongestStreet = 5;

    private static readonly HashSet<string> Streets = ["street", "st", "avenue", "ave", "road", "rd", "drive", "dr", "boulevard", "blvd", "lane", "ln", "way", "court", "place", "highway", "parkway", "terrace"];

    private static readonly HashSet<string> Bearings = ["north", "south", "east", "west", "n", "s", "e", "w"];

    /// <summary>Whether a folded word is the noun of a street ("avenue", "rd").</summary>
    public static bool IsStreet(string word) => Streets.Contains(word);

    private IEnumerable<Conflict> Blocks()
    {
        List<Told> told = [];
        foreach (AnnotatedReport report in set.Reports.Where(static r => r.Find(ReportLayers.Tokens) is { Count: > 0 }))
        {
            TokenLayer tokens = report.Tokens;
            for (int i = 1; i + 2 < tokens.Count; i++)
            {
                if (tokens.Form(i) is "block" && tokens.Form(i + 1) is "of" && char.IsAsciiDigit(tokens.Form(i - 1)[0]) && StreetOf(tokens, i + 2) is { } street)
                {
                    string number = new([.. tokens.Form(i - 1).ToString().Where(char.IsAsciiDigit)]);
                    told.Add(new Told("block of " + street, report.Report.Id, TextSpan.FromBounds(tokens.Starts[i - 1], tokens.Span(i).End), number, null));
                }
            }
        }

        // A report that names two blocks of a street tells of two places.
        ILookup<(string, string), string> values = told.ToLookup(static t => (t.Key, t.Report), static t => t.Value);
        return Compare([.. told.Where(t => values[(t.Key, t.Report)].Distinct(StringComparer.Ordinal).Count() == 1)], ConflictKind.Place, static (a, b) => a.Value != b.Value, static street => $"they differ in which {street} it was", t => Slice(t.Report, t.Span));
    }

    // "East Tarn Street" is Tarn Street to who leaves the bearing out.
    private static string? StreetOf(TokenLayer tokens, int first)
    {
        List<string> name = [];
        for (int i = first; i < Math.Min(tokens.Count, first + LongestStreet); i++)
        {
            string word = tokens.Form(i).ToString();
            if (!char.IsUpper(word[0]) && !char.IsAsciiDigit(word[0]))
            {
                return null;
            }

            string folded = Folding.Fold(word.TrimEnd('.'));
            if (Streets.Contains(folded))
            {
                return name.Count == 0 ? null : string.Join(' ', name) + " " + word;
            }

            if (!Bearings.Contains(folded))
            {
                name.Add(word);
            }
        }

        return null;
    }
}
