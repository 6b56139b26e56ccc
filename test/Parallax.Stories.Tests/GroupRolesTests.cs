using Parallax.Core.Accounts;
using Parallax.Core.Text;
using Parallax.Stories.Claims;
using Parallax.Stories.Propositions;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

public sealed class GroupRolesTests
{
    private static Participant Named(string name, ActorKind kind) => new() { Head = name, Span = new TextSpan(0, name.Length), Entities = ["e" + name], Names = [name], Kind = kind };

    // The harbour of a place was closed by somebody.
    private static Proposition Closed(Participant by, string place) => new()
    {
        Key = by.Head + place, Report = "r" + by.Head + place, Sentence = 0, Token = 0, Lemma = "close", Class = "close", Span = new TextSpan(0, 1), Actor = by, Object = Named(place, ActorKind.Place),
    };

    private static Others OfOneAgainst(Proposition one, params Proposition[] others) => GroupRoles.Of([one, .. others], [0], [.. Enumerable.Range(1, others.Length)], (x, y) => GroupRoles.NameOthers(x == 0 ? one : others[x - 1], y == 0 ? one : others[y - 1], byWords: true));

    [Fact]
    public void Of_HalfOfThePairsWithAnotherPlace_IsFew()
    {
        Participant guard = Named("guard", ActorKind.Organization);
        OfOneAgainst(Closed(guard, "ostra"), Closed(guard, "ostra"), Closed(guard, "brevik")).ShouldBe(Others.Few);
        OfOneAgainst(Closed(guard, "ostra"), Closed(guard, "ostra"), Closed(guard, "brevik"), Closed(guard, "veld")).ShouldBe(Others.TooMany);
        OfOneAgainst(Closed(guard, "ostra"), Closed(guard, "ostra")).ShouldBe(Others.None);
    }

    [Theory]
    [InlineData(ActorKind.Person)]
    [InlineData(ActorKind.Organization)]
    public void Of_AnotherPersonOrBody_IsTooManyUnlessOddInItsOwnGroup(ActorKind kind)
    {
        (Participant quill, Participant brand) = (Named("quill", kind), Named("brand", kind));
        OfOneAgainst(Closed(quill, "ostra"), Closed(quill, "ostra"), Closed(brand, "ostra")).ShouldBe(Others.TooMany);
        OfOneAgainst(Closed(quill, "ostra"), Closed(brand, "ostra")).ShouldBe(Others.TooMany);
        OfOneAgainst(Closed(quill, "ostra"), Closed(quill, "ostra"), Closed(quill, "ostra"), Closed(quill, "ostra"), Closed(brand, "ostra")).ShouldBe(Others.Few);
    }

    // "The Brevik club put Ada Quill on the list", "Quill put on the list": the headline leaves out who did it.
    [Fact]
    public void Of_HeadlineWithoutWhoActs_TellsOfNobodyElse()
    {
        (Participant club, Participant quill) = (Named("club", ActorKind.Organization), Named("quill", ActorKind.Person));
        Proposition full = Closed(club, "ostra") with { Object = quill }, bare = Closed(quill, "ostra") with { Key = "bare", Object = null }, front = Closed(club, "ostra") with { Key = "front", Actor = null, Object = club };
        OfOneAgainst(full, bare).ShouldBe(Others.None);
        OfOneAgainst(full, front).ShouldBe(Others.None);
        OfOneAgainst(full, bare with { Object = club }).ShouldBe(Others.TooMany);
    }

    [Fact]
    public void Of_PairsThatNameNoOthers_IsNoneWhateverTheirNames() =>
        GroupRoles.Of([Closed(Named("quill", ActorKind.Person), "ostra"), Closed(Named("brand", ActorKind.Person), "ostra")], [0], [1], static (_, _) => false).ShouldBe(Others.None);

    [Fact]
    public void Of_OtherCountries_IsTooMany()
    {
        (Participant norlander, Participant sedonian) = (Of("frigate", "NL"), Of("warship", "SD"));
        OfOneAgainst(Closed(norlander, "ostra"), Closed(norlander, "ostra"), Closed(sedonian, "ostra")).ShouldBe(Others.TooMany);
        OfOneAgainst(Closed(norlander, "ostra"), Closed(norlander, "ostra"), Closed(Of("warship", "NL"), "ostra")).ShouldBe(Others.None);

        static Participant Of(string head, string country) => new() { Head = head, Span = new TextSpan(0, head.Length), Countries = [country] };
    }
}
