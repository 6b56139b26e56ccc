using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Statements.Cues;
using Parallax.Language.Statements.Quotations;
using Parallax.Language.Statements.Sources;

namespace Parallax.Language.Statements.Stances;

/// <summary>Says what act the words of a statement are, where the cue says only that they were spoken: “We will sue,” she said, threatens.</summary>
/// <remarks>
/// Only the form of the words' own main clause decides: a question, an imperative, what somebody is to do, what the speaker himself will do, a verb that does what it says
/// ("we thank"), a predicate that judges, a plain "that is false". Where there is none of these forms the words assert. The words judge in <see cref="JudgingWords"/>.
/// </remarks>
internal sealed partial class SpokenActs(CueLexicon lexicon, DependencyTree tree, QuotedTokens quoted, SourceResolver resolver, Linker linker)
{
    private const int MaxDepth = 3, SentencesToAnswer = 2;

    private readonly JudgingWords _judging = new(lexicon, tree);

    private TokenLayer Tokens => tree.Tokens;

    /// <summary>Sets <see cref="Attribution.Act"/> of all whose cue is a plain word of saying, or that have none.</summary>
    public void Apply(List<Attribution> attributions)
    {
        foreach (Attribution attribution in attributions)
        {
            bool isPlain = attribution.Cue is not { } cue || cue.Kind == CueKind.Punctuation
                || (cue is { Negated: false, Kind: CueKind.Verb or CueKind.Preposition, Entry.Stance: Stance.Asserts } && !cue.Has(CueFrames.Attitude | CueFrames.Evidence | CueFrames.Value));
            attribution.Act = isPlain && !attribution.Content.IsEmpty ? Of(attribution) : null;
        }
    }

    /// <summary>Whose words those of a denial answer ("That is not true," said after what another said), or null.</summary>
    public Attribution? Answered(Attribution denial, List<Attribution> all)
    {
        Attribution? best = null;
        int sentence = Tokens.SentenceOf(denial.Content.Tokens[0]);
        Resolved speaker = resolver.Resolve(denial.Source.Tokens ?? []);
        foreach (Attribution earlier in all)
        {
            bool isNear = earlier.Order < denial.Order && sentence - Tokens.SentenceOf(earlier.Content.Tokens[0]) is >= 0 and <= SentencesToAnswer && earlier.Content.Tokens[^1] < denial.Content.Tokens[0];
            if (isNear && earlier.Parent is null && !earlier.Source.IsEmpty && resolver.Resolve(earlier.Source.Tokens) is var other && !IsSame(other, speaker))
            {
                best = earlier;
            }
        }

        // "The mayor said his engineers had found that it holds. “That is wrong,” …": what they found.
        return all.Find(a => best is not null && ReferenceEquals(a.Parent, best) && !a.Content.IsEmpty && a.Content.Tokens[^1] == best.Content.Tokens[^1] && !IsSame(resolver.Resolve(a.Source.Tokens ?? []), speaker)) ?? best;
    }

    private static bool IsSame(Resolved one, Resolved other) => (one.Entity is not null && one.Entity == other.Entity) || string.Equals(one.Name, other.Name, StringComparison.OrdinalIgnoreCase);

    private Stance? Of(Attribution attribution)
    {
        // The first sentence is what the words are; what comes behind it is said in its support.
        List<int> content = attribution.Content.Tokens;
        int end = content.FindIndex(i => Tokens.SentenceOf(i) != Tokens.SentenceOf(content[0]));
        int last = content.FindLast(i => Tokens.Tags[i] != UniversalTag.Punct);
        bool isAsking = end < 0 || (last + 1 < Tokens.Count && Tokens.Form(last + 1) is "?" && content.TrueForAll(i => Tokens.Form(i) is not "."));
        if (Of(end < 0 ? content : content[..end], attribution, isAsking) is { } act)
        {
            return act;
        }

        return content.Exists(IsThreatUnless) ? Stance.Threatens : null;
    }

