using Parallax.Core.Layers;
using Parallax.Language.Statements.Cues;
using Parallax.Language.Statements.Quotations;

namespace Parallax.Language.Statements.Contents;

/// <summary>Ends contents before what the report goes on with about the speaker: what was not told, on what ground, when, who says otherwise.</summary>
internal sealed class ContentLimits(CueLexicon lexicon, DependencyTree tree, QuotedTokens quoted, Linker linker)
{
    private List<Attribution> _all = [];

    private TokenLayer Tokens => tree.Tokens;

    /// <summary>Changes the contents in place, in their order.</summary>
    public void Apply(List<Attribution> attributions)
    {
        _all = attributions;
        foreach (Attribution attribution in attributions)
        {
            if (attribution.Cue is { Kind: CueKind.Verb } citing && citing.Tokens.FindIndex(i => i > citing.Head && tree.Lower(i) == "citing") is var at and > 0)
            {
                // "wrote in a report — citing experts who …": whom they cite.
                int grounds = citing.Tokens[at];
                citing.Tokens.RemoveRange(at, citing.Tokens.Count - at);
                attribution.Content = attribution.Content with { Tokens = linker.Trim(attribution.Content.Tokens.FindAll(i => i < grounds || quoted.Of(i) >= 0), citing) };
            }

            if (attribution.Cue is { Kind: CueKind.Verb } called && IsCalled(attribution, called) && tree.Lower(attribution.Source.Tokens[0] - 1) == "as" && !attribution.Content.IsEmpty)
            {
                int from = attribution.Source.Tokens[0] - 1, to = attribution.Source.Tokens[^1];
                attribution.Content = attribution.Content with { Tokens = [.. attribution.Content.Tokens.Where(i => i < from), .. Enumerable.Range(from, to + 1 - from), .. attribution.Content.Tokens.Where(i => i > to)] };
                attribution.Source = attribution.Source with { Tokens = [] };
            }

            if (attribution.Cue is not { Kind: CueKind.Verb } cue || attribution.Content.Tokens is not { Count: > 1 } content || content[^1] < cue.Head)
            {
                continue;
            }

            int end = Withheld(content, cue);
            end = end < 0 ? Ground(content, cue) : end;
            end = end < 0 ? Fellow(content, attribution, cue) : end;
            end = end < 0 ? When(content, attribution, cue) : end;
            end = end < 0 ? Contrary(content, cue) : end;
            end = end < 0 ? Hearsay(content, cue) : end;
            end = end < 0 ? Pursued(content, cue) : end;
            end = end < 0 ? OtherSubject(content, cue) : end;
            end = end < 0 ? Outcome(content, attribution, cue) : end;
            end = end < 0 ? OtherShare(content, attribution, cue) : end;
            end = end < 0 ? MainClause(content, cue) : end;
            end = end < 0 ? NextAct(content, cue) : end;
            List<int> kept = WithoutOccasion(end > 0 ? content[..end] : content, attribution, cue);
            kept = WithoutAdverb(kept, cue);
            if (kept.Count < content.Count && linker.Trim(kept, cue) is { Count: > 0 } trimmed)
            {
                attribution.Content = attribution.Content with { Tokens = trimmed };
            }
        }
    }

    // "The car was described as a blue Lund van": what it is called is no speaker.
    private static bool IsCalled(Attribution attribution, Cue cue) => cue.Passive && attribution.Source.Tokens is [var first, ..] && first > cue.Head;

    // "identified the boat as a cutter and Ada Lund, 23, was held": the verb goes on from nobody before the "and"; its subject was read into the phrase.
    private int OtherSubject(List<int> content, Cue cue)
    {
        int before = tree.Is(cue.Anchor, "conj") ? Tokens.Heads[cue.Anchor] : -1, behind = content[^1] + 1;
        behind += behind < Tokens.Count && Tokens.Form(behind) is "," ? 1 : 0;
        behind = behind < tree.SentenceBounds(cue.Head).End && Tokens.Tags[behind] == UniversalTag.Aux ? Tokens.Heads[behind] : behind;
        int verb = quoted.Of(cue.Head) >= 0 ? -1 : content.Append(behind).FirstOrDefault(i => i > cue.Head && i < Tokens.Count && (Tokens.Heads[i] == cue.Anchor || (before >= 0 && Tokens.Heads[i] == before)) && tree.Is(i, "conj") && Tokens.Tags[i] == UniversalTag.Verb
            && quoted.Of(i) < 0 && tree.Child(i, "nsubj") < 0 && tree.Child(i, "cc") < 0 && (tree.IsFinite(i) || FiniteAux(i) >= 0), -1);
        bool isRow = verb <= 0;
        foreach (int child in tree.Children(isRow ? cue.Anchor : Tokens.Heads[verb]))
        {
            isRow |= child > verb && tree.Is(child, "conj");
        }

        int joint = isRow ? -1 : content.FindLastIndex(i => i > cue.Head && i < verb && Tokens.Tags[i] == UniversalTag.Cconj && Tokens.Heads[i] is int noun && noun == i + 1 && Tokens.Tags[noun] is UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Pron && tree.Is(noun, "conj"));
        return joint > 0 ? joint : -1;
    }

