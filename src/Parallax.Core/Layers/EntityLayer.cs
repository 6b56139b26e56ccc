using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Core.Text;

namespace Parallax.Core.Layers;

/// <summary>The entities of one report and which mention belongs to which. Every mention stands in exactly one entity.</summary>
public sealed class EntityLayer
{
    private readonly ImmutableArray<(Mention Mention, Entity Entity)> _byPlace;
    private readonly Dictionary<string, Entity> _byId;

    // How far the mentions up to each reach, so that of those before a span only what may hold it is looked at.
    private readonly int[] _reach;

    /// <summary>Keeps the entities in the order of their first mention.</summary>
    public EntityLayer(IEnumerable<Entity> entities)
    {
        Entities = [.. entities.OrderBy(static e => e.Mentions.Length == 0 ? default : e.Mentions[0].Span).ThenBy(static e => e.Id, StringComparer.Ordinal)];
        _byId = Entities.ToDictionary(static e => e.Id, StringComparer.Ordinal);
        _byPlace = [.. Entities.SelectMany(static e => e.Mentions.Select(m => (m, e))).OrderBy(static pair => pair.m.Span)];
        _reach = new int[_byPlace.Length];
        for (int i = 0; i < _reach.Length; i++)
        {
            _reach[i] = Math.Max(i == 0 ? 0 : _reach[i - 1], _byPlace[i].Mention.End);
        }
    }

    /// <summary>The entities, by first mention.</summary>
    public ImmutableArray<Entity> Entities { get; }

    /// <summary>All mentions with their entities, in text order; mentions may nest.</summary>
    public ImmutableArray<(Mention Mention, Entity Entity)> Mentions => _byPlace;

    /// <summary>The entity with this id, or null.</summary>
    public Entity? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The entity whose mention covers <paramref name="span"/> most closely: the same span first, else the smallest mention that holds it, else null.</summary>
    public Entity? At(TextSpan span)
    {
        int low = 0, high = _byPlace.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            (low, high) = _byPlace[middle].Mention.Start <= span.Start ? (middle + 1, high) : (low, middle);
        }

        Entity? best = null;
        int bestLength = int.MaxValue;
        for (int i = low - 1; i >= 0 && _reach[i] >= span.End; i--)
        {
            (Mention mention, Entity entity) = _byPlace[i];

            // Of two mentions with the same words the first counts.
            if (mention.Span.Contains(span) && mention.Span.Length <= bestLength)
            {
                (best, bestLength) = (entity, mention.Span.Length);
            }
        }

        return best;
    }

    /// <summary>The entity a phrase refers to ("Nikolai Patrushev, the secretary of the council"): that of the mention with just these words, else of the mention that the phrase's head heads.</summary>
    /// <param name="tokens">The tokens of the same report.</param>
    /// <param name="span">The phrase.</param>
    /// <returns>Null where no mention has the phrase's head at its own: "car" in "the car company" is not the company.</returns>
    public Entity? Of(TokenLayer tokens, TextSpan span)
    {
        foreach ((Mention mention, Entity entity) in _byPlace)
        {
            if (mention.Span == span)
            {
                return entity;
            }

            if (mention.Span.Start > span.Start)
            {
                break;
            }
        }

        (int first, int end) = tokens.TokensOf(span);
        for (int t = first; t < end; t++)
        {
            int head = tokens.Heads[t];
            bool isTop = head < first || head >= end;
            if (isTop && tokens.Tags[t] is not (UniversalTag.Punct or UniversalTag.Adp) && HeadedBy(tokens, t) is { } entity)
            {
                return entity;
            }
        }

        return null;
    }

    // The entity of the smallest mention around a token whose head the token is, or of whose name it is a part.
    private Entity? HeadedBy(TokenLayer tokens, int token)
    {
        TextSpan span = tokens.Span(token), best = default;
        Entity? found = null;
        foreach ((Mention mention, Entity entity) in _byPlace)
        {
            if (mention.Span.Start > span.Start)
            {
                break;
            }

            if (mention.Span.Contains(span) && (found is null || mention.Span.Length < best.Length))
            {
                (best, found) = (mention.Span, entity);
            }
        }

        if (found is null)
        {
            return null;
        }

        (int first, int end) = tokens.TokensOf(best);
        int top = token;
        while (tokens.Relations[top].StartsWith("flat", StringComparison.Ordinal) && tokens.Heads[top] >= first && tokens.Heads[top] < end)
        {
            top = tokens.Heads[top];
        }

        return tokens.Heads[top] >= first && tokens.Heads[top] < end ? null : found;
    }
}
