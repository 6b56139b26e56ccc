using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Stories.Happenings;
using Parallax.Stories.Propositions;
using Parallax.Stories.Words;

namespace Parallax.Stories.Claims;

/// <summary>Finds claims of one story whose words tell nearly the same, though the comparison of their clauses did not join them: each points at the other.</summary>
/// <remarks>By the words of the headings, weighed by how much they tell, and only between headings that share a word that few have.</remarks>
/// <param name="set">The reports.</param>
/// <param name="storyOf">Story number by report id.</param>
/// <param name="nothingAgainst">Whether nothing speaks against two propositions telling one fact.</param>
internal sealed class ResemblingClaims(ReportSet set, IReadOnlyDictionary<string, int> storyOf, Func<Proposition, Proposition, bool> nothingAgainst)
{
    private const int Thousand = 1000;

    private static readonly Lazy<HashSet<string>> Negations = new(static () => StoriesData.Words("en/words/negations.txt"));

    // A word that more headings of a story have brings no two together.
    private const int MostHolders = 40;

    // Words that both headings have, at least, and of them the same words where the acts are two; of the weight of the shorter so many thousandths: with another word for the act and another who acts, with another word for the act, with one kind of act, where one person tells one act, where one person tells both, and in one report.
    private const int LeastWords = 3;
    private const int LeastOfOther = 3;
    private const int LeastOfSpeaker = 2;
    private const int LeastWhole = 3;
    private const int OfOtherActor = 750;
    private const int OfOtherAct = 600;
    private const int OfOneAct = 500;
    private const int OfOneSpeaker = 450;
    private const int OfSameSpeaker = 550;
    private const int InOneReport = 800;

    // What is denied in few words ("there were any losses") is told by whose words have all of them; else, so many thousandths.
    private const int FewWords = 2;
    private const int OfDenied = 600;

    // Another word of one kind ("foil", "thwart") counts so many thousandths of its weight.
    private const int OfKin = 700;

    private const int Most = 6;

    /// <summary>The claims, each with those that resemble it.</summary>
    /// <param name="drafts">The claims, with what is near to them already.</param>
    public ImmutableArray<ClaimDraft> Apply(ImmutableArray<ClaimDraft> drafts)
    {
        Heading[] headings = Headings(drafts);
        Dictionary<(int Story, string Word), List<int>> holders = [];
        for (int i = 0; i < headings.Length; i++)
        {
            foreach (string word in headings[i].Words.Keys)
            {
                (holders.TryGetValue((headings[i].Story, word), out List<int>? own) ? own : holders[(headings[i].Story, word)] = []).Add(i);
            }
        }

        Dictionary<int, int> claimsOf = headings.CountBy(static h => h.Story).ToDictionary();
        HashSet<long> asked = [];
        List<(int Left, int Right, int Sure)> found = [];
        foreach (List<int> bucket in holders.Values.Where(static b => b.Count is > 1 and <= MostHolders))
        {
            for (int a = 0; a < bucket.Count; a++)
            {
                for (int b = a + 1; b < bucket.Count; b++)
                {
                    if (asked.Add(LikeClaims.Both(bucket[a], bucket[b])) && !ArePointed(drafts[bucket[a]], drafts[bucket[b]]) && Alike(bucket[a], bucket[b]) is { } sure)
                    {
                        found.Add((bucket[a], bucket[b], sure));
                    }
                }
            }
        }

        ILookup<int, int> claimsIn = Enumerable.Range(0, headings.Length).ToLookup(i => headings[i].Story);
        foreach (int denied in Enumerable.Range(0, drafts.Length).Where(i => headings[i].IsDenied))
        {
            found.AddRange(claimsIn[headings[denied].Story].Where(i => !headings[i].IsDenied && !headings[i].IsNegated && !IsOneSentence(denied, i))
                .Select(i => (Left: denied, Right: i, Sure: Affirms(headings[denied], headings[i]))).Where(static f => f.Sure > 0));
        }

        ILookup<int, (int Other, int Sure)> near = found.SelectMany(f => new[] { (Own: f.Left, Other: f.Right, f.Sure), (Own: f.Right, Other: f.Left, f.Sure) }).Where(f => headings[f.Own].IsDenied || !headings[f.Other].IsDenied).OrderByDescending(static f => f.Sure).ThenBy(static f => f.Other).ToLookup(static f => f.Own, static f => (f.Other, f.Sure));
        return [.. drafts.Select((d, i) => near.Contains(i) ? d with { Near = [.. d.Near.Concat(near[i].Select(n => new NearClause(drafts[n.Other].Wording!.Proposition, drafts[n.Other].Id, n.Sure) { Words = drafts[n.Other].Wording!.Span })).Take(Most)] } : d)]; // Drafts without words are not kept.

        int? Alike(int left, int right)
        {
            (Proposition one, Proposition two) = (drafts[left].Wording!.Proposition, drafts[right].Wording!.Proposition);
            bool inOneReport = one.Report == two.Report;
            if (IsOneSentence(left, right) || headings[left].IsDenied != headings[right].IsDenied || drafts[left].Act is not null || drafts[right].Act is not null || headings[left].IsNegated != headings[right].IsNegated || !nothingAgainst(one, two))
            {
                return null;
            }

            (int shared, int share, int whole) = Shared(headings[left], headings[right]);
            bool oneAct = one.Class == two.Class || Stemmer.Stem(one.Lemma) == Stemmer.Stem(two.Lemma) || KinWords.Of(one.Lemma).ContainsAny(KinWords.Of(two.Lemma));
            bool sameSpeaker = headings[left].Speakers.Overlaps(headings[right].Speakers), oneSpeaker = oneAct && sameSpeaker;
            bool oneActor = one.Actor is { Entities: var left1 } && two.Actor is { Entities: var right1 } && left1.Any(right1.Contains);
            int needed = oneSpeaker ? OfOneSpeaker : sameSpeaker ? OfSameSpeaker : inOneReport ? InOneReport : oneAct ? OfOneAct : oneActor ? OfOtherAct : OfOtherActor;
            return shared >= (oneSpeaker ? LeastOfSpeaker : oneAct ? LeastWords : LeastOfOther) && share >= needed && (oneAct || whole >= LeastWhole) && (oneAct || sameSpeaker || !inOneReport) ? share : null;
        }

        bool IsOneSentence(int left, int right) => drafts[left].Wording!.Proposition is var one && drafts[right].Wording!.Proposition is var two && one.Report == two.Report && one.Sentence == two.Sentence;

        // "there were any losses" is affirmed by whose words tell of losses.
        int Affirms(Heading denied, Heading other)
        {
            int all = denied.Words.Keys.Sum(w => WeightOf(denied.Story, w)), told = denied.Words.Where(w => PartIn(other, w.Key, w.Value) > 0).Sum(w => WeightOf(denied.Story, w.Key));
            int share = told * Thousand / Math.Max(1, all);
            return share >= (denied.Words.Count <= FewWords ? Thousand : OfDenied) ? share : 0;
        }

        // How many words both have, how much of the weight of the lighter they are, and how many are the same words ("transferred" and "transport" are two).
        (int Words, int Share, int Whole) Shared(Heading left, Heading right)
        {
            (Heading lighter, Heading other) = Weight(left) <= Weight(right) ? (left, right) : (right, left);
            int words = 0, weight = 0, whole = 0;
            foreach ((string word, int[] kinds) in lighter.Words)
            {
                int part = PartIn(other, word, kinds);
                words += part > 0 ? 1 : 0;
                whole += part == Thousand ? 1 : 0;
                weight += part * WeightOf(left.Story, word);
            }

            return (words, weight / Math.Max(1, Weight(lighter)), whole);
        }

        int Weight(Heading heading) => heading.Words.Keys.Sum(w => WeightOf(heading.Story, w));

        int WeightOf(int story, string word) => WordWeights.Of(word, holders[(story, word)].Count, claimsOf[story]);
    }

