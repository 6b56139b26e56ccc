using System.Globalization;
using Parallax.Core.Accounts;
using Parallax.Core.Findings;
using Parallax.Stories.Entities;

namespace Parallax.Stories;

/// <summary>The findings about a whole account: an empty list says what was looked at.</summary>
internal static class AccountFindings
{
    /// <summary>PX3008: a decision of the user on entities that are not there.</summary>
    public static Finding Idle(EntityDecision decision) => new("PX3008", Severity.Warning, null, string.Create(
        CultureInfo.InvariantCulture, $"Decision {decision.Number} ({decision.Words}) bears on no entity found here: its report is gone, or this version reads it otherwise. Undo it with “decide undo {decision.Number}”, and decide again where it is still wanted."));

    /// <summary>PX3001 to PX3006: looked for, none found; PX3007: no date.</summary>
    public static IEnumerable<Finding> Of(Account account)
    {
        string reports = string.Create(CultureInfo.InvariantCulture, $"{account.Reports.Length} {(account.Reports.Length == 1 ? "report" : "reports")}");
        if (account.Happenings.All(static h => h.Reports.Length < 2))
        {
            yield return new Finding("PX3001", Severity.Info, null, string.Create(CultureInfo.InvariantCulture, $"Looked at {account.Events.Length} events of {reports} for happenings that two reports tell; found none."));
        }

        if (account.Claims.All(static c => c.Positions.Select(static p => p.Report).Distinct(StringComparer.Ordinal).Count() < 2))
        {
            yield return new Finding("PX3002", Severity.Info, null, string.Create(CultureInfo.InvariantCulture, $"Looked at {account.Statements.Length} statements and {account.Events.Length} events of {reports} for claims on which two reports take positions; found none."));
        }

        if (account.Conflicts.IsEmpty)
        {
            yield return new Finding("PX3003", Severity.Info, null, string.Create(CultureInfo.InvariantCulture, $"Looked at {account.Claims.Length} claims of {reports} for conflicts; found none."));
        }

        if (!account.Doubtful.IsEmpty)
        {
            string passages = string.Create(CultureInfo.InvariantCulture, $"{account.Doubtful.Length} {(account.Doubtful.Length == 1 ? "passage gives" : "passages give")}");
            yield return new Finding("PX3009", Severity.Info, null, $"{passages} somebody's words, and who says what there could not be read with enough certainty; nothing in the account rests on them. They are listed under “doubtful”.");
        }

        if (account.Quotations.IsEmpty)
        {
            yield return new Finding("PX3004", Severity.Info, null, string.Create(CultureInfo.InvariantCulture, $"Looked at {account.Statements.Length} statements of {reports} for one utterance in several reports; found none."));
        }

        if (account.Dependences.IsEmpty)
        {
            yield return new Finding("PX3005", Severity.Info, null, $"Looked at the texts of {reports} for passages outside quotations that they share and for one that cites another of them; found none.");
        }

        if (account.Framing.Omissions.IsEmpty)
        {
            yield return new Finding("PX3006", Severity.Info, null, $"Looked at {reports} for what was left out though published before; found none that the dates prove.");
        }

        foreach (AccountReport report in account.Reports.Where(static r => r.Published is null))
        {
            yield return new Finding("PX3007", Severity.Info, report.Id, "Neither the report nor a neighbour that tells the same happening gives its date.");
        }
    }
}