    // "70 percent said they were content and ten percent said they would go": the next share of those asked.
    private int OtherShare(List<int> content, Attribution attribution, Cue cue)
    {
        int other = IsShare(attribution) && content[0] > cue.Head && quoted.Of(cue.Head) < 0 ? content.FindIndex(2, i => tree.Lower(i) == "while" && tree.Is(i, "mark") && Tokens.Form(i - 1) is "," && quoted.Of(i) < 0 && Enumerable.Range(i + 1, 3).Any(k => k < Tokens.Count && Tokens.Tags[k] == UniversalTag.Num)) : -1;
        if (other > 1)
        {
            // "half say they would stay, while about four in ten want to go"
            return other;
        }

        int at = attribution.Source.Tokens.Exists(i => Tokens.Tags[i] == UniversalTag.Num) && content[0] > cue.Head ? content.FindIndex(1, i => Tokens.Tags[i] == UniversalTag.Cconj && quoted.Of(i) < 0 && i + 1 < Tokens.Count && Tokens.Tags[i + 1] == UniversalTag.Num) : -1;
        Attribution? next = at < 1 ? null : _all.Find(o => !ReferenceEquals(o, attribution) && o.Cue is { Kind: CueKind.Verb } said && said.Head > content[at] && content.BinarySearch(said.Head) >= 0 && o.Source.Tokens.BinarySearch(content[at] + 1) >= 0);
        if (next is null)
        {
            return -1;
        }

        next.Source = next.Source with { Tokens = next.Source.Tokens.FindAll(i => i > content[at]) };
        return at;
    }

    // "Even as they vowed to go on, the mood was low", "Though Bell boasts of his staff, the port is late": the main clause is the report's.
    private int MainClause(List<int> content, Cue cue)
    {
        int main = tree.Is(cue.Anchor, "advcl") && content[0] > cue.Head && quoted.Of(cue.Head) < 0 ? Tokens.Heads[cue.Anchor] : -1, opening = main < 0 ? -1 : tree.Child(cue.Anchor, "mark");
        int at = opening < 0 || opening > cue.Head || tree.Lower(opening) == "to" || main < content[0] || content.BinarySearch(main) < 0 ? -1 : content.FindIndex(1, i => !tree.Below(i, cue.Anchor) && Tokens.Tags[i] != UniversalTag.Punct);
        return at > 0 && Tokens.Form(content[at] - 1) is "," && content[at] <= main && tree.Below(content[at], main) ? at : -1;
    }

    private bool IsShare(Attribution attribution) => attribution.Source.Tokens.Exists(i => Tokens.Tags[i] == UniversalTag.Num || lexicon.In("share-nouns", tree.Lemma(i)));

    private int FiniteAux(int verb) => Math.Max(tree.Child(verb, "aux:pass"), tree.Child(verb, "aux")) is var aux and >= 0 && tree.HasFeature(aux, "VerbForm=Fin") ? aux : -1;

