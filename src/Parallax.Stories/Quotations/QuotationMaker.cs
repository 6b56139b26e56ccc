using System.Collections.Immutable;
using Parallax.Core;
using Parallax.Core.Accounts;
using Parallax.Core.Identity;
using Parallax.Core.Layers;
using Parallax.Stories.Words;

namespace Parallax.Stories.Quotations;

/// <summary>Finds the same utterance in several reports.</summary>
internal static class QuotationMaker
{
    private const int KeyStems = 8;
    private const int LargestBucket = 300;
    private const int RareStem = 100;

    // A statement longer than the other by this much is compared by the sentences that hold the other's words: those of which so many content words stand in it.
    private const double MuchLonger = 1.5, LeastOfSentence = 0.3;

    private const double LeastAligned = 0.6;

    private static readonly Lazy<HashSet<string>> EnglishSpeaking = new(static () => StoriesData.Words("en/entities/english-speaking.txt"));

    /// <summary>The quotations that stand in two or more reports, by first version.</summary>
    public static ImmutableArray<Quotation> Make(ReportSet set, IReadOnlyDictionary<string, Entity> entities, IReadOnlyDictionary<string, int> storyOf, IReadOnlyDictionary<string, int> order, WordMeanings meanings, ExplanationBook book)
    {
        SpokenText[] texts = [.. set.Reports.OrderBy(r => order[r.Report.Id]).Select(static r => new SpokenText(r))];
        int[] story = [.. texts.Select(t => storyOf[t.Report.Report.Id])];
        Dictionary<string, int> textOf = texts.Select(static (t, i) => (t.Report.Report.Id, i)).ToDictionary(static p => p.Id, static p => p.i, StringComparer.Ordinal);
        List<(Passage Left, Passage Right, string Why)> matches = [.. SameWords.Find(texts, story).Select(static m => (m.Left, m.Right, m.Why))];
        HashSet<(string, string)> toldByWords = [.. matches.SelectMany(static m => new[] { (m.Left.Holder, m.Right.Holder), (m.Right.Holder, m.Left.Holder) })];
        Utterance[] utterances =
        [
            .. texts.SelectMany(static t => t.Statements.OrderBy(static s => s.Span).ThenBy(static s => s.Id, StringComparer.Ordinal)).Select(s => new Utterance(s, IsTranslated(s, entities))),
        ];
        foreach ((int left, int right) in Candidates(utterances, [.. utterances.Select(u => storyOf[u.Statement.Report])]))
        {
            (Statement one, Statement other) = (utterances[left].Statement, utterances[right].Statement);
            if ((one.Manner == Manner.Direct && other.Manner == Manner.Direct && toldByWords.Contains((one.Id, other.Id))) || UtteranceMatcher.Compare(utterances[left], utterances[right], meanings) is not { IsSame: true } match)
            {
                continue; // Two that are quoted are one as far as their words are.
            }

            matches.Add((Part(texts[textOf[one.Report]], textOf[one.Report], utterances[left], utterances[right]), Part(texts[textOf[other.Report]], textOf[other.Report], utterances[right], utterances[left]), match.Why));
        }

        List<Quotation> quotations = [];
        foreach ((List<Passage> passages, string[] whys) in Groups(matches))
        {
            Version[] versions = OnePerReport(texts, passages);
            if (versions.Length > 1 && Array.Exists(versions, static v => v.IsMixed || v.Statement is not null))
            {
                quotations.Add(Write(versions, whys, s => IsTranslated(s, entities), meanings));
            }
        }

        // A statement nested in another may give a part of its words again; what another quotation shows whole is not shown twice.
        ILookup<string, Quotation> inReport = quotations.SelectMany(static q => q.Versions.Select(v => (v.Report, Quotation: q))).ToLookup(static p => p.Report, static p => p.Quotation, StringComparer.Ordinal);
        quotations = [.. quotations.Where(q => !inReport[q.Versions[0].Report].Any(o => o != q && q.Versions.All(v => o.Versions.Any(w => Covers(w, v))) && !(o.Versions.All(w => q.Versions.Any(v => Covers(v, w))) && string.CompareOrdinal(q.Id, o.Id) < 0)))];
        quotations.ForEach(q => book.Add(q.Id, q.Explanation));
        return [.. quotations];
    }

    private static bool Covers(QuotationVersion all, QuotationVersion part) => all.Report == part.Report && part.Spans.All(p => all.Spans.Any(a => a.Start <= p.Start && p.End <= a.End + 1));

    private static bool IsTranslated(Statement statement, IReadOnlyDictionary<string, Entity> entities) =>
        statement.Source.Entity is { } e && entities.TryGetValue(e, out Entity? entity) && entity.Country is { } country && !EnglishSpeaking.Value.Contains(country);

