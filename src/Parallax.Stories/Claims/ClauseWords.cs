using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Stories.Happenings;
using Parallax.Stories.Propositions;
using Parallax.Stories.Words;

namespace Parallax.Stories.Claims;

/// <summary>The words of each clause, weighed once, and how alike those of two are.</summary>
internal sealed class ClauseWords(ReportSet set, ImmutableArray<Proposition> propositions, WordMeanings meanings)
{
    private readonly WeighedText?[] _words = new WeighedText?[propositions.Length];

    /// <summary>How alike two clauses are, in thousandths.</summary>
    public int Likeness(int left, int right) => SentenceLikeness.Of(Words(left), Words(right));

    // The words of the clause, with the names of those whom it leaves to a pronoun or to the clause before.
    private WeighedText Words(int index)
    {
        if (_words[index] is { } known)
        {
            return known;
        }

        Proposition told = propositions[index];
        AnnotatedReport report = set[told.Report];
        TextSpan core = told.Core.IsEmpty ? told.Span : told.Core;
        ImmutableArray<WeighedWord> words = Outside(report, index, core).Aggregate(ImmutableArray<WeighedWord>.Empty, (all, piece) => all.AddRange(meanings.Weigh(report.Report.Text.Text, piece)));
        HashSet<string> stems = [.. words.Select(static w => w.Word.Stem)];
        foreach (string id in told.Participants.SelectMany(static p => p.Entities).Distinct(StringComparer.Ordinal))
        {
            if (report.Entities.Find(id) is { } entity)
            {
                ImmutableArray<WeighedWord> name = meanings.Weigh(entity.Name);
                words = name.Any(w => stems.Contains(w.Word.Stem)) ? words : [.. name, .. words];
            }
        }

        return _words[index] = new WeighedText(words, meanings.Width);
    }

    // "Vale, who was on probation, was stopped": what a relative clause tells is told by it alone. Propositions are sorted by report and token.
    private List<TextSpan> Outside(AnnotatedReport report, int index, TextSpan core)
    {
        Proposition told = propositions[index];
        List<TextSpan> relative = [];
        for (int i = index - 1; i >= 0 && IsBeside(i); i--)
        {
            AddIfRelative(i);
        }

        for (int i = index + 1; i < propositions.Length && IsBeside(i); i++)
        {
            AddIfRelative(i);
        }

        List<TextSpan> pieces = [];
        int at = core.Start;
        foreach (TextSpan span in relative.Order())
        {
            if (span.Start > at)
            {
                pieces.Add(TextSpan.FromBounds(at, span.Start));
            }

            at = Math.Max(at, span.End);
        }

        if (at < core.End)
        {
            pieces.Add(TextSpan.FromBounds(at, core.End));
        }

        return pieces;

        bool IsBeside(int i) => propositions[i].Report == told.Report && propositions[i].Sentence == told.Sentence;

        void AddIfRelative(int i)
        {
            Proposition other = propositions[i];
            if (report.Tokens.Relations[other.Top] == "acl:relcl" && core.Contains(other.Core) && other.Core != core && !other.Core.Contains(report.Tokens.Span(told.Token)))
            {
                relative.Add(other.Core);
            }
        }
    }
}
