using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Core.Text;
using Parallax.Stories.Propositions;

namespace Parallax.Stories.Claims;

/// <summary>The words of a claim that no clause tells by itself: what the speaker says of himself, or the sentence that attributes it.</summary>
internal static class SentenceWording
{
    private const int LongestSentence = 260;

    /// <summary>The sentence: what is said of the speaker is told by the whole of it ("the firm said it would close two plants"); so is what has no clause of its own ("denied any delay").</summary>
    public static TextSpan? Of(AnnotatedReport report, Proposition proposition)
    {
        if (proposition.Statement is { Parent: { } parent, Stance: Stance.Promises or Stance.Offers } && report.Statements.FirstOrDefault(s => s.Id == parent) is { } outer)
        {
            return Promise(report, outer, proposition);
        }

        if (proposition.Statement is not { Parent: null } statement || statement.Source.Spans.IsEmpty || statement.Cue.Spans.IsEmpty)
        {
            return null;
        }

        // "repeated the false claim that he had paid": what is claimed, and not the claim.
        if (SelfContained.SaidByNoun(report, proposition) is { } said && statement.Content.Spans is [var told] && told.Contains(said) && Content(report, proposition, statement, said) is { } claimed)
        {
            return claimed;
        }

        // "dismissed the reports, accusing the press of …": the sentence is about another statement; what only points back at one told before needs it.
        if (!proposition.PointsBack && report.Statements.Any(o => o.Id != statement.Id && o.Parent is null && o.Sentence == statement.Sentence && !o.Cue.Spans.IsEmpty && o.Cue.Spans[0].Start < statement.Cue.Spans[0].Start && !o.Content.Spans.Any(c => c.Overlaps(statement.Cue.Spans[0]))))
        {
            return null;
        }

        TokenLayer tokens = report.Tokens;
        bool charges = statement.Stance is Stance.Denies or Stance.Accuses or Stance.Admits or Stance.Doubts && !report.Report.Text.Slice(statement.Content.Spans[0]).StartsWith("what ", StringComparison.Ordinal);
        bool isSplit = proposition.IsMain && statement.Content.Spans.Length > 1 && statement.Manner != Manner.Indirect && proposition.Subject is { } own && SelfContained.NamesItself(report, own, proposition);
        if (!charges && !isSplit && !proposition.PointsBack && (!proposition.IsMain || statement.Manner == Manner.Direct))
        {
            return null;
        }

        // "denied that there were any losses", "admitted that he had lost": what is denied or admitted is the claim, not the denial.
        if (charges && proposition is { IsMain: true, IsClause: true, IsFinite: true } && Content(report, proposition, statement) is { } charged)
        {
            return charged;
        }

        bool isSpeaker = proposition.Actor is { } actor && statement.Source.Entity is { } speaker && actor.Entities.Contains(speaker);
        bool isPronoun = proposition.Subject is { } subject && tokens.Tags[subject] == UniversalTag.Pron && tokens.Form(subject) is "it" or "he" or "she" or "they";
        isSpeaker |= SelfContained.HasPronoun(report, proposition);
        if (!charges && !isSplit && !isSpeaker && !isPronoun && !proposition.PointsBack)
        {
            return null;
        }

        var sentence = tokens.Sentences[statement.Sentence];
        int head = tokens.TokenAt(statement.Source.Spans[0].Start);
        if (!charges && !isSplit && !proposition.PointsBack && Content(report, proposition, statement) is { } content)
        {
            return content;
        }

        bool named = head < tokens.Count && statement.Source.Spans.All(s => sentence.Span.Contains(s)) && tokens.Tags[head] is not (UniversalTag.Pron or UniversalTag.Sconj);
        TextSpan span = Quotes.Balanced(report.Report.Text.Text, HeadingWords.BehindOpener(report, Trimmed(report, BeforeOtherWords(report, statement, sentence.Span))));
        return named && sentence.Part is TextPart.Body or TextPart.Lead && proposition.Sentence == statement.Sentence && !span.IsEmpty && span.Length <= LongestSentence && SelfContained.Starts(report, span) ? span : null;
    }

