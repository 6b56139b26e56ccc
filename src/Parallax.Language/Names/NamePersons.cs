using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Language.Coreference;
using Parallax.Language.Coreference.Mentions;

namespace Parallax.Language.Names;

/// <summary>Persons inside what the network marks as something else or in pieces: nicknames between a given name and a surname, offices and places before a name.</summary>
internal static class NamePersons
{
    /// <summary>"Karim (Kit) Hadi", "Karim “Kit” Hadi", "Karim 'The Kit' Hadi": where the network marks one of the words, the whole is one person's name, and the pieces are none.</summary>
    /// <param name="tokens">The tokens.</param>
    /// <param name="gazetteer">Knows places, whose name in brackets is no nickname.</param>
    /// <param name="names">What the network marked.</param>
    public static List<NameMention> WithNicknames(TokenLayer tokens, Gazetteer gazetteer, IReadOnlyList<NameMention> names)
    {
        List<NameMention> whole = [.. names];
        for (int first = 0; first + 4 < tokens.Count; first++)
        {
            int end = NicknamedEnd(tokens, gazetteer, first);
            bool given = gazetteer.IsGivenName(tokens.Form(first)) || whole.Exists(n => n.FirstToken == first && n.Kind == NameKind.Person);
            if (end < 0 || !given || !whole.Exists(n => n.FirstToken < end && n.EndToken > first && n.Kind is not NameKind.Norp))
            {
                continue;
            }

            whole.RemoveAll(n => n.FirstToken < end && n.EndToken > first);
            whole.Add(new NameMention(tokens.Span(first, end), first, end - first, NameKind.Person));
            first = end - 1;
        }

        return whole;
    }

    // Where the name with a nickname ends that begins at the token; -1 where none does. Of two or three words a nickname stands in quotation marks alone.
    private static int NicknamedEnd(TokenLayer tokens, Gazetteer gazetteer, int first)
    {
        if (!IsWord(tokens.Form(first)) || tokens.Tags[first] != UniversalTag.Propn || gazetteer.TitleKind(tokens.Form(first)) is not null || gazetteer.IsOrganizationWord(tokens.Form(first)))
        {
            return -1;
        }

        for (int words = 1; words <= 3; words++)
        {
            int close = first + 2 + words;
            if (close + 1 >= tokens.Count || tokens.SentenceOf(close + 1) != tokens.SentenceOf(first))
            {
                return -1;
            }

            ReadOnlySpan<char> opening = tokens.Form(first + 1), closing = tokens.Form(close);
            bool brackets = words == 1 && opening is "(" && closing is ")";
            bool marks = (opening is "“" && closing is "”") || (opening is "\"" && closing is "\"") || (opening is "``" && closing is "''") || (opening is "‘" && closing is "’") || (opening is "'" && closing is "'");
            if ((brackets || marks) && IsNickname(tokens, gazetteer, first + 2, close) && IsWord(tokens.Form(close + 1)) && tokens.Tags[close + 1] == UniversalTag.Propn
                && gazetteer.TitleKind(tokens.Form(close + 1)) is null && !gazetteer.IsOrganizationWord(tokens.Form(close + 1)))
            {
                return close + 2;
            }
        }

        return -1;
    }

    private static bool IsNickname(TokenLayer tokens, Gazetteer gazetteer, int first, int end)
    {
        for (int t = first; t < end; t++)
        {
            bool small = end - first > 1 && t < end - 1 && tokens.Form(t) is "the" or "of";
            if (!small && !(char.IsUpper(tokens.Form(t)[0]) && (end - first > 1 || IsWord(tokens.Form(t)))))
            {
                return false;
            }
        }

        return gazetteer.Find(tokens.Text.AsSpan(tokens.Span(first, end))).IsEmpty;
    }

