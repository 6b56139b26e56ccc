using System.Collections.Immutable;
using System.Globalization;
using Parallax.Core.Accounts;
using Parallax.Core.Reports;

namespace Parallax.Export.Views;

/// <summary>The page's own words: counts, stances, kinds. Plain words, no codes and no scores.</summary>
internal static class Words
{
    private const string Told = "they differ in ";

    private static readonly string[] Small = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    private static readonly string[] Ordinals = ["", "first", "second", "third", "fourth"];

    public static string Number(int count) => count >= 0 && count < Small.Length ? Small[count] : count.ToString("#,0", CultureInfo.InvariantCulture);

    public static string Ordinal(int place) => Ordinals[place];

    /// <summary>Before the words of a clause that may tell what a claim tells.</summary>
    public const string MayBeTheSame = "may be the same";

    /// <summary>Before the words that stand just before those of a claim in their report, where these lean on them.</summary>
    public const string JustBefore = "just before it";

    public static string Plural(int count, string singular, string? plural = null) => count == 1 ? singular : plural ?? singular + "s";

    public static string Count(int count, string singular, string? plural = null) => $"{Number(count)} {Plural(count, singular, plural)}";

    public static string Capital(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];

    /// <summary>Whose words.</summary>
    public static string Voice(FramingVoice voice) => voice == FramingVoice.Own ? "own voice" : "in somebody’s words";

    /// <summary>A tone from -1 to 1; the same bounds decide which portrayals are shown.</summary>
    public static string Tone(double tone) => tone switch { > FramingView.ToldTone => "favourable", < -FramingView.ToldTone => "unfavourable", _ => "even" };

    /// <summary>"a, b and c".</summary>
    public static string List(IReadOnlyList<string> items) => items.Count switch
    {
        0 => "", 1 => items[0], _ => string.Join(", ", items.Take(items.Count - 1)) + " and " + items[^1],
    };

    public static string Range(CountRange range, string singular, string? plural = null) => range switch
    {
        { Low: 0, High: 0 } => $"no {singular}",
        { Low: 0 } => $"at most {Count(range.High, singular, plural)}, none certain",
        _ when range.Low == range.High => Count(range.Low, singular, plural),
        _ => $"{Number(range.Low)} to {Count(range.High, singular, plural)}",
    };

    /// <summary>How many independent origins a claim has, in words; how many witnesses that it was said, where there may be more than one.</summary>
    public static string Origins(Claim claim)
    {
        string so = OriginsOfBeingSo(claim);
        return claim.Origins.Said.High > 1 ? $"{so}; {Range(claim.Origins.Said, "witness", "witnesses")} that it was said" : so;
    }

    /// <summary>How many independent origins stand behind its being so, in words.</summary>
    public static string OriginsOfBeingSo(Claim claim) => claim.Origins.So.High == 0 ? claim.Near.IsEmpty ? "nobody here says that it is so" : "nobody here says that it is so in these words" : Range(claim.Origins.So, "independent origin");

    public static string Genre(Genre genre) => genre switch
    {
        Core.Reports.Genre.News => "news", Core.Reports.Genre.Opinion => "opinion", Core.Reports.Genre.Interview => "interview", Core.Reports.Genre.Analysis => "analysis",
        Core.Reports.Genre.Statement => "statement of a body", Core.Reports.Genre.Unknown => "genre unknown", _ => throw new ArgumentOutOfRangeException(nameof(genre), genre, null),
    };

