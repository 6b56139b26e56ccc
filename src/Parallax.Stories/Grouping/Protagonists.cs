using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Stories.Words;

namespace Parallax.Stories.Grouping;

/// <summary>Whom a story is about: the person whom most of its reports name in their title or first sentences.</summary>
/// <remarks>A report that is like a story in its other words and does not name that person anywhere tells of another matter: another visit to the same country, another talk on the same war.</remarks>
/// <param name="set">The reports, with the names of each.</param>
internal sealed class Protagonists(ReportSet set)
{
    private const int Opening = 4;

    /// <summary>Whether a report of <paramref name="left"/> names a protagonist of the story, or the story has none.</summary>
    /// <param name="left">Ids of the reports that may join.</param>
    /// <param name="story">Ids of the reports of the story.</param>
    public bool Shared(ImmutableArray<string> left, ImmutableArray<string> story)
    {
        string[] named = [.. story.SelectMany(id => Surnames(set[id], opening: true))];
        int most = named.CountBy(static n => n).Select(static p => p.Value).DefaultIfEmpty(0).Max();
        if (most * 3 < story.Length * 2)
        {
            return true;
        }

        HashSet<string> heroes = named.CountBy(static n => n).Where(p => p.Value == most).Select(static p => p.Key).ToHashSet(StringComparer.Ordinal);
        return left.Any(id => Surnames(set[id], opening: false).Any(heroes.Contains));
    }

    // The last words of the names of persons, each once.
    private static HashSet<string> Surnames(AnnotatedReport report, bool opening)
    {
        int end = opening && report.Tokens.Sentences is { IsEmpty: false } sentences ? sentences[Math.Min(Opening, sentences.Length) - 1].Span.End : report.Report.Text.Length;
        return
        [
            .. report.Entities.Entities.Where(static e => e.Kind == ActorKind.Person).SelectMany(static e => e.Mentions).Where(m => m.Form == MentionForm.Name && m.End <= end)
                .Select(m => WordList.Of(report.Report.Text.Text[m.Start..m.End]).LastOrDefault(static w => w.IsCapital).Lower).Where(static n => !string.IsNullOrEmpty(n)),
        ];
    }
}
