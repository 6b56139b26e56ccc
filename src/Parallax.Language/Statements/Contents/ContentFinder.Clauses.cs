using Parallax.Core.Layers;
using Parallax.Language.Statements.Cues;

namespace Parallax.Language.Statements.Contents;

/// <content>Clauses: "said that …", "is said to have …", "…, he said, …".</content>
internal sealed partial class ContentFinder
{
    private Choice Clause(Cue cue)
    {
        // "quoted him as saying it held": the parser may hang the clause on "quoted".
        int verb = cue.IsQuotedAs && tree.Child(cue.Head, "ccomp") < 0 && tree.Child(cue.Anchor, "ccomp") > cue.Head ? cue.Anchor : cue.Head;
        bool quoteOnly = !cue.Has(CueFrames.Clause);
        if (tree.Child(verb, "ccomp") is int first and >= 0)
        {
            int clause = NearestBefore(verb, first);
            List<int> tokens = WithSubject(tree.Yield(clause, cue.Anchor), clause, verb);
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

                return new Choice(WithFirstSubject(tokens, cue), "content.ccomp", "clausal complement (ccomp) of the cue");
            }
        }

        if (cue.Passive && !quoteOnly && tree.Child(verb, "csubj") is int told and >= 0 && told > verb && tree.Child(told, "mark", "that") >= 0)
        {
            return new Choice(tree.Yield(told), "content.ccomp", "clause (csubj:pass) that is the subject of the passive cue");
        }

        if (cue.Passive && cue.Has(CueFrames.Passive) && tree.Child(verb, "xcomp") is int infinitive and >= 0)
        {
            // "the men, said to be armed, …": behind the noun the participle has no subject of its own.
            List<int> subject = tree.Child(verb, "nsubj") is int own and >= 0 ? WithPlace(own, verb) : tree.Is(verb, "conj") && tree.Child(Tokens.Heads[verb], "nsubj") is int shared and >= 0 ? tree.Yield(shared) : tree.Is(verb, "acl") && Tokens.Heads[verb] is int noun and >= 0 ? Before(tree.Yield(noun), verb) : tree.Is(verb, "advcl") && tree.Child(Tokens.Heads[verb], "nsubj") is int main and > 0 && main > infinitive ? tree.Yield(main) : [];
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

        if (BehindTime(verb) is { IsEmpty: false } late)
        {
            return late;
        }

        if (!quoteOnly && OfParticiple(cue) is { IsEmpty: false } joined)
        {
            return joined;
        }

        return Fronted(verb) is { IsEmpty: false } front ? front : !quoteOnly && !cue.Has(CueFrames.Addressee | CueFrames.Attitude) ? BeforeClosing(cue) : Choice.None;
    }

    // "said ten percent of the farms were lost": the subject of the clause, where the parser hung it on the cue.
    private List<int> WithSubject(List<int> tokens, int clause, int verb)
    {
        foreach (int child in tree.Children(verb))
        {
            if (child > verb && child < clause && tree.Is(child, "nsubj") && tree.Child(clause, "nsubj") < 0 && tree.IsFinite(verb) && quoted.EndingAt(verb - 1) < 0 && tree.Yield(child)[^1] == tokens[0] - 1)
            {
                return [.. tree.Yield(child).Union(tokens).Order()];
            }
        }

        return tokens;
    }

    // "Ada Brown, the mayor, dismissed it, the Herald reported": of two subjects of the cue the first, right before the clause, is that of the clause.
    private List<int> WithFirstSubject(List<int> tokens, Cue cue)
    {
        int clause = tokens[0], last = tokens[^1];
        foreach (int child in clause > tree.SentenceBounds(cue.Head).First && last < cue.Head ? tree.Yield(cue.Anchor) : [])
        {
            bool isOther = Tokens.Heads[child] == cue.Anchor && child < clause && tree.Is(child, "nsubj") && Before(tree.Yield(child), clause)[^1] == clause - 1 && tree.Child(cue.Anchor, "nsubj") == child;
            bool hasOwn = false;
            for (int i = last + 1; isOther && i < tree.SentenceBounds(cue.Head).End; i++)
            {
                hasOwn |= Tokens.Heads[i] == cue.Anchor && tree.Is(i, "nsubj");
            }

            if (hasOwn)
            {
                return [.. Before(tree.Yield(child), clause), .. tokens];
            }
        }

        return tokens;
    }

