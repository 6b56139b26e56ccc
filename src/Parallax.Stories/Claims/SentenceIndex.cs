using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Stories.Words;

namespace Parallax.Stories.Claims;

/// <summary>What a sentence shares with some words: the weight of what is shared, how many words, and how many of them are no names.</summary>
/// <param name="Weight">The weight.</param>
/// <param name="Words">The words.</param>
/// <param name="Deeds">Those that are no names.</param>
internal readonly record struct SharedWeight(int Weight, int Words, int Deeds);

/// <summary>Which sentences of the bodies of a story have a word: by stem, a name by who bears it.</summary>
internal sealed class SentenceIndex
{
    // A word that more sentences of a story have brings no two together.
    private const int MostHolders = 40;

    private static readonly Lazy<HashSet<string>> Negations = new(static () => StoriesData.Words("en/words/negations.txt"));

    private readonly Dictionary<(int Story, string Word), List<(string Report, int Sentence)>> _holders = [];
    private readonly Dictionary<int, int> _sentences = [];
    private readonly HashSet<(string, int)> _negated = [];

    /// <summary>Reads the sentences.</summary>
    /// <param name="set">The reports.</param>
    /// <param name="storyOf">Story number by report id.</param>
    public SentenceIndex(ReportSet set, IReadOnlyDictionary<string, int> storyOf)
    {
        foreach (AnnotatedReport report in set.Reports)
        {
            int story = storyOf[report.Report.Id];
            for (int s = 0; s < report.Tokens.Sentences.Length; s++)
            {
                if (report.Tokens.Sentences[s].Part is not (TextPart.Body or TextPart.Lead))
                {
                    continue;
                }

                _sentences[story] = _sentences.GetValueOrDefault(story) + 1;
                HashSet<string> seen = new(StringComparer.Ordinal);
                foreach (Word word in WordList.Of(report.Report.Text.Text, report.Tokens.Sentences[s].Span))
                {
                    if (IsNegation(word))
                    {
                        _negated.Add((report.Report.Id, s));
                    }

                    if (word.IsContent && KeyOf(report, word) is var key && seen.Add(key))
                    {
                        (_holders.TryGetValue((story, key), out List<(string, int)>? own) ? own : _holders[(story, key)] = []).Add((report.Report.Id, s));
                    }
                }
            }
        }
    }

    /// <summary>A word as it is looked up: a name by who bears it.</summary>
    public static string KeyOf(AnnotatedReport report, Word word) => word.IsCapital && report.Entities.At(word.Span) is { } entity ? "@" + entity.Id : word.Stem;

    /// <summary>Whether a word negates.</summary>
    public static bool IsNegation(Word word) => Negations.Value.Contains(word.Lower);

    /// <summary>Whether a sentence has a word that negates.</summary>
    public bool IsNegated((string Report, int Sentence) place) => _negated.Contains(place);

    /// <summary>How much a word tells in a story.</summary>
    public int WeightOf(int story, string word) => WordWeights.Of(word, _holders.GetValueOrDefault((story, word))?.Count ?? 1, _sentences[story]);

    /// <summary>The weight of all words.</summary>
    public int WeightOf(int story, IEnumerable<string> words) => words.Sum(w => WeightOf(story, w));

    /// <summary>Of the sentences of other reports that have one of the words: what they share.</summary>
    /// <param name="story">The story.</param>
    /// <param name="words">The words, as they are looked up.</param>
    /// <param name="own">The reports whose words they are.</param>
    public Dictionary<(string Report, int Sentence), SharedWeight> Shared(int story, IEnumerable<string> words, IReadOnlySet<string> own)
    {
        Dictionary<(string Report, int Sentence), SharedWeight> shared = [];
        foreach (string word in words)
        {
            List<(string Report, int Sentence)> places = _holders.GetValueOrDefault((story, word)) ?? [];
            foreach ((string Report, int Sentence) place in places.Count <= MostHolders ? places.Where(p => !own.Contains(p.Report)) : [])
            {
                SharedWeight sofar = shared.GetValueOrDefault(place);
                shared[place] = new SharedWeight(sofar.Weight + WeightOf(story, word), sofar.Words + 1, sofar.Deeds + (IsName(word) ? 0 : 1));
            }
        }

        return shared;
    }

    private static bool IsName(string key) => key.Length > 0 && key[0] == '@';
}
