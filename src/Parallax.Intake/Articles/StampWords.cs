using System.Collections.Frozen;

namespace Parallax.Intake.Articles;

/// <summary>What a word can be in the stamp of a report (<c>Data/en/stamp-words.txt</c>).</summary>
internal enum StampWord
{
    /// <summary>No word of a stamp.</summary>
    None,

    /// <summary>"Published".</summary>
    Published,

    /// <summary>"Updated".</summary>
    Changed,

    /// <summary>"First", "last", before a label.</summary>
    Before,

    /// <summary>"on", "at", a stroke.</summary>
    Link,

    /// <summary>A time zone.</summary>
    Zone,

    /// <summary>A time zone of places that write the month first.</summary>
    American,

    /// <summary>A day of the week.</summary>
    Weekday,

    /// <summary>A time of day, or a part of one ("5:03", "PM").</summary>
    Clock,

    /// <summary>A part of a full date.</summary>
    Date,
}

/// <summary>Tells the words of stamps apart.</summary>
internal static class StampWords
{
    private static readonly FrozenDictionary<string, StampWord> Known = ReadKnown();
    private static readonly FrozenSet<string> Weak = Read("weak"), Prose = Read("prose");

    /// <summary>Whether a date after this word belongs to a sentence ("on", "since").</summary>
    public static bool IsProse(string word) => Prose.Contains(Bare(word));

    /// <summary>What the word is, by itself and its neighbours; <see cref="StampWord.Date"/> is never given.</summary>
    /// <param name="word">The word, with the marks that cling to it.</param>
    /// <param name="before">The word before it, or empty.</param>
    /// <param name="after">The word after it, or empty.</param>
    public static StampWord Of(string word, string before, string after)
    {
        string bare = Bare(word);
        if (Known.TryGetValue(bare, out StampWord known))
        {
            // "Uk" and "et" are zones only as capitals; "sat" and "sun" only as names.
            bool isName = known is StampWord.Zone or StampWord.American ? char.IsUpper(word.TrimStart('(')[0]) && (bare == "local" || bare.Length < 2 || char.IsUpper(word.TrimStart('(')[1]))
                : known is not StampWord.Weekday || char.IsUpper(word.TrimStart('(')[0]);
            return isName ? known : StampWord.None;
        }

        if (word.EndsWith(':') && Weak.Contains(bare))
        {
            return StampWord.Published;
        }

        if (word.TrimStart('(').StartsWith("GMT", StringComparison.Ordinal) || (before.TrimStart('(').StartsWith("GMT", StringComparison.Ordinal) && (word.EndsWith(')') || (before.EndsWith(':') && bare.Length <= 2 && bare.All(char.IsAsciiDigit)))))
        {
            return StampWord.Zone; // "GMT+02:00", "(GMT+05: 00)", "GMT+01: 0".
        }

        return IsHalf(bare) || IsHalfPart(word, before, after) || IsClock(bare, after) ? StampWord.Clock : StampWord.None;
    }

    /// <summary>The word in lower case without the marks at its edges.</summary>
    public static string Bare(string word) => word.Length == 1 ? word : word.Trim(',', '.', ':', ';', '(', ')', '[', ']').ToLowerInvariant() is { Length: > 0 } bare ? bare : word;

    // "5:03", "5:03pm", "22.07.30", "5:55p", "7am"; "7" and "1052" only before "pm" or a zone.
    private static bool IsClock(string bare, string after)
    {
        int digits = 0;
        while (digits < bare.Length && char.IsAsciiDigit(bare[digits]))
        {
            digits++;
        }

        bool halfNext = IsHalf(Bare(after)) || IsHalfPart(after, "", "m."), zoneNext = Known.GetValueOrDefault(Bare(after)) is StampWord.Zone or StampWord.American;
        if (digits is 0 or > 4 || digits == 3)
        {
            return false;
        }

        string rest = bare[digits..];
        if (digits == 4 || rest.Length == 0)
        {
            return rest.Length == 0 && (digits == 4 ? zoneNext : halfNext);
        }

        if (IsHalf(rest))
        {
            return true;
        }

        if (rest[0] is not (':' or '.') || rest.Length < 3 || !char.IsAsciiDigit(rest[1]) || !char.IsAsciiDigit(rest[2]))
        {
            return false;
        }

        string end = rest[3..];
        if (end.Length >= 3 && end[0] == ':' && char.IsAsciiDigit(end[1]) && char.IsAsciiDigit(end[2]))
        {
            end = end[3..];
        }

        return (end.Length == 0 && (rest[0] == ':' || halfNext || zoneNext)) || IsHalf(end) || end is "a" or "p";
    }

    private static bool IsHalf(string bare) => bare is "am" or "pm" or "a.m" or "p.m" or "hrs";

    // The halves of "p. m.".
    private static bool IsHalfPart(string word, string before, string after) =>
        (word is "a." or "p." or "A." or "P." && Bare(after) == "m") || (Bare(word) == "m" && before is "a." or "p." or "A." or "P.");

    private static FrozenDictionary<string, StampWord> ReadKnown()
    {
        Dictionary<string, StampWord> known = new(StringComparer.Ordinal);
        foreach ((string kind, StampWord meaning) in (ReadOnlySpan<(string, StampWord)>)
            [("published", StampWord.Published), ("changed", StampWord.Changed), ("before", StampWord.Before), ("link", StampWord.Link), ("zone", StampWord.Zone), ("american", StampWord.American), ("weekday", StampWord.Weekday)])
        {
            foreach (string word in Read(kind).Order(StringComparer.Ordinal))
            {
                known.Add(word, meaning);
            }
        }

        return known.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static FrozenSet<string> Read(string kind) =>
        DataTable.Rows("en/stamp-words.txt", 2).Where(row => row[0] == kind).SelectMany(static row => row[1].Split(' ')).ToFrozenSet(StringComparer.Ordinal);
}
