namespace Parallax.Quality.Tasks.Webpages;

/// <summary>How one page was read.</summary>
/// <param name="Page">Its name in the corpus.</param>
/// <param name="Score">1 is right, 0 is wrong; what lies between depends on the measure.</param>
/// <param name="Note">What was found and what was expected, for reading.</param>
internal sealed record PageScore(string Page, double Score, string Note);
