using System.Collections.Immutable;
using Parallax.Core.Reports;
using Parallax.Intake.Articles;

namespace Parallax.Intake.Html.Metadata;

/// <summary>Who wrote a page's article, and which agency supplied it.</summary>
/// <param name="Names">The authors, in the order stated.</param>
/// <param name="Agency">The agency, or null.</param>
internal sealed record PageAuthors(ImmutableArray<string> Names, string? Agency)
{
    private const int VisibleTrust = 62, AgencyTrust = 45, MostMore = 4; // Up to this the words stand in the page's text and must look like names.

    /// <summary>Decides. A place that names only the outlet, or the short form of a name in an address, gives way to one that names people; a byline that names all of them and more goes first.</summary>
    public static PageAuthors Choose(PageSignals signals, string? outlet, string? host, FactLedger ledger)
    {
        List<(string Origin, int Trust, ImmutableArray<string> Names)> places = Places(signals);
        int taken = places.FindIndex(place => !place.Names.All(name => IsOutlet(name, outlet, host) || IsSlug(name)));
        taken = taken >= 0 ? taken : places.FindIndex(static place => !place.Names.All(IsSlug));
        string reason = "the most trusted place that names somebody";
        if (taken >= 0 && places.FindIndex(place => place.Names.Length > places[taken].Names.Length && place.Names.Length <= places[taken].Names.Length + MostMore && places[taken].Names.All(name => place.Names.Contains(name, StringComparer.OrdinalIgnoreCase))) is >= 0 and int fuller)
        {
            (taken, reason) = (fuller, "it names all that a more trusted place names, and more");
        }

        ImmutableArray<string> names = taken < 0 ? [] : places[taken].Names;
        if (names.Any(name => !IsOutlet(name, outlet, host)))
        {
            names = names.RemoveAll(name => IsOutlet(name, outlet, host));
        }

        for (int i = 0; i < places.Count; i++)
        {
            foreach (string name in places[i].Names)
            {
                bool isTaken = i == taken && names.Contains(name);
                string why = isTaken ? reason
                    : IsOutlet(name, outlet, host) ? "it names the outlet"
                    : IsSlug(name) ? "a part of an address, not a name"
                    : taken >= 0 && names.Contains(name, StringComparer.OrdinalIgnoreCase) ? $"the same as {places[taken].Origin}"
                    : taken >= 0 ? $"{places[taken].Origin} is trusted more"
                    : "nobody is named";
                ledger.Note(FactKind.Author, name, places[i].Origin, isTaken, why);
            }
        }

        return new PageAuthors(names, AgencyOf(signals, names, ledger));
    }

    // One entry a place: its values in order, those of marked elements only of the first element and its neighbours.
    private static List<(string Origin, int Trust, ImmutableArray<string> Names)> Places(PageSignals signals)
    {
        List<(string, int, ImmutableArray<string>)> places = [];
        foreach (IGrouping<(string Origin, int Trust), RawFact> group in PageFactChooser.Sorted(signals, FactKind.Author).GroupBy(static f => (f.Origin, f.Trust)))
        {
            bool visible = group.Key.Trust <= VisibleTrust;
            RawFact[] facts = [.. group];
            IEnumerable<RawFact> near = visible && facts[0].At >= 0 ? facts.Where(fact => fact.At - facts[0].At < 250) : facts;
            ImmutableArray<string> names = [.. near.SelectMany(fact => AuthorNames.Read(PageFactChooser.Clean(fact.Value), visible)).Distinct(StringComparer.OrdinalIgnoreCase)];
            if (!names.IsEmpty)
            {
                places.Add((group.Key.Origin, group.Key.Trust, names));
            }
        }

        return places;
    }

    // The outlet's name, its address, or a department of it ("The Alder Post Newsroom", "ALDER NEWS").
    private static bool IsOutlet(string name, string? outlet, string? host)
    {
        string plain = PageTitle.Plain(name), compact = plain.Replace(" ", "", StringComparison.Ordinal);
        string known = outlet is null ? "" : PageTitle.Plain(outlet);
        if (known.Length > 1 && (plain == known || plain.StartsWith(known + " ", StringComparison.Ordinal) || known.StartsWith(plain + " ", StringComparison.Ordinal)))
        {
            return true;
        }

        string label = host is null ? "" : host.Split('.')[0].Replace("-", "", StringComparison.Ordinal);
        return host is not null && (host.Replace(".", "", StringComparison.Ordinal) == compact || (label.Length > 2 && compact.StartsWith(label, StringComparison.Ordinal)) || host.Split('.').SkipLast(1).Any(part => part.Length > 2 && part == compact));
    }

    private static bool IsSlug(string name) => !name.Contains(' ', StringComparison.Ordinal) && name.Contains('-', StringComparison.Ordinal) && !name.Any(char.IsUpper) && name.All(static c => char.IsAsciiLetterOrDigit(c) || c == '-');

    private static string? AgencyOf(PageSignals signals, ImmutableArray<string> authors, FactLedger ledger)
    {
        IEnumerable<(string, string, string?)> stated = PageFactChooser.Sorted(signals, FactKind.Agency).Select(static fact =>
        {
            string? known = Agencies.Find(PageFactChooser.Clean(fact.Value));
            return (known ?? PageFactChooser.Clean(fact.Value), fact.Origin, known is not null ? null : fact.Trust <= AgencyTrust || fact.Value.Contains("://", StringComparison.Ordinal) || fact.Value.Length > 60 ? "no agency that is known" : (string?)"not known as an agency");
        });
        IEnumerable<(string, string, string?)> written = authors.Select(static name => Agencies.Find(name) is { } agency ? (agency, "author", (string?)null) : default).Where(static found => found.agency is not null);
        return ledger.Take(FactKind.Agency, stated.Concat(written))?.Value;
    }
}
