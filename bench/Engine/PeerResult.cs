namespace Parallax.Bench.Engine;

/// <summary>What was measured of another program.</summary>
/// <param name="Name">Name and version.</param>
/// <param name="Gives">What it finds.</param>
/// <param name="Seconds">Processor seconds of its best round, or null where it could not run.</param>
/// <param name="Note">Why it could not run.</param>
internal sealed record PeerResult(string Name, string Gives, double? Seconds, string Note);
