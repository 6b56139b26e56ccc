using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Stories.Words;

namespace Parallax.Stories.Claims;

/// <summary>Counts the words of a heading that lean on what stands before them in their report: "he", "these missiles", "the country", "the climber", "also", "later", "respectively".</summary>
internal static class OpenReferences
{
    private const int Unresolved = 3;
    private const int Pointing = 2;

    private static readonly Lazy<HashSet<string>> Pointers = new(static () => StoriesData.Words("en/claims/pointers.txt"));

    private static readonly Lazy<HashSet<string>> Leaning = new(static () => StoriesData.Words("en/claims/leaning.txt"));

    /// <summary>0 where the words can be read alone; a word that the account can resolve to a name weighs less than one that it cannot.</summary>
    public static int Count(AnnotatedReport report, Wording words)
    {
        TokenLayer tokens = report.Tokens;
        (int first, int end) = tokens.TokensOf(words.Span);
        int open = 0;
        for (int token = first; token < end; token++)
        {
            if (!words.Holds(tokens.Span(token)))
            {
                continue;
            }

            string form = tokens.Form(token).ToString().ToLowerInvariant();
            if (Pointers.Value.Contains(form) && tokens.Relations[token] is "det" or "det:predet" or "advmod" or "amod")
            {
                open += Pointing;
            }
            else if (tokens.Tags[token] == UniversalTag.Pron && !IsRelative(tokens, token) && tokens.Relations[token] != "expl")
            {
                Entity? entity = report.Entities.At(tokens.Span(token));
                open += entity is null ? Unresolved : NamedInside(entity, report, words) ? 0 : IsNamed(entity) ? 1 : Unresolved;
            }
            else if (tokens.Relations[token] == "det" && form == "the" && tokens.Heads[token] is var head && head > token && head < end
                && report.Entities.At(tokens.Span(head)) is { } meant && meant.Kind is not (ActorKind.Event or ActorKind.Other) && !NamedInside(meant, report, words) && (IsNamed(meant) || (meant.Kind is ActorKind.Person or ActorKind.Unnamed && IsToldBefore(meant, report, words.Span))))
            {
                open++;
            }
        }

        return open;
    }

    /// <summary>How many words say only that something else was told before ("also", "fellow", "later").</summary>
    public static int Leans(AnnotatedReport report, Wording words)
    {
        TokenLayer tokens = report.Tokens;
        (int first, int end) = tokens.TokensOf(words.Span);
        int leaning = 0;
        for (int token = first; token < end; token++)
        {
            leaning += words.Holds(tokens.Span(token)) && tokens.Relations[token] is "det" or "advmod" or "amod" && Leaning.Value.Contains(tokens.Form(token).ToString().ToLowerInvariant()) ? 1 : 0;
        }

        return leaning;
    }

    private static bool IsNamed(Entity entity) => entity.Mentions.Any(static m => m.Form is MentionForm.Name or MentionForm.Acronym or MentionForm.Metonym);

    private static bool NamedInside(Entity entity, AnnotatedReport report, Wording words) =>
        entity.Mentions.Any(m => m.Report == report.Report.Id && m.Form is MentionForm.Name or MentionForm.Acronym or MentionForm.Metonym && words.Holds(TextSpan.FromBounds(m.Start, m.End)));

    // "the climber", of whom the report has told before and whom nothing names.
    private static bool IsToldBefore(Entity entity, AnnotatedReport report, TextSpan span) => entity.Mentions.Any(m => m.Report == report.Report.Id && m.End <= span.Start);

    private static bool IsRelative(TokenLayer tokens, int token) =>
        tokens.Features[token].Contains("PronType=Rel", StringComparison.Ordinal) || tokens.Form(token) is "who" or "which" or "whom" or "whose" or "what";
}