    // "said it is safe, but he did not disclose the cost", "but could not give details": what the speaker kept back is told by the report.
    private int Withheld(List<int> content, Cue cue)
    {
        for (int k = 1; k + 3 < content.Count; k++)
        {
            int joint = content[k];
            bool opens = joint > cue.Head && (Tokens.Tags[joint] == UniversalTag.Cconj || tree.Lower(joint) is "although" or "though") && quoted.Of(joint) < 0 && tree.Lower(joint + 1) is "he" or "she" or "they" or "it";
            bool goesOn = joint > cue.Head && tree.Lower(joint) == "but" && quoted.Of(joint) < 0 && Tokens.Tags[joint + 1] == UniversalTag.Aux;
            int verb = opens || goesOn ? Tokens.Heads[joint + 1] : -1;
            bool isDenied = verb > joint && tree.Child(verb, "aux") >= 0 && (tree.Child(verb, "advmod", "not") >= 0 || tree.Child(verb, "advmod", "n't") >= 0 || tree.Child(verb, "advmod", "n’t") >= 0);
            bool isKept = isDenied && (lexicon.In("withheld-lemmas", tree.Lemma(verb)) || lexicon.In("silent-lemmas", tree.Lemma(verb)));
            // "but would not offer details of it"
            isKept |= isDenied && lexicon.In("withholding-lemmas", tree.Lemma(verb)) && tree.Child(verb, "obj") is int thing and >= 0 && lexicon.In("withheld-nouns", tree.Lemma(thing));
            // "but did not suggest that it would be soon"
            isKept |= goesOn && isDenied && tree.Child(verb, "aux", "do") >= 0 && tree.Child(verb, "ccomp") >= 0 && lexicon.Find(CueKind.Verb, tree.Lemma(verb)) is [{ } entry, ..] && entry.Has(CueFrames.Clause) && !entry.Has(CueFrames.Attitude);
            isKept |= verb > joint && verb <= joint + 3 && tree.Lemma(verb) is "decline" or "refuse" && tree.Child(verb, "xcomp") is int told and >= 0 && lexicon.In("silent-lemmas", tree.Lemma(told));
            if (isKept)
            {
                return k;
            }
        }

        return -1;
    }

    // "Many feared that it would fail, but the dam held": beside a thought, what the report tells of its outcome.
    private int Outcome(List<int> content, Attribution attribution, Cue cue)
    {
        int clause = cue is { Negated: false } && (cue.Has(CueFrames.Attitude) || lexicon.In("guessing-lemmas", tree.Lemma(cue.Head))) && quoted.Of(cue.Head) < 0 && content[0] > cue.Head && tree.HasFeature(cue.Head, "Tense=Past") ? tree.Child(cue.Head, "ccomp") : -1;
        int at = clause < 0 ? -1 : content.FindIndex(i => i > clause && tree.Lower(i) == "but" && tree.Is(i, "cc") && Tokens.Form(i - 1) is "," && Tokens.Heads[i] is var verb && tree.Is(verb, "conj") && Tokens.Heads[verb] == cue.Head
            && tree.Child(verb, "nsubj") is var subject && subject > i && quoted.Of(i) < 0);
        // "first thought that he had a cold but things did not get better"
        bool isFirst = at < 0 && clause > cue.Head && cue.Has(CueFrames.Attitude) && (tree.Child(cue.Head, "advmod", "initially") >= 0 || tree.Child(cue.Head, "advmod", "first") >= 0 || tree.Child(cue.Head, "advmod", "originally") >= 0);
        int but = isFirst ? content.FindIndex(i => i > clause && tree.Lower(i) == "but" && tree.Is(i, "cc") && quoted.Of(i) < 0 && Tokens.Heads[i] is var verb && tree.Is(verb, "conj") && (Tokens.Heads[verb] == cue.Head || Tokens.Heads[verb] == clause) && tree.Child(verb, "nsubj") > i) : -1;
        return but > 1 ? but : at > 1 && attribution.Source.Tokens.Count > 0 ? at - 1 : -1;
    }

    // "said the rival had hurt his wife, and he accused the rival of worse": the speaker's next act, as it is aimed at the one told of.
    private int NextAct(List<int> content, Cue cue)
    {
        int clause = content[0] > cue.Head && quoted.Of(cue.Head) < 0 && tree.HasFeature(cue.Head, "Tense=Past") ? tree.Child(cue.Head, "ccomp") : -1, told = clause < 0 ? -1 : tree.Child(clause, "nsubj");
        for (int k = 2; told >= 0 && k + 2 < content.Count; k++)
        {
            int who = content[k] + 1;
            bool isNext = tree.Lower(content[k]) is "and" or "but" && Tokens.Form(content[k] - 1) is "," && quoted.Of(who) < 0 && content[k] > clause && tree.Lower(who) is "he" or "she" && Tokens.Tags[told] == UniversalTag.Propn;
            if (isNext && _all.Exists(o => o.Cue is { Kind: CueKind.Verb, Entry.Stance: Core.Accounts.Stance.Accuses or Core.Accounts.Stance.Criticises } act && o.Source.Tokens is [var by] && by == who && tree.HasFeature(act.Head, "Tense=Past") && o.Content.Tokens.Exists(i => Tokens.Form(i).SequenceEqual(Tokens.Form(told)) || Tokens.Heads[i] >= 0 && Tokens.Form(Tokens.Heads[i]).SequenceEqual(Tokens.Form(told)))))
            {
                return k - 1;
            }
        }

        return -1;
    }

