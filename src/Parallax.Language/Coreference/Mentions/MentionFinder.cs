using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Coreference.NameLinks;
using Parallax.Language.Coreference.Nominals;
using Parallax.Language.Coreference.PronounLinks;
using Parallax.Language.Names;
using Parallax.Language.Syntax;

namespace Parallax.Language.Coreference.Mentions;

/// <summary>Finds everything in a report that may refer: names with their phrases, noun phrases, pronouns, coordinations.</summary>
internal sealed class MentionFinder(MentionLexicon lexicon, ICountryLookup countries)
{
    /// <summary>All candidates in text order (start, then the longer first).</summary>
    /// <param name="tree">The parse.</param>
    /// <param name="found">The names.</param>
    /// <param name="quotes">The number of the quotation of each token, 0 outside.</param>
    public List<MentionCandidate> Find(SyntaxTree tree, IReadOnlyList<NameMention> found, int[] quotes)
    {
        TokenLayer tokens = tree.Tokens;
        NameTrimmer trimmer = new(lexicon, countries);
        List<NameMention> names = trimmer.Trimmed(tokens, found);
        int[] nameOf = new int[tokens.Count];
        Array.Fill(nameOf, -1);
        for (int i = 0; i < names.Count; i++)
        {
            if (names[i].Kind != NameKind.Norp && !trimmer.IsNoName(tokens, names[i]))
            {
                nameOf.AsSpan(names[i].FirstToken, names[i].TokenCount).Fill(i);
            }
        }

        List<MentionCandidate> mentions = [];
        bool[] nameDone = new bool[names.Count];
        for (int t = 0; t < tokens.Count; t++)
        {
            int name = nameOf[t];
            if (name >= 0)
            {
                if (!nameDone[name] && tree.TopOf(names[name].FirstToken, names[name].EndToken) == t)
                {
                    nameDone[name] = true;
                    mentions.Add(NameOf(tree, names[name], t, nameOf, quotes));
                    Coordinations.Add(lexicon, tree, t, nameOf, names, quotes, mentions);
                }

                continue;
            }

            if (Pronouns.TypeOf(tree, t) is { } pronoun)
            {
                mentions.Add(Pronouns.Read(tree, t, pronoun, quotes));
            }
            else if (IsNominalHead(tree, t) && !IsFormOfAddress(tree, t, nameOf, names))
            {
                mentions.Add(Nominal(tree, t, quotes));
                Coordinations.Add(lexicon, tree, t, nameOf, names, quotes, mentions);
            }
        }

        mentions.Sort(static (a, b) => a.First != b.First ? a.First.CompareTo(b.First) : a.End != b.End ? b.End.CompareTo(a.End) : a.Head.CompareTo(b.Head));
        for (int i = 0; i < mentions.Count; i++)
        {
            mentions[i].Index = i;
        }

        return mentions;
    }

    // "Cpl. Anna Dorn": the short form of a rank right before a person's name is no second person, whatever the parse hangs on it.
    private static bool IsFormOfAddress(SyntaxTree tree, int t, int[] nameOf, List<NameMention> names) =>
        t + 1 < nameOf.Length && nameOf[t + 1] >= 0 && names[nameOf[t + 1]] is { Kind: NameKind.Person } name && name.FirstToken == t + 1
        && tree.Tokens.Form(t)[^1] == '.' && Gazetteer.English.TitleKind(tree.Tokens.Form(t)) is "rank" or "honorific" or "office" or "religious";

    private static bool IsNominalHead(SyntaxTree tree, int t)
    {
        TokenLayer tokens = tree.Tokens;
        if (tokens.Tags[t] is not (UniversalTag.Noun or UniversalTag.Propn))
        {
            return false;
        }

        // "the attorney general": the adjective behind the noun is no person of its own.
        if (t > 0 && tokens.Form(t).Equals("general", StringComparison.OrdinalIgnoreCase) && BodyWords.Is("before-general", tokens.Lemmas[t - 1].ToLowerInvariant()) && tokens.SentenceOf(t - 1) == tokens.SentenceOf(t))
        {
            return false;
        }

        string relation = tokens.Relations[t];
        if (SyntaxTree.Matches(relation, "flat") || SyntaxTree.Matches(relation, "fixed") || relation is "goeswith" or "nmod:desc" or "expl")
        {
            return false;
        }

        return relation is not ("compound" or "amod");
    }

