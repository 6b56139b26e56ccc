using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Stories.Words;

namespace Parallax.Stories.Figures;

/// <summary>Which figures of a report an account tells: those that measure something named and of which it is known who counted.</summary>
internal static class FigureChoice
{
    // Up to this a number in words may only introduce what follows.
    private const double SmallCount = 12;

    private static readonly Lazy<HashSet<string>> Idle = new(static () => StoriesData.Words("en/figures/idle-counts.txt"));
    private static readonly Lazy<ILookup<string, string>> Counters = new(static () => StoriesData.Lines("en/figures/counters.txt").Select(static line => line.Split(": "))
        .SelectMany(static line => line[1].Split(' ').Select(word => (Kind: line[0], Word: word))).ToLookup(static w => w.Kind, static w => w.Word, StringComparer.Ordinal));

    /// <summary>The figures told, with who counted.</summary>
    /// <param name="report">A report with figures.</param>
    /// <param name="compared">What of the report others are compared with by its figures: they are always told.</param>
    public static IEnumerable<Figure> Of(AnnotatedReport report, ImmutableArray<TextSpan> compared)
    {
        foreach (Figure figure in report.Figures.Concat(report.Find(ReportLayers.DoubtfulFigures) ?? Layer<Figure>.Empty).OrderBy(static f => f.Span))
        {
            Figure told = figure with { According = Counter(report, figure) };
            if (compared.Any(span => span.Overlaps(figure.Span)) || (Measures(report, figure) && !IsIdle(report, figure) && !IsOpenSource(report, told)))
            {
                yield return told;
            }
        }
    }

    // Where it is told what is measured: by words that name something, or by whom it is of.
    private static bool Measures(AnnotatedReport report, Figure figure)
    {
        if (figure.Measures is not { Text.Length: > 0 } measured)
        {
            // "will pay €5,000 to each passenger": money is of itself; what it is for stands in the sentence.
            return figure.Scope is { Text.Length: > 0 } || figure.Entities.Length == 1 || IsMoney(figure);
        }

        TokenLayer tokens = report.Tokens;
        (int first, int end) = tokens.TokensOf(TextSpan.FromBounds(measured.Start, measured.End));
        bool isPronoun = end - first == 1 && tokens.Tags[first] == UniversalTag.Pron;
        bool isLengthOfSomebody = figure.Unit is "km" && figure.Entities is [var only] && report.Entities.Find(only) is { Kind: ActorKind.Person };
        return !(isPronoun && figure.Entities.Length != 1) && !isLengthOfSomebody;
    }

    private static bool IsMoney(Figure figure) => figure.Unit is [>= 'A' and <= 'Z', >= 'A' and <= 'Z', >= 'A' and <= 'Z', ..];

    // Words of number that count nothing.
    private static bool IsIdle(AnnotatedReport report, Figure figure)
    {
        TokenLayer tokens = report.Tokens;
        (int first, int end) = tokens.TokensOf(figure.Span);
        if (first >= end)
        {
            return false;
        }

        // "rooms that double as workshops"; "a magazine's name is +972 Weekly"; "the northern half of the town"; "thousands, if not millions"
        bool isVerb = end - first == 1 && (tokens.Tags[first] == UniversalTag.Verb || (tokens.Form(first) is "double" && end < tokens.Count && tokens.Form(end) is "as"));
        bool isName = figure.Value >= 2 && end < tokens.Count && tokens.SentenceOf(end) == tokens.SentenceOf(first) && tokens.Tags[end] == UniversalTag.Propn && tokens.Features[end].Contains("Number=Sing", StringComparison.Ordinal) && figure.Measures?.Start == tokens.Starts[end] && figure.Aspect == FigureAspect.Level && figure.Unit.Equals(tokens.Form(end).ToString(), StringComparison.OrdinalIgnoreCase);
        bool isHalf = tokens.Form(end - 1) is "half" && first > 0 && (tokens.Tags[first - 1] is UniversalTag.Adj || (tokens.Form(first) is "a" && tokens.Form(first - 1) is "and") || (tokens.Form(first) is "half" && tokens.Form(first - 1) is "a" && first > 1 && tokens.Form(first - 2) is "and") || tokens.Form(first - 1) is "northern" or "southern" or "eastern" or "western");
        bool isMore = first > 1 && tokens.Form(first - 1) is "not" && tokens.Form(first - 2) is "if";
        bool isDash = figure.Value < 0 && tokens.Form(first) is "-" or "–" or "—";
        string words = report.Report.Text.Text[figure.Start..figure.End];
        bool isFewOf = words.StartsWith("a couple", StringComparison.OrdinalIgnoreCase) || words.StartsWith("a pair", StringComparison.OrdinalIgnoreCase) || words.StartsWith("couple", StringComparison.OrdinalIgnoreCase);
        bool isResolution = words is [.., 'K'] && words.AsSpan(0, words.Length - 1).IndexOfAnyExceptInRange('0', '9') < 0; // "in 4K"
        return isVerb || isResolution || isName || isHalf || isMore || isDash || isFewOf || (figure is { Value: <= SmallCount, Aspect: FigureAspect.Level, Modifier: null } && Idle.Value.Contains(figure.Unit));
    }

