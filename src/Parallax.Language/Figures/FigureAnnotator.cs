using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Core.Identity;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Language.Pipeline;

namespace Parallax.Language.Figures;

/// <summary>Finds the figures of a report, and with the parse says what each measures, and as of when.</summary>
/// <remarks>A number is a figure where it has a unit, is vague ("hundreds of drones"), or counts a thing. Days, times, versions, parts of names, "one of the …" and "the two leaders" are none.</remarks>
public sealed class FigureAnnotator : IAnnotator
{
    // "-year-old"
    private const int LongestAge = 9;

    /// <inheritdoc/>
    public string Name => "figures";

    /// <inheritdoc/>
    public string Version => "18";

    /// <inheritdoc/>
    public IReadOnlyList<string> Requires { get; } = [ReportLayers.Tokens.Name, ReportLayers.Times.Name];

    /// <inheritdoc/>
    public IReadOnlyList<string> Provides { get; } = [ReportLayers.Figures.Name];

    /// <inheritdoc/>
    public AnnotatedReport Annotate(AnnotatedReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        TokenLayer tokens = report.Tokens;
        List<Figure> figures = [];
        IReadOnlyList<FigurePhrase> phrases = FigureReader.Read(report.Report.Text.Text);
        int nextTime = 0;
        for (int index = 0; index < phrases.Count; index++)
        {
            FigurePhrase told = phrases[index];
            TextSpan span = TextSpan.FromBounds(told.Start, told.End);
            FigurePhrase phrase = tokens.Count == 0 ? told : MovedLengths.Read(tokens, SidedLengths.Read(report.Report.Text.Text, phrases, index));
            while (nextTime < report.Times.Count && report.Times[nextTime].End <= span.Start)
            {
                nextTime++;
            }

            Measured? magnitude = tokens.Count == 0 ? null : Magnitudes.Of(tokens, phrase);
            if (magnitude is null && ((IsTime(report, nextTime, phrase) && !(tokens.Count > 0 && Ages.IsOld(tokens, span))) || tokens.Count == 0 || Scores.IsScore(tokens, phrase) || NumberLabels.IsInName(report, tokens, phrase, span) || FigureIdioms.IsOne(tokens, phrase, span)))
            {
                continue;
            }

            Measured? age = magnitude is null ? Ages.Of(report, tokens, phrase) : null;
            phrase = age is null ? phrase : Ages.Bounded(tokens, phrase);
            Measured measured = magnitude ?? age ?? FigureMeasure.Of(tokens, span, phrase.Kind);
            string unit = magnitude is not null ? Magnitudes.Unit : age is null ? UnitOf(tokens, span, phrase, ref measured) : "year";
            Figure? previous = figures.Count > 0 ? figures[^1] : null;
            if (unit.Length == 0 && previous is not null && phrase.Kind == FigureKind.Number && IsEarlierLevel(tokens, previous, span))
            {
                measured = Again(tokens, previous);
            }
            else if (unit.Length == 0 && previous is not null && phrase.Kind == FigureKind.Number && !measured.Counts && ElidedCount.IsHeldAgain(tokens, previous, span))
            {
                measured = Again(tokens, previous);
            }
            else if (unit.Length == 0 && phrase.Kind == FigureKind.Number && measured.Counts && measured.End == measured.First + 1 && tokens.Tags[measured.First] == UniversalTag.Pron && tokens.Form(measured.First) is not ("us" or "you"))
            {
                measured = FigureScopes.WholeOf(tokens, figures, measured, phrase.Value);
            }

            if (unit.Length == 0 && phrase.Kind == FigureKind.Number && (!measured.Counts || IsOfCalendar(report, tokens, phrase, measured) || (IsSmallAndKnown(tokens, span, phrase) && !phrase.Vague)))
            {
                continue;
            }

            if (measured.End > measured.First + 1 && tokens.Form(measured.First) is "whose")
            {
                measured = measured with { First = measured.First + 1 };
            }

            TextSlice? measures = measured.End > measured.First ? Slice(tokens, measured.First, measured.End) : null;
            if (figures.Count > 0 && measures is not null && figures[^1].Span.Contains(measures.Start))
            {
                measures = figures[^1].Measures; // "up to 300 km and 700 km": the parse hangs the second on the first
            }

            if (previous is not null && phrase.Kind is FigureKind.Money or FigureKind.Measure && IsSame(report.Report.Text.Text, previous, phrase))
            {
                measures = previous.Measures; // "two million euros ($2.6 million)", "58 km (36 miles)"
            }

            if (age is null && measures is not null && measured.End - measured.First == 1 && !FigureMeasure.Names(tokens, measured.First))
            {
                measures = null; // "gains of eight and fourteen percent"
            }

            measures = measures is not null ? WholeName(report, measures) : measures;
            bool lost = IsLossOf(tokens, span, phrase), moved = IsMoved(tokens, span, phrase, out int sign);
            sign = lost ? -1 : sign;
            figures.Add(new Figure
            {
                Id = Ids.Of('f', report.Report.Sha256, span),
                Report = report.Report.Id,
                Start = phrase.Start,
                End = phrase.End,
                Value = phrase.Value * sign,
                Low = Whole(sign < 0 ? -phrase.High : phrase.Low, phrase, unit, up: true),
                High = Whole(sign < 0 ? -phrase.Low : phrase.High, phrase, unit, up: false),
                Unit = unit.Length > 0 ? unit : phrase.Kind == FigureKind.Ratio ? "share" : measured.Unit,
                Modifier = phrase.Modifier,
                Aspect = IsPart(phrase) && unit.Length == 0 ? FigureAspect.Share : lost || IsSummedUp(tokens, span) ? FigureAspect.Level : moved ? FigureAspect.Change : phrase.Aspect,
                Measures = measures,
                Entities = age is null || measures is not null ? [] : Entities(report, new TextSlice("", phrase.Start, phrase.End)),
                AsOf = age is not null && Ages.IsBesideName(tokens, phrase) ? null : FigureTimes.AsOf(report, tokens, span, measured),
                Scope = FigureScopes.Of(tokens, phrase),
                According = According(report, span),
            });
        }

        VoteShares.Apply(tokens, figures);
        Respective.Apply(tokens, figures);
        return report.With(ReportLayers.Figures, new Layer<Figure>([.. figures.Select(f => f.Measures is null ? f : f with { Entities = Entities(report, f.Measures) })]));
    }

