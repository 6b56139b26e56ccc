using System.Collections.Immutable;
using Parallax.Core;
using Parallax.Core.Accounts;
using Parallax.Core.Identity;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Core.Text;
using Parallax.Language.Coreference.Mentions;
using Parallax.Language.Coreference.Nominals;

namespace Parallax.Language.Coreference;

/// <summary>Makes the entities of a report from the clusters of its mentions.</summary>
internal sealed class EntityBuilder(MentionLexicon lexicon)
{
    // "in the", and up to three words of where people are.
    private const int MaxWhere = 5;

    // Words behind a noun that tell who of the sort is meant.
    private const int MaxTelling = 10;

    public EntityLayer Build(Report report, TokenLayer tokens, MentionClusters clusters)
    {
        List<Entity> entities = [];
        HashSet<TextSpan> taken = [];
        ILookup<int, MentionJoin> joins = clusters.Joins.ToLookup(j => clusters.RootOf(j.Left));
        for (int root = 0; root < clusters.Mentions.Count; root++)
        {
            if (clusters.RootOf(root) != root)
            {
                continue;
            }

            List<MentionCandidate> members = [.. clusters.MembersOf(root).Select(i => clusters.Mentions[i])];
            members.RemoveAll(m => !taken.Add(tokens.Span(m.TightFirst, m.TightEnd)));
            if (members.Count > 0 && IsEntity(members, clusters.FactsOf(root)) && !IsPartOfAName(clusters, members))
            {
                entities.Add(Make(report, tokens, members, clusters, joins[root]));
            }
        }

        return new EntityLayer(entities);
    }

    // Every noun phrase is a mention; an entity is what is named, what is spoken of twice, and any person or body.
    private bool IsEntity(List<MentionCandidate> members, ClusterFacts facts) =>
        facts.IsNamed || members.Exists(static m => !m.IsPronoun) && !members.TrueForAll(static m => m.Descriptive || m.Type == MentionType.Relative) && !members.Exists(IsMeasure) && !members.TrueForAll(IsAnyOfItsKind) && (members.Count(static m => m.Type != MentionType.Relative) > 1
            || facts.Class is NounClass.Person or NounClass.People or NounClass.Government or NounClass.Organization or NounClass.Outlet or NounClass.Agency
                or NounClass.Country or NounClass.Facility);

    // "the City Attorney" inside "the City Attorney's office": the office is spoken of.
    private static bool IsPartOfAName(MentionClusters clusters, List<MentionCandidate> members) =>
        members is [{ IsName: false, IsPronoun: false, Class: NounClass.Person } only] && clusters.Mentions.Exists(m => m.HeadLemma == "office" && !m.IsPronoun && m.Type != MentionType.Coordination && m.TightFirst <= only.TightFirst && only.TightEnd <= m.Head);

    // "yesterday", "about 60 metres": a day or a length is nothing that acts or is acted on.
    private bool IsMeasure(MentionCandidate member) =>
        !member.IsPronoun && member.Type != MentionType.Coordination && (BodyWords.Is("measure", member.HeadLemma) || lexicon.Noun(member.HeadLemma).Class == NounClass.Time || char.IsDigit(member.HeadLemma[0]));

    // "in court", "at school", "to jail": the noun alone, without article, tells of no certain one.
    // "as surgeon general", "a run for mayor": so does an office.
    private static bool IsAnyOfItsKind(MentionCandidate member) =>
        member.Type == MentionType.BareNoun && (member is { Modifiers.Count: 0, Class: NounClass.Organization or NounClass.Government or NounClass.Facility or NounClass.Country or NounClass.Place } || member is { IsName: false, Class: NounClass.Person })
        && member.Number != MentionNumber.Plural && !BodyWords.Is("bare-body", member.HeadLemma) && member.Role is not MentionRole.Subject;

    // "Public Relations Officer, Harbour" beside "Ilka Brenn", "Baker Ilka Brenn" in capitals of a headline: what somebody is, not what he is called.
    private bool HasOffice(string name) =>
        name.Contains(',', StringComparison.Ordinal) || name.Split(' ') is var words && Array.Exists(words, w => w.ToLowerInvariant() is var word && lexicon.Knows(word) && lexicon.Noun(word).Class == NounClass.Person && words.Length > 2);

