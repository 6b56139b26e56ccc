using Parallax.Core.Reports;
using Parallax.Language.Coreference.Mentions;
using Parallax.Language.Coreference.NameLinks;
using Parallax.Language.Names;
using Parallax.Language.Syntax;

namespace Parallax.Language.Coreference.Nominals;

/// <summary>Joins role nouns with their bearers: "the Iranian president" with "Iranian President N. N.", "the spokesman" with the spokesman named, "the newspaper" with the newspaper named.</summary>
/// <remarks>Only where the words leave one bearer: the same office, no other country, and the nearest of those before it; a bearer named later only where office and country are both told.</remarks>
internal static class RoleResolver
{
    // How many sentences back "the company" may look.
    private const int CompanySentences = 4;

    // How many "the judge" where the report names several judges.
    private const int HolderSentences = 2;

    /// <param name="tree">The parse, which tells what stands in a headline.</param>
    /// <param name="clusters">Takes the joins.</param>
    public static void Resolve(SyntaxTree tree, MentionClusters clusters)
    {
        foreach (MentionCandidate mention in clusters.Mentions)
        {
            if (mention.IsName || mention.IsPronoun || mention.Descriptive || mention.Number == MentionNumber.Plural || clusters.RootOf(mention.Index) != mention.Index
                || clusters.MembersOf(mention.Index).Count > 1)
            {
                continue;
            }

            // A headline leaves the article out: "Norland security official arrives", "Norland will not attend: Spox".
            bool headline = mention.Type == MentionType.BareNoun && mention.Class == NounClass.Person && tree.Tokens.Sentences[mention.Sentence].Part is TextPart.Title or TextPart.Heading;
            if (!headline && mention.Type is not (MentionType.DefiniteNoun or MentionType.DemonstrativeNoun or MentionType.PossessedNoun))
            {
                continue;
            }

            MentionCandidate? bearer = mention.Class switch
            {
                NounClass.Person when BodyWords.Is("counterpart", mention.HeadLemma) => Counterparts.Of(tree, clusters, mention),
                NounClass.Document when mention.HeadLemma == "report" && mention.Modifiers.Count == 0 => Counterparts.Bringer(tree, clusters, mention),
                NounClass.Person => Holder(tree, clusters, mention) ?? (headline || mention.Country is not null ? Alone(clusters, mention) : null),
                NounClass.Outlet or NounClass.Agency or NounClass.Organization or NounClass.Government => State(clusters, mention) ?? (BodyWords.Is("team", mention.HeadLemma) && mention.Modifiers.Count == 0 ? Team(clusters, mention) : null) ?? Body(clusters, mention) ?? Company(clusters, mention) ?? Agency(clusters, mention),
                NounClass.Country when mention.HeadLemma is "country" or "nation" && mention.Type != MentionType.PossessedNoun => Country(tree, clusters, mention),
                NounClass.Country when mention is { HeadLemma: "state", Modifiers.Count: 0, Type: MentionType.DefiniteNoun } => Region(clusters, mention),
                NounClass.People when BodyWords.Is("team", mention.HeadLemma) && mention.Modifiers.Count == 0 => Team(clusters, mention),
                _ => null,
            };
            if (bearer is not null && BodyWords.Is("relative", mention.HeadLemma) && mention.Type == MentionType.PossessedNoun && clusters.MembersOf(bearer.Index).Any(m => clusters.Mentions[m] is { Role: MentionRole.Subject } subject && subject.Sentence == mention.Sentence && subject.Index < mention.Index))
            {
                continue; // "Karim sat beside his brother": whoever Karim was called before
            }

            if (bearer is not null)
            {
                clusters.Join(bearer.Index, mention.Index, "coref.role", $"“{mention.Words}” is what “{(bearer.IsName ? bearer.Name : bearer.Words)}” is called here");
            }
        }
    }

