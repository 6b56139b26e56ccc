using System.Collections.Immutable;
using Parallax.Core;
using Parallax.Core.Accounts;
using Parallax.Core.Identity;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Core.Time;
using Parallax.Stories.Entities;
using Parallax.Stories.Words;

namespace Parallax.Stories.Origins;

/// <summary>Finds the origins behind statements and a report's own words, and counts them.</summary>
internal sealed partial class OriginFinder
{
    private static readonly Lazy<string[]> Affiliations = new(static () => [.. StoriesData.Lines("en/origins/affiliations.txt")]);

    private static readonly Lazy<HashSet<string>> Hearsay = new(static () => StoriesData.Words("en/origins/hearsay.txt"));

    private static readonly Lazy<HashSet<string>> Pronouns = new(static () => StoriesData.Words("en/origins/pronouns.txt"));

    private static readonly Lazy<HashSet<string>> Offices = new(static () => StoriesData.Words("en/claims/offices.txt"));

    private static readonly Lazy<HashSet<string>> Collectives = new(static () => StoriesData.Words("en/claims/collectives.txt"));

    private static readonly Lazy<HashSet<string>> Speakers = new(static () => StoriesData.Words("en/origins/speakers.txt"));

    private const string Outlet = "outlet:";
    private const string Speaker = "speaker:";
    private const string Own = "own:";

    private readonly ReportSet _set;
    private readonly IReadOnlyDictionary<string, Entity> _entities;
    private readonly BodyNames _bodies;
    private readonly Dictionary<string, string> _stateOfAdjective;
    private readonly Dictionary<string, string> _entityOfName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _ownerOf = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, (string Root, OriginKind Kind, SortedSet<string> Reports, string Why)> _origins = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _textGroup = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _mergedFor = new(StringComparer.Ordinal);

    public OriginFinder(ReportSet set, IReadOnlyDictionary<string, Entity> entities, ImmutableArray<Dependence> dependences, AccountOptions options)
    {
        (_set, _entities) = (set, entities);
        _bodies = new BodyNames(entities.Values);
        _stateOfAdjective = StatesOfAdjectives(entities.Values);
        foreach (Entity entity in entities.Values.OrderBy(static e => e.Id, StringComparer.Ordinal))
        {
            _entityOfName.TryAdd(NameKeys.Squeezed(NameKeys.Tokens(entity.Name)), entity.Id);
        }

        foreach ((string outlet, string owner) in options.OutletOwners)
        {
            _ownerOf[NameKeys.Squeezed(NameKeys.Tokens(outlet))] = owner;
        }

        AddDeclaredOwners();
        GroupReports(dependences);
    }

    /// <summary>All origins met so far, by id.</summary>
    public ImmutableArray<Origin> Origins => [.. _origins.Select(static o => new Origin(o.Key, o.Value.Root, o.Value.Kind, [.. o.Value.Reports], o.Value.Why))];

    /// <summary>What a statement goes back to.</summary>
    public Evidential Of(Statement statement)
    {
        (string rootKey, string name, OriginKind kind) = Root(statement);
        ChainHop? witness = statement.Chain.LastOrDefault(h => (h.Entity is null || h.Entity != statement.Source.Entity) && !IsOwnPaper(h));
        string witnessKey = witness is null ? "report:" + _textGroup[statement.Report] : "hop:" + (witness.Entity ?? NameKeys.Squeezed(NameKeys.Tokens(witness.Name)));
        if (kind == OriginKind.NotStated)
        {
            // "the Post reported that …": the outlet is known, what it rests on is not.
            string outlet = witness?.Name ?? statement.Source.Name;
            return Register("outlet:" + (witness?.Entity ?? statement.Source.Entity ?? outlet), "not stated", OriginKind.NotStated, statement.Report, witnessKey, false, $"{outlet} gives no source");
        }

        string occasion = statement.Time is { } time && TimexInterval.Parse(time).IsDay ? time[..Math.Min(10, time.Length)] : "";
        string why = occasion.Length > 0 ? $"words of {name} on {occasion}" : $"words of {name}";
        return Register(rootKey, name, kind, statement.Report, witnessKey, witness is not null && IsAffiliated(witness, statement), why, occasion, (RootNames.IsCommonNoun(name) || Pronouns.Value.Contains(name.ToLowerInvariant())) && kind is OriginKind.Speaker, kind == OriginKind.Speaker ? StateOf(statement) : OwnerOf(name) is { } owner ? "owner:" + owner : null, OwnerOf(witness?.Name ?? _set[statement.Report].Report.Outlet?.Name)) with { IsCommonWitness = witness is not null && IsCommon(witness), Witness = witness is null ? "" : string.Join(' ', NameKeys.Tokens(witness.Name)), RootName = RootNames.Key(name), Body = BodyOfRoot(statement)?.Id ?? "", Bodies = BodiesOf(statement), IsMouth = IsMouth(statement) };
    }

