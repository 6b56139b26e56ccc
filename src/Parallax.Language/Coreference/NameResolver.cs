using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Syntax;

namespace Parallax.Language.Coreference;

/// <summary>Joins the names of one bearer: equal names, parts of names, acronyms, names of one country, seats of one government.</summary>
internal sealed class NameResolver(MentionLexicon lexicon, ICountryLookup countries)
{
    public void Resolve(SyntaxTree tree, MentionClusters clusters)
    {
        List<MentionCandidate> names = [.. clusters.Mentions.Where(static m => m.IsName)];
        FirstWordsOfBodies(names);
        Dictionary<int, string[]> keys = names.ToDictionary(static n => n.Index, n => PersonName.Key(n.Name, lexicon, n.Class == NounClass.Person));
        Parenthetical(tree, clusters, names);
        for (int i = 0; i < names.Count; i++)
        {
            MentionCandidate name = names[i];
            (int found, string rule, int strength) = (-1, "", 0);
            for (int j = i - 1; j >= 0; j--)
            {
                MentionCandidate earlier = names[j];
                (string Rule, int Strength)? match = Match(name, keys[name.Index], earlier, keys[earlier.Index]);
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
    }

    // One word that the report has as the first word of a body's name ("Orvane" beside "Orvane Motors") is not a person's, unless a person is called so in full.
    private void FirstWordsOfBodies(List<MentionCandidate> names)
    {
        foreach (MentionCandidate name in names)
        {
            if (name.Class != NounClass.Person || name.Title.Length > 0 || name.NameEnd - name.NameFirst > 1)
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

    private static string Reason(string rule) => rule switch
    {
        "coref.name.equal" => "the same name",
        "coref.name.country" => "names of one country",
        "coref.name.government" => "seats of one government",
        "coref.name.part" => "one is a part of the other's full name",
        "coref.name.acronym" => "one is made of the initials of the other",
        "coref.name.shortened" => "one is the other without the word for its kind or its country",
        _ => rule,
    };

    private (string Rule, int Strength)? Match(MentionCandidate name, string[] key, MentionCandidate earlier, string[] earlierKey)
    {
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

        if (name.Class == NounClass.Country && earlier.Class == NounClass.Country)
        {
            return countries.CountryOfName(name.Name) is { } code && code == countries.CountryOfName(earlier.Name) ? ("coref.name.country", 5) : null;
        }

        if (name.Class == NounClass.Person || earlier.Class == NounClass.Person)
        {
            bool gender = name.Gender == MentionGender.Unknown || earlier.Gender == MentionGender.Unknown || name.Gender == earlier.Gender;
            return gender && PersonName.Compatible(key, earlierKey) ? ("coref.name.part", key[^1] == earlierKey[^1] ? 3 : 2) : null;
        }

        if ((name.Form == MentionForm.Acronym && PersonName.IsAcronymOf(name.Name, earlier.Name)) || (earlier.Form == MentionForm.Acronym && PersonName.IsAcronymOf(earlier.Name, name.Name)))
        {
            return ("coref.name.acronym", 4);
        }

        return Shortened(key, earlierKey) || Shortened(earlierKey, key) ? ("coref.name.shortened", 3) : null;
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
            string rest = string.Join(' ', longer[shorter.Length..]);
            return lexicon.NameClass(rest) != NounClass.Unknown || (longer[shorter.Length] is "of" && countries.CountryOfName(Title(longer[(shorter.Length + 1)..])) is not null);
        }

        if (longer.AsSpan(longer.Length - shorter.Length).SequenceEqual(shorter) && shorter.Length > 1)
        {
            string rest = Title(longer[..^shorter.Length]);
            return countries.CountryOfName(rest) is not null || countries.CountryOfDemonym(rest) is not null;
        }

        return false;
    }

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
    private static bool Conflicts(MentionClusters clusters, MentionCandidate name, MentionCandidate earlier, Dictionary<int, string[]> keys)
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

                bool person = left.Class == NounClass.Person && right.Class == NounClass.Person;
                if (person && (!PersonName.Compatible(keys[a], keys[b]) || (left.Gender != right.Gender && left.Gender != MentionGender.Unknown && right.Gender != MentionGender.Unknown)))
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