    /// <summary>"P.J. Berra", "Eddie Jordan": initials or a given name with one more word behind them are a person's name, also where the network sees a body, or the surname is a country or city as well.</summary>
    public static List<NameMention> WithSurnames(TokenLayer tokens, Gazetteer gazetteer, List<NameMention> names)
    {
        for (int first = 0; first + 1 < tokens.Count; first++)
        {
            int end = first + 2;
            if (!IsWord(tokens.Form(first + 1)) || tokens.Tags[first + 1] != UniversalTag.Propn || tokens.SentenceOf(first) != tokens.SentenceOf(first + 1) || !(IsInitials(tokens, gazetteer, first) || IsGivenBeforePlace(tokens, gazetteer, first)))
            {
                continue;
            }

            bool longer = end < tokens.Count && tokens.SentenceOf(end) == tokens.SentenceOf(first) && tokens.Tags[end] == UniversalTag.Propn && char.IsUpper(tokens.Form(end)[0]) && tokens.Form(end) is not ("Jr." or "Jr" or "Sr.");
            bool inside = names.Exists(n => n.FirstToken < first && n.EndToken > first && tokens.Form(first - 1) is not ("'s" or "’s")) || names.Exists(n => n.Kind == NameKind.Person && n.FirstToken <= first && n.EndToken >= end);
            if (longer || inside || !names.Exists(n => n.FirstToken < end && n.EndToken > first))
            {
                continue;
            }

            // "Karim H.W. Berra": the given name before the initials is his as well.
            int from = first > 0 && tokens.Form(first)[1] == '.' && tokens.SentenceOf(first - 1) == tokens.SentenceOf(first) && IsWord(tokens.Form(first - 1)) && tokens.Tags[first - 1] == UniversalTag.Propn && gazetteer.IsGivenName(tokens.Form(first - 1)) ? first - 1 : first;
            for (int i = names.Count - 1; i >= 0; i--)
            {
                if (names[i].FirstToken >= end || names[i].EndToken <= from)
                {
                    continue;
                }

                // "Halden's Eddie" is a town and a given name.
                (int start, NameKind kind) = (names[i].FirstToken, names[i].Kind);
                names.RemoveAt(i);
                if (start < first - 1 && from == first)
                {
                    names.Add(new NameMention(tokens.Span(start, first - 1), start, first - 1 - start, kind));
                }
            }

            names.Add(new NameMention(tokens.Span(from, end), from, end - from, NameKind.Person));
        }

        return names;
    }

    // "P.J.", "T. J." as one token; "U.S.", "D.C." and other initials of places and bodies are listed or begin with U.
    private static bool IsInitials(TokenLayer tokens, Gazetteer gazetteer, int token)
    {
        ReadOnlySpan<char> form = tokens.Form(token);
        return form.Length is 3 or 4 && char.IsUpper(form[0]) && form[0] is not 'U' && form[1] == '.' && char.IsUpper(form[2]) && (form.Length == 3 || form[3] == '.') && gazetteer.Find(form).IsEmpty && !gazetteer.IsDegree(form)
            && !PlaceSigns.IsShort(form)
            && !gazetteer.IsOrganizationWord(tokens.Form(token + 1)) && gazetteer.PlaceWord(tokens.Form(token + 1)) is null && !gazetteer.IsThingWord(tokens.Form(token + 1)) && gazetteer.Find(tokens.Form(token + 1), GazetteerKind.People) is null
            && gazetteer.TitleKind(tokens.Form(token + 1)) is null;
    }

    private static bool IsGivenBeforePlace(TokenLayer tokens, Gazetteer gazetteer, int token) =>
        IsWord(tokens.Form(token)) && tokens.Tags[token] == UniversalTag.Propn && gazetteer.IsGivenName(tokens.Form(token)) && gazetteer.Find(tokens.Form(token)).IsEmpty
        && gazetteer.Find(tokens.Form(token + 1), GazetteerKind.Country, GazetteerKind.Capital, GazetteerKind.City, GazetteerKind.Region) is not null
        && (tokens.Heads[token] == token + 1 || tokens.Heads[token + 1] == token) && gazetteer.Find(tokens.Text.AsSpan(tokens.Span(token, token + 2))).IsEmpty;

