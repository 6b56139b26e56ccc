using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Statements.Cues;

namespace Parallax.Language.Statements.Stances;

/// <content>Verbs that do what they say: “We thank the crew”, “I'd like to apologise”, “We are asking people to stay in”.</content>
internal sealed partial class SpokenActs
{
    // “I want to thank the crew”, “I would like to apologise”, “I must warn you”: the verb below does it.
    private int Wanted(int root)
    {
        int doing = IsFirst(tree.Child(root, "nsubj")) && tree.Lemma(root) is "want" or "like" or "wish" && !tree.HasFeature(root, "Tense=Past") && !IsNegated(root) ? tree.Child(root, "xcomp") : -1;
        return doing > root && tree.Child(root, "obj") < 0 && tree.Child(doing, "mark", "to") >= 0 ? doing : root;
    }

    // “We need the council to act”, “I want him to resign”: what others are to do.
    private Stance? Wanting(int root)
    {
        bool isWish = IsFirst(tree.Child(root, "nsubj")) && tree.Lemma(root) is "want" or "need" && quoted.Of(root) >= 0 && !tree.HasFeature(root, "Tense=Past") && !IsNegated(root) && tree.Child(root, "aux") < 0;
        int other = isWish ? tree.Child(root, "obj") : -1, doing = isWish ? tree.Child(root, "xcomp") : -1;
        doing = isWish && doing < 0 ? tree.Child(root, "ccomp") : doing;
        other = other < 0 && doing >= 0 ? tree.Child(doing, "nsubj") : other;
        bool isActor = other > root && other < doing && (Tokens.Tags[other] == UniversalTag.Propn || tree.Lower(other) is "you" or "him" or "her" or "them" or "people" or "everyone" or "everybody" || lexicon.IsGroup(tree.Lower(other)) || lexicon.NounKind(tree.Lemma(other)) is not (null or ActorKind.Document));
        return isActor && tree.Child(doing, "mark", "to") >= 0 && Tokens.Tags[doing] == UniversalTag.Verb && tree.Child(doing, "cop") < 0 && !IsOutsideWill(doing) ? Stance.Demands : null;
    }

    // “We thank …”, “I urge …”, “I'm sorry”: who says it does it.
    private Stance? Performed(int root)
    {
        int above = Tokens.Heads[root], subject = tree.Child(root, "nsubj");
        bool isWanted = subject < 0 && tree.Is(root, "xcomp") && Wanted(above) == root;
        subject = isWanted ? tree.Child(above, "nsubj") : subject;
        if (tree.Lower(root) == "sorry" && IsFirst(subject) && tree.Child(root, "cop") >= 0)
        {
            return Stance.Other;
        }

        if (tree.Lemma(root) == "thank" && subject < 0 && quoted.Of(root) >= 0 && Tokens.Relations[root] is "root" or "ccomp" or "parataxis" && root + 1 < Tokens.Count && tree.Lower(root + 1) == "you")
        {
            // “Thank you for coming.”
            return Stance.Praises;
        }

        int aux = tree.Child(root, "aux");
        bool isGoingOn = aux >= 0 && tree.Lemma(aux) == "be" && tree.HasFeature(root, "Tense=Pres") && tree.Lower(root).EndsWith("ing", StringComparison.Ordinal);
        bool isPlain = isWanted || (aux < 0 && !tree.HasFeature(root, "Tense=Past") && !tree.HasFeature(root, "VerbForm=Part"));
        bool isNow = Tokens.Tags[root] == UniversalTag.Verb && quoted.Of(root) >= 0 && IsFirst(subject) && subject < root && (isPlain || isGoingOn) && !IsNegated(root);
        if (isNow && tree.Lemma(root) == "regret")
        {
            return Stance.Other;
        }

        foreach (CueEntry entry in isNow ? lexicon.Find(CueKind.Verb, tree.Lemma(root)) : [])
        {
            if (Act(root, entry) is { } act && (!isGoingOn || act == Stance.Demands))
            {
                return act;
            }
        }

        return null;
    }

    private Stance? Act(int root, CueEntry entry)
    {
        bool hasObject = tree.Child(root, "obj") >= 0 || tree.Child(root, "ccomp") >= 0 || tree.Child(root, "xcomp") >= 0, hasPhrase = false;
        foreach (int child in tree.Children(root))
        {
            hasPhrase |= child > root && tree.Is(child, "obl") && entry.Prepositions.Contains(tree.CaseOf(child));
        }

        bool fits = (hasObject && entry.Has(CueFrames.Clause | CueFrames.Target | CueFrames.Object | CueFrames.Infinitive)) || hasPhrase;
        if (entry.Lemma is "apologise" or "apologize")
        {
            return Stance.Other;
        }

        if (entry.Lemma == "ask" && fits)
        {
            // “We ask you to stay”, “We ask that people stay”
            return tree.Child(root, "xcomp") >= 0 || (tree.Child(root, "ccomp") is int clause and >= 0 && tree.Child(clause, "mark", "that") >= 0) ? Stance.Demands : Stance.Asks;
        }

        return fits && !entry.Has(CueFrames.As) && entry.Stance is Stance.Demands or Stance.Promises or Stance.Warns or Stance.Threatens or Stance.Offers or Stance.Praises or Stance.Criticises or Stance.Accuses ? entry.Stance : null;
    }
}
