using System.Collections.Frozen;

namespace Parallax.Intake.Articles;

/// <summary>Tells the stop that ends a sentence from that of an abbreviation (<c>Data/en/abbreviations.txt</c>), well enough for headlines.</summary>
internal static class SentenceStops
{
    private static readonly FrozenSet<string> Titles =
        DataTable.Rows("en/abbreviations.txt", 2).Where(static row => row[1] is "person" or "office or rank").SelectMany(static row => row[0].Split(' ')).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Abbreviations =
        DataTable.Rows("en/abbreviations.txt", 2).SelectMany(static row => row[0].Split(' ')).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a sentence ends inside a line, before its last word.</summary>
    public static bool HasInside(string line)
    {
        for (int stop = line.IndexOf(". ", StringComparison.Ordinal); stop >= 0; stop = line.IndexOf(". ", stop + 1, StringComparison.Ordinal))
        {
            int next = stop + 2;
            while (next < line.Length && !char.IsLetterOrDigit(line[next]))
            {
                next++;
            }

            bool inNumber = stop > 0 && char.IsAsciiDigit(line[stop - 1]) && next < line.Length && char.IsAsciiDigit(line[next]); // "2. 5 million", broken by its tokenizer
            if (next < line.Length && !char.IsLower(line[next]) && !inNumber && !IsAbbreviation(line, stop))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a line ends with the stop of a sentence.</summary>
    public static bool EndsWith(string line) => line.EndsWith('.') && !line.EndsWith("..", StringComparison.Ordinal) && !(IsAbbreviation(line, line.Length - 1) && WordBefore(line, line.Length - 1).Length <= 4);

    /// <summary>Whether the sentence of a line goes on in the next one: the line ends with an office or a title and a name follows ("the Rev." / "Ada Brown said"), or with another abbreviation and small letters follow.</summary>
    public static bool GoesOn(string line, string next)
    {
        if (next.Length == 0 || line.Length < 3 || line[^1] != '.' || !IsAbbreviation(line, line.Length - 1))
        {
            return false;
        }

        string word = WordBefore(line, line.Length - 1);
        return char.IsLower(next[0]) || (char.IsUpper(next[0]) && char.IsUpper(word[0]) && line.Length > word.Length + 1 && Titles.Contains(word));
    }

    // "Mich.", "U.S.", "U. S.", "J."; not the "a" of "Plan A.", which is rarer than an initial.
    private static bool IsAbbreviation(string line, int stop)
    {
        string word = WordBefore(line, stop);
        return word.Length > 0 && ((word.Length == 1 && char.IsLetter(word[0])) || (word.Contains('.', StringComparison.Ordinal) && char.IsLetter(word[0])) || Abbreviations.Contains(word));
    }

    private static string WordBefore(string line, int stop)
    {
        int start = stop;
        while (start > 0 && (char.IsLetterOrDigit(line[start - 1]) || line[start - 1] is '.' or '\''))
        {
            start--;
        }

        return line[start..stop];
    }
}
