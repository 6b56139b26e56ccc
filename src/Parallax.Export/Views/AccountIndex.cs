using System.Collections.Immutable;
using Parallax.Core;
using Parallax.Core.Accounts;
using Parallax.Core.Text;

namespace Parallax.Export.Views;

/// <summary>Finds the records of an account by id and the sentence of a place. Ids that lead nowhere give null, so that a reader of somebody else's account
/// sees less and not an error.</summary>
internal sealed class AccountIndex
{
    // Units of a title that still name a report in a table's head.
    private const int LongestTitle = 32;

    private readonly Dictionary<string, int> _reports = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Entity> _entities = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Statement> _statements = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Event> _events = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Claim> _claims = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Origin> _origins = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Happening> _happenings = new(StringComparer.Ordinal);
    private readonly HashSet<string> _doubtful;
    private HashSet<(string Report, int Start)>? _openings;
    private Dictionary<(string Report, int Start), Mention>? _people;
    private ILookup<string, Mention>? _mentions;

    public AccountIndex(Account account)
    {
        Account = account;
        for (int i = 0; i < account.Reports.Length; i++)
        {
            _reports[account.Reports[i].Id] = i;
        }

        Fill(_entities, account.Entities, static entity => entity.Id);
        Fill(_statements, account.Statements, static statement => statement.Id);
        Fill(_statements, account.Doubtful, static statement => statement.Id);
        _doubtful = [.. account.Doubtful.Select(static statement => statement.Id)];
        Fill(_events, account.Events, static told => told.Id);
        Fill(_claims, account.Claims, static claim => claim.Id);
        Fill(_origins, account.Origins, static origin => origin.Id);
        Fill(_happenings, account.Happenings, static happening => happening.Id);
    }

    public Account Account { get; }

    /// <summary>Whether a statement is told apart as doubtful.</summary>
    public bool IsDoubtful(Statement statement) => _doubtful.Contains(statement.Id);

    /// <summary>Whether a sentence begins with a pronoun for somebody named elsewhere.</summary>
    public bool OpensWithPronoun(int reportIndex, int sentence) => IsPronoun(Account.Reports[reportIndex].Id, Account.Reports[reportIndex].Sentences[sentence].Start);

    /// <summary>Whether the reports are at odds about when a claim was so, and about nothing else in it: who stands against it does not say that it was not.</summary>
    public bool IsDisputedInTimeOnly(Claim claim)
    {
        Conflict[] conflicts = [.. Account.Conflicts.Where(conflict => conflict.Claim == claim.Id && conflict.Relation == ConflictRelation.Conflict)];
        return conflicts.Length > 0 && Array.TrueForAll(conflicts, static conflict => conflict.Kind == ConflictKind.Time);
    }

    /// <summary>Whether a pronoun that refers to somebody begins at a place of a report.</summary>
    public bool IsPronoun(string report, int start)
    {
        _openings ??= [.. Account.Entities.SelectMany(static entity => entity.Mentions).Where(static mention => mention.Form == MentionForm.Pronoun).Select(static mention => (mention.Report, mention.Start))];
        return _openings.Contains((report, start));
    }

    /// <summary>Whether "the climber", somebody whose name other words tell or nobody does, begins at a place of a report.</summary>
    public bool OpensWithSomebodyUnnamed(string report, int start)
    {
        _people ??= Account.Entities.Where(static entity => entity.Kind is ActorKind.Person or ActorKind.Unnamed).SelectMany(static entity => entity.Mentions).Where(static mention => mention.Form == MentionForm.Nominal)
            .GroupBy(static mention => (mention.Report, mention.Start)).ToDictionary(static at => at.Key, static at => at.First());
        return Report(report) is { } text && AccountIndex.Slice(text, start, start + 4) is "The " or "the "
            && (_people.ContainsKey((report, start)) || _people.ContainsKey((report, start + 4)));
    }

    /// <summary>What is named or called inside a piece of a report.</summary>
    public IEnumerable<Mention> MentionsIn(Evidence piece)
    {
        _mentions ??= Account.Entities.SelectMany(static entity => entity.Mentions).ToLookup(static mention => mention.Report, StringComparer.Ordinal);
        return _mentions[piece.Report].Where(mention => piece.Start <= mention.Start && mention.End <= piece.End);
    }

    public Entity? Entity(string? id) => id is null ? null : _entities.GetValueOrDefault(id);

    public Statement? Statement(string? id) => id is null ? null : _statements.GetValueOrDefault(id);

    public Event? Event(string? id) => id is null ? null : _events.GetValueOrDefault(id);

