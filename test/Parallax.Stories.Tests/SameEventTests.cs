using Parallax.Core.Layers;
using Parallax.Stories.Happenings;
using Parallax.Stories.Words;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

public sealed class SameEventTests
{
    private static readonly WordMeanings Meanings = new(new FewVectors());

    private static EventMention Mention(string subject, string verb, string lemma, string thing, string place, string report)
    {
        AnnotatedReport read = Sample.Of($"""
            {subject} {subject} PROPN _ 2 nsubj
            {verb} {lemma} VERB _ 0 root
            the the DET _ 4 det
            {thing} {thing} NOUN _ 2 obj
            in in ADP _ 6 case
            {place} {place} PROPN _ 2 obl
            {report} {report} PROPN _ 2 dep
            . . PUNCT _ 2 punct
            """).Build();
        return new EventMentionReader(read, "1", Meanings).Read(1);
    }

    [Fact]
    public void Of_WordsOfOneKindWithTheSameArguments_IsSurerThanWithOthers()
    {
        EventMention foiled = Mention("Navy", "foiled", "foil", "hijacking", "Veld", "One"), thwarted = Mention("Navy", "thwarted", "thwart", "hijacking", "Veld", "Two"), elsewhere = Mention("Guards", "thwarted", "thwart", "robbery", "Orm", "Three");
        SameEvent.MayBeOne(foiled, thwarted).ShouldBeTrue();
        int sure = SameEvent.Of(foiled, thwarted);
        SameEvent.Of(thwarted, foiled).ShouldBe(sure);
        sure.ShouldBeGreaterThan(SameEvent.Of(foiled, elsewhere));
    }

    [Fact]
    public void MayBeOne_WordsOfDifferentKinds_IsFalse() =>
        SameEvent.MayBeOne(Mention("Navy", "foiled", "foil", "hijacking", "Veld", "One"), Mention("Navy", "painted", "paint", "hull", "Veld", "Two")).ShouldBeFalse();

    [Fact]
    public void Read_APredicate_FindsItsArguments()
    {
        EventMention mention = Mention("Navy", "foiled", "foil", "hijacking", "Veld", "One");
        EventContext told = mention.Context, same = Mention("Navy", "drove", "drive", "hijacking", "Veld", "Two").Context, other = Mention("Guards", "foiled", "foil", "robbery", "Orm", "Three").Context;
        foreach (Func<EventContext, WeighedStems> role in (Func<EventContext, WeighedStems>[])[static c => c.Subject, static c => c.Object, static c => c.Oblique])
        {
            role(told).Shared(role(same)).Count.ShouldBe(1);
            role(told).Shared(role(other)).Count.ShouldBe(0);
        }

        told.Subject.Shared(told.Object).Count.ShouldBe(0);
        mention.IsVerb.ShouldBeTrue();
    }
}
