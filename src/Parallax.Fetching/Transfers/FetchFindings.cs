using System.Globalization;
using Parallax.Core.Findings;

namespace Parallax.Fetching.Transfers;

/// <summary>The findings of fetching: ids PX0501 to PX0599, listed in docs/findings.md.</summary>
internal static class FetchFindings
{
    public static Finding BadAddress(string address, string refusal) =>
        new("PX0501", Severity.Error, address, $"“{address}” {refusal}. Expected an address such as https://host.example/page.");

    public static Finding Private(string address) =>
        new("PX0502", Severity.Error, address, $"“{address}” leads to this machine or a private network. Give --allow-private if that is meant.");

    public static Finding NotFound(string address, string host) =>
        new("PX0503", Severity.Error, address, $"“{address}”: the host “{host}” was not found.");

    public static Finding Failed(string address, string reason) =>
        new("PX0504", Severity.Error, address, $"“{address}” could not be fetched: {reason}");

    public static Finding Robots(string address) =>
        new("PX0505", Severity.Warning, address, $"“{address}” was not fetched: the robots.txt of its host does not want it. Save the page by hand if you may.");

    public static Finding Status(string address, int status) =>
        new("PX0506", Severity.Error, address, string.Create(CultureInfo.InvariantCulture, $"“{address}” was answered with status {status}."));

    public static Finding Redirects(string address, int most) =>
        new("PX0507", Severity.Error, address, string.Create(CultureInfo.InvariantCulture, $"“{address}” redirects more than {most} times."));

    public static Finding TooLarge(string address, long most) =>
        new("PX0508", Severity.Error, address, string.Create(CultureInfo.InvariantCulture, $"“{address}” is larger than {most} bytes. Raise the limit with --max-bytes if that is meant."));

    public static Finding TooSlow(string address) =>
        new("PX0509", Severity.Error, address, $"“{address}” did not come in the time allowed. Try again later, or raise --timeout.");

    public static Finding BadRedirect(string address, string target, string refusal) =>
        new("PX0510", Severity.Error, address, $"“{address}” redirects to “{target}”, which {refusal}.");
}
