using Parallax.Core.Layers;

namespace Parallax.Language.Names;

/// <summary>What is one name and what two: "Orvane and Halden" apart, a surname that is a common word as well ("Ned Stone") with its given name.</summary>
internal static class NameParts
{
    /// <summary>Splits names at "and" where one of the sides stands as a name elsewhere in the report, and cuts an office before the body it belongs to ("Chief Executive of Orvane").</summary>
    public static IEnumerable<NameMention> Split(TokenLayer tokens, Gazetteer gazetteer, IReadOnlyList<NameMention> names)
    {
        HashSet<string> known = new(names.Where(n => !HasAnd(tokens, n)).Select(n => tokens.Text.Slice(n.Span)), StringComparer.Ordinal);
        foreach (NameMention name in names)
        {
            if (TitleStart(tokens, gazetteer, name) is > 0 and int title)
            {
                // "Orvane Chief Executive" with no person behind it: the name ends before the office.
                yield return Part(tokens, name.FirstToken, title, name.Kind is NameKind.Person or NameKind.Other or NameKind.Event or NameKind.Product ? NameKind.Organization : name.Kind);
                continue;
            }

            if (name.Kind == NameKind.Organization && OfficeEnd(tokens, gazetteer, name) is > 0 and int body)
            {
                yield return Part(tokens, body, name.EndToken, name.Kind);
                continue;
            }

            if (BeforeState(tokens, gazetteer, name) is > 0 and int state)
            {
                yield return Part(tokens, name.FirstToken, state - 1, NameKind.City);
                yield return Part(tokens, state, name.EndToken, NameKind.Region);
                continue;
            }

            if (IsList(tokens, gazetteer, name))
            {
                foreach (NameMention part in Items(tokens, name))
                {
                    yield return part;
                }

                continue;
            }

            int and = HasAnd(tokens, name) && gazetteer.Find(tokens.Text.AsSpan(name.Span)).IsEmpty ? AndBetween(tokens, name, known) : -1;
            if (and < 0)
            {
                yield return name;
                continue;
            }

            yield return Part(tokens, name.FirstToken, and, name.Kind);
            yield return Part(tokens, and + 1, name.EndToken, name.Kind);
        }
    }

    // "Ostby Beach, Calif.": a place and the state it lies in; -1 where the name is no such pair.
    private static int BeforeState(TokenLayer tokens, Gazetteer gazetteer, NameMention name)
    {
        int comma = name.EndToken - 2;
        while (comma > name.FirstToken && tokens.Form(comma) is not ",")
        {
            comma--;
        }

        return comma > name.FirstToken && name.Kind is not NameKind.Person && gazetteer.Find(tokens.Text.AsSpan(tokens.Span(comma + 1, name.EndToken)), GazetteerKind.Region, GazetteerKind.Country) is not null
            && gazetteer.Find(tokens.Text.AsSpan(name.Span)).IsEmpty ? comma + 1 : -1;
    }

    /// <summary>"Berra, D-Varan" marked as one: the name ends before the comma, behind which party and state stand, and is a person's.</summary>
    public static int WithParty(TokenLayer tokens, int first, int end, ref NameMention name)
    {
        for (int t = first + 1; t + 1 < end; t++)
        {
            if (tokens.Form(t) is "," && tokens.Form(t + 1) is { Length: > 0 } party && party[0] is 'D' or 'R' or 'I' && (party.Length == 1 ? t + 2 < end && tokens.Form(t + 2) is "-" : party[1] == '-'))
            {
                name = name with { Kind = NameKind.Person };
                return t;
            }
        }

        return end;
    }

