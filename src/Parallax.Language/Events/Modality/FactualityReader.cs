using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Coreference.PronounLinks;
using Parallax.Language.Events.Clauses;
using Parallax.Language.Syntax;

namespace Parallax.Language.Events.Modality;

/// <summary>Reads from negation, modals, tense, conditions and the predicates above whether an event is told as having happened.</summary>
internal static partial class FactualityReader
{
    /// <summary>What is given as the reason where an event is only what another is done for.</summary>
    public const string Purpose = "a purpose";

    private const int MaxDepth = 8;

    /// <summary>The factuality of the event told at <paramref name="head"/>, with the words that decided.</summary>
    public static (Factuality Factuality, string Why) Read(SyntaxTree tree, int head) => Read(tree, head, 0);

    private static (Factuality, string) Read(SyntaxTree tree, int head, int depth)
    {
        TokenLayer tokens = tree.Tokens;
        (Factuality own, string why) = Local(tree, head);
        int governor = tree.Head(head);
        if (governor < 0)
        {
            return IsQuestion(tokens, head) ? (Factuality.Hypothetical, "a question") : (own, why);
        }

        if (depth >= MaxDepth)
        {
            return (own, why);
        }

        if (own == Factuality.Happened && LaidTo.Of(tree, head) is >= 0 and int charge)
        {
            return (LaidTo.IsSought(tree, charge) ? Factuality.Hypothetical : Factuality.Possible, tree.Lemma(charge)); // "charged with the murder", "information leading to an arrest"
        }

        string relation = tokens.Relations[head];
        int colon = relation.IndexOf(':', StringComparison.Ordinal);
        switch (colon < 0 ? relation : relation[..colon])
        {
            case "xcomp" or "ccomp" or "csubj":
                return Under(tree, governor, own, why, depth, open: relation == "xcomp");
            case "obj" or "obl" or "iobj":
                return tokens.Tags[head] is UniversalTag.Noun or UniversalTag.Propn ? UnderAsNoun(tree, head, governor, own, why, depth) : (own, why);
            case "nsubj" when tokens.Tags[head] is UniversalTag.Noun or UniversalTag.Propn:
                return AsSubject(tree, head, governor, own, why, depth);
            case "acl" when relation != "acl:relcl" && own == Factuality.Happened && FactualityAuxiliaries.ThereIs(tree, governor) is >= 0 and int there:
                return Read(tree, there, depth + 1); // "there might have been two people killed"
            case "acl" when relation != "acl:relcl" && own == Factuality.Happened && FactualityAuxiliaries.FearedOf(tree, head, governor) is >= 0 and int fear:
                return (Apply(FactualityCues.EffectOf(tree.Lemma(fear)), own, negated: false), tree.Lemma(fear)); // "the prospect of stars boycotting the show"
            case "acl" when relation != "acl:relcl" && FactualityCues.Is("purpose", tree.Lemma(governor)):
                return own == Factuality.Happened ? (Factuality.Planned, tree.Lemma(governor)) : (own, why);
            case "acl" when FactualityCues.Is("speech-noun", tree.Lemma(governor)) && IsRejected(tree, governor):
                return own == Factuality.Happened ? (Factuality.DidNotHappen, tree.Lemma(tree.Head(governor))) : (own, why); // "dismissed claims that they sold drones"
            case "acl" when IsInfinitive(tree, head) && SharedSubject.IsOneOfARow(tree, governor):
                return (own == Factuality.Planned ? Factuality.Happened : own, "one of a row"); // "the second climber to fall"
            case "acl" when relation != "acl:relcl":
                return IsInfinitive(tree, head) || IsUnderNoun(tree, head, governor) ? Under(tree, governor, own, why, depth, open: true) : (own, why);
            case "nmod" when tree.Child(head, "case") is >= 0 and int mark && !ClauseWords.Is("aside", tree.Lemma(mark)) && FactualityCues.EffectOf(tree.Lemma(governor)) is not (CueEffect.None or CueEffect.Keeps):
                return Under(tree, governor, own, why, depth, open: true);
            case "advcl" when tree.Child(head, "mark") is >= 0 and int from && tree.Lemma(from) == "from" && FactualityCues.EffectOf(tree.Lemma(governor)) == CueEffect.Denies:
                return Under(tree, governor, own, why, depth, open: true); // "refrain from restricting"
            case "advcl" when own == Factuality.Happened && tree.Child(head, "mark") is >= 0 and int goal && tree.Lemma(goal) == "for" && tokens.Form(head).EndsWith("ing", StringComparison.Ordinal) && FactualityCues.Is("asking-for", tree.Lemma(governor)):
                return (Factuality.Hypothetical, tree.Lemma(governor)); // "called for ending the ban"
            case "advcl":
                return AsAdverbial(tree, head, governor, own, why, depth);
            case "conj":
                return Shared(tree, head, governor, own, why, depth);
            default:
                return (own, why);
        }
    }

