using System.Collections.Immutable;
using Parallax.Core.Text;
using Parallax.Stories.Propositions;
using Parallax.Stories.Words;

namespace Parallax.Stories.Happenings;

/// <summary>The words of an event mention, for reports of which only the mention is known and no parse.</summary>
/// <param name="Stem">Stem of its head word.</param>
/// <param name="Class">Class of the table of predicates, or the stem.</param>
/// <param name="Around">Content stems of the sentence with weight, without the mention's own, by stem.</param>
internal sealed record EventWords(string Stem, string Class, ImmutableArray<(string Stem, int Weight)> Around)
{
    /// <summary>Likeness of the sentences, in thousandths, from which two mentions of one class but other words are one; tried 100 to 300 on ECB+.</summary>
    public const int OtherWord = 200;

    /// <summary>The same for mentions of one stem: "said" of two speakers is two events.</summary>
    public const int SameWord = 120;

    /// <summary>The words of the mention at <paramref name="span"/> in its sentence.</summary>
    public static EventWords Of(string text, TextSpan span, TextSpan sentence)
    {
        ImmutableArray<Word> own = WordList.Of(text, span);
        Word? head = own.Length == 0 ? null : own.FirstOrDefault(static w => w.IsContent) is { Stem: not null } content ? content : own[0];
        string stem = head?.Stem ?? text.Substring(span.Start, span.Length).ToLowerInvariant();
        string lemma = head is { } word ? PredicateLexicon.English.VerbLemma(word.Lower, word.Lower) : stem;
        string predicateClass = (PredicateLexicon.English.Verb(lemma) ?? PredicateLexicon.English.Noun(lemma) ?? PredicateLexicon.English.Noun(head?.Lower.TrimEnd('s') ?? stem))?.Class ?? stem;
        return new EventWords(
            stem,
            predicateClass,
            [
                .. WordList.Of(text, sentence).Where(w => w.IsContent && !span.Contains(w.Span)).GroupBy(static w => w.Stem, StringComparer.Ordinal)
                    .Select(static g => (g.Key, WordWeights.Of(g.Key))).OrderBy(static w => w.Key, StringComparer.Ordinal),
            ]);
    }

    /// <summary>Groups mentions of one story: mentions of one stem, or of one class, are the same event where their sentences are alike.</summary>
    /// <returns>For each mention the index of the first of its group.</returns>
    public static int[] Group(IReadOnlyList<EventWords> mentions)
    {
        DisjointSets sets = new(mentions.Count);
        for (int i = 0; i < mentions.Count; i++)
        {
            for (int j = i + 1; j < mentions.Count; j++)
            {
                if ((mentions[i].Stem == mentions[j].Stem && Likeness(mentions[i], mentions[j]) >= SameWord) || (mentions[i].Class == mentions[j].Class && Likeness(mentions[i], mentions[j]) >= OtherWord))
                {
                    sets.Join(i, j);
                }
            }
        }

        return [.. Enumerable.Range(0, mentions.Count).Select(sets.Find)];
    }

    private static int Likeness(EventWords left, EventWords right)
    {
        long shared = 0;
        int i = 0, j = 0;
        while (i < left.Around.Length && j < right.Around.Length)
        {
            int order = string.CompareOrdinal(left.Around[i].Stem, right.Around[j].Stem);
            shared += order == 0 ? left.Around[i].Weight : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        long all = left.Around.Sum(static w => (long)w.Weight) + right.Around.Sum(static w => (long)w.Weight);
        return all == 0 ? 0 : (int)(2000 * shared / all);
    }
}
