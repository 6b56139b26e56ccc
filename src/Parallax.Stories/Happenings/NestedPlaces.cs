using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Stories.Entities;

namespace Parallax.Stories.Happenings;

/// <summary>Which places of the reports lie in one another, as their own words tell ("Brevik, Norland", "a yard in Brevik"; "Brevik" and "Brevik High Street"), so that what happened in both may be one happening.</summary>
internal sealed class NestedPlaces
{
    // "Harbour Road, Brevik", "Harbour Road in Brevik".
    private const int LongestBetween = 8;

    private readonly Dictionary<string, HashSet<string>> _within = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> _words = new(StringComparer.Ordinal);

    /// <summary>Reads what lies in what; each report once.</summary>
    public NestedPlaces(ReportSet set, IReadOnlyDictionary<string, Entity> entities)
    {
        foreach (AnnotatedReport report in set.Reports)
        {
            (int Start, int End, string Id)[] mentions =
            [
                .. report.Entities.Entities.Where(e => entities.GetValueOrDefault(e.Id)?.Kind is ActorKind.Place or ActorKind.Country or ActorKind.Facility or ActorKind.Government)
                    .SelectMany(e => e.Mentions.Where(m => m.Report == report.Report.Id).Select(m => (m.Start, m.End, e.Id))).OrderBy(static m => m.Start).ThenBy(static m => m.End),
            ];
            for (int i = 0; i + 1 < mentions.Length; i++)
            {
                int from = mentions[i].End, to = mentions[i + 1].Start;
                if (from <= to && to - from <= LongestBetween && report.Report.Text.Text.AsSpan(from, to - from).Trim() is "," or "in" or ", in" or "in the")
                {
                    (_within.TryGetValue(mentions[i].Id, out HashSet<string>? outer) ? outer : _within[mentions[i].Id] = new HashSet<string>(StringComparer.Ordinal)).Add(mentions[i + 1].Id);
                }
            }
        }

        foreach (Entity entity in entities.Values.Where(static e => e.Kind is ActorKind.Place or ActorKind.Facility || (e.Kind == ActorKind.Country && char.IsLower(e.Name[0])))) // "her home state"
        {
            _words[entity.Id] = [.. NameKeys.Tokens(entity.Name)];
        }
    }

    /// <summary>Whether two places may be where one thing happened: the same, or one in the other.</summary>
    public bool MayBeOne(string left, string right) =>
        left == right || IsWithin(left, right) || IsWithin(right, left)
        || (_words.TryGetValue(left, out string[]? ours) && _words.TryGetValue(right, out string[]? theirs) && (Array.TrueForAll(ours, theirs.Contains) || Array.TrueForAll(theirs, ours.Contains)));

    private bool IsWithin(string inner, string outer) =>
        _within.TryGetValue(inner, out HashSet<string>? places) && (places.Contains(outer) || places.Any(p => _within.TryGetValue(p, out HashSet<string>? wider) && wider.Contains(outer)));
}
