using Parallax.Core.Layers;

namespace Parallax.Language.Names;

/// <summary>What the network marks as somebody's or something's name though its own words tell otherwise: degrees, abbreviations of common nouns, mountains and prizes as persons, bodies as places.</summary>
internal static class NameDoubts
{
    /// <summary>Whether the words are degrees behind a name ("…, MD, PhD") or capitals for a common noun ("DNA"), which name nobody.</summary>
    /// <param name="tokens">The tokens.</param>
    /// <param name="gazetteer">Knows degrees and abbreviations.</param>
    /// <param name="first">First token.</param>
    /// <param name="end">Index after the last.</param>
    public static bool IsNone(TokenLayer tokens, Gazetteer gazetteer, int first, int end)
    {
        if (end - first == 1 && (gazetteer.IsAbbreviation(tokens.Form(first)) || (gazetteer.IsVesselPrefix(tokens.Form(first)) && end < tokens.Count && char.IsUpper(tokens.Form(end)[0]))))
        {
            return true;
        }

        if (IsLanguage(tokens, end) || IsOffice(tokens, gazetteer, first, end) || IsNounAtStart(tokens, gazetteer, first, end) || IsSmallElsewhere(tokens, gazetteer, first, end) || IsNumbered(tokens, first, end))
        {
            return true;
        }

        bool degrees = false;
        for (int t = first; t < end; t++)
        {
            bool degree = gazetteer.IsDegree(tokens.Form(t)) || (t + 1 < end && gazetteer.IsDegree(Joined(tokens, t, t + 2)));
            if (!degree && tokens.Form(t) is not ("," or "and") && !(t > first && gazetteer.IsDegree(Joined(tokens, t - 1, t + 1))))
            {
                return false;
            }

            degrees |= degree;
        }

        // "Bethesda, MD" is a place in Maryland; "Ada Roe, MD" and "an M.D. from Halden" are not.
        bool two = end - first == 1 && tokens.Form(first).Length == 2;
        return degrees && (!two || BehindPerson(tokens, gazetteer, first) || (first > 0 && tokens.Tags[first - 1] is UniversalTag.Det or UniversalTag.Pron or UniversalTag.Adp));
    }

    // "Ruritanian-language media": what is written in a language.
    private static bool IsLanguage(TokenLayer tokens, int end) =>
        end + 1 < tokens.Count && tokens.Form(end) is "-" && tokens.Form(end + 1) is "language" or "speaking" && tokens.Ends[end - 1] == tokens.Starts[end];

    // "the assistant GM": letters of an office behind a word that stands before offices only.
    private static bool IsOffice(TokenLayer tokens, Gazetteer gazetteer, int first, int end) =>
        end - first == 1 && first > 0 && tokens.Form(first) is "GM" or "MD" or "PM" or "DA" or "AG" && tokens.SentenceOf(first - 1) == tokens.SentenceOf(first)
        && (tokens.Form(first - 1) is "assistant" or "deputy" or "interim" or "acting" or "former" or "associate" or "vice" || (end < tokens.Count && tokens.Form(first - 1) is "team" or "club" && gazetteer.IsGivenName(tokens.Form(end))));

    // "State news agency", "Airport chief": a noun of places or bodies with the capital of its sentence.
    private static bool IsNounAtStart(TokenLayer tokens, Gazetteer gazetteer, int first, int end) =>
        end - first == 1 && end < tokens.Count && tokens.Sentences[tokens.SentenceOf(first)].FirstToken == first && tokens.SentenceOf(end) == tokens.SentenceOf(first) && tokens.Tags[end] == UniversalTag.Noun && char.IsLower(tokens.Form(end)[0])
        && (gazetteer.PlaceWord(tokens.Form(first)) is not null || gazetteer.IsOrganizationWord(tokens.Form(first))) && gazetteer.Find(tokens.Form(first)).IsEmpty;

