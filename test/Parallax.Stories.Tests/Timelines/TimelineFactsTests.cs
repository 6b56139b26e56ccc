using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests.Timelines;

public sealed class TimelineFactsTests
{
    [Theory]
    [InlineData("was be Tense=Past", "in", "May", "2022-05", "2022-05")] // A month, of what nobody is told to have done.
    [InlineData("was be Tense=Past", "in", "2019", "2019", "2019")]
    [InlineData("is be Tense=Pres", "in", "2019", "2019", null)] // Told as of now.
    [InlineData("was be Tense=Past", "until", "2019", "2019", null)] // When it ended.
    [InlineData("was be Tense=Past", "into", "2019", "2019", null)] // With what it began.
    [InlineData("was be Tense=Past", "than", "2019", "2019", null)] // With what it is compared.
    [InlineData("was be Tense=Past", ",", "2019", "2019", null)] // Of something between, perhaps.
    [InlineData("was be Tense=Past", "for", "May", "2022-05", null)] // What was planned for May.
    [InlineData("was be Tense=Past", "in", "then", "2022", null)] // A year that the words do not name.
    [InlineData("was be Tense=Past", "on", "Friday", "2022-05-13", "2022-05-13")]
    public void Build_PassiveWithATimeOfItsOwn_IsALineWhereItIsOver(string auxiliary, string preposition, string time, string value, string? expected)
    {
        AnnotatedReport report = Sample.Of(
            $"""
            The        the       DET    _            2  det
            yard       yard      NOUN   _            4  nsubj:pass
            {auxiliary.Split(' ')[0]} {auxiliary.Split(' ')[1]} AUX VerbForm=Fin|{auxiliary.Split(' ')[2]} 4 aux:pass
            shut       shut      VERB   Tense=Past|VerbForm=Part   0  root
            {preposition} {preposition} ADP _        6  case
            {time}     {time}    PROPN  _            4  obl
            .          .         PUNCT  _            4  punct
            """, "The Norland Post", "2022-05-20").Time(time, value).Build();

        Lines(report).ShouldBe(expected ?? "");
    }

    [Theory]
    [InlineData("has", "Tense=Pres", "")] // "has shut the yard … in 2019" is of another clause.
    [InlineData("had", "Tense=Past", "2019")]
    public void Build_PerfectWithAYear_IsALineWhereItIsOfThePast(string auxiliary, string tense, string expected)
    {
        AnnotatedReport report = Sample.Of(
            $"""
            Quill      Quill     PROPN  _            3  nsubj
            {auxiliary} have     AUX    VerbForm=Fin|{tense}  3  aux
            shut       shut      VERB   Tense=Past|VerbForm=Part   0  root
            the        the       DET    _            5  det
            yard       yard      NOUN   _            3  obj
            in         in        ADP    _            7  case
            2019       2019      NUM    _            3  obl
            .          .         PUNCT  _            3  punct
            """, "The Norland Post", "2022-05-20").Entity("Quill", ActorKind.Person).Time("2019", "2019").Build();

        Lines(report).ShouldBe(expected);
    }

    // "the Mail, which left the guild in 2012"; "Quill, who left in 2012" tells who she is, and nobody knows which yard "the yard that left" is, nor whose "his Lanor".
    [Theory]
    [InlineData("the", "Mail", "PROPN", ActorKind.Organization, "2012")]
    [InlineData("the", "Quill", "PROPN", ActorKind.Person, "")]
    [InlineData("the", "yard", "NOUN", ActorKind.Facility, "")]
    [InlineData("his", "Mail", "PROPN", ActorKind.Organization, "")]
    [InlineData("a", "Norlander", "PROPN", ActorKind.Person, "")]
    public void Build_ClauseBehindAName_IsALineOfItsTime(string before, string noun, string tag, ActorKind kind, string expected)
    {
        AnnotatedReport report = Sample.Of(
            $"""
            They       they      PRON   _            2  nsubj
            praise     praise    VERB   Tense=Pres|VerbForm=Fin   0  root
            {before}   {before}  DET    {(before is "his" ? "Poss=Yes" : "_")}  4  det
            {noun}     {noun}    {tag}  _            2  obj
            ,          ,         PUNCT  _            7  punct
            who        who       PRON   PronType=Rel 7  nsubj
            left       leave     VERB   Tense=Past|VerbForm=Fin   4  acl:relcl
            the        the       DET    _            9  det
            guild      guild     NOUN   _            7  obj
            in         in        ADP    _            11  case
            2012       2012      NUM    _            7  obl
            .          .         PUNCT  _            2  punct
            """, "The Norland Post", "2022-05-20").Entity(noun, kind).Time("2012", "2012").Build();

        Lines(report).ShouldBe(expected);
    }

