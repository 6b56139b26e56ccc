using System.Globalization;
using Parallax.Intake.Mapping;

namespace Parallax.Intake.Json;

/// <summary>Reads JSON as it is found, with the place of every value: trailing commas, duplicate names and a cut end are read with a fault; numbers are never calculated.</summary>
/// <remarks>Linear. Values nested deeper than the limit become nothing, with a fault. Not thread-safe.</remarks>
internal sealed class JsonScanner(string source, int maxDepth)
{
    private const int MaxMembersChecked = 64, MaxValues = 1_000_000;
    private int _at, _values;

    /// <summary>The first thing that is not as the standard has it, or null.</summary>
    public string? Fault { get; private set; }

    /// <summary>Where the next value is looked for.</summary>
    public int Position
    {
        get => _at;
        set => _at = value;
    }

    /// <summary>Reads the value at <see cref="Position"/>; null where there is none.</summary>
    public JsonValue? Read()
    {
        SkipSpace();
        return _at < source.Length ? ReadValue(0) : null;
    }

    private JsonValue? ReadValue(int depth)
    {
        char c = source[_at];
        if (++_values > MaxValues)
        {
            Note("more values than the limit");
            return null;
        }

        if (c is '{' or '[' && depth >= maxDepth)
        {
            Note("a value nested deeper than the limit");
            JsonValue deep = new(JsonKind.Nothing, _at) { IsWhole = true };
            SkipNested();
            deep.End = _at;
            return deep;
        }

        return c switch
        {
            '{' => ReadObject(depth),
            '[' => ReadArray(depth),
            '"' => ReadText(),
            _ => ReadLiteral(),
        };
    }

    private JsonValue ReadObject(int depth)
    {
        JsonValue value = new(JsonKind.Object, _at++);
        while (true)
        {
            SkipSeparators();
            if (_at >= source.Length || source[_at] is ']')
            {
                Note("an object without end");
                break;
            }

            if (source[_at] == '}')
            {
                _at++;
                value.IsWhole = true;
                break;
            }

            if (source[_at] != '"')
            {
                Note("a member without name");
                break;
            }

            string name = ReadText().Text.Text;
            SkipSpace();
            if (_at >= source.Length || source[_at] != ':')
            {
                Note("a member without value");
                break;
            }

            _at++;
            SkipSpace();
            if (_at >= source.Length || ReadValue(depth + 1) is not { } member)
            {
                Note("a member without value");
                break;
            }

            if (value.Members.Count < MaxMembersChecked && value[name] is not null)
            {
                Note("a name that stands twice; the first counts");
            }

            value.Members.Add((name, member));
            if (!member.IsWhole)
            {
                break;
            }
        }

        value.End = _at;
        return value;
    }

    private JsonValue ReadArray(int depth)
    {
        JsonValue value = new(JsonKind.Array, _at++);
        while (true)
        {
            SkipSeparators();
            if (_at >= source.Length || source[_at] is '}')
            {
                Note("an array without end");
                break;
            }

            if (source[_at] == ']')
            {
                _at++;
                value.IsWhole = true;
                break;
            }

            if (ReadValue(depth + 1) is not { } item)
            {
                break;
            }

            value.Items.Add(item);
            if (!item.IsWhole)
            {
                break;
            }
        }

        value.End = _at;
        return value;
    }

    private JsonValue ReadText()
    {
        JsonValue value = new(JsonKind.Text, _at++);
        MappedTextBuilder text = new();
        int from = _at;
        while (_at < source.Length && source[_at] != '"')
        {
            if (source[_at] != '\\')
            {
                _at++;
                continue;
            }

            text.AppendLiteral(source, from, _at);
            text.AppendDecoded(Escape());
            from = _at;
        }

        text.AppendLiteral(source, from, Math.Min(_at, source.Length));
        value.IsWhole = _at < source.Length;
        _at = Math.Min(source.Length, _at + 1);
        if (!value.IsWhole)
        {
            Note("a string without end");
        }

        value.Text = text.ToValue();
        value.End = _at;
        return value;
    }

    private string Escape()
    {
        char c = _at + 1 < source.Length ? source[_at + 1] : '\\';
        _at = Math.Min(source.Length, _at + 2);
        if (c != 'u')
        {
            return c switch { 'n' => "\n", 't' => "\t", 'r' => "\r", 'b' => "", 'f' => " ", _ => c.ToString() };
        }

        if (!Unit(out char unit))
        {
            Note("an escape that is none");
            return "\uFFFD";
        }

        if (!char.IsHighSurrogate(unit))
        {
            return char.IsLowSurrogate(unit) || unit == '\0' ? "\uFFFD" : unit.ToString();
        }

        int before = _at;
        if (_at + 1 < source.Length && source[_at] == '\\' && source[_at + 1] == 'u')
        {
            _at += 2;
            if (Unit(out char low) && char.IsLowSurrogate(low))
            {
                return new string([unit, low]);
            }
        }

        _at = before;
        return "\uFFFD";
    }

    private bool Unit(out char unit)
    {
        bool read = ushort.TryParse(source.AsSpan(_at, Math.Min(4, source.Length - _at)), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort code) && _at + 4 <= source.Length;
        unit = (char)code;
        _at += read ? 4 : 0;
        return read;
    }

    private JsonValue? ReadLiteral()
    {
        int start = _at;
        while (_at < source.Length && (char.IsLetterOrDigit(source[_at]) || source[_at] is '+' or '-' or '.'))
        {
            _at++;
        }

        if (_at == start)
        {
            Note("something that is no value");
            return null;
        }

        MappedTextBuilder text = new();
        text.AppendLiteral(source, start, _at);
        bool nothing = source.AsSpan(start, _at - start).SequenceEqual("null");
        return new JsonValue(nothing ? JsonKind.Nothing : JsonKind.Literal, start) { End = _at, IsWhole = true, Text = text.ToValue() };
    }

    // Past a value of any depth, without recursion.
    private void SkipNested()
    {
        int depth = 0;
        bool quoted = false;
        for (; _at < source.Length; _at++)
        {
            char c = source[_at];
            if (quoted)
            {
                _at += c == '\\' ? 1 : 0;
                quoted = c != '"';
            }
            else if (c == '"')
            {
                quoted = true;
            }
            else if (c is '{' or '[')
            {
                depth++;
            }
            else if (c is '}' or ']' && --depth == 0)
            {
                _at++;
                return;
            }
        }

        _at = source.Length;
    }

    private void SkipSeparators()
    {
        bool comma = false;
        SkipSpace();
        while (_at < source.Length && source[_at] == ',')
        {
            comma = true;
            _at++;
            SkipSpace();
        }

        if (comma && _at < source.Length && source[_at] is ']' or '}')
        {
            Note("a comma with nothing after it");
        }
    }

    private void SkipSpace()
    {
        while (_at < source.Length && (char.IsWhiteSpace(source[_at]) || source[_at] is '\uFEFF' or '\u001E'))
        {
            _at++;
        }
    }

    private void Note(string fault) => Fault ??= fault;
}
