using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Language.Coreference;
using Parallax.Language.Syntax;

namespace Parallax.Language.Events;

/// <summary>Which tokens stand for somebody who can act, and which entity that is.</summary>
internal sealed class Participants(AnnotatedReport report, SyntaxTree tree)
{
    private readonly TokenLayer _tokens = report.Tokens;
    private readonly EntityLayer _entities = report.Entities;

    /// <summary>The entity that the phrase headed by a token refers to, or null.</summary>
    public Entity? EntityAt(int token)
    {
        Entity? entity = _entities.At(_tokens.Span(token));
        if (entity is null)
        {
            return SpeakerAsWe(token);
        }

        // The smallest mention around the token may belong to another head ("Iran" inside "Iran's minister"); it must be headed here.
        foreach (Mention mention in entity.Mentions)
        {
            if (mention.Span.Contains(_tokens.Span(token)))
            {
                (int first, int end) = _tokens.TokensOf(mention.Span);
                if (tree.TopOf(first, end) == token || (_tokens.Tags[token] == UniversalTag.Propn && mention.Form is not MentionForm.Nominal))
                {
                    return entity;
                }
            }
        }

        return null;
    }

    // "we", "our" in what somebody is told to have said, where no group is known: whoever says it.
    private Entity? SpeakerAsWe(int token)
    {
        if (_tokens.Tags[token] != UniversalTag.Pron || _tokens.Form(token).ToString().ToLowerInvariant() is not ("we" or "us" or "our" or "ours"))
        {
            return null;
        }

        Statement? innermost = null;
        int least = int.MaxValue;
        foreach (Statement statement in report.Statements)
        {
            foreach (TextSpan span in statement.Content.Spans)
            {
                if (span.Length < least && span.Contains(_tokens.Span(token)))
                {
                    (innermost, least) = (statement, span.Length);
                }
            }
        }

        return innermost?.Source.Entity is { } id ? _entities.Entities.FirstOrDefault(e => e.Id == id) : null;
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

    private bool IsNature(int token)
    {
        foreach (NameMention name in report.Names.Overlapping(_tokens.Span(token)))
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
        if (CanAct(head))
        {
            yield return head;
            yield break;
        }

        if (depth > 2)
        {
            yield break;
        }

        foreach (string relation in new[] { "nmod:poss", "nmod", "obl", "compound", "amod" })
        {
            bool found = false;
            foreach (int child in tree.Children(head).ToArray())
            {
                if (!tree.Is(child, relation) || (relation == "nmod" && (tree.Is(child, "nmod:poss") || (own && !IsOf(child)))) || (own && relation == "obl"))
                {
                    continue;
                }

                if (relation == "amod" || (relation == "compound" && !CanAct(child)))
                {
                    if (CountryAdjective(child) >= 0)
                    {
                        found = true;
                        yield return child;
                    }

                    continue;
                }

                foreach (int conjunct in Clause.WithConjuncts(tree, child))
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

    // "the role of Norland" is Norland's; "a port in Norland" and "a report on Norland" are not.
    private bool IsOf(int token) => tree.Child(token, "case") is >= 0 and int preposition && tree.Lemma(preposition) is "of" or "by" or "from" or "for";

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

        return (_entities.Entities.FirstOrDefault(e => e.Country == country && e.Kind == ActorKind.Country)
            ?? _entities.Entities.FirstOrDefault(e => e.Country == country && e.Kind == ActorKind.Government))?.Id;
    }

    /// <summary>Ids of participants in order, each once; a country beside its own government ("Washington", "it") once too.</summary>
    public IEnumerable<string> Distinct(IEnumerable<int> tokens)
    {
        List<Entity> taken = [];
        foreach (string id in tokens.Select(IdOf).OfType<string>().Distinct(StringComparer.Ordinal))
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

    // "Norland's agencies" that are no entity of their own stand for Norland.
    private string? OwnerOf(int token)
    {
        if (_tokens.Tags[token] != UniversalTag.Noun)
        {
            return null;
        }

        foreach (int child in tree.Children(token))
        {
            if (tree.Is(child, "nmod:poss") || (child < token && (tree.Is(child, "amod") || tree.Is(child, "compound")) && CountryOf(child) is not null))
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
