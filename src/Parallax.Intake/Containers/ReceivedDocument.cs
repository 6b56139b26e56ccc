namespace Parallax.Intake.Containers;

/// <summary>One document as it was received: a file, a member of an archive, a record of a web archive, a message of a mailbox.</summary>
/// <param name="Name">The input's name; for what lay in an archive, the archive's name, <c>#</c>, and the member's name or number. Names are words, never paths.</param>
/// <param name="Bytes">Its content. A record of a web archive is kept with its header, so that it says by itself where and when it was captured.</param>
public sealed record ReceivedDocument(string Name, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Whether it lay in an archive, where pictures, styles and programs beside the reports are usual and no fault.</summary>
    public bool IsMember { get; init; }

    /// <summary>Whether it was longer than the limit and only its start is here.</summary>
    public bool IsCut { get; init; }
}

/// <summary>A document with what came of it; the last of an input carries what concerns the input as a whole, without a document.</summary>
/// <param name="Document">The document, or null.</param>
/// <param name="Result">What came of it.</param>
public sealed record DocumentResult(ReceivedDocument? Document, IntakeResult Result);
