using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Statements.Cues;

namespace Parallax.Language.Statements.Stances;

/// <summary>Says what a source does with its content, from the cue's class, its negation and its frame.</summary>
internal static class StanceClassifier
{
    public static (Stance Stance, Force Force) Classify(Attribution attribution, DependencyTree tree, CueLexicon lexicon)
    {
        if (attribution.Cue is not { } cue || cue.Entry is not { } entry)
        {
            // What follows an accusation, a question or a demand in marks is said in its support: an assertion, or the act that the words are.
            return (attribution.Act ?? Stance.Asserts, Force.Neutral);
        }

        entry = VerbAbove(cue, tree, lexicon) ?? entry;
        Stance stance = entry.Stance;
        if (entry.Lemma is "insist" or "suggest" or "recommend" && tree.Child(cue.Head, "ccomp") is int wanted and >= 0 && tree.IsSubjunctive(wanted))
        {
            // "insisted that the union agree"
            stance = Stance.Demands;
        }

        if (entry.Lemma == "ask" && stance == Stance.Asserts && cue.Kind == CueKind.Verb)
        {
            // “Did it hold?” she asked.
            stance = Stance.Asks;
        }

        if (stance == Stance.Asks && (AsksFor(cue.Head, tree) || AsksThat(attribution, tree) || attribution.Content.Rule == "content.infinitive" || (entry.Lemma == "ask" && attribution.Content.Tokens[0] > cue.Head && (IsInfinitive(attribution.Content.Tokens, tree) || AsksTo(attribution, cue, tree))) || tree.CaseOf(Head(attribution, tree)) == "for"))
        {
            stance = Stance.Demands;
        }

        if (entry.Has(CueFrames.Addressee) && stance == Stance.Asserts && (attribution.Content.Rule == "content.infinitive" || IsInfinitive(attribution.Content.Tokens, tree)))
        {
            // "told them to leave"
            stance = Stance.Demands;
        }

        if (entry.Lemma == "claim" && cue is { Kind: CueKind.Verb, Passive: false, Negated: false } && Head(attribution, tree) is var claimed && claimed > cue.Head && tree.Is(claimed, "obj") && lexicon.In("claimed-deeds", tree.Lemma(claimed)))
        {
            // "claimed the bombing": that it was they
            return (Stance.Admits, Force.Neutral);
        }

        if (entry.Lemma == "describe" && (IsSpoken(attribution, tree) || attribution.Content.Rule == "content.quotation" || tree.HasFeature(Head(attribution, tree), "VerbForm=Ger")))
        {
            // "described the scene: “It was dark.”", "described hearing it fall"
            stance = Stance.Asserts;
        }

        if (entry.Lemma == "plead" && tree.Lemma(Head(attribution, tree)) == "guilty")
        {
            stance = tree.Child(Head(attribution, tree), "advmod", "not") >= 0 ? Stance.Denies : Stance.Admits;
        }

        else if (entry.Lemma == "plead" && cue.Tokens.Exists(i => tree.Lower(i) == "guilty"))
        {
            // "plead guilty to charges": the word stands in the cue.
            stance = cue.Tokens.Exists(i => tree.Lower(i) == "not") ? Stance.Denies : Stance.Admits;
        }

        if (stance == Stance.Asserts && cue.Kind == CueKind.Verb && entry.Has(CueFrames.Object) && OwnNoun(attribution, tree, lexicon) is { } own)
        {
            // "repeated her call for a bridge", "renewed its threat"
            stance = own.Stance;
        }

        if (entry.Lemma is "support" or "back" or "endorse" or "defend" && lexicon.In("contested-nouns", tree.Lemma(Head(attribution, tree))))
        {
            // "supported the firm's claim"; "defended himself against claims that he lied"
            stance = cue.Tokens.Exists(i => tree.Lower(i) == "against") || tree.CaseOf(Head(attribution, tree)) == "against" ? Stance.Denies : Stance.Confirms;
        }

        if (stance == Stance.Other && cue.Kind == CueKind.Verb && entry.Has(CueFrames.As) && !entry.Has(CueFrames.Attitude) && entry.Lemma is not ("liken" or "compare"))
        {
            // "called the vote a disgrace", "described her as a hero": by what it is called.
            stance = CallsFalse(attribution, tree, lexicon) ? Stance.Denies : Naming(attribution, tree, lexicon);
        }

        if (stance == Stance.Promises && entry.Lemma is "swear" or "guarantee" && cue.Kind == CueKind.Verb && attribution.Content.Tokens.Exists(tree.IsFinite) && !IsOfTheFuture(attribution, tree))
        {
            // "swore that she had seen it": an oath on what is so.
            stance = Stance.Asserts;
        }

        if (stance == Stance.Promises && cue.Kind == CueKind.Verb && attribution.Content.Rule == "content.infinitive" && attribution.Content.Tokens.Find(i => tree.Tokens.Tags[i] == UniversalTag.Verb) is int deed and > 0 && lexicon.In("hostile-lemmas", tree.Lemma(deed)))
        {
            // "vowed to strike back"
            stance = Stance.Threatens;
        }

        if (entry.Lemma == "question" && cue.Kind == CueKind.Verb && (cue.Passive || tree.CaseOf(Head(attribution, tree)) is "about" or "on" || (tree.Child(cue.Head, "obj") is int whom and >= 0 && (tree.Tokens.Tags[whom] == UniversalTag.Pron || ((tree.Tokens.Tags[whom] == UniversalTag.Propn || lexicon.NounKind(tree.Lemma(whom)) == ActorKind.Person || Coreference.Mentions.MentionLexicon.Instance.Noun(tree.Lemma(whom)).Class == Coreference.Mentions.NounClass.Person) && attribution.Content.Tokens.Exists(i => i > whom && tree.Lower(i) is "about" or "on"))))))
        {
            // "was questioned about the key", "questioned her on it": somebody, and not what he says
            stance = Stance.Asks;
        }

        if (entry.Lemma == "question" && cue is { Kind: CueKind.Verb, Passive: false } && attribution.Content.Tokens[0] is var asked && asked > cue.Head && (tree.Lower(asked) is "why" or "what" or "who" ? attribution.Content.Tokens.Exists(tree.IsFinite) : tree.Lower(asked) == "how" && tree.Child(cue.Head, "ccomp") >= 0))
        {
            // "questioned why the dam was not raised": what somebody wants to know
            stance = Stance.Asks;
        }

        if (entry.Lemma == "express" && Felt(attribution, tree, lexicon) is { } felt)
        {
            stance = felt;
        }

        if (entry.Lemma is "assure" or "reassure" && !IsOfTheFuture(attribution, tree) && tree.Lower(attribution.Content.Tokens[0]) != "of" && (tree.Lower(attribution.Content.Tokens[0]) == "that" || !attribution.Content.Tokens.Exists(i => tree.Lower(i) == "of")))
        {
            // "assured the town that it is safe": what is so, and nothing promised; "assured it of help"
            stance = Stance.Asserts;
        }

        if (entry.Lemma == "advise" && stance == Stance.Demands && IsPlainFact(attribution, tree))
        {
            // "advises that the water is safe"
            stance = Stance.Asserts;
        }

        if (stance == Stance.Denies && cue is { Kind: CueKind.Verb, Negated: false } && attribution.Act is null && attribution.Content.Tokens.FindLast(i => tree.Tokens.Form(i) is not ("”" or "\"" or "''" or "’")) is var end && attribution.Content.Tokens[0] > cue.Head && tree.Child(cue.Head, "obj") is int dismissed and >= 0 && attribution.Content.Tokens.BinarySearch(dismissed) < 0
            && (tree.Tokens.Form(end) is "?" || (end + 1 < tree.Tokens.Count && tree.Tokens.Form(end + 1) is "?")))
        {
            // "Lund, who has dismissed the tale, “Is it not so?”": a question denies nothing.
            stance = Stance.Asks;
        }

        if (entry.Lemma == "speak" && attribution.Content.Tokens is [var topic, ..] && topic > 0 && (tree.Lower(topic) == "against" || tree.Lower(topic - 1) == "against"))
        {
            // "spoke out against the bill"
            stance = Stance.Criticises;
        }

        if (entry.Lemma == "agree" && attribution.Content.Rule == "content.infinitive")
        {
            // "agreed to supply": an undertaking
            stance = Stance.Promises;
        }

        if (cue.Negated && entry.Lemma is "claim" or "assert" or "contend" or "insist" or "maintain" or "argue" or "suggest" or "imply" or "hint")
        {
            // "Neither ever claimed that it was safe": that they did not say so, and not that they do not know.
            return (Stance.Other, Force.Neutral);
        }

        if (cue.Negated && Withholds(cue, tree))
        {
            // "would not say why", "will not discuss a motive": kept back, and not unknown
            return (Stance.Other, Force.Neutral);
        }

        if (cue.Negated && entry.Lemma is "discuss" or "comment" or "elaborate")
        {
            // "did not discuss a motive"
            return (Stance.SaysNotKnown, Force.Neutral);
        }

        if (stance == Stance.Asserts && !cue.Negated && tree.Lemma(Head(attribution, tree)) == "nothing" && tree.Child(Head(attribution, tree), "cop") < 0)
        {
            // "said nothing"
            return (Stance.SaysNotKnown, Force.Neutral);
        }

        if (cue.Negated && stance == Stance.Asserts && entry.Has(CueFrames.Attitude) && IsQuestion(attribution.Content.Tokens, tree))
        {
            // "is not sure what caused it"
            return (Stance.SaysNotKnown, Force.Neutral);
        }

        if (cue.Negated && stance == Stance.Asserts && entry.Has(CueFrames.Attitude) && !entry.Factive)
        {
            // "I don't think it will": not silence, but doubt
            return (Stance.Doubts, Force.Neutral);
        }

        if (cue.Negated)
        {
            return (Negate(stance), Force.Neutral);
        }

        if (stance == Stance.Asserts && attribution.Act is { } act && cue.Kind != CueKind.Noun)
        {
            stance = act;
        }

        return (stance, cue.Kind == CueKind.Noun && IsDistant(cue.Head, tree, lexicon) ? Force.Distances : entry.Force);
    }

