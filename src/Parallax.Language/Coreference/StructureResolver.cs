using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Coreference.Mentions;
using Parallax.Language.Coreference.NameLinks;
using Parallax.Language.Coreference.Nominals;
using Parallax.Language.Coreference.PronounLinks;
using Parallax.Language.Syntax;

namespace Parallax.Language.Coreference;

/// <summary>Joins that the structure of a sentence makes: apposition, naming predicates, reflexives, "I" of a quotation with its speaker.</summary>
internal sealed class StructureResolver(MentionLexicon lexicon)
{
    public void Resolve(SyntaxTree tree, MentionClusters clusters)
    {
        int[] byHead = new int[tree.Tokens.Count];
        Array.Fill(byHead, -1);
        foreach (MentionCandidate mention in clusters.Mentions.Where(static m => m.Type != MentionType.Coordination))
        {
            byHead[mention.Head] = mention.Index;
        }

        foreach (MentionCandidate mention in clusters.Mentions)
        {
            if (mention.Type == MentionType.Coordination)
            {
                continue;
            }

            Apposition(tree, clusters, byHead, mention);
            TitleBefore(tree, clusters, mention);
            KindBehind(tree, clusters, mention);
            PlaceItself(tree, clusters, mention);
            Predicate(tree, clusters, byHead, mention);
            Identified(tree, clusters, byHead, mention);
            RelativePronouns.Reflexive(tree, clusters, byHead, mention);
            RelativePronouns.Relative(tree, clusters, byHead, mention);
            RelativePronouns.Possessive(tree, clusters, byHead, mention);
        }

        Owners.Resolve(tree, clusters, byHead);
        Aliases.Resolve(tree.Tokens, clusters);
    }

