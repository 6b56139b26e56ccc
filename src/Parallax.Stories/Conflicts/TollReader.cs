using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Core.Text;
using Parallax.Stories.Words;

namespace Parallax.Stories.Conflicts;

/// <summary>Finds how many died in what a report mainly tells: the first number of dead in its body that is neither a part of a larger one nor that of a whole war.</summary>
internal static class TollReader
{
    private const int Steps = 6;
    private const int StepCost = 2;
    private const int LargestCost = 12;
    private const int LookBack = 3;
    private const int EarlyTokens = 120;

    private static readonly Lazy<Dictionary<string, HashSet<string>>> Words = new(static () => StoriesData.Lines("en/conflicts/toll-words.txt")
        .ToDictionary(static l => l[..l.IndexOf(':', StringComparison.Ordinal)], static l => l[(l.IndexOf(':', StringComparison.Ordinal) + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal));

    /// <summary>The toll, or null where the report gives none.</summary>
    public static Toll? Find(AnnotatedReport report)
    {
        TokenLayer tokens = report.Tokens;
        Figure[] told = [.. report.Figures.Where(f => f.Aspect == FigureAspect.Level && f.Value is not null && Counts(report, f) && IsToll(tokens, f)).OrderBy(static f => f.Start)];
        Figure[] body = [.. told.Where(f => !InTitle(tokens, f))];

        // Titles round and shorten, and bodies begin with a part of the dead: of the two the larger tells all, where the body does not repeat the title's.
        Figure? title = told.FirstOrDefault(f => InTitle(tokens, f)), first = body.FirstOrDefault();
        Figure? main = body.FirstOrDefault(f => title is not null && f.Value == title.Value && tokens.TokenAt(f.Start) < EarlyTokens) ?? (title is not null && first is not null && first.Value < title.Value ? title : first ?? title);
        if (main is null)
        {
            return null;
        }

        Figure? bounded = told.FirstOrDefault(f => f.Value == main.Value && f.Modifier is not null);
        return new Toll(bounded ?? main, bounded?.Modifier);
    }

    /// <summary>Whether a sentence begins a tale of another occasion ("Separately, 12 were killed").</summary>
    public static bool IsApart(AnnotatedReport report, TextSpan sentence) => WordList.Of(report.Report.Text.Text, sentence) is [{ Lower: var first }, ..] && Words.Value["apart"].Contains(first);

    private static bool InTitle(TokenLayer tokens, Figure figure) => tokens.Sentences[tokens.SentenceOf(Math.Max(0, tokens.TokenAt(figure.Start)))].Part is TextPart.Title or TextPart.Heading;

    // People and what has no unit are counted; years and days are not.
    private static bool Counts(AnnotatedReport report, Figure figure) =>
        figure.Value is > 0 && figure.Value == Math.Floor(figure.Value.Value) && figure.Unit.All(char.IsLower) && figure.Unit is not ("percent" or "ordinal" or "km" or "m" or "percentage-point" or "year" or "day" or "month" or "hour" or "week")
        && !report.Times.Any(t => t.Span.Overlaps(figure.Span));

    private static bool IsToll(TokenLayer tokens, Figure figure)
    {
        int first = Math.Max(0, tokens.TokenAt(figure.Start)), last = first;
        while (last + 1 < tokens.Count && tokens.Starts[last + 1] < figure.End)
        {
            last++;
        }

        Sentence sentence = tokens.Sentences[tokens.SentenceOf(first)];
        for (int back = first - 1; back >= Math.Max(sentence.FirstToken, first - LookBack); back--)
        {
            if (Is(tokens, back, "part"))
            {
                return false;
            }
        }

        // "Ten children were among 48 people killed": the first is a part of the second.
        for (int next = last + 1; next < Math.Min(sentence.EndToken, last + 1 + LookBack); next++)
        {
            if (Is(tokens, next, "whole"))
            {
                return false;
            }
        }

        int death = Nearest(tokens, sentence, first, last, "death"), injury = Nearest(tokens, sentence, first, last, "injury");
        return death <= LargestCost && death < injury && !IsOfWar(tokens, sentence);
    }

    /// <summary>Whether a sentence gives the dead of a whole war: "has killed more than 300,000 people since the war began".</summary>
    public static bool IsOfWar(TokenLayer tokens, Sentence sentence)
    {
        bool war = false, beginning = false;
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            war |= Is(tokens, i, "war");
            beginning |= Is(tokens, i, "beginning");
        }

        return war && beginning;
    }

    // "19 killed and injured" counts both.
    private static bool IsBoth(TokenLayer tokens, Sentence sentence, int token) =>
        (token + 1 < sentence.EndToken && Is(tokens, token + 1, "injury") && tokens.Tags[token + 1] != UniversalTag.Num)
        || (token + 2 < sentence.EndToken && tokens.Relations[token + 1] == "cc" && Is(tokens, token + 2, "injury") && (token + 3 >= sentence.EndToken || tokens.Tags[token + 3] != UniversalTag.Num));

    // How far the nearest word of a kind is: by the parse, or by the words between.
    private static int Nearest(TokenLayer tokens, Sentence sentence, int first, int last, string kind)
    {
        int head = first;
        while (tokens.Heads[head] >= first && tokens.Heads[head] <= last)
        {
            head = tokens.Heads[head];
        }

        int best = int.MaxValue;
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (Is(tokens, i, kind) && !(kind == "death" && IsBoth(tokens, sentence, i)))
            {
                int between = i < first ? first - i : i - last;
                best = Math.Min(best, (Distance(tokens, head, i) * StepCost) + between);
            }
        }

        return best;
    }

    private static int Distance(TokenLayer tokens, int from, int to)
    {
        int up = 0;
        for (int a = from; a >= 0 && up <= Steps; a = tokens.Heads[a], up++)
        {
            int down = 0;
            for (int b = to; b >= 0 && down <= Steps; b = tokens.Heads[b], down++)
            {
                if (a == b)
                {
                    return up + down;
                }
            }
        }

        return Steps;
    }

    private static bool Is(TokenLayer tokens, int token, string kind) =>
        Words.Value[kind].Contains(Folding.Fold(tokens.Lemmas[token])) || Words.Value[kind].Contains(Folding.Fold(tokens.Form(token)));
}
