using Parallax.Core.Layers;

namespace Parallax.Language.Names;

/// <summary>What a report has named once it knows everywhere: "Berra" after "Lena Berra" is a person; "the Halden Institute" is the same body each time it stands there.</summary>
internal static class ShortForms
{
    /// <summary>Adds short forms of persons and repetitions of longer names that are not yet names, and makes names of persons of short forms that are of another kind.</summary>
    public static void Add(TokenLayer tokens, NameColumns names, Gazetteer gazetteer)
    {
        Dictionary<string, NameKind> whole = new(StringComparer.Ordinal);
        HashSet<string> surnames = new(StringComparer.Ordinal);
        foreach ((int first, int end, NameKind kind) in names.Names)
        {
            if (end - first < 2)
            {
                // "Ayatollah Karimi": the title says that the single word is somebody's name.
                string single = tokens.Form(first).ToString();
                bool hasTitle = kind == NameKind.Person && first > 0 && tokens.SentenceOf(first - 1) == tokens.SentenceOf(first) && gazetteer.TitleKind(tokens.Form(first - 1)) is not null;
                if ((hasTitle || (kind == NameKind.Person && NamePersons.HasAgeOrGeneration(tokens, gazetteer, first, end, kind))) && single.Length > 3 && gazetteer.Find(single).IsEmpty && !gazetteer.IsGivenName(single))
                {
                    surnames.Add(single);
                }

                continue;
            }

            whole.TryAdd(tokens.Text.Slice(tokens.Span(first, end)), kind);
            string surname = Surname(tokens, first, end);
            if (surname.Length > 2 && char.IsUpper(surname[0]) && gazetteer.Find(surname).IsEmpty && !gazetteer.IsOrganizationWord(surname)
                && (gazetteer.TitleKind(surname) is null ? kind == NameKind.Person : kind is NameKind.Person or NameKind.Other && IsSurnameAndTitle(tokens, gazetteer, first, end)))
            {
                surnames.Add(surname);
            }
        }

        HashSet<string> given = new(StringComparer.Ordinal);
        for (int i = 0; i < names.Names.Count; i++)
        {
            (int first, int end, NameKind kind) = names.Names[i];
            if (end - first == 2 && kind is not NameKind.Person && surnames.Contains(tokens.Form(end - 1).ToString())
                && gazetteer.Find(tokens.Form(first), GazetteerKind.Country, GazetteerKind.Capital, GazetteerKind.People) is { } place)
            {
                // "on Ruritania Karimi said", a comma lost: two names.
                names.Names[i] = (first, first + 1, place.NameKind);
                names.Names.Add((first + 1, end, NameKind.Person));
                continue;
            }

            if (end - first == 2 && kind is NameKind.Place && surnames.Contains(tokens.Form(end - 1).ToString()) && gazetteer.Find(tokens.Form(first)).IsEmpty && gazetteer.PlaceWord(tokens.Form(first)) is null && !gazetteer.IsDirection(tokens.Form(first))
                && gazetteer.PlaceWord(tokens.Form(end - 1)) is null && !(first > 0 && tokens.Form(first - 1) is "in" or "at" or "near" or "the"))
            {
                // "Kester Berra", no listed place, beside "Lena Berra": one of the family.
                names.Names[i] = (first, end, NameKind.Person);
                given.Add(tokens.Form(first).ToString());
                continue;
            }

            if (kind is NameKind.Place && end - first == 1 && given.Contains(tokens.Form(first).ToString()))
            {
                names.Names[i] = (first, end, NameKind.Person);
                continue;
            }

            if (kind is not (NameKind.Person or NameKind.Norp) && surnames.Contains(tokens.Text.Slice(tokens.Span(first, end))))
            {
                names.Names[i] = (first, end, NameKind.Person);
            }
        }

        HashSet<string> bodies = new(
            names.Names.Where(static n => n.End - n.First == 1 && n.Kind == NameKind.Organization).Select(n => tokens.Form(n.First).ToString()).Where(n => n.Length > 1 && !gazetteer.IsVesselPrefix(n))
                .GroupBy(static n => n, StringComparer.Ordinal).Where(static g => g.Count() > 1).Select(static g => g.Key), StringComparer.Ordinal);
        foreach ((string name, NameKind kind) in whole)
        {
            // "the Halden Institute of Stone … HIS analysts": capitals that a body's name spells are that body.
            if (kind == NameKind.Organization && Initials(name) is { Length: > 2 } initials)
            {
                bodies.Add(initials);
            }
        }

        if (surnames.Count == 0 && whole.Count == 0 && bodies.Count == 0)
        {
            return;
        }

        HashSet<string> firstWords = new(whole.Keys.Select(static w => w.Split(' ')[0]), StringComparer.Ordinal);
        int longest = whole.Count == 0 ? 0 : whole.Keys.Max(static w => w.Length);
        for (int i = 0; i < tokens.Count; i++)
        {
            bool isMistaken = IsMistaken(tokens, i);
            if (names.IsTaken(i) || !(tokens.Tags[i] == UniversalTag.Propn || IsBareNoun(tokens, i) || isMistaken))
            {
                continue;
            }

            string form = tokens.Form(i).ToString();
            if (!isMistaken && firstWords.Contains(form) && Repetition(tokens, names, whole, i, longest) is (int end and > 0, NameKind kind))
            {
                names.Add(i, end, kind);
                i = end - 1;
            }
            else if (bodies.Contains(form) && tokens.Tags[i] == UniversalTag.Propn && !names.Names.Exists(n => n.First == i + 1 || n.End == i))
            {
                // "Orvane executives": a body named more than once.
                names.Add(i, i + 1, NameKind.Organization);
            }
            else if (surnames.Contains(form) && !IsInside(tokens, gazetteer, i) && (gazetteer.TitleKind(form) is null || !IsTitleHere(tokens, i)))
            {
                names.Add(i, i + 1, NameKind.Person);
            }
        }
    }

