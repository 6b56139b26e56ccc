using Parallax.Core.Text;
using Parallax.Language.Tokens;
using Shouldly;
using Xunit;

namespace Parallax.Language.Tests.Tokens;

/// <summary>Marks that look like the end of a sentence and are none.</summary>
public sealed class TokenizerSentenceTests
{
    [Theory]
    [InlineData("The guard found a loaded. 38-caliber pistol in the shed.", 1)]
    [InlineData("The guard aimed a. 45 caliber pistol at the door.", 1)]
    [InlineData("The letter was for Ada (Addie) Brown of the port.", 1)]
    [InlineData("Brown was driving a 2008 GMC Sierra registered to him.", 1)]
    [InlineData("\"It is the strength of a crew -- 2nd Fleet sailors have shown it, and so have others.\"", 1)]
    [InlineData("Almost 43,000 Norlanders have voted.", 1)]
    [InlineData("The boat cost 43,000. Norlanders have voted.", 2)]
    [InlineData("The boat was loaded. 38 men left the port.", 2)]
    [InlineData("He had a blood alcohol content of. 09 percent, above the limit.", 1)]
    [InlineData("The vote was close. 45 percent stayed at home.", 2)]
    [InlineData("The town paid $2. 6 million for a shed.", 1)]
    [InlineData("Prices rose 5. 3 percent there.", 1)]
    [InlineData("The coat cost $5. 12 men left the port.", 2)]
    [InlineData("Rep. Ada Brown (R-Lanor.) also spoke when he came.", 1)]
    [InlineData("They left. (See the map below.) Nobody stayed.", 3)]
    public void Read_StopsInsideACalibreANumberAndBracketsInAName_EndNoSentence(string text, int expected) =>
        Tokenizer.Read(new SourceText(text)).Sentences.Length.ShouldBe(expected);

    [Theory]
    [InlineData("The port is shut, Lanornews. com reports.", "Lanornews. com")]
    [InlineData("The port is shut, Lanornews.com reports.", "Lanornews.com")]
    [InlineData("The port is shut at Lanor. commerce goes on.", null)]
    public void Read_SpaceInsideAnAddress_IsOneToken(string text, string? address)
    {
        TokenizedText tokens = Tokenizer.Read(new SourceText(text));
        Enumerable.Range(0, tokens.Count).Select(i => text[tokens.Starts[i]..tokens.Ends[i]]).FirstOrDefault(static f => f.Contains('.', StringComparison.Ordinal) && f.Length > 1).ShouldBe(address);
    }
}