    private static void Apposition(SyntaxTree tree, MentionClusters clusters, int[] byHead, MentionCandidate mention)
    {
        // "Karim Hadi, the leader's envoy and secretary of the Council": the second office is his as well.
        int head = mention.Head;
        if (tree.Is(head, "conj") && mention is { IsName: false, Class: NounClass.Person } && mention.Number != MentionNumber.Plural && tree.Head(head) is >= 0 and int first && tree.Is(first, "appos")
            && byHead[first] >= 0 && clusters.Mentions[byHead[first]] is { IsName: false, Class: NounClass.Person } && tree.Child(head, "det") < 0)
        {
            head = first;
        }

        if (!tree.Is(head, "appos") || tree.Head(head) < 0 || byHead[tree.Head(head)] is not (>= 0 and var hostIndex))
        {
            return;
        }

        // "(L)" in a caption tells a side; a post behind "A, the head of X, B," is that of the name right before it, whatever the parse hangs it on.
        // "(AP Photo/Karim Hadi)": a stroke parts who brings a picture and who took it.
        // "Lena Dorn, whose husband": he is another.
        if (mention.Words.Length == 1 || (mention.First > 0 && tree.Tokens.Form(mention.First - 1) is "/") || (!mention.IsName && tree.Tokens.Form(mention.TightFirst) is "whose"))
        {
            return;
        }

        MentionCandidate? nearest = mention is { IsName: false, Class: NounClass.Person }
            ? clusters.Mentions.Find(m => m.IsName && m.Class == NounClass.Person && m.NameEnd + 1 == mention.First && tree.Tokens.Form(m.NameEnd) is ",") : null;
        hostIndex = nearest?.Index ?? hostIndex;
        MentionCandidate host = clusters.Mentions[hostIndex];
        if (mention.IsPronoun || host.IsPronoun || !Fits(host, mention) || (host.Number != mention.Number && host.Number != MentionNumber.Unknown && mention.Number != MentionNumber.Unknown && host.Class != NounClass.People && mention.Class != NounClass.People))
        {
            return;
        }

        if (host is { IsName: true, Class: NounClass.Place } && !mention.IsName && tree.Tokens.Tags[mention.Head] == UniversalTag.Propn)
        {
            return; // "OSTBY, HALDEN"
        }

        bool acronym = host.IsName && mention.IsName && (PersonName.IsAcronymOf(mention.Name, host.Name) || PersonName.IsAcronymOf(host.Name, mention.Name));
        if (host.IsName && mention.IsName && !acronym)
        {
            return; // "Paris, France"; "Camberwell, London": two names side by side are two things.
        }

        // "Hours after the announcement, three groups, Orvane, …": one name is not three, whatever else they are.
        bool counted = host.IsName != mention.IsName && tree.Child((host.IsName ? mention : host).Head, "nummod") is >= 0 and int number && tree.Lemma(number) is not ("one" or "1") && (host.IsName ? mention : host).Number == MentionNumber.Plural;
        if (OtherNames(clusters, host, mention) || counted)
        {
            return;
        }

        // "killed in crash: NYPD": behind the colon stands who says it.
        if (mention.IsName && !host.IsName && mention.NameFirst > 0 && tree.Tokens.Form(mention.NameFirst - 1) is ":")
        {
            return;
        }

        // "fired the fatal shot, Karim Hadi …", "analysis company Orvane": a person's name behind a noun that may be a thing's, or a word of unknown kind behind a person's; "Dorn (knee)".
        bool comma = mention.First > 0 && tree.Tokens.Form(mention.First - 1) is "," or "-" or "–" or "—" or "--";
        bool closed = comma && (mention.NameEnd >= tree.Tokens.Count || tree.Tokens.SentenceOf(mention.NameEnd) != mention.Sentence || tree.Tokens.Form(mention.NameEnd) is "," or "." or "-" or "–" or "—"); // "her cousin, Dorn, said"
        bool thing = (comma && mention is { IsName: true, Class: NounClass.Person } && host is { IsName: false, Class: NounClass.Unknown }) || (mention is { IsName: true, Class: NounClass.Unknown } && !closed && mention.NameEnd - mention.NameFirst == 1 && host is { IsName: false, Class: NounClass.Person })
            || (mention is { IsName: false, Class: NounClass.Unknown, Type: MentionType.BareNoun, Modifiers.Count: 0 } && host is { Class: NounClass.Person } && mention.First > 0 && tree.Tokens.Form(mention.First - 1) is "(");
        if (thing)
        {
            return;
        }

        mention.Descriptive = true;
        clusters.Join(hostIndex, mention.Index, "coref.apposition", $"“{mention.Words}” is in apposition to “{host.Words}”");
    }

    // Whether the two clusters hold names of two persons, or of two things: "a vessel, MV Tolva, INS Vares", where the noun has one of them.
    private static bool OtherNames(MentionClusters clusters, MentionCandidate left, MentionCandidate right)
    {
        foreach (int a in clusters.MembersOf(left.Index))
        {
            MentionCandidate one = clusters.Mentions[a];
            if (one.IsName && clusters.MembersOf(right.Index).Any(b => clusters.Mentions[b] is { IsName: true } other && (one.Class, other.Class) switch
            {
                (NounClass.Person, NounClass.Person) => !PersonName.Compatible(PersonName.Key(one.Name, MentionLexicon.Instance, person: true), PersonName.Key(other.Name, MentionLexicon.Instance, person: true)),
                (NounClass.Person, _) or (_, NounClass.Person) => false,
                _ => !ShareWord(one.Name, other.Name) && !PersonName.IsAcronymOf(one.Name, other.Name) && !PersonName.IsAcronymOf(other.Name, one.Name),
            }))
            {
                return true;
            }
        }

        return false;
    }

    private static bool ShareWord(string one, string other) => one.Split(' ').Intersect(other.Split(' '), StringComparer.OrdinalIgnoreCase).Any();

