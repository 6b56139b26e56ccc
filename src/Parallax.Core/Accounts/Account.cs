using System.Collections.Immutable;
using Parallax.Core.Findings;
using Parallax.Core.Reports;
using Parallax.Core.Text;

namespace Parallax.Core.Accounts;

/// <summary>What made an account: no clock, no machine name.</summary>
/// <param name="Program">"parallax" and its version.</param>
/// <param name="Model">Name and hash of the language model.</param>
/// <param name="Options">Options that change the account, by name, sorted.</param>
public sealed record Made(string Program, string Model, ImmutableSortedDictionary<string, string> Options);

/// <summary>A sentence of a report in the account.</summary>
/// <param name="Start">First code unit.</param>
/// <param name="End">First code unit after it.</param>
/// <param name="Part">What it belongs to.</param>
public readonly record struct AccountSentence(int Start, int End, TextPart Part);

/// <summary>A place of which nothing could be made.</summary>
/// <param name="Start">First code unit.</param>
/// <param name="End">First code unit after it.</param>
/// <param name="Why">Why.</param>
public readonly record struct NotRead(int Start, int End, string Why);

/// <summary>A report as the account carries it; every offset of the account refers to <see cref="Text"/>.</summary>
public sealed record AccountReport
{
    /// <summary><c>r…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>First of <see cref="Files"/>.</summary>
    public required string File { get; init; }

    /// <summary>All names under which the same bytes were given.</summary>
    public ImmutableArray<string> Files { get; init; } = [];

    /// <summary>Address, or null.</summary>
    public string? Url { get; init; }

    /// <summary>SHA-256 of the bytes received.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Outlet, or null.</summary>
    public Outlet? Outlet { get; init; }

    /// <summary>Title, or null.</summary>
    public string? Title { get; init; }

    /// <summary>Byline, or null.</summary>
    public string? Byline { get; init; }

    /// <summary>Dateline, or null.</summary>
    public string? Dateline { get; init; }

    /// <summary>Genre.</summary>
    public Genre Genre { get; init; }

    /// <summary>BCP 47 tag.</summary>
    public required string Language { get; init; }

    /// <summary>Publication date as far as certain, or null.</summary>
    public PublishedDate? Published { get; init; }

    /// <summary>First publisher, or null.</summary>
    public Credit? CarriedFrom { get; init; }

    /// <summary>Authors.</summary>
    public ImmutableArray<string> Authors { get; init; } = [];

    /// <summary>Agency credited, or null.</summary>
    public Credit? Agency { get; init; }

    /// <summary>Changed, or null.</summary>
    public string? Modified { get; init; }

    /// <summary>Captured, or null.</summary>
    public string? Captured { get; init; }

    /// <summary>All dates found.</summary>
    public ImmutableArray<DateCandidate> DateCandidates { get; init; } = [];

    /// <summary>The article.</summary>
    public required string Text { get; init; }

    /// <summary>Pieces of <c>[start in text, start in the received text, length]</c>.</summary>
    public ImmutableArray<ImmutableArray<int>> TextMap { get; init; } = [];

    /// <summary>Sentences in order; their index is what statements and events refer to.</summary>
    public ImmutableArray<AccountSentence> Sentences { get; init; } = [];

    /// <summary>What was cut.</summary>
    public ImmutableArray<Furniture> Furniture { get; init; } = [];

    /// <summary>Sentences of which nothing could be made.</summary>
    public ImmutableArray<NotRead> NotRead { get; init; } = [];

    /// <summary>Other versions of this report, newest first; this one counts.</summary>
    public ImmutableArray<ReportVersion> Versions { get; init; } = [];
}

/// <summary>The sourced account of a set of reports: <c>parallax.account/1</c>, described in docs/account-format.md.</summary>
/// <remarks>Deterministic: the same reports in any order give the same bytes.</remarks>
public sealed record Account
{
    /// <summary>Name and version of the format.</summary>
    public const string SchemaName = "parallax.account/1";

    /// <summary>Name and version of the format.</summary>
    public string Schema { get; init; } = SchemaName;

    /// <summary>What made it.</summary>
    public required Made Made { get; init; }

    /// <summary>Reports by first known date, then hash.</summary>
    public ImmutableArray<AccountReport> Reports { get; init; } = [];

    /// <summary>Entities across reports.</summary>
    public ImmutableArray<Entity> Entities { get; init; } = [];

    /// <summary>Time expressions.</summary>
    public ImmutableArray<TimeExpression> Times { get; init; } = [];

    /// <summary>Figures.</summary>
    public ImmutableArray<Figure> Figures { get; init; } = [];

    /// <summary>Statements.</summary>
    public ImmutableArray<Statement> Statements { get; init; } = [];

    /// <summary>Statements that may well have been misread; nothing else in the account rests on them.</summary>
    public ImmutableArray<Statement> Doubtful { get; init; } = [];

    /// <summary>Events.</summary>
    public ImmutableArray<Event> Events { get; init; } = [];

    /// <summary>Stories.</summary>
    public ImmutableArray<Story> Stories { get; init; } = [];

    /// <summary>Happenings.</summary>
    public ImmutableArray<Happening> Happenings { get; init; } = [];

    /// <summary>Claims.</summary>
    public ImmutableArray<Claim> Claims { get; init; } = [];

    /// <summary>Origins.</summary>
    public ImmutableArray<Origin> Origins { get; init; } = [];

    /// <summary>Conflicts.</summary>
    public ImmutableArray<Conflict> Conflicts { get; init; } = [];

    /// <summary>Quotations in several wordings.</summary>
    public ImmutableArray<Quotation> Quotations { get; init; } = [];

    /// <summary>Who rests on whom.</summary>
    public ImmutableArray<Dependence> Dependences { get; init; } = [];

    /// <summary>Timeline.</summary>
    public ImmutableArray<TimelineEntry> Timeline { get; init; } = [];

    /// <summary>How the reports tell it.</summary>
    public Framing Framing { get; init; } = Framing.Empty;

    /// <summary>Problems met.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];
}
