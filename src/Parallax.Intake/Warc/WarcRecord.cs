using System.Text;

namespace Parallax.Intake.Warc;

/// <summary>The header of a record of a web archive.</summary>
internal sealed class WarcRecord
{
    private readonly List<(string Name, string Value)> _fields = [];

    /// <summary>Number of the record in its file, from 1.</summary>
    public int Number { get; init; }

    /// <summary>Bytes of the block that follows, or -1 where the header does not say.</summary>
    public long Length { get; private set; } = -1;

    /// <summary><c>response</c>, <c>resource</c>, <c>conversion</c>, <c>revisit</c>, <c>request</c>, <c>warcinfo</c>, <c>metadata</c> …; lower case.</summary>
    public string Type => Field("WARC-Type")?.ToLowerInvariant() ?? "";

    /// <summary>The address captured, or null. Some writers put it in angle brackets.</summary>
    public string? Target => Field("WARC-Target-URI")?.Trim('<', '>', ' ');

    /// <summary>When, as it stands, or null.</summary>
    public string? Date => Field("WARC-Date");

    /// <summary>The value of a field, or null.</summary>
    public string? Field(string name)
    {
        foreach ((string field, string value) in _fields)
        {
            if (field.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>Reads a header: a line with the version, fields, an empty line. Bytes that are not UTF-8 become U+FFFD.</summary>
    public static WarcRecord Parse(ReadOnlySpan<byte> header, int number)
    {
        WarcRecord record = new() { Number = number };
        foreach (string line in Encoding.UTF8.GetString(header).Split('\n').Skip(1))
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (line.Length > 0 && line[0] is ' ' or '\t' && record._fields.Count > 0)
            {
                (string name, string value) = record._fields[^1];
                record._fields[^1] = (name, value + " " + line.Trim());
            }
            else if (colon > 0)
            {
                record._fields.Add((line[..colon].Trim(), line[(colon + 1)..].Trim()));
            }
        }

        record.Length = long.TryParse(record.Field("Content-Length"), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out long length) ? length : -1;
        return record;
    }
}
