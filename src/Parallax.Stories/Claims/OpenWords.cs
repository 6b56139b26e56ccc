using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Core.Text;
using Parallax.Stories.Words;

namespace Parallax.Stories.Claims;

/// <summary>Finds the words of a heading for which a reader has to look at what stands before it ("the effort", "that contract", "it", "no one"), and the stretch of the report where he will find them.</summary>
/// <remarks><see cref="OpenReferences"/> weighs wordings against each other; here it is asked what of the chosen one stays open.</remarks>
internal static class OpenWords
{
    // Telling words of what stands before the heading in its sentence, or of the sentence before, from which it says enough by itself.
    private const int LeastTold = 5;
    private const int LeastOfSentence = 4;

    // Sentences back to the one that names who or what is meant, and to the one that has the noun.
    private const int Farthest = 4;
    private const int FarthestNoun = 6;

    // Sentences of a report that have a noun from which on it is what the report is about ("the war"), known to whoever reads its headings.
    private const int SentencesOfTheme = 5;

    // Words from a noun up to the head of its clause.
    private const int MostSteps = 8;

    private static readonly Lazy<HashSet<string>> Pointers = new(static () => StoriesData.Words("en/claims/pointers.txt"));

    private static readonly Lazy<HashSet<string>> Known = new(static () => StoriesData.Words("en/claims/known-things.txt"));

    private static readonly Lazy<HashSet<string>> Counted = new(static () => StoriesData.Words("en/claims/counted-alone.txt"));

    private static readonly Lazy<HashSet<string>> Singles = new(static () => StoriesData.Words("en/claims/single-things.txt"));

    /// <summary>The open words, the first of each who or what, and where a reader finds what the first of them stands for: what stands before the heading in its sentence, if that tells something, or else the sentence that names it or the one before; null where there is none.</summary>
    public static (ImmutableArray<TextSpan> Open, TextSpan? Before) Of(AnnotatedReport report, Wording words)
    {
        TokenLayer tokens = report.Tokens;
        (int first, int end) = tokens.TokensOf(words.Span);
        List<TextSpan> open = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        int? told = null;
        for (int token = first; token < end; token++)
        {
            if (!words.Holds(tokens.Span(token)) || IsOpen(report, words, first, token) is not { } span || (report.Times.Overlapping(span).Any() && !PointsAtTime(tokens, token)))
            {
                continue;
            }

            int head = tokens.TokenAt(span.End - 1);
            Entity? entity = report.Entities.At(tokens.Span(head));
            if (ToldIn(report, entity, first, head) is { } sentence && (entity is null || seen.Add(entity.Id)))
            {
                open.Add(span);
                told ??= sentence;
            }
        }

        return told is null ? ([], null) : ([.. open], Before(report, words, tokens.SentenceOf(first), told.Value));
    }

    private static TextSpan? Before(AnnotatedReport report, Wording words, int own, int told)
    {
        TokenLayer tokens = report.Tokens;
        TextSpan lead = TextSpan.FromBounds(tokens.Sentences[own].Span.Start, Math.Max(tokens.Sentences[own].Span.Start, words.Span.Start));
        if (Told(report, lead) >= LeastTold || (told == own && !lead.IsEmpty))
        {
            return SentenceWording.Trimmed(report, lead);
        }

        int before = told < own ? told : own - 1;
        if (!IsText(tokens, own) || !IsText(tokens, before))
        {
            return null;
        }

        TextSpan sentence = tokens.Sentences[before].Span;
        return before == own - 1 && Told(report, sentence) < LeastOfSentence && IsText(tokens, before - 1) ? TextSpan.FromBounds(tokens.Sentences[before - 1].Span.Start, sentence.End) : sentence;
    }

    private static bool IsText(TokenLayer tokens, int sentence) => sentence >= 0 && tokens.Sentences[sentence].Part is TextPart.Body or TextPart.Lead;

    // The sentence, not far before, that names it; or the one before, where nothing tells it better. Null for what has a name that the report told long ago: it tells of it throughout.
    private static int? ToldIn(AnnotatedReport report, Entity? entity, int first, int head)
    {
        TokenLayer tokens = report.Tokens;
        int own = tokens.SentenceOf(first), start = tokens.Starts[first];
        if (entity is not null)
        {
            bool isNamed = entity.Mentions.Any(static m => m.Form is MentionForm.Name or MentionForm.Acronym);
            int named = entity.Mentions.Where(m => m.Report == report.Report.Id && m.End <= start && (isNamed ? m.Form is MentionForm.Name or MentionForm.Acronym : m.Form != MentionForm.Pronoun))
                .Select(m => tokens.SentenceOf(tokens.TokenAt(m.Start))).Where(s => IsText(tokens, s)).DefaultIfEmpty(-1).Max();
            return named >= 0 && own - named <= Farthest ? named : isNamed && tokens.Tags[head] != UniversalTag.Pron ? null : own - 1;
        }

        // "there": where a place is told of.
        if (tokens.Tags[head] == UniversalTag.Adv)
        {
            return Enumerable.Range(0, Math.Min(own, Farthest) + 1).Select(back => own - back).Where(s => IsText(tokens, s) && report.Entities.Entities.Any(e => e.Kind is ActorKind.Place or ActorKind.Country && e.Mentions.Any(m => m.Report == report.Report.Id && m.End <= start && tokens.Sentences[s].Span.Contains(TextSpan.FromBounds(m.Start, m.End))))).Select(static s => (int?)s).FirstOrDefault() ?? own - 1;
        }

        int? nearest = null;
        for (int sentence = own - 1; sentence >= Math.Max(0, own - FarthestNoun) && tokens.Tags[head] == UniversalTag.Noun; sentence--)
        {
            (int from, int to) = tokens.TokensOf(tokens.Sentences[sentence].Span);
            int[] told = !IsText(tokens, sentence) ? [] : [.. Enumerable.Range(from, to - from).Where(t => tokens.Tags[t] == UniversalTag.Noun && tokens.Lemmas[t] == tokens.Lemmas[head])];
            if (Array.Exists(told, t => !IsBareAgain(tokens, t)))
            {
                return sentence;
            }

            nearest ??= told.Length > 0 ? sentence : null;
        }

        return nearest ?? own - 1;
    }

