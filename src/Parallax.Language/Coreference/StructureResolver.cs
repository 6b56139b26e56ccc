using Parallax.Core.Accounts;
using Parallax.Core.Layers;
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
            TitleBefore(clusters, mention);
            Predicate(tree, clusters, byHead, mention);
            Reflexive(tree, clusters, byHead, mention);
            Speaker(tree, clusters, byHead, mention);
        }
    }

    private static void Apposition(SyntaxTree tree, MentionClusters clusters, int[] byHead, MentionCandidate mention)
    {
        if (!tree.Is(mention.Head, "appos") || tree.Head(mention.Head) < 0 || byHead[tree.Head(mention.Head)] is not (>= 0 and var hostIndex))
        {
            return;
        }

        // "(L)" in a caption tells a side; a post behind "A, the head of X, B," is that of the name right before it, whatever the parse hangs it on.
        if (mention.Words.Length == 1)
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

        bool acronym = host.IsName && mention.IsName && (PersonName.IsAcronymOf(mention.Name, host.Name) || PersonName.IsAcronymOf(host.Name, mention.Name));
        if (host.IsName && mention.IsName && !acronym)
        {
            return; // "Paris, France"; "Camberwell, London": two names side by side are two things.
        }

        if (OtherPersons(clusters, host, mention))
        {
            return;
        }

        mention.Descriptive = true;
        clusters.Join(hostIndex, mention.Index, "coref.apposition", $"“{mention.Words}” is in apposition to “{host.Words}”");
    }

    // Whether the two clusters hold names of two persons, so that no structure makes them one.
    private static bool OtherPersons(MentionClusters clusters, MentionCandidate left, MentionCandidate right)
    {
        foreach (int a in clusters.MembersOf(left.Index))
        {
            MentionCandidate one = clusters.Mentions[a];
            if (one.IsName && one.Class == NounClass.Person && clusters.MembersOf(right.Index).Any(b => clusters.Mentions[b] is { IsName: true, Class: NounClass.Person } other
                && !PersonName.Compatible(PersonName.Key(one.Name, MentionLexicon.Instance, person: true), PersonName.Key(other.Name, MentionLexicon.Instance, person: true))))
            {
                return true;
            }
        }

        return false;
    }

    // "spokesperson Anna Dorn", "news channel ABC": a noun of a person or body with the name right behind it, whatever the parse makes of the two.
    private static void TitleBefore(MentionClusters clusters, MentionCandidate mention)
    {
        if (mention.IsName || mention.IsPronoun || mention.Number == MentionNumber.Plural || mention.Class is not (NounClass.Person or NounClass.Outlet or NounClass.Agency or NounClass.Organization or NounClass.Government))
        {
            return;
        }

        bool person = mention.Class == NounClass.Person;
        MentionCandidate? name = clusters.Mentions.Find(m => m.IsName && m.Form != MentionForm.Metonym && (m.NameFirst == mention.Head + 1 || (m.NameFirst == mention.TightEnd && person))
            && (person ? m.Class == NounClass.Person : m.Class is NounClass.Outlet or NounClass.Agency or NounClass.Organization or NounClass.Government));
        if (name is null || (name.Country is not null && mention.Country is not null && name.Country != mention.Country) || OtherPersons(clusters, name, mention))
        {
            return;
        }

        // The name stands for both from here on; where the parse hangs it on the noun, the noun's role in the clause is the name's.
        mention.Descriptive = true;
        name.Role = name.Role is MentionRole.Other or MentionRole.Modifier ? mention.Role : name.Role;
        clusters.Join(mention.Index, name.Index, "coref.title", $"“{mention.HeadLemma}” stands right before “{name.Name}”");
    }

    private void Predicate(SyntaxTree tree, MentionClusters clusters, int[] byHead, MentionCandidate mention)
    {
        if (mention.IsPronoun || tree.Child(mention.Head, "cop") is not (>= 0 and int copula) || tree.Child(mention.Head, "nsubj") is not (>= 0 and int subject) || byHead[subject] < 0)
        {
            return;
        }

        MentionCandidate host = clusters.Mentions[byHead[subject]];
        bool modal = false;
        foreach (int child in tree.Children(mention.Head))
        {
            modal |= tree.Is(child, "aux") && tree.Lemma(child) is "may" or "might" or "could" or "would" or "should" or "can";
            modal |= tree.Is(child, "advmod") && tree.Lemma(child) is "not" or "n't" or "never";
            modal |= tree.Is(child, "case") && child < mention.Head;
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

    private static void Reflexive(SyntaxTree tree, MentionClusters clusters, int[] byHead, MentionCandidate mention)
    {
        if (mention.Type != MentionType.Reflexive)
        {
            return;
        }

        for (int up = tree.Head(mention.Head); up >= 0; up = tree.Head(up))
        {
            if (tree.Child(up, "nsubj") is >= 0 and int subject && subject != mention.Head && byHead[subject] >= 0)
            {
                clusters.Join(byHead[subject], mention.Index, "coref.reflexive", $"“{mention.Words}” refers to the subject of its clause");
                return;
            }
        }
    }

    // “I …”, Raisi said: the first person of a quotation is its speaker where one verb of saying with a subject stands beside it.
    private static void Speaker(SyntaxTree tree, MentionClusters clusters, int[] byHead, MentionCandidate mention)
    {
        if (mention.Type is not (MentionType.I or MentionType.We) || mention.Quote == 0)
        {
            return;
        }

        Sentence sentence = tree.Tokens.Sentences[mention.Sentence];
        int subject = SpeakerIn(tree, clusters, byHead, sentence);
        if (subject < 0 && clusters.Mentions.FirstOrDefault(m => m.Quote == mention.Quote) is { } opening && opening.Sentence < mention.Sentence)
        {
            // A quotation over several sentences: its speaker stands where it begins.
            subject = SpeakerIn(tree, clusters, byHead, tree.Tokens.Sentences[opening.Sentence]);
        }

        if (mention.Type == MentionType.We)
        {
            SpokenFor(clusters, mention, subject < 0 ? null : clusters.Mentions[byHead[subject]]);
            return;
        }

        if (subject >= 0 && clusters.Mentions[byHead[subject]].Number != MentionNumber.Plural)
        {
            clusters.Join(byHead[subject], mention.Index, "coref.speaker", "the first person of a quotation is its speaker");
            return;
        }

        MentionCandidate? before = clusters.Mentions.FirstOrDefault(m => m.Type == MentionType.I && m.Quote == mention.Quote && m.Index < mention.Index);
        if (before is not null)
        {
            clusters.Join(before.Index, mention.Index, "coref.speaker", "the first person of one quotation is one person");
        }
    }

    // "We …", said Orvane; "We …", said Anna Dorn, head of Orvane: the first person plural of a quotation is the body that speaks or is spoken for.
    private static void SpokenFor(MentionClusters clusters, MentionCandidate mention, MentionCandidate? speaker)
    {
        MentionCandidate? before = clusters.Mentions.FirstOrDefault(m => m.Type == MentionType.We && m.Quote == mention.Quote && m.Index < mention.Index);
        if (before is not null)
        {
            clusters.Join(before.Index, mention.Index, "coref.speaker", "the first person of one quotation is one body");
            return;
        }

        MentionCandidate? body = speaker switch
        {
            null => null,
            { IsName: true, Class: NounClass.Organization or NounClass.Outlet or NounClass.Agency } => speaker,
            { Class: NounClass.Person } => BodyOf(clusters, speaker),
            _ => null,
        };
        if (body is not null)
        {
            clusters.Join(body.Index, mention.Index, "coref.spoken-for", $"“{mention.Words}” in a quotation is the body that “{speaker!.Words}” speaks for"); // A body is found through its speaker only.
        }
    }

    // The body named in what the report calls the speaker: "Orvane spokeswoman Anna Dorn", "Anna Dorn, the head of Orvane".
    private static MentionCandidate? BodyOf(MentionClusters clusters, MentionCandidate speaker)
    {
        foreach (int member in clusters.MembersOf(speaker.Index))
        {
            MentionCandidate called = clusters.Mentions[member];
            if (called.IsPronoun || BodyWords.Is("no-voice", called.HeadLemma) || called.Modifiers.Any(static m => BodyWords.Is("no-voice", m)))
            {
                continue;
            }

            MentionCandidate? body = clusters.Mentions.Find(m => m.IsName && m.Class is NounClass.Organization or NounClass.Outlet or NounClass.Agency && m.Form != MentionForm.Metonym
                && called.TightFirst <= m.NameFirst && m.NameEnd <= called.TightEnd && m.Head != called.Head);
            if (body is not null)
            {
                return body;
            }
        }

        return null;
    }

    private static int SpeakerIn(SyntaxTree tree, MentionClusters clusters, int[] byHead, Sentence sentence)
    {
        for (int t = sentence.FirstToken; t < sentence.EndToken; t++)
        {
            if (SpeechVerbs.Contains(tree.Lemma(t)) && tree.Tokens.Tags[t] == UniversalTag.Verb && tree.Child(t, "nsubj") is >= 0 and int subject
                && byHead[subject] >= 0 && clusters.Mentions[byHead[subject]].Quote == 0)
            {
                return subject;
            }
        }

        return -1;
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
