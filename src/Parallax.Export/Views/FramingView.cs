using System.Collections.Immutable;
using Parallax.Core.Accounts;

namespace Parallax.Export.Views;

/// <summary>How one report or several call a thing.</summary>
/// <param name="Thing">The plainest label.</param>
/// <param name="Uses">By label: the words, whose voice, and where.</param>
internal sealed record LabelView(string Thing, ImmutableArray<(Excerpt Label, FramingVoice Voice, ImmutableArray<Cite> Cites)> Uses);

/// <summary>Who gets the words of one report.</summary>
/// <param name="Report">Place of the report.</param>
/// <param name="Speakers">Those with most words, most first.</param>
/// <param name="Others">How many more there are.</param>
internal sealed record VoicesView(int Report, ImmutableArray<VoiceShare> Speakers, int Others)
{
    private const int MostShown = 6;

    public static VoicesView Of(int report, IEnumerable<VoiceShare> shares)
    {
        ImmutableArray<VoiceShare> sorted =
        [
            .. shares.Select(static share => share.Name.Length > 0 ? share : share with { Name = "somebody not named" })
                .OrderByDescending(static share => share.Words).ThenBy(static share => share.Name, StringComparer.Ordinal),
        ];
        return sorted.Length > MostShown + 1 ? new VoicesView(report, sorted[..MostShown], sorted.Length - MostShown) : new VoicesView(report, sorted, 0);
    }
}

/// <summary>A claim that a report does not mention, with why that is worth saying.</summary>
internal sealed record OmissionView(ClaimView Claim, int Report, string Why);

/// <summary>How the reports tell it.</summary>
/// <param name="Labels">What each calls the same thing.</param>
/// <param name="Voices">Who gets the words, by report.</param>
/// <param name="Lost">What is attributed in one place and told flatly in another.</param>
/// <param name="Omissions">What is not mentioned though published earlier.</param>
/// <param name="Portrayal">Tone towards those of whom some report does not tell evenly; empty below ten reports, where a share of so few says nothing.</param>
internal sealed record FramingView(
    ImmutableArray<LabelView> Labels, ImmutableArray<VoicesView> Voices, ImmutableArray<AttributionLossView> Lost, ImmutableArray<OmissionView> Omissions, ImmutableArray<Portrayal> Portrayal)
{
    /// <summary>Reports from which shares are drawn and tone is shown.</summary>
    public const int EnoughReports = 10;

    /// <summary>Tone from which it is called favourable, and below whose opposite unfavourable.</summary>
    public const double ToldTone = 0.15;

    public bool IsEmpty => Labels.IsEmpty && Voices.IsEmpty && Lost.IsEmpty && Omissions.IsEmpty && Portrayal.IsEmpty;

    public static FramingView Of(AccountIndex index)
    {
        Framing framing = index.Account.Framing;
        var omissions = ImmutableArray.CreateBuilder<OmissionView>();
        foreach (Omission omission in framing.Omissions)
        {
            if (index.Claim(omission.Claim) is { } claim && index.ReportIndex(omission.Report) is >= 0 and int report)
            {
                omissions.Add(new OmissionView(ClaimView.Of(index, claim), report, omission.Why));
            }
        }

        return new FramingView(
            [.. framing.Labels.Select(group => new LabelView(group.Thing, [.. group.Uses.Where(use => index.ReportIndex(use.Report) >= 0)
                .Select(use => (new Excerpt(use.Label, index.ReportIndex(use.Report)), use.Voice, index.CitesOf(use.Evidence)))]))],
            [.. framing.Voices.Where(voice => index.ReportIndex(voice.Report) >= 0).GroupBy(voice => index.ReportIndex(voice.Report)).OrderBy(static group => group.Key)
                .Select(static group => VoicesView.Of(group.Key, group))],
            [.. framing.AttributionLosses.Select(loss => AttributionLossView.Of(index, loss)).OfType<AttributionLossView>()],
            omissions.ToImmutable(),
            index.Account.Reports.Length >= EnoughReports ? Told(framing.Portrayal) : []);
    }

    // An even tone is worth a line only beside another report's that is not.
    private static ImmutableArray<Portrayal> Told(ImmutableArray<Portrayal> portrayals)
    {
        HashSet<string> uneven = [.. portrayals.Where(static portrayal => Math.Abs(portrayal.Tone) > ToldTone).Select(static portrayal => portrayal.Entity)];
        return [.. portrayals.Where(portrayal => uneven.Contains(portrayal.Entity) && !portrayal.Evidence.IsEmpty)];
    }
}
