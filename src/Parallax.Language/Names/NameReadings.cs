using System.Collections.Frozen;
using System.Collections.Immutable;
using Parallax.Core.Layers;
using Parallax.Language.Coreference;
using Parallax.Language.Coreference.Mentions;

namespace Parallax.Language.Names;

/// <summary>Names that their own form, a noun beside them or the rest of the report tells to be of another kind than they look: parties and states, initials, works, countries that are states as well.</summary>
internal static class NameReadings
{
    private static readonly FrozenDictionary<string, FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>>> Lists = DataFile.Lines("en/names/name-readings.txt").Select(static l => l.Line.Split('|', StringSplitOptions.TrimEntries))
        .ToFrozenDictionary(static p => p[0], static p => p[1].Split(';', StringSplitOptions.TrimEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>(), StringComparer.Ordinal);

    /// <summary>"D-Mass.", "R-Halden" behind a comma or in brackets: party and state of the one named before, and nobody's name.</summary>
    public static bool IsPartyAndState(TokenLayer tokens, int first, int end)
    {
        ReadOnlySpan<char> words = tokens.Text.AsSpan(tokens.Span(first, end));
        return first > 0 && words.Length > 3 && words[0] is 'D' or 'R' or 'I' && words[1] is '-' or '–' && char.IsUpper(words[2]) && tokens.Form(first - 1) is "," or "(" or "-LRB-" && tokens.SentenceOf(first - 1) == tokens.SentenceOf(first);
    }

    /// <summary>"Wed", "SPACs", "Parkinson" of "Parkinson's disease": days, common nouns in capitals and what is called after somebody name nobody and nothing.</summary>
    public static bool IsNone(TokenLayer tokens, Gazetteer gazetteer, int first, int end, NameKind kind)
    {
        if (end - first != 1 || !gazetteer.Find(tokens.Form(first)).IsEmpty)
        {
            return false;
        }

        ReadOnlySpan<char> form = tokens.Form(first);
        bool several = form.Length is > 2 and < 8 && form[^1] == 's' && !form[..^1].ContainsAnyExceptInRange('A', 'Z');
        bool owner = end + 1 < tokens.Count && tokens.SentenceOf(end + 1) == tokens.SentenceOf(first) && tokens.Form(end) is "'s" or "’s" && Lists["called after"].Contains(tokens.Form(end + 1));
        return Lists["day"].Contains(form) || (several && kind is not NameKind.Person) || owner;
    }

    /// <summary>"Varan's Club": the shop, bank or inn that is called after somebody, where the network marks only him or takes it all for a person. Returns the new end and kind.</summary>
    public static (int End, NameKind Kind) WithHouse(TokenLayer tokens, Gazetteer gazetteer, int first, int end, NameKind kind)
    {
        if (first >= end || end - first > 4 || kind is NameKind.Norp or NameKind.Country or NameKind.Event)
        {
            return (end, kind);
        }

        bool isWhole = end - first > 2 && IsOwner(tokens.Form(end - 2)) && Lists["house"].Contains(tokens.Form(end - 1));
        if (isWhole)
        {
            return (end, kind is NameKind.Person ? NameKind.Organization : kind);
        }

        // "Halden's Club" of a listed town is any club there, and headlines write every noun so.
        int noun = end + 1;
        bool isHouse = end - first < 3 && noun < tokens.Count && tokens.SentenceOf(noun) == tokens.SentenceOf(first) && IsOwner(tokens.Form(end)) && char.IsUpper(tokens.Form(noun)[0]) && Lists["house"].Contains(tokens.Form(noun))
            && (gazetteer.Find(tokens.Text.AsSpan(tokens.Span(first, end))).IsEmpty || gazetteer.IsGivenName(tokens.Form(first))) && NameParts.HasSmallWords(tokens, tokens.SentenceOf(first));
        return isHouse ? (noun + 1, NameKind.Organization) : (end, kind);
    }

    /// <summary>"the Herald on Sunday": where the paper's name ends that goes on with its day; not where the report has a longer name that ends with the word, or the word without the day.</summary>
    public static int WithSunday(TokenLayer tokens, int first, int end)
    {
        bool isPaper = end - first == 1 && first > 0 && end + 1 < tokens.Count && Lists["on Sunday"].Contains(tokens.Form(first)) && tokens.Form(first - 1) is "the" or "The" && tokens.Form(end) is "on" && tokens.Form(end + 1) is "Sunday";
        for (int t = 1; isPaper && t + 2 < tokens.Count; t++)
        {
            isPaper = !tokens.Form(t).SequenceEqual(tokens.Form(first)) || (!char.IsUpper(tokens.Form(t - 1)[0]) || tokens.Form(t - 1) is "The") && tokens.Form(t + 1) is "on" && tokens.Form(t + 2) is "Sunday";
        }

        return isPaper ? end + 2 : end;
    }

    /// <summary>"KVRN" of "KVRN-TV", however the network marks it: the call sign of a station, which is a body. Returns the new end and kind.</summary>
    public static (int End, NameKind Kind) WithCallSign(TokenLayer tokens, int first, int end, NameKind kind)
    {
        bool isSign = first < end && first + 2 < tokens.Count && tokens.Form(first) is { Length: 3 or 4 } sign && sign[0] is 'K' or 'W' && !sign.ContainsAnyExceptInRange('A', 'Z')
            && tokens.Form(first + 1) is "-" && tokens.Ends[first] == tokens.Starts[first + 1] && tokens.Form(first + 2) is "TV" or "FM" or "AM";
        return isSign ? (Math.Max(end, first + 3), NameKind.Organization) : (end, kind);
    }

    private static bool IsOwner(ReadOnlySpan<char> form) => form is "'s" or "’s";

    /// <summary>The kind that the form of a name tells: "Juror No. 5", "T. J. Berra", "Karim B. Hadi" are persons, "Ostby Rovers" and "the Halden Chamber of Commerce", "Halden Fire and Rescue" bodies.</summary>
    public static NameKind OfForm(TokenLayer tokens, Gazetteer gazetteer, int first, int end, NameKind kind)
    {
        if (kind is NameKind.Norp || first >= end || !gazetteer.Find(tokens.Text.AsSpan(tokens.Span(first, end))).IsEmpty)
        {
            return kind;
        }

        ReadOnlySpan<char> initial = tokens.Form(first), last = tokens.Form(end - 1);
        if (end - first is 2 or 3 && Lists["numbered person"].Contains(initial) && char.IsDigit(last[0]))
        {
            return NameKind.Person;
        }

        // "Eagle Pass, Texas": one or two words before the state they lie in.
        if (kind is NameKind.Other or NameKind.Product or NameKind.Event && end - first < 3 && IsBeforeState(tokens, gazetteer, first, end))
        {
            return NameKind.City;
        }

        if (kind is NameKind.Event && gazetteer.IsThingWord(last))
        {
            return NameKind.Other;
        }

        if (kind is NameKind.Place or NameKind.City or NameKind.Facility or NameKind.Other && end - first is 2 or 3 && Lists["club"].Contains(last) && gazetteer.PlaceWord(initial) is null)
        {
            return NameKind.Organization;
        }

        if (kind is NameKind.Event or NameKind.Person or NameKind.Place or NameKind.Product or NameKind.Other && end - first > 2 && (last is "Rescue" && tokens.Form(end - 2) is "Fire" or "and" or "&"))
        {
            return NameKind.Organization;
        }

        if (kind is NameKind.Person or NameKind.Organization || end - first < 2)
        {
            return kind is NameKind.Organization && AreInitialsAndSurname(tokens, gazetteer, first, end) ? NameKind.Person : kind;
        }

        for (int t = first; t + 2 < end; t++)
        {
            if (tokens.Form(t + 1) is "of" && Lists["body of"].Contains(tokens.Form(t)) && char.IsUpper(tokens.Form(t + 2)[0]))
            {
                return NameKind.Organization;
            }
        }

        return AreInitialsAndSurname(tokens, gazetteer, first, end) || HasMiddleInitial(tokens, gazetteer, first, end) ? NameKind.Person : kind;
    }

    /// <summary>"RHP Karim Hadi", "DT Ilka Brenn": letters of a player's place before a given name and a surname are no part of the name. Returns where it begins.</summary>
    public static int WithoutLetters(TokenLayer tokens, Gazetteer gazetteer, int first, int end) =>
        end - first > 2 && Lists["player"].Contains(tokens.Form(first)) && char.IsUpper(tokens.Form(first)[^1]) && gazetteer.IsGivenName(tokens.Form(first + 1)) ? first + 1 : first;

    /// <summary>Reads all names of a report once more: works and things named beside a noun for such, and countries that are states of another.</summary>
    public static void Apply(TokenLayer tokens, NameColumns names, Gazetteer gazetteer)
    {
        Works(tokens, names, gazetteer);
        Things(tokens, names, gazetteer);
        States(tokens, names, gazetteer);
    }

    // "the sitcom Varan", "“Varan Pie” star": a work, wherever it is named so, unless somebody is called so in full.
    private static void Works(TokenLayer tokens, NameColumns names, Gazetteer gazetteer)
    {
        HashSet<string> works = new(StringComparer.Ordinal);
        foreach ((int first, int end, NameKind kind) in names.Names)
        {
            if (kind is not (NameKind.Person or NameKind.Organization or NameKind.Product or NameKind.Event or NameKind.Place) || !gazetteer.Find(tokens.Text.AsSpan(tokens.Span(first, end))).IsEmpty)
            {
                continue;
            }

            ReadOnlySpan<char> before = At(tokens, first, first - 1), after = At(tokens, first, end);
            bool marked = IsOpening(before) && IsClosing(after);
            ReadOnlySpan<char> noun = marked ? At(tokens, first, first - 2) : before, follows = marked ? At(tokens, first, end + 1) : after;
            bool called = Lists["work"].Contains(noun) && char.IsLower(noun[0]) && (marked || tokens.Heads[first] == first - 1 || tokens.Heads[end - 1] == first - 1 || tokens.Heads[first - 1] == end - 1 || tokens.Heads[first - 1] == first);
            called &= marked || kind != NameKind.Person || !gazetteer.IsGivenName(tokens.Form(first));
            bool played = marked && (Lists["work"].Contains(follows) || Lists["of a work"].Contains(follows));
            if (called || played)
            {
                works.Add(tokens.Text.Slice(tokens.Span(first, end)));
            }
        }

        for (int i = 0; i < names.Names.Count && works.Count > 0; i++)
        {
            (int first, int end, NameKind kind) = names.Names[i];
            if (kind is NameKind.Person or NameKind.Organization or NameKind.Product or NameKind.Event && works.Contains(tokens.Text.Slice(tokens.Span(first, end))))
            {
                names.Names[i] = (first, end, NameKind.Other);
            }
        }
    }

    // "Varanol, a chemical made in Norland": one word that a noun beside it calls a substance, weapon or vehicle is nobody and no place, wherever it is named.
    private static void Things(TokenLayer tokens, NameColumns names, Gazetteer gazetteer)
    {
        HashSet<string> things = new(StringComparer.Ordinal);
        foreach ((int first, int end, NameKind kind) in names.Names)
        {
            string word = tokens.Form(first).ToString();
            bool open = kind is NameKind.Person or NameKind.Place && end - first == 1 && !gazetteer.IsGivenName(word) && gazetteer.Find(word).IsEmpty && At(tokens, first, end) is "," && At(tokens, first, end + 1) is "a" or "an";
            if (open && IsCalledThing(tokens, first) && !names.Names.Exists(n => n.Kind == NameKind.Person && n.End - n.First > 1 && tokens.Form(n.End - 1).SequenceEqual(word)))
            {
                things.Add(word);
            }
        }

        for (int i = 0; i < names.Names.Count && things.Count > 0; i++)
        {
            (int first, int end, NameKind kind) = names.Names[i];
            if (kind is NameKind.Person or NameKind.Place && end - first == 1 && things.Contains(tokens.Form(first).ToString()))
            {
                names.Names[i] = (first, end, NameKind.Product);
            }
        }
    }

    private static bool IsCalledThing(TokenLayer tokens, int name)
    {
        int end = tokens.Sentences[tokens.SentenceOf(name)].EndToken;
        for (int t = name + 3; t < end; t++)
        {
            if (tokens.Heads[t] == name && tokens.Relations[t] is "appos")
            {
                bool agent = tokens.Form(t) is "agent" && tokens.Form(t - 1) is "nerve" or "chemical" or "biological" or "toxic";
                return tokens.Tags[t] is UniversalTag.Noun or UniversalTag.Adj && (agent || MentionLexicon.Instance.Noun(tokens.Lemmas[t].ToLowerInvariant()).Class == NounClass.Product);
            }
        }

        return false;
    }

    // A name of a country that is one of a state of another country as well: the state where the report names other places of that country and none of the first, and no more foreign countries than such places.
    private static void States(TokenLayer tokens, NameColumns names, Gazetteer gazetteer)
    {
        for (int i = 0; i < names.Names.Count; i++)
        {
            (int first, int end, NameKind kind) = names.Names[i];
            if (kind is not NameKind.Country || Both(gazetteer, tokens.Text.AsSpan(tokens.Span(first, end))) is not ({ } country, { } state))
            {
                continue;
            }

            (int own, int home, int other) = (0, 0, 0);
            foreach ((int at, int stop, NameKind seen) in names.Names)
            {
                ReadOnlySpan<char> words = tokens.Text.AsSpan(tokens.Span(at, stop));
                if (seen is NameKind.Person or NameKind.Norp || words.Equals(tokens.Text.AsSpan(tokens.Span(first, end)), StringComparison.Ordinal))
                {
                    continue;
                }

                ImmutableArray<GazetteerEntry> entries = gazetteer.Find(words);
                bool place = !entries.IsEmpty && entries[0].Kind is GazetteerKind.City or GazetteerKind.Capital or GazetteerKind.Region or GazetteerKind.Country;
                own += place && entries[0].Country == country ? 1 : 0;
                home += (place && entries[0].Kind is GazetteerKind.City or GazetteerKind.Region && entries[0].Country == state) || (state == "US" && (PlaceSigns.IsShortState(words) || tokens.Form(stop - 1) is "County")) ? 1 : 0;
                other += place && entries[0].Kind == GazetteerKind.Country && entries[0].Country != state ? 1 : 0;
            }

            if (own == 0 && home > other)
            {
                names.Names[i] = (first, end, NameKind.Region);
            }
        }
    }

    /// <summary>The country of this name and the country one of whose states bears it; nulls where it is not both.</summary>
    public static (string? Country, string? State) Both(Gazetteer gazetteer, ReadOnlySpan<char> name)
    {
        string? country = gazetteer.Find(name, GazetteerKind.Country)?.Country, state = country is null ? null : gazetteer.Find(name, GazetteerKind.Region)?.Country;
        return state is not null && state != country ? (country, state) : (null, null);
    }

    // "T. Y. Hadi", "T.Y. Hadi" as three or two words of which the last is no company's.
    private static bool AreInitialsAndSurname(TokenLayer tokens, Gazetteer gazetteer, int first, int end) =>
        end - first == 3 && IsInitial(tokens.Form(first)) && IsInitial(tokens.Form(first + 1)) && IsSurname(tokens, gazetteer, end - 1);

    // "Karim B. Hadi".
    private static bool HasMiddleInitial(TokenLayer tokens, Gazetteer gazetteer, int first, int end) =>
        end - first == 3 && IsInitial(tokens.Form(first + 1)) && IsSurname(tokens, gazetteer, end - 1) && tokens.Form(first) is { Length: > 2 } given && char.IsLower(given[1]) && gazetteer.PlaceWord(given) is null && !gazetteer.IsOrganizationWord(given) && gazetteer.Find(given).IsEmpty;

    private static bool IsBeforeState(TokenLayer tokens, Gazetteer gazetteer, int first, int end)
    {
        if (end + 1 >= tokens.Count || tokens.Form(end) is not "," || tokens.SentenceOf(end + 1) != tokens.SentenceOf(first) || !char.IsLower(tokens.Form(end - 1)[^1]) || gazetteer.IsOrganizationWord(tokens.Form(end - 1)) || gazetteer.IsThingWord(tokens.Form(end - 1)))
        {
            return false;
        }

        (int count, ImmutableArray<GazetteerEntry> entries) = gazetteer.LongestAt(tokens, end + 1);
        int after = end + 1 + count;
        return count > 0 && entries[0].Kind is GazetteerKind.Region && entries[0].Country is not null && (after >= tokens.Count || tokens.Form(after) is "," or "." or "—" or "-" || tokens.SentenceOf(after) != tokens.SentenceOf(first));
    }

    private static bool IsInitial(ReadOnlySpan<char> form) => form.Length == 2 && char.IsUpper(form[0]) && form[1] == '.';

    private static bool IsSurname(TokenLayer tokens, Gazetteer gazetteer, int token) =>
        tokens.Form(token) is { Length: > 1 } word && char.IsUpper(word[0]) && char.IsLower(word[^1]) && !gazetteer.IsOrganizationWord(word) && gazetteer.PlaceWord(word) is null && !gazetteer.IsThingWord(word) && !gazetteer.IsEventWord(word);

    private static bool IsOpening(ReadOnlySpan<char> form) => form is "“" or "\"" or "``" or "‘" or "'";

    private static bool IsClosing(ReadOnlySpan<char> form) => form is "”" or "\"" or "''" or "’" or "'";

    private static ReadOnlySpan<char> At(TokenLayer tokens, int token, int at) =>
        at >= 0 && at < tokens.Count && tokens.SentenceOf(at) == tokens.SentenceOf(token) ? tokens.Form(at) : [];
}
