using System.Collections.Immutable;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Language.Neural;
using Parallax.Language.Neural.Kernels;
using Shouldly;
using Xunit;

namespace Parallax.Language.Tests.Neural;

public sealed class NeuralReaderTests
{
    public static TheoryData<int> Kernels() => InstalledModel.KernelPlaces();

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Read_WithAnyKernels_GivesTheSameColumns(int kernels)
    {
        ReadingSample sample = ReadingSample.Random(1, 5);
        (IntegerKernel integers, FloatKernel floats) = InstalledModel.Kernels().ElementAt(kernels);
        string plain = ReadingSample.Fingerprint(sample.Read(new NeuralReader(InstalledModel.Model)));
        ReadingSample.Fingerprint(sample.Read(new NeuralReader(InstalledModel.Model, integers, floats, NeuralReader.DefaultBatch))).ShouldBe(plain, $"{integers.Name}, {floats.Name}");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    [InlineData(500)]
    public void Read_WithAnyBatch_GivesTheSameColumns(int batch)
    {
        ReadingSample sample = ReadingSample.Random(2, 60);
        NeuralReader other = new(InstalledModel.Model, IntegerKernel.Supported[0], FloatKernel.Supported[0], batch);
        ReadingSample.Fingerprint(sample.Read(other)).ShouldBe(ReadingSample.Fingerprint(sample.Read(new NeuralReader(InstalledModel.Model))));
    }

    [Fact]
    public void Read_OnManyThreadsAtOnce_GivesTheSameColumns()
    {
        NeuralReader reader = new(InstalledModel.Model);
        ReadingSample[] samples = [.. Enumerable.Range(0, 24).Select(static seed => ReadingSample.Random(seed % 6, 20))];
        string[] alone = [.. samples.Select(static sample => ReadingSample.Fingerprint(sample.Read(new NeuralReader(InstalledModel.Model))))];
        string[] together = new string[samples.Length];
        Parallel.For(0, samples.Length, new ParallelOptions { MaxDegreeOfParallelism = 4 }, i => together[i] = ReadingSample.Fingerprint(samples[i].Read(reader)));
        together.ShouldBe(alone);
    }

    [Fact]
    public void Read_WithMoreFormsThanTheCacheHolds_GivesTheSameColumns()
    {
        NeuralReader used = new(InstalledModel.Model);
        for (int seed = 100; seed < 138; seed++)
        {
            ReadingSample.Random(seed, 150).Read(used);
        }

        ReadingSample sample = ReadingSample.Random(3, 30);
        ReadingSample.Fingerprint(sample.Read(used)).ShouldBe(ReadingSample.Fingerprint(sample.Read(new NeuralReader(InstalledModel.Model))));
    }

    [Fact]
    public void Read_OfAnySentence_GivesOneTree()
    {
        ReadingSample sample = ReadingSample.Random(4, 80);
        NeuralReading reading = sample.Read(new NeuralReader(InstalledModel.Model));
        foreach (Sentence sentence in sample.Sentences)
        {
            Enumerable.Range(sentence.FirstToken, sentence.TokenCount).Count(i => reading.Tokens.Heads[i] == -1).ShouldBe(1);
            for (int token = sentence.FirstToken; token < sentence.EndToken; token++)
            {
                int at = token, steps = 0;
                while (reading.Tokens.Heads[at] != -1)
                {
                    at = reading.Tokens.Heads[at];
                    sentence.FirstToken.ShouldBeLessThanOrEqualTo(at);
                    at.ShouldBeLessThan(sentence.EndToken);
                    (++steps).ShouldBeLessThanOrEqualTo(sentence.TokenCount);
                }
            }
        }
    }

    [Fact]
    public void Read_OfRoleSpans_RefersToCuesAndContents()
    {
        ReadingSample sample = ReadingSample.Random(5, 80);
        ImmutableArray<RoleSpan> spans = sample.Read(new NeuralReader(InstalledModel.Model)).Roles.Spans;
        for (int i = 0; i < spans.Length; i++)
        {
            RoleSpan span = spans[i];
            span.TokenCount.ShouldBeGreaterThan(0);
            span.EndToken.ShouldBeLessThanOrEqualTo(sample.Starts.Length);
            if (span.Cue >= 0)
            {
                spans[span.Cue].Role.ShouldBe("cue");
                spans[span.Cue].Parent.ShouldBe(span.Parent);
            }

            if (span.Parent >= 0)
            {
                RoleSpan parent = spans[span.Parent];
                parent.Role.ShouldBe("content");
                parent.Parent.ShouldBe(-1);
                parent.FirstToken.ShouldBeLessThanOrEqualTo(span.FirstToken);
                span.EndToken.ShouldBeLessThanOrEqualTo(parent.EndToken);
            }
        }
    }

    [Fact]
    public void Read_OfChosenParts_EqualsThosePartsOfAll()
    {
        ReadingSample sample = ReadingSample.Random(6, 20);
        NeuralReader reader = new(InstalledModel.Model);
        NeuralReading all = sample.Read(reader);
        NeuralReading names = reader.Read(sample.Text, sample.Sentences, sample.Starts, sample.Ends, ReadingParts.Names);
        names.NameTags.Values.ShouldBe(all.NameTags.Values);
        names.Tokens.Heads.ToArray().ShouldAllBe(static head => head == -1);
        NeuralReading parse = reader.Read(sample.Text, sample.Sentences, sample.Starts, sample.Ends, ReadingParts.Parse);
        parse.Tokens.Heads.ToArray().ShouldBe(all.Tokens.Heads.ToArray());
    }

    [Fact]
    public void Read_AfterWarmUp_AllocatesColumnsOnly()
    {
        ReadingSample sample = ReadingSample.Random(7, 300);
        NeuralReader reader = new(InstalledModel.Model);
        sample.Read(reader);
        sample.Read(reader);
        long before = GC.GetAllocatedBytesForCurrentThread();
        NeuralReading reading = sample.Read(reader);
        long bytes = GC.GetAllocatedBytesForCurrentThread() - before;

        // A token has: three references, two integers (head, sentence), four bytes of factuality, three of tags; long forms have their lemma made each time.
        long longForms = sample.Starts.Zip(sample.Ends).Sum(static t => t.Second - t.First > 48 ? 2L * (t.Second - t.First) + 64 : 0);
        long spans = 64L * reading.Roles.Spans.Length;
        bytes.ShouldBeLessThan((42L * sample.Starts.Length) + longForms + (2 * spans) + 8192);
    }

    [Fact]
    public void Read_OfNoTokens_GivesEmptyColumns()
    {
        NeuralReading reading = new NeuralReader(InstalledModel.Model).Read(new SourceText(string.Empty), [], [], []);
        reading.Tokens.Count.ShouldBe(0);
        reading.Roles.Spans.ShouldBeEmpty();
    }

    [Fact]
    public void Read_OfColumnsThatDisagree_Throws()
    {
        NeuralReader reader = new(InstalledModel.Model);
        SourceText text = new("one two");
        Should.Throw<ArgumentException>(() => reader.Read(text, [], [0], [3]));
        Should.Throw<ArgumentException>(() => reader.Read(text, [new Sentence(TextSpan.FromBounds(0, 7), 0, 2, 0, default)], [0, 4], [3]));
        Should.Throw<ArgumentException>(() => reader.Read(text, [new Sentence(TextSpan.FromBounds(0, 7), 0, 1, 0, default)], [0], [9]));
    }
}