    // "Two die in fire A fire has killed two, police said": of several clauses before the cue, the last is what was said where nothing joins them.
    private int NearestBefore(int verb, int first)
    {
        int clause = first;
        foreach (int child in tree.Children(verb))
        {
            bool isLater = child > clause && child < verb && tree.Is(child, "ccomp") && tree.Child(child, "cc") < 0 && tree.Child(child, "mark") < 0 && tree.Yield(child)[0] > tree.Yield(clause)[^1] && Tokens.Form(tree.Yield(child)[0]) is not ","
                && char.IsUpper(Tokens.Form(tree.Yield(child)[0])[0]) && Tokens.Tags[tree.Yield(child)[0]] is UniversalTag.Det or UniversalTag.Pron;
            clause = isLater ? child : clause;
        }

        return clause;
    }

    // "admitted for the first time on Monday that it sold them": the parser takes the clause for one about the time.
    private Choice BehindTime(int verb)
    {
        foreach (int child in tree.Children(verb))
        {
            bool isTime = child > verb && tree.Is(child, "obl") && (IsImpersonal(verb) || lexicon.In("time-nouns", tree.Lemma(child)) || lexicon.In("time-nouns", tree.Lower(child)) || lexicon.In("occasion-nouns", tree.Lemma(child)) || Tokens.Tags[child] == UniversalTag.Num);
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

    // "It was said throughout the trial that …": "it" stands for the clause.
    private bool IsImpersonal(int verb) => tree.Child(verb, "nsubj") is int it and >= 0 && it < verb && tree.Lower(it) == "it" && tree.Child(verb, "aux:pass") >= 0;

    /// <summary>"said that the risk remains and stressed the need": a past verb of saying behind a present clause goes on the cue, wherever the parser hung it; or -1.</summary>
    public int OwnConjunct(Cue cue, int clause)
    {
        foreach (int child in tree.Children(clause))
        {
            bool isPast = tree.Is(child, "conj") && tree.HasFeature(child, "VerbForm=Fin") && tree.HasFeature(child, "Tense=Past") && tree.HasFeature(cue.Head, "Tense=Past");
            bool isPresent = tree.HasFeature(clause, "Tense=Pres") || (tree.Child(clause, "aux") is int aux and >= 0 && tree.HasFeature(aux, "Tense=Pres")) || (tree.Child(clause, "cop") is int copula and >= 0 && tree.HasFeature(copula, "Tense=Pres"));
            bool isWithheld = tree.Is(child, "conj") && (lexicon.In("withheld-lemmas", tree.Lemma(child)) || lexicon.In("withholding-lemmas", tree.Lemma(child))) && tree.Child(child, "aux") >= 0 && tree.Child(child, "nsubj") < 0 && tree.Child(child, "obj") is int thing and >= 0 && lexicon.In("withheld-nouns", tree.Lemma(thing));
            if (isWithheld || isPast && isPresent && tree.Child(child, "nsubj") < 0 && tree.Child(child, "aux") < 0 && lexicon.Find(CueKind.Verb, tree.Lemma(child)).Length > 0 && quoted.Of(child) < 0)
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

    // "The dam burst, officials were quoted by the Herald as saying.": a cue that ends its sentence says what stands before its subject, wherever the parser hung that.
    private Choice BeforeClosing(Cue cue)
    {
        (int first, int end) = tree.SentenceBounds(cue.Head);
        int subject = tree.Child(cue.Anchor, "nsubj");
        List<int> phrase = subject < 0 || subject > cue.Anchor ? [] : tree.Yield(subject);

        // "…, hurting other 70, officials were quoted": the number before the comma is no part of the subject.
        int inner = phrase.FindLastIndex(i => i < subject && Tokens.Form(i) is ",");
        int comma = phrase.Count == 0 ? -1 : inner >= 0 ? phrase[inner] : phrase[0] - 1;
        if (comma < first + 2 || Tokens.Form(comma) is not "," || !Closes(cue, end) || Tokens.Tags[first] is UniversalTag.Sconj or UniversalTag.Adp || quoted.Of(cue.Head) >= 0 || (cue is { Passive: true, IsQuotedAs: false } && tree.Child(cue.Anchor, "aux") >= 0))
        {
            return Choice.None;
        }

        bool isClause = false;
        for (int i = first; i < comma; i++)
        {
            isClause |= Tokens.Tags[i] is UniversalTag.Verb or UniversalTag.Aux && tree.HasFeature(i, "VerbForm=Fin") && !tree.Is(i, "acl");
        }

        return isClause ? new Choice([.. Enumerable.Range(first, comma - first)], "content.fronted", "sentence before the subject of a cue that closes it") : Choice.None;
    }

    // "…, the mayor later testified to the council.": nothing behind the cue but whom or where.
    private bool Closes(Cue cue, int end)
    {
        int next = cue.Tokens[^1] + 1;
        bool isPhrase = next < end && Tokens.Tags[next] == UniversalTag.Adp && tree.Lower(next) is "to" or "in" or "at" or "before" or "during" or "under" && Tokens.Heads[next] is int noun && noun > next && Tokens.Heads[noun] == cue.Head;
        // "…, the office announced Monday."
        next += next < end && tree.Lower(next) == "on" && next + 1 < end && lexicon.In("time-nouns", tree.Lower(next + 1)) ? 1 : 0;
        next += next < end && Tokens.Tags[next] is UniversalTag.Propn or UniversalTag.Noun && lexicon.In("time-nouns", tree.Lower(next)) ? 1 : 0;
        for (int i = next; isPhrase && i < end; i++)
        {
            isPhrase = Tokens.Tags[i] is not (UniversalTag.Verb or UniversalTag.Aux or UniversalTag.Sconj or UniversalTag.Pron) && Tokens.Form(i) is not "," && quoted.Of(i) < 0;
        }

        return isPhrase || OnlyPunctuation(next, end);
    }

    // "said it was gone, adding all was lost": the parser may hang the clause behind a participle on the verb above.
    private Choice OfParticiple(Cue cue)
    {
        int above = tree.Is(cue.Anchor, "advcl") && tree.Lower(cue.Head).EndsWith("ing", StringComparison.Ordinal) ? Tokens.Heads[cue.Anchor] : -1;
        for (int i = cue.Tokens[^1] + 1; above >= 0 && above < cue.Head && i < tree.SentenceBounds(cue.Head).End; i++)
        {
            if (tree.Is(i, "ccomp") && Tokens.Heads[i] == above)
            {
                List<int> tokens = tree.Yield(i);
                return tokens[0] == cue.Tokens[^1] + 1 ? new Choice(tokens, "content.ccomp", "clause right behind a participle, which the parser hung on the verb above") : Choice.None;
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
        if (tree.Child(verb, "obj") is int written and > 0 && lexicon.Find(CueKind.Verb, tree.Lemma(verb)) is [{ } plain, ..] && !plain.Has(CueFrames.Addressee | CueFrames.Object) && written > verb && head < verb)
        {
            // “He took a class; he was writing a play”: a verb with a thing of its own.
            return Choice.None;
        }

        if (tree.Child(verb, "obj") is int named and > 0 && named > verb && head < own[0] && Enumerable.Range(head, own[0] - head + 1).Any(i => Tokens.Form(i) is ";" or ":"))
        {
            // "Fire at the port: man denies arson": two clauses of a headline.
            return Choice.None;
        }

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
}
