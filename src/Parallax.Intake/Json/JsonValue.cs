using Parallax.Intake.Mapping;

namespace Parallax.Intake.Json;

/// <summary>What a JSON value is.</summary>
internal enum JsonKind
{
    /// <summary><c>null</c>, or something that could not be read.</summary>
    Nothing,

    /// <summary>A string.</summary>
    Text,

    /// <summary>A number, <c>true</c> or <c>false</c>: kept as it stands.</summary>
    Literal,

    /// <summary>An array.</summary>
    Array,

    /// <summary>An object.</summary>
    Object,
}

/// <summary>A JSON value with its place in the text received.</summary>
internal sealed class JsonValue(JsonKind kind, int start)
{
    private static readonly List<JsonValue> None = [];
    private static readonly List<(string Name, JsonValue Value)> NoMembers = [];

    /// <summary>What it is.</summary>
    public JsonKind Kind { get; } = kind;

    /// <summary>First character.</summary>
    public int Start { get; } = start;

    /// <summary>First character after it.</summary>
    public int End { get; set; }

    /// <summary>Whether its end was there.</summary>
    public bool IsWhole { get; set; }

    /// <summary>The characters of a string, escapes decoded, or of a number as it stands.</summary>
    public MappedText Text { get; set; } = MappedText.Empty;

    /// <summary>The values of an array.</summary>
    public List<JsonValue> Items => Kind == JsonKind.Array ? field ??= [] : None;

    /// <summary>The members of an object in order; of equal names the first counts.</summary>
    public List<(string Name, JsonValue Value)> Members => Kind == JsonKind.Object ? field ??= [] : NoMembers;

    /// <summary>The first member with a name, or null.</summary>
    public JsonValue? this[string name]
    {
        get
        {
            foreach ((string member, JsonValue value) in Members)
            {
                if (member == name)
                {
                    return value;
                }
            }

            return null;
        }
    }

    /// <summary>The trimmed characters of a member that is a string or number, or null where it is neither or empty.</summary>
    public string? Words(string name) => this[name] is { Kind: JsonKind.Text or JsonKind.Literal } value && value.Text.Text.AsSpan().Trim() is { Length: > 0 } words ? words.ToString() : null;

    /// <summary>The first member that has one of these names in any case, in the order of the names; null where there is none.</summary>
    public JsonValue? Any(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            foreach ((string member, JsonValue value) in Members)
            {
                if (value.Kind != JsonKind.Nothing && member.Equals(name, StringComparison.OrdinalIgnoreCase))
                {
                    return value;
                }
            }
        }

        return null;
    }

    /// <summary>The trimmed characters of the value itself where it is a string or number, or null.</summary>
    public string? Said => Kind is JsonKind.Text or JsonKind.Literal && Text.Text.AsSpan().Trim() is { Length: > 0 } words ? words.ToString() : null;

    /// <summary>The values of a member that is an array; the value itself where it is one alone.</summary>
    public IEnumerable<JsonValue> List(string name) => this[name] switch
    {
        null or { Kind: JsonKind.Nothing } => [],
        { Kind: JsonKind.Array } array => array.Items,
        var one => [one],
    };
}
