using System.Collections.Immutable;

namespace Parallax.Stories.Grouping;

/// <summary>Groups reports into stories by weighted words and days, through an inverted index. Not thread-safe.</summary>
/// <remarks>
/// The groups are a function of the set of reports: adding them one by one in any order, asking in between or not, gives the same groups. Likeness is a cosine of whole-number weights.
/// Weights depend on how many reports have a stem; so likenesses are reckoned when asked for, and only for reports that share a telling stem. <see cref="StoryPlacer"/> finds the story of one report
/// without the others.
/// </remarks>
/// <param name="options">Thresholds.</param>
/// <param name="shelf">Where the reports are kept; in memory where it is not given.</param>
public sealed class StoryIndex(StoryOptions options, IStoryShelf? shelf = null)
{
    private readonly IStoryShelf _shelf = shelf ?? new MemoryStoryShelf();

    /// <summary>Number of reports.</summary>
    public int Count => _shelf.Count;

    /// <summary>Adds a report; one whose key is there already changes nothing.</summary>
    public void Add(StoryFeatures report) => _shelf.Add(report);

    /// <summary>The groups, by their smallest key.</summary>
    public ImmutableArray<StoryGroup> Groups()
    {
        StemWeights weights = new(_shelf);
        StoryVector[] vectors = [.. Enumerable.Range(0, _shelf.Count).Select(n => StoryVector.Of(_shelf[n], weights, options)).OrderBy(static v => v.Report.Key, StringComparer.Ordinal)];
        return StoryGroup.Of([.. vectors.Select(static v => v.Report.Key)], Edges(vectors, weights.Count), options);
    }

    private List<StoryEdge> Edges(StoryVector[] vectors, int stems)
    {
        List<(int Report, int Weight, bool IsRare)>?[] postings = new List<(int, int, bool)>?[stems];
        List<StoryEdge> edges = [];
        long[] dots = new long[vectors.Length];
        int[] names = new int[vectors.Length];
        List<int> touched = [];
        int reach = options.LongestStory + options.FreeDays;

        // No cosine below this makes a likeness worth looking at, whatever the days; a little less, for rounding.
        double least = 0.999 * options.Look / Math.Max(1000, Math.Max(options.FollowUp, options.NearInTime));
        for (int i = 0; i < vectors.Length; i++)
        {
            foreach (StoryPart part in vectors[i].Parts)
            {
                List<(int Report, int Weight, bool IsRare)> holders = postings[part.Number] ??= [];
                foreach ((int other, int otherWeight, bool otherRare) in holders)
                {
                    if (dots[other] == 0)
                    {
                        touched.Add(other);
                    }

                    dots[other] += (long)part.Weight * otherWeight;
                    names[other] += part.IsRare && otherRare ? 1 : 0;
                }

                holders.Add((i, part.Weight, part.IsRare));
            }

            foreach (int other in touched)
            {
                bool near = (double)dots[other] * dots[other] >= least * least * vectors[i].Norm * vectors[other].Norm;
                near &= vectors[i].Report.Day is not { } a || vectors[other].Report.Day is not { } b || Math.Abs(a - b) <= reach;
                int likeness = near ? StoryVector.Likeness(vectors[other], vectors[i], dots[other], names[other], options) : 0;
                (dots[other], names[other]) = (0, 0);
                if (likeness >= options.Look)
                {
                    edges.Add(new StoryEdge(other, i, likeness));
                }
            }

            touched.Clear();
        }

        return edges;
    }
}
