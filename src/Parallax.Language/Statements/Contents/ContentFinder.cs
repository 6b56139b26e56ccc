using Parallax.Core.Layers;
using Parallax.Language.Statements.Cues;
using Parallax.Language.Statements.Quotations;
using Parallax.Language.Statements.Sources;

namespace Parallax.Language.Statements.Contents;

/// <summary>Finds what a cue attributes, from the parse and the quotations.</summary>
internal sealed partial class ContentFinder(CueLexicon lexicon, DependencyTree tree, QuotedTokens quoted)
{
    private TokenLayer Tokens => tree.Tokens;

    /// <summary>The content of a cue, or nothing; takes a preposition that belongs to the cue ("called for") into it.</summary>
    public Choice Find(Cue cue) => cue.Kind switch
    {
        CueKind.Verb => Verb(cue),
        CueKind.Noun => Noun(cue),
        CueKind.Adjective => Adjective(cue),
        CueKind.Adverb => Adverb(cue),
        CueKind.Preposition => Preposition(cue),
        _ => Choice.None,
    };

    private Choice Verb(Cue cue)
    {
        Choice found = Choice.None;
        if (cue.Has(CueFrames.Silent))
        {
            return Silent(cue);
        }

        if (cue.Has(CueFrames.Value))
        {
            return Value(cue);
        }

        if (cue.Has(CueFrames.Claim))
        {
            found = Object(cue) is { IsEmpty: false } claim ? claim : Phrase(cue, cue.Head, "obl");
            return !found.IsEmpty && found.Tokens.Exists(i => lexicon.In("contested-nouns", tree.Lemma(i)) && (Tokens.Heads[i] < 0 || found.Tokens.BinarySearch(Tokens.Heads[i]) < 0)) ? found : Choice.None;
        }

        if (cue.Has(CueFrames.Clause | CueFrames.Quote))
        {
            found = Clause(cue);
        }

        if (found.IsEmpty)
        {
            found = Withheld(cue);
        }

        if (found.IsEmpty && cue.Has(CueFrames.Infinitive))
        {
            found = Infinitive(cue);
        }

        if (found.IsEmpty && cue.Has(CueFrames.Target))
        {
            found = Target(cue);
        }

        if (found.IsEmpty && cue.Has(CueFrames.Object))
        {
            found = Object(cue);
        }

        if (found.IsEmpty)
        {
            found = Phrase(cue, cue.Head, "obl");
        }

        if (found.IsEmpty && cue.Has(CueFrames.Clause | CueFrames.Quote) && !cue.Has(CueFrames.Attitude))
        {
            found = NearbyQuotation(cue);
        }

        return found;
    }

    // "would not specify any details": nothing was said of them.
    private Choice Withheld(Cue cue)
    {
        int thing = cue.Negated && !cue.Passive && lexicon.In("withheld-lemmas", tree.Lemma(cue.Head)) ? tree.Child(cue.Head, "obj") : -1;
        return thing >= 0 && lexicon.In("withheld-nouns", tree.Lemma(thing)) && quoted.Of(cue.Head) < 0 ? new Choice(tree.Yield(thing), "content.withheld", "object of a negated verb of telling") : Choice.None;
    }

    private Choice Silent(Cue cue)
    {
        int verb = tree.Child(cue.Head, "xcomp");
        return verb >= 0 && lexicon.In("silent-lemmas", tree.Lemma(verb)) ? new Choice(tree.Yield(verb), "content.silent", "xcomp of the cue, a verb of saying") : Choice.None;
    }

    private Choice Adjective(Cue cue)
    {
        if (tree.Is(cue.Head, "amod") || tree.Child(cue.Head, "cop") < 0)
        {
            return Choice.None;
        }

        foreach (int child in tree.Children(cue.Head))
        {
            if (child > cue.Head && (tree.Is(child, "ccomp") || (tree.Is(child, "advcl") && tree.Child(child, "mark", "that") >= 0)))
            {
                return new Choice(tree.Yield(child), "content.ccomp", $"clause ({Tokens.Relations[child]}) of the adjective");
            }
        }

        return Phrase(cue, cue.Head, "obl");
    }

