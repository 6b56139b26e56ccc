using System.Collections.Immutable;
using AngleSharp.Css.Parser;

namespace Parallax.Intake.Outlets;

/// <summary>Rules for single outlets, written by a user in small files; Parallax itself ships none.</summary>
/// <remarks>One rule a line: host, fact and value, separated by tabs; lines that start with # are comments. See <c>docs/outlets.md</c>.</remarks>
public sealed class OutletRules
{
    private const int LongestSelector = 500;
    private static readonly HashSet<string> Selectors = new(StringComparer.Ordinal) { "article", "cut", "title", "author", "published" };
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal) { "outlet", "owner" };

    private OutletRules(ImmutableArray<OutletRule> all) => All = all;

    /// <summary>No rules.</summary>
    public static OutletRules None { get; } = new([]);

    /// <summary>All rules in the order of the file.</summary>
    public ImmutableArray<OutletRule> All { get; }

    /// <summary>Reads a file of rules.</summary>
    /// <param name="text">Its text.</param>
    /// <exception cref="FormatException">A line is no rule; the message names the line and what is wrong with it.</exception>
    public static OutletRules Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        ImmutableArray<OutletRule>.Builder rules = ImmutableArray.CreateBuilder<OutletRule>();
        string[] lines = text.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i].TrimEnd('\r', ' ').TrimStart('\uFEFF');
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            string[] fields = line.Split('\t');
            string fault = fields.Length != 3 ? "expected host, fact and value, separated by tabs"
                : !Selectors.Contains(fields[1]) && !Names.Contains(fields[1]) ? $"“{fields[1]}” is no fact; there are article, cut, title, author, published, outlet and owner"
                : fields[0].Length == 0 || fields[0].Contains('/', StringComparison.Ordinal) ? "the host is a name such as post.example, without scheme and path"
                : Selectors.Contains(fields[1]) && (fields[2].Length > LongestSelector || new CssSelectorParser().ParseSelector(fields[2]) is null) ? $"“{fields[2]}” is no CSS selector"
                : "";
            rules.Add(fault.Length == 0 ? new OutletRule(fields[0].ToLowerInvariant(), fields[1], fields[2]) : throw new FormatException(FormattableString.Invariant($"line {i + 1}: {fault}")));
        }

        return new OutletRules(rules.ToImmutable());
    }

    /// <summary>The rules for a page by its address, or none.</summary>
    /// <param name="address">The address, or null.</param>
    public ImmutableArray<OutletRule> For(string? address)
    {
        if (All.IsEmpty || address is null || !Uri.TryCreate(address, UriKind.Absolute, out Uri? uri))
        {
            return [];
        }

        string host = uri.Host.ToLowerInvariant();
        return [.. All.Where(rule => host == rule.Host || host.EndsWith("." + rule.Host, StringComparison.Ordinal))];
    }
}
