using Parallax.Core.Layers;
using Parallax.Stories.Propositions;
using Parallax.Stories.Words;

namespace Parallax.Stories.Claims;

/// <summary>Words by which a clause stops short of its verb: "the mill was almost destroyed" does not say that it was destroyed.</summary>
internal static class Degrees
{
    private const int WordsBefore = 3;

    private static readonly Lazy<HashSet<string>> NotQuite = new(static () => StoriesData.Words("en/claims/not-quite.txt"));

    /// <summary>Whether such a word stands with the predicate itself, or with a word of degree before it ("almost completely destroyed").</summary>
    public static bool IsNotQuite(ReportSet set, Proposition told)
    {
        TokenLayer tokens = set[told.Report].Tokens;
        for (int token = told.Token - 1; token >= 0 && token >= told.Token - WordsBefore && tokens.SentenceOf(token) == told.Sentence; token--)
        {
            if (NotQuite.Value.Contains(tokens.Form(token).ToString().ToLowerInvariant()))
            {
                return true;
            }

            if (tokens.Tags[token] is not (UniversalTag.Adv or UniversalTag.Aux))
            {
                return false;
            }
        }

        return false;
    }
}
