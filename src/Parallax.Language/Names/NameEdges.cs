using System.Collections.Immutable;
using Parallax.Core.Layers;

namespace Parallax.Language.Names;

/// <summary>Where a name begins and ends inside what the network marks: descriptions before it, offices around it, pieces of other words; and names of vessels.</summary>
internal static class NameEdges
{
    private const int LongestTitle = 4;

    private static readonly System.Buffers.SearchValues<char> CurrencySigns = System.Buffers.SearchValues.Create("$€£¥₽₹");

    /// <summary>"fellow brewer Haldane": common words in small letters before the first capital describe. Returns the new first token; what has no capital stays.</summary>
    public static int WithoutDescription(TokenLayer tokens, int first, int end)
    {
        // "No. 8 Halden": the place of a team in a table.
        int start = end - first > 2 && tokens.Form(first) is "No." or "No" && char.IsDigit(tokens.Form(first + 1)[0]) ? first + 2 : first;
        while (start < end && (tokens.Tags[start] is UniversalTag.Noun or UniversalTag.Adj or UniversalTag.Adv || (tokens.Tags[start] is UniversalTag.Verb && start == first)) && char.IsLower(tokens.Form(start)[0]) && !HasCapital(tokens.Form(start)))
        {
            start++;
        }

        return start < end && char.IsUpper(tokens.Form(start)[0]) ? start : first;
    }

    /// <summary>"Federal Bureau" of "Federal Bureau of Investigation": where a listed name ends that begins with what the network marks.</summary>
    public static int AsListed(TokenLayer tokens, Gazetteer gazetteer, int first, int end)
    {
        if (first >= end || end >= tokens.Count || tokens.SentenceOf(end) != tokens.SentenceOf(first))
        {
            return end;
        }

        (int count, ImmutableArray<GazetteerEntry> entries) = gazetteer.LongestAt(tokens, first);

        // "USA" of the paper "USA Today".
        if (first + count > end && entries[0].Kind is GazetteerKind.Outlet or GazetteerKind.Agency && char.IsUpper(tokens.Form(first + count - 1)[0]))
        {
            return first + count;
        }

        if (end - first < 2 || tokens.Form(end) is not ("of" or "for"))
        {
            return end;
        }

        return first + count > end + 1 ? first + count : end;
    }

    /// <summary>"Norlander Karim Hadi": where a person's name begins behind the word for his people, if two words are left.</summary>
    public static int WithoutPeople(TokenLayer tokens, Gazetteer gazetteer, int first, int end, NameKind kind) =>
        kind == NameKind.Person && end - first > 2 && gazetteer.Find(tokens.Form(first), GazetteerKind.People) is not null && !gazetteer.IsGivenName(tokens.Form(first)) ? first + 1 : first;

    /// <summary>"the Stone Survey in Halden, Norland": a body's name ends before the town where it sits, told with what that lies in or listed. Returns the new end.</summary>
    public static int WithoutWhere(TokenLayer tokens, Gazetteer gazetteer, int first, int end, NameKind kind)
    {
        if (kind is not (NameKind.Organization or NameKind.Other or NameKind.Event or NameKind.Product) || !gazetteer.Find(tokens.Text.AsSpan(tokens.Span(first, end))).IsEmpty)
        {
            return end;
        }

        for (int t = first + 2; t + 1 < end; t++)
        {
            if (tokens.Form(t) is not ("in" or "at"))
            {
                continue;
            }

            (int count, ImmutableArray<GazetteerEntry> entries) = gazetteer.LongestAt(tokens, t + 1);
            bool listed = count > 0 && t + 1 + count == end && entries[0].Kind is GazetteerKind.City or GazetteerKind.Capital;
            bool told = end - t is 4 or 5 && tokens.Form(t + 2) is "," && char.IsUpper(tokens.Form(t + 1)[0]);
            if (listed || told)
            {
                return t;
            }
        }

        return end;
    }

