using System.Globalization;
using System.Text;

namespace Parallax.Quality.Feeds;

/// <summary>Evaluates the expressions in which a suite of feeds states what it expects: comparisons of names, members, strings, numbers, tuples and dictionaries, as in Python.</summary>
/// <param name="text">The expression.</param>
/// <param name="names">The values that names stand for.</param>
/// <param name="equal">When two values are equal.</param>
internal sealed class ExpectedExpression(string text, IReadOnlyDictionary<string, object?> names, Func<object?, object?, bool> equal)
{
    private int _at;

    /// <summary>Whether the expectation is met; false as well where it names what is not there.</summary>
    /// <exception cref="FormatException">The expression is of a form that is not known.</exception>
    public bool IsMet()
    {
        object? value = Or();
        Space();
        return _at == text.Length ? Truth(value) : throw new FormatException($"Left over: {text[_at..]}");
    }

    private object? Or()
    {
        object? value = And();
        while (Word("or"))
        {
            object? right = And();
            value = Truth(value) ? value : right;
        }

        return value;
    }

    private object? And()
    {
        object? value = Not();
        while (Word("and"))
        {
            object? right = Not();
            value = Truth(value) ? right : value;
        }

        return value;
    }

    private object? Not() => Word("not") ? !Truth(Not()) : Comparison();

    private object? Comparison()
    {
        object? left = Sum();
        bool compared = false, holds = true;
        while (true)
        {
            bool negative = false;
            if (Mark("==") || (negative = Mark("!=")) || (Word("is") && ((negative = Word("not")) || true)))
            {
                object? right = Sum();
                holds &= equal(left, right) != negative && left is not Missing;
                (left, compared) = (right, true);
            }
            else if (Word("in") || (negative = WordsNotIn()))
            {
                object? right = Sum();
                bool inside = right switch
                {
                    IDictionary<string, object?> members => members.ContainsKey((string)left!), // Only strings are asked for.
                    List<object?> items => items.Exists(item => equal(item, left)),
                    string words => words.Contains((string)left!, StringComparison.Ordinal),
                    _ => false,
                };
                holds &= inside != negative;
                compared = true;
            }
            else
            {
                return compared ? holds : left;
            }
        }
    }

    private bool WordsNotIn()
    {
        int before = _at;
        if (Word("not") && Word("in"))
        {
            return true;
        }

        _at = before;
        return false;
    }

    private object? Sum()
    {
        object? value = Postfix();
        while (Mark("+"))
        {
            value = (value as string) + (Postfix() as string);
        }

        return value;
    }

    private object? Postfix()
    {
        object? value = Primary();
        while (true)
        {
            if (Mark("["))
            {
                object? key = Or();
                Need("]");
                value = Member(value, key);
            }
            else if (Mark("."))
            {
                string name = Name();
                value = name is "get" or "has_key" && Mark("(") ? Call(value, name) : Member(value, name);
            }
            else
            {
                return value;
            }
        }
    }

    private object? Call(object? target, string name)
    {
        List<object?> arguments = Items(")");
        object? found = Member(target, arguments[0]);
        return name == "has_key" ? found is not Missing : found is Missing ? arguments.ElementAtOrDefault(1) : found;
    }

    private static object? Member(object? target, object? key) => (target, key) switch
    {
        (IDictionary<string, object?> members, string name) => members.TryGetValue(name, out object? value) ? value : new Missing(),
        (List<object?> items, long index) => (index < 0 ? items.Count + index : index) is var at && at >= 0 && at < items.Count ? items[(int)at] : new Missing(),
        _ => new Missing(),
    };

    private object? Primary()
    {
        Space();
        if (_at >= text.Length)
        {
            throw new FormatException("The expression ends early.");
        }

        char c = text[_at];
        if (c is 'u' or 'b' or 'r' && _at + 1 < text.Length && text[_at + 1] is '"' or '\'')
        {
            _at++;
            return Text();
        }

        if (c is '"' or '\'')
        {
            return Text();
        }

        if (char.IsAsciiDigit(c) || c == '-')
        {
            return Number();
        }

        if (Mark("("))
        {
            List<object?> items = Items(")", out bool tuple);
            return tuple || items.Count != 1 ? items : items[0];
        }

        if (Mark("["))
        {
            return Items("]");
        }

        return Mark("{") ? Dictionary() : Named(Name());
    }

