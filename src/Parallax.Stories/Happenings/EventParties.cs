using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Stories.Propositions;

namespace Parallax.Stories.Happenings;

/// <summary>Who takes part in meetings and journeys, and where these go: what decides whether two that are told are one.</summary>
internal sealed class EventParties(ReportSet set, ImmutableArray<Proposition> propositions, IReadOnlyDictionary<string, Entity> entities, IReadOnlyDictionary<string, int> storyOf)
{
    private readonly NestedPlaces _places = new(set, entities);
    private readonly OtherOccasions _occasions = new(set, propositions);
    private readonly Dictionary<int, ImmutableArray<string>> _parties = [];
    private readonly Dictionary<int, List<ImmutableArray<string>>> _fuller = [];

    // The meetings that are told to have been, by story, in the order of propositions.
    private readonly ILookup<int, int> _toldMeetings = Enumerable.Range(0, propositions.Length).Where(i => IsMeeting(propositions[i]) && HappeningMaker.IsTold(propositions[i])).ToLookup(i => storyOf[propositions[i].Report]);

    /// <summary>Whether a proposition tells a meeting, talks or a call.</summary>
    public static bool IsMeeting(Proposition proposition) => proposition.Event is { Plover: PloverType.CONSULT, Mode: not "visit" };

    /// <summary>Whether a proposition tells a visit or a journey.</summary>
    public static bool IsJourney(Proposition proposition) => proposition.Event is { Plover: PloverType.CONSULT, Mode: "visit" };

    /// <summary>Whether two cannot be one: they were on other occasions; of meetings, other people met, or another body sat.</summary>
    public bool Clash(int left, int right)
    {
        if (_occasions.Exclude(left, right))
        {
            return true;
        }

        if (!IsMeeting(propositions[left]) || !IsMeeting(propositions[right]))
        {
            return false;
        }

        ImmutableArray<string> ours = Of(left), theirs = Of(right);
        if (ours.Length < 2 || theirs.Length < 2 || !ours.Any(IsPerson) || !theirs.Any(IsPerson))
        {
            return BodyOf(left) != BodyOf(right);
        }

        string[] onlyOurs = [.. ours.Except(theirs, StringComparer.Ordinal)], onlyTheirs = [.. theirs.Except(ours, StringComparer.Ordinal)];
        bool renamed = onlyOurs.Length == onlyTheirs.Length && (onlyOurs.All(IsUnnamed) || onlyTheirs.All(IsUnnamed)); // "his counterpart" may be Maro
        return (onlyOurs.Length + onlyTheirs.Length > 0 && !renamed) || BodyOf(left) != BodyOf(right);
    }

    /// <summary>Whether two tell that somebody was given a post, and each names another person for it.</summary>
    public bool AppointOthers(Proposition left, Proposition right)
    {
        if (left.Class is not ("appoint" or "hire") || right.Class is not ("appoint" or "hire"))
        {
            return false;
        }

        string[] ours = [.. left.Event!.Recipients.Where(IsNamedPerson)], theirs = [.. right.Event!.Recipients.Where(IsNamedPerson)];
        return ours.Length > 0 && theirs.Length > 0 && !ours.Intersect(theirs, StringComparer.Ordinal).Any();

        bool IsNamedPerson(string id) => entities.GetValueOrDefault(id)?.Kind is ActorKind.Person;
    }

    /// <summary>Whether two meetings may be joined: one told with one side only belongs to the only meeting of that side, or to the talks with all.</summary>
    public bool MayJoin(int left, int right)
    {
        if (!IsMeeting(propositions[left]) || !IsMeeting(propositions[right]))
        {
            return true;
        }

        ImmutableArray<string> ours = Of(left), theirs = Of(right);
        if (ours.Length >= 2 == theirs.Length >= 2)
        {
            return true;
        }

        (int partial, ImmutableArray<string> full) = ours.Length < 2 ? (left, theirs) : (right, ours);
        return Fuller(partial) is { Count: > 0 } fuller && full.SequenceEqual(fuller[0], StringComparer.Ordinal) && fuller.TrueForAll(f => f.All(id => full.Contains(id) || IsUnnamed(id)));
    }

