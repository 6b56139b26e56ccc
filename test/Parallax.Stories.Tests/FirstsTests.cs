using Parallax.Core.Accounts;
using Parallax.Stories.Propositions;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

public sealed class FirstsTests
{
    private const string Captain = "to to PART _ 8 mark\ncaptain captain VERB VerbForm=Inf 6 acl\nthe the DET _ 10 det\nlifeboat lifeboat NOUN _ 8 obj";
    private const string Board = "on on ADP _ 10 case\nthe the DET _ 10 det\nharbour harbour NOUN _ 10 compound\nboard board NOUN _ 6 nmod";

    // "Ada Quill was the first woman [to captain the lifeboat]."
    private static Proposition First(string what) => PropositionReader.Read(Sample.Of(
        $"""
        Ada        Ada       PROPN  _            6  nsubj
        Quill      Quill     PROPN  _            1  flat
        was        be        AUX    VerbForm=Fin 6  cop
        the        the       DET    _            6  det
        first      first     ADJ    _            6  amod
        woman      woman     NOUN   _            0  root
        {what}
        .          .         PUNCT  _            6  punct
        """, "The Norland Post", "2022-11-10").Entity("Ada Quill", ActorKind.Person).Build()).Single(static p => p.Class == "be:woman");

    [Fact]
    public void Differ_FirstInTheSame_IsFalse() => Firsts.Differ(First(Board), First(Board)).ShouldBeFalse();

    [Fact]
    public void Differ_FirstInSomethingElse_IsTrue() => Firsts.Differ(First(Captain), First(Board)).ShouldBeTrue();
}