    // "spokesperson Anna Dorn", "news channel ABC": a noun of a person or body with the name right behind it, whatever the parse makes of the two.
    private void TitleBefore(SyntaxTree tree, MentionClusters clusters, MentionCandidate mention)
    {
        if (mention.IsName || mention.IsPronoun || mention.Number == MentionNumber.Plural || mention.Class is not (NounClass.Person or NounClass.Outlet or NounClass.Agency or NounClass.Organization or NounClass.Government))
        {
            return;
        }

        bool person = mention.Class == NounClass.Person;
        if (person && HeldBy(tree.Tokens, clusters, mention) is { } holder)
        {
            mention.Descriptive = true;
            holder.Role = holder.Role is MentionRole.Other or MentionRole.Modifier ? mention.Role : holder.Role;
            clusters.Join(mention.Index, holder.Index, "coref.title", $"“{mention.HeadLemma}” stands before “{holder.Name}”, with a comma between");
            return;
        }

        if (!person && BodyBehind(tree.Tokens, clusters, mention) is { } body)
        {
            mention.Descriptive = true;
            body.Role = body.Role is MentionRole.Other or MentionRole.Modifier ? mention.Role : body.Role;
            clusters.Join(mention.Index, body.Index, "coref.title", $"“{mention.HeadLemma}” stands before “{body.Name}”, with a comma between");
            return;
        }

        int behind = person ? BehindCountry(tree.Tokens, mention.Head) : -1;
        MentionCandidate? name = clusters.Mentions.Find(m => m.IsName && m.Sentence == mention.Sentence && m.Form != MentionForm.Metonym && (m.NameFirst == mention.Head + 1 || (behind >= 0 && mention.Head + 2 < m.NameFirst && m.NameFirst <= behind && behind < m.NameEnd) || (m.NameFirst == mention.TightEnd && person && !OwnTitles.IsOfAnother(tree.Tokens, mention)))
            && (person ? m.Class == NounClass.Person : m.Class is NounClass.Outlet or NounClass.Agency or NounClass.Organization or NounClass.Government));
        if (name is null || (name.Country is not null && mention.Country is not null && name.Country != mention.Country) || OtherNames(clusters, name, mention))
        {
            return;
        }

        // The name stands for both from here on; where the parse hangs it on the noun, the noun's role in the clause is the name's.
        mention.Descriptive = true;
        name.Role = name.Role is MentionRole.Other or MentionRole.Modifier ? mention.Role : name.Role;
        clusters.Join(mention.Index, name.Index, "coref.title", $"“{mention.HeadLemma}” stands right before “{name.Name}”");
    }

    // "the head of the Council, Karim Hadi, told …": whatever the parse hangs the name on.
    private static MentionCandidate? HeldBy(TokenLayer tokens, MentionClusters clusters, MentionCandidate mention)
    {
        int comma = mention.TightEnd;
        if (mention.Type is not (MentionType.DefiniteNoun or MentionType.PossessedNoun) || comma + 1 >= tokens.Count || tokens.Form(comma) is not "," || tokens.SentenceOf(comma + 1) != mention.Sentence)
        {
            return null;
        }

        MentionCandidate? name = clusters.Mentions.Find(m => m.IsName && m.Class == NounClass.Person && m.NameFirst == comma + 1 && m.NameEnd - m.NameFirst > 1);
        int after = name?.NameEnd ?? tokens.Count;
        bool closed = after + 1 < tokens.Count && tokens.SentenceOf(after + 1) == mention.Sentence && tokens.Form(after) is "," && tokens.Form(after + 1) is not "and" && tokens.Tags[after + 1] != UniversalTag.Propn;
        return name is not null && closed && !OtherNames(clusters, name, mention) && (name.Country is null || mention.Country is null || name.Country == mention.Country) ? name : null;
    }