    // By the most telling stems: inside a story all that share one, across stories only what shares a stem that few have. So the cost grows with the number of reports and not with its square.
    private static IEnumerable<(int Left, int Right)> Candidates(Utterance[] utterances, int[] story)
    {
        Dictionary<string, List<int>> all = new(StringComparer.Ordinal);
        Dictionary<(string Stem, int Story), List<int>> own = [];
        string[][] keys = [.. utterances.Select(static u => u.Weights.OrderByDescending(static w => w.Weight).ThenBy(static w => w.Stem, StringComparer.Ordinal).Take(KeyStems).Select(static w => w.Stem).ToArray())];
        for (int i = 0; i < keys.Length; i++)
        {
            foreach (string stem in keys[i])
            {
                Add(all, stem, i);
                Add(own, (stem, story[i]), i);
            }
        }

        int[] seenWith = new int[utterances.Length], reportOf = Numbers(utterances);
        for (int i = 0; i < keys.Length; i++)
        {
            foreach (string stem in keys[i])
            {
                List<int> bucket = all[stem];
                bucket = bucket.Count <= RareStem ? bucket : own[(stem, story[i])];
                int end = bucket.BinarySearch(i);
                for (int at = Math.Max(0, end - LargestBucket); at < end; at++)
                {
                    int other = bucket[at];
                    if (seenWith[other] != i && reportOf[other] != reportOf[i])
                    {
                        seenWith[other] = i;
                        yield return (other, i);
                    }
                }
            }
        }

        static int[] Numbers(Utterance[] utterances)
        {
            Dictionary<string, int> numberOf = new(StringComparer.Ordinal);
            return [.. utterances.Select(u => numberOf.TryGetValue(u.Statement.Report, out int number) ? number : numberOf[u.Statement.Report] = numberOf.Count)];
        }

        static void Add<TKey>(Dictionary<TKey, List<int>> buckets, TKey key, int utterance)
            where TKey : notnull =>
            (buckets.TryGetValue(key, out List<int>? bucket) ? bucket : buckets[key] = []).Add(utterance);
    }

    // All of a statement, or of a much longer one the sentences that the other is about.
    private static Passage Part(SpokenText text, int at, Utterance own, Utterance other)
    {
        int[] words = text.WordsOf(own.Statement);
        if (words.Length == 0)
        {
            return new Passage(at, own.Statement.Id, 0, 0);
        }

        (int from, int end) = (words[0], words[^1] + 1);
        if (words.Length >= MuchLonger * other.Words.Length)
        {
            HashSet<string> stems = [.. other.Stems];
            int[][] sentences = [.. words.GroupBy(text.SentenceOf).Select(static g => g.ToArray())];
            int[][] alike = [.. sentences.Where(s => s.Count(w => text.Words[w].IsContent && stems.Contains(text.Words[w].Stem)) >= LeastOfSentence * Math.Max(1, s.Count(w => text.Words[w].IsContent)))];
            (from, end) = alike.Length > 0 ? (alike[0][0], alike[^1][^1] + 1) : (from, end);
        }

        return new Passage(at, own.Statement.Id, from, end);
    }