    private static bool IsRejected(SyntaxTree tree, int noun) =>
        tree.Head(noun) is >= 0 and int verb && (tree.Is(noun, "obj") || tree.Is(noun, "nsubj:pass")) && FactualityCues.EffectOf(tree.Lemma(verb)) == CueEffect.Denies;

    // "the purpose of killing", "talks about improving ties": a gerund under a noun that plans, doubts or is but talk.
    private static bool IsUnderNoun(SyntaxTree tree, int head, int noun) =>
        tree.Tokens.Tags[noun] == UniversalTag.Noun && tree.Child(head, "mark") is >= 0 and int mark
        && (FactualityCues.EffectOf(tree.Lemma(noun)) is not (CueEffect.None or CueEffect.Keeps) || (tree.Lemma(mark) is "about" or "on" && FactualityCues.Is("talk", tree.Lemma(noun))));

    private static (Factuality, string) Local(SyntaxTree tree, int head)
    {
        TokenLayer tokens = tree.Tokens;
        bool negated = false, future = false, would = false;
        string why = "told as a fact";
        Factuality modal = Factuality.Happened;
        foreach (int child in tree.Children(head))
        {
            string lemma = tree.Lemma(child), relation = tokens.Relations[child];
            if (SyntaxTree.Matches(relation, "advmod") || SyntaxTree.Matches(relation, "det") || SyntaxTree.Matches(relation, "cc"))
            {
                if (IsNegation(tree, child, lemma))
                {
                    (negated, why) = (true, lemma);
                }
                else if (relation == "advmod" && FactualityCues.Is("possible", lemma))
                {
                    (modal, why) = (Factuality.Possible, lemma);
                }
            }
            else if (FactualityAuxiliaries.IsNobody(tree, head, child))
            {
                (negated, why) = (true, "no");
            }
            else if (SyntaxTree.Matches(relation, "aux"))
            {
                string form = tokens.Form(child).ToString().ToLowerInvariant();
                if (FactualityCues.Is("future", form) || FactualityCues.Is("future", lemma))
                {
                    (future, why) = (true, form);
                }
                else if (FactualityCues.Is("modal-possible", lemma) || FactualityCues.Is("modal-possible", form))
                {
                    (modal, why) = (Factuality.Possible, form);
                }
                else if (FactualityCues.Is("modal-hypothetical", lemma) || FactualityCues.Is("modal-hypothetical", form) || form is "'d" or "’d")
                {
                    (modal, why) = (Factuality.Hypothetical, form);
                    would |= form == "would"; // "would not say" has not said
                    why = FactualityAuxiliaries.HasHave(tree, head) ? form + " have" : form;
                }
            }
            else if (relation == "mark" && lemma == "without")
            {
                (negated, why) = (true, lemma); // "left without thanking the hosts"
            }
            else if (relation == "mark" && FactualityCues.Is("condition", lemma))
            {
                (modal, why) = (Factuality.Hypothetical, lemma);
            }
            else if ((relation is "amod" or "compound") && tokens.Tags[head] is UniversalTag.Noun)
            {
                string adjective = lemma is "plan" or "schedule" or "expect" or "promise" or "attempt" or "cancel" or "foil" ? tokens.Form(child).ToString().ToLowerInvariant() : lemma; // "planned" as a participle
                (modal, why) = adjective switch
                {
                    "planned" or "upcoming" or "future" or "scheduled" or "forthcoming" or "expected" or "coming" or "next" or "imminent" or "promised" => (Factuality.Planned, lemma),
                    "possible" or "alleged" or "potential" or "likely" or "suspected" or "reported" => (Factuality.Possible, lemma),
                    "cancelled" or "canceled" or "failed" or "abortive" or "foiled" or "attempted" => (Factuality.DidNotHappen, lemma),
                    _ => (modal, why),
                };
            }
        }

        if (modal == Factuality.Happened && tokens.Tags[head] == UniversalTag.Noun && Attachments.ClausesOf(tree, head).Exists(c => tokens.Relations[c] != "acl:relcl" && IsInfinitive(tree, c) && tree.Child(c, "aux:pass") >= 0))
        {
            (modal, why) = (Factuality.Planned, "to be"); // "a conference to be held in Lanor"
        }

        if (modal == Factuality.Happened && FactualityAuxiliaries.IsMandated(tree, head))
        {
            (modal, why) = (Factuality.Hypothetical, "should"); // "recommended that he be freed"
        }

        if (modal == Factuality.Happened && (FactualityAuxiliaries.IsToCome(tree, head) || FactualityAuxiliaries.IsNext(tree, head)))
        {
            (future, why) = (true, "next"); // "members who vote next month"
        }

        if (negated)
        {
            return modal is Factuality.Possible or Factuality.Hypothetical && !future && !would ? (modal, why) : (Factuality.DidNotHappen, why);
        }

        if (modal != Factuality.Happened)
        {
            return (modal, why);
        }

        if (tree.Child(head, "cop") >= 0 && tree.Child(head, "nsubj") is >= 0 and int goal && tokens.Tags[head] == UniversalTag.Noun && FactualityCues.Is("purpose", tree.Lemma(goal)))
        {
            return (Factuality.Planned, tree.Lemma(goal)); // "the goal is an exchange of views"
        }

        if (tree.Lemma(head) != "blame" && IsInfinitive(tree, head) && (IsAsked(tree, head) || tree.Child(head, "cop") >= 0 || FactualityAuxiliaries.IsArranged(tree, head)))
        {
            return (Factuality.Planned, "to"); // "how to use them", "the goal was to win"
        }

        return future ? (Factuality.Planned, why)
            : tokens.Features[head].Contains("Mood=Imp", StringComparison.Ordinal) ? (Factuality.Hypothetical, "an imperative") : (Factuality.Happened, why);
    }