    private MentionCandidate Nominal(SyntaxTree tree, int t, int[] quotes)
    {
        TokenLayer tokens = tree.Tokens;
        (int first, int end) = Phrase.Whole(tree, t);
        (int tightFirst, int tightEnd) = Phrase.Tight(tree, t);
        string lemma = tokens.Lemmas[t].ToLowerInvariant();
        (NounClass noun, MentionGender gender) = lexicon.Noun(lemma);
        List<string> modifiers = Phrase.Modifiers(tree, t, tightFirst, tightEnd);
        MentionType type = Determination(tree, t);
        bool another = BodyWords.Is("alone", lemma) && (modifiers.Count > 0 || type is not (MentionType.DefiniteNoun or MentionType.DemonstrativeNoun));
        bool bodily = t > tightFirst && BodyWords.Is("bodily", tokens.Lemmas[t - 1].ToLowerInvariant()); // "secret services", not "exchanges on security"
        if ((another && !bodily) || (BodyWords.Is("singular", lemma) && NumberOf(tokens, t) == MentionNumber.Plural))
        {
            noun = NounClass.Unknown; // "a deepening alliance", "its dealership network"; "file cabinets"
        }

        if (lemma is "station" && t > tightFirst && BodyWords.Is("before-station", tokens.Form(t - 1).ToString().ToLowerInvariant()))
        {
            noun = NounClass.Facility; // "the Fifth Precinct station" sends no programmes
        }

        if (lemma is "building" && t + 1 < tokens.Count && tokens.Form(t + 1) is "of" && NumberOf(tokens, t) != MentionNumber.Plural)
        {
            noun = NounClass.Unknown; // "the building of trust"
        }

        if (lemma is "head" && noun == NounClass.Person && IsBodyPart(tree, t, tightFirst))
        {
            noun = NounClass.Unknown;
        }

        bool predicate = tree.Child(t, "cop") >= 0;
        return new MentionCandidate
        {
            Head = t, First = first, End = end, TightFirst = tightFirst, TightEnd = tightEnd, Sentence = tokens.SentenceOf(t), Form = MentionForm.Nominal,
            HeadLemma = lemma, Words = Phrase.Words(tokens, tightFirst, tightEnd), Modifiers = modifiers, Class = noun,
            Gender = gender != MentionGender.Unknown ? gender : noun is NounClass.Person or NounClass.People or NounClass.Unknown ? MentionGender.Unknown : MentionGender.Neuter,
            Number = NumberOf(tokens, t), Type = type, Country = PhraseCountry.In(countries, tokens, tightFirst, tightEnd, t), Quote = quotes[t], Role = MentionRoles.Of(tree, t),
            Descriptive = predicate,
        };
    }

    // "shot in the head", "a shaved head": who is the head of nothing, and neither acts nor speaks.
    private static bool IsBodyPart(SyntaxTree tree, int t, int tightFirst)
    {
        bool office = tree.Child(t, "nmod") > t || tree.Child(t, "compound") >= 0 || tree.Is(t, "nsubj") || tree.Is(t, "appos") || tree.Child(t, "cop") >= 0 || tree.Child(t, "flat") >= 0 || (t > tightFirst && tree.Tokens.Form(t - 1) is "'s" or "’s");
        return !office && ((tree.Is(t, "obl") && tree.Child(t, "case") is >= 0 and int preposition && tree.Lemma(preposition) is "in" or "on" or "to" or "over" or "through" or "above") || tree.Child(t, "det") >= 0 && tree.Is(t, "obj") && tree.Child(t, "amod") >= 0 && tree.Head(t) is >= 0 and int verb && tree.Lemma(verb) is "have" or "shake" or "hit" or "turn");
    }