    // Passages that match are one utterance, and so are passages of one report that are mostly the same words.
    private static IEnumerable<(List<Passage> Passages, string[] Whys)> Groups(List<(Passage Left, Passage Right, string Why)> matches)
    {
        Passage[] passages = [.. matches.SelectMany(static m => new[] { m.Left, m.Right }).Distinct().OrderBy(static p => p.Text).ThenBy(static p => p.From).ThenBy(static p => p.End).ThenBy(static p => p.Holder, StringComparer.Ordinal)];
        Dictionary<Passage, int> numberOf = passages.Select(static (p, i) => (p, i)).ToDictionary(static p => p.p, static p => p.i);
        DisjointSets sets = new(passages.Length);
        foreach ((Passage left, Passage right, _) in matches)
        {
            sets.Join(numberOf[left], numberOf[right]);
        }

        for (int i = 0; i < passages.Length; i++)
        {
            for (int j = i + 1; j < passages.Length && passages[j].Text == passages[i].Text && passages[j].From < passages[i].End; j++)
            {
                int shared = passages[i].Shared(passages[j]), one = passages[i].End - passages[i].From, other = passages[j].End - passages[j].From;
                if (2 * shared > (passages[i].Holder == passages[j].Holder ? Math.Min(one, other) : Math.Max(one, other)))
                {
                    sets.Join(i, j);
                }
            }
        }

        ILookup<int, string> whys = matches.ToLookup(m => sets.Find(numberOf[m.Left]), static m => m.Why);
        foreach (List<int> members in sets.Sets().Where(static s => s.Count > 1))
        {
            yield return ([.. members.Select(m => passages[m])], [.. whys[members[0]].Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
        }
    }

    // Of a statement and one nested in it with the same words, and of a quotation told twice, the fullest stands for the report.
    private static Version[] OnePerReport(SpokenText[] texts, List<Passage> passages) =>
    [
        .. passages.GroupBy(static p => p.Text).OrderBy(static g => g.Key)
            .Select(g => g.GroupBy(static p => p.Holder, StringComparer.Ordinal).Select(h => VersionOf(texts[g.Key], h.Key, [.. h]))
                .OrderByDescending(static v => v.Statement?.Manner == Manner.Direct).ThenByDescending(static v => v.Statement is not null).ThenByDescending(static v => v.Words.Length).ThenBy(static v => v.Statement?.Id, StringComparer.Ordinal).First())
            .Where(static v => v.Words.Length > 0),
    ];

    private static Version VersionOf(SpokenText text, string holder, Passage[] passages)
    {
        Statement? statement = text.Statements.FirstOrDefault(s => s.Id == holder);
        IEnumerable<int> all = statement is null ? Enumerable.Range(passages[0].From, passages[0].End - passages[0].From) : text.WordsOf(statement).Where(w => passages.Any(p => p.From <= w && w < p.End));
        int[] words = [.. all.Where(w => !text.IsFrame(w))];

        // "said that the harbour …": the conjunction is the reporter's.
        bool joins = words.Length > 1 && text.Keys[words[0]] == "that" && (statement?.Manner != Manner.Direct || text.Words[words[1]].Span.Start > text.Words[words[0]].Span.End + 1);
        return new Version(text, statement, [.. joins ? words[1..] : words]);
    }

    private static Quotation Write(Version[] versions, string[] whys, Func<Statement, bool> isTranslated, WordMeanings meanings)
    {
        QuotationRelation relation = QuotationRelation.Identical;
        double similarity = 1;
        for (int i = 0; i < versions.Length; i++)
        {
            for (int j = i + 1; j < versions.Length; j++)
            {
                (QuotationRelation own, double likeness) = Compare(versions[i], versions[j], isTranslated);
                (relation, similarity) = ((QuotationRelation)Math.Max((int)relation, (int)own), Math.Min(similarity, likeness));
            }
        }

        similarity = Math.Round(similarity, 3);

        // Where little is in the same place, words that stand across from each other need not answer to each other.
        bool loose = relation == QuotationRelation.Paraphrase && similarity < LeastAligned;
        Statement[] known = [.. versions.Select(static v => v.Statement).OfType<Statement>().Where(Speakers.IsKnown)];
        string? speaker = Array.TrueForAll(known, s => Speakers.Same(s, known[0])) ? known.Select(static s => s.Source.Entity).FirstOrDefault(static e => e is not null) : null;
        Evidence[] evidence = [.. versions.SelectMany(static v => v.Spans().Select(s => new Evidence(v.Text.Report.Report.Id, s.Start, s.End))).Order()];
        return new Quotation(
            Ids.Group('q', versions.Select(static v => v.Id)),
            speaker,
            [.. versions.Select(static v => new QuotationVersion(v.Statement?.Id, v.Text.Report.Report.Id) { Spans = v.Spans() })],
            relation,
            [.. versions.Skip(1).SelectMany(v => WordDiff.Between(versions[0].Slice(), v.Slice(), loose ? null : meanings)).Distinct()],
            similarity)
        {
            Explanation = Explanation.Of("quotation", string.Join("; ", whys), similarity).On(evidence),
        };
    }

    private static (QuotationRelation Relation, double Likeness) Compare(Version left, Version right, Func<Statement, bool> isTranslated)
    {
        int common = WordDiff.Common(left.Keys.AsSpan(), right.Keys.AsSpan()), least = Math.Min(left.Keys.Length, right.Keys.Length);
        double likeness = 2.0 * common / (left.Keys.Length + right.Keys.Length);
        if (common == least)
        {
            return (left.Keys.Length == right.Keys.Length ? QuotationRelation.Identical : QuotationRelation.Cut, likeness);
        }

        bool translated = left.Statement is { } one && right.Statement is { } other && isTranslated(one) && isTranslated(other);
        return (left.IsDirect && right.IsDirect ? translated ? QuotationRelation.Rendering : QuotationRelation.Reworded
            : left.IsMixed && right.IsMixed && translated && left.Statement!.Manner == Manner.Mixed && right.Statement!.Manner == Manner.Mixed ? QuotationRelation.Rendering : QuotationRelation.Paraphrase, likeness);
    }
}
