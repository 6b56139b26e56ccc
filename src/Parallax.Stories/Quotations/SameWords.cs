using Parallax.Core.Accounts;
using Parallax.Core.Time;
using Parallax.Stories.Words;

namespace Parallax.Stories.Quotations;

/// <summary>Words that stand in two reports in the same order, in one of them inside quotation marks.</summary>
/// <param name="Left">In the one.</param>
/// <param name="Right">In the other.</param>
/// <param name="Why">What is the same, and what is not known.</param>
internal readonly record struct SameWordsMatch(Passage Left, Passage Right, string Why);

/// <summary>Finds the same words quoted by two reports, however they cut and frame them: by an index of every few words that somebody is quoted with.</summary>
internal static class SameWords
{
    private const int Gram = 4;
    private const int LargestBucket = 300;

    // The least that two reports must share: content words, those of them that are no names, and words in all by how the second report gives them.
    private const int LeastContent = 3, LeastPlain = 2, LeastOfReported = 5, LeastOfNobody = 8, LeastContentOfNobody = 5;

    // Fewer words are somebody's only if they are most of what one of the two quotes.
    private const int LongEnough = 8;
    private const double MostOfOne = 0.6, NearlyAll = 0.8;

    // Words that stand between two stretches in both reports may differ by so many.
    private const int Gap = 3;

    // A passage is shown with its sentence unless that is so much longer.
    private const int LargestWhole = 3, LargestSurplus = 40;

    private readonly record struct Run(int Left, int LeftFrom, int LeftEnd, int Right, int RightFrom, int RightEnd);

    /// <summary>The matches, by text and place.</summary>
    public static List<SameWordsMatch> Find(SpokenText[] texts, int[] story)
    {
        Dictionary<ulong, List<(int Text, int Word)>> index = [];
        for (int t = 0; t < texts.Length; t++)
        {
            for (int i = 0; i + Gram <= texts[t].Keys.Length; i++)
            {
                if (IsSpoken(texts[t], i) && IsSpoken(texts[t], i + Gram - 1) && texts[t].IsOneVoice(i, i + Gram - 1))
                {
                    ulong hash = Hash(texts[t], i);
                    (index.TryGetValue(hash, out var bucket) ? bucket : index[hash] = []).Add((t, i));
                }
            }
        }

        List<Run> runs = [];
        for (int t = 0; t < texts.Length; t++)
        {
            for (int i = 0; i + Gram <= texts[t].Keys.Length; i++)
            {
                if (texts[t].IsOneVoice(i, i + Gram - 1) && index.TryGetValue(Hash(texts[t], i), out var bucket) && bucket.Count <= LargestBucket)
                {
                    foreach ((int other, int at) in bucket)
                    {
                        bool twice = other > t && IsSpoken(texts[t], i) && IsSpoken(texts[t], i + Gram - 1);
                        if (other != t && !twice && Extend(texts, other, at, t, i) is { } run && (story[t] == story[other] || run.LeftEnd - run.LeftFrom >= LongEnough))
                        {
                            runs.Add(run);
                        }
                    }
                }
            }
        }

        return [.. Joined(texts, runs).Select(r => Match(texts, r)).OfType<SameWordsMatch>().Distinct()];
    }

    private static bool IsSpoken(SpokenText text, int word) => text.IsQuoted(word) && text.HolderOf(word) is not null;

    private static ulong Hash(SpokenText text, int at)
    {
        ulong hash = 0;
        for (int i = at; i < at + Gram; i++)
        {
            hash = unchecked((hash * 1099511628211) ^ StableHash.Of(text.Keys[i]));
        }

        return hash;
    }

    // The whole stretch, where this is its beginning.
    private static Run? Extend(SpokenText[] texts, int left, int at, int right, int place)
    {
        (SpokenText a, SpokenText b) = (texts[left], texts[right]);
        if (at > 0 && place > 0 && a.Keys[at - 1] == b.Keys[place - 1] && a.IsOneVoice(at - 1, at) && a.IsQuoted(at - 1) && b.IsOneVoice(place - 1, place))
        {
            return null;
        }

        int length = 0;
        while (at + length < a.Keys.Length && place + length < b.Keys.Length && a.Keys[at + length] == b.Keys[place + length]
            && a.IsOneVoice(at, at + length) && a.IsQuoted(at + length) && b.IsOneVoice(place, place + length))
        {
            length++;
        }

        return length < Gram ? null : new Run(left, at, at + length, right, place, place + length);
    }

