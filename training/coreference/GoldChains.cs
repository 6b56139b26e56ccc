using Parallax.Language.Coreference;
using Parallax.Language.Coreference.Mentions;
using Parallax.Language.Syntax;

namespace Parallax.Training.Coreference;

/// <summary>Which gold chain each mention found belongs to.</summary>
internal static class GoldChains
{
    /// <summary>The chain of each mention: by equal span, else by equal head; -1 where there is none.</summary>
    public static int[] Of(SyntaxTree tree, MentionClusters clusters, IEnumerable<KeyValuePair<int, List<(int First, int End)>>> chains)
    {
        Dictionary<(int, int), int> bySpan = [];
        Dictionary<int, int> byHead = [];
        foreach ((int id, List<(int First, int End)> spans) in chains)
        {
            foreach ((int first, int end) in spans)
            {
                bySpan.TryAdd((first, end), id);
                byHead.TryAdd(tree.TopOf(first, end), id);
            }
        }

        int[] chainOf = new int[clusters.Mentions.Count];
        foreach (MentionCandidate mention in clusters.Mentions)
        {
            chainOf[mention.Index] = bySpan.TryGetValue((mention.First, mention.End), out int id)
                || (mention.Type != MentionType.Coordination && !mention.Descriptive && byHead.TryGetValue(mention.Head, out id)) ? id : -1;
        }

        return chainOf;
    }
}
