using System.Collections;
using System.Collections.Immutable;
using Parallax.Core.Text;

namespace Parallax.Core.Layers;

/// <summary>Something that stands at a place in a text.</summary>
public interface ISpanned
{
    /// <summary>Its place in the article text; of a thing in several pieces, from the first to the last.</summary>
    TextSpan Span { get; }
}

/// <summary>A finished layer over a text: immutable, sorted by span.</summary>
/// <typeparam name="T">What the layer holds.</typeparam>
public sealed class Layer<T> : IReadOnlyList<T>
    where T : ISpanned
{
    private readonly ImmutableArray<T> _items;

    /// <summary>Sorts <paramref name="items"/> by span (stable) and keeps them.</summary>
    public Layer(IEnumerable<T> items) => _items = [.. items.OrderBy(static item => item.Span)];

    /// <summary>The layer that holds nothing.</summary>
    public static Layer<T> Empty { get; } = new([]);

    /// <inheritdoc/>
    public int Count => _items.Length;

    /// <inheritdoc/>
    public T this[int index] => _items[index];

    /// <summary>The items that overlap <paramref name="span"/>, in order.</summary>
    public IEnumerable<T> Overlapping(TextSpan span)
    {
        foreach (T item in _items)
        {
            if (item.Span.Start >= span.End)
            {
                yield break;
            }

            if (item.Span.Overlaps(span))
            {
                yield return item;
            }
        }
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>The typed key under which an annotated report keeps a layer.</summary>
/// <typeparam name="T">Type of the layer as a whole.</typeparam>
/// <param name="Name">Its name, as annotators state it in what they require and provide.</param>
public sealed record LayerKey<T>(string Name)
    where T : class;