    // "the plan" told once more says no more of it than the first "the plan".
    private static bool IsBareAgain(TokenLayer tokens, int noun) => noun > 0 && tokens.Heads[noun - 1] == noun && tokens.Form(noun - 1) is "the" or "The" or "this" or "This" or "that" or "That" && !IsDescribedBehind(tokens, noun);

    // "that day", "at that time": which one, stands before.
    private static bool PointsAtTime(TokenLayer tokens, int token) => tokens.Relations[token] == "det" && tokens.Form(token) is "that" or "That" or "those" or "Those";

    private static int Told(AnnotatedReport report, TextSpan span) => span.IsEmpty ? 0 : WordList.Of(report.Report.Text.Text, span).Count(w => w.IsContent
        && !report.Statements.Any(s => s.Cue.Spans.Any(c => c.Overlaps(w.Span)) || s.Source.Spans.Any(c => c.Overlaps(w.Span))));

    private static TextSpan? IsOpen(AnnotatedReport report, Wording words, int first, int token)
    {
        TokenLayer tokens = report.Tokens;
        string form = tokens.Form(token).ToString().ToLowerInvariant(), relation = tokens.Relations[token];
        int head = tokens.Heads[token];
        if (relation is "det" or "det:predet" or "amod" && Pointers.Value.Contains(form))
        {
            // "those guards who slept": the clause behind says which.
            return head > token && (!IsInLaterClause(tokens, first, head) || (form is "such" && IsInInfinitive(tokens, head))) && !(form is not ("this" or "these") && IsDescribedBehind(tokens, head, words)) && !IsToldInside(report, words, head) ? TextSpan.FromBounds(tokens.Starts[token], tokens.Ends[head]) : null;
        }

        if (tokens.Tags[token] == UniversalTag.Pron && relation != "expl")
        {
            return IsOpenPronoun(report, words, first, token, form) ? tokens.Span(token) : null;
        }

        if (relation == "det" && form == "the")
        {
            bool isLeft = tokens.Lemmas[head] is "rest" || (tokens.Tags[head] == UniversalTag.Num && tokens.Relations[head] is "nmod" or "nsubj" or "nsubj:pass" or "obj" or "obl"); // "the rest", "twelve of the nineteen"
            return head > token && (isLeft || (tokens.Tags[head] == UniversalTag.Noun && !Known.Value.Contains(tokens.Lemmas[head]))) && IsBare(tokens, head, token, words) && !(IsTheme(tokens, tokens.Lemmas[head]) && !IsNamed(report, head)) && !IsToldInside(report, words, head) && !IsToldBefore(tokens, first, head) && !IsInLaterClause(tokens, first, head) && words.Holds(tokens.Span(head))
                ? TextSpan.FromBounds(tokens.Starts[token], tokens.Ends[head]) : null;
        }

        // "they would not sail there"
        if (form == "there" && relation == "advmod" && tokens.Tags[token] == UniversalTag.Adv)
        {
            return !Enumerable.Range(first, token - first).Any(t => words.Holds(tokens.Span(t)) && report.Entities.At(tokens.Span(t)) is { Kind: ActorKind.Place or ActorKind.Country or ActorKind.Facility }) ? tokens.Span(token) : null;
        }

        // "no one has fallen ill", "both were released", "the other two stayed"
        bool isOne = form == "one" && token > first && tokens.Form(token - 1) is "no" or "No";
        return relation is "nsubj" or "nsubj:pass" or "obj" && (isOne || (Counted.Value.Contains(form) && tokens.Tags[token] is UniversalTag.Num or UniversalTag.Det or UniversalTag.Adj or UniversalTag.Noun)) && !IsDescribedBehind(tokens, token, words)
            ? tokens.Span(token) : null;
    }

