using Parallax.Core;
using System.Collections.Immutable;
using Parallax.Stories.Grouping;
using Parallax.Stories.Learned;
using Parallax.Stories.Propositions;
using Parallax.Stories.Words;

namespace Parallax.Stories.Happenings;

/// <summary>How surely two mentions tell one event of the world: by their words, who takes part, what stands around them, and how near their reports are; weighed as learned.</summary>
internal static class SameEvent
{
    /// <summary>Mean sureness, in thousandths, from which two groups of mentions are one event; tried 200 to 500 on the dev part of ECB+.</summary>
    public const int Join = 400;

    private const double NearWords = 0.45;
    private const double NearForms = 0.6;
    private const double NearReports = 0.08;
    private const double MuchShared = 6000;

    private static readonly Lazy<SmallNetwork> Learned = new(static () => SmallNetwork.Read("en/learned/same-event.txt", Names));

    /// <summary>Names of the features, in order.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        "same-stem", "same-lemma", "cosine", "form", "stems", "kind", "around", "around-contained", "around-weight", "subject", "object", "oblique", "arguments", "subject-differs",
        "object-differs", "shared-arguments", "number", "number-differs", "same-report", "distance", "reports", "one-class", "no-verb", "verbs", "speech", "speech-subject", "same-story", "any-kind",
        "other-kind", "other-around", "other-arguments", "other-shared", "other-reports", "same-reports", "same-other-story", "other-story-reports", "other-cosine", "untelling",
    ];

    /// <summary>Whether two mentions are worth comparing: words that may tell one thing, in one story or in reports that share much.</summary>
    public static bool MayBeOne(EventMention left, EventMention right) =>
        (left.Head.Word.Stem == right.Head.Word.Stem || Meet(left.AllKinds, right.AllKinds) || left.Context.Stems.Shared(right.Context.Stems).Count > 0 || Prefix(left.Lemma, right.Lemma) >= NearForms
            || WordMeanings.Cosine(left.Head, right.Head) > NearWords)
        && (left.Report.Story == right.Report.Story || left.Report.Words.Cosine(right.Report.Words) >= NearReports);

    /// <summary>Sureness that two mentions are one event, 0 to 1000.</summary>
    public static int Of(EventMention left, EventMention right) => Logistic.Thousandths(Learned.Value.Score(Features(left, right)));

    /// <summary>Groups mentions.</summary>
    /// <returns>For each mention the index of the first of its group.</returns>
    public static int[] Group(IReadOnlyList<EventMention> mentions)
    {
        List<StoryEdge> edges = [];
        for (int i = 0; i < mentions.Count; i++)
        {
            for (int j = i + 1; j < mentions.Count; j++)
            {
                if (MayBeOne(mentions[i], mentions[j]))
                {
                    edges.Add(new StoryEdge(i, j, Of(mentions[i], mentions[j])));
                }
            }
        }

        return AverageLink.Cluster(mentions.Count, edges, Join);
    }

    /// <summary>The features of a pair; symmetric.</summary>
    public static double[] Features(EventMention left, EventMention right)
    {
        bool sameStem = left.Head.Word.Stem == right.Head.Word.Stem, sameReport = left.Report.Key == right.Report.Key, sameStory = left.Report.Story == right.Report.Story;
        bool kind = Meet(left.Kinds, right.Kinds), speech = KinWords.IsSpeech(left.Lemma) && KinWords.IsSpeech(right.Lemma);
        double same = One(sameStem), other = One(!sameStem);
        (EventContext one, EventContext two) = (left.Context, right.Context);
        long aroundShared = one.Around.Shared(two.Around).Weight;
        (int argumentsShared, long argumentsWeight, double _) = one.Arguments.Shared(two.Arguments);
        double around = one.Around.Dice(two.Around, aroundShared), arguments = one.Arguments.Dice(two.Arguments, argumentsWeight), cosine = WordMeanings.Cosine(left.Head, right.Head);
        double sharedArguments = Math.Min(4, argumentsShared) / 4.0, reports = left.Report.Words.Cosine(right.Report.Words);
        double subject = one.Subject.Dice(two.Subject);
        bool numbers = left.Numbers.Shares(right.Numbers);
        return
        [
            same,
            One(left.Lemma == right.Lemma),
            cosine,
            Prefix(left.Lemma, right.Lemma),
            one.Stems.Dice(two.Stems),
            One(kind),
            around,
            aroundShared / (double)Math.Max(1, Math.Min(one.Around.All, two.Around.All)),
            Math.Min(MuchShared, aroundShared) / MuchShared,
            subject,
            one.Object.Dice(two.Object),
            one.Oblique.Dice(two.Oblique),
            arguments,
            Differs(one.Subject, two.Subject),
            Differs(one.Object, two.Object),
            sharedArguments,
            One(numbers),
            One(!numbers && !left.Numbers.IsEmpty && !right.Numbers.IsEmpty),
            One(sameReport),
            sameReport ? Math.Min(10, Math.Abs(left.Sentence - right.Sentence)) / 10.0 : 0,
            reports,
            One(left.IsVerb == right.IsVerb),
            One(!left.IsVerb && !right.IsVerb),
            One(left.IsVerb && right.IsVerb),
            One(speech),
            speech ? subject : 0,
            One(sameStory),
            One(Meet(left.AllKinds, right.AllKinds)),
            other * One(kind),
            other * around,
            other * arguments,
            other * sharedArguments,
            other * reports,
            same * reports,
            same * One(!sameStory),
            One(!sameStory) * reports,
            other * cosine,
            One(!left.IsTelling || !right.IsTelling),
        ];
    }

    private static double One(bool value) => value ? 1 : 0;

    private static double Differs(WeighedStems left, WeighedStems right) => One(left.All > 0 && right.All > 0 && left.Shared(right).Count == 0);

    private static bool Meet(ImmutableArray<int> left, ImmutableArray<int> right)
    {
        int i = 0, j = 0;
        while (i < left.Length && j < right.Length)
        {
            if (left[i] == right[j])
            {
                return true;
            }

            (i, j) = left[i] < right[j] ? (i + 1, j) : (i, j + 1);
        }

        return false;
    }

    private static double Prefix(string left, string right)
    {
        int shared = 0;
        while (shared < left.Length && shared < right.Length && left[shared] == right[shared])
        {
            shared++;
        }

        return shared / (double)Math.Max(1, Math.Max(left.Length, right.Length));
    }
}
