using System.Collections.Immutable;
using System.Globalization;
using Parallax.Core.Accounts;
using Parallax.Export.Views;

namespace Parallax.Export.Html;

/// <summary>What the sections of one page share: the account, the writer, the numbers of the endnotes, and the ids already given. Not thread-safe.</summary>
internal sealed class PageContext(AccountIndex index, HtmlWriter writer)
{
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly List<string> _speakers = [];

    public AccountIndex Index { get; } = index;

    public HtmlWriter Writer { get; } = writer;

    public Endnotes Notes { get; } = new();

    /// <summary>Speakers by the number that lines carry for the filter.</summary>
    public IReadOnlyList<string> Speakers => _speakers;

    public int SpeakerNumber(string name)
    {
        int number = _speakers.IndexOf(name);
        if (number < 0)
        {
            _speakers.Add(name);
            number = _speakers.Count - 1;
        }

        return number;
    }

    /// <summary><c> id="…"</c> where the id was not given before on this page, else nothing: an id stands once.</summary>
    public Html Id(string id) => _ids.Add(id) ? Html.Of($" id=\"{id}\"") : Html.None;

    /// <summary>Words of a report with their language and direction.</summary>
    public Html Words(Excerpt excerpt) => Html.Of($"<span{LanguageOf(excerpt.Report)}>{excerpt.Text}</span>");

    /// <summary>Words of a report in quotation marks; marks that the words bring are not doubled.</summary>
    public Html Quote(Excerpt excerpt) => Html.Of($"<q{LanguageOf(excerpt.Report)}>{OuterMarks.Inside(excerpt.Text)}</q>");

    /// <summary>A name that came from a report, kept from turning the direction of what surrounds it.</summary>
    public static Html Name(string name) => Html.Of($"<bdi>{name}</bdi>");

    public Html LanguageOf(int report)
    {
        string language = report >= 0 && report < Index.Account.Reports.Length ? Index.Account.Reports[report].Language : "und";
        return Html.Of($" lang=\"{(IsTag(language) ? language : "und")}\" dir=\"auto\"");
    }

    /// <summary>The link to a sentence: letter of the report and number of the sentence; in print the number of the endnote.</summary>
    public Html Ref(Cite? cite)
    {
        if (cite is null)
        {
            return Html.None;
        }

        int number = Notes.Number(cite, out bool isFirst);
        Html id = isFirst ? Html.Of($" id=\"n{number}\"") : Html.None;
        return Html.Of($"\u00A0<a class=\"ref\"{id} href=\"#{cite.Anchor(Index)}\"><span class=\"sc\"><span class=\"vh\">report </span>{AccountIndex.Letter(cite.Report)}<span class=\"vh\">, sentence </span>{cite.Sentence + 1}</span><span class=\"pn\">[{number}]</span></a>");
    }

    public Html Refs(IEnumerable<Cite?> cites) => Html.Join("", cites.Select(Ref));

    /// <summary>A chain drawn as small steps.</summary>
    public static Html Chain(ImmutableArray<ChainStep> chain) =>
        Html.Of($"<ol class=\"chain\" aria-label=\"Through whom\">{Html.Join("", chain.Select(static step => Html.Of($"<li><bdi>{step.Name}</bdi>{(step.How.Length > 0 ? Html.Of($" <small>{step.How}</small>") : Html.None)}</li>")))}</ol>");

    /// <summary>What the filters and "without report" look at.</summary>
    public static Html Data(IEnumerable<int> reports, int? speaker = null, Stance? stance = null, string? date = null) =>
        Html.Of($" data-r=\"{string.Join(' ', reports.Where(static report => report >= 0).Distinct().Select(static report => report.ToString(CultureInfo.InvariantCulture)))}\"{(speaker is { } number ? Html.Of($" data-s=\"{number}\"") : Html.None)}{(stance is { } kind ? Html.Of($" data-t=\"{Views.Words.Stance(kind)}\"") : Html.None)}{(date is { Length: >= 4 } && char.IsAsciiDigit(date[0]) ? Html.Of($" data-d=\"{date}\"") : Html.None)}");

    /// <summary>As <see cref="Data"/> for a claim: its affirming positions as <c>report:origin</c>, so that leaving out a report can be reckoned.</summary>
    public Html ClaimData(Claim claim)
    {
        var origins = new List<string>();
        string positions = string.Join(' ', claim.Positions.Where(static position => position.Kind is PositionKind.Affirms or PositionKind.Qualifies).Select(position =>
        {
            if (!origins.Contains(position.Origin))
            {
                origins.Add(position.Origin);
            }

            return string.Create(CultureInfo.InvariantCulture, $"{Index.ReportIndex(position.Report)}:{origins.IndexOf(position.Origin)}");
        }).Distinct(StringComparer.Ordinal));
        Html standing = claim.Status == ClaimStatus.Corroborated ? Html.Of($" data-two=\"1\"") : Html.None;
        return Html.Of($"{Data(claim.Positions.Select(position => Index.ReportIndex(position.Report)))} data-o=\"{positions}\"{standing}");
    }

    /// <summary>One entry of a list: the words with their link, and a note under them.</summary>
    /// <param name="attributes">Id and what the filters look at.</param>
    /// <param name="words">What stands first.</param>
    /// <param name="note">What is said about it; may be empty.</param>
    public void Item(Html attributes, Html words, Html note) =>
        Writer.Line($"<li class=\"line\"{attributes}><p>{words}</p>{(note == Html.None ? Html.None : Html.Of($"<div class=\"note\">{note}</div>"))}</li>");

    /// <summary>A link to the line itself.</summary>
    public static Html Permalink(string id, string what) => Html.Of($"\u00A0<a class=\"perma\" href=\"#{id}\"><span aria-hidden=\"true\">#</span><span class=\"vh\">Permalink of this {what}</span></a>");

    private static bool IsTag(string language) => language.Length is >= 2 and <= 35 && language.All(static unit => char.IsAsciiLetterOrDigit(unit) || unit == '-');
}
