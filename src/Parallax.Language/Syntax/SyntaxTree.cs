using Parallax.Core.Layers;

namespace Parallax.Language.Syntax;

/// <summary>The parse of a report seen from the heads: dependents and extents. Made once a report; immutable and thread-safe.</summary>
/// <remarks>Heads that leave their sentence or run in a circle are taken as roots, so that every walk ends.</remarks>
public sealed class SyntaxTree
{
    private readonly int[] _heads;
    private readonly int[] _childStarts;
    private readonly int[] _children;
    private readonly int[] _firsts;
    private readonly int[] _ends;
    private readonly string[] _lemmas;

    /// <summary>Builds the view in time linear in tokens times depth.</summary>
    public SyntaxTree(TokenLayer tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        Tokens = tokens;
        int n = tokens.Count;
        _lemmas = new string[n];
        _heads = SafeHeads(tokens);
        _childStarts = new int[n + 1];
        for (int t = 0; t < n; t++)
        {
            if (_heads[t] >= 0)
            {
                _childStarts[_heads[t] + 1]++;
            }
        }

        for (int t = 0; t < n; t++)
        {
            _childStarts[t + 1] += _childStarts[t];
        }

        _children = new int[_childStarts[n]];
        int[] next = _childStarts[..n];
        _firsts = new int[n];
        _ends = new int[n];
        for (int t = 0; t < n; t++)
        {
            (_firsts[t], _ends[t]) = (t, t + 1);
        }

        for (int t = 0; t < n; t++)
        {
            if (_heads[t] >= 0)
            {
                _children[next[_heads[t]]++] = t;
            }

            for (int up = _heads[t]; up >= 0; up = _heads[up])
            {
                _firsts[up] = Math.Min(_firsts[up], t);
                _ends[up] = Math.Max(_ends[up], t + 1);
            }
        }
    }

    /// <summary>The tokens under the tree.</summary>
    public TokenLayer Tokens { get; }

    /// <summary>The head of a token, -1 for a root.</summary>
    public int Head(int token) => _heads[token];

    /// <summary>The dependents of a token in text order.</summary>
    public ReadOnlySpan<int> Children(int token) => _children.AsSpan(_childStarts[token], _childStarts[token + 1] - _childStarts[token]);

    /// <summary>First token of the stretch from the leftmost to the rightmost descendant.</summary>
    public int First(int token) => _firsts[token];

    /// <summary>Index after the last token of that stretch.</summary>
    public int End(int token) => _ends[token];

    /// <summary>The lemma of a token, lower case; a form of a verb that the lexicons list is known by itself.</summary>
    public string Lemma(int token) => _lemmas[token] ??= Tokens.Tags[token] is UniversalTag.Verb or UniversalTag.Aux
        ? ListedVerbs.LemmaOf(Tokens.Form(token).ToString().ToLowerInvariant()) ?? Tokens.Lemmas[token].ToLowerInvariant()
        : Tokens.Lemmas[token].ToLowerInvariant();

    /// <summary>Whether the relation of a token is <paramref name="relation"/> or, where that has no subtype, one of its subtypes.</summary>
    public bool Is(int token, string relation) => Matches(Tokens.Relations[token], relation);

    /// <summary>The first dependent with this relation (subtypes count where none is given), or -1.</summary>
    public int Child(int token, string relation)
    {
        foreach (int child in Children(token))
        {
            if (Is(child, relation))
            {
                return child;
            }
        }

        return -1;
    }

    /// <summary>Whether <paramref name="ancestor"/> is the token or stands above it.</summary>
    public bool Dominates(int ancestor, int token)
    {
        for (int up = token; up >= 0; up = _heads[up])
        {
            if (up == ancestor)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The token of <paramref name="first"/>..<paramref name="end"/> whose head lies outside; the first such token.</summary>
    public int TopOf(int first, int end)
    {
        for (int t = first; t < end; t++)
        {
            if (Tokens.Relations[t] != "punct" && (_heads[t] < first || _heads[t] >= end))
            {
                return t;
            }
        }

        return first;
    }

    /// <summary>Whether a relation is another or a subtype of it.</summary>
    public static bool Matches(string relation, string wanted) =>
        relation.StartsWith(wanted, StringComparison.Ordinal) && (relation.Length == wanted.Length || relation[wanted.Length] == ':');

    private static int[] SafeHeads(TokenLayer tokens)
    {
        int[] heads = tokens.Heads.ToArray();
        foreach (Sentence sentence in tokens.Sentences)
        {
            for (int t = sentence.FirstToken; t < sentence.EndToken; t++)
            {
                if (heads[t] < sentence.FirstToken || heads[t] >= sentence.EndToken || heads[t] == t)
                {
                    heads[t] = -1;
                }
            }

            for (int t = sentence.FirstToken; t < sentence.EndToken; t++)
            {
                int steps = 0;
                for (int up = heads[t]; up >= 0; up = heads[up])
                {
                    if (++steps > sentence.TokenCount)
                    {
                        heads[t] = -1;
                        break;
                    }
                }
            }
        }

        return heads;
    }
}
