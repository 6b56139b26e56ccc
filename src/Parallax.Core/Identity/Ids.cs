using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Parallax.Core.Text;

namespace Parallax.Core.Identity;

/// <summary>Ids of the account: a letter for the kind and ten hexadecimal digits of a SHA-256 over what the thing is, so that other reports cannot rename it.</summary>
public static class Ids
{
    /// <summary>Id of a report: <c>r</c> and the first ten digits of the SHA-256 of the bytes received.</summary>
    public static string Report(string sha256) => "r" + sha256[..10];

    /// <summary>Id of a thing inside a report: its kind's letter and a hash of report, kind and spans.</summary>
    /// <param name="kind">Letter of the kind: <c>x</c> time, <c>f</c> figure, <c>s</c> statement, <c>v</c> event, <c>e</c> entity …</param>
    /// <param name="reportSha256">Hash of the report's bytes.</param>
    /// <param name="spans">The spans that make it what it is, in text order.</param>
    public static string Of(char kind, string reportSha256, params ReadOnlySpan<TextSpan> spans)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(reportSha256));
        hash.AppendData([(byte)kind]);
        Span<byte> bounds = stackalloc byte[8];
        foreach (TextSpan span in spans)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bounds, span.Start);
            BinaryPrimitives.WriteInt32LittleEndian(bounds[4..], span.End);
            hash.AppendData(bounds);
        }

        return kind + Convert.ToHexStringLower(hash.GetHashAndReset())[..10];
    }

    /// <summary>Id of a group: its kind's letter and the digits of its smallest member id (ordinal).</summary>
    /// <exception cref="ArgumentException">There is no member.</exception>
    public static string Group(char kind, IEnumerable<string> members)
    {
        string? smallest = members.Min(StringComparer.Ordinal);
        return smallest is null
            ? throw new ArgumentException("A group has at least one member.", nameof(members))
            : kind + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(smallest)))[..10];
    }
}
