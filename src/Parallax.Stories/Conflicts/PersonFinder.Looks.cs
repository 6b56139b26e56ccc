using System.Text.RegularExpressions;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Stories.Propositions;
using Parallax.Stories.Words;

namespace Parallax.Stories.Conflicts;

/// <content>How the thing looks that a story tells of: the colour of a car, of a jacket, and the calibre of the gun.</content>
internal sealed partial class PersonFinder
{
    // "a red van" of two sentences that share fewer words may be two vans; a name ("Orsk Comet") is one thing.
    private const int SharedOfColoured = 3;
    private const int LettersToGun = 40, RegexTimeoutMs = 1000;

    private static readonly HashSet<string> Cars = ["car", "sedan", "vehicle", "hatchback"];

    private static readonly Lazy<Dictionary<string, string>> Colours = new(static () => StoriesData.Lines("en/conflicts/looks.txt").Where(static l => l.StartsWith("colour ", StringComparison.Ordinal)).Select(static l => l["colour ".Length..].Split(": ", 2))
        .SelectMany(static p => p[1].Split(' ').Select(w => (Word: w, Colour: p[0]))).ToDictionary(static p => p.Word, static p => p.Colour, StringComparer.Ordinal));

    private static readonly Lazy<Dictionary<string, string>> Things = new(static () => StoriesData.Lines("en/conflicts/looks.txt").Where(static l => !l.StartsWith("colour ", StringComparison.Ordinal)).Select(static l => l.Split(": ", 2))
        .SelectMany(static p => p[1].Split(' ').Select(w => (Word: w, Sort: p[0]))).ToDictionary(static p => p.Word, static p => p.Sort, StringComparer.Ordinal));

    [GeneratedRegex(@"(?<![\d.])(?:(?<size>\.\s?\d{2,3})(?![\d,])|(?<size>\d{1,2}(?:\.\d{1,2})?)[\s-]?mm\b|(?<size>\d{2,3})[\s-](?=cal(?:iber|ibre)\b))", RegexOptions.ExplicitCapture, RegexTimeoutMs)]
    private static partial Regex CalibreRegex();

    private IEnumerable<Conflict> Paints()
    {
        Dictionary<Told, HashSet<string>> around = [];
        foreach (AnnotatedReport report in Parsed)
        {
            TokenLayer tokens = report.Tokens;
            Tree? tree = null;
            for (int i = 0; i + 1 < tokens.Count; i++)
            {
                if (tokens.Relations[i] is not "amod" || tokens.Heads[i] <= i || !Colours.Value.TryGetValue(tokens.Form(i).ToString(), out string? colour))
                {
                    continue;
                }

                tree ??= new Tree(tokens);
                if (tree.Child(i, "conj") >= 0)
                {
                    continue; // "black and white"
                }

                foreach (string thing in PaintedThings(report, i))
                {
                    around.TryAdd(new Told(thing, report.Report.Id, tokens.Span(i, tokens.Heads[i] + 1), colour, null), [.. ContentStems(report, i)]);
                }
            }
        }

        return Distinct(Compare(Single(around.Keys), ConflictKind.Status, Differ, static name => $"they differ in the colour of the {name}", t => Slice(t.Report, t.Span)));

        bool Differ(Told left, Told right) => left.Value != right.Value && (char.IsUpper(left.Key[0]) || around[left].Intersect(around[right], StringComparer.Ordinal).Count(s => s != left.Key) >= SharedOfColoured);
    }

