using System.Text;

namespace Parallax.Application.Versions;

/// <summary>Addresses as far as they name one page: without scheme, fragment, what only counts visitors, and the “www.” and slash that differ by chance.</summary>
public static class ReportAddress
{
    private static readonly string[] Counting = ["utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "cmpid", "ocid", "igshid"];

    /// <summary>The part of an address by which two are one; null where it is no web address.</summary>
    public static string? Key(string? url)
    {
        if (url is null || !Uri.TryCreate(url, UriKind.Absolute, out Uri? address) || address.Scheme is not ("http" or "https"))
        {
            return null;
        }

        StringBuilder key = new(address.IdnHost.StartsWith("www.", StringComparison.Ordinal) ? address.IdnHost[4..] : address.IdnHost);
        key.Append(address.IsDefaultPort ? "" : FormattableString.Invariant($":{address.Port}")).Append(address.AbsolutePath.TrimEnd('/'));
        char mark = '?';
        foreach (string part in address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(static part => !Counting.Any(name => part.StartsWith(name, StringComparison.OrdinalIgnoreCase))).Order(StringComparer.Ordinal))
        {
            key.Append(mark).Append(part);
            mark = '&';
        }

        return key.ToString();
    }
}