    private Entity Make(Report report, TokenLayer tokens, List<MentionCandidate> members, MentionClusters clusters, IEnumerable<MentionJoin> joins)
    {
        ClusterFacts facts = clusters.FactsOf(members[0].Index);
        SourceText text = tokens.Text;
        List<string> names = [.. members.Where(static m => m.IsName).Select(m => NameText(m, facts.Class))];
        MentionCandidate fullest = members.Where(static m => !m.IsPronoun).OrderByDescending(static m => m.Modifiers.Count).ThenBy(static m => m.Index).FirstOrDefault() ?? members[0];
        MentionCandidate? state = names.Count > 0 ? null : StateOf(clusters, fullest);
        string name = names.Count > 0
            ? names.OrderByDescending(static n => n.Contains(' ', StringComparison.Ordinal)).ThenBy(n => facts.Class == NounClass.Person && HasOffice(n)).ThenByDescending(static n => n.Length).ThenBy(n => names.IndexOf(n)).First()
            : state is null ? Several(text, tokens, fullest) ?? Named(text, tokens, fullest) : $"{NameText(state, NounClass.Country)}'s {Named(text, tokens, fullest)[4..]}";
        SortedSet<string> aliases = new(names.Where(n => n != name), StringComparer.Ordinal);
        SortedSet<string> descriptions = new(StringComparer.Ordinal);
        foreach (MentionCandidate member in members)
        {
            if (member.Title.Length > 0)
            {
                descriptions.Add(member.Title);
            }

            if (!member.IsName && !member.IsPronoun && member.Type != MentionType.Coordination && Unarticled(text, tokens, member.TightFirst, NameInside(member, members)) is var description && description != name
                && (member.Descriptive || member.Modifiers.Count > 0))
            {
                descriptions.Add(description);
            }
        }

        ImmutableArray<Mention> mentions = [.. members.Select(m => (Span: tokens.Span(m.TightFirst, m.TightEnd), m.Form)).OrderBy(static m => m.Span).Select(m => new Mention(report.Id, m.Span.Start, m.Span.End, m.Form))];
        ImmutableArray<Explanation> because = [.. joins.Select(j => Explanation.Of(j.Rule, j.Why, j.Score))];
        return new Entity
        {
            Id = Ids.Of('e', report.Sha256, mentions[0].Span),
            Kind = KindOf(members, facts),
            Name = name,
            Aliases = [.. aliases],
            Descriptions = [.. descriptions],
            Country = state?.Country ?? CountryOf(members, facts),
            Mentions = mentions,
            Explanation = because.Length == 0 ? null : Explanation.Of("coref.entity", string.Join("; ", because.Select(static b => b.Text).Distinct(StringComparer.Ordinal).Take(6))).From([.. because]),
        };
    }

    // "its embassy" of a country that the report names: it is called by the country.
    private static MentionCandidate? StateOf(MentionClusters clusters, MentionCandidate member)
    {
        MentionCandidate? its = member.Class != NounClass.Government ? null : clusters.Mentions.Find(m => m.Head == member.TightFirst && m is { Type: MentionType.It, Role: MentionRole.Possessor });
        return its is null || its.Head == member.Head ? null : clusters.MembersOf(its.Index).Select(m => clusters.Mentions[m]).FirstOrDefault(static m => m is { IsName: true, Class: NounClass.Country, Form: MentionForm.Name });
    }

    private string NameText(MentionCandidate member, NounClass noun)
    {
        if (noun != NounClass.Person)
        {
            return member.Name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? member.Name[4..] : member.Name;
        }

        string[] words = member.Name.Split(' ');
        int start = 0;
        while (start + 1 < words.Length && lexicon.IsTitle(words[start].ToLowerInvariant(), out _))
        {
            start++;
        }

        return string.Join(' ', words[start..]);
    }