    // "Talia King", "Rowan Bishop": ranks of nobles, clerics and soldiers are surnames too, where a name ends with them that begins with none.
    private static bool IsSurnameAndTitle(TokenLayer tokens, Gazetteer gazetteer, int first, int end) =>
        gazetteer.TitleKind(tokens.Form(end - 1)) is "noble" or "religious" or "rank" && gazetteer.TitleKind(tokens.Form(first)) is null && gazetteer.Find(tokens.Form(first)).IsEmpty;

    // "the King", "King Aldo": not somebody's surname.
    private static bool IsTitleHere(TokenLayer tokens, int token) =>
        (token + 1 < tokens.Count && tokens.Tags[token + 1] == UniversalTag.Propn && tokens.SentenceOf(token + 1) == tokens.SentenceOf(token))
        || (token > 0 && tokens.Tags[token - 1] == UniversalTag.Det && tokens.SentenceOf(token - 1) == tokens.SentenceOf(token));

    private static string Initials(string name)
    {
        Span<char> letters = stackalloc char[name.Length];
        int count = 0;
        for (int i = 0; i < name.Length; i++)
        {
            if (char.IsUpper(name[i]) && (i == 0 || name[i - 1] is ' ' or '-'))
            {
                letters[count++] = name[i];
            }
        }

        return letters[..count].ToString();
    }

    // A surname that is a common word too: with a capital, without an article, at the start of a sentence in the singular, and not merely because the sentence begins there.
    private static bool IsBareNoun(TokenLayer tokens, int token)
    {
        bool opens = tokens.Sentences[tokens.SentenceOf(token)].FirstToken == token;
        if (tokens.Tags[token] != UniversalTag.Noun || !char.IsUpper(tokens.Form(token)[0]) || (opens && tokens.Features[token].Contains("Number=Plur", StringComparison.Ordinal)))
        {
            return false;
        }

        return !opens || (tokens.Relations[token] is "nsubj" or "nmod:poss");
    }

    // A surname that the parser takes for a verb or an adjective ("Felt", "Fanning"): its capital tells inside a sentence of small words; at the start the verb right behind it does.
    private static bool IsMistaken(TokenLayer tokens, int token)
    {
        if (tokens.Tags[token] is not (UniversalTag.Verb or UniversalTag.Aux or UniversalTag.Adj or UniversalTag.X or UniversalTag.Intj) || !char.IsUpper(tokens.Form(token)[0]) || !NameParts.HasSmallWords(tokens, tokens.SentenceOf(token)))
        {
            return false;
        }

        int first = tokens.Sentences[tokens.SentenceOf(token)].FirstToken;
        bool opens = first == token || tokens.Tags[token - 1] == UniversalTag.Punct;
        return !opens || (token + 1 < tokens.Sentences[tokens.SentenceOf(token)].EndToken && tokens.Tags[token + 1] is UniversalTag.Verb or UniversalTag.Aux && tokens.Features[token + 1].Contains("VerbForm=Fin", StringComparison.Ordinal));
    }

    /// <summary>The last token of a person's name that is not the generation: "Berra" of "Lena Berra Jr.".</summary>
    public static int LastOfSurname(TokenLayer tokens, int first, int end)
    {
        int last = end - 1;
        while (last > first + 1 && tokens.Form(last) is "Jr." or "Jr" or "Sr." or "Sr" or "II" or "III" or "IV" or ",")
        {
            last--;
        }

        return last;
    }

    /// <summary>The surname with what hyphens join to it: "Amir-Abdollahian".</summary>
    private static string Surname(TokenLayer tokens, int first, int end)
    {
        end = LastOfSurname(tokens, first, end) + 1;
        int start = end - 1;
        while (start - 2 >= first && tokens.Form(start - 1) is "-" && tokens.Ends[start - 1] == tokens.Starts[start])
        {
            start -= 2;
        }

        return start > first ? tokens.Text.Slice(tokens.Span(start, end)) : string.Empty;
    }

    private static (int End, NameKind Kind) Repetition(TokenLayer tokens, NameColumns names, Dictionary<string, NameKind> whole, int first, int longest)
    {
        int sentenceEnd = tokens.Sentences[tokens.SentenceOf(first)].EndToken;
        (int End, NameKind Kind) best = (0, NameKind.Other);
        for (int end = first + 2; end <= sentenceEnd && tokens.Ends[end - 1] - tokens.Starts[first] <= longest && !names.IsTaken(end - 1); end++)
        {
            if (whole.TryGetValue(tokens.Text.Slice(tokens.Span(first, end)), out NameKind kind))
            {
                best = (end, kind);
            }
        }

        return best;
    }

    /// <summary>Whether the token stands between hyphens or next to another proper noun it hangs on, so that it is part of something else ("the Berra Institute"); a form of address ("Mrs Berra") is nothing else.</summary>
    private static bool IsInside(TokenLayer tokens, Gazetteer gazetteer, int token)
    {
        bool Joined(int neighbour) => neighbour >= 0 && neighbour < tokens.Count && tokens.SentenceOf(neighbour) == tokens.SentenceOf(token) && !(neighbour < token && gazetteer.TitleKind(tokens.Form(neighbour)) is "honorific")
            && (tokens.Form(neighbour) is "-" || (tokens.Tags[neighbour] == UniversalTag.Propn && (tokens.Heads[neighbour] == token || tokens.Heads[token] == neighbour)
                && tokens.Relations[neighbour] is not "appos" && tokens.Relations[token] is not "appos"));
        return Joined(token - 1) || Joined(token + 1);
    }
}
