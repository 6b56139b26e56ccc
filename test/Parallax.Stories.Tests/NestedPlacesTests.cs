using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Stories.Happenings;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

public sealed class NestedPlacesTests
{
    private static AnnotatedReport Report() => Sample.Of(
        """
        Fire       fire      NOUN   _            2  nsubj
        broke      break     VERB   Tense=Past|VerbForm=Fin   0  root
        out        out       ADP    _            2  compound:prt
        in         in        ADP    _            5  case
        Brevik     Brevik    PROPN  _            2  obl
        in         in        ADP    _            7  case
        Norland    Norland   PROPN  _            5  nmod
        .          .         PUNCT  _            2  punct
        """, "The Norland Post", "2022-11-10").Entity("Brevik", ActorKind.Place).Entity("Norland", ActorKind.Country).Build();

    [Fact]
    public void MayBeOne_PlaceToldToLieInTheOther_IsOne()
    {
        AnnotatedReport report = Report();
        Dictionary<string, Entity> entities = report.Entities.Entities.ToDictionary(static e => e.Id, StringComparer.Ordinal);
        string brevik = entities.Values.Single(static e => e.Name == "Brevik").Id, norland = entities.Values.Single(static e => e.Name == "Norland").Id;
        NestedPlaces places = new(ReportSet.Of([report]), entities);
        places.MayBeOne(brevik, norland).ShouldBeTrue();
        places.MayBeOne(brevik, "another").ShouldBeFalse();
    }
}
