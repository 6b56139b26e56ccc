using Parallax.Core.Identity;

namespace Parallax.Intake.Xml;

/// <summary>Addresses named in documents. They are text: nothing here opens one.</summary>
internal static class NamedAddress
{
    /// <summary>An address as a web address that might be fetched, resolved against a base where it is relative; null where it is none.</summary>
    public static string? Web(Uri? address, string? reference) =>
        Resolve(address, reference)?.AbsoluteUri is { } written && WebAddress.TryParse(written, out _, out _) ? written : null;

    /// <summary>An address as it stands where it is absolute (a different spelling is a different address to whoever wrote it), resolved where it is relative and there is a base.</summary>
    public static string? AsWritten(Uri? address, string? reference)
    {
        string? trimmed = reference?.Trim();
        return trimmed is null || (Uri.TryCreate(trimmed, UriKind.Absolute, out _) && !trimmed.StartsWith('/')) ? trimmed : Resolve(address, trimmed)?.AbsoluteUri ?? trimmed;
    }

    /// <summary>An address resolved against a base, or null where it cannot be understood.</summary>
    public static Uri? Resolve(Uri? address, string? reference)
    {
        if (reference is null || reference.Length > WebAddress.LongestAddress)
        {
            return null;
        }

        string trimmed = reference.Trim();
        bool absolute = Uri.TryCreate(trimmed, UriKind.Absolute, out Uri? resolved) && !trimmed.StartsWith('/');
        return absolute ? resolved
            : address is not null && Uri.TryCreate(address, trimmed, out Uri? relative) ? relative
            : null;
    }
}
