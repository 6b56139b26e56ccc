using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Parallax.Fetching.Addresses;

namespace Parallax.Fetching.Transfers;

/// <summary>Opens connections to addresses that the policy allows, and to no others: a host is resolved once, and what was checked is what is connected to.</summary>
internal sealed class GuardedConnections(IHostResolver resolver, bool allowPrivate)
{
    private readonly ConcurrentDictionary<DnsEndPoint, IPAddress> _peers = new();

    /// <summary>The address behind the last connection to a host.</summary>
    public IPAddress Peer(Uri address) => _peers.GetValueOrDefault(new DnsEndPoint(address.IdnHost.Trim('[', ']'), address.Port), IPAddress.None);

    /// <summary>Connects.</summary>
    /// <exception cref="RefusedConnectionException">The host leads to no allowed address.</exception>
    /// <exception cref="SocketException">No address answered, or the host has none.</exception>
    public async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken stop)
    {
        DnsEndPoint host = context.DnsEndPoint;
        string name = host.Host.Trim('[', ']');
        IPAddress[] found = IPAddress.TryParse(name, out IPAddress? number) ? [number] : await resolver.Resolve(name.TrimEnd('.'), stop).ConfigureAwait(false);
        if (found.Length == 0)
        {
            throw new SocketException((int)SocketError.HostNotFound);
        }

        // One private address among several is enough to refuse: a name that leads to both is either broken or a trap.
        if (!allowPrivate && !found.All(AddressPolicy.IsPublic))
        {
            throw new RefusedConnectionException();
        }

        Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(found, host.Port, stop).ConfigureAwait(false);
            _peers[new DnsEndPoint(name, host.Port)] = socket.RemoteEndPoint is IPEndPoint { Address: var peer } ? peer.IsIPv4MappedToIPv6 ? peer.MapToIPv4() : peer : IPAddress.None;
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>A host leads to an address that must not be connected to.</summary>
internal sealed class RefusedConnectionException : Exception
{
}
