using System.Collections.Frozen;
using Parallax.Core.Layers;
using Parallax.Language.Coreference;
using Parallax.Language.Coreference.PronounLinks;

namespace Parallax.Language.Names;

/// <summary>Towns and islands that the network takes for persons or things: what stands beside a name in all its places in the report is weighed.</summary>
/// <remarks>"In Varan", "the village of Varan", "Varan island", "south of Varan" tell of a place; a title, a given name, an age, a verb of saying of a person.</remarks>
internal static class PlaceSigns
{
    // "In Varan" once is enough where nothing tells of a person; "from Varan" or "to Varan" is not.
    private const int Enough = 2;

    private static readonly FrozenDictionary<string, FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>>> Lists = DataFile.Lines("en/names/place-signs.txt").Select(static l => l.Line.Split('|', StringSplitOptions.TrimEntries))
        .ToFrozenDictionary(static p => p[0], static p => p[1].Split(';', StringSplitOptions.TrimEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>(), StringComparer.Ordinal);

    /// <summary>Whether the word is a noun of places in the singular: "village", "island".</summary>
    public static bool IsKind(ReadOnlySpan<char> word) => Lists["kind"].Contains(word);

    /// <summary>Whether the letters with points are short for a place or a body ("D.C."), and no person's initials.</summary>
    public static bool IsShort(ReadOnlySpan<char> initials) => Lists["initials"].Contains(initials);

    /// <summary>Whether it is the short form of a state ("Ala.", "N.Y."), which may be another word as well.</summary>
    public static bool IsShortState(ReadOnlySpan<char> form) => Lists["doubtful"].Contains(form) || Lists["state"].Contains(form);

    /// <summary>Whether the letters with points are short for a state or town and nothing else: "N.Y.", also "N. Y.".</summary>
    public static bool IsState(ReadOnlySpan<char> initials) => Lists["state"].Contains(initials);

    /// <summary>Whether the word is a noun of places in the plural: "villages", "islands".</summary>
    public static bool IsPlural(ReadOnlySpan<char> word) => Lists["list"].Contains(word);

    /// <summary>Gives names that stand as places do, and nowhere as persons do, the kind of a city.</summary>
    public static void Apply(TokenLayer tokens, NameColumns names, Gazetteer gazetteer)
    {
        HashSet<string> surnames = new(names.Names.Where(static n => n.Kind == NameKind.Person && n.End - n.First > 1).Select(n => tokens.Form(n.End - 1).ToString()), StringComparer.Ordinal);
        SortedDictionary<string, List<int>> bySpelling = new(StringComparer.Ordinal);
        for (int i = 0; i < names.Names.Count; i++)
        {
            (int first, int end, NameKind kind) = names.Names[i];
            if (kind is NameKind.Person or NameKind.Product or NameKind.Other or NameKind.Event && end - first <= 2 && IsWord(tokens.Form(first)) && (kind == NameKind.Person ? !IsListedPerson(gazetteer, tokens.Text.AsSpan(tokens.Span(first, end))) : gazetteer.Find(tokens.Text.AsSpan(tokens.Span(first, end))).IsEmpty))
            {
                string spelling = tokens.Text.Slice(tokens.Span(first, end));
                (bySpelling.TryGetValue(spelling, out List<int>? same) ? same : bySpelling[spelling] = []).Add(i);
            }
        }

        Capitals(tokens, names, gazetteer);
        foreach ((string spelling, List<int> same) in bySpelling)
        {
            (int begin, int behind, NameKind taken) = names.Names[same[0]];
            bool given = taken == NameKind.Person && gazetteer.IsGivenName(tokens.Form(begin));
            bool listed = behind - begin > 1 && !gazetteer.Find(spelling).IsEmpty;
            (int place, int person) = (listed ? Enough : 0, surnames.Contains(spelling) || (given && !listed) ? Enough : 0);
            foreach (int i in same)
            {
                (int first, int end, NameKind kind) = names.Names[i];
                place += Place(tokens, gazetteer, first, end, kind) + (InList(tokens, names, first, end) ? 2 * Enough : 0);
                person += Person(tokens, gazetteer, first, end, kind);
            }

            // "In God", "in Chemistry": what is no person is a place only where a noun of places says so.
            int enough = taken == NameKind.Person ? Enough : 2 * Enough;
            bool surname = surnames.Contains(spelling) && !same.Exists(i => IsTold(tokens, names.Names[i].First, names.Names[i].End));
            foreach (int i in place >= enough && place > person && !surname ? same : [])
            {
                names.Names[i] = (names.Names[i].First, names.Names[i].End, NameKind.City);
            }
        }
    }

    /// <summary>"Ostby, Miss.": a short form that is a form of address or a common word as well is the state behind a name and a comma, and the name its town.</summary>
    public static void AddStates(TokenLayer tokens, NameColumns names)
    {
        for (int i = 2; i < tokens.Count; i++)
        {
            bool ends = i + 1 >= tokens.Count || tokens.SentenceOf(i + 1) != tokens.SentenceOf(i) || !char.IsUpper(tokens.Form(i + 1)[0]);
            int taken = names.IsTaken(i) ? names.Names.FindIndex(n => n.First == i && n.End == i + 1 && n.Kind is NameKind.Person or NameKind.Other or NameKind.Organization) : -1;
            if (!ends || (names.IsTaken(i) && taken < 0) || tokens.Form(i - 1) is not "," || !names.IsTaken(i - 2) || tokens.SentenceOf(i - 2) != tokens.SentenceOf(i) || !Lists["doubtful"].Contains(tokens.Form(i)) || !char.IsUpper(tokens.Form(i)[0]))
            {
                continue;
            }

            int town = names.Names.FindIndex(n => n.End == i - 1);
            if (town >= 0 && names.Names[town] is var (first, end, kind) && kind is not NameKind.Norp)
            {
                if (taken >= 0)
                {
                    names.Names[taken] = (i, i + 1, NameKind.Region);
                }
                else
                {
                    names.Add(i, i + 1, NameKind.Region);
                }

                names.Names[town] = (first, end, kind is NameKind.Person or NameKind.Organization or NameKind.Other && end - first < 3 ? NameKind.City : kind);
            }
        }
    }

    /// <summary>"Karim Hadi, the governor of Varan": two or three unlisted words that the network takes for a place are a person where an office stands behind them.</summary>
    public static bool IsHolder(TokenLayer tokens, Gazetteer gazetteer, int first, int end, NameKind kind)
    {
        if (kind is not (NameKind.Place or NameKind.City or NameKind.Other or NameKind.Event or NameKind.Product) || end - first is < 2 or > 3 || After(tokens, end) is not "," || !gazetteer.Find(tokens.Text.AsSpan(tokens.Span(first, end))).IsEmpty
            || Lists["inside"].Contains(Before(tokens, first, 1)))
        {
            return false;
        }

        for (int t = first; t < end; t++)
        {
            if (!IsWord(tokens.Form(t)) || gazetteer.PlaceWord(tokens.Form(t)) is not null || gazetteer.IsOrganizationWord(tokens.Form(t)) || gazetteer.IsThingWord(tokens.Form(t)) || gazetteer.IsDirection(tokens.Form(t)))
            {
                return false;
            }
        }

        // "Karim Hadi, deputy governor of Varan": articles, adjectives and nouns up to the office.
        for (int t = end + 1; t < Math.Min(end + 6, tokens.Count) && tokens.SentenceOf(t) == tokens.SentenceOf(first); t++)
        {
            if (tokens.Tags[t] == UniversalTag.Noun && gazetteer.TitleKind(tokens.Form(t)) is "office" or "job" && t + 1 < tokens.Count && tokens.Form(t + 1) is "of" or "for" or "," or "at")
            {
                return true;
            }

            if (tokens.Tags[t] is not (UniversalTag.Det or UniversalTag.Adj or UniversalTag.Noun or UniversalTag.Propn))
            {
                return false;
            }
        }

        return false;
    }

    // "Paris: thieves ram a shop": a capital taken for a person is a city where no person of the report is called so and nothing beside it tells of one.
    private static void Capitals(TokenLayer tokens, NameColumns names, Gazetteer gazetteer)
    {
        HashSet<string> parts = new(names.Names.Where(static n => n.Kind == NameKind.Person && n.End - n.First > 1).SelectMany(n => Enumerable.Range(n.First, n.End - n.First)).Select(t => tokens.Form(t).ToString()), StringComparer.Ordinal);
        foreach (IGrouping<string, int> same in Enumerable.Range(0, names.Names.Count).Where(i => names.Names[i].Kind == NameKind.Person && names.Names[i].End - names.Names[i].First == 1)
            .GroupBy(i => tokens.Form(names.Names[i].First).ToString(), StringComparer.Ordinal).ToArray())
        {
            if (parts.Contains(same.Key) || gazetteer.Find(same.Key, GazetteerKind.Capital) is null || same.Any(i => Person(tokens, gazetteer, names.Names[i].First, names.Names[i].End, NameKind.Person) > 0))
            {
                continue;
            }

            foreach (int i in same)
            {
                names.Names[i] = (names.Names[i].First, names.Names[i].End, NameKind.City);
            }
        }
    }

    // "the village of Varan", "Varan island".
    private static bool IsTold(TokenLayer tokens, int first, int end) =>
        (Before(tokens, first, 1) is "of" && IsKind(Before(tokens, first, 2))) || (IsKind(After(tokens, end)) && char.IsLower(After(tokens, end)[0]));

    private static int Place(TokenLayer tokens, Gazetteer gazetteer, int first, int end, NameKind kind)
    {
        ReadOnlySpan<char> before = Before(tokens, first, 1), second = Before(tokens, first, 2), after = After(tokens, end);
        if (before is "of" && IsKind(second))
        {
            return 2 * Enough;
        }

        if (before is "of" && Lists["side"].Contains(second))
        {
            return 2 * Enough;
        }

        // "between Varan in Norland and Tolan", "between Varan (Norland) and Tolan".
        if (before is "between" && end + 1 < tokens.Count && tokens.Form(end) is "in" or "(" && gazetteer.LongestAt(tokens, end + 1) is { TokenCount: > 0 } land && land.Entries[0].Kind is GazetteerKind.Country or GazetteerKind.Region)
        {
            return 2 * Enough;
        }

        // "Varan island", "the Varan village"; but "Varan Airport" may be called after a person.
        if (IsKind(after) && char.IsLower(after[0]))
        {
            return 2 * Enough;
        }

        if (after is "'s" or "’s" || before.IsEmpty || kind != NameKind.Person)
        {
            return 0;
        }

        // "belief in Varan": people are believed in.
        int governor = tokens.Heads[end - 1];
        if (governor >= 0 && Lists["faith"].Contains(tokens.Lemmas[governor]))
        {
            return 0;
        }

        bool whole = tokens.Tags[end - 1] is UniversalTag.Propn or UniversalTag.Noun && (after.IsEmpty || tokens.Tags[end] is not (UniversalTag.Propn or UniversalTag.Noun));
        bool state = after is "," && end + 1 < tokens.Count && gazetteer.LongestAt(tokens, end + 1) is { TokenCount: > 0 } listed && listed.Entries[0].Kind is GazetteerKind.Country or GazetteerKind.Region;
        return (Lists["inside"].Contains(before) && whole ? Enough : Lists["toward"].Contains(before) && whole ? 1 : 0) + (state ? 1 : 0);
    }

    private static int Person(TokenLayer tokens, Gazetteer gazetteer, int first, int end, NameKind kind)
    {
        ReadOnlySpan<char> before = Before(tokens, first, 1), after = After(tokens, end);
        int told = !before.IsEmpty && gazetteer.TitleKind(before) is not null ? 2 * Enough : 0;
        int verb = tokens.Heads[end - 1];
        told += verb >= 0 && tokens.Relations[end - 1].StartsWith("nsubj", StringComparison.Ordinal) && SpeechVerbs.Contains(tokens.Lemmas[verb].ToLowerInvariant()) ? 2 * Enough : 0;
        told += kind == NameKind.Product && before is "a" or "an" ? 2 * Enough : 0;
        return told + (after is "," && end + 2 < tokens.Count && char.IsDigit(tokens.Form(end + 1)[0]) && tokens.Form(end + 2) is "," or "." ? 2 * Enough : 0);
    }

    // "the villages of Varan, Tolan and Ostby", "the worst-hit towns were Varan and Tolan": one word among words behind the plural of a noun of places, with nothing between but names, "and" and "of".
    private static bool InList(TokenLayer tokens, NameColumns names, int first, int end)
    {
        int start = tokens.Sentences[tokens.SentenceOf(first)].FirstToken;
        bool listed = false;
        for (int t = first - 1; t >= start; t--)
        {
            ReadOnlySpan<char> form = tokens.Form(t);
            if (Lists["list"].Contains(form))
            {
                return true;
            }

            listed |= form is "," or "and";
            bool between = form is "," or "and" or "of" or "as" or "like" or "such" or "including" || tokens.Lemmas[t] is "be" or "identify" || (char.IsUpper(form[0]) && names.IsTaken(t));
            if (!between)
            {
                break;
            }
        }

        // "Varan and Tolan villages".
        return end < tokens.Count && Lists["list"].Contains(tokens.Form(end)) && listed && tokens.SentenceOf(end) == tokens.SentenceOf(first);
    }

    private static ReadOnlySpan<char> Before(TokenLayer tokens, int token, int distance) =>
        token - distance >= tokens.Sentences[tokens.SentenceOf(token)].FirstToken ? tokens.Form(token - distance) : [];

    private static ReadOnlySpan<char> After(TokenLayer tokens, int end) => end < tokens.Count && tokens.SentenceOf(end) == tokens.SentenceOf(end - 1) ? tokens.Form(end) : [];

    // A listed city of two words ("Bandar Seri") may be weighed; a word that is a town and a surname is the network's to tell.
    private static bool IsListedPerson(Gazetteer gazetteer, ReadOnlySpan<char> name) => !gazetteer.Find(name).IsEmpty && (!name.Contains(' ') || gazetteer.Find(name, GazetteerKind.City, GazetteerKind.Capital, GazetteerKind.Region) is null);

    private static bool IsWord(ReadOnlySpan<char> form) => form.Length > 2 && char.IsUpper(form[0]) && char.IsLower(form[1]);
}