    // "no longer" negates as "not" does; "not only", "not just" do not.
    private static bool IsNegation(SyntaxTree tree, int child, string lemma)
    {
        TokenLayer tokens = tree.Tokens;
        if (tokens.Form(child) is "longer")
        {
            return tree.Child(child, "advmod") is >= 0 and int no && tree.Lemma(no) == "no" || tree.Child(child, "det") >= 0;
        }

        return FactualityCues.Is("negation", lemma) && !(child + 1 < tokens.Count && tokens.Form(child + 1) is "only" or "just" or "merely" or "simply" or "least");
    }

    // Under a predicate with a clause: "agreed to send", "denied using", "fails to attend", "said that … visited".
    private static (Factuality, string) Under(SyntaxTree tree, int governor, Factuality own, string why, int depth, bool open)
    {
        TokenLayer tokens = tree.Tokens;
        string lemma = tree.Lemma(governor);
        CueEffect effect = FactualityCues.EffectOf(lemma);
        (Factuality above, string aboveWhy) = Read(tree, governor, depth + 1);
        if (open && lemma == "able" && tree.Child(governor, "cop") is >= 0 and int was && tree.Tokens.Features[was].Contains("Tense=Past", StringComparison.Ordinal) && above is Factuality.Happened or Factuality.DidNotHappen)
        {
            return (above == Factuality.Happened ? own : above, lemma); // "were able to free them": they did
        }

        if (open && lemma == "use" && above == Factuality.DidNotHappen)
        {
            return (Factuality.Unknown, "use"); // denying the drones used for it denies no attack
        }

        if (open && above == Factuality.DidNotHappen && lemma is "chance" or "opportunity")
        {
            return (Factuality.DidNotHappen, lemma); // "did not get a chance to flee"
        }

        if (open && lemma is "mean" or "intend" && above == Factuality.DidNotHappen)
        {
            return (Factuality.Unknown, lemma); // "did not mean to shoot them" denies the will, not the shots
        }

        bool speech = SpeechVerbs.Contains(lemma) && (effect is CueEffect.None or CueEffect.Keeps || (lemma == "tell" && !open)); // "told him to go" asks, "told him that she went" tells
        if (speech || (effect == CueEffect.None && !open))
        {
            // What is said stands for itself; whose word it is, the statement tells.
            return IsCondition(tree, governor) ? (Factuality.Hypothetical, "if")
                : speech && own == Factuality.Happened && tree.Child(governor, "advmod") is >= 0 and int first && tree.Lemma(first) == "initially" ? (Factuality.Possible, "initially") // "initially reported that two were shot"
                : own == Factuality.Hypothetical && why is "would" or "'d" or "’d" ? (Factuality.Planned, why) : (own, why);
        }

        if (effect is CueEffect.None)
        {
            return above == Factuality.Happened && own == Factuality.Happened ? (Factuality.Possible, lemma) : own == Factuality.Happened ? (above, aboveWhy) : (own, why);
        }

        Factuality mine = Apply(effect, own, above == Factuality.DidNotHappen);
        return effect is CueEffect.Keeps or CueEffect.Denies && above is Factuality.Planned or Factuality.Possible or Factuality.Hypothetical ? (above, aboveWhy)
            : mine == own ? (own, why) : (mine, lemma);
    }

