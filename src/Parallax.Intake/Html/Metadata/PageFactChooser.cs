using System.Collections.Frozen;
using System.Net;
using AngleSharp.Dom;
using Parallax.Core;
using Parallax.Core.Reports;
using Parallax.Intake.Articles;
using Parallax.Intake.Outlets;

namespace Parallax.Intake.Html.Metadata;

/// <summary>Decides which of the facts that a page states are believed.</summary>
internal static class PageFactChooser
{
    private static readonly FrozenDictionary<string, Genre> Genres =
        DataTable.Rows("genres.txt", 2).ToFrozenDictionary(static row => row[1], static row => Enum.Parse<Genre>(row[0], ignoreCase: true), StringComparer.OrdinalIgnoreCase);

    /// <summary>The facts believed, with all candidates.</summary>
    /// <param name="signals">What the page states.</param>
    /// <param name="origin">What the carrier of the page says.</param>
    public static DeclaredFacts Choose(PageSignals signals, InputOrigin origin)
    {
        FactLedger ledger = new();
        List<string> outletNames = [.. Sorted(signals, FactKind.Outlet).Select(static f => Clean(f.Value))];
        (string Value, string Origin)? address = ledger.Take(FactKind.Address, PageAddress.Candidates(signals, origin));
        string? host = address is { } at && Uri.TryCreate(at.Value, UriKind.Absolute, out Uri? uri) ? uri.Host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? uri.Host[4..] : uri.Host : null;
        (string Value, string Origin)? title = ledger.Take(FactKind.Title, PageTitle.Candidates(signals, outletNames, host));
        (string Value, string Origin)? outlet = ledger.Take(FactKind.Outlet, Outlets(signals, host));
        (string Value, string Origin)? owner = ledger.Take(FactKind.Owner, Sorted(signals, FactKind.Owner).Select(f => (Clean(f.Value).TrimStart('©', ' '), f.Origin, Clean(f.Value) == outlet?.Value ? "the outlet itself" : f.Value.Length > 100 ? "no name" : null)));
        (string Value, string Origin)? language = ledger.Take(FactKind.Language, Languages(signals));
        (string Value, string Origin)? section = ledger.Take(FactKind.Section, Sorted(signals, FactKind.Section).Select(static f => (Clean(f.Value), f.Origin, f.Value.Length > 60 ? "too long for a section" : null)));
        PublishedTimes times = PageDates.Choose(signals, origin, address?.Value, title?.Value, ledger);
        PageAuthors authors = PageAuthors.Choose(signals, outlet?.Value, host, ledger);
        return new DeclaredFacts
        {
            Url = address?.Value,
            Title = title?.Value,
            Outlet = outlet is { } name ? new Outlet(name.Value, name.Origin == "address" ? OutletBasis.Url : OutletBasis.Metadata) : null,
            Owner = owner?.Value,
            Authors = authors.Names,
            Agency = authors.Agency,
            Language = language?.Value,
            Section = section?.Value,
            Genre = GenreOf(signals, address?.Value, ledger),
            Published = times.Published,
            Modified = times.Modified,
            Captured = times.Captured,
            FirstSeen = origin.FirstSeen,
            Facts = ledger.Candidates,
            DateCandidates = [.. ledger.Candidates.Where(static fact => fact.Kind == FactKind.Published).Select(static fact => new DateCandidate(fact.Value, fact.Origin, fact.Why))],
            DatesDiffer = times.Differ,
        };
    }

    /// <summary>The facts of a kind, the most trusted first; of equal trust the one that stands first.</summary>
    public static IEnumerable<RawFact> Sorted(PageSignals signals, FactKind kind) => signals.Facts.Where(fact => fact.Kind == kind).OrderByDescending(static fact => fact.Trust);

