using Parallax.Core.Accounts;

namespace Parallax.Export.Views;

/// <summary>What follows a sentence of the short version: who says it, and how many independent origins stand behind it.</summary>
internal static class ShortLine
{
    public static string Of(AccountIndex index, InShortSentence sentence)
    {
        if (sentence.Claim is null)
        {
            return $"in report {index.Letter(sentence.Report)}";
        }

        ClaimView claim = ClaimView.Of(index, sentence.Claim);
        var parts = new List<string>();
        Add("said by ", claim.Voices(index, PositionKind.Affirms, PositionKind.Qualifies));
        Add("denied by ", claim.Voices(index, PositionKind.Denies));
        Add("doubted by ", claim.Voices(index, PositionKind.Doubts));
        parts.Add(Words.Origins(sentence.Claim));
        return string.Join("; ", parts);

        void Add(string verb, string voices)
        {
            if (voices.Length > 0)
            {
                parts.Add(verb + voices);
            }
        }
    }
}
