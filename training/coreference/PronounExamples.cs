using Parallax.Core.Layers;
using Parallax.Language.Coreference;
using Parallax.Language.Coreference.Mentions;
using Parallax.Language.Coreference.PronounLinks;
using Parallax.Language.Coreference.Ranking;
using Parallax.Language.Syntax;

namespace Parallax.Training.Coreference;

/// <summary>The pronouns of persons of all corpora with their candidates; made anew each round with the model of the round before, so that later pronouns see earlier ones as they will be joined.</summary>
internal sealed class PronounExamples(CoreferenceAnnotator annotator)
{
    private const int Rounds = 2, Networks = 4, Epochs = 12;

    private readonly List<Document> _documents = [];

    /// <summary>Adds a document of which all chains are known.</summary>
    public void AddDocument(AnnotatedReport report, IReadOnlyDictionary<int, List<(int First, int End)>> chains, double weight)
    {
        SyntaxTree tree = new(report.Tokens);
        _documents.Add(new Document(tree, report.Names, weight, (clusters, pronoun, candidates) =>
        {
            int[] chainOf = GoldChains.Of(tree, clusters, chains);
            int chain = chainOf[pronoun.Index];
            return chain < 0 ? null : [.. candidates.Select(c => clusters.MembersOf(c.Root).Any(m => chainOf[m] == chain && !clusters.Mentions[m].IsPronoun) || (c.Before.Count > 0 && c.Before.TrueForAll(m => m.IsPronoun && chainOf[m.Index] == chain)))];
        }));
    }

    /// <summary>Adds a text of which one pronoun and two names are known.</summary>
    public void AddPair(AnnotatedReport report, int pronoun, ((int First, int End) Span, bool Right) a, ((int First, int End) Span, bool Right) b, double weight)
    {
        SyntaxTree tree = new(report.Tokens);
        _documents.Add(new Document(tree, report.Names, weight, (clusters, mention, candidates) =>
        {
            if (mention.Head != pronoun)
            {
                return null;
            }

            bool Holds(PersonCandidate c, (int First, int End) span) => clusters.MembersOf(c.Root).Select(m => clusters.Mentions[m]).Any(m => m.IsName && m.NameFirst < span.End && span.First < m.NameEnd);
            return a.Right || b.Right
                ? [.. candidates.Select(c => Holds(c, a.Right ? a.Span : b.Span))]
                : [.. candidates.Select(c => !Holds(c, a.Span) && !Holds(c, b.Span))];
        }));
    }

    /// <summary>Trains round after round.</summary>
    public PersonPronounModel Train()
    {
        PersonPronounModel? model = null;
        for (int round = 0; round < Rounds; round++)
        {
            List<PronounExample> examples = [];
            foreach (Document document in _documents)
            {
                Collect(document, model, examples);
            }

            Console.Error.WriteLine($"round {round + 1}: {examples.Count} pronouns");
            bool last = round + 1 == Rounds;
            model = PronounTrainer.Train(examples, last ? Networks : 1, last ? Epochs : Epochs / 3);
        }

        return model!; // There is at least one round.
    }

    private void Collect(Document document, PersonPronounModel? model, List<PronounExample> examples)
    {
        MentionClusters clusters = annotator.ByRules(document.Tree, document.Names);
        PersonPronounRanker ranker = new(model, (pronoun, candidates, rows) =>
        {
            if (document.Judge(clusters, pronoun, candidates) is { } right && right.Contains(true) && right.Contains(false))
            {
                examples.Add(new PronounExample([.. rows.Select(static r => Enumerable.Range(0, r.Length).Where(i => r[i] != 0).ToArray())], right, document.Weight));
            }
        });
        new AntecedentRanker(null, ranker).Resolve(document.Tree, clusters);
    }

    private sealed record Document(SyntaxTree Tree, IReadOnlyList<NameMention> Names, double Weight, Func<MentionClusters, MentionCandidate, List<PersonCandidate>, bool[]?> Judge);
}
