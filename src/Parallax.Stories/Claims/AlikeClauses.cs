using System.Collections.Immutable;
using Parallax.Core.Reports;
using Parallax.Core.Text;
using Parallax.Stories.Propositions;
using Parallax.Stories.Words;

namespace Parallax.Stories.Claims;

/// <summary>How alike the words of a claim and a clause of another report are, both ways: "the danger of a flood is small", "the risk of flooding was minimal".</summary>
/// <param name="set">The reports.</param>
/// <param name="propositions">What they tell.</param>
/// <param name="facts">What may speak against two clauses telling one fact.</param>
/// <param name="like">The comparison by which clauses are joined.</param>
/// <param name="meanings">What words mean.</param>
internal sealed class AlikeClauses(ReportSet set, ImmutableArray<Proposition> propositions, OneFact facts, LikeClaims like, WordMeanings meanings)
{
    // Thousandths of the weight of each side that the other has, of all words and of those that are no names, and how alike both must be; under words for acts that have little to do with one another more. Chosen by reading open stories.
    private const int LeastCover = 500;
    private const int LeastOfDeeds = 520;
    private const int LeastAlike = 570;
    private const int LeastOfFarAct = 720;
    private const int Thousand = 1000;

    // How alike the whole wordings are counts twice beside the clauses and what each side has of the other.
    private const int Parts = 5;

    // The vectors of any two words have some likeness, which says nothing.
    private const double NearFrom = 0.35;

    private readonly Dictionary<int, WeighedText> _clauses = [];
    private readonly Dictionary<string, int> _indexOf = IndexOf(propositions);

    /// <summary>The words of a claim, prepared for <see cref="Of"/>.</summary>
    public WeighedText Prepare(Wording heading) => new([.. heading.Pieces.SelectMany(p => meanings.Weigh(set[heading.Proposition.Report].Report.Text.Text, p))], meanings.Width);

    /// <summary>How alike they are, in thousandths; 0 where the clause is not to be pointed at.</summary>
    /// <param name="heading">The proposition whose words the claim has.</param>
    /// <param name="words">These words.</param>
    /// <param name="clause">A clause of another report.</param>
    public int Of(Proposition heading, WeighedText words, Proposition clause)
    {
        if (_indexOf.GetValueOrDefault(heading.Key, -1) is not (>= 0 and var own) || _indexOf.GetValueOrDefault(clause.Key, -1) is not (>= 0 and var other) || !facts.MayBeOne(own, other) || facts.ActOnOthers(own, other) || facts.AreExchanged(heading, clause) || IsAsked(clause) || IsOfNoun(clause))
        {
            return 0;
        }

        WeighedText theirs = _clauses.TryGetValue(other, out WeighedText? known) ? known : _clauses[other] = new WeighedText(meanings.Weigh(set[clause.Report].Report.Text.Text, clause.Core.IsEmpty ? clause.Span : clause.Core), meanings.Width);
        ((int all, int deeds), (int back, int deedsBack)) = (Cover(words, theirs), Cover(theirs, words));
        if (Math.Min(all, back) < LeastCover || Math.Min(deeds, deedsBack) < LeastOfDeeds)
        {
            return 0;
        }

        int alike = (like.Likeness(own, other) + (2 * SentenceLikeness.Of(words, theirs)) + all + back) / Parts;
        bool isFar = facts.AreFarActs(own, other) || IsCopular(heading) != IsCopular(clause);
        return alike >= (isFar ? LeastOfFarAct : LeastAlike) ? alike : 0;
    }

    private static Dictionary<string, int> IndexOf(ImmutableArray<Proposition> propositions)
    {
        Dictionary<string, int> indexOf = new(StringComparer.Ordinal);
        for (int i = 0; i < propositions.Length; i++)
        {
            indexOf[propositions[i].Key] = i;
        }

        return indexOf;
    }

    private static bool IsCopular(Proposition told) => told.Class.StartsWith("be:", StringComparison.Ordinal);

    // "the lamp, which burns on oil": what is told of a noun in passing is mostly another matter.
    private bool IsOfNoun(Proposition clause) => set[clause.Report].Tokens.Relations[clause.Top].StartsWith("acl", StringComparison.Ordinal);

    private bool IsAsked(Proposition clause) => set[clause.Report].Tokens.Sentences[clause.Sentence].Span is { IsEmpty: false } span && set[clause.Report].Report.Text.Text[span.Start..span.End].TrimEnd().EndsWith('?');

    // How much of the weight of the words of one side the other has, in form or in meaning; and of those that are no names.
    private static (int All, int Deeds) Cover(WeighedText own, WeighedText other)
    {
        double told = 0, all = 0, deedsTold = 0, deeds = 0;
        foreach (int i in own.FirstOfStem)
        {
            double best = 0;
            foreach (int j in other.FirstOfStem)
            {
                best = Math.Max(best, WordMeanings.Nearness(own.Words[i], other.Words[j]));
            }

            int weight = own.Words[i].Weight;
            double part = weight * Math.Max(0, (best - NearFrom) / (1 - NearFrom));
            (told, all) = (told + part, all + weight);
            (deedsTold, deeds) = own.Words[i].Word.IsCapital ? (deedsTold, deeds) : (deedsTold + part, deeds + weight);
        }

        return ((int)(Thousand * told / Math.Max(1, all)), (int)(Thousand * deedsTold / Math.Max(1, deeds)));
    }
}
