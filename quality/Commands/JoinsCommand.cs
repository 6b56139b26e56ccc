using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Quality.Corpora;
using Parallax.Quality.Scoring;
using Parallax.Stories.Claims;
using Parallax.Stories.Happenings;
using Parallax.Stories.Propositions;
using Parallax.Stories.Words;
using Parallax.Storage;

namespace Parallax.Quality.Commands;

/// <summary>Prints what the claims of the task <c>joined-claims</c> join wrongly and what they leave apart, for reading; <c>--layers DIR</c> keeps the layers there, so that only the comparing is done again.</summary>
internal static class JoinsCommand
{
    /// <summary>Runs the command.</summary>
    public static int Run(ReadOnlySpan<string> args)
    {
        Console.OutputEncoding = Encoding.UTF8;
        string? layers = Value(args, "--layers");
        JoinCounts counts = new();
        List<(bool IsOne, bool IsPointed)> apart = [];
        foreach (ToldEvents story in ToldEvents.Read(new QualityData(args[0], args[1]), Reading(layers), Value(args, "--story")))
        {
            counts.Add(story);
            ImmutableArray<Proposition> all = story.Result.Propositions;
            WordMeanings meanings = new(Network.Vectors);
            OneFact facts = new(story.Result.Set!, all, new EventMentions(story.Result.Set!, all, story.Result.StoryOf, meanings), new LikeClaims(story.Result.Set!, all, [.. all.Select(static _ => true)], meanings).Likeness); // Set by the builder.
            Dictionary<string, int> at = all.Select(static (p, i) => (p.Key, i)).ToDictionary(static p => p.Key, static p => p.i, StringComparer.Ordinal);
            Print(story, facts, at);
            PrintApart(story, facts, at, apart);
        }

        foreach ((string name, double value, int all) in counts.Figures)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-50} {value:0.0} ({all})"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"claims apart on one event that point at each other",-50} {100.0 * apart.Count(static a => a is (true, true)) / Math.Max(1, apart.Count(static a => a.IsOne)):0.0} ({apart.Count(static a => a.IsOne)})"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"pointers between claims on one event",-50} {100.0 * apart.Count(static a => a is (true, true)) / Math.Max(1, apart.Count(static a => a.IsPointed)):0.0} ({apart.Count(static a => a.IsPointed)})"));
        return 0;
    }

    private static void PrintApart(ToldEvents story, OneFact facts, Dictionary<string, int> at, List<(bool IsOne, bool IsPointed)> apart)
    {
        foreach ((ClaimDraft left, ClaimDraft right, bool isOne, bool isPointed) in story.Apart())
        {
            apart.Add((isOne, isPointed));
            (int Left, int Right)[] pairs = [.. from l in Clauses(left) from r in Clauses(right) select (l, r)];
            Console.WriteLine($"APART\t{(isOne ? isPointed ? "pointed" : "missed" : "wrong")}\t{story.Name}\tsure {(pairs.Length == 0 ? 0 : pairs.Sum(p => facts.Of(p.Left, p.Right)) / pairs.Length)}, excluded {pairs.Count(p => !facts.MayBeOne(p.Left, p.Right))} of {pairs.Length}\n\t{Heading(left)}\n\t{Heading(right)}");
        }

        IEnumerable<int> Clauses(ClaimDraft draft) => draft.Own.Where(static s => !s.IsAnswer).Select(s => at.GetValueOrDefault(s.Proposition.Key, -1)).Where(static i => i >= 0);

        string Heading(ClaimDraft draft) => $"{string.Join(' ', draft.Own.Select(s => story.Reports[s.Proposition.Report].Report.Files[0]).Distinct(StringComparer.Ordinal))}: {draft.Wording!.Text(story.Reports[draft.Wording.Proposition.Report]).ReplaceLineEndings(" ")} [{draft.Wording.Proposition.Class}/{draft.Wording.Proposition.Lemma}]"; // Only those with words stand apart.
    }

    private static string? Value(ReadOnlySpan<string> args, string name) => args.IndexOf(name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

    /// <summary>Reads layers, or takes them from a folder where they are kept; null keeps none.</summary>
    public static Func<Report, AnnotatedReport> Reading(string? folder) => report => Read(report, folder);

    private static AnnotatedReport Read(Report report, string? folder)
    {
        if (folder is null)
        {
            return InstalledNetwork.Read(report);
        }

        string file = Path.Combine(Directory.CreateDirectory(folder).FullName, report.Id + ".layers");
        if (File.Exists(file))
        {
            return LayerCodec.Decode(report, File.ReadAllBytes(file));
        }

        AnnotatedReport read = InstalledNetwork.Read(report);
        File.WriteAllBytes(file, LayerCodec.Encode(read));
        return read;
    }

    private static void Print(ToldEvents story, OneFact facts, Dictionary<string, int> at)
    {
        foreach ((string claim, Proposition left, Proposition right, bool isRight) in story.Judged())
        {
            Console.WriteLine($"{(isRight ? "RIGHT" : "FALSE")}\t{story.Name}\t{claim}\n\t{Words(story, left)}\n\t{Words(story, right)}");
        }

        var joined = story.JoinedEvents();
        var told = story.Told();
        foreach ((string chain, string left, string right) in story.Shared())
        {
            Proposition? one = Best(told[(left, chain)]), two = Best(told[(right, chain)]);
            if (one is not null && two is not null && !joined.Contains((chain, left, right)))
            {
                PropositionMatch match = PropositionMatcher.Compare(one, two);
                bool canBe = new[] { one, two }.All(p => ClaimGrouping.CanBeClaim(p, story.Reports[p.Report].Report)), isOneStory = story.Result.StoryOf[left] == story.Result.StoryOf[right];
                string why = $"{(canBe ? "" : "no claims; ")}{(isOneStory ? "" : "other stories; ")}{(facts.MayBeOne(at[one.Key], at[two.Key]) ? "" : "excluded; ")}sure {facts.Of(at[one.Key], at[two.Key])}; ";
                string level = JoinCounts.IsMain(one) && JoinCounts.IsMain(two) ? "main" : "read";
                Console.WriteLine($"MISSED\t{level}\t{story.Name}\t{why}{(match.IsSame ? "same" : "not")}: {match.Why}; times {match.TimesAgree}, figures {match.FiguresAgree}\n\t{Words(story, one)}\n\t{Words(story, two)}");
            }
        }
    }

    private static Proposition? Best(IEnumerable<Proposition> told) => told.OrderByDescending(JoinCounts.IsMain).ThenByDescending(static p => p.IsClause).ThenBy(static p => p.Token).FirstOrDefault();

    private static string Words(ToldEvents story, Proposition told)
    {
        AnnotatedReport report = story.Reports[told.Report];
        return $"{report.Report.Files[0]}#{told.Sentence} {told.Class}/{told.Lemma}{(told.IsNegated ? " not" : "")} {told.Factuality}{(told.IsUnreal ? " unreal" : "")}{(told.IsMain ? " main" : "")}{(told.IsNominal ? " noun" : "")}"
            + $" A={Of(told.Actor)} O={Of(told.Object)} R={Of(told.Recipient)} X={string.Join(',', told.Others.Select(Of))} T={string.Join(',', told.Times.Select(static t => t.Value ?? t.Relation))} F={string.Join(',', told.Figures.Select(static f => f.Value?.ToString(CultureInfo.InvariantCulture) + f.Unit))} S={told.Statement?.Stance.ToString() ?? "-"}: {report.Report.Text.Slice(told.Span).ReplaceLineEndings(" ")}";

        string Of(Participant? p) => p is null ? "-" : p.Head + (p.Entities.Length > 0 ? "[" + string.Join('+', p.Names.Take(2)) + "]" : p.IsOpen ? "?" : "");
    }
}
