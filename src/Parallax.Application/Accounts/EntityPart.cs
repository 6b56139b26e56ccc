using System.Collections.Immutable;

namespace Parallax.Application.Accounts;

/// <summary>An entity as one report knows it, before it is joined with those of others.</summary>
/// <param name="Report">Id of the report.</param>
/// <param name="Names">Its name, then its other names.</param>
public sealed record EntityPart(string Report, ImmutableArray<string> Names);
