using Parallax.Core.Layers;
using Parallax.Language.Statements.Contents;
using Parallax.Language.Statements.Cues;
using Parallax.Language.Statements.Quotations;
using Parallax.Language.Statements.Sources;

namespace Parallax.Language.Statements;

/// <summary>Ties each cue to its content and source by the parse and the quotations, and keeps what is an attribution.</summary>
internal sealed partial class Linker(CueLexicon lexicon, DependencyTree tree, QuotedTokens quoted, Layer<NameMention> names)
{
    private readonly ContentFinder _contents = new(lexicon, tree, quoted);
    private readonly SourceFinder _sources = new(lexicon, tree, quoted);

    private readonly HearsayFinder _hearsay = new(lexicon, tree, quoted);

    private TokenLayer Tokens => tree.Tokens;

    /// <summary>The attributions, by the place of their cue; at most one a cue.</summary>
    public List<Attribution> Link()
    {
        List<Attribution> found = [];
        int done = -1;
        foreach (Cue cue in new CueFinder(lexicon, tree, names).Find())
        {
            if (cue.Head == done || cue.Has(CueFrames.Read) || IsUnsaid(cue))
            {
                continue;
            }

            if (_hearsay.Find(cue) is { } hearsay)
            {
                found.Add(hearsay);
                done = cue.Head;
                continue;
            }

            Choice content = _contents.Find(cue);
            content = content with { Tokens = Trim(content.Tokens, cue) };
            if (content.IsEmpty)
            {
                continue;
            }

            Attribution attribution = new(cue, Choice.None, content);
            FindSource(attribution);
            if (IsAttribution(attribution))
            {
                attribution.Hedge = Hedge(cue);
                found.Add(attribution);
                done = cue.Head;
            }
        }

        Unhedge(found);
        Disentangle(found);
        return found;
    }

    /// <summary>Gives an attribution the source that the parse shows.</summary>
    public void FindSource(Attribution attribution)
    {
        _sources.Find(attribution);
        List<int> tokens = Trim(attribution.Source.Tokens ?? [], attribution.Cue), content = attribution.Content.Tokens;
        if (attribution.Cue is { Kind: CueKind.Noun } && tokens.Count > 0 && tokens[0] < content[0] && content[0] < tokens[^1])
        {
            // "claims by officials that it is unsafe as baseless": what stands behind the clause is no part of the name.
            tokens.RemoveAll(i => i > content[0]);
        }

        attribution.Source = attribution.Source with { Tokens = tokens };
    }

    /// <summary>Cuts punctuation (but no quotation marks or brackets) from the edges of every piece.</summary>
    public List<int> Trim(List<int> tokens, Cue? cue)
    {
        List<int> kept = [];
        for (int i = 0; i < tokens.Count;)
        {
            int end = i + 1;
            while (end < tokens.Count && tokens[end] == tokens[end - 1] + 1)
            {
                end++;
            }

            int first = i, last = end - 1;
            while (first <= last && IsEdge(tokens[first], cue))
            {
                first++;
            }

            while (last >= first && IsEdge(tokens[last], cue))
            {
                last--;
            }

            bool isMarkAlone = first == last && Tokens.Tags[tokens[first]] == UniversalTag.Punct;
            for (int k = first; k <= last && !isMarkAlone; k++)
            {
                if (cue is null || !cue.Tokens.Contains(tokens[k]))
                {
                    kept.Add(tokens[k]);
                }
            }

            i = end;
        }

        return kept;
    }

    private bool IsEdge(int token, Cue? cue) =>
        (cue is not null && cue.Tokens.Contains(token))
        || (Tokens.Tags[token] is UniversalTag.Punct or UniversalTag.Sym && Tokens.Form(token) is "," or ";" or ":" or "." or "-" or "–" or "—" or "--" or "!" or "?" or "...");

