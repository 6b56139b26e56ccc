using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Stories.Claims;
using Parallax.Stories.Propositions;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

public sealed class OpenWordsTests
{
    private static readonly AnnotatedReport Report = Sample.Of(
        """
        Halden     Halden    PROPN  _            2  nsubj
        opened     open      VERB   Tense=Past|VerbForm=Fin   0  root
        a          a         DET    _            4  det
        yard       yard      NOUN   _            2  obj
        in         in        ADP    _            6  case
        Brevik     Brevik    PROPN  _            2  obl
        .          .         PUNCT  _            2  punct

        Vale       Vale      PROPN  _            2  nsubj
        said       say       VERB   Tense=Past|VerbForm=Fin   0  root
        the        the       DET    _            4  det
        yard       yard      NOUN   _            5  nsubj
        costs      cost      VERB   VerbForm=Fin 2  ccomp
        the        the       DET    _            7  det
        government government NOUN  _            5  iobj
        millions   million   NOUN   _            5  obj
        .          .         PUNCT  _            2  punct

        No         no        DET    _            2  det
        one        one       NOUN   _            3  nsubj
        drowned    drown     VERB   Tense=Past|VerbForm=Fin   0  root
        .          .         PUNCT  _            3  punct

        Vale       Vale      PROPN  _            2  nsubj
        praised    praise    VERB   Tense=Past|VerbForm=Fin   0  root
        that       that      DET    _            4  det
        harvest    harvest   NOUN   _            2  obj
        .          .         PUNCT  _            2  punct

        The        the       DET    _            2  det
        boats      boat      NOUN   _            5  nsubj
        of         of        ADP    _            4  case
        Halden     Halden    PROPN  _            2  nmod
        sank       sink      VERB   Tense=Past|VerbForm=Fin   0  root
        .          .         PUNCT  _            5  punct

        A          a         DET    _            2  det
        guard      guard     NOUN   _            3  nsubj
        lost       lose      VERB   Tense=Past|VerbForm=Fin   0  root
        his        his       PRON   Person=3|Poss=Yes   5  nmod:poss
        lamp       lamp      NOUN   _            3  obj
        .          .         PUNCT  _            3  punct
        """, "The Norland Post", "2022-11-10").Entity("Halden", ActorKind.Organization, mentions: ["Halden"]).Entity("Brevik", ActorKind.Place)
        .Statement("Vale", "said", "the yard costs the government millions", lemma: "say").Build();

    [Theory]
    [InlineData("the yard costs the government millions", "the yard", "Halden opened a yard in Brevik.")] // the government is known without a word before it
    [InlineData("No one drowned", "one", "Vale said the yard costs the government millions.")]
    [InlineData("Vale praised that harvest", "that harvest", "Vale said the yard costs the government millions. No one drowned.")]
    [InlineData("The boats of Halden sank", "", null)] // what stands behind says which
    [InlineData("A guard lost his lamp", "", null)] // the words have somebody before him
    [InlineData("Halden opened a yard in Brevik", "", null)]
    public void Of_WordsThatLeanOnWhatStandsBefore_AreFoundWithIt(string words, string expected, string? before)
    {
        string text = Report.Report.Text.Text;
        Wording wording = new(PropositionReader.Read(Report)[0], new TextSpan(text.IndexOf(words, StringComparison.Ordinal), words.Length));
        (ImmutableArray<TextSpan> open, TextSpan? told) = OpenWords.Of(Report, wording);
        string.Join("; ", open.Select(o => text[o.Start..o.End])).ShouldBe(expected);
        (told is { } span ? text[span.Start..span.End] : null).ShouldBe(before);
    }

    // "the war" needs no word before it in a report that is about the war.
    [Theory]
    [InlineData(3, "the yard")]
    [InlineData(4, "")]
    public void Of_NounOfManySentences_IsKnown(int more, string expected)
    {
        const string again = """

            Vale       Vale      PROPN  _            2  nsubj
            left       leave     VERB   Tense=Past|VerbForm=Fin   0  root
            a          a         DET    _            4  det
            yard       yard      NOUN   _            2  obj
            .          .         PUNCT  _            2  punct
            """;
        AnnotatedReport report = Sample.Of(string.Concat(Enumerable.Repeat(again + "\n", more)).TrimStart() + """

            Halden     Halden    PROPN  _            2  nsubj
            praised    praise    VERB   Tense=Past|VerbForm=Fin   0  root
            the        the       DET    _            4  det
            yard       yard      NOUN   _            2  obj
            .          .         PUNCT  _            2  punct
            """, "The Norland Post", "2022-11-10").Build();
        string text = report.Report.Text.Text;
        Wording wording = new(PropositionReader.Read(report)[^1], new TextSpan(text.IndexOf("Halden praised the yard", StringComparison.Ordinal), "Halden praised the yard".Length));
        string.Join("; ", OpenWords.Of(report, wording).Open.Select(o => text[o.Start..o.End])).ShouldBe(expected);
    }
}
