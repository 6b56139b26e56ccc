using Parallax.Core.Layers;
using Parallax.Language.Statements.Cues;

namespace Parallax.Language.Statements.Contents;

/// <content>Infinitives, objects and phrases: "vowed to …", "denied the claim", "called for …".</content>
internal sealed partial class ContentFinder
{
    private Choice Infinitive(Cue cue)
    {
        int hearer = cue.Has(CueFrames.Addressee) ? tree.Child(cue.Head, "obj") : -1;
        foreach (int child in tree.Children(cue.Head))
        {
            // "advised the residents to shut it": what somebody is told to do, where the parser takes it for a purpose.
            if (hearer > cue.Head && child > hearer && tree.Is(child, "advcl") && tree.Child(child, "mark", "to") is int to and > 0 && to == tree.Yield(hearer)[^1] + 1)
            {
                return new Choice(tree.Yield(child), "content.infinitive", "infinitive right behind whom the cue addresses");
            }

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
            return Described(cue, Tokens.Heads[verb]) is { IsEmpty: false } described ? described : WithNoun(Phrase(cue, verb, "obl"), Tokens.Heads[verb], verb);
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

        // "describing the star as a gentleman": the parser may hang the as-phrase on the noun.
        foreach (int child in tree.Children(target))
        {
            hasPredicate |= cue.Has(CueFrames.As) && child > target && tree.Is(child, "nmod") && tree.CaseOf(child) == "as";
        }

        // "thanked the mayor, for her efforts to keep it open": an infinitive right behind belongs to the phrase, wherever the parser hung it.
        tokens.Sort();
        foreach (int child in tree.Children(verb))
        {
            bool isRest = hasPredicate && !cue.Has(CueFrames.As) && child > tokens[^1] && Math.Max(tree.Child(child, "mark", "to"), tree.Child(child, "mark", "in")) == tokens[^1] + 1 && tree.Is(child, "advcl") && Tokens.Tags[tokens[^1]] == UniversalTag.Noun;
            tokens.AddRange(isRest ? tree.Yield(child) : []);
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

    // "a climber, described as “slow”, …": the noun and the quoted words.
    private Choice Described(Cue cue, int noun)
    {
        foreach (int child in tree.Children(cue.Head))
        {
            bool isAs = cue.Has(CueFrames.As) && child > cue.Head && (tree.CaseOf(child) == "as" || tree.Child(child, "mark", "as") >= 0) && quoted.Of(child) >= 0;
            List<int> tokens = isAs ? [.. WithoutMarker(Before(tree.Yield(noun), cue.Head)), .. tree.Yield(child)] : [];
            if (tokens.Count > 0)
            {
                tokens.Sort();
                return new Choice(tokens, "content.quotation-as", "noun and quoted as-phrase of a participle that nobody says");
            }
        }

        return Choice.None;
    }

    // "the man accused of theft": of whom it is said.
    private Choice WithNoun(Choice phrase, int noun, int verb)
    {
        if (phrase.IsEmpty)
        {
            return phrase;
        }

        List<int> tokens = [.. WithoutMarker(Before(tree.Yield(noun), verb)).Where(i => !tree.Is(i, "case") || Tokens.Heads[i] != noun).Union(phrase.Tokens).Order()];
        return phrase with { Rule = "content.target", Tokens = tokens };
    }

    // "for the man described as", "with Lund standing accused of"
    private List<int> WithoutMarker(List<int> tokens) => tokens.Count > 1 && Tokens.Tags[tokens[0]] is UniversalTag.Adp or UniversalTag.Sconj ? tokens[1..] : tokens;

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
            bool isPart = cue.Entry!.Stance is Core.Accounts.Stance.Denies or Core.Accounts.Stance.Criticises && tree.CaseOf(child) is "as" or "to";
            // "announced changes on Monday to the law"
            isPart |= !cue.Passive && cue.Entry.Stance is Core.Accounts.Stance.Asserts or Core.Accounts.Stance.Offers && tree.CaseOf(child) == "to" && lexicon.In("change-nouns", tree.Lemma(thing));
            // "announced plans on Monday to build it"
            bool isPlan = !cue.Passive && child > thing && lexicon.In("plan-nouns", tree.Lemma(thing)) && tree.Is(child, "advcl") && tree.Child(child, "mark", "to") is int to and >= 0 && to > thing && to - tree.Yield(thing)[^1] <= 3;
            if ((tree.Is(child, "obl") && child > thing && isPart) || isPlan)
            {
                tokens.AddRange(tree.Yield(child));
            }
        }

        tokens.Sort();
        return new Choice(tokens, "content.object", $"object ({Tokens.Relations[thing]}) of the cue");
    }

    // "put the toll at ten", "puts it at about 58 km": object and number.
    private Choice Value(Cue cue)
    {
        int thing = cue.Passive ? tree.Child(cue.Head, "nsubj") : tree.Child(cue.Head, "obj"), end = tree.SentenceBounds(cue.Head).End;
        if (thing < 0 || (!cue.Passive && thing < cue.Head))
        {
            return Choice.None;
        }

        int at = Math.Max(thing, cue.Head) + 1;
        while (at < end && !(tree.Lower(at) is "at" or "between" && Tokens.Tags[at] == UniversalTag.Adp) && Tokens.Tags[at] != UniversalTag.Punct && !tree.HasFeature(at, "VerbForm=Fin"))
        {
            at++;
        }

        int number = at + 1;
        while (number < end && number < at + 5 && Tokens.Tags[number] is UniversalTag.Adv or UniversalTag.Adj or UniversalTag.Det or UniversalTag.Adp or UniversalTag.Sym)
        {
            number++;
        }

        bool isNumber = at < end && tree.Lower(at) is "at" or "between" && number < end && Tokens.Tags[number] == UniversalTag.Num;
        if (!isNumber)
        {
            return Choice.None;
        }

        int phrase = Tokens.Heads[at] > at ? Tokens.Heads[at] : number;
        List<int> tokens = [.. tree.Yield(thing).Union(tree.Yield(phrase)).Union(Enumerable.Range(at, number - at + 1)).Where(i => !cue.Tokens.Contains(i)).Order()];
        return new Choice(tokens, "content.value", "object of the cue and the number that it is put at");
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

                foreach (int other in tree.Children(head))
                {
                    // "pointed to the strike as an example"
                    tokens.AddRange(cue.Kind == CueKind.Verb && other > tokens[^1] && tree.Is(other, "obl") && tree.CaseOf(other) == "as" && tree.Yield(other)[0] == tokens[^1] + 1 ? tree.Yield(other) : []);
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
}
