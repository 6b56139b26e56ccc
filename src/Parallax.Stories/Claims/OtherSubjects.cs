using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Stories.Propositions;
using Parallax.Stories.Words;

namespace Parallax.Stories.Claims;

/// <summary>Finds where the words of a clause go over into what somebody else does: "the yard has closed | drew protests" of "the claim that the yard has closed drew protests", "Quill would sail | but would not say when" of "the firm said …".</summary>
internal static class OtherSubjects
{
    private static readonly string[] Wills = ["want", "hope", "fear", "wish", "believe", "worry"];

    private static readonly string[] Possibles = ["could", "would", "might", "may"];

    private static readonly Lazy<HashSet<string>> Sayings = new(static () => StoriesData.Words("en/claims/verbs-of-saying.txt"));

    private static readonly Lazy<HashSet<string>> Withholdings = new(static () => StoriesData.Words("en/claims/withholdings.txt"));

    /// <summary>The first token that tells of another subject, or the end.</summary>
    /// <param name="report">The report.</param>
    /// <param name="told">What the words tell.</param>
    /// <param name="first">First token of the words.</param>
    /// <param name="end">Token behind them.</param>
    public static int At(AnnotatedReport report, Proposition told, int first, int end)
    {
        TokenLayer tokens = report.Tokens;
        for (int token = told.Token + 1; token < end; token++)
        {
            if (tokens.Tags[token] is UniversalTag.Verb or UniversalTag.Aux or UniversalTag.Adj && (IsOfSubjectBefore(tokens, told, token, first) || IsBehindWholeClause(tokens, token) || IsOfSpeaker(tokens, told, token, first) || IsSaidNext(report, told, token, first) || IsSaidByNoThing(report, told, token, first)))
            {
                int start = token;
                while (start > told.Token + 1 && tokens.Heads[start - 1] == token && tokens.Relations[start - 1] is "aux" or "aux:pass" or "advmod" or "cc" or "cop")
                {
                    start--;
                }

                return start;
            }
        }

        return end;
    }

    // "the claim that | the yard has closed | drew protests": the subject of the verb stands before the words, and the verb is no part of the clause.
    private static bool IsOfSubjectBefore(TokenLayer tokens, Proposition told, int verb, int first)
    {
        int at = verb, steps = 0;
        while (at >= 0 && at != told.Top && steps++ < tokens.Count)
        {
            at = tokens.Heads[at];
        }

        if (at == told.Top || !tokens.Features[verb].Contains("VerbForm=Fin", StringComparison.Ordinal))
        {
            return false;
        }

        int start = tokens.Sentences[told.Sentence].FirstToken;
        return Enumerable.Range(start, Math.Max(0, first - start)).Any(t => tokens.Heads[t] == verb && tokens.Relations[t].StartsWith("nsubj", StringComparison.Ordinal));
    }

    // "the clerk who sold it while he was head of the yard | pleaded guilty": what the verb has for its subject is a clause with a subject of its own.
    private static bool IsBehindWholeClause(TokenLayer tokens, int verb)
    {
        if (tokens.Tags[verb] != UniversalTag.Verb || !tokens.Features[verb].Contains("VerbForm=Fin", StringComparison.Ordinal))
        {
            return false;
        }

        for (int subject = verb - 1; subject >= 0 && tokens.SentenceOf(subject) == tokens.SentenceOf(verb); subject--)
        {
            if (tokens.Heads[subject] == verb && tokens.Relations[subject] == "nsubj")
            {
                return Below("cop", subject) && Below("nsubj", subject);
            }
        }

        return false;

        bool Below(string relation, int subject) => Enumerable.Range(tokens.Sentences[tokens.SentenceOf(verb)].FirstToken, subject - tokens.Sentences[tokens.SentenceOf(verb)].FirstToken).Any(t => tokens.Heads[t] == subject && tokens.Relations[t] == relation);
    }

    // "Vale said the crew had left | and accused the owner of lying": another word of saying of the same speaker.
    private static bool IsSaidNext(AnnotatedReport report, Proposition told, int verb, int first) =>
        told.Statement is { Manner: not Manner.Direct, Source: { Entity: { } speaker, Spans: [var source, ..] } } statement && source.Start < report.Tokens.Starts[first] && report.Tokens.Tags[verb - 1] == UniversalTag.Cconj
        && report.Statements.Any(s => s.Id != statement.Id && s.Sentence == told.Sentence && s.Source.Entity == speaker && s.Cue.Spans.Any(c => c.Contains(report.Tokens.Span(verb))));

    // "Vale said the warning was a mistake | and accused the owner": a warning accuses nobody.
    private static bool IsSaidByNoThing(AnnotatedReport report, Proposition told, int verb, int first)
    {
        TokenLayer tokens = report.Tokens;
        return told.Statement is { Manner: not Manner.Direct, Source.Spans: [var source, ..] } && source.Start < tokens.Starts[first] && tokens.Relations[verb] == "conj" && tokens.Tags[verb - 1] == UniversalTag.Cconj && Sayings.Value.Contains(tokens.Lemmas[verb].ToLowerInvariant())
            && told.Subject is { } subject && tokens.Tags[subject] == UniversalTag.Noun && told.Actor is not { IsPerson: true } && report.Entities.At(tokens.Span(subject)) is null or { Kind: ActorKind.Other or ActorKind.Event };
    }

    // Said indirectly: "Quill would sail | but would not say when" and "Quill could win | and want to stop her" tell of whoever says so.
    private static bool IsOfSpeaker(TokenLayer tokens, Proposition told, int verb, int first)
    {
        if (told.Statement is not { Manner: not Manner.Direct, Source.Spans: [var source, ..] } || source.Start >= tokens.Starts[first] || tokens.Relations[verb] != "conj" || tokens.Heads[verb] < told.Top)
        {
            return false;
        }

        bool hasSubject = false, isNegated = false, hasModal = false, isJoined = false;
        for (int child = told.Top + 1; child < verb; child++)
        {
            if (tokens.Heads[child] == verb)
            {
                hasSubject |= tokens.Relations[child].StartsWith("nsubj", StringComparison.Ordinal) || tokens.Relations[child] is "expl";
                isNegated |= tokens.Form(child) is "not" or "n't" or "n’t";
                hasModal |= tokens.Relations[child] is "aux" or "aux:pass";
                isJoined |= tokens.Relations[child] == "cc";
            }
        }

        if (hasSubject || !isJoined)
        {
            return false;
        }

        string lemma = tokens.Lemmas[verb].ToLowerInvariant();
        return (isNegated && Withholdings.Value.Contains(lemma)) || lemma is "decline" or "refuse"
            || (!hasModal && Array.IndexOf(Wills, lemma) >= 0 && Enumerable.Range(first, told.Top - first).Any(t => tokens.Heads[t] == told.Top && tokens.Relations[t] == "aux" && Array.IndexOf(Possibles, tokens.Lemmas[t].ToLowerInvariant()) >= 0));
    }
}
