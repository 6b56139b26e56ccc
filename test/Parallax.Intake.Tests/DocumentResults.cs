using System.Collections.Immutable;
using System.Text;
using Parallax.Core.Findings;
using Parallax.Core.Reports;
using Parallax.Intake.Containers;

namespace Parallax.Intake.Tests;

/// <summary>All that came of an input read as a stream.</summary>
internal sealed record DocumentResults(ImmutableArray<Report> Reports, ImmutableArray<Finding> Findings, ImmutableArray<ReceivedDocument> Documents)
{
    public static DocumentResults Of(string text, IntakeOptions? options = null) => Of(Encoding.UTF8.GetBytes(text), options);

    public static DocumentResults Of(byte[] bytes, IntakeOptions? options = null, bool seekable = true)
    {
        using MemoryStream memory = new(bytes);
        using Stream stream = seekable ? memory : new TrickleStream(memory);
        DocumentResult[] results = [.. new ReportIntake(options ?? new IntakeOptions()).ReadAll("input", stream)];
        foreach (Report report in results.SelectMany(static result => result.Result.Reports))
        {
            Intake.ShouldLeadBack(report);
        }

        return new DocumentResults([.. results.SelectMany(static r => r.Result.Reports)], [.. results.SelectMany(static r => r.Result.Findings)], [.. results.Select(static r => r.Document).OfType<ReceivedDocument>()]);
    }

    public string[] Texts => [.. Reports.Select(static report => report.Text.Text)];

    /// <summary>One byte a read, and no way back.</summary>
    private sealed class TrickleStream(Stream inner) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, Math.Min(1, count));

        public override int Read(Span<byte> buffer) => inner.Read(buffer[..Math.Min(1, buffer.Length)]);

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