    // "said the vote was stolen citing late changes": a vote cites nothing.
    private int Ground(List<int> content, Cue cue)
    {
        int at = content.FindIndex(1, i => i > cue.Head && tree.Lower(i) == "citing" && quoted.Of(i) < 0);
        int clause = at < 0 || cue.Has(CueFrames.Attitude) ? -1 : Tokens.Heads[content[at]], subject = clause < 0 ? -1 : tree.Child(clause, "nsubj");
        bool isThing = subject > cue.Head && subject < content[at] && Tokens.Tags[subject] is UniversalTag.Noun or UniversalTag.Pron && lexicon.NounKind(tree.Lemma(subject)) is null && !lexicon.IsGroup(tree.Lower(subject)) && tree.Lower(subject) is not ("he" or "she" or "they" or "we" or "i" or "who");
        return isThing ? at : -1;
    }

    // "stating that it leaks and noting that it is old": the speaker goes on with a second participle.
    private int Fellow(List<int> content, Attribution attribution, Cue cue)
    {
        bool isParticiple = IsParticiple(cue.Head) && content[0] > cue.Head;
        for (int k = 2; isParticiple && k + 3 < content.Count; k++)
        {
            int next = content[k] + 1;
            bool isNext = tree.Lower(content[k]) == "and" && IsParticiple(next) && tree.Lower(next + 1) == "that" && quoted.Of(next) == quoted.Of(cue.Head) && lexicon.Find(CueKind.Verb, tree.Lemma(next)) is { IsEmpty: false } entries && entries[0].Has(CueFrames.Clause);
            if (!isNext)
            {
                continue;
            }

            if (_all.Find(o => o.Cue?.Head == next) is { } other)
            {
                other.Source = attribution.Source;
            }

            return k;
        }

        return -1;
    }

    private bool IsParticiple(int token) => tree.Lower(token).EndsWith("ing", StringComparison.Ordinal) && Tokens.Tags[token] is UniversalTag.Verb;

    // "repeated those words right after meeting her": when the speaker did so.
    private int When(List<int> content, Attribution attribution, Cue cue)
    {
        bool mayBe = attribution.Content.Rule is "content.object" or "content.target" or "content.roles" && content[0] > cue.Head && cue.Entry is { Stance: not (Core.Accounts.Stance.Demands or Core.Accounts.Stance.Promises or Core.Accounts.Stance.Warns or Core.Accounts.Stance.Offers or Core.Accounts.Stance.Threatens) };
        int at = mayBe ? content.FindIndex(1, i => tree.Lower(i) is "after" or "before" && quoted.Of(i) < 0 && i + 2 < Tokens.Count && tree.Lower(i + 1).EndsWith("ing", StringComparison.Ordinal) && IsOf(i + 1, cue.Head)) : -1;
        if (at < 1 || content[..at].Exists(i => tree.IsFinite(i) || quoted.Of(i) >= 0))
        {
            return -1;
        }

        while (at > 1 && Tokens.Tags[content[at - 1]] == UniversalTag.Adv)
        {
            at--;
        }

        return at;
    }

    // "after trading places": the parser may take the participle for a noun beside the next.
    private bool IsOf(int token, int verb) => Tokens.Heads[token] == verb ? tree.Is(token, "advcl") || tree.Is(token, "obl") : tree.Is(token, "compound") && Tokens.Heads[token] is var noun && noun > token && Tokens.Heads[noun] == verb && tree.Is(noun, "obl");

    // "said a gun was found — but friends deny that he had it": a dash, a "but" and who says otherwise.
    private int Contrary(List<int> content, Cue cue)
    {
        int at = quoted.Of(cue.Head) >= 0 ? -1 : content.FindIndex(1, i => i > cue.Head && Tokens.Form(i) is "—" or "–" or "--" or "-" && i + 1 < Tokens.Count && tree.Lower(i + 1) is "but" or "though" or "although" or "while" && quoted.Of(i) < 0);
        return at > 0 && _all.Exists(o => o.Cue is { Kind: CueKind.Verb } other && content.BinarySearch(other.Head) > at && o.Source.Tokens is { Count: > 0 } source && source[0] > content[at] && Tokens.Tags[linker.Head(source)] != UniversalTag.Pron) ? at : -1;
    }

