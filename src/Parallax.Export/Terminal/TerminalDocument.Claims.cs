using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Export.Views;

namespace Parallax.Export.Terminal;

/// <content>The claims, and where the reports differ on them.</content>
internal sealed partial class TerminalDocument
{
    private void Claims()
    {
        ClaimsView claims = ClaimsView.Of(index);
        ClaimList("Told from more than one origin", claims.Corroborated, withReasons: true);
        if (Heading("What opposed parties agree on", claims.Agreed.Length))
        {
            foreach ((ClaimView claim, string first, string second) in claims.Agreed)
            {
                Line(2, (claim.Text.Text, Plain), Places([claim.Cite]));
                Line(4, ($"{first} and {second} both say so", Quiet));
                Resembling(claim);
            }
        }

        if (Heading("Admitted", claims.Admissions.Length))
        {
            foreach (StatementView statement in claims.Admissions)
            {
                Line(2, (statement.Statement.Source.Name + ": ", Strong), (statement.Content.Text, Plain), Places([statement.Cite]));
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

    private void ClaimList(string heading, ImmutableArray<ClaimView> claims, bool withReasons = false)
    {
        if (!Heading(heading, claims.Length))
        {
            return;
        }

        foreach (ClaimView claim in claims)
        {
            string bracket = claim.Bracket.Length == 0 ? "" : $" ({string.Join("; ", claim.Bracket)})";
            string voices = claim.Voices(index, PositionKind.Affirms, PositionKind.Qualifies, PositionKind.Denies);
            Line(2, (claim.Text.Text, Plain), (bracket, Quiet), Places([claim.Cite]));
            string origins = claim.Reports <= 1 && claim.Claim.Origins is { So: { Low: 1, High: 1 }, Said.High: <= 1 } ? "" : Words.Origins(claim.Claim);
            Line(4, (string.Join("; ", new[] { voices, origins }.Where(static part => part.Length > 0)), Quiet));
            if (claim.Before is { } before)
            {
                Line(4, ($"{Words.JustBefore}: ", Quiet), (before.Text, Plain));
            }

            Resembling(claim);
            foreach (NearView near in claim.Near)
            {
                Line(4, ($"{Words.MayBeTheSame}: ", Quiet), (near.Words.Text, Plain), Places([near.Cite]));
            }

            foreach (string reason in withReasons ? claim.Reasons : [])
            {
                Line(4, (reason, Quiet));
            }
        }
    }

    private void Resembling(ClaimView claim)
    {
        foreach (PositionView voice in claim.Resembling)
        {
            Voice(4, Words.Position(voice.Position.Kind) + ": ", voice);
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
            Line(2, (dispute.Question, Strong), (dispute.Claim is null ? "" : $": “{OuterMarks.Inside(dispute.Claim.Text.Text)}”", Plain), Places([dispute.Claim?.Cite]));
            foreach (DisputeSide side in dispute.Sides)
            {
                Line(4, (side.Heading, Alarm));
                foreach (PositionView voice in side.Voices)
                {
                    Voice(6, "", voice);
                }
            }

            foreach (PositionView voice in dispute.Resembling)
            {
                Voice(4, "Denies something else: ", voice);
            }
        }
    }

    private void Voice(int indent, string before, PositionView voice)
    {
        Line(indent, (before, Quiet), ($"{voice.Who}: ", Strong), (voice.Words?.Text ?? "", Plain), Places([voice.Cite]));
        if (voice.Chain.Length > 2)
        {
            Line(indent + 2, (Chain(voice.Chain), Quiet));
        }
    }
}