    private static Factuality Apply(CueEffect effect, Factuality own, bool negated) => effect switch
    {
        CueEffect.Denies => negated ? own : Factuality.DidNotHappen,
        CueEffect.Plans => negated ? Factuality.DidNotHappen : own == Factuality.DidNotHappen ? own : Factuality.Planned,
        CueEffect.Supposes => own == Factuality.DidNotHappen ? own : Factuality.Possible,
        CueEffect.Imagines => Factuality.Hypothetical,
        _ => negated ? Factuality.DidNotHappen : own,
    };

    // "cancelled the visit", "plans talks", "arrived for negotiations", "after the talks".
    private static (Factuality, string) UnderAsNoun(SyntaxTree tree, int head, int governor, Factuality own, string why, int depth)
    {
        TokenLayer tokens = tree.Tokens;
        string lemma = tree.Lemma(governor);
        int preposition = tree.Child(head, "case");
        if (FactualityCues.Is("knowing", lemma) && tree.Child(head, "det") is >= 0 and int any && tree.Lemma(any) == "any" && Local(tree, governor).Item1 == Factuality.DidNotHappen)
        {
            return (Factuality.Unknown, lemma); // "did not know of any threats"
        }

        if (tree.Is(head, "obj") || (preposition >= 0 && tree.Lemma(preposition) is "for" or "to"))
        {
            CueEffect effect = FactualityCues.EffectOf(lemma);
            (Factuality above, string aboveWhy) = Read(tree, governor, depth + 1);
            if (effect == CueEffect.Denies && FactualityCues.Is("speech-noun", tree.Lemma(head)) && !FactualityCues.Is("keeping-from", lemma))
            {
                return (own, why); // an accusation that is dismissed has been made
            }

            if (effect is not (CueEffect.None or CueEffect.Keeps) && !(lemma == "commit" && tree.Is(head, "obj")))
            {
                return (Apply(effect, own, above == Factuality.DidNotHappen), lemma);
            }

            if (tree.Is(head, "obj") && own == Factuality.Happened && FactualityCues.Is("igniting", lemma))
            {
                return (above, lemma); // "efforts to ignite a war": there is none for that
            }

            if (tree.Is(head, "obj"))
            {
                return own == Factuality.Happened && (IsSupport(lemma) || lemma == "commit" || FactualityCues.Is("changing", lemma)) ? (above, aboveWhy) : (own, why);
            }

            return preposition >= 0 && tree.Lemma(preposition) == "for" && own == Factuality.Happened && SpeechVerbs.Is("move", lemma) && tree.Child(governor, "obj") < 0 ? (Factuality.Planned, "for") : (own, why);
        }

        return own == Factuality.Happened && preposition >= 0 && tree.Lemma(preposition) == "in" && lemma is "participate" or "join" ? Read(tree, governor, depth + 1) : (own, why); // "plans to take part in the march"
    }