    /// <summary>Where a single given name of a person is followed by one more word with a capital that no other rule claims, that word is the surname. Returns the new end.</summary>
    public static int WithSurname(TokenLayer tokens, Gazetteer gazetteer, int first, int end, NameKind kind)
    {
        if (kind != NameKind.Person || end >= tokens.Count || tokens.SentenceOf(first) != tokens.SentenceOf(end))
        {
            return end;
        }

        if (IsInitialAndGiven(tokens, gazetteer, first, end))
        {
            return end + 1;
        }

        if (end - first != 1 || !(tokens.Tags[end] == UniversalTag.Noun || IsMonthAsSurname(tokens, first, end)))
        {
            return end;
        }

        ReadOnlySpan<char> word = tokens.Form(end);
        bool capitalised = char.IsUpper(word[0]) && word.Length > 2 && char.IsLower(word[1]);
        bool alone = tokens.Heads[first] == end && tokens.Relations[first] is "compound" or "flat" || tokens.Heads[end] == first
            || (tokens.Heads[first] == tokens.Heads[end] && tokens.Relations[first] is "compound" && tokens.Relations[end] is "compound");
        return capitalised && alone && gazetteer.IsGivenName(tokens.Form(first)) && gazetteer.TitleKind(word) is null && !gazetteer.IsOrganizationWord(word) && !gazetteer.IsEventWord(word) && gazetteer.PlaceWord(word) is null
            && gazetteer.Find(word).IsEmpty && HasSmallWords(tokens, tokens.SentenceOf(first)) ? end + 1 : end;
    }

    // "Prime Minister Lena May yesterday": the network may see the month; not where a day or year follows.
    private static bool IsMonthAsSurname(TokenLayer tokens, int first, int end) =>
        tokens.Form(end) is "May" or "March" or "April" or "June" or "August" && tokens.Tags[end] == UniversalTag.Propn && (tokens.Heads[first] == end || tokens.Relations[end] is "flat")
        && !(end + 1 < tokens.Count && char.IsDigit(tokens.Form(end + 1)[0]));

    // "W. Mark Felt": an initial and a given name are no whole name; the surname may be a common word's form that no noun phrase has.
    private static bool IsInitialAndGiven(TokenLayer tokens, Gazetteer gazetteer, int first, int end)
    {
        ReadOnlySpan<char> word = tokens.Form(end);
        return end - first == 2 && tokens.Form(first) is { Length: 2 } initial && char.IsUpper(initial[0]) && initial[1] == '.' && gazetteer.IsGivenName(tokens.Form(end - 1))
            && word.Length > 2 && char.IsUpper(word[0]) && char.IsLower(word[1]) && gazetteer.TitleKind(word) is null && !gazetteer.IsOrganizationWord(word);
    }

    /// <summary>Whether a sentence writes common words small: in a headline with capitals everywhere a capital tells nothing.</summary>
    public static bool HasSmallWords(TokenLayer tokens, int sentence)
    {
        int small = 0, large = 0;
        for (int t = tokens.Sentences[sentence].FirstToken; t < tokens.Sentences[sentence].EndToken; t++)
        {
            if (tokens.Form(t) is { Length: > 3 } form)
            {
                small += char.IsLower(form[0]) ? 1 : 0;
                large += char.IsUpper(form[0]) ? 1 : 0;
            }
        }

        return small > large;
    }

    // "Varan, Tolan and Ostby": single words in a row that are no firm's partners; of two or of partners only behind "the villages of".
    private static bool IsList(TokenLayer tokens, Gazetteer gazetteer, NameMention name)
    {
        (int words, int marks) = (0, 0);
        for (int t = name.FirstToken; t < name.EndToken; t++)
        {
            bool word = (t - name.FirstToken) % 2 == 0;
            ReadOnlySpan<char> form = tokens.Form(t);
            if (word ? form.Length < 3 || !char.IsUpper(form[0]) || gazetteer.IsOrganizationWord(form) || gazetteer.PlaceWord(form) is not null : form is not ("," or "and"))
            {
                return false;
            }

            (words, marks) = (words + (word ? 1 : 0), marks + (form is "," ? 1 : 0));
        }

        if (words < 2 || name.TokenCount % 2 == 0 || !gazetteer.Find(tokens.Text.AsSpan(name.Span)).IsEmpty)
        {
            return false;
        }

        bool behind = false;
        for (int t = name.FirstToken - 1; t >= Math.Max(tokens.Sentences[tokens.SentenceOf(name.FirstToken)].FirstToken, name.FirstToken - 4); t--)
        {
            behind |= PlaceSigns.IsPlural(tokens.Form(t));
        }

        return behind || (words > 2 && marks > 0 && name.Kind != NameKind.Organization) || (words == 2 && marks == 0 && name.Kind == NameKind.Place) || (words == 2 && marks == 1 && name.Kind is NameKind.Other or NameKind.Product or NameKind.Event);
    }