    // "spokeswoman Ilka Brenn" describes her as "spokeswoman": a description ends where the name behind its noun begins.
    private static int NameInside(MentionCandidate member, List<MentionCandidate> members)
    {
        int end = member.TightEnd;
        foreach (MentionCandidate other in members)
        {
            if (other.IsName && other.NameFirst == member.Head + 1)
            {
                end = Math.Min(end, other.NameFirst);
            }
        }

        return end;
    }

    // "two countries on the building of a port", "the ministry of stealing grain": what an entity without a name is called ends before prepositions other than "of" and "for", and before acts.
    private static string Named(SourceText text, TokenLayer tokens, MentionCandidate member)
    {
        for (int t = member.Head + 1; t < member.TightEnd; t++)
        {
            bool describes = tokens.Tags[t] == UniversalTag.Verb && tokens.Relations[t] is "amod" or "compound" && tokens.Heads[t] > t && tokens.Heads[t] < member.TightEnd; // "a circle of broad-minded merchants"
            bool tail = !char.IsUpper(tokens.Form(t)[0]) && !describes && (tokens.Tags[t] is UniversalTag.Verb or UniversalTag.Aux or UniversalTag.Sconj or UniversalTag.Pron
                || (tokens.Tags[t] == UniversalTag.Adp && tokens.Form(t) is not ("of" or "for")) || (tokens.Tags[t] == UniversalTag.Adp && t + 1 < member.TightEnd && tokens.Tags[t + 1] == UniversalTag.Verb));
            if (tail && member.Type != MentionType.Coordination)
            {
                // "people in the neighbourhood": a plural alone tells nobody.
                if (t == member.Head + 1 && member.TightFirst == member.Head && member.TightEnd - t is > 1 and <= MaxWhere && tokens.Form(t) is "in" or "from" or "at" or "along" or "near" && IsWhere(tokens, t + 1, member.TightEnd))
                {
                    return Unarticled(text, tokens, member);
                }

                // "the community for their …", "a population of more than …": nothing is left hanging.
                while (t - 1 > member.Head && (tokens.Tags[t - 1] is UniversalTag.Adp or UniversalTag.Det or UniversalTag.Cconj or UniversalTag.Part or UniversalTag.Punct || tokens.Form(t - 1) is "more" or "less" or "fewer"))
                {
                    t--;
                }

                return Unarticled(text, tokens, member.TightFirst, t);
            }
        }

        return Unarticled(text, tokens, member);
    }

    // "officials in Kenya" are the officials, of a country; "people close to the mayor", "officials briefed on the move", "officials in the port and at the yard": several without a name are called by what tells them from others of their sort; null where nothing right behind the noun does.
    private static string? Several(SourceText text, TokenLayer tokens, MentionCandidate member)
    {
        int opening = member.Head + 1, sentenceEnd = tokens.Sentences[member.Sentence].EndToken;
        bool isSeveral = member.Class is NounClass.Person or NounClass.People && member.Type != MentionType.Coordination && tokens.Features[member.Head].Contains("Number=Plur", StringComparison.Ordinal) && opening + 1 < sentenceEnd && tokens.Heads[opening] >= 0;
        bool isTold = isSeveral && ((tokens.Tags[opening] == UniversalTag.Adj && tokens.Heads[opening] == member.Head && tokens.Tags[opening + 1] == UniversalTag.Adp)
            || (tokens.Relations[opening] == "acl" && tokens.Heads[opening] == member.Head && BodyWords.Is("telling-apart", tokens.Form(opening).ToString()))
            || (tokens.Tags[opening] == UniversalTag.Adp && BodyWords.Is("place-of", tokens.Form(opening).ToString()) && tokens.Tags[opening + 1] != UniversalTag.Propn && tokens.Heads[tokens.Heads[opening]] == member.Head && tokens.Relations[tokens.Heads[opening]] == "nmod"));
        int end = opening;
        while (isTold && end < sentenceEnd && end - member.Head <= MaxTelling && IsBelow(tokens, end, member.Head) && (end == opening || tokens.Tags[end] is not (UniversalTag.Verb or UniversalTag.Aux or UniversalTag.Sconj or UniversalTag.Pron)) && (tokens.Tags[end] != UniversalTag.Punct || tokens.Form(end) is "-" or "." or "'" or "’"))
        {
            end++;
        }

        // The words end where the phrase does, else before its last preposition.
        bool isCut = isTold && end < sentenceEnd && IsBelow(tokens, end, member.Head) && end - member.Head > MaxTelling;
        for (int t = end - 1; isCut && t > opening + 1; t--)
        {
            if (tokens.Tags[t] is UniversalTag.Adp or UniversalTag.Cconj)
            {
                (end, isCut) = (t, false);
            }
        }

        while (end - 1 > opening && tokens.Tags[end - 1] is UniversalTag.Adp or UniversalTag.Det or UniversalTag.Cconj or UniversalTag.Part or UniversalTag.Punct or UniversalTag.Adv)
        {
            end--;
        }

        return isTold && end - opening > 1 ? Unarticled(text, tokens, member.TightFirst, end) : null;
    }

