namespace Parallax.Language.Neural;

/// <summary>The trained network cannot be used: a file is missing or is not what it should be. Thrown at start only, never while reading.</summary>
public sealed class ModelException : Exception
{
    /// <summary>Makes an exception without a message.</summary>
    public ModelException()
    {
    }

    /// <summary>Makes an exception that says which file, what was found, what was expected and what to do.</summary>
    public ModelException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with the failure behind it.</summary>
    public ModelException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
