using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Stories.Entities;
using Parallax.Testing;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

/// <summary>Names that look alike and are not one are never joined; issues 6 and 7. The names are made from syllables with a fixed seed, which each failure prints with the names.</summary>
public sealed class LookAlikeNameTests
{
    private const int Seed = 20240611, Rounds = 200;

    private static readonly string[] Beginnings = ["Bar", "Dol", "Fen", "Gor", "Hal", "Kel", "Lun", "Mor", "Nar", "Pel", "Ros", "Tal", "Vor", "Zel"];
    private static readonly string[] Ends = ["beck", "dane", "fort", "gan", "holm", "mund", "rick", "stow", "tane", "vik", "wold", "zin"];

    [Fact]
    public void Link_OneSurnameTwoGivenNames_StayApart() => Check((random, rounds) =>
    {
        (string first, string second, string surname) = (Word(random), Word(random), Word(random));
        return ([($"{first} {surname}", ActorKind.Person, null), ($"{second} {surname}", ActorKind.Person, null)], 2);
    });

    [Fact]
    public void Link_BareSurnameOfTwoPersons_IsJoinedToNeither() => Check((random, rounds) =>
    {
        (string first, string second, string surname) = (Word(random), Word(random), Word(random));
        return ([($"{first} {surname}", ActorKind.Person, null), ($"{second} {surname}", ActorKind.Person, null), (surname, ActorKind.Person, null)], 3);
    });

    [Fact]
    public void Link_FatherAndSon_StayApart() => Check((random, rounds) =>
    {
        string name = $"{Word(random)} {Word(random)}";
        return ([($"{name} Sr.", ActorKind.Person, null), ($"{name} Jr.", ActorKind.Person, null)], 2);
    });

    [Theory]
    [InlineData("Bank of {0}", "{1} Bank of {0}")]
    [InlineData("{0} Bank", "{0} Savings Bank")]
    [InlineData("{0} Bank", "{1} Bank")]
    [InlineData("University of {0}", "{0} State University")]
    [InlineData("{0} Workers Party", "{0} Workers Liberation Party")]
    [InlineData("{0} Development Bank", "{0} National Development Bank")]
    [InlineData("{0} Steel", "{0} Foundation")]
    [InlineData("{0} Motors", "{1} Motors")]
    [InlineData("{0} Herald", "{1} Herald")]
    [InlineData("North {0} Front", "South {0} Front")]
    [InlineData("7th {0} Brigade", "8th {0} Brigade")]
    [InlineData("Ministry of {0} Affairs", "Ministry of {1} Affairs")]
    public void Link_BodiesOfLikeNames_StayApart(string left, string right) => Check((random, rounds) =>
    {
        object[] words = [Word(random), Word(random)];
        string? country = rounds % 2 == 0 ? null : "NO";
        return ([(string.Format(null, left, words), ActorKind.Organization, country), (string.Format(null, right, words), ActorKind.Organization, country)], 2);
    });

    [Theory]
    [InlineData("Security Council", ActorKind.Government)]
    [InlineData("Ministry of Defence", ActorKind.Government)]
    [InlineData("Supreme Court", ActorKind.Government)]
    [InlineData("Labour Party", ActorKind.Organization)]
    [InlineData("Central Bank", ActorKind.Organization)]
    [InlineData("navy", ActorKind.Government)]
    public void Link_OneNameInTwoCountries_StaysApart(string name, ActorKind kind) => Check((_, _) => ([(name, kind, "NO"), (name, kind, "SE")], 2));

    [Fact]
    public void Link_AcronymOfTwoBodies_JoinsNeither() => Check((random, rounds) =>
    {
        (string first, string second) = (Word(random), Word(random));
        string left = $"{first} Sailors Alliance", right = $"{first[0]}{second[1..]} Steel Authority";
        return ([(left, ActorKind.Organization, null), (right, ActorKind.Organization, null), ($"{first[0]}SA", ActorKind.Organization, null)], 3);
    });

    [Fact]
    public void Link_PersonPlaceAndThingOfOneWord_StayApart() => Check((random, rounds) =>
    {
        string word = Word(random);
        return ([($"{Word(random)} {word}", ActorKind.Person, null), (word, ActorKind.Place, null), ($"{word} Shipping", ActorKind.Organization, null)], 3);
    });

    [Fact]
    public void Link_GovernmentsAndCountriesOfTwoStates_StayApart() => Check((_, _) =>
        ([("Norway", ActorKind.Country, "NO"), ("Sweden", ActorKind.Country, "SE"), ("Norwegian government", ActorKind.Government, "NO"), ("Swedish government", ActorKind.Government, "SE")], 2));

