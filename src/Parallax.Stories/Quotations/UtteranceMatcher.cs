using System.Collections.Immutable;
using System.Globalization;
using Parallax.Core.Accounts;
using Parallax.Core.Time;
using Parallax.Stories.Words;

namespace Parallax.Stories.Quotations;

/// <summary>A statement in the form in which utterances are compared.</summary>
internal sealed class Utterance
{
    public Utterance(Statement statement, bool translated)
    {
        (Statement, IsTranslated) = (statement, translated);
        ImmutableArray<Word> words = WordList.Of(statement.Content.Text);
        Words = [.. words.Select(static w => w.Lower)];
        Stems = [.. words.Where(static w => w.IsContent).Select(static w => w.Stem)];
        Weights = [.. Stems.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(static s => (s, WordWeights.Of(s)))];
        Weight = Weights.Sum(static w => (long)w.Weight);
        _sorted = [.. Stems.Order(StringComparer.Ordinal)];
    }

    // Sorted; with repeats.
    private readonly ImmutableArray<string> _sorted;

    /// <summary>The statement.</summary>
    public Statement Statement { get; }

    /// <summary>Whether the speaker is taken to have spoken another language.</summary>
    public bool IsTranslated { get; }

    /// <summary>All words.</summary>
    public ImmutableArray<string> Words { get; }

    /// <summary>Content stems in order.</summary>
    public ImmutableArray<string> Stems { get; }

    /// <summary>Distinct content stems with weight, by stem.</summary>
    public ImmutableArray<(string Stem, int Weight)> Weights { get; }

    /// <summary>Sum of the weights.</summary>
    public long Weight { get; }

    /// <summary>How many content stems stand in both, repeats counted: no more can stand in both in the same order.</summary>
    public int Shared(Utterance other)
    {
        int shared = 0;
        for (int i = 0, j = 0; i < _sorted.Length && j < other._sorted.Length;)
        {
            int order = string.CompareOrdinal(_sorted[i], other._sorted[j]);
            shared += order == 0 ? 1 : 0;
            (i, j) = (i + (order <= 0 ? 1 : 0), j + (order >= 0 ? 1 : 0));
        }

        return shared;
    }

    /// <summary>Who speaks, for comparing: the entity, or the name; empty where the report does not let it be known.</summary>
    public string Speaker => Statement.Source.Kind is ActorKind.Person or ActorKind.Government or ActorKind.Organization or ActorKind.Country or ActorKind.Agency or ActorKind.Outlet or ActorKind.Document or ActorKind.Group
        ? Statement.Source.Entity ?? Statement.Root.Name ?? "" : "";
}

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

    /// <summary>Compares two statements of different reports.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <param name="meanings">Finds the same said in other words; null or without vectors: only shared words count.</param>
    public static UtteranceMatch Compare(Utterance left, Utterance right, WordMeanings? meanings = null)
    {
        bool sameSpeaker = left.Speaker.Length > 0 && left.Speaker == right.Speaker;
        int least = Math.Min(left.Stems.Length, right.Stems.Length);
        if (least < LeastStems || (!sameSpeaker && left.Shared(right) < LeastStems) || !TimexInterval.Parse(left.Statement.Time).Compatible(TimexInterval.Parse(right.Statement.Time)))
        {
            return default;
        }

        int common = WordDiff.Common(left.Words, right.Words), words = Math.Min(left.Words.Length, right.Words.Length);
        int likeness = 2000 * common / (left.Words.Length + right.Words.Length);
        bool bothDirect = left.Statement.Manner == Manner.Direct && right.Statement.Manner == Manner.Direct;
        bool anyQuoted = left.Statement.Manner != Manner.Indirect || right.Statement.Manner != Manner.Indirect;
        if (!sameSpeaker && bothDirect && !left.Words.SequenceEqual(right.Words))
        {
            // Who "he" is was not found in one of them, or the words are given to somebody else; then the words alone must carry it.
            bool unknown = left.Speaker.Length == 0 || right.Speaker.Length == 0;
            int order = WordDiff.Common(left.Stems, right.Stems);
            bool alike = order >= (unknown ? LeastSharedStems : LeastSharedStems + 1) && 2000 * order / (left.Stems.Length + right.Stems.Length) >= (unknown ? 600 : 700);
            return alike
                ? new UtteranceMatch(true, QuotationRelation.Reworded, likeness, unknown ? "nearly the same words inside quotation marks; one report does not let the speaker be known" : "nearly the same words inside quotation marks, given to different sources")
                : default;
        }

        if (!sameSpeaker)
        {
            // Words may have been given to somebody else; short formulas are everybody's.
            return bothDirect && words >= 8 && common * 10 >= words * 9
                ? new UtteranceMatch(true, common == left.Words.Length && common == right.Words.Length ? QuotationRelation.Identical : QuotationRelation.Cut, likeness, "the same words are given to different speakers")
                : default;
        }

        if (left.Words.SequenceEqual(right.Words))
        {
            return new UtteranceMatch(true, QuotationRelation.Identical, 1000, "the same words of one speaker");
        }

        if (common == words && least >= LeastSharedStems)
        {
            return new UtteranceMatch(true, QuotationRelation.Cut, likeness, "all words of the one stand in the other, in the same order");
        }

        int shared = WordDiff.Common(left.Stems, right.Stems);
        long sharedWeight = SharedWeight(left, right), smaller = Math.Min(left.Weight, right.Weight), all = left.Weight + right.Weight;
        int contained = smaller == 0 ? 0 : (int)(1000 * sharedWeight / smaller), dice = all == 0 ? 0 : (int)(2000 * sharedWeight / all);
        bool same = anyQuoted
            ? (shared >= LeastSharedStems && contained >= 550) || (shared >= LeastStems && dice >= 600)
            : shared >= LeastSharedStems && contained >= 700 && dice >= 500;
        int meaning = 0;
        if (!same && (shared < LeastShared || least < LeastSharedStems || meanings is not { Width: > 0 } || (meaning = SentenceLikeness.Of(left.Statement.Content.Text, right.Statement.Content.Text, meanings)) < Alike))
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
