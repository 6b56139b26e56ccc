using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Quality.Corpora;

namespace Parallax.Quality.Tasks;

/// <summary>Counts of linked attributions: gold and found are matched one to one by the overlap of their cues, largest overlap first.</summary>
/// <remarks>"Exact" compares the word tokens of all pieces; punctuation is left out of account, since corpora differ in where they leave commas and full stops.</remarks>
internal sealed class AttributionScore(string task, string corpus, string split)
{
    private int _gold, _found, _matched, _sourceExact, _sourceOverlap, _contentExact, _contentOverlap, _allExact;
    private int _nestedGold, _nestedFound, _cuedGold, _cuedFound, _voiceFound;

    /// <summary>Adds one document.</summary>
    public void Add(TokenLayer tokens, ImmutableArray<GoldAttribution> gold, IReadOnlyList<Statement> found, TextWriter? log)
    {
        List<(GoldAttribution Gold, Words Words)> golds = [.. gold.Select(g => (g, Words.Of(tokens, g.Source, g.Cue, g.Content)))];
        List<(Statement Statement, Words Words)> founds = [.. found.Select(f => (f, Words.Of(tokens, f.Source.Spans, f.Cue.Spans, f.Content.Spans)))];
        _gold += golds.Count;
        _found += founds.Count;
        Dictionary<string, int> foundOf = new(StringComparer.Ordinal);
        HashSet<int> taken = [];
        IEnumerable<(int G, int F, int Overlap)> pairs = golds.SelectMany((g, gi) => founds.Select((f, fi) => (G: gi, F: fi, Overlap: g.Words.Cue.Count(f.Words.Cue.Contains))))
            .Where(static p => p.Overlap > 0).OrderByDescending(static p => p.Overlap).ThenBy(static p => p.G).ThenBy(static p => p.F);
        HashSet<int> goldsTaken = [];
        foreach ((int g, int f, int _) in pairs)
        {
            if (goldsTaken.Contains(g) || taken.Contains(f))
            {
                continue;
            }

            goldsTaken.Add(g);
            taken.Add(f);
            foundOf[golds[g].Gold.Id] = f;
            Compare(golds[g].Words, founds[f].Words, log is null ? null : () => Show(log, "DIFF", tokens, golds[g].Gold, founds[f].Statement));
        }

        if (log is not null)
        {
            for (int g = 0; g < golds.Count; g++)
            {
                if (!goldsTaken.Contains(g))
                {
                    Show(log, "MISSED", tokens, golds[g].Gold, null);
                }
            }

            for (int f = 0; f < founds.Count; f++)
            {
                if (!taken.Contains(f))
                {
                    Show(log, "EXTRA", tokens, null, founds[f].Statement);
                }
            }
        }

        Nested(tokens, golds, founds, foundOf, log);
    }

    /// <summary>The lines of the result.</summary>
    public IEnumerable<Metric> Metrics()
    {
        yield return Line("linked: detection precision", Share(_matched, _found), _found);
        yield return Line("linked: detection recall", Share(_matched, _gold), _gold);
        yield return Line("linked: detection F1", Share(2 * _matched, _gold + _found), _gold);
        yield return Line("linked: source exact, of those detected", Share(_sourceExact, _matched), _matched);
        yield return Line("linked: source overlap, of those detected", Share(_sourceOverlap, _matched), _matched);
        yield return Line("linked: content exact, of those detected", Share(_contentExact, _matched), _matched);
        yield return Line("linked: content overlap, of those detected", Share(_contentOverlap, _matched), _matched);
        yield return Line("linked: all three exact F1", Share(2 * _allExact, _gold + _found), _gold);
        if (_nestedGold > 0)
        {
            yield return Line("nested: triples whole %", Share(_nestedFound, _nestedGold), _nestedGold);
            yield return Line("nested: triples whole %, the document's author taken as the report's own voice", Share(_nestedFound + _voiceFound, _nestedGold), _nestedGold);
            yield return Line("nested: triples whole % where a cue attributes the outer", Share(_cuedFound, _cuedGold), _cuedGold);
        }
    }

    private Metric Line(string name, double value, int count) => new(task, corpus, split, name, value, count);

    private static double Share(int part, int whole) => whole == 0 ? 0 : 100.0 * part / whole;

    private void Compare(Words gold, Words found, Action? show)
    {
        bool source = gold.Source.SetEquals(found.Source), content = gold.Content.SetEquals(found.Content), cue = gold.Cue.SetEquals(found.Cue);
        _matched++;
        _sourceExact += source ? 1 : 0;
        _sourceOverlap += source || gold.Source.Overlaps(found.Source) ? 1 : 0;
        _contentExact += content ? 1 : 0;
        _contentOverlap += content || gold.Content.Overlaps(found.Content) ? 1 : 0;
        _allExact += source && content && cue ? 1 : 0;
        if (!source || !content)
        {
            show?.Invoke();
        }
    }

