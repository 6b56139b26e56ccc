using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Statements.Cues;
using Parallax.Language.Statements.Quotations;

namespace Parallax.Language.Statements.Contents;

/// <summary>Ends contents where the words of their speaker end, and makes broken ones whole, once network and structure are brought together.</summary>
internal sealed class ContentEdges(CueLexicon lexicon, DependencyTree tree, QuotedTokens quoted, Layer<NameMention> names, Linker linker)
{
    private List<Attribution> _all = [];

    private TokenLayer Tokens => tree.Tokens;

    /// <summary>Changes the contents in place, in their order.</summary>
    public void Apply(List<Attribution> attributions)
    {
        _all = attributions;
        foreach (Attribution attribution in attributions)
        {
            if (attribution.Cue is not { } cue || attribution.Content.IsEmpty || attribution.Content.Rule == "content.signature")
            {
                continue;
            }

            // "It was alleged the man fled": "it" stands for the clause.
            List<int> content = cue.Passive && attribution.Content.Tokens is [var it, var next, ..] && tree.Lower(it) == "it" && it < cue.Head && next > cue.Head && Tokens.Heads[it] == cue.Anchor && tree.Lower(next) != "to" ? attribution.Content.Tokens[1..] : attribution.Content.Tokens;
            content = cue.IsQuotedAs ? content.FindAll(i => Tokens.Heads[i] != cue.Head || tree.Lower(i) != "as") : content;
            content = WithoutMedium(content, attribution, cue);
            content = WithoutOwnAct(content, cue);
            content = WithoutEarlierQuotation(content, attribution, cue);
            content = WithoutSecondClause(content, cue);
            content = WithoutRelative(content, attribution, cue);
            content = WithoutOwnParticiple(content, cue);
            content = WithoutOtherVoice(content, attribution, cue);
            content = WithoutReporter(content, attribution, cue);
            content = WithoutQuestion(content, cue);
            content = WithFronted(content, attribution, cue);
            content = WithWholeName(content, attribution, cue);
            attribution.Content = attribution.Content with { Tokens = linker.Trim(content, cue) };
        }

        Brackets(attributions);
    }

    // "It opens, according to the firm's letter, which adds that it is safe": what the letter adds is told for itself.
    private List<int> WithoutRelative(List<int> content, Attribution attribution, Cue cue)
    {
        int noun = cue.Kind == CueKind.Preposition && attribution.Source.Tokens.Count > 0 ? linker.Head(attribution.Source.Tokens) : -1;
        int relative = noun < 0 ? -1 : tree.Child(noun, "acl");
        bool isOwn = relative >= 0 && content.Exists(i => i < noun && tree.IsFinite(i)) && content[^1] >= relative && tree.Child(relative, "nsubj") is var which && which >= 0 && tree.Lower(which) is "that" or "which";
        List<int> rest = relative > attribution.Source.Tokens.LastOrDefault() && (isOwn || _all.Exists(o => o.Cue is { Kind: CueKind.Verb } said && said.Head == relative)) ? content.FindAll(i => i < noun || (!tree.Below(i, relative) && !content.Exists(k => k < noun && tree.IsFinite(k)))) : content;
        return rest.Count > 0 ? rest : content;
    }

    // "announced the visit in a tweet", "praised the crew in his remarks": where it was said.
    private List<int> WithoutMedium(List<int> content, Attribution attribution, Cue cue)
    {
        if (cue.Kind != CueKind.Verb || cue.Passive || attribution.Content.Rule is not ("content.object" or "content.roles" or "content.target") || content[0] < cue.Head || content.Exists(i => quoted.Of(i) >= 0))
        {
            return content;
        }

        int at = content.FindLastIndex(i => Tokens.Tags[i] == UniversalTag.Adp && tree.Lower(i) is "in" or "on" or "via" or "during" or "at");
        int noun = at > 0 ? Tokens.Heads[content[at]] : -1;
        bool isMedium = noun > content[at < 0 ? 0 : at] && content[^1] == noun && lexicon.In("occasion-nouns", tree.Lemma(noun)) && (tree.Child(noun, "det", "a") >= 0 || tree.Child(noun, "nmod:poss") >= 0)
            && content[^1] - content[at] == content.Count - 1 - at;
        if (!isMedium)
        {
            // "admitted the ruse at a hearing in which he was calm": a phrase of the cue and of nothing in its object.
            at = content.FindIndex(1, i => Tokens.Tags[i] == UniversalTag.Adp && tree.Lower(i) is "in" or "at" or "during" && Tokens.Heads[i] is int own && own > i && Tokens.Heads[own] == cue.Head && lexicon.In("occasion-nouns", tree.Lemma(own)));
            isMedium = at > 0 && content[^1] - content[at] == content.Count - 1 - at;
        }

        if (!isMedium)
        {
            return content;
        }

        attribution.Medium = content[at..];
        return content[..at];
    }