    private static bool IsOpenPronoun(AnnotatedReport report, Wording words, int first, int token, string form)
    {
        TokenLayer tokens = report.Tokens;
        if (form is "this" or "these" or "that" or "those")
        {
            return !HasNounBefore() && !tokens.Features[token].Contains("PronType=Rel", StringComparison.Ordinal) && tokens.Relations[token] is "nsubj" or "nsubj:pass" or "obj" or "obl" && !IsDescribedBehind(tokens, token, words);
        }

        if (Counted.Value.Contains(form))
        {
            return tokens.Relations[token] is "nsubj" or "nsubj:pass" or "obj" && !IsDescribedBehind(tokens, token, words);
        }

        if (!tokens.Features[token].Contains("Person=3", StringComparison.Ordinal) || tokens.Features[token].Contains("Reflex=Yes", StringComparison.Ordinal))
        {
            return false;
        }

        // Whoever says it stands beside the heading.
        Entity? entity = report.Entities.At(tokens.Span(token));
        return entity is not null && (entity.Mentions.Any(static m => m.Form is MentionForm.Name or MentionForm.Acronym) || !HasNounBefore())
            ? words.Proposition.Statement?.Source.Entity != entity.Id && !entity.Mentions.Any(m => m.Report == report.Report.Id && m.Form != MentionForm.Pronoun && words.Holds(TextSpan.FromBounds(m.Start, m.End)))
            : !HasNounBefore();

        // "the only thing to do is to support them": one thing is no "they".
        bool HasNounBefore() => Enumerable.Range(first, token - first).Any(t => words.Holds(tokens.Span(t)) && tokens.Tags[t] is UniversalTag.Noun or UniversalTag.Propn && !(form is "they" or "them" && tokens.Tags[t] == UniversalTag.Noun && Singles.Value.Contains(tokens.Lemmas[t])));
    }

    // Whether words behind a noun, those of the heading only, say which is meant.
    private static bool IsDescribedBehind(TokenLayer tokens, int head, Wording? words = null)
    {
        for (int at = head + 1; at < tokens.Count && tokens.SentenceOf(at) == tokens.SentenceOf(head); at++)
        {
            if (tokens.Heads[at] == head && words?.Holds(tokens.Span(at)) != false && tokens.Relations[at] is "nmod" or "acl" or "acl:relcl" or "ccomp" or "appos" or "csubj" or "advcl")
            {
                return true;
            }
        }

        return false;
    }

    // "the sixty votes needed to pass such a bill": an infinitive has no clause of its own before it.
    private static bool IsInInfinitive(TokenLayer tokens, int head)
    {
        int top = head;
        for (int steps = 0; steps < MostSteps && tokens.Heads[top] >= 0 && tokens.Tags[top] != UniversalTag.Verb; steps++)
        {
            top = tokens.Heads[top];
        }

        return tokens.Features[top].Contains("VerbForm=Inf", StringComparison.Ordinal);
    }

    // "the firm" in a report that names it is no theme: its name is wanted.
    private static bool IsNamed(AnnotatedReport report, int head) => report.Entities.At(report.Tokens.Span(head)) is { Kind: ActorKind.Organization or ActorKind.Facility } entity && entity.Mentions.Any(static m => m.Form is MentionForm.Name or MentionForm.Acronym);

    // "the effort": nothing beside it says which.
    private static bool IsBare(TokenLayer tokens, int head, int article, Wording words) => Enumerable.Range(article + 1, head - article - 1).All(t => tokens.Tags[t] == UniversalTag.Num) && !IsDescribedBehind(tokens, head, words);

    private static bool IsTheme(TokenLayer tokens, string noun)
    {
        (int sentences, int last) = (0, -1);
        for (int at = 0; at < tokens.Count && sentences < SentencesOfTheme; at++)
        {
            if (tokens.Tags[at] == UniversalTag.Noun && tokens.Lemmas[at] == noun && tokens.SentenceOf(at) is var sentence && sentence != last)
            {
                (sentences, last) = (sentences + 1, sentence);
            }
        }

        return sentences == SentencesOfTheme;
    }

    private static bool IsToldInside(AnnotatedReport report, Wording words, int head) => report.Entities.At(report.Tokens.Span(head)) is { } entity
        && entity.Mentions.Any(m => m.Report == report.Report.Id && m.Form is not (MentionForm.Pronoun or MentionForm.Nominal) && words.Holds(TextSpan.FromBounds(m.Start, m.End)));

    // "the yard owes much, if that debt is counted": a clause before it in the heading may tell what is meant.
    private static bool IsInLaterClause(TokenLayer tokens, int first, int head)
    {
        int top = head;
        for (int steps = 0; steps < MostSteps && tokens.Heads[top] >= 0 && tokens.Relations[top] is not ("conj" or "advcl" or "parataxis"); steps++)
        {
            top = tokens.Heads[top];
        }

        return tokens.Relations[top] is "conj" or "advcl" or "parataxis" && tokens.Heads[top] is var before && first <= before && before < top && before < head;
    }

    // "a deal … the deal"
    private static bool IsToldBefore(TokenLayer tokens, int first, int head)
    {
        for (int at = first; at < head; at++)
        {
            if (tokens.Tags[at] is UniversalTag.Noun or UniversalTag.Propn && string.Equals(tokens.Lemmas[at], tokens.Lemmas[head], StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