    // "admitted in his plea that …", "denied as part of her testimony that …": the verb tells what is done, the noun only where.
    private static CueEntry? VerbAbove(Cue cue, DependencyTree tree, CueLexicon lexicon)
    {
        int at = cue.Head;
        while (cue.Kind == CueKind.Noun && (tree.Is(at, "nmod") || tree.Is(at, "obl")) && tree.Tokens.Heads[at] is var above && cue.Tokens.Contains(above))
        {
            if (tree.Tokens.Tags[above] == UniversalTag.Verb)
            {
                return tree.CaseOf(at) is "in" or "as" or "at" or "during" && lexicon.Find(CueKind.Verb, tree.Lemma(above)) is [var verb, ..] && !verb.Has(CueFrames.Read) ? verb : null;
            }

            at = above;
        }

        return null;
    }

    private static bool Withholds(Cue cue, DependencyTree tree) => !cue.Has(CueFrames.Attitude) && cue.Kind == CueKind.Verb && (tree.Child(cue.Head, "aux", "would") >= 0 || tree.Child(cue.Head, "aux", "will") >= 0 || tree.Child(cue.Head, "aux", "wo") >= 0);

    private static bool IsOfTheFuture(Attribution attribution, DependencyTree tree) => attribution.Content.Tokens.Exists(i => tree.Lower(i) is "will" or "would" or "shall" or "'ll" or "’ll" or "wo");

