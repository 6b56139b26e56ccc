using System.Collections.Immutable;
using System.Globalization;
using Parallax.Core.Accounts;
using Parallax.Export.Views;

namespace Parallax.Export.Html.Sections;

/// <summary>Who rests on whom: arcs beside a list of reports, and a table that says the same.</summary>
internal static class DependencesSection
{
    private const int RowHeight = 30, Axis = 200, Width = 360;

    // More nodes than this make arcs nobody can follow; the table stays.
    private const int MostNodes = 40;

    public static bool Write(PageContext context)
    {
        ImmutableArray<DependenceView> dependences = DependenceView.AllOf(context.Index);
        if (dependences.IsEmpty)
        {
            return false;
        }

        Graph(context, dependences);
        HtmlWriter writer = context.Writer;
        writer.Line($"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Table of who rests on whom\"><table><thead><tr><th scope=\"col\">Report</th><th scope=\"col\">How</th><th scope=\"col\">On whom</th><th scope=\"col\">Why</th></tr></thead><tbody>");
        foreach (DependenceView dependence in dependences)
        {
            string to = dependence.To >= 0 ? context.Index.LongName(dependence.To) : dependence.Outside;
            writer.Line($"<tr class=\"line\"{PageContext.Data([dependence.From, dependence.To])}><th scope=\"row\"><bdi>{context.Index.LongName(dependence.From)}</bdi></th><td>{dependence.How}</td><td><bdi>{to}</bdi></td><td><span dir=\"auto\">{Words.Capital(dependence.Note)}</span>{context.Refs(dependence.Cites)}</td></tr>");
        }

        writer.Line($"</tbody></table></div>");
        return true;
    }

    private static void Graph(PageContext context, ImmutableArray<DependenceView> dependences)
    {
        List<int> reports = [.. dependences.SelectMany(static dependence => new[] { dependence.From, dependence.To }).Where(static report => report >= 0).Distinct().Order()];
        List<string> outside = [.. dependences.Select(static dependence => dependence.Outside).Where(static name => name.Length > 0).Distinct(StringComparer.Ordinal)];
        int nodes = reports.Count + outside.Count;
        if (nodes > MostNodes)
        {
            return;
        }

        HtmlWriter writer = context.Writer;
        writer.Line($"<figure class=\"graph\"><svg viewBox=\"0 0 {Width} {(nodes * RowHeight) + 10}\" role=\"img\" aria-label=\"Arcs between reports; the table below says the same\"><defs><marker id=\"arrow\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"9\" markerHeight=\"9\" markerUnits=\"userSpaceOnUse\" orient=\"auto\"><path class=\"head\" d=\"M0 0L8 4L0 8z\"/></marker></defs>");
        for (int i = 0; i < nodes; i++)
        {
            string name = i < reports.Count ? context.Index.LongName(reports[i]) : outside[i - reports.Count];
            int y = Row(i);
            writer.Line($"<text x=\"{Axis - 12}\" y=\"{y + 5}\" text-anchor=\"end\">{Short(name)}</text><circle cx=\"{Axis}\" cy=\"{y}\" r=\"4\"{(i < reports.Count ? Html.None : Html.Of($" class=\"outside\""))}/>");
        }

        foreach (DependenceView dependence in dependences)
        {
            int from = reports.IndexOf(dependence.From);
            int to = dependence.To >= 0 ? reports.IndexOf(dependence.To) : reports.Count + outside.IndexOf(dependence.Outside);
            if (from != to)
            {
                writer.Line($"{Arc(dependence, from, to)}");
            }
        }

        writer.Line($"</svg><figcaption><ul class=\"key\">{Html.Join("", dependences.Select(static dependence => (Kind(dependence), dependence.How)).Distinct().Select(static kind => Html.Of($"<li><svg viewBox=\"0 0 40 8\" width=\"40\" height=\"8\" aria-hidden=\"true\"><path class=\"arc {kind.Item1}\" d=\"M0 4H40\"/></svg> {kind.How}</li>")))}</ul></figcaption></figure>");
    }

    private static Html Arc(DependenceView dependence, int from, int to)
    {
        int reach = Axis + Math.Min(140, 30 + (Math.Abs(from - to) * 18));
        string path = string.Create(CultureInfo.InvariantCulture, $"M{Axis + 6} {Row(from)}C{reach} {Row(from)} {reach} {Row(to)} {Axis + 7} {Row(to)}");
        return Html.Of($"<path class=\"arc {Kind(dependence)}\" d=\"{path}\"{(dependence.IsDirected ? Html.Of($" marker-end=\"url(#arrow)\"") : Html.None)}/>");
    }

    private static int Row(int node) => (node * RowHeight) + 20;

    private static string Kind(DependenceView dependence) => dependence.Kind switch
    {
        DependenceKind.Copies => "copies", DependenceKind.SharesText => "shares", DependenceKind.Cites => "cites", DependenceKind.SameOrigin => "same", null => "credit",
        _ => throw new ArgumentOutOfRangeException(nameof(dependence), dependence.Kind, null),
    };

    private static string Short(string name) => name.Length <= 26 ? name : name[..25] + "…";
}