    /// <summary>"Supreme Leader of Ruritania Ayatollah Karimi" is no body, "Halden City Councilman Karim B. Hadi" no place: where the person begins after the last title inside; <paramref name="first"/> where there is none.</summary>
    public static int AfterTitle(TokenLayer tokens, Gazetteer gazetteer, int first, int end, NameKind kind)
    {
        if (kind is NameKind.Norp || end - first < 2 || !IsPersonsEnd(tokens, gazetteer, end - 1))
        {
            return first;
        }

        bool sure = kind is NameKind.Organization or NameKind.Person;
        for (int t = end - 2; t > first; t--)
        {
            if (gazetteer.TitleKind(tokens.Form(t)) is "religious" or "rank" or "honorific" or "office" or "job" && tokens.Tags[t] is UniversalTag.Propn or UniversalTag.Noun
                && StartsName(tokens, t + 1) && tokens.Form(t + 1) is not "of"
                && (kind == NameKind.Person || (char.IsLower(tokens.Form(t)[0]) && end - t > 2 && tokens.Tags[t] == UniversalTag.Noun) || (!sure && end - t > 2 && LocalBodies.Contains(tokens.Form(t - 1).ToString())) || NameEdges.TitleAt(tokens, gazetteer, first, end) > 0 || gazetteer.Find(tokens.Text.AsSpan(tokens.Span(first, t)), GazetteerKind.Country) is not null
                    || (!sure && end - t > 2 && !gazetteer.Find(tokens.Text.AsSpan(tokens.Span(first, t))).IsEmpty)))
            {
                return t + 1;
            }
        }

        // "Sgt. Rolf Berra" is no place: the short form of a rank or office stands before persons only.
        bool open = kind is NameKind.Place or NameKind.City or NameKind.Event or NameKind.Other or NameKind.Organization;
        return open && tokens.Form(first)[^1] == '.' && gazetteer.TitleKind(tokens.Form(first)) is "rank" or "office" or "honorific" && StartsName(tokens, first + 1) ? first + 1 : first;
    }

    /// <summary>"Mr. Berra", "Director L. Patrick Berra": a form of address, or an office before initials or a given name, is that of a person, whatever the network takes the whole for.</summary>
    public static bool IsAddressed(TokenLayer tokens, Gazetteer gazetteer, int first, int end, NameKind kind)
    {
        if (kind is NameKind.Person or NameKind.Norp or NameKind.Facility || first >= end || end - first > LongestName + 1 || !IsPersonsEnd(tokens, gazetteer, end - 1) || !gazetteer.Find(tokens.Text.AsSpan(tokens.Span(first, end))).IsEmpty)
        {
            return false;
        }

        bool before = first > 0 && tokens.SentenceOf(first - 1) == tokens.SentenceOf(first) && IsMister(tokens.Form(first - 1)) && end - first < 3;
        bool inside = end - first is 2 or 3 && IsMister(tokens.Form(first)) && StartsName(tokens, first + 1);
        bool office = kind is NameKind.Other or NameKind.Event or NameKind.Product && end - first > 2 && gazetteer.TitleKind(tokens.Form(first)) is "office" or "job" or "rank"
            && (gazetteer.IsGivenName(tokens.Form(first + 1)) || (tokens.Form(first + 1) is { Length: 2 } initial && char.IsUpper(initial[0]) && initial[1] == '.'));
        // "The firm's CEO, Lorne Dahl, said": who is set off by commas behind an office.
        bool apposed = end - first is 2 or 3 && first > 1 && end < tokens.Count && tokens.Form(first - 1) is "," && tokens.Form(end) is "," && tokens.SentenceOf(first - 2) == tokens.SentenceOf(end) && gazetteer.TitleKind(tokens.Form(first - 2)) is "office" or "job"
            && tokens.Tags[first - 2] is UniversalTag.Noun or UniversalTag.Propn && StartsName(tokens, first) && tokens.Relations[first] is "appos" or "flat" or "compound" or "nsubj" && gazetteer.Find(tokens.Form(first)).IsEmpty && gazetteer.Find(tokens.Form(end - 1)).IsEmpty;
        return before || inside || office || apposed;
    }

