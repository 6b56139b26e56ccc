using System.Collections.Immutable;
using System.Reflection;
using System.Text;

namespace Parallax.Intake.Articles;

/// <summary>The rules of <c>Data/en/furniture.txt</c>: which lines and brackets are not part of an article.</summary>
internal sealed class FurnitureRules
{
    private const int ShortLineWords = 20;

    private readonly ILookup<string, (string Words, string Why)> _rules;

    private FurnitureRules(ILookup<string, (string Words, string Why)> rules) => _rules = rules;

    /// <summary>The rules that ship with Parallax.</summary>
    public static FurnitureRules English { get; } = Load("en/furniture.txt");

    /// <summary>Why a whole line is furniture, or null.</summary>
    public string? WhyLine(string line)
    {
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
    public string? WhyTail(string line) => _rules["ends"].FirstOrDefault(rule => Bare(line).Equals(rule.Words, StringComparison.OrdinalIgnoreCase)).Why;

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

    private static FurnitureRules Load(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The data file {name} is missing from the program.");
        using StreamReader reader = new(stream, Encoding.UTF8);
        List<(string Kind, string Words, string Why)> rules = [];
        for (int number = 1; reader.ReadLine() is { } line; number++)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            string[] fields = line.Split('\t');
            if (fields.Length != 3)
            {
                throw new InvalidOperationException($"{name}, line {number}: expected kind, words and reason, separated by tabs.");
            }

            rules.Add((fields[0], fields[1], fields[2]));
        }

        return new FurnitureRules(rules.ToLookup(static rule => rule.Kind, static rule => (rule.Words, rule.Why), StringComparer.Ordinal));
    }
}
