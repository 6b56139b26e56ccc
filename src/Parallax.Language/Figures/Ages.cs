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
        return !bare ? null : OldAfter(tokens, end) is >= 0 and int old ? Person(tokens, old) : BesideName(report, tokens, first);
    }

    // "-year-old": the token after it, or -1.
    private static int OldAfter(TokenLayer tokens, int end)
    {
        int year = end < tokens.Count && tokens.Form(end) is "-" ? end + 1 : end, old = year + 1 < tokens.Count && tokens.Form(year + 1) is "-" ? year + 2 : year + 1;
        return old < tokens.Count && tokens.Form(year) is "year" && tokens.Form(old) is "old" or "olds" ? old + 1 : -1;
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

        return null;
    }
}
