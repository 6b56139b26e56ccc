using System.Formats.Tar;
using System.IO.Compression;
using Parallax.Core.Findings;
using Parallax.Intake.Warc;

namespace Parallax.Intake.Containers;

/// <summary>Gives the documents of an input one by one: the input itself, or, where it is an archive, its members, those of archives in it, records, messages.</summary>
/// <remarks>Streams: memory is one document and, for an archive inside an archive, that archive. Nothing is written anywhere. For one input each; not thread-safe.</remarks>
/// <param name="options">Limits.</param>
/// <param name="findings">Where problems of the input go.</param>
internal sealed class ArchiveReader(IntakeOptions options, List<Finding> findings)
{
    private readonly long _started = options.Clock.GetTimestamp();
    private readonly SortedDictionary<string, int> _withoutReport = new(StringComparer.Ordinal);

    /// <summary>Kinds of members that were passed over, with their numbers.</summary>
    public IReadOnlyDictionary<string, int> WithoutReport => _withoutReport;

    /// <summary>Notes a member that holds no report.</summary>
    public void Note(string kind, int count = 1) => _withoutReport[kind] = _withoutReport.GetValueOrDefault(kind) + count;

    /// <summary>The documents in a stream.</summary>
    public IEnumerable<ReceivedDocument> Open(string name, Stream stream) => Open(name, stream, 0, isMember: false);

    private IEnumerable<ReceivedDocument> Open(string name, Stream stream, int depth, bool isMember)
    {
        (Stream whole, ArchiveFormat format) = Look(stream);
        if (format is not (ArchiveFormat.None or ArchiveFormat.Gzip) && depth >= options.MaxArchiveDepth)
        {
            findings.Add(FormatFindings.Refused(name, "it lies deeper in other archives than the limit"));
            return [];
        }

        return format switch
        {
            ArchiveFormat.Zip => Guarded(name, Zip(name, whole, depth)),
            ArchiveFormat.Tar => Guarded(name, Tar(name, whole, depth)),
            ArchiveFormat.Gzip => Guarded(name, Gzip(name, whole, depth, isMember)),
            ArchiveFormat.Warc => Guarded(name, Warc(name, whole)),
            ArchiveFormat.Arc => Guarded(name, Arc(name, whole)),
            ArchiveFormat.Mbox => Guarded(name, Mailbox.Messages(name, whole, options, findings)),
            _ => Document(name, whole, isMember),
        };
    }

    private static (Stream Stream, ArchiveFormat Format) Look(Stream stream)
    {
        if (stream.CanSeek)
        {
            byte[] head = new byte[ArchiveDetector.HeadLength];
            long start = stream.Position;
            int read = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
            stream.Position = start;
            return (stream, ArchiveDetector.Detect(head.AsSpan(0, read)));
        }

        HeadStream seen = new(stream, ArchiveDetector.HeadLength);
        return (seen, ArchiveDetector.Detect(seen.Head));
    }

    private IEnumerable<ReceivedDocument> Document(string name, Stream stream, bool isMember)
    {
        byte[] bytes = BoundedRead.ToArray(stream, options.MaxBytes, out bool more);
        yield return new ReceivedDocument(name, bytes) { IsMember = isMember, IsCut = more };
    }

    // Damage ends an archive with a finding, and so does the time limit; what came before stays.
    private IEnumerable<ReceivedDocument> Guarded(string name, IEnumerable<ReceivedDocument> documents)
    {
        using IEnumerator<ReceivedDocument> each = documents.GetEnumerator();
        while (true)
        {
            try
            {
                if (!each.MoveNext())
                {
                    yield break;
                }
            }
            catch (Exception damage) when (damage is InvalidDataException or EndOfStreamException or IOException or NotSupportedException or FormatException or ArgumentException or OverflowException)
            {
                findings.Add(FormatFindings.Damaged(name, damage.Message));
                yield break;
            }

            yield return each.Current;
            if (options.Clock.GetElapsedTime(_started) > options.MaxArchiveTime)
            {
                findings.Add(FormatFindings.Refused(name, "it takes longer than the limit"));
                yield break;
            }
        }
    }