    // How far another heading has a word: wholly, as another word of its kind, or not.
    private static int PartIn(Heading other, string word, int[] kinds) => other.Words.ContainsKey(word) ? Thousand : kinds.Length > 0 && other.Words.Values.Any(k => k.AsSpan().ContainsAny(kinds)) ? OfKin : 0;

    private Heading[] Headings(ImmutableArray<ClaimDraft> drafts)
    {
        Heading[] headings = new Heading[drafts.Length];
        for (int i = 0; i < drafts.Length; i++)
        {
            Wording wording = drafts[i].Wording!; // Drafts without words are not kept.
            AnnotatedReport report = set[wording.Proposition.Report];
            Dictionary<string, int[]> words = new(StringComparer.Ordinal);

            foreach (Word word in wording.WordsOf(report).Where(static w => w.IsContent))
            {
                bool isName = word.IsCapital && report.Entities.At(word.Span) is not null;
                words.TryAdd(isName ? report.Entities.At(word.Span)!.Id : word.Stem, isName ? [] : KindsOf(report.Tokens, word));
            }

            headings[i] = new Heading(storyOf[wording.Proposition.Report], words, wording.WordsOf(report).Any(static w => Negations.Value.Contains(w.Lower)), drafts[i].Own.All(static s => s.Kind is PositionKind.Denies or PositionKind.Doubts), [.. drafts[i].Own.Where(static s => s is { Kind: PositionKind.Affirms, IsAnswer: false }).Select(static s => s.Proposition.Statement?.Source.Entity).OfType<string>()]);
        }

        return headings;
    }

    private static int[] KindsOf(TokenLayer tokens, Word word)
    {
        int token = tokens.TokenAt(word.Span.Start);
        return token < 0 || token >= tokens.Count || tokens.Tags[token] is not (UniversalTag.Verb or UniversalTag.Noun) ? [] : KinWords.Of(tokens.Lemmas[token]).ToArray();
    }

    private static bool ArePointed(ClaimDraft left, ClaimDraft right) => left.Near.Any(n => n.Claim == right.Id) || right.Near.Any(n => n.Claim == left.Id);

    // The words of a heading, a name by who bears it, each with the kinds of act it may tell; and who says it.
    private sealed record Heading(int Story, Dictionary<string, int[]> Words, bool IsNegated, bool IsDenied, HashSet<string> Speakers);
}