    /// <summary>"Harbour Commandos": a noun for persons in the plural at the end names several, and nobody.</summary>
    public static bool IsGroup(TokenLayer tokens, Gazetteer gazetteer, int first, int end)
    {
        if (end - first < 2 || tokens.Form(end - 1) is not { Length: > 4 } last || last[^1] != 's' || last[^2] == 's' || gazetteer.IsGivenName(tokens.Form(first)) || gazetteer.TitleKind(tokens.Form(first)) is not null)
        {
            return false;
        }

        string singular = last[..^1].ToString().ToLowerInvariant();
        return MentionLexicon.Instance.Knows(singular) && MentionLexicon.Instance.Noun(singular).Class == NounClass.Person;
    }

    private static bool IsMister(ReadOnlySpan<char> word) => word is "Mr." or "Mr" or "Mrs." or "Mrs" or "Ms." or "Ms";

    /// <summary>"Lena Berra, 49" marked as one: where the name ends before the age.</summary>
    public static int WithoutAge(TokenLayer tokens, int first, int end) => end - first > 2 && IsAge(tokens.Form(end - 1)) && tokens.Form(end - 2) is "," ? end - 2 : end;

    /// <summary>"Captain Lena Berra, Chief Press Officer, Harbour" marked as one: where the person's name ends before the office.</summary>
    public static int WithoutOffice(TokenLayer tokens, Gazetteer gazetteer, int first, int end)
    {
        int comma = Comma(tokens, first, end);
        int name = gazetteer.TitleKind(tokens.Form(first)) is null ? first : first + 1;
        return comma > name + 1 && StartsName(tokens, name) && gazetteer.TitleKind(tokens.Form(comma - 1)) is null && !gazetteer.IsOrganizationWord(tokens.Form(comma - 1)) && (name > first || gazetteer.IsGivenName(tokens.Form(name)))
            && HasTitle(tokens, gazetteer, comma + 1, end) ? comma : end;
    }

    /// <summary>"Public Relations Officer, Harbour": an office and where it is held, nobody's name.</summary>
    public static bool IsOfficeAndBody(TokenLayer tokens, Gazetteer gazetteer, int first, int end) =>
        Comma(tokens, first, end) is var comma && comma > first + 1 && gazetteer.TitleKind(tokens.Form(comma - 1)) is "office" or "job" or "rank" && !gazetteer.IsGivenName(tokens.Form(first));

    private static int Comma(TokenLayer tokens, int first, int end)
    {
        int comma = first;
        while (comma < end && tokens.Form(comma) is not ",")
        {
            comma++;
        }

        return comma < end ? comma : -1;
    }

