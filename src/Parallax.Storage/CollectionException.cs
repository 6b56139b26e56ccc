namespace Parallax.Storage;

/// <summary>A file that cannot be used as a collection: another database, a newer version, damaged, or not to be opened. The message says which and what to do.</summary>
public sealed class CollectionException : Exception
{
    /// <summary>Makes one with its message.</summary>
    public CollectionException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one with its message and what it comes from.</summary>
    public CollectionException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
