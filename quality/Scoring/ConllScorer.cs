using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Quality.Corpora;

namespace Parallax.Quality.Scoring;

/// <summary>The measures of the CoNLL 2018 shared task. Adds up over documents.</summary>
/// <param name="Tokens">Surface tokens by place.</param>
/// <param name="Sentences">Sentences by place.</param>
/// <param name="Words">Syntactic words, aligned by place.</param>
/// <param name="Upos">Universal tags of aligned words.</param>
/// <param name="UFeats">All universal features of aligned words.</param>
/// <param name="Lemmas">Lemmas of aligned words; a gold <c>_</c> matches any.</param>
/// <param name="Uas">Heads of aligned words.</param>
/// <param name="Las">Heads and relations without subtype.</param>
public readonly record struct ConllScore(
    F1Score Tokens, F1Score Sentences, F1Score Words, F1Score Upos, F1Score UFeats, F1Score Lemmas, F1Score Uas, F1Score Las)
{
    /// <summary>Adds the counts.</summary>
    public static ConllScore operator +(ConllScore left, ConllScore right) => Add(left, right);

    /// <summary>Adds the counts.</summary>
    public static ConllScore Add(ConllScore left, ConllScore right) => new(
        left.Tokens + right.Tokens, left.Sentences + right.Sentences, left.Words + right.Words, left.Upos + right.Upos,
        left.UFeats + right.UFeats, left.Lemmas + right.Lemmas, left.Uas + right.Uas, left.Las + right.Las);
}

/// <summary>Scores a layer against a gold layer over the same text, as the evaluation script of the CoNLL 2018 shared task does.</summary>
public static class ConllScorer
{
    private static readonly HashSet<string> UniversalFeatures = new(StringComparer.Ordinal)
    {
        "PronType", "NumType", "Poss", "Reflex", "Foreign", "Abbr", "Gender", "Animacy", "Number", "Case", "Definite", "Degree",
        "VerbForm", "Mood", "Tense", "Aspect", "Voice", "Evident", "Polarity", "Person", "Polite",
    };

    /// <summary>Scores everything.</summary>
    /// <param name="gold">The gold document.</param>
    /// <param name="system">The layer found, over the same text.</param>
    /// <param name="surface">The surface tokens found; by place.</param>
    public static ConllScore Score(ConlluDocument gold, TokenLayer system, IEnumerable<TextSpan> surface)
    {
        TokenLayer tokens = gold.Tokens;
        int[] systemOf = Align(tokens.Starts, tokens.Ends, system.Starts, system.Ends);
        int[] goldOf = new int[system.Count];
        goldOf.AsSpan().Fill(-1);
        double words = 0, tags = 0, features = 0, lemmas = 0, heads = 0, relations = 0;
        for (int g = 0; g < tokens.Count; g++)
        {
            if (systemOf[g] >= 0)
            {
                goldOf[systemOf[g]] = g;
            }
        }

        for (int g = 0; g < tokens.Count; g++)
        {
            int s = systemOf[g];
            if (s < 0)
            {
                continue;
            }

            words++;
            tags += tokens.Tags[g] == system.Tags[s] ? 1 : 0;
            features += Universal(tokens.Features[g]) == Universal(system.Features[s]) ? 1 : 0;
            lemmas += tokens.Lemmas[g] == "_" || tokens.Lemmas[g] == system.Lemmas[s] ? 1 : 0;
            int head = system.Heads[s] < 0 ? -1 : goldOf[system.Heads[s]];
            bool sameHead = system.Heads[s] < 0 ? tokens.Heads[g] < 0 : head >= 0 && head == tokens.Heads[g];
            heads += sameHead ? 1 : 0;
            relations += sameHead && Bare(tokens.Relations[g]) == Bare(system.Relations[s]) ? 1 : 0;
        }

        F1Score Of(double correct) => new(correct, tokens.Count, system.Count);
        return new ConllScore(
            MultisetScorer.Score(gold.Surface, surface),
            MultisetScorer.Score(tokens.Sentences.Select(static x => x.Span), system.Sentences.Select(static x => x.Span)),
            Of(words), Of(tags), Of(features), Of(lemmas), Of(heads), Of(relations));
    }

    /// <summary>For each gold word the found word at the same place, or -1. Words that share a place pair in order.</summary>
    public static int[] Align(ReadOnlySpan<int> goldStarts, ReadOnlySpan<int> goldEnds, ReadOnlySpan<int> starts, ReadOnlySpan<int> ends)
    {
        int[] aligned = new int[goldStarts.Length];
        int s = 0;
        for (int g = 0; g < goldStarts.Length; g++)
        {
            while (s < starts.Length && (starts[s] < goldStarts[g] || (starts[s] == goldStarts[g] && ends[s] < goldEnds[g])))
            {
                s++;
            }

            bool same = s < starts.Length && starts[s] == goldStarts[g] && ends[s] == goldEnds[g];
            aligned[g] = same ? s++ : -1;
        }

        return aligned;
    }

    private static string Bare(string relation)
    {
        int colon = relation.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? relation : relation[..colon];
    }

    private static string Universal(string features) => features.Length == 0
        ? features
        : string.Join('|', features.Split('|').Where(static f => UniversalFeatures.Contains(f.Split('=')[0])).Order(StringComparer.Ordinal));
}