    // "Cable operator, Orvane, announced": a noun for a company with its name between commas.
    private static MentionCandidate? BodyBehind(TokenLayer tokens, MentionClusters clusters, MentionCandidate mention)
    {
        int comma = mention.TightEnd;
        if (!BodyWords.Is("company", mention.HeadLemma) || comma + 2 >= tokens.Count || tokens.Form(comma) is not "," || mention.Type is MentionType.IndefiniteNoun && mention.Modifiers.Any(static m => BodyWords.Is("other", m)))
        {
            return null;
        }

        MentionCandidate? name = clusters.Mentions.Find(m => m.IsName && m.NameFirst == comma + 1 && m.Sentence == mention.Sentence && m.Class is NounClass.Organization or NounClass.Unknown or NounClass.Outlet);
        bool closed = name is not null && name.NameEnd + 1 < tokens.Count && tokens.Form(name.NameEnd) is "," && tokens.SentenceOf(name.NameEnd + 1) == mention.Sentence && tokens.Tags[name.NameEnd + 1] is UniversalTag.Verb or UniversalTag.Aux or UniversalTag.Adv;
        if (closed && name!.Class == NounClass.Unknown)
        {
            name.Class = NounClass.Organization;
        }

        return closed ? name : null;
    }

    // "the village of Varan", "the Varan islands": the noun and the name are one place.
    private static void PlaceItself(SyntaxTree tree, MentionClusters clusters, MentionCandidate mention)
    {
        if (mention.IsName || mention.IsPronoun || mention.Class is not (NounClass.Place or NounClass.Country or NounClass.Unknown) || mention.Type is not (MentionType.DefiniteNoun or MentionType.BareNoun or MentionType.PossessedNoun) || !BodyWords.Is("place-itself", mention.HeadLemma))
        {
            return;
        }

        bool plural = mention.Number == MentionNumber.Plural && mention.HeadLemma is not "islands" and not "island";
        MentionCandidate? name = plural ? null : clusters.Mentions.Find(m => m.IsName && m.Class is NounClass.Place or NounClass.Country && m.Sentence == mention.Sentence
            && ((m.NameFirst == mention.Head + 2 && tree.Tokens.Form(mention.Head + 1) is "of") || (m.NameEnd == mention.Head && tree.Head(m.Head) == mention.Head && tree.Is(m.Head, "compound"))));
        bool several = name is not null && tree.Child(name.Head, "conj") >= 0 && tree.Head(name.Head) == mention.Head && tree.Tokens.Form(name.NameEnd < tree.Tokens.Count ? name.NameEnd : name.NameEnd - 1) is "and" or ",";
        if (name is null || several)
        {
            return;
        }

        mention.Descriptive = true;
        clusters.Join(name.Index, mention.Index, "coref.place", $"“{mention.HeadLemma}” tells what “{name.Name}” is");
    }

    // "the Coast Press news agency", "the Orvane company": a body's name with the word for its kind behind it.
    private static void KindBehind(SyntaxTree tree, MentionClusters clusters, MentionCandidate mention)
    {
        if (mention.IsName || mention.IsPronoun || mention.Number == MentionNumber.Plural || mention.Type != MentionType.DefiniteNoun || !BodyWords.Is("kind-behind", mention.HeadLemma))
        {
            return;
        }

        int end = mention.Head - 1 > mention.TightFirst && tree.Lemma(mention.Head - 1) is "news" or "oil" or "car" or "labor" or "labour" or "media" ? mention.Head - 1 : mention.Head;
        MentionCandidate? name = clusters.Mentions.Find(m => m.IsName && m.NameEnd == end && m.Class is NounClass.Organization or NounClass.Outlet or NounClass.Agency && tree.Is(m.Head, "compound") && tree.Head(m.Head) == mention.Head);
        int first = mention.TightFirst + 1;
        while (name is not null && first < name.NameFirst && (BodyWords.Is("before-body", tree.Tokens.Form(first).ToString().ToLowerInvariant()) || CountryLookup.Instance.CountryOfDemonym(tree.Tokens.Form(first).ToString()) is not null))
        {
            first++;
        }

        if (name is not null && name.NameFirst == first)
        {
            mention.Descriptive = true;
            clusters.Join(name.Index, mention.Index, "coref.title", $"“{mention.HeadLemma}” tells what “{name.Name}” is");
        }
    }