    // "bought and shut the yard in May" has one subject; "He" is nobody whom the sentence names.
    [Theory]
    [InlineData("Quill", "PROPN", "2022-04")]
    [InlineData("He", "PRON", "")]
    public void Build_SecondVerbOfOneSubject_IsALineWhereTheSubjectIsNamed(string subject, string tag, string expected)
    {
        AnnotatedReport report = Sample.Of(
            $"""
            {subject}  {subject.ToLowerInvariant()} {tag}  _  2  nsubj
            bought     buy       VERB   Tense=Past|VerbForm=Fin   0  root
            and        and       CCONJ  _            4  cc
            shut       shut      VERB   Tense=Past|VerbForm=Fin   2  conj
            the        the       DET    _            6  det
            yard       yard      NOUN   _            4  obj
            in         in        ADP    _            8  case
            April      April     PROPN  _            4  obl
            .          .         PUNCT  _            2  punct
            """, "The Norland Post", "2022-05-20").Time("April", "2022-04").Build();

        Lines(report).ShouldBe(expected);
    }

    // "The clerk who took the keys on Friday was charged": the day is that of the keys, whatever the parser hangs it on.
    [Theory]
    [InlineData("who", "took", "")]
    [InlineData("Vale", "Orsk", "2022-05-13")] // "The clerk, Vale Orsk, on Friday …" has no clause of his.
    public void Build_DayBehindAClauseOfTheSubject_IsNoneOfTheSentence(string first, string second, string expected)
    {
        bool isClause = first == "who";
        AnnotatedReport report = Sample.Of(
            $"""
            The        the       DET    _            2  det
            clerk      clerk     NOUN   _            8  nsubj:pass
            {first}    {first}   {(isClause ? "PRON PronType=Rel 4 nsubj" : "PROPN _ 2 appos")}
            {second}   {(isClause ? "take" : second)} {(isClause ? "VERB Tense=Past|VerbForm=Fin 2 acl:relcl" : "PROPN _ 3 flat")}
            on         on        ADP    _            6  case
            Friday     Friday    PROPN  _            8  obl
            was        be        AUX    VerbForm=Fin|Tense=Past  8  aux:pass
            charged    charge    VERB   Tense=Past|VerbForm=Part   0  root
            .          .         PUNCT  _            8  punct
            """, "The Norland Post", "2022-05-20").Time("Friday", "2022-05-13").Build();

        Lines(report).ShouldBe(expected);
    }

    [Theory]
    [InlineData("hall", 1)]
    [InlineData("quay", 2)]
    public void Build_OneMinuteOfTwoReports_IsOneLineWhereTheyShareAWord(string thing, int lines)
    {
        AnnotatedReport Report(string outlet, string noun, string form, string lemma) => Sample.Of(
            $"""
            The        the       DET    _            2  det
            {noun}     {noun}    NOUN   _            3  nsubj
            {form}     {lemma}   VERB   Tense=Past|VerbForm=Fin   0  root
            at         at        ADP    _            5  case
            8:30       8:30      NUM    _            3  obl
            .          .         PUNCT  _            3  punct
            """, outlet, "2022-05-20").Time("8:30", "2022-05-19T20:30").Build();

        new AccountBuilder(new AccountOptions()).Build([Report("The Norland Post", "hall", "shook", "shake"), Report("The Sedonia Mail", thing, "trembled", "tremble")]).Account.Timeline.Length.ShouldBe(lines);
    }

    private static string Lines(AnnotatedReport report) => string.Join("|", new AccountBuilder(new AccountOptions()).Build([report]).Account.Timeline.Select(static line => line.Time));
}
