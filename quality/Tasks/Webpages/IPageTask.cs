namespace Parallax.Quality.Tasks.Webpages;

/// <summary>A measurement on saved pages that can show its result page by page.</summary>
internal interface IPageTask : IQualityTask
{
    /// <summary>The result of every page; empty where the corpus is not there.</summary>
    IEnumerable<PageScore> Pages(QualityData data);
}
