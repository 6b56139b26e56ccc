using System.Collections.Immutable;
using System.Text.Json;

namespace Parallax.Language.Neural.Weights;

/// <summary>Sizes and label inventories of a network, as <c>model.json</c> gives them.</summary>
internal sealed class NetworkDescription
{
    private const string Format = "parallax-network/1";

    private readonly JsonElement _root;
    private readonly string _path;

    private NetworkDescription(JsonElement root, string path)
    {
        _root = root;
        _path = path;
    }

    /// <summary>Reads the description.</summary>
    /// <exception cref="ModelException">The file is missing, is not JSON, or is of another format.</exception>
    public static NetworkDescription Open(string path)
    {
        if (!File.Exists(path))
        {
            throw new ModelException($"The description “{path}” is missing. It is installed beside the program; install it again.");
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
            NetworkDescription description = new(document.RootElement.Clone(), path);
            string format = description.Text("format");
            return format == Format
                ? description
                : throw new ModelException($"“{path}” is of the format “{format}”; this program reads “{Format}”.");
        }
        catch (JsonException e)
        {
            throw new ModelException($"“{path}” is not valid JSON: {e.Message}", e);
        }
    }

    /// <summary>The text at a place such as <c>roles.window</c>.</summary>
    /// <exception cref="ModelException">There is none.</exception>
    public string Text(string place) => Find(place, JsonValueKind.String).GetString() ?? string.Empty;

    /// <summary>The whole number at a place, between bounds.</summary>
    /// <exception cref="ModelException">There is none, or it lies outside the bounds.</exception>
    public int Number(string place, int least, int most) =>
        Find(place, JsonValueKind.Number).TryGetInt32(out int number) && least <= number && number <= most
            ? number
            : throw new ModelException($"“{place}” of “{_path}” is not a whole number from {least} to {most}.");

    /// <summary>The labels at a place: at least one, at most 65,535, all different.</summary>
    /// <exception cref="ModelException">There are none, or one stands twice.</exception>
    public ImmutableArray<string> Labels(string place)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        ImmutableArray<string>.Builder labels = ImmutableArray.CreateBuilder<string>();
        foreach (JsonElement element in Find(place, JsonValueKind.Array).EnumerateArray())
        {
            string label = (element.ValueKind == JsonValueKind.String ? element.GetString() : null)
                ?? throw new ModelException($"“{place}” of “{_path}” holds something that is not text.");
            if (!seen.Add(label))
            {
                throw new ModelException($"“{place}” of “{_path}” holds “{label}” twice.");
            }

            labels.Add(label);
        }

        return 0 < labels.Count && labels.Count <= ushort.MaxValue
            ? labels.ToImmutable()
            : throw new ModelException($"“{place}” of “{_path}” holds {labels.Count} labels.");
    }

    private JsonElement Find(string place, JsonValueKind kind)
    {
        JsonElement element = _root;
        foreach (string name in place.Split('.'))
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                throw new ModelException($"“{_path}” has no “{place}”.");
            }
        }

        return element.ValueKind == kind ? element : throw new ModelException($"“{place}” of “{_path}” is {element.ValueKind}; {kind} was expected.");
    }
}
