using System.Collections.Immutable;
using Parallax.Core.Layers;

namespace Parallax.Language.Tokens;

/// <summary>What <see cref="Tokenizer"/> finds: sentences and the columns of a <see cref="TokenLayer"/> that need no network.</summary>
/// <param name="Sentences">Sentences in text order; together they cover all tokens, none crosses a block.</param>
/// <param name="Starts">First UTF-16 code unit of each token; ascending.</param>
/// <param name="Ends">First code unit after each token; at most the next token's start.</param>
/// <param name="JoinsPrevious">Whether a token belongs to the same surface token (multi-word token of UD) as the one before: true for "n't" of "don't".</param>
public sealed record TokenizedText(ImmutableArray<Sentence> Sentences, int[] Starts, int[] Ends, bool[] JoinsPrevious)
{
    /// <summary>Number of tokens.</summary>
    public int Count => Starts.Length;
}
