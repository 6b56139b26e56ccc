using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Stories.Propositions;
using Parallax.Stories.Words;

namespace Parallax.Stories.Claims;

/// <summary>Tells which words of a heading the others who affirm the claim tell as well: a heading must not say more than those who stand under it ("struck by a silver car" where the others know no colour).</summary>
internal sealed class SharedWords
{
    private readonly ReportSet _set;

    // What each report tells where it affirms the claim, by report.
    private readonly Dictionary<string, Telling> _tellings = new(StringComparer.Ordinal);

    private readonly bool _mayShorten;

    /// <summary>Reads what each report tells.</summary>
    /// <param name="set">The reports.</param>
    /// <param name="stands">Those on the claim itself.</param>
    public SharedWords(ReportSet set, IReadOnlyCollection<Stand> stands)
    {
        _set = set;
        foreach (Stand stand in stands.Where(static s => !s.IsAnswer && s.Kind is PositionKind.Affirms or PositionKind.Qualifies))
        {
            if (!_tellings.TryGetValue(stand.Proposition.Report, out Telling? telling))
            {
                _tellings.Add(stand.Proposition.Report, telling = new Telling());
            }

            telling.Add(set[stand.Proposition.Report], stand.Proposition);
        }

        // Where somebody contests it, each word may be what is contested; of what is not so, less says more.
        _mayShorten = _tellings.Count > 1 && stands.All(static s => !s.IsAnswer && s.Kind is PositionKind.Affirms or PositionKind.Qualifies && !s.Proposition.IsNegated);
    }

    /// <summary>How many words of a wording fewer than half of the other reports tell.</summary>
    public int Unshared(Wording words) => words.Pieces.Sum(p => Count(words.Proposition, p, mayDiffer: false).Unshared);

    /// <summary>The wording without circumstances at its edges that fewer than half of the other reports tell; none where nothing can be left out.</summary>
    public IEnumerable<TextSpan> Shorter(Proposition told, TextSpan words) => !_mayShorten ? [] : LooseEnds.Of(_set[told.Report], told, words, piece => IsOwn(told, piece));

    /// <summary>The wording without inner stretches that fewer than half of the other reports tell.</summary>
    public Wording Elided(Proposition told, TextSpan words) => !_mayShorten || told.Statement is { Manner: Manner.Direct } ? new Wording(told, words) : Elision.Of(_set[told.Report], told, words, piece => IsOwn(told, piece));

    private bool IsOwn(Proposition told, TextSpan piece)
    {
        (int unshared, int all) = Count(told, piece, mayDiffer: true); // Another day or figure for the same is a difference that the page shows; it is no word too many.
        return unshared * 2 > all;
    }

    /// <summary>Whether somebody tells only the bare act of a wording ("the driver was charged"), with nothing of what its words tell behind the predicate ("was charged with theft").</summary>
    public static bool TellsBareAct(ReportSet set, Stand stand, Wording wording)
    {
        Proposition told = wording.Proposition;
        int end = set[told.Report].Tokens.Ends[told.Token];
        if (stand.Proposition.Report == told.Report || !IsBare(set[stand.Proposition.Report], stand.Proposition) || end >= wording.Span.End)
        {
            return false;
        }

        SharedWords shared = new(set, [stand]);
        (int Unshared, int All)[] counts = [.. wording.Pieces.Where(p => p.End > end).Select(p => shared.Count(told, TextSpan.FromBounds(Math.Max(end, p.Start), p.End), mayDiffer: true))];
        return counts.Sum(static c => c.All) is > 0 and var all && counts.Sum(static c => c.Unshared) == all;
    }

    /// <summary>Whether somebody's sentence has the predicate of a proposition, by class or stem.</summary>
    public static bool TellsPredicate(ReportSet set, Stand stand, Proposition told) => new SharedWords(set, [stand]).Count(told, set[told.Report].Tokens.Span(told.Token), mayDiffer: false) is (0, _);

