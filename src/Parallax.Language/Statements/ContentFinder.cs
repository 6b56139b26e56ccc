using Parallax.Core.Layers;

namespace Parallax.Language.Statements;

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

        if (cue.Has(CueFrames.Clause | CueFrames.Quote))
        {
            found = Clause(cue);
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

    private Choice Silent(Cue cue)
    {
        int verb = tree.Child(cue.Head, "xcomp");
        return verb >= 0 && lexicon.In("silent-lemmas", tree.Lemma(verb)) ? new Choice(tree.Yield(verb), "content.silent", "xcomp of the cue, a verb of saying") : Choice.None;
    }

    private Choice Clause(Cue cue)
    {
        int verb = cue.Head;
        bool quoteOnly = !cue.Has(CueFrames.Clause);
        if (tree.Child(verb, "ccomp") is int clause and >= 0)
        {
            List<int> tokens = tree.Yield(clause, cue.Anchor);
            if (tokens[0] < cue.Tokens[0] && tree.Lower(tokens[0]) == "that")
            {
                // "reported that the mayor said the bridge is safe": the word belongs to the clause of the cue itself.
                tokens.RemoveAt(0);
            }

            if (!quoteOnly || IsQuoted(tokens))
            {
                if (OwnConjunct(cue, clause) is int conjunct and >= 0)
                {
                    List<int> next = tree.Yield(conjunct);
                    tokens.RemoveAll(i => next.BinarySearch(i) >= 0);
                }

                return new Choice(tokens, "content.ccomp", "clausal complement (ccomp) of the cue");
            }
        }

        if (cue.Passive && cue.Has(CueFrames.Passive) && tree.Child(verb, "xcomp") is int infinitive and >= 0)
        {
            // "the men, said to be armed, …": behind the noun the participle has no subject of its own.
            List<int> subject = tree.Child(verb, "nsubj") is int own and >= 0 ? WithPlace(own, verb) : tree.Is(verb, "conj") && tree.Child(Tokens.Heads[verb], "nsubj") is int shared and >= 0 ? tree.Yield(shared) : tree.Is(verb, "acl") && Tokens.Heads[verb] is int noun and >= 0 ? Before(tree.Yield(noun), verb) : [];
            List<int> tokens = [.. subject, .. tree.Yield(infinitive)];
            tokens.Sort();
            return new Choice(tokens, "content.passive-infinitive", "subject and infinitive (nsubj:pass, xcomp) of the passive cue");
        }

        foreach (int child in tree.Children(verb))
        {
            // "convinced the board that it is safe": a that-clause behind the cue, whatever relation the parser gave it.
            bool isThat = child > verb && (tree.Is(child, "parataxis") || tree.Is(child, "advcl") || tree.Is(child, "acl") || tree.Is(child, "dep")) && tree.Child(child, "mark", "that") is int mark and >= 0 && mark > verb && (mark == 0 || tree.Lower(mark - 1) != "so");
            if (isThat && !quoteOnly)
            {
                return new Choice(tree.Yield(child), "content.ccomp", $"that-clause ({Tokens.Relations[child]}) of the cue");
            }
        }

        if (Parenthesis(cue.Anchor) is { IsEmpty: false } around && (!quoteOnly || IsQuoted(around.Tokens)))
        {
            return around;
        }

        foreach (int child in tree.Children(verb))
        {
            bool mayHold = tree.Is(child, "parataxis") || tree.Is(child, "conj") || tree.Is(child, "obj") || tree.Is(child, "xcomp") || tree.Is(child, "advcl") || tree.Is(child, "dep") || tree.Is(child, "appos");
            if (mayHold && child > verb)
            {
                List<int> tokens = tree.Yield(child);
                bool opens = IsOpened(tokens[0], out bool byQuotation);
                if (opens && (byQuotation || tree.Is(child, "parataxis")))
                {
                    return new Choice(tokens, "content.after-mark", $"{Tokens.Relations[child]} of the cue behind a colon or opening mark");
                }
            }
        }

        return BehindTime(verb) is { IsEmpty: false } late ? late : Fronted(verb);
    }

    // "admitted for the first time on Monday that it sold them": the parser takes the clause for one about the time.
    private Choice BehindTime(int verb)
    {
        foreach (int child in tree.Children(verb))
        {
            bool isTime = child > verb && tree.Is(child, "obl") && (lexicon.In("time-nouns", tree.Lemma(child)) || lexicon.In("time-nouns", tree.Lower(child)) || lexicon.In("occasion-nouns", tree.Lemma(child)) || Tokens.Tags[child] == UniversalTag.Num);
            if (!isTime)
            {
                continue;
            }

            for (int i = child + 1; i < tree.SentenceBounds(verb).End && tree.Below(i, child); i++)
            {
                int clause = tree.Lower(i) == "that" ? Tokens.Heads[i] : -1;
                if (clause > i && tree.Is(clause, "acl") && tree.Below(clause, child) && !tree.Is(i, "nsubj") && tree.Child(clause, "nsubj") >= 0)
                {
                    return new Choice(tree.Yield(clause), "content.ccomp", $"that-clause ({Tokens.Relations[clause]}) behind a time of the cue");
                }
            }
        }

        return Choice.None;
    }

    /// <summary>"said that the risk remains and stressed the need": a past verb of saying behind a present clause goes on the cue, wherever the parser hung it; or -1.</summary>
    public int OwnConjunct(Cue cue, int clause)
    {
        foreach (int child in tree.Children(clause))
        {
            bool isPast = tree.Is(child, "conj") && tree.HasFeature(child, "VerbForm=Fin") && tree.HasFeature(child, "Tense=Past") && tree.HasFeature(cue.Head, "Tense=Past");
            bool isPresent = tree.HasFeature(clause, "Tense=Pres") || (tree.Child(clause, "aux") is int aux and >= 0 && tree.HasFeature(aux, "Tense=Pres")) || (tree.Child(clause, "cop") is int copula and >= 0 && tree.HasFeature(copula, "Tense=Pres"));
            if (isPast && isPresent && tree.Child(child, "nsubj") < 0 && tree.Child(child, "aux") < 0 && lexicon.Find(CueKind.Verb, tree.Lemma(child)).Length > 0 && quoted.Of(child) < 0)
            {
                return child;
            }
        }

        return -1;
    }

    // "The line had been out of use, two clerks told the paper": a clause before the subject of the cue, parted from it by a comma, whatever the parser made of it.
    private Choice Fronted(int verb)
    {
        int subject = tree.Child(verb, "nsubj");
        if (subject < 0 || subject > verb || tree.Yield(subject)[0] is var first && (first == 0 || Tokens.Form(first - 1) is not ","))
        {
            return Choice.None;
        }

        foreach (int child in tree.Children(verb))
        {
            bool isClause = child < subject && tree.Child(child, "nsubj") >= 0 && tree.Child(child, "mark") < 0 && (Tokens.Tags[child] == UniversalTag.Verb || tree.Child(child, "cop") >= 0);
            if (isClause && (tree.Is(child, "obl") || tree.Is(child, "dep")))
            {
                return new Choice(tree.Yield(child), "content.fronted", $"clause ({Tokens.Relations[child]}) before the subject of the cue");
            }
        }

        return Choice.None;
    }

    // "Talks went well, he said, and will go on": the cue hangs on its own content as parataxis. "…, as officials put it".
    private Choice Parenthesis(int verb)
    {
        int head = Tokens.Heads[verb];
        bool asClause = tree.Is(verb, "advcl") && tree.Child(verb, "mark", "as") >= 0;
        if (head < 0 || (!tree.Is(verb, "parataxis") && !asClause) || (tree.Child(verb, "nsubj") < 0 && tree.Child(verb, "obl:agent") < 0 && asClause))
        {
            return Choice.None;
        }

        List<int> own = tree.Yield(verb);
        List<int> tokens = tree.Yield(head, verb);
        bool setOff = tokens[0] < own[0] || own[^1] < tokens[^1];
        return setOff && !BehindColon(verb)
            ? new Choice(tokens, "content.parenthesis", $"the clause on which the cue hangs ({Tokens.Relations[verb]})")
            : Choice.None;
    }

    private bool BehindColon(int verb)
    {
        foreach (int child in tree.Children(verb))
        {
            if (child > verb && Tokens.Form(child) is ":" && (child + 1 >= tree.SentenceBounds(verb).End || child + 1 < tree.SentenceBounds(verb).End))
            {
                return true;
            }
        }

        return false;
    }

    // "the firm where the robbery was believed to have taken place": where it was is part of what was believed.
    private List<int> WithPlace(int subject, int verb)
    {
        List<int> tokens = tree.Yield(subject);
        int place = tree.Is(verb, "acl") ? Tokens.Heads[verb] : -1;
        int adverb = tokens[0] - 1;
        if (place >= 0 && place < adverb && tree.Lower(adverb) == "where")
        {
            tokens.Add(adverb);
            List<int> named = tree.Yield(place).FindAll(i => i < adverb && !(tree.Is(i, "case") && i < Tokens.Heads[i] && Tokens.Heads[i] == place));
            int joint = named.FindLastIndex(i => Tokens.Tags[i] == UniversalTag.Cconj);
            tokens.AddRange(named[(joint + 1)..]);
            tokens.Sort();
        }

        return tokens;
    }

    private static List<int> Before(List<int> tokens, int end) => tokens.FindAll(i => i < end);

    private Choice Infinitive(Cue cue)
    {
        foreach (int child in tree.Children(cue.Head))
        {
            bool verbal = Tokens.Tags[child] is UniversalTag.Verb or UniversalTag.Aux || tree.Child(child, "cop") >= 0;
            bool isInfinitive = tree.Child(child, "mark", "to") >= 0 || tree.HasFeature(child, "VerbForm=Ger") || tree.HasFeature(child, "VerbForm=Part") || tree.HasFeature(child, "VerbForm=Inf");
            if ((tree.Is(child, "xcomp") || (tree.Is(child, "ccomp") && child > cue.Head)) && verbal && isInfinitive)
            {
                return new Choice(tree.Yield(child), "content.infinitive", $"infinitive or -ing form ({Tokens.Relations[child]}) of the cue");
            }
        }

        return Choice.None;
    }

    private Choice Target(Cue cue)
    {
        int verb = cue.Head;
        int target = cue.Passive ? tree.Child(verb, "nsubj") : tree.Child(verb, "obj");
        if (target < 0 && cue.Passive && (tree.Is(verb, "acl")))
        {
            return Phrase(cue, verb, "obl");
        }

        if (target < 0)
        {
            return Choice.None;
        }

        List<int> tokens = tree.Yield(target);
        bool hasPredicate = false;
        foreach (int child in tree.Children(verb))
        {
            string marker = tree.CaseOf(child);
            bool isPurpose = cue.Has(CueFrames.As) && tree.Child(child, "mark", "to") >= 0;
            bool isComplement = (tree.Is(child, "xcomp") && !isPurpose) || tree.Is(child, "ccomp") || (tree.Is(child, "iobj") && !cue.Passive)
                || ((tree.Is(child, "obl") || tree.Is(child, "advcl")) && child > verb
                    && (marker is "as" or "of" || (marker.Length == 0 && tree.Child(child, "mark", "as") >= 0) || cue.Entry!.Prepositions.Contains(marker)
                        || (Tokens.Relations[child] == "advcl" && tree.Child(child, "mark") is int mark and >= 0 && cue.Entry!.Prepositions.Contains(tree.Lower(mark)))));
            if (isComplement && child != target)
            {
                tokens.AddRange(tree.Yield(child));
                hasPredicate = true;
            }
        }

        // "thanked the mayor, for his help": the parser may hang the phrase on the name.
        if (!hasPredicate && !cue.Has(CueFrames.As) && tree.SentenceBounds(verb).End is var end && tokens[^1] + 2 < end && Tokens.Form(tokens[^1] + 1) is "," && cue.Entry!.Prepositions.Contains(tree.Lower(tokens[^1] + 2)))
        {
            int marker = tokens[^1] + 2;
            tokens.AddRange(Tokens.Heads[marker] > marker ? tree.Yield(Tokens.Heads[marker]) : []);
        }

        tokens.Sort();
        return cue.Has(CueFrames.As) && !hasPredicate
            ? Choice.None
            : new Choice(tokens, "content.target", $"{Tokens.Relations[target]} of the cue{(hasPredicate ? " and what is said of it" : "")}");
    }

    private Choice Object(Cue cue)
    {
        int verb = cue.Head;
        if (cue.Passive && cue.Has(CueFrames.Attitude))
        {
            return Choice.None;
        }

        int thing = cue.Passive ? tree.Child(verb, "nsubj") : tree.Child(verb, "obj");
        foreach (int child in tree.Children(verb))
        {
            // "waved off the charges": where the parser took the particle for a preposition, its phrase is the object.
            if (thing < 0 && tree.Is(child, "obl") && tree.Child(child, "case") is int particle and >= 0 && cue.Tokens.Contains(particle))
            {
                thing = child;
            }
        }

        if (thing < 0 || Tokens.Tags[thing] == UniversalTag.Num || tree.Lemma(thing) is "himself" or "herself" or "themselves" or "itself")
        {
            return Choice.None;
        }

        List<int> tokens = tree.Yield(thing);
        foreach (int child in tree.Children(verb))
        {
            if (tree.Is(child, "obl") && tree.CaseOf(child) is "as" or "to" && child > thing && cue.Entry!.Stance is Core.Accounts.Stance.Denies or Core.Accounts.Stance.Criticises)
            {
                tokens.AddRange(tree.Yield(child));
            }
        }

        tokens.Sort();
        return new Choice(tokens, "content.object", $"object ({Tokens.Relations[thing]}) of the cue");
    }

    /// <summary>A phrase with one of the cue's prepositions; the preposition joins the cue where it stands right behind it.</summary>
    private Choice Phrase(Cue cue, int head, string relation)
    {
        if (cue.Entry is null || cue.Entry.Prepositions.IsEmpty)
        {
            return Choice.None;
        }

        foreach (int child in tree.Children(head))
        {
            bool fits = tree.Is(child, relation) || (relation == "obl" && (tree.Is(child, "advcl") || tree.Is(child, "nmod") || ((tree.Is(child, "xcomp") || tree.Is(child, "ccomp")) && tree.Child(child, "mark", "for") >= 0))) || (relation == "nmod" && tree.Is(child, "acl"));
            int marker = fits && child > head ? Marker(child) : -1;
            if (marker >= 0 && cue.Entry.Prepositions.Contains(tree.Lower(marker)))
            {
                // "called on the president": a visit, unless something is asked of him.
                bool isUpon = tree.Lower(marker) is "on" or "upon" && cue.Entry.Stance == Core.Accounts.Stance.Demands;
                if (isUpon && tree.Child(head, "xcomp") < 0 && tree.Child(child, "acl") < 0 && tree.Child(head, "advcl") < 0)
                {
                    continue;
                }

                List<int> tokens = tree.Yield(child);
                int last = cue.Tokens[^1];
                if (cue.Kind == CueKind.Verb && marker == last + 1)
                {
                    cue.Tokens.Add(marker);
                    tokens.Remove(marker);
                }

                if (isUpon && tree.Child(head, "xcomp") is int demand and >= 0)
                {
                    tokens.AddRange(tree.Yield(demand));
                    tokens.Sort();
                }

                return new Choice(tokens, "content.phrase", $"{tree.Lower(marker)}-phrase ({Tokens.Relations[child]}) of the cue");
            }
        }

        return Choice.None;
    }

    private int Marker(int token)
    {
        foreach (int child in tree.Children(token))
        {
            if (tree.Is(child, "case") || tree.Is(child, "mark"))
            {
                return child;
            }
        }

        return -1;
    }

    /// <summary>A quotation beside the cue that the parse does not tie to it: in its sentence, right before or right behind it.</summary>
    private Choice NearbyQuotation(Cue cue)
    {
        if ((cue.Passive && !cue.IsQuotedAs) || (tree.Child(cue.Head, "xcomp") is int doing and >= 0 && tree.Child(doing, "mark", "to") >= 0))
        {
            // "continuing to sell it": what is done, and no words.
            return Choice.None;
        }

        (int first, int end) = tree.SentenceBounds(cue.Head);
        if (quoted.Of(cue.Head) >= 0)
        {
            return Choice.None;
        }

        // Behind: only white space, commas or a colon between the cue's own clause and the quotation, which is as long as a clause.
        for (int i = cue.Tokens[^1] + 1; i < end; i++)
        {
            if (quoted.Of(i) is int q and >= 0)
            {
                bool near = tree.Below(i, cue.Anchor) || i <= cue.Tokens[^1] + 4 || (Tokens.Form(i - 1) is ":" or ",");
                return near && IsClause(q) ? Of(q, "content.quotation-behind", "quotation behind the cue in its sentence") : Choice.None;
            }
        }

        bool introduces = Tokens.Form(end - 1) is ":" or "," || cue.Tokens[^1] >= end - 1;
        if (introduces && end < Tokens.Count && quoted.Of(end) is int next and >= 0 && quoted.Ranges[next].First == end && quoted.Of(end - 1) < 0)
        {
            return Of(next, "content.quotation-next", "quotation that the sentence of the cue introduces");
        }

        // Before: the cue's clause is all that stands between the quotation and the cue.
        int start = Math.Min(tree.Yield(cue.Anchor).Find(i => i >= first && Tokens.Tags[i] != UniversalTag.Punct), cue.Tokens[0]);
        for (int i = cue.Tokens[0] - 1; i >= Math.Max(0, cue.Tokens[0] - 8); i--)
        {
            int q = quoted.EndingAt(i);
            if (q >= 0 && i < first && (quoted.Ranges[q].First != tree.SentenceBounds(quoted.Ranges[q].First).First || Tokens.Form(first - 1) is not (")" or "\"" or "”" or "''")))
            {
                // “… and ‘joint bodies’.” The other agreed: words quoted inside the sentence of another.
                break;
            }

            if (q >= 0)
            {
                return IsClause(q) || i + 1 < start ? Of(q, "content.quotation-before", "quotation that the cue follows") : Choice.None;
            }

            if (Tokens.Tags[i] is UniversalTag.Verb || (i < first && Tokens.Tags[i] != UniversalTag.Punct))
            {
                break;
            }
        }

        return Choice.None;
    }

    private bool IsClause(int quotation) => quoted.WordCount(quotation, Tokens) >= 3;

    private Choice Of(int quotation, string rule, string why)
    {
        List<int> tokens = [];
        for (int i = quoted.Ranges[quotation].First; i < quoted.Ranges[quotation].End; i++)
        {
            tokens.Add(i);
        }

        return new Choice(tokens, rule, why);
    }

    private bool IsOpened(int token, out bool byQuotation)
    {
        int q = quoted.Of(token);
        byQuotation = q >= 0 && quoted.Ranges[q].First >= token - 1;
        return byQuotation || (token > 0 && Tokens.Form(token - 1) is ":") || Tokens.Form(token) is ":";
    }

    private bool IsQuoted(List<int> tokens)
    {
        int inside = 0;
        foreach (int token in tokens)
        {
            inside += quoted.Of(token) >= 0 ? 1 : 0;
        }

        return inside * 2 > tokens.Count;
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
        return isClause ? new Choice(tree.Yield(head, cue.Head), "content.adverb", "the clause that the adverb modifies (advmod)") : Choice.None;
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

        List<int> tokens = tree.Yield(clause, phrase).FindAll(i => own.BinarySearch(i) < 0);
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