    // What the words of one sentence are.
    private Stance? Of(List<int> words, Attribution attribution, bool isAsking)
    {
        int root = Root(words);
        if (root < 0)
        {
            return null;
        }

        if (isAsking && IsQuestion(words, root))
        {
            return Stance.Asks;
        }

        for (int depth = 0; depth < MaxDepth; depth++)
        {
            // “I think they should go”: what is thought is what is said.
            int thought = IsFirst(tree.Child(root, "nsubj")) && lexicon.In("thinking-lemmas", tree.Lemma(root)) && !IsNegated(root) ? tree.Child(root, "ccomp") : -1;
            if (thought < 0)
            {
                break;
            }

            root = thought;
        }

        if (IsNotKnown(root, attribution))
        {
            return Stance.SaysNotKnown;
        }

        if (IsImperative(root, words) || IsLetUs(root, words) || IsObliged(root, words))
        {
            return Stance.Demands;
        }

        if (IsThreatIf(root, attribution))
        {
            return Stance.Threatens;
        }

        // What is only so under a condition is neither done nor judged.
        return IsUnderCondition(root) ? null : Done(root, attribution) ?? OfJoined(root, words, attribution) ?? (_judging.IsContradiction(root, words) ? Stance.Denies : Judged(root, attribution));
    }

    private Stance? Done(int root, Attribution attribution) => Committed(root, attribution) ?? Performed(Wanted(root)) ?? Wanting(root);

    // "said she had misled them": who tells it of herself accuses nobody.
    private Stance? Judged(int root, Attribution attribution) => _judging.Judge(root) is { } judged && !(judged == Stance.Accuses && quoted.Of(root) < 0 && IsSpeaker(tree.Child(root, "nsubj"), attribution)) ? judged : null;

    // “We are disappointed and will sue”: the second verb of one subject.
    private Stance? OfJoined(int root, List<int> words, Attribution attribution)
    {
        foreach (int child in tree.Children(root))
        {
            if (tree.Is(child, "conj") && child > root && words.BinarySearch(child) >= 0 && Done(child, attribution) is { } act)
            {
                return act;
            }
        }

        return null;
    }

    // The head of the words: the first that hangs outside them, where it is the head of a clause.
    private int Root(List<int> words)
    {
        foreach (int token in words)
        {
            int head = Tokens.Heads[token];
            bool isHead = head < 0 || words.BinarySearch(head) < 0;
            if (isHead && Tokens.Tags[token] is UniversalTag.Verb or UniversalTag.Adj or UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Pron or UniversalTag.Adv && !tree.Is(token, "vocative") && !tree.Is(token, "discourse") && !tree.Is(token, "advmod"))
            {
                return token;
            }
        }

        return -1;
    }

    // “Who will pay?”, “Did they know?” – in marks; the same without them is the writer's.
    private bool IsQuestion(List<int> words, int root)
    {
        int last = words.FindLastIndex(i => Tokens.Tags[i] != UniversalTag.Punct);
        if (last < 0 || quoted.Of(words[last]) < 0)
        {
            return false;
        }

        int mark = words[last] + 1, subject = tree.Child(root, "nsubj"), first = words.Find(i => Tokens.Tags[i] is not (UniversalTag.Punct or UniversalTag.Cconj or UniversalTag.Intj));
        bool isMarked = mark < Tokens.Count && Tokens.Form(mark) is "?" && quoted.Of(mark) == quoted.Of(words[last]);
        bool isTurned = subject > first && (Tokens.Tags[first] == UniversalTag.Aux || tree.Lower(first) is "is" or "are" or "was" or "were" or "do" or "does" or "did");
        return isMarked && (isTurned || tree.HasFeature(first, "PronType=Int") || tree.Lower(first) is "who" or "what" or "why" or "how" or "when" or "where" or "which" or "whose");
    }

