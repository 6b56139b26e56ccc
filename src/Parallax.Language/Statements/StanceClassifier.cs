using Parallax.Core.Accounts;
using Parallax.Core.Layers;

namespace Parallax.Language.Statements;

/// <summary>Says what a source does with its content, from the cue's class, its negation and its frame.</summary>
internal static class StanceClassifier
{
    public static (Stance Stance, Force Force) Classify(Attribution attribution, DependencyTree tree)
    {
        if (attribution.Cue is not { } cue || cue.Entry is not { } entry)
        {
            return attribution.Continues is { } before && before.Cue is not null ? (Positive(Classify(before, tree).Stance), Force.Neutral) : (Stance.Asserts, Force.Neutral);
        }

        Stance stance = entry.Stance;
        if (entry.Lemma is "insist" or "suggest" or "recommend" && tree.Child(cue.Head, "ccomp") is int wanted and >= 0 && tree.IsSubjunctive(wanted))
        {
            // "insisted that the union agree"
            stance = Stance.Demands;
        }

        if (entry.Has(CueFrames.Silent) && attribution.Content.Rule != "content.silent")
        {
            // "refused to meet the demands": an act, and no silence
            stance = Stance.Other;
        }

        if (stance == Stance.Asks && (AsksFor(cue.Head, tree) || attribution.Content.Rule == "content.infinitive" || tree.CaseOf(Head(attribution, tree)) == "for"))
        {
            stance = Stance.Demands;
        }

        if (entry.Has(CueFrames.Addressee) && stance == Stance.Asserts && (attribution.Content.Rule == "content.infinitive" || IsInfinitive(attribution.Content.Tokens, tree)))
        {
            // "told them to leave"
            stance = Stance.Demands;
        }

        if (entry.Lemma == "describe" && attribution.Content.Rule == "content.quotation")
        {
            // "described the scene: “It was dark.”"
            stance = Stance.Asserts;
        }

        if (entry.Lemma == "agree" && attribution.Content.Rule == "content.infinitive")
        {
            // "agreed to supply": an undertaking
            stance = Stance.Promises;
        }

        if (cue.Negated && entry.Lemma is "discuss" or "comment" or "elaborate")
        {
            // "would not discuss a motive"
            return (Stance.SaysNotKnown, Force.Neutral);
        }

        if (stance == Stance.Asserts && !cue.Negated && tree.Lemma(Head(attribution, tree)) == "nothing" && tree.Child(Head(attribution, tree), "cop") < 0)
        {
            // "said nothing"
            return (Stance.SaysNotKnown, Force.Neutral);
        }

        if (cue.Negated && stance == Stance.Asserts && entry.Has(CueFrames.Attitude) && !entry.Factive)
        {
            // "I don't think it will": not silence, but doubt
            return (Stance.Doubts, Force.Neutral);
        }

        return cue.Negated ? (Negate(stance), Force.Neutral) : (stance, entry.Force);
    }

    // "told the group to stay": the first verb of the content is an infinitive.
    private static bool IsInfinitive(List<int> content, DependencyTree tree)
    {
        int verb = content.Find(i => tree.Tokens.Tags[i] is UniversalTag.Verb or UniversalTag.Aux);
        return verb > 0 && tree.HasFeature(verb, "VerbForm=Inf") && tree.Lower(verb - 1) is "to" or "not" && content.BinarySearch(verb - 1) >= 0 && !content.Exists(i => i < verb && tree.Lower(i) is "that" or "how" or "what" or "when" or "where" or "whether");
    }

    // "asked the state for more": beside a thing asked for, not beside whom it was for.
    private static bool AsksFor(int verb, DependencyTree tree)
    {
        foreach (int child in tree.Children(verb))
        {
            bool isFor = child > verb && tree.Is(child, "obl") && tree.CaseOf(child) == "for" && tree.Child(verb, "ccomp") < 0;
            isFor |= child > verb && (tree.Is(child, "obj") || tree.Is(child, "iobj")) && child + 1 < tree.Tokens.Count && tree.Lower(child + 1) == "for";
            foreach (int below in tree.Children(child))
            {
                // The parser may hang what is asked for on whom it is asked of.
                isFor |= child > verb && (tree.Is(child, "obj") || tree.Is(child, "iobj")) && tree.Is(below, "nmod") && tree.CaseOf(below) == "for";
            }

            if (isFor)
            {
                return true;
            }
        }

        return false;
    }

    // What follows a denial or accusation in quotation marks is said in support of it: plain assertion.
    private static Stance Positive(Stance stance) => stance is Stance.Denies or Stance.Doubts or Stance.SaysNotKnown ? Stance.Asserts : stance;

    private static Stance Negate(Stance stance) => stance switch
    {
        Stance.Asserts or Stance.Confirms or Stance.Admits => Stance.SaysNotKnown,
        Stance.Denies or Stance.Doubts => Stance.Other,
        _ => Stance.Other,
    };

    private static int Head(Attribution attribution, DependencyTree tree)
    {
        foreach (int token in attribution.Content.Tokens)
        {
            if (tree.Tokens.Tags[token] != UniversalTag.Punct && (tree.Tokens.Heads[token] < 0 || attribution.Content.Tokens.BinarySearch(tree.Tokens.Heads[token]) < 0))
            {
                return token;
            }
        }

        return attribution.Content.Tokens[0];
    }
}
