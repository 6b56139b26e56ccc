namespace Parallax.Application.Inputs;

/// <summary>One input to read: the name it stands under in the account, and its bytes.</summary>
/// <param name="Name">Path relative to what the user gave, with forward slashes; <c>-</c> for standard input.</param>
/// <param name="Bytes">Its content.</param>
public sealed record InputItem(string Name, ReadOnlyMemory<byte> Bytes);
