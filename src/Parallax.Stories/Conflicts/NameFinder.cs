using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Stories.Entities;
using Parallax.Stories.Words;

namespace Parallax.Stories.Conflicts;

/// <summary>Finds one name written in two ways by two reports of a story: a person's ("Brian Orsk", "Bryant Orsk") and a street's ("Philip Street", "Phillips Road").</summary>
/// <remarks>Two spellings of one sound are `compatible`, others contradict each other. A report that writes both knows two of them, or has slipped itself: then nothing is said.</remarks>
/// <param name="set">The reports.</param>
/// <param name="storyOf">Story number by report.</param>
/// <param name="claims">The claims on which a conflict may stand.</param>
internal sealed class NameFinder(ReportSet set, IReadOnlyDictionary<string, int> storyOf, ValueClaims claims)
{
    // So many letters of a word may be another; from so many letters on two.
    private const int Letters = 2, LeastLetters = 4, LeastOfTwo = 5, LeastOfStreet = 6;

    /// <summary>The conflicts, by story and name.</summary>
    public IEnumerable<Conflict> Find()
    {
        foreach (IGrouping<int, AnnotatedReport> story in set.Reports.Where(static r => r.Find(ReportLayers.Tokens) is { Count: > 0 }).GroupBy(r => storyOf[r.Report.Id]).OrderBy(static g => g.Key))
        {
            AnnotatedReport[] reports = [.. story];
            if (reports.Length < 2)
            {
                continue;
            }

            foreach (Conflict conflict in Compare([.. reports.SelectMany(People)], ArePerson, ConflictKind.Actor).Concat(Compare([.. reports.SelectMany(Streets)], AreStreet, ConflictKind.Place)))
            {
                yield return conflict;
            }
        }
    }

    private IEnumerable<Conflict> Compare(Told[] told, Func<Told, Told, bool> areOne, ConflictKind kind)
    {
        ILookup<string, Told> byReport = told.ToLookup(static t => t.Report, StringComparer.Ordinal);
        Told[] forms = [.. told.GroupBy(static t => (t.First, t.Last)).OrderBy(static g => g.Key.Last, StringComparer.Ordinal).ThenBy(static g => g.Key.First, StringComparer.Ordinal).Select(static g => g.First())];
        DisjointSets sets = new(forms.Length);
        for (int i = 0; i < forms.Length; i++)
        {
            for (int j = i + 1; j < forms.Length; j++)
            {
                if (areOne(forms[i], forms[j]) && !byReport.Any(r => r.Any(t => IsForm(t, forms[i])) && r.Any(t => IsForm(t, forms[j]))))
                {
                    sets.Join(i, j);
                }
            }
        }

        foreach (int[] one in sets.Sets().Where(static s => s.Count > 1).Select(static s => s.ToArray()))
        {
            Told[] all = [.. told.Where(t => Array.Exists(one, f => IsForm(t, forms[f])))];
            if (claims.Of([.. all.Select(static t => (t.Report, t.Span))]) is not { } draft)
            {
                continue;
            }

            ConflictSide[] sides = [.. one.Select(f => new ConflictSide(Slice(forms[f]), [.. all.Where(t => IsForm(t, forms[f])).Select(static t => new SideEvidence(t.Report, t.Span.Start, t.Span.End, null, null)).Distinct()]))];
            bool oneSound = Array.TrueForAll(one, f => NameKeys.SoundsAlike(forms[f].First, forms[one[0]].First) && NameKeys.SoundsAlike(forms[f].Last, forms[one[0]].Last));
            string why = $"what may be one name is written {string.Join(" and ", sides.Select(static s => $"“{s.Value}”"))}";
            yield return ConflictFinder.Write(draft, kind, oneSound ? ConflictRelation.Compatible : ConflictRelation.Conflict, sides, oneSound ? why + ": two spellings of one sound" : why);
        }
    }

    private static bool IsForm(Told told, Told form) => told.First == form.First && told.Last == form.Last;