    // What one report alone takes for a person, others for a town; what one takes for a place, another knows by his office.
    [Theory]
    [InlineData("Varan", ActorKind.Person, "", ActorKind.Place, "", ActorKind.Place)]
    [InlineData("Varan", ActorKind.Person, "mayor", ActorKind.Place, "", null)]
    [InlineData("Ilan Dorn", ActorKind.Place, "", ActorKind.Person, "mayor", ActorKind.Person)]
    [InlineData("Ilan Dorn", ActorKind.Place, "", ActorKind.Person, "", null)]
    [InlineData("Stone Garden", ActorKind.Person, "", ActorKind.Facility, "", ActorKind.Facility)]
    [InlineData("Stone Garden", ActorKind.Person, "mayor", ActorKind.Facility, "", null)]
    public void Link_OneNameOfTwoKinds_TakesTheKindThatAnotherReportTells(string name, ActorKind left, string leftOffice, ActorKind right, string rightOffice, ActorKind? one)
    {
        AnnotatedReport[] reports = [Report((name, left, null), 0, leftOffice), Report((name, right, null), 1, rightOffice)];

        LinkedEntities linked = EntityLinker.Link(ReportSet.Of([.. reports]), new ExplanationBook());

        linked.Entities.Select(static e => e.Kind).ShouldBe(one is { } kind ? [kind] : [left, right], ignoreOrder: true);
    }

    // "ORVANE" and "Orvane" are one name; three capitals may be an acronym beside a word.
    [Theory]
    [InlineData("ORVANE", ActorKind.Organization, "Orvane", ActorKind.Organization, ActorKind.Organization)]
    [InlineData("ORVANE", ActorKind.Other, "Orvane", ActorKind.Person, ActorKind.Organization)]
    [InlineData("ORVAnet", ActorKind.Organization, "OrvaNet", ActorKind.Organization, ActorKind.Organization)]
    [InlineData("Ilan al-Varezi", ActorKind.Person, "Ilan Al-Varezi", ActorKind.Person, ActorKind.Person)]
    [InlineData("VAR", ActorKind.Organization, "Var", ActorKind.Organization, null)]
    [InlineData("ORVANE", ActorKind.Organization, "Orvane", ActorKind.Place, null)]
    public void Link_NamesThatDifferInCapitals_AreOneUnlessAnAcronymOrOfAnotherKind(string name, ActorKind left, string other, ActorKind right, ActorKind? one)
    {
        LinkedEntities linked = EntityLinker.Link(ReportSet.Of([Report((name, left, null), 0), Report((other, right, null), 1)]), new ExplanationBook());

        linked.Entities.Select(static e => e.Kind).ShouldBe(one is { } kind ? [kind] : [left, right], ignoreOrder: true);
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(1, 2)]
    public void Link_TwoWordsThatMostReportsTakeForAPlace_AreNoPerson(int places, int expected)
    {
        (string, ActorKind, string?)[] names = [("Abu Varan", ActorKind.Person, null), .. Enumerable.Repeat(("Abu Varan", ActorKind.Place, (string?)null), places)];

        EntityLinker.Link(ReportSet.Of([.. names.Select(static (n, i) => Report(n, i))]), new ExplanationBook()).Entities.Length.ShouldBe(expected);
    }

    private static void Check(Func<Random, int, ((string Name, ActorKind Kind, string? Country)[] Names, int Expected)> make)
    {
        Random random = new(Seed);
        for (int round = 0; round < Rounds; round++)
        {
            ((string Name, ActorKind Kind, string? Country)[] names, int expected) = make(random, round);
            if (names.Select(static n => (n.Name, n.Country)).Distinct().Count() < names.Length)
            {
                continue; // The same syllables twice: no two names.
            }

            LinkedEntities linked = EntityLinker.Link(ReportSet.Of([.. names.Select((n, i) => Report(n, i))]), new ExplanationBook());
            linked.Entities.Length.ShouldBe(expected, $"seed {Seed}, round {round}: {string.Join(" | ", names)} became {string.Join(" | ", linked.Entities.Select(static e => $"{e.Name} ({string.Join(", ", e.Aliases)}) {e.Explanation?.Text}"))}");
        }
    }

    private static string Word(Random random) => Beginnings[random.Next(Beginnings.Length)] + Ends[random.Next(Ends.Length)];

    private static AnnotatedReport Report((string Name, ActorKind Kind, string? Country) name, int place, string office = "")
    {
        AnnotatedReport report = new(TestReport.Of($"Report {place} tells of {name.Name}.", file: $"{place}.txt"));
        int start = report.Report.Text.ToString().IndexOf(name.Name, StringComparison.Ordinal);
        Entity entity = new()
        {
            Id = $"e{place}", Kind = name.Kind, Name = name.Name, Country = name.Country, Descriptions = office.Length > 0 ? [office] : [],
            Mentions = [new Mention(report.Report.Id, start, start + name.Name.Length, MentionForm.Name)],
        };
        return report.With(ReportLayers.Entities, new EntityLayer([entity]));
    }
}
