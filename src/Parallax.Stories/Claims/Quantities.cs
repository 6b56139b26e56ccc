using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Stories.Propositions;
using Parallax.Stories.Words;

namespace Parallax.Stories.Claims;

/// <summary>Finds propositions of one story that tell how much or how many of the same thing, by whatever predicate: "4,000 litres of oil escaped", "11,000 litres of oil went into the bay".</summary>
internal static class Quantities
{
    private const int Score = 5;

    // Words behind a number that may tell of what it is the count.
    private const int WordsOfScope = 2;

    private static readonly HashSet<string> Measuring = ["measure", "have", "register", "record", "put", "estimate", "rate", "reach"];

    private static readonly HashSet<string> Before = ["prior", "previous", "earlier", "past", "former"];

    private static readonly Lazy<Dictionary<string, string>> Families = new(Read);

    /// <summary>Pairs of propositions (indices) of different reports that tell one quantity.</summary>
    public static ImmutableArray<PropositionPair> Find(ReportSet set, ImmutableArray<Proposition> propositions, bool[] eligible, IReadOnlyDictionary<string, int> storyOf)
    {
        SortedDictionary<string, List<int>> buckets = new(StringComparer.Ordinal);
        for (int i = 0; i < propositions.Length; i++)
        {
            foreach (string key in eligible[i] ? Keys(set, propositions[i]).Distinct(StringComparer.Ordinal) : [])
            {
                string bucket = $"{storyOf[propositions[i].Report]}|{key}";
                (buckets.TryGetValue(bucket, out List<int>? list) ? list : buckets[bucket] = []).Add(i);
            }
        }

        string[]?[] places = new string[]?[propositions.Length];
        SortedSet<(int Left, int Right)> pairs = [];
        foreach (List<int> bucket in buckets.Values)
        {
            for (int i = 0; i < bucket.Count; i++)
            {
                for (int j = i + 1; j < bucket.Count; j++)
                {
                    if (MayBeOne(propositions[bucket[i]], propositions[bucket[j]]) && !IsElsewhere(bucket[i], propositions[bucket[j]]) && !IsElsewhere(bucket[j], propositions[bucket[i]]))
                    {
                        pairs.Add((bucket[i], bucket[j]));
                    }
                }
            }
        }

        return [.. pairs.Select(p => new PropositionPair(p.Left, p.Right, new PropositionMatch(true, Score, SlotMatch.Unknown, SlotMatch.Same, SlotMatch.Unknown, true, PropositionMatcher.FiguresAgree(propositions[p.Left], propositions[p.Right]), "they tell how much or how many of one thing")))];

        // A clause that names a place of which the other report says nothing tells of something else: "in February, five were killed in Ostra".
        bool IsElsewhere(int told, Proposition other)
        {
            places[told] ??= Places(set, propositions[told]);
            return places[told]!.Length > 0 && propositions[told].Times.Length > 0 && Array.TrueForAll(places[told]!, id => set[other.Report].Entities.Find(id) is null); // Set in the line above.
        }
    }

    /// <summary>What a proposition counts of people: deaths, injuries, arrests …; or null.</summary>
    public static string? Family(Proposition proposition) => Families.Value.GetValueOrDefault(proposition.Counted ?? proposition.Class) ?? Families.Value.GetValueOrDefault(proposition.Lemma);

    /// <summary>Whether a unit counts somebody or something that is no measure and no money.</summary>
    public static bool IsOfPeople(string unit) => unit.Length > 3 && char.IsAsciiLetterLower(unit[0]) && !IsMeasure(unit) && unit is not ("percent" or "percentage-point");

