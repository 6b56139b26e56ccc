using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Stories.Propositions;

namespace Parallax.Stories.Claims;

/// <summary>Cuts the words of a claim only where English itself has a joint: at a mark, at a word that joins clauses, at the edge of what is attributed.</summary>
/// <remarks>
/// A parse that lost a phrase ("was arrested a few hours | after the attack") would else leave words that break off. An edge that stands inside a phrase is moved outward to the next joint.
/// </remarks>
internal static class CleanCut
{
    private const int WordsToChoice = 3;

    private static readonly string[] Judging = ["dismiss", "reject", "describe", "denounce", "condemn", "brand", "slam", "label", "decry", "portray", "hail", "characterise", "characterize"];

    /// <summary>The span with both edges at joints, inside the sentence and the content; empty where what results holds no whole clause.</summary>
    /// <param name="report">The report.</param>
    /// <param name="proposition">What the words tell.</param>
    /// <param name="span">The words as the parse has them.</param>
    public static TextSpan Of(AnnotatedReport report, Proposition proposition, TextSpan span)
    {
        TokenLayer tokens = report.Tokens;
        (int first, int end) = tokens.TokensOf(span);
        if (first >= end)
        {
            return default;
        }

        (int low, int high) = Limits(report, proposition, first, end);
        high = OtherSubjects.At(report, proposition, first, BeforeJudgement(report, proposition, first, high));
        end = Math.Min(end, high);
        (int start, int stop) = (span.Start, end < tokens.TokensOf(span).End ? tokens.Ends[end - 1] : span.End);
        while (first > low && (!IsLeftJoint(tokens, first) || LosesSubject(tokens, proposition, first)))
        {
            first--;
            start = tokens.Starts[first];
        }

        while (end < high && !IsRightJoint(report, end))
        {
            end++;
            stop = tokens.Ends[end - 1];
        }

        if (Math.Max(Completed(tokens, end, high), WholePhrase.End(tokens, proposition.Top, proposition.Token, first, end, high)) is var whole && whole > end)
        {
            end = whole;
            stop = tokens.Ends[end - 1];
        }

        while (end > first + 1 && (tokens.Tags[end - 1] == UniversalTag.Cconj || IsComma(tokens, end - 1)))
        {
            end--;
            stop = tokens.Ends[end - 1];
        }

        if (OtherChoice(tokens, first, end, high) is var choice && choice > end)
        {
            stop = tokens.Ends[choice - 1];
        }

        return Bracketed(report.Report.Text.Text, TextSpan.FromBounds(start, stop));
    }

    // "were killed | or hurt": who says that it was the one or the other says neither.
    private static int OtherChoice(TokenLayer tokens, int first, int end, int high)
    {
        if (end >= high || tokens.Form(end) is not "or" || tokens.Heads[end] is var other && (other <= end || other > end + WordsToChoice || other >= high || tokens.Relations[other] != "conj" || tokens.Heads[other] < first || tokens.Heads[other] >= end))
        {
            return end;
        }

        int whole = other + 1;
        while (whole < high && tokens.Heads[whole] == other && tokens.Relations[whole] is "obj" or "advmod" or "compound:prt")
        {
            whole++;
        }

        return whole;
    }

    // "a vote meant to show | that the city is safe": a verb at the end takes with it what it shows.
    private static int Completed(TokenLayer tokens, int end, int high)
    {
        int verb = end - 1, whole = end;
        if (tokens.Tags[verb] != UniversalTag.Verb)
        {
            return end;
        }

        for (int token = end; token < high; token++)
        {
            int at = token;
            while (at >= end && tokens.Heads[at] != verb)
            {
                at = tokens.Heads[at];
            }

            whole = at >= end && tokens.Relations[at] is "obj" or "ccomp" or "xcomp" ? token + 1 : whole;
        }

        return whole;
    }

    // The tokens of the piece of the content, or of the sentence, in which the words stand.
    private static (int Low, int High) Limits(AnnotatedReport report, Proposition proposition, int first, int end)
    {
        Sentence sentence = report.Tokens.Sentences[proposition.Sentence];
        (int low, int high) = (sentence.FirstToken, sentence.EndToken);
        foreach (TextSpan piece in proposition.Statement?.Content.Spans ?? [])
        {
            (int from, int to) = report.Tokens.TokensOf(piece);
            (low, high) = from <= first && first < to ? (Math.Max(low, from), high) : (low, high);
            (low, high) = from < end && end <= to ? (low, Math.Min(high, to)) : (low, high);
        }

        // What is said begins where its clause begins ("he said | the yard would close"), and no earlier than what is mainly said.
        bool begins = (report.Tokens.Relations[proposition.Top].StartsWith("ccomp", StringComparison.Ordinal) || (proposition.IsMain && proposition.Statement is not null && proposition.Span.Start >= report.Tokens.Starts[first])) && !IsBehindAnotherVerb(report, proposition, first, low);
        return (begins ? first : Math.Min(low, first), Math.Max(high, end));
    }

    // "the guard who opened fire and killed | one man has been charged": what stands behind a verb that says nothing and governs no part of the clause is a piece of another.
    private static bool IsBehindAnotherVerb(AnnotatedReport report, Proposition proposition, int first, int low) =>
        first > low && report.Tokens.Tags[first - 1] == UniversalTag.Verb && report.Tokens.Relations[first - 1].StartsWith("conj", StringComparison.Ordinal) && report.Tokens.Heads[proposition.Top] != first - 1 && !IsCueOrSource(report, first - 1);