    // "said that the lake is safe, and described the dam as old": a second act of the speaker, which the parser hung on the cue.
    private List<int> WithoutOwnAct(List<int> content, Cue cue)
    {
        if (cue.Kind != CueKind.Verb || quoted.Of(cue.Head) >= 0)
        {
            return content;
        }

        foreach (int next in content)
        {
            bool isAct = next > cue.Head && Tokens.Heads[next] == cue.Anchor && tree.Is(next, "conj") && Tokens.Tags[next] == UniversalTag.Verb && tree.HasFeature(next, "VerbForm=Fin") && tree.Child(next, "aux") < 0
                && lexicon.Find(CueKind.Verb, tree.Lemma(next)).Length > 0 && quoted.Of(next) < 0 && HasNoActor(next);
            // "rules that the port says harm it but that officials defended": the second clause is not the port's.
            isAct |= next > cue.Head && tree.Is(cue.Anchor, "acl") && Tokens.Heads[next] == cue.Anchor && tree.Is(next, "conj") && tree.Child(next, "nsubj") >= 0 && tree.Child(next, "cc") >= 0 && tree.Child(next, "cc") < next && tree.Lower(tree.Child(next, "cc") + 1) is "that" or "which" && quoted.Of(next) < 0;
            // "suggested that it was a slip, but the mayor cut him off": the second clause is the report's.
            isAct |= next > cue.Head && content[0] > cue.Head && Tokens.Heads[next] == cue.Anchor && tree.Is(next, "conj") && Tokens.Tags[next] == UniversalTag.Verb && tree.IsFinite(next) && tree.HasFeature(next, "Tense=Past") && tree.HasFeature(cue.Head, "Tense=Past") && quoted.Of(next) < 0
                && tree.Child(next, "cc", "but") is var but && but > content[0] && Tokens.Form(but - 1) is "," && tree.Child(next, "nsubj") > but && tree.Child(next, "obj") is var whom and > 0 && tree.Lower(whom) is "him" or "her" or "them";
            int joint = isAct ? tree.Child(next, "cc") : -1;
            if (joint > content[0] && joint < next)
            {
                return content.FindAll(i => i < joint);
            }
        }

        return content;
    }

    // No subject of its own, or a time that the parser took for one ("and several times described").
    private bool HasNoActor(int verb)
    {
        int subject = tree.Child(verb, "nsubj");
        return subject >= 0 && lexicon.In("time-nouns", tree.Lemma(subject));
    }

    // “It was the fuel.” The port also denied that …: a quotation that ended with its sentence is not in the words behind the cue.
    private List<int> WithoutEarlierQuotation(List<int> content, Attribution attribution, Cue cue)
    {
        int start = attribution.Source.Tokens is [var first, ..] ? Math.Min(first, cue.Tokens[0]) : cue.Tokens[0];
        int before = content.FindLastIndex(i => i < start), q = before < 0 ? -1 : quoted.EndingAt(content[before]) is int ended and >= 0 ? ended : quoted.EndingAt(content[before] + 1);
        bool isWhole = q >= 0 && before + 1 < content.Count && content[before + 1] > cue.Head && quoted.Ranges[q].End - 2 > quoted.Ranges[q].First && Tokens.Form(quoted.Ranges[q].End - 2) is "." or "!" or "?" && quoted.Of(content[before + 1]) != q
            && start == quoted.Ranges[q].End && content[..(before + 1)].TrueForAll(i => quoted.Of(i) >= 0);
        return isWhole ? content[(before + 1)..] : content;
    }