    // "expressed outrage that …", "voiced doubts about …": the feeling stands in the content or between cue and content.
    private static Stance? Felt(Attribution attribution, DependencyTree tree, CueLexicon lexicon)
    {
        int noun = tree.Child(attribution.Cue!.Head, "obj");
        string lemma = noun < 0 ? "" : tree.Lemma(noun);
        return lexicon.In("blaming-feelings", lemma) ? Stance.Criticises : lexicon.In("praising-feelings", lemma) ? Stance.Praises : lexicon.In("doubting-feelings", lemma) ? Stance.Doubts
            : lexicon.In("other-feelings", lemma) ? Stance.Other : null;
    }

    /// <summary>Whether somebody calls what another says false: "called the report a lie", "described the claims as baseless".</summary>
    public static bool CallsFalse(Attribution attribution, DependencyTree tree, CueLexicon lexicon)
    {
        if (attribution is not { Cue: { Kind: CueKind.Verb, Negated: false, Entry: { Stance: Stance.Other } entry } cue, Content.IsEmpty: false } || !entry.Has(CueFrames.As) || entry.Has(CueFrames.Attitude) || entry.Lemma is "liken" or "compare")
        {
            return false;
        }

        List<int> content = attribution.Content.Tokens;
        int named = content.FindIndex(i => i > cue.Head && lexicon.In("contested-nouns", tree.Lemma(i)) && tree.Tokens.Heads[i] == cue.Head), at = named < 0 ? -1 : content.FindIndex(named, i => lexicon.In("falsity-words", tree.Lower(i)));
        return at > named && tree.Lower(content[at] - 1) is not ("not" or "no" or "hardly");
    }

    // The first word that judges: a negation before it turns it round.
    private static Stance Naming(Attribution attribution, DependencyTree tree, CueLexicon lexicon)
    {
        List<int> content = attribution.Content.Tokens;
        int at = content.FindIndex(i => i > attribution.Cue!.Head && (lexicon.In("praising-words", tree.Lower(i)) || (lexicon.In("blaming-words", tree.Lower(i)) && !IsHyphened(i, tree))));
        if (at < 0)
        {
            return Stance.Asserts;
        }

        bool isGood = lexicon.In("praising-words", tree.Lower(content[at])), isTurned = at > 0 && tree.Lower(content[at] - 1) is "not" or "no" or "hardly";
        return isTurned ? Stance.Asserts : isGood ? Stance.Praises : Stance.Criticises;
    }

    // "monster-woman": part of a word.
    private static bool IsHyphened(int token, DependencyTree tree) => (token + 1 < tree.Tokens.Count && tree.Tokens.Form(token + 1) is "-") || (token > 0 && tree.Tokens.Form(token - 1) is "-");

