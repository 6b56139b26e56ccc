using Parallax.Core.Layers;

namespace Parallax.Language.Neural;

/// <summary>Copies of the columns of a reading in which single words are read and hung otherwise; the trees stay trees. Not thread-safe.</summary>
internal sealed class TreeEdit(TokenLayer tokens)
{
    private readonly UniversalTag[] _tags = [.. tokens.Tags];
    private readonly string[] _features = [.. tokens.Features];
    private readonly string[] _lemmas = [.. tokens.Lemmas];
    private readonly int[] _heads = [.. tokens.Heads];
    private readonly string[] _relations = [.. tokens.Relations];

    /// <summary>The layer with all changes.</summary>
    public TokenLayer Layer() => new(tokens.Text, tokens.Sentences, [.. tokens.Starts], [.. tokens.Ends], _tags, _features, _lemmas, _heads, _relations);

    /// <summary>The head of a token as it stands now, -1 for a root.</summary>
    public int Head(int token) => _heads[token];

    /// <summary>The relation of a token as it stands now.</summary>
    public string Relation(int token) => _relations[token];

    /// <summary>Reads a token as another word.</summary>
    public void Retag(int token, UniversalTag tag, string features, string lemma) => (_tags[token], _features[token], _lemmas[token]) = (tag, features, lemma);

    /// <summary>Hangs a token under another that is not below it.</summary>
    public void Under(int token, int head, string relation)
    {
        if (token != head && !IsBelow(head, token))
        {
            (_heads[token], _relations[token]) = (head, relation);
        }
    }

    /// <summary>Whether a token is below another, or the same.</summary>
    public bool IsBelow(int token, int top)
    {
        for (int at = token; at >= 0; at = _heads[at])
        {
            if (at == top)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether something hangs on a token by a relation.</summary>
    public bool HasChild(int token, string relation)
    {
        Sentence sentence = tokens.Sentences[tokens.SentenceOf(token)];
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (_heads[i] == token && _relations[i] == relation)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a token is a finite verb, or the head of one.</summary>
    public bool IsFiniteClause(int token)
    {
        Sentence sentence = tokens.Sentences[tokens.SentenceOf(token)];
        bool isFinite = _features[token].Contains("VerbForm=Fin", StringComparison.Ordinal);
        for (int i = sentence.FirstToken; i < sentence.EndToken && !isFinite; i++)
        {
            isFinite = _heads[i] == token && (_relations[i].StartsWith("aux", StringComparison.Ordinal) || _relations[i] == "cop") && _features[i].Contains("VerbForm=Fin", StringComparison.Ordinal);
        }

        return isFinite;
    }

    /// <summary>Makes the words of a name one flat phrase under its first, which takes the place of the last; the first is returned.</summary>
    public int Flatten(int first, int last)
    {
        if (first == last)
        {
            return last;
        }

        if (IsBelow(first, last))
        {
            (int head, string relation) = (_heads[last], _relations[last]);
            (_heads[first], _relations[first]) = (head, relation);
        }

        Sentence sentence = tokens.Sentences[tokens.SentenceOf(last)];
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (i != first && _heads[i] == last && !IsBelow(first, i))
            {
                _heads[i] = first;
            }
        }

        for (int i = first + 1; i <= last; i++)
        {
            Under(i, first, "flat");
        }

        return first;
    }

    /// <summary>Puts a token in the place of another above it, with all that hangs there but the words of its name, and hangs the other under it; where it is not below, only the latter.</summary>
    /// <param name="token">The token to rise.</param>
    /// <param name="noun">The token to give way.</param>
    /// <param name="relation">How the latter hangs then.</param>
    /// <param name="bare">The relation of the former where the place had none that fits a clause or a thing.</param>
    public void Promote(int token, int noun, string relation, string bare)
    {
        if (IsBelow(token, noun))
        {
            (int head, string place) = (_heads[noun], _relations[noun]);
            Sentence sentence = tokens.Sentences[tokens.SentenceOf(noun)];
            for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                if (_heads[i] == noun && i != token && _relations[i] is not ("flat" or "case" or "nmod:desc" or "appos" or "acl:relcl"))
                {
                    _heads[i] = token;
                }
            }

            (_heads[token], _relations[token]) = (head, head < 0 ? "root" : place is "amod" or "compound" or "aux" or "nmod:poss" ? bare : place);
        }

        Under(noun, token, relation);
    }

    /// <summary>Puts a token in the place of another, which goes under it as its clause and keeps all that hangs on it but the stop at the end.</summary>
    public void Above(int token, int clause)
    {
        (_heads[token], _relations[token]) = (_heads[clause], _relations[clause]);
        (_heads[clause], _relations[clause]) = (token, "ccomp");
        int last = tokens.Sentences[tokens.SentenceOf(token)].EndToken - 1;
        if (_heads[last] == clause && _tags[last] == UniversalTag.Punct)
        {
            _heads[last] = token;
        }
    }

    /// <summary>Gives what hangs on a noun behind its name to a verb.</summary>
    public void HandOver(int noun, int verb, int last)
    {
        Sentence sentence = tokens.Sentences[tokens.SentenceOf(noun)];
        for (int i = last + 1; i < sentence.EndToken; i++)
        {
            if (_heads[i] == noun && _relations[i] is not ("flat" or "appos" or "acl:relcl") && !IsBelow(verb, i))
            {
                _heads[i] = verb;
            }
        }
    }
}
