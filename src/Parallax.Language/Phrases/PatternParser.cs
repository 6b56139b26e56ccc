namespace Parallax.Language.Phrases;

/// <summary>Expands a pattern to the flat sequences it stands for.</summary>
/// <remarks><c>a b</c> one after the other, <c>( a | b c )</c> one of them, <c>x?</c> or <c>( … )?</c> may be missing, <c>name=x</c> or <c>name=( x | y )</c> captures, <c>~</c> no space here, <c>\(</c> the mark itself.</remarks>
internal sealed class PatternParser(string pattern, Func<string, int> symbolOf, Func<string, Exception> wrong)
{
    private readonly string[] _parts = pattern.Replace("(", " ( ", StringComparison.Ordinal).Replace(")?", " )? ", StringComparison.Ordinal)
        .Replace(")", " ) ", StringComparison.Ordinal).Replace(" ) ?", " )? ", StringComparison.Ordinal).Replace("|", " | ", StringComparison.Ordinal)
        .Replace("\\ ( ", " \\( ", StringComparison.Ordinal).Replace("\\ ) ", " \\) ", StringComparison.Ordinal)
        .Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private int _at;

    /// <summary>The sequences.</summary>
    public List<List<(int Symbol, string? Name)>> Parse()
    {
        List<List<(int, string?)>> sequences = ParseAlternatives(null);
        return _at == _parts.Length ? sequences : throw wrong($"unexpected “{_parts[_at]}” in the pattern");
    }

    private List<List<(int Symbol, string? Name)>> ParseAlternatives(string? name)
    {
        List<List<(int, string?)>> all = ParseSequence(name);
        while (_at < _parts.Length && _parts[_at] == "|")
        {
            _at++;
            all.AddRange(ParseSequence(name));
        }

        return all;
    }

    private List<List<(int Symbol, string? Name)>> ParseSequence(string? name)
    {
        List<List<(int, string?)>> sequences = [[]];
        while (_at < _parts.Length && _parts[_at] is not ("|" or ")" or ")?"))
        {
            (List<List<(int, string?)>> element, bool optional) = ParseElement(name);
            List<List<(int, string?)>> longer = [];
            foreach (List<(int, string?)> head in sequences)
            {
                foreach (List<(int, string?)> tail in element)
                {
                    longer.Add([.. head, .. tail]);
                }

                if (optional)
                {
                    longer.Add(head);
                }
            }

            sequences = longer;
        }

        return sequences;
    }

    private (List<List<(int Symbol, string? Name)>> Element, bool Optional) ParseElement(string? name)
    {
        string part = _parts[_at++];
        int equals = part.IndexOf('=', StringComparison.Ordinal);
        if (equals > 0)
        {
            (name, part) = (part[..equals], part[(equals + 1)..]);
            if (part.Length == 0)
            {
                part = _at < _parts.Length ? _parts[_at++] : throw wrong("the pattern ends after a capture's name");
            }
        }

        if (part == "(")
        {
            List<List<(int, string?)>> group = ParseAlternatives(name);
            string close = _at < _parts.Length ? _parts[_at++] : "";
            return close is ")" or ")?" ? (group, close == ")?") : throw wrong("a bracket is not closed");
        }

        bool optional = part.Length > 1 && part[^1] == '?';
        return ([[(symbolOf(optional ? part[..^1] : part), name is null ? null : string.Intern(name))]], optional);
    }
}
