using Parallax.Core.Accounts;
using Parallax.Language.Phrases;

namespace Parallax.Language.Figures;

/// <summary>Which figures are asked for.</summary>
public enum FigureView
{
    /// <summary>All: with unit, bounds and modifier.</summary>
    All,

    /// <summary>Bare numbers, without what they measure.</summary>
    Numbers,

    /// <summary>Ordinals.</summary>
    Ordinals,

    /// <summary>Bounds and ranges of bare numbers.</summary>
    Ranges,

    /// <summary>Amounts of money alone; a quarter, a nickel and a dime are coins there.</summary>
    Money,
}

/// <summary>Finds figures in a string. Needs no tokens and no parse. Pure and thread-safe.</summary>
/// <remarks>Finds every number; which of them are figures of a report (not a day, a version, a name) the annotator decides.</remarks>
public static class FigureReader
{
    private static readonly Lazy<PhraseGrammar> Loaded = new(() =>
        PhraseGrammar.Load(FigureActions.All, ["NN", "NV", "PCT", "MONEY", "MEAS", "RATIO", "BD", "RNG", "MULT", "FG", "NVAGUE", "NCOUPLE", "COINS", "ORDV", "ORDF"],
            "en/figures/numbers.txt", "en/figures/words.txt", "en/figures/rules.txt"));

    /// <summary>The compiled rules, loaded on first use.</summary>
    internal static PhraseGrammar Grammar => Loaded.Value;

    /// <summary>The value of a phrase that is no figure.</summary>
    internal static object Blocked { get; } = new();

    /// <summary>Reads a text.</summary>
    /// <param name="text">Any text; offsets of the result are UTF-16 units of it.</param>
    /// <param name="view">Which figures are asked for.</param>
    /// <param name="dollar">ISO 4217 code of a dollar of which the text does not say whose it is.</param>
    /// <returns>Figures in text order, never overlapping.</returns>
    public static IReadOnlyList<FigurePhrase> Read(string text, FigureView view = FigureView.All, string dollar = "USD")
    {
        ArgumentNullException.ThrowIfNull(text);
        PhraseGrammar grammar = Grammar;
        PhraseChart chart = new(grammar, text, PhraseLexer.Read(text, grammar.Lexicon));
        string[] categories = view switch
        {
            FigureView.Numbers => ["NN", "RATIO", "NCOUPLE"],
            FigureView.Ordinals => ["ORDV"],
            FigureView.Ranges => ["BD", "RNG"],
            FigureView.Money => ["MONEY", "COINS", "BD", "RNG"],
            _ => ["NV", "PCT", "MONEY", "MEAS", "RATIO", "BD", "RNG", "MULT", "FG"],
        };
        int[] symbols = [.. categories.Select(grammar.Symbol)];
        List<FigurePhrase> found = [];
        foreach (Phrase phrase in chart.Results(symbols))
        {
            if (phrase.Value is FigureNode { Kind: FigureKind.Money } && ModelIn(text, chart.Lexemes[phrase.First].Start, chart.Lexemes[phrase.End - 1].End) is >= 0 and int model)
            {
                int from = chart.Lexemes[phrase.First].Start;
                found.AddRange(Read(text[from..model], view, dollar).Select(counted => counted with { Start = counted.Start + from, End = counted.End + from }));
            }
            else if (phrase.Value is FigureNode node && !(view == FigureView.Numbers && IsGlued(text, chart.Lexemes[phrase.End - 1].End)))
            {
                found.Add(Shared(text, found, Rated(chart, text, phrase, Make(chart, text, phrase, node, dollar))));
            }
        }

        return found;
    }

    // "four RS-27 pumps": where the name of a model begins that reads like a currency; -1 where there is none.
    private static int ModelIn(string text, int start, int end)
    {
        int hyphen = start;
        while ((hyphen = text.IndexOf('-', hyphen + 1, end - hyphen - 1)) > 0)
        {
            int letters = hyphen;
            while (letters > start && char.IsAsciiLetterUpper(text[letters - 1]))
            {
                letters--;
            }

            if (hyphen - letters is 2 && hyphen + 1 < text.Length && char.IsAsciiDigit(text[hyphen + 1]) && (letters == 0 || !char.IsLetterOrDigit(text[letters - 1])))
            {
                return letters;
            }
        }

        return -1;
    }

    // "180ml": no bare number.
    private static bool IsGlued(string text, int end) => end < text.Length && char.IsLetter(text[end]);

    // "$900 a month or less", "30 litres per day or more": the bound stands after what the amount is for.
    private static FigurePhrase Rated(PhraseChart chart, string text, Phrase phrase, FigurePhrase told)
    {
        const int Words = 4;
        if (told.Modifier is not null || told.Value is null || phrase.End + Words > chart.Lexemes.Length)
        {
            return told;
        }

        string[] after = [.. chart.Lexemes.AsSpan(phrase.End, Words).ToArray().Select(lexeme => text[lexeme.Start..lexeme.End])];
        bool rate = after[0] is "a" or "an" or "per" or "each" && after[1] is "year" or "month" or "week" or "day" or "hour" or "night" or "head" or "person" or "share" && after[2] is "or";
        return !rate ? told : after[3] switch
        {
            "less" or "fewer" or "under" or "below" => told with { Modifier = "up to", Low = 0 },
            "more" or "over" or "above" => told with { Modifier = "at least", High = null },
            _ => told,
        };
    }

