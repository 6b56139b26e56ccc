using System.Collections.Immutable;
using Parallax.Core;
using Parallax.Core.Accounts;
using Parallax.Core.Findings;

namespace Parallax.Application.Accounts;

/// <summary>An account with what is needed to explain it and to tell how its making went.</summary>
/// <param name="Account">The account.</param>
/// <param name="Explanations">Why things in it are what they are, by id.</param>
/// <param name="Problems">Findings that are warnings or errors, in order.</param>
public sealed record MadeAccount(Account Account, ImmutableSortedDictionary<string, Explanation> Explanations, ImmutableArray<Finding> Problems)
{
    /// <summary>Ids of the entities inside reports that each entity was joined from, by its id, sorted.</summary>
    /// <value>Empty.</value>
    public ImmutableSortedDictionary<string, ImmutableArray<string>> EntityMembers { get; init; } = ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty;

    /// <summary>Entities inside reports, by id.</summary>
    /// <value>Empty.</value>
    public ImmutableSortedDictionary<string, EntityPart> EntityParts { get; init; } = ImmutableSortedDictionary<string, EntityPart>.Empty;

    /// <summary>Number of reports in the account.</summary>
    public int ReportCount => Account.Reports.Length;

    /// <summary>Whether some input could not be read at all.</summary>
    public bool SomeInputUnread => Problems.Any(static finding => finding.Severity == Severity.Error);
}