    public Claim? Claim(string? id) => id is null ? null : _claims.GetValueOrDefault(id);

    public Origin? Origin(string? id) => id is null ? null : _origins.GetValueOrDefault(id);

    public Happening? Happening(string? id) => id is null ? null : _happenings.GetValueOrDefault(id);

    /// <summary>Place of a report in the account, −1 where there is none of that id.</summary>
    public int ReportIndex(string? id) => id is not null && _reports.TryGetValue(id, out int index) ? index : -1;

    public AccountReport? Report(string? id) => ReportIndex(id) is >= 0 and int index ? Account.Reports[index] : null;

    /// <summary>The letter by which the page names a report: A to Z, then AA, AB ….</summary>
    public static string Letter(int reportIndex)
    {
        string letters = "";
        for (int rest = reportIndex; rest >= 0; rest = (rest / 26) - 1)
        {
            letters = (char)('A' + (rest % 26)) + letters;
        }

        return letters;
    }

    public string Letter(string? reportId) => ReportIndex(reportId) is >= 0 and int index ? Letter(index) : "?";

    /// <summary>The report's letter with its outlet, or, where that is unknown, the beginning of its title.</summary>
    public string LongName(int reportIndex) => $"{Letter(reportIndex)}, {ShortName(reportIndex)}";

    /// <summary>The outlet; where it is unknown, the first words of the title in quotation marks; where there is no title, the file.</summary>
    public string ShortName(int reportIndex)
    {
        AccountReport report = Account.Reports[reportIndex];
        if (report.Outlet is { } outlet)
        {
            return outlet.Name;
        }

        if (report.Title is not { Length: > 0 } title)
        {
            return report.File;
        }

        int end = title.Length <= LongestTitle ? title.Length : title.LastIndexOf(' ', LongestTitle);
        return end <= 0 || end == title.Length ? $"“{title}”" : $"“{title[..end].TrimEnd(',', ':', ';')} …”";
    }

    /// <summary>The sentence that holds the code unit at <paramref name="position"/>, or the last before it; −1 in a report without sentences.</summary>
    public int SentenceAt(int reportIndex, int position)
    {
        ImmutableArray<AccountSentence> sentences = Account.Reports[reportIndex].Sentences;
        int low = 0, high = sentences.Length - 1;
        while (low < high)
        {
            int middle = (low + high + 1) >>> 1;
            if (sentences[middle].Start <= position)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return high < 0 ? -1 : low;
    }

    public Cite? CiteAt(string? reportId, int start, int end) =>
        ReportIndex(reportId) is >= 0 and int index && SentenceAt(index, start) is >= 0 and int sentence ? new Cite(index, sentence, start, end) : null;

    public Cite? CiteOf(Evidence evidence) => CiteAt(evidence.Report, evidence.Start, evidence.End);

    /// <summary>Where the words of a statement begin: of a quotation that goes on behind the sentence of its cue, the sentence in which it does; where there are none, its sentence.</summary>
    public Cite? CiteOf(Statement statement) => CiteAt(statement.Report, statement.Content.Spans is [var words, ..] ? words.Start : statement.Span.Start, statement.Span.End);

    public Cite? CiteOf(Event told) => CiteAt(told.Report, told.Trigger.Start, told.Trigger.End);

    /// <summary>Where a position stands: its statement, else its event.</summary>
    public Cite? CiteOf(Position position) =>
        Statement(position.Statement) is { } statement ? CiteOf(statement) : Event(position.Event) is { } told ? CiteOf(told) : null;

    public ImmutableArray<Cite> CitesOf(IEnumerable<Evidence> evidence) => [.. evidence.Select(CiteOf).OfType<Cite>().DistinctBy(static cite => (cite.Report, cite.Sentence))];

    /// <summary>The words of a sentence.</summary>
    public Excerpt Sentence(int reportIndex, int sentence)
    {
        AccountReport report = Account.Reports[reportIndex];
        AccountSentence bounds = report.Sentences[sentence];
        return new Excerpt(Slice(report, bounds.Start, bounds.End), reportIndex);
    }

    /// <summary>The words between two offsets, cut to the text where they lie outside.</summary>
    public static string Slice(AccountReport report, int start, int end)
    {
        int from = Math.Clamp(start, 0, report.Text.Length);
        return report.Text[from..Math.Clamp(end, from, report.Text.Length)];
    }

    public string NameOf(string? entityId) => Entity(entityId)?.Name ?? "";

    private static void Fill<T>(Dictionary<string, T> table, ImmutableArray<T> items, Func<T, string> id)
    {
        foreach (T item in items)
        {
            table[id(item)] = item;
        }
    }
}
