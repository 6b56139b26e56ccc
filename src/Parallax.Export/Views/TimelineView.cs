using System.Collections.Immutable;
using Parallax.Core;
using Parallax.Core.Accounts;

namespace Parallax.Export.Views;

/// <summary>One line of the timeline.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="When">Its time in words, with “(disputed)” where a conflict is about it.</param>
/// <param name="Text">Words of a report.</param>
/// <param name="Bracket">What pronouns and nouns of the words stand for; empty where that is not known or not needed.</param>
/// <param name="Cites">Its sentences.</param>
/// <param name="Reports">Letters of the reports that tell it.</param>
/// <param name="Updates">Conflicts of the kind update whose earlier side stands here.</param>
internal sealed record TimelineLine(TimelineEntry Entry, string When, Excerpt Text, string Bracket, ImmutableArray<Cite> Cites, ImmutableArray<string> Reports, ImmutableArray<DisputeView> Updates);

/// <summary>The timeline, with updates under what they update.</summary>
/// <param name="Lines">In account order.</param>
/// <param name="OtherUpdates">Updates of what has no line of its own.</param>
internal sealed record TimelineView(ImmutableArray<TimelineLine> Lines, ImmutableArray<DisputeView> OtherUpdates)
{
    public static TimelineView Of(AccountIndex index)
    {
        ImmutableArray<DisputeView> updates = DisputeView.AllOf(index, ConflictRelation.Update);
        var placed = new HashSet<DisputeView>();
        var lines = ImmutableArray.CreateBuilder<TimelineLine>();
        foreach (TimelineEntry entry in index.Account.Timeline)
        {
            // The sentence that has the words stands first.
            ImmutableArray<Cite> cites = [.. index.CitesOf(entry.Evidence).OrderBy(cite => !index.Sentence(cite.Report, cite.Sentence).Text.Contains(entry.Text.Split(" … ")[^1], StringComparison.Ordinal))];
            int report = cites.Length > 0 ? cites[0].Report : Math.Max(0, entry.Reports.Select(index.ReportIndex).FirstOrDefault());
            ImmutableArray<DisputeView> own = [.. updates.Where(update => !placed.Contains(update) && StandsAt(update, cites))];
            placed.UnionWith(own);
            lines.Add(new TimelineLine(entry, TimeWords.Of(entry) + (IsDisputed(index, entry) ? " (disputed)" : ""), new Excerpt(Readable(entry.Text), report), BracketOf(index, entry, cites), cites, [.. entry.Reports.Select(index.Letter)], own));
        }

        return new TimelineView(lines.ToImmutable(), [.. updates.Where(update => !placed.Contains(update))]);
    }

    // Words that are no longer as they stand in the sentence have their names already.
    private static string BracketOf(AccountIndex index, TimelineEntry entry, ImmutableArray<Cite> cites)
    {
        if (cites.IsEmpty)
        {
            return "";
        }

        AccountReport report = index.Account.Reports[cites[0].Report];
        int at = report.Text.IndexOf(entry.Text, report.Sentences[cites[0].Sentence].Start, StringComparison.Ordinal);
        return at < 0 || at >= report.Sentences[cites[0].Sentence].End ? "" : StandsFor.BracketOf(index, new Evidence(report.Id, at, at + entry.Text.Length));
    }

    // Words cut out of the middle of a sentence say so.
    internal static string Readable(string words)
    {
        string bare = OuterMarks.OffAlone(words);
        return bare.Length > 0 && char.IsLower(bare[0]) ? "… " + bare : bare;
    }

    // A time that somebody disputes is never told flatly.
    private static bool IsDisputed(AccountIndex index, TimelineEntry entry) =>
        entry.Happening is not null && index.Account.Conflicts.Any(c => c is { Kind: ConflictKind.Time, Relation: ConflictRelation.Conflict }
            && c.Sides.Any(side => side.Evidence.Any(e => entry.Evidence.Any(own => own.Report == e.Report && own.Start <= e.Start && e.End <= own.End))));

    private static bool StandsAt(DisputeView update, ImmutableArray<Cite> cites) =>
        update.Sides.Length > 0 && update.Sides[0].Voices.Any(voice => voice.Cite is { } cite && cites.Any(other => other.Report == cite.Report && other.Sentence == cite.Sentence));
}
