using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Stories.Propositions;

namespace Parallax.Stories.Conflicts;

/// <summary>Tells which named person of a story somebody is: by a name, or by an age ("the 36-year-old fell") that one alone of those named in the story has.</summary>
internal sealed class StoryPeople
{
    private const int LongestPath = 4;

    private readonly ReportSet _set;
    private readonly IReadOnlyDictionary<string, int> _storyOf;
    private readonly Dictionary<(int Story, double Age), HashSet<string>> _ages = [];
    private readonly Dictionary<string, Tree> _trees = new(StringComparer.Ordinal);

    /// <summary>Reads how old the named people of each story are.</summary>
    /// <param name="set">The reports.</param>
    /// <param name="storyOf">Story number by report.</param>
    public StoryPeople(ReportSet set, IReadOnlyDictionary<string, int> storyOf)
    {
        (_set, _storyOf) = (set, storyOf);
        foreach (AnnotatedReport report in set.Reports)
        {
            foreach (Figure figure in report.Figures.Where(static f => f is { Unit: "year", Value: > 0 }))
            {
                if (OwnerOf(report, figure) is { } id && PersonFinder.IsAge(report.Report.Text.Text, figure))
                {
                    (int, double) key = (storyOf[report.Report.Id], figure.Value!.Value); // Only those with a value are looked at.
                    (_ages.TryGetValue(key, out HashSet<string>? people) ? people : _ages[key] = new HashSet<string>(StringComparer.Ordinal)).Add(id);
                }
            }
        }
    }

    /// <summary>The one person whose figure it is: of those it was given to, else of those named in the words it measures.</summary>
    public static string? OwnerOf(AnnotatedReport report, Figure figure)
    {
        string[] people = [.. figure.Entities.Where(id => report.Entities.Find(id)?.Kind == ActorKind.Person)];
        if (people.Length == 0 && figure.Entities.Length == 0 && figure.Measures is { } measures)
        {
            people = [.. report.Entities.Entities.Where(e => e.Kind == ActorKind.Person && e.Mentions.Any(m => m.Report == report.Report.Id && m.Form == MentionForm.Name && m.Start < measures.End && measures.Start < m.End)).Select(static e => e.Id)];
        }

        return people is [var one] ? one : null;
    }

    /// <summary>The person that a token means, by the name it is in, the names set beside it and the age told of it; or null.</summary>
    public string? At(AnnotatedReport report, int token)
    {
        if (Named(report, token) is { } id)
        {
            return id;
        }

        Tree tree = TreeOf(report);
        if (tree.Children(token, "appos").Select(t => Named(report, t)).OfType<string>().FirstOrDefault() is { } beside)
        {
            return beside;
        }

        TextSpan words = tree.Span(token, "acl", "appos", "conj", "nmod");
        Figure[] ages = [.. report.Figures.Where(f => f is { Unit: "year", Value: > 0 } && words.Contains(f.Span) && PersonFinder.IsAge(report.Report.Text.Text, f))];
        return ages is [{ Value: { } age }] && _ages.TryGetValue((_storyOf[report.Report.Id], age), out HashSet<string>? people) && people.Count == 1 ? people.First() : null;
    }

    /// <summary>The person of whom a verb or adjective is told: its subject, else that of the clause it stands beside.</summary>
    public string? SubjectOf(AnnotatedReport report, int predicate)
    {
        (TokenLayer tokens, Tree tree) = (report.Tokens, TreeOf(report));
        for (int at = predicate, step = 0; at >= 0 && step < LongestPath; step++)
        {
            int subject = tree.Child(at, "nsubj");
            bool relative = tree.Relation(at) == "acl", isPronoun = subject >= 0 && tokens.Tags[subject] == UniversalTag.Pron;
            if (relative && (subject < 0 || isPronoun))
            {
                return At(report, tokens.Heads[at]);
            }

            if (subject >= 0 && (At(report, subject) is { } person || !isPronoun))
            {
                return At(report, subject);
            }

            // "He died when he fell": the clause above tells who; "Orsk said he fell": it does not.
            at = tree.Relation(at) is "advcl" or "conj" or "xcomp" ? tokens.Heads[at] : -1;
        }

        return null;
    }

    private static string? Named(AnnotatedReport report, int token)
    {
        TextSpan span = report.Tokens.Span(token);
        return report.Entities.Entities.Where(static e => e.Kind == ActorKind.Person)
            .SelectMany(e => e.Mentions.Where(m => m.Report == report.Report.Id && m.Form == MentionForm.Name && m.Start <= span.Start && m.End >= span.End).Select(m => (e.Id, Length: m.End - m.Start)))
            .OrderBy(static p => p.Length).ThenBy(static p => p.Id, StringComparer.Ordinal).Select(static p => p.Id).FirstOrDefault();
    }

    private Tree TreeOf(AnnotatedReport report) => _trees.TryGetValue(report.Report.Id, out Tree? tree) ? tree : _trees[report.Report.Id] = new Tree(_set[report.Report.Id].Tokens);
}
