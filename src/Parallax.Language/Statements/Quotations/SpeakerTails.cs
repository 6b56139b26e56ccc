using Parallax.Core.Text;
using Parallax.Language.Statements.Cues;

namespace Parallax.Language.Statements.Quotations;

/// <summary>Tells words that name who spoke from words that are spoken, on either side of a mark that could open or close.</summary>
internal static class SpeakerTails
{
    private const int MaxSpeakerWords = 4;

    /// <summary>“…, "she said amid sobs.”, “…! "said Ben Lund, who lives there.”: a mark that hangs on the word behind it, and a verb of saying beside it.</summary>
    public static bool IsSpeakerBehind(string text, TextSpan block, int mark, int length)
    {
        int behind = mark + length;
        ReadOnlySpan<char> before = text.AsSpan(block.Start, mark - block.Start).TrimEnd();
        if (before.IsEmpty || before[^1] is not (',' or '!' or '?' or '.') || before.Length == mark - block.Start || behind >= block.End || !char.IsLetter(text[behind]))
        {
            return false;
        }

        ReadOnlySpan<char> tail = text.AsSpan(behind, block.End - behind);
        int words = 0;
        foreach (Range word in tail.Split(' '))
        {
            if (CueLexicon.English.In("tail-verbs", tail[word].TrimEnd(",.").ToString()))
            {
                return true;
            }

            if (++words == MaxSpeakerWords)
            {
                break;
            }
        }

        return false;
    }

    /// <summary>Whether words are of one who speaks of himself.</summary>
    public static bool IsFirstPerson(ReadOnlySpan<char> words)
    {
        int start = 0;
        for (int i = 0; i <= words.Length; i++)
        {
            if (i < words.Length && char.IsLetter(words[i]))
            {
                continue;
            }

            if (words[start..i] is "I" or "We" or "we" or "My" or "my" or "Our" or "our" or "us" or "me")
            {
                return true;
            }

            start = i + 1;
        }

        return false;
    }
}
