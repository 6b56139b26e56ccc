using System.Runtime.InteropServices;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;

namespace Parallax.Language.Figures;

/// <summary>Whose share a figure of a poll or a vote is: "Orsk led Vale by 15 points, 52 percent to 37 percent", "with 20 percent for Vale", "followed by Quill with 9 percent".</summary>
internal static class VoteShares
{
    private const int LongestLink = 6, MostAdverbs = 3;

    /// <summary>Gives shares of a contest those who have them, and the lead in points him who leads.</summary>
    /// <param name="tokens">The tokens with their parse.</param>
    /// <param name="figures">Figures in the order of the text, changed in place.</param>
    public static void Apply(TokenLayer tokens, List<Figure> figures)
    {
        Span<Figure> all = CollectionsMarshal.AsSpan(figures);
        for (int i = 0; i < all.Length; i++)
        {
            if (IsLead(all[i]))
            {
                all[i] = Lead(tokens, all[i]);
            }
            else if (all[i].Unit == "percent" && all[i].Aspect == FigureAspect.Level)
            {
                if (i + 1 < all.Length && IsPair(tokens, all[i], all[i + 1]) && Contest.Of(tokens, tokens.TokenAt(all[i].Start), tokens.TokenAt(all[i + 1].End - 1) + 1) is { } sides)
                {
                    bool firstLeads = (all[i].Value >= all[i + 1].Value) == sides.SubjectLeads;
                    all[i] = With(tokens, all[i], firstLeads ? sides.Subject : sides.Opponent);
                    all[i + 1] = With(tokens, all[i + 1], Owner(tokens, tokens.TokenAt(all[i + 1].Start)) is >= 0 and int own ? own : firstLeads ? sides.Opponent : sides.Subject);
                    i++;
                }
                else if (Holder(tokens, all[i]) is >= 0 and int holder)
                {
                    all[i] = With(tokens, all[i], holder);
                }
            }
        }

        BareShares.Apply(tokens, all);
    }

    private static bool IsLead(Figure figure) => figure.Unit is "point" or "percentage-point";

    // "52 percent to 37 percent", "64%-27%", "47 percent to Vale's 46 percent"
    private static bool IsPair(TokenLayer tokens, Figure left, Figure right)
    {
        int from = tokens.TokenAt(left.End - 1) + 1, to = tokens.TokenAt(right.Start);
        if (right.Unit != "percent" || to <= from || to >= tokens.Count || to - from > LongestLink || tokens.SentenceOf(from - 1) != tokens.SentenceOf(to))
        {
            return false;
        }

        int link = tokens.Form(from) is "," && from + 1 < to ? from + 1 : from;
        return tokens.Form(link) is "to" or "-" or "–" && (link + 1 == to || Owner(tokens, to) > link);
    }

    // "by 15 points", "12 points ahead of Vale", "up 10 points": who leads or trails; never the points themselves.
    private static Figure Lead(TokenLayer tokens, Figure figure)
    {
        (int first, int end) = tokens.TokensOf(figure.Span);
        if (first >= end || first == 0)
        {
            return figure;
        }

        int after = end < tokens.Count && tokens.Lemmas[end] == "point" ? end + 1 : end;
        bool told = tokens.Form(first - 1) is "by" || (after < tokens.Count && tokens.SentenceOf(after) == tokens.SentenceOf(first) && tokens.Form(after) is "ahead" or "behind");
        int before = first - 1;
        while (before > 0 && tokens.Tags[before] is UniversalTag.Adv or UniversalTag.Adp && tokens.SentenceOf(before) == tokens.SentenceOf(first) && first - before <= MostAdverbs)
        {
            before--;
        }

        if (told && tokens.Form(before) is "up" or "down")
        {
            before--;
        }

        if (told && Contest.Of(tokens, first, after) is { } sides && sides.Subject >= 0)
        {
            return With(tokens, figure, sides.Subject);
        }

        return figure.Measures is { } measures && measures.Text.StartsWith("point", StringComparison.OrdinalIgnoreCase) ? figure with { Measures = null } : figure;
    }

    // "20 percent for Vale", "Vale with 20 percent", "Vale's 20 percent"
    private static int Holder(TokenLayer tokens, Figure figure)
    {
        (int first, int end) = tokens.TokensOf(figure.Span);
        if (first >= end || first == 0)
        {
            return -1;
        }

        int sentence = tokens.SentenceOf(first);
        bool open = end < tokens.Count && tokens.SentenceOf(end) == sentence;
        if (open && tokens.Form(end) is "for" && FigureMeasure.NounAfter(tokens, end + 1) is >= 0 and int backed && tokens.Tags[backed] == UniversalTag.Propn)
        {
            return backed;
        }

        if (open && tokens.Tags[end] is UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Adj || (open && tokens.Form(end) is "of" or "-"))
        {
            return -1;
        }

        if (Owner(tokens, first) is >= 0 and int owner)
        {
            return owner;
        }

        int with = first - 1;
        while (with > 0 && tokens.Tags[with] == UniversalTag.Adv && first - with < MostAdverbs)
        {
            with--;
        }

        if (tokens.Form(with) is not ("with" or "at"))
        {
            return -1;
        }

        int name = with - 1;
        while (name > 0 && with - name <= MostAdverbs && tokens.Tags[name] is UniversalTag.Adv or UniversalTag.Adj)
        {
            name--;
        }

        return name >= 0 && tokens.SentenceOf(name) == sentence && tokens.Tags[name] == UniversalTag.Propn && !IsPlaced(tokens, name) ? name : -1;
    }

    // "in Tarn with 20 percent", "the senator from Tarn with 20 percent": no share of the town.
    private static bool IsPlaced(TokenLayer tokens, int name)
    {
        int head = tokens.Relations[name] is "compound" or "flat" or "flat:name" && tokens.Heads[name] >= 0 ? tokens.Heads[name] : name;
        for (int i = Math.Max(0, head - LongestLink); i < head; i++)
        {
            if (tokens.Heads[i] == head && tokens.Relations[i] == "case" && tokens.Form(i) is not "by")
            {
                return true;
            }
        }

        return false;
    }

    // The name that owns the share ("Vale's 46 percent"), or -1.
    private static int Owner(TokenLayer tokens, int first) =>
        first > 1 && tokens.Form(first - 1) is "'s" or "’s" or "'" or "’" && tokens.Tags[first - 2] == UniversalTag.Propn && tokens.SentenceOf(first) == tokens.SentenceOf(first - 2) ? first - 2 : -1;

    private static Figure With(TokenLayer tokens, Figure figure, int noun)
    {
        if (noun < 0)
        {
            return figure with { Measures = null };
        }

        noun = tokens.Relations[noun] is "flat" or "flat:name" && tokens.Heads[noun] is >= 0 and int head && head < noun ? head : noun;
        Measured phrase = FigureMeasure.Counted(tokens, noun, -1);
        if (tokens.Tags[noun] == UniversalTag.Propn)
        {
            int end = noun + 1; // "Orsk among the young": Orsk
            while (end < phrase.End && tokens.Relations[end] is "flat" or "flat:name" && tokens.Heads[end] == noun)
            {
                end++;
            }

            phrase = phrase with { End = end };
        }

        TextSpan span = tokens.Span(phrase.First, phrase.End);
        return span.Overlaps(figure.Span) ? figure : figure with { Measures = new TextSlice(tokens.Text.Slice(span), span.Start, span.End) };
    }
}
