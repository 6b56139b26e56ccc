namespace Parallax.Intake.Warc;

/// <summary>Goes through the records of a web archive, reading or passing over their blocks, and finds the next record where one is damaged.</summary>
/// <remarks>Memory is one buffer and, where a block is read, that block. Not thread-safe.</remarks>
internal sealed class WarcScanner(Stream stream)
{
    private const int BufferLength = 64 * 1024, MaxHeader = 64 * 1024;

    private byte[] _buffer = new byte[BufferLength];
    private int _start, _end, _number;
    private byte[] _header = [];

    /// <summary>Places where the archive was damaged.</summary>
    public int Faults { get; private set; }

    /// <summary>Bytes passed over there.</summary>
    public long Skipped { get; private set; }

    /// <summary>Length of the header of the current record, with the empty line after it.</summary>
    public int HeaderBytes => _header.Length;

    /// <summary>Goes to the next record; its block must have been read or passed over. Null at the end.</summary>
    public WarcRecord? Next()
    {
        while (SkipToRecord())
        {
            int length = HeaderLength();
            if (length < 0)
            {
                Faults++;
                Skipped += 5;
                _start += 5;
                continue;
            }

            _header = _buffer.AsSpan(_start, length).ToArray();
            _start += length;
            WarcRecord record = WarcRecord.Parse(_header, ++_number);
            if (record.Length >= 0)
            {
                return record;
            }

            Faults++;
            Skipped += length;
        }

        return null;
    }

    /// <summary>Reads a record, its header and its block; null where the block is longer than <paramref name="limit"/>, which passes over it.</summary>
    /// <param name="record">The current record.</param>
    /// <param name="limit">In bytes.</param>
    public byte[]? ReadRecord(WarcRecord record, long limit)
    {
        if (record.Length > limit)
        {
            SkipBlock(record);
            return null;
        }

        byte[] bytes = new byte[_header.Length + (int)record.Length];
        _header.CopyTo(bytes, 0);
        int buffered = (int)Math.Min(record.Length, _end - _start), at = _header.Length + buffered;
        _buffer.AsSpan(_start, buffered).CopyTo(bytes.AsSpan(_header.Length));
        _start += buffered;
        at += stream.ReadAtLeast(bytes.AsSpan(at), bytes.Length - at, throwOnEndOfStream: false);
        return at == bytes.Length && EndsHere() ? bytes : CutAtNextRecord(bytes.AsSpan(0, at));
    }

    /// <summary>Passes over the block of a record.</summary>
    public void SkipBlock(WarcRecord record)
    {
        long left = record.Length;
        int buffered = (int)Math.Min(left, _end - _start);
        _start += buffered;
        left -= buffered;
        if (left > 0 && stream.CanSeek)
        {
            stream.Seek(Math.Min(left, Math.Max(0, stream.Length - stream.Position)), SeekOrigin.Current);
            return;
        }

        while (left > 0 && Fill(1))
        {
            int count = (int)Math.Min(left, _end - _start);
            _start += count;
            left -= count;
        }
    }

    // A block is followed by an empty line and a record, or by the end.
    private bool EndsHere()
    {
        Fill(9);
        ReadOnlySpan<byte> next = _buffer.AsSpan(_start, Math.Min(9, _end - _start)).TrimStart("\r\n"u8);
        return next.IsEmpty || next.StartsWith("WARC/"u8[..Math.Min(5, next.Length)]);
    }

    // A length that is too great has swallowed the next record: the block ends before it, and what follows is read again.
    private byte[] CutAtNextRecord(ReadOnlySpan<byte> record)
    {
        int next = FindRecord(record[_header.Length..], 0);
        if (next < 0)
        {
            return record.ToArray();
        }

        Faults++;
        byte[] rest = [.. record[(_header.Length + next)..], .. _buffer.AsSpan(_start, _end - _start)];
        (_buffer, _start, _end) = (rest.Length < BufferLength ? Grown(rest) : rest, 0, rest.Length);
        return record[..(_header.Length + next)].TrimEnd("\r\n"u8).ToArray();
    }

    private static byte[] Grown(byte[] bytes)
    {
        byte[] grown = new byte[BufferLength];
        bytes.CopyTo(grown, 0);
        return grown;
    }

    // To the next "WARC/" at the start of a line.
    private bool SkipToRecord()
    {
        bool first = true;
        while (Fill(6))
        {
            while (_start < _end && _buffer[_start] is (byte)'\r' or (byte)'\n')
            {
                _start++;
            }

            if (_end - _start < 6)
            {
                if (!Fill(6))
                {
                    return false;
                }

                continue;
            }

            if (IsRecord(_buffer.AsSpan(_start, _end - _start)))
            {
                return true;
            }

            Faults += first ? 1 : 0;
            first = false;
            int next = FindRecord(_buffer.AsSpan(_start, _end - _start), 1);
            int passed = next < 0 ? Math.Max(1, _end - _start - 6) : next;
            Skipped += passed;
            _start += passed;
        }

        return false;
    }

    private static bool IsRecord(ReadOnlySpan<byte> at) => at.Length >= 6 && at.StartsWith("WARC/"u8) && at[5] is >= (byte)'0' and <= (byte)'9';

    private static int FindRecord(ReadOnlySpan<byte> bytes, int from)
    {
        for (int at = from; at < bytes.Length;)
        {
            int found = bytes[at..].IndexOf("WARC/"u8);
            if (found < 0)
            {
                return -1;
            }

            at += found;
            if ((at == 0 || bytes[at - 1] == '\n') && IsRecord(bytes[at..]))
            {
                return at;
            }

            at += 5;
        }

        return -1;
    }

    // Up to and with the empty line; -1 where there is none within the limit.
    private int HeaderLength()
    {
        int looked = 0;
        while (true)
        {
            ReadOnlySpan<byte> at = _buffer.AsSpan(_start, _end - _start);
            int from = Math.Max(0, looked - 3);
            int strict = at[from..].IndexOf("\r\n\r\n"u8), loose = at[from..].IndexOf("\n\n"u8);
            if (strict >= 0 && (loose < 0 || strict < loose))
            {
                return from + strict + 4;
            }

            if (loose >= 0)
            {
                return from + loose + 2;
            }

            looked = at.Length;
            if (looked >= MaxHeader || !Fill(looked + 1))
            {
                return -1;
            }
        }
    }

    // Makes at least so many bytes available; false where there are fewer left.
    private bool Fill(int count)
    {
        while (_end - _start < count)
        {
            if (_start > 0)
            {
                _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
                _end -= _start;
                _start = 0;
            }

            if (_end == _buffer.Length)
            {
                Array.Resize(ref _buffer, _buffer.Length * 2);
            }

            int read = stream.Read(_buffer, _end, _buffer.Length - _end);
            if (read == 0)
            {
                return false;
            }

            _end += read;
        }

        return true;
    }
}
