using System.Collections.Immutable;
using Parallax.Core.Reports;

namespace Parallax.Intake.Html.Metadata;

/// <summary>Keeps every candidate with why it was believed or not.</summary>
internal sealed class FactLedger
{
    private const int Longest = 500;
    private readonly List<FactCandidate> _candidates = [];

    /// <summary>Everything noted, by kind; within a kind in the order noted.</summary>
    public ImmutableArray<FactCandidate> Candidates => [.. _candidates.OrderBy(static c => c.Kind)];

    /// <summary>Notes a candidate.</summary>
    public void Note(FactKind kind, string value, string origin, bool taken, string why) => _candidates.Add(new FactCandidate(kind, Cut(value), Cut(origin), taken, why));

    private static string Cut(string value) => value.Length > Longest ? value[..Longest] : value;

    /// <summary>Takes the first of candidates in the order of trust and notes the others.</summary>
    /// <param name="kind">What they tell.</param>
    /// <param name="candidates">Value as it is kept, its origin, and why it cannot be believed (null where it can), the most trusted first.</param>
    /// <returns>The value taken and its origin, or null.</returns>
    public (string Value, string Origin)? Take(FactKind kind, IEnumerable<(string Value, string Origin, string? Refusal)> candidates)
    {
        (string Value, string Origin)? taken = null;
        HashSet<(string, string)> seen = [];
        foreach ((string value, string origin, string? refusal) in candidates)
        {
            if (!seen.Add((value, origin)))
            {
                continue;
            }

            bool first = taken is null && refusal is null;
            string why = refusal ?? (first ? "the most trusted place that states it" : value == taken!.Value.Value ? $"the same as {taken.Value.Origin}" : $"{taken.Value.Origin} is trusted more"); // Where it is neither refused nor first, one was taken.
            Note(kind, value, origin, first, why);
            taken = first ? (value, origin) : taken;
        }

        return taken;
    }
}
