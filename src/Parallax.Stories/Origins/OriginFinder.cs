using System.Collections.Immutable;
using System.Globalization;
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
internal sealed class OriginFinder
{
    private static readonly Lazy<string[]> Affiliations = new(static () => [.. StoriesData.Lines("en/origins/affiliations.txt")]);

    private static readonly Lazy<HashSet<string>> Hearsay = new(static () => StoriesData.Words("en/origins/hearsay.txt"));

    private static readonly Lazy<HashSet<string>> Pronouns = new(static () => StoriesData.Words("en/origins/pronouns.txt"));

    private static readonly Lazy<HashSet<string>> Offices = new(static () => StoriesData.Words("en/claims/offices.txt"));

    private static readonly Lazy<HashSet<string>> Collectives = new(static () => StoriesData.Words("en/claims/collectives.txt"));

    private static readonly Lazy<HashSet<string>> Speakers = new(static () => StoriesData.Words("en/origins/speakers.txt"));

    private const string Outlet = "outlet:";
    private const string Speaker = "speaker:";

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
        ChainHop? witness = statement.Chain.LastOrDefault(h => h.Entity is null || h.Entity != statement.Source.Entity);
        string witnessKey = witness is null ? "report:" + _textGroup[statement.Report] : "hop:" + (witness.Entity ?? NameKeys.Squeezed(NameKeys.Tokens(witness.Name)));
        if (kind == OriginKind.NotStated)
        {
            // "the Post reported that …": the outlet is known, what it rests on is not.
            string outlet = witness?.Name ?? statement.Source.Name;
            return Register("outlet:" + (witness?.Entity ?? statement.Source.Entity ?? outlet), "not stated", OriginKind.NotStated, statement.Report, witnessKey, false, $"{outlet} gives no source");
        }

