using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;

namespace Parallax.Language.Figures;

/// <summary>Ages: "Robert Quill, 32,", "Orla Venn (41)", "the 36-year-old guide". What is measured is the person.</summary>
internal static class Ages
{
    private const double Oldest = 120;

    /// <summary>Whose age a number is, or null where it is none. <see cref="Measured.First"/> equals <see cref="Measured.End"/> where the person is told by the age alone ("the 36-year-old, who …").</summary>
    public static Measured? Of(AnnotatedReport report, TokenLayer tokens, FigurePhrase phrase)
    {
        (int first, int end) = tokens.TokensOf(TextSpan.FromBounds(phrase.Start, phrase.End));
        bool bare = phrase.Kind == FigureKind.Number && phrase.Unit.Length == 0 && end == first + 1 && phrase.Value is > 0 and <= Oldest && phrase.Value == Math.Floor(phrase.Value.Value);
        return !bare || first >= end ? null : OldAfter(tokens, end) is >= 0 and int old ? Person(tokens, old) : BesideName(report, tokens, first) ?? AfterVerb(report, tokens, first, end) ?? AtAge(report, tokens, first, end) ?? BesideAge(tokens, end);
    }

    /// <summary>The phrase of an age with its bound: "the first captain under age 30", "before the age of 30".</summary>
    public static FigurePhrase Bounded(TokenLayer tokens, FigurePhrase phrase)
    {
        int first = tokens.TokensOf(TextSpan.FromBounds(phrase.Start, phrase.End)).First, word = first - 1;
        word -= word > 0 && tokens.Form(word) is "of" ? 1 : 0;
        if (phrase.Modifier is not null || word < 1 || tokens.Form(word) is not ("age" or "ages"))
        {
            return phrase;
        }

        word -= word > 1 && tokens.Form(word - 1) is "the" ? 2 : 1;
        return tokens.SentenceOf(word) != tokens.SentenceOf(first) ? phrase
            : tokens.Form(word) is "under" or "before" or "below" ? phrase with { Modifier = "less than", Low = 0, HighExclusive = true }
            : tokens.Form(word) is "over" or "after" or "above" or "past" ? phrase with { Modifier = "more than", High = null, LowExclusive = true }
            : phrase;
    }

    /// <summary>Whether the age stands beside a name ("Orla Venn, 41,", "Orla Venn (41)"): an age of the day of writing, whatever is told of earlier years.</summary>
    public static bool IsBesideName(TokenLayer tokens, FigurePhrase phrase) =>
        tokens.TokensOf(TextSpan.FromBounds(phrase.Start, phrase.End)).First is > 0 and int first && tokens.Form(first - 1) is "," or "(";

    /// <summary>Whether "year-old" or "years old" stands after a number, so that no stretch of time is told.</summary>
    public static bool IsOld(TokenLayer tokens, TextSpan span) => OldAfter(tokens, tokens.TokensOf(span).End) >= 0;

    // "He was 77.", "Orla Venn was 77 when …": nothing is counted after the number.
    private static Measured? AfterVerb(AnnotatedReport report, TokenLayer tokens, int first, int end)
    {
        if (first < 2 || tokens.SentenceOf(first - 2) != tokens.SentenceOf(first) || tokens.Form(first - 1) is not ("was" or "is") || !char.IsAsciiDigit(tokens.Form(first)[0]) || !Ends(tokens, end, first))
        {
            return null;
        }

        if (tokens.Form(first - 2) is "he" or "He" or "she" or "She")
        {
            return new Measured(true, "year", first - 2, first - 1);
        }

        foreach (NameMention name in report.Names.Overlapping(tokens.Span(first - 2)))
        {
            if (name.Kind == NameKind.Person)
            {
                (int start, int last) = tokens.TokensOf(name.Span);
                return last == first - 1 ? new Measured(true, "year", start, last) : null;
            }
        }

        return null;
    }

    // "aged 61", "at age 61", "at the age of 61", "died at 77": of whom the verb tells.
    private static Measured? AtAge(AnnotatedReport report, TokenLayer tokens, int first, int end)
    {
        int sentence = tokens.SentenceOf(first), word = first - 1;
        if (word < 1 || tokens.SentenceOf(word - 1) != sentence || !char.IsAsciiDigit(tokens.Form(first)[0]))
        {
            return null;
        }

        bool named = tokens.Form(word) is "aged" or "age" || (tokens.Form(word) is "of" && tokens.Form(word - 1) is "age");
        int verb = -1;
        for (int i = word; i >= tokens.Sentences[sentence].FirstToken && verb < 0; i--)
        {
            verb = tokens.Tags[i] is UniversalTag.Verb && tokens.Form(i) is not "aged" ? i : -1;
        }

        bool death = verb >= 0 && CountingWords.Instance.Has("births", tokens.Form(verb));
        if (!named && !(tokens.Form(word) is "at" && death && Ends(tokens, end, first)))
        {
            return null;
        }

        int subject = verb < 0 || !death ? -1 : FigureMeasure.Subject(tokens, verb);
        if (death && (subject < 0 || tokens.Tags[subject] != UniversalTag.Propn) && FirstPerson(report, tokens.Sentences[sentence].Span, tokens.Starts[verb]) is { } person)
        {
            (int start, int last) = tokens.TokensOf(person);
            return new Measured(true, "year", start, last); // "Orla Venn, the engineer who built it, has died at age 95"
        }

        return subject < 0 ? new Measured(true, "year", first, first) : new Measured(true, "year", subject, NameEnd(tokens, subject));
    }

