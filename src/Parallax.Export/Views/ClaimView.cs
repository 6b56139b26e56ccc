using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Core.Reports;

namespace Parallax.Export.Views;

/// <summary>What one report does with a claim.</summary>
/// <param name="Position">The position.</param>
/// <param name="Who">Whose word it is, as the page says it.</param>
/// <param name="IsOwnVoice">Whether the report says it flatly.</param>
/// <param name="Words">The words, or null where the account does not tell them.</param>
/// <param name="Chain">The steps from the report to whom the words go back to; empty where the report says it itself.</param>
/// <param name="Cite">Its sentence.</param>
/// <param name="Cue">The words of saying ("dismissed"); empty where there are none.</param>
internal sealed record PositionView(Position Position, string Who, bool IsOwnVoice, Excerpt? Words, ImmutableArray<ChainStep> Chain, Cite? Cite, string Cue = "");

/// <summary>A clause that may tell what a claim tells.</summary>
/// <param name="Telling">The clause.</param>
/// <param name="Words">Its words.</param>
/// <param name="Cite">Its sentence.</param>
internal sealed record NearView(NearTelling Telling, Excerpt Words, Cite Cite)
{
    public static NearView? Of(AccountIndex index, NearTelling near) => index.CiteOf(near.Evidence) is { } cite && index.Report(near.Evidence.Report) is { } report
        ? new NearView(near, new Excerpt(AccountIndex.Slice(report, near.Evidence.Start, near.Evidence.End), cite.Report), cite) : null;
}

/// <summary>A claim as the page shows it.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Text">Its words.</param>
/// <param name="Cite">Where they stand.</param>
/// <param name="Bracket">What pronouns, nouns and days of the words stand for, as "he [Pavel Orsk]" would need them; empty where that is not known or not needed.</param>
/// <param name="Positions">Who takes which position.</param>
/// <param name="Reasons">Why so many origins: the explanation, then each origin.</param>
/// <param name="Near">What other reports tell that may be the same, each with its place.</param>
internal sealed record ClaimView(Claim Claim, Excerpt Text, Cite? Cite, ImmutableArray<string> Bracket, ImmutableArray<PositionView> Positions, ImmutableArray<string> Reasons, ImmutableArray<NearView> Near)
{
    /// <summary>What stands just before the words in their report, where they leave open what nothing beside them tells; or null.</summary>
    public Excerpt? Before { get; init; }

    public static ClaimView Of(AccountIndex index, Claim claim)
    {
        int report = Math.Max(0, index.ReportIndex(claim.TextEvidence.Report));
        ImmutableArray<PositionView> positions = [.. claim.Positions.Select(position => PositionOf(index, claim, position))];
        var reasons = ImmutableArray.CreateBuilder<string>();
        if (claim.Explanation.Text.Length > 0)
        {
            reasons.Add(claim.Explanation.Text);
        }

        foreach (var same in claim.Positions.Where(static position => position.Kind is PositionKind.Affirms or PositionKind.Qualifies)
            .Select(position => (position.Report, Origin: index.Origin(position.Origin))).Where(static told => told.Origin is not null)
            .GroupBy(static told => (Root: told.Origin!.Kind == OriginKind.NotStated ? "the report itself" : told.Origin.Root, told.Origin.Why)))
        {
            string letters = string.Join(", ", same.Select(told => index.Letter(told.Report)).Distinct(StringComparer.Ordinal));
            reasons.Add($"{Words.Capital(same.Key.Root)} ({letters}): {same.Key.Why}");
        }

        return new ClaimView(claim, new Excerpt(claim.Text, report), index.CiteOf(claim.TextEvidence), StandsFor.Of(index, claim.TextEvidence, claim.LeftOut), positions, reasons.ToImmutable(), [.. claim.Near.Select(near => NearView.Of(index, near)).OfType<NearView>()]) { Before = StandsFor.Before(index, claim) };
    }

