using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Language.Coreference.Mentions;
using Parallax.Language.Coreference.Nominals;
using Parallax.Language.Names;

namespace Parallax.Language.Coreference.NameLinks;

/// <summary>Cuts what the network takes for a name to what is one.</summary>
internal sealed class NameTrimmer(MentionLexicon lexicon, ICountryLookup countries)
{
    /// <summary>The names without what is none; of an office that holds a body's or country's name, that name; two that were taken for one, apart.</summary>
    public List<NameMention> Trimmed(TokenLayer tokens, IReadOnlyList<NameMention> names)
    {
        List<NameMention> trimmed = [];
        HashSet<string> told = new(names.Where(n => n.Kind == NameKind.Person && !IsInHeadline(tokens, n)).Select(n => tokens.Text.Slice(n.Span)), StringComparer.Ordinal);
        foreach (NameMention found in names)
        {
            NameMention name = WithoutOffice(tokens, WithoutVerb(tokens, found, told));
            if (BearerBehindCountry(tokens, name) is { } bearer)
            {
                trimmed.Add(Part(tokens, name, name.FirstToken, bearer.FirstToken, NameKind.Country));
                name = bearer;
            }

            trimmed.Add(name.Kind switch
            {
                NameKind.Product or NameKind.Event or NameKind.Other => WithoutSmallWords(tokens, name),
                NameKind.Person when IsPlaceOfBody(tokens, name) => name with { Kind = NameKind.City },
                NameKind.Person when name.TokenCount > 1 && BodyWords.Is("body-tail", Lower(tokens, name.EndToken - 1)) => name with { Kind = NameKind.Organization },
                NameKind.Person when name.TokenCount > 1 && BodyWords.Is("place-tail", Lower(tokens, name.EndToken - 1)) => name with { Kind = NameKind.Region },
                _ => name,
            });
        }

        return trimmed;
    }

    // "Karim Hadi Cruises to Victory": in a headline with capitals everywhere the person of the text ends where the text's name ends.
    private static NameMention WithoutVerb(TokenLayer tokens, NameMention name, HashSet<string> told)
    {
        if (name.Kind != NameKind.Person || name.TokenCount < 3 || !IsInHeadline(tokens, name) || told.Contains(tokens.Text.Slice(name.Span)) || !told.Contains(tokens.Text.Slice(tokens.Span(name.FirstToken, name.EndToken - 1))))
        {
            return name;
        }

        return new NameMention(tokens.Span(name.FirstToken, name.EndToken - 1), name.FirstToken, name.TokenCount - 1, NameKind.Person);
    }

    private static bool IsInHeadline(TokenLayer tokens, NameMention name) => tokens.Sentences[tokens.SentenceOf(name.FirstToken)].Part is TextPart.Title or TextPart.Heading;

    // "the Supreme Leader of Norland Ayatollah Karim", "envoy for Norland Karim Hadi": the country is the office's, the rest a person's name.
    private NameMention? BearerBehindCountry(TokenLayer tokens, NameMention name)
    {
        int first = name.FirstToken;
        if (name.TokenCount < 2 || first < 2 || tokens.Form(first - 1) is not ("of" or "for" or "to") || name.Kind == NameKind.Organization)
        {
            return null;
        }

        for (int at = name.EndToken - 1; at > first; at--)
        {
            bool titled = lexicon.IsTitle(Lower(tokens, at), out _) && at + 1 < name.EndToken;
            if (countries.CountryOfName(tokens.Text.Slice(tokens.Span(first, at))) is not null && (titled || name.EndToken - at is 2 or 3)
                && PersonBefore(tokens, first - 2) && char.IsUpper(tokens.Form(at)[0]))
            {
                return new NameMention(tokens.Span(at, name.EndToken), at, name.EndToken - at, NameKind.Person);
            }
        }

        return null;
    }

    private bool PersonBefore(TokenLayer tokens, int token) => IsOffice(tokens, token) || lexicon.IsTitle(Lower(tokens, token), out _);

    // "Ostby police Lt. Anna Dorn", "Ostby Mayor Karim Hadi": one word before a local body or office with its holder is the place, whoever else is called so.
    private bool IsPlaceOfBody(TokenLayer tokens, NameMention name)
    {
        int next = name.EndToken;
        return name.TokenCount == 1 && next + 2 < tokens.Count && BodyWords.Is("local", Lower(tokens, next)) && tokens.SentenceOf(next + 1) == tokens.SentenceOf(name.FirstToken)
            && (lexicon.IsTitle(Lower(tokens, next), out _) || lexicon.IsTitle(Lower(tokens, next + 1), out _) || IsOffice(tokens, next + 1)) && char.IsUpper(tokens.Form(next + 2)[0]);
    }

    private static string Lower(TokenLayer tokens, int token) => tokens.Form(token).ToString().ToLowerInvariant();

