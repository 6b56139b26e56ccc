using Parallax.Core.Layers;
using Parallax.Language.Statements.Sources;

namespace Parallax.Language.Statements.Cues;

/// <summary>Finds the words of a report that may attribute: cues of the lexicon in a form that can carry an attribution.</summary>
internal sealed class CueFinder(CueLexicon lexicon, DependencyTree tree, Layer<NameMention> names)
{
    private readonly PersonNames _persons = new(tree.Tokens, names);

    private TokenLayer Tokens => tree.Tokens;

    /// <summary>All cues, one for each entry of the lexicon that fits, in text order.</summary>
    public List<Cue> Find()
    {
        List<Cue> cues = [];
        for (int i = 0; i < Tokens.Count; i++)
        {
            if (_persons.Holds(i))
            {
                continue;
            }

            switch (Tokens.Tags[i])
            {
                case UniversalTag.Verb when IsNoun(i):
                case UniversalTag.Noun:
                    Add(CueKind.Noun, tree.Lemma(i), i, cues, static (self, token) => [token]);
                    break;
                case UniversalTag.Verb or UniversalTag.Aux when !tree.Is(i, "aux") && !tree.Is(i, "cop") && !tree.Is(i, "case") && !tree.Is(i, "amod"):
                    Verb(i, cues);
                    break;
                case UniversalTag.Adj:
                    Add(CueKind.Adjective, tree.Lemma(i), i, cues, static (self, token) => self.AdjectiveTokens(token));
                    break;
                case UniversalTag.Adv when tree.Is(i, "advmod"):
                    Add(CueKind.Adverb, tree.Lemma(i), i, cues, static (self, token) => [token]);
                    break;
                default:
                    break;
            }

            Preposition(i, cues);
        }

        return cues;
    }

    // "dismissed claims by officials": a tagger's verb with a noun's place and features.
    private bool IsNoun(int token) => !tree.HasFeature(token, "VerbForm") && tree.HasFeature(token, "Number=") && (tree.Is(token, "obj") || tree.Is(token, "nsubj") || tree.Is(token, "obl") || tree.Is(token, "nmod"));

    private void Verb(int token, List<Cue> cues)
    {
        string lemma = tree.Lemma(token);
        if (Particle(token) is int particle and >= 0 && lexicon.Find(CueKind.Verb, lemma + "_" + tree.Lemma(particle)) is { Length: > 0 } phrasal)
        {
            if (lemma == "go" && tree.Child(token, "xcomp") is int next and >= 0 && tree.Child(next, "mark", "to") >= 0)
            {
                // "went on to praise him": the verb behind it says it.
                return;
            }

            foreach (CueEntry entry in phrasal)
            {
                cues.Add(Make(token, token, entry, CueKind.Verb, [.. VerbTokens(token), particle]));
            }

            return;
        }

        if (lemma is "quote" or "cite" && QuotedAs(token, cues))
        {
            return;
        }

        foreach (CueEntry entry in lexicon.Find(CueKind.Verb, lemma))
        {
            cues.Add(Make(token, token, entry, CueKind.Verb, VerbTokens(token)));
        }
    }

    // "was quoted as saying", "quoted him as saying": the content hangs on "saying", the speaker on "quoted".
    private bool QuotedAs(int token, List<Cue> cues)
    {
        foreach (int child in tree.Children(token))
        {
            if ((tree.Is(child, "advcl") || tree.Is(child, "obl") || tree.Is(child, "xcomp")) && Tokens.Tags[child] == UniversalTag.Verb
                && lexicon.Find(CueKind.Verb, tree.Lemma(child)) is { Length: > 0 } entries && (tree.Child(child, "mark", "as") >= 0 || tree.Child(child, "case", "as") >= 0))
            {
                List<int> tokens = VerbTokens(token);
                int mark = Math.Max(tree.Child(child, "mark", "as"), tree.Child(child, "case", "as"));
                if (mark == tokens[^1] + 1)
                {
                    tokens.Add(mark);
                }

                tokens.Add(child);
                cues.Add(Make(child, token, entries[0], CueKind.Verb, tokens));
                return true;
            }
        }

        return false;
    }

    private void Add(CueKind kind, string lemma, int token, List<Cue> cues, Func<CueFinder, int, List<int>> tokensOf)
    {
        foreach (CueEntry entry in lexicon.Find(kind, lemma))
        {
            cues.Add(Make(token, token, entry, kind, tokensOf(this, token)));
        }
    }

    private void Preposition(int token, List<Cue> cues)
    {
        string words = tree.Lower(token);
        bool isTwo = words == "according";
        if (isTwo)
        {
            if (token + 1 >= Tokens.Count || tree.Lower(token + 1) != "to")
            {
                return;
            }

            words = "according_to";
        }
        else if (words == "per" && (!tree.Is(token, "case") || !tree.Is(Tokens.Heads[token], "obl") || (Tokens.Tags[Tokens.Heads[token]] != UniversalTag.Propn && lexicon.NounKind(tree.Lemma(Tokens.Heads[token])) is null)))
        {
            return;
        }

        foreach (CueEntry entry in lexicon.Find(CueKind.Preposition, words))
        {
            cues.Add(new Cue(token, isTwo ? [token, token + 1] : [token], entry, CueKind.Preposition, false, false, token));
        }
    }

