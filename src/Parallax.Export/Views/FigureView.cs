using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Parallax.Core.Accounts;

namespace Parallax.Export.Views;

/// <summary>A figure as a row of the table.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Measured">What is measured, in the report's words; empty where it does not say.</param>
/// <param name="Told">The figure as it stands in the report.</param>
/// <param name="Read">What it was read as: value or bounds with the unit.</param>
/// <param name="AsOf">As of when, in words; empty where not stated.</param>
/// <param name="Counted">Who counted; "the report itself" where it names nobody.</param>
/// <param name="Cite">Its sentence.</param>
/// <param name="Group">Rows of one group may share a scale; −1 for a row that stands alone.</param>
internal sealed record FigureView(Figure Figure, string Measured, Excerpt Told, string Read, string AsOf, string Counted, Cite? Cite, int Group)
{
    public static ImmutableArray<FigureView> AllOf(AccountIndex index)
    {
        // One scale fits where reports compare the figures: the sides of one conflict or update, in one unit.
        var groups = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < index.Account.Conflicts.Length; i++)
        {
            if (index.Account.Conflicts[i].Kind == ConflictKind.Figure)
            {
                GroupSides(index.Account, index.Account.Conflicts[i], i, groups);
            }
        }

        return
        [
            .. index.Account.Figures
                .Where(figure => index.ReportIndex(figure.Report) >= 0)
                .Select(figure => Make(index, figure, groups.GetValueOrDefault(figure.Id, -1)))
                .OrderBy(static row => row.Group < 0 ? int.MaxValue : row.Group),
        ];
    }

    /// <summary>Figures that say the same of the same, as one row each, in the order of the first; rows of one unit and measure stand together.</summary>
    public static ImmutableArray<ImmutableArray<FigureView>> RowsOf(ImmutableArray<FigureView> figures) =>
    [
        .. figures
            .GroupBy(static figure => (figure.Group, figure.Figure.Unit, Measured: figure.Measured.ToLowerInvariant()))
            .SelectMany(static kind => kind.GroupBy(static figure => (figure.Read, figure.AsOf)).Select(static row => row.ToImmutableArray())),
    ];

    private static void GroupSides(Account account, Conflict conflict, int group, Dictionary<string, int> groups)
    {
        List<Figure> members = [.. account.Figures.Where(figure => conflict.Sides.Any(side => side.Evidence.Any(evidence =>
            evidence.Report == figure.Report && figure.Start < evidence.End && evidence.Start < figure.End)))];
        string? unit = members.FirstOrDefault()?.Unit;
        foreach (Figure figure in members.Where(figure => figure.Unit == unit))
        {
            groups.TryAdd(figure.Id, group);
        }
    }

    private static FigureView Make(AccountIndex index, Figure figure, int group)
    {
        int report = index.ReportIndex(figure.Report);
        AccountReport text = index.Account.Reports[report];
        Statement? statement = index.Statement(figure.According);
        return new FigureView(
            figure, MeasuredOf(index, figure), new Excerpt(AccountIndex.Slice(text, figure.Start, figure.End), report), ReadAs(figure, AccountIndex.Slice(text, figure.Start, figure.End)),
            figure.AsOf is null ? "" : TimeWords.Of(figure.AsOf), statement is null ? "the report itself" : index.IsDoubtful(statement) ? "not certain" : statement.Source.Name is { Length: > 0 } name ? name : "not stated", index.CiteAt(figure.Report, figure.Start, figure.End), group);
    }

    // "the town (from the frontier)": a scope stands behind what is measured; a pronoun, or nothing, gives way to the one it means.
    private static string MeasuredOf(AccountIndex index, Figure figure)
    {
        string words = figure.Measures?.Text ?? "";
        string name = (words.Length == 0 || Pronouns.Contains(words)) && figure.Entities is [var only] ? index.NameOf(only) : "";
        string measured = name.Length > 0 ? name : words;
        string scope = figure.Scope is { Text.Length: > 0 } told ? char.ToLowerInvariant(told.Text[0]) + told.Text[1..] : "";
        return scope.Length == 0 ? measured : measured.Length > 0 ? $"{measured} ({scope})" : scope;
    }

    private static readonly FrozenSet<string> Pronouns = FrozenSet.ToFrozenSet(["he", "she", "it", "they", "him", "her", "them", "who", "whom", "which"], StringComparer.OrdinalIgnoreCase);

    // Words that give no number: the bounds we read into them are in the data, a reader is shown the words.
    private static readonly FrozenSet<string> Vague = FrozenSet.ToFrozenSet(
        ["dozens", "scores", "hundreds", "thousands", "millions", "billions", "trillions", "several", "few", "handful", "couple"], StringComparer.OrdinalIgnoreCase);

    /// <summary>"120 tonnes", "120 tonnes or more", "up to 300 km", "dozens of boats".</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="told">Its words in the report.</param>
    internal static string ReadAs(Figure figure, string told = "")
    {
        bool isVague = figure is { Value: null, Modifier: null } && !told.Any(char.IsAsciiDigit) && Array.Exists(told.Split([' ', '-']), Vague.Contains);
        string unit = Unit(figure, figure.Value ?? figure.High ?? figure.Low ?? 0);
        string amount = (figure.Low, figure.High) switch
        {
            _ when isVague => $"“{told}”",
            (null, null) => figure.Value is { } value ? Number(value) : "amount not stated",
            ({ } low, null) when figure is { Modifier: "more than", Aspect: FigureAspect.Level } => $"more than {Number(low)}",
            ({ } low, null) => $"{Number(low)} or more",
            (null, { } high) => $"{Number(high)} or less",
            ({ } low, { } high) when low.Equals(high) => Number(low),
            (0, { } high) when figure.Modifier == "less than" => $"less than {Number(high)}",
            (0, { } high) when figure.Modifier == "up to" => $"up to {Number(high)}",
            _ when figure is { Modifier: "about", Value: { } value } => $"about {Number(value)}", // its bounds are our rule, not the report's words
            ({ } low, { } high) => $"{Number(low)} to {Number(high)}",
        };
        string aspect = figure.Aspect switch { FigureAspect.Change => " (a change)", FigureAspect.Share => " (a share)", FigureAspect.Level => "", _ => throw new ArgumentOutOfRangeException(nameof(figure), figure.Aspect, null) };
        return (figure.Aspect == FigureAspect.Share && figure.Unit is not ("percent" or "share" or "thing") ? $"{amount} of {unit}" : $"{amount} {unit}{aspect}").Trim();
    }

    // What is counted is told in the words of the report where they are there: "26 crew", "15 campuses"; no plural is made up.
    private static string Unit(Figure figure, double amount)
    {
        string unit = figure.Unit;
        if (unit.Length > 2 && !amount.Equals(1.0) && char.IsAsciiLetter(unit[0]) && unit is not ("person" or "people" or "year" or "share" or "times" or "percent" or "percentage-point") && figure.Measures is { } measures)
        {
            int stem = Math.Max(2, unit.Length - 2);
            string? told = measures.Text.Split([' ', '-']).LastOrDefault(word => word.Length >= stem && word.Length <= unit.Length + 3 && word.StartsWith(unit[..stem], StringComparison.OrdinalIgnoreCase));
            if (told is not null)
            {
                return char.IsLower(unit[^1]) ? told.ToLowerInvariant() : told;
            }
        }

        return Unit(unit, amount);
    }

    private static string Unit(string unit, double amount) => unit switch
    {
        "thing" => "",
        "percent" => "percent",
        "percentage-point" => "percentage points",
        "people" => "people",
        "person" => amount.Equals(1.0) ? "person" : "people",
        "XXX" => "in a currency not stated",
        _ when unit.StartsWith("XXX-", StringComparison.Ordinal) => unit[4..] + (amount.Equals(1.0) ? "" : "s"),
        _ when unit.Length == 3 && unit.All(char.IsAsciiLetterUpper) => unit,
        "foot" => amount.Equals(1.0) ? unit : "feet",
        _ when unit.EndsWith("ss", StringComparison.Ordinal) && !amount.Equals(1.0) => unit + "es",
        _ when unit.Length <= 2 || amount.Equals(1.0) || unit.EndsWith('s') => unit,
        _ => Plural(unit),
    };

    // "countries", "churches", "towns"; a unit with a sign in it ("km/h", "km²") stays as it is.
    private static string Plural(string unit) => unit switch
    {
        "man" or "woman" => unit[..^2] + "en",
        "wife" or "housewife" or "knife" or "life" => unit[..^2] + "ves",
        _ when unit.EndsWith("child", StringComparison.Ordinal) => unit + "ren", // "grandchildren"
        "share" or "times" or "police" or "they" or "we" or "he" or "she" or "it" => unit,
        _ when !char.IsAsciiLetter(unit[^1]) || unit.Contains('/') => unit,
        [.., not ('a' or 'e' or 'i' or 'o' or 'u'), 'y'] => unit[..^1] + "ies",
        [.., 'c' or 's', 'h'] or [.., 'x' or 'z'] => unit + "es",
        _ when unit.EndsWith("man", StringComparison.Ordinal) && unit is not ("human" or "german" or "roman") => unit[..^2] + "en",
        _ => unit + "s",
    };

    internal static string Number(double value)
    {
        double size = Math.Abs(value);
        (double scale, string word) = size switch { >= 1e12 => (1e12, " trillion"), >= 1e9 => (1e9, " billion"), >= 1e6 => (1e6, " million"), _ => (1.0, "") };
        return size >= 1e15 ? value.ToString("0.###e+0", CultureInfo.InvariantCulture) : (value / scale).ToString("#,0.###", CultureInfo.InvariantCulture) + word;
    }
}
