using Parallax.Core.Accounts;
using Parallax.Core.Layers;

namespace Parallax.Stories.Conflicts;

/// <summary>Tells what players are counted by in reports of games: points, runs, yards of one spell, game, season or career. Two reports that give two numbers of them rarely mean the same stretch.</summary>
internal static class Plays
{
    // A report of a game gives several such counts, of more than one kind.
    private const int Enough = 3;

    private static readonly Lazy<HashSet<string>> Units = new(static () => Words.StoriesData.Words("en/conflicts/plays.txt"));

    /// <summary>Whether a unit is what players are counted by.</summary>
    public static bool Counts(string unit) => Units.Value.Contains(unit);

    /// <summary>Whether a figure counts or measures plays of a game.</summary>
    public static bool IsOf(AnnotatedReport report, Figure figure)
    {
        if (!ConflictFinder.Measures.Contains(figure.Unit) && !Units.Value.Contains(figure.Unit))
        {
            return false;
        }

        string[] plays = [.. report.Figures.Select(static f => f.Unit).Where(Units.Value.Contains)];
        return plays.Length >= Enough && plays.Distinct(StringComparer.Ordinal).Skip(1).Any();
    }
}
