using Parallax.Application.Accounts;

namespace Parallax.Application.Tests;

/// <summary>The maker with the network that ships, opened once for a class of tests.</summary>
public sealed class InstalledMaker
{
    /// <summary>The maker.</summary>
    public AccountMaker Maker { get; } = AccountMaker.CreateInstalled();
}