    // "dismissed claims that it would close as nonsense": the judgement is of whoever dismisses them.
    private static int BeforeJudgement(AnnotatedReport report, Proposition proposition, int first, int high)
    {
        if (proposition.Statement is not { Parent: { } parent } || report.Statements.FirstOrDefault(s => s.Id == parent) is not { } outer || !Judging.Contains(outer.Cue.Lemma))
        {
            return high;
        }

        for (int token = Math.Max(first, proposition.Token) + 1; token < high; token++)
        {
            if (report.Tokens.Form(token) is "as" && report.Tokens.Tags[token] is not UniversalTag.Sconj)
            {
                return token;
            }
        }

        return high;
    }

    // "Dorn and | Vale were aiming": a verb of several with one subject left takes the others back.
    private static bool LosesSubject(TokenLayer tokens, Proposition proposition, int first)
    {
        if (first < 2 || proposition.Subject is not { } subject || first > subject || tokens.Tags[first - 1] != UniversalTag.Cconj || tokens.Form(first - 1) is not "and" || tokens.Tags[first - 2] is not (UniversalTag.Propn or UniversalTag.Noun)
            || !tokens.Features[subject].Contains("Number=Sing", StringComparison.Ordinal))
        {
            return false;
        }

        int verb = subject + 1;
        while (verb < tokens.Count && tokens.Tags[verb] is UniversalTag.Propn or UniversalTag.Punct or UniversalTag.Num)
        {
            verb++;
        }

        return verb < tokens.Count && tokens.Form(verb) is "were" or "are" or "have";
    }

    private static bool IsLeftJoint(TokenLayer tokens, int first)
    {
        int before = first - 1;
        if (tokens.Ends[before] == tokens.Starts[first] && tokens.Form(before) is "-" or "/" or "'" or "’")
        {
            return false; // "59-year-|old": inside a word.
        }

        return tokens.Tags[before] is UniversalTag.Punct or UniversalTag.Cconj or UniversalTag.Sconj or UniversalTag.Sym
            || tokens.Relations[before] is "mark" or "discourse"
            || (tokens.Relations[before] is "advmod" && tokens.Features[before].Contains("PronType", StringComparison.Ordinal))
            || (tokens.Tags[before] == UniversalTag.Pron && tokens.Features[before].Contains("PronType=Rel", StringComparison.Ordinal));
    }

    private static bool IsRightJoint(AnnotatedReport report, int next)
    {
        TokenLayer tokens = report.Tokens;
        if (IsAsWhat(tokens, next) || (next > 0 && IsAsWhat(tokens, next - 1)))
        {
            return false; // "is treating the fire | as | “suspicious”"
        }

        if (tokens.Form(next) is "than" || (tokens.Form(next) is "as" && next > 0 && tokens.Tags[next - 1] is UniversalTag.Adv or UniversalTag.Adj && tokens.Heads[next] is >= 0 and var compared && tokens.Heads[compared] == next - 1))
        {
            return false; // "is much | as it was before", "sold more | than it had"
        }

        if (tokens.Tags[next] == UniversalTag.Punct)
        {
            return tokens.Form(next) is not ("-" or "/" or "'" or "’" or "%");
        }

        return tokens.Tags[next] is UniversalTag.Cconj or UniversalTag.Sconj
            || (tokens.Relations[next] == "mark" && !tokens.Form(next).Equals("to", StringComparison.OrdinalIgnoreCase))
            || (tokens.Relations[next] == "advmod" && tokens.Form(next) is "when" or "where" or "while")
            || IsCueOrSource(report, next);
    }

    // "as" before what something is taken for, not before a clause with a subject.
    private static bool IsAsWhat(TokenLayer tokens, int token)
    {
        if (tokens.Form(token) is not "as" || tokens.Heads[token] is not (>= 0 and var what) || what < token || tokens.Relations[token] is not ("mark" or "case"))
        {
            return false;
        }

        for (int child = token + 1; child < what; child++)
        {
            if (tokens.Heads[child] == what && tokens.Relations[child].StartsWith("nsubj", StringComparison.Ordinal))
            {
                return false;
            }
        }

        return tokens.Tags[what] is UniversalTag.Adj or UniversalTag.Noun;
    }

    // "… in March Scherl said": who says it stands outside.
    private static bool IsCueOrSource(AnnotatedReport report, int token)
    {
        TextSpan span = report.Tokens.Span(token);
        foreach (Core.Accounts.Statement statement in report.Statements)
        {
            if (statement.Sentence == report.Tokens.SentenceOf(token) && (statement.Cue.Spans.Any(c => c.Overlaps(span)) || statement.Source.Spans.Any(s => s.Overlaps(span))))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsComma(TokenLayer tokens, int token) => tokens.Tags[token] == UniversalTag.Punct && tokens.Form(token) is "," or ";" or ":" or "–" or "—" or "--";

    // "(said to work from Brevik": a bracket that opens inside closes inside, or stays out.
    private static TextSpan Bracketed(string text, TextSpan span)
    {
        int open = -1, depth = 0;
        for (int i = span.Start; i < span.End; i++)
        {
            if (text[i] is '(' or '[')
            {
                open = depth == 0 ? i : open;
                depth++;
            }
            else if (text[i] is ')' or ']')
            {
                depth--;
            }
        }

        if (depth == 0)
        {
            return span;
        }

        if (depth == 1 && span.End < text.Length && text[span.End] is ')' or ']')
        {
            return TextSpan.FromBounds(span.Start, span.End + 1);
        }

        if (depth < 0)
        {
            return default;
        }

        int end = open;
        while (end > span.Start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return end > span.Start ? TextSpan.FromBounds(span.Start, end) : default;
    }
}
