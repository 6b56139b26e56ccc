using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Stories.Words;

namespace Parallax.Stories.Figures;

/// <summary>Which figures of a report an account tells: those that measure something named and of which it is known who counted.</summary>
internal static partial class FigureChoice
{
    // Up to this a number in words may only introduce what follows.
    private const double SmallCount = 12;

    // A poll is named once and told of in so many sentences behind.
    private const int SentencesOfPoll = 6;

    private static readonly Lazy<HashSet<string>> Idle = new(static () => StoriesData.Words("en/figures/idle-counts.txt"));
    private static readonly Lazy<HashSet<string>> Polls = new(static () => StoriesData.Words("en/figures/polls.txt"));
    private static readonly Lazy<ILookup<string, string>> Counters = new(static () => StoriesData.Lines("en/figures/counters.txt").Select(static line => line.Split(": "))
        .SelectMany(static line => line[1].Split(' ').Select(word => (Kind: line[0], Word: word))).ToLookup(static w => w.Kind, static w => w.Word, StringComparer.Ordinal));

    /// <summary>The figures told, with who counted.</summary>
    /// <param name="report">A report with figures.</param>
    /// <param name="compared">What of the report others are compared with by its figures: they are always told.</param>
    public static IEnumerable<Figure> Of(AnnotatedReport report, ImmutableArray<TextSpan> compared)
    {
        foreach (Figure figure in report.Figures.Concat(report.Find(ReportLayers.DoubtfulFigures) ?? Layer<Figure>.Empty).OrderBy(static f => f.Span))
        {
            Figure told = figure with { According = Counter(report, figure), Measures = MeasuresOf(report, figure) };
            if (compared.Any(span => span.Overlaps(figure.Span)) || (Measures(report, figure) && !IsIdle(report, figure) && !IsToldAgain(report, figure) && !IsOpenSource(report, told) && !IsOfPoll(report, told)))
            {
                yield return told;
            }
        }
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

    // "52 percent chose Vale", three sentences behind "a poll": the poll counted, which no words here name.
    private static bool IsOfPoll(AnnotatedReport report, Figure told)
    {
        if (told.According is not null || told.Unit is not ("percent" or "percentage-point" or "point" or "share") || report.Tokens is not { } tokens)
        {
            return false;
        }

        int sentence = tokens.SentenceOf(Math.Min(tokens.TokenAt(told.Start), tokens.Count - 1)), first = tokens.Sentences[Math.Max(0, sentence - SentencesOfPoll)].FirstToken;
        return Enumerable.Range(first, tokens.Sentences[sentence].EndToken - first).Any(t => Polls.Value.Contains(tokens.Lemmas[t]));
    }

    private static bool Pronoun(TokenLayer tokens, StatementSource source) => source.Spans is [var only] && tokens.TokensOf(only) is var (first, end) && end - first == 1 && tokens.Tags[first] == UniversalTag.Pron;

    private static TextSpan SentenceOf(TokenLayer tokens, Figure figure)
    {
        int token = Math.Min(tokens.TokenAt(figure.Start), tokens.Count - 1);
        return tokens.Sentences[tokens.SentenceOf(token)].Span;
    }
}
