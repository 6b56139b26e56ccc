using Parallax.Core.Reports;

namespace Parallax.Intake.Html.Metadata;

/// <summary>The address that a page gives as its own.</summary>
internal static class PageAddress
{
    /// <summary>The candidates, the most trusted first. An address of a whole site is no report's.</summary>
    public static IEnumerable<(string Value, string Origin, string? Refusal)> Candidates(PageSignals signals, InputOrigin origin)
    {
        List<(string Value, string Origin)> stated = [.. PageFactChooser.Sorted(signals, FactKind.Address).Select(static f => (f.Value.Trim(), f.Origin))];
        if (origin.Url is { Length: > 0 } fetched)
        {
            stated.Add((fetched, "where it was fetched"));
        }

        Uri? home = stated.Select(static s => Absolute(s.Value, null)).FirstOrDefault(static uri => uri is not null);
        bool someArticle = stated.Any(s => Absolute(s.Value, home) is { AbsolutePath.Length: > 1 });
        foreach ((string value, string place) in stated)
        {
            Uri? uri = Absolute(value, home);
            yield return (uri?.AbsoluteUri ?? value, place, uri is null ? "no address of a page" : someArticle && uri.AbsolutePath.Length <= 1 ? "the address of the whole site" : null);
        }
    }

    private static Uri? Absolute(string value, Uri? home) =>
        value.Length < 2048 && (Uri.TryCreate(value, UriKind.Absolute, out Uri? uri) || (home is not null && Uri.TryCreate(home, value, out uri))) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) && uri.Host.Length > 0 ? uri : null;
}
