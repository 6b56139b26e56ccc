using Parallax.Core.Layers;
using Parallax.Language.Coreference.Mentions;
using Parallax.Language.Coreference.Nominals;
using Parallax.Language.Syntax;

namespace Parallax.Language.Coreference.NameLinks;

/// <summary>Persons of one surname in a report: gives those named by the given name alone the surname that stands beside ("Karim and Lena Hadi"), and tells the sex of each where the text does and no list.</summary>
/// <remarks>Only where two bear the surname; the sex of everybody else is what lists, titles and pronouns leave.</remarks>
internal static class Families
{
    // Words behind a name in which an apposition tells who he is ("Karim Hadi, the proud father of"), and before one where a noun tells of the family ("the parents, Karim and Lena Hadi").
    private const int Behind = 6, Before = 4;

    // What a noun for a relative weighs against a pronoun that may be another's.
    private const int Noun = 3;

    /// <summary>Completes names and tells sexes, in place.</summary>
    /// <param name="tree">The parse.</param>
    /// <param name="names">All names in text order.</param>
    /// <param name="lexicon">Titles and nouns.</param>
    /// <returns>The couples: indices of the two mentions that stand together.</returns>
    public static List<(int One, int Other)> Read(SyntaxTree tree, List<MentionCandidate> names, MentionLexicon lexicon)
    {
        List<(int One, int Other)> couples = [];
        List<(string[] One, string[] Other, MentionGender Both)> pairs = [];
        for (int i = 0; i < names.Count; i++)
        {
            if (i + 1 < names.Count && IsPair(tree.Tokens, names, names[i], names[i + 1]) && KinOf(tree.Tokens, names[i], names[i + 1]) is { } kin)
            {
                Complete(names[i], names[i + 1].Name[(names[i + 1].Name.LastIndexOf(' ') + 1)..]);
                pairs.Add((KeyOf(names[i], lexicon), KeyOf(names[i + 1], lexicon), kin));
                if (kin == MentionGender.Unknown)
                {
                    couples.Add((names[i].Index, names[i + 1].Index));
                }
            }
            else if (i + 1 < names.Count && names[i + 1] is { Class: NounClass.Person } whole && names[i].NameEnd - names[i].NameFirst == 1 && whole.NameFirst == names[i].NameEnd + 1 && tree.Tokens.Form(names[i].NameEnd) is "]" && names[i].NameFirst > 0 && tree.Tokens.Form(names[i].NameFirst - 1) is "[")
            {
                // "[Karim] Hadi": one name, part of which the report put in.
                whole.Name = names[i].Name + " " + whole.Name;
                Complete(names[i], whole.Name[(names[i].Name.Length + 1)..]);
            }
            else if (OwnerOf(tree, names, i) is { } surname)
            {
                Complete(names[i], surname);
            }
        }

        foreach (IGrouping<string, MentionCandidate> family in names.Where(static n => n.Class == NounClass.Person && n.Name.Contains(' ', StringComparison.Ordinal)).GroupBy(n => KeyOf(n, lexicon)[^1], StringComparer.Ordinal))
        {
            List<(string[] Key, List<MentionCandidate> Names)> bearers = BearersOf(family, lexicon);
            if (bearers.Count < 2)
            {
                continue;
            }

            foreach ((string[] _, List<MentionCandidate> own) in bearers)
            {
                Give(own, TitleOf(own, lexicon) ?? SexOf(tree, names, own));
            }

            foreach ((string[] one, string[] other, MentionGender both) in pairs)
            {
                List<MentionCandidate>? left = bearers.Find(b => b.Key.AsSpan().SequenceEqual(one)).Names, right = bearers.Find(b => b.Key.AsSpan().SequenceEqual(other)).Names;
                if (left is not null && right is not null)
                {
                    Pair(names, left, right, both);
                }
            }
        }

        return couples;
    }

