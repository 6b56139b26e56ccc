using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Stories.Claims;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

public sealed class DegreesTests
{
    private static AnnotatedReport Fire(string outlet, bool almost) => Sample.Of(
        (almost
            ? """
            Fire       fire      NOUN   _            4  nsubj
            has        have      AUX    VerbForm=Fin 4  aux
            almost     almost    ADV    _            4  advmod
            destroyed  destroy   VERB   Tense=Past|VerbForm=Part   0  root
            the        the       DET    _            7  det
            Brevik     Brevik    PROPN  _            7  compound
            mill       mill      NOUN   _            4  obj

            """
            : """
            Fire       fire      NOUN   _            3  nsubj
            has        have      AUX    VerbForm=Fin 3  aux
            destroyed  destroy   VERB   Tense=Past|VerbForm=Part   0  root
            the        the       DET    _            6  det
            Brevik     Brevik    PROPN  _            6  compound
            mill       mill      NOUN   _            3  obj

            """).TrimEnd() + "\n.          .         PUNCT  _            1  punct\n", outlet, "2022-11-10").Entity("Brevik", ActorKind.Place).Event("destroyed", "destroy").Build();

    [Fact]
    public void Build_AlmostBesideFully_IsALimit()
    {
        Claim claim = new AccountBuilder(new AccountOptions()).Build([Fire("The Norland Post", true), Fire("The Ostra Times", false)]).Account.Claims.Single();
        claim.Positions.Select(static p => p.Kind).ShouldBe([PositionKind.Qualifies, PositionKind.Affirms], ignoreOrder: true);
    }

    [Theory]
    [InlineData("approach", "offer", true)]
    [InlineData("offer", "approach", false)] // who was offered it was approached
    [InlineData("offer", "offer", false)]
    public void IsWeaker_VerbThatTellsLess_IsKnown(string verb, string than, bool expected) => Degrees.IsWeaker(verb, than).ShouldBe(expected);
}
