using System.Collections.Immutable;
using System.Text;
using Parallax.Core.Findings;

namespace Parallax.Application.Accounts;

/// <summary>The user's register of outlets: who owns which. A text file (docs/owners.md): one line an owner, <c>Outlet; Other outlet = Owner</c>, <c>#</c> before a remark.</summary>
/// <param name="Owners">Owner by the outlet's name.</param>
/// <param name="Findings">PX0006 where the file could not be opened, PX0007 for each line that is none of these.</param>
public sealed record OutletRegister(ImmutableSortedDictionary<string, string> Owners, ImmutableArray<Finding> Findings)
{
    /// <summary>A register of nothing.</summary>
    public static OutletRegister Empty { get; } = new(ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal), []);

    /// <summary>Reads a register; null gives an empty one.</summary>
    public static OutletRegister Open(string? path)
    {
        if (path is null)
        {
            return Empty;
        }

        try
        {
            return Read(path, File.ReadAllText(path, Encoding.UTF8));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Empty with { Findings = [new Finding("PX0006", Severity.Error, path, $"The register of outlets “{path}” could not be opened: {fault.Message} The account was made without it.")] };
        }
    }

    /// <summary>Reads the words of a register.</summary>
    /// <param name="name">What its findings call it.</param>
    /// <param name="text">The words.</param>
    public static OutletRegister Read(string name, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        ImmutableSortedDictionary<string, string>.Builder owners = Empty.Owners.ToBuilder();
        List<Finding> findings = [];
        string[] lines = text.ReplaceLineEndings("\n").Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i].Split('#')[0].Trim();
            if (line.Length == 0)
            {
                continue;
            }

            int equals = line.LastIndexOf('=');
            string owner = line[(equals + 1)..].Trim();
            string[] outlets = equals <= 0 ? [] : line[..equals].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            if (outlets.Length == 0 || owner.Length == 0)
            {
                findings.Add(new Finding("PX0007", Severity.Warning, name, FormattableString.Invariant($"Line {i + 1} of the register of outlets says no owner. Expected “Outlet; Other outlet = Owner”.")));
                continue;
            }

            foreach (string outlet in outlets)
            {
                owners[outlet] = owner;
            }
        }

        return new OutletRegister(owners.ToImmutable(), [.. findings]);
    }
}