    /// <summary>"Mr. Hadi's wife": joins her with Lena Hadi where the report tells of the couple.</summary>
    public static void JoinSpouses(SyntaxTree tree, MentionClusters clusters, List<(int One, int Other)> couples)
    {
        foreach (MentionCandidate mention in couples.Count == 0 ? [] : clusters.Mentions)
        {
            int owner = mention is { IsName: false, IsPronoun: false, HeadLemma: "wife" or "husband" or "spouse" } && mention.Number != MentionNumber.Plural && clusters.MembersOf(mention.Index).Count == 1 ? tree.Child(mention.Head, "nmod:poss") : -1;
            int possessor = owner < 0 ? -1 : clusters.Mentions.FindIndex(m => m.Head == owner && m.Index != mention.Index && m.Class == NounClass.Person);
            foreach ((int one, int other) in possessor < 0 ? [] : couples)
            {
                int spouse = clusters.Together(one, possessor) ? other : clusters.Together(other, possessor) ? one : -1;
                if (spouse >= 0 && !clusters.Together(spouse, possessor) && (clusters.FactsOf(spouse).Gender == mention.Gender || clusters.FactsOf(spouse).Gender == MentionGender.Unknown))
                {
                    clusters.Join(spouse, mention.Index, "coref.spouse", $"“{mention.Words}” is “{clusters.Mentions[spouse].Name}”, the other of the couple");
                    break;
                }
            }
        }
    }

    private static void Complete(MentionCandidate name, string surname)
    {
        (name.Name, name.Class) = (name.Name + " " + surname, NounClass.Person);
        name.Gender = name.Gender == MentionGender.Neuter ? MentionGender.Unknown : name.Gender;
    }

    private static string[] KeyOf(MentionCandidate name, MentionLexicon lexicon) => PersonName.Key(name.Name, lexicon, person: true);

    private static List<(string[] Key, List<MentionCandidate> Names)> BearersOf(IEnumerable<MentionCandidate> family, MentionLexicon lexicon)
    {
        List<(string[] Key, List<MentionCandidate> Names)> bearers = [];
        foreach (MentionCandidate name in family)
        {
            string[] key = KeyOf(name, lexicon);
            int known = key.Length < 2 ? -1 : bearers.FindIndex(b => PersonName.Compatible(b.Key, key));
            if (known >= 0)
            {
                bearers[known].Names.Add(name);
            }
            else if (key.Length > 1)
            {
                bearers.Add((key, [name]));
            }
        }

        return bearers;
    }

    // A given name alone, "and", and somebody named in full; nobody is called by the one word as a surname.
    private static bool IsPair(TokenLayer tokens, List<MentionCandidate> names, MentionCandidate given, MentionCandidate whole) =>
        given is { Title.Length: 0, Form: Core.Accounts.MentionForm.Name } && given.NameEnd - given.NameFirst == 1 && whole.NameFirst == given.NameEnd + 1 && tokens.Form(given.NameEnd) is "and" or "&" && whole.Sentence == given.Sentence && whole is { Class: NounClass.Person, Title.Length: 0 }
        && whole.NameEnd - whole.NameFirst == 2 && given.Class is NounClass.Person or NounClass.Unknown or NounClass.Place && !IsSurname(names, given.Name)
        && (given.NameFirst == 0 || tokens.Form(given.NameFirst - 1) is not "and");

    private static bool IsSurname(List<MentionCandidate> names, string word) => names.Exists(n => (n.Name.EndsWith(" " + word, StringComparison.Ordinal) && n.Class == NounClass.Person) || (n.Name == word && n.Title.Length > 0));

    // Whether two are told to be of one family: unknown for a couple or one not told apart, the sex of both for brothers and sisters; null where nothing tells so.
    private static MentionGender? KinOf(TokenLayer tokens, MentionCandidate given, MentionCandidate whole)
    {
        for (int t = given.NameFirst - 1; t >= Math.Max(0, given.NameFirst - Before) && tokens.SentenceOf(t) == given.Sentence && tokens.Tags[t] is not UniversalTag.Verb; t--)
        {
            if (KinNoun(tokens, t) is { } told)
            {
                return told;
            }
        }

        for (int t = whole.NameEnd; t < Math.Min(tokens.Count, whole.NameEnd + Before) && tokens.SentenceOf(t) == given.Sentence && tokens.Form(whole.NameEnd) is ","; t++)
        {
            if (KinNoun(tokens, t) is { } told)
            {
                return told;
            }
        }

        // "Mr. and Mrs. Hadi", "the Hadis", "the Hadi family", "Karim Hadi": what the rest of the report tells.
        ReadOnlySpan<char> surname = tokens.Form(whole.NameEnd - 1);
        for (int t = 1; t + 1 < tokens.Count; t++)
        {
            bool isBoth = tokens.Form(t).Equals(surname, StringComparison.Ordinal) && ((t > 2 && tokens.Form(t - 2) is "and" && tokens.Form(t - 1) is "Mrs." or "Mrs" or "Ms." or "Ms") || tokens.Lemmas[t + 1] is "family" or "couple"
                || tokens.Form(t - 1).Equals(tokens.Form(given.NameFirst), StringComparison.Ordinal));
            bool isPlural = tokens.Form(t).Length == surname.Length + 1 && tokens.Form(t)[^1] == 's' && tokens.Form(t).StartsWith(surname, StringComparison.Ordinal) && tokens.Form(t - 1) is "the" or "The";
            if (isBoth || isPlural)
            {
                return MentionGender.Unknown;
            }
        }

        return null;
    }

