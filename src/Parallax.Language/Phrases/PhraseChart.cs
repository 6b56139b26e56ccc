namespace Parallax.Language.Phrases;

/// <summary>A phrase that was found.</summary>
/// <param name="Category">Its category.</param>
/// <param name="First">First lexeme.</param>
/// <param name="End">Lexeme after the last.</param>
/// <param name="Rule">The rule that made it; null for a number.</param>
/// <param name="Value">Its value.</param>
internal sealed record Phrase(int Category, int First, int End, PhraseRule? Rule, object Value);

/// <summary>Finds all phrases of a text, from right to left, each built from shorter ones that start where it starts or later.</summary>
/// <remarks>
/// Cost: linear in the text, because a phrase has at most <see cref="LongestPhrase"/> lexemes, at each place at most <see cref="MostPhrases"/> phrases are kept, and words that no rule
/// knows end every walk. Not thread-safe; one chart for one text.
/// </remarks>
internal sealed class PhraseChart
{
    /// <summary>Lexemes of the longest phrase.</summary>
    public const int LongestPhrase = 32;

    /// <summary>Phrases kept at one place.</summary>
    public const int MostPhrases = 96;

    private readonly PhraseGrammar _grammar;
    private readonly List<Phrase>?[] _startingAt;
    private readonly Captured[] _captured = new Captured[LongestPhrase + 2];
    private int _start;

    /// <summary>Reads a text.</summary>
    public PhraseChart(PhraseGrammar grammar, ReadOnlySpan<char> text, Lexeme[] lexemes)
    {
        _grammar = grammar;
        Lexemes = lexemes;
        _startingAt = new List<Phrase>?[lexemes.Length + 1];
        for (int i = lexemes.Length - 1; i >= 0; i--)
        {
            if (lexemes[i].Entry >= 0 || lexemes[i].Kind == LexemeKind.Digits)
            {
                Fill(text, i);
            }
        }
    }

    /// <summary>The lexemes.</summary>
    public Lexeme[] Lexemes { get; }

    /// <summary>The grammar.</summary>
    public PhraseGrammar Grammar => _grammar;

    /// <summary>The phrases that start at a lexeme, in the order in which they were found; null where none does.</summary>
    public List<Phrase>? StartingAt(int lexeme) => _startingAt[lexeme];

    /// <summary>Adds a number to the chart; called by the number reader.</summary>
    public void AddNumber(int symbol, int first, int end, NumberValue value) => Add(new Phrase(symbol, first, end, null, value));

    /// <summary>The results: from left to right the longest, of equals the one whose rule stands first.</summary>
    public List<Phrase> Results() => Results(null);

    /// <summary>As <see cref="Results()"/>, of these categories alone.</summary>
    public List<Phrase> Results(int[]? categories)
    {
        List<Phrase> results = [];
        for (int i = 0; i < Lexemes.Length;)
        {
            Phrase? best = null;
            if (_startingAt[i] is { } list)
            {
                foreach (Phrase phrase in list)
                {
                    if ((categories is null ? _grammar.IsOutput(phrase.Category) : Array.IndexOf(categories, phrase.Category) >= 0) && (best is null || phrase.End > best.End || (phrase.End == best.End && Rank(phrase) < Rank(best))))
                    {
                        best = phrase;
                    }
                }
            }

            if (best is null)
            {
                i++;
                continue;
            }

            results.Add(best);
            i = best.End;
        }

        return results;
    }

    private static int Rank(Phrase phrase) => phrase.Rule?.Rank ?? int.MaxValue;

    private void Fill(ReadOnlySpan<char> text, int i)
    {
        _start = i;
        ref readonly Lexeme lexeme = ref Lexemes[i];
        if (lexeme.Entry < 0 || lexeme.Kind == LexemeKind.Mark || _grammar.Lexicon.StartsNumber(lexeme.Entry))
        {
            NumberReader.Seed(this, text, i);
        }

        if (lexeme.Entry >= 0)
        {
            foreach ((int child, WordValue value) in _grammar.Lexicon.Starts(lexeme.Entry))
            {
                if (!value.OnlyCapital || lexeme.Capital)
                {
                    _captured[0] = new Captured(i, i + 1, value, null);
                    Walk(child, i + 1, 1);
                }
            }
        }
        else
        {
            WalkTerminals(0, i, 0);
        }

        if (_startingAt[i] is not { } list)
        {
            return;
        }

        // The list grows while it is walked: phrases made from the first phrase of this place open further ones.
        for (int k = 0; k < list.Count; k++)
        {
            Phrase phrase = list[k];
            int child = _grammar.Next(0, phrase.Category);
            if (child >= 0)
            {
                _captured[0] = new Captured(i, phrase.End, default, phrase.Value);
                Walk(child, phrase.End, 1);
            }
        }
    }

