using System.Globalization;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Stories.Propositions;

namespace Parallax.Stories.Conflicts;

/// <content>How far somebody fell, where somebody is from, and what somebody is said to be and not to be.</content>
internal sealed partial class PersonFinder
{
    // "fell from there about 60 metres"
    private const int WordsToLength = 4;

    // A length that was turned into feet and back is rounded by no more than this part of it.
    private const double Converted = 1.02;

    private static readonly HashSet<string> FallVerbs = ["fall", "plunge", "plummet", "tumble", "slide"];

    private static readonly HashSet<string> WidePlaces = ["county", "province", "state", "district", "region", "parish", "prefecture", "valley", "area"];

    private static readonly Lazy<Dictionary<string, (string Scale, bool IsFirst)>> States = new(static () => StatusScales.PolesIn("en/conflicts/states.txt"));

    private readonly StoryPeople _people = new(set, storyOf);

    private IEnumerable<AnnotatedReport> Parsed => set.Reports.Where(static r => r.Find(ReportLayers.Tokens) is { Count: > 0 });

    private IEnumerable<Conflict> Falls()
    {
        List<(Told Told, Figure Figure)> falls = [];
        foreach (AnnotatedReport report in Parsed)
        {
            foreach (Figure figure in report.Figures.Where(static f => f is { Unit: "m", Value: > 0, Modifier: not "up to" }))
            {
                if (FallOf(report, figure) is >= 0 and int verb && _people.SubjectOf(report, verb) is { } person)
                {
                    falls.Add((new Told($"{person}|fall", report.Report.Id, figure.Span, "", null), figure));
                }
            }
        }

        // "60 metres", "200 feet": one length; who tells two of one person tells of two falls.
        List<(Told Told, Figure Figure)> like = [];
        foreach ((Told told, Figure figure) in falls.OrderBy(static f => f.Figure.Value))
        {
            Figure first = like.Find(l => l.Told.Key == told.Key && figure.Value <= Converted * l.Figure.Value).Figure ?? figure;
            like.Add((told with { Value = first.Value!.Value.ToString("00000.0", CultureInfo.InvariantCulture) }, first)); // Only those with a value are looked at.
        }

        ILookup<(string, string), string> values = like.ToLookup(static l => (l.Told.Key, l.Told.Report), static l => l.Told.Value);
        Dictionary<Told, Figure> single = like.Where(l => values[(l.Told.Key, l.Told.Report)].Distinct(StringComparer.Ordinal).Count() == 1).DistinctBy(static l => (l.Told.Key, l.Told.Report)).ToDictionary(static l => l.Told, static l => l.Figure);
        return Compare([.. single.Keys], ConflictKind.Figure, (a, b) => a.Value != b.Value && !PropositionMatcher.IntervalsMeet(single[a], single[b]), static name => $"they differ in how far {name} fell", t => Slice(t.Report, t.Span));
    }

    // The verb of falling just before a length, or -1.
    private static int FallOf(AnnotatedReport report, Figure figure)
    {
        TokenLayer tokens = report.Tokens;
        int first = tokens.TokensOf(figure.Span).First;
        for (int i = first - 1; i >= Math.Max(tokens.Sentences[tokens.SentenceOf(first)].FirstToken, first - WordsToLength) && tokens.Tags[i] != UniversalTag.Punct; i--)
        {
            if (tokens.Tags[i] == UniversalTag.Verb)
            {
                return FallVerbs.Contains(tokens.Lemmas[i]) ? i : -1;
            }
        }

        return -1;
    }

    private IEnumerable<Conflict> Homes()
    {
        List<Told> told = [];
        foreach (AnnotatedReport report in Parsed)
        {
            foreach (Entity person in report.Entities.Entities.Where(static e => e.Kind == ActorKind.Person))
            {
                foreach (Mention mention in person.Mentions.Where(m => m.Report == report.Report.Id && m.Form == MentionForm.Name))
                {
                    (int first, int end) = report.Tokens.TokensOf(TextSpan.FromBounds(mention.Start, mention.End));
                    // "of" a city, "lives in" a part of it: only what is told in one way is set side by side.
                    (Entity Place, Mention Mention)? behind = HomeBehind(report, end) ?? ResidentOf(report, first);
                    if ((behind ?? LivesBehind(report, end)) is { } home)
                    {
                        told.Add(new Told($"{person.Id}|{(behind is null ? "lives" : "home")}", report.Report.Id, TextSpan.FromBounds(home.Mention.Start, home.Mention.End), home.Place.Name, null));
                    }
                }
            }
        }

        ILookup<(string, string), string> values = told.ToLookup(static t => (t.Key, t.Report), static t => t.Value);
        told = [.. told.Where(t => values[(t.Key, t.Report)].Distinct(StringComparer.Ordinal).Count() == 1).DistinctBy(static t => (t.Key, t.Report))];
        return Compare(told, ConflictKind.Place, (a, b) => a.Value != b.Value && IsWide(a.Value) == IsWide(b.Value) && !ShareWord(a.Value, b.Value) && !IsNested(storyOf[a.Report], a.Value, b.Value), static name => $"they differ in where {name} is from");
    }

    // "Vera Lund, who lived half a mile away in Brevik", "Vera Lund, 36, who lives in Brevik"
    private static (Entity Place, Mention Mention)? LivesBehind(AnnotatedReport report, int end)
    {
        TokenLayer tokens = report.Tokens;
        int who = end + 1 < tokens.Count && char.IsAsciiDigit(tokens.Form(end + 1)[0]) ? end + 3 : end + 1;
        if (who + 2 >= tokens.Count || tokens.Form(end) is not "," || tokens.Form(who) is not "who" || tokens.Lemmas[who + 1] is not ("live" or "reside"))
        {
            return null;
        }

        for (int i = who + 2; i + 1 < Math.Min(tokens.Count, who + LongestPath) && tokens.Form(i) is not ("," or "with"); i++)
        {
            if (tokens.Form(i) is "in")
            {
                return PlaceFrom(report, tokens.Starts[i + 1]);
            }
        }

        return null;
    }