    // A triple is whole where the inner attribution is found with its source (by overlap), its content (by half of the words) and a chain or parent with the outer source.
    private void Nested(TokenLayer tokens, List<(GoldAttribution Gold, Words Words)> golds, List<(Statement Statement, Words Words)> founds, Dictionary<string, int> foundOf, TextWriter? log)
    {
        foreach ((GoldAttribution inner, Words words) in golds)
        {
            if (inner.Parent is null || golds.Find(g => g.Gold.Id == inner.Parent) is not { Gold: not null } outer)
            {
                continue;
            }

            bool cued = outer.Words.Cue.Count > 0;
            _nestedGold++;
            _cuedGold += cued ? 1 : 0;
            if (!foundOf.TryGetValue(inner.Id, out int f))
            {
                if (log is not null && cued)
                {
                    Show(log, "NESTED, not detected", tokens, inner, null);
                }

                continue;
            }

            // The author of a whole document is the report's own voice, which chains leave implicit.
            bool isAuthor = !cued && outer.Words.Content.Count * 2 > tokens.Count;
            if (isAuthor && founds[f].Statement.Parent is null && founds[f].Words.Source.Overlaps(words.Source) && Half(founds[f].Words.Content, words.Content))
            {
                _voiceFound++;
            }

            if (founds[f].Statement.Parent is not { } parentId)
            {
                if (log is not null && cued)
                {
                    Show(log, "NESTED, no parent", tokens, inner, founds[f].Statement);
                }

                continue;
            }

            (Statement Statement, Words Words) parent = founds.Find(p => p.Statement.Id == parentId);
            bool isInner = founds[f].Words.Source.Overlaps(words.Source) && Half(founds[f].Words.Content, words.Content);
            bool isOuter = parent.Words is not null && parent.Words.Source.Overlaps(outer.Words.Source);
            if (log is not null && cued && !(isInner && isOuter))
            {
                Show(log, isInner ? "NESTED, another parent" : "NESTED, other words", tokens, inner, founds[f].Statement);
            }

            _nestedFound += isInner && isOuter ? 1 : 0;
            _cuedFound += cued && isInner && isOuter ? 1 : 0;
        }
    }

    private static bool Half(HashSet<int> one, HashSet<int> other)
    {
        int shared = one.Count(other.Contains);
        return shared * 2 >= one.Count && shared * 2 >= other.Count;
    }

    private static void Show(TextWriter log, string what, TokenLayer tokens, GoldAttribution? gold, Statement? found)
    {
        string Join(ImmutableArray<TextSpan> spans) => SpannedText.Join(tokens.Text, spans).ReplaceLineEndings(" ");
        log.WriteLine(what);
        if (gold is not null)
        {
            log.WriteLine($"   gold  S[{Join(gold.Source)}] Q[{Join(gold.Cue)}] C[{Join(gold.Content)}]");
        }

        if (found is not null)
        {
            log.WriteLine($"   found S[{found.Source.Text}] Q[{found.Cue.Text}] C[{found.Content.Text.ReplaceLineEndings(" ")}] {found.Explanation.Text}");
        }
    }

    private sealed record Words(HashSet<int> Source, HashSet<int> Cue, HashSet<int> Content)
    {
        private static readonly System.Buffers.SearchValues<char> Marks = System.Buffers.SearchValues.Create(".,;:!?…-–—'\"“”‘’()[]«»`~*");

        public static Words Of(TokenLayer tokens, ImmutableArray<TextSpan> source, ImmutableArray<TextSpan> cue, ImmutableArray<TextSpan> content)
        {
            HashSet<int> cueWords = Set(tokens, cue);
            return new Words(Set(tokens, source), cueWords.Count > 0 ? cueWords : Set(tokens, cue, withPunctuation: true), Set(tokens, content));
        }

        private static HashSet<int> Set(TokenLayer tokens, ImmutableArray<TextSpan> spans, bool withPunctuation = false)
        {
            HashSet<int> set = [];
            foreach (TextSpan span in spans)
            {
                (int first, int end) = tokens.TokensOf(span);
                for (int i = first; i < end; i++)
                {
                    if (withPunctuation || tokens.Form(i).IndexOfAnyExcept(Marks) >= 0)
                    {
                        set.Add(i);
                    }
                }
            }

            return set;
        }
    }
}
