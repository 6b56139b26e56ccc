using System.Collections.Immutable;
using Parallax.Core.Findings;
using Parallax.Core.Reports;
using Parallax.Intake.Articles;
using Parallax.Intake.Decoding;
using Parallax.Intake.Html;
using Parallax.Intake.PlainText;

namespace Parallax.Intake;

/// <summary>Turns the bytes of an input into reports: decodes, detects the format by content, finds the article, cuts furniture and keeps it.</summary>
/// <remarks>Thread-safe. Never throws on any bytes; what cannot be read gives a finding.</remarks>
public sealed class ReportIntake(IntakeOptions options)
{
    /// <summary>Reads one input.</summary>
    /// <param name="name">The name it was given under, as it shall stand in the account.</param>
    /// <param name="bytes">Its content.</param>
    /// <param name="origin">What the carrier of the bytes says about them; null where nothing is known.</param>
    public IntakeResult Read(string name, ReadOnlySpan<byte> bytes, InputOrigin? origin = null)
    {
        origin ??= InputOrigin.Unknown;
        if (bytes.Length > options.MaxBytes)
        {
            return IntakeResult.Refused(IntakeFindings.TooLarge(name, bytes.Length, options.MaxBytes));
        }

        DecodedText decoded = TextDecoder.Decode(bytes, origin.Charset ?? HtmlPageParser.DeclaredEncoding(bytes));
        if (decoded.BinaryReason is { } reason)
        {
            return IntakeResult.Refused(IntakeFindings.Binary(name, reason));
        }

        if (string.IsNullOrWhiteSpace(decoded.Text))
        {
            return IntakeResult.Refused(IntakeFindings.Empty(name));
        }

        List<Finding> findings = [];
        if (decoded.Replaced > 0)
        {
            findings.Add(IntakeFindings.InvalidEncoding(name, decoded.Replaced, decoded.Encoding));
        }
        else if (decoded.Encoding != "UTF-8")
        {
            findings.Add(IntakeFindings.NotUtf8(name, decoded.Encoding));
        }

        (ImmutableArray<RawBlock> blocks, DeclaredFacts facts) = Parse(name, decoded.Text, findings);
        facts = facts with { Url = facts.Url ?? origin.Url, Captured = origin.Captured, FirstSeen = origin.FirstSeen };
        Report? report = ReportAssembler.Assemble(name, bytes, decoded.Text, blocks, facts, options, findings);
        return report is null ? IntakeResult.Refused(IntakeFindings.NoArticle(name)) : new IntakeResult([report], []);
    }

    private (ImmutableArray<RawBlock> Blocks, DeclaredFacts Facts) Parse(string name, string text, List<Finding> findings)
    {
        if (!HtmlPageParser.LooksLikeHtml(text))
        {
            return (PlainTextParser.Parse(text), DeclaredFacts.None);
        }

        ParsedPage page = HtmlPageParser.Parse(text, options.MaxDepth);
        if (page.TooDeep)
        {
            findings.Add(IntakeFindings.TooDeep(name, options.MaxDepth));
        }

        return (page.Blocks, page.Facts);
    }
}