    private static bool HasTitle(TokenLayer tokens, Gazetteer gazetteer, int first, int end)
    {
        for (int t = first; t < end; t++)
        {
            if (gazetteer.TitleKind(tokens.Form(t)) is "office" or "job" or "rank")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Lena Berra Jr.", "Lena Berra, 49, took": a family's generation and an age between commas are those of persons.</summary>
    public static bool HasAgeOrGeneration(TokenLayer tokens, Gazetteer gazetteer, int first, int end, NameKind kind)
    {
        if (kind is NameKind.Organization or NameKind.Norp || !StartsName(tokens, first) || gazetteer.IsOrganizationWord(tokens.Form(end - 1)) || !gazetteer.Find(tokens.Text.AsSpan(tokens.Span(first, end))).IsEmpty)
        {
            return false;
        }

        bool generation = end - first > 2 && tokens.Form(end - 1) is "Jr." or "Jr" or "Sr." or "Sr";
        bool age = end + 2 < tokens.Count && tokens.SentenceOf(end + 2) == tokens.SentenceOf(first) && tokens.Form(end) is "," && IsAge(tokens.Form(end + 1)) && tokens.Form(end + 2) is ",";
        return generation || (age && tokens.Tags[first] == UniversalTag.Propn && (end - first == 1 || tokens.Tags[end - 1] == UniversalTag.Propn || tokens.Form(end - 1) is "Jr." or "Jr" or "Sr." or "Sr"));
    }

    /// <summary>Adds persons that the network passed over: runs of proper nouns with a generation or an age between commas behind them.</summary>
    public static void AddAged(TokenLayer tokens, NameColumns names, Gazetteer gazetteer)
    {
        for (int first = 0; first < tokens.Count; first++)
        {
            if (names.IsTaken(first) || tokens.Tags[first] != UniversalTag.Propn || !StartsName(tokens, first) || gazetteer.TitleKind(tokens.Form(first)) is not null)
            {
                continue;
            }

            int end = first + 1;
            while (end < tokens.Count && tokens.SentenceOf(end) == tokens.SentenceOf(first) && !names.IsTaken(end) && (tokens.Tags[end] == UniversalTag.Propn || tokens.Form(end) is "Jr." or "Sr."))
            {
                end++;
            }

            if (end - first <= LongestName && HasAgeOrGeneration(tokens, gazetteer, first, end, NameKind.Other) && tokens.Sentences[tokens.SentenceOf(first)].Part is not (TextPart.Title or TextPart.Heading))
            {
                names.Add(first, end, NameKind.Person);
            }

            first = end - 1;
        }
    }

    private const int LongestName = 4;

    private static bool IsAge(ReadOnlySpan<char> form) => form.Length is 1 or 2 && !form.ContainsAnyExceptInRange('0', '9') && form[0] is not '0';

    /// <summary>"KV5", "HPD": one word in capitals with a digit or without a vowel, in a sentence that has small letters, is a body unless a title stands before it or a person of the report is called so.</summary>
    public static bool IsBodyInCapitals(TokenLayer tokens, Gazetteer gazetteer, int first, int end, Func<string, bool> isSurname)
    {
        ReadOnlySpan<char> form = tokens.Form(first);
        if (end - first != 1 || form.Length is < 3 or > 5 || !char.IsUpper(form[0]) || form.ContainsAnyExcept(Capitals)
            || (form.ContainsAny(Vowels) && !char.IsDigit(form[^1])) || (first > 0 && gazetteer.TitleKind(tokens.Form(first - 1)) is not null))
        {
            return false;
        }

        int small = 0;
        Sentence sentence = tokens.Sentences[tokens.SentenceOf(first)];
        for (int t = sentence.FirstToken; t < sentence.EndToken; t++)
        {
            small += tokens.Form(t).Length > 2 && char.IsLower(tokens.Form(t)[1]) ? 1 : 0;
        }

        return small > 2 && !isSurname(form.ToString()) && !isSurname(string.Concat(form[..1], form[1..].ToString().ToLowerInvariant()));
    }

    private static readonly System.Buffers.SearchValues<char> Vowels = System.Buffers.SearchValues.Create("AEIOU");

    private static readonly System.Buffers.SearchValues<char> Capitals = System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    // "Ostby Police Sergeant Anna Dorn": a local body before the rank.
    private static readonly System.Collections.Frozen.FrozenSet<string> LocalBodies = System.Collections.Frozen.FrozenSet.ToFrozenSet(["Police", "Fire", "City", "County", "Town", "State", "Rescue", "Sheriff", "Council"], StringComparer.Ordinal);

    private static bool IsPersonsEnd(TokenLayer tokens, Gazetteer gazetteer, int token) =>
        tokens.Tags[token] == UniversalTag.Propn && !gazetteer.IsOrganizationWord(tokens.Form(token)) && gazetteer.PlaceWord(tokens.Form(token)) is null && !gazetteer.IsThingWord(tokens.Form(token)) && !gazetteer.IsEventWord(tokens.Form(token));

    private static bool StartsName(TokenLayer tokens, int token) => char.IsLetter(tokens.Form(token)[0]) && !char.IsLower(tokens.Form(token)[0]);

    private static bool IsWord(ReadOnlySpan<char> form) => form.Length > 2 && char.IsUpper(form[0]) && char.IsLower(form[1]);
}
