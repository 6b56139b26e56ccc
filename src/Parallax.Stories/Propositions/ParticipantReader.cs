using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;

namespace Parallax.Stories.Propositions;

/// <summary>Reads who or what a noun phrase of the parse refers to.</summary>
internal sealed class ParticipantReader(AnnotatedReport report, Tree tree)
{
    private static readonly string[] ModifierRelations = ["amod", "compound", "nummod", "nmod:poss", "flat", "nmod"];

    private static readonly HashSet<string> PlaceNouns = ["city", "town", "village", "island", "port", "province", "district", "region", "county", "municipality", "suburb", "neighborhood", "neighbourhood", "hamlet"];

    /// <summary>The head of "nobody", "no one", "no-one".</summary>
    public const string Nobody = "nobody";

    private static readonly HashSet<string> Remains = ["body", "corpse", "remains"];

    private const int ShortestName = 4;

    private readonly EntityLayer _entities = report.Entities;
    private readonly TokenLayer _tokens = report.Tokens;

    /// <summary>The participant whose head is a token; a relative pronoun gives what it refers to.</summary>
    public Participant Read(int token)
    {
        int head = Measured(Antecedent(token));
        SortedSet<string> ids = new(StringComparer.Ordinal), countries = new(StringComparer.Ordinal), owners = new(StringComparer.Ordinal), modifiers = new(StringComparer.Ordinal);
        ActorKind? kind = null;
        foreach (int part in Parts(head))
        {
            if (_entities.At(_tokens.Span(part)) is { } entity && IsNamed(entity))
            {
                ids.Add(entity.Id);
                kind ??= entity.Kind;
                AddCountry(entity, countries);
            }

            foreach (int modifier in tree.Children(part, ModifierRelations))
            {
                // "lawmakers in Norland" are those of Norland; boats in a harbour are not the harbour's.
                bool isOf = tree.Child(modifier, "case") is var preposition && preposition >= 0 && (tree.Is(preposition, "of") || (tree.Is(preposition, "in") && PredicateLexicon.English.IsBody(_tokens.Lemmas[part].ToLowerInvariant())));
                if (_tokens.Relations[modifier] == "nmod:poss" || tree.Relation(modifier) != "nmod" || isOf)
                {
                    modifiers.Add(_tokens.Lemmas[modifier].ToLowerInvariant());
                    modifiers.Add(_tokens.Form(modifier).ToString().ToLowerInvariant()); // "acceding": tables name participles as they stand.
                    if (OwnerAt(modifier, part) is { } owner)
                    {
                        owners.Add(owner);
                    }

                    if (ids.Count == 0 && _entities.At(_tokens.Span(modifier)) is { } of && of.Kind is ActorKind.Country or ActorKind.Government or ActorKind.Organization or ActorKind.Group or ActorKind.Other)
                    {
                        AddCountry(of, countries);
                    }
                    else if (ids.Count == 0 && countries.Count == 0 && CountryNamed(modifier) is { } named)
                    {
                        countries.Add(named);
                    }
                }
            }
        }

        // "the body of Ada Quill" is she.
        if (ids.Count == 0 && Remains.Contains(_tokens.Lemmas[head].ToLowerInvariant()) && OfWhom(head) is { Count: > 0 } dead)
        {
            ids.UnionWith(dead);
            kind = ActorKind.Person;
        }

        // "the town of Veld" is Veld.
        if (ids.Count == 0 && PlaceNouns.Contains(_tokens.Lemmas[head].ToLowerInvariant()) && PlaceOf(head) is { } place)
        {
            ids.Add(place.Id);
            kind = place.Kind;
            AddCountry(place, countries);
        }

        // "Veran Ivo Marn", "the city's champion, Ada Quill": who is named beside a word for what he is counts, not the word.
        if (kind is not ActorKind.Person && NameBeside(head) is { } person)
        {
            ids.Clear();
            ids.Add(person.Id);
            kind = ActorKind.Person;
        }

        // "combat UAVs", taken for a name, are a thing that the table knows.
        string lemma = _tokens.Lemmas[head].ToLowerInvariant();
        if (kind is ActorKind.Other or ActorKind.Product && PredicateLexicon.English.Thing(lemma, modifiers) is not null)
        {
            ids.Clear();
        }

        bool isNobody = ids.Count == 0 && (lemma is Nobody or "no-one" or "noone" || (lemma == "one" && tree.Child(head, "det") is var no && no >= 0 && tree.Is(no, "no")));
        return new Participant
        {
            Head = isNobody ? Nobody : Words.Spelling.Key(lemma),
            Token = head,
            Span = tree.Span(head, "acl", "appos", "case", "cc", "conj", "parataxis", "mark", "cop", "nsubj", "advcl", "punct", "acl:relcl"),
            Entities = [.. ids],
            Countries = [.. countries],
            Modifiers = [.. modifiers],
            Owners = ids.Count == 0 ? [.. owners] : [],
            Names = NamesOf((ids.Count == 0 ? owners : ids).Select(_entities.Find).OfType<Entity>()),
            Kind = kind,
            Thing = PredicateLexicon.English.Thing(lemma, modifiers)?.Thing,
            IsPerson = _entities.At(_tokens.Span(head))?.Kind is ActorKind.Person or ActorKind.Unnamed,
            IsPlural = _tokens.Features[head].Contains("Number=Plur", StringComparison.Ordinal) || tree.Child(head, "conj") >= 0,
            IsDefinite = tree.Child(head, "det") is var det && det >= 0 && tree.Is(det, "the"),
            IsOpen = ids.Count == 0 && !isNobody && _tokens.Tags[head] is UniversalTag.Pron or UniversalTag.Det or UniversalTag.Sym,
        };
    }

