using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Core.Time;

namespace Parallax.Stories.Propositions;

/// <summary>Reads when a proposition is so: the times of its clause, and what it is before, after or during.</summary>
/// <param name="report">The report.</param>
/// <param name="tree">Its parse.</param>
/// <param name="predicates">What heads a proposition.</param>
internal sealed class ClauseTimes(AnnotatedReport report, Tree tree, Predicates predicates)
{
    private const int Year = 4;

    private readonly TokenLayer _tokens = tree.Tokens;

    /// <summary>The times of the clause of a predicate, in text order.</summary>
    public ImmutableArray<TimeBound> Read(int token, int top, Event? told)
    {
        List<TimeBound> times = [];
        TextSpan clause = tree.Span(top);
        foreach (TimeExpression time in report.Times.Overlapping(clause).Where(static t => t.Type is TimexType.DATE or TimexType.TIME))
        {
            int at = _tokens.TokenAt(time.Start);
            int owner = predicates.Owner(at);
            if ((owner == token || owner == top) && !IsInsideName(time.Span, token) && !IsOfLaterClause(token, at) && !IsOfPage(token, time.Span) && !IsSinceAct(time.Span) && !IsSinceOfNoun(token, at))
            {
                // "just after 9 a.m." is still of that day; "since May" reaches up to now; what is told of a day after May may be it.
                string? modifier = tree.Child(at, "case", "mark") is var since && since >= 0 && tree.Is(since, "since") ? "ON_OR_AFTER" : IsOfHour(time.Value) ? null : time.Modifier;
                times.Add(new TimeBound(time.Span, TimexInterval.Parse(time.Value, time.Until, modifier), time.Value, null, null));
            }
        }

        // "the June 24 theft of the van and, on June 20, of a boat": the date before a noun is its own.
        if (times.Count > 1 && _tokens.Tags[token] == UniversalTag.Noun && times.FindIndex(t => _tokens.TokensOf(t.Span).End == token) is >= 0 and int own)
        {
            times = [times[own]];
        }

        bool isAnchor = tree.Child(token, "case") is var marker0 && marker0 >= 0 && predicates.Lemma(marker0) is "since" or "before" or "after";
        if (told?.Time is { } value && times.Count == 0 && !isAnchor && (told.Plover != PloverType.CONSULT || IsOfSentence(token, value)) && !report.Times.Overlapping(_tokens.Sentences[_tokens.SentenceOf(token)].Span).Any(t => t.Value == value && (IsOfLaterClause(token, _tokens.TokenAt(t.Start)) || IsOfPage(token, t.Span))))
        {
            times.Add(new TimeBound(told.Span, TimexInterval.Parse(value), value, null, null));
        }

        foreach (int child in tree.Children(token, "obl", "advcl").Concat(top == token ? [] : tree.Children(top, "obl", "advcl")))
        {
            int marker = tree.Child(child, "case", "mark");
            string relation = marker < 0 ? "" : predicates.Lemma(marker);
            if (relation is "before" or "after" or "since" or "during" && !report.Times.Overlapping(_tokens.Span(child)).Any())
            {
                times.Add(new TimeBound(tree.Span(child), TimexInterval.Parse(null), null, relation == "since" ? "after" : relation, Anchor(child)));
            }
        }

        return [.. times.OrderBy(static t => t.Span)];
    }

    // A meeting has the day of its stay from another sentence, which is no word of this one on when it was.
    private bool IsOfSentence(int token, string value) => report.Times.Overlapping(_tokens.Sentences[_tokens.SentenceOf(token)].Span).Any(t => value.StartsWith(t.Value, StringComparison.Ordinal) || t.Value.StartsWith(value, StringComparison.Ordinal));

    // "worked to recover it after the storm hindered them yesterday": behind a word that opens a clause of its own, with a verb in between, a time belongs to that clause, however it was attached.
    private bool IsOfLaterClause(int token, int time)
    {
        bool opened = false;
        for (int at = token + 1; at < time; at++)
        {
            opened |= predicates.Lemma(at) is "after" or "before" or "because" or "when" or "while" or "until" or "although" or "though";
            if (opened && _tokens.Tags[at] == UniversalTag.Verb && tree.Relation(at) is not ("amod" or "compound"))
            {
                return true;
            }
        }

        return false;
    }

    // "Mayor Held Over Fire on May 3, 2031 The mayor of Veld was held …": behind a headline that runs into the text, the date on which the page came out.
    private bool IsOfPage(int token, TextSpan time)
    {
        (_, int end) = _tokens.TokensOf(time);
        bool isWhole = time.Length > Year && end < _tokens.Count && _tokens.Form(end - 1) is [>= '1' and <= '2', _, _, >= '0' and <= '9'];
        return isWhole && token < end && char.IsUpper(_tokens.Form(end)[0]) && _tokens.SentenceOf(token) == _tokens.SentenceOf(end);
    }

    // "seized arms in the fifth raid since May": of the raids, not of when the arms were seized.
    private bool IsSinceOfNoun(int token, int at) => tree.Child(at, "case", "mark") is >= 0 and var since && tree.Is(since, "since") && _tokens.Heads[at] is >= 0 and var noun && noun != token && _tokens.Tags[noun] is UniversalTag.Noun or UniversalTag.Propn && _tokens.Tags[token] is UniversalTag.Verb;

    // "sank it on 19 May in the third strike since its dispatch on 2 May": the second date is of what has been since.
    private bool IsSinceAct(TextSpan time)
    {
        int at = _tokens.TokensOf(time).First - 1;
        int noun = at >= 0 && _tokens.Tags[at] == UniversalTag.Adp ? at - 1 : -1;
        if (noun < 0 || _tokens.Tags[noun] != UniversalTag.Noun)
        {
            return false;
        }

        while (noun > 0 && _tokens.SentenceOf(noun) == _tokens.SentenceOf(at) && _tokens.Tags[noun] is UniversalTag.Noun or UniversalTag.Adj or UniversalTag.Det or UniversalTag.Propn or UniversalTag.Pron)
        {
            noun--;
        }

        return tree.Is(noun, "since");
    }

    // "the 2015 treaty": a date without a preposition before a noun dates that noun, not what is done with it.
    private bool IsInsideName(TextSpan time, int token)
    {
        (int first, int end) = _tokens.TokensOf(time);
        for (int at = first; at < end; at++)
        {
            int head = _tokens.Heads[at];
            if (head >= end && head != token && _tokens.Tags[head] is UniversalTag.Noun or UniversalTag.Propn && !tree.Relation(at).StartsWith("obl", StringComparison.Ordinal)
                && (tree.Child(at, "case") < 0 || tree.Relation(at) == "nmod:poss") && !tree.Relation(at).StartsWith("nsubj", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    // "the start of a full-scale invasion of …": an edge of something is that thing.
    private string Anchor(int token)
    {
        string lemma = predicates.Lemma(token);
        if (PredicateLexicon.English.Noun(lemma)?.Class is "start" or "end" && tree.Child(token, "nmod") is var of && of >= 0)
        {
            (token, lemma) = (of, predicates.Lemma(of));
        }

        return PredicateLexicon.English.Thing(lemma, tree.Children(token, "amod", "compound").Select(predicates.Lemma))?.Thing ?? predicates.Entry(token)?.Class ?? lemma;
    }

    private static bool IsOfHour(string? value) => value?.IndexOf('T', StringComparison.Ordinal) is > 0 and int at && at + 1 < value.Length && char.IsAsciiDigit(value[at + 1]);
}
