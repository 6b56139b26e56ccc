using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Statements.Cues;
using Parallax.Language.Statements.Quotations;

namespace Parallax.Language.Statements.Refusals;

/// <summary>Takes out what is done, planned, decided, named or added to something, where its verb could also tell of words.</summary>
internal sealed partial class Deeds(CueLexicon lexicon, DependencyTree tree, QuotedTokens quoted, Layer<NameMention> names, Linker linker)
{
    private TokenLayer Tokens => tree.Tokens;

    /// <summary>Removes them from the list.</summary>
    public void Apply(List<Attribution> attributions) =>
        attributions.RemoveAll(a => a.Cue is { Kind: CueKind.Verb } cue ? IsCallTo(a, cue) || IsPlanned(a, cue) || IsProposer(a, cue) || IsKnown(a, cue) || IsSkill(a, cue) || IsNamed(a, cue) || IsAddedTo(a, cue) || IsFoundOut(a, cue) || IsOwnWish(a, cue) || IsPerceived(a, cue) || IsHandled(a, cue) || IsAttack(a, cue) || IsHeard(a, cue) || IsHelped(a, cue) || IsTold(a, cue) || IsMeanwhile(a, cue) || IsOtherSense(a, cue) : a.Cue is { Kind: CueKind.Noun } noun && (IsCallTo(a, noun) || IsReached(a, noun, attributions) || IsNoCall(noun)));

    // "The firm plans to sell it", "deciding not to sell": what somebody means to do; nobody is said to have said so.
    private bool IsPlanned(Attribution attribution, Cue cue)
    {
        // The network may take "deciding not to sell" for the cue.
        int plan = cue.Tokens.FindIndex(i => Tokens.Tags[i] == UniversalTag.Verb && lexicon.In("planning-lemmas", tree.Lemma(i)));
        if (plan < 0 || HasQuotation(attribution, cue) || tree.Child(cue.Tokens[plan], "ccomp") >= 0)
        {
            return false;
        }

        int verb = cue.Tokens[plan], opening = attribution.Content.Tokens.Find(i => i > verb);
        return tree.Child(verb, "xcomp") > verb || cue.Tokens.Exists(i => i > verb && tree.Is(i, "mark")) || (opening > verb && tree.Lower(opening) is "to" or "not" or "on" or "against");
    }

    // "agencies proposing to build must ask": a kind of agencies.
    private bool IsProposer(Attribution attribution, Cue cue) => tree.Lemma(cue.Head) is "propose" or "offer" or "intend" && tree.Is(cue.Anchor, "acl") && Tokens.Relations[cue.Anchor] == "acl" && Tokens.Heads[cue.Anchor] == cue.Head - 1
        && tree.HasFeature(Tokens.Heads[cue.Anchor], "Number=Plur") && !HasQuotation(attribution, cue);

    // "who recognized the man outside": known by sight.
    private bool IsKnown(Attribution attribution, Cue cue)
    {
        int whom = tree.Lemma(cue.Head) is "recognize" or "recognise" && tree.Child(cue.Head, "ccomp") < 0 && tree.Child(cue.Head, "xcomp") < 0 ? tree.Child(cue.Head, cue.Passive ? "nsubj" : "obj") : -1;
        return whom >= 0 && !HasQuotation(attribution, cue) && (Tokens.Tags[whom] == UniversalTag.Pron || IsPerson(whom));
    }

    // "Called the Red Rule, the policy was …", "Described as tall, Lund said …": a participle before the subject tells what that is called; nobody is told of who calls it so.
    private bool IsNamed(Attribution attribution, Cue cue)
    {
        bool isNaming = cue.Entry is null or { Stance: Stance.Other } && tree.HasFeature(cue.Head, "Tense=Past") && tree.Child(cue.Head, "aux") < 0 && tree.Child(cue.Head, "nsubj") < 0 && lexicon.Find(CueKind.Verb, tree.Lemma(cue.Head)) is { IsEmpty: false } entries && entries[0].Has(CueFrames.As);
        int clause = cue.Head;
        while (isNaming && clause >= 0 && tree.Is(clause, "conj") && Tokens.Heads[clause] < clause)
        {
            clause = Tokens.Heads[clause];
        }

        if (IsOwnTitle(attribution, cue))
        {
            return true;
        }

        return isNaming && tree.Is(clause, "advcl") && clause <= cue.Head && Tokens.Heads[clause] > cue.Head && tree.Child(clause, "nsubj") < 0 && tree.Child(cue.Head, "obl:agent") < 0 && attribution.Content.Tokens[0] > cue.Head;
    }