    private Entity? SpeakerOf(Statement statement) => statement.Source.Entity is { } id && (statement.Root.Name is null || statement.Root.Name == statement.Source.Name) ? _entities.GetValueOrDefault(id) : null;

    private Entity? BodyOfRoot(Statement statement) => SpeakerOf(statement) is { Kind: ActorKind.Organization or ActorKind.Government } body ? body : null;

    // "the navy said in a release": what a body puts out bears no witness beside it.
    private static bool IsOwnPaper(ChainHop hop) => hop.Kind == ActorKind.Document && OutletNames.IsIssued(hop.Name);

    private bool IsMouth(Statement statement) => SpeakerOf(statement) is { Kind: ActorKind.Person } person && person.Descriptions.Any(static d => WordList.Of(d).Any(static w => w.Lower.StartsWith("spokes", StringComparison.Ordinal)));

    // "Ada Quill, director of the Harbour Union": what she says and what the union says may be one word.
    private string BodiesOf(Statement statement) => SpeakerOf(statement) is { Kind: ActorKind.Person } person
        ? " " + string.Join(' ', person.Descriptions.SelectMany(_bodies.In).Select(n => _bodies.IdOf(string.Join(' ', NameKeys.Tokens(n)))).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)) + " " : "";

    // "state media", "Iranian state media", "local reports": no name of an outlet.
    private bool IsCommon(ChainHop hop) => (hop.Name[(hop.Name.LastIndexOf(' ') + 1)..] is [var initial, ..] last && char.IsLower(initial) && Collectives.Value.Contains(last)) || IsNoOutlet(hop);

    private bool IsNoOutlet(ChainHop hop) => (hop.Entity is null || !_entities.TryGetValue(hop.Entity, out Entity? outlet) || outlet.Kind is ActorKind.Unnamed or ActorKind.Group)
        && hop.Name.Split(' ') is { Length: > 0 } words && (Collectives.Value.Contains(words[^1].ToLowerInvariant()) || !hop.Name.Any(char.IsUpper));

    // "the defence minister", "the navy's spokesman", "the ministry": whose country, or that of the body, is known or not.
    private string? StateOf(Statement statement)
    {
        Entity? entity = statement.Source.Entity is { } id ? _entities.GetValueOrDefault(id) : null;
        bool holdsOffice = (entity?.Descriptions ?? []).Append(statement.Source.Name).Append(statement.Source.Text).Any(static d => WordList.Of(d).Any(static w => Offices.Value.Contains(w.Lower) || Offices.Value.Contains(w.Lower.TrimEnd('s'))));
        return statement.Source.Kind is ActorKind.Government or ActorKind.Country || holdsOffice || entity?.Kind is ActorKind.Government or ActorKind.Country || entity is { Kind: ActorKind.Group, Country: not null } ? entity?.Country ?? "" : StateOfPeople(statement.Source);
    }

    /// <summary>What a report's own words go back to: the report does not say.</summary>
    public Evidential OfOwnVoice(string report)
    {
        string group = _textGroup[report];
        return Register(Own + group, "not stated", OriginKind.NotStated, report, "report:" + group, false, _mergedFor.GetValueOrDefault(group) ?? "told flatly: the report names no source", owner: OwnerOf(_set[report].Report.Outlet?.Name));
    }

    private (string Key, string Name, OriginKind Kind) Root(Statement statement)
    {
        string name = statement.Root.Name ?? statement.Source.Name;
        string body = BodyOf(name) ?? "";
        bool isCollective = Collectives.Value.Contains(name.ToLowerInvariant());
        name = isCollective ? name.ToLowerInvariant() : name;
        string key = isCollective ? name : body.Length > 0 ? OfNation(body) ?? body : OfNation(statement.Source.Entity) is { } nation ? nation : statement.Source.Entity is { } entity && (statement.Root.Name is null || statement.Root.Name == statement.Source.Name) ? OneName(entity, name) : OneName(RootNames.Key(name), name);
        return IsHearsay(statement) ? ("", "not stated", OriginKind.NotStated) : KindOf(statement) switch
        {
            ActorKind.NotStated => ("", "not stated", OriginKind.NotStated),
            ActorKind.Unnamed when body.Length > 0 && name[(name.LastIndexOf(' ') + 1)..].StartsWith("spokes", StringComparison.OrdinalIgnoreCase) => ("speaker:" + key, _entities[body].Name, OriginKind.Speaker),
            ActorKind.Unnamed => ("unnamed:" + _textGroup[statement.Report] + ":" + key, name, OriginKind.Unnamed),
            ActorKind.Document => ("document:" + key, name, OriginKind.Document),
            ActorKind.Agency => ("speaker:" + key, name, OriginKind.Agency),
            ActorKind.Outlet => ("speaker:" + key, name, OriginKind.Outlet),
            _ => ("speaker:" + key, name, OriginKind.Speaker),
        };
    }

    // "the president", whose name the reports tell elsewhere, is one with a name.
    private ActorKind KindOf(Statement statement) =>
        statement.Root is { Kind: ActorKind.Unnamed, Name: { } name } && statement.Source is { Entity: { } id } source && name == source.Name && _entities.TryGetValue(id, out Entity? entity) && entity.Kind is ActorKind.Person ? entity.Kind : statement.Root.Kind;

    // Two bodies or people of one full name, which nothing has linked, are not two origins for that.
    private string OneName(string entity, string name) =>
        _entityOfName.TryGetValue(NameKeys.Squeezed(NameKeys.Tokens(name)), out string? first) && NameKeys.Tokens(name).Length > 1 ? first : entity;

    // "Reports say": nobody is named who said it.
    private static bool IsHearsay(Statement statement) =>
        statement.Source.Entity is null && statement.Source.Name.Split(' ') is { Length: > 0 } words && Hearsay.Value.Contains(words[^1].ToLowerInvariant()) && !words.Skip(1).Any(static w => w.Any(char.IsUpper));

    // "the Veridian navy", "Veridia's navy": one body of one state, however the state is told.
    private string? OfNation(string? body)
    {
        if (body is not { } id || _entities.GetValueOrDefault(id) is not { Kind: ActorKind.Government, Country: { } country } entity)
        {
            return null;
        }

        string[] words = entity.Name.Split(' ');
        return words.Length == 2 && Offices.Value.Contains(words[1].ToLowerInvariant()) ? country + " " + words[1].ToLowerInvariant() : null;
    }

    // "the Veridians say": a people told of as one speaks for its state, which another name of the account tells ("the Veridian navy").
    private string? StateOfPeople(StatementSource source)
    {
        if (source.Kind is ActorKind.Person or ActorKind.Organization || source.Name.Contains(' ', StringComparison.Ordinal) || source.Name.Length < 4 || !char.IsUpper(source.Name[0]) || source.Name[^1] != 's')
        {
            return null;
        }

        return _stateOfAdjective.GetValueOrDefault(source.Name[..^1]);
    }

    // The first word of bodies of states ("Veridian" of "Veridian navy") with the country; of several the first by name.
    private static Dictionary<string, string> StatesOfAdjectives(IEnumerable<Entity> entities)
    {
        Dictionary<string, string> states = new(StringComparer.Ordinal);
        foreach (Entity entity in entities)
        {
            int blank = entity.Name.IndexOf(' ', StringComparison.Ordinal);
            if (blank > 0 && entity.Country is { } country && entity.Kind is ActorKind.Government or ActorKind.Group)
            {
                string adjective = entity.Name[..blank];
                states[adjective] = states.TryGetValue(adjective, out string? known) && string.CompareOrdinal(known, country) <= 0 ? known : country;
            }
        }

        return states;
    }

    // "analysts of the institute", "the ministry's spokesman": people without a name of their own speak for the body they are called after.
    private string? BodyOf(string name)
    {
        ImmutableArray<string> words = NameKeys.Tokens(name);
        int end = words.Length;
        while (end > 0 && Speakers.Value.Contains(words[end - 1]))
        {
            end--;
        }

        if (end == words.Length || end == 0)
        {
            return null;
        }

        return _bodies.IdOf(string.Join(' ', words[..end]));
    }

    private Evidential Register(string rootKey, string root, OriginKind kind, string report, string witnessKey, bool affiliated, string why, string occasion = "", bool isCommon = false, string? state = null, string? owner = null)
    {
        string id = Ids.Group('o', [rootKey + "@" + occasion]);
        if (!_origins.TryGetValue(id, out var origin))
        {
            _origins[id] = origin = (root, kind, new SortedSet<string>(StringComparer.Ordinal), why);
        }

        origin.Reports.Add(report);
        return new Evidential(id, rootKey, kind, witnessKey, affiliated, report, isCommon, state, owner, Text: _textGroup[report]);
    }

    // What pages say of who owns their outlet counts where the user's register says nothing; two spellings of one owner are one.
    private void AddDeclaredOwners()
    {
        Dictionary<string, string> spelled = new(StringComparer.Ordinal);
        foreach (string owner in _ownerOf.Values.Order(StringComparer.Ordinal))
        {
            spelled.TryAdd(NameKeys.Squeezed(NameKeys.Tokens(owner)), owner);
        }

        foreach (Report report in _set.Reports.Select(static r => r.Report))
        {
            if (report is { Outlet.Name: { } outlet, Owner: { } owner } && NameKeys.Squeezed(NameKeys.Tokens(owner)) is { Length: > 0 } key)
            {
                spelled.TryAdd(key, owner);
                _ownerOf.TryAdd(NameKeys.Squeezed(NameKeys.Tokens(outlet)), spelled[key]);
            }
        }
    }

    private string? OwnerOf(string? outlet) => outlet is null || _ownerOf.Count == 0 ? null : _ownerOf.GetValueOrDefault(NameKeys.Squeezed(NameKeys.Tokens(outlet)));

    // The user's register or the reports say it ("an outlet close to the council"), or name and office share a body.
    private bool IsAffiliated(ChainHop hop, Statement statement)
    {
        if (hop.Entity is null || !_entities.TryGetValue(hop.Entity, out Entity? outlet) || statement.Source.Entity is not { } speakerId || !_entities.TryGetValue(speakerId, out Entity? speaker))
        {
            return false;
        }

        string[] bodies = [.. speaker.Descriptions.Append(speaker.Name).SelectMany(_bodies.In)];
        if (OwnerOf(hop.Name) is { } owner && bodies.Append(speaker.Name).Concat(speaker.Aliases).Contains(owner, StringComparer.OrdinalIgnoreCase))
        {
            return true;
        }

        return outlet.Descriptions.Any(d => Affiliations.Value.Any(w => d.Contains(w, StringComparison.OrdinalIgnoreCase)) && bodies.Any(b => d.Contains(b, StringComparison.OrdinalIgnoreCase)))
            || (outlet.Country is not null && outlet.Country == speaker.Country && outlet.Descriptions.Any(static d => d.Contains("state", StringComparison.OrdinalIgnoreCase)) && speaker.Descriptions.Length > 0);
    }

    private void GroupReports(ImmutableArray<Dependence> dependences)
    {
        AnnotatedReport[] reports = [.. _set.Reports];
        Dictionary<string, int> index = reports.Select(static (r, i) => (r.Report.Id, i)).ToDictionary(static p => p.Id, static p => p.i, StringComparer.Ordinal);
        DisjointSets sets = new(reports.Length);
        Dictionary<int, string> reasons = [];
        foreach (Dependence dependence in dependences.Where(static d => d.Kind is DependenceKind.Copies or DependenceKind.SameOrigin or DependenceKind.SharesText))
        {
            string why = dependence.Kind switch { DependenceKind.Copies => "copied text", DependenceKind.SharesText => "shared text", _ => "the same agency's credit" };
            if (sets.Join(index[dependence.From], index[dependence.To]))
            {
                reasons[sets.Find(index[dependence.From])] = why;
            }
        }

        for (int i = 0; i < reports.Length; i++)
        {
            string group = reports[sets.Find(i)].Report.Id;
            _textGroup[reports[i].Report.Id] = group;
            if (reasons.TryGetValue(sets.Find(i), out string? why))
            {
                _mergedFor[group] = $"told flatly by reports that are one by {why}";
            }
        }
    }
}