    // "denied that the fuel was a factor; the fuel had been their reason": a denial ends with its clause; so do words that "according to" opens.
    private List<int> WithoutSecondClause(List<int> content, Cue cue)
    {
        int part = cue.Kind == CueKind.Preposition && content[0] > cue.Head ? content.FindIndex(i => Tokens.Form(i) is ";" && quoted.Of(i) < 0) : -1;
        if (part > 1)
        {
            return content[..part];
        }

        int mark = cue is { Kind: CueKind.Verb, Entry.Stance: Stance.Denies } && tree.Lower(content[0]) == "that" ? content.FindIndex(i => i > cue.Head && Tokens.Form(i) is ";" && quoted.Of(i) < 0) : -1;
        return mark > 0 ? content[..mark] : content;
    }

    // "A bomb killed two, officials said, offering a reward": what the speaker does besides.
    private List<int> WithoutOwnParticiple(List<int> content, Cue cue)
    {
        int behind = content.FindIndex(i => i > cue.Head);
        if (cue.Kind != CueKind.Verb || behind <= 0 || content[0] > cue.Head || quoted.Of(content[behind]) >= 0)
        {
            return content;
        }

        int participle = content[behind];
        bool isOwn = Tokens.Tags[participle] == UniversalTag.Verb && tree.Lower(participle).EndsWith("ing", StringComparison.Ordinal) && tree.Is(participle, "advcl") && Tokens.Form(participle - 1) is "," && tree.Child(participle, "nsubj") < 0;
        return isOwn ? content[..behind] : content;
    }

    // "said the price was fair, with the analyst Ben Lund saying …": another speaker, on a level with the first.
    private List<int> WithoutOtherVoice(List<int> content, Attribution attribution, Cue cue)
    {
        if (cue.Kind != CueKind.Verb || quoted.Of(cue.Head) >= 0)
        {
            return content;
        }

        for (int k = 2; k + 2 < content.Count; k++)
        {
            bool isWith = tree.Lower(content[k]) == "with" && Tokens.Form(content[k] - 1) is "," && content[k] > cue.Head && quoted.Of(content[k]) < 0;
            Attribution? other = isWith ? _all.Find(o => !ReferenceEquals(o, attribution) && o.Cue is { Kind: CueKind.Verb } verb && verb.Head > content[k] && tree.Lower(verb.Head).EndsWith("ing", StringComparison.Ordinal) && o.Source.Tokens is [var first, ..] && first == content[k] + 1 && o.Source.Tokens[^1] == verb.Tokens[0] - 1) : null;
            if (other is not null)
            {
                return content[..k];
            }
        }

        return content;
    }

    // "The mayor Ada Brown closed the bridge, the “best of bad choices,” Brown said": who speaks does not name himself; only what stands in marks is his.
    private List<int> WithoutReporter(List<int> content, Attribution attribution, Cue cue)
    {
        if (attribution.Source.Tokens is not { Count: > 0 } source || content[^1] > cue.Head || content[^1] + 3 < Math.Min(source[0], cue.Tokens[0]))
        {
            return content;
        }

        int last = quoted.EndingAt(content[^1]) is int q and >= 0 ? q : quoted.EndingAt(content[^1] + 1);
        string name = tree.Lower(source[^1]);
        bool isQuoted = last >= 0 && quoted.Ranges[last].First > content[0] && Tokens.Tags[source[^1]] == UniversalTag.Propn;
        int own = isQuoted ? content.Find(i => i < quoted.Ranges[last].First && Tokens.Tags[i] == UniversalTag.Propn && tree.Lower(i) == name && quoted.Of(i) < 0) : 0;
        if (own <= 0)
        {
            return content;
        }

        int subject = own;
        while (Tokens.Heads[subject] >= 0 && (tree.Is(subject, "flat") || tree.Is(subject, "appos") || tree.Is(subject, "compound")))
        {
            subject = Tokens.Heads[subject];
        }

        return tree.Is(subject, "nsubj") ? content.FindAll(i => i >= quoted.Ranges[last].First) : content;
    }