    private Entity? PlaceOf(int head)
    {
        foreach (int name in tree.Children(head, "nmod", "appos", "flat"))
        {
            bool isOf = _tokens.Relations[name] is "appos" or "flat" || (tree.Child(name, "case") is var preposition && preposition >= 0 && tree.Is(preposition, "of"));
            if (isOf && _entities.At(_tokens.Span(name)) is { Kind: not ActorKind.Country } place && IsNamed(place))
            {
                return place;
            }
        }

        return null;
    }

    // Everybody named behind "of", or before the noun with "'s".
    private List<string> OfWhom(int head)
    {
        List<string> whom = [];
        foreach (int name in tree.Children(head, "nmod", "nmod:poss"))
        {
            foreach (int part in tree.Children(name, "conj").Prepend(name))
            {
                if (_entities.At(_tokens.Span(part)) is { Kind: ActorKind.Person } person && IsNamed(person))
                {
                    whom.Add(person.Id);
                }
            }
        }

        return whom;
    }

    private Entity? NameBeside(int head)
    {
        foreach (int name in tree.Children(head, "flat", "appos"))
        {
            if (_entities.At(_tokens.Span(name)) is { Kind: ActorKind.Person } person && IsNamed(person))
            {
                return person;
            }

            // "another Veran, receiver Ivo Marn"
            foreach (int inner in tree.Children(name, "flat", "appos", "compound"))
            {
                if (_entities.At(_tokens.Span(inner)) is { Kind: ActorKind.Person } second && IsNamed(second))
                {
                    return second;
                }
            }
        }

        return null;
    }

