using Parallax.Language.Pipeline;

namespace Parallax.Language.Tokens;

/// <summary>The word lists of the tokenizer, looked up by span without allocation.</summary>
internal sealed class TokenTables
{
    // Flags as numbers: code for them as they are would have to be compiled at each start.
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _abbreviations;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _contractions;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _prefixes;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _suffixes;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _apostropheWords;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _units;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _domains;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _emoticons;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _weekdays;

    private TokenTables(string folder)
    {
        _abbreviations = ReadAbbreviations(folder + "abbreviations.txt").GetAlternateLookup<ReadOnlySpan<char>>();
        _contractions = ReadContractions(folder + "contractions.txt").GetAlternateLookup<ReadOnlySpan<char>>();
        _prefixes = Set(folder + "hyphen-prefixes.txt", StringComparer.OrdinalIgnoreCase);
        _suffixes = Set(folder + "hyphen-suffixes.txt", StringComparer.OrdinalIgnoreCase);
        _apostropheWords = Set(folder + "apostrophe-words.txt", StringComparer.OrdinalIgnoreCase);
        _units = Set(folder + "units.txt", StringComparer.Ordinal);
        _domains = Set(folder + "top-level-domains.txt", StringComparer.OrdinalIgnoreCase);
        _emoticons = Set(folder + "emoticons.txt", StringComparer.Ordinal);
        _weekdays = Set(folder + "weekdays.txt", StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The tables of English.</summary>
    public static TokenTables English { get; } = new("en/tokens/");

    /// <summary>Longest word in any list; longer spans are in none.</summary>
    public const int LongestEntry = 16;

    /// <summary>What kind of abbreviation a word before a stop is, and whether it is one only before a number (<paramref name="needsNumber"/>).</summary>
    public TokenFlags Abbreviation(ReadOnlySpan<char> word, out bool needsNumber)
    {
        needsNumber = false;
        if (word.Length > LongestEntry || !_abbreviations.TryGetValue(word, out int known))
        {
            return TokenFlags.None;
        }

        TokenFlags flags = (TokenFlags)known;
        needsNumber = flags == (TokenFlags.Abbreviation | TokenFlags.Title);
        return flags;
    }

    /// <summary>Where a word such as "cannot" parts; 0 where it does not.</summary>
    public int Contraction(ReadOnlySpan<char> word) => word.Length <= LongestEntry && _contractions.TryGetValue(word, out int at) ? at : 0;

    /// <summary>Whether it stays in one token with the word after its hyphen.</summary>
    public bool IsHyphenPrefix(ReadOnlySpan<char> word) => word.Length <= LongestEntry && _prefixes.Contains(word);

    /// <summary>Whether it stays in one token with the word before its hyphen.</summary>
    public bool IsHyphenSuffix(ReadOnlySpan<char> word) => word.Length <= LongestEntry && _suffixes.Contains(word);

    /// <summary>Whether it is a word that begins with an apostrophe, which must be <c>'</c> here.</summary>
    public bool IsApostropheWord(ReadOnlySpan<char> word) => word.Length <= LongestEntry && _apostropheWords.Contains(word);

    /// <summary>Whether it is a unit that parts from the number before it.</summary>
    public bool IsUnit(ReadOnlySpan<char> word) => word.Length <= LongestEntry && _units.Contains(word);

    /// <summary>Whether it is the last label of an address.</summary>
    public bool IsTopLevelDomain(ReadOnlySpan<char> word) => word.Length <= LongestEntry && _domains.Contains(word);

    /// <summary>Whether it is a face of punctuation.</summary>
    public bool IsEmoticon(ReadOnlySpan<char> word) => word.Length <= LongestEntry && _emoticons.Contains(word);

    /// <summary>Whether it is the name of a day of the week.</summary>
    public bool IsWeekday(ReadOnlySpan<char> word) => word.Length <= LongestEntry && _weekdays.Contains(word);

    private static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string file, StringComparer comparer) =>
        new HashSet<string>(LanguageData.Lines(file), comparer).GetAlternateLookup<ReadOnlySpan<char>>();

    // "can|not" parts behind "can".
    private static Dictionary<string, int> ReadContractions(string file)
    {
        Dictionary<string, int> entries = new(StringComparer.OrdinalIgnoreCase);
        foreach (string line in LanguageData.Lines(file))
        {
            entries[line.Replace("|", string.Empty, StringComparison.Ordinal)] = line.IndexOf('|', StringComparison.Ordinal);
        }

        return entries;
    }

    private static Dictionary<string, int> ReadAbbreviations(string file)
    {
        Dictionary<string, int> entries = new(StringComparer.Ordinal);
        foreach (string line in LanguageData.Lines(file))
        {
            string[] columns = line.Split(' ');
            TokenFlags flags = columns.Length != 2 ? throw new InvalidDataException($"{file}: “{line}” is not a word and its kind.") : columns[1] switch
            {
                "title" => TokenFlags.Title,
                "number" => TokenFlags.Abbreviation | TokenFlags.Title,
                "word" => TokenFlags.Abbreviation,
                "month" => TokenFlags.Abbreviation | TokenFlags.Month,
                string kind => throw new InvalidDataException($"{file}: “{kind}” of “{line}” is no kind of abbreviation."),
            };
            entries[columns[0]] = (int)flags;
            entries[columns[0].ToUpperInvariant()] = (int)flags;
            entries[char.ToUpperInvariant(columns[0][0]) + columns[0][1..]] = (int)flags;
        }

        return entries;
    }
}
