using System.Collections.Immutable;
using Parallax.Stories.Words;

namespace Parallax.Stories.Timelines;

/// <summary>Whether two lines of one day tell the same by their words.</summary>
internal static class Retelling
{
    // Shares of the words of a sentence, chosen by reading timelines.
    private const int LeastWords = 4, LeastShared = 3;

    // Numbers up to twelve are told of many things, and those from here on may be years.
    private const int LeastNumber = 12, LeastYear = 1000;
    private const double SameSentence = 0.8, SameThing = 2.0 / 3;

    /// <summary>Whether two sentences have nearly all of their words in common.</summary>
    public static bool AreOne(string left, string right) => AreOne(Stems(left), Stems(right));

    /// <summary>The same for their stems.</summary>
    public static bool AreOne(HashSet<string> ours, HashSet<string> theirs)
    {
        // Of which one has far more words, the other has no share so large.
        return Math.Min(ours.Count, theirs.Count) >= SameSentence * Math.Max(ours.Count, theirs.Count) && ours.Count >= LeastWords && ours.Count(theirs.Contains) >= SameSentence * Math.Max(ours.Count, theirs.Count);
    }

    /// <summary>Whether a line has most of the words of what somebody said, and not only names.</summary>
    public static bool IsToldIn(string said, string line) => IsToldIn(said, Stems(line));

    /// <summary>The same for the stems of the line.</summary>
    public static bool IsToldIn(string said, HashSet<string> told)
    {
        ImmutableArray<Word> words = [.. WordList.Of(said).Where(static w => w.IsContent).DistinctBy(static w => w.Stem, StringComparer.Ordinal)];
        Word[] shared = [.. words.Where(w => told.Contains(w.Stem))];
        return shared.Length >= LeastShared && shared.Length >= SameThing * words.Length && Array.Exists(shared, static w => !w.IsCapital);
    }

    /// <summary>Whether two sentences of one day give one number of people or things, and share more words ("captured 23 pirates in the gulf", "took 23 pirates of the gulf into custody").</summary>
    public static bool GiveOneNumber(string left, string right) => GiveOneNumber(Stems(left), Stems(right));

    /// <summary>The same for their stems.</summary>
    public static bool GiveOneNumber(HashSet<string> left, HashSet<string> right) =>
        left.Any(s => IsNumber(s) && right.Contains(s)) && left.Count(s => !char.IsAsciiDigit(s[0]) && right.Contains(s)) >= LeastShared;

    private static bool IsNumber(string stem) => char.IsAsciiDigit(stem[0]) && int.TryParse(stem, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int number) && number is > LeastNumber and < LeastYear;

    /// <summary>Stems of the words of a text that tell something, each once.</summary>
    public static HashSet<string> Stems(string text) => [.. WordList.Of(text).Where(static w => w.IsContent).Select(static w => w.Stem)];
}
