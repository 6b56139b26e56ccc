using System.Net;

namespace Parallax.Fetching.Addresses;

/// <summary>Finds the network addresses of a host.</summary>
public interface IHostResolver
{
    /// <summary>The addresses of <paramref name="host"/>; empty where it has none.</summary>
    /// <exception cref="System.Net.Sockets.SocketException">The name service gave an error.</exception>
    Task<IPAddress[]> Resolve(string host, CancellationToken stop);
}

/// <summary>The name service of the machine.</summary>
public sealed class SystemHostResolver : IHostResolver
{
    /// <inheritdoc/>
    public Task<IPAddress[]> Resolve(string host, CancellationToken stop) => Dns.GetHostAddressesAsync(host, stop);
}