    // "leader of Norland Ayatollah Karim Hadi", "envoy for Norland Karim Hadi": the token behind the office's country and forms of address; -1 where no country follows.
    private int BehindCountry(TokenLayer tokens, int head)
    {
        int sentence = tokens.SentenceOf(head), first = head + 2;
        if (first + 1 >= tokens.Count || tokens.SentenceOf(first + 1) != sentence || tokens.Form(head + 1) is not ("of" or "for" or "to"))
        {
            return -1;
        }

        for (int end = Math.Min(first + 3, tokens.Count - 1); end > first; end--)
        {
            if (tokens.SentenceOf(end) == sentence && CountryLookup.Instance.CountryOfName(tokens.Text.Slice(tokens.Span(first, end))) is not null)
            {
                while (end + 1 < tokens.Count && lexicon.IsTitle(tokens.Form(end).ToString().ToLowerInvariant(), out _))
                {
                    end++;
                }

                return end;
            }
        }

        return -1;
    }

    private void Predicate(SyntaxTree tree, MentionClusters clusters, int[] byHead, MentionCandidate mention)
    {
        Named(tree, clusters, byHead, mention);
        if (mention.IsPronoun || tree.Child(mention.Head, "cop") is not (>= 0 and int copula) || tree.Child(mention.Head, "nsubj") is not (>= 0 and int subject) || byHead[subject] < 0)
        {
            return;
        }

        // "Dorn, who is a mother of two": the relative pronoun is what its clause hangs on.
        MentionCandidate host = clusters.Mentions[byHead[subject]];
        if (host.Type == MentionType.Relative && tree.Is(mention.Head, "acl:relcl") && tree.Head(mention.Head) is >= 0 and int noun && noun < subject && byHead[noun] >= 0)
        {
            host = clusters.Mentions[byHead[noun]];
        }

        bool modal = false;
        foreach (int child in tree.Children(mention.Head))
        {
            modal |= tree.Is(child, "aux") && tree.Lemma(child) is "may" or "might" or "could" or "would" or "should" or "can";
            modal |= tree.Is(child, "advmod") && tree.Lemma(child) is "not" or "n't" or "never";
            modal |= tree.Is(child, "case") && child < mention.Head;
        }

        // "The man accused of it is Karim Hadi": the name tells who.
        if (mention.IsName && mention.Class == NounClass.Person && host is { IsName: false, IsPronoun: false, Class: NounClass.Person, Type: MentionType.DefiniteNoun } && host.Number != MentionNumber.Plural && !modal && tree.Lemma(copula) == "be" && !OtherNames(clusters, host, mention))
        {
            clusters.Join(host.Index, mention.Index, "coref.identified", $"“{host.Words}” is told to be “{mention.Name}”");
            return;
        }

        bool told = host.Class is NounClass.Person or NounClass.Outlet or NounClass.Agency or NounClass.Government or NounClass.Organization
            && mention.Class is NounClass.Person or NounClass.Outlet or NounClass.Agency or NounClass.Government or NounClass.Organization;
        if (modal || !host.IsName || !told || !Fits(host, mention) || tree.Lemma(copula) != "be" || lexicon.Noun(mention.HeadLemma).Class == NounClass.Unknown)
        {
            return;
        }

        mention.Descriptive = true;
        clusters.Join(host.Index, mention.Index, "coref.predicate", $"“{mention.Words}” is said of “{host.Words}”");
    }

