namespace Parallax.Stories.Framings;

/// <summary>What the network of tone makes of a word by itself.</summary>
/// <param name="Meaning">Of the word where it stands.</param>
/// <param name="Before">What it adds to the word behind it.</param>
/// <param name="After">What it adds to the word in front of it.</param>
internal sealed record ToneWord(double[] Meaning, double[] Before, double[] After);