    private MentionCandidate NameOf(SyntaxTree tree, NameMention name, int top, int[] nameOf, int[] quotes)
    {
        TokenLayer tokens = tree.Tokens;
        int nameFirst = name.FirstToken, nameEnd = name.EndToken;
        while (nameFirst + 1 < nameEnd && tokens.Tags[nameFirst] is (UniversalTag.Det or UniversalTag.Punct))
        {
            nameFirst++;
        }

        while (nameEnd - 1 > nameFirst && (tokens.Tags[nameEnd - 1] == UniversalTag.Punct || tokens.Form(nameEnd - 1) is "'s" or "’s"))
        {
            nameEnd--;
        }

        (int first, int end) = Phrase.Whole(tree, top);
        (int tightFirst, int tightEnd) = Phrase.Tight(tree, top);
        (first, end) = (Math.Min(first, nameFirst), Math.Max(end, nameEnd));
        (tightFirst, tightEnd) = (Math.Min(tightFirst, nameFirst), Math.Max(tightEnd, nameEnd));
        bool besideBearer = nameEnd < tightEnd && BodyWords.Is("local", tokens.Form(nameEnd).ToString().ToLowerInvariant()) && nameOf.AsSpan(nameEnd, tightEnd - nameEnd).ContainsAnyExcept(-1);
        if (name.Kind != NameKind.Person && nameEnd < tightEnd && (besideBearer || (nameOf[nameEnd] >= 0 && nameOf[nameEnd] != nameOf[nameFirst])))
        {
            // "envoy for Norland Karim Hadi": the parse may hang the second name on the first, which ends here.
            (end, tightEnd) = (nameEnd, nameEnd);
        }

        string words = Phrase.Join(tokens, nameFirst, nameEnd);
        NounClass noun = NameClassOf(name.Kind, words, nameEnd - nameFirst);
        if (noun == NounClass.Unknown && nameEnd - nameFirst is 2 or 3 && IsPersonNounBefore(tokens, nameFirst))
        {
            noun = NounClass.Person;
        }

        if (noun == NounClass.Person && nameEnd - nameFirst == 1 && nameFirst > 0 && IsBodyNounBefore(tokens, nameFirst))
        {
            noun = NounClass.Organization;
        }

        if (noun == NounClass.Organization && nameEnd - nameFirst == 1 && char.IsDigit(words[^1]) && words.Length <= 5 && tree.Head(top) is >= 0 and int verb && tokens.Lemmas[verb] is "tell" && tokens.Relations[top] is "obj" or "iobj")
        {
            noun = NounClass.Outlet; // "told KV5": a broadcaster
        }

        if (noun == NounClass.Person && nameFirst > tightFirst && StandsInPlace(tokens, tightFirst, nameFirst, nameOf))
        {
            (first, tightFirst) = (nameFirst, nameFirst);
        }

        int titleFirst = noun == NounClass.Person ? TitleStart(tree, tightFirst, nameFirst, nameOf) : nameFirst;
        string title = titleFirst < nameFirst ? tokens.Text.Slice(tokens.Span(titleFirst, nameFirst)).Replace('\u00a0', ' ') : "";
        MentionGender gender = noun switch
        {
            NounClass.Person => GenderOf(tokens, tightFirst, nameFirst, nameEnd),
            NounClass.Unknown => MentionGender.Unknown,
            _ => MentionGender.Neuter,
        };
        string? country = name.Kind is NameKind.Person or NameKind.Organization or NameKind.Facility || noun is NounClass.Government
            ? PhraseCountry.In(countries, tokens, tightFirst, tightEnd, -1)
            : name.Kind == NameKind.Region ? null : countries.CountryOfName(words) ?? (noun == NounClass.Place ? countries.CountryOfCapital(words) : null);
        string? government = top < Dateline.EndOf(tokens, tokens.SentenceOf(top)) ? null : new MetonymFinder(lexicon, countries).CountryAt(tree, top, words, noun == NounClass.Person);
        if ((government ?? (noun == NounClass.Person ? null : countries.CountryOfSeat(words))) is { } state)
        {
            (noun, country) = (NounClass.Government, state);
        }

        bool acronym = nameEnd == nameFirst + 1 && words.Length is >= 2 and <= 8 && words.All(static c => char.IsUpper(c) || c is '.' or '-' || char.IsDigit(c));
        return new MentionCandidate
        {
            Head = top, First = first, End = end, TightFirst = tightFirst, TightEnd = tightEnd, Sentence = tokens.SentenceOf(top),
            Form = government is not null ? MentionForm.Metonym : acronym && noun is not (NounClass.Country or NounClass.Place) ? MentionForm.Acronym : MentionForm.Name,
            NameFirst = nameFirst, NameEnd = nameEnd, NameKind = name.Kind, Name = words, Title = title,
            HeadLemma = tokens.Form(nameEnd - 1).ToString().ToLowerInvariant(), Words = words.ToLowerInvariant(),
            Modifiers = Phrase.Modifiers(tree, top, tightFirst, tightEnd), Class = noun, Gender = gender,
            Number = noun == NounClass.Unknown ? NumberOf(tokens, top) : MentionNumber.Singular, Type = MentionType.Name, Country = country, Quote = quotes[top],
            Role = MentionRoles.Of(tree, top), Descriptive = tree.Child(top, "cop") >= 0,
        };
    }

