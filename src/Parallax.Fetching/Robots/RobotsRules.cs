using System.Collections.Immutable;
using System.Text;

namespace Parallax.Fetching.Robots;

/// <summary>What a robots.txt says to one robot (RFC 9309). Immutable.</summary>
public sealed class RobotsRules
{
    /// <summary>Bytes of a robots.txt that are read; the rest is ignored.</summary>
    public const int LongestFile = 500 * 1024;

    private readonly ImmutableArray<Rule> _rules;

    private RobotsRules(ImmutableArray<Rule> rules) => _rules = rules;

    /// <summary>Everything may be fetched: there is no robots.txt.</summary>
    public static RobotsRules AllowAll { get; } = new([]);

    /// <summary>Nothing may be fetched: the server could not say.</summary>
    public static RobotsRules DisallowAll { get; } = new([new Rule("/", false)]);

    /// <summary>Reads a robots.txt.</summary>
    /// <param name="file">Its bytes, UTF-8 or UTF-16 with a mark; the first <see cref="LongestFile"/> count.</param>
    /// <param name="robot">Product token of the robot: the groups of this name apply, joined; without one those of <c>*</c>.</param>
    public static RobotsRules Parse(ReadOnlySpan<byte> file, string robot)
    {
        List<Rule> own = [], common = [];
        bool ownSeen = false, forOwn = false, forAll = false, inNames = false;
        foreach (ReadOnlySpan<char> whole in Decode(file[..Math.Min(file.Length, LongestFile)]).AsSpan().EnumerateLines())
        {
            ReadOnlySpan<char> line = whole;
            int comment = line.IndexOf('#');
            line = (comment < 0 ? line : line[..comment]).Trim();
            int colon = line.IndexOf(':');
            if (colon < 0)
            {
                continue;
            }

            ReadOnlySpan<char> key = line[..colon].Trim(), value = line[(colon + 1)..].Trim();
            if (key.Equals("user-agent", StringComparison.OrdinalIgnoreCase))
            {
                if (!inNames)
                {
                    (forOwn, forAll) = (false, false);
                }

                inNames = true;
                forOwn |= Names(value, robot);
                forAll |= value is "*";
                ownSeen |= forOwn;
                continue;
            }

            bool allow = key.Equals("allow", StringComparison.OrdinalIgnoreCase);
            if (!allow && !key.Equals("disallow", StringComparison.OrdinalIgnoreCase))
            {
                continue; // Other records (sitemap, crawl-delay) do not end a group.
            }

            inNames = false;
            if (value.IsEmpty)
            {
                continue; // An empty path matches nothing.
            }

            Rule rule = new(Normalise(value), allow);
            if (forOwn)
            {
                own.Add(rule);
            }

            if (forAll)
            {
                common.Add(rule);
            }
        }

        return new RobotsRules([.. ownSeen ? own : common]);
    }

    /// <summary>Whether an address may be fetched: the rule with the longest path that matches decides, of two equally long the one that allows.</summary>
    public bool Allows(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        string path = Normalise(address.PathAndQuery);
        if (path == "/robots.txt")
        {
            return true;
        }

        int longest = -1;
        bool allowed = true;
        foreach (Rule rule in _rules)
        {
            if (rule.Path.Length >= longest && Matches(rule.Path, path))
            {
                allowed = rule.Allow || (rule.Path.Length == longest && allowed);
                longest = rule.Path.Length;
            }
        }

        return allowed;
    }

    // “Googlebot-News/2.1” begins with the token “Googlebot-News”; case does not count.
    private static bool Names(ReadOnlySpan<char> value, string robot)
    {
        int end = 0;
        while (end < value.Length && (char.IsAsciiLetter(value[end]) || value[end] is '-' or '_'))
        {
            end++;
        }

        return end > 0 && value[..end].Equals(robot, StringComparison.OrdinalIgnoreCase);
    }

    private static string Decode(ReadOnlySpan<byte> file) => file switch
    {
        [0xFE, 0xFF, .. var big] => Encoding.BigEndianUnicode.GetString(big),
        [0xFF, 0xFE, .. var little] => Encoding.Unicode.GetString(little),
        [0xEF, 0xBB, 0xBF, .. var rest] => Encoding.UTF8.GetString(rest),
        _ => Encoding.UTF8.GetString(file),
    };

    /// <summary>One writing for one path: reserved characters as they stand, others percent-encoded with upper-case digits, unreserved ones plain (RFC 9309, 2.2.2).</summary>
    private static string Normalise(ReadOnlySpan<char> path)
    {
        StringBuilder normal = new(path.Length);
        Span<byte> bytes = stackalloc byte[4];
        for (int i = 0; i < path.Length; i++)
        {
            char c = path[i];
            if (c == '%' && i + 2 < path.Length && char.IsAsciiHexDigit(path[i + 1]) && char.IsAsciiHexDigit(path[i + 2]))
            {
                int value = Convert.ToInt32(path.Slice(i + 1, 2).ToString(), 16);
                _ = char.IsAsciiLetterOrDigit((char)value) || value is '-' or '.' or '_' or '~' ? normal.Append((char)value) : Escape(normal, (byte)value);
                i += 2;
            }
            else if (char.IsAscii(c))
            {
                _ = c > ' ' ? normal.Append(c) : Escape(normal, (byte)c);
            }
            else
            {
                _ = Rune.DecodeFromUtf16(path[i..], out Rune rune, out int consumed);
                foreach (byte b in bytes[..rune.EncodeToUtf8(bytes)])
                {
                    Escape(normal, b);
                }

                i += consumed - 1;
            }
        }

        return normal.ToString();
    }

    private static StringBuilder Escape(StringBuilder to, byte value) => to.Append('%').Append(Convert.ToHexString([value]));

    // “*” stands for anything, “$” at the end for the end. Linear in the product of both lengths at worst.
    private static bool Matches(ReadOnlySpan<char> rule, ReadOnlySpan<char> path)
    {
        bool anchored = rule.EndsWith('$');
        if (anchored)
        {
            rule = rule[..^1];
        }
        else
        {
            rule = rule.EndsWith('*') ? rule : $"{rule}*";
        }

        int at = 0, in_ = 0, star = -1, back = 0;
        while (in_ < path.Length)
        {
            if (at < rule.Length && rule[at] == '*')
            {
                star = at++;
                back = in_;
            }
            else if (at < rule.Length && rule[at] == path[in_])
            {
                at++;
                in_++;
            }
            else if (star >= 0)
            {
                at = star + 1;
                in_ = ++back;
            }
            else
            {
                return false;
            }
        }

        while (at < rule.Length && rule[at] == '*')
        {
            at++;
        }

        return at == rule.Length;
    }

    private readonly record struct Rule(string Path, bool Allow);
}