    // Who counted: whose content it stands in; of several that are named behind their numbers ("12 hurt, according to Orsk, and 9 held, according to Vale") the first behind it.
    private static string? Counter(AnnotatedReport report, Figure figure)
    {
        TextSpan sentence = SentenceOf(report.Tokens, figure);
        Statement[] behind = [.. report.Statements.Where(s => s.Cue.Spans is [var cue, ..] && sentence.Contains(cue) && cue.Start >= figure.End && s.Cue.Lemma is "accord" or "according" or "according to").OrderBy(static s => s.Cue.Spans[0].Start)];
        return behind is [var next, ..] && !(figure.According is { } own && report.Statements.Any(s => s.Id == own && s.Cue.Spans is [var cue, ..] && cue.Start < figure.Start)) ? next.Id : figure.According;
    }

    // "Orsk estimates that 40 were hurt" where nothing is read to be his: not the report's own count. "they estimate": nobody's that is known.
    private static bool IsOpenSource(AnnotatedReport report, Figure figure)
    {
        TokenLayer tokens = report.Tokens;
        if (figure.According is { } id)
        {
            return report.Statements.FirstOrDefault(s => s.Id == id) is { Source: { Entity: null } source } && (source.Text.Length == 0 || Pronoun(tokens, source));
        }

        TextSpan sentence = SentenceOf(tokens, figure);
        (int first, int end) = tokens.TokensOf(sentence);
        int token = tokens.TokenAt(figure.Start);
        for (int at = first; at + 1 < end; at++)
        {
            if (tokens.Form(at).Equals("according", StringComparison.OrdinalIgnoreCase) && tokens.Form(at + 1) is "to")
            {
                return true;
            }
        }

        for (int at = token, steps = 0; tokens.Heads[at] is >= 0 and var above && steps < end - first; at = above, steps++)
        {
            if (tokens.Tags[above] == UniversalTag.Verb && (tokens.Relations[at] is "ccomp" or "parataxis" ? "said" : tokens.Relations[at] is "obj" ? "counted" : null) is { } kind && Counters.Value[kind].Contains(tokens.Lemmas[above]) && !IsWriter(tokens, above, first, end))
            {
                return true;
            }
        }

        return false;
    }

    // "I counted some 250 heads": the report's own count.
    private static bool IsWriter(TokenLayer tokens, int verb, int first, int end)
    {
        for (int at = first; at < end; at++)
        {
            if (tokens.Heads[at] == verb && tokens.Relations[at] == "nsubj")
            {
                return tokens.Form(at) is "I" or "We" or "we";
            }
        }

        return false;
    }

    private static bool Pronoun(TokenLayer tokens, StatementSource source) => source.Spans is [var only] && tokens.TokensOf(only) is var (first, end) && end - first == 1 && tokens.Tags[first] == UniversalTag.Pron;

    private static TextSpan SentenceOf(TokenLayer tokens, Figure figure)
    {
        int token = Math.Min(tokens.TokenAt(figure.Start), tokens.Count - 1);
        return tokens.Sentences[tokens.SentenceOf(token)].Span;
    }
}