    /// <summary>The names of entities, lower-cased and sorted; short ones, which many share, left out.</summary>
    public static ImmutableArray<string> NamesOf(IEnumerable<Entity> entities) =>
        [.. entities.Select(static e => Words.Folding.Fold(e.Name)).Where(static n => n.Length >= ShortestName).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The country an entity is or belongs to, or null.</summary>
    public static string? CountryOf(Entity entity) => entity.Country ?? (entity.Kind == ActorKind.Country ? entity.Name : null);

    // "Norlandic troops": an adjective that begins like the name of a country of the report, which nothing has linked to it.
    private string? CountryNamed(int modifier)
    {
        const int LeastLetters = 4;
        ReadOnlySpan<char> form = _tokens.Form(modifier);
        if (_tokens.Tags[modifier] is not (UniversalTag.Adj or UniversalTag.Propn) || !char.IsUpper(form[0]))
        {
            return null;
        }

        foreach (Entity entity in _entities.Entities)
        {
            if (entity.Kind == ActorKind.Country && CountryOf(entity) is { } country)
            {
                ReadOnlySpan<char> stem = entity.Name.AsSpan().TrimEnd("aeiouy");
                if (stem.Length >= LeastLetters && form.StartsWith(stem, StringComparison.Ordinal))
                {
                    return country;
                }
            }
        }

        return null;
    }

    // "the government of Veria" may be one name; whose government it is stands in it all the same.
    private string? OwnerAt(int modifier, int head)
    {
        if (_entities.At(_tokens.Span(modifier)) is { } owner && IsNamed(owner) && _entities.At(_tokens.Span(head))?.Id != owner.Id)
        {
            return owner.Id;
        }

        ReadOnlySpan<char> form = _tokens.Form(modifier);
        if (_tokens.Tags[modifier] == UniversalTag.Propn)
        {
            foreach (Entity entity in _entities.Entities)
            {
                if (form.SequenceEqual(entity.Name))
                {
                    return entity.Id;
                }
            }
        }

        return null;
    }

    /// <summary>Whether an entity has a name or a country: a thing that has none is another thing in every report, as far as its id tells.</summary>
    internal static bool IsNamed(Entity entity) => entity.Mentions.IsEmpty || entity.Country is not null || entity.Mentions.Any(static m => m.Form is MentionForm.Name or MentionForm.Acronym or MentionForm.Metonym);

    // "drones that Iran sold": "that" refers to the noun above its clause.
    private int Antecedent(int token)
    {
        if (_tokens.Tags[token] is not (UniversalTag.Pron or UniversalTag.Det) || !_tokens.Features[token].Contains("PronType=Rel", StringComparison.Ordinal) && !(tree.Is(token, "which") || tree.Is(token, "who") || tree.Is(token, "that")))
        {
            return token;
        }

        for (int at = token; at >= 0; at = _tokens.Heads[at])
        {
            if (_tokens.Relations[at] == "acl:relcl" || _tokens.Relations[at] == "acl")
            {
                return _tokens.Heads[at];
            }
        }

        return token;
    }

    // "hundreds of boats" are boats.
    private int Measured(int token)
    {
        if (PredicateLexicon.English.IsMeasure(_tokens.Lemmas[token].ToLowerInvariant()))
        {
            foreach (int child in tree.Children(token, "nmod"))
            {
                if (tree.Child(child, "case") is var preposition && preposition >= 0 && tree.Is(preposition, "of"))
                {
                    return child;
                }
            }
        }

        return token;
    }

    private IEnumerable<int> Parts(int head)
    {
        yield return head;

        // "tackle Ivo Marn was arrested", the name read as a second subject beside its noun.
        if (_tokens.Tags[head] == UniversalTag.Noun && head + 1 < _tokens.Count && _tokens.Tags[head + 1] == UniversalTag.Propn && _tokens.Heads[head + 1] == _tokens.Heads[head] && _tokens.Relations[head + 1] == _tokens.Relations[head])
        {
            yield return head + 1;
        }

        foreach (int name in tree.Children(head, "flat", "appos"))
        {
            if (_tokens.Tags[name] == UniversalTag.Propn && _tokens.Tags[head] == UniversalTag.Noun)
            {
                yield return name; // "foreign ministers Ada Quill and Orin Vale".
                foreach (int second in tree.Children(name, "conj"))
                {
                    yield return second;
                }
            }
        }

        foreach (int other in tree.Children(head, "conj"))
        {
            if (_tokens.Tags[other] is UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Pron or UniversalTag.Num or UniversalTag.Adj)
            {
                yield return other;
            }
        }
    }

    private static void AddCountry(Entity entity, SortedSet<string> countries)
    {
        if (CountryOf(entity) is { } country)
        {
            countries.Add(country);
        }
    }
}
