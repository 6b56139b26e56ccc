using System.Collections.Immutable;
using System.Globalization;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Stories.Happenings;
using Parallax.Stories.Propositions;
using Parallax.Stories.Words;

namespace Parallax.Stories.Claims;

/// <summary>Which clauses are compared at all: those that share a kind of predicate and a participant, two participants, a number by which a fact is known, or a kind of predicate and a day, month, year or count; of openings what shares one of these.</summary>
/// <param name="set">The reports.</param>
/// <param name="propositions">What they tell.</param>
/// <param name="eligible">Which of these can be claims.</param>
/// <param name="telling">The numbers by which a fact is known again.</param>
/// <param name="isOpening">Whether a proposition stands in headline or opening.</param>
internal sealed class ComparedClauses(ReportSet set, ImmutableArray<Proposition> propositions, bool[] eligible, Func<int, string[]> telling, Func<Proposition, bool> isOpening)
{
    private const int LeastStemsOfOther = 4;

    // Ones, twos and threes are told of everything.
    private const int LeastCount = 4;

    /// <summary>The buckets (indices), in no order: which bucket brings two together changes nothing.</summary>
    public IEnumerable<List<int>> Buckets()
    {
        Dictionary<string, int> numberOf = new(StringComparer.Ordinal);
        List<int> holders = [];
        int[]?[] people = new int[]?[propositions.Length], kinds = new int[]?[propositions.Length];
        for (int i = 0; i < propositions.Length; i++)
        {
            Proposition told = propositions[i];
            if (eligible[i] && !told.PointsBack && (IsTelling(told) || telling(i).Length > 0))
            {
                people[i] = Numbers(Keys(told));
                kinds[i] = Numbers(Kinds(told));
            }
        }

        int opening = Number("opening");

        // What one proposition alone has brings no two together.
        List<long> keys = [];
        List<int> members = [];
        for (int i = 0; i < propositions.Length; i++)
        {
            int[] own = Array.FindAll(people[i] ?? [], n => holders[n] > 1);
            foreach (int kind in own.Length == 0 ? [] : Array.FindAll(kinds[i] ?? [], n => holders[n] > 1))
            {
                foreach (int somebody in own)
                {
                    Add(LikeClaims.Both(kind, somebody), i);
                }
            }

            // Headline and opening of reports of one story mostly tell one matter: there one participant, or one kind of act, brings two together.
            foreach (int key in own.Length > 0 && isOpening(propositions[i]) ? own.Concat(Array.FindAll(kinds[i] ?? [], n => holders[n] > 1)) : [])
            {
                Add(LikeClaims.Both(key, opening), i);
            }

            // One kind of act in one day, month or year, or with one count, whatever the nouns beside it.
            foreach (string mark in people[i] is null ? [] : Marks(propositions[i]))
            {
                foreach (int kind in Array.FindAll(kinds[i]!, n => holders[n] > 1)) // Those with the one have the other.
                {
                    Add(LikeClaims.Both(kind, Number(mark)), i);
                }
            }

            foreach (string told in people[i] is null ? [] : telling(i))
            {
                int number = Number("n:" + told);
                Add(LikeClaims.Both(number, number), i);
            }

            // Under other words for the act two clauses are compared that share two of who and what.
            for (int a = 0; propositions[i].Stems.Length >= LeastStemsOfOther && a < own.Length; a++)
            {
                for (int b = 0; b < own.Length; b++)
                {
                    if (own[a] < own[b])
                    {
                        Add(LikeClaims.Both(own[a], own[b]), i);
                    }
                }
            }
        }

        return KeyRuns.Of([.. keys], [.. members]);

        int[] Numbers(IEnumerable<string> words)
        {
            int[] numbers = [.. words.Select(Number).Distinct()];
            Array.ForEach(numbers, n => holders[n]++);
            return numbers;
        }

        int Number(string word)
        {
            if (!numberOf.TryGetValue(word, out int number))
            {
                numberOf[word] = number = holders.Count;
                holders.Add(0);
            }

            return number;
        }

        void Add(long key, int index)
        {
            keys.Add(key);
            members.Add(index);
        }
    }

    // A verb or a copula with a word beside it that tells something: "slipping" and "the deaths" are told of too many, and "to discuss the treaty" tells what somebody is after.
    private bool IsTelling(Proposition told) =>
        told.Stems.Length > 1 && (told.IsMain || !told.IsPurpose) && (told.IsClause || set[told.Report].Tokens.Tags[told.Token] == UniversalTag.Verb || told.Top != told.Token);

    private static IEnumerable<string> Kinds(Proposition told)
    {
        yield return "c:" + told.Class;
        yield return "s:" + Stemmer.Stem(told.Lemma);
        foreach (int kind in KinWords.Of(told.Lemma).ToArray())
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"k:{kind}");
        }
    }

    private static IEnumerable<string> Marks(Proposition told) => told.Times.Where(static t => t is { Relation: null, Value: not null, Interval.IsBounded: true }).Select(static t => "t:" + t.Value)
        .Concat(told.Figures.Where(static f => f is { Aspect: FigureAspect.Level, Value: >= LeastCount }).Select(static f => string.Create(CultureInfo.InvariantCulture, $"f:{f.Value} {f.Unit}"))).Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> Keys(Proposition told)
    {
        foreach (Participant participant in told.Participants.Where(static p => !p.IsOpen))
        {
            foreach (string name in participant.Entities.Concat(participant.Owners).Concat(participant.Names))
            {
                yield return name;
            }

            yield return participant.Thing ?? Stemmer.Stem(participant.Head);
        }
    }
}
