using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Coreference.Mentions;
using Parallax.Language.Coreference.Nominals;
using Parallax.Language.Names;
using Parallax.Language.Syntax;

namespace Parallax.Language.Coreference.NameLinks;

/// <summary>Joins the names of one bearer: equal names, parts of names, acronyms, names of one country, seats of one government.</summary>
internal sealed class NameResolver(MentionLexicon lexicon, ICountryLookup countries)
{
    private readonly Generations _generations = new();

    public void Resolve(SyntaxTree tree, MentionClusters clusters)
    {
        List<MentionCandidate> names = [.. clusters.Mentions.Where(static m => m.IsName)];
        _generations.Read(tree, names);
        FirstWordsOfBodies(names);
        AcronymsOfBodies(names);
        SurnamesOfPersons(names);
        Misspelt.Resolve(names);
        ThingsBesideThings(tree, names);
        OneClass(tree, names);
        List<(int One, int Other)> couples = Families.Read(tree, names, lexicon);
        SurnamesOfOneGender(names);
        Dictionary<int, string[]> keys = names.ToDictionary(static n => n.Index, n => PersonName.Key(n.Name, lexicon, n.Class == NounClass.Person));
        Parenthetical(tree, clusters, names);
        for (int i = 0; i < names.Count; i++)
        {
            MentionCandidate name = names[i];
            (int found, string rule, int strength) = (-1, "", 0);
            string[]? bearer = Namesakes.BearerOf(tree.Tokens, clusters, name, names, i, keys);
            for (int j = i - 1; j >= 0; j--)
            {
                MentionCandidate earlier = names[j];
                if (bearer is not null && earlier.Class == NounClass.Person && clusters.MembersOf(earlier.Index).Any(m => clusters.Mentions[m] is { IsName: true, Class: NounClass.Person } && keys[m].Length > 1 && !PersonName.Compatible(bearer, keys[m])))
                {
                    continue;
                }

                (string Rule, int Strength)? match = Match(name, keys[name.Index], earlier, keys[earlier.Index]);
                if (match is { Strength: 2 } && keys[name.Index].Length == 1 && IsRelative(tree, name))
                {
                    continue; // "her husband Karim" is not Karim Hadi, of whom the report tells
                }

                if (match is { } m && m.Strength > strength && !Conflicts(clusters, name, earlier, keys))
                {
                    (found, rule, strength) = (earlier.Index, m.Rule, m.Strength);
                }
            }

            if (found >= 0)
            {
                clusters.Join(found, name.Index, rule, $"“{clusters.Mentions[found].Name}” and “{name.Name}”: {Reason(rule)}");
            }
        }

        _generations.Join(clusters, names, keys, (whole, part) => Conflicts(clusters, whole, part, keys));
        Families.JoinSpouses(tree, clusters, couples);
    }

    private static bool IsRelative(SyntaxTree tree, MentionCandidate name) =>
        name.NameFirst > 1 && BodyWords.Is("relative", tree.Lemma(name.NameFirst - 1)) && tree.Tokens.SentenceOf(name.NameFirst - 2) == name.Sentence && tree.Tokens.Tags[name.NameFirst - 2] is UniversalTag.Pron or UniversalTag.Part or UniversalTag.Adj;

    // "HDCJ" beside "Halden Department of Criminal Justice": the letters of a body of the report are nobody's name.
    private static void AcronymsOfBodies(List<MentionCandidate> names)
    {
        foreach (MentionCandidate name in names)
        {
            bool unsure = name.Class is NounClass.Person or NounClass.Unknown or NounClass.Product or NounClass.Event or NounClass.Place && name.Title.Length == 0 && name.NameEnd - name.NameFirst == 1;
            if (unsure && name.Name.Length is > 2 and < 8 && !name.Name.Any(char.IsLower) && names.Find(n => n.Class is NounClass.Organization or NounClass.Government && PersonName.IsAcronymOf(name.Name, n.Name)) is { } body)
            {
                (name.Class, name.Gender) = (body.Class, MentionGender.Neuter);
            }
        }
    }