    // "…," he said. "…": one stretch where both go on in the same statement.
    private static IEnumerable<Run> Joined(SpokenText[] texts, List<Run> runs)
    {
        foreach (var pair in runs.GroupBy(r => (r.Left, r.Right, L: texts[r.Left].HolderOf(r.LeftFrom)?.Id, R: texts[r.Right].HolderOf(r.RightFrom)?.Id)).OrderBy(static g => g.Min(static r => (r.Left, r.LeftFrom, r.Right, r.RightFrom))))
        {
            List<Run> joined = [];
            foreach (Run run in pair.OrderBy(static r => r.LeftFrom).ThenBy(static r => r.RightFrom))
            {
                int before = joined.FindIndex(j => pair.Key is { L: not null, R: not null } && Between(texts[run.Left], j.LeftEnd, run.LeftFrom) <= Gap && Between(texts[run.Right], j.RightEnd, run.RightFrom) <= Gap);
                if (before < 0)
                {
                    joined.Add(run);
                }
                else
                {
                    joined[before] = joined[before] with { LeftEnd = run.LeftEnd, RightEnd = run.RightEnd };
                }
            }

            foreach (Run run in joined)
            {
                yield return run;
            }
        }
    }

    // Words of the same voice that stand between; many where the second does not stand behind the first.
    private static int Between(SpokenText text, int end, int from)
    {
        int words = from < end ? Gap + 1 : 0;
        for (int i = end; i < from && words <= Gap; i++)
        {
            words += text.IsOneVoice(i, from) ? 1 : 0;
        }

        return words;
    }

    private static SameWordsMatch? Match(SpokenText[] texts, Run run)
    {
        (SpokenText a, SpokenText b) = (texts[run.Left], texts[run.Right]);
        (Statement? left, Statement? right) = (a.HolderOf(run.LeftFrom), b.HolderOf(run.RightFrom));
        if (left is null)
        {
            return null; // Only words that somebody is quoted with are indexed; the holder may end inside the stretch.
        }

        int words = run.LeftEnd - run.LeftFrom, content = 0, plain = 0;
        for (int i = run.LeftFrom; i < run.LeftEnd; i++)
        {
            content += a.Words[i].IsContent ? 1 : 0;
            plain += a.Words[i] is { IsContent: true, IsCapital: false } ? 1 : 0;
        }

        bool quoted = b.IsQuoted(run.RightFrom), named = right is not null;
        bool same = right is null || Speakers.Same(left, right), known = right is null || (Speakers.IsKnown(left) && Speakers.IsKnown(right));
        if (content < LeastContent || plain < LeastPlain || (!quoted && words < LeastOfReported) || (!quoted && !named && (words < LeastOfNobody || content < LeastContentOfNobody)) || (!same && words < (known ? LongEnough : LeastOfReported)))
        {
            return null;
        }

        (Passage one, Passage other) = (Whole(texts, run.Left, left, run.LeftFrom, run.LeftEnd), Whole(texts, run.Right, right, run.RightFrom, run.RightEnd));
        bool all = words >= NearlyAll * (one.End - one.From), most = words >= MostOfOne * (one.End - one.From) || words >= MostOfOne * (other.End - other.From);

        // What somebody is quoted with and a report tells itself is his only where it is all of the quotation; a career told in both is nobody's.
        if ((words < LongEnough && !most) || (right is null && !all) || (right is not null && !TimexInterval.Parse(left.Time).Compatible(TimexInterval.Parse(right.Time))))
        {
            return null;
        }

        string who = right is null ? quoted ? "one report does not say who says them" : "one report has them as its own, without quotation marks"
            : same ? "of one speaker" : known ? "given to different speakers" : "one report does not let the speaker be known";
        return new SameWordsMatch(Shown(one, run.LeftFrom, run.LeftEnd), Shown(other, run.RightFrom, run.RightEnd), $"the same words in the same order; {who}");
    }

    // With the rest of the sentences that the stretch touches, as far as they are of the same voice, and in quotation marks where it is.
    private static Passage Whole(SpokenText[] texts, int at, Statement? holder, int from, int end)
    {
        SpokenText text = texts[at];
        (int first, int last) = (from, end);
        bool grows = holder is not null, marked = text.IsQuoted(from);
        while (grows && first > 0 && text.SentenceOf(first - 1) == text.SentenceOf(from) && text.IsOneVoice(first - 1, from) && (!marked || text.IsQuoted(first - 1)))
        {
            first--;
        }

        while (grows && last < text.Keys.Length && text.SentenceOf(last) == text.SentenceOf(end - 1) && text.IsOneVoice(last, from) && (!marked || text.IsQuoted(last)))
        {
            last++;
        }

        return new Passage(at, holder?.Id ?? "", first, last);
    }

    private static Passage Shown(Passage whole, int from, int end)
    {
        int words = whole.End - whole.From;
        return words > LargestWhole * (end - from) && words - (end - from) > LargestSurplus ? whole with { From = from, End = end } : whole;
    }
}