    private Choice Adverb(Cue cue)
    {
        int head = Tokens.Heads[cue.Head];
        bool isClause = head >= 0 && (Tokens.Tags[head] == UniversalTag.Verb || tree.Child(head, "cop") >= 0);
        if (!isClause)
        {
            return Choice.None;
        }

        // "because he allegedly fled": the word that joins the clause is no part of what is alleged.
        List<int> tokens = tree.Yield(head, cue.Head);
        foreach (int child in tree.Children(head))
        {
            // "He reportedly left and the paper says he is ill": the second clause is not what is reported.
            if (child > cue.Head && cue.Head > tree.SentenceBounds(head).First && tree.Is(child, "conj") && tree.Child(child, "nsubj") >= 0)
            {
                List<int> next = tree.Yield(child);
                tokens.RemoveAll(i => next.BinarySearch(i) >= 0);
            }
        }

        if (tree.Is(head, "acl") && tree.Child(head, "nsubj") is int subject && tokens.Find(i => tree.Lower(i) is "which" or "whom") is int pronoun and > 0 && pronoun <= tokens[0] + 1 && pronoun != subject && tree.Child(head, "nsubj:pass") != pronoun)
        {
            // "the draft of which she supposedly tired": no clause of its own.
            return Choice.None;
        }

        int first = tokens.FindIndex(i => Tokens.Tags[i] is not (UniversalTag.Sconj or UniversalTag.Cconj or UniversalTag.Punct or UniversalTag.Adp) || Tokens.Heads[i] != head || i > head);
        tokens = first > 0 ? tokens[first..] : tokens;
        int noun = tree.Is(head, "acl") && tokens.Count > 1 && tree.Lower(tokens[0]) is "who" or "which" or "that" && tree.Is(tokens[0], "nsubj") ? Tokens.Heads[head] : -1;
        if (noun >= 0 && noun < tokens[0] && Tokens.Tags[noun] is UniversalTag.Noun or UniversalTag.Propn)
        {
            // "the men who allegedly fled": whom the clause tells of.
            List<int> antecedent = tree.Yield(noun).FindAll(i => i < tokens[0] && Tokens.Tags[i] != UniversalTag.Punct && !(tree.Is(i, "case") && Tokens.Heads[i] == noun));
            tokens = [.. antecedent, .. tokens[1..]];
        }

        else if (tokens.Count > 2 && tree.Lower(tokens[0]) is "where" or "when" && Tokens.Heads[tokens[0]] == head)
        {
            // "the port, where the boat allegedly sank": the word only joins the clause to the report's.
            tokens = tokens[1..];
        }
        else if (tree.Child(head, "nsubj") < 0 && !tree.IsFinite(head))
        {
            tokens = WithDoer(tokens, head, cue);
        }

        return new Choice(tokens, "content.adverb", "the clause that the adverb modifies (advmod)");
    }

    // "a plan reportedly made by them", "is charged with murder for allegedly shooting two": what was made, and who shot.
    private List<int> WithDoer(List<int> tokens, int verb, Cue cue)
    {
        bool isJoined = tree.Child(verb, "mark") >= 0;
        int noun = tree.Is(verb, "acl") && !isJoined && tokens[0] == verb ? Tokens.Heads[verb] : -1;
        for (int at = Tokens.Heads[verb], steps = 0; isJoined && noun < 0 && at >= 0 && steps < 4; at = Tokens.Heads[at], steps++)
        {
            noun = tree.Child(at, "nsubj");
        }

        bool isNamed = noun >= 0 && noun < cue.Head && Tokens.Tags[noun] is UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Pron && !tree.HasFeature(verb, "VerbForm=Inf");
        List<int> doer = isNamed ? tree.Yield(noun, verb).FindAll(i => i < tokens[0] && i != cue.Head && Tokens.Tags[i] != UniversalTag.Punct && !(tree.Is(i, "case") && Tokens.Heads[i] == noun)) : [];
        return [.. doer, .. tokens];
    }

    private Choice Preposition(Cue cue)
    {
        int source = SourceFinder.PhraseHead(tree, cue);
        if (source < 0)
        {
            return Choice.None;
        }

        int phrase = tree.Below(cue.Head, source) ? source : cue.Head;
        int clause = Tokens.Heads[phrase];
        if (clause < 0)
        {
            return Choice.None;
        }

        // At the edge of its sentence and set off by a comma the phrase belongs to the whole sentence, wherever the parser hung it.
        (int first, int end) = tree.SentenceBounds(cue.Head);
        List<int> own = [.. tree.Yield(phrase).Union(tree.Yield(source)).Order()];
        bool atEnd = own[0] > first && Tokens.Form(own[0] - 1) is "," && OnlyPunctuation(own[^1] + 1, end) || (own[0] > first && Tokens.Form(own[0]) is "," && OnlyPunctuation(own[^1] + 1, end));
        bool atStart = OnlyPunctuation(first, cue.Tokens[0]);
        while ((atEnd || atStart) && Tokens.Heads[clause] >= 0 && quoted.Of(clause) < 0 && !tree.Below(Tokens.Heads[clause], phrase))
        {
            clause = Tokens.Heads[clause];
        }

        List<int> tokens = [.. tree.Yield(clause, phrase).Union(atEnd ? own.FindAll(i => i < cue.Tokens[0]) : []).Order().Where(i => (atEnd && i < cue.Tokens[0]) || own.BinarySearch(i) < 0)];
        return tokens.Count < 2 ? Choice.None : new Choice(tokens, "content.prepositional", atEnd || atStart ? "the sentence that the phrase closes or opens" : $"the clause of the phrase ({Tokens.Relations[phrase]})");
    }

    private bool OnlyPunctuation(int from, int end)
    {
        for (int i = from; i < end; i++)
        {
            if (Tokens.Tags[i] is not (UniversalTag.Punct or UniversalTag.Cconj or UniversalTag.Sym))
            {
                return false;
            }
        }

        return true;
    }
}
