using System.Collections.Immutable;
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
        Words = [.. words.Select(WordDiff.Key)];
        Stems = [.. words.Where(static w => w.IsContent).Select(static w => w.Stem)];
        Weights = [.. Stems.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(static s => (s, WordWeights.Of(s)))];
        Weight = Weights.Sum(static w => (long)w.Weight);
        _hashes = [.. words.Where(static w => w.IsContent).Select(static w => StableHash.Of(w.Stem)).Order()];
        Plain = [.. words.Where(static w => w is { IsContent: true, IsCapital: false }).Select(static w => w.Stem)];
        Time = TimexInterval.Parse(statement.Time);
    }

    // Of the content stems, with repeats; sorted.
    private readonly uint[] _hashes;
    private WeighedText? _weighed;

    /// <summary>The statement.</summary>
    public Statement Statement { get; }

    /// <summary>Whether the speaker is taken to have spoken another language.</summary>
    public bool IsTranslated { get; }

    /// <summary>All words.</summary>
    public ImmutableArray<string> Words { get; }

    /// <summary>Content stems in order.</summary>
    public ImmutableArray<string> Stems { get; }

    /// <summary>Content stems that do not begin with a capital: no names.</summary>
    public HashSet<string> Plain { get; }

    /// <summary>Distinct content stems with weight, by stem.</summary>
    public ImmutableArray<(string Stem, int Weight)> Weights { get; }

    /// <summary>Sum of the weights.</summary>
    public long Weight { get; }

    /// <summary>When it was said.</summary>
    public TimexInterval Time { get; }

    /// <summary>The words with what comparing their meaning needs.</summary>
    public WeighedText Weighed(WordMeanings meanings) => _weighed ??= meanings.Prepare(Statement.Content.Text);

    /// <summary>How many content stems stand in both, repeats counted: no more can stand in both in the same order.</summary>
    public int Shared(Utterance other)
    {
        int shared = 0;
        uint[] own = _hashes, theirs = other._hashes;
        for (int i = 0, j = 0; i < own.Length && j < theirs.Length;)
        {
            shared += own[i] == theirs[j] ? 1 : 0;
            (i, j) = (i + (own[i] <= theirs[j] ? 1 : 0), j + (theirs[j] <= own[i] ? 1 : 0));
        }

        return shared;
    }
}