    /// <summary>Reports that take any position on it.</summary>
    public int Reports => Claim.Positions.Select(static position => position.Report).Distinct(StringComparer.Ordinal).Count();

    /// <summary>"Ines Taro (A, C); the report itself (B)", for the positions that say it is so.</summary>
    public string Voices(AccountIndex index, params PositionKind[] kinds) => string.Join("; ", VoicesOf(index, kinds));

    /// <summary>The same for a line that is read at a glance: the first <paramref name="most"/> voices, named persons and bodies before the reports themselves, and how many more there are.</summary>
    public string FewVoices(AccountIndex index, int most, params PositionKind[] kinds)
    {
        List<string> voices = [.. VoicesOf(index, kinds).OrderBy(static voice => voice.StartsWith("the report itself", StringComparison.Ordinal))];
        return voices.Count <= most + 1 ? string.Join("; ", voices) : $"{string.Join("; ", voices.Take(most))} and {Words.Number(voices.Count - most)} more";
    }

    private List<string> VoicesOf(AccountIndex index, PositionKind[] kinds)
    {
        var voices = new List<string>();
        foreach (IGrouping<string, PositionView> voice in Positions.Where(position => kinds.Contains(position.Position.Kind)).GroupBy(static position => position.Who, StringComparer.Ordinal))
        {
            voices.Add($"{voice.Key} ({string.Join(", ", voice.Select(position => index.Letter(position.Position.Report)).Distinct(StringComparer.Ordinal))})");
        }

        return voices;
    }

    /// <summary>Denials of something else that only resembles it: no position on the claim, but a reader who is shown the claim must see them.</summary>
    /// <remarks>With the words that deny it: "these reports" alone tells nothing.</remarks>
    public ImmutableArray<PositionView> Resembling => [.. Positions.Where(static position => position.Position.Kind == PositionKind.DeniesSomethingElse)
        .Select(static position => position.Cue.Length == 0 ? position : position with { Who = $"{position.Who} (“{position.Cue}”)" })];

    /// <summary>Whether more than one voice stands on it: then the sentence around its words is not what each of them says.</summary>
    public bool HasSeveralVoices => Positions.Where(static position => position.Position.Kind != PositionKind.DeniesSomethingElse)
        .Select(static position => position.IsOwnVoice ? position.Position.Report : position.Who).Distinct(StringComparer.Ordinal).Skip(1).Any();

    public static PositionView PositionOf(AccountIndex index, Claim claim, Position position)
    {
        Statement? statement = index.Statement(position.Statement);
        int report = Math.Max(0, index.ReportIndex(position.Report));
        AccountReport? text = index.Report(position.Report);
        Event? told = index.Event(position.Event);
        Excerpt? words = statement is not null ? new Excerpt(StatementView.Readable(statement), report)
            : told is not null && text is not null && index.SentenceAt(report, told.Trigger.Start) is >= 0 and int sentence ? index.Sentence(report, sentence) : null;
        Cite? cite = index.CiteOf(position);
        if (cite is null && position.Evidence is { } evidence && text is not null && index.CiteOf(evidence) is { } place)
        {
            // Told by the report itself, in a clause that is no event of a known kind.
            words ??= index.Sentence(place.Report, place.Sentence);
            cite = place;
        }

        if (words is null && position.Report == claim.TextEvidence.Report && index.CiteOf(claim.TextEvidence) is { } own)
        {
            // A position without statement and event is the report telling it in the claim's own words.
            words = new Excerpt(claim.Text, report);
            cite ??= own;
        }

        bool isOwn = statement is null || position.Voice == "own voice" || position.Voice == text?.Outlet?.Name;
        return new PositionView(position, isOwn ? "the report itself" : position.Voice is "" or "not stated" ? "somebody not named" : position.Voice, isOwn, words, statement is null || isOwn ? [] : ChainStep.Of(index, statement), cite, statement?.Cue.Text ?? "");
    }
}
