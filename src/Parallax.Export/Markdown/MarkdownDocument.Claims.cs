using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Export.Views;

namespace Parallax.Export.Markdown;

/// <content>The claims, and where the reports differ on them.</content>
internal sealed partial class MarkdownDocument
{
    private void Claims()
    {
        ClaimsView claims = ClaimsView.Of(index);
        if (Heading("Told from more than one origin", claims.Corroborated.Length))
        {
            foreach (ClaimView claim in claims.Corroborated)
            {
                Claim(claim);
                foreach (string reason in claim.Reasons)
                {
                    Line("  - " + Safe(reason));
                }
            }
        }

        if (Heading("What opposed parties agree on", claims.Agreed.Length))
        {
            foreach ((ClaimView claim, string first, string second) in claims.Agreed)
            {
                Line($"- {Quote(claim.Text)}{NotesOf([claim.Cite])} — {Safe(first)} and {Safe(second)} both say so");
                Resembling(claim);
            }
        }

        if (Heading("Admitted", claims.Admissions.Length))
        {
            foreach (StatementView statement in claims.Admissions)
            {
                Line($"- {Safe(statement.Statement.Source.Name)}: {Quote(statement.Content)}{NotesOf([statement.Cite])}");
            }
        }

        ClaimList("In several reports, not certain to have more than one origin", claims.OneOrigin);
        ClaimList("Told first one way, later another", claims.Updated);
        ClaimList("Planned or announced", claims.Foretold);
        ClaimList("Denied, and perhaps affirmed in other words", claims.DeniedPerhaps);
        ClaimList("Denied, and affirmed by none here", claims.Denied);
        ClaimList("In one report, perhaps in others in other words", claims.PerhapsMore);
        ClaimList("In one report only", claims.OneReport);
    }

    private void ClaimList(string heading, ImmutableArray<ClaimView> claims)
    {
        if (Heading(heading, claims.Length))
        {
            foreach (ClaimView claim in claims)
            {
                Claim(claim);
            }
        }
    }

    private void Claim(ClaimView claim)
    {
        string voices = claim.Voices(index, PositionKind.Affirms, PositionKind.Qualifies, PositionKind.Denies);
        string who = voices.Length == 0 ? "" : " — " + Safe(voices);
        string bracket = claim.Bracket.Length == 0 ? "" : $" ({Safe(string.Join("; ", claim.Bracket))})";
        Line($"- {Quote(claim.Text)}{bracket}{NotesOf([claim.Cite])}{who}; {Words.Origins(claim.Claim)}");
        if (claim.Before is { } before)
        {
            Line($"  - {Words.JustBefore}: {Quote(before)}");
        }

        Resembling(claim);
        foreach (NearView near in claim.Near)
        {
            Line($"  - {Words.MayBeTheSame}, report {index.Letter(near.Telling.Evidence.Report)}: {Quote(near.Words)}{NotesOf([near.Cite])}");
        }
    }

    private void Resembling(ClaimView claim)
    {
        foreach (PositionView voice in claim.Resembling)
        {
            Line($"  - {Words.Position(voice.Position.Kind)}: {Voice(voice)}");
        }
    }

    private void Disputes()
    {
        ImmutableArray<DisputeView> disputes = DisputeView.AllOf(index), compatible = DisputeView.AllOf(index, ConflictRelation.Compatible);
        if (Heading("Disputed", disputes.Length))
        {
            Disputes(disputes);
        }

        if (Heading("Not the same, but both can be so", compatible.Length))
        {
            Disputes(compatible);
        }
    }

    private void Disputes(ImmutableArray<DisputeView> disputes)
    {
        foreach (DisputeView dispute in disputes)
        {
            Line();
            Line($"**{dispute.Question}**{(dispute.Claim is null ? "" : $": {Quote(dispute.Claim.Text)}{NotesOf([dispute.Claim.Cite])}")}");
            Line();
            foreach (DisputeSide side in dispute.Sides)
            {
                Line($"- {Safe(side.Heading)}");
                foreach (PositionView voice in side.Voices)
                {
                    Line($"  - {Voice(voice)}");
                }
            }

            foreach (PositionView voice in dispute.Resembling)
            {
                Line($"- Denies something else: {Voice(voice)}");
            }
        }
    }

    private string Voice(PositionView voice)
    {
        string words = voice.Words is null ? "" : ": " + Quote(voice.Words);
        string chain = voice.Chain.Length > 2 ? $" ({Chain(voice.Chain)})" : "";
        return $"{Safe(voice.Who)}, report {index.Letter(voice.Position.Report)}{words}{NotesOf([voice.Cite])}{chain}";
    }
}
