using Parallax.Core.Accounts;
using Parallax.Core.Findings;

namespace Parallax.Export.Json;

/// <summary>What came of reading an account: the account, or the finding that says why there is none.</summary>
/// <param name="Account">The account, or null.</param>
/// <param name="Finding">Why it could not be read, or null.</param>
public sealed record AccountReading(Account? Account, Finding? Finding);