    private static MentionGender? KinNoun(TokenLayer tokens, int token)
    {
        string lemma = tokens.Lemmas[token].ToLowerInvariant();
        bool isPlural = tokens.Features[token].Contains("Number=Plur", StringComparison.Ordinal);
        return BodyWords.Is("couple", lemma) && (isPlural || lemma is "couple") ? MentionGender.Unknown : isPlural && BodyWords.Is("relative", lemma) ? MentionLexicon.Instance.Noun(lemma).Gender : null;
    }

    // "Hadi's wife, Lena": the surname of the owner, who is named in full in the report while she is not.
    private static string? OwnerOf(SyntaxTree tree, List<MentionCandidate> names, int at)
    {
        TokenLayer tokens = tree.Tokens;
        MentionCandidate given = names[at];
        int noun = given.NameFirst - (given.NameFirst > 0 && tokens.Form(given.NameFirst - 1) is "," ? 2 : 1);
        bool isGiven = at > 0 && noun > 1 && given is { Title.Length: 0, Form: Core.Accounts.MentionForm.Name, Class: NounClass.Person or NounClass.Unknown } && given.NameEnd - given.NameFirst == 1 && tokens.SentenceOf(noun - 1) == given.Sentence
            && BodyWords.Is("relative", tokens.Lemmas[noun].ToLowerInvariant()) && tokens.Form(noun - 1) is "'s" or "’s" && names[at - 1].NameEnd == noun - 1;
        if (!isGiven || IsSurname(names, given.Name) || names.Exists(n => n.Name.StartsWith(given.Name + " ", StringComparison.Ordinal)))
        {
            return null;
        }

        string owner = names[at - 1].Name;
        string last = owner[(owner.LastIndexOf(' ') + 1)..];
        bool isWhole = owner.Split(' ') is [_, _] && names.Exists(n => n.Name == last && n.Class == NounClass.Person);
        return names[at - 1].Class != NounClass.Person ? null : names.Exists(n => n.Class == NounClass.Person && n.Name.EndsWith(" " + owner, StringComparison.Ordinal)) ? owner : isWhole ? last : null;
    }

    // "Mr. Karim Hadi": a title tells.
    private static MentionGender? TitleOf(List<MentionCandidate> own, MentionLexicon lexicon)
    {
        foreach (string word in own.SelectMany(static n => n.Title.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries)))
        {
            if (lexicon.IsTitle(word, out MentionGender told) && told != MentionGender.Unknown)
            {
                return told;
            }
        }

