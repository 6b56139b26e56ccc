using Parallax.Core.Accounts;

namespace Parallax.Stories.Conflicts;

/// <summary>How many died in what a report mainly tells.</summary>
/// <param name="Figure">The figure, where the report gives it most fully.</param>
/// <param name="Modifier">"at least" and the like, from any place where the report gives the same number; null where the number is exact.</param>
internal sealed record Toll(Figure Figure, string? Modifier);
