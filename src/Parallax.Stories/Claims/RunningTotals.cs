using System.Text.RegularExpressions;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Stories.Conflicts;
using Parallax.Stories.Propositions;

namespace Parallax.Stories.Claims;

/// <summary>Tells numbers that run over several occasions ("so far", "during the five raids") from those of one.</summary>
internal static partial class RunningTotals
{
    private const int RegexTimeoutMs = 1000;

    // "In their five raids": a row of occasions, not of days.
    [GeneratedRegex(@"\b(?:so|thus) far\b|\bto date\b|\b(?:during|in|over|through) (?:all )?(?:the|their|its|her|his|these|those) (?:two|three|four|five|six|seven|eight|nine|ten|\d{1,3}) (?!days|weeks|months|years|hours|minutes|seconds)\p{Ll}+s\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, RegexTimeoutMs)]
    private static partial Regex TotalRegex();

    /// <summary>Whether a figure stands in a sentence that tells a running total.</summary>
    public static bool IsOne(AnnotatedReport report, Figure figure) => TotalRegex().IsMatch(Sentence(report, figure));

    /// <summary>Whether a figure is a running total in a report that tells the number of one occasion beside it. Of people one toll may simply have grown.</summary>
    public static bool IsBesideOne(AnnotatedReport report, Figure figure) => !Measurands.IsPeople(figure.Unit) && IsOne(report, figure)
        && report.Figures.Any(f => f.Unit == figure.Unit && f.Aspect == figure.Aspect && f.Value is not null && f.Value != figure.Value && !IsOne(report, f));

    /// <summary>Whether of two clauses with other figures one tells a running total and the other not, and some report tells both numbers so: two scopes.</summary>
    public static bool AreTwoScopes(ReportSet set, Proposition left, Figure figure, Proposition right, Figure other)
    {
        bool isTotal = IsOne(set[left.Report], figure);
        if (Measurands.IsPeople(figure.Unit) || isTotal == IsOne(set[right.Report], other))
        {
            return false;
        }

        (double? total, double? single) = isTotal ? (figure.Value, other.Value) : (other.Value, figure.Value);
        return total is not null && single is not null && set.Reports.Any(r => r.Figures.Any(f => f.Value == total && IsBesideOne(r, f) && r.Figures.Any(g => g.Value == single && g.Unit == f.Unit && !IsOne(r, g))));
    }

    private static string Sentence(AnnotatedReport report, Figure figure)
    {
        TokenLayer tokens = report.Tokens;
        return tokens.Count == 0 ? "" : report.Report.Text.Slice(tokens.Sentences[tokens.SentenceOf(Math.Max(0, tokens.TokenAt(figure.Start)))].Span);
    }
}