    private void Walk(int node, int at, int depth)
    {
        if (_grammar.Accepts(node) is { } variants)
        {
            foreach (PhraseVariant variant in variants)
            {
                if (!Fits(variant.Rule, at))
                {
                    continue;
                }

                PhraseMatch match = new(this, variant, _captured.AsSpan(0, depth), _start, at);
                if (variant.Rule.Action(in match) is { } value)
                {
                    Add(new Phrase(variant.Rule.Category, _start, at, variant.Rule, value));
                }
            }
        }

        if (at >= Lexemes.Length || at - _start >= LongestPhrase || depth >= LongestPhrase || Lexemes[at].BreakBefore)
        {
            return;
        }

        if (!Lexemes[at].SpaceBefore)
        {
            int glued = _grammar.Next(node, PhraseGrammar.Glue);
            if (glued >= 0)
            {
                _captured[depth] = new Captured(at, at, default, null);
                Walk(glued, at, depth + 1);
            }
        }

        WalkTerminals(node, at, depth);
        if (_startingAt[at] is { } list && at > _start)
        {
            // Lists to the right are complete and no longer grow.
            foreach (Phrase phrase in list)
            {
                int child = _grammar.Next(node, phrase.Category);
                if (child >= 0)
                {
                    _captured[depth] = new Captured(at, phrase.End, default, phrase.Value);
                    Walk(child, phrase.End, depth + 1);
                }
            }
        }
    }

    private bool Fits(PhraseRule rule, int end)
    {
        if (rule.After.Length > 0 && (Lexemes[_start].BreakBefore || _start == 0 || !HasAny(_start - 1, rule.After)))
        {
            return false;
        }

        if (rule.NotAfter.Length > 0 && _start > 0 && !Lexemes[_start].BreakBefore && HasAny(_start - 1, rule.NotAfter))
        {
            return false;
        }

        bool last = end >= Lexemes.Length || Lexemes[end].BreakBefore;
        return last || ((rule.Before.Length == 0 || HasAny(end, rule.Before)) && (rule.NotBefore.Length == 0 || !HasAny(end, rule.NotBefore)));
    }

    private bool HasAny(int at, int[] symbols)
    {
        if (Lexemes[at].Entry < 0)
        {
            return false;
        }

        foreach ((int symbol, WordValue _) in _grammar.Lexicon.Symbols(Lexemes[at].Entry))
        {
            if (Array.IndexOf(symbols, symbol) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private void WalkTerminals(int node, int at, int depth)
    {
        ref readonly Lexeme lexeme = ref Lexemes[at];
        if (lexeme.Entry >= 0)
        {
            foreach ((int symbol, WordValue value) in _grammar.Lexicon.Symbols(lexeme.Entry))
            {
                if (!value.OnlyCapital || lexeme.Capital)
                {
                    Step(node, symbol, value, at, depth);
                }
            }
        }
        else if (lexeme.Kind == LexemeKind.Digits)
        {
            WordValue value = new(lexeme.Number, null);
            Step(node, PhraseGrammar.Digits, value, at, depth);
            int length = lexeme.Length;
            long number = lexeme.Number;
            if (length <= 2)
            {
                StepIf(1 <= number && number <= 31, node, PhraseGrammar.DayDigits, value, at, depth);
                StepIf(number <= 24, node, PhraseGrammar.HourDigits, value, at, depth);
                StepIf(1 <= number && number <= 12, node, PhraseGrammar.MonthDigits, value, at, depth);
                StepIf(length == 2 && number < 60, node, PhraseGrammar.MinuteDigits, value, at, depth);
                StepIf(length == 2, node, PhraseGrammar.TwoDigits, value, at, depth);
            }

            StepIf(length <= 4 && number > 0, node, PhraseGrammar.YearDigits, value, at, depth);
            StepIf(length == 4 && 1000 <= number && number < 2200, node, PhraseGrammar.FourDigits, value, at, depth);
            StepIf((length is 3 or 4) && number < 2400 && number % 100 < 60, node, PhraseGrammar.ClockDigits, value, at, depth);
            StepIf(length == 8, node, PhraseGrammar.DateDigits, value, at, depth);
        }
    }

    private void StepIf(bool condition, int node, int symbol, WordValue value, int at, int depth)
    {
        if (condition)
        {
            Step(node, symbol, value, at, depth);
        }
    }

    private void Step(int node, int symbol, WordValue value, int at, int depth)
    {
        int child = _grammar.Next(node, symbol);
        if (child >= 0)
        {
            _captured[depth] = new Captured(at, at + 1, value, null);
            Walk(child, at + 1, depth + 1);
        }
    }

    private void Add(Phrase phrase)
    {
        List<Phrase> list = _startingAt[phrase.First] ??= [];
        for (int i = 0; i < list.Count; i++)
        {
            if (list[i].Category == phrase.Category && list[i].End == phrase.End)
            {
                if (Rank(phrase) < Rank(list[i]))
                {
                    list[i] = phrase;
                }

                return;
            }
        }

        if (list.Count < MostPhrases)
        {
            list.Add(phrase);
        }
    }
}