    private static (Factuality, string) AsSubject(SyntaxTree tree, int head, int governor, Factuality own, string why, int depth)
    {
        string lemma = tree.Lemma(governor);
        bool passive = tree.Is(head, "nsubj:pass");
        CueEffect effect = FactualityCues.EffectOf(lemma);
        (Factuality above, string aboveWhy) = Read(tree, governor, depth + 1);
        if (passive && effect == CueEffect.Denies && FactualityCues.Is("speech-noun", tree.Lemma(head)))
        {
            return (own, why); // "the demand was refused"
        }

        if (passive && effect is not (CueEffect.None or CueEffect.Keeps))
        {
            return (Apply(effect, own, above == Factuality.DidNotHappen), lemma);
        }

        if (own == Factuality.Happened && above is Factuality.Possible or Factuality.Hypothetical && tree.Child(head, "det") is >= 0 and int any && tree.Lemma(any) is "a" or "an" or "any" && FactualityAuxiliaries.HasModal(tree, governor))
        {
            return (above, aboveWhy); // "a walkout could hurt the firm"
        }

        return own == Factuality.Happened && (IsSupport(lemma) || lemma is "take" or "happen" or "occur" or "begin" or "start" or "come" or "follow") ? (above, aboveWhy) : (own, why);
    }

    private static (Factuality, string) AsAdverbial(SyntaxTree tree, int head, int governor, Factuality own, string why, int depth)
    {
        if (own != Factuality.Happened)
        {
            return (own, why);
        }

        if (!IsInfinitive(tree, head))
        {
            return FactualityAuxiliaries.IsPresent(tree, head) && tree.Child(head, "advmod") is >= 0 and int when && tree.Lemma(when) == "when" && (FactualityCues.Is("to-come", tree.Lemma(governor)) || FactualityCues.EffectOf(tree.Lemma(governor)) == CueEffect.Plans || Read(tree, governor, depth + 1).Item1 == Factuality.Planned)
                ? (Factuality.Planned, "when") // "faces ten years when he is sentenced", "is set to speak when she arrives"
                : (own, why);
        }

        if (tree.Tokens.Form(head).EndsWith("ing", StringComparison.Ordinal) && FactualityCues.EffectOf(tree.Lemma(governor)) == CueEffect.Keeps)
        {
            return Read(tree, governor, depth + 1); // "confessed to killing"
        }

        if (tree.Child(head, "mark") is >= 0 and int to && LostSubjects.AskedOfIn(tree, to) >= 0)
        {
            return (Factuality.Hypothetical, "call"); // "prompting calls for the mayor to quit"
        }

        if (tree.Tokens.Tags[governor] == UniversalTag.Adj && FactualityCues.Is("hindered", tree.Lemma(governor)))
        {
            return (Factuality.Possible, tree.Lemma(governor)); // "to make it harder for Norland to sell"
        }

        if (tree.Lemma(governor) != "use")
        {
            return (Factuality.Planned, Purpose);
        }

        // What something is used for is done with it: "are using drones to attack"; denying the drones denies no attack.
        (Factuality use, string useWhy) = Read(tree, governor, depth + 1);
        return use == Factuality.DidNotHappen ? (Factuality.Unknown, "use") : (use, useWhy);
    }

    // "will visit and meet": the second verb shares the auxiliaries it does not repeat, and what stands above both.
    private static (Factuality, string) Shared(SyntaxTree tree, int head, int governor, Factuality own, string why, int depth)
    {
        if (tree.Tokens.Tags[head] == UniversalTag.Verb && tree.Tokens.Tags[governor] == UniversalTag.Noun && tree.Is(governor, "nmod") && tree.Head(governor) is >= 0 and int talk
            && FactualityCues.Is("talk", tree.Lemma(talk)))
        {
            return (Factuality.Possible, tree.Lemma(talk)); // "talks about the harvest and improving ties"
        }

        if (FactualityAuxiliaries.IsAlsoTalkedOf(tree, head, governor))
        {
            return (Factuality.Possible, "talk");
        }

        bool verb = tree.Tokens.Tags[head] == UniversalTag.Verb;
        bool repeats = tree.Child(head, "nsubj") >= 0 || tree.Child(head, "aux") >= 0;
        bool finite = tree.Tokens.Features[head].Contains("VerbForm=Fin", StringComparison.Ordinal) && tree.Tokens.Features[head].Contains("Tense=Past", StringComparison.Ordinal);
        return own == Factuality.Happened && (verb ? !repeats && !finite : tree.Tokens.Tags[head] == tree.Tokens.Tags[governor]) ? Read(tree, governor, depth + 1) : (own, why);
    }

    private static bool IsSupport(string lemma) =>
        lemma is "hold" or "have" or "get" or "make" or "pay" or "take" or "face" or "draw" or "join" or "dominate" or "conduct" or "launch" or "carry" or "begin" or "start" or "sign" or "reach" or "stage" or "give" or "open" or "mount" or "host" or "attend" or "sign" or "conclude" or "impose";
}
