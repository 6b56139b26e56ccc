using Parallax.Core.Layers;
using Parallax.Language.Statements.Cues;

namespace Parallax.Language.Statements.Quotations;

/// <summary>Which attributions found by structure hold which quotation, so that no other cue is given it: “We go,” said Ada. “We stay,” said Ben.</summary>
internal sealed class QuotationOwners
{
    private readonly DependencyTree _tree;
    private readonly QuotedTokens _quoted;
    private readonly List<int>?[] _heads;

    public QuotationOwners(DependencyTree tree, QuotedTokens quoted, List<Attribution> attributions)
    {
        _tree = tree;
        _quoted = quoted;
        _heads = new List<int>?[quoted.Quotations.Count];
        foreach (Attribution attribution in attributions)
        {
            if (attribution.Cue is not { } cue || (quoted.Of(cue.Head) >= 0 && cue.Kind != CueKind.Punctuation))
            {
                continue;
            }

            foreach (int token in attribution.Content.Tokens)
            {
                if (quoted.Of(token) is int q and >= 0 && tree.Tokens.Tags[token] != UniversalTag.Punct && _heads[q]?.Contains(cue.Head) != true)
                {
                    (_heads[q] ??= []).Add(cue.Head);
                }
            }
        }
    }

    /// <summary>Whether the token stands in a quotation of another cue, outside of the sentence of this one.</summary>
    public bool IsOthers(int token, Cue cue) =>
        _quoted.Of(token) is int q and >= 0 && _heads[q] is { } heads && !cue.Tokens.Exists(heads.Contains) && _tree.Tokens.SentenceOf(token) != _tree.Tokens.SentenceOf(cue.Head);

    /// <summary>Whether most of the tokens stand in quotations that other cues hold.</summary>
    public bool AreOthers(List<int> tokens, Cue cue)
    {
        int others = 0;
        foreach (int token in tokens)
        {
            others += _quoted.Of(token) is int q and >= 0 && _heads[q] is { } heads && !cue.Tokens.Exists(heads.Contains) ? 1 : 0;
        }

        return others * 2 > tokens.Count;
    }
}
