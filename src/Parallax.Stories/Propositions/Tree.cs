using Parallax.Core.Layers;
using Parallax.Core.Text;

namespace Parallax.Stories.Propositions;

/// <summary>The parse of a report with the way down from heads to dependents.</summary>
internal sealed class Tree
{
    private readonly int[] _firstChild;
    private readonly int[] _nextSibling;

    // Relations without their subtypes; null where none was asked for yet.
    private readonly string?[] _plain;

    public Tree(TokenLayer tokens)
    {
        Tokens = tokens;
        _firstChild = new int[tokens.Count];
        _nextSibling = new int[tokens.Count];
        _plain = new string?[tokens.Count];
        Array.Fill(_firstChild, -1);
        for (int i = tokens.Count - 1; i >= 0; i--)
        {
            int head = tokens.Heads[i];
            if (head >= 0)
            {
                _nextSibling[i] = _firstChild[head];
                _firstChild[head] = i;
            }
            else
            {
                _nextSibling[i] = -1;
            }
        }
    }

    public TokenLayer Tokens { get; }

    /// <summary>The dependents of a token, in text order.</summary>
    public IEnumerable<int> Children(int token)
    {
        for (int child = _firstChild[token]; child >= 0; child = _nextSibling[child])
        {
            yield return child;
        }
    }

    /// <summary>The dependents with one of the relations (without subtype unless the asked one has it).</summary>
    public IEnumerable<int> Children(int token, params string[] relations)
    {
        foreach (int child in Children(token))
        {
            if (IsOne(Tokens.Relations[child], relations))
            {
                yield return child;
            }
        }
    }

    /// <summary>The first dependent with one of the relations, or -1.</summary>
    public int Child(int token, params ReadOnlySpan<string> relations)
    {
        for (int child = _firstChild[token]; child >= 0; child = _nextSibling[child])
        {
            if (IsOne(Tokens.Relations[child], relations))
            {
                return child;
            }
        }

        return -1;
    }

    /// <summary>The relation without its subtype.</summary>
    public string Relation(int token)
    {
        if (_plain[token] is { } known)
        {
            return known;
        }

        string relation = Tokens.Relations[token];
        int colon = relation.IndexOf(':', StringComparison.Ordinal);
        return _plain[token] = colon < 0 ? relation : relation[..colon];
    }

    /// <summary>First and last token (inclusive) of everything below a token; relations in <paramref name="without"/> directly below it are left out.</summary>
    public (int First, int Last) Bounds(int token, params ReadOnlySpan<string> without)
    {
        int first = token, last = token;
        for (int child = _firstChild[token]; child >= 0; child = _nextSibling[child])
        {
            if (without.Length > 0 && (without.Contains(Relation(child)) || without.Contains(Tokens.Relations[child])))
            {
                continue;
            }

            (int childFirst, int childLast) = Bounds(child);
            first = Math.Min(first, childFirst);
            last = Math.Max(last, childLast);
        }

        return (first, last);
    }

    /// <summary>The words of everything below a token, without punctuation at the edges.</summary>
    public TextSpan Span(int token, params ReadOnlySpan<string> without)
    {
        (int first, int last) = Bounds(token, without);
        while (first < token && IsEdge(first, token, atStart: true))
        {
            first++;
        }

        while (last > token && IsEdge(last, token, atStart: false))
        {
            last--;
        }

        return Tokens.Span(first, last + 1);
    }

    /// <summary>Whether a token lies below another (or is it).</summary>
    public bool IsBelow(int token, int ancestor)
    {
        for (int at = token; at >= 0; at = Tokens.Heads[at])
        {
            if (at == ancestor)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a word form of a token is this one, ignoring case.</summary>
    public bool Is(int token, string form) => Tokens.Form(token).Equals(form, StringComparison.OrdinalIgnoreCase);

    // Whether a relation is one of those asked for, or a subtype of one.
    private static bool IsOne(string relation, ReadOnlySpan<string> asked)
    {
        foreach (string one in asked)
        {
            if (relation == one || (relation.Length > one.Length && relation[one.Length] == ':' && relation.StartsWith(one, StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }

    // "Although the house agreed, the senate refused": the mark of a clause below stays, or its clause would read as the main one.
    private bool IsEdge(int token, int top, bool atStart) => Tokens.Tags[token] == UniversalTag.Punct
        ? Tokens.Form(token) is not ("%" or ")" or "]" or "”" or "’" or "\"") || atStart
        : atStart && Tokens.Heads[token] == top && Tokens.Relations[token] is "cc" or "mark";
}
