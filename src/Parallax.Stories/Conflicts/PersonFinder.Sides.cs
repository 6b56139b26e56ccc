using System.Globalization;
using System.Text.RegularExpressions;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Stories.Words;

namespace Parallax.Stories.Conflicts;

/// <content>On which side of a place it was ("east of Brevik"), and of which nations a group is ("23 Ostran fishermen", "12 Ostran and 11 Varan fishermen").</content>
internal sealed partial class PersonFinder
{
    private const int WordsToDistance = 5, SharedOfSide = 4, LettersOfNation = 4;

    private static readonly Dictionary<string, string> SidesOfPlace = new(StringComparer.Ordinal)
    {
        ["north"] = "N", ["south"] = "S", ["east"] = "E", ["west"] = "W", ["northeast"] = "NE", ["northwest"] = "NW", ["southeast"] = "SE", ["southwest"] = "SW",
        ["north-east"] = "NE", ["north-west"] = "NW", ["south-east"] = "SE", ["south-west"] = "SW", ["northern"] = "N", ["southern"] = "S", ["eastern"] = "E", ["western"] = "W",
    };

    private IEnumerable<Conflict> PlaceSides()
    {
        Dictionary<Told, (double? Kilometres, HashSet<string> Around)> sides = [];
        foreach (AnnotatedReport report in Parsed)
        {
            TokenLayer tokens = report.Tokens;
            for (int i = 0; i + 2 < tokens.Count; i++)
            {
                if (tokens.Form(i + 1) is "of" && SidesOfPlace.TryGetValue(Folding.Fold(tokens.Form(i)), out string? side) && MentionAt(report, i + 2) is { } place)
                {
                    int from = tokens.Starts[Math.Max(tokens.Sentences[tokens.SentenceOf(i)].FirstToken, i - WordsToDistance)];
                    double? far = report.Figures.Where(f => f.Unit == "km" && f.Start >= from && f.End <= tokens.Starts[i]).Select(static f => f.Value).LastOrDefault();
                    sides.TryAdd(new Told("of " + place, report.Report.Id, tokens.Span(i, i + 3), side, null), (far, [.. ContentStems(report, i)]));
                }
            }
        }

        return Compare(Single(sides.Keys), ConflictKind.Place, (a, b) => AreAcross(a.Value, b.Value) && IsOneThing(sides[a], sides[b]), static name => $"they differ in on which side {name} it was", t => Slice(t.Report, t.Span));
    }

    // The same distance, or a sentence of much the same words: "60 miles east of Brevik", "60 miles west of Brevik".
    private static bool IsOneThing((double? Kilometres, HashSet<string> Around) left, (double? Kilometres, HashSet<string> Around) right) => left.Kilometres is { } one && right.Kilometres is { } two
        ? Math.Max(one, two) <= LikeCount * Math.Min(one, two)
        : left.Around.Intersect(right.Around, StringComparer.Ordinal).Count() >= SharedOfSide;

    // East and west, also of "southeast" and "southwest"; not north and east.
    private static bool AreAcross(string left, string right) => Array.Exists<(char, char)>([('N', 'S'), ('S', 'N'), ('E', 'W'), ('W', 'E')], p => left.Contains(p.Item1, StringComparison.Ordinal) && right.Contains(p.Item2, StringComparison.Ordinal));

    [GeneratedRegex(@"\b(?<one>\d{1,4}) (?<first>\p{Lu}\p{Ll}{4,})(?: \p{Ll}+)? and (?<two>\d{1,4}) (?<second>\p{Lu}\p{Ll}{4,})", RegexOptions.ExplicitCapture, RegexTimeoutMs)]
    private static partial Regex PartsRegex();

    // "12 Ostran and 11 Varan fishermen" against "23 Ostran fishermen": the parts make up the number, and one of them has its nation.
    private IEnumerable<Conflict> Nations()
    {
        List<(Told Told, double Count, string[] Nations)> parts = [];
        foreach (AnnotatedReport report in Parsed)
        {
            foreach (Match match in PartsRegex().Matches(report.Report.Text.Text))
            {
                double sum = double.Parse(match.Groups["one"].Value, CultureInfo.InvariantCulture) + double.Parse(match.Groups["two"].Value, CultureInfo.InvariantCulture);
                string[] nations = [NationOf(match.Groups["first"].Value), NationOf(match.Groups["second"].Value)];
                if (nations[0] != nations[1])
                {
                    parts.Add((new Told(sum.ToString(CultureInfo.InvariantCulture), report.Report.Id, new TextSpan(match.Index, match.Length), "2", null), sum, nations));
                }
            }
        }

        List<Told> told = [];
        foreach (AnnotatedReport report in Parsed)
        {
            foreach (Figure figure in report.Figures.Where(static f => f is { Aspect: FigureAspect.Level, Value: > 1 }))
            {
                if (NationBehind(report, figure) is var (nation, span) && parts.Exists(p => p.Count == figure.Value && p.Nations.Contains(nation) && storyOf[p.Told.Report] == storyOf[report.Report.Id]))
                {
                    told.Add(new Told(figure.Value!.Value.ToString(CultureInfo.InvariantCulture), report.Report.Id, TextSpan.FromBounds(figure.Start, span.End), "1", null)); // Equal to a sum, asked before.
                }
            }
        }

        return Compare(Single([.. parts.Select(static p => p.Told), .. told]), ConflictKind.Status, static (a, b) => a.Value != b.Value, static name => $"they differ in of which nations the {name} are", t => Slice(t.Report, t.Span));
    }

    private static string NationOf(string word) => Folding.Fold(word)[..LettersOfNation];

    // "23 Ostran fishermen", "11 Varans"; not "23 Ostran and Varan fishermen".
    private static (string Word, TextSpan Span)? NationBehind(AnnotatedReport report, Figure figure)
    {
        string text = report.Report.Text.Text;
        WordIn behind = new(text, figure.End), after = new(text, behind.End);
        bool isOne = behind.Text.Length > LettersOfNation && char.IsUpper(behind.Text[0]) && after.Text is not ("and" or "or" or "of");
        int noun = after.Text.Length > 0 && char.IsLower(after.Text[0]) && after.Text is not ("and" or "or" or "in" or "on" or "were" or "was" or "with") ? after.End : behind.End;
        return isOne ? (Folding.Fold(behind.Text)[..LettersOfNation], TextSpan.FromBounds(behind.End - behind.Text.Length, noun)) : null;
    }

    // The word that stands behind a place with one blank between.
    private readonly ref struct WordIn
    {
        public WordIn(string text, int end)
        {
            int start = end < text.Length && text[end] == ' ' ? end + 1 : end, last = start;
            while (start > end && last < text.Length && char.IsLetter(text[last]))
            {
                last++;
            }

            (Text, End) = (text[start..last], last);
        }

        public string Text { get; }

        public int End { get; }
    }
}
