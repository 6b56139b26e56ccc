using Parallax.Core.Layers;
using Parallax.Stories.Propositions;
using Parallax.Stories.Words;

namespace Parallax.Stories.Claims;

/// <summary>Words by which a clause stops short of its verb: "the mill was almost destroyed" does not say that it was destroyed.</summary>
internal static class Degrees
{
    private const int WordsBefore = 3;

    private static readonly Lazy<HashSet<string>> NotQuite = new(static () => StoriesData.Words("en/claims/not-quite.txt"));

    private static readonly Lazy<HashSet<string>> Likelihoods = new(static () => StoriesData.Words("en/claims/likelihoods.txt"));

    private static readonly Lazy<HashSet<string>> Unlikelihoods = new(static () => StoriesData.Words("en/claims/unlikelihoods.txt"));

    // Verbs that tell less than others, with those others.
    private static readonly Lazy<Dictionary<string, HashSet<string>>> Weaker = new(static () => StoriesData.Lines("en/claims/weaker.txt").Select(static line => line.Split(':')).ToDictionary(static l => l[0].Trim(), static l => new HashSet<string>(l[1].Split(' ', StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal), StringComparer.Ordinal));

    /// <summary>Whether a verb tells less than another: who was approached was not offered the post yet.</summary>
    public static bool IsWeaker(string verb, string than) => Weaker.Value.TryGetValue(verb, out HashSet<string>? stronger) && stronger.Contains(than);

    /// <summary>The word that says of a clause that it is hardly so ("it seems unlikely that the mill will open"), or null where none does; what is not unlikely is not called so.</summary>
    public static string? UnlikelyWord(ReportSet set, Proposition told)
    {
        TokenLayer tokens = set[told.Report].Tokens;
        if (tokens.Relations[told.Top] is not ("ccomp" or "csubj" or "advcl" or "acl") || tokens.Heads[told.Top] is not (>= 0 and var above) || above > told.Top)
        {
            return null;
        }

        for (int token = told.Top - 1; token >= 0 && tokens.SentenceOf(token) == told.Sentence; token--)
        {
            if ((token == above || (tokens.Heads[token] == above && tokens.Relations[token] is "xcomp")) && Unlikelihoods.Value.Contains(tokens.Lemmas[token].ToLowerInvariant()))
            {
                return Enumerable.Range(0, tokens.Count).Any(t => (tokens.Heads[t] == token || tokens.Heads[t] == above) && tokens.Form(t) is "not" or "n't" or "n’t" && t < told.Top) ? null : tokens.Form(token).ToString();
            }
        }

        return null;
    }

    /// <summary>Whether such a word stands with the predicate itself, or with a word of degree before it ("almost completely destroyed"), or the clause is only said to be likely ("it is highly likely that the mill was destroyed").</summary>
    public static bool IsNotQuite(ReportSet set, Proposition told)
    {
        TokenLayer tokens = set[told.Report].Tokens;
        if (tokens.Heads[told.Top] is >= 0 and int head && tokens.Tags[head] == UniversalTag.Adj && tokens.Relations[told.Top] is "ccomp" or "csubj" or "advcl" or "acl" && Likelihoods.Value.Contains(tokens.Lemmas[head].ToLowerInvariant()))
        {
            return true;
        }

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