    // "about two dozen marchers" are 22 to 26: nobody counts parts of them.
    private static double? Whole(double? bound, FigurePhrase phrase, string unit, bool up) =>
        bound is { } exact && phrase is { Kind: FigureKind.Number, Modifier: "about" } && unit.Length == 0 && phrase.Value is { } value && double.IsInteger(value) ? up ? Math.Ceiling(exact) : Math.Floor(exact) : bound;

    // A time that overlaps it makes a number none of ours, unless the time is only cut from it: "at 4" of "at 4,000 litres", "140 million a year" of "$140 million a year".
    private static bool IsTime(AnnotatedReport report, int next, FigurePhrase phrase)
    {
        if (next >= report.Times.Count || report.Times[next].Start >= phrase.End)
        {
            return false;
        }

        TimeExpression time = report.Times[next];
        string text = report.Report.Text.Text;
        bool cut = time.End < phrase.End && time.End + 1 < text.Length && text[time.End] is ',' or '.' && char.IsAsciiDigit(text[time.End - 1]) && char.IsAsciiDigit(text[time.End + 1]);
        return !cut && !(phrase.Kind is FigureKind.Money or FigureKind.Percent or FigureKind.Measure && phrase.Start < time.Start && time.Type == TimexType.DURATION);
    }

    // "is down five points", "was up 20 seats": by how much, not how many.
    private static bool IsMoved(TokenLayer tokens, TextSpan span, FigurePhrase phrase, out int sign)
    {
        int first = tokens.TokenAt(span.Start);
        bool moved = phrase.Aspect == FigureAspect.Level && phrase.Kind == FigureKind.Number && first > 1 && first < tokens.Count && tokens.Form(first - 1) is "down" or "up"
            && tokens.Lemmas[first - 2] == "be" && tokens.SentenceOf(first) == tokens.SentenceOf(first - 2);
        sign = moved && tokens.Form(first - 1) is "down" ? -1 : 1;
        return moved;
    }