    private object? Named(string name)
    {
        switch (name)
        {
            case "None":
                return null;
            case "True" or "False":
                return name == "True";
            case "locals":
                Need("(");
                Need(")");
                return new Dictionary<string, object?>(names, StringComparer.Ordinal);
            case "len":
                Need("(");
                object? counted = Items(")")[0];
                return counted switch { string words => words.Length, List<object?> items => items.Count, IDictionary<string, object?> members => members.Count, _ => (object)new Missing() } is int count ? (long)count : new Missing();
            case "ord":
                Need("(");
                return Items(")")[0] is string { Length: > 0 } letter ? (long)letter[0] : new Missing();
            default:
                return names.TryGetValue(name, out object? value) ? value : new Missing();
        }
    }

    private Dictionary<string, object?> Dictionary()
    {
        Dictionary<string, object?> members = new(StringComparer.Ordinal);
        while (!Mark("}"))
        {
            string name = (string)Or()!; // Keys of the suite are strings.
            Need(":");
            members[name] = Or();
            Mark(",");
        }

        return members;
    }

    private List<object?> Items(string close) => Items(close, out _);

    private List<object?> Items(string close, out bool comma)
    {
        List<object?> items = [];
        comma = false;
        while (!Mark(close))
        {
            items.Add(Or());
            comma |= Mark(",");
        }

        return items;
    }

    private object Number()
    {
        int start = _at++;
        while (_at < text.Length && (char.IsAsciiDigit(text[_at]) || text[_at] == '.'))
        {
            _at++;
        }

        string digits = text[start.._at];
        return digits.Contains('.', StringComparison.Ordinal) ? double.Parse(digits, CultureInfo.InvariantCulture) : (object)long.Parse(digits, CultureInfo.InvariantCulture);
    }

    private string Text()
    {
        string quote = text[_at].ToString();
        quote = string.CompareOrdinal(text, _at, quote + quote + quote, 0, 3) == 0 ? quote + quote + quote : quote;
        _at += quote.Length;
        StringBuilder words = new();
        while (_at < text.Length && string.CompareOrdinal(text, _at, quote, 0, quote.Length) != 0)
        {
            words.Append(text[_at] == '\\' ? Escape() : text[_at++].ToString());
        }

        _at += quote.Length;
        Space();
        return _at < text.Length && text[_at] is '"' or '\'' ? words.ToString() + Text() : words.ToString(); // Strings side by side are one.
    }

    private string Escape()
    {
        char c = text[_at + 1];
        int digits = c switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
        if (digits == 0)
        {
            _at += 2;
            return c switch { 'n' => "\n", 't' => "\t", 'r' => "\r", _ => c.ToString() };
        }

        int code = int.Parse(text.AsSpan(_at + 2, digits), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        _at += 2 + digits;
        return code is >= 0xD800 and < 0xE000 ? ((char)code).ToString() : char.ConvertFromUtf32(code);
    }

    private string Name()
    {
        Space();
        int start = _at;
        while (_at < text.Length && (char.IsLetterOrDigit(text[_at]) || text[_at] == '_'))
        {
            _at++;
        }

        return _at > start ? text[start.._at] : throw new FormatException($"A name was expected: {text[_at..]}");
    }

    private bool Word(string word)
    {
        Space();
        int end = _at + word.Length;
        bool found = string.CompareOrdinal(text, _at, word, 0, word.Length) == 0 && (end >= text.Length || !(char.IsLetterOrDigit(text[end]) || text[end] == '_'));
        _at = found ? end : _at;
        return found;
    }

    private bool Mark(string mark)
    {
        Space();
        bool found = string.CompareOrdinal(text, _at, mark, 0, mark.Length) == 0;
        _at += found ? mark.Length : 0;
        return found;
    }

    private void Need(string mark)
    {
        if (!Mark(mark))
        {
            throw new FormatException($"“{mark}” was expected: {text[_at..]}");
        }
    }

    private void Space()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at]))
        {
            _at++;
        }
    }

    private static bool Truth(object? value) => value switch
    {
        null or Missing => false,
        bool truth => truth,
        long number => number != 0,
        string words => words.Length > 0,
        List<object?> items => items.Count > 0,
        IDictionary<string, object?> members => members.Count > 0,
        _ => true,
    };

    private sealed record Missing;
}
