using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Testing;
using Shouldly;
using Xunit;

namespace Parallax.Storage.Tests;

public sealed class LayerCodecTests
{
    private static AnnotatedReport Report()
    {
        AnnotatedReport report = ParsedReport.Of(
            """
            Holm   Holm   PROPN  Number=Sing  2  nsubj  B-Person
            spoke  speak  VERB   Tense=Past   0  root   _
            .      .      PUNCT  _            2  punct  _
            """);
        return report
            .With(ReportLayers.Times, new Layer<TimeExpression>([new TimeExpression { Id = "x1", Report = report.Report.Id, Start = 0, End = 4, Type = TimexType.DATE, Value = "2024", Anchor = TimeAnchor.Explicit }]))
            .With(ReportLayers.Entities, new EntityLayer([new Entity { Id = "e1", Kind = ActorKind.Person, Name = "Holm", Mentions = [new Mention(report.Report.Id, 0, 4, MentionForm.Name)] }]));
    }

    [Fact]
    public void Decode_OfEncoded_GivesTheSameLayers()
    {
        AnnotatedReport before = Report();
        AnnotatedReport after = LayerCodec.Decode(before.Report, LayerCodec.Encode(before));
        after.Tokens.Lemmas.ToArray().ShouldBe(before.Tokens.Lemmas.ToArray());
        after.Tokens.Heads.ToArray().ShouldBe(before.Tokens.Heads.ToArray());
        after.Tokens.Tags.ToArray().ShouldBe(before.Tokens.Tags.ToArray());
        after.Tokens.Relations.ToArray().ShouldBe(before.Tokens.Relations.ToArray());
        after.Tokens.Sentences.ShouldBe(before.Tokens.Sentences);
        after.Names.ShouldBe(before.Names);
        after.Times.Single().ShouldBe(before.Times.Single());
        after.Entities.Find("e1")!.Mentions.ShouldBe(before.Entities.Find("e1")!.Mentions); // Put in above.
    }

    [Fact]
    public void Decode_Damaged_IsRefused()
    {
        AnnotatedReport report = Report();
        byte[] bytes = LayerCodec.Encode(report);
        Should.Throw<CollectionException>(() => LayerCodec.Decode(report.Report, bytes[..(bytes.Length / 2)]));
        bytes[0] ^= 0xFF;
        Should.Throw<CollectionException>(() => LayerCodec.Decode(report.Report, bytes));
    }
}