    /// <summary>A value with references decoded and white space collapsed.</summary>
    public static string Clean(string value)
    {
        string decoded = value.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(value) : value;
        return string.Join(' ', decoded.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>A text that may hold markup, as in the JSON-LD of some pages, without it.</summary>
    public static string WithoutTags(string value)
    {
        string decoded = value.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(value) : value;
        if (!decoded.Contains('<', StringComparison.Ordinal))
        {
            return decoded;
        }

        System.Text.StringBuilder text = new(decoded.Length);
        for (int i = 0; i < decoded.Length; i++)
        {
            int close = decoded[i] == '<' && i + 1 < decoded.Length && (char.IsAsciiLetter(decoded[i + 1]) || decoded[i + 1] is '/' or '!') ? decoded.IndexOf('>', i) : -1;
            if (close < 0)
            {
                text.Append(decoded[i]);
                continue;
            }

            text.Append(' ');
            i = close;
        }

        return text.ToString();
    }

    private static IEnumerable<(string, string, string?)> Outlets(PageSignals signals, string? host)
    {
        RawFact[] facts = [.. Sorted(signals, FactKind.Outlet)];
        foreach (RawFact fact in facts)
        {
            string name = WithoutRights(Clean(fact.Value));
            yield return (name, fact.Origin, OutletName.IsAddress(name) && Array.Exists(facts, f => Clean(f.Value) is var other && !OutletName.IsAddress(other) && !other.StartsWith('@') && OutletName.AreOne(name, other)) ? "the address of the name that stands elsewhere" : !name.Any(char.IsLetter) ? "a notice of rights, not a name" : name.Length > 80 ? "too long for a name" : name.StartsWith("http", StringComparison.OrdinalIgnoreCase) || name.StartsWith('@') || name.StartsWith('/') ? "an address, not a name" : null);
        }

        if (host is { Length: > 0 })
        {
            yield return (host, "address", null);
        }
    }

    // "Copyright (c) 2017 Alder Post. All rights reserved.": whose rights they are.
    private static string WithoutRights(string name)
    {
        const string Reserved = "all rights reserved";
        string bare = name.TrimEnd('.', ' ');
        if (bare.EndsWith(Reserved, StringComparison.OrdinalIgnoreCase))
        {
            name = bare[..^Reserved.Length].TrimEnd('.', ',', '-', '–', '|', ' ');
        }

        bool isNotice = false;
        for (int start = 0; ; isNotice = true)
        {
            string rest = name[start..].TrimStart(' ', '-', '–', ',', '|');
            string? sign = Array.Find(["copyright", "(c)", "©", "&copy;"], mark => rest.StartsWith(mark, StringComparison.OrdinalIgnoreCase));
            int length = sign?.Length ?? (isNotice && rest.TakeWhile(char.IsAsciiDigit).Count() == 4 ? 4 : 0);
            if (length == 0)
            {
                return isNotice ? rest : name;
            }

            start = name.Length - rest.Length + length;
        }
    }

    private static IEnumerable<(string, string, string?)> Languages(PageSignals signals)
    {
        IEnumerable<RawFact> facts = signals.Language is { Length: > 0 } own ? Sorted(signals, FactKind.Language).Prepend(new RawFact(FactKind.Language, own, "lang of the root", 100)) : Sorted(signals, FactKind.Language);
        foreach (RawFact fact in facts)
        {
            string tag = fact.Value.Trim().Replace('_', '-');
            bool valid = tag.Length is >= 2 and <= 11 && tag.All(static c => char.IsAsciiLetterOrDigit(c) || c == '-') && char.IsAsciiLetter(tag[0]) && (tag.Length is 2 or 3 || tag[2] == '-' || tag[3] == '-');
            yield return (tag, fact.Origin, valid ? null : "not a tag of a language");
        }
    }

    private static Genre GenreOf(PageSignals signals, string? address, FactLedger ledger)
    {
        List<(string Word, string Origin)> words = [.. signals.Types.Order(StringComparer.Ordinal).Select(static type => (type, "JSON-LD @type"))];
        words.AddRange(Sorted(signals, FactKind.Genre).Select(static f => (Clean(f.Value), f.Origin)));
        words.AddRange(Sorted(signals, FactKind.Section).Select(static f => (Clean(f.Value), f.Origin)));
        if (address is not null && Uri.TryCreate(address, UriKind.Absolute, out Uri? uri))
        {
            words.AddRange(uri.Segments.SkipLast(1).Select(static step => (step.Trim('/'), "address")));
        }

        Genre genre = Genre.Unknown;
        foreach ((string word, string origin) in words)
        {
            if (Genres.TryGetValue(word, out Genre found))
            {
                ledger.Note(FactKind.Genre, found.ToString().ToLowerInvariant(), $"{origin}: {word}", genre == Genre.Unknown, genre == Genre.Unknown ? "the first that names a kind of text" : "another place was read before");
                genre = genre == Genre.Unknown ? found : genre;
            }
        }

        return genre;
    }
}