        string occasion = statement.Time is { } time && TimexInterval.Parse(time).IsDay ? time[..Math.Min(10, time.Length)] : "";
        string why = occasion.Length > 0 ? $"words of {name} on {occasion}" : $"words of {name}";
        return Register(rootKey, name, kind, statement.Report, witnessKey, witness is not null && IsAffiliated(witness, statement), why, occasion, (RootNames.IsCommonNoun(name) || Pronouns.Value.Contains(name.ToLowerInvariant())) && kind is OriginKind.Speaker, kind == OriginKind.Speaker ? StateOf(statement) : OwnerOf(name) is { } owner ? "owner:" + owner : null, OwnerOf(witness?.Name ?? _set[statement.Report].Report.Outlet?.Name)) with { IsCommonWitness = witness is not null && IsCommon(witness), Witness = witness is null ? "" : string.Join(' ', NameKeys.Tokens(witness.Name)), RootName = RootNames.Key(name), Body = BodyOfRoot(statement)?.Id ?? "", Bodies = BodiesOf(statement) };
    }

    private Entity? SpeakerOf(Statement statement) => statement.Source.Entity is { } id && (statement.Root.Name is null || statement.Root.Name == statement.Source.Name) ? _entities.GetValueOrDefault(id) : null;

    private Entity? BodyOfRoot(Statement statement) => SpeakerOf(statement) is { Kind: ActorKind.Organization or ActorKind.Government } body ? body : null;

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
        return Register("own:" + group, "not stated", OriginKind.NotStated, report, "report:" + group, false, _mergedFor.GetValueOrDefault(group) ?? "told flatly: the report names no source", owner: OwnerOf(_set[report].Report.Outlet?.Name));
    }

    /// <summary>Counts independent witnesses and origins of evidence that takes one side.</summary>
    /// <returns>The ranges and the reasons in words.</returns>
    public static (OriginCounts Counts, ImmutableArray<string> Reasons) Count(IReadOnlyCollection<Evidential> evidence)
    {
        List<string> reasons = [];
        evidence = RootNames.Joined(evidence);

        // A root that is only called by a common noun ("the company") may be one of the named ones.
        string[] common = [.. evidence.Where(static e => e.IsCommon && e.Kind is not (OriginKind.NotStated or OriginKind.Unnamed)).Select(static e => e.RootKey).Distinct(StringComparer.Ordinal)];
        string[] roots = [.. evidence.Where(static e => !e.IsCommon && e.Kind is not (OriginKind.NotStated or OriginKind.Unnamed)).Select(static e => e.RootKey).Distinct(StringComparer.Ordinal)];
        string[] unnamed = [.. evidence.Where(static e => e.Kind == OriginKind.Unnamed).Select(static e => e.RootKey).Distinct(StringComparer.Ordinal)];
        // An outlet that gives no source here and is named as the root there is one origin; and an outlet or agency is seldom a root: what it rests on is not told.
        string[] unstated = [.. evidence.Where(static e => e.Kind == OriginKind.NotStated).Select(static e => e.RootKey).Distinct(StringComparer.Ordinal).Where(k => !k.StartsWith(Outlet, StringComparison.Ordinal) || !roots.Contains(Speaker + k[Outlet.Length..]))];
        unstated = [.. unstated.Where((k, i) => !unstated.Take(i).Any(o => IsOneUtterance(evidence, o, k)))]; // A sentence that two reports have word for word has one author.
        Evidential[] speaking = [.. evidence.Where(static e => !e.IsCommon && e.Kind is not (OriginKind.NotStated or OriginKind.Unnamed)).DistinctBy(static e => e.RootKey, StringComparer.Ordinal)];
        int apart = speaking.Length;
        speaking = [.. speaking.Where((e, i) => !speaking.Take(i).Any(o => IsOneUtterance(evidence, o.RootKey, e.RootKey)))];
        if (speaking.Length < apart)
        {
            reasons.Add("the same words in quotation marks are one utterance, whoever is named for them");
        }

        apart = speaking.Length;
        speaking = [.. speaking.Where(e => e.Body.Length == 0 || !speaking.Any(o => o.Bodies.Contains(" " + e.Body + " ", StringComparison.Ordinal)))];
        if (speaking.Length < apart)
        {
            reasons.Add("a body and who speaks for it may rest on one another");
        }

        apart = speaking.Length;
        speaking = [.. speaking.Where((e, i) => !speaking.Take(i).Any(o => AreOfVersions(evidence, o.RootKey, e.RootKey)))];
        if (speaking.Length < apart)
        {
            reasons.Add("versions of one text that name different speakers for it may have one");
        }

        int voices = Voices([.. speaking.Where(static e => e.Kind is not (OriginKind.Agency or OriginKind.Outlet))]);
        if (speaking.Any(static e => e.Kind is OriginKind.Agency or OriginKind.Outlet))
        {
            reasons.Add("an outlet that names no source counts at the high bound only");
        }

        if (voices < speaking.Count(static e => e.Kind is not (OriginKind.Agency or OriginKind.Outlet)))
        {
            reasons.Add("those who speak for one state may rest on one another");
        }

        int soLow = voices + (roots.Length == 0 && unnamed.Length + common.Length > 0 ? 1 : 0), soHigh = roots.Length + common.Length + unnamed.Length + unstated.Length;
        Evidential[] said = [.. evidence.Where(static e => !e.RootKey.StartsWith("own:", StringComparison.Ordinal))];
        string[] witnesses = [.. said.Select(static e => e.WitnessKey).Distinct(StringComparer.Ordinal)];
        string[] unaffiliated = [.. said.Where(static e => !e.IsAffiliated).Select(static e => e.WitnessKey).Distinct(StringComparer.Ordinal)];
        int named = said.Where(static e => !e.IsAffiliated && e.WitnessKey.StartsWith("hop:", StringComparison.Ordinal) && !e.IsCommonWitness).GroupBy(static e => e.Owner is null ? e.WitnessKey : "owner:" + e.Owner, StringComparer.Ordinal).Select(static g => g.First().Witness).ToArray() is var names
            ? names.Where((n, i) => !names.Where((o, j) => i != j && (o.EndsWith(" " + n, StringComparison.Ordinal) || (o == n && j < i && n.Length > 0))).Any()).Count() : 0;
        bool anyReport = unaffiliated.Any(static w => !w.StartsWith("hop:", StringComparison.Ordinal));
        string[] owners = [.. evidence.Where(static e => e.Owner is not null).GroupBy(static e => e.Owner!, StringComparer.Ordinal).Where(static g => g.Select(static e => e.WitnessKey).Distinct(StringComparer.Ordinal).Count() > 1).Select(static g => g.Key).Order(StringComparer.Ordinal)];
        if (owners.Length > 0)
        {
            reasons.Add($"outlets of one owner count once at the low bound ({string.Join(", ", owners)})");
        }

        int saidLow = witnesses.Length == 0 ? 0 : Math.Max(1, named > 0 ? named : anyReport ? 1 : 0);
        if (said.Count(static e => e.IsCommonWitness) > 1)
        {
            reasons.Add("intermediaries that are not named may be one and the same");
        }

        AddReasons(evidence, roots, common, unnamed, unstated, witnesses, unaffiliated, reasons);
        return (new OriginCounts(new CountRange(saidLow, witnesses.Length), new CountRange(soLow, soHigh)), [.. reasons]);
    }

    private static bool IsOneUtterance(IReadOnlyCollection<Evidential> evidence, string left, string right) =>
        evidence.Any(a => a.RootKey == left && a.Words.Length > 0 && evidence.Any(b => b.RootKey == right && b.Words == a.Words));

    // "the sheriff said", in a later version "his deputy said": reports of one text, of which none names both for it.
    private static bool AreOfVersions(IReadOnlyCollection<Evidential> evidence, string left, string right)
    {
        Evidential[] ours = [.. evidence.Where(e => e.RootKey == left)], theirs = [.. evidence.Where(e => e.RootKey == right)];
        return Array.TrueForAll(ours, o => Array.TrueForAll(theirs, t => o.Text.Length > 0 && o.Text == t.Text && o.Report != t.Report));
    }

    // A ministry, its navy and its minister are one state; a body whose country is not told may be of any of them.
    private static int Voices(Evidential[] roots)
    {
        int states = roots.Where(static r => r.State is { Length: > 0 }).Select(static r => r.State).Distinct(StringComparer.Ordinal).Count();
        return roots.Count(static r => r.State is null) + (states == 0 && roots.Any(static r => r.State is { Length: 0 }) ? 1 : states);
    }

    private static void AddReasons(IReadOnlyCollection<Evidential> evidence, string[] roots, string[] common, string[] unnamed, string[] unstated, string[] witnesses, string[] unaffiliated, List<string> reasons)
    {
        if (roots.Length > 0)
        {
            reasons.Add(string.Create(CultureInfo.InvariantCulture, $"{roots.Length} named {(roots.Length == 1 ? "root" : "roots")}, each counted once however often told"));
        }

        if (common.Length > 0)
        {
            reasons.Add("who is called only by a common noun may be one of the others");
        }

        if (unnamed.Length > 0)
        {
            reasons.Add("unnamed sources may be one and the same");
        }

        if (unstated.Length > 0)
        {
            reasons.Add(string.Create(CultureInfo.InvariantCulture, $"{unstated.Length} told without a source: counted at the high bound only"));
        }

        if (witnesses.Length > unaffiliated.Length)
        {
            reasons.Add("an intermediary close to the speaker's office adds nothing at the low bound");
        }

        if (evidence.Select(static e => e.Report).Distinct(StringComparer.Ordinal).Count() > witnesses.Length && witnesses.Length > 0)
        {
            reasons.Add("reports that share text, an agency's credit or an intermediary count as one witness");
        }
    }

    private (string Key, string Name, OriginKind Kind) Root(Statement statement)
    {
        string name = statement.Root.Name ?? statement.Source.Name;
        string body = BodyOf(name) ?? "";
        bool isCollective = Collectives.Value.Contains(name.ToLowerInvariant());
        name = isCollective ? name.ToLowerInvariant() : name;
        string key = isCollective ? name : body.Length > 0 ? body : OfNation(statement.Source) is { } nation ? nation : statement.Source.Entity is { } entity && (statement.Root.Name is null || statement.Root.Name == statement.Source.Name) ? OneName(entity, name) : OneName(RootNames.Key(name), name);
        return IsHearsay(statement) ? ("", "not stated", OriginKind.NotStated) : KindOf(statement) switch
        {
            ActorKind.NotStated => ("", "not stated", OriginKind.NotStated),
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
    private string? OfNation(StatementSource source)
    {
        if (source.Entity is not { } id || _entities.GetValueOrDefault(id) is not { Kind: ActorKind.Government, Country: { } country } entity)
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
