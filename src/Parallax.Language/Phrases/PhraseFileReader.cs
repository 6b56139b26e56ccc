using System.Globalization;

namespace Parallax.Language.Phrases;

/// <summary>Reads a file of words or rules into a grammar. The notation is described in docs/spec/times.md.</summary>
internal sealed class PhraseFileReader(PhraseGrammar grammar, string file)
{
    private const int MostVariants = 512;

    private readonly List<string> _ids = [];
    private PhraseRule? _rule;
    private int _line;

    /// <summary>Reads all lines.</summary>
    /// <exception cref="InvalidDataException">A line is wrong.</exception>
    public void Read(TextReader reader)
    {
        while (reader.ReadLine() is { } line)
        {
            _line++;
            if (line.Length > 0 && line[0] != '#')
            {
                ReadLine(line.Trim());
            }
        }
    }

    private void ReadLine(string line)
    {
        if (line.Length == 0)
        {
            return;
        }

        int space = line.IndexOf(' ', StringComparison.Ordinal);
        string key = space < 0 ? line : line[..space], rest = space < 0 ? "" : line[(space + 1)..].Trim();
        switch (key)
        {
            case "rule": StartRule(rest); break;
            case "pattern:": AddPattern(rest); break;
            case "make:": SetAction(rest); break;
            case "after:": Rule.After = Symbols(rest); break;
            case "not-after:": Rule.NotAfter = Symbols(rest); break;
            case "before:": Rule.Before = Symbols(rest); break;
            case "not-before:": Rule.NotBefore = Symbols(rest); break;
            case "example:": AddExample(rest); break;
            case "not:": Rule.Examples.Add(new RuleExample(rest, null, null, _line)); break;
            default: AddWords(key, rest); break;
        }
    }

    private int[] Symbols(string rest) => [.. rest.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(SymbolOf)];

    private PhraseRule Rule => _rule ?? throw Wrong("a line of a rule stands before the first “rule”");

    // rule ID -> CATEGORY
    private void StartRule(string rest)
    {
        string[] parts = rest.Split(" -> ");
        if (parts.Length != 2 || _ids.Contains(parts[0]))
        {
            throw Wrong("expected “rule ID -> CATEGORY” with an id that is not used yet");
        }

        _ids.Add(parts[0]);
        _rule = new PhraseRule { Id = parts[0], Category = grammar.Symbol(parts[1]), Rank = grammar.Rules.Count, Place = $"{file}:{_line}" };
        grammar.Rules.Add(_rule);
    }

    private void SetAction(string rest)
    {
        string[] parts = rest.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Rule.Action = grammar.Action(parts[0]) ?? throw Wrong($"there is no action “{parts[0]}”");
        foreach (string part in parts[1..])
        {
            int equals = part.IndexOf('=', StringComparison.Ordinal);
            Rule.Constants[string.Intern(equals < 0 ? part : part[..equals])] = equals < 0 ? "" : part[(equals + 1)..];
        }
    }

    // example: text => phrase => meaning
    private void AddExample(string rest)
    {
        string[] parts = rest.Split(" => ");
        if (parts.Length != 3)
        {
            throw Wrong("expected “example: text => words found => meaning”");
        }

        Rule.Examples.Add(new RuleExample(parts[0], parts[1], parts[2], _line));
    }

    // CLASS word word, two words = number text
    private void AddWords(string key, string rest)
    {
        int symbol = grammar.Symbol(key);
        int equals = rest.LastIndexOf(" = ", StringComparison.Ordinal);
        WordValue value = default;
        if (equals >= 0)
        {
            string text = rest[(equals + 3)..].Trim();
            rest = rest[..equals];
            int space = text.IndexOf(' ', StringComparison.Ordinal);
            string first = space < 0 ? text : text[..space];
            value = double.TryParse(first, CultureInfo.InvariantCulture, out double number)
                ? new WordValue(number, space < 0 ? null : string.Intern(text[(space + 1)..]))
                : new WordValue(0, string.Intern(text));
        }

        foreach (string word in rest.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            grammar.Lexicon.Add(word.TrimStart('^'), symbol, value with { OnlyCapital = word.Length > 1 && word[0] == '^' });
        }
    }

    private void AddPattern(string rest)
    {
        PatternParser parser = new(rest, SymbolOf, Wrong);
        List<List<(int Symbol, string? Name)>> sequences = parser.Parse();
        if (sequences.Count > MostVariants)
        {
            throw Wrong($"the pattern expands to {sequences.Count} sequences; at most {MostVariants} are allowed");
        }

        foreach (List<(int Symbol, string? Name)> sequence in sequences)
        {
            if (sequence.Count == 0)
            {
                throw Wrong("the pattern can be empty");
            }

            grammar.Add(Rule, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(sequence));
        }
    }

    // Upper-case names are classes and categories, the rest are words or marks as they stand in the text.
    private int SymbolOf(string element)
    {
        if (element == "~" || (element.Length > 1 && char.IsAsciiLetterUpper(element[0])))
        {
            return grammar.Symbol(element);
        }

        string word = element.Length == 2 && element[0] == '\\' ? element[1..] : element;
        int symbol = grammar.Symbol("“" + word);
        grammar.Lexicon.Add(word, symbol, default);
        return symbol;
    }

    private InvalidDataException Wrong(string what) => new($"{file}:{_line}: {what}{(_rule is null ? "" : $" (rule {_rule.Id})")}.");
}