    // "Driver charged": a clause that ends with its predicate.
    private static bool IsBare(AnnotatedReport report, Proposition told)
    {
        int end = report.Tokens.Ends[told.Token];
        return told.IsClause && !told.IsNegated && (end >= told.Span.End || !WordList.Of(report.Report.Text.Text, TextSpan.FromBounds(end, told.Span.End)).Any(static w => w.IsContent));
    }

    // "was shot | in Brevik": of where the story lies, all others tell, be it in other sentences.
    private bool IsNamedByMost(AnnotatedReport report, Word word, int others) => word.IsCapital && report.Entities.At(word.Span) is { } entity
        && _tellings.Keys.Count(r => r != report.Report.Id && entity.Mentions.Any(m => m.Report == r)) * 2 >= others;

    private (int Unshared, int All) Count(Proposition told, TextSpan words, bool mayDiffer)
    {
        AnnotatedReport report = _set[told.Report];
        int unshared = 0, all = 0, others = _tellings.Count - (_tellings.ContainsKey(told.Report) ? 1 : 0);
        foreach (Word word in WordList.Of(report.Report.Text.Text, words))
        {
            if (word.IsContent)
            {
                all++;
                unshared += _tellings.Count(t => t.Key != told.Report && t.Value.Has(report, told, word, mayDiffer)) * 2 < others && !(mayDiffer && IsNamedByMost(report, word, others)) ? 1 : 0;
            }
        }

        return (unshared, all);
    }

    // What one report tells in the sentences, or all that is said, in which it affirms the claim.
    private sealed class Telling
    {
        private readonly HashSet<string> _stems = new(StringComparer.Ordinal), _entities = new(StringComparer.Ordinal), _things = new(StringComparer.Ordinal), _classes = new(StringComparer.Ordinal);
        private readonly List<TimeBound> _times = [];
        private readonly List<Figure> _figures = [];

        public void Add(AnnotatedReport report, Proposition told)
        {
            foreach (TextSpan piece in (told.Statement?.Content.Spans ?? []).Prepend(report.Tokens.Sentences[told.Sentence].Span))
            {
                _stems.UnionWith(WordList.Of(report.Report.Text.Text, piece).Where(static w => w.IsContent).Select(static w => w.Stem));
                _entities.UnionWith(report.Entities.Mentions.Where(m => piece.Contains(m.Mention.Span)).Select(static m => m.Entity.Id));
                _figures.AddRange(report.Figures.Where(f => piece.Contains(f.Span)));
            }

            _entities.UnionWith(told.Participants.SelectMany(static p => p.Entities));
            _things.UnionWith(told.Participants.Select(static p => p.Thing).OfType<string>());
            _classes.Add(told.Class);
            _times.AddRange(told.Times);
        }

        public bool Has(AnnotatedReport report, Proposition told, Word word, bool mayDiffer)
        {
            int token = report.Tokens.TokenAt(word.Span.Start);
            if (_stems.Contains(word.Stem) || ((token == told.Token || token == told.Top) && _classes.Contains(told.Class)))
            {
                return true;
            }

            if (word.IsCapital && report.Entities.At(word.Span) is { } entity && _entities.Contains(entity.Id))
            {
                return true;
            }

            return told.Participants.Any(p => p.Token == token && (p.Entities.Any(_entities.Contains) || (p.Thing is { } thing && _things.Contains(thing))))
                || report.Figures.Where(f => f.Span.Contains(word.Span)).Any(f => _figures.Exists(g => ClaimValues.Comparable(f, g) && (mayDiffer || PropositionMatcher.IntervalsMeet(f, g))))
                || told.Times.Where(t => t.Span.Contains(word.Span)).Any(t => _times.Exists(u => (mayDiffer && !PropositionMatcher.TimeBoundsAgree(t, u)) || (t.Value is { } value && u.Value?.StartsWith(value, StringComparison.Ordinal) == true)));
        }
    }
}
