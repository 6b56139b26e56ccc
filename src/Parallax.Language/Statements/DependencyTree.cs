using Parallax.Core.Layers;
using Parallax.Language.Statements.Cues;

namespace Parallax.Language.Statements;

/// <summary>The parse of a report seen from the heads: children in order, yields, subjects.</summary>
internal sealed class DependencyTree
{
    private readonly int[] _first;
    private readonly int[] _next;
    private readonly string[] _lowers;
    private readonly string[] _lemmas;

    // Units of each relation before its subtype.
    private readonly int[] _relations;

    public DependencyTree(TokenLayer tokens, CueLexicon lexicon)
    {
        Tokens = tokens;
        _lowers = new string[tokens.Count];
        _lemmas = new string[tokens.Count];
        _relations = new int[tokens.Count];
        for (int i = 0; i < tokens.Count; i++)
        {
            _lowers[i] = tokens.Form(i).ToString().ToLowerInvariant();
            _lemmas[i] = Lemmatise(i, lexicon);
            int colon = tokens.Relations[i].IndexOf(':', StringComparison.Ordinal);
            _relations[i] = colon < 0 ? tokens.Relations[i].Length : colon;
        }

        _first = new int[tokens.Count];
        _next = new int[tokens.Count];
        _first.AsSpan().Fill(-1);
        _next.AsSpan().Fill(-1);
        for (int i = tokens.Count - 1; i >= 0; i--)
        {
            int head = tokens.Heads[i];
            if (0 <= head && head < tokens.Count && head != i)
            {
                _next[i] = _first[head];
                _first[head] = i;
            }
        }
    }

    public TokenLayer Tokens { get; }

    /// <summary>The lemma of a token: of a verb that is a cue by the lexicon's own forms, of others as the layer has it.</summary>
    public string Lemma(int token) => _lemmas[token];

    // "wandering" read as a form of "wonder": no form of the cue that the tagger takes it for. "lying" is one of "lie".
    private static bool IsStrange(string form, string lemma, CueLexicon lexicon) => form.EndsWith("ing", StringComparison.Ordinal) && !(form.EndsWith("ying", StringComparison.Ordinal) && lemma.EndsWith("ie", StringComparison.Ordinal)) && lemma.Length > 2 && !form.AsSpan().StartsWith(lemma.AsSpan(0, 2), StringComparison.Ordinal) && !lexicon.Find(CueKind.Verb, lemma).IsEmpty;

    private string Lemmatise(int token, CueLexicon lexicon)
    {
        string form = _lowers[token];
        return Tokens.Tags[token] switch
        {
            UniversalTag.Verb or UniversalTag.Aux => lexicon.VerbLemma(form) ?? (IsStrange(form, Tokens.Lemmas[token], lexicon) ? form : Tokens.Lemmas[token]),
            UniversalTag.Noun => lexicon.NounLemma(form) ?? Tokens.Lemmas[token],
            UniversalTag.Adj or UniversalTag.Adv => form,
            _ => Tokens.Lemmas[token],
        };
    }

    /// <summary>The children of a token, from left to right.</summary>
    public ChildSequence Children(int token) => new(this, token);

    /// <summary>The relation without its subtype.</summary>
    public ReadOnlySpan<char> Relation(int token) => Tokens.Relations[token].AsSpan(0, _relations[token]);

    public bool Is(int token, string relation) => _relations[token] == relation.Length && Relation(token).SequenceEqual(relation);

    /// <summary>The first child with this relation (subtype left out of account unless given), or -1.</summary>
    public int Child(int token, string relation)
    {
        bool isSubtype = relation.Contains(':', StringComparison.Ordinal);
        foreach (int child in Children(token))
        {
            if (isSubtype ? Tokens.Relations[child] == relation : Is(child, relation))
            {
                return child;
            }
        }

        return -1;
    }

    /// <summary>The first child with this relation and lemma, or -1.</summary>
    public int Child(int token, string relation, string lemma)
    {
        foreach (int child in Children(token))
        {
            if (Is(child, relation) && (_lemmas[child] == lemma || Lower(child) == lemma))
            {
                return child;
            }
        }

        return -1;
    }

