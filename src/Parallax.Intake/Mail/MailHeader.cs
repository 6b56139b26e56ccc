using System.Text;

namespace Parallax.Intake.Mail;

/// <summary>The fields of a mail or of a part of one.</summary>
internal sealed class MailHeader
{
    private const int MaxBytes = 256 * 1024, MaxFields = 2000;

    private static readonly string[] Known = ["From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Received", "Return-Path", "Content-Type", "Delivered-To", "List-Id", "Reply-To"];

    private readonly List<(string Name, string Value)> _fields = [];

    /// <summary>Number of fields.</summary>
    public int Count => _fields.Count;

    /// <summary>Reads the fields at the start of <paramref name="bytes"/> up to the empty line.</summary>
    /// <param name="bytes">The mail or part.</param>
    /// <param name="bodyStart">First byte after the empty line.</param>
    public static MailHeader Read(ReadOnlySpan<byte> bytes, out int bodyStart)
    {
        MailHeader header = new();
        int at = 0;
        while (at < bytes.Length)
        {
            int end = bytes[at..].IndexOf((byte)'\n');
            ReadOnlySpan<byte> line = end < 0 ? bytes[at..] : bytes.Slice(at, end);
            at += end < 0 ? line.Length : end + 1;
            line = line.TrimEnd((byte)'\r');
            if (line.IsEmpty)
            {
                break;
            }

            if (at < MaxBytes && header._fields.Count < MaxFields)
            {
                header.Add(line);
            }
        }

        bodyStart = at;
        return header;
    }

    /// <summary>Whether <paramref name="bytes"/> start as a mail does: field lines, at least two of them such as only mails have, one of them of the sending.</summary>
    public static bool LooksLikeMail(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> head = bytes[..Math.Min(bytes.Length, 16 * 1024)];
        int colon = head.IndexOf((byte)':'), line = head.IndexOf((byte)'\n');
        if (colon <= 0 || colon > 60 || line < colon || head[..colon].IndexOfAnyExceptInRange((byte)'!', (byte)'~') >= 0)
        {
            return false;
        }

        MailHeader header = Read(head, out int body);
        int known = Known.Count(name => header[name] is not null);
        bool sent = header["From"] is not null || header["MIME-Version"] is not null || header["Received"] is not null || header["Message-ID"] is not null;
        return known >= 2 && sent && header._fields.Count >= 2 && body > 0 && header["Date"] is not null | header["MIME-Version"] is not null | header["Message-ID"] is not null;
    }

    /// <summary>The value of the first field with a name, folded lines joined, encoded words as they stand; null where there is none.</summary>
    public string? this[string name]
    {
        get
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
    }

    /// <summary>The value of a field with its encoded words read, or null.</summary>
    public string? Words(string name) => this[name] is { } value && EncodedWords.Decode(value).Trim() is { Length: > 0 } words ? words : null;

    /// <summary>A parameter of a field (<c>charset</c> of <c>Content-Type</c>), or null.</summary>
    public string? Parameter(string name, string parameter)
    {
        if (this[name] is not { } value)
        {
            return null;
        }

        int at = 0;
        while ((at = value.IndexOf(';', at)) >= 0)
        {
            at++;
            int equals = value.IndexOf('=', at);
            if (equals < 0)
            {
                return null;
            }

            if (!value.AsSpan(at, equals - at).Trim().Equals(parameter, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            string rest = value[(equals + 1)..].TrimStart();
            if (rest.StartsWith('"'))
            {
                int close = rest.IndexOf('"', 1);
                return close < 0 ? rest[1..] : rest[1..close];
            }

            return rest.Split(';', ' ', '\t')[0];
        }

        return null;
    }

    private void Add(ReadOnlySpan<byte> line)
    {
        string text = System.Text.Unicode.Utf8.IsValid(line) ? Encoding.UTF8.GetString(line) : Encoding.Latin1.GetString(line);
        if (text[0] is ' ' or '\t')
        {
            if (_fields.Count > 0)
            {
                (string name, string value) = _fields[^1];
                if (value.Length < MaxBytes / 8)
                {
                    _fields[^1] = (name, value + " " + text.Trim());
                }
            }

            return;
        }

        int colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0)
        {
            _fields.Add((text[..colon].Trim(), text[(colon + 1)..].Trim()));
        }
    }
}
