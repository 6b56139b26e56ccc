using Parallax.Core.Layers;
using Parallax.Language.Names;
using Parallax.Testing;
using Shouldly;
using Xunit;

namespace Parallax.Language.Tests.Names;

/// <summary>Names whose own spelling and place tell another kind than the network's, or none.</summary>
public sealed class NameDoubtsTests
{
    [Theory]
    [InlineData("OrvaneNet", "Place", "Organization:OrvaneNet")]
    [InlineData("ITVaran", "Person", "Organization:ITVaran")]
    [InlineData("AnneMarie", "Person", "Person:AnneMarie")]
    [InlineData("McVaran", "Person", "Person:McVaran")]
    public void Refine_WordsWrittenTogether_AreABodyUnlessAPersonIsCalledSo(string name, string marked, string expected) => Refine($"""
        {name}  {name}  PROPN  _  2  nsubj  B-{marked}
        slept   sleep   VERB   _  0  root   _
        """).ShouldBe([expected]);

    [Theory]
    [InlineData("Telecom")]
    [InlineData("Orvane")]
    public void Refine_CompanyBeforeItsCountry_IsNoPlace(string company) => Refine($"""
        {company}  {company}  PROPN  _  2  compound  B-Place
        Kenya      Kenya      PROPN  _  3  nsubj     I-Place
        sells      sell       VERB   _  0  root      _
        lines      line       NOUN   _  3  obj       _
        """).ShouldBe([$"Organization:{company} Kenya"]);

    [Theory]
    [InlineData("Team", "Organization")]
    [InlineData("Ilka", "Person")]
    public void Refine_TeamOfSomebody_IsNotThatPerson(string first, string expected) => Refine($"""
        {first}  {first}  PROPN  _  3  nsubj  B-Person
        Brenn    Brenn    PROPN  _  1  flat   I-Person
        slept    sleep    VERB   _  0  root   _
        """).ShouldBe([$"{expected}:{first} Brenn"]);

    [Fact]
    public void Refine_WhatHasAnOfficer_IsACompany() => Refine("""
        Orvane  Orvane  PROPN  _  3  compound  B-Product
        CEO     CEO     NOUN   _  3  compound  _
        Ilka    Ilka    PROPN  _  5  nsubj     B-Person
        Brenn   Brenn   PROPN  _  3  flat      I-Person
        slept   sleep   VERB   _  0  root      _
        """).ShouldBe(["Organization:Orvane", "Person:Ilka Brenn"]);

    [Fact]
    public void Refine_TownBehindPreposition_StaysBesideItsCountry() => Refine("""
        They    they    PRON   _  2  nsubj     _
        slept   sleep   VERB   _  0  root      _
        in      in      ADP    _  5  case      _
        Orvane  Orvane  PROPN  _  5  compound  B-Place
        Kenya   Kenya   PROPN  _  2  obl       I-Place
        """).ShouldBe(["Place:Orvane", "Country:Kenya"]);

    [Fact]
    public void Refine_WordThatStandsInSmallLettersToo_IsNoNameAtTheStart() => Refine("""
        Offshore  offshore  ADJ    _  2  amod   B-Place
        crane     crane     NOUN   _  3  nsubj  _
        fell      fall      VERB   _  0  root   _

        An        an        DET    _  3  det    _
        offshore  offshore  ADJ    _  3  amod   _
        crane     crane     NOUN   _  4  nsubj  _
        rose      rise      VERB   _  0  root   _
        """).ShouldBeEmpty();

    [Fact]
    public void Refine_WordThatStandsInCapitalsInside_StaysAName() => Refine("""
        Offshore  Offshore  PROPN  _  2  compound  B-Organization
        shares    share     NOUN   _  3  nsubj     _
        fell      fall      VERB   _  0  root      _

        They      they      PRON   _  2  nsubj     _
        sold      sell      VERB   _  0  root      _
        Offshore  Offshore  PROPN  _  2  obj       B-Organization
        offshore  offshore  ADV    _  2  advmod    _
        """).ShouldBe(["Organization:Offshore", "Organization:Offshore"]);

    [Fact]
    public void Refine_BetweenATownInItsCountry_IsNoPerson() => Refine("""
        It       it       PRON   _  2  nsubj   _
        broke    break    VERB   _  0  root    _
        between  between  ADP    _  5  case    _
        Abu      Abu      PROPN  _  5  compound  B-Person
        Varan    Varan    PROPN  _  2  obl     I-Person
        in       in       ADP    _  7  case    _
        Kenya    Kenya    PROPN  _  5  nmod    B-Country
        """).ShouldBe(["City:Abu Varan", "Country:Kenya"]);

    private static string[] Refine(string table)
    {
        AnnotatedReport report = ParsedReport.Of(table);
        Layer<NameMention> names = NameRefiner.English.Refine(report.Tokens, report.Names);
        SpanChecks.Check(report.With(ReportLayers.Names, names));
        return [.. names.Select(n => $"{n.Kind}:{report.Report.Text.Slice(n.Span)}")];
    }
}