    /// <summary>Whether <paramref name="token"/> is <paramref name="ancestor"/> or hangs below it.</summary>
    public bool Below(int token, int ancestor)
    {
        for (int i = token, steps = 0; i >= 0 && steps < 512; i = Tokens.Heads[i], steps++)
        {
            if (i == ancestor)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The tokens at and below <paramref name="token"/>, sorted, without those at and below <paramref name="without"/>.</summary>
    public List<int> Yield(int token, params ReadOnlySpan<int> without)
    {
        List<int> found = [];
        if (token < 0 || without.Contains(token))
        {
            return found;
        }

        found.Add(token);
        int limit = Tokens.Sentences[Tokens.SentenceOf(token)].TokenCount;
        for (int i = 0; i < found.Count && found.Count <= limit; i++)
        {
            foreach (int child in Children(found[i]))
            {
                if (!without.Contains(child))
                {
                    found.Add(child);
                }
            }
        }

        found.Sort();
        return found;
    }

    /// <summary>The words of a case marker with its fixed parts, lower-case, joined by "_" ("according_to"), or empty.</summary>
    public string CaseOf(int token)
    {
        foreach (int child in Children(token))
        {
            if (Is(child, "case") || (Is(child, "mark") && Tokens.Tags[child] == UniversalTag.Adp))
            {
                string words = Lower(child);
                foreach (int part in Children(child))
                {
                    if (Is(part, "fixed"))
                    {
                        words += "_" + Lower(part);
                    }
                }

                return words;
            }
        }

        return string.Empty;
    }

    /// <summary>The form in lower case.</summary>
    public string Lower(int token) => _lowers[token];

    /// <summary>Whether a feature stands in the token's features.</summary>
    public bool HasFeature(int token, string feature) => Tokens.Features[token].Contains(feature, StringComparison.Ordinal);

    /// <summary>Whether a clause tells what should be: "should", or a bare verb where a plain statement would have another form ("insisted that the union agree", "insisted they reach it").</summary>
    public bool IsSubjunctive(int clause)
    {
        int auxiliary = Child(clause, "aux");
        if (auxiliary >= 0)
        {
            return Lower(auxiliary) is "should" or "must";
        }

        int verb = Child(clause, "aux:pass") is int passive and >= 0 ? passive : Child(clause, "cop") is int copula and >= 0 ? copula : clause;
        string form = Lower(verb);
        if (form == "be")
        {
            return true;
        }

        int subject = -1;
        foreach (int child in Children(clause))
        {
            subject = Is(child, "nsubj") && child < clause ? child : subject;
        }

        bool isBare = Tokens.Tags[verb] == UniversalTag.Verb && !form.EndsWith('s') && form == Lemma(verb) && !HasFeature(verb, "Tense=Past");
        bool isSingular = subject >= 0 && !HasFeature(subject, "Number=Plur") && Child(subject, "conj") < 0 && Lower(subject) is not ("i" or "we" or "you" or "they" or "who" or "that" or "which");
        bool isShifted = Tokens.Heads[clause] is int head and >= 0 && HasFeature(head, "Tense=Past") && form is not ("have" or "do");
        return isBare && (isSingular || isShifted);
    }

    /// <summary>"after Bell, a board member, threatened to go": the noun before the apposition, where the parser took the verb for a participle; or -1.</summary>
    public int SubjectBeforeApposition(int verb)
    {
        bool isLost = Tokens.Tags[verb] == UniversalTag.Verb && HasFeature(verb, "VerbForm=Part") && HasFeature(verb, "Tense=Past") && Is(verb, "advcl") && Child(verb, "nsubj") < 0 && Child(verb, "aux") < 0
            && (Child(verb, "xcomp") >= 0 || Child(verb, "ccomp") >= 0 || Child(verb, "obj") >= 0);
        (int first, int _) = SentenceBounds(verb);
        if (!isLost || verb - 2 < first || Tokens.Form(verb - 1) is not ",")
        {
            return -1;
        }

        for (int apposition = verb - 2; apposition > first; apposition--)
        {
            int noun = Is(apposition, "appos") ? Tokens.Heads[apposition] : -1;
            if (noun >= first && noun < apposition && Yield(apposition)[^1] is var last && (last == verb - 2 || last == verb - 1))
            {
                bool opensClause = CaseOf(noun) is "after" or "before" or "since" or "as" or "while" or "until" or "because" or "when";
                return opensClause && Tokens.Heads[noun] == Tokens.Heads[verb] ? noun : -1;
            }
        }

        return -1;
    }

    /// <summary>"a letter sent by Bell warned of it", "a poll released in May showed her ahead": the noun before a participle that the parser took for the verb of its clause; or -1.</summary>
    public int SubjectBeforeParticiple(int verb)
    {
        int found = Tokens.Heads[verb] is int above && above >= 0 && above < verb && (Is(verb, "advcl") || Is(verb, "conj")) ? Participle(above, verb) : -1;
        foreach (int child in Children(verb))
        {
            found = found < 0 && child < verb && Is(child, "advcl") ? Participle(child, verb) : found;
        }

        return found;
    }

    private int Participle(int other, int verb)
    {
        int noun = Child(other, "nsubj");
        bool isParticiple = Tokens.Tags[other] == UniversalTag.Verb && noun >= 0 && noun < other && Child(other, "aux") < 0 && Child(verb, "nsubj") < 0 && (Child(other, "obl:agent") is var agent && agent > other && agent < verb || HasFeature(other, "Voice=Pass"));
        for (int i = noun + 1; isParticiple && i < verb; i++)
        {
            isParticiple = Tokens.Form(i) is not ("," or ";" or ":") && Tokens.Tags[i] is not UniversalTag.Cconj;
        }

        return isParticiple ? noun : -1;
    }

    /// <summary>Whether a verb itself is finite; a passive is a participle, whatever relation the parser gave its subject.</summary>
    public bool IsFinite(int token) => HasFeature(token, "VerbForm=Fin");

    /// <summary>The first token of the sentence of <paramref name="token"/> and the index after its last.</summary>
    public (int First, int End) SentenceBounds(int token)
    {
        Sentence sentence = Tokens.Sentences[Tokens.SentenceOf(token)];
        return (sentence.FirstToken, sentence.EndToken);
    }

    /// <summary>The children of one token.</summary>
    internal readonly struct ChildSequence(DependencyTree tree, int token)
    {
        public Enumerator GetEnumerator() => new(tree, token);

        internal struct Enumerator(DependencyTree tree, int token)
        {
            private int _at = -1;
            private bool _started;

            public readonly int Current => _at;

            public bool MoveNext()
            {
                _at = _started ? tree._next[_at] : tree._first[token];
                _started = true;
                return _at >= 0;
            }
        }
    }
}
