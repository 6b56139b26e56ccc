using Parallax.Core.Layers;
using Parallax.Language.Coreference.Mentions;

namespace Parallax.Language.Coreference.NameLinks;

/// <summary>Tells titles of a name from the noun of somebody else before them: "a spokesman for Prime Minister Karim Hadi".</summary>
internal static class OwnTitles
{
    // "of" joins an office to its field as well ("the head of the state Captain Hadi"): so few words may stand between.
    private const int MaxBehindOf = 2;

    /// <summary>Whether the phrase ends in the title of the name behind it, and its own head is another person.</summary>
    public static bool IsOfAnother(TokenLayer tokens, MentionCandidate phrase)
    {
        int before = phrase.Head + 1, title = phrase.TightEnd - 1;
        bool isJoined = before < title && tokens.Form(before) is "for" or "to" or "of" && (tokens.Form(before) is not "of" || title - before <= MaxBehindOf);
        return isJoined && (MentionLexicon.Instance.IsTitle(tokens.Form(title).ToString().ToLowerInvariant(), out _) || MentionLexicon.Instance.Noun(tokens.Lemmas[title].ToLowerInvariant()).Class == NounClass.Person);
    }
}
