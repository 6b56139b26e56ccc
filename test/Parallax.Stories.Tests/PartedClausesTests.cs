using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Stories.Claims;
using Parallax.Stories.Propositions;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

public sealed class PartedClausesTests
{
    private const string Both = "Crews crew NOUN _ 2 nsubj\nuse use VERB VerbForm=Fin 0 root\nmany many ADJ _ 5 amod\nbrass brass NOUN _ 5 compound\nlamps lamp NOUN _ 2 obj\nand and CCONJ _ 8 cc\nsteel steel NOUN _ 8 compound\nlamps lamp NOUN _ 5 conj";

    private static AnnotatedReport Of(string outlet, string table)
    {
        Sample sample = Sample.Of($"{table}\n. . PUNCT _ 1 punct\n\n{outlet.Replace(' ', '-')} page NOUN _ 0 root", outlet, "2022-11-10");
        foreach ((string name, ActorKind kind) in new[] { ("Quill", ActorKind.Person), ("Norland", ActorKind.Country), ("Ostra", ActorKind.Country), ("Brevik", ActorKind.Place) })
        {
            sample = table.Contains(name, StringComparison.Ordinal) ? sample.Entity(name, kind) : sample;
        }

        return sample.Build();
    }

    private static bool AreParted(string lemma, params string[] tables)
    {
        ReportSet set = ReportSet.Of([.. tables.Select((t, i) => Of($"Paper {i}", t))]);
        System.Collections.Immutable.ImmutableArray<Proposition> all = [.. set.Reports.SelectMany(static r => PropositionReader.Read(r)).Where(p => p.Lemma == lemma || p.Class == lemma)];
        return new PartedClauses(set, all).Are(0, 1);
    }

    private static string Bought(string sort) => $"Quill Quill PROPN _ 2 nsubj\nbought buy VERB Tense=Past|VerbForm=Fin 0 root\n{sort} {sort} NOUN _ 4 compound\nlamps lamp NOUN _ 2 obj";

    [Fact]
    public void Are_SortsThatAReportSetsSideBySide_AreTwo()
    {
        AreParted("buy", Bought("brass"), Bought("steel"), Both).ShouldBeTrue();
        AreParted("buy", Bought("brass"), Bought("brass"), Both).ShouldBeFalse();
        AreParted("buy", Bought("brass"), Bought("steel")).ShouldBeFalse(); // lamps of steel with a brass foot, as far as anybody tells
        AreParted("buy", Bought("brass"), Bought("steel"), Both, "Vale Vale PROPN _ 2 nsubj\nhas have VERB VerbForm=Fin 0 root\nbrass brass NOUN _ 5 compound\nsteel steel NOUN _ 5 compound\nlamps lamp NOUN _ 2 obj").ShouldBeFalse();
    }

    [Theory]
    [InlineData("it", "PRON", true)]
    [InlineData("everybody", "PRON", true)]
    [InlineData("he", "PRON", false)]
    [InlineData("Vale", "PROPN", false)] // names are told apart elsewhere
    public void Are_OnePersonAndNobodyInParticular_AreTwo(string who, string tag, bool expected) =>
        AreParted("head", "Quill Quill PROPN _ 2 nsubj\nheads head VERB VerbForm=Fin 0 root\nnorth north ADV _ 2 advmod", $"{who} {who} {tag} _ 2 nsubj\nheads head VERB VerbForm=Fin 0 root\nnorth north ADV _ 2 advmod").ShouldBe(expected);

    [Theory]
    [InlineData("is", "Tense=Pres", true)]
    [InlineData("was", "Tense=Past", false)]
    public void Are_WhereSomebodyIsHeldAndThatHeWasTaken_AreTwo(string be, string tense, bool expected) =>
        AreParted("arrest", $"Quill Quill PROPN _ 3 nsubj:pass\n{be} be AUX {tense}|VerbForm=Fin 3 aux:pass\nheld hold VERB Tense=Past|VerbForm=Part 0 root\nin in ADP _ 5 case\nBrevik Brevik PROPN _ 3 obl", "Quill Quill PROPN _ 3 nsubj:pass\nwas be AUX Tense=Past|VerbForm=Fin 3 aux:pass\narrested arrest VERB Tense=Past|VerbForm=Part 0 root").ShouldBe(expected);

    [Theory]
    [InlineData("Ostra", "Norland", true)]
    [InlineData("Ostra", "Ostra", false)]
    [InlineData("Ostra", "Brevik", false)] // a town may lie in it
    public void Are_InTwoCountriesBelowTheOpening_AreTwo(string one, string two, bool expected)
    {
        AreParted("pay", Paid(one), Paid(two)).ShouldBe(expected);

        static string Paid(string where) => string.Concat(Enumerable.Repeat("Crews crew NOUN _ 2 nsubj\nrest rest VERB VerbForm=Fin 0 root\n. . PUNCT _ 2 punct\n\n", 3)) + $"Quill Quill PROPN _ 2 nsubj\npays pay VERB VerbForm=Fin 0 root\ntax tax NOUN _ 2 obj\nin in ADP _ 5 case\n{where} {where} PROPN _ 2 obl";
    }

    [Theory]
    [InlineData("but", true)]
    [InlineData("and", false)]
    public void After_WordsThatEndBeforeATurn_GoOn(string word, bool expected)
    {
        AnnotatedReport report = Of("The Norland Post", $"Quill Quill PROPN _ 2 nsubj\nsailed sail VERB VerbForm=Fin 0 root\n{word} {word} CCONJ _ 4 cc\nturned turn VERB VerbForm=Fin 2 conj");
        Proposition told = PropositionReader.Read(report).First(static p => p.Lemma == "sail");
        Turns.After(report, new Wording(told, new Core.Text.TextSpan(0, "Quill sailed".Length))).ShouldBe(expected);
    }
}