    // "blamed the mayor for the delay, | saying that …": what is said beside it is another statement.
    private static TextSpan BeforeOtherWords(AnnotatedReport report, Statement statement, TextSpan sentence)
    {
        foreach (Statement other in report.Statements)
        {
            int cue = other.Id == statement.Id || other.Cue.Spans.IsEmpty || !sentence.Contains(other.Cue.Spans[0]) ? -1 : report.Tokens.TokenAt(other.Cue.Spans[0].Start);
            if (cue > 1 && report.Tokens.Form(cue).EndsWith("ing", StringComparison.Ordinal) && report.Tokens.Form(cue - 1) is "," && report.Tokens.Ends[cue - 2] >= statement.Content.Spans[^1].End - 1)
            {
                return TextSpan.FromBounds(sentence.Start, report.Tokens.Ends[cue - 2]);
            }
        }

        return sentence;
    }

    // "the firm said it would close two plants": what it said, where the account knows for whom the pronoun stands.
    private static TextSpan? Content(AnnotatedReport report, Proposition proposition, Statement statement, TextSpan? part = null)
    {
        if ((part is { } clause ? [clause] : statement.Content.Spans) is not [var whole] || proposition.Subject is not { } subject || !whole.Contains(report.Tokens.Span(subject)) || !whole.Contains(report.Tokens.Span(proposition.Token)) || statement.Cue.Spans.Any(c => whole.Overlaps(c)))
        {
            return null;
        }

        // Of two people whom the pronoun may mean, the sentence shows both; the speaker, named or not, stands beside his words.
        Entity? meant = report.Entities.At(report.Tokens.Span(subject));
        bool known = report.Tokens.Tags[subject] != UniversalTag.Pron || (meant is not null && (meant.Id == statement.Source.Entity || (meant.Mentions.Any(static m => m.Form == MentionForm.Name) && statement.Source.Kind is not (ActorKind.Person or ActorKind.Unnamed))));
        if (!known || report.Tokens.Sentences[statement.Sentence].Part is not (TextPart.Body or TextPart.Lead) || report.Tokens.TokenAt(whole.Start) is var first && first + 1 >= report.Tokens.Count)
        {
            return null;
        }

        // Few words of these are told by the sentence.
        bool isAdmittedOrOfNobody = statement.Stance is Stance.Admits or Stance.Accuses || (meant is not null && meant.Mentions.All(static m => m.Form != MentionForm.Name));
        TextSpan span = report.Tokens.Form(first) is "that" or "That" ? TextSpan.FromBounds(report.Tokens.Starts[first + 1], whole.End) : whole;
        (int from, int end) = report.Tokens.TokensOf(span);
        int cut = OtherSubjects.At(report, proposition, from, end);
        span = cut < end ? TextSpan.FromBounds(span.Start, report.Tokens.Ends[cut - 1]) : span;
        span = Quotes.Balanced(report.Report.Text.Text, HeadingWords.BehindOpener(report, Trimmed(report, span)));
        first = report.Tokens.TokenAt(span.Start);
        return !span.IsEmpty && span.Length <= LongestSentence && (!isAdmittedOrOfNobody || HeadingWords.SayEnough(report, subject, span)) && (SelfContained.Starts(report, span) || report.Tokens.Form(first) is "he" or "she" or "they" or "it" or "He" or "She" or "They" or "It") ? span : null;
    }

    // "The Post reported that Norland has agreed to supply boats": what is promised has no clause of its own; who promises it says so.
    private static TextSpan? Promise(AnnotatedReport report, Statement outer, Proposition proposition)
    {
        TextSpan whole = outer.Content.Spans.FirstOrDefault(s => s.Contains(proposition.Span));
        int first = whole.IsEmpty ? -1 : report.Tokens.TokenAt(whole.Start);
        if (first < 0 || whole.Length > LongestSentence || !report.Tokens.Sentences[proposition.Sentence].Span.Contains(whole))
        {
            return null;
        }

        TextSpan span = Quotes.Balanced(report.Report.Text.Text, Trimmed(report, report.Tokens.Form(first) is "that" ? TextSpan.FromBounds(report.Tokens.Starts[first + 1], whole.End) : whole));
        return span.IsEmpty || !SelfContained.Starts(report, span) ? null : span;
    }

    /// <summary>The words without a full stop and spaces at their end.</summary>
    public static TextSpan Trimmed(AnnotatedReport report, TextSpan span)
    {
        ReadOnlySpan<char> text = report.Report.Text.Text.AsSpan(span.Start, span.Length);
        int length = text.TrimEnd(" .").Length;
        return TextSpan.FromBounds(span.Start, span.Start + length);
    }
}
