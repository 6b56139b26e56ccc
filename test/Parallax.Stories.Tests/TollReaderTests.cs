using Parallax.Core.Accounts;
using Parallax.Stories.Conflicts;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

public sealed class TollReaderTests
{
    [Fact]
    public void Find_TheDeadAndTheWounded_TakesTheDead() => TollReader.Find(Sample.Of(
        """
        The     the     DET    _ 2 det
        blast   blast   NOUN   _ 3 nsubj
        killed  kill    VERB   _ 0 root
        14      14      NUM    _ 5 nummod
        people  people  NOUN   _ 3 obj
        and     and     CCONJ  _ 7 cc
        wounded wound   VERB   _ 3 conj
        30      30      NUM    _ 7 obj
        .       .       PUNCT  _ 3 punct
        """).Figure("30", 30, "person").Figure("14", 14, "person").Build()).ShouldNotBeNull().Figure.Value.ShouldBe(14);

    [Fact]
    public void Find_APartOfTheDead_TakesTheWhole() => TollReader.Find(Sample.Of(
        """
        Six      six     NUM    _ 2 nummod
        children child   NOUN   _ 7 nsubj
        were     be      AUX    _ 7 cop
        among    among   ADP    _ 7 case
        22       22      NUM    _ 7 nummod
        dead     dead    ADJ    _ 7 amod
        people   people  NOUN   _ 0 root
        .        .       PUNCT  _ 7 punct
        """).Figure("Six", 6, "child").Figure("22", 22, "person").Build()).ShouldNotBeNull().Figure.Value.ShouldBe(22);

    [Fact]
    public void Find_TheDeadOfAWholeWar_IsNoToll() => TollReader.Find(Sample.Of(
        """
        Since   since   SCONJ  _ 4 mark
        the     the     DET    _ 3 det
        war     war     NOUN   _ 4 nsubj
        began   begin   VERB   _ 6 advcl
        ,       ,       PUNCT  _ 4 punct
        killed  kill    VERB   _ 0 root
        9,000   9,000   NUM    _ 8 nummod
        people  people  NOUN   _ 6 obj
        .       .       PUNCT  _ 6 punct
        """).Figure("9,000", 9000, "person").Build()).ShouldBeNull();

    [Fact]
    public void Find_OnlyWounded_IsNoToll() => TollReader.Find(Sample.Of(
        """
        The     the     DET    _ 2 det
        storm   storm   NOUN   _ 3 nsubj
        injured injure  VERB   _ 0 root
        8       8       NUM    _ 5 nummod
        sailors sailor  NOUN   _ 3 obj
        .       .       PUNCT  _ 3 punct
        """).Figure("8", 8, "sailor").Build()).ShouldBeNull();
}
