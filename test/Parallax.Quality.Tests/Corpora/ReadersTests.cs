using Parallax.Core.Reports;
using Parallax.Core.Text;
using Parallax.Quality.Corpora;
using Parallax.Testing;
using Shouldly;
using Xunit;

namespace Parallax.Quality.Tests.Corpora;

public sealed class ReadersTests
{
    private const string Treebank = """
        # newdoc id = lighthouse
        # meta::dateCreated = 2021-04-03
        # newpar
        # newpar_block = head (1 s)
        # sent_id = lighthouse-1
        # text = Tower falls
        1	Tower	tower	NOUN	NN	Number=Sing	2	nsubj	2:nsubj	Entity=(1)
        2	falls	fall	VERB	VBZ	_	0	root	0:root	_

        # newpar
        # text = It won't rise.
        1	It	it	PRON	PRP	_	4	nsubj	_	_
        2-3	won't	_	_	_	_	_	_	_	_
        2	wo	will	AUX	MD	_	4	aux	_	_
        3	n't	not	PART	RB	_	4	advmod	_	_
        4	rise	rise	VERB	VB	_	0	root	_	SpaceAfter=No
        5	.	.	PUNCT	.	_	4	punct	_	SpaceAfter=No
        5.1	risen	rise	VERB	VB	_	_	_	_	_

        # text = (End)
        1	(	(	PUNCT	-LRB-	_	2	punct	_	SpaceAfter=No
        2-3	End	_	_	_	_	_	_	_	SpaceAfter=No
        2	En	en	X	FW	_	0	root	_	_
        3	le	le	X	FW	_	2	flat	_	_
        4	)	)	PUNCT	-RRB-	_	2	punct	_	_

        """;

    [Fact]
    public void Read_Treebank_GivesTextBlocksAndPlaces()
    {
        ConlluDocument document = ConlluReader.Read(Treebank.Split('\n')).Single();
        document.Report.Text.Text.ShouldBe("Tower falls\n\nIt won't rise.(End)");
        document.Report.Blocks.Select(static b => b.Part).ShouldBe([TextPart.Title, TextPart.Body]);
        document.Report.Published!.Value.ShouldBe("2021-04-03");
        document.Report.Title.ShouldBe("Tower falls");
        document.Tokens.Form(3).ToString().ShouldBe("wo");
        document.Tokens.Form(4).ToString().ShouldBe("n't");
        document.Tokens.Heads.ToArray().ShouldBe([1, -1, 5, 5, 5, -1, 5, 8, -1, 8, 8]);
        document.Misc[0].ShouldBe("Entity=(1)");
        document.Comment(0, "sent_id").ShouldBe("lighthouse-1");
        SpanChecks.CheckTokens(document.Report, document.Tokens);
    }

    [Fact]
    public void Read_TokenThatIsNoSplit_SharesItsPlace()
    {
        ConlluDocument document = ConlluReader.Read(Treebank.Split('\n')).Single();
        document.Tokens.Span(8).ShouldBe(document.Tokens.Span(9));
        document.Report.Text.Slice(document.Tokens.Span(8)).ShouldBe("End");
        document.Forms[9].ShouldBe("le");
        document.SurfaceOf[8].ShouldBe(document.SurfaceOf[9]);
    }

    [Fact]
    public void Read_WordThatDoesNotStandInTheText_Throws() =>
        Should.Throw<InvalidDataException>(() => ConlluReader.Read(["# text = One", "1\tTwo\ttwo\tNUM\tCD\t_\t0\troot\t_\t_", ""]).ToList()).Message.ShouldContain("Two");

    [Fact]
    public void Read_NamesFile_GivesSpansAndCover()
    {
        string[] lines =
        [
            "# corpus = made up", "# covers = PERSON ORG", "", "# newdoc id = d1", "Ada\tB-PERSON\tB-per", "Roe\tI-PERSON\tI-per", "spoke\tO\tO", "", "Acme\tB-ORG\tB-org", "",
            "# newdoc id = d2", "Ada\tB-PERSON\tB-per", "",
        ];
        List<NamesDocument> documents = [.. NamesDocument.Read(lines)];
        documents.Count.ShouldBe(2);
        documents[0].Text.Text.ShouldBe("Ada Roe spoke\nAcme");
        documents[0].Names.ShouldBe([new GoldName(0, 2, "PERSON"), new GoldName(3, 4, "ORG")]);
        documents[0].Covers.ShouldBe(["PERSON", "ORG"], ignoreOrder: true);
        documents[0].Text.Slice(TextSpan.FromBounds(documents[0].Starts[3], documents[0].Ends[3])).ShouldBe("Acme");
    }
}
