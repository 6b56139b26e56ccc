using System.Collections.Immutable;
using System.Globalization;
using Parallax.Core.Accounts;
using Parallax.Export.Views;

namespace Parallax.Export.Html.Sections;

/// <summary>Figures as a table; bars only where reports compare figures on one scale.</summary>
internal static class FiguresSection
{
    private const double BarWidth = 120;

    public static bool Write(PageContext context)
    {
        ImmutableArray<FigureView> figures = FigureView.AllOf(context.Index);
        if (figures.IsEmpty)
        {
            return false;
        }

        HtmlWriter writer = context.Writer;
        writer.Line($"<div class=\"scroll wide\" tabindex=\"0\" role=\"region\" aria-label=\"Table of figures\"><table class=\"figures\"><thead><tr><th scope=\"col\">What is measured</th><th scope=\"col\">As told</th><th scope=\"col\">Read as</th><th scope=\"col\">As of</th><th scope=\"col\">Who counted</th></tr></thead><tbody>");
        foreach (ImmutableArray<FigureView> row in FigureView.RowsOf(figures))
        {
            FigureView first = row[0];
            Html anchors = Html.Join("", row.Skip(1).Select(figure => Html.Of($"<span{context.Id(figure.Figure.Id)}></span>")));
            Html told = Html.Join("; ", row.GroupBy(static figure => figure.Told.Text, StringComparer.Ordinal).Select(same =>
                Html.Of($"{context.Words(same.First().Told)}{context.Refs(same.Select(static figure => figure.Cite).DistinctBy(static cite => (cite?.Report, cite?.Sentence)))}")));
            string counted = string.Join("; ", row.Select(static figure => figure.Counted).Distinct(StringComparer.Ordinal));
            writer.Line($"<tr class=\"line\"{context.Id(first.Figure.Id)}{PageContext.Data(row.Select(static figure => figure.Told.Report), date: first.Figure.AsOf)}><td{context.LanguageOf(first.Told.Report)}>{first.Measured}</td><th scope=\"row\">{anchors}{told}</th><td>{first.Read}{Bar(first, figures)}</td><td>{first.AsOf}</td><td><bdi>{Words.Capital(counted)}</bdi></td></tr>");
        }

        writer.Line($"</tbody></table></div>");
        return true;
    }

    private static Html Bar(FigureView figure, ImmutableArray<FigureView> all)
    {
        double[] ends = [.. all.Where(other => other.Group == figure.Group && figure.Group >= 0).Select(static other => High(other.Figure))];
        double largest = ends.Length > 1 ? ends.Max() : 0;
        if (!double.IsFinite(largest) || largest <= 0 || Low(figure.Figure) < 0)
        {
            return Html.None;
        }

        double from = Low(figure.Figure) / largest * BarWidth, to = High(figure.Figure) / largest * BarWidth;
        double start = Math.Min(from, BarWidth - 2), width = Math.Max(2, to - start);
        return Html.Of($"<svg class=\"bar\" viewBox=\"0 0 120 8\" width=\"120\" height=\"8\" aria-hidden=\"true\"><rect class=\"track\" width=\"120\" height=\"8\"/><rect class=\"sure\" width=\"{Point(start)}\" height=\"8\"/><rect class=\"span\" x=\"{Point(start)}\" width=\"{Point(width)}\" height=\"8\"/></svg>");
    }

    private static double Low(Figure figure) => figure.Low ?? figure.Value ?? 0;

    private static double High(Figure figure) => figure.High ?? figure.Value ?? figure.Low ?? 0;

    private static string Point(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