    // "Brevik resident Vera Lund"
    private static (Entity Place, Mention Mention)? ResidentOf(AnnotatedReport report, int first)
    {
        if (first < 2 || report.Tokens.Form(first - 1) is not "resident" || report.Tokens.SentenceOf(first - 1) != report.Tokens.SentenceOf(first))
        {
            return null;
        }

        int end = report.Tokens.Span(first - 2).End;
        return report.Entities.Entities.Where(static e => e.Kind == ActorKind.Place).SelectMany(e => e.Mentions.Where(m => m.Report == report.Report.Id && m.End == end && m.Form == MentionForm.Name).Select(m => ((Entity, Mention)?)(e, m))).FirstOrDefault();
    }

    // "Vera Lund, 36, of Brevik": the age says that no office follows ("the bishop of Brevik").
    private static (Entity Place, Mention Mention)? HomeBehind(AnnotatedReport report, int end)
    {
        TokenLayer tokens = report.Tokens;
        if (end + 3 < tokens.Count && tokens.Form(end) is "," && tokens.Form(end + 1) is "of" or "from" && PlaceFrom(report, tokens.Starts[end + 2]) is { } plain && tokens.TokensOf(TextSpan.FromBounds(plain.Mention.Start, plain.Mention.End)).End is var behind && behind < tokens.Count && tokens.Form(behind) is "," or "." or "was" or "is" or "had" or "has")
        {
            return plain; // "Lund, of Brevik, was"
        }

        if (end + 4 >= tokens.Count || tokens.Form(end) is not "," || !char.IsAsciiDigit(tokens.Form(end + 1)[0]) || tokens.Form(end + 2) is not "," || tokens.Form(end + 3) is not ("of" or "from"))
        {
            return null;
        }

        return PlaceFrom(report, tokens.Starts[end + 4]);
    }

    private static (Entity Place, Mention Mention)? PlaceFrom(AnnotatedReport report, int start) =>
        report.Entities.Entities.Where(static e => e.Kind == ActorKind.Place).SelectMany(e => e.Mentions.Where(m => m.Report == report.Report.Id && m.Start == start && m.Form == MentionForm.Name).Select(m => ((Entity, Mention)?)(e, m))).FirstOrDefault();

    // "Tarn County" may hold the town.
    private static bool IsWide(string place) => WidePlaces.Contains(Words.Folding.Fold(place.Split(' ')[^1])) || WidePlaces.Contains(Words.Folding.Fold(place.Split(' ')[0]));

    private static bool ShareWord(string left, string right) => left.Split(' ').Intersect(right.Split(' '), StringComparer.OrdinalIgnoreCase).Any();

    // "Brevik, Ostmark" in any report of the story: one lies in the other.
    private bool IsNested(int story, string left, string right) => set.Reports.Any(r => storyOf[r.Report.Id] == story && r.Report.Text.Text is var text
        && (text.Contains($"{left}, {right}", StringComparison.Ordinal) || text.Contains($"{right}, {left}", StringComparison.Ordinal) || text.Contains($"{left} in {right}", StringComparison.Ordinal) || text.Contains($"{right} in {left}", StringComparison.Ordinal)));

    private IEnumerable<Conflict> Opposites()
    {
        List<Told> told = [];
        foreach (AnnotatedReport report in Parsed)
        {
            TokenLayer tokens = report.Tokens;
            Tree? tree = null;
            for (int i = 0; i < tokens.Count; i++)
            {
                if (StateAt(tokens, i) is not var (first, scale, isFirst))
                {
                    continue;
                }

                tree ??= new Tree(tokens);
                bool isBefore = tree.Relation(i) is "amod" || (tree.Relation(i) is "conj" && tree.Relation(tokens.Heads[i]) is "amod");
                int noun = tree.Relation(i) is "conj" && isBefore ? tokens.Heads[tokens.Heads[i]] : tokens.Heads[i];
                bool negated = tree.Children(i, "advmod").Any(t => tokens.Lemmas[t] is "not" or "never");
                if ((isBefore ? _people.At(report, noun) ?? _people.SubjectOf(report, noun) : _people.SubjectOf(report, i)) is { } person)
                {
                    told.Add(new Told($"{person}|{scale}", report.Report.Id, tokens.Span(first, i + 1), isFirst != negated ? "1" : "2", null));
                }
            }
        }

        return Compare([.. told.DistinctBy(static t => (t.Key, t.Report, t.Value))], ConflictKind.Status, static (a, b) => a.Value != b.Value, static name => $"opposites are told of {name}", t => Slice(t.Report, t.Span));
    }

    // "well equipped" in two words, or "ill-equipped" in one or three.
    private static (int First, string Scale, bool IsFirst)? StateAt(TokenLayer tokens, int token)
    {
        string own = Words.Folding.Fold(tokens.Form(token));
        foreach (int back in (int[])[2, 1, 0])
        {
            int before = token - back;
            if (before < 0 || tokens.SentenceOf(before) != tokens.SentenceOf(token) || (back == 2 && tokens.Form(token - 1) is not ("-" or "\"" or "”" or "''")))
            {
                continue;
            }

            if (States.Value.TryGetValue(back == 0 ? own : $"{Words.Folding.Fold(tokens.Form(before))}-{own}", out (string Scale, bool IsFirst) state))
            {
                return (before, state.Scale, state.IsFirst);
            }
        }

        return null;
    }
}