    // "She became the first woman to lead it", "was elected as its president": what somebody becomes or is made is no second person.
    private static void Named(SyntaxTree tree, MentionClusters clusters, int[] byHead, MentionCandidate mention)
    {
        if (mention.IsPronoun || mention.IsName || mention.Class != NounClass.Person || mention.Number == MentionNumber.Plural || mention.Descriptive || tree.Head(mention.Head) is not (>= 0 and int verb))
        {
            return;
        }

        bool becomes = tree.Is(mention.Head, "xcomp") && tree.Lemma(verb) is "become" or "remain" or "be";
        bool made = (tree.Is(mention.Head, "xcomp") || (tree.Is(mention.Head, "obl") && tree.Child(mention.Head, "case") is >= 0 and int preposition && tree.Lemma(preposition) == "as")) && SpeechVerbs.Is("making", tree.Lemma(verb));
        int bearer = becomes || tree.Child(verb, "nsubj:pass") >= 0 || tree.Child(verb, "obj") < 0 ? tree.Child(verb, "nsubj") : tree.Child(verb, "obj");
        bearer = bearer < 0 ? tree.Child(verb, "nsubj:pass") : bearer;
        if ((!becomes && !made) || bearer < 0 || byHead[bearer] < 0)
        {
            return;
        }

        MentionCandidate host = clusters.Mentions[byHead[bearer]];
        bool gender = host.Gender == MentionGender.Unknown || mention.Gender == MentionGender.Unknown || host.Gender == mention.Gender;
        if ((host.IsName || host.IsPronoun) && host.Type is MentionType.Name or MentionType.He or MentionType.She && host.Class == NounClass.Person && gender && !OtherNames(clusters, host, mention))
        {
            (mention.Descriptive, mention.Becomes) = (true, true);
            clusters.Join(host.Index, mention.Index, "coref.predicate", $"“{mention.Words}” is what “{host.Words}” becomes or is made");
        }
    }

    // "The suspect, identified as Karim Hadi", "police named the man as Karim Hadi".
    private static void Identified(SyntaxTree tree, MentionClusters clusters, int[] byHead, MentionCandidate mention)
    {
        if (!mention.IsName || mention.Class != NounClass.Person || !(tree.Is(mention.Head, "obl") || tree.Is(mention.Head, "nmod")) || tree.Child(mention.Head, "case") is not (>= 0 and int preposition) || tree.Lemma(preposition) != "as"
            || tree.Head(mention.Head) is not (>= 0 and int verb))
        {
            return;
        }

        // The parse may hang the name on the noun: "identified [the man as Karim Hadi]".
        verb = tree.Is(mention.Head, "nmod") && tree.Is(verb, "obj") ? tree.Head(verb) : verb;
        if (verb < 0 || !BodyWords.Is("identify", tree.Lemma(verb)))
        {
            return;
        }

        int bearer = tree.Child(verb, "nsubj:pass") is >= 0 and int passive ? passive : tree.Child(verb, "obj") is >= 0 and int told ? told : tree.Is(verb, "acl") || tree.Is(verb, "acl:relcl") ? tree.Head(verb) : -1;
        if (bearer >= 0 && byHead[bearer] >= 0 && clusters.Mentions[byHead[bearer]] is { IsName: false, IsPronoun: false, Class: NounClass.Person } host && host.Number != MentionNumber.Plural && !OtherNames(clusters, host, mention))
        {
            clusters.Join(host.Index, mention.Index, "coref.identified", $"“{host.Words}” is identified as “{mention.Name}”");
        }
    }

    /// <summary>Whether two classes can be one thing's.</summary>
    public static bool Fits(MentionCandidate left, MentionCandidate right) => ClassesFit(left.Class, right.Class);

    public static bool ClassesFit(NounClass left, NounClass right)
    {
        if (left == right || left == NounClass.Unknown || right == NounClass.Unknown)
        {
            return true;
        }

        static int Group(NounClass c) => c switch
        {
            NounClass.Person or NounClass.People => 1,
            NounClass.Government or NounClass.Organization or NounClass.Outlet or NounClass.Agency => 2,
            NounClass.Place or NounClass.Country or NounClass.Facility => 3,
            NounClass.Document => 4,
            NounClass.Product => 5,
            NounClass.Event => 6,
            _ => 7,
        };
        int a = Group(left), b = Group(right);
        return a == b || (a == 2 && right is NounClass.People) || (b == 2 && left is NounClass.People)
            || (left is NounClass.Country && right is NounClass.Government) || (right is NounClass.Country && left is NounClass.Government)
            || (a is 4 or 6 && b is 4 or 6) || (left is NounClass.Facility && b == 2) || (right is NounClass.Facility && a == 2);
    }
}
