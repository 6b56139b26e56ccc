using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Parallax.Fetching.Addresses;

/// <summary>Which network addresses may be connected to. Without the user's word only public ones: IANA's special-purpose registries (RFC 6890 and its updates) are shut out.</summary>
public static class AddressPolicy
{
    // First address and length of the prefix of every IPv4 block that is not public.
    private static readonly (uint First, int Bits)[] SpecialBlocks =
    [
        (0x00000000, 8), (0x0A000000, 8), (0x64400000, 10), (0x7F000000, 8), (0xA9FE0000, 16), (0xAC100000, 12), (0xC0000000, 24),
        (0xC0000200, 24), (0xC0586300, 24), (0xC0A80000, 16), (0xC6120000, 15), (0xC6336400, 24), (0xCB007100, 24), (0xE0000000, 4), (0xF0000000, 4),
    ];

    /// <summary>Whether an address is one of the public network. IPv4 inside IPv6 (mapped) counts as IPv4; other embeddings (6to4, Teredo, NAT64) are not public.</summary>
    public static bool IsPublic(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        return address.AddressFamily == AddressFamily.InterNetwork ? IsPublicFour(address) : IsPublicSix(address);
    }

    /// <summary>Whether a host is one by its writing alone that is not public: a number of such an address, or a name for this machine.</summary>
    public static bool NamesPrivateHost(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        string host = address.IdnHost.TrimEnd('.').Trim('[', ']');
        return IPAddress.TryParse(host, out IPAddress? number) ? !IsPublic(number)
            : host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase) || EndsInNumber(host);
    }

    // A name whose last label is a number is no name (URL Standard, “ends in a number”); what is left of them here did not parse as an address.
    private static bool EndsInNumber(string host)
    {
        ReadOnlySpan<char> last = host.AsSpan(host.LastIndexOf('.') + 1);
        return last.IsEmpty || char.IsAsciiDigit(last[0]) && (last.StartsWith("0x", StringComparison.OrdinalIgnoreCase) || !last.ContainsAnyExceptInRange('0', '9'));
    }

    private static bool IsPublicFour(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[4];
        _ = address.TryWriteBytes(bytes, out _);
        uint value = BinaryPrimitives.ReadUInt32BigEndian(bytes);
        foreach ((uint first, int bits) in SpecialBlocks)
        {
            if ((value ^ first) >> (32 - bits) == 0)
            {
                return false;
            }
        }

        return true;
    }

    // Global unicast is 2000::/3, less IETF assignments with Teredo (2001::/23), documentation (2001:db8::/32, 3fff::/20) and 6to4 (2002::/16).
    private static bool IsPublicSix(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[16];
        _ = address.TryWriteBytes(bytes, out _);
        ushort first = BinaryPrimitives.ReadUInt16BigEndian(bytes), second = BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]);
        return first >> 13 == 1
            && !(first == 0x2001 && (second < 0x0200 || second == 0x0DB8))
            && first != 0x2002
            && !(first == 0x3FFF && second < 0x1000);
    }
}
