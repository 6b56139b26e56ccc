using System.Collections.Frozen;
using Parallax.Core.Layers;
using Parallax.Language.Coreference;

namespace Parallax.Language.Times;

/// <summary>Tells reports of games, in which "the fourth quarter" and "week 16" are none of the calendar.</summary>
internal static class GameReports
{
    private const int Enough = 4;

    private static readonly Lazy<(FrozenSet<string> Games, FrozenSet<string> Companies)> Words = new(static () =>
    {
        const string Company = "company:";
        string[] lines = [.. DataFile.Lines("en/times/games.txt").Select(static l => l.Line)];
        return (Set(lines.Where(static l => !l.StartsWith(Company, StringComparison.Ordinal))), Set(lines.Where(static l => l.StartsWith(Company, StringComparison.Ordinal)).Select(static l => l[Company.Length..])));

        static FrozenSet<string> Set(IEnumerable<string> lines) => lines.SelectMany(static l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    });

    /// <summary>Whether a report tells of a game: it has words of games, more of them than of business.</summary>
    public static bool IsOne(TokenLayer tokens)
    {
        FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> games = Words.Value.Games.GetAlternateLookup<ReadOnlySpan<char>>(), companies = Words.Value.Companies.GetAlternateLookup<ReadOnlySpan<char>>();
        int game = 0, company = 0;
        for (int i = 0; i < tokens.Count; i++)
        {
            ReadOnlySpan<char> form = tokens.Form(i);
            game += games.Contains(form) ? 1 : 0;
            company += companies.Contains(form) ? 1 : 0;
        }

        return game >= Enough && game > 2 * company;
    }

    /// <summary>Whether a time is a quarter or a numbered week without a year, which in such a report is a part of the game or of the season.</summary>
    public static bool IsPeriod(TimePhrase phrase, ReadOnlySpan<char> words) =>
        phrase.Rule is "quarter.alone" or "quarter.number" || (words.Contains("quarter", StringComparison.OrdinalIgnoreCase) && !words.ContainsAnyInRange('0', '9') && phrase.Type == Core.Accounts.TimexType.DURATION)
        || (words.Contains("quarter", StringComparison.OrdinalIgnoreCase) && phrase.Value.Contains("-Q", StringComparison.Ordinal))
        || (words.StartsWith("week ", StringComparison.OrdinalIgnoreCase) && phrase.Value.Contains("-W", StringComparison.Ordinal));
}
