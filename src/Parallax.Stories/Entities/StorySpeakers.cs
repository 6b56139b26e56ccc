using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;

namespace Parallax.Stories.Entities;

/// <summary>Calls the speakers of each report as the whole story does: by the names of their entities, and those that are no entity of their report ("cops", "the Post", "an OPD release") by the body they are.</summary>
/// <remarks>A speaker that two entities could be stays alone. A name is looked for in the speaker's report first, and only where nothing there bears it in the others of its story.</remarks>
internal sealed partial class StorySpeakers
{
    // So near does "the Democrat" follow "a senior Democrat".
    private const int MaxSentences = 2, MaxWords = 4;

    private static readonly ILookup<string, Entity> Nobody = Array.Empty<Entity>().ToLookup(static e => e.Id, StringComparer.Ordinal);

    private readonly ILookup<string, Entity> _ofReport;
    private readonly ILookup<int, Entity> _ofStory;
    private readonly ILookup<string, Entity> _personsOfReport;
    private readonly ILookup<int, Entity> _personsOfStory;
    private readonly Dictionary<string, ILookup<string, Entity>> _namesOfReport = new(StringComparer.Ordinal);
    private readonly Dictionary<int, ILookup<string, Entity>> _namesOfStory = [];
    private readonly Dictionary<string, ImmutableArray<string>> _tokensOf = new(StringComparer.Ordinal);
    private readonly ReportSet _set;
    private readonly IReadOnlyDictionary<string, int> _storyOf;

    // What those who speak in the account were taken for, by entity; of several the first kind.
    private readonly Dictionary<string, ActorKind> _kinds;

    public StorySpeakers(ReportSet set, IReadOnlyDictionary<string, int> storyOf)
    {
        (_set, _storyOf) = (set, storyOf);
        (string Report, Entity Entity)[] persons = [.. set.Reports.SelectMany(static r => r.Entities.Entities.Where(static e => e.Kind == ActorKind.Person).Select(e => (r.Report.Id, e)))];
        _personsOfReport = persons.ToLookup(static p => p.Report, static p => p.Entity, StringComparer.Ordinal);
        _personsOfStory = persons.Where(p => storyOf.ContainsKey(p.Report)).DistinctBy(p => (storyOf[p.Report], p.Entity.Id)).ToLookup(p => storyOf[p.Report], static p => p.Entity);
        (string Report, Entity Entity)[] all = [.. set.Reports.SelectMany(static r => r.Entities.Entities.Where(static e => IsBody(e.Kind)).Select(e => (r.Report.Id, e)))];
        _ofReport = all.ToLookup(static p => p.Report, static p => p.Entity, StringComparer.Ordinal);
        _ofStory = all.Where(p => storyOf.ContainsKey(p.Report)).DistinctBy(p => (storyOf[p.Report], p.Entity.Id)).ToLookup(p => storyOf[p.Report], static p => p.Entity);
        _kinds = set.Reports.SelectMany(static r => r.Statements).Where(static s => s.Source.Entity is not null).GroupBy(static s => s.Source.Entity!, StringComparer.Ordinal).ToDictionary(static g => g.Key, static g => g.Min(static s => s.Source.Kind), StringComparer.Ordinal);
    }

    /// <summary>The report with the speakers known.</summary>
    public AnnotatedReport Apply(AnnotatedReport report)
    {
        Statement[] statements = [.. report.Statements];
        for (int i = 0; i < statements.Length; i++)
        {
            StatementSource source = statements[i].Source;
            statements[i] = source.Kind == ActorKind.NotStated ? OfNeighbours(statements, i) ?? statements[i]
                : source.Text.Length == 0 ? statements[i]
                : Issued(statements, i, report) ?? Through(statements[i], report) ?? ByLetters(statements[i], report) ?? Mouth(statements[i]) ?? NamedNext(statements, i, report) ?? ByTitle(statements, i, report) ?? Described(statements, i, report) ?? Addressed(statements[i]) ?? (source.Entity is null ? Known(statements, i, source) : null) ?? statements[i];
        }

        return report.With(ReportLayers.Statements, new Layer<Statement>(statements));
    }

    private Statement? Known(Statement[] statements, int at, StatementSource source)
    {
        Statement statement = statements[at];
        string report = statement.Report;
        if (source.Kind != ActorKind.Person && (Find(source.Text, report) ?? Find(source.Name, report)) is { } body)
        {
            return Named(statement, body.Id, body.Name, KindOf(body));
        }

        if (source.Kind is ActorKind.Group or ActorKind.Unnamed && source.Name.Split(" and ") is [var one, var other])
        {
            string joined = $"{Find(one, report)?.Name ?? one} and {Find(other, report)?.Name ?? other}";
            return joined == source.Name ? null : Named(statement, null, joined, source.Kind);
        }

        // "An investigation revealed …, police said": what it revealed is theirs to tell.
        bool isEvidence = statement.Parent is not null && source.Kind is ActorKind.Other or ActorKind.Document && OutletNames.IsInquiry(source.Text) && statement.Root.Name == source.Name;
        if (isEvidence && Array.Find(statements, s => s.Id == statement.Parent) is { Source.Kind: ActorKind.Government or ActorKind.Organization or ActorKind.Group } told)
        {
            return statement with { Root = told.Root };
        }

        return Again(statements, at, source);
    }