    private static bool IsBelow(TokenLayer tokens, int token, int head)
    {
        for (int steps = 0; steps < MaxTelling && token >= 0; steps++, token = tokens.Heads[token])
        {
            if (token == head)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsWhere(TokenLayer tokens, int first, int end)
    {
        bool isWhere = tokens.Tags[end - 1] == UniversalTag.Noun && tokens.Features[first - 2].Contains("Number=Plur", StringComparison.Ordinal);
        for (int t = first; isWhere && t < end; t++)
        {
            isWhere = tokens.Tags[t] is UniversalTag.Det or UniversalTag.Adj or UniversalTag.Noun && !char.IsUpper(tokens.Form(t)[0]);
        }

        return isWhere;
    }

    private static string Unarticled(SourceText text, TokenLayer tokens, MentionCandidate member) => Unarticled(text, tokens, member.TightFirst, member.TightEnd);

    private static string Unarticled(SourceText text, TokenLayer tokens, int first, int end)
    {
        while (first + 1 < end && tokens.Lemmas[first].ToLowerInvariant() is "the" or "a" or "an" && tokens.Form(first + 1) is not "few")
        {
            first++;
        }

        while (end - 1 > first && tokens.Form(end - 1) is "'s" or "’s" or "'" or "’")
        {
            end--;
        }

        return text.Slice(tokens.Span(first, end));
    }

    private static string? CountryOf(List<MentionCandidate> members, ClusterFacts facts)
    {
        // The country most of its mentions tell; the earliest of those told equally often.
        return members.Where(static m => m.Country is not null).GroupBy(static m => m.Country, StringComparer.Ordinal).OrderByDescending(static g => g.Count()).FirstOrDefault()?.Key ?? facts.Country;
    }

    private static ActorKind KindOf(List<MentionCandidate> members, ClusterFacts facts)
    {
        if (members.Exists(static m => m.Form == MentionForm.Metonym))
        {
            return ActorKind.Government;
        }

        if (members[0].Type == MentionType.Coordination && !facts.IsNamed)
        {
            return ActorKind.Group;
        }

        bool plural = facts.Number == MentionNumber.Plural;
        return facts.Class switch
        {
            NounClass.Person when facts.IsNamed => ActorKind.Person,
            NounClass.Person => plural && !members.Exists(static m => m.HeadLemma is "source" or "official") ? ActorKind.Group : ActorKind.Unnamed,
            NounClass.People => ActorKind.Group,
            NounClass.Organization or NounClass.Outlet or NounClass.Agency or NounClass.Country when plural && !facts.IsNamed => ActorKind.Group,
            NounClass.Organization => ActorKind.Organization,
            NounClass.Government => ActorKind.Government,
            NounClass.Outlet => ActorKind.Outlet,
            NounClass.Agency => ActorKind.Agency,
            NounClass.Document => ActorKind.Document,
            NounClass.Facility => ActorKind.Facility,
            NounClass.Place => ActorKind.Place,
            NounClass.Country => ActorKind.Country,
            NounClass.Product => ActorKind.Product,
            NounClass.Event => ActorKind.Event,
            _ => ActorKind.Other,
        };
    }
}