    // One word that the report has as the first word of a body's name ("Orvane" beside "Orvane Motors") is not a person's, unless a person is called so in full.
    private void FirstWordsOfBodies(List<MentionCandidate> names)
    {
        foreach (MentionCandidate name in names)
        {
            bool unsure = name.Class is NounClass.Person or NounClass.Unknown or NounClass.Product or NounClass.Event;
            if (!unsure || name.Form == MentionForm.Metonym || name.Title.Length > 0 || name.NameEnd - name.NameFirst > 1)
            {
                continue;
            }

            bool person = names.Exists(n => n.Class == NounClass.Person && n.Name.Contains(' ', StringComparison.Ordinal) && n.Name.Split(' ').Contains(name.Name, StringComparer.Ordinal));
            bool body = names.Exists(n => n.Class is NounClass.Organization && n.Name.StartsWith(name.Name + " ", StringComparison.Ordinal)
                && lexicon.NameClass(n.Name[(name.Name.Length + 1)..].ToLowerInvariant()) == NounClass.Organization);
            bool company = names.Exists(n => n.Class is NounClass.Organization && n.Name.StartsWith(name.Name + " ", StringComparison.Ordinal)
                && n.Name[(name.Name.Length + 1)..].Split(' ').All(static w => BodyWords.Is("company-tail", w.TrimEnd('.').ToLowerInvariant())));
            // Of a company and a person of one name, the bare word is the company: the person would be "Mr".
            if (company || (body && !person))
            {
                (name.Class, name.Gender) = (NounClass.Organization, MentionGender.Neuter);
            }
        }
    }

    // One word taken for a body or thing that is the surname of a person named in full before, and begins no body's name, is that person.
    private static void SurnamesOfPersons(List<MentionCandidate> names)
    {
        foreach (MentionCandidate name in names)
        {
            bool unsure = (name.Class is NounClass.Organization or NounClass.Unknown or NounClass.Product or NounClass.Event || (name.NameKind is NameKind.Place or NameKind.City && Gazetteer.English.Find(name.Name).IsEmpty)) && name.Form == MentionForm.Name && name.NameEnd - name.NameFirst == 1;
            if (unsure && names.Exists(n => n.Class == NounClass.Person && n.Index < name.Index && n.NameEnd - n.NameFirst > 1 && n.Name.EndsWith(" " + name.Name, StringComparison.Ordinal))
                && !names.Exists(n => n.Class is not NounClass.Person && n.Name.StartsWith(name.Name + " ", StringComparison.Ordinal)))
            {
                (name.Class, name.Gender) = (NounClass.Person, MentionGender.Unknown);
            }
        }
    }

    // "the Varan-7 and Tolan": what stands beside a thing and is no listed place is a thing.
    private static void ThingsBesideThings(SyntaxTree tree, List<MentionCandidate> names)
    {
        foreach (MentionCandidate name in names.Where(n => n is { Class: NounClass.Place, NameKind: NameKind.Place } && tree.Is(n.Head, "conj") && n.NameEnd - n.NameFirst == 1))
        {
            if (names.Exists(n => n.Head == tree.Head(name.Head) && n.NameKind == NameKind.Product && n.Class == NounClass.Product))
            {
                name.Class = NounClass.Product;
            }
        }
    }

    // "Benjamin" after "Lena Benjamin" is her: a surname that is a given name as well tells nothing of its own.
    private void SurnamesOfOneGender(List<MentionCandidate> names)
    {
        foreach (MentionCandidate name in names.Where(static n => n.Class == NounClass.Person && n.NameEnd - n.NameFirst == 1 && n.Gender != MentionGender.Unknown))
        {
            // "Mr Benjamin" is no Lena; "Dr. Benjamin" may be.
            if (name.Title.ToLowerInvariant().Split(' ').Any(w => lexicon.IsTitle(w, out MentionGender told) && told != MentionGender.Unknown))
            {
                continue;
            }

            string[] fuller = [.. names.Where(n => n.Class == NounClass.Person && n.NameEnd - n.NameFirst > 1 && n.Index < name.Index && n.Name.EndsWith(" " + name.Name, StringComparison.Ordinal)).Select(static n => n.Name).Distinct(StringComparer.Ordinal)];
            if (fuller.Length == 1 && names.Exists(n => n.Name == fuller[0] && n.Gender != MentionGender.Unknown && n.Gender != name.Gender)
                && !names.Exists(n => n.Class == NounClass.Person && n.NameEnd - n.NameFirst > 1 && n.Name.StartsWith(name.Name + " ", StringComparison.Ordinal)))
            {
                name.Gender = names.Find(n => n.Name == fuller[0])!.Gender;
            }
        }
    }

