using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;

namespace Parallax.Stories.Figures;

/// <content>Figures that measure nothing named, and numbers that count by habit.</content>
internal static partial class FigureChoice
{
    // A sum told again in brackets stands so near behind the first.
    private const int NearestAgain = 14;

    // Tokens of a clause from its verb to a sum, of the subject before the verb, and behind the sum.
    private const int LongestClause = 10, LongestSubject = 7, LongestRest = 7;

    // Where it is told what is measured: by words that name a thing. A length or a lead is not of a person; a sum says what it is for in its clause.
    private static bool Measures(AnnotatedReport report, Figure figure)
    {
        if (figure.Measures is not { Text.Length: > 0 } measured)
        {
            // "will pay €5,000 to each passenger": money is of itself; what it is for stands in the sentence.
            return (figure.Unit is not "km" && figure.Scope is { Text.Length: > 0 }) || (figure.Unit is "year" && figure.Entities.Length == 1) || IsMoney(figure);
        }

        TokenLayer tokens = report.Tokens;
        (int first, int end) = tokens.TokensOf(TextSpan.FromBounds(measured.Start, measured.End));
        if (first >= end)
        {
            return true;
        }

        if (IsMoney(figure))
        {
            return true;
        }

        ActorKind? kind = figure.Entities is [var only] ? report.Entities.Find(only)?.Kind : null;
        bool isPronoun = end - first == 1 && tokens.Tags[first] == UniversalTag.Pron;
        bool isOfPerson = kind is ActorKind.Person && IsWhole(report, figure.Entities[0], measured);
        bool isNoThing = figure.Unit != "person" && Enumerable.Range(first, end - first).All(t => tokens.Tags[t] is UniversalTag.Verb or UniversalTag.Adj or UniversalTag.Adv or UniversalTag.Adp);
        return !isNoThing && !(isPronoun && figure.Entities.Length != 1) && !(isOfPerson && figure.Unit is "km" or "point" or "percentage-point")
            && !Enumerable.Range(first, end - first).Any(t => tokens.Lemmas[t] is "error" or "margin");
    }

    // "Tervane was fined €2.5 million in 2019": what a sum is for stands in its clause, where no thing is named, or only whom it came from or went to.
    private static TextSlice? MeasuresOf(AnnotatedReport report, Figure figure)
    {
        bool isOfSomebody = figure.Measures is { } measured && figure.Entities is [var only] && report.Entities.Find(only)?.Kind is ActorKind.Person or ActorKind.Organization or ActorKind.Government or ActorKind.Country && IsWhole(report, figure.Entities[0], figure.Measures!);
        if (!IsMoney(figure) || (figure.Measures is not null && !isOfSomebody))
        {
            return figure.Measures;
        }

        TokenLayer tokens = report.Tokens;
        (int first, int end) = tokens.TokensOf(figure.Span);
        if (first >= end)
        {
            return figure.Measures;
        }

        Sentence sentence = tokens.Sentences[tokens.SentenceOf(first)];
        int verb = first;
        for (int steps = 0; verb >= 0 && tokens.Tags[verb] != UniversalTag.Verb && steps < sentence.TokenCount; steps++)
        {
            verb = tokens.Heads[verb];
        }

        if (verb < 0 || verb > first || tokens.Tags[verb] != UniversalTag.Verb || first - verb > LongestClause)
        {
            return figure.Measures;
        }

        int from = verb;
        for (int at = verb - 1; at >= sentence.FirstToken && verb - at <= LongestSubject; at--)
        {
            bool isBefore = tokens.Heads[at] == verb && tokens.Relations[at] is "nsubj" or "nsubj:pass" or "aux" or "aux:pass";
            from = isBefore || (tokens.Heads[at] >= from && tokens.Heads[at] < verb && tokens.Heads[at] != at) ? Math.Min(from, at) : from;
            if (tokens.Tags[at] == UniversalTag.Punct)
            {
                break;
            }
        }

        int to = end;
        while (to < sentence.EndToken && to - end < LongestRest && tokens.Tags[to] is not (UniversalTag.Punct or UniversalTag.Verb or UniversalTag.Aux or UniversalTag.Cconj or UniversalTag.Sconj or UniversalTag.Pron))
        {
            to++;
        }

        // "between June and April" is told whole or not at all.
        int between = Enumerable.Range(end, to - end).FirstOrDefault(t => tokens.Form(t) is "between", -1);
        to = between >= 0 ? between : to;
        while (to > end && tokens.Tags[to - 1] is UniversalTag.Adp or UniversalTag.Det or UniversalTag.Adj or UniversalTag.Adv or UniversalTag.Part)
        {
            to--;
        }

        return new TextSlice(tokens.Text.Slice(TextSpan.FromBounds(tokens.Starts[from], tokens.Ends[to - 1])), tokens.Starts[from], tokens.Ends[to - 1]);
    }