    // Who bears one of the two words and nearly the other.
    private static bool ArePerson(Told left, Told right) =>
        (left.Last == right.Last && left.First != right.First && AreSpelt(left.First, right.First, left.Entity == right.Entity) && !IsShortOf(left.First, right.First) && !(NameKeys.AreShortAndLong(left.First, right.First) && left.First.Length != right.First.Length) && !AreOfTwoSexes(left.First, right.First))
        || (left.First == right.First && left.Last != right.Last && AreSpelt(left.Last, right.Last, left.Entity == right.Entity) && !IsPlural(left.Last, right.Last) && !IsPlural(right.Last, left.Last));

    // "Catherine" and "Katherine" of one who was known as one without them; else the first letter tells two.
    private static bool AreSpelt(string left, string right, bool areOne) => Math.Min(left.Length, right.Length) is var shorter && shorter >= LeastLetters
        && (NameKeys.DifferByLetters(left, right, shorter >= LeastOfTwo ? Letters : 1) || (areOne && NameKeys.DifferByLetters(left[1..], right[1..], 1)));

    private static bool IsShortOf(string left, string right) => left.StartsWith(right, StringComparison.Ordinal) || right.StartsWith(left, StringComparison.Ordinal);

    // "the Lunds"
    private static bool IsPlural(string one, string many) => many == one + "s" || many == one + "es";

    // "Mario", "Maria"; "Dennis", "Denise": two people of one family.
    private static bool AreOfTwoSexes(string left, string right) => (left[^1] is 'a' or 'e') != (right[^1] is 'a' or 'e') && NameKeys.DifferByLetters(left[..^2], right[..^2], 1);

    private static bool AreStreet(Told left, Told right) => left.First.Length >= LeastOfStreet && right.First.Length >= LeastOfStreet && left.First != right.First && NameKeys.DifferByLetters(left.First, right.First, Letters);

    private static IEnumerable<Told> People(AnnotatedReport report)
    {
        foreach (Entity person in report.Entities.Entities.Where(static e => e.Kind == ActorKind.Person))
        {
            foreach (Mention mention in person.Mentions.Where(m => m.Report == report.Report.Id && m.Form == MentionForm.Name))
            {
                if (NameIn(report, TextSpan.FromBounds(mention.Start, mention.End)) is { } name && NameKeys.PersonTokens(report.Report.Text.Slice(name)) is { Length: > 1 } words && !NameKeys.IsTitle(words[^1]))
                {
                    yield return new Told(report.Report.Id, name, words[0], words[^1], person.Id);
                }
            }
        }
    }

    // "Police Lt. Ada Lund of the county": the name alone, without what stands before and behind it.
    private static TextSpan? NameIn(AnnotatedReport report, TextSpan mention)
    {
        Word[] words = [.. WordList.Of(report.Report.Text.Text, mention)];
        int end = Array.FindIndex(words, static w => w.Lower is "of" or "and" or "at" or "from" or "for");
        end = end < 0 ? words.Length : end;
        int start = end;
        while (start > 0 && char.IsUpper(report.Report.Text.Text[words[start - 1].Span.Start]) && !NameKeys.IsTitle(words[start - 1].Lower))
        {
            start--;
        }

        return end - start < 2 ? null : TextSpan.FromBounds(words[start].Span.Start, words[end - 1].Span.End);
    }

    private static IEnumerable<Told> Streets(AnnotatedReport report)
    {
        TokenLayer tokens = report.Tokens;
        for (int i = 1; i < tokens.Count; i++)
        {
            // The word before the street's noun: "Philip Street"; not "High Street", nor "42nd Street".
            if (PersonFinder.IsStreet(Folding.Fold(tokens.Form(i)).TrimEnd('.')) && char.IsUpper(tokens.Form(i)[0]) && char.IsUpper(tokens.Form(i - 1)[0]) && tokens.SentenceOf(i) == tokens.SentenceOf(i - 1))
            {
                yield return new Told(report.Report.Id, TextSpan.FromBounds(tokens.Starts[i - 1], tokens.Span(i).End), Folding.Fold(tokens.Form(i - 1)), "street", "");
            }
        }
    }

    private string Slice(Told told) => set[told.Report].Report.Text.Slice(told.Span);

    private sealed record Told(string Report, TextSpan Span, string First, string Last, string Entity);
}
