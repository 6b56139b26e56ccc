using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Language.Coreference;
using Parallax.Language.Coreference.Mentions;
using Parallax.Language.Coreference.NameLinks;
using Parallax.Language.Events.Clauses;
using Parallax.Language.Syntax;

namespace Parallax.Language.Events.Arguments;

/// <summary>Which tokens stand for somebody who can act, and which entity that is.</summary>
internal sealed class Participants
{
    private readonly AnnotatedReport _report;
    private readonly SyntaxTree _tree;
    private readonly TokenLayer _tokens;
    private readonly EntityLayer _entities;
    private readonly GroupReferents _groups;

    /// <summary>Prepares a report.</summary>
    /// <param name="report">A report with tokens, names and entities.</param>
    /// <param name="tree">Its parse.</param>
    /// <param name="found">The events found so far; "they" may mean who acted in the last.</param>
    public Participants(AnnotatedReport report, SyntaxTree tree, List<EventReading> found)
    {
        (_report, _tree, _tokens, _entities) = (report, tree, report.Tokens, report.Entities);
        _groups = new GroupReferents(report, tree, this, found);
    }

    /// <summary>The entity that the phrase headed by a token refers to, or null.</summary>
    public Entity? EntityAt(int token)
    {
        Entity? entity = _entities.At(_tokens.Span(token));
        if (CountryReferent.IsBare(_tree, token))
        {
            return CountryReferent.Of(_report, _tree, token, entity);
        }

        if (SpeakerReferent.IsWe(_tree, token))
        {
            return SpeakerReferent.Of(_report, _tree, token, entity);
        }

        if (entity is null)
        {
            return SubjectBefore(token) ?? NameAfter(token) ?? NameApposed(token);
        }

        // The smallest mention around the token may belong to another head ("Iran" inside "Iran's minister"); it must be headed here.
        foreach (Mention mention in entity.Mentions)
        {
            if (mention.Span.Contains(_tokens.Span(token)))
            {
                (int first, int end) = _tokens.TokensOf(mention.Span);
                if (_tree.TopOf(first, end) == token || (_tokens.Tags[token] == UniversalTag.Propn && mention.Form is not MentionForm.Nominal))
                {
                    return entity;
                }
            }
        }

        return null;
    }

    // "Linebacker Anna Maro" with the name hung under the word for what she is.
    private Entity? NameAfter(int token)
    {
        foreach (int child in _tree.Children(token))
        {
            if (child == token + 1 && (_tree.Is(child, "flat") || _tree.Is(child, "appos")) && _tokens.Tags[child] == UniversalTag.Propn && _entities.At(_tokens.Span(child)) is { Kind: ActorKind.Person } person)
            {
                return person;
            }
        }

        return null;
    }

    // "Anna Maro, the teenager held for it": who is described beside their name.
    private Entity? NameApposed(int token)
    {
        int name = _tree.Head(token);
        return name >= 0 && name < token && _tree.Is(token, "appos") && _tokens.Tags[token] == UniversalTag.Noun && _tokens.Tags[name] == UniversalTag.Propn && _entities.At(_tokens.Span(name)) is { Kind: ActorKind.Person } person
            && MentionLexicon.Instance.Noun(_tree.Lemma(token)).Class is NounClass.Person ? person : null;
    }

    // "It will also train the guard": a state or body that the sentence before is about.
    private Entity? SubjectBefore(int token)
    {
        int sentence = _tokens.SentenceOf(token);
        if (sentence == 0 || _tree.Lemma(token) != "it" || _tokens.Tags[token] != UniversalTag.Pron || !_tree.Is(token, "nsubj") || _tree.Head(_tree.Head(token)) >= 0)
        {
            return null;
        }

        for (int t = _tokens.Sentences[sentence - 1].FirstToken; t < _tokens.Sentences[sentence - 1].EndToken; t++)
        {
            if (_tree.Is(t, "nsubj"))
            {
                return _entities.At(_tokens.Span(t)) is { Kind: ActorKind.Country or ActorKind.Government or ActorKind.Organization or ActorKind.Outlet or ActorKind.Agency } entity ? entity : null;
            }
        }

        return null;
    }