    // One name, one kind of bearer in a report: what most of its mentions are taken for; a place that something is in stays one.
    private static void OneClass(SyntaxTree tree, List<MentionCandidate> names)
    {
        foreach (IGrouping<string, MentionCandidate> group in names.Where(static n => n.Form != MentionForm.Metonym && n.Title.Length == 0).GroupBy(static n => n.Name, StringComparer.Ordinal))
        {
            NounClass[] classes = [.. group.Select(static n => n.Class)];
            IGrouping<NounClass, NounClass> most = classes.Where(static c => c != NounClass.Unknown).GroupBy(static c => c).OrderByDescending(static g => g.Count()).ThenBy(static g => g.Key != NounClass.Organization).ThenBy(static g => g.Key).FirstOrDefault() ?? classes.GroupBy(static c => c).First();
            bool sure = most.Count() * 2 >= classes.Count(static c => c != NounClass.Unknown);
            if (!sure || most.Count() == classes.Length || most.Key is NounClass.Country or NounClass.Place or NounClass.Facility or NounClass.Government)
            {
                continue;
            }

            bool fuller = names.Exists(n => n.Class == NounClass.Person && n.NameEnd - n.NameFirst > 1 && n.Name.EndsWith(" " + group.Key, StringComparison.Ordinal));
            foreach (MentionCandidate name in group.Where(n => n.Class != most.Key && n.Class is not (NounClass.Country or NounClass.Government) && !(fuller && n.Class == NounClass.Person) && !IsWhere(tree, n)))
            {
                (name.Class, name.Gender) = (most.Key, most.Key == NounClass.Person ? name.Gender == MentionGender.Neuter ? MentionGender.Unknown : name.Gender : MentionGender.Neuter);
            }
        }
    }

    private static bool IsWhere(SyntaxTree tree, MentionCandidate name) =>
        name.Class is NounClass.Place or NounClass.Facility && tree.Child(name.Head, "case") is >= 0 and int preposition && tree.Lemma(preposition) is "in" or "at" or "near" or "from" or "into";

    private static string Reason(string rule) => rule switch
    {
        "coref.name.equal" => "the same name",
        "coref.name.country" => "names of one country",
        "coref.name.government" => "seats of one government",
        "coref.name.office" => "one is made of the initials of the other's office",
        "coref.name.part" => "one is a part of the other's full name",
        "coref.name.acronym" => "one is made of the initials of the other",
        "coref.name.misspelt" => "one letter more or less at the end, and the report names nobody else so",
        "coref.name.shortened" => "one is the other without the word for its kind or its country",
        _ => rule,
    };