    /// <summary>Whether the cue's clause tells of words that were not uttered: conditions, purposes, possibilities, what another is asked to say.</summary>
    public bool IsUnsaid(Cue cue) => IsInferred(cue) || IsForetold(cue) || IsConditional(cue) || IsIrreal(cue) || IsPossible(cue) || IsPurpose(cue) || IsKeptFrom(cue);

    // "if he says that": nothing was said.
    private bool IsConditional(Cue cue)
    {
        int mark = tree.Child(cue.Anchor, "mark");
        if (mark < 0 && tree.Is(cue.Anchor, "conj") && Tokens.Heads[cue.Anchor] >= 0 && tree.Child(cue.Anchor, "nsubj") < 0)
        {
            // "if it finds a fault or believes that …"
            mark = tree.Child(Tokens.Heads[cue.Anchor], "mark");
        }

        // "in cases where the agency determines that …"
        bool isCase = tree.Is(cue.Anchor, "acl") && Tokens.Heads[cue.Anchor] >= 0 && lexicon.In("case-nouns", tree.Lemma(Tokens.Heads[cue.Anchor])) && tree.Child(cue.Anchor, "advmod", "where") >= 0;
        return isCase || (mark >= 0 && lexicon.In("not-attributing", tree.Lower(mark)));
    }

    // "will receive a letter telling them of it": a message that is not there yet.
    private bool IsForetold(Cue cue)
    {
        int noun = cue.Kind == CueKind.Verb && tree.Is(cue.Anchor, "acl") && tree.HasFeature(cue.Head, "VerbForm=Ger") ? Tokens.Heads[cue.Anchor] : -1;
        int verb = noun >= 0 && tree.Is(noun, "obj") ? Tokens.Heads[noun] : -1;
        return verb >= 0 && tree.Child(verb, "aux") is int aux and >= 0 && tree.Lemma(aux) is "will" or "shall" or "wo" or "'ll" or "’ll";
    }

    // "the panic suggests that the ministry has concluded …": what the writer infers, nobody said.
    private bool IsInferred(Cue cue)
    {
        int head = tree.Is(cue.Anchor, "ccomp") ? Tokens.Heads[cue.Anchor] : -1;
        int subject = head >= 0 && lexicon.In("inference-verbs", tree.Lemma(head)) ? tree.Child(head, "nsubj") : -1;
        return subject >= 0 && Tokens.Tags[subject] == UniversalTag.Noun && lexicon.NounKind(tree.Lemma(subject)) is null && !lexicon.IsGroup(tree.Lower(subject));
    }

    // "kept her from telling them": nothing is said.
    private bool IsKeptFrom(Cue cue) => cue.Kind == CueKind.Verb && tree.HasFeature(cue.Head, "VerbForm=Ger") && cue.Head > 0 && tree.Lower(cue.Head - 1) == "from" && lexicon.In("keeping-lemmas", tree.Lemma(Tokens.Heads[cue.Anchor] >= 0 ? Tokens.Heads[cue.Anchor] : cue.Head));

    // "flew there to announce a plan": what is meant to be said.
    private bool IsPurpose(Cue cue)
    {
        // "announced it to warn them, as well as to stress that": an infinitive that goes on no infinitive.
        int at = cue.Anchor;
        if (cue.Kind == CueKind.Verb && tree.Is(at, "conj") && tree.HasFeature(at, "VerbForm=Inf") && tree.IsFinite(Tokens.Heads[at]) && tree.Child(at, "aux") < 0 && tree.Child(at, "nsubj") < 0)
        {
            return true;
        }

        if (cue.Kind == CueKind.Verb && tree.Is(at, "conj") && tree.Child(at, "mark", "to") >= 0)
        {
            at = Tokens.Heads[at];
        }

        return cue.Kind == CueKind.Verb && (tree.Is(at, "advcl") || tree.Is(at, "acl")) && tree.Child(at, "mark", "to") >= 0 && !cue.Passive;
    }