    /// <summary>Whether the phrase headed by a token is somebody who can act: person, body, country, people.</summary>
    public bool CanAct(int token)
    {
        if (EntityAt(token) is { } entity && entity.Kind != ActorKind.Other)
        {
            if (entity.Kind == ActorKind.Place && IsNature(token))
            {
                return false; // a gulf or a mountain
            }

            return entity.Kind is ActorKind.Person or ActorKind.Organization or ActorKind.Government or ActorKind.Country or ActorKind.Outlet or ActorKind.Agency
                or ActorKind.Group or ActorKind.Unnamed or ActorKind.Place;
        }

        if (_tokens.Tags[token] == UniversalTag.Pron)
        {
            return _tokens.Lemmas[token].ToLowerInvariant() is "he" or "she" or "they" or "we" or "i" or "who" or "you" or "it";
        }

        if (IsPeople(token))
        {
            return true;
        }

        return MentionLexicon.Instance.Noun(_tokens.Lemmas[token].ToLowerInvariant()).Class is NounClass.Person or NounClass.People or NounClass.Government or NounClass.Organization
            or NounClass.Outlet or NounClass.Agency or NounClass.Country;
    }

    // "four Norlanders", "the Somalis": an adjective of country in the plural is a noun for its people.
    private bool IsPeople(int token)
    {
        ReadOnlySpan<char> form = _tokens.Form(token);
        return _tokens.Tags[token] is UniversalTag.Noun or UniversalTag.Propn && char.IsUpper(form[0]) && form.Length > 3 && form[^1] == 's'
            && CountryLookup.Instance.CountryOfDemonym(form[..^1].ToString()) is not null;
    }

    /// <summary>Whether a token tells a time.</summary>
    public bool IsTime(int token) => _report.Times.Overlapping(_tokens.Span(token)).Any() || MentionLexicon.Instance.Noun(_tree.Lemma(token)).Class == NounClass.Time;

    private bool IsNature(int token)
    {
        foreach (NameMention name in _report.Names.Overlapping(_tokens.Span(token)))
        {
            if (name.Kind == NameKind.NaturalPlace)
            {
                return true;
            }
        }

        return false;
    }

    /// <param name="head">Head of the phrase.</param>
    /// <param name="own">Only those the phrase belongs to: whoever stands in it after another preposition is a neighbour.</param>
    /// <param name="depth">How far down the search is.</param>
    /// <summary>Those who can act in a phrase: its head, or, where that is a thing ("the role of Western media", "Haiti's efforts", "Russian positions"), who stands inside it.</summary>
    public IEnumerable<int> Actors(int head, bool own = false, int depth = 0)
    {
        if (depth <= 2 && _groups.Of(head) is { Count: > 0 } members)
        {
            foreach (int member in members)
            {
                yield return member;
            }

            yield break;
        }

        if (depth <= 2 && PredicateSubject(head) is >= 0 and int subject)
        {
            foreach (int actor in Actors(subject, own, depth + 1))
            {
                yield return actor;
            }

            yield break;
        }

        if (CanAct(head))
        {
            foreach (int actor in depth == 0 && EntityAt(head)?.Kind is not ActorKind.Person && BodiesIn(head) is { Count: > 0 } countries ? countries : [head])
            {
                yield return actor;
            }

            yield break;
        }

        if (depth > 2)
        {
            yield break;
        }

        foreach (string relation in new[] { "nmod:poss", "nmod", "obl", "compound", "amod" })
        {
            bool found = false;
            foreach (int child in _tree.Children(head).ToArray())
            {
                if (!_tree.Is(child, relation) || (relation == "nmod" && (_tree.Is(child, "nmod:poss") || (own ? !IsOf(child) : IsCircumstance(child) || IsWhere(child)))) || (own && relation == "obl"))
                {
                    continue;
                }

                if (relation == "amod" || (relation == "compound" && !CanAct(child)))
                {
                    foreach (int adjective in CountryAdjective(child) >= 0 ? _tree.Children(child).ToArray().Where(c => _tree.Is(c, "conj") && CountryAdjective(c) >= 0).Prepend(child) : [])
                    {
                        found = true;
                        yield return adjective;
                    }

                    continue;
                }

                if (relation == "nmod:poss" && CoOwner(child) is >= 0 and int owner)
                {
                    found = true;
                    yield return owner;
                }

                foreach (int conjunct in Clause.WithConjuncts(_tree, child))
                {
                    foreach (int actor in Actors(conjunct, own, depth + 1))
                    {
                        found = true;
                        yield return actor;
                    }
                }
            }

            if (found)
            {
                yield break;
            }
        }
    }

