using System.Text;
using Parallax.Core.Reports;

namespace Parallax.Intake.Html.Metadata;

/// <summary>The headline among what a page calls its title: without the outlet's name that many put behind it.</summary>
internal static class PageTitle
{
    private const int HeadingTrust = 78, LoneHeadingTrust = 58, TitleElementTrust = 55, AgreedTrust = 100, LongestTitle = 400;
    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " · ", " :: ", " » ", " • ", "｜", " |", "| "];

    /// <summary>The candidates, the most trusted first.</summary>
    /// <remarks>
    /// Headline in the metadata, title for sharing and heading of the page often differ, since the title element is written for search engines and one of the others is its
    /// copy. What two of them say is the headline, unless that is the title element's wording and the third's is not.
    /// </remarks>
    /// <param name="signals">What the page states.</param>
    /// <param name="outletNames">Names of the outlet that the page states.</param>
    /// <param name="host">Host of the page's address without "www.", or null.</param>
    public static IEnumerable<(string Value, string Origin, string? Refusal)> Candidates(PageSignals signals, List<string> outletNames, string? host)
    {
        List<RawFact> facts = [.. PageFactChooser.Sorted(signals, FactKind.Title).Select(fact => fact with { Value = Bare(PageFactChooser.Clean(fact.Value), outletNames, host) })];
        string element = Bare(PageFactChooser.Clean(signals.TitleElement ?? ""), outletNames, host);
        List<string> stated = [.. facts.Select(static fact => Plain(fact.Value)), Plain(element)];
        foreach ((string words, int at) in signals.Headings)
        {
            string heading = Bare(words, outletNames, host), plain = Plain(heading);
            bool known = plain.Length > 0 && stated.Any(other => other == plain || (plain.Length > 12 && other.Length > 12 && (other.StartsWith(plain, StringComparison.Ordinal) || plain.EndsWith(other, StringComparison.Ordinal))));
            facts.Add(new RawFact(FactKind.Title, heading, "h1", known ? HeadingTrust : LoneHeadingTrust, at));
        }

        facts.Add(new RawFact(FactKind.Title, element, "title element", TitleElementTrust));
        string? agreed = Agreed(facts, Plain(element));
        foreach (RawFact fact in facts.Where(static f => f.Value.Length > 0).OrderByDescending(f => Plain(f.Value) == agreed ? AgreedTrust : f.Trust))
        {
            string plain = Plain(fact.Value);
            bool isOutlet = plain.Length == 0 || outletNames.Any(name => Plain(name) == plain) || plain == Plain(host ?? "-");
            yield return (fact.Value, fact.Origin, isOutlet ? "it names the outlet" : fact.Value.Length > LongestTitle ? "too long for a title" : null);
        }
    }

    private static string? Agreed(List<RawFact> facts, string element)
    {
        string? headline = First(facts, "JSON-LD headline") ?? First(facts, "property headline"), sharing = First(facts, "meta og:title"), heading = First(facts.OrderByDescending(static f => f.Trust), "h1"); // Of several headings the one that is stated elsewhere: "Log in" may stand above it.
        if (sharing is null || heading is null)
        {
            return sharing is not null && sharing == headline ? sharing : heading is not null && headline == element ? heading : null;
        }

        if (headline is null)
        {
            return sharing == element ? heading : sharing;
        }

        return headline == sharing ? headline
            : headline == heading ? (heading == element ? sharing : headline)
            : heading == sharing ? (heading == element ? headline : heading)
            : null;
    }

    private static string? First(IEnumerable<RawFact> facts, string origin) => facts.FirstOrDefault(fact => fact.Origin.Equals(origin, StringComparison.OrdinalIgnoreCase) && Plain(fact.Value).Length > 0) is { } found ? Plain(found.Value) : null;

    /// <summary>A title without the outlet's name at its end or beginning.</summary>
    public static string Bare(string title, List<string> outletNames, string? host)
    {
        for (bool again = true; again;)
        {
            again = false;
            foreach (string separator in Separators)
            {
                int last = title.LastIndexOf(separator, StringComparison.Ordinal), first = title.IndexOf(separator, StringComparison.Ordinal);
                if (last > 0 && IsOutlet(title[(last + separator.Length)..], outletNames, host))
                {
                    (title, again) = (title[..last].TrimEnd(), true);
                }
                else if (first > 0 && IsOutlet(title[..first], outletNames, host))
                {
                    (title, again) = (title[(first + separator.Length)..].TrimStart(), true);
                }
            }
        }

        return title;
    }

    private static bool IsOutlet(string words, List<string> outletNames, string? host)
    {
        string plain = Plain(words);
        if (plain.Length == 0)
        {
            return true;
        }

        string compact = plain.Replace(" ", "", StringComparison.Ordinal);
        return outletNames.Any(name => Plain(name) is { Length: > 0 } other && (other == plain || other.Replace(" ", "", StringComparison.Ordinal) == compact || (plain.Length > 4 && (other + " ").StartsWith(plain + " ", StringComparison.Ordinal))))
            || (host is not null && compact.Length > 2 && (host.Split('.').Any(part => part == compact) || host.Replace(".", "", StringComparison.Ordinal) == compact || host.Split('.')[0].Replace("-", "", StringComparison.Ordinal) == compact));
    }

    /// <summary>Letters and digits in lower case, words one space apart.</summary>
    public static string Plain(string text)
    {
        StringBuilder plain = new(text.Length);
        bool space = false;
        foreach (char c in text)
        {
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
            {
                plain.Append(space && plain.Length > 0 ? " " : "").Append(char.ToLowerInvariant(c));
                space = false;
            }
            else
            {
                space |= c is not ('\'' or '’' or '‘');
            }
        }

        return plain.ToString();
    }
}
