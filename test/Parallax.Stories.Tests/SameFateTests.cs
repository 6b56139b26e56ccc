using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

/// <summary>What befell one person, whom one report names and another does not.</summary>
public sealed class SameFateTests
{
    private static Account Build(params IReadOnlyList<AnnotatedReport> reports) => new AccountBuilder(new AccountOptions()).Build(reports).Account;

    // "Ada Quill was killed in Brevik.", "A woman was killed in Brevik."
    private static AnnotatedReport Killed(string outlet, string first, string second, bool named, string tail = "") => Sample.Of(
        $"""
        {first}    {first}   {(named ? "PROPN" : "DET")}  _  {(named ? "4" : "2")}  {(named ? "nsubj:pass" : "det")}
        {second}   {second}  {(named ? "PROPN" : "NOUN")} _  {(named ? "1" : "4")}  {(named ? "flat" : "nsubj:pass")}
        was        be        AUX    VerbForm=Fin 4  aux:pass
        killed     kill      VERB   Tense=Past|VerbForm=Part   0  root
        {tail}in   in        ADP    _            {(tail.Length == 0 ? 6 : 7)}  case
        Brevik     Brevik    PROPN  _            4  obl
        .          .         PUNCT  _            4  punct
        """, outlet, "2022-11-10")
        .Entity(named ? $"{first} {second}" : second, named ? ActorKind.Person : ActorKind.Unnamed, form: named ? MentionForm.Name : MentionForm.Nominal).Entity("Brevik", ActorKind.Place)
        .Event("killed", "kill", PloverType.ASSAULT, recipients: [named ? $"{first} {second}" : second]).Build();

    [Fact]
    public void Build_WomanWhoMayBeTheOneNamed_IsOneHappeningAndOneClaim()
    {
        Account account = Build(Killed("The Norland Post", "Ada", "Quill", named: true), Killed("Sedonia Daily", "A", "woman", named: false));

        account.Happenings.ShouldContain(static h => h.Reports.Length == 2);
        account.Claims.ShouldContain(static c => c.Positions.Length == 2);
    }

    [Fact]
    public void Build_WomanAndMan_AreTwo()
    {
        Account account = Build(Killed("The Norland Post", "A", "man", named: false), Killed("Sedonia Daily", "A", "woman", named: false));

        account.Happenings.ShouldNotContain(static h => h.Reports.Length == 2);
        account.Claims.ShouldAllBe(static c => c.Positions.Length == 1);
    }

    [Fact]
    public void Build_OneMoreThatDied_IsAnother() =>
        Build(Killed("The Norland Post", "Ada", "Quill", named: true), Killed("Sedonia Daily", "A", "woman", named: false, "also also ADV _ 4 advmod\n")).Happenings.ShouldNotContain(static h => h.Reports.Length == 2);
}