    /// <summary>Length in tokens of the longest title or office at the start of a range; 0 where there is none.</summary>
    public static int TitleAt(TokenLayer tokens, Gazetteer gazetteer, int first, int end)
    {
        for (int length = Math.Min(LongestTitle, end - first); length > 0; length--)
        {
            if (gazetteer.TitleKind(tokens.Text.AsSpan(tokens.Span(first, first + length))) is not null)
            {
                return length;
            }
        }

        return 0;
    }

    /// <summary>"Haldane LLC Anna Dorn": where the person begins after the word that ends a company's name; -1 where none does.</summary>
    public static int PersonAfterCompany(TokenLayer tokens, Gazetteer gazetteer, int first, int end, NameKind kind)
    {
        if (kind is not (NameKind.Organization or NameKind.Person))
        {
            return -1;
        }

        for (int t = first + 1; t + 1 < end; t++)
        {
            if (tokens.Form(t) is "LLC" or "Inc" or "Inc." or "Corp" or "Corp." or "Ltd" or "Ltd." or "PLC" or "plc" or "GmbH" or "Co." && gazetteer.IsGivenName(tokens.Form(t + 1)))
            {
                return t + 1;
            }
        }

        return -1;
    }

    /// <summary>"Norlandic INS Varan": where the prefix of a vessel's name begins inside what the network marks; <paramref name="first"/> where none does.</summary>
    public static int AtVesselPrefix(TokenLayer tokens, Gazetteer gazetteer, int first, int end)
    {
        for (int t = first + 1; t + 1 < end; t++)
        {
            if (gazetteer.IsVesselPrefix(tokens.Form(t)) && char.IsUpper(tokens.Form(t + 1)[0]) && tokens.Form(t).Length > 2)
            {
                return t;
            }
        }

        return first;
    }

    /// <summary>"INS Varan", "the ferry Marisol": a name after what stands before names of vessels only.</summary>
    public static bool IsVessel(TokenLayer tokens, Gazetteer gazetteer, int first, int end, NameKind kind)
    {
        if (first >= end || kind is NameKind.Norp or NameKind.Country || !char.IsUpper(tokens.Form(first)[0]))
        {
            return false;
        }

        if (gazetteer.IsVesselPrefix(tokens.Form(first)))
        {
            return end - first > 1 && char.IsUpper(tokens.Form(first + 1)[0]);
        }

        if (first == 0 || tokens.SentenceOf(first - 1) != tokens.SentenceOf(first))
        {
            return false;
        }

        if (gazetteer.IsVesselPrefix(tokens.Form(first - 1)))
        {
            return true;
        }

        // "the frigate Halden": a ship may be called after a town.
        bool listed = gazetteer.Find(tokens.Text.AsSpan(tokens.Span(first, end))) is { IsEmpty: false } entries && (end - first > 1 || entries[0].Kind is not GazetteerKind.City);

        // "the ferry Marisol", but neither "by ship Monday" nor "the ship Navy officers boarded": the name is no modifier of a noun behind it.
        int after = tokens.Heads[end - 1];
        return gazetteer.IsVesselNoun(tokens.Form(first - 1)) && !listed && !gazetteer.IsOrganizationWord(tokens.Form(end - 1))
            && !IsCalendarWord(tokens.Form(first)) && !(after >= end && tokens.Relations[end - 1] is "compound" or "nsubj");
    }

    // "hello from varan": who writes without capitals writes names so; the tags then tell them from other words.
    private static bool IsInSmallLetters(TokenLayer tokens, Gazetteer gazetteer, int first, int end, NameKind kind)
    {
        if (kind is not (NameKind.Person or NameKind.Place or NameKind.City or NameKind.Country or NameKind.Region) || tokens.Form(first).Length < 3)
        {
            return false;
        }

        for (int t = first; t < end; t++)
        {
            if (tokens.Tags[t] != UniversalTag.Propn)
            {
                return false;
            }
        }

        // In a sentence that begins with a capital only what is known as a name.
        ReadOnlySpan<char> opening = tokens.Form(tokens.Sentences[tokens.SentenceOf(first)].FirstToken);
        string capital = string.Concat(tokens.Form(first)[..1].ToString().ToUpperInvariant(), tokens.Form(first)[1..]);
        return char.IsLower(opening[0]) || gazetteer.IsGivenName(capital) || !gazetteer.Find(capital).IsEmpty;
    }

