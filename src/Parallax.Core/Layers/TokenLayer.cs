using System.Collections.Immutable;
using Parallax.Core.Text;

namespace Parallax.Core.Layers;

/// <summary>The sentences and tokens of one report, as columns: one array a property, one element a token (syntactic words of UD; "don't" is two).</summary>
/// <remarks>
/// All columns have <see cref="Count"/> elements. Heads are absolute token indices; -1 marks the root of a sentence. A layer read without the network
/// has tag X, no head other than a flat one, and lemma = lower-cased form. Immutable once made: nobody writes to the arrays after construction.
/// </remarks>
public sealed class TokenLayer
{
    private readonly int[] _sentenceOf;

    /// <summary>Makes a layer from finished columns; the arrays are taken over, not copied.</summary>
    /// <param name="text">The article text.</param>
    /// <param name="sentences">Sentences in text order; together they cover all tokens.</param>
    /// <param name="starts">First UTF-16 code unit of each token.</param>
    /// <param name="ends">First code unit after each token.</param>
    /// <param name="tags">Universal part of speech.</param>
    /// <param name="features">UD features, <c>Number=Sing|Person=3</c>, empty where none; share the strings.</param>
    /// <param name="lemmas">Lemmas; share the strings.</param>
    /// <param name="heads">Absolute index of the head, -1 for a root.</param>
    /// <param name="relations">UD relation with subtype, <c>nsubj:pass</c>; share the strings.</param>
    /// <exception cref="ArgumentException">The columns differ in length.</exception>
    public TokenLayer(
        SourceText text, ImmutableArray<Sentence> sentences, int[] starts, int[] ends,
        UniversalTag[] tags, string[] features, string[] lemmas, int[] heads, string[] relations)
    {
        int n = starts.Length;
        if (ends.Length != n || tags.Length != n || features.Length != n || lemmas.Length != n || heads.Length != n || relations.Length != n)
        {
            throw new ArgumentException("The columns of a token layer have one length.", nameof(starts));
        }

        (Text, Sentences, StartColumn, EndColumn, TagColumn, FeatureColumn, LemmaColumn, HeadColumn, RelationColumn) =
            (text, sentences, starts, ends, tags, features, lemmas, heads, relations);
        _sentenceOf = new int[n];
        for (int s = 0; s < sentences.Length; s++)
        {
            _sentenceOf.AsSpan(sentences[s].FirstToken, sentences[s].TokenCount).Fill(s);
        }
    }

    /// <summary>The article text the offsets point into.</summary>
    public SourceText Text { get; }

    /// <summary>Number of tokens.</summary>
    public int Count => StartColumn.Length;

    /// <summary>Sentences in text order.</summary>
    public ImmutableArray<Sentence> Sentences { get; }

    /// <summary>First code unit of each token.</summary>
    public ReadOnlySpan<int> Starts => StartColumn;

    /// <summary>First code unit after each token.</summary>
    public ReadOnlySpan<int> Ends => EndColumn;

    /// <summary>Universal part of speech of each token.</summary>
    public ReadOnlySpan<UniversalTag> Tags => TagColumn;

    /// <summary>UD features of each token.</summary>
    public ReadOnlySpan<string> Features => FeatureColumn;

    /// <summary>Lemma of each token.</summary>
    public ReadOnlySpan<string> Lemmas => LemmaColumn;

    /// <summary>Head of each token: absolute index, -1 for a root.</summary>
    public ReadOnlySpan<int> Heads => HeadColumn;

    /// <summary>UD relation of each token to its head.</summary>
    public ReadOnlySpan<string> Relations => RelationColumn;

    private int[] StartColumn { get; }

    private int[] EndColumn { get; }

    private UniversalTag[] TagColumn { get; }

    private string[] FeatureColumn { get; }

    private string[] LemmaColumn { get; }

    private int[] HeadColumn { get; }

    private string[] RelationColumn { get; }

    /// <summary>Index of the sentence that holds a token.</summary>
    public int SentenceOf(int token) => _sentenceOf[token];

    /// <summary>The form of a token, without copying.</summary>
    public ReadOnlySpan<char> Form(int token) => Text.Text.AsSpan(StartColumn[token], EndColumn[token] - StartColumn[token]);

    /// <summary>The place of a token.</summary>
    public TextSpan Span(int token) => TextSpan.FromBounds(StartColumn[token], EndColumn[token]);

    /// <summary>The place from the first token up to but not including <paramref name="end"/>.</summary>
    public TextSpan Span(int first, int end) => TextSpan.FromBounds(StartColumn[first], EndColumn[end - 1]);

    /// <summary>Index of the first token that ends after <paramref name="position"/>; <see cref="Count"/> where none does.</summary>
    public int TokenAt(int position)
    {
        int low = 0, high = Count;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (EndColumn[middle] <= position)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>The tokens that overlap <paramref name="span"/>, as first index and the index after the last.</summary>
    public (int First, int End) TokensOf(TextSpan span)
    {
        int first = TokenAt(span.Start);
        int end = first;
        while (end < Count && StartColumn[end] < span.End)
        {
            end++;
        }

        return (first, end);
    }
}
