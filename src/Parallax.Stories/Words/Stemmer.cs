using System.Collections.Concurrent;

namespace Parallax.Stories.Words;

/// <summary>English stems after M. F. Porter, "An algorithm for suffix stripping", 1980; used where texts are compared by words.</summary>
/// <remarks>Thread-safe; stems are cached, so that equal stems are one string.</remarks>
internal static class Stemmer
{
    private const int CacheLimit = 200_000;
    private static readonly ConcurrentDictionary<string, string> Cache = new(StringComparer.Ordinal);

    private static readonly (string Suffix, string Replacement)[] SecondStep =
    [
        ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("isation", "ize"), ("iser", "ize"), ("abli", "able"), ("alli", "al"),
        ("entli", "ent"), ("eli", "e"), ("ousli", "ous"), ("ization", "ize"), ("ation", "ate"), ("ator", "ate"), ("alism", "al"), ("iveness", "ive"),
        ("fulness", "ful"), ("ousness", "ous"), ("aliti", "al"), ("iviti", "ive"), ("biliti", "ble"),
    ];

    private static readonly (string Suffix, string Replacement)[] ThirdStep =
    [
        ("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", ""),
    ];

    private static readonly string[] FourthStep =
    [
        "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou", "ism", "ate", "iti", "ous", "ive", "ize", "ise",
    ];

    /// <summary>The stem of a lower-case word; words with other than the letters a to z come back as they are.</summary>
    public static string Stem(string word)
    {
        if (Cache.TryGetValue(word, out string? known))
        {
            return known;
        }

        string stem = Compute(word);
        if (Cache.Count < CacheLimit)
        {
            Cache.TryAdd(word, stem);
        }

        return stem;
    }

    private static string Compute(string word)
    {
        if (word.Length <= 2 || !word.AsSpan().ContainsAnyInRange('a', 'z') || word.AsSpan().ContainsAnyExceptInRange('a', 'z'))
        {
            return word;
        }

        string stem = Plural(word);
        stem = PastAndProgressive(stem);
        if (stem.EndsWith('y') && HasVowel(stem.AsSpan(0, stem.Length - 1)))
        {
            stem = stem[..^1] + "i";
        }

        stem = Replace(stem, SecondStep);
        stem = Replace(stem, ThirdStep);
        stem = Strip(stem);
        if (stem.EndsWith('e') && (Measure(stem.AsSpan(0, stem.Length - 1)) > 1 || (Measure(stem.AsSpan(0, stem.Length - 1)) == 1 && !EndsShort(stem.AsSpan(0, stem.Length - 1)))))
        {
            stem = stem[..^1];
        }

        return stem.EndsWith("ll", StringComparison.Ordinal) && Measure(stem) > 1 ? stem[..^1] : stem;
    }

    private static string Plural(string word) => word switch
    {
        _ when word.EndsWith("sses", StringComparison.Ordinal) => word[..^2],
        _ when word.EndsWith("ies", StringComparison.Ordinal) => word[..^2],
        _ when word.EndsWith("ss", StringComparison.Ordinal) => word,
        _ when word.EndsWith('s') && word.Length > 3 => word[..^1],
        _ => word,
    };

    private static string PastAndProgressive(string word)
    {
        if (word.EndsWith("eed", StringComparison.Ordinal))
        {
            return Measure(word.AsSpan(0, word.Length - 3)) > 0 ? word[..^1] : word;
        }

        int cut = word.EndsWith("ing", StringComparison.Ordinal) ? 3 : word.EndsWith("ed", StringComparison.Ordinal) ? 2 : 0;
        if (cut == 0 || !HasVowel(word.AsSpan(0, word.Length - cut)))
        {
            return word;
        }

        string stem = word[..^cut];
        if (stem.EndsWith("at", StringComparison.Ordinal) || stem.EndsWith("bl", StringComparison.Ordinal) || stem.EndsWith("iz", StringComparison.Ordinal))
        {
            return stem + "e";
        }

        if (stem.Length > 1 && stem[^1] == stem[^2] && IsConsonant(stem, stem.Length - 1) && stem[^1] is not ('l' or 's' or 'z'))
        {
            return stem[..^1];
        }

        return Measure(stem) == 1 && EndsShort(stem) ? stem + "e" : stem;
    }

    private static string Replace(string word, (string Suffix, string Replacement)[] rules)
    {
        foreach ((string suffix, string replacement) in rules)
        {
            if (word.EndsWith(suffix, StringComparison.Ordinal))
            {
                return Measure(word.AsSpan(0, word.Length - suffix.Length)) > 0 ? word[..^suffix.Length] + replacement : word;
            }
        }

        return word;
    }

    private static string Strip(string word)
    {
        string? longest = null;
        foreach (string suffix in FourthStep)
        {
            if (word.EndsWith(suffix, StringComparison.Ordinal) && (longest is null || suffix.Length > longest.Length))
            {
                longest = suffix;
            }
        }

        if (longest is null || Measure(word.AsSpan(0, word.Length - longest.Length)) <= 1)
        {
            return word;
        }

        return longest == "ion" && word[^4] is not ('s' or 't') ? word : word[..^longest.Length];
    }

    private static bool IsConsonant(ReadOnlySpan<char> word, int i) => word[i] switch
    {
        'a' or 'e' or 'i' or 'o' or 'u' => false,
        'y' => i == 0 || !IsConsonant(word, i - 1),
        _ => true,
    };

    /// <summary>How often a vowel is followed by a consonant.</summary>
    private static int Measure(ReadOnlySpan<char> word)
    {
        int measure = 0;
        for (int i = 1; i < word.Length; i++)
        {
            measure += IsConsonant(word, i) && !IsConsonant(word, i - 1) ? 1 : 0;
        }

        return measure;
    }

    private static bool HasVowel(ReadOnlySpan<char> word)
    {
        for (int i = 0; i < word.Length; i++)
        {
            if (!IsConsonant(word, i))
            {
                return true;
            }
        }

        return false;
    }

    private static bool EndsShort(ReadOnlySpan<char> word) =>
        word.Length >= 3 && IsConsonant(word, word.Length - 1) && !IsConsonant(word, word.Length - 2) && IsConsonant(word, word.Length - 3) && word[^1] is not ('w' or 'x' or 'y');
}