    // "make up 70 percent", "racked up $15,000": nothing rises.
    private static bool IsSummedUp(TokenLayer tokens, TextSpan span)
    {
        int first = tokens.TokenAt(span.Start);
        return first > 1 && first < tokens.Count && tokens.Form(first - 1) is "up" && CountingWords.Instance.Has("ups", tokens.Form(first - 2));
    }

    // "scored 20 Thursday night": no nights are counted.
    private static bool IsOfCalendar(AnnotatedReport report, TokenLayer tokens, FigurePhrase phrase, Measured measured) =>
        measured.End > measured.First && tokens.Starts[measured.First] >= phrase.End && tokens.Span(measured.First, measured.End) is var noun
        && report.Times.Overlapping(noun).Any(time => time.Type is TimexType.DATE or TimexType.TIME && time.Start > phrase.Start && time.Span.Contains(noun));

    // "mourn the loss of three children": so many are lost; nothing has changed by them.
    private static bool IsLossOf(TokenLayer tokens, TextSpan span, FigurePhrase phrase)
    {
        int first = tokens.TokenAt(span.Start);
        return phrase is { Aspect: FigureAspect.Change, Kind: FigureKind.Number, Value: < 0 } && first > 2 && first < tokens.Count && tokens.Form(first - 1) is "of" && tokens.Lemmas[first - 2] == "loss" && tokens.Tags[first - 3] is UniversalTag.Det && tokens.Form(first - 3) is not "a";
    }

    // A sum or a measure told again in another unit, in brackets: "58 km (36 miles)", "a 58-km-wide (36 miles) bay".
    private static bool IsSame(string text, Figure previous, FigurePhrase phrase)
    {
        const int LongestSide = 12;
        if (phrase.Start - previous.End is > 2 and <= LongestSide && text.AsSpan(previous.End, phrase.Start - previous.End) is ['-', .. var side, ' ', '('])
        {
            return CountingWords.Instance.Has("sides", side);
        }

        return phrase.Start - previous.End is > 0 and <= 2 && text[phrase.Start - 1] is '(' or ' ' && text.AsSpan(previous.End, phrase.Start - previous.End).IndexOfAny('(', ';') >= 0;
    }

    // "a fifth of the lake"
    private static bool IsPart(FigurePhrase phrase) => phrase.Kind == FigureKind.Number && phrase.Value is > 0 and < 1;

    // "58, up from 31": the same count, earlier.
    private static bool IsEarlierLevel(TokenLayer tokens, Figure previous, TextSpan span)
    {
        int token = tokens.TokenAt(span.Start);
        return token > 1 && token < tokens.Count && tokens.SentenceOf(token) == tokens.SentenceOf(tokens.TokenAt(previous.Start)) && tokens.Form(token - 1) is "from"
            && CountingWords.Instance.Has("earlier", tokens.Form(token - 2));
    }

    private static Measured Again(TokenLayer tokens, Figure previous)
    {
        (int first, int end) = previous.Measures is { } slice ? tokens.TokensOf(TextSpan.FromBounds(slice.Start, slice.End)) : (0, 0);
        return new Measured(true, previous.Unit, first, end);
    }

    // "billions in aid", "tens of billions worth of goods": money of which the currency is not told (ISO 4217 XXX).
    private static string UnitOf(TokenLayer tokens, TextSpan span, FigurePhrase phrase, ref Measured measured)
    {
        const double SmallestSum = 1e6;
        (_, int end) = tokens.TokensOf(span);
        if (phrase.Unit.Length > 0 || phrase.Kind != FigureKind.Number || !(phrase.Low >= SmallestSum) || end >= tokens.Count || tokens.Lemmas[end] is not ("in" or "worth"))
        {
            return phrase.Unit;
        }

        int noun = tokens.Lemmas[end] == "in" ? FigureMeasure.NounAfter(tokens, end + 1) : -1;
        if (noun >= 0 && tokens.Tags[noun] == UniversalTag.Noun)
        {
            measured = new Measured(false, "", end + 1, noun + 1);
            return "XXX";
        }

        return tokens.Lemmas[end] == "worth" ? "XXX" : phrase.Unit;
    }

