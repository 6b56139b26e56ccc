using System.Collections.Immutable;
using System.Globalization;
using Parallax.Core;
using Parallax.Core.Accounts;
using Parallax.Core.Identity;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Core.Text;
using Parallax.Core.Time;
using Parallax.Stories.Propositions;
using Parallax.Stories.Words;

namespace Parallax.Stories.Grouping;

/// <summary>Makes the stories of an account.</summary>
internal static class StoryMaker
{
    private const int LongestTitle = 120, ShortestTitle = 40;

    // Chosen by reading accounts.
    private const int PartOfMost = 3;

    /// <summary>Groups the reports; each report is in exactly one group. Lists of report ids, by smallest hash.</summary>
    public static ImmutableArray<ImmutableArray<string>> Group(ReportSet set, StoryOptions options, Dictionary<string, Explanation> reasons)
    {
        StoryIndex index = new(options);
        foreach (AnnotatedReport report in set.Reports)
        {
            index.Add(StoryFeatures.Of(report.Report));
        }

        Dictionary<string, string> idOf = set.Reports.ToDictionary(static r => r.Report.Sha256, static r => r.Report.Id, StringComparer.Ordinal);
        List<ImmutableArray<string>> groups = [];
        Protagonists protagonists = new(set);
        foreach (StoryGroup group in index.GroupsOfChosen((left, story) => protagonists.Shared([.. left.Select(m => idOf[m])], [.. story.Select(m => idOf[m])])))
        {
            ImmutableArray<string> ids = [.. group.Members.Select(m => idOf[m])];
            int average = group.Average;
            reasons[Ids.Group('t', ids)] = Explanation.Of(
                "story",
                ids.Length == 1
                    ? "no other report is enough like this one"
                    : string.Create(CultureInfo.InvariantCulture, $"{ids.Length} reports whose telling words and names are alike: {average / 1000.0:0.00} on average, where {options.Join / 1000.0:0.00} is enough"),
                average / 1000.0)
                .From([.. group.Edges.OrderByDescending(static e => e.Likeness).ThenBy(static e => e.Left, StringComparer.Ordinal).ThenBy(static e => e.Right, StringComparer.Ordinal).Take(20).Select(e =>
                    Explanation.Of("likeness", string.Create(CultureInfo.InvariantCulture, $"{idOf[e.Left]} and {idOf[e.Right]}: {e.Likeness / 1000.0:0.00}"), e.Likeness / 1000.0))]);
            groups.Add(ids);
        }

        ImmutableArray<ImmutableArray<string>> joined = OneCrime.Join(set, [.. groups]);
        foreach (ImmutableArray<string> ids in joined.Where(j => !reasons.ContainsKey(Ids.Group('t', j))))
        {
            reasons[Ids.Group('t', ids)] = Explanation.Of("story", string.Create(CultureInfo.InvariantCulture, $"{ids.Length} reports of one killing, who name the same dead and the same accused"));
        }

        return joined;
    }

    /// <summary>The stories with title and days, by report order.</summary>
    public static ImmutableArray<Story> Make(ReportSet set, ImmutableArray<ImmutableArray<string>> groups, IReadOnlyDictionary<string, int> order, IReadOnlyDictionary<string, Explanation> reasons, ImmutableArray<Happening> happenings)
    {
        List<Story> stories = [];
        foreach (ImmutableArray<string> group in groups)
        {
            ImmutableArray<string> reports = [.. group.OrderBy(r => order[r])];
            string id = Ids.Group('t', reports);
            (string? from, string? to) = Days(set, reports, [.. happenings.Where(h => h.Reports.Any(reports.Contains))]);
            stories.Add(new Story(id, Title(set, reports), reports, from, to) { Explanation = reasons[id] });
        }

        return [.. stories.OrderBy(s => order[s.Reports[0]])];
    }

    // The headline whose words the beginnings of the others share most; where no report has one, the first sentence that they share most, as it will be shown.
    private static string Title(ReportSet set, ImmutableArray<string> reports)
    {
        AnnotatedReport[] all = [.. reports.Select(r => set[r])];
        AnnotatedReport[] headed = [.. all.Where(static r => r.Report.Title is { } title && !StoryTitles.IsDate(r, title))];
        return Shown(StoryTitles.Best(headed.Length > 0 ? headed : all, all, Shown, LongestTitle));
    }

