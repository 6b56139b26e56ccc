using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Stories.Entities;

namespace Parallax.Stories;

/// <summary>What the comparing of reports needs from outside.</summary>
public sealed record AccountOptions
{
    /// <summary>What made the account.</summary>
    /// <value>"parallax" without a model.</value>
    public Made Made { get; init; } = new("parallax", "none", ImmutableSortedDictionary<string, string>.Empty);

    /// <summary>Reads the times of a report again after its publication date has become known from its neighbours; null leaves them as they are.</summary>
    /// <remarks>The report given has the date set; the layer returned replaces its times. Must be deterministic and must not throw.</remarks>
    public Func<AnnotatedReport, Layer<TimeExpression>>? ReadTimesAgain { get; init; }

    /// <summary>Vectors with which words of near meaning are found; without them only words of one stem are near.</summary>
    /// <value>None.</value>
    public IWordVectors? WordVectors { get; init; }

    /// <summary>Owner of each outlet by the outlet's name, from the user's register; outlets of one owner are one origin at the low bound.</summary>
    /// <value>Empty.</value>
    public ImmutableSortedDictionary<string, string> OutletOwners { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>What the user decided of entities, by number.</summary>
    /// <value>Empty.</value>
    public ImmutableArray<EntityDecision> Decisions { get; init; } = [];
}