    // "members of Quell-e-Tarn": no name is cut.
    private static TextSlice WholeName(AnnotatedReport report, TextSlice measures)
    {
        foreach (NameMention name in report.Names.Overlapping(TextSpan.FromBounds(measures.Start, measures.End)))
        {
            if (name.Span.Start >= measures.Start && name.Span.Start < measures.End && name.Span.End > measures.End)
            {
                return new TextSlice(report.Report.Text.Slice(TextSpan.FromBounds(measures.Start, name.Span.End)), measures.Start, name.Span.End);
            }
        }

        return measures;
    }

    private static TextSlice Slice(TokenLayer tokens, int first, int end)
    {
        TextSpan span = tokens.Span(first, end);
        return new TextSlice(tokens.Text.Slice(span), span.Start, span.End);
    }

    // "the two countries", "both sides", "one of them": a small number in words that a reader knows already, or that counts nothing.
    private static bool IsSmallAndKnown(TokenLayer tokens, TextSpan span, FigurePhrase phrase)
    {
        if (phrase.Modifier is not null || phrase.Low != phrase.High)
        {
            return false;
        }

        int token = tokens.TokenAt(span.Start);
        bool word = token < tokens.Count && !char.IsAsciiDigit(tokens.Form(token)[0]);
        if (phrase.Value == 1 && word)
        {
            return true;
        }

        if (!word || phrase.Value > 12 || token == 0)
        {
            return false;
        }

        ReadOnlySpan<char> before = tokens.Form(token - 1);
        return before.Equals("the", StringComparison.OrdinalIgnoreCase) || before.Equals("these", StringComparison.OrdinalIgnoreCase) || before.Equals("those", StringComparison.OrdinalIgnoreCase)
            || before.Equals("both", StringComparison.OrdinalIgnoreCase) || tokens.Lemmas[token - 1] is "its" or "his" or "her" or "their" or "our";
    }

    private static ImmutableArray<string> Entities(AnnotatedReport report, TextSlice? measures)
    {
        if (measures is null || report.Find(ReportLayers.Entities) is not { } entities)
        {
            return [];
        }

        TextSpan span = TextSpan.FromBounds(measures.Start, measures.End);
        List<string> found = [];
        foreach (Entity entity in entities.Entities)
        {
            foreach (Mention mention in entity.Mentions)
            {
                if (IsIn(report.Report.Text.Text, mention, measures, span) && !found.Contains(entity.Id))
                {
                    found.Add(entity.Id);
                }
            }
        }

        found.Sort(StringComparer.Ordinal);
        return [.. found];
    }

    // "the 36-year-old guide" begins before what is measured, and "the 36-year-old, who …" is told by the age alone.
    private static bool IsIn(string text, Mention mention, TextSlice measures, TextSpan span)
    {
        if (measures.Text.Length == 0)
        {
            return mention.Start <= span.Start && mention.End > span.Start && mention.End - span.End <= LongestAge;
        }

        bool aged = mention.End == span.End && mention.Start < span.Start && text.AsSpan(mention.Start, span.Start - mention.Start).EndsWith("-old ", StringComparison.Ordinal);
        return aged || (mention.Start >= span.Start && mention.End <= span.End);
    }

    private static string? According(AnnotatedReport report, TextSpan span)
    {
        string? innermost = null;
        int length = int.MaxValue;
        foreach (Statement statement in report.Statements)
        {
            if (statement.Stance is Stance.Praises)
            {
                continue; // who is glad of a strike does not count its dead
            }

            foreach (TextSpan piece in statement.Content.Spans)
            {
                if (piece.Contains(span) && piece.Length < length)
                {
                    (innermost, length) = (statement.Id, piece.Length);
                }
            }
        }

        return innermost;
    }
}
