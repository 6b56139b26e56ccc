using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Core.Text;
using Parallax.Language.Tokens;
using Parallax.Testing;
using Shouldly;
using Xunit;

namespace Parallax.Language.Tests.Tokens;

public sealed class TokenizerHostileTextTests
{
    private static readonly string[] Pieces =
    [
        "a", "Z", "é", "ж", "م", "中", "0", "9", ".", ".", ",", "'", "’", "\"", "“", "”", "-", "–", "—", "/", "@", "#", "&", "$", "%", "(", ")", "[", "]", ":", ";", "!", "?",
        "…", " ", " ", "\n", "\t", "\0", "\u0007", "\u200B", "\u200D", "\u202E", "\uFEFF", "\uD800", "\uDC00", "😀", "👩‍🚒", "U.S.", "http://", "www.", "n't", "'s", "Mr.", "e.g.", "_", "*", "+",
    ];

    public static TheoryData<string> Repeated() =>
    [
        "a", "A.", "\"", "'", "’s", "-", "a-", ".", "!?", "@", "a@", "a@b.c", "http://", "www.", "1/", "1,", "12-", "&", "a&", "\0", "😀", "\uD83D", "( ", "Mr. ", "\"A.\" ", "م ", "_", "$1", "x.y.",
        "U.S.A.", "\u202E", "=", "a'b", "n't", ":)", "#a", "\n\n",
    ];

    [Fact]
    public void Read_RandomPieces_KeepsTheRules()
    {
        const int Seed = 20221108;
        Random random = new(Seed);
        for (int round = 0; round < 3000; round++)
        {
            StringBuilder text = new();
            int length = random.Next(0, 40);
            for (int i = 0; i < length; i++)
            {
                text.Append(Pieces[random.Next(Pieces.Length)]);
            }

            Check(new SourceText(text.ToString()), $"seed {Seed}, round {round.ToString(CultureInfo.InvariantCulture)}");
        }
    }

    [Theory]
    [MemberData(nameof(Repeated))]
    public void Read_OnePieceAMillionTimesOver_KeepsTheRules(string piece)
    {
        StringBuilder text = new();
        while (text.Length < 1_000_000)
        {
            text.Append(piece);
        }

        Check(new SourceText(text.ToString()), piece);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\0")]
    [InlineData("\uFEFF\u200B\u202E")]
    public void Read_NothingToRead_IsEmpty(string text)
    {
        TokenizedText read = Tokenizer.Read(new SourceText(text));
        read.Count.ShouldBe(0);
        read.Sentences.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("x")]
    [InlineData(".")]
    [InlineData("😀")]
    public void Read_OneCharacter_IsOneToken(string text)
    {
        TokenizedText read = Tokenizer.Read(new SourceText(text));
        read.Starts.ShouldBe([0]);
        read.Ends.ShouldBe([text.Length]);
    }

    [Fact]
    public void Read_NoEndOfSentence_CutsIt()
    {
        TokenizedText read = Tokenizer.Read(new SourceText(string.Concat(Enumerable.Repeat("and ", 1000))));
        read.Sentences.ShouldAllBe(static s => s.TokenCount <= Tokenizer.MaximumSentence);
        read.Count.ShouldBe(1000);
    }

    [Fact]
    public void Read_TwoBlocks_NeverJoinsThem()
    {
        SourceText text = new("Talks in Oslo fail\n\nministers leave the city");
        TokenizedText read = Tokenizer.Read(text, TestReport.Paragraphs(text.Text));
        read.Sentences.Select(s => text.Slice(s.Span)).ShouldBe(["Talks in Oslo fail", "ministers leave the city"]);
        read.Sentences.Select(static s => s.Block).ShouldBe([0, 1]);
    }

    [Fact]
    public void Read_BlockOutsideTheText_Throws() =>
        Should.Throw<ArgumentException>(() => Tokenizer.Read(new SourceText("abc"), [new TextBlock(new TextSpan(0, 4), TextPart.Body)]));

    private static void Check(SourceText text, string what)
    {
        ImmutableArray<TextBlock> blocks = [new TextBlock(new TextSpan(0, text.Length), TextPart.Body)];
        TokenizedText read = Tokenizer.Read(text, blocks);
        int[] heads = new int[read.Count];
        foreach (Sentence sentence in read.Sentences)
        {
            heads.AsSpan(sentence.FirstToken, sentence.TokenCount).Fill(sentence.FirstToken);
            heads[sentence.FirstToken] = -1;
        }

        string[] empty = new string[read.Count];
        TokenLayer layer = new(text, read.Sentences, read.Starts, read.Ends, new UniversalTag[read.Count], empty, empty, heads, empty);
        SpanChecks.CheckTokens(TestReport.Of(text, blocks), layer);
        int at = 0;
        for (int i = 0; i < read.Count; i++)
        {
            read.Starts[i].ShouldBeGreaterThanOrEqualTo(at, what);
            RequireSpaceOnly(text.Text, at, read.Starts[i], what);
            at = read.Ends[i];
        }

        RequireSpaceOnly(text.Text, at, text.Length, what);
    }

    private static void RequireSpaceOnly(string text, int start, int end, string what)
    {
        for (int i = start; i < end; i++)
        {
            if (CharacterClasses.Of(text[i]) != CharacterClass.Space)
            {
                throw new InvalidOperationException($"U+{(int)text[i]:X4} at {i} is in no token ({what}).");
            }
        }
    }
}