    // “Do not drive.”, “Please come home.”: a bare verb that opens marked words, with no subject.
    private bool IsImperative(int root, List<int> words)
    {
        bool isBare = Tokens.Tags[root] == UniversalTag.Verb && quoted.Of(root) >= 0 && (tree.HasFeature(root, "Mood=Imp") || (tree.HasFeature(root, "VerbForm=Inf") && tree.Child(root, "mark") < 0))
            && !HasSubject(root) && !tree.HasFeature(root, "Tense=Past") && !lexicon.In("idle-imperatives", tree.Lemma(root));
        if (!isBare || Tokens.Relations[root] is not ("root" or "ccomp" or "parataxis" or "conj"))
        {
            return false;
        }

        foreach (int child in tree.Children(root))
        {
            if (child < root && !(tree.Is(child, "punct") || tree.Is(child, "advmod") || tree.Is(child, "vocative") || tree.Is(child, "discourse") || tree.Is(child, "cc") || tree.Is(child, "advcl") || (tree.Is(child, "aux") && tree.Lower(child) == "do")))
            {
                return false;
            }
        }

        int opening = words.Find(i => Tokens.Tags[i] != UniversalTag.Punct);
        if (quoted.Of(opening) != quoted.Of(root))
        {
            return false;
        }

        // It opens the words: "go home" of “You go home” has lost its subject to the parser.
        int before = words.FindLast(i => i < root && Tokens.Tags[i] != UniversalTag.Punct);
        return before <= 0 || before >= root || words[0] >= root || tree.Below(before, root) || Tokens.Tags[before] is UniversalTag.Intj or UniversalTag.Cconj or UniversalTag.Propn;
    }

    // “Let us look ahead”, “Let’s rebuild it”: what all are to do; “Let us say”, “Let’s see” fill a gap.
    private bool IsLetUs(int root, List<int> words)
    {
        int doing = tree.Lemma(root) == "let" && quoted.Of(root) >= 0 && words.BinarySearch(root + 1) >= 0 && tree.Lower(root + 1) is "us" or "'s" or "’s" ? Math.Max(tree.Child(root, "xcomp"), tree.Child(root, "ccomp")) : -1;
        return doing > root && !HasSubject(root) && Tokens.Tags[doing] == UniversalTag.Verb && !lexicon.In("idle-imperatives", tree.Lemma(doing)) && words.TrueForAll(i => i >= root || Tokens.Tags[i] is not (UniversalTag.Verb or UniversalTag.Aux or UniversalTag.Noun or UniversalTag.Pron));
    }

    // "said the two sides should go on talking", "the ban must be lifted": what somebody is to do; not "the water should be safe", "it should have held", "it should be done by Friday", "more dead must be expected".
    private bool IsObliged(int verb, List<int> words)
    {
        bool isPassive = tree.Child(verb, "aux:pass") >= 0;
        if (Tokens.Tags[verb] != UniversalTag.Verb || tree.Lemma(verb) == "have" || tree.Child(verb, "cop") >= 0)
        {
            return false;
        }

        bool isCalled = false, isPerfect = false, isDated = false;
        foreach (int child in tree.Children(verb))
        {
            isCalled |= tree.Is(child, "aux") && tree.Lower(child) is "should" or "must" or "ought";
            isPerfect |= tree.Is(child, "aux") && tree.Lemma(child) == "have";
            isDated |= isPassive && tree.Is(child, "obl") && tree.CaseOf(child) is "by" or "within" or "in" or "on" && tree.Yield(child).Exists(i => Tokens.Tags[i] is UniversalTag.Num or UniversalTag.Propn || lexicon.In("time-nouns", tree.Lower(i)));
        }

        int actor = -1;
        foreach (int child in tree.Children(verb))
        {
            actor = tree.Is(child, "nsubj") && child < verb ? child : actor;
        }

        foreach (int child in tree.Children(verb))
        {
            // "Bridge not closed, city should wait": the clause before is what is said first.
            isCalled &= child >= actor || Tokens.Tags[child] is not (UniversalTag.Verb or UniversalTag.Noun or UniversalTag.Adj or UniversalTag.Propn) || tree.Is(child, "obl") || tree.Is(child, "advcl") || tree.Is(child, "advmod") || tree.Is(child, "vocative");
        }

        // “Should Bell win, nobody would pay”: a condition.
        isCalled &= tree.Child(verb, "aux") is var first && (first < 0 || first > actor || tree.Lower(first) is not "should");
        if (!isCalled || isPerfect || actor < 0 || actor > verb || words.BinarySearch(actor) < 0)
        {
            return false;
        }

        bool isActor = Tokens.Tags[actor] == UniversalTag.Propn || tree.HasFeature(actor, "Number=Plur") || tree.Lower(actor) is "he" or "she" or "we" or "they" or "you" or "everyone" or "people" || lexicon.NounKind(tree.Lemma(actor)) is not (null or ActorKind.Document);
        return isPassive ? !isDated && tree.Lemma(verb) is not ("expect" or "anticipate" or "assume" or "fear") && tree.Lower(actor) is not ("this" or "that" or "which" or "it") : isActor && !IsOutsideWill(verb);
    }

