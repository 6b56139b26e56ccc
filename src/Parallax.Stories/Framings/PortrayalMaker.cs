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
        ToneReading words = new(vectors);
        HashSet<string> victims = Victims(set);
        foreach (AnnotatedReport report in set.Reports.Where(static r => r.Find(ReportLayers.Tokens) is not null).OrderBy(r => order[r.Report.Id]))
        {
            portrayals.AddRange(Of(report, words, victims));
        }

        return [.. portrayals];
    }

    // What befell somebody is sad to read and says nothing of how he is judged.
    private static HashSet<string> Victims(ReportSet set)
    {
        Event[] harms = [.. set.Reports.SelectMany(static r => r.Events).Where(static e => e.Factuality == Factuality.Happened && e.Trigger.Lemma is "die" or "kill" or "murder" or "slay" or "injure" or "wound" or "rape")];
        ILookup<string, Event> doneBy = harms.Where(static e => e.Trigger.Lemma != "die").SelectMany(static e => e.Actors.Select(who => (who, e))).ToLookup(static p => p.who, static p => p.e, StringComparer.Ordinal);
        IEnumerable<string> suffered = harms.SelectMany(static e => e.Trigger.Lemma == "die" ? e.Actors : e.Recipients);

        // Whoever is told more often to have harmed than to be harmed is no victim.
        return [.. suffered.GroupBy(static who => who, StringComparer.Ordinal).Where(g => g.Count() > doneBy[g.Key].Count() + 1).Select(static g => g.Key)];
    }

    private static IEnumerable<Portrayal> Of(AnnotatedReport report, ToneReading words, HashSet<string> victims)
    {
        TokenLayer tokens = report.Tokens;
        ImmutableArray<TextSpan> quoted = [.. QuoteMarks.Inside(report.Report.Text.Text).Concat(report.Statements.SelectMany(static s => s.Content.Spans)).Order()];
        List<(string Entity, FramingVoice Voice, int Sentence, TextSpan Span)> named = [];
        HashSet<(string, int)> seen = [];
        foreach ((Mention mention, Entity entity) in report.Entities.Mentions)
        {
            int token = tokens.TokenAt(mention.Start);
            if (token < 0 || !IsSomebody(entity.Kind) || victims.Contains(entity.Id))
            {
                continue;
            }

            int place = tokens.SentenceOf(token);
            if (tokens.Sentences[place].Span.Contains(mention.Span) && seen.Add((entity.Id, place)))
            {
                named.Add((entity.Id, QuoteMarks.Covers(quoted, mention.Span) ? FramingVoice.Quoted : FramingVoice.Own, place, mention.Span));
            }
        }

        // Sentences are read for tone only where there are enough of them.
        ToneFeatures? features = null;
        Dictionary<int, double[][]> read = [];
        foreach (var group in named.GroupBy(static t => (t.Entity, t.Voice)).Where(static g => g.Count() >= LeastSentences))
        {
            List<(int Sentence, int Tone)> sentences = [];
            foreach ((_, _, int place, TextSpan span) in group)
            {
                Sentence sentence = tokens.Sentences[place];
                double[][] rows = read.TryGetValue(place, out double[][]? known) ? known : read[place] = ToneNetwork.Read(tokens, sentence, words);
                sentences.Add((place, Tone(ToneNetwork.English.Portray(rows, features ??= new ToneFeatures(tokens), sentence, span))));
            }

            // The sentences that bear the tone; where none does, all of them bear that it is even.
            int sum = sentences.Sum(static s => s.Tone);
            bool even = Math.Abs(sum) < LeastTold;
            double tone = even ? 0 : Math.Round(sum / (double)sentences.Count, 3);
            ImmutableArray<Evidence> evidence = [.. sentences.Where(s => even || s.Tone == Math.Sign(sum)).Take(MostEvidence).Select(s => Evidence.At(report.Report, tokens.Sentences[s.Sentence].Span))];
            yield return new Portrayal(report.Report.Id, group.Key.Entity, tone, group.Key.Voice, evidence);
        }
    }

    private static bool IsSomebody(ActorKind kind) => kind is ActorKind.Person or ActorKind.Organization or ActorKind.Government or ActorKind.Country or ActorKind.Agency or ActorKind.Outlet or ActorKind.Group;
}
