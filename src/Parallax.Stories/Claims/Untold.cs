using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Stories.Propositions;
using Parallax.Stories.Words;

namespace Parallax.Stories.Claims;

/// <summary>Tells what no report puts forward: what is refused and not denied, what nobody says to be so, what a clause of time only takes for known.</summary>
internal static class Untold
{
    private static readonly string[] Times = ["before", "since", "until", "till", "whenever"];

    private static readonly string[] PastTimes = ["when", "once", "after"];

    private static readonly Lazy<HashSet<string>> Refusals = new(static () => StoriesData.Words("en/claims/refusals.txt"));

    private static readonly Lazy<HashSet<string>> Guesses = new(static () => StoriesData.Words("en/claims/guesses.txt"));

    private static readonly Lazy<(HashSet<string> Verbs, HashSet<string> Things)[]> EmptyActs = new(static () =>
        [.. StoriesData.Lines("en/claims/empty-acts.txt").Select(static l => l.Split('|', StringSplitOptions.TrimEntries)).Select(static p => (Verbs: p[0].Split(' ').ToHashSet(StringComparer.Ordinal), Things: p[1].Split(' ').ToHashSet(StringComparer.Ordinal)))]);

    // A piece of a longer quotation says little with so many telling words.
    private const int FewWords = 2;

    /// <summary>Whether an act tells no fact by itself ("issued a statement", "took the stage"), without a day or a number; somebody only tells his name; or it is a few words of a longer quotation ("Quill is a sailor").</summary>
    public static bool IsEmptyAct(AnnotatedReport report, Proposition told)
    {
        if (IsScrap(report, told))
        {
            return true;
        }

        if (told.Class.StartsWith("be:", StringComparison.Ordinal))
        {
            return told.Subject is { } subject && report.Tokens.Lemmas[subject] is "name";
        }

        return told is { IsNegated: false, Figures.IsEmpty: true, Object: { Entities.IsEmpty: true, Head: var thing } } && !told.Times.Any(static t => t.Interval.IsDay || t.Interval.Weekday is not null) && EmptyActs.Value.Any(a => a.Verbs.Contains(told.Lemma) && a.Things.Contains(thing));
    }

    // "“Quill is a sailor. She owns a yard. Why not her?”"
    private static bool IsScrap(AnnotatedReport report, Proposition told)
    {
        if (told is not { Statement: { Manner: Manner.Direct, Stance: not (Stance.Denies or Stance.Accuses or Stance.Admits or Stance.Confirms) } statement, IsNegated: false, Figures.IsEmpty: true, Times.IsEmpty: true, Event: null })
        {
            return false;
        }

        string text = report.Report.Text.Text;
        int words = WordList.Of(text, told.Span).Count(static w => w.IsContent);
        return words <= FewWords && statement.Content.Spans.Sum(s => WordList.Of(text, s).Count(static w => w.IsContent)) > words;
    }

    /// <summary>Whether a clause only announces what stands behind it ("Here are five things to know").</summary>
    public static bool IsAnnouncement(Proposition told) => told.Class is "be:here";

    /// <summary>Whether what a statement says is an act of refusing, a guess of nobody, or stands behind "what" ("what the owner says the plan would do").</summary>
    public static bool IsNoWord(AnnotatedReport report, Proposition told)
    {
        if (told.Statement is not { } statement)
        {
            return false;
        }

        // "declined to say why", "refused to name them": who will not tell does not say that it is not known.
        if (statement.Stance is Stance.SaysNotKnown or Stance.Other && (statement.Cue.Lemma is "decline" or "refuse" || IsWithheld(statement.Cue)))
        {
            return true;
        }

        // "what the owner says the plan would do", "how critics say it works": the clause lacks what is asked for.
        if (statement is { Manner: Manner.Indirect, Parent: null, Source.Spans: [var who, ..], Cue.Spans: [var saying, ..] } && who.Start < saying.Start && saying.Start < told.Span.Start && IsBehindWhat(report.Tokens, report.Tokens.TokenAt(who.Start), report.Tokens.TokenAt(saying.Start)))
        {
            return true;
        }

        // "it is easy to jump to the conclusion that the guard did it"
        if (statement.Source.Name.Length == 0 && report.Tokens.Heads[told.Top] is var above && above >= 0 && Guesses.Value.Contains(report.Tokens.Lemmas[above].ToLowerInvariant()))
        {
            return true;
        }

        return statement.Stance is Stance.Denies or Stance.Doubts && statement.Content.Spans is [var content, ..] && Head(report.Tokens, content) is var head && head >= 0
            && report.Tokens.Tags[head] == UniversalTag.Noun && Refusals.Value.Contains(report.Tokens.Lemmas[head].ToLowerInvariant());
    }

    // The word before whoever says it.
    private static bool IsBehindWhat(TokenLayer tokens, int source, int cue)
    {
        int left = JoinedClause.Leftmost(tokens, source) - 1;
        return left >= 0 && tokens.SentenceOf(left) == tokens.SentenceOf(cue) && tokens.Form(left) is "what" or "how" or "What" or "How" or "whatever";
    }

    // "would not say why": the same in other words.
    private static bool IsWithheld(StatementCue cue) => cue.Negated && (cue.Text.StartsWith("would", StringComparison.OrdinalIgnoreCase) || cue.Text.StartsWith("will ", StringComparison.OrdinalIgnoreCase) || cue.Text.StartsWith("won't", StringComparison.OrdinalIgnoreCase) || cue.Text.StartsWith("won’t", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a clause only tells a time by what is taken for known ("before the new council takes office", "since she became a minister", "while she was mayor").</summary>
    public static bool IsTime(AnnotatedReport report, Proposition told)
    {
        TokenLayer tokens = report.Tokens;
        if (told.IsMain || !tokens.Relations[told.Top].StartsWith("advcl", StringComparison.Ordinal))
        {
            return false;
        }

        (int first, int end) = (tokens.Sentences[told.Sentence].FirstToken, tokens.Sentences[told.Sentence].EndToken);
        for (int token = first; token < told.Top; token++)
        {
            if (tokens.Heads[token] == told.Top && tokens.Relations[token] is "mark" or "advmod" or "case")
            {
                string form = tokens.Form(token).ToString().ToLowerInvariant();
                bool isState = told is { IsNegated: false, Figures.IsEmpty: true } && told.Class.StartsWith("be:", StringComparison.Ordinal) && form is "when" or "while";
                if (isState || Array.IndexOf(Times, form) >= 0 || (Array.IndexOf(PastTimes, form) >= 0 && !IsPast(tokens, told.Top, first, end)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsPast(TokenLayer tokens, int top, int first, int end)
    {
        for (int token = first; token < end; token++)
        {
            if ((token == top || tokens.Heads[token] == top) && tokens.Features[token].Contains("Tense=Past", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static int Head(TokenLayer tokens, TextSpan content)
    {
        (int first, int end) = tokens.TokensOf(content);
        for (int token = first; token < end; token++)
        {
            if (tokens.Heads[token] is var head && (head < first || head >= end) && tokens.Tags[token] != UniversalTag.Punct)
            {
                return token;
            }
        }

        return -1;
    }
}