    // "denied knowing Lund, who reportedly left": what the report has from hearsay is not in the words of another.
    private int Hearsay(List<int> content, Cue cue)
    {
        int at = content[0] > cue.Head && quoted.Of(cue.Head) < 0 ? content.FindIndex(2, i => tree.Lower(i) is "who" or "which" && i + 1 < Tokens.Count && tree.Lower(i + 1) == "reportedly" && quoted.Of(i) < 0) : -1;
        return at > 0 && Tokens.Heads[content[at]] is var verb && verb > content[at] && tree.Is(verb, "acl") ? at : -1;
    }

    // "said the plan was sound and urged members to back it", "said she was sorry and asked for time": the speaker's next act; what is, or what no person does, goes on with no act of speech.
    private int Pursued(List<int> content, Cue cue)
    {
        bool mayBe = content[0] > cue.Head && quoted.Of(cue.Head) < 0 && tree.HasFeature(cue.Head, "Tense=Past") && tree.IsFinite(cue.Head);
        for (int k = 3; mayBe && k + 2 < content.Count; k++)
        {
            int joint = content[k], verb = joint + 1;
            while (verb < content[^1] && Tokens.Tags[verb] == UniversalTag.Adv)
            {
                verb++;
            }

            int above = Tokens.Heads[verb];
            bool isNext = tree.Lower(joint) is "and" or "but" && quoted.Of(joint) < 0 && Tokens.Tags[verb] == UniversalTag.Verb && tree.IsFinite(verb) && tree.HasFeature(verb, "Tense=Past") && lexicon.In("pursued-lemmas", tree.Lemma(verb))
                && tree.Is(verb, "conj") && tree.Child(verb, "nsubj") < 0 && tree.Child(verb, "aux") < 0 && (above == cue.Head || (above > cue.Head && above < joint && (Tokens.Heads[above] == cue.Head || Tokens.Heads[above] == cue.Anchor)));
            int clause = above == cue.Head ? tree.Child(cue.Head, "ccomp") : above;
            if (isNext && clause > cue.Head && clause < joint && (IsState(clause) || !IsPersonal(tree.Child(clause, "nsubj"))))
            {
                return Tokens.Form(joint - 1) is "," ? k - 1 : k;
            }
        }

        return -1;
    }

    private bool IsState(int clause)
    {
        foreach (int child in tree.Children(clause))
        {
            if (tree.Is(child, "cop") || (tree.Is(child, "aux") && child < clause && tree.Lower(child) is not ("had" or "did")))
            {
                return true;
            }
        }

        return tree.Lemma(clause) is "have" or "want" or "hope" or "believe" or "feel" or "know";
    }

    private bool IsPersonal(int subject) => subject >= 0 && (Tokens.Tags[subject] == UniversalTag.Propn || tree.Lower(subject) is "he" or "she" or "they" or "we" or "i" or "who" || lexicon.IsGroup(tree.Lower(subject)) || lexicon.NounKind(tree.Lemma(subject)) is not (null or Core.Accounts.ActorKind.Document));

    // “We stay,” she said in the letter, which the Herald saw; "It shuts, the firm said after posting a loss": about the letter, and when it was said.
    private List<int> WithoutOccasion(List<int> content, Attribution attribution, Cue cue)
    {
        int behind = content.FindIndex(i => i > cue.Head), last = Math.Max(cue.Tokens[^1], attribution.Source.Tokens is [.., var end] ? end : -1);
        if (behind <= 0 || quoted.Of(cue.Head) >= 0 || quoted.Of(content[behind]) >= 0 || !content[..behind].Exists(i => tree.IsFinite(i)))
        {
            return content;
        }

        int first = content[behind];
        bool isAbout = tree.Lower(first) is "which" or "who" && Tokens.Form(first - 1) is "," && Tokens.Form(first - 2) is not ",";
        bool isWhen = tree.Lower(first) is "after" or "before" or "as" or "when" or "while" && first == last + 1;
        return isAbout || isWhen ? [.. content[..behind], .. content[behind..].SkipWhile(i => quoted.Of(i) < 0)] : content;
    }

    // "agreed immediately that it is so", "declined later to state when": the adverb belongs to the cue.
    private List<int> WithoutAdverb(List<int> content, Cue cue)
    {
        bool isOwn = content.Count > 2 && content[0] == cue.Tokens[^1] + 1 && Tokens.Tags[content[0]] == UniversalTag.Adv && content[1] == content[0] + 1 && tree.Is(content[1], "mark") && tree.Lower(content[1]) is "that" or "to" && quoted.Of(content[0]) == quoted.Of(cue.Head)
            && tree.Lower(content[0]) is not ("how" or "why" or "when" or "where" or "not" or "only" or "never" or "so");
        return isOwn ? content[1..] : content;
    }
}
