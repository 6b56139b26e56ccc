using System.Runtime.InteropServices;

namespace Parallax.Stories.Grouping;

/// <summary>Finds the reports that may be alike enough to one, by the stems that they share, without a comparison with each. Not thread-safe.</summary>
/// <remarks>
/// A report is looked up by its most telling stems, until the rest alone could make no other alike enough; so the common stems, which stand in most reports, are hardly ever gone through.
/// No report that is alike enough is left out; some that are not are given.
/// </remarks>
/// <param name="stems">One more than the highest number of a stem.</param>
/// <param name="options">Thresholds; <see cref="StoryOptions.Join"/> is the likeness that is enough.</param>
internal sealed class NearReports(int stems, StoryOptions options)
{
    private readonly List<StoryVector> _vectors = [];
    private readonly List<(int Report, int Weight)>?[] _postings = new List<(int, int)>?[stems];

    // By number: what the stems looked at give; all 0 between two questions.
    private readonly List<long> _dots = [];
    private readonly List<int> _touched = [];
    private readonly double _lowest = StoryVector.LeastCosine(options);

    /// <summary>Adds a report; its number is how many were added before.</summary>
    public void Add(StoryVector vector)
    {
        foreach (StoryPart part in vector.Parts)
        {
            (_postings[part.Number] ??= []).Add((_vectors.Count, part.Weight));
        }

        _vectors.Add(vector);
        _dots.Add(0);
    }

    /// <summary>Numbers of the reports added that may be alike enough to one, in no order.</summary>
    /// <param name="near">Takes the numbers; what was in it goes.</param>
    /// <param name="own">The report; where it was added itself, it is near itself.</param>
    public void Find(List<int> near, StoryVector own)
    {
        near.Clear();
        StoryPart[] parts = [.. own.Parts];
        Array.Sort(parts, static (a, b) => b.Weight.CompareTo(a.Weight));
        long rest = own.Norm;
        Span<long> dots = CollectionsMarshal.AsSpan(_dots);
        foreach (StoryPart part in parts)
        {
            if (rest <= _lowest * _lowest * own.Norm)
            {
                break;
            }

            foreach ((int other, int weight) in CollectionsMarshal.AsSpan(_postings[part.Number]))
            {
                ref long dot = ref dots[other];
                if (dot == 0)
                {
                    _touched.Add(other);
                }

                dot += (long)part.Weight * weight;
            }

            rest -= (long)part.Weight * part.Weight;
        }

        foreach (int other in _touched)
        {
            StoryVector theirs = _vectors[other];

            // The rest adds at most the product of its length and that of the other.
            double most = dots[other] + Math.Sqrt((double)rest * theirs.Norm), all = Math.Sqrt((double)own.Norm * theirs.Norm);
            dots[other] = 0;
            if (most >= _lowest * all && most >= StoryVector.LeastCosine(own.Report, theirs.Report.Day, theirs.Report.Stems.Length, options) * all)
            {
                near.Add(other);
            }
        }

        _touched.Clear();
    }
}
