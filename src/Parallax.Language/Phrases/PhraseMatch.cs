using System.Globalization;

namespace Parallax.Language.Phrases;

/// <summary>What one element of a pattern matched.</summary>
/// <param name="First">First lexeme.</param>
/// <param name="End">Lexeme after the last.</param>
/// <param name="Value">Value of the word's class.</param>
/// <param name="Item">Value of the phrase, where the element was a category.</param>
internal readonly record struct Captured(int First, int End, WordValue Value, object? Item);

/// <summary>A match of a rule, given to its action.</summary>
internal readonly ref struct PhraseMatch(PhraseChart chart, PhraseVariant variant, ReadOnlySpan<Captured> captured, int first, int end)
{
    private readonly ReadOnlySpan<Captured> _captured = captured;

    /// <summary>The rule.</summary>
    public PhraseRule Rule => variant.Rule;

    /// <summary>The chart, for the lexemes around.</summary>
    public PhraseChart Chart => chart;

    /// <summary>First lexeme.</summary>
    public int First => first;

    /// <summary>Lexeme after the last.</summary>
    public int End => end;

    /// <summary>Whether a capture is there, or a constant of the <c>make:</c> line.</summary>
    public bool Has(string name) => IndexOf(name) >= 0 || variant.Rule.Constants.ContainsKey(name);

    /// <summary>The capture's place, or an empty one.</summary>
    public Captured Capture(string name) => IndexOf(name) is var i && i >= 0 ? _captured[i] : default;

    /// <summary>The number of a capture (class value, digits or a counted item) or constant; null where neither is there.</summary>
    public double? Number(string name)
    {
        int i = IndexOf(name);
        if (i >= 0)
        {
            return _captured[i].Item switch
            {
                NumberValue number => number.Value,
                null => _captured[i].Value.Number,
                _ => null,
            };
        }

        return variant.Rule.Constants.TryGetValue(name, out string? text) && double.TryParse(text, CultureInfo.InvariantCulture, out double constant) ? constant : null;
    }

    /// <summary>As <see cref="Number"/>, as a whole number.</summary>
    public int? Int(string name) => Number(name) is { } number && Math.Abs(number) < 1e9 ? (int)number : null;

    /// <summary>The text of a capture's class value, or of a constant; null where neither is there.</summary>
    public string? Text(string name)
    {
        int i = IndexOf(name);
        return i >= 0 ? _captured[i].Value.Text : variant.Rule.Constants.GetValueOrDefault(name);
    }

    /// <summary>The value of a captured phrase, or null.</summary>
    public T? Item<T>(string name)
        where T : class =>
        IndexOf(name) is var i && i >= 0 ? _captured[i].Item as T : null;

    private int IndexOf(string name)
    {
        string?[] names = variant.Names;
        for (int i = 0; i < names.Length; i++)
        {
            if (names[i] is { } candidate && (ReferenceEquals(candidate, name) || candidate == name))
            {
                return i;
            }
        }

        return -1;
    }
}
