using Parallax.Core.Layers;

namespace Parallax.Language.Statements.Quotations;

/// <summary>The quotations of a report over its tokens.</summary>
internal sealed class QuotedTokens
{
    private readonly int[] _outermost;
    private readonly HashSet<int> _pulled = [];

    public QuotedTokens(TokenLayer tokens, List<Quotation> quotations)
    {
        Quotations = quotations;
        _outermost = new int[tokens.Count];
        _outermost.AsSpan().Fill(-1);
        Ranges = new (int First, int End)[quotations.Count];
        for (int q = 0; q < quotations.Count; q++)
        {
            Ranges[q] = tokens.TokensOf(quotations[q].Span);
            if (quotations[q].Depth == 0)
            {
                for (int i = Ranges[q].First; i < Ranges[q].End; i++)
                {
                    _outermost[i] = q;
                }
            }
        }
    }

    /// <summary>All quotations, by place, outer before inner.</summary>
    public List<Quotation> Quotations { get; }

    /// <summary>The tokens of each quotation, its marks included.</summary>
    public (int First, int End)[] Ranges { get; }

    /// <summary>Index of the outermost quotation that holds a token, or -1.</summary>
    public int Of(int token) => _outermost[token];

    /// <summary>Says that the sentences of a paragraph only repeat quoted words to catch the eye.</summary>
    public void Pull(int sentence) => _pulled.Add(sentence);

    /// <summary>Whether a sentence stands in such a paragraph.</summary>
    public bool IsPulled(int sentence) => _pulled.Contains(sentence);

    /// <summary>Whether a quotation holds the token and not <paramref name="other"/> (-1: any quotation).</summary>
    public bool IsWithin(int token, int other)
    {
        if (_outermost[token] is var outer && (outer < 0 || other < 0 || _outermost[other] != outer))
        {
            return outer >= 0;
        }

        for (int q = outer + 1; q < Ranges.Length && Ranges[q].First <= token; q++)
        {
            if (token < Ranges[q].End && !(Ranges[q].First <= other && other < Ranges[q].End))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The quotation that starts at or is opened by the token, or -1; outermost first.</summary>
    public int StartingAt(int token)
    {
        for (int q = 0; q < Ranges.Length; q++)
        {
            if (Ranges[q].First == token && Ranges[q].End > token)
            {
                return q;
            }
        }

        return -1;
    }

    /// <summary>The outermost quotation whose last token is this one, or -1.</summary>
    public int EndingAt(int token) => 0 <= token && token < _outermost.Length && _outermost[token] is int q and >= 0 && Ranges[q].End == token + 1 ? q : -1;

    /// <summary>Number of tokens that are words and no marks, of a quotation.</summary>
    public int WordCount(int quotation, TokenLayer tokens)
    {
        int words = 0;
        for (int i = Ranges[quotation].First; i < Ranges[quotation].End; i++)
        {
            words += tokens.Tags[i] is UniversalTag.Punct or UniversalTag.Sym ? 0 : 1;
        }

        return words;
    }
}
