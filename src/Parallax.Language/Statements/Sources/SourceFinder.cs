using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Statements.Cues;
using Parallax.Language.Statements.Quotations;

namespace Parallax.Language.Statements.Sources;

/// <summary>Finds to whom a cue attributes, from the parse.</summary>
internal sealed partial class SourceFinder(CueLexicon lexicon, DependencyTree tree, QuotedTokens quoted)
{
    private TokenLayer Tokens => tree.Tokens;

    /// <summary>The noun of a prepositional cue ("according to the ministry"), or -1.</summary>
    public static int PhraseHead(DependencyTree tree, Cue cue)
    {
        TokenLayer tokens = tree.Tokens;
        int behind = cue.Tokens[^1];
        foreach (int start in cue.Tokens)
        {
            int head = tokens.Heads[start];
            if (head > behind && tokens.Tags[head] is UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Pron or UniversalTag.Num && tree.Is(start, "case"))
            {
                return head;
            }
        }

        foreach (int child in tree.Children(cue.Head))
        {
            if (child > behind && (tree.Is(child, "obl") || tree.Is(child, "nmod") || tree.Is(child, "obj") || tree.Is(child, "pobj")))
            {
                return child;
            }
        }

        // Whatever the parser made of it: the first noun behind the preposition that no noun behind it governs.
        int end = tree.SentenceBounds(cue.Head).End;
        for (int i = behind + 1; i < end; i++)
        {
            bool isNoun = tokens.Tags[i] is UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Pron;
            if (isNoun && !(tokens.Heads[i] > i && tokens.Heads[i] < end && tokens.Tags[tokens.Heads[i]] is UniversalTag.Noun or UniversalTag.Propn))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The source of an attribution whose content is known; fills in who is spoken to and who hands the words on.</summary>
    public void Find(Attribution attribution)
    {
        Cue cue = attribution.Cue!;
        int head = -1;
        string why = "";
        switch (cue.Kind)
        {
            case CueKind.Verb when cue.IsQuotedAs:
                QuotedAs(attribution, cue, out head, out why);
                break;
            case CueKind.Verb when cue.Passive:
                head = Agent(cue.Anchor) is int agent and >= 0 ? agent : tree.Is(cue.Anchor, "conj") && Tokens.Heads[cue.Anchor] >= 0 && tree.Child(cue.Anchor, "aux") < 0 ? Agent(Tokens.Heads[cue.Anchor]) : -1;
                why = "agent of the passive cue";
                attribution.Addressee = cue.Has(CueFrames.Addressee) ? tree.Child(cue.Anchor, "nsubj") : -1;
                break;
            case CueKind.Verb or CueKind.Adjective:
                head = Subject(cue.Anchor, attribution.Content.Tokens, out why);
                Addressee(attribution, cue, head);
                break;
            case CueKind.Noun:
                head = Possessor(cue.Head, out why);
                break;
            case CueKind.Preposition:
                head = PhraseHead(tree, cue);
                why = "noun of the prepositional cue";
                break;
            default:
                break;
        }

        if (attribution.Addressee < 0 && cue is { Kind: CueKind.Verb, Passive: false })
        {
            attribution.Addressee = SpokenTo(cue.Anchor);
        }

        // "blamed the papers and the town for the claims": the parser may hang the claims on the last of them.
        List<int> whole = head < 0 ? [] : cue.Kind == CueKind.Noun && head == Blamed(cue.Head) ? tree.Yield(head).FindAll(i => i < tree.Child(cue.Head, "case")) : PhraseOf(head, attribution);
        attribution.Source = head < 0 ? Choice.None : new Choice(whole, "source", why);
        if (cue.Kind == CueKind.Verb && cue.Passive && attribution.Content.Rule == "content.target" && head >= 0)
        {
            MoveCharge(attribution, cue, head);
        }
    }

    /// <summary>The whole phrase of a source, without what belongs to cue and content, markers, and the clause of the cue itself.</summary>
    public List<int> PhraseOf(int head, Attribution attribution)
    {
        List<int> without = [];
        foreach (int child in tree.Children(head))
        {
            bool isMarker = tree.Is(child, "case") || tree.Is(child, "mark") || tree.Is(child, "cc") || (tree.Is(child, "punct") && child > head);
            bool holdsCue = attribution.Cue is { } cue && tree.Below(cue.Anchor, child);
            bool isPossessiveMark = tree.Is(child, "case") && child > head;
            bool isClausal = tree.Is(child, "parataxis") || tree.Is(child, "nsubj") || tree.Is(child, "cop") || tree.Is(child, "advcl") || tree.Is(child, "discourse");
            if ((isMarker && !isPossessiveMark && !(tree.Is(child, "punct"))) || holdsCue || isClausal || (isPossessiveMark && attribution.Cue?.Kind == CueKind.Noun))
            {
                without.Add(child);
            }
        }

        List<int> tokens = tree.Yield(head, [.. without]);
        if (tokens.Count > 0 && tokens[^1] + 1 is var behind && behind < Tokens.Count && IsOwnTitle(head, tokens[^1], behind))
        {
            tokens.AddRange(tree.Yield(behind));
        }

        tokens.RemoveAll(i => attribution.Content.Tokens.BinarySearch(i) >= 0 || attribution.Cue?.Tokens.BinarySearch(i) >= 0);
        return tokens;
    }

    // "a spokesman for Prime Minister Ada Brown": where the parser made two subjects of it, the name right behind the title is of the first one's phrase.
    private bool IsOwnTitle(int head, int title, int name) => Tokens.Tags[name] == UniversalTag.Propn && tree.Is(name, "nsubj") && tree.Is(head, "nsubj") && Tokens.Heads[name] == Tokens.Heads[head] && title > head
        && lexicon.NounKind(tree.Lower(title)) == ActorKind.Person && tree.Yield(name)[0] == name;

    // "Speaking to the Herald, they said": whom they spoke to, or -1.
    private int SpokenTo(int verb)
    {
        foreach (int child in tree.Children(verb))
        {
            bool isTold = child > verb && tree.Is(child, "obl") && tree.CaseOf(child) == "to" && tree.Lower(verb + 1) == "to" && tree.Yield(child)[0] == verb + 1
                && (Tokens.Tags[child] == UniversalTag.Propn || lexicon.NounKind(tree.Lemma(child)) is ActorKind.Outlet or ActorKind.Agency or ActorKind.Person || lexicon.IsGroup(tree.Lower(child)));
            if (isTold && lexicon.Find(CueKind.Verb, tree.Lemma(verb)) is [var entry, ..] && (entry.Has(CueFrames.Clause) || tree.Lemma(verb) == "speak") && tree.Child(verb, "ccomp") >= 0)
            {
                // "confirmed to the Herald that two were held"
                return child;
            }

            if (!tree.Is(child, "advcl") || tree.Lower(child) is not ("speaking" or "talking"))
            {
                continue;
            }

            foreach (int phrase in tree.Children(child))
            {
                if (tree.Is(phrase, "obl") && tree.CaseOf(phrase) is "to" or "with" && Tokens.Tags[phrase] is UniversalTag.Noun or UniversalTag.Propn)
                {
                    return phrase;
                }
            }
        }

        return -1;
    }

    // "was accused by the council of stealing": the of-phrase belongs to the accusation, wherever the parser hung it.
    private void MoveCharge(Attribution attribution, Cue cue, int agent)
    {
        foreach (int child in tree.Children(agent))
        {
            int marker = child > agent ? Math.Max(tree.Child(child, "case"), tree.Child(child, "mark")) : -1;
            if (marker >= 0 && cue.Entry!.Prepositions.Contains(tree.Lower(marker)))
            {
                List<int> charge = tree.Yield(child);
                attribution.Source = attribution.Source with { Tokens = attribution.Source.Tokens.FindAll(i => charge.BinarySearch(i) < 0) };
                attribution.Content = attribution.Content with { Tokens = [.. attribution.Content.Tokens.Union(charge).Order()] };
            }
        }
    }

    private void QuotedAs(Attribution attribution, Cue cue, out int head, out string why)
    {
        if (cue.Passive)
        {
            head = tree.Child(cue.Anchor, "nsubj") is int subject and >= 0 ? subject : tree.Is(cue.Anchor, "acl") ? Tokens.Heads[cue.Anchor] : Climb(cue.Anchor, out _);
            why = "subject of “quoted”";
            if (Agent(cue.Anchor) is int agent and >= 0)
            {
                attribution.Hops.Add((agent, HopRelation.QuotedBy));
            }
            else if (Agent(cue.Head) is int last and > 0 && last > cue.Head && attribution.Content.Tokens.Count > 0 && attribution.Content.Tokens[0] < cue.Head)
            {
                // "It fell, she was quoted as saying by the Herald"
                List<int> by = tree.Yield(last);
                attribution.Hops.Add((last, HopRelation.QuotedBy));
                attribution.Content = attribution.Content with { Tokens = attribution.Content.Tokens.FindAll(i => by.BinarySearch(i) < 0) };
            }
            else if (Print(cue.Anchor) is int paper and >= 0)
            {
                attribution.Hops.Add((paper, HopRelation.QuotedBy));
            }
        }
        else
        {
            head = tree.Child(cue.Anchor, "obj");
            why = "object of “quoted”";
            if (Subject(cue.Anchor, [], out _) is int outlet and >= 0)
            {
                attribution.Hops.Add((outlet, HopRelation.QuotedBy));
            }
        }
    }

    // "was quoted in the Herald as saying": the paper, or -1.
    private int Print(int verb)
    {
        foreach (int child in tree.Children(verb))
        {
            if (child > verb && tree.Is(child, "obl") && tree.CaseOf(child) is "in" or "on" && Tokens.Tags[child] == UniversalTag.Propn && !lexicon.In("time-nouns", tree.Lower(child)))
            {
                return child;
            }
        }

        return -1;
    }

    private int Agent(int verb)
    {
        foreach (int child in tree.Children(verb))
        {
            if (Tokens.Relations[child] == "obl:agent" || (tree.Is(child, "obl") && tree.CaseOf(child) == "by" && !IsTime(child)))
            {
                return child;
            }
        }

        return -1;
    }

    // "By 8pm ten were reported lost", "by Monday": when, and nobody's word.
    private bool IsTime(int noun) => lexicon.In("time-nouns", tree.Lower(noun)) || (char.IsDigit(Tokens.Form(noun)[0]) && Tokens.Tags[noun] is UniversalTag.Num or UniversalTag.Noun);

    private void Addressee(Attribution attribution, Cue cue, int speaker)
    {
        if (!cue.Has(CueFrames.Addressee))
        {
            return;
        }

        foreach (int child in tree.Children(cue.Anchor))
        {
            if ((tree.Is(child, "obj") || tree.Is(child, "iobj")) && attribution.Content.Tokens.BinarySearch(child) < 0)
            {
                attribution.Addressee = child;
                return;
            }
        }

        // “…,” she told Axis News' Ben Lund: the name behind the cue, whatever the parser made of it.
        int next = cue.Tokens[^1] + 1;
        bool isTold = 0 <= speaker && speaker < cue.Head && tree.Lemma(cue.Head) == "tell" && attribution.Content.Tokens[^1] < cue.Head && next < tree.SentenceBounds(cue.Head).End && Tokens.Tags[next] == UniversalTag.Propn;
        int last = next;
        while (isTold && last + 1 < tree.SentenceBounds(cue.Head).End && Tokens.Tags[last + 1] == UniversalTag.Propn && tree.Is(last, "compound"))
        {
            last++;
        }

        attribution.Addressee = isTold ? last : attribution.Addressee;
    }

    // "Iran's claims", "claims by officials", "claims made by officials", "repeated the claim that".
    private int Possessor(int noun, out string why)
    {
        foreach (int child in tree.Children(noun))
        {
            if (Tokens.Relations[child] == "nmod:poss" && !(Tokens.Tags[child] == UniversalTag.Noun && lexicon.In("time-nouns", tree.Lemma(child))))
            {
                why = "possessor of the noun cue";
                return child;
            }

            if ((tree.Is(child, "nmod") || tree.Is(child, "obl")) && tree.CaseOf(child) is "by" or "from")
            {
                why = $"{tree.CaseOf(child)}-phrase of the noun cue";
                return child;
            }

            if (tree.Is(child, "acl") && lexicon.In("light-verbs", tree.Lemma(child)) && Agent(child) is int agent and >= 0)
            {
                why = "agent of the participle behind the noun cue";
                return agent;
            }

            if (tree.Is(child, "compound") && Tokens.Tags[child] == UniversalTag.Propn)
            {
                why = "name before the noun cue";
                return child;
            }
        }

        int head = Tokens.Heads[noun];
        if (head >= 0 && tree.Is(noun, "obj") && lexicon.In("light-verbs", tree.Lemma(head)) && Subject(head, [], out why) is int maker and >= 0)
        {
            return maker;
        }

        int blamed = Blamed(noun);
        why = blamed < 0 ? "" : "who is blamed for the noun cue";
        return blamed;
    }

    // "blamed the papers and the town for the claims that it leaks": whose claims they are.
    private int Blamed(int noun)
    {
        int verb = tree.CaseOf(noun) == "for" ? Tokens.Heads[noun] : -1;
        for (int steps = 0; verb >= 0 && steps < 4 && Tokens.Tags[verb] != UniversalTag.Verb; steps++)
        {
            verb = Tokens.Heads[verb];
        }

        int whom = verb >= 0 && verb < noun && tree.Lemma(verb) is "blame" or "fault" or "criticise" or "criticize" or "condemn" or "attack" ? tree.Child(verb, "obj") : -1;
        return whom > verb && whom < noun ? whom : -1;
    }
}
