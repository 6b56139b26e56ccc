using System.Globalization;
using Parallax.Core.Accounts;
using Parallax.Core.Time;
using Parallax.Stories.Words;

namespace Parallax.Stories.Quotations;

/// <summary>What two utterances of different reports have in common.</summary>
internal readonly record struct UtteranceMatch(bool IsSame, QuotationRelation Relation, int Likeness, string Why);

/// <summary>Decides whether two statements render one utterance, and how they differ.</summary>
internal static class UtteranceMatcher
{
    private const int LeastStems = 3;
    private const int LeastSharedStems = 4;

    // What people judge as "roughly the same, some details differ" or better, of one speaker at one time and with some words shared.
    private const int Alike = 720;
    private const int LeastShared = 2;

    // Of fewer common words in the same order, in thousandths, nobody sees one utterance in the two.
    private const int LeastLikeness = 300, LeastLikenessOfReported = 400;

    // Shorter formulas are everybody's.
    private const int WordsOfNobody = 8;

    /// <summary>Compares two statements of different reports.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <param name="meanings">Finds the same said in other words; null or without vectors: only shared words count.</param>
    public static UtteranceMatch Compare(Utterance left, Utterance right, WordMeanings? meanings = null)
    {
        bool sameSpeaker = Speakers.Same(left.Statement, right.Statement);
        bool bothDirect = left.Statement.Manner == Manner.Direct && right.Statement.Manner == Manner.Direct;
        int least = Math.Min(left.Stems.Length, right.Stems.Length);
        if (least < LeastStems || (!sameSpeaker && !bothDirect) || left.Shared(right) < (sameSpeaker ? LeastShared : LeastStems) || !left.Time.Compatible(right.Time))
        {
            return default;
        }

        int common = WordDiff.Common(left.Words.AsSpan(), right.Words.AsSpan()), words = Math.Min(left.Words.Length, right.Words.Length);
        int likeness = 2000 * common / (left.Words.Length + right.Words.Length);
        bool anyQuoted = left.Statement.Manner != Manner.Indirect || right.Statement.Manner != Manner.Indirect;
        bool sameWords = common == left.Words.Length && common == right.Words.Length;
        if (!sameSpeaker && !sameWords)
        {
            // Who "he" is was not found in one of them, or the words are given to somebody else; then the words alone must carry it.
            bool unknown = !Speakers.IsKnown(left.Statement) || !Speakers.IsKnown(right.Statement);
            int order = WordDiff.Common(left.Stems.AsSpan(), right.Stems.AsSpan());
            bool alike = order >= (unknown ? LeastSharedStems : LeastSharedStems + 1) && 2000 * order / (left.Stems.Length + right.Stems.Length) >= (unknown ? 600 : 700);
            return alike
                ? new UtteranceMatch(true, QuotationRelation.Reworded, likeness, unknown ? "nearly the same words inside quotation marks; one report does not let the speaker be known" : "nearly the same words inside quotation marks, given to different sources")
                : default;
        }

        if (!sameSpeaker)
        {
            // Words may have been given to somebody else; short formulas are everybody's.
            return words >= WordsOfNobody ? new UtteranceMatch(true, QuotationRelation.Identical, likeness, "the same words are given to different speakers") : default;
        }

        if (sameWords)
        {
            return new UtteranceMatch(true, QuotationRelation.Identical, 1000, "the same words of one speaker");
        }

        if (common == words && least >= LeastSharedStems)
        {
            return new UtteranceMatch(true, QuotationRelation.Cut, likeness, "all words of the one stand in the other, in the same order");
        }

        // Who names the same body twice need not say the same of it.
        if (likeness < (anyQuoted ? LeastLikeness : LeastLikenessOfReported) || left.Plain.Count(right.Plain.Contains) < LeastShared)
        {
            return default;
        }

        int shared = WordDiff.Common(left.Stems.AsSpan(), right.Stems.AsSpan());
        long sharedWeight = SharedWeight(left, right), smaller = Math.Min(left.Weight, right.Weight), all = left.Weight + right.Weight;
        int contained = smaller == 0 ? 0 : (int)(1000 * sharedWeight / smaller), dice = all == 0 ? 0 : (int)(2000 * sharedWeight / all);
        bool same = anyQuoted
            ? (shared >= LeastSharedStems && contained >= 550) || (shared >= LeastStems && dice >= 600)
            : shared >= LeastSharedStems && contained >= 700 && dice >= 500;
        int meaning = 0;
        if (!same && (shared < LeastShared || least < LeastSharedStems || meanings is not { Width: > 0 } || (meaning = SentenceLikeness.Of(left.Weighed(meanings), right.Weighed(meanings))) < Alike))
        {
            return default;
        }

        if (!same)
        {
            return new UtteranceMatch(true, QuotationRelation.Paraphrase, likeness, string.Create(CultureInfo.InvariantCulture, $"one speaker; much the same in other words, {meaning / 10} % alike"));
        }

        bool bothMixed = left.Statement.Manner == Manner.Mixed && right.Statement.Manner == Manner.Mixed && left.IsTranslated && right.IsTranslated;
        QuotationRelation relation = !bothDirect && !bothMixed ? QuotationRelation.Paraphrase : left.IsTranslated && right.IsTranslated ? QuotationRelation.Rendering : QuotationRelation.Reworded;
        return new UtteranceMatch(true, relation, likeness, string.Create(CultureInfo.InvariantCulture, $"one speaker; {shared} telling words in the same order, {contained / 10} % of the shorter version"));
    }

    private static long SharedWeight(Utterance left, Utterance right)
    {
        long weight = 0;
        int i = 0, j = 0;
        while (i < left.Weights.Length && j < right.Weights.Length)
        {
            int order = string.CompareOrdinal(left.Weights[i].Stem, right.Weights[j].Stem);
            weight += order == 0 ? left.Weights[i].Weight : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return weight;
    }
}