    // "you should know", "we should see": nobody is called on.
    private bool IsOutsideWill(int verb) => tree.Lemma(verb) is "know" or "see" or "expect" or "get" or "arrive" or "last" or "become" or "remain" or "feel" or "think" or "like" or "happen" or "need" or "accept" or "remember" or "understand" or "admit" or "win" or "lose" or "gain";

    // What the speaker says he will do: hostile to somebody a threat, kind or binding a promise, anything else a plan like others.
    private Stance? Committed(int root, Attribution attribution)
    {
        int deed = root;
        bool isMeant = false, isPast = quoted.Of(root) < 0;
        if (tree.Lemma(root) is "go" && tree.HasFeature(root, "VerbForm=Ger") | tree.Lower(root) == "going" && tree.Child(root, "xcomp") is int doing and >= 0)
        {
            // “We are going to sue”
            (deed, isMeant) = (doing, true);
        }
        else if (tree.Lemma(root) is "intend" or "plan" or "vow" or "pledge" or "promise" && tree.Child(root, "xcomp") is int planned and >= 0)
        {
            (deed, isMeant) = (planned, true);
        }

        foreach (int child in tree.Children(root))
        {
            isMeant |= tree.Is(child, "aux") && (tree.Lemma(child) is "will" or "'ll" or "’ll" or "shall" || tree.Lower(child) is "will" or "wo" or "ll" || (isPast && tree.Lower(child) == "would"));
        }

        if (isMeant && tree.Lemma(deed) is "continue" or "keep" or "begin" or "start" or "seek" or "try" or "work" or "fight" && tree.Child(deed, "xcomp") is int inner and >= 0)
        {
            deed = lexicon.In("kind-lemmas", tree.Lemma(deed)) ? deed : inner;
        }

        int actor = tree.Child(root, "nsubj");
        if (!isMeant || Tokens.Tags[deed] != UniversalTag.Verb || tree.Child(deed, "aux:pass") >= 0 || actor < 0 || actor > root || !IsSpeaker(actor, attribution))
        {
            return null;
        }

        string lemma = tree.Lemma(deed);
        if (IsNegated(root) || IsNegated(deed) || tree.Child(root, "advmod", "never") >= 0)
        {
            return lexicon.In("unyielding-lemmas", lemma) ? Stance.Promises : null;
        }

        bool isInCourt = lemma == "see" && HasOblique(deed, "court"), isFight = lemma == "fight" && tree.Child(deed, "obj") >= 0, isBest = lemma == "do" && tree.Child(deed, "obj") is int all and >= 0 && tree.Lower(all) is "everything" or "best" or "utmost" or "whatever" or "anything" or "all";
        bool isSure = lemma == "make" && tree.Child(deed, "xcomp") is int sure and >= 0 && tree.Lower(sure) == "sure", isFightFor = lemma == "fight" && !isFight;
        return isInCourt || isFight || lexicon.In("hostile-lemmas", lemma) ? Stance.Threatens : isBest || isSure || isFightFor || lexicon.In("kind-lemmas", lemma) ? Stance.Promises : null;
    }