    private static bool IsMoney(Figure figure) => figure.Unit is [>= 'A' and <= 'Z', >= 'A' and <= 'Z', >= 'A' and <= 'Z', ..];

    private static bool IsWhole(AnnotatedReport report, string entity, TextSlice measured) =>
        report.Entities.Find(entity)!.Mentions.Any(m => m.Report == report.Report.Id && m.Start <= measured.Start && m.End >= measured.End); // Found before.

    // "2,300 tons (2,095 metric tons)": one measure in two units.
    private static bool IsToldAgain(AnnotatedReport report, Figure figure)
    {
        string text = report.Report.Text.Text;
        return figure.Start > 0 && text[figure.Start - 1] == '(' && report.Figures.Any(f => f.End < figure.Start && figure.Start - f.End <= NearestAgain && f.Unit == figure.Unit && f.Measures?.Start == figure.Measures?.Start);
    }

    // Words of number that count nothing.
    private static bool IsIdle(AnnotatedReport report, Figure figure)
    {
        TokenLayer tokens = report.Tokens;
        (int first, int end) = tokens.TokensOf(figure.Span);
        if (first >= end)
        {
            return false;
        }

        string text = report.Report.Text.Text, words = text[figure.Start..figure.End];
        bool isFew = figure is { Value: <= SmallCount, Aspect: FigureAspect.Level, Modifier: null };
        bool isLevel = figure.Aspect == FigureAspect.Level;
        ReadOnlySpan<char> before = first > 0 ? tokens.Form(first - 1) : "";

        // "rooms that double as workshops", "ten times as many"
        if (figure.Unit is "times" || (end - first == 1 && (tokens.Tags[first] == UniversalTag.Verb || (tokens.Form(first) is "double" && end < tokens.Count && tokens.Form(end) is "as"))))
        {
            return true;
        }

        // "+972 Weekly", "in 4K"
        bool isName = isLevel && figure.Value >= 2 && end < tokens.Count && tokens.SentenceOf(end) == tokens.SentenceOf(first) && tokens.Tags[end] == UniversalTag.Propn && tokens.Features[end].Contains("Number=Sing", StringComparison.Ordinal)
            && figure.Measures?.Start == tokens.Starts[end] && figure.Unit.Equals(tokens.Form(end).ToString(), StringComparison.OrdinalIgnoreCase);
        bool isResolution = words is [.., 'K'] && words.AsSpan(0, words.Length - 1).IndexOfAnyExceptInRange('0', '9') < 0;

        // "the northern half of the lake", "a year and a half"
        bool isHalf = tokens.Form(end - 1) is "half" && first > 0 && (tokens.Tags[first - 1] is UniversalTag.Adj || (tokens.Form(first) is "a" && before is "and") || (before is "a" && first > 1 && tokens.Form(first - 2) is "and") || before is "northern" or "southern" or "eastern" or "western");

        // "hundreds, if not thousands", "- four", "a couple of clicks", "at least one", "an eight-page list", "the next two towns", "is 95 percent white"
        bool isMore = first > 1 && before is "not" && tokens.Form(first - 2) is "if";
        bool isDash = figure.Value < 0 && tokens.Form(first) is "-" or "–" or "—";
        bool isFewOf = words.StartsWith("a couple", StringComparison.OrdinalIgnoreCase) || words.StartsWith("a pair", StringComparison.OrdinalIgnoreCase) || words.StartsWith("couple", StringComparison.OrdinalIgnoreCase);
        bool isOne = isLevel && figure is { Low: 1, High: null };
        bool isKind = isLevel && figure.End + 1 < text.Length && text[figure.End] == '-' && char.IsAsciiLetterLower(text[figure.End + 1]) && figure.Unit.Length > 0 && report.Figures.Count > 0 && figure.Measures?.Start > figure.End + 1 && isFew && figure.Unit is not ("year" or "km" or "m" or "kg");
        bool isKnown = isFew && before is "next" or "last" or "other" or "past" or "previous" or "early";
        bool isOfQuality = figure.Unit is "percent" && end < tokens.Count && tokens.Tags[end] == UniversalTag.Adj && tokens.Heads[end] >= 0 && tokens.Relations[end] is not "amod";
        return isName || isResolution || isHalf || isMore || isDash || isFewOf || isOne || isKind || isKnown || isOfQuality || (isFew && Idle.Value.Contains(figure.Unit));
    }
}