    private (string Rule, int Strength)? Match(MentionCandidate name, string[] key, MentionCandidate earlier, string[] earlierKey)
    {
        // "the DA" after "District Attorney Ilka Brenn".
        if (name.Form == MentionForm.Acronym && IsOfficeOf(name, earlier))
        {
            return ("coref.name.office", 4);
        }

        if (!ClassesFit(name.Class, earlier.Class) || key.Length == 0 || earlierKey.Length == 0)
        {
            return null;
        }

        if (name.Form == MentionForm.Metonym && earlier.Form == MentionForm.Metonym && name.Country is not null && name.Country == earlier.Country)
        {
            return ("coref.name.government", 5);
        }

        if ((name.Form == MentionForm.Metonym) != (earlier.Form == MentionForm.Metonym))
        {
            return null;
        }

        if (key.AsSpan().SequenceEqual(earlierKey))
        {
            return ("coref.name.equal", 5);
        }

        if (name.Misspelt is not null && earlierKey[^1] == name.Misspelt && earlier.Class == NounClass.Person)
        {
            return ("coref.name.misspelt", 4);
        }

        if (name.Class == NounClass.Country && earlier.Class == NounClass.Country)
        {
            return countries.CountryOfName(name.Name) is { } code && code == countries.CountryOfName(earlier.Name) ? ("coref.name.country", 5) : null;
        }

        if (name.Class == NounClass.Person || earlier.Class == NounClass.Person)
        {
            // "Language of Stone" is nobody called Stone.
            if ((name.Class == NounClass.Unknown && name.Name.Contains(" of ", StringComparison.Ordinal)) || (earlier.Class == NounClass.Unknown && earlier.Name.Contains(" of ", StringComparison.Ordinal)))
            {
                return null;
            }

            // "Dorn Global Initiative" is nobody called Dorn.
            if (BeginsWith(name, key, earlier, earlierKey) || BeginsWith(earlier, earlierKey, name, key))
            {
                return null;
            }

            bool gender = name.Gender == MentionGender.Unknown || earlier.Gender == MentionGender.Unknown || name.Gender == earlier.Gender;
            return gender && PersonName.Compatible(key, earlierKey) ? ("coref.name.part", key[^1] == earlierKey[^1] ? 3 : 2) : null;
        }

        if ((name.Form == MentionForm.Acronym && PersonName.IsAcronymOf(name.Name, earlier.Name)) || (earlier.Form == MentionForm.Acronym && PersonName.IsAcronymOf(earlier.Name, name.Name)))
        {
            return ("coref.name.acronym", 4);
        }

        // "the News" after "the Halden News": papers go by their last word.
        if (name.Class == NounClass.Outlet && earlier.Class == NounClass.Outlet && key.Length == 1 && earlierKey.Length > 1 && earlierKey[^1] == key[0])
        {
            return ("coref.name.shortened", 3);
        }

        // "Mount Varan" and the "Mount Varan base", "Halden" and the "Halden City Court": what is at a place is not the place.
        bool place = name.Class == NounClass.Place || earlier.Class == NounClass.Place;
        return !place && (Shortened(key, earlierKey) || Shortened(earlierKey, key) || Team(key, earlierKey) || Team(earlierKey, key)) ? ("coref.name.shortened", 3) : null;
    }

    // A thing's name of several words that begins with a person's surname.
    private static bool BeginsWith(MentionCandidate thing, string[] name, MentionCandidate person, string[] called) =>
        thing.Class == NounClass.Unknown && person.Class == NounClass.Person && name.Length > 1 && name[0] == called[^1] && name[^1] != called[^1];

