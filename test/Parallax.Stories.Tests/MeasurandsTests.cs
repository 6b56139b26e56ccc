using Parallax.Core.Layers;
using Parallax.Stories.Conflicts;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

/// <summary>What a figure counts.</summary>
public sealed class MeasurandsTests
{
    private static AnnotatedReport Dozen(string before) => Sample.Of($"""
        {before}  {before} DET    _            2  det
        dozen     dozen    NOUN   _            5  nsubj
        of        of       ADP    _            4  case
        ships     ship     NOUN   Number=Plur  2  nmod
        waited    wait     VERB   Tense=Past|VerbForm=Fin   0  root
        .         .        PUNCT  _            5  punct
        """).Figure("dozen", 12, "ship", measures: "ships").Build();

    private static AnnotatedReport Bare() => Sample.Of("""
        Dozen     dozen    NOUN   _            4  nsubj
        of        of       ADP    _            3  case
        ships     ship     NOUN   Number=Plur  1  nmod
        waited    wait     VERB   Tense=Past|VerbForm=Fin   0  root
        .         .        PUNCT  _            4  punct
        """).Figure("Dozen", 12, "ship", measures: "ships").Build();

    [Fact]
    public void Kind_ADozenWithoutAnArticle_CountsNothing() => Measurands.Kind(Bare(), Bare().Figures.Single()).ShouldBeNull();

    [Fact]
    public void Kind_ADozenWithAnArticle_CountsItsThing() => Measurands.Kind(Dozen("a"), Dozen("a").Figures.Single()).ShouldBe("ship");
}
