using System.Collections.Immutable;
using Parallax.Core;

namespace Parallax.Application.Accounts;

/// <summary>An entity as one report knows it, before it is joined with those of others.</summary>
/// <param name="Report">Id of the report.</param>
/// <param name="Names">Its name, then its other names.</param>
/// <param name="Explanation">Why its mentions in that report are one; null where there is one mention only.</param>
public sealed record EntityPart(string Report, ImmutableArray<string> Names, Explanation? Explanation);