    private Cue Make(int head, int anchor, CueEntry entry, CueKind kind, List<int> tokens)
    {
        tokens.Sort();
        bool passive = kind == CueKind.Verb && IsPassive(anchor);
        return new Cue(head, tokens, entry, kind, IsNegated(anchor, entry), passive, anchor);
    }

    public bool IsPassive(int token) =>
        tree.SubjectBeforeApposition(token) < 0 && ((tree.Child(token, "nsubj:pass") >= 0 && !tree.IsFinite(token)) || tree.Child(token, "aux:pass") >= 0 || tree.Child(token, "csubj:pass") >= 0
        || (tree.HasFeature(token, "VerbForm=Part") && (tree.HasFeature(token, "Voice=Pass") || tree.HasFeature(token, "Tense=Past"))
            && (tree.Is(token, "acl") || tree.Is(token, "advcl")) && tree.Child(token, "nsubj") < 0 && tree.Child(token, "aux") < 0)
            || IsPassiveShared(token));

    // "had been called and told that …": the auxiliary of the verb before holds for this one.
    private bool IsPassiveShared(int token) => tree.Is(token, "conj") && Tokens.Heads[token] >= 0 && (tree.HasFeature(token, "VerbForm=Part") || tree.Lemma(token) is "tell" or "inform" or "notify") && tree.Child(token, "nsubj") < 0 && tree.Child(token, "aux") < 0 && tree.Child(token, "obj") < 0 && tree.Child(Tokens.Heads[token], "aux:pass") >= 0;

    private bool IsNegated(int token, CueEntry entry)
    {
        if (token > 0 && tree.Lower(token - 1) == "never")
        {
            return true;
        }

        // "has yet to explain why": has not explained it.
        if (token > 2 && tree.Lower(token - 1) == "to" && tree.Lower(token - 2) == "yet" && tree.Lemma(token - 3) is "have" or "be")
        {
            return true;
        }

        // "No member would comment or indicate whether …": the subject of the verb before holds for this one.
        int shared = tree.Is(token, "conj") && Tokens.Heads[token] >= 0 && tree.Child(token, "nsubj") < 0 ? tree.Child(Tokens.Heads[token], "nsubj") : -1;
        if (shared >= 0 && shared < token && tree.Child(token, "cc", "but") < 0 && (tree.Lemma(shared) is "nobody" or "none" || tree.Child(shared, "det", "no") >= 0))
        {
            return true;
        }

        foreach (int child in tree.Children(token))
        {
            if (tree.Lemma(child) is "not" or "never" or "n't" or "neither" or "nor" && (tree.Is(child, "advmod") || tree.Is(child, "cc")))
            {
                return true;
            }

            // "Nobody is believed to be hurt": it is believed.
            bool isRaised = Tokens.Relations[child] == "nsubj:pass" && entry.Has(CueFrames.Passive) && tree.Child(token, "xcomp") >= 0;
            if (tree.Is(child, "nsubj") && !isRaised && !IsBracketBetween(child, token) && (tree.Lemma(child) is "nobody" or "none" || tree.Child(child, "det", "no") >= 0 || tree.Child(child, "cc", "neither") >= 0))
            {
                return true;
            }
        }

        return false;
    }

    // "with no injuries (the paper says three were hurt)": the bracket starts a clause of its own.
    private bool IsBracketBetween(int from, int token)
    {
        for (int i = from + 1; i < token; i++)
        {
            if (Tokens.Form(i) is "(")
            {
                return true;
            }
        }

        return false;
    }

    private int Particle(int token) => tree.Child(token, "compound:prt") is int particle and >= 0 ? particle
        : tree.Child(token, "advmod") is int adverb and >= 0 && adverb == token + 1 ? adverb
        : token + 1 < tree.SentenceBounds(token).End && lexicon.In("sure-particles", tree.Lower(token + 1)) ? token + 1 : -1;

    /// <summary>The verb with its auxiliaries and negation and what stands between them.</summary>
    private List<int> VerbTokens(int token)
    {
        int first = token;
        foreach (int child in tree.Children(token))
        {
            bool belongs = tree.Is(child, "aux") || (tree.Is(child, "advmod") && tree.Lemma(child) is "not" or "never" or "n't");
            if (belongs && child < first && !Crosses(child, token))
            {
                first = child;
            }
        }

        List<int> tokens = [];
        for (int i = first; i <= token; i++)
        {
            tokens.Add(i);
        }

        return tokens;
    }

    private List<int> AdjectiveTokens(int token)
    {
        int copula = tree.Child(token, "cop");
        List<int> tokens = [];
        for (int i = copula >= 0 && copula < token && !Crosses(copula, token) ? copula : token; i <= token; i++)
        {
            tokens.Add(i);
        }

        return tokens;
    }

    // "did he say": the subject stands between auxiliary and verb and is no part of the cue.
    private bool Crosses(int from, int token)
    {
        foreach (int child in tree.Children(token))
        {
            if (from < child && child < token && !tree.Is(child, "aux") && !tree.Is(child, "advmod"))
            {
                return true;
            }
        }

        return false;
    }
}
