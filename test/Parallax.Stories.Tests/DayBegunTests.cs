using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Stories.Dating;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

public sealed class DayBegunTests
{
    // A report stamped Sunday, 6 November 2022: "Ada Quill died on …. Vale said Monday that the rope broke."
    private static AnnotatedReport Told(string weekday, string day, string published = "2022-11-06") => Sample.Of(
        $"""
        Ada        Ada       PROPN  _            3  nsubj
        Quill      Quill     PROPN  _            1  flat
        died       die       VERB   Tense=Past|VerbForm=Fin   0  root
        on         on        ADP    _            5  case
        {weekday}  {weekday} PROPN  _            3  obl
        .          .         PUNCT  _            3  punct

        Vale       Vale      PROPN  _            2  nsubj
        said       say       VERB   Tense=Past|VerbForm=Fin   0  root
        Monday     Monday    PROPN  _            2  obl
        that       that      SCONJ  _            7  mark
        the        the       DET    _            6  det
        rope       rope      NOUN   _            7  nsubj
        broke      break     VERB   Tense=Past|VerbForm=Fin   2  ccomp
        .          .         PUNCT  _            2  punct
        """, "The Norland Post", published)
        .Entity("Ada Quill", ActorKind.Person).Entity("Vale", ActorKind.Person)
        .Time(weekday, day, TimeAnchor.Published).Time("Monday", "2022-10-31", TimeAnchor.Published)
        .Statement("Vale", "said", "the rope broke", time: "2022-10-31").Build();

    [Theory]
    [InlineData("Friday", "2022-11-04", "2022-11-06", "2022-11-07")] // He cannot have spoken before she died.
    [InlineData("Saturday", "2022-10-29", "2022-11-06", "2022-10-31")] // She died before he spoke.
    [InlineData("Friday", "2022-11-04", "2022-11-05", "2022-10-31")] // Not the day after the stamp.
    public void Mend_WeekdayAfterTheStamp_IsTheDayThatBeginsWhereAllElseIsLater(string weekday, string day, string published, string expected)
    {
        AnnotatedReport mended = DayBegun.Mend(Told(weekday, day, published));

        mended.Statements.ShouldHaveSingleItem().Time.ShouldBe(expected);
        mended.Times.Select(static t => t.Value).ShouldBe([day, expected]);
    }
}