    private bool HasOblique(int verb, string noun)
    {
        foreach (int child in tree.Children(verb))
        {
            if (tree.Is(child, "obl") && tree.Lower(child) == noun)
            {
                return true;
            }
        }

        return false;
    }

    // “We will close it if they do not pay”: what the speaker will do unless others act.
    private bool IsThreatUnless(int verb)
    {
        if (Tokens.Tags[verb] != UniversalTag.Verb || !IsFirst(tree.Child(verb, "nsubj")))
        {
            return false;
        }

        bool isMeant = false, isCondition = false;
        foreach (int child in tree.Children(verb))
        {
            isMeant |= tree.Is(child, "aux") && tree.Lemma(child) is "will" or "would" or "'ll" or "’ll" or "shall";
            isCondition |= tree.Is(child, "advcl") && (tree.Child(child, "mark", "unless") >= 0 || (tree.Child(child, "mark", "if") >= 0 && tree.Child(child, "advmod", "not") >= 0)) && tree.Child(child, "nsubj") is int other and >= 0 && tree.Lower(other) is not ("it" or "we" or "i" or "that" or "this" or "there");
        }

        return isMeant && isCondition;
    }

    // “We will strike back if they come”: a hostile deed under a condition that others meet.
    private bool IsThreatIf(int verb, Attribution attribution)
    {
        foreach (int child in tree.Children(verb))
        {
            if (tree.Is(child, "advcl") && tree.Child(child, "mark", "if") >= 0 && tree.Child(child, "nsubj") is int other and >= 0 && tree.Lower(other) is not ("it" or "we" or "i" or "that" or "this" or "there"))
            {
                return Committed(verb, attribution) == Stance.Threatens;
            }
        }

        return false;
    }

    private bool IsUnderCondition(int root)
    {
        foreach (int child in tree.Children(root))
        {
            if (tree.Is(child, "advcl") && (tree.Child(child, "mark", "if") >= 0 || tree.Child(child, "mark", "unless") >= 0))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsFirst(int subject) => subject >= 0 && tree.Lower(subject) is "i" or "we";

    // “I” and “we” in his own words; "he", "her group" where they are the source or of the source.
    private bool IsSpeaker(int actor, Attribution attribution)
    {
        if (quoted.Of(actor) >= 0)
        {
            return IsFirst(actor);
        }

        if (attribution.Source.IsEmpty)
        {
            return false;
        }

        Resolved source = resolver.Resolve(attribution.Source.Tokens);
        int owner = tree.Child(actor, "nmod:poss");
        int self = Tokens.Tags[actor] == UniversalTag.Pron ? actor : owner >= 0 && Tokens.Tags[owner] == UniversalTag.Pron ? owner : actor;
        bool isName = self == actor && Tokens.Tags[actor] != UniversalTag.Pron;
        return resolver.EntityAt(self)?.Id is { } entity ? entity == source.Entity : !isName && tree.Lower(self) is "he" or "she" or "they" or "it" or "we" or "his" or "her" or "their" or "its" && linker.Head(attribution.Source.Tokens) is int head && tree.Lower(head) == tree.Lower(self);
    }

    private bool HasSubject(int verb) => tree.Child(verb, "nsubj") >= 0 || tree.Child(verb, "csubj") >= 0 || tree.Child(verb, "expl") >= 0;

    private bool IsNegated(int verb)
    {
        foreach (int child in tree.Children(verb))
        {
            if (tree.Is(child, "advmod") && tree.Lower(child) is "not" or "n't" or "n’t" or "never")
            {
                return true;
            }
        }

        return false;
    }
}