    /// <summary>Whether a range is only a piece of other words, a date or a sum of money.</summary>
    public static bool IsFragment(TokenLayer tokens, Gazetteer gazetteer, int first, int end, NameKind kind)
    {
        bool capital = false, money = false;
        for (int t = first; t < end; t++)
        {
            ReadOnlySpan<char> form = tokens.Form(t);
            capital |= HasCapital(form);
            money |= form.IndexOfAny(CurrencySigns) >= 0;
        }

        ReadOnlySpan<char> name = tokens.Text.AsSpan(tokens.Span(first, end));
        if (money || (!capital && kind is not NameKind.Norp && !char.IsDigit(name[0]) && IsLatin(name) && !IsInSmallLetters(tokens, gazetteer, first, end, kind)))
        {
            return true;
        }

        if (end - first == 1 && kind is not NameKind.Person && IsCalendarWord(name))
        {
            return true;
        }

        // "Roenian diplomacy": an adjective made of a person's name is nobody's name.
        if (end - first == 1 && kind == NameKind.Person && tokens.Tags[first] == UniversalTag.Adj && tokens.Relations[first] is "amod" && gazetteer.Find(name).IsEmpty)
        {
            return true;
        }

        // "(L)" in a caption tells a side.
        if (end - first == 1 && name.Length == 1 && first > 0 && end < tokens.Count && tokens.Form(first - 1) is "(" && tokens.Form(end) is ")")
        {
            return true;
        }

        // "State" of "Secretary of State"; "Supreme Leader of Norland" as a body.
        for (int start = Math.Max(tokens.Sentences[tokens.SentenceOf(first)].FirstToken, first - LongestTitle + 1); start < first; start++)
        {
            if (gazetteer.TitleKind(tokens.Text.AsSpan(tokens.Span(start, end))) is not null && tokens.Form(start + 1) is "of")
            {
                return true;
            }
        }

        int title = kind == NameKind.Organization ? TitleAt(tokens, gazetteer, first, end) : 0;
        return title > 0 && first + title < end && tokens.Form(first + title) is "of" && gazetteer.Find(name).IsEmpty && gazetteer.TitleKind(name) is null
            && gazetteer.TitleKind(tokens.Text.AsSpan(tokens.Span(first, first + title))) is "office" && char.IsUpper(tokens.Form(end - 1)[0]) && end - first <= title + 3;
    }

    /// <summary>"In June Halden said": the month before a name is none of it; a listed place behind it is that. Returns the new first token.</summary>
    public static int WithoutMonth(TokenLayer tokens, Gazetteer gazetteer, int first, int end, ref NameMention name)
    {
        bool isMonth = name.Kind == NameKind.Person && end - first > 1 && first > 0 && (IsCalendarWord(tokens.Form(first)) || tokens.Form(first) is "May") && tokens.SentenceOf(first - 1) == tokens.SentenceOf(first)
            && tokens.Form(first - 1) is "In" or "in" or "Since" or "since" or "By" or "by" or "Until" or "until" or "On" or "on" or "Last" or "last" or "This" or "this" or "Next" or "next";
        if (!isMonth)
        {
            return first;
        }

        ImmutableArray<GazetteerEntry> listed = gazetteer.Find(tokens.Text.AsSpan(tokens.Span(first + 1, end)));
        name = listed.IsEmpty ? name : name with { Kind = listed[0].NameKind };
        return first + 1;
    }

    private static bool IsCalendarWord(ReadOnlySpan<char> word) =>
        word is "January" or "February" or "March" or "April" or "June" or "July" or "August" or "September" or "October" or "November" or "December"
            or "Monday" or "Tuesday" or "Wednesday" or "Thursday" or "Friday" or "Saturday" or "Sunday";

    private static bool HasCapital(ReadOnlySpan<char> form)
    {
        foreach (char c in form)
        {
            if (char.IsUpper(c))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsLatin(ReadOnlySpan<char> name)
    {
        foreach (char c in name)
        {
            if (char.IsLetter(c) && !char.IsLower(c))
            {
                return false;
            }
        }

        return true;
    }
}