    // "up to 300 km and 700 km": the modifier holds for both.
    private static FigurePhrase Shared(string text, List<FigurePhrase> found, FigurePhrase phrase)
    {
        if (found.Count == 0 || phrase.Modifier is not null || phrase.Unit.Length == 0 || phrase.Value is not { } value || found[^1] is not { Modifier: "up to" or "at least" or "about" } previous
            || previous.Unit != phrase.Unit || text[previous.End..phrase.Start].Trim() is not ("and" or "or" or "," or ", and"))
        {
            return phrase;
        }

        return previous.Modifier switch
        {
            "up to" => phrase with { Modifier = "up to", Low = 0 },
            "at least" => phrase with { Modifier = "at least", High = null },
            _ when previous.Value is { } other && other != 0 => phrase with { Modifier = "about", Low = value * (previous.Low ?? other) / other, High = value * (previous.High ?? other) / other },
            _ => phrase,
        };
    }

    private static FigurePhrase Make(PhraseChart chart, string text, Phrase phrase, FigureNode node, string dollar)
    {
        Lexeme[] lexemes = chart.Lexemes;
        (FigureAspect aspect, int sign) = Aspect(chart, text, phrase, node);
        return new FigurePhrase
        {
            Start = lexemes[phrase.First].Start,
            End = lexemes[phrase.End - 1].End,
            Kind = node.Kind,
            Value = node.Value * sign,
            Low = sign < 0 ? -node.High : node.Low,
            High = sign < 0 ? -node.Low : node.High,
            LowExclusive = sign < 0 ? node.HighExclusive : node.LowExclusive,
            HighExclusive = sign < 0 ? node.LowExclusive : node.HighExclusive,
            Unit = node.Unit == "$" ? dollar : node.Unit,
            Factor = node.Factor,
            Modifier = node.Modifier,
            Aspect = aspect,
            Vague = node.Vague,
            Rule = phrase.Rule?.Id ?? "",
        };
    }

    // "rose 15 percent", "fell by 7 percent", "an increase of 3 points" tell a change; "to $4.6 billion" a level; "40% of the plants" a share.
    private static (FigureAspect Aspect, int Sign) Aspect(PhraseChart chart, string text, Phrase phrase, FigureNode node)
    {
        if (node.Kind == FigureKind.Multiple)
        {
            return (FigureAspect.Change, 1);
        }

        int rise = chart.Grammar.Symbol("RISE"), fall = chart.Grammar.Symbol("FALL"), by = chart.Grammar.Symbol("BY");
        int at = phrase.First - 1;
        bool joined = at >= 0 && NumberReader.Is(chart, at, by, out _);
        if (joined)
        {
            at--;
        }
        else if (node.Kind == FigureKind.Number)
        {
            return (FigureAspect.Level, 1); // "gained 300 members" tells how many, not a difference
        }

        for (int i = at; i >= 0 && i > at - 2 && !chart.Lexemes[i + 1].BreakBefore; i--)
        {
            if (NumberReader.Is(chart, i, rise, out _))
            {
                return (FigureAspect.Change, 1);
            }

            if (NumberReader.Is(chart, i, fall, out _))
            {
                return (FigureAspect.Change, -1);
            }

            // Only an adverb may stand between: "rose sharply by".
            if (chart.Lexemes[i].Kind != LexemeKind.Word || chart.Lexemes[i].Entry >= 0)
            {
                break;
            }
        }

        if (phrase.End < chart.Lexemes.Length && node.Kind == FigureKind.Percent)
        {
            if (NumberReader.Is(chart, phrase.End, rise, out _))
            {
                return (FigureAspect.Change, 1);
            }

            if (NumberReader.Is(chart, phrase.End, fall, out _))
            {
                return (FigureAspect.Change, -1);
            }
        }

        if (phrase.End < chart.Lexemes.Length && node.Kind == FigureKind.Percent && !chart.Lexemes[phrase.End].BreakBefore)
        {
            int sign = text[chart.Lexemes[phrase.End].Start..chart.Lexemes[phrase.End].End] switch { "more" or "higher" => 1, "less" or "fewer" or "lower" => -1, _ => 0 };
            if (sign != 0)
            {
                return (FigureAspect.Change, sign); // "10 percent more letters"
            }
        }

        bool share = node.Kind == FigureKind.Ratio || (node.Kind == FigureKind.Percent && phrase.End < chart.Lexemes.Length && NumberReader.Is(chart, phrase.End, by, out _));
        return (share ? FigureAspect.Share : FigureAspect.Level, 1);
    }
}
