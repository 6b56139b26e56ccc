using Parallax.Core.Layers;
using Parallax.Language.Statements.Cues;

namespace Parallax.Language.Statements.Contents;

/// <content>Contents of nouns: "the claim that …", "claims made by officials that …".</content>
internal sealed partial class ContentFinder
{
    private Choice Noun(Cue cue)
    {
        int noun = cue.Head;
        foreach (int child in tree.Children(noun))
        {
            if (child <= noun || (!tree.Is(child, "acl") && !tree.Is(child, "ccomp") && !tree.Is(child, "appos") && !tree.Is(child, "advcl")) || (Tokens.Relations[child] == "acl:relcl" && !IsThatClause(child)))
            {
                continue;
            }

            bool isThat = tree.Child(child, "mark", "that") >= 0 || tree.Child(child, "mark", "whether") >= 0 || (tree.Is(child, "ccomp") && cue.Has(CueFrames.Clause));
            // "the reports pegged the club's offer to be as high": an offer is to do something.
            bool isInfinitive = tree.Child(child, "mark", "to") >= 0 && !(cue.Entry?.Stance == Core.Accounts.Stance.Offers && tree.Child(child, "cop") >= 0);
            if ((isThat && cue.Has(CueFrames.Clause)) || (isInfinitive && cue.Has(CueFrames.Infinitive)))
            {
                return new Choice(OfNoun(WithoutPredicate(tree.Yield(child), noun)), "content.noun-clause", $"clause ({Tokens.Relations[child]}) of the noun cue");
            }

            // "claims made by officials that …", "claims by officials that …": the clause may hang on what stands between.
            if (tree.Is(child, "acl") && lexicon.In("light-verbs", tree.Lemma(child)))
            {
                foreach (int below in tree.Children(child))
                {
                    if ((tree.Is(below, "ccomp") || tree.Is(below, "advcl") || tree.Is(below, "acl")) && tree.Child(below, "mark", "that") >= 0)
                    {
                        return new Choice(OfNoun(tree.Yield(below)), "content.noun-clause", $"clause ({Tokens.Relations[below]}) behind the noun cue");
                    }

                    foreach (int deeper in tree.Children(below))
                    {
                        if (tree.Is(below, "obl") && deeper > below && tree.Is(deeper, "acl") && tree.Child(deeper, "mark", "that") >= 0)
                        {
                            return new Choice(OfNoun(tree.Yield(deeper)), "content.noun-clause", $"clause ({Tokens.Relations[deeper]}) behind the agent of the noun cue");
                        }
                    }
                }
            }
        }

        foreach (int child in tree.Children(noun))
        {
            if (!(tree.Is(child, "nmod") || tree.Is(child, "obl")) || tree.CaseOf(child) is not ("by" or "from") || !cue.Has(CueFrames.Clause))
            {
                continue;
            }

            foreach (int below in tree.Children(child))
            {
                if (below > child && tree.Is(below, "acl") && tree.Child(below, "mark", "that") >= 0)
                {
                    return new Choice(OfNoun(tree.Yield(below)), "content.noun-clause", $"clause ({Tokens.Relations[below]}) behind the phrase of the noun cue");
                }
            }
        }

        return Phrase(cue, noun, "nmod");
    }

    // "The reports that he asked her to be the next mayor amused many": of a noun that no verb governs the parser hung its own verb on the clause, and gave it for a subject what has a copula or "to".
    private List<int> WithoutPredicate(List<int> clause, int noun)
    {
        int verb = Tokens.Heads[noun] >= 0 ? -1 : clause.FindIndex(i => i > clause[0] && Tokens.Tags[i] == UniversalTag.Verb && tree.IsFinite(i) && tree.Child(i, "nsubj") is int subject and >= 0 && subject < i && (tree.Child(subject, "cop") >= 0 || tree.Child(subject, "mark", "to") >= 0));
        return verb > 2 ? clause[..verb] : clause;
    }

    // "claims made by officials that the bridge is unsafe": "that" is none of its parts, whatever the parser calls the clause.
    private bool IsThatClause(int clause) => tree.Child(clause, "mark", "that") >= 0 && tree.Child(clause, "nsubj") >= 0 && tree.Child(clause, "nsubj") > tree.Child(clause, "mark", "that");

    // "dismissed claims by officials that it is unsafe as baseless, saying …": verdict and participle belong to "dismissed", wherever the parser hung them.
    private List<int> OfNoun(List<int> clause)
    {
        int participle = clause.FindIndex(i => i > clause[0] + 2 && tree.HasFeature(i, "VerbForm=") && tree.Lower(i).EndsWith("ing", StringComparison.Ordinal) && tree.Child(i, "aux") < 0
            && lexicon.Find(CueKind.Verb, tree.Lemma(i)) is { Length: > 0 } entries && entries[0].Has(CueFrames.Clause) && IsBehindComma(i) && quoted.Of(i) < 0);
        clause = participle > 0 ? clause[..participle] : clause;
        int verdict = clause.FindLastIndex(i => tree.Lower(i) == "as");
        bool isVerdict = verdict > 1 && clause.Count - verdict <= 8 && !clause.Exists(i => i > clause[verdict] && Tokens.Tags[i] is UniversalTag.Verb or UniversalTag.Aux);
        return isVerdict ? clause[..verdict] : clause;
    }

    private bool IsBehindComma(int token)
    {
        int before = token - 1;
        while (before > 0 && Tokens.Tags[before] == UniversalTag.Punct && Tokens.Form(before) is not ",")
        {
            before--;
        }

        return before > 0 && Tokens.Form(before) is ",";
    }
}
