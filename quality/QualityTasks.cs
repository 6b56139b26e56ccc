using Parallax.Quality.Tasks;
using Parallax.Quality.Tasks.Webpages;

namespace Parallax.Quality;

/// <summary>The list of all tasks; a new task is a class under <c>Tasks/</c> and one line here.</summary>
internal static class QualityTasks
{
    /// <summary>All tasks, in the order in which they are printed.</summary>
    public static IQualityTask[] All { get; } =
    [
        new TokensTask(),
        new SyntaxTask(),
        new NamesTask(),
        new CoreferenceTask(),
        new PronounTask(),
        new SpeakersTask(),
        new EventTask(),
        new FactualityTask(),
        new AttributionTask(),
        new Tasks.TimesTask(),
        new Tasks.FiguresTask(),
        new FeedsTask(),
        new ArticleBodyTask(),
        new FundusBodyTask(),
        new PageSegmentsTask(),
        new PageDatesTask(),
        new PageFactsTask(),
        new NewsFormatsTask(),
        new WarcTask(),
        new SitemapsTask(),
        new StoriesTask(),
        new CopiesTask(),
        new SimilarityTask(),
        new AlignmentTask(),
        new LinkedEntitiesTask(),
        new EntitiesAcrossTask(),
        new EventsAcrossTask(),
        new ToneTask(),
        new TollsTask(),
        new ClaimPairsTask(),
        new JoinedClaimsTask(),
    ];
}