    // "we can boast", "one might say": nothing was said. "would" and "will" stay: "he would say only that".
    private bool IsPossible(Cue cue)
    {
        if (cue.Negated && lexicon.In("withheld-lemmas", tree.Lemma(cue.Head)) && tree.Child(cue.Head, "ccomp") >= 0)
        {
            // "could not say how many were hurt": they were asked.
            return false;
        }

        // "might look at it and suggest a change": the verb that goes on without a subject is no more certain.
        bool goesOn = tree.Is(cue.Anchor, "conj") && Tokens.Heads[cue.Anchor] >= 0 && tree.Child(cue.Anchor, "nsubj") < 0 && tree.Child(cue.Anchor, "aux") < 0 && tree.HasFeature(cue.Anchor, "VerbForm=Inf");
        foreach (int child in tree.Children(goesOn ? Tokens.Heads[cue.Anchor] : cue.Anchor))
        {
            if (cue.Kind == CueKind.Verb && tree.Is(child, "aux") && (lexicon.In("possible-auxiliaries", tree.Lower(child)) || (tree.Lower(child) == "would" && tree.Child(cue.Anchor, "aux", "have") > child)))
            {
                return true;
            }
        }

        return false;
    }

    // "insisted that the union agree": what somebody wants another to say.
    private bool IsWanted(int head, int clause)
    {
        bool mayWant = false;
        foreach (CueEntry entry in lexicon.Find(CueKind.Verb, tree.Lemma(head)))
        {
            mayWant |= entry.Stance == Core.Accounts.Stance.Demands || entry.Lemma is "insist" or "suggest" or "propose" or "recommend";
        }

        return mayWant && tree.IsSubjunctive(clause);
    }