    // “Yes,” to all the questions: what was answered stands in the marks.
    private List<int> WithoutQuestion(List<int> content, Cue cue)
    {
        if (cue.Kind != CueKind.Verb || quoted.Of(content[0]) is not (int q and >= 0) || content[0] < cue.Head)
        {
            return content;
        }

        // “I forgive you,” as her family wept: what went on meanwhile.
        int rest = content.Find(i => i >= quoted.Ranges[q].End);
        bool isQuestion = rest > 0 && tree.Lemma(cue.Head) is "respond" or "answer" or "reply" && tree.Lower(rest) == "to" && Tokens.Tags[rest] == UniversalTag.Adp;
        bool isMeanwhile = rest > 0 && tree.Lower(rest) is "as" or "while" or "before" or "after" or "when" && tree.Is(rest, "mark") && Tokens.Form(quoted.Ranges[q].End - 2) is "," && !content.Exists(i => i > rest && quoted.Of(i) >= 0);
        return isQuestion || isMeanwhile ? content.FindAll(i => i < rest) : content;
    }

    // "The harbour he also expected to grow": what stands before the speaker belongs to the words.
    private List<int> WithFronted(List<int> content, Attribution attribution, Cue cue)
    {
        if (cue.Kind != CueKind.Verb || attribution.Source.Tokens is not [var pronoun] || !lexicon.In("pronouns-subject", tree.Lower(pronoun)) || pronoun > cue.Head || content[0] < cue.Head || attribution.Content.Rule != "content.roles")
        {
            return content;
        }

        int other = -1;
        foreach (int child in tree.Children(cue.Anchor))
        {
            other = child < pronoun && tree.Is(child, "nsubj") && (tree.Yield(child)[^1] == pronoun - 1) ? child : other;
        }

        return other < 0 || tree.Yield(other)[0] != tree.SentenceBounds(cue.Head).First ? content : [.. tree.Yield(other).Where(i => i < pronoun).Union(content).Order()];
    }

    // A name is taken whole.
    private List<int> WithWholeName(List<int> content, Attribution attribution, Cue cue)
    {
        int last = content[^1];
        foreach (NameMention name in names.Overlapping(Tokens.Span(last)))
        {
            bool isBroken = name.FirstToken <= last && name.EndToken > last + 1 && content.BinarySearch(name.FirstToken) >= 0;
            for (int i = last + 1; isBroken && i < name.EndToken; i++)
            {
                isBroken = !cue.Tokens.Contains(i) && attribution.Source.Tokens?.BinarySearch(i) is not >= 0;
            }

            if (isBroken)
            {
                return [.. content, .. Enumerable.Range(last + 1, name.EndToken - last - 1)];
            }
        }

        return content;
    }

    // "was for the city and its port (which he thanked for their help) to pay": what is said in brackets ends with them; what stands behind belongs to the words before.
    private void Brackets(List<Attribution> attributions)
    {
        foreach (Attribution inner in attributions)
        {
            if (inner.Cue is not { } cue || quoted.Of(cue.Head) >= 0 || Closing(cue.Head, out int open) is not (int close and > 0))
            {
                continue;
            }

            List<int> own = inner.Content.Tokens.FindAll(i => i < close), rest = inner.Content.Tokens.FindAll(i => i > close);
            if (own.Count == 0 || rest.Count == 0)
            {
                continue;
            }

            inner.Content = inner.Content with { Tokens = linker.Trim(own, cue) };
            Attribution? outer = attributions.Find(o => o.Cue is { } before && before.Head < open && o.Content.Tokens.Count > 0 && o.Content.Tokens[^1] == open - 1);
            if (outer is not null)
            {
                outer.Content = outer.Content with { Tokens = [.. outer.Content.Tokens, .. linker.Trim(rest, outer.Cue)] };
            }
        }
    }

    // The bracket that closes behind a token inside brackets of its sentence, or -1.
    private int Closing(int token, out int open)
    {
        (int first, int end) = tree.SentenceBounds(token);
        open = -1;
        for (int i = token - 1; i >= first && open < 0; i--)
        {
            if (Tokens.Form(i) is ")")
            {
                return -1;
            }

            open = Tokens.Form(i) is "(" ? i : -1;
        }

        for (int i = token + 1; open >= 0 && i < end; i++)
        {
            if (Tokens.Form(i) is ")")
            {
                return i;
            }
        }

        return -1;
    }
}
