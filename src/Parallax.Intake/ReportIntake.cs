using System.Collections.Immutable;
using Parallax.Core.Findings;
using Parallax.Core.Reports;
using Parallax.Intake.Articles;
using Parallax.Intake.Containers;
using Parallax.Intake.Decoding;
using Parallax.Intake.Formats;
using Parallax.Intake.Html;
using Parallax.Intake.Mail;
using Parallax.Intake.PlainText;
using Parallax.Intake.Warc;

namespace Parallax.Intake;

/// <summary>Turns the bytes of an input into reports: opens archives, decodes, detects the format by content, finds the article, cuts furniture and keeps it.</summary>
/// <remarks>Thread-safe. Never throws on any bytes; what cannot be read gives a finding.</remarks>
public sealed class ReportIntake(IntakeOptions options)
{
    /// <summary>Reads one input that is held in memory, with all that lies in it.</summary>
    /// <param name="name">The name it was given under, as it shall stand in the account.</param>
    /// <param name="bytes">Its content.</param>
    /// <param name="origin">What the carrier of the bytes says about them; null where nothing is known.</param>
    public IntakeResult Read(string name, ReadOnlySpan<byte> bytes, InputOrigin? origin = null)
    {
        if (ArchiveDetector.Detect(bytes[..Math.Min(bytes.Length, ArchiveDetector.HeadLength)]) == ArchiveFormat.None)
        {
            return bytes.Length > options.MaxBytes ? IntakeResult.Refused(IntakeFindings.TooLarge(name, options.MaxBytes)) : ReadContent(name, bytes, origin ?? InputOrigin.Unknown, null);
        }

        List<IntakeResult> results = [.. ReadAll(name, new MemoryStream(bytes.ToArray())).Select(static document => document.Result)];
        return new IntakeResult([.. results.SelectMany(static result => result.Reports)], [.. results.SelectMany(static result => result.Findings)]);
    }

    /// <summary>Reads an input of any size, document by document; what concerns the input as a whole comes last, without a document.</summary>
    /// <param name="name">The name it was given under.</param>
    /// <param name="stream">Its content; read once, not disposed.</param>
    public IEnumerable<DocumentResult> ReadAll(string name, Stream stream)
    {
        List<Finding> findings = [];
        ArchiveReader archive = new(options, findings);
        int reports = 0;
        bool told = false;
        foreach (ReceivedDocument document in archive.Open(name, stream))
        {
            IntakeResult result = Read(document);
            reports += result.Reports.Length;
            if (document.IsMember && result.Reports.IsEmpty && result.Findings is [var only] && UsualBeside(only.Id) is { } kind)
            {
                archive.Note(kind);
                continue;
            }

            told |= !result.Findings.IsEmpty;
            yield return new DocumentResult(document, result);
        }

        if (archive.WithoutReport.Count > 0)
        {
            string counts = string.Join("; ", archive.WithoutReport.Select(static pair => FormattableString.Invariant($"{pair.Value} {pair.Key}")));
            findings.Add(reports == 0 ? FormatFindings.NoArticles(name, "an archive") : FormatFindings.MembersWithoutReport(name, counts));
        }

        if (reports == 0 && !told && findings.Count == 0)
        {
            findings.Add(FormatFindings.NoArticles(name, "an archive")); // An empty one.
        }

        yield return new DocumentResult(null, new IntakeResult([], [.. findings]));
    }

    /// <summary>Reads one document.</summary>
    public IntakeResult Read(ReceivedDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        ReadOnlySpan<byte> bytes = document.Bytes.Span;
        if (ArchiveDetector.Detect(bytes[..Math.Min(bytes.Length, ArchiveDetector.HeadLength)]) == ArchiveFormat.Warc)
        {
            return ReadRecord(document);
        }

        return ReadContent(document.Name, bytes, InputOrigin.Unknown, document);
    }

    // What may lie beside reports in an archive without being a fault, by the finding that it gives.
    private static string? UsualBeside(string finding) => finding switch
    {
        "PX0101" => "empty files",
        "PX0103" => "pictures, programs and other binary files",
        "PX0106" => "pages without an article",
        "PX0123" => "lists of addresses",
        "PX0126" => "data, styles and scripts",
        "PX0133" => "answers that are no page",
        _ => null,
    };

    private IntakeResult ReadRecord(ReceivedDocument document)
    {
        WarcScanner scanner = new(new MemoryStream(document.Bytes.ToArray()));
        if (scanner.Next() is not { } record || scanner.ReadRecord(record, options.MaxBytes) is not { } bytes)
        {
            return IntakeResult.Refused(FormatFindings.NoAnswer(document.Name, "a record whose header cannot be read"));
        }

        ReadOnlySpan<byte> block = bytes.AsSpan(scanner.HeaderBytes);
        HttpPayload payload = record.Type == "response" ? HttpPayload.Read(block, options) : new HttpPayload(200, record.Field("Content-Type")?.Split(';')[0].Trim().ToLowerInvariant(), HttpPayload.CharsetOf(record.Field("Content-Type")), block.ToArray(), null);
        if (payload.Status is < 200 or > 299 || payload.MediaType is "text/css" or "text/javascript" or "application/javascript" or "application/x-javascript")
        {
            return IntakeResult.Refused(FormatFindings.NoAnswer(document.Name, payload.Status is < 200 or > 299 ? FormattableString.Invariant($"an answer with status {payload.Status}") : "a style or script"));
        }

        if (payload.Fault is { } fault)
        {
            return IntakeResult.Refused(FormatFindings.Damaged(document.Name, fault));
        }

        return ReadContent(document.Name, payload.Body, new InputOrigin { Url = record.Target, Captured = record.Date, Charset = payload.Charset }, document);
    }

