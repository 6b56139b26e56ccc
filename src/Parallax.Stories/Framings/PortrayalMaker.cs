using System.Collections.Immutable;
using Parallax.Core;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Stories.Words;

namespace Parallax.Stories.Framings;

/// <summary>How each report portrays whom it names: of the sentences about somebody, how many speak well and how many ill, apart for the report's own voice and for words of others.</summary>
internal static class PortrayalMaker
{
    /// <summary>By how much a score must exceed that of an even tone to be told. The sentences the network learned from were chosen for their tone; those of reports are mostly even.</summary>
    public const double ToldFrom = 1;

    private const int LeastSentences = 3;

    // One sentence of bad news does not make a tone.
    private const int LeastTold = 2;
    private const int MostEvidence = 6;

    /// <summary>-1, 0 or 1 from the scores for bad, even and good.</summary>
    public static int Tone(double[] scores) =>
        scores[0] > scores[2] && scores[0] - scores[1] >= ToldFrom ? -1 : scores[2] > scores[0] && scores[2] - scores[1] >= ToldFrom ? 1 : 0;

    /// <summary>The portrayals of all reports, by report, first mention and voice. Without vectors there are none.</summary>
    public static ImmutableArray<Portrayal> Make(ReportSet set, IReadOnlyDictionary<string, int> order, IWordVectors? vectors)
    {
        if (vectors is null)
        {
            return [];
        }

        List<Portrayal> portrayals = [];
        foreach (AnnotatedReport report in set.Reports.Where(static r => r.Find(ReportLayers.Tokens) is not null).OrderBy(r => order[r.Report.Id]))
        {
            portrayals.AddRange(Of(report, vectors));
        }

        return [.. portrayals];
    }

    private static IEnumerable<Portrayal> Of(AnnotatedReport report, IWordVectors vectors)
    {
        TokenLayer tokens = report.Tokens;
        ToneFeatures features = new(tokens);
        ImmutableArray<TextSpan> quoted = [.. QuoteMarks.Inside(report.Report.Text.Text).Concat(report.Statements.SelectMany(static s => s.Content.Spans)).Order()];
        Dictionary<int, double[][]> read = [];
        List<(string Entity, FramingVoice Voice, int Sentence, int Tone)> told = [];
        HashSet<(string, int)> seen = [];
        foreach ((Mention mention, Entity entity) in report.Entities.Mentions)
        {
            int token = tokens.TokenAt(mention.Start);
            if (token < 0 || !IsSomebody(entity.Kind))
            {
                continue;
            }

            int place = tokens.SentenceOf(token);
            Sentence sentence = tokens.Sentences[place];
            if (sentence.Span.Contains(mention.Span) && seen.Add((entity.Id, place)))
            {
                double[][] rows = read.TryGetValue(place, out double[][]? known) ? known : read[place] = ToneNetwork.English.Read(tokens, sentence, vectors);
                int tone = Tone(ToneNetwork.English.Portray(rows, features, sentence, mention.Span));
                told.Add((entity.Id, QuoteMarks.Covers(quoted, mention.Span) ? FramingVoice.Quoted : FramingVoice.Own, place, tone));
            }
        }

        foreach (IGrouping<(string Entity, FramingVoice Voice), (string Entity, FramingVoice Voice, int Sentence, int Tone)> group in told.GroupBy(static t => (t.Entity, t.Voice)))
        {
            (string Entity, FramingVoice Voice, int Sentence, int Tone)[] sentences = [.. group];
            if (sentences.Length < LeastSentences)
            {
                continue;
            }

            // The sentences that bear the tone; where none does, all of them bear that it is even.
            int sum = sentences.Sum(static s => s.Tone);
            bool even = Math.Abs(sum) < LeastTold;
            double tone = even ? 0 : Math.Round(sum / (double)sentences.Length, 3);
            ImmutableArray<Evidence> evidence = [.. sentences.Where(s => even || s.Tone == Math.Sign(sum)).Take(MostEvidence).Select(s => Evidence.At(report.Report, tokens.Sentences[s.Sentence].Span))];
            yield return new Portrayal(report.Report.Id, group.Key.Entity, tone, group.Key.Voice, evidence);
        }
    }

    private static bool IsSomebody(ActorKind kind) => kind is ActorKind.Person or ActorKind.Organization or ActorKind.Government or ActorKind.Country or ActorKind.Agency or ActorKind.Outlet or ActorKind.Group;
}