    // “I sat there all day,” he described: words before the cue that make a sentence.
    private static bool IsSpoken(Attribution attribution, DependencyTree tree) => attribution.Content.Tokens is [var first, ..] content && first < attribution.Cue!.Head && tree.Tokens.Form(first) is "“" or "\"" or "‘" or "'" && content.Exists(i => i < attribution.Cue.Head && tree.IsFinite(i));

    // The entry of a noun with a possessor that the cue only takes up again, or null.
    private static CueEntry? OwnNoun(Attribution attribution, DependencyTree tree, CueLexicon lexicon)
    {
        int noun = Head(attribution, tree);
        bool isOwn = tree.Tokens.Tags[noun] == UniversalTag.Noun && tree.Is(noun, "obj") && tree.Child(noun, "nmod:poss") is int owner and >= 0 && tree.Lower(owner) is "his" or "her" or "its" or "their";
        return isOwn && lexicon.Find(CueKind.Noun, tree.Lemma(noun)) is [{ Stance: Stance.Demands or Stance.Threatens or Stance.Promises or Stance.Offers or Stance.Denies or Stance.Warns or Stance.Criticises or Stance.Accuses } entry, ..] ? entry : null;
    }

    // "an unsubstantiated report that …"
    private static bool IsDistant(int noun, DependencyTree tree, CueLexicon lexicon)
    {
        foreach (int child in tree.Children(noun))
        {
            if (tree.Is(child, "amod") && lexicon.In("distancing-words", tree.Lower(child)))
            {
                return true;
            }
        }

        return false;
    }

    // "what caused it", "exactly how it broke"
    private static bool IsQuestion(List<int> content, DependencyTree tree)
    {
        int first = content.Find(i => tree.Tokens.Tags[i] != UniversalTag.Adv || tree.Lower(i) is "how" or "why" or "when" or "where");
        return tree.Lower(first) is "what" or "whether" or "if" or "how" or "why" or "who" or "whom" or "whose" or "which" or "when" or "where";
    }

    // "told the group to stay": the first verb of the content is an infinitive.
    private static bool IsInfinitive(List<int> content, DependencyTree tree)
    {
        int verb = content.Find(i => tree.Tokens.Tags[i] is UniversalTag.Verb or UniversalTag.Aux), to = verb > 1 && tree.Tokens.Tags[verb - 1] == UniversalTag.Punct ? verb - 2 : verb - 1;
        // "told her of a plan to go": of a plan. "told them to “go”"
        // "told them the decision to close had been taken": of a decision.
        if (verb > 0 && tree.Is(verb, "acl") && content.Exists(i => i > verb && tree.IsFinite(i) && !tree.Below(i, verb)))
        {
            return false;
        }

        return verb > 0 && tree.Lower(content[0]) is not ("of" or "about") && tree.HasFeature(verb, "VerbForm=Inf") && tree.Lower(to) is "to" or "not" && content.BinarySearch(to) >= 0 && !content.Exists(i => i < verb && tree.Lower(i) is "that" or "how" or "what" or "when" or "where" or "whether");
    }

    // "asked the host, an old friend, to check it": the infinitive stands behind whom it is asked of.
    private static bool AsksTo(Attribution attribution, Cue cue, DependencyTree tree) => tree.Child(cue.Head, "xcomp") is int doing && doing > cue.Head && tree.HasFeature(doing, "VerbForm=Inf") && tree.Child(doing, "mark", "to") > cue.Head + 1 && attribution.Content.Tokens.BinarySearch(doing) >= 0;

    // "asked that people stay away": what others are to do.
    private static bool AsksThat(Attribution attribution, DependencyTree tree) => attribution.Cue!.Entry!.Lemma == "ask" && attribution.Content.Tokens.Find(i => tree.Tokens.Tags[i] != UniversalTag.Punct) is var first && first > attribution.Cue.Head && tree.Lower(first) == "that" && tree.Is(first, "mark");

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

    // A clause of what is, and nobody is to do: "is", "was", "will", "can" at its head.
    private static bool IsPlainFact(Attribution attribution, DependencyTree tree)
    {
        int clause = tree.Child(attribution.Cue!.Head, "ccomp");
        if (clause < 0 || attribution.Content.Tokens.BinarySearch(clause) < 0 || tree.IsSubjunctive(clause))
        {
            return false;
        }

        foreach (int child in tree.Children(clause))
        {
            if ((tree.Is(child, "cop") || tree.Is(child, "aux")) && tree.Lower(child) is "is" or "are" or "was" or "were" or "has" or "have" or "had" or "will" or "would" or "can" or "could")
            {
                return true;
            }
        }

        return false;
    }

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