    private IntakeResult ReadContent(string name, ReadOnlySpan<byte> bytes, InputOrigin origin, ReceivedDocument? document)
    {
        if (MailHeader.LooksLikeMail(bytes) && document is not { IsCut: true })
        {
            return MailReader.Read(bytes.ToArray(), options) is { } mail ? ReadMail(name, bytes, mail) : IntakeResult.Refused(IntakeFindings.Empty(name));
        }

        DecodedText decoded = TextDecoder.Decode(bytes, origin.Charset, XmlDeclaration.Encoding(bytes), HtmlPageParser.DeclaredEncoding(bytes));
        if (decoded.BinaryReason is { } reason)
        {
            return IntakeResult.Refused(document?.IsCut == true ? IntakeFindings.TooLarge(name, options.MaxBytes) : IntakeFindings.Binary(name, reason));
        }

        if (string.IsNullOrWhiteSpace(decoded.Text))
        {
            return IntakeResult.Refused(IntakeFindings.Empty(name));
        }

        TextFormat format = TextFormatDetector.Detect(decoded.Text);
        bool cut = document?.IsCut == true;
        if (cut && format is TextFormat.Text or TextFormat.Html or TextFormat.Nitf or TextFormat.NewsMl or TextFormat.OtherXml)
        {
            return IntakeResult.Refused(IntakeFindings.TooLarge(name, options.MaxBytes));
        }

        return format is TextFormat.Text or TextFormat.Html
            ? ReadPage(name, bytes, decoded, origin, DeclaredFacts.None, null)
            : StructuredDocument.Read(name, decoded.Text, format, origin, options, cut);
    }

    private IntakeResult ReadMail(string name, ReadOnlySpan<byte> bytes, MailText mail)
    {
        (DeclaredFacts facts, InputOrigin origin, string? subject) = MailFacts.Of(mail);
        DecodedText decoded = TextDecoder.Decode(mail.Body, origin.Charset, HtmlPageParser.DeclaredEncoding(mail.Body));
        return decoded.BinaryReason is { } reason ? IntakeResult.Refused(IntakeFindings.Binary(name, reason))
            : string.IsNullOrWhiteSpace(decoded.Text) ? IntakeResult.Refused(IntakeFindings.Empty(name))
            : ReadPage(name, bytes, decoded, origin, facts, subject);
    }

    private IntakeResult ReadPage(string name, ReadOnlySpan<byte> bytes, DecodedText decoded, InputOrigin origin, DeclaredFacts carrier, string? title)
    {
        List<Finding> findings = [];
        if (decoded.Replaced > 0)
        {
            findings.Add(IntakeFindings.InvalidEncoding(name, decoded.Replaced, decoded.Encoding));
        }
        else if (decoded.Encoding != "UTF-8")
        {
            findings.Add(IntakeFindings.NotUtf8(name, decoded.Encoding));
        }

        if (Parse(name, decoded.Text, origin, findings) is not { } parsed)
        {
            return IntakeResult.Refused(IntakeFindings.TooManyElements(name, options.MaxElements));
        }

        (ImmutableArray<RawBlock> blocks, DeclaredFacts facts) = parsed;
        facts = MailFacts.Beside(facts, carrier);
        facts = facts with { Url = facts.Url ?? carrier.Url ?? origin.Url, Captured = facts.Captured ?? origin.Captured, FirstSeen = facts.FirstSeen ?? origin.FirstSeen };
        if (title is not null && !blocks.Any(static block => block.Hint == BlockHint.Title && block.CutReason is null))
        {
            blocks = blocks.Insert(0, new RawBlock(title, [], BlockHint.Title));
        }

        Report? report = ReportAssembler.Assemble(name, bytes, decoded.Text, blocks, facts, options, findings);
        return report is null ? IntakeResult.Refused(IntakeFindings.NoArticle(name)) : new IntakeResult([report], []);
    }

    private (ImmutableArray<RawBlock> Blocks, DeclaredFacts Facts)? Parse(string name, string text, InputOrigin origin, List<Finding> findings)
    {
        if (!HtmlPageParser.LooksLikeHtml(text))
        {
            return (PlainTextParser.Parse(text), DeclaredFacts.None);
        }

        if (HtmlPageParser.Parse(text, origin, options) is not { } page)
        {
            return null;
        }

        if (page.Teaser is { } teaser)
        {
            findings.Add(IntakeFindings.Teaser(name, teaser));
        }

        if (page.TooDeep)
        {
            findings.Add(IntakeFindings.TooDeep(name, options.MaxDepth));
        }

        if (page.Facts.DatesDiffer is { } dates)
        {
            findings.Add(IntakeFindings.DatesDiffer(name, dates.One, dates.Other));
        }

        return (page.Blocks, page.Facts);
    }
}