        return null;
    }

    private static void Give(List<MentionCandidate> own, MentionGender sex)
    {
        foreach (MentionCandidate name in sex == MentionGender.Unknown ? [] : own)
        {
            name.Gender = sex;
        }
    }

    private static void Pair(List<MentionCandidate> names, List<MentionCandidate> left, List<MentionCandidate> right, MentionGender both)
    {
        if (both != MentionGender.Unknown)
        {
            Give([.. left, .. right], both);
            return;
        }

        (MentionGender one, MentionGender other) = (Known(left), Known(right));
        if (one == MentionGender.Unknown && other == MentionGender.Unknown)
        {
            string surname = right[0].Name[(right[0].Name.LastIndexOf(' ') + 1)..];
            bool isCalled = names.Exists(n => n.Name == surname && n.Gender == MentionGender.Female) && names.Exists(n => n.Name == surname && n.Gender == MentionGender.Male);
            bool isHers = IsLikeHers(left[0].Name);
            (one, other) = isHers != IsLikeHers(right[0].Name) ? (isHers ? MentionGender.Female : MentionGender.Male, one) : isCalled ? (MentionGender.Male, other) : (one, other);
        }

        Give(left, one != MentionGender.Unknown ? one : Other(other));
        Give(right, other != MentionGender.Unknown ? other : Other(one));
    }

    // Given names that no list has end in "a" with women oftener than with men; of a couple he is named first else.
    private static bool IsLikeHers(string name) => name.Split(' ')[0].EndsWith('a');

    private static MentionGender Known(List<MentionCandidate> own) => own.Find(static n => n.Gender is MentionGender.Male or MentionGender.Female)?.Gender ?? MentionGender.Unknown;

    private static MentionGender Other(MentionGender gender) => gender switch
    {
        MentionGender.Male => MentionGender.Female,
        MentionGender.Female => MentionGender.Male,
        _ => MentionGender.Unknown,
    };

    // What nouns for relatives and pronouns beside the names tell; a list is heard where they tell nothing.
    private static MentionGender SexOf(SyntaxTree tree, List<MentionCandidate> names, List<MentionCandidate> own)
    {
        int male = 0, female = 0;
        foreach (MentionCandidate name in own)
        {
            MentionGender noun = ByNoun(tree.Tokens, name), pronoun = noun == MentionGender.Unknown && name.Gender == MentionGender.Unknown ? ByPronoun(tree, names, name) : MentionGender.Unknown;
            male += noun == MentionGender.Male ? Noun : pronoun == MentionGender.Male ? 1 : 0;
            female += noun == MentionGender.Female ? Noun : pronoun == MentionGender.Female ? 1 : 0;
        }

        bool isListed = own.Exists(static n => n.Gender is MentionGender.Male or MentionGender.Female);
        return male == female || (isListed && Math.Max(male, female) < Noun) ? MentionGender.Unknown : male > female ? MentionGender.Male : MentionGender.Female;
    }

    // "his wife, Lena Hadi", "Lena Hadi, the mother of three", "Lena Hadi's husband".
    private static MentionGender ByNoun(TokenLayer tokens, MentionCandidate name)
    {
        int before = name.NameFirst - 1, last = tokens.Sentences[name.Sentence].EndToken;
        bool comma = before > 0 && tokens.Form(before) is ",";
        before -= comma ? 1 : 0;
        if (before >= 0 && tokens.SentenceOf(before) == name.Sentence && BodyWords.Is("relative", tokens.Lemmas[before].ToLowerInvariant()) && !tokens.Features[before].Contains("Number=Plur", StringComparison.Ordinal))
        {
            return MentionLexicon.Instance.Noun(tokens.Lemmas[before].ToLowerInvariant()).Gender;
        }

        if (name.NameEnd + 1 < last && tokens.Form(name.NameEnd) is "'s" or "’s" && tokens.Form(name.NameEnd + 1) is "wife" or "husband")
        {
            return tokens.Form(name.NameEnd + 1) is "wife" ? MentionGender.Male : MentionGender.Female;
        }

        for (int t = name.NameEnd + 1; t < Math.Min(last, name.NameEnd + Behind) && tokens.Form(name.NameEnd) is ","; t++)
        {
            if (tokens.Tags[t] is not (UniversalTag.Det or UniversalTag.Adj or UniversalTag.Noun or UniversalTag.Num or UniversalTag.Part or UniversalTag.Propn))
            {
                break;
            }

            bool isOwner = t + 1 < last && tokens.Form(t + 1) is "'s" or "’s" or "’" or "'";
            if (tokens.Tags[t] == UniversalTag.Noun && !isOwner && BodyWords.Is("relative", tokens.Lemmas[t].ToLowerInvariant()))
            {
                return MentionLexicon.Instance.Noun(tokens.Lemmas[t].ToLowerInvariant()).Gender;
            }
        }

        return MentionGender.Unknown;
    }

    // "Lena Hadi said she …": the pronouns behind the one person of a sentence whose subject the name is.
    private static MentionGender ByPronoun(SyntaxTree tree, List<MentionCandidate> names, MentionCandidate name)
    {
        bool isAlone = name.Quote == 0 && tree.Tokens.Relations[name.Head].StartsWith("nsubj", StringComparison.Ordinal) && !names.Exists(n => n.Sentence == name.Sentence && n.Class is NounClass.Person or NounClass.Unknown && n.Index != name.Index);
        bool he = false, she = false;
        for (int t = name.NameEnd; isAlone && t < tree.Tokens.Sentences[name.Sentence].EndToken; t++)
        {
            he |= tree.Tokens.Form(t) is "he" or "his" or "himself";
            she |= tree.Tokens.Form(t) is "she" or "her" or "herself";
            isAlone = tree.Tokens.Tags[t] is not UniversalTag.Noun || MentionLexicon.Instance.Noun(tree.Lemma(t)).Class != NounClass.Person;
        }

        return !isAlone || he == she ? MentionGender.Unknown : he ? MentionGender.Male : MentionGender.Female;
    }
}