    // "Bell, who calls himself head of the port": by what title somebody goes.
    private bool IsOwnTitle(Attribution attribution, Cue cue) => tree.Lemma(cue.Head) is "call" or "style" or "dub" && tree.Is(cue.Anchor, "acl") && !cue.Passive && attribution.Content.Tokens[0] == cue.Head + 1 && tree.Lower(cue.Head + 1) is "himself" or "herself" or "itself" or "themselves" && !HasQuotation(attribution, cue)
        && attribution.Content.Tokens.TrueForAll(i => Tokens.Tags[i] is not UniversalTag.Adj || tree.Is(i, "amod"));

    // "knows how to hold a room": a skill.
    private bool IsSkill(Attribution attribution, Cue cue) => tree.Lemma(cue.Head) == "know" && attribution.Content.Tokens is [var first, ..] && first > cue.Head && tree.Lower(first) == "how" && first + 1 < Tokens.Count && tree.Lower(first + 1) == "to";

    // "was added to the list", "have added to their list": no words.
    private bool IsAddedTo(Attribution attribution, Cue cue) => tree.Lemma(cue.Head) == "add" && cue.Head + 1 < Tokens.Count && tree.Lower(cue.Head + 1) == "to" && attribution.Content.Tokens is [var first, ..] && first > cue.Head && tree.Child(cue.Head, "ccomp") < 0 && !attribution.Content.Tokens.Exists(i => tree.Lower(i) == "that" && i < cue.Head + 8);

    // "limits on what can be used in determining how to protect it": found out, or to be found out.
    private bool IsFoundOut(Attribution attribution, Cue cue) => tree.Lemma(cue.Head) is "determine" or "decide" && !tree.IsFinite(cue.Head) && tree.Child(cue.Head, "aux") < 0 && !HasQuotation(attribution, cue)
        && attribution.Content.Tokens is [var first, ..] && tree.Lower(first) is "how" or "what" or "which" or "whether" or "if" or "where" or "when" or "who" or "why";

    // "He asked to use the phone": for himself, and nothing of the matter.
    private bool IsOwnWish(Attribution attribution, Cue cue) => tree.Lemma(cue.Head) is "ask" or "request" && !cue.Passive && tree.Child(cue.Head, "obj") < 0 && tree.Child(cue.Head, "xcomp") is int wish and >= 0 && lexicon.In("own-acts", tree.Lemma(wish)) && !HasQuotation(attribution, cue);

    // "Police saw the car he drove", "heard her say it", "arrived to find the roof burning", "found himself alone": what is seen or heard, and by nobody told.
    private bool IsPerceived(Attribution attribution, Cue cue)
    {
        string lemma = tree.Lemma(cue.Head);
        List<int> content = attribution.Content.Tokens;
        if (!(lexicon.In("perceiving-lemmas", lemma) || lemma == "find") || IsPoll(attribution) || cue.Passive || HasQuotation(attribution, cue) || content[0] < cue.Head)
        {
            return false;
        }

        int head = linker.Head(content);
        bool isThat = tree.Lower(content[0]) is "that" or "how" or "what" or "why" or "where" or "whether";
        bool isClause = lemma is "hear" or "find" ? tree.IsFinite(head) || tree.Child(head, "cop") >= 0 || tree.Child(head, "aux") >= 0 || content.Exists(i => tree.Is(i, "ccomp") && tree.Child(i, "nsubj") >= 0 && tree.IsFinite(i)) : isThat;
        // "the crew found ropes and gloves, all of which confirmed it": things.
        bool isThings = tree.Is(head, "obj") && cue.Head == Tokens.Heads[head] && content.Exists(i => tree.Lower(i) == "which" && i > head);
        return !isThat && !isClause && (lemma != "find" || isThings || content.Exists(i => tree.Lower(i) is "himself" or "herself" or "themselves" or "itself") || (Tokens.Tags[head] == UniversalTag.Verb && tree.Lower(head).EndsWith("ing", StringComparison.Ordinal)));
    }