    public static string Position(PositionKind kind) => kind switch
    {
        PositionKind.Affirms => "says it is so", PositionKind.Denies => "denies it", PositionKind.Doubts => "doubts it", PositionKind.Qualifies => "says so with a limit",
        PositionKind.SaysNotKnown => "says it is not known", PositionKind.DeniesSomethingElse => "denies something else", _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static string Stance(Stance stance) => stance switch
    {
        Core.Accounts.Stance.Asserts => "says", Core.Accounts.Stance.Admits => "admits", Core.Accounts.Stance.Confirms => "confirms", Core.Accounts.Stance.Denies => "denies",
        Core.Accounts.Stance.Doubts => "doubts", Core.Accounts.Stance.Accuses => "accuses", Core.Accounts.Stance.Warns => "warns", Core.Accounts.Stance.Demands => "demands",
        Core.Accounts.Stance.Offers => "offers", Core.Accounts.Stance.Promises => "promises", Core.Accounts.Stance.Threatens => "threatens", Core.Accounts.Stance.Praises => "praises",
        Core.Accounts.Stance.Criticises => "criticises", Core.Accounts.Stance.Asks => "asks", Core.Accounts.Stance.SaysNotKnown => "says it is not known", Core.Accounts.Stance.Other => "speaks of",
        _ => throw new ArgumentOutOfRangeException(nameof(stance), stance, null),
    };

    public static string Manner(Manner manner) => manner switch
    {
        Core.Accounts.Manner.Direct => "quoted", Core.Accounts.Manner.Indirect => "indirectly", Core.Accounts.Manner.Mixed => "partly quoted",
        _ => throw new ArgumentOutOfRangeException(nameof(manner), manner, null),
    };

    public static string Hop(HopRelation relation) => relation switch
    {
        HopRelation.AccordingTo => "according to", HopRelation.QuotedBy => "quoted by", HopRelation.PublishedIn => "published in", HopRelation.Told => "told to", HopRelation.TweetedBy => "posted by",
        _ => throw new ArgumentOutOfRangeException(nameof(relation), relation, null),
    };

    /// <summary>What the sides of a conflict differ on, as the line above the columns; who stands with nothing that he says or does is a name written in two ways.</summary>
    public static string Differ(Conflict conflict) => conflict.Kind == ConflictKind.Actor && conflict.Sides.All(static side => side.Evidence.All(static e => e is { Statement: null, Event: null })) ? "They differ on how a name is written"
        : Question(conflict.Explanation.Text) is { Length: > 0 } question ? "They differ on " + question : Differ(conflict.Kind);

    // "they differ in how old Vera Lund is: 34; 43"
    private static string Question(string explanation)
    {
        int end = explanation.IndexOf(':', StringComparison.Ordinal);
        return end > Told.Length && explanation.StartsWith(Told, StringComparison.Ordinal) ? explanation[Told.Length..end] : "";
    }

    /// <summary>What the sides of a conflict of a kind differ on.</summary>
    public static string Differ(ConflictKind kind) => kind switch
    {
        ConflictKind.Figure => "They differ on how many", ConflictKind.Time => "They differ on when", ConflictKind.Place => "They differ on where", ConflictKind.Actor => "They differ on who",
        ConflictKind.Action => "They differ on what was done", ConflictKind.Status => "They differ on how far it has come", ConflictKind.Sequence => "They differ on what came first",
        ConflictKind.Denial => "They differ on whether it is so", ConflictKind.Attribution => "They differ on who said it", ConflictKind.Modality => "They differ on how certain it is",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>How the wordings of an utterance differ; manner null where a report gives the words as nobody's.</summary>
    public static string Quotation(QuotationRelation relation, ImmutableArray<Manner?> manners) => relation switch
    {
        QuotationRelation.Identical => "The same words in each.",
        QuotationRelation.Cut => "Not each has all of the words.",
        QuotationRelation.Rendering => "Two versions in this language of words spoken in another.",
        QuotationRelation.Reworded => "The words inside quotation marks differ.",
        QuotationRelation.Paraphrase when manners.All(static manner => manner == Core.Accounts.Manner.Indirect) => "Reworded; none gives the words in quotation marks.",
        QuotationRelation.Paraphrase when manners.Any(static manner => manner == Core.Accounts.Manner.Direct) => "Reworded; not each gives the words in quotation marks.",
        QuotationRelation.Paraphrase => "Reworded; some of the words stand in quotation marks.",
        _ => throw new ArgumentOutOfRangeException(nameof(relation), relation, null),
    };

    public static string Dependence(DependenceKind kind) => kind switch
    {
        DependenceKind.Copies => "copies", DependenceKind.SharesText => "shares text with", DependenceKind.Cites => "cites", DependenceKind.SameOrigin => "rests on the same origin as",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static string Basis(DateBasis basis) => basis switch
    {
        DateBasis.Metadata => "the page’s own data", DateBasis.Dateline => "the dateline", DateBasis.Text => "words of the text", DateBasis.Neighbours => "other reports of the same happening",
        _ => throw new ArgumentOutOfRangeException(nameof(basis), basis, null),
    };

    /// <summary>A share in plain words, for readers who need no decimals.</summary>
    public static string Share(double share) => share switch
    {
        >= 0.95 => "nearly all of its words", >= 0.7 => "most of its words", >= 0.45 => "about half of its words", >= 0.28 => "about a third of its words", >= 0.18 => "about a fifth of its words", > 0 => "a few of its passages", _ => "",
    };
}
