using System.Text.Json;
using System.Text.RegularExpressions;

namespace Parallax.Export.Tests.Json;

/// <summary>Checks a document against the keywords that docs/account.schema.json uses, and more strictly than JSON Schema does: a property that the schema
/// does not list, and a keyword that this class does not know, are faults.</summary>
internal sealed class SchemaValidator(JsonElement root)
{
    private static readonly string[] Annotations = ["$schema", "$id", "$defs", "title", "description", "$comment"];

    public static SchemaValidator OfRepository()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string path = Path.Combine(folder.FullName, "docs", "account.schema.json");
            if (File.Exists(path))
            {
                using JsonDocument document = JsonDocument.Parse(File.ReadAllText(path));
                return new SchemaValidator(document.RootElement.Clone());
            }
        }

        throw new FileNotFoundException("docs/account.schema.json stands in no folder above the tests.");
    }

    public IReadOnlyList<string> Validate(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        var faults = new List<string>();
        Check(root, document.RootElement, "$", faults);
        return faults;
    }

    private void Check(JsonElement schema, JsonElement value, string path, List<string> faults)
    {
        foreach (JsonProperty keyword in schema.EnumerateObject())
        {
            switch (keyword.Name)
            {
                case "$ref": Check(Resolve(keyword.Value.GetString()!), value, path, faults); break;
                case "type": CheckType(keyword.Value, value, path, faults); break;
                case "const": Require(JsonElement.DeepEquals(keyword.Value, value), $"{path}: expected {keyword.Value}, found {value}", faults); break;
                case "enum": Require(keyword.Value.EnumerateArray().Any(allowed => JsonElement.DeepEquals(allowed, value)), $"{path}: “{value}” is not listed", faults); break;
                case "pattern": Require(value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, keyword.Value.GetString()!), $"{path}: “{value}” is not {keyword.Value}", faults); break;
                case "minimum": Require(value.ValueKind != JsonValueKind.Number || value.GetDouble() >= keyword.Value.GetDouble(), $"{path}: {value} is below {keyword.Value}", faults); break;
                case "maximum": Require(value.ValueKind != JsonValueKind.Number || value.GetDouble() <= keyword.Value.GetDouble(), $"{path}: {value} is above {keyword.Value}", faults); break;
                case "minItems": Require(value.ValueKind != JsonValueKind.Array || value.GetArrayLength() >= keyword.Value.GetInt32(), $"{path}: fewer than {keyword.Value} items", faults); break;
                case "maxItems": Require(value.ValueKind != JsonValueKind.Array || value.GetArrayLength() <= keyword.Value.GetInt32(), $"{path}: more than {keyword.Value} items", faults); break;
                case "required": CheckRequired(keyword.Value, value, path, faults); break;
                case "properties": CheckProperties(keyword.Value, schema, value, path, faults); break;
                case "additionalProperties": break; // looked at together with "properties"
                case "items": CheckItems(keyword.Value, value, path, faults); break;
                case "anyOf": CheckAny(keyword.Value, value, path, faults); break;
                default: Require(Annotations.Contains(keyword.Name), $"schema at {path}: unknown keyword {keyword.Name}", faults); break;
            }
        }

        if (value.ValueKind == JsonValueKind.Object && !schema.TryGetProperty("properties", out _) && schema.TryGetProperty("additionalProperties", out JsonElement values))
        {
            foreach (JsonProperty property in value.EnumerateObject())
            {
                Check(values, property.Value, $"{path}.{property.Name}", faults);
            }
        }
    }

    private JsonElement Resolve(string reference) => root.GetProperty("$defs").GetProperty(reference["#/$defs/".Length..]);

    private static void CheckType(JsonElement types, JsonElement value, string path, List<string> faults)
    {
        IEnumerable<string> allowed = types.ValueKind == JsonValueKind.Array ? types.EnumerateArray().Select(type => type.GetString()!) : [types.GetString()!];
        Require(allowed.Any(type => IsOf(type, value)), $"{path}: expected {types}, found {value.ValueKind}", faults);
    }

    private static bool IsOf(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.GetDouble() == Math.Floor(value.GetDouble()),
        _ => throw new NotSupportedException(type),
    };

    private static void CheckRequired(JsonElement names, JsonElement value, string path, List<string> faults)
    {
        foreach (JsonElement name in names.EnumerateArray())
        {
            Require(value.ValueKind != JsonValueKind.Object || value.TryGetProperty(name.GetString()!, out _), $"{path}: {name} is missing", faults);
        }
    }

    private void CheckProperties(JsonElement properties, JsonElement schema, JsonElement value, string path, List<string> faults)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        Require(schema.TryGetProperty("required", out _), $"schema at {path}: does not say what is required", faults);
        foreach (JsonProperty property in value.EnumerateObject())
        {
            if (properties.TryGetProperty(property.Name, out JsonElement propertySchema))
            {
                Check(propertySchema, property.Value, $"{path}.{property.Name}", faults);
            }
            else
            {
                faults.Add($"{path}: {property.Name} is not in the schema");
            }
        }
    }

    private void CheckItems(JsonElement items, JsonElement value, string path, List<string> faults)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            return;
        }

        int index = 0;
        foreach (JsonElement item in value.EnumerateArray())
        {
            Check(items, item, $"{path}[{index++}]", faults);
        }
    }

    private void CheckAny(JsonElement schemas, JsonElement value, string path, List<string> faults)
    {
        var all = new List<string>();
        foreach (JsonElement schema in schemas.EnumerateArray())
        {
            var own = new List<string>();
            Check(schema, value, path, own);
            if (own.Count == 0)
            {
                return;
            }

            all.AddRange(own);
        }

        faults.AddRange(all);
    }

    private static void Require(bool holds, string fault, List<string> faults)
    {
        if (!holds)
        {
            faults.Add(fault);
        }
    }
}
