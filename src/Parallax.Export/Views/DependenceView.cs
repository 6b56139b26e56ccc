using System.Collections.Immutable;
using Parallax.Core;
using Parallax.Core.Accounts;
using Parallax.Core.Reports;

namespace Parallax.Export.Views;

/// <summary>One report resting on another, on an agency or on a first publisher.</summary>
/// <param name="From">The report that rests.</param>
/// <param name="To">The report it rests on, −1 for <paramref name="Outside"/>.</param>
/// <param name="Outside">An agency or publisher that is no report here, empty where <paramref name="To"/> is one.</param>
/// <param name="Kind">How, null for an outside source.</param>
/// <param name="How">How, in words.</param>
/// <param name="Note">How much is shared and why, in words; may be empty.</param>
/// <param name="Cites">The shared or citing sentences.</param>
internal sealed record DependenceView(int From, int To, string Outside, DependenceKind? Kind, string How, string Note, ImmutableArray<Cite> Cites)
{
    /// <summary>Whether it has a direction.</summary>
    public bool IsDirected => Kind is null or DependenceKind.Copies or DependenceKind.Cites;

    public static ImmutableArray<DependenceView> AllOf(AccountIndex index)
    {
        var views = ImmutableArray.CreateBuilder<DependenceView>();
        foreach (Dependence dependence in index.Account.Dependences)
        {
            int from = index.ReportIndex(dependence.From), to = index.ReportIndex(dependence.To);
            if (from >= 0 && to >= 0)
            {
                string share = dependence.Share is { } value ? Words.Share(value) : "";
                string why = dependence.Explanation?.Text ?? "";
                views.Add(new DependenceView(from, to, "", dependence.Kind, Words.Dependence(dependence.Kind), share.Length > 0 && why.Length > 0 ? $"{share}; {why}" : share + why, index.CitesOf(dependence.Evidence)));
            }
        }

        for (int i = 0; i < index.Account.Reports.Length; i++)
        {
            AccountReport report = index.Account.Reports[i];
            AddOutside(views, index, i, report.Agency, "credits the agency");
            AddOutside(views, index, i, report.CarriedFrom, "was first published by");
        }

        return views.ToImmutable();
    }

    private static void AddOutside(ImmutableArray<DependenceView>.Builder views, AccountIndex index, int report, Credit? credit, string how)
    {
        if (credit is not null)
        {
            string name = credit.Name == "unknown" ? "a publisher it does not name" : credit.Name;
            views.Add(new DependenceView(report, -1, name, null, how, "", index.CitesOf(credit.Evidence)));
        }
    }
}