    private static MentionCandidate? Holder(SyntaxTree tree, MentionClusters clusters, MentionCandidate mention)
    {
        MentionCandidate? later = null;
        for (int distance = 1; distance < clusters.Mentions.Count; distance++)
        {
            int before = mention.Index - distance, after = mention.Index + distance;
            if (before >= 0 && IsUnnamedHolder(clusters, clusters.Mentions[before], mention))
            {
                return null; // "a second deputy … the deputy"
            }

            if (before >= 0 && Bears(tree, clusters, clusters.Mentions[before], mention) && clusters.Mentions[before].IsName)
            {
                return IsOneOfSeveral(tree, clusters, clusters.Mentions[before], mention) || HolderDoubts.IsAnotherTold(tree, clusters, clusters.Mentions[before], mention) ? null : clusters.Mentions[before];
            }

            if (later is null && after < clusters.Mentions.Count && mention.Country is not null && clusters.Mentions[after].IsName
                && clusters.Mentions[after].Title.Length > 0 && clusters.Mentions[after].Country == mention.Country && Bears(tree, clusters, clusters.Mentions[after], mention))
            {
                later = clusters.Mentions[after];
            }
        }

        return later;
    }

    // "Norland's security chief" with one person whose office, told anywhere, is in Norland's Security Council; "Spox" with the one spokesman.
    private static MentionCandidate? Alone(MentionClusters clusters, MentionCandidate mention)
    {
        MentionCandidate? found = null;
        bool general = BodyWords.Is("office", mention.HeadLemma);
        foreach (MentionCandidate candidate in clusters.Mentions)
        {
            if (!candidate.IsName || candidate.Class != NounClass.Person || (found is not null && clusters.Together(found.Index, candidate.Index)))
            {
                continue;
            }

            ClusterFacts facts = clusters.FactsOf(candidate.Index);
            bool country = mention.Country is null ? !general : facts.Country == mention.Country;
            string[] fields = [.. mention.Modifiers.Where(m => !BodyWords.Is("rank", m) && CountryLookup.Instance.CountryOfName(Capital(m)) is null && CountryLookup.Instance.CountryOfDemonym(Capital(m)) is null)];
            bool office = general ? facts.Heads.Count > 0 && fields.Length > 0 : facts.Heads.Any(head => SameOffice(head, mention.HeadLemma));
            if (!country || !office || !fields.All(m => facts.Words.Contains(m) || facts.Heads.Contains(m)))
            {
                continue;
            }

            if (found is not null)
            {
                return null; // two could be meant
            }

            found = candidate;
        }

        return found;
    }

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private static bool Bears(SyntaxTree tree, MentionClusters clusters, MentionCandidate candidate, MentionCandidate mention)
    {
        if (!candidate.IsName || candidate.Class != NounClass.Person || (mention.TightFirst <= candidate.Head && candidate.Head < mention.TightEnd))
        {
            return false;
        }

        ClusterFacts facts = clusters.FactsOf(candidate.Index);
        bool office = facts.Heads.Any(head => SameOffice(head, mention.HeadLemma));
        bool country = facts.Country is null || mention.Country is null || facts.Country == mention.Country;
        bool gender = mention.Gender == MentionGender.Unknown || facts.Gender == MentionGender.Unknown || mention.Gender == facts.Gender;
        return office && country && gender && !Accused.Clashes(clusters, mention, candidate) && !Accused.AgesDiffer(tree, clusters, mention, candidate) && !StandsIn(clusters, candidate, mention) && !mention.Modifiers.Any(static m => BodyWords.Is("further", m)) && !HolderDoubts.IsOfElsewhere(tree, clusters, candidate, mention);
    }

    // "the judge" some sentences behind the one where the report names two: whoever of them it was.
    private static bool IsOneOfSeveral(SyntaxTree tree, MentionClusters clusters, MentionCandidate bearer, MentionCandidate mention) =>
        mention.Modifiers.Count == 0 && mention.Sentence - bearer.Sentence > HolderSentences
        && clusters.Mentions.Exists(m => m.IsName && m.Class == NounClass.Person && !clusters.Together(m.Index, bearer.Index) && Bears(tree, clusters, m, mention));