    // The labels for events and products have few examples in training: "magician James Randi" is cut to its capitalised words, and a given name at their start makes them a person's.
    private static NameMention WithoutSmallWords(TokenLayer tokens, NameMention name)
    {
        int first = name.FirstToken, end = name.EndToken;
        while (first + 1 < end && !char.IsUpper(tokens.Form(first)[0]))
        {
            first++;
        }

        while (end - 1 > first && !char.IsUpper(tokens.Form(end - 1)[0]) && !char.IsDigit(tokens.Form(end - 1)[0]))
        {
            end--;
        }

        bool person = end - first > 1 && end - first < 4 && MentionLexicon.FirstName(tokens.Form(first).ToString().ToLowerInvariant()) != MentionGender.Unknown
            && MentionLexicon.Instance.NameClass(tokens.Text.Slice(tokens.Span(first, end)).ToLowerInvariant()) == NounClass.Unknown
            && Gazetteer.English.PlaceWord(tokens.Form(end - 1)) is null && !Gazetteer.English.IsThingWord(tokens.Form(end - 1));
        return new NameMention(tokens.Span(first, end), first, end - first, person ? NameKind.Person : name.Kind);
    }

    // "Chief Executive Officer of Orvane Motors" names the body; "White House Press Secretary" the seat.
    private NameMention WithoutOffice(TokenLayer tokens, NameMention name)
    {
        if (name.TokenCount < 2)
        {
            return name;
        }

        if (name.Kind is NameKind.Person)
        {
            // "Orvane CEO": an office in capitals behind a name is nobody's surname.
            bool office = IsOffice(tokens, name.EndToken - 1) && tokens.Form(name.EndToken - 1).Length > 2 && !tokens.Form(name.EndToken - 1).ContainsAnyExceptInRange('A', 'Z');
            return office && tokens.Form(name.FirstToken).ContainsAnyExceptInRange('A', 'Z') ? Part(tokens, name, name.FirstToken, name.EndToken - 1, NameKind.Organization) : name;
        }

        int of = name.FirstToken + 1;
        while (of < name.EndToken && tokens.Form(of) is not ("of" or "for"))
        {
            of++;
        }

        if (of + 1 < name.EndToken && IsOffice(tokens, of - 1))
        {
            int first = tokens.Form(of + 1) is "the" && of + 2 < name.EndToken ? of + 2 : of + 1;
            return Part(tokens, name, first, name.EndToken, NameKind.Organization);
        }

        for (int end = name.EndToken - 1; end > name.FirstToken && IsOffice(tokens, name.EndToken - 1); end--)
        {
            string words = tokens.Text.Slice(tokens.Span(name.FirstToken, end));
            if (countries.CountryOfSeat(words) is not null || countries.CountryOfName(words) is not null)
            {
                return Part(tokens, name, name.FirstToken, end, NameKind.Organization);
            }
        }

        return name;
    }

    private NameMention Part(TokenLayer tokens, NameMention name, int first, int end, NameKind kind)
    {
        string words = tokens.Text.Slice(tokens.Span(first, end));
        return new NameMention(tokens.Span(first, end), first, end - first, countries.CountryOfName(words) is not null ? NameKind.Country : name.Kind is NameKind.Facility ? name.Kind : kind);
    }

    private bool IsOffice(TokenLayer tokens, int token)
    {
        string word = tokens.Form(token).ToString().ToLowerInvariant();
        return lexicon.Knows(word) && lexicon.Noun(word).Class == NounClass.Person;
    }

    /// <summary>Whether it is no name at all.</summary>
    // What the network takes for the name of a thing or event is none where it is one common noun ("President"), or any capitalised words of a headline.
    public bool IsNoName(TokenLayer tokens, NameMention name)
    {
        // "for Surgeon General": an office is no body.
        if (name.Kind is NameKind.Organization && Gazetteer.English.TitleKind(tokens.Text.AsSpan(name.Span)) is not null)
        {
            return true;
        }

        if (name.Kind is not (NameKind.Product or NameKind.Event or NameKind.Other))
        {
            return false;
        }

        if (name.TokenCount == 1)
        {
            string word = tokens.Form(name.FirstToken).ToString().ToLowerInvariant();
            return lexicon.Knows(word) || lexicon.Knows(tokens.Lemmas[name.FirstToken].ToLowerInvariant()) || lexicon.IsTitle(word, out _) || tokens.Tags[name.FirstToken] is not (UniversalTag.Propn or UniversalTag.Noun);
        }

        Sentence sentence = tokens.Sentences[tokens.SentenceOf(name.FirstToken)];
        int words = 0, capitals = 0;
        for (int t = sentence.FirstToken; t < sentence.EndToken; t++)
        {
            words += char.IsLetter(tokens.Form(t)[0]) ? 1 : 0;
            capitals += char.IsUpper(tokens.Form(t)[0]) ? 1 : 0;
        }

        return words > 3 && capitals * 10 > words * 6;
    }
}