    /// <summary>"Norland and Sudland's accession" with Norland hung elsewhere: the first of two owners, before the second, or -1.</summary>
    public int CoOwner(int owner)
    {
        int and = _tree.First(owner) - 1, before = and - 1;
        if (before < 0 || _tokens.SentenceOf(before) != _tokens.SentenceOf(owner) || !_tree.Is(and, "cc") || _tree.Head(and) != _tree.Head(owner) || _tokens.Tags[before] != UniversalTag.Propn)
        {
            return -1;
        }

        while (_tokens.Relations[before] is "flat" or "compound" && _tree.Head(before) is >= 0 and int up && up < and)
        {
            before = up;
        }

        return !_tree.Dominates(_tree.Head(owner), before) && CanAct(before) ? before : -1;
    }

    // "Maro is the second player to be held", "Maro became the fifth coach to be dismissed": Maro, or -1.
    private int PredicateSubject(int head)
    {
        int verb = _tree.Head(head);
        int clause = _tree.Child(head, "cop") >= 0 ? head : verb >= 0 && _tree.Lemma(verb) == "become" && (_tree.Is(head, "obj") || _tree.Is(head, "xcomp")) ? verb : -1;
        if (clause < 0 || _tokens.Tags[head] != UniversalTag.Noun || !SharedSubject.IsOneOfARow(_tree, head) || _tree.Child(clause, "nsubj") is not (>= 0 and int subject) || EntityAt(subject)?.Kind != ActorKind.Person)
        {
            return -1;
        }

        return subject;
    }

    // "lawmakers in the two countries", "the security services of both countries": of those countries, where nobody else is named.
    private List<int> BodiesIn(int head)
    {
        if (_tokens.Tags[head] != UniversalTag.Noun)
        {
            return [];
        }

        foreach (int child in _tree.Children(head))
        {
            // "its Norlandic and Sudlandic partners": the two states.
            if (child < head && _tree.Is(child, "amod") && _tree.Lemma(head) is "partner" or "ally" or "neighbour" or "neighbor" && _tree.Child(child, "conj") is >= 0 and int second && CountryAdjective(child) >= 0 && CountryAdjective(second) >= 0)
            {
                return [child, second];
            }

            if (child > head && _tree.Is(child, "nmod") && _tree.Child(child, "case") is >= 0 and int mark && _tree.Lemma(mark) is "in" or "of" && _groups.Of(child) is { Count: 2 } countries)
            {
                return countries;
            }
        }

        return [];
    }

    // "opposed the plan at the request of Norland": Norland is no part of the plan.
    private bool IsCircumstance(int token) => _tree.Child(token, "case") is >= 0 and int preposition && ClauseWords.Is("circumstance", _tree.Lemma(preposition));

    // "a station in Lanor": the town is only where it stands; "a village in Lanor" is a part of it.
    private bool IsWhere(int token) => !(_tree.Head(token) is >= 0 and int thing && (_tree.Lemma(thing) == "target" || MentionLexicon.Instance.Noun(_tree.Lemma(thing)).Class == NounClass.Place))
        && _tree.Child(token, "case") is >= 0 and int preposition && _tree.Lemma(preposition) is "in" or "at" or "near" && EntityAt(token)?.Kind == ActorKind.Place;