    /// <summary>Whether two meetings are told with the same three or more persons, or by two reports with the same two.</summary>
    public bool SameParties(int left, int right)
    {
        ImmutableArray<string> ours = Of(left);
        return ours.Length > 1 && ours.All(IsPerson) && ours.SequenceEqual(Of(right), StringComparer.Ordinal) && (ours.Length > 2 || propositions[left].Report != propositions[right].Report);
    }

    /// <summary>Whether two journeys of one traveller go to one place, as far as told.</summary>
    public bool SameDestination(Proposition left, Proposition right)
    {
        Entity[] ours = [.. Destination(left)], theirs = [.. Destination(right)];
        return ours.Length == 0 || theirs.Length == 0
            || ours.Any(o => theirs.Any(t => o.Id == t.Id || (o.Country is not null && o.Country == t.Country && (o.Kind is ActorKind.Country or ActorKind.Government || t.Kind is ActorKind.Country or ActorKind.Government || o.Name == t.Name))));
    }

    /// <summary>Whether what happened at two places may be one: they are the same, or one lies in the other.</summary>
    public bool MayBeOnePlace(string left, string right) => _places.MayBeOne(left, right);

    /// <summary>Whether two journeys have a traveller in common.</summary>
    public static bool SameTraveller(Proposition left, Proposition right) => left.Event!.Actors.Any(a => right.Event!.Actors.Contains(a));

    /// <summary>Whether a destination is told.</summary>
    public bool HasDestination(Proposition journey) => Destination(journey).Any();

    private IEnumerable<Entity> Destination(Proposition journey) => journey.Event!.Recipients.Append(journey.Event.Place ?? "").Select(id => entities.GetValueOrDefault(id)).OfType<Entity>()
        .Where(static e => e.Kind is ActorKind.Place or ActorKind.Country or ActorKind.Government or ActorKind.Facility);

    private bool IsPerson(string id) => entities.GetValueOrDefault(id)?.Kind is ActorKind.Person or ActorKind.Unnamed;

    private bool IsUnnamed(string id) => entities.GetValueOrDefault(id)?.Kind is null or ActorKind.Unnamed or ActorKind.Group;

    // Persons where any are named, else all; ordinal.
    private ImmutableArray<string> Of(int index)
    {
        if (_parties.TryGetValue(index, out ImmutableArray<string> known))
        {
            return known;
        }

        string[] all = [.. propositions[index].Event!.Actors.Concat(propositions[index].Event!.Recipients).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        string[] persons = [.. all.Where(IsPerson)];
        return _parties[index] = [.. persons.Length > 0 ? persons : all];
    }

    // The meetings of the story with more sides that hold those of this one, that with most first.
    private List<ImmutableArray<string>> Fuller(int index)
    {
        if (_fuller.TryGetValue(index, out List<ImmutableArray<string>>? known))
        {
            return known;
        }

        Proposition own = propositions[index];
        List<ImmutableArray<string>> fuller = [];
        foreach (int i in _toldMeetings[storyOf[own.Report]])
        {
            if (i != index && Of(i) is { Length: > 1 } parties && Of(index).All(parties.Contains) && BodyOf(i) == BodyOf(index) && PropositionMatcher.TimesAgree(own, propositions[i]) && !fuller.Exists(f => f.SequenceEqual(parties, StringComparer.Ordinal)))
            {
                fuller.Add(parties);
            }
        }

        return _fuller[index] = [.. fuller.OrderByDescending(f => f.Count(id => !IsUnnamed(id))).ThenBy(static f => string.Join(' ', f), StringComparer.Ordinal)];
    }

    // "a cabinet meeting", "the board's session": which body sits; empty where none is told.
    private string BodyOf(int index)
    {
        Proposition proposition = propositions[index];
        if (set[proposition.Report].Find(ReportLayers.Tokens) is not { } tokens)
        {
            return "";
        }

        for (int t = Math.Max(0, proposition.Token - 4); t < proposition.Token; t++)
        {
            if (tokens.Heads[t] == proposition.Token && tokens.Relations[t] == "compound" && tokens.Tags[t] == UniversalTag.Noun && PredicateLexicon.English.IsBody(tokens.Lemmas[t].ToLowerInvariant()))
            {
                return tokens.Lemmas[t].ToLowerInvariant();
            }
        }

        return "";
    }
}