    // "Offshore crane operator Orvane" where the report has "an offshore crane" too: a word with the capital of its sentence before a noun in small letters.
    private static bool IsSmallElsewhere(TokenLayer tokens, Gazetteer gazetteer, int first, int end)
    {
        if (end - first != 1 || end >= tokens.Count || tokens.Sentences[tokens.SentenceOf(first)].FirstToken != first || tokens.SentenceOf(end) != tokens.SentenceOf(first)
            || tokens.Tags[end] != UniversalTag.Noun || !char.IsLower(tokens.Form(end)[0]) || tokens.Heads[first] <= first || !gazetteer.Find(tokens.Form(first)).IsEmpty || gazetteer.IsGivenName(tokens.Form(first)))
        {
            return false;
        }

        bool small = false;
        for (int t = 0; t < tokens.Count; t++)
        {
            if (t == first || !tokens.Form(t).Equals(tokens.Form(first), StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            if (!char.IsLower(tokens.Form(t)[0]) && tokens.Sentences[tokens.SentenceOf(t)].FirstToken != t)
            {
                return false;
            }

            small |= char.IsLower(tokens.Form(t)[0]);
        }

        return small;
    }

    // "Orvane Norland has …": an unlisted word before a country, subject or owner and behind no preposition, is the company there and no town.
    private static bool IsBranch(TokenLayer tokens, Gazetteer gazetteer, int first, int end)
    {
        int split = end - 1;
        bool country = gazetteer.Find(tokens.Text.AsSpan(tokens.Span(split, end)), GazetteerKind.Country) is not null && gazetteer.Find(tokens.Text.AsSpan(tokens.Span(first, split))).IsEmpty;
        for (int t = first; country && t < end; t++)
        {
            if ((tokens.Heads[t] < first || tokens.Heads[t] >= end) && tokens.Relations[t] is "nsubj" or "nmod:poss" && (first == 0 || tokens.Tags[first - 1] != UniversalTag.Adp))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"his No. 10 jersey", "Page 20", "Then 67", "Player of the Year": a number before a noun, of a page or of years, and the end of a prize.</summary>
    public static bool IsNumbered(TokenLayer tokens, int first, int end) =>
        (end - first == 2 && char.IsDigit(tokens.Form(end - 1)[0]) && (tokens.Form(first) is "Page" or "Jan." or "Feb." or "Aug." or "Sept." or "Oct." or "Nov." or "Dec." || tokens.Tags[first] is UniversalTag.Adv or UniversalTag.Adp or UniversalTag.Sconj))
        || (end - first == 1 && first > 1 && tokens.Form(first) is "Year" or "Week" or "Month" or "Day" && tokens.Form(first - 1) is "the" && tokens.Form(first - 2) is "of")
        || end - first == 2 && tokens.Form(first) is "No." or "No" && char.IsDigit(tokens.Form(first + 1)[0]) && ((first > 0 && tokens.Tags[first - 1] is UniversalTag.Pron or UniversalTag.Det or UniversalTag.Adj) || (end < tokens.Count && tokens.Tags[end] == UniversalTag.Noun));

    /// <summary>"Mt Varan", "St. Ostby": where the name begins if the word for a mountain, or of a listed city the word for a saint, stands right before what the network marks; <paramref name="first"/> where none does.</summary>
    public static int WithMount(TokenLayer tokens, Gazetteer gazetteer, int first, int end) =>
        first > 0 && first < end && tokens.SentenceOf(first - 1) == tokens.SentenceOf(first)
        && (IsMount(tokens.Form(first - 1)) || (tokens.Form(first - 1) is "St." or "St" && gazetteer.Find(tokens.Text.AsSpan(tokens.Span(first - 1, end)), GazetteerKind.City) is not null)) ? first - 1 : first;

    /// <summary>Whether it is "Mt" or "Mount", which is no name alone.</summary>
    public static bool IsMount(ReadOnlySpan<char> word) => word is "Mt" or "Mt." or "Mount";

    /// <summary>"Ostby police", "Ostby, Norland": one word that the network takes for a person or body before what only towns have or before the state it lies in.</summary>
    public static bool IsTown(TokenLayer tokens, Gazetteer gazetteer, int first, int end, NameKind kind, Func<string, bool> isSurname)
    {
        if (kind is NameKind.Person or NameKind.Organization or NameKind.Other && PlaceSigns.IsState(tokens.Text.AsSpan(tokens.Span(first, end))))
        {
            return true;
        }

        if (end - first != 1 || end + 1 >= tokens.Count || kind is not (NameKind.Person or NameKind.Organization or NameKind.Other or NameKind.Product) || !IsWord(tokens.Form(first)) || tokens.SentenceOf(end + 1) != tokens.SentenceOf(first))
        {
            return false;
        }

        if (tokens.Form(end) is "police" or "firefighters" or "resident" or "residents")
        {
            return (kind == NameKind.Person || gazetteer.Find(tokens.Form(first)).IsEmpty) && !isSurname(tokens.Form(first).ToString());
        }

        (int count, System.Collections.Immutable.ImmutableArray<GazetteerEntry> entries) = tokens.Form(end) is "," ? gazetteer.LongestAt(tokens, end + 1) : (0, []);
        int after = end + 1 + count;
        return kind == NameKind.Person && count > 0 && entries[0].Kind is GazetteerKind.Region or GazetteerKind.Country && after < tokens.Count && tokens.Form(after) is not ("'s" or "’s" or "and")
            && tokens.Tags[after] is not (UniversalTag.Propn or UniversalTag.Noun) && !isSurname(tokens.Form(first).ToString());
    }

    private static bool IsWord(ReadOnlySpan<char> form) => form.Length > 2 && char.IsUpper(form[0]) && char.IsLower(form[1]);

    /// <summary>Puts the end and the kind right where the last or the first word tells of a thing, place or body.</summary>
    public static (int End, NameKind Kind) Corrected(TokenLayer tokens, Gazetteer gazetteer, int first, int end, NameKind kind)
    {
        if (kind == NameKind.Organization && end - first > 1 && gazetteer.IsShelterWord(tokens.Form(end - 1)))
        {
            return (end, NameKind.Facility);
        }

        if (kind is NameKind.Organization or NameKind.Event && end - first > 1 && tokens.Form(end - 1) is "Award" or "Awards" or "Prize" or "Medal" or "Trophy" or "Fellowship" or "Scholarship")
        {
            return (end, NameKind.Other);
        }

        if (kind is NameKind.Person or NameKind.Place && end - first == 1 && IsWrittenTogether(tokens.Form(first), gazetteer))
        {
            return (end, NameKind.Organization);
        }

        // "Orvane CEO Ilka Brenn": what has such an officer is a company.
        if (kind is NameKind.Product or NameKind.Other or NameKind.Event && end + 1 < tokens.Count && tokens.Form(end) is "CEO" or "CTO" or "CFO" or "COO" && char.IsUpper(tokens.Form(end + 1)[0]) && tokens.SentenceOf(end + 1) == tokens.SentenceOf(first))
        {
            return (end, NameKind.Organization);
        }

        // "Telecom Norland", "Radio Varan": the word for its kind before a place tells the body.
        if (kind is NameKind.Place or NameKind.Country && end - first > 1 && tokens.Form(first) is "Telecom" or "Telekom" or "Radio" && gazetteer.Find(tokens.Text.AsSpan(tokens.Span(first, end))).IsEmpty)
        {
            return (end, NameKind.Organization);
        }

        // "his 2008 Varan": a year before a word that no title or given name makes a person's.
        if (kind == NameKind.Person && end - first == 1 && first > 1 && tokens.Form(first - 1) is { Length: 4 } year && year[0] is '1' or '2' && char.IsDigit(year[3]) && tokens.Heads[first - 1] == first && tokens.Tags[first - 2] is UniversalTag.Det or UniversalTag.Pron or UniversalTag.Part)
        {
            return (end, NameKind.Product);
        }

        if (IsStreet(tokens, gazetteer, first, end, kind))
        {
            return (end, NameKind.Facility);
        }

        if (kind is NameKind.Event or NameKind.Person && end - first > 1 && tokens.Form(end - 2) is "Interstate" or "Route" or "Highway" && char.IsDigit(tokens.Form(end - 1)[0]))
        {
            return (end, NameKind.Facility);
        }

        if (kind is NameKind.Product or NameKind.Event or NameKind.Other && end - first > 2 && tokens.Form(end - 1) is "Team" or "Police" or "Council" or "Committee" or "Agency" or "Department" or "Association" or "Unit" or "Survey" or "Service")
        {
            return (end, NameKind.Organization);
        }

        // "Office of the Halden Registrar": what begins so is a body.
        if (kind is NameKind.Product or NameKind.Event or NameKind.Other && end - first > 2 && tokens.Form(first + 1) is "of" && tokens.Form(first) is "Office" or "Department" or "Ministry" or "Bureau" or "Institute" or "University" or "Federation" or "Association")
        {
            return (end, NameKind.Organization);
        }

        // "the Norland Steel Workers union": the word for its kind in small letters is no part of the name.
        if (kind == NameKind.Organization && end - first > 1 && tokens.Form(end - 1) is "union" or "company" or "newspaper" or "magazine" or "group" or "airline" && char.IsUpper(tokens.Form(end - 2)[0]))
        {
            return (end - 1, kind);
        }

        if (end - first < 2 || kind is not (NameKind.Person or NameKind.Place) || !gazetteer.Find(tokens.Text.AsSpan(tokens.Span(first, end))).IsEmpty)
        {
            return (end, kind);
        }

        return kind == NameKind.Person ? OfPerson(tokens, gazetteer, first, end) : (end, OfPlace(tokens, gazetteer, first, end));
    }

    // "OrvaneNet", "HNewsVaran": a capital behind four letters or more that are no given name, or small letters behind two capitals; not "McVaran", "DeVaran", "AnneMarie", "FitzVaran".
    private static bool IsWrittenTogether(ReadOnlySpan<char> word, Gazetteer gazetteer)
    {
        int capital = word.Length < 5 ? -1 : word[1..].IndexOfAnyInRange('A', 'Z') + 1;
        if (capital < 1 || !gazetteer.Find(word).IsEmpty || !IsAllLetters(word) || word[1..].IndexOfAnyInRange('a', 'z') < 0)
        {
            return false;
        }

        return capital == 1 ? char.IsLower(word[^1]) && word.LastIndexOfAnyInRange('A', 'Z') > 1 : capital >= 4 && !gazetteer.IsGivenName(word[..capital]) && word[..capital] is not ("Fitz" or "Della" or "Vander");
    }

    private static bool IsAllLetters(ReadOnlySpan<char> word)
    {
        foreach (char c in word)
        {
            if (!char.IsAsciiLetter(c))
            {
                return false;
            }
        }

        return true;
    }

    // "Halden Ave.", "E. 5th St.", "East 5th Street".
    private static bool IsStreet(TokenLayer tokens, Gazetteer gazetteer, int first, int end, NameKind kind)
    {
        if (end - first < 2 || kind is NameKind.Norp or NameKind.Country || gazetteer.IsGivenName(tokens.Form(first)) || !gazetteer.Find(tokens.Text.AsSpan(tokens.Span(first, end))).IsEmpty)
        {
            return false;
        }

        bool numbered = char.IsDigit(tokens.Form(end - 2)[0]);
        return tokens.Form(end - 1) switch
        {
            "St." or "St" => numbered || tokens.Form(first) is "N." or "S." or "E." or "W.",
            "Street" or "Avenue" => kind is NameKind.Event or NameKind.Other or NameKind.Product || numbered,
            "Ave." or "Ave" or "Aves" or "Aves." or "Blvd." or "Blvd" or "Rd." => true,
            _ => false,
        };
    }

    private static (int End, NameKind Kind) OfPerson(TokenLayer tokens, Gazetteer gazetteer, int first, int end)
    {
        // "Halden Square announcement", "Ada Roe U.S.": the name ends before a common noun in small letters and before a country.
        while (end - first > 2 && tokens.Tags[end - 1] == UniversalTag.Noun && char.IsLower(tokens.Form(end - 1)[0]))
        {
            end--;
        }

        for (int t = Math.Max(first + 2, end - 2); t < end; t++)
        {
            if (gazetteer.Find(tokens.Text.AsSpan(tokens.Span(t, end)), GazetteerKind.Country) is not null && !gazetteer.IsGivenName(tokens.Form(t)))
            {
                end = t;
            }
        }

        ReadOnlySpan<char> last = tokens.Form(end - 1), initial = tokens.Form(first);
        if (gazetteer.IsThingWord(last))
        {
            return (end, NameKind.Other);
        }

        if (end - first > 2 && gazetteer.IsOrganizationWord(last) && gazetteer.TitleKind(last) is null)
        {
            return (end, NameKind.Organization);
        }

        // "Team Brenn": those who work for one.
        if (initial is "Team")
        {
            return (end, NameKind.Organization);
        }

        bool given = gazetteer.IsGivenName(initial) && !(first > 0 && tokens.Tags[first - 1] == UniversalTag.Det);
        if (initial is "Mt" or "Mt." or "Mount" or "Lake")
        {
            return (end, NameKind.NaturalPlace);
        }

        // "Lena Lake" may be called so; "Halden Glacier" and "Varan Hut" are places.
        if (!given && gazetteer.PlaceWord(last) is { } place && !(end - first == 2 && gazetteer.TitleKind(initial) is not null))
        {
            return (end, place);
        }

        // "Grammar of Stone": who is called so with a given name, a title or "of the" family name keeps it.
        return !given && first + 2 < end && tokens.Form(first + 1) is "of" && gazetteer.TitleKind(initial) is null ? (end, NameKind.Other) : (end, NameKind.Person);
    }

    private static NameKind OfPlace(TokenLayer tokens, Gazetteer gazetteer, int first, int end)
    {
        if (IsBranch(tokens, gazetteer, first, end))
        {
            return NameKind.Organization;
        }

        ReadOnlySpan<char> last = tokens.Form(end - 1);
        bool court = last is "Court" && tokens.Form(end - 2) is "Superior" or "Supreme" or "District" or "High" or "Federal" or "Circuit" or "County" or "Appeals" or "Crown" or "Criminal" or "Constitutional";
        bool acting = last is "Center" or "Centre" && (tokens.Relations[end - 1] is "nsubj" or "nmod:poss");
        if (court || acting)
        {
            return NameKind.Organization;
        }

        if (gazetteer.IsOrganizationWord(last) && gazetteer.PlaceWord(last) is null && !gazetteer.IsEventWord(last) && last is not ("Center" or "Centre" or "House" or "Court" or "Church" or "School" or "Theatre" or "Museum" or "Headquarters" or "International" or "Mission"))
        {
            return NameKind.Organization;
        }

        // "the Halden Rovers": a town with a word in the plural behind it that calls no kind of place is a team.
        bool plural = last.Length > 4 && last[^1] == 's' && last[^2] != 's' && tokens.Tags[end - 1] is UniversalTag.Propn or UniversalTag.Noun && gazetteer.PlaceWord(last) is null && !gazetteer.IsEventWord(last);
        ReadOnlySpan<char> town = tokens.Text.AsSpan(tokens.Span(first, end - 1));
        bool article = first > 0 && tokens.Form(first - 1).Equals("the", StringComparison.OrdinalIgnoreCase);
        return plural && (gazetteer.Find(town, GazetteerKind.City, GazetteerKind.Capital) is not null || (article && gazetteer.Find(town, GazetteerKind.Region) is not null)) ? NameKind.Organization : NameKind.Place;
    }

    /// <summary>Few corpora mark events, so that the network is free to see them in names of anything: without a word for an event or a year it is something else.</summary>
    public static NameKind OfEvent(TokenLayer tokens, Gazetteer gazetteer, int first, int end)
    {
        for (int t = first; t < end; t++)
        {
            if (gazetteer.IsEventWord(tokens.Form(t)) || IsYear(tokens.Form(t)))
            {
                return NameKind.Event;
            }
        }

        // "Orvane Browser 8", "357 Varan": another number is one of a make.
        if (char.IsDigit(tokens.Form(end - 1)[^1]) || char.IsDigit(tokens.Form(first)[0]))
        {
            return NameKind.Product;
        }

        if (gazetteer.PlaceWord(tokens.Form(end - 1)) is not null || gazetteer.PlaceWord(tokens.Form(first)) is NameKind.NaturalPlace)
        {
            return NameKind.Place;
        }

        bool person = char.IsUpper(tokens.Form(end - 1)[0]) && !gazetteer.IsThingWord(tokens.Form(end - 1));
        if (gazetteer.IsGivenName(tokens.Form(first)) && end - first is 2 or 3 && person)
        {
            return NameKind.Person;
        }

        return NameKind.Other;
    }

    private static bool IsYear(ReadOnlySpan<char> form) => form.Length == 4 && form[0] is '1' or '2' && !form.ContainsAnyExceptInRange('0', '9');

    private static bool BehindPerson(TokenLayer tokens, Gazetteer gazetteer, int first) =>
        first > 2 && tokens.Form(first - 1) is "," && tokens.Tags[first - 2] == UniversalTag.Propn && tokens.SentenceOf(first - 3) == tokens.SentenceOf(first)
        && (gazetteer.IsGivenName(tokens.Form(first - 3)) || tokens.Form(first - 3)[^1] == '.') && gazetteer.Find(tokens.Form(first - 2), GazetteerKind.City, GazetteerKind.Capital, GazetteerKind.Region) is null;

    private static ReadOnlySpan<char> Joined(TokenLayer tokens, int first, int end) => tokens.Text.Slice(tokens.Span(first, end)).Replace(" ", "", StringComparison.Ordinal);
}