    // "At the summit in Ostby Ilka Brenn signed": the place before the name, whatever the parser made of the two.
    private static bool StandsInPlace(TokenLayer tokens, int first, int nameFirst, int[] nameOf)
    {
        int place = nameFirst;
        while (place > first && nameOf[place - 1] >= 0 && nameOf[place - 1] == nameOf[nameFirst - 1])
        {
            place--;
        }

        return place < nameFirst && nameOf[place] != nameOf[nameFirst] && place > 0 && tokens.Form(place - 1) is "in" or "at" or "near" or "outside" or "In" or "At" or "Near";
    }

    // "spokeswoman Ilka Brenn": what a noun for a person calls by name is a person.
    private bool IsPersonNounBefore(TokenLayer tokens, int nameFirst) =>
        nameFirst > 0 && tokens.SentenceOf(nameFirst - 1) == tokens.SentenceOf(nameFirst) && tokens.Tags[nameFirst - 1] == UniversalTag.Noun
        && tokens.Form(nameFirst - 1).Equals(tokens.Lemmas[nameFirst - 1], StringComparison.OrdinalIgnoreCase) && lexicon.Noun(tokens.Lemmas[nameFirst - 1].ToLowerInvariant()).Class == NounClass.Person;

    // "carmaker Orvane": what a noun for a company calls by one word is no person.
    private bool IsBodyNounBefore(TokenLayer tokens, int nameFirst) =>
        tokens.SentenceOf(nameFirst - 1) == tokens.SentenceOf(nameFirst) && tokens.Tags[nameFirst - 1] == UniversalTag.Noun && tokens.Heads[nameFirst - 1] >= nameFirst - 1
        && tokens.Form(nameFirst - 1).Equals(tokens.Lemmas[nameFirst - 1], StringComparison.OrdinalIgnoreCase) && lexicon.Noun(tokens.Lemmas[nameFirst - 1].ToLowerInvariant()).Class == NounClass.Organization;

    private NounClass NameClassOf(NameKind kind, string words, int count)
    {
        string lower = words.ToLowerInvariant();
        if (countries.CountryOfName(words) is not null && kind is not (NameKind.Person or NameKind.Organization or NameKind.Region))
        {
            return NounClass.Country;
        }

        switch (kind)
        {
            case NameKind.Person:
                return NounClass.Person;
            case NameKind.Place or NameKind.City or NameKind.Region or NameKind.NaturalPlace:
                return countries.CountryOfSeat(words) is not null ? NounClass.Government : NounClass.Place;
            case NameKind.Country:
                return NounClass.Country;
            case NameKind.Facility:
                return countries.CountryOfSeat(words) is not null ? NounClass.Government : NounClass.Facility;
            case NameKind.Organization:
                NounClass told = countries.CountryOfSeat(words) is not null ? NounClass.Government
                    : Gazetteer.English.Find(words, GazetteerKind.Outlet) is not null ? NounClass.Outlet : Gazetteer.English.Find(words, GazetteerKind.Agency) is not null ? NounClass.Agency : lexicon.NameClass(lower);
                return told is NounClass.Agency or NounClass.Outlet or NounClass.Government || (told == NounClass.Document && !lower.EndsWith("convention", StringComparison.Ordinal)) ? told : NounClass.Organization;
            case NameKind.Event:
                return NounClass.Event;
            case NameKind.Product:
                // "orvane.com": who speaks or is read there.
                return count == 1 && words.Length > 5 && lower.EndsWith(".com", StringComparison.Ordinal) ? NounClass.Organization : NounClass.Product;
            default:
                NounClass guessed = lexicon.NameClass(lower);
                if (guessed != NounClass.Unknown)
                {
                    return guessed;
                }

                int space = lower.IndexOf(' ', StringComparison.Ordinal);
                if (Gazetteer.English.IsThingWord(lower.AsSpan(lower.LastIndexOf(' ') + 1)))
                {
                    return NounClass.Unknown;
                }

                return count > 1 && MentionLexicon.FirstName(space > 0 ? lower[..space] : lower) != MentionGender.Unknown ? NounClass.Person : NounClass.Unknown;
        }
    }

