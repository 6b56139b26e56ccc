using System.Collections.Immutable;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Stories.Happenings;
using Parallax.Stories.Words;

namespace Parallax.Stories.Alignments;

/// <summary>A piece of a sentence that says one thing: a noun with what belongs to it, with its preposition; a group of verbs; a word by itself.</summary>
/// <param name="Spans">Its words, one or more stretches in text order.</param>
/// <param name="Text">The words, weighed.</param>
/// <param name="Content">Those that are no stop words.</param>
/// <param name="HasVerb">Whether a verb is among them.</param>
/// <param name="Kinds">Kinds of its words in the table of words of one kind, ascending.</param>
internal sealed record Chunk(ImmutableArray<TextSpan> Spans, WeighedText Text, ImmutableArray<WeighedWord> Content, bool HasVerb, ImmutableArray<int> Kinds)
{
    private static readonly string[] NounParts = ["det", "amod", "compound", "nummod", "nmod:poss", "flat", "case", "fixed", "nmod:tmod", "advmod", "goeswith", "det:predet"];
    private static readonly string[] VerbParts = ["aux", "aux:pass", "compound:prt", "mark", "cop", "fixed"];

    /// <summary>The words.</summary>
    public ImmutableArray<WeighedWord> Words => Text.Words;

    /// <summary>The piece at the spans.</summary>
    public static Chunk Of(TokenLayer tokens, ImmutableArray<TextSpan> spans, WordMeanings meanings)
    {
        ImmutableArray<WeighedWord> words = [.. spans.SelectMany(s => meanings.Weigh(tokens.Text.Text, s))];
        SortedSet<int> kinds = [];
        bool verb = false;
        for (int i = 0; i < tokens.Count; i++)
        {
            if (spans.Any(s => s.Overlaps(tokens.Span(i))))
            {
                verb |= tokens.Tags[i] == UniversalTag.Verb;
                foreach (string word in new[] { Folding.Fold(tokens.Lemmas[i]), Folding.Fold(tokens.Form(i)) })
                {
                    foreach (int kind in KinWords.Of(word))
                    {
                        kinds.Add(kind);
                    }
                }
            }
        }

        return new Chunk(spans, new WeighedText(words, meanings.Width), [.. words.Where(static w => w.Word.IsContent)], verb, [.. kinds]);
    }

    /// <summary>Words that stand by themselves, without a parse.</summary>
    public static Chunk Of(string text, WordMeanings meanings)
    {
        ImmutableArray<WeighedWord> words = meanings.Weigh(text);
        SortedSet<int> kinds = [];
        foreach (WeighedWord word in words)
        {
            foreach (int kind in KinWords.Of(word.Word.Lower))
            {
                kinds.Add(kind);
            }
        }

        return new Chunk([new TextSpan(0, text.Length)], new WeighedText(words, meanings.Width), [.. words.Where(static w => w.Word.IsContent)], false, [.. kinds]);
    }

    /// <summary>Cuts a sentence into pieces by its parse; punctuation is in none.</summary>
    public static ImmutableArray<Chunk> Cut(TokenLayer tokens, Sentence sentence, WordMeanings meanings)
    {
        int[] pieceOf = new int[sentence.TokenCount];
        for (int i = 0; i < pieceOf.Length; i++)
        {
            int token = sentence.FirstToken + i, head = token;
            for (int steps = 0; steps < sentence.TokenCount && tokens.Heads[head] >= sentence.FirstToken && BelongsAbove(tokens, head); steps++)
            {
                head = tokens.Heads[head];
            }

            pieceOf[i] = tokens.Tags[token] == UniversalTag.Punct ? -1 : head;
        }

        List<Chunk> chunks = [];
        for (int i = 0; i < pieceOf.Length;)
        {
            int end = i + 1;
            while (end < pieceOf.Length && pieceOf[end] == pieceOf[i])
            {
                end++;
            }

            if (pieceOf[i] >= 0)
            {
                chunks.Add(Of(tokens, [tokens.Span(sentence.FirstToken + i, sentence.FirstToken + end)], meanings));
            }

            i = end;
        }

        return [.. chunks];
    }

    private static bool BelongsAbove(TokenLayer tokens, int token)
    {
        bool verb = tokens.Tags[tokens.Heads[token]] is UniversalTag.Verb or UniversalTag.Aux;
        return verb ? VerbParts.Contains(tokens.Relations[token]) : NounParts.Contains(tokens.Relations[token]);
    }
}