    // Dealings with a person or a thing: "described Bell's actions" (and not how they were), "questioned people who were there", "defended his title", "supported him", "wanted him for theft", "citing his grandson", "posted 29 points", "answered with ten straight points".
    private bool IsHandled(Attribution attribution, Cue cue)
    {
        List<int> content = attribution.Content.Tokens;
        int head = linker.Head(content);
        if (tree.Lemma(cue.Head) == "call" && !cue.Passive && content[0] > cue.Head && quoted.Of(head) == quoted.Of(cue.Head) && tree.Is(head, "obj") && lexicon.In("called-helpers", tree.Lower(head)) && content.IndexOf(head) + 1 is var next && next < content.Count && tree.Lower(content[next]) is "to" or "for")
        {
            // "called police to her house “for the noise”"
            return true;
        }

        if ((tree.Lemma(cue.Head) == "deny" && IsKeptBack(cue.Head)) || (tree.Lemma(cue.Head) is "reject" or "rebuff" or "repudiate" && IsTurnedAway(content, head)))
        {
            return true;
        }

        if (HasQuotation(attribution, cue) || content[0] < cue.Head || cue.Passive)
        {
            return false;
        }

        bool isThing = tree.Is(head, "obj") && Tokens.Tags[head] is UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Pron;
        bool isBare = isThing && !content.Exists(i => Tokens.Tags[i] is UniversalTag.Verb or UniversalTag.Aux or UniversalTag.Adj or UniversalTag.Sconj);
        return tree.Lemma(cue.Head) switch
        {
            "add" => isThing && lexicon.In("scored-nouns", tree.Lemma(head)),
            "observe" or "prefer" => isBare,
            "claim" => isThing && IsPerson(head),
            "find" => cue.Negated && isBare,
            "call" => isThing && IsPerson(head) && tree.Child(head, "nmod:poss") >= 0 && tree.Child(cue.Head, "xcomp") is var aim && (aim < 0 || (tree.Lower(aim - 1) == "to" && Tokens.Tags[aim] == UniversalTag.Verb)) && content.Exists(i => i > head && tree.Lower(i) == "to"),
            "consider" or "weigh" or "debate" => tree.Lower(content[0]) is "whether" or "how" or "what" or "where" or "when" && content.Count > 1 && tree.Lower(content[1]) == "to",
            "describe" => isThing && !content.Exists(i => Tokens.Tags[i] is UniversalTag.Verb or UniversalTag.Aux or UniversalTag.Adj or UniversalTag.Adp or UniversalTag.Sconj or UniversalTag.Num or UniversalTag.Adv),
            "question" => isThing && (IsPerson(head) || tree.Lower(head) is "people" or "him" or "her" or "them") && tree.Child(cue.Head, "ccomp") < 0 && tree.CaseOf(content[^1]) != "of",
            "defend" => isThing && (lexicon.In("claimed-nouns", tree.Lemma(head)) || tree.Lemma(head) is "title" or "belt" or "championship"),
            "cite" => isThing && IsPerson(head) && !content.Exists(i => Tokens.Tags[i] is UniversalTag.Verb or UniversalTag.Aux or UniversalTag.Sconj),
            "want" => isThing && (IsPerson(head) || Tokens.Tags[head] == UniversalTag.Pron) && tree.Child(cue.Head, "xcomp") < 0 && content.Count > 1 && tree.Lower(content[content.IndexOf(head) + 1 < content.Count ? content.IndexOf(head) + 1 : 0]) is "for" or "in" or "over",
            "support" => content is [var whom, ..] && tree.Lower(whom) is "him" or "her" or "them" && tree.Is(whom, "obj"),
            "post" or "answer" or "counter" => (isThing && tree.Lemma(head) is "point" or "score" or "goal" or "record" or "profit" or "loss") || cue.Tokens.Exists(i => i > cue.Head && tree.Lower(i) == "with") || (tree.Lemma(cue.Head) != "post" && tree.Lower(content[0]) is "as" or "with" or "by"),
            _ => false,
        };
    }

    // "denied her a permit", "was denied bail", "denied entry to the crew": kept from somebody, and nothing gainsaid.
    private bool IsKeptBack(int verb)
    {
        int things = 0;
        bool isWithheld = tree.Child(verb, "nsubj:pass") >= 0;
        foreach (int child in tree.Children(verb))
        {
            things += tree.Is(child, "obj") || tree.Is(child, "iobj") ? 1 : 0;
            isWithheld |= tree.Is(child, "iobj") || (tree.Is(child, "obj") && lexicon.In("withheld-goods", tree.Lemma(child)));
        }

        return things > 0 && (isWithheld || things > 1) && tree.Child(verb, "ccomp") < 0;
    }

    // "the voters rejected Bell, a former mayor": a person, and nothing that was said.
    private bool IsTurnedAway(List<int> content, int head) => IsPerson(head) && (tree.Is(head, "obj") || tree.Is(head, "nsubj:pass")) && !content.Exists(i => Tokens.Tags[i] is UniversalTag.Verb or UniversalTag.Aux or UniversalTag.Sconj || tree.Lower(i) == "as");

    // "Rioters attacked the station", "was attacked by an arsonist": with hands and not with words.
    private bool IsAttack(Attribution attribution, Cue cue)
    {
        int who = tree.Lemma(cue.Head) == "attack" && attribution.Source.Tokens.Count > 0 && !HasQuotation(attribution, cue) ? linker.Head(attribution.Source.Tokens) : -1;
        return who >= 0 && lexicon.In("attackers", tree.Lemma(who));
    }

    // "Guests have been questioned by police": who is questioned is no question.
    private bool IsHeard(Attribution attribution, Cue cue) => cue.Passive && tree.Lemma(cue.Head) is "question" or "interview" or "interrogate" && !HasQuotation(attribution, cue) && attribution.Content.Tokens[^1] < cue.Head
        && (IsGuest(linker.Head(attribution.Content.Tokens)) || (attribution.Source.Tokens.Count > 0 && lexicon.In("questioners", tree.Lemma(linker.Head(attribution.Source.Tokens)))));