    // Somebody without a name whom the report brings in under the same noun.
    private static bool IsUnnamedHolder(MentionClusters clusters, MentionCandidate candidate, MentionCandidate mention) =>
        candidate is { IsName: false, IsPronoun: false, Descriptive: false, Quote: 0, Type: MentionType.IndefiniteNoun } && candidate.Number != MentionNumber.Plural && candidate.HeadLemma == mention.HeadLemma && !clusters.FactsOf(candidate.Index).IsNamed;

    // "the District Attorney" is not "Deputy District Attorney Anna Dorn".
    private static bool StandsIn(MentionClusters clusters, MentionCandidate candidate, MentionCandidate mention)
    {
        bool full = false, deputy = false;
        foreach (int member in clusters.MembersOf(candidate.Index))
        {
            MentionCandidate called = clusters.Mentions[member];
            string[] words = called.IsName ? called.Title.ToLowerInvariant().Split(' ') : [.. called.Modifiers, called.HeadLemma];
            int office = called.IsPronoun ? -1 : Array.FindIndex(words, w => SameOffice(w, mention.HeadLemma));
            bool standsIn = office > 0 && words.AsSpan(0, office).ContainsAny("deputy", "assistant", "vice");
            (full, deputy) = (full || (office >= 0 && !standsIn), deputy || standsIn);
        }

        return deputy && !full && !mention.Modifiers.Any(static m => m is "deputy" or "assistant" or "vice");
    }

    // "sanctions on Norland … the country": the country named last before, which is neither one of several nor who acts in the same clause ("Norland left the country's pact": another's).
    private static MentionCandidate? Country(SyntaxTree tree, MentionClusters clusters, MentionCandidate mention)
    {
        if (mention.Modifiers.Count > 0 || mention.Quote > 0 || mention.HeadLemma is not ("country" or "nation"))
        {
            return null;
        }

        for (int i = mention.Index - 1; i >= 0 && mention.Sentence - clusters.Mentions[i].Sentence <= 1; i--)
        {
            MentionCandidate candidate = clusters.Mentions[i];
            bool country = candidate.IsName && candidate.Country is not null && (candidate.Class == NounClass.Country || candidate.Form == Core.Accounts.MentionForm.Metonym)
                && (candidate.Form == Core.Accounts.MentionForm.Metonym || CountryLookup.Instance.CountryOfName(candidate.Name) is not null);
            if (!country)
            {
                continue;
            }

            bool several = tree.Is(candidate.Head, "conj") || tree.Child(candidate.Head, "conj") >= 0;
            if (!several && !ActsIn(tree, clusters, candidate, mention))
            {
                return candidate;
            }
        }

        return null;
    }

    // Whether a mention of the candidate is the subject of the clause that a phrase stands in.
    private static bool ActsIn(SyntaxTree tree, MentionClusters clusters, MentionCandidate candidate, MentionCandidate mention)
    {
        int verb = tree.Head(mention.Head);
        while (verb >= 0 && tree.Child(verb, "nsubj") < 0 && tree.Child(verb, "nsubj:pass") < 0)
        {
            verb = tree.Head(verb);
        }

        int subject = verb < 0 ? -1 : Math.Max(tree.Child(verb, "nsubj"), tree.Child(verb, "nsubj:pass"));
        return subject >= 0 && clusters.MembersOf(candidate.Index).Any(m => clusters.Mentions[m].Head == subject);
    }

    // "the Norlandic government": the state, where the report names it.
    private static MentionCandidate? State(MentionClusters clusters, MentionCandidate mention)
    {
        if (mention.HeadLemma != "government" || mention.Country is null || mention.Modifiers.Count != 1)
        {
            return null;
        }

        return clusters.Mentions.Find(m => m.IsName && m.Country == mention.Country && m.Form == Core.Accounts.MentionForm.Metonym)
            ?? clusters.Mentions.Find(m => m.IsName && m.Class == NounClass.Country && m.Country == mention.Country && CountryLookup.Instance.CountryOfName(m.Name) == mention.Country);
    }