    private static string Shown(AnnotatedReport report) => report.Report.Title is { } title && !StoryTitles.IsDate(report, title) ? title
        : Shortened(report.Find(ReportLayers.Tokens) is { Sentences.Length: > 0 } tokens ? report.Report.Text.Slice(MainClause(tokens)) : report.Report.Text.Text[..Math.Min(LongestTitle, report.Report.Text.Length)]);

    // "Marking his first visit since the strike, the mayor landed in Veld on Friday": too long for a title, a sentence begins with its subject.
    private static TextSpan MainClause(TokenLayer tokens)
    {
        Sentence sentence = tokens.Sentences[Math.Max(0, tokens.Sentences.Select(static (s, i) => s.Part == TextPart.Title ? -1 : i).FirstOrDefault(static i => i >= 0, -1))]; // A date in place of a headline tells nothing.
        if (sentence.Span.Length <= LongestTitle)
        {
            return sentence.Span;
        }

        Tree tree = new(tokens);
        int root = Enumerable.Range(sentence.FirstToken, sentence.EndToken - sentence.FirstToken).FirstOrDefault(t => tree.Relation(t) == "root", -1);
        int subject = root < 0 ? -1 : tree.Children(root, "nsubj", "nsubj:pass").FirstOrDefault(-1);
        TextSpan whole = subject < 0 ? sentence.Span : TextSpan.FromBounds(tree.Span(subject).Start, sentence.Span.End);
        return subject >= 0 && subject < root && char.IsUpper(tokens.Text.Text[whole.Start]) && whole.Start >= sentence.Span.Start ? whole : sentence.Span;
    }

    // A sentence that stands for a title ends at a comma or word within the length of one; what is left out shows as an ellipsis.
    private static string Shortened(string sentence)
    {
        if (sentence.Length <= LongestTitle)
        {
            return sentence;
        }

        int comma = sentence.LastIndexOf(", ", LongestTitle, LongestTitle - ShortestTitle, StringComparison.Ordinal), space = sentence.LastIndexOf(' ', LongestTitle);
        string words = sentence[..(comma > 0 ? comma : space > 0 ? space : LongestTitle)];

        // "the murder of …": a word that leads to the next is left out with it.
        while (words.LastIndexOf(' ') is var at && at > ShortestTitle && WordList.IsStop(words[(at + 1)..].ToLowerInvariant()))
        {
            words = words[..at].TrimEnd(',');
        }

        return words + " …";
    }

    // The days of what the story is about: of the happenings that a third as many of its reports tell as the one that most tell, and of publication. What one report looks back on is another matter.
    private static (string? From, string? To) Days(ReportSet set, ImmutableArray<string> reports, Happening[] happenings)
    {
        List<NodaTime.LocalDate> days = [];
        int most = happenings.Select(h => TellersOf(h, reports)).DefaultIfEmpty().Max();
        foreach (string time in happenings.Where(h => TellersOf(h, reports) * PartOfMost >= most).Select(static h => h.Time).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            TimexInterval interval = TimexInterval.Parse(time);
            if (interval is { Precision: Core.Time.TimePrecision.Day or Core.Time.TimePrecision.DayPart or Core.Time.TimePrecision.Clock, Earliest: { } day })
            {
                days.Add(day);
            }
        }

        foreach (PublishedDate published in reports.Select(r => set[r].Report.Published).OfType<PublishedDate>())
        {
            if (TimexInterval.Parse(published.Value) is { IsDay: true, Earliest: { } day })
            {
                days.Add(day);
            }
        }

        return days.Count == 0 ? (null, null) : (days.Min().ToString("uuuu-MM-dd", CultureInfo.InvariantCulture), days.Max().ToString("uuuu-MM-dd", CultureInfo.InvariantCulture));
    }

    private static int TellersOf(Happening happening, ImmutableArray<string> reports) => happening.Reports.Count(r => reports.Contains(r, StringComparer.Ordinal));
}