    // The words of a name behind the colour ("a silver Orsk Comet"), else the noun, if it is known by its colour.
    private static IEnumerable<string> PaintedThings(AnnotatedReport report, int colour)
    {
        TokenLayer tokens = report.Tokens;
        int head = tokens.Heads[colour], end = head + 1;
        while (end < tokens.Count && tokens.Tags[end] == UniversalTag.Propn && tokens.Heads[end] == head)
        {
            end++;
        }

        bool isNamed = false;
        for (int i = colour + 1; i < end; i++)
        {
            if (tokens.Tags[i] == UniversalTag.Propn && char.IsUpper(tokens.Form(i)[0]) && !report.Entities.Entities.Any(e => e.Kind is ActorKind.Person or ActorKind.Place or ActorKind.Country && e.Mentions.Any(m => m.Report == report.Report.Id && m.Span.Contains(tokens.Span(i)))))
            {
                isNamed = true;
                yield return tokens.Form(i).ToString();
            }
        }

        string noun = tokens.Lemmas[head].ToLowerInvariant();
        if (!isNamed && Things.Value.TryGetValue(noun, out string? sort) && sort == "coloured")
        {
            yield return Cars.Contains(noun) ? "car" : noun;
        }
    }

    private IEnumerable<Conflict> Calibres()
    {
        List<Told> told = [];
        foreach (AnnotatedReport report in Parsed)
        {
            // A report of two sizes tells of two guns, whatever word stands behind.
            string text = report.Report.Text.Text;
            Match[] sizes = [.. CalibreRegex().Matches(text).OfType<Match>()];
            foreach (Match match in sizes.DistinctBy(SizeOf, StringComparer.Ordinal).Count() == 1 ? sizes : Array.Empty<Match>())
            {
                int end = match.Index + match.Length;
                Word[] behind = [.. WordList.Of(text, TextSpan.FromBounds(end, Math.Min(text.Length, end + LettersToGun)))];
                string[] sorts = [.. behind.Select(static w => (w.Lower, Sort: Things.Value.GetValueOrDefault(w.Lower))).Where(static w => w.Sort is "handgun" or "rifle").OrderBy(static w => w.Lower.StartsWith("calib", StringComparison.Ordinal)).Select(static w => w.Sort!)]; // Only those of a sort are left.
                if (sorts.Length > 0)
                {
                    told.Add(new Told("calibre of the " + sorts[0], report.Report.Id, TextSpan.FromBounds(match.Index, end), SizeOf(match), null));
                }
            }
        }

        return Compare(Single(told), ConflictKind.Status, static (a, b) => a.Value != b.Value, static name => $"they differ in the {name}", t => Slice(t.Report, t.Span).Replace(" ", "", StringComparison.Ordinal));
    }

    private static string SizeOf(Match match) => match.Groups["size"].Value.Replace(" ", "", StringComparison.Ordinal).TrimStart('.');

    // A report that gives two values tells of two things; of one value its first place is shown.
    private static List<Told> Single(IEnumerable<Told> told)
    {
        Told[] all = [.. told];
        ILookup<(string, string), string> values = all.ToLookup(static t => (t.Key, t.Report), static t => t.Value);
        return [.. all.Where(t => values[(t.Key, t.Report)].Distinct(StringComparer.Ordinal).Count() == 1).DistinctBy(static t => (t.Key, t.Report))];
    }

    // "Orsk", "Comet": two words of one name tell one conflict.
    private static IEnumerable<Conflict> Distinct(IEnumerable<Conflict> conflicts)
    {
        List<Conflict> shown = [];
        foreach (Conflict conflict in conflicts.OrderByDescending(static c => c.Sides.Sum(static s => s.Evidence.Length)))
        {
            if (!shown.Exists(k => conflict.Sides.All(s => k.Sides.Any(o => s.Evidence.All(o.Evidence.Contains)))))
            {
                shown.Add(conflict);
            }
        }

        return shown;
    }

    // Names are shared by all sentences of a story.
    private static IEnumerable<string> ContentStems(AnnotatedReport report, int token) =>
        WordList.Of(report.Report.Text.Text, report.Tokens.Sentences[report.Tokens.SentenceOf(token)].Span).Where(static w => w is { IsContent: true, IsCapital: false } && !Colours.Value.ContainsKey(w.Lower)).Select(static w => w.Stem).Distinct(StringComparer.Ordinal);
}
