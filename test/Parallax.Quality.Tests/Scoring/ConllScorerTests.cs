using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Quality.Corpora;
using Parallax.Quality.Scoring;
using Shouldly;
using Xunit;

namespace Parallax.Quality.Tests.Scoring;

public sealed class ConllScorerTests
{
    // "They don't go. Stay" : 3 surface tokens and a stop, 5 words, then a sentence of one word.
    private const string Gold = """
        # newdoc id = one
        # text = They don't go.
        1	They	they	PRON	PRP	Case=Nom|Number=Plur	4	nsubj	_	_
        2-3	don't	_	_	_	_	_	_	_	_
        2	do	do	AUX	VBP	VerbForm=Fin	4	aux	_	_
        3	n't	not	PART	RB	Polarity=Neg|NumForm=Word	4	advmod	_	_
        4	go	go	VERB	VB	VerbForm=Inf	0	root	_	SpaceAfter=No
        5	.	.	PUNCT	.	_	4	punct	_	_

        # text = Stay
        1	Stay	stay	VERB	VB	_	0	root	_	_

        """;

    private static ConlluDocument Document => ConlluReader.Read(Gold.Split('\n')).Single();

    [Fact]
    public void Score_TheGoldItself_IsPerfect()
    {
        ConlluDocument gold = Document;
        ConllScore score = ConllScorer.Score(gold, gold.Tokens, gold.Surface);
        score.Tokens.ShouldBe(new F1Score(5, 5, 5));
        score.Sentences.ShouldBe(new F1Score(2, 2, 2));
        score.Words.ShouldBe(new F1Score(6, 6, 6));
        score.Las.F1.ShouldBe(1);
        score.UFeats.F1.ShouldBe(1);
    }

    [Fact]
    public void Score_OneSentenceAndUnsplitWord_CountsWhatAligns()
    {
        // The system reads "They | don't | go | . | Stay" as one sentence: 4 of its 5 words align with gold words.
        ConlluDocument gold = Document;
        SourceText text = gold.Report.Text;
        int[] starts = [0, 5, 11, 13, 15], ends = [4, 10, 13, 14, 19];
        TokenLayer system = new(
            text, [new Sentence(new TextSpan(0, 19), 0, 5, 0, default)], starts, ends,
            [UniversalTag.Pron, UniversalTag.Verb, UniversalTag.Verb, UniversalTag.Punct, UniversalTag.Noun],
            ["Case=Nom|Number=Plur", "", "VerbForm=Fin", "", ""], ["they", "don't", "go", ".", "stays"], [2, 2, -1, 2, 2],
            ["nsubj:pass", "aux", "root", "dep", "parataxis"]);
        ConllScore score = ConllScorer.Score(gold, system, starts.Zip(ends, TextSpan.FromBounds));
        score.Tokens.ShouldBe(new F1Score(5, 5, 5));
        score.Sentences.ShouldBe(new F1Score(0, 2, 1));
        score.Words.ShouldBe(new F1Score(4, 6, 5));
        score.Upos.ShouldBe(new F1Score(3, 6, 5));
        score.UFeats.ShouldBe(new F1Score(3, 6, 5));
        score.Lemmas.ShouldBe(new F1Score(3, 6, 5));
        score.Uas.ShouldBe(new F1Score(3, 6, 5));
        score.Las.ShouldBe(new F1Score(2, 6, 5));
        score.Uas.F1.ShouldBe(6 / 11.0, 1e-9);
    }

    [Fact]
    public void Score_FeatureThatIsNotUniversal_IsOverlooked()
    {
        ConlluDocument gold = Document;
        TokenLayer tokens = gold.Tokens;
        string[] features = tokens.Features.ToArray();
        features[2] = "Polarity=Neg";
        TokenLayer system = new(
            tokens.Text, tokens.Sentences, tokens.Starts.ToArray(), tokens.Ends.ToArray(), tokens.Tags.ToArray(), features, tokens.Lemmas.ToArray(), tokens.Heads.ToArray(),
            tokens.Relations.ToArray());
        ConllScorer.Score(gold, system, gold.Surface).UFeats.F1.ShouldBe(1);
    }

    [Fact]
    public void Align_WordsThatShareAPlace_PairInOrder() =>
        ConllScorer.Align([0, 3, 3, 6], [2, 5, 5, 7], [0, 3, 3, 5], [2, 5, 5, 7]).ShouldBe([0, 1, 2, -1]);
}