    private static IEnumerable<NameMention> Items(TokenLayer tokens, NameMention name)
    {
        for (int t = name.FirstToken; t < name.EndToken; t += 2)
        {
            yield return Part(tokens, t, t + 1, name.Kind is NameKind.Organization or NameKind.Event ? NameKind.Other : name.Kind);
        }
    }

    private static bool HasAnd(TokenLayer tokens, NameMention name)
    {
        for (int t = name.FirstToken + 1; t < name.EndToken - 1; t++)
        {
            if (tokens.Form(t) is "and")
            {
                return true;
            }
        }

        return false;
    }

    private static int AndBetween(TokenLayer tokens, NameMention name, HashSet<string> known)
    {
        for (int t = name.FirstToken + 1; t < name.EndToken - 1; t++)
        {
            if (tokens.Form(t) is "and" && (known.Contains(tokens.Text.Slice(tokens.Span(name.FirstToken, t))) || known.Contains(tokens.Text.Slice(tokens.Span(t + 1, name.EndToken)))))
            {
                return t;
            }
        }

        return -1;
    }

    private static int TitleStart(TokenLayer tokens, Gazetteer gazetteer, NameMention name)
    {
        bool listed = !gazetteer.Find(tokens.Text.AsSpan(name.Span)).IsEmpty;
        if (listed || name.TokenCount < 2 || gazetteer.IsGivenName(tokens.Form(name.FirstToken)) || gazetteer.TitleKind(tokens.Form(name.FirstToken)) is not null || tokens.Tags[name.FirstToken] != UniversalTag.Propn)
        {
            return -1;
        }

        for (int t = Math.Max(name.FirstToken + 1, name.EndToken - 3); t < name.EndToken; t++)
        {
            if (gazetteer.TitleKind(tokens.Text.AsSpan(tokens.Span(t, name.EndToken))) is "job" or "office" && char.IsUpper(tokens.Form(t)[0]))
            {
                if (tokens.Tags[t - 1] is UniversalTag.Det or UniversalTag.Adp)
                {
                    return -1;
                }

                return tokens.Form(t - 1) is "'s" or "’s" ? t - 1 : t;
            }
        }

        return -1;
    }

    private static int OfficeEnd(TokenLayer tokens, Gazetteer gazetteer, NameMention name)
    {
        int title = NameEdges.TitleAt(tokens, gazetteer, name.FirstToken, name.EndToken);
        int of = name.FirstToken + title;
        return title > 0 && of + 1 < name.EndToken && tokens.Form(of) is "of" && char.IsUpper(tokens.Form(of + 1)[0]) && gazetteer.Find(tokens.Text.AsSpan(name.Span)).IsEmpty
            && gazetteer.TitleKind(tokens.Text.AsSpan(tokens.Span(name.FirstToken, of))) is "job" or "office" && gazetteer.TitleKind(tokens.Text.AsSpan(name.Span)) is null
            && name.EndToken - of > 2 ? of + 1 : -1;
    }

    private static NameMention Part(TokenLayer tokens, int first, int end, NameKind kind) => new(tokens.Span(first, end), first, end - first, kind);
}