    private static IEnumerable<string> Keys(ReportSet set, Proposition proposition)
    {
        foreach (Figure figure in proposition.Figures.Where(f => f.Aspect == FigureAspect.Level && f.Value is not null && !IsOfBefore(set[f.Report], f)))
        {
            if (figure.Unit == "magnitude")
            {
                if (!proposition.Class.StartsWith("be:", StringComparison.Ordinal) && !Measuring.Contains(proposition.Lemma))
                {
                    continue; // "a 5.2 quake levelled the town" tells of the town.
                }

                yield return figure.Unit; // How strong a quake was.
            }
            else if (IsMeasure(figure.Unit))
            {
                foreach (string stem in WordList.Of(figure.Measures?.Text ?? "").Where(static w => w.IsContent).Select(static w => w.Stem))
                {
                    yield return figure.Unit + "|" + stem;
                }
            }
            else if (IsOfPeople(figure.Unit) && Family(proposition) is { } family)
            {
                yield return "person|" + family;
            }
        }
    }

    // "four prior arrests": what went before is another count than that of the happening.
    private static bool IsOfBefore(AnnotatedReport report, Figure figure)
    {
        int next = report.Tokens.TokenAt(figure.Span.End - 1) + 1;
        return Enumerable.Range(next, WordsOfScope).Any(t => t < report.Tokens.Count && Before.Contains(report.Tokens.Form(t).ToString().ToLowerInvariant()));
    }

    // The places that a clause names.
    private static string[] Places(ReportSet set, Proposition told) =>
    [
        .. set[told.Report].Entities.Entities.Where(e => e.Kind is ActorKind.Place or ActorKind.Country && e.Mentions.Any(m => m.Report == told.Report && told.Span.Start <= m.Start && m.End <= told.Span.End)).Select(static e => e.Id),
    ];

    private static bool MayBeOne(Proposition left, Proposition right)
    {
        if (left.Report == right.Report || (left.Factuality == Factuality.Planned) != (right.Factuality == Factuality.Planned) || left.IsNegated || right.IsNegated || Tolls.Differ(left, right) || !PropositionMatcher.TimesAgree(left, right)
            || (left.Event?.Place is { } place && right.Event?.Place is { } other && place != other))
        {
            return false;
        }

        bool sameKind = left.Figures.Any(f => right.Figures.Any(g => f.Aspect == g.Aspect && (f.Unit == g.Unit || f.Unit == "person" || g.Unit == "person")));
        bool named = PropositionMatcher.Slot(left.Actor, right.Actor) == SlotMatch.Different && IsNamed(left.Actor!) && IsNamed(right.Actor!);
        bool owned = left.Participants.Any(p => p.Owners.Length > 0) && right.Participants.Any(p => p.Owners.Length > 0)
            && !left.Participants.SelectMany(static p => p.Owners).Intersect(right.Participants.SelectMany(static p => p.Owners), StringComparer.Ordinal).Any();
        return sameKind && !named && !owned && !GivesWhatItGets(left, right) && !GivesWhatItGets(right, left);
    }

    private static bool IsNamed(Participant who) => who.Entities.Length > 0 || who.Names.Length > 0;

    // "Varan bought 300 tonnes from Ostra", "Varan sold 300 tonnes to Ostra".
    private static bool GivesWhatItGets(Proposition left, Proposition right) =>
        left.Actor is { } giver && IsNamed(giver) && right.Others.Concat(new[] { right.Recipient }.OfType<Participant>()).Any(getter => PropositionMatcher.Slot(giver, getter) == SlotMatch.Same);

    // Litres, tonnes, hectares of something; distances and sums of money are told of too many things.
    private static bool IsMeasure(string unit) => unit is "L" or "kg" or "g" or "t" or "ha" or "m2" or "km2" or "m3" or "barrel" or "acre" or "tonne" or "gallon";

    private static Dictionary<string, string> Read()
    {
        Dictionary<string, string> families = new(StringComparer.Ordinal);
        foreach (string line in StoriesData.Lines("en/propositions/counts.txt"))
        {
            string[] parts = line.Split(": ", 2);
            foreach (string word in parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                families.TryAdd(word, parts[0]);
            }
        }

        return families;
    }
}
