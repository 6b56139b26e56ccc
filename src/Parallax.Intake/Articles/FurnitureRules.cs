using System.Collections.Immutable;

namespace Parallax.Intake.Articles;

/// <summary>The rules of <c>Data/en/furniture.txt</c>: which lines and brackets are not part of an article.</summary>
internal sealed class FurnitureRules
{
    private const int ShortLineWords = 20, HeadingWords = 6, PictureWords = 70, LongestPictureLine = 600;

    private readonly ILookup<string, (string Words, string Why)> _rules;

    private FurnitureRules(ILookup<string, (string Words, string Why)> rules) => _rules = rules;

    /// <summary>The rules that ship with Parallax.</summary>
    public static FurnitureRules English { get; } = Load("en/furniture.txt");

    /// <summary>Why a whole line is furniture, or null.</summary>
    public string? WhyLine(string line)
    {
        if (IsCounter(line))
        {
            return "a gallery's counter";
        }

        string bare = Bare(line);
        foreach ((string words, string why) in _rules["is"])
        {
            if (bare.Equals(words, StringComparison.OrdinalIgnoreCase))
            {
                return why;
            }
        }

        foreach ((string words, string why) in _rules["starts"])
        {
            if (StartsWithWords(line, words) && WordCount(line) <= 40)
            {
                return why;
            }
        }

        if (WordCount(line) <= ShortLineWords)
        {
            foreach ((string words, string why) in _rules["within"])
            {
                if (line.Contains(words, StringComparison.OrdinalIgnoreCase))
                {
                    return why;
                }
            }
        }

        return null;
    }

    /// <summary>Why everything from this line on is furniture, or null.</summary>
    public string? WhyTail(string line) =>
        _rules["ends"].FirstOrDefault(rule => Bare(line).Equals(rule.Words, StringComparison.OrdinalIgnoreCase)).Why
        ?? (WordCount(line) <= HeadingWords ? _rules["endstarts"].FirstOrDefault(rule => StartsWithWords(line, rule.Words)).Why : null);

    /// <summary>Why everything from this line on is furniture, wherever it stands, or null.</summary>
    public string? WhyStop(string line) => _rules["stops"].FirstOrDefault(rule => Bare(line).Equals(rule.Words, StringComparison.OrdinalIgnoreCase)).Why;

    /// <summary>Whether a paragraph is about a picture: it is short and carries the picture's credit.</summary>
    public bool IsPictureLine(string line)
    {
        if (line.Length > LongestPictureLine || WordCount(line) > PictureWords)
        {
            return false;
        }

        foreach ((string words, _) in _rules["picture"])
        {
            if (line.Contains(words, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a line counts the pictures of a gallery: "Image 3 of 12", "3 / 12", "1 of 3 |".</summary>
    public static bool IsCounter(string line)
    {
        int digits = 0, letters = 0;
        foreach (char c in line)
        {
            digits += char.IsAsciiDigit(c) ? 1 : 0;
            letters += char.IsLetter(c) ? 1 : 0;
        }

        return line.Length <= 24 && digits >= 2 && letters <= 9 && (line.Contains(" of ", StringComparison.Ordinal) || line.Contains(" / ", StringComparison.Ordinal));
    }

    /// <summary>The brackets of a line that are furniture: start, end (both brackets inside) and why.</summary>
    public ImmutableArray<(int Start, int End, string Why)> Brackets(string line)
    {
        ImmutableArray<(int, int, string)>.Builder found = ImmutableArray.CreateBuilder<(int, int, string)>();
        for (int i = 0; i < line.Length; i++)
        {
            if (line[i] is not ('(' or '['))
            {
                continue;
            }

            int close = line.IndexOf(line[i] == '(' ? ')' : ']', i);
            if (close < 0)
            {
                break;
            }

            string inside = line[(i + 1)..close];
            foreach ((string words, string why) in _rules["bracket"])
            {
                if (StartsWithWords(inside, words) && WordCount(inside) <= 12)
                {
                    found.Add((i, close + 1, why));
                    break;
                }
            }

            i = close;
        }

        return found.ToImmutable();
    }

    /// <summary>Number of words between white space.</summary>
    public static int WordCount(string text)
    {
        int count = 0;
        bool inside = false;
        foreach (char c in text)
        {
            bool space = char.IsWhiteSpace(c);
            count += !space && !inside ? 1 : 0;
            inside = !space;
        }

        return count;
    }

    private static bool StartsWithWords(string text, string words)
    {
        string start = text.TrimStart(' ', '*', '-', '•', '>', '»', '\u00A0');
        return start.StartsWith(words, StringComparison.OrdinalIgnoreCase)
            && (start.Length == words.Length || !char.IsLetterOrDigit(words[^1]) || !char.IsLetterOrDigit(start[words.Length]));
    }

    private static string Bare(string line) => line.Trim(' ', '.', ':', '!', '…', '*', '-', '–', '—', '>', '»', '|', '\u00A0', '\t').Replace('’', '\'');

    private static FurnitureRules Load(string name) =>
        new(DataTable.Rows(name, 3).ToLookup(static row => row[0], static row => (row[1], row[2]), StringComparer.Ordinal));
}