    // The initials of the last words of a person's title.
    private static bool IsOfficeOf(MentionCandidate acronym, MentionCandidate bearer)
    {
        string letters = acronym.Name.Replace(".", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        string[] title = bearer.Title.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return bearer.Class == NounClass.Person && letters.Length is 2 or 3 && title.Length >= letters.Length && title[^letters.Length..].Zip(letters).All(static p => char.ToUpperInvariant(p.First[0]) == p.Second);
    }

    // "Nour News" for "Nour News Agency"; "State Department" for "US State Department". Never "Security Council" for "Supreme National Security Council".
    private bool Shortened(string[] shorter, string[] longer)
    {
        if (shorter.Length >= longer.Length || shorter.Sum(static w => w.Length) < 3)
        {
            return false;
        }

        if (longer.AsSpan(0, shorter.Length).SequenceEqual(shorter))
        {
            // "the Halden Board of Trustees" is a part of Halden, no longer name of it.
            string rest = string.Join(' ', longer[shorter.Length..]);
            bool acronym = shorter.Length == 1 && shorter[0].Length <= 6 && BodyWords.Is("part", rest);
            bool chamber = shorter is ["house" or "senate"]; // "the House" has its committees
            bool part = acronym || chamber || longer.AsSpan(shorter.Length + 1).ToArray().Any(static w => w is "of" or "on" or "for");
            return !part && lexicon.NameClass(rest) != NounClass.Unknown || longer.AsSpan(shorter.Length).ToArray().All(static w => BodyWords.Is("company-tail", w)) || (longer[shorter.Length] is "of" && countries.CountryOfName(Title(longer[(shorter.Length + 1)..])) is not null);
        }

        if (longer.AsSpan(longer.Length - shorter.Length).SequenceEqual(shorter) && shorter.Length > 1)
        {
            string rest = Title(longer[..^shorter.Length]);
            return countries.CountryOfName(rest) is not null || countries.CountryOfDemonym(rest) is not null;
        }

        return false;
    }

    // "Rovers" for "Halden Rovers": a team goes by its own word; the town before it is listed.
    private static bool Team(string[] shorter, string[] longer) =>
        shorter.Length == 1 && longer.Length > 1 && shorter[0].Length > 4 && shorter[0][^1] == 's' && longer[^1] == shorter[0]
        && Gazetteer.English.Find(Title(longer[..^1]), GazetteerKind.City, GazetteerKind.Capital, GazetteerKind.Region) is not null;

    private static string Title(string[] words) =>
        string.Join(' ', words.Where(static w => w != "the").Select(static w => w.Length <= 3 && w is "us" or "usa" or "uk" or "uae" or "eu" ? w.ToUpperInvariant() : char.ToUpperInvariant(w[0]) + w[1..]));

    private static bool ClassesFit(NounClass left, NounClass right)
    {
        if (left == right || left == NounClass.Unknown || right == NounClass.Unknown)
        {
            return true;
        }

        static bool Body(NounClass c) => c is NounClass.Organization or NounClass.Outlet or NounClass.Agency or NounClass.Government;
        static bool Place(NounClass c) => c is NounClass.Place or NounClass.Country or NounClass.Facility;
        return (Body(left) && Body(right)) || (Place(left) && Place(right));
    }

    // No join when any name of the one cluster contradicts any name of the other: two full person names, two countries of like bodies.
    private bool Conflicts(MentionClusters clusters, MentionCandidate name, MentionCandidate earlier, Dictionary<int, string[]> keys)
    {
        foreach (int a in clusters.MembersOf(name.Index))
        {
            foreach (int b in clusters.MembersOf(earlier.Index))
            {
                MentionCandidate left = clusters.Mentions[a], right = clusters.Mentions[b];
                if (!left.IsName || !right.IsName)
                {
                    continue;
                }

                if (left.Form == MentionForm.Acronym ? IsOfficeOf(left, right) : right.Form == MentionForm.Acronym && IsOfficeOf(right, left))
                {
                    continue;
                }

                bool person = (left.Class == NounClass.Person && right.Class is NounClass.Person or NounClass.Unknown) || (left.Class == NounClass.Unknown && right.Class == NounClass.Person);
                // "Lena" and "Benjamin" of "Lena Benjamin" contradict each other no more than either does the whole.
                if (left.Misspelt == keys[b][^1] || right.Misspelt == keys[a][^1])
                {
                    continue;
                }

                bool parts = person && keys[a].Length == 1 && keys[b].Length == 1 && clusters.MembersOf(name.Index).Concat(clusters.MembersOf(earlier.Index))
                    .Any(m => clusters.Mentions[m].IsName && keys[m].Length > 1 && keys[m].Contains(keys[a][0], StringComparer.Ordinal) && keys[m].Contains(keys[b][0], StringComparer.Ordinal));
                if (person && PersonName.OtherGeneration(_generations.Told(left), _generations.Told(right)))
                {
                    return true;
                }

                if (person && ((!parts && !PersonName.Compatible(keys[a], keys[b])) || (left.Gender != right.Gender && left.Gender != MentionGender.Unknown && right.Gender != MentionGender.Unknown)))
                {
                    return true;
                }

                if (!person && left.Class is not NounClass.Country && left.Country is not null && right.Country is not null && left.Country != right.Country)
                {
                    return true;
                }
            }
        }

        return false;
    }

    // "Supreme National Security Council (SNSC)", "the SNSC (Supreme National Security Council)".
    private static void Parenthetical(SyntaxTree tree, MentionClusters clusters, List<MentionCandidate> names)
    {
        TokenLayer tokens = tree.Tokens;
        for (int i = 0; i + 1 < names.Count; i++)
        {
            MentionCandidate name = names[i];
            foreach (MentionCandidate next in names.Skip(i + 1).Take(3))
            {
                bool bracketed = next.NameFirst == name.NameEnd + 1 && tokens.Form(name.NameEnd) is "(" && next.NameEnd < tokens.Count && tokens.Form(next.NameEnd) is ")";
                if (bracketed && next.Sentence == name.Sentence && (PersonName.IsAcronymOf(next.Name, name.Name) || PersonName.IsAcronymOf(name.Name, next.Name)
                    || (next.Form == MentionForm.Acronym && char.ToUpperInvariant(name.Name[0]) == next.Name[0])))
                {
                    clusters.Join(name.Index, next.Index, "coref.name.bracketed", $"“{next.Name}” stands in brackets after “{name.Name}”");
                }
            }
        }
    }
}