    // "the state": the one state or province that the report names before, where it names no country and no other.
    private static MentionCandidate? Region(MentionClusters clusters, MentionCandidate mention)
    {
        MentionCandidate? found = null;
        foreach (MentionCandidate candidate in clusters.Mentions)
        {
            bool region = candidate.IsName && candidate.Class == NounClass.Place && Gazetteer.English.Find(candidate.Name, GazetteerKind.Region) is not null;
            if (candidate.IsName && candidate.Class == NounClass.Country)
            {
                return null;
            }

            if (!region || (found is not null && clusters.Together(found.Index, candidate.Index)))
            {
                continue;
            }

            if (found is not null)
            {
                return null;
            }

            found = candidate;
        }

        return found is not null && found.Index < mention.Index ? found : null;
    }

    // "the team": the one body of the report whose name is a word in the plural ("the Rovers"), as teams have.
    private static MentionCandidate? Team(MentionClusters clusters, MentionCandidate mention)
    {
        MentionCandidate? found = null;
        foreach (MentionCandidate candidate in clusters.Mentions)
        {
            bool team = candidate.IsName && candidate.Class == NounClass.Organization && candidate.HeadLemma.Length > 4 && candidate.HeadLemma[^1] == 's' && candidate.HeadLemma[^2] != 's'
                && MentionLexicon.Instance.NameClass(candidate.Name.ToLowerInvariant()) == NounClass.Unknown;
            if (!team || (found is not null && clusters.Together(found.Index, candidate.Index)))
            {
                continue;
            }

            if (found is not null)
            {
                return null;
            }

            found = candidate;
        }

        return found is not null && found.Sentence <= mention.Sentence ? found : null;
    }

    private static MentionCandidate? Body(MentionClusters clusters, MentionCandidate mention)
    {
        for (int i = mention.Index - 1; i >= 0; i--)
        {
            MentionCandidate candidate = clusters.Mentions[i];
            if (!candidate.IsName || candidate.Class is not (NounClass.Outlet or NounClass.Agency or NounClass.Organization or NounClass.Government) || candidate.Form == Core.Accounts.MentionForm.Metonym)
            {
                continue;
            }

            ClusterFacts facts = clusters.FactsOf(candidate.Index);
            bool called = facts.Words.Contains(mention.HeadLemma) || facts.Heads.Contains(mention.HeadLemma) || IsSpelt(candidate, mention.HeadLemma) || (mention.Class == NounClass.Outlet && facts.Class == NounClass.Outlet)
                || (mention.HeadLemma == "agency" && facts.Class == NounClass.Agency);
            bool country = facts.Country is null || mention.Country is null || facts.Country == mention.Country;
            bool words = mention.Modifiers.All(m => facts.Words.Contains(m) || facts.Heads.Contains(m)) || mention.Country is not null;
            // "the agency" may be any body of a state spoken of: see below.
            if (called && country && words && !(mention.HeadLemma == "agency" && mention.Modifiers.Count == 0 && facts.Class != NounClass.Agency))
            {
                // "the administration" after "the Dorn administration" and "the Norland Fisheries Administration" may be either.
                return mention.Modifiers.Count == 0 && clusters.Mentions.Exists(m => (m.Index < mention.Index || m.HeadLemma == "administration") && !m.IsName && !m.IsPronoun && m.HeadLemma == mention.HeadLemma && m is { Number: not MentionNumber.Plural, Modifiers.Count: > 0, Descriptive: false } && !clusters.Together(m.Index, candidate.Index)) ? null : candidate;
            }
        }

        return null;
    }

