namespace Parallax.Application.Inputs;

/// <summary>One input to read: the name it stands under in the account, and how to open it.</summary>
/// <param name="Name">Path relative to what the user gave, with forward slashes; <c>-</c> for standard input.</param>
/// <param name="Open">Opens its content; the caller disposes it. Throws <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/> where it cannot be opened.</param>
public sealed record InputItem(string Name, Func<Stream> Open);