    private IEnumerable<ReceivedDocument> Zip(string name, Stream stream, int depth)
    {
        using ZipArchive archive = new(Seekable(name, stream), ZipArchiveMode.Read);
        long packed = archive.Entries.Sum(static entry => entry.CompressedLength);
        if (stream.CanSeek && packed > stream.Length)
        {
            findings.Add(FormatFindings.Refused(name, "its members overlap, as those of bombs do"));
            yield break;
        }

        HashSet<string> parts = MemberNames.PartFolders([.. archive.Entries.Select(static entry => entry.FullName.Replace('\\', '/'))]);
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            string member = entry.FullName.Replace('\\', '/');
            if (member.EndsWith('/') || MemberNames.IsHousekeeping(member))
            {
                continue;
            }

            if (MemberNames.IsPart(member, parts))
            {
                Note("parts of pages saved whole");
                continue;
            }

            using Stream content = new UnpackingStream(entry.Open(), () => entry.CompressedLength, options);
            foreach (ReceivedDocument document in Member(MemberNames.Of(name, member), content, depth))
            {
                yield return document;
            }
        }
    }

    private IEnumerable<ReceivedDocument> Tar(string name, Stream stream, int depth)
    {
        using TarReader archive = new(stream, leaveOpen: true);
        while (archive.GetNextEntry() is { } entry)
        {
            if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile) || entry.DataStream is not { } content)
            {
                if (entry.EntryType is not (TarEntryType.Directory or TarEntryType.GlobalExtendedAttributes))
                {
                    Note("links, devices and empty files");
                }

                continue;
            }

            string member = entry.Name.StartsWith("./", StringComparison.Ordinal) ? entry.Name[2..] : entry.Name;
            if (MemberNames.IsHousekeeping(member))
            {
                continue;
            }

            foreach (ReceivedDocument document in Member(MemberNames.Of(name, member), content, depth))
            {
                yield return document;
            }
        }
    }

    // A member is a document, or an archive itself, which is held in memory since its reader wants to go back and forth.
    private IEnumerable<ReceivedDocument> Member(string name, Stream content, int depth)
    {
        (Stream whole, ArchiveFormat format) = Look(content);
        byte[] bytes = BoundedRead.ToArray(whole, format == ArchiveFormat.None ? options.MaxBytes : options.MaxInnerArchiveBytes, out bool more);
        if (content is UnpackingStream { IsBomb: true })
        {
            findings.Add(FormatFindings.Refused(name, "it unpacks to more than it may"));
            yield break;
        }

        if (format == ArchiveFormat.None)
        {
            yield return new ReceivedDocument(name, bytes) { IsMember = true, IsCut = more };
            yield break;
        }

        if (more && format is ArchiveFormat.Zip)
        {
            findings.Add(FormatFindings.Refused(name, "an archive of this size inside another is not unpacked"));
            yield break;
        }

        if (more)
        {
            findings.Add(FormatFindings.LeftOut(name, "the end"));
        }

        foreach (ReceivedDocument document in Open(name, new MemoryStream(bytes), depth + 1, isMember: true))
        {
            yield return document;
        }
    }

    private IEnumerable<ReceivedDocument> Gzip(string name, Stream stream, int depth, bool isMember)
    {
        HeadStream? counted = stream as HeadStream;
        GzipMembers members = new(stream);
        using UnpackingStream unpacked = new(members, () => counted?.Given ?? stream.Position, options);
        (Stream whole, ArchiveFormat inner) = Look(unpacked);
        if (inner == ArchiveFormat.Gzip)
        {
            findings.Add(FormatFindings.Refused(name, "it is compressed twice"));
            yield break;
        }

        // The compression of a TAR, a WARC or a single document is no archive of its own. A ZIP in it has to be held whole.
        IEnumerable<ReceivedDocument> documents = inner == ArchiveFormat.Zip ? Member(name, whole, depth) : Open(name, whole, depth, isMember);
        foreach (ReceivedDocument document in documents)
        {
            if (unpacked.IsBomb)
            {
                break; // Cut off in the middle by the limit.
            }

            yield return document;
        }

        if (unpacked.IsBomb)
        {
            findings.Add(FormatFindings.Refused(name, "it unpacks to more than it may"));
        }

        if (members.Faults > 0)
        {
            findings.Add(FormatFindings.Damaged(name, "a compressed part of it cannot be read"));
        }
    }

    private IEnumerable<ReceivedDocument> Warc(string name, Stream stream)
    {
        WarcScanner scanner = new(stream);
        HashSet<string> answered = new(StringComparer.Ordinal);
        int revisits = 0;
        while (scanner.Next() is { } record)
        {
            string type = record.Type;
            revisits += type == "revisit" ? 1 : 0;
            bool repeats = type == "conversion" && record.Target is { } converted && answered.Contains(converted);
            if (repeats || type is not ("response" or "resource" or "conversion") || record.Target?.StartsWith("dns:", StringComparison.OrdinalIgnoreCase) == true)
            {
                scanner.SkipBlock(record);
                continue;
            }

            if (scanner.ReadRecord(record, options.MaxBytes) is not { } bytes)
            {
                findings.Add(FormatFindings.LeftOut(FormattableString.Invariant($"{name}#{record.Number}"), "the record"));
                continue;
            }

            if (record.Target is { } target)
            {
                answered.Add(target);
            }

            yield return new ReceivedDocument(FormattableString.Invariant($"{name}#{record.Number}"), bytes) { IsMember = true };
        }

        if (scanner.Faults > 0)
        {
            findings.Add(FormatFindings.Resynchronized(name, scanner.Faults, scanner.Skipped));
        }

        if (revisits > 0)
        {
            findings.Add(FormatFindings.Revisits(name, revisits));
        }
    }

    private IEnumerable<ReceivedDocument> Arc(string name, Stream stream)
    {
        int problems = 0;
        using BufferedStream buffered = new(stream, 256 * 1024);
        foreach ((int number, byte[] record) in ArcScanner.Read(buffered, options.MaxBytes, _ => problems++))
        {
            yield return new ReceivedDocument(FormattableString.Invariant($"{name}#{number}"), record) { IsMember = true };
        }

        if (problems > 0)
        {
            findings.Add(FormatFindings.Resynchronized(name, problems, 0));
        }
    }

    private Stream Seekable(string name, Stream stream)
    {
        if (stream.CanSeek)
        {
            return stream;
        }

        byte[] bytes = BoundedRead.ToArray(stream, options.MaxInnerArchiveBytes, out bool more);
        if (more)
        {
            findings.Add(FormatFindings.LeftOut(name, "the end"));
        }

        return new MemoryStream(bytes);
    }
}
