using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Language.Statements.Cues;

namespace Parallax.Language.Statements.Quotations;

/// <summary>Takes away pull quotes: paragraphs that repeat quoted words of the text to catch the eye, between paragraphs with which they have nothing to do.</summary>
/// <remarks>
/// Whoever speaks before such a paragraph is not the one who is quoted in it, and whoever goes on behind it is not either. The words stand in the text itself, with their speaker.
/// A paragraph is one where little but the quoted words stands in it and another paragraph of the report has the same words in more.
/// </remarks>
internal sealed class PullQuotes(TokenLayer tokens, QuotedTokens quoted)
{
    // Words of a quotation that is told again, words by which it is looked for, and words that may stand beside it ("Ada Brown said of the port").
    private const int MinWords = 7, Key = 5, MaxBeside = 10;

    private sealed record Words(Attribution Attribution, int Block, List<string> Said, int Paragraph);

    /// <summary>Removes the attributions of pull quotes.</summary>
    public void Apply(List<Attribution> attributions)
    {
        List<Words> said = [];
        Dictionary<string, List<Words>> byKey = new(StringComparer.Ordinal);
        foreach (Attribution attribution in attributions)
        {
            if (Read(attribution) is { } words)
            {
                said.Add(words);
                for (int i = 0; i + Key <= words.Said.Count; i++)
                {
                    string key = string.Join(' ', words.Said.GetRange(i, Key));
                    (byKey.TryGetValue(key, out List<Words>? with) ? with : byKey[key] = []).Add(words);
                }
            }
        }

        HashSet<Attribution> pulled = [.. said.Where(w => w.Paragraph - w.Said.Count <= MaxBeside && byKey[string.Join(' ', w.Said.GetRange(0, Key))].Exists(o => IsOf(w, o))).Select(static w => w.Attribution)];
        foreach (Attribution attribution in pulled)
        {
            int block = Block(attribution.Content.Tokens[0]);
            for (int s = tokens.SentenceOf(attribution.Content.Tokens[0]); s < tokens.Sentences.Length && tokens.Sentences[s].Block == block; s++)
            {
                quoted.Pull(s);
            }
        }

        attributions.RemoveAll(pulled.Contains);
    }

    private static bool IsOf(Words pull, Words other)
    {
        bool isFuller = other.Block != pull.Block && (other.Said.Count > pull.Said.Count || other.Paragraph > pull.Paragraph) && other.Said.Count >= pull.Said.Count;
        for (int i = 0; isFuller && i + pull.Said.Count <= other.Said.Count; i++)
        {
            if (other.Said.GetRange(i, pull.Said.Count).SequenceEqual(pull.Said))
            {
                return true;
            }
        }

        return false;
    }

    // The words of what is quoted alone, in one paragraph; null of anything else.
    private Words? Read(Attribution attribution)
    {
        List<int> content = attribution.Content.Tokens.FindAll(IsWord);
        if (attribution.Parent is not null || content.Count < MinWords || content.Exists(i => quoted.Of(i) < 0) || tokens.Sentences[tokens.SentenceOf(content[0])].Part == TextPart.Title)
        {
            return null;
        }

        int block = Block(content[0]), first = content[0], last = content[0];
        while (first > 0 && Block(first - 1) == block)
        {
            first--;
        }

        while (last + 1 < tokens.Count && Block(last + 1) == block)
        {
            last++;
        }

        return new Words(attribution, block, [.. content.Select(i => tokens.Form(i).ToString().ToLowerInvariant())], Math.Max(content.Count, Enumerable.Range(first, last - first + 1).Count(IsWord)));
    }

    private int Block(int token) => tokens.Sentences[tokens.SentenceOf(token)].Block;

    private bool IsWord(int token) => tokens.Tags[token] is not (UniversalTag.Punct or UniversalTag.Sym);
}