    // "the agency" after the acronym of a listed body that has the word in its full name.
    private static bool IsSpelt(MentionCandidate acronym, string word)
    {
        if (acronym.Form != Core.Accounts.MentionForm.Acronym)
        {
            return false;
        }

        foreach (GazetteerEntry entry in Gazetteer.English.Find(acronym.Name))
        {
            if (entry.Name.Split(' ').Contains(word, StringComparer.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    // "the company", "the carmaker": the company spoken of last, its subject before others; no ministry and no union of states, and none where the words tell of another ("its parent company").
    private static MentionCandidate? Company(MentionClusters clusters, MentionCandidate mention)
    {
        if (!BodyWords.Is("company", mention.HeadLemma) || mention.Type == MentionType.PossessedNoun || mention.Modifiers.Any(static m => BodyWords.Is("other", m)))
        {
            return null;
        }

        MentionCandidate? best = null;
        for (int i = mention.Index - 1; i >= 0 && mention.Sentence - clusters.Mentions[i].Sentence <= CompanySentences; i--)
        {
            MentionCandidate candidate = clusters.Mentions[i];
            if (best is not null && candidate.Sentence < best.Sentence)
            {
                break;
            }

            bool inside = mention.TightFirst <= candidate.Head && candidate.Head < mention.TightEnd;
            if (!candidate.IsName || inside || candidate.Class != NounClass.Organization || candidate.Name.Split(' ').Any(static w => BodyWords.Is("no-company", w.ToLowerInvariant())))
            {
                continue;
            }

            ClusterFacts facts = clusters.FactsOf(candidate.Index);
            if ((facts.Country is null || mention.Country is null || facts.Country == mention.Country) && (best is null || (candidate.Role == MentionRole.Subject && best.Role != MentionRole.Subject)))
            {
                best = candidate;
            }
        }

        return best;
    }

    // "the agency": the one body of a state spoken of shortly before whose name has a noun for such.
    private static MentionCandidate? Agency(MentionClusters clusters, MentionCandidate mention)
    {
        if (mention is not { HeadLemma: "agency", Type: MentionType.DefiniteNoun or MentionType.DemonstrativeNoun, Modifiers.Count: 0 })
        {
            return null;
        }

        MentionCandidate? found = null;
        for (int i = mention.Index - 1; i >= 0 && mention.Sentence - clusters.Mentions[i].Sentence <= CompanySentences; i--)
        {
            MentionCandidate candidate = clusters.Mentions[i];
            bool called = candidate.IsName && candidate.Class is NounClass.Organization or NounClass.Government or NounClass.Agency && candidate.Form != Core.Accounts.MentionForm.Metonym
                && clusters.MembersOf(candidate.Index).Any(m => clusters.Mentions[m].Name.Split(' ').Any(static w => BodyWords.Is("called-agency", w.ToLowerInvariant())) || IsOfState(clusters.Mentions[m]));
            if (!called || (found is not null && clusters.Together(found.Index, candidate.Index)))
            {
                continue;
            }

            if (found is not null)
            {
                return null; // two could be meant
            }

            found = candidate;
        }

        return found;
    }

    // "HSA", listed as a part of one government.
    private static bool IsOfState(MentionCandidate acronym) => acronym.Form == Core.Accounts.MentionForm.Acronym && Gazetteer.English.Find(acronym.Name, GazetteerKind.Government) is not null;

    // "spokesman", "spokeswoman" and "spokesperson" are one office.
    private static bool SameOffice(string left, string right) => Stem(left).SequenceEqual(Stem(right));

    private static ReadOnlySpan<char> Stem(string head) =>
        head == "spox" ? "spokes" :
        head.EndsWith("woman", StringComparison.Ordinal) ? head.AsSpan(0, head.Length - 5)
        : head.EndsWith("person", StringComparison.Ordinal) && head.Length > 6 ? head.AsSpan(0, head.Length - 6)
        : head.EndsWith("man", StringComparison.Ordinal) ? head.AsSpan(0, head.Length - 3) : head;
}
