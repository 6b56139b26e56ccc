using System.Collections.Immutable;
using Parallax.Intake.Mapping;

namespace Parallax.Intake.Xml;

/// <summary>An attribute, with its namespace resolved.</summary>
/// <param name="Namespace">Address of its namespace, "" where it has none.</param>
/// <param name="Name">Name without prefix.</param>
/// <param name="Value">Value, references decoded.</param>
internal readonly record struct XmlAttribute(string Namespace, string Name, string Value);

/// <summary>An element with what it holds.</summary>
internal sealed record XmlElement
{
    /// <summary>Prefix as it stands, "" where there is none.</summary>
    public required string Prefix { get; init; }

    /// <summary>Name without prefix.</summary>
    public required string Name { get; init; }

    /// <summary>Address of its namespace; "" where there is none or the prefix is not declared.</summary>
    public required string Namespace { get; init; }

    /// <summary>Its attributes, without declarations of namespaces.</summary>
    public required ImmutableArray<XmlAttribute> Attributes { get; init; }

    /// <summary>Base address in force (<c>xml:base</c>), or null.</summary>
    public Uri? Base { get; init; }

    /// <summary>Language in force (<c>xml:lang</c>), or null.</summary>
    public string? Language { get; init; }

    /// <summary>The elements directly in it, in order.</summary>
    public List<XmlElement> Children { get; } = [];

    /// <summary>The characters directly in it, one run behind the other.</summary>
    public MappedText Text { get; set; } = MappedText.Empty;

    /// <summary>Whether its end was there; false where the document was cut off inside it.</summary>
    public bool IsWhole { get; set; }

    /// <summary>Where its start tag starts in the text received.</summary>
    public int Start { get; init; }

    /// <summary>Where its start tag ends.</summary>
    public int InnerStart { get; init; }

    /// <summary>Where its end tag starts.</summary>
    public int InnerEnd { get; set; }

    /// <summary>Where its end tag ends.</summary>
    public int End { get; set; }

    /// <summary>The value of an attribute without namespace, or null.</summary>
    public string? Attribute(string name, string space = "")
    {
        foreach (XmlAttribute attribute in Attributes)
        {
            if (attribute.Name == name && attribute.Namespace == space)
            {
                return attribute.Value;
            }
        }

        return null;
    }

    /// <summary>The first element directly in it with a name, in any namespace, or null.</summary>
    public XmlElement? Child(string name) => Children.Find(child => child.Name == name);

    /// <summary>The elements directly in it with a name, in any namespace.</summary>
    public IEnumerable<XmlElement> All(string name) => Children.Where(child => child.Name == name);

    /// <summary>Every element below it with a name (null: with any), in document order.</summary>
    public IEnumerable<XmlElement> Below(string? name)
    {
        Stack<XmlElement> open = new();
        for (int i = Children.Count - 1; i >= 0; i--)
        {
            open.Push(Children[i]);
        }

        while (open.TryPop(out XmlElement? element))
        {
            if (name is null || element.Name == name)
            {
                yield return element;
            }

            for (int i = element.Children.Count - 1; i >= 0; i--)
            {
                open.Push(element.Children[i]);
            }
        }
    }

    /// <summary>The trimmed characters directly in it, or those of all that it holds where it has none of its own; null where there are none at all.</summary>
    public string? Words
    {
        get
        {
            if (Text.Text.AsSpan().Trim() is { Length: > 0 } words)
            {
                return words.ToString();
            }

            string all = Children.Count == 0 ? "" : string.Join(' ', Below(null).Select(static below => below.Text.Text.Trim()).Where(static text => text.Length > 0));
            return all.Length > 0 ? all : null;
        }
    }
}