    // "A senior Democrat said … The Democrat added": one, by the fuller words.
    private static Statement? Again(Statement[] statements, int at, StatementSource source)
    {
        string[] words = source.Text.Split(' ');
        if (words.Length is < 2 or > MaxWords || words[0] is not ("a" or "an" or "A" or "An"))
        {
            return null;
        }

        string again = "the " + words[^1];
        for (int i = at + 1; i < statements.Length && statements[i].Sentence - statements[at].Sentence <= MaxSentences; i++)
        {
            StatementSource later = statements[i].Source;
            bool isSame = later.Entity is not null && later.Kind != ActorKind.Person && (later.Text.Equals(again, StringComparison.OrdinalIgnoreCase) || later.Text.StartsWith(again + " who", StringComparison.OrdinalIgnoreCase));
            if (isSame)
            {
                string name = string.Join(' ', words[1..]);
                for (int k = i; k < statements.Length; k++)
                {
                    statements[k] = statements[k].Source.Entity == later.Entity ? Named(statements[k], later.Entity, name, ActorKind.Unnamed) : statements[k];
                }

                return Named(statements[at], later.Entity, name, ActorKind.Unnamed);
            }
        }

        return null;
    }

    private static Statement Named(Statement statement, string? entity, string name, ActorKind kind) => statement with
    {
        Source = statement.Source with { Entity = entity, Name = name, Kind = kind },
        Root = statement.Root.Name == statement.Source.Name ? new ChainRoot(name, kind) : statement.Root,
    };

    private ActorKind KindOf(Entity body) => body.Kind is ActorKind.Outlet or ActorKind.Agency ? body.Kind : _kinds.GetValueOrDefault(body.Id, body.Kind);

    // The one body that bears the name, in the report, else in its story.
    private Entity? Find(string words, string report)
    {
        string name = OutletNames.Bare(words);
        ImmutableArray<string> key = NameKeys.BodyTokens(name);
        if (key.IsEmpty || (!name.Any(char.IsUpper) && !name.Contains('.', StringComparison.Ordinal) && key is not ["police"]))
        {
            return null;
        }

        string called = string.Join(' ', key);
        foreach ((IEnumerable<Entity> near, ILookup<string, Entity> byName) in new[] { (_ofReport[report], CalledIn(_namesOfReport, report, _ofReport)), _storyOf.TryGetValue(report, out int story) ? (_ofStory[story], CalledIn(_namesOfStory, story, _ofStory)) : ([], Nobody) })
        {
            Entity[] equal = [.. byName[called].DistinctBy(static e => e.Id)];
            equal = equal.Length > 0 ? equal : [.. near.Where(e => e.Kind == ActorKind.Outlet && e.Aliases.Prepend(e.Name).Any(n => OutletNames.IsShort(name, n))).DistinctBy(static e => e.Id)];
            equal = equal.Length > 0 || !NameKeys.IsAcronym(name) ? equal : [.. near.Where(e => e.Aliases.Prepend(e.Name).Any(n => TokensOf(n) is { Length: > 2 } spelt && NameKeys.Initials(spelt).Equals(name, StringComparison.OrdinalIgnoreCase)))];
            if (equal.Length > 0)
            {
                return equal is [var only] ? only : null;
            }
        }

        return null;
    }

    // The bodies of a report or story by the words of each of their names, in their order.
    private ILookup<string, Entity> CalledIn<TPlace>(Dictionary<TPlace, ILookup<string, Entity>> known, TPlace place, ILookup<TPlace, Entity> bodies)
        where TPlace : notnull
    {
        if (!known.TryGetValue(place, out ILookup<string, Entity>? byName))
        {
            known[place] = byName = bodies[place].SelectMany(e => e.Aliases.Prepend(e.Name).Select(n => string.Join(' ', TokensOf(n))).Distinct(StringComparer.Ordinal).Select(n => (Name: n, Body: e)))
                .ToLookup(static p => p.Name, static p => p.Body, StringComparer.Ordinal);
        }

        return byName;
    }

    private ImmutableArray<string> TokensOf(string name) => _tokensOf.TryGetValue(name, out ImmutableArray<string> known) ? known : _tokensOf[name] = NameKeys.BodyTokens(name);

    private static bool IsBody(ActorKind kind) => kind is ActorKind.Outlet or ActorKind.Agency or ActorKind.Organization or ActorKind.Government or ActorKind.Group or ActorKind.Other;
}
