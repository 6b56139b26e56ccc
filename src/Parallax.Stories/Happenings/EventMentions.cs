using System.Collections.Immutable;
using System.Globalization;
using Parallax.Stories.Propositions;
using Parallax.Stories.Words;

namespace Parallax.Stories.Happenings;

/// <summary>The mentions of the predicates of propositions, each read once when it is first asked for. Not thread-safe.</summary>
internal sealed class EventMentions(ReportSet set, ImmutableArray<Proposition> propositions, IReadOnlyDictionary<string, int> storyOf, WordMeanings meanings)
{
    private readonly Dictionary<string, EventMentionReader> _readers = new(StringComparer.Ordinal);
    private readonly EventMention?[] _known = new EventMention?[propositions.Length];

    /// <summary>The mention of the proposition with an index; its report has tokens.</summary>
    public EventMention this[int index] => _known[index] ??= Read(propositions[index]);

    private EventMention Read(Proposition told)
    {
        if (!_readers.TryGetValue(told.Report, out EventMentionReader? reader))
        {
            _readers[told.Report] = reader = new EventMentionReader(set[told.Report], storyOf[told.Report].ToString(CultureInfo.InvariantCulture), meanings);
        }

        return reader.Read(told.Token);
    }
}
