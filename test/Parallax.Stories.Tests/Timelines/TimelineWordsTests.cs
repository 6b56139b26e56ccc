using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Stories.Timelines;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests.Timelines;

public sealed class TimelineWordsTests
{
    [Theory]
    [InlineData("The ferry sailed at 7 p.m.", "The ferry sailed at 7 p.m.")]
    [InlineData("The ferry sailed at 7\u00A0p.m.", "The ferry sailed at 7\u00A0p.m.")]
    [InlineData("The ferry sailed. ", "The ferry sailed")]
    [InlineData("It grew by 2.5.", "It grew by 2.5")]
    [InlineData("“The ferry sailed.", "The ferry sailed")]
    [InlineData("“The ferry” sailed.", "“The ferry” sailed")]
    [InlineData("She spent it on “her ferry.”", "She spent it on “her ferry.”")]
    [InlineData("She spent it on her ferry. \"", "She spent it on her ferry")]
    [InlineData(".", "")]
    [InlineData("", "")]
    public void WithoutStop_EndOfSentence_KeepsTheStopOfLetters(string words, string expected) => TimelineWords.WithoutStop(words).ShouldBe(expected);

    [Theory]
    [InlineData("near the hall of the guild", "after the fire")]
    [InlineData("there", "after the fire there")]
    public void Bound_LongWords_AreCutBehindTheirNoun(string where, string expected)
    {
        string[] words = where.Split(' ');
        string rest = string.Join('\n', words.Select((word, i) => $"{word} {word} NOUN _ {(i == 0 ? 5 : 6)} nmod"));
        AnnotatedReport report = Sample.Of($"He he PRON _ 2 nsubj\nfled flee VERB Tense=Past 0 root\nafter after ADP _ 5 case\nthe the DET _ 5 det\nfire fire NOUN _ 2 obl\n{rest}\n. . PUNCT _ 2 punct", "The Post", "2031-05-03").Build();
        string text = report.Report.Text.Text;
        int start = text.IndexOf("after", StringComparison.Ordinal);
        new TimelineWords(ReportSet.Of([report])).Bound(report.Report.Id, TextSpan.FromBounds(start, text.IndexOf(where, StringComparison.Ordinal) + where.Length)).ShouldBe(expected);
    }
}