    // "the role of Norland" is Norland's; "a port in Norland" and "a report on Norland" are not.
    private bool IsOf(int token) => _tree.Child(token, "case") is >= 0 and int preposition && _tree.Lemma(preposition) is "of" or "by" or "from" or "for";

    /// <summary>The token itself where it is a country adjective ("Russian"), else -1.</summary>
    public int CountryAdjective(int token) => CountryOf(token) is null ? -1 : token;

    /// <summary>Id of the entity of a participant: its own, or for a country adjective that of the country or its government in this report; null where there is none.</summary>
    public string? IdOf(int token)
    {
        if (EntityAt(token) is { } entity)
        {
            return entity.Id;
        }

        if (CountryOf(token) is not { } country)
        {
            return OwnerOf(token);
        }

        return SpeakerReferent.StateOf(_report, country)?.Id;
    }

    /// <summary>What a participant is known by in comparing: the code of a state, government or people, else the id of its entity; null where it has none.</summary>
    public string? KeyOf(int token)
    {
        Entity? entity = EntityAt(token);
        return entity is { Country: { } country, Kind: ActorKind.Country or ActorKind.Government } ? country : entity is { Kind: ActorKind.Person } ? entity.Id : CountryOf(token) ?? ForcesOf(token) ?? entity?.Id ?? IdOf(token);
    }

    // "Norlandian troops" are Norland's.
    private string? ForcesOf(int token)
    {
        foreach (int child in _tree.Children(token))
        {
            if (child < token && _tree.Is(child, "amod") && CountryOf(child) is { } country)
            {
                return country;
            }
        }

        return null;
    }

    /// <summary>Ids of participants in order, each once; a country beside its own government ("Washington", "it") once too.</summary>
    public IEnumerable<string> Distinct(IEnumerable<int> tokens)
    {
        List<Entity> taken = [];
        foreach (string id in tokens.Where(t => !IsOwnCompany(t, taken)).Select(IdOf).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            Entity? entity = _entities.Entities.FirstOrDefault(e => e.Id == id);
            bool state = entity is { Country: not null, Kind: ActorKind.Country or ActorKind.Government };
            if (state && taken.Exists(other => other.Country == entity!.Country && other.Kind is ActorKind.Country or ActorKind.Government && other.Kind != entity.Kind))
            {
                continue;
            }

            if (entity is not null)
            {
                taken.Add(entity);
            }

            yield return id;
        }
    }

    // "Me and my delegation": the speaker stands for both.
    private bool IsOwnCompany(int token, List<Entity> taken) =>
        taken.Count > 0 && _tokens.Tags[token] == UniversalTag.Noun && _tree.Child(token, "nmod:poss") is >= 0 and int owner && _tokens.Form(owner) is "my" or "our"
        && EntityAt(token)?.Kind is not ActorKind.Person && EntityAt(owner) is { } speaker && taken.Exists(e => e.Id == speaker.Id);

    // "Norland's agencies" that are no entity of their own stand for Norland.
    private string? OwnerOf(int token)
    {
        if (_tokens.Tags[token] != UniversalTag.Noun)
        {
            return null;
        }

        foreach (int child in _tree.Children(token))
        {
            if (_tree.Is(child, "nmod:poss") || (child < token && (_tree.Is(child, "amod") || _tree.Is(child, "compound")) && CountryOf(child) is not null))
            {
                return EntityAt(child)?.Id ?? (_tokens.Tags[child] == UniversalTag.Noun ? null : IdOf(child));
            }
        }

        return null;
    }

    private string? CountryOf(int token) =>
        ClauseWords.CountryOfPrefix(_tokens, token) is { } prefixed ? prefixed :
        char.IsUpper(_tokens.Form(token)[0]) ? CountryLookup.Instance.CountryOfDemonym(_tokens.Form(token).ToString()) ?? CountryLookup.Instance.CountryOfName(_tokens.Form(token).ToString()) : null;
}