    // "helped to find them and confirm details", "help people understand that it is so": what is helped to come about.
    private bool IsHelped(Attribution attribution, Cue cue)
    {
        int at = !tree.IsFinite(cue.Head) && tree.HasFeature(cue.Head, "VerbForm=Inf") && cue.Entry?.Stance is Stance.Asserts or Stance.Confirms && !HasQuotation(attribution, cue) ? cue.Anchor : -1;
        for (int steps = 0; at >= 0 && steps < 4; steps++)
        {
            if (!(tree.Is(at, "xcomp") || tree.Is(at, "conj") || tree.Is(at, "ccomp") || tree.Is(at, "advcl") || tree.Is(at, "amod") || tree.Is(at, "obj")))
            {
                return false;
            }

            at = Tokens.Heads[at];
            if (at >= 0 && at < cue.Head && tree.Lemma(at) is "help" or "enable")
            {
                return true;
            }
        }

        return false;
    }

    // "a lie he told to serve her": what it was told for; nobody is told to do it.
    private bool IsTold(Attribution attribution, Cue cue)
    {
        int noun = tree.Lemma(cue.Head) == "tell" && !cue.Passive && tree.Is(cue.Anchor, "acl") && attribution.Addressee < 0 && tree.Child(cue.Head, "obj") < 0 && tree.Child(cue.Head, "iobj") < 0 && attribution.Content.Tokens[0] == cue.Tokens[^1] + 1 && tree.Lower(attribution.Content.Tokens[0]) == "to" ? Tokens.Heads[cue.Anchor] : -1;
        return noun >= 0 && Tokens.Tags[noun] == UniversalTag.Noun && lexicon.In("told-things", tree.Lemma(noun));
    }

    // "He sat there, looking down as witnesses testified": at the same time; what they say is not told.
    private bool IsMeanwhile(Attribution attribution, Cue cue)
    {
        int mark = tree.Is(cue.Anchor, "advcl") ? tree.Child(cue.Anchor, "mark", "as") : -1, main = mark < 0 ? -1 : Tokens.Heads[cue.Anchor];
        return main >= 0 && main < mark && attribution.Content.Tokens[^1] == mark - 1 && Tokens.Tags[main] == UniversalTag.Verb && !tree.IsFinite(main) && tree.Child(main, "aux") < 0 && tree.Child(main, "nsubj") < 0 && !HasQuotation(attribution, cue);
    }

    private bool IsGuest(int noun) => IsPerson(noun) || lexicon.IsGroup(tree.Lower(noun)) || tree.Lower(noun) is "people" or "he" or "she" or "they" || lexicon.NounKind(tree.Lemma(noun)) is ActorKind.Person or ActorKind.Unnamed;

    // "made several phone calls to her sister": calls by telephone, or at the house.
    private bool IsCallTo(Attribution attribution, Cue cue) => cue.Tokens.Exists(i => tree.Lemma(i) == "make") && cue.Tokens.Exists(i => tree.Lemma(i) == "call" && Tokens.Tags[i] == UniversalTag.Noun) && tree.Lower(cue.Tokens[^1]) == "to"
        && !attribution.Content.Tokens.Exists(i => Tokens.Tags[i] is UniversalTag.Verb or UniversalTag.Aux) && !HasQuotation(attribution, cue) && (cue.Tokens.Exists(i => tree.Lower(i) is "phone" or "telephone" or "house") || attribution.Content.Tokens.Exists(IsGuest));

    // "They said they had reached the conclusion that it was safe": theirs who say it.
    private bool IsReached(Attribution attribution, Cue noun, List<Attribution> all) => attribution.Source.IsEmpty && noun.Entry?.Lemma is "conclusion" or "view" or "opinion" or "belief" or "notion" or "assessment" && tree.Is(noun.Head, "obj") && tree.Lemma(Tokens.Heads[noun.Head]) is "reach" or "draw" or "come" or "make" or "form"
        && all.Exists(o => !ReferenceEquals(o, attribution) && o.Cue is { Kind: CueKind.Verb or CueKind.Preposition } && o.Content.Tokens.BinarySearch(noun.Head) >= 0);

    private bool HasQuotation(Attribution attribution, Cue cue) => attribution.Content.Tokens.Exists(i => quoted.Of(i) != quoted.Of(cue.Head));

    private bool IsPerson(int noun) => lexicon.NounKind(tree.Lemma(noun)) is ActorKind.Person || lexicon.In("persons", tree.Lemma(noun)) || names.Overlapping(Tokens.Span(noun)).Any(static n => n.Kind == NameKind.Person);
}