    // "declined to say whether", "urged him to deny it": the cue above attributes; this one tells of no words yet.
    private bool IsIrreal(Cue cue)
    {
        int head = Tokens.Heads[cue.Anchor];
        // "wishes he had admitted it"
        if (head >= 0 && tree.Is(cue.Anchor, "ccomp") && (tree.Lemma(head) == "wish" || IsWanted(head, cue.Anchor)))
        {
            return true;
        }

        if (head < 0 || !tree.Is(cue.Anchor, "xcomp"))
        {
            return false;
        }

        // "called the police to tell them", "is reluctant to criticise it": nothing is said yet.
        bool isTo = tree.Child(cue.Anchor, "mark", "to") >= 0;
        if (isTo && !lexicon.In("causing-lemmas", tree.Lemma(head)) && (Tokens.Tags[head] == UniversalTag.Adj || (tree.Child(head, "obj") is int other and >= 0 && other < cue.Anchor && other > head)))
        {
            return true;
        }

        if (lexicon.In("weak-heads", tree.Lemma(head)))
        {
            return true;
        }

        foreach (CueEntry entry in lexicon.Find(CueKind.Verb, tree.Lemma(head)))
        {
            if (entry.Has(CueFrames.Silent) || (entry.Has(CueFrames.Infinitive) && entry.Stance is not (Core.Accounts.Stance.Admits or Core.Accounts.Stance.Denies or Core.Accounts.Stance.Asserts)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether source and content can stand in an attribution by this cue.</summary>
    public bool IsAttribution(Attribution attribution)
    {
        Cue cue = attribution.Cue!;
        List<int> content = attribution.Content.Tokens, source = attribution.Source.Tokens;
        if (!content.Exists(i => Tokens.Tags[i] is UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Verb or UniversalTag.Adj or UniversalTag.Num or UniversalTag.Adv or UniversalTag.Intj or UniversalTag.Pron or UniversalTag.Aux))
        {
            return false;
        }

        bool isBarePronoun = content.Count == 1 && Tokens.Tags[content[0]] is UniversalTag.Pron or UniversalTag.Det or UniversalTag.Adv && attribution.Content.Rule != "content.target";
        if (isBarePronoun)
        {
            return false;
        }

        if (source.Count == 0)
        {
            if (cue.Entry?.Stance == Core.Accounts.Stance.Asks || (cue.Kind == CueKind.Verb && tree.Lemma(cue.Head) == "ask"))
            {
                // "When asked about it, she said …": who asked is nobody's matter.
                return false;
            }

            bool isQuotation = attribution.Content.Rule.StartsWith("content.quotation", StringComparison.Ordinal);
            bool isImpersonal = cue.Passive && cue.Has(CueFrames.Clause) && !cue.Has(CueFrames.Attitude) && attribution.Content.Rule == "content.ccomp" && tree.Child(cue.Anchor, "nsubj") is int it && ((it >= 0 && tree.Lower(it) == "it") || tree.Child(cue.Anchor, "expl") >= 0);
            return isQuotation || isImpersonal || cue.Kind is CueKind.Adverb || (cue.Kind == CueKind.Noun && attribution.Content.Rule == "content.noun-clause" && !cue.Has(CueFrames.Infinitive)) || (cue.Kind == CueKind.Noun && cue.Entry?.Stance == Core.Accounts.Stance.Accuses) || (cue.Passive && cue.Has(CueFrames.Passive | CueFrames.Addressee | CueFrames.Clause) && !cue.Has(CueFrames.Attitude | CueFrames.Object) && attribution.Content.Rule != "content.target")
                || (cue.Passive && cue.Has(CueFrames.Passive) && attribution.Content.Rule is not "content.object");
        }

        int head = Head(source);
        string word = tree.Lower(head);
        if (cue.Kind == CueKind.Verb && attribution.Content.Rule != "content.withheld" && IsAct(cue, content))
        {
            return false;
        }

        if (cue.Has(CueFrames.Evidence))
        {
            // "we show that …": researchers by their own report.
            return lexicon.NounKind(tree.Lemma(head)) == Core.Accounts.ActorKind.Document || (word is "we" or "i" && attribution.Content.Rule is "content.ccomp" or "content.roles");
        }

        if (cue.Has(CueFrames.Attitude))
        {
            return word is not ("you" or "it" or "this" or "that" or "which" or "one") && CanThink(head);
        }

        if (cue.Has(CueFrames.Speaker) && !CanThink(head) && lexicon.NounKind(tree.Lemma(head)) is null && !(cue.Has(CueFrames.Value) && source.Exists(i => Tokens.Tags[i] == UniversalTag.Propn)))
        {
            return false;
        }

        if (cue.Kind == CueKind.Verb && !cue.Passive && cue.Has(CueFrames.Addressee) && cue.Entry!.Stance == Core.Accounts.Stance.Asserts && !cue.Has(CueFrames.Object) && tree.Child(cue.Anchor, "ccomp") < 0 && tree.Child(cue.Head, "obj") is int told and >= 0
            && Head(content) == told && !content.Exists(i => quoted.Of(i) >= 0) && !content.Exists(i => tree.Lower(i) == "that" && tree.Is(i, "mark")))
        {
            // "notified the police and the bank was cleared": who was told, and not what.
            return false;
        }

        // "acts that highlighted the need": a thing that shows something is no speaker.
        bool isKnown = Tokens.Tags[head] is UniversalTag.Propn or UniversalTag.Pron or UniversalTag.Adj or UniversalTag.Num || lexicon.NounKind(tree.Lemma(head)) is not null || lexicon.IsGroup(word);
        if (!isKnown && attribution.Content.Rule is "content.object")
        {
            return false;
        }

        return (IsSpokenTo(attribution, cue, head) || word is not ("there" or "you")) && (Tokens.Tags[head] is not (UniversalTag.Det or UniversalTag.Adp or UniversalTag.Verb) || (Tokens.Tags[head] == UniversalTag.Det && word is "another" or "some" or "many" or "others"));
    }

    // "declared bankruptcy": what is done by saying so. "will not announce the names", "would reveal the name": nothing is said. "when the bank felt it was safe", "as soon as they know what broke": a thought that dates something else.
    private bool IsAct(Cue cue, List<int> content)
    {
        int thing = Head(content);
        bool isObject = Tokens.Heads[thing] == cue.Head && tree.Is(thing, "obj") && quoted.Of(thing) < 0;
        if (isObject && tree.Lemma(cue.Head) is "declare" or "announce" && lexicon.In("declared-nouns", tree.Lemma(thing)) && content.Count <= 2)
        {
            return true;
        }

        if (isObject && Tokens.Tags[thing] is UniversalTag.Noun or UniversalTag.Propn && (cue.Negated || lexicon.In("disclosing-lemmas", tree.Lemma(cue.Head))) && cue.Entry?.Stance == Core.Accounts.Stance.Asserts && tree.Child(cue.Anchor, "aux") is int aux and >= 0 && tree.Lower(aux) is "will" or "wo" or "would" or "'ll" or "’ll" or "'d" or "’d")
        {
            return true;
        }

        int mark = Math.Max(tree.Child(cue.Anchor, "mark"), tree.Child(cue.Anchor, "advmod"));
        return cue.Has(CueFrames.Attitude) && tree.Is(cue.Anchor, "advcl") && mark >= 0 && (lexicon.In("dating-words", tree.Lower(mark)) || (mark > 0 && tree.Lower(mark) == "as" && tree.Lower(mark - 1) == "soon"));
    }

    /// <summary>The token of a phrase whose head lies outside it.</summary>
    public int Head(List<int> tokens)
    {
        foreach (int token in tokens)
        {
            if (Tokens.Tags[token] != UniversalTag.Punct && (Tokens.Heads[token] < 0 || tokens.BinarySearch(Tokens.Heads[token]) < 0))
            {
                return token;
            }
        }

        return tokens[0];
    }

    private int Hedge(Cue cue)
    {
        foreach (int child in tree.Children(cue.Anchor))
        {
            if (tree.Is(child, "advmod") && (lexicon.Find(CueKind.Adverb, tree.Lemma(child)).Length > 0 || lexicon.In("hedges", tree.Lower(child))))
            {
                return child;
            }
        }

        return -1;
    }

    // "He reportedly criticised the plan": one attribution, hedged, and not two.
    private static void Unhedge(List<Attribution> found)
    {
        HashSet<int> hedges = [.. found.Select(static a => a.Hedge)];
        found.RemoveAll(a => a.Cue!.Kind == CueKind.Adverb && hedges.Contains(a.Cue.Head));
    }

    // "The mayor said the bridge is safe, according to the paper": the phrase may hang inside the content of "said"; it is outside of it.
    private void Disentangle(List<Attribution> found)
    {
        foreach (Attribution outer in found)
        {
            if (outer.Content.Rule is not ("content.prepositional" or "content.parenthesis" or "content.adverb"))
            {
                continue;
            }

            foreach (Attribution inner in found)
            {
                bool entangled = !ReferenceEquals(inner, outer) && outer.Content.Tokens.BinarySearch(inner.Cue!.Head) >= 0 && inner.Content.Tokens.BinarySearch(outer.Cue!.Head) >= 0;
                if (entangled && outer.Cue!.Kind == CueKind.Adverb)
                {
                    continue;
                }

                if (entangled)
                {
                    List<int> own = tree.Yield(outer.Cue!.Kind == CueKind.Preposition && tree.Is(outer.Cue.Head, "case") ? Tokens.Heads[outer.Cue.Head] : outer.Cue.Anchor);
                    own = [.. own.Union(outer.Source.Tokens).Order()];
                    List<int> left = inner.Content.Tokens.FindAll(i => own.BinarySearch(i) < 0);
                    inner.Content = inner.Content with { Tokens = Trim(left, inner.Cue) };
                }
            }
        }

        found.RemoveAll(static a => a.Content.IsEmpty);
    }
}