    // "Iran's Petroleum Minister Javad Owji": the title starts after the possessor's mark or article, but keeps what belongs to the office.
    private static int TitleStart(SyntaxTree tree, int tightFirst, int nameFirst, int[] nameOf)
    {
        TokenLayer tokens = tree.Tokens;
        int start = nameFirst;
        bool noun = false;
        while (start > tightFirst && (tokens.Tags[start - 1] is UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Adj || InsideTitle(tokens, start, tightFirst)))
        {
            start--;
            noun |= nameOf[start] < 0 && tokens.Tags[start] is (UniversalTag.Noun or UniversalTag.Propn);
        }

        // "the leader of Norland Ayatollah Hadi": the country is the leader's.
        while (start < nameFirst - 1 && nameOf[start] >= 0 && start > 0 && tokens.Form(start - 1) is "of" or "for" or "to")
        {
            int country = nameOf[start];
            while (start < nameFirst - 1 && nameOf[start] == country)
            {
                start++;
            }
        }

        // "32-year-old Norlander Karim Hadi": an age is no title.
        while (start < nameFirst && (!char.IsLetter(tokens.Form(start)[0]) || tokens.Form(start) is "year" or "old" || tokens.Form(start).EndsWith("year-old", StringComparison.OrdinalIgnoreCase)))
        {
            start++;
        }

        return noun ? start : nameFirst;
    }

    private static bool InsideTitle(TokenLayer tokens, int start, int tightFirst) =>
        start - 1 > tightFirst && (tokens.Form(start - 1) is "'s" or "’s" or "’" or "of" or "for" or "and" or "-" or "."
            || (tokens.Tags[start - 1] == UniversalTag.Det && tokens.Tags[start - 2] == UniversalTag.Adp));

    private MentionGender GenderOf(TokenLayer tokens, int tightFirst, int nameFirst, int nameEnd)
    {
        for (int t = nameFirst - 1; t >= tightFirst; t--)
        {
            string word = tokens.Form(t).ToString().ToLowerInvariant();
            if (lexicon.IsTitle(word, out MentionGender titled) && titled != MentionGender.Unknown)
            {
                return titled;
            }

            if (lexicon.Knows(word) && lexicon.Noun(word).Gender is var told and not MentionGender.Unknown)
            {
                return told;
            }
        }

        string first = tokens.Form(nameFirst).ToString().ToLowerInvariant();
        if (lexicon.IsTitle(first, out MentionGender gender) && gender != MentionGender.Unknown)
        {
            return nameEnd - nameFirst > 1 ? gender : MentionGender.Unknown; // "King said she …": a surname
        }

        if (lexicon.IsTitle(first, out _) && nameFirst + 1 < nameEnd)
        {
            first = tokens.Form(nameFirst + 1).ToString().ToLowerInvariant();
        }

        return nameEnd - nameFirst > 1 || nameEnd == nameFirst + 1 ? MentionLexicon.FirstName(first) : MentionGender.Unknown;
    }

    private static MentionType Determination(SyntaxTree tree, int t)
    {
        TokenLayer tokens = tree.Tokens;
        foreach (int child in tree.Children(t))
        {
            if (tree.Is(child, "nmod:poss"))
            {
                return MentionType.PossessedNoun;
            }

            if (tree.Is(child, "det"))
            {
                return tokens.Lemmas[child].ToLowerInvariant() switch
                {
                    "the" or "both" => MentionType.DefiniteNoun,
                    "this" or "that" or "these" or "those" => MentionType.DemonstrativeNoun,
                    _ => MentionType.IndefiniteNoun,
                };
            }

            if (tree.Is(child, "nummod"))
            {
                return MentionType.IndefiniteNoun;
            }
        }

        return MentionType.BareNoun;
    }

    internal static MentionNumber NumberOf(TokenLayer tokens, int t) =>
        tokens.Features[t].Contains("Number=Plur", StringComparison.Ordinal) || tokens.Features[t].Contains("Number=Ptan", StringComparison.Ordinal) ? MentionNumber.Plural
        : tokens.Features[t].Contains("Number=Sing", StringComparison.Ordinal) ? MentionNumber.Singular
        : tokens.Tags[t] == UniversalTag.Noun && !tokens.Form(t).Equals(tokens.Lemmas[t], StringComparison.OrdinalIgnoreCase) ? MentionNumber.Plural : MentionNumber.Unknown;
}
