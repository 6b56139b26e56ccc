using System.Reflection;

namespace Parallax.Language.Phrases;

/// <summary>Words and rules compiled for matching: a lexicon that gives words their symbols and one trie over symbols. Built once, then read by many threads.</summary>
/// <remarks>
/// A pattern is expanded to flat sequences of symbols; all sequences share one trie, so that a chart walks all rules at once.
/// A symbol is a word or mark itself, a class of words, a shape of digits, or a category that other rules make.
/// </remarks>
internal sealed class PhraseGrammar
{
    /// <summary>Number of the built-in symbols that follow; the first symbols of every grammar.</summary>
    public const int Glue = 0, Digits = 1, DayDigits = 2, HourDigits = 3, MinuteDigits = 4, MonthDigits = 5, FourDigits = 6, TwoDigits = 7, YearDigits = 8, DateDigits = 9,
        Number = 10, Ordinal = 11, Fraction = 12, ClockDigits = 13, Upper = 14;

    private static readonly string[] BuiltIn =
        ["~", "DIGITS", "DAYD", "HOURD", "MINUTED", "MONTHD", "YEAR4", "YEAR2", "YEARD", "DATE8", "NUM", "ORD", "FRAC", "CLOCK4", "CAPITAL"];

    private readonly Dictionary<string, int> _symbols = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PhraseAction> _actions;
    private readonly List<List<PhraseVariant>?> _accepts = [null];
    private readonly Dictionary<long, int> _building = [];
    private (int Node, int Symbol, int Child)[] _transitions = [];
    private bool[] _outputs = [];

    private PhraseGrammar(Dictionary<string, PhraseAction> actions)
    {
        _actions = actions;
        foreach (string name in BuiltIn)
        {
            _symbols.Add(name, _symbols.Count);
        }
    }

    /// <summary>The words.</summary>
    public Lexicon Lexicon { get; } = new();

    /// <summary>The rules in file order.</summary>
    public List<PhraseRule> Rules { get; } = [];

    /// <summary>Number words, as symbols.</summary>
    public NumberSymbols Numbers { get; private set; } = null!; // set by Load before the grammar is handed out

    /// <summary>Loads word and rule files from the resources of this assembly.</summary>
    /// <param name="actions">The actions that <c>make:</c> lines may name.</param>
    /// <param name="outputs">Categories that are results.</param>
    /// <param name="resources">Names of the resources, word files before rule files.</param>
    /// <exception cref="InvalidDataException">A file is missing or wrong; the message says file, line and rule.</exception>
    public static PhraseGrammar Load(Dictionary<string, PhraseAction> actions, IReadOnlyList<string> outputs, params ReadOnlySpan<string> resources)
    {
        PhraseGrammar grammar = new(actions);
        foreach (string resource in resources)
        {
            using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)
                ?? throw new InvalidDataException($"The language data “{resource}” is missing from the program.");
            using StreamReader reader = new(stream);
            new PhraseFileReader(grammar, resource).Read(reader);
        }

        grammar.Numbers = new NumberSymbols(grammar.Symbol);
        grammar.Freeze(outputs);
        return grammar;
    }

    /// <summary>The number of a symbol, made on first use.</summary>
    public int Symbol(string name)
    {
        if (!_symbols.TryGetValue(name, out int symbol))
        {
            symbol = _symbols.Count;
            _symbols.Add(name, symbol);
        }

        return symbol;
    }

    /// <summary>The action of a name, or null.</summary>
    public PhraseAction? Action(string name) => _actions.GetValueOrDefault(name);

    /// <summary>Adds one flat sequence of a rule.</summary>
    public void Add(PhraseRule rule, ReadOnlySpan<(int Symbol, string? Name)> sequence)
    {
        int node = 0;
        string?[] names = new string?[sequence.Length];
        for (int i = 0; i < sequence.Length; i++)
        {
            names[i] = sequence[i].Name;
            long key = ((long)node << 32) | (uint)sequence[i].Symbol;
            if (!_building.TryGetValue(key, out int child))
            {
                child = _accepts.Count;
                _accepts.Add(null);
                _building.Add(key, child);
            }

            node = child;
        }

        (_accepts[node] ??= []).Add(new PhraseVariant(rule, names));
    }

    /// <summary>The node reached from a node by a symbol, or -1.</summary>
    public int Next(int node, int symbol)
    {
        int mask = _transitions.Length - 1;
        for (int slot = SlotOf(node, symbol) & mask; _transitions[slot].Child > 0; slot = (slot + 1) & mask)
        {
            ref readonly (int Node, int Symbol, int Child) transition = ref _transitions[slot];
            if (transition.Symbol == symbol && transition.Node == node)
            {
                return transition.Child;
            }
        }

        return -1;
    }

    /// <summary>The sequences that end at a node, or null.</summary>
    public List<PhraseVariant>? Accepts(int node) => _accepts[node];

    /// <summary>Whether a category is a result.</summary>
    public bool IsOutput(int symbol) => symbol < _outputs.Length && _outputs[symbol];

    private static int SlotOf(int node, int symbol)
    {
        unchecked
        {
            uint mixed = ((uint)node * 2654435761u) ^ ((uint)symbol * 2246822519u);
            return (int)((mixed ^ (mixed >> 15)) & 0x7FFFFFFF);
        }
    }

    private void Freeze(IReadOnlyList<string> outputs)
    {
        int size = 256;
        while (size < _building.Count * 3)
        {
            size *= 2;
        }

        _transitions = new (int, int, int)[size];
        foreach ((long key, int child) in _building)
        {
            int node = (int)(key >> 32), symbol = (int)(key & 0xFFFFFFFF);
            int slot = SlotOf(node, symbol) & (size - 1);
            while (_transitions[slot].Child > 0)
            {
                slot = (slot + 1) & (size - 1);
            }

            _transitions[slot] = (node, symbol, child);
        }

        _building.Clear();
        foreach (string output in outputs)
        {
            Symbol(output);
        }

        _outputs = new bool[_symbols.Count];
        foreach (string output in outputs)
        {
            _outputs[Symbol(output)] = true;
        }

        Lexicon.Freeze(symbol => Next(0, symbol), Numbers.IsStart);
    }
}
