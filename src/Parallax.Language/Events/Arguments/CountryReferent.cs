using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Coreference;
using Parallax.Language.Coreference.NameLinks;
using Parallax.Language.Events.Clauses;
using Parallax.Language.Syntax;

namespace Parallax.Language.Events.Arguments;

/// <summary>Which country "the country" means: one told by its name, not by an adjective, in the same sentence or the one before, that is not itself what acts on it.</summary>
internal static class CountryReferent
{
    /// <summary>Whether a token is the head of a bare "the country", "that nation".</summary>
    public static bool IsBare(SyntaxTree tree, int token)
    {
        if (tree.Tokens.Tags[token] != UniversalTag.Noun || tree.Lemma(token) is not ("country" or "nation") || tree.Tokens.Features[token].Contains("Number=Plur", StringComparison.Ordinal))
        {
            return false;
        }

        bool definite = false;
        foreach (int child in tree.Children(token))
        {
            definite |= tree.Is(child, "det") && ClauseWords.Is("definite", tree.Lemma(child));
            if (tree.Is(child, "amod") || tree.Is(child, "compound") || tree.Is(child, "nmod") || tree.Is(child, "acl:relcl") || tree.Is(child, "nummod"))
            {
                return false;
            }
        }

        return definite;
    }

    /// <summary>The entity; <paramref name="read"/>, what coreference made of it, where that is told nearby or nothing better is.</summary>
    public static Entity? Of(AnnotatedReport report, SyntaxTree tree, int token, Entity? read)
    {
        TokenLayer tokens = tree.Tokens;
        int sentence = tokens.SentenceOf(token);
        string? doer = tree.Is(token, "nmod:poss") && VerbOf(tree, token) is >= 0 and int verb && tree.Child(verb, "nsubj") is >= 0 and int subject ? report.Entities.At(tokens.Span(subject))?.Country : null;
        read = doer is not null && read?.Country == doer ? null : read; // "Norland left the country's treaty with the union": that of another
        for (int s = sentence; s >= Math.Max(0, sentence - 1); s--)
        {
            Entity? best = null;
            int most = 0;
            for (int t = tokens.Sentences[s].FirstToken; t < (s == sentence ? token : tokens.Sentences[s].EndToken); t++)
            {
                if (tokens.Tags[t] is not (UniversalTag.Propn or UniversalTag.Pron) || tree.Is(t, "compound") || report.Entities.At(tokens.Span(t)) is not { Country: not null, Kind: ActorKind.Country or ActorKind.Government } entity || (entity.Kind == ActorKind.Government && !IsCapital(tokens, entity, t)) || entity.Country == doer)
                {
                    continue;
                }

                if (entity.Id == read?.Id || (read is { Country: not null } && entity.Country == read.Country))
                {
                    return entity; // told by its name, where "that country" stands as one of its own
                }

                int weight = s == sentence && tree.Is(t, "nsubj") && tree.Dominates(tree.Head(t), token) && tree.Head(t) == VerbOf(tree, token) ? 0 : tree.Is(t, "nsubj") || tree.Is(t, "obj") ? 2 : 1;
                if (weight > 0 && weight >= most)
                {
                    (best, most) = (entity, weight);
                }
            }

            if (best is not null)
            {
                return best;
            }
        }

        return read;
    }

    // "Tehran" for its government; "the ministry" is no country.
    private static bool IsCapital(TokenLayer tokens, Entity entity, int token)
    {
        foreach (Mention mention in entity.Mentions)
        {
            if (mention.Form == MentionForm.Metonym && mention.Span.Contains(tokens.Span(token)))
            {
                return true;
            }
        }

        return tokens.Tags[token] == UniversalTag.Pron || CountryLookup.Instance.CountryOfName(tokens.Form(token).ToString()) is not null;
    }

    private static int VerbOf(SyntaxTree tree, int token)
    {
        while (token >= 0 && tree.Tokens.Tags[token] != UniversalTag.Verb)
        {
            token = tree.Head(token);
        }

        return token;
    }
}