    private static TextSpan? FirstPerson(AnnotatedReport report, TextSpan sentence, int before)
    {
        foreach (NameMention name in report.Names.Overlapping(sentence))
        {
            if (name.Kind == NameKind.Person && name.Span.End <= before)
            {
                return name.Span;
            }
        }

        return null;
    }

    private static int NameEnd(TokenLayer tokens, int name)
    {
        int end = name + 1;
        while (end < tokens.Count && tokens.Heads[end] == name && tokens.Relations[end] is "flat" or "flat:name")
        {
            end++;
        }

        return end;
    }

    // "68 and 48 years old": the first as well.
    private static Measured? BesideAge(TokenLayer tokens, int end) =>
        end + 2 < tokens.Count && tokens.Form(end) is "and" or "," && char.IsAsciiDigit(tokens.Form(end + 1)[0]) && OldAfter(tokens, end + 2) >= 0 ? new Measured(true, "year", end, end) : null;

    private static bool Ends(TokenLayer tokens, int end, int first) =>
        end >= tokens.Count || tokens.SentenceOf(end) != tokens.SentenceOf(first) || tokens.Form(end) is "." or "," or ";" or ")" or "when" or "and";

    // "-year-old": the token after it, or -1.
    private static int OldAfter(TokenLayer tokens, int end)
    {
        int year = end < tokens.Count && tokens.Form(end) is "-" ? end + 1 : end, old = year + 1 < tokens.Count && tokens.Form(year + 1) is "-" ? year + 2 : year + 1;
        return old < tokens.Count && tokens.Form(year) is "year" or "years" && tokens.Form(old) is "old" or "olds" ? old + 1 : -1;
    }

    private static Measured Person(TokenLayer tokens, int start)
    {
        int noun = start < tokens.Count && tokens.Form(start - 1) is "old" ? FigureMeasure.NounAfter(tokens, start) : -1;
        return noun >= start && tokens.SentenceOf(noun) == tokens.SentenceOf(start - 1) ? new Measured(true, "year", start, noun + 1) : new Measured(true, "year", start, start);
    }

    private static Measured? BesideName(AnnotatedReport report, TokenLayer tokens, int first)
    {
        bool marked = first > 1 && first + 1 < tokens.Count && tokens.SentenceOf(first - 2) == tokens.SentenceOf(first)
            && (tokens.Form(first - 1) is "," ? tokens.Form(first + 1) is "," or "." or "and" or ";" || (tokens.Tags[first + 1] == UniversalTag.Aux && tokens.SentenceOf(first + 1) == tokens.SentenceOf(first)) : tokens.Form(first - 1) is "(" && tokens.Form(first + 1) is ")");
        if (!marked || !char.IsAsciiDigit(tokens.Form(first)[0]))
        {
            return null;
        }

        foreach (NameMention name in report.Names.Overlapping(tokens.Span(first - 2)))
        {
            if (name.Kind == NameKind.Person)
            {
                (int start, int last) = tokens.TokensOf(name.Span);
                return last == first - 1 ? new Measured(true, "year", start, last) : null;
            }
        }

        return NameBefore(tokens, first);
    }

    // "the van and Orrin Vale, 23, of Tarn, were found": where no name was read, an age by what follows it.
    private static Measured? NameBefore(TokenLayer tokens, int first)
    {
        int sentence = tokens.SentenceOf(first), after = first + 2;
        if (tokens.Form(first - 1) is not "," || tokens.Form(first + 1) is not "," || after >= tokens.Count || tokens.SentenceOf(after) != sentence || tokens.Form(after) is not ("of" or "from" or "who"))
        {
            return null;
        }

        int start = first - 1;
        while (start > tokens.Sentences[sentence].FirstToken && tokens.Tags[start - 1] == UniversalTag.Propn)
        {
            start--;
        }

        return start < first - 1 ? new Measured(true, "year", start, first - 1) : null;
    }
}
