using System.Globalization;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Stories.Propositions;
using Parallax.Stories.Words;

namespace Parallax.Stories.Conflicts;

/// <content>What befell somebody in one of several ways that exclude each other, to how long somebody was sentenced, and at which hour it was.</content>
internal sealed partial class PersonFinder
{
    private const int WordsBehind = 9, WordsBeforeState = 2, MonthsOfYear = 12, MinutesOfDay = 1440, MinutesOfHour = 60, LeastMinutes = 20;

    // What happens once to the thing of a story, told with an hour.
    private static readonly HashSet<string> OnceOfThing = ["explode", "erupt", "crash", "collapse", "sink", "derail", "break out", "break", "detonate", "capsize"];

    // What befalls a person once in a story that tells its hour.
    private static readonly HashSet<string> OnceOfPerson = ["arrest", "stop", "halt", "drive", "shoot", "stab", "hit", "find"];

    private static readonly HashSet<string> Unsure = ["may", "might", "could", "would", "will", "can", "should", "not", "n't", "never"];

    private static readonly Lazy<(string Scale, string Way, string[] Words)[]> Ways = new(static () =>
    [
        .. StoriesData.Lines("en/conflicts/alternatives.txt").Select(static l => l.Split(": ", 2)).SelectMany(static p => p[1].Split(" | ").SelectMany(way => way.Split(',', StringSplitOptions.TrimEntries).Select(w => (p[0], way, w.Split(' ')))))
            .OrderByDescending(static w => w.Item3.Length),
    ]);

    private IEnumerable<Conflict> Alternatives()
    {
        List<Told> told = [];
        foreach (AnnotatedReport report in Parsed)
        {
            TokenLayer tokens = report.Tokens;
            Tree? tree = null;
            for (int i = 0; i < tokens.Count; i++)
            {
                string lemma = tokens.Lemmas[i].ToLowerInvariant();
                if (!Array.Exists(Ways.Value, w => w.Words[0] == lemma) || WayAt(tokens, i, lemma) is not var (scale, way, last))
                {
                    continue;
                }

                tree ??= new Tree(tokens);
                if (!tree.Children(i).Any(c => Unsure.Contains(tokens.Lemmas[c].ToLowerInvariant()) && c < i) && SubjectIn(report, tree, i) is { } person)
                {
                    told.Add(new Told($"{person}|{scale}", report.Report.Id, tokens.Span(Math.Min(i, last), Math.Max(i, last) + 1), way, null));
                }
            }
        }

        foreach (IGrouping<string, Told> scale in Single(told).GroupBy(static t => t.Key.Split('|')[1], StringComparer.Ordinal).OrderBy(static g => g.Key, StringComparer.Ordinal))
        {
            foreach (Conflict conflict in Compare([.. scale], ConflictKind.Status, static (a, b) => a.Value != b.Value, name => $"they differ in {scale.Key}: {name}", t => Slice(t.Report, t.Span)))
            {
                // "in critical condition", and a day later "in stable condition"
                bool isLater = conflict.Sides.Any(s => conflict.Sides.Any(o => s.Evidence.Any(e => o.Evidence.Any(f => set.IsBefore(e.Report, f.Report)))));
                yield return isLater ? conflict with { Relation = ConflictRelation.Update } : conflict;
            }
        }
    }

    // The wording of most words that a word and those around it make, and the last of them.
    private static (string Scale, string Way, int Last)? WayAt(TokenLayer tokens, int token, string lemma)
    {
        Sentence sentence = tokens.Sentences[tokens.SentenceOf(token)];
        bool isState = tokens.Tags[token] == UniversalTag.Noun;
        int from = isState ? Math.Max(sentence.FirstToken, token - WordsBeforeState) : token, to = isState ? token + 1 : Math.Min(sentence.EndToken, token + WordsBehind);
        for (int i = token + 1; i < to; i++)
        {
            to = tokens.Tags[i] == UniversalTag.Verb ? i : to; // another clause
        }

        foreach ((string scale, string way, string[] words) in Ways.Value.Where(w => w.Words[0] == lemma))
        {
            int last = token;
            bool all = true;
            foreach (string word in words.Skip(1))
            {
                int at = -1;
                for (int i = from; i < to && at < 0; i++)
                {
                    at = tokens.Lemmas[i].Equals(word, StringComparison.OrdinalIgnoreCase) ? i : -1;
                }

                all &= at >= 0;
                last = isState ? Math.Min(last, at) : Math.Max(last, at);
            }

            if (all)
            {
                return (scale, way, last);
            }
        }

        return null;
    }

    // The person that the subject of a clause means, also by a pronoun or a description; of a noun that of the clause it stands in.
    private string? SubjectIn(AnnotatedReport report, Tree tree, int token)
    {
        for (int at = token, step = 0; at >= 0 && step < LongestPath; step++, at = tree.Tokens.Heads[at])
        {
            if (tree.Child(at, "nsubj") is >= 0 and int subject)
            {
                return _people.At(report, subject) ?? PersonAt(report, subject);
            }

            if (tree.Relation(at) == "acl")
            {
                return PersonAt(report, tree.Tokens.Heads[at]);
            }
        }

        return null;
    }

    private static string? PersonAt(AnnotatedReport report, int token)
    {
        TextSpan span = report.Tokens.Span(token);
        return report.Entities.Entities.Where(static e => e.Kind == ActorKind.Person)
            .SelectMany(e => e.Mentions.Where(m => m.Report == report.Report.Id && m.Start <= span.Start && m.End >= span.End).Select(m => (e.Id, Length: m.End - m.Start)))
            .OrderBy(static p => p.Length).ThenBy(static p => p.Id, StringComparer.Ordinal).Select(static p => p.Id).FirstOrDefault();
    }

    // "was sentenced to 12 years", "got life"
    private IEnumerable<Conflict> Terms(IEnumerable<Proposition> propositions)
    {
        List<Told> told = [];
        foreach (Proposition proposition in propositions.Where(static p => p is { Lemma: "sentence" or "condemn" or "sentencing", IsNegated: false, IsUnreal: false, Factuality: Factuality.Happened }))
        {
            AnnotatedReport report = set[proposition.Report];
            Figure[] terms = [.. report.Figures.Where(f => f is { Unit: "year" or "month", Value: > 0, Aspect: FigureAspect.Level } && proposition.Core.Contains(f.Span) && !IsAge(report.Report.Text.Text, f))];
            Word[] words = [.. WordList.Of(report.Report.Text.Text, proposition.Core)];
            int life = Array.FindIndex(words, static w => w.Lower is "life");
            bool isBound = Array.Exists(words, static w => w.Lower is "least" or "minimum" or "suspended" or "parole" or "probation" or "each" or "concurrent" or "additional");
            if ((terms.Length == 1) == (life >= 0) || isBound || PrisonerOf(proposition) is not { } person)
            {
                continue;
            }

            told.Add(life >= 0
                ? new Told($"{person}|term", proposition.Report, words[life].Span, "life", proposition)
                : new Told($"{person}|term", proposition.Report, terms[0].Span, ((terms[0].Unit == "year" ? MonthsOfYear : 1) * terms[0].Value!.Value).ToString(CultureInfo.InvariantCulture), proposition)); // Only those with a value are looked at.
        }

        return Compare(Single(told), ConflictKind.Figure, static (a, b) => a.Value != b.Value, static name => $"they differ in to how long {name} was sentenced", t => Slice(t.Report, t.Span));
    }

    private string? PrisonerOf(Proposition proposition) => (proposition.Recipient ?? proposition.Object) is { IsPerson: true } or { Kind: ActorKind.Person } ? Surname(proposition.Report, proposition.Recipient ?? proposition.Object) : null;

    // "the blaze broke out at 8.40 p.m.", "Orsk died at 9 p.m.": hours of one thing that happens once.
    private IEnumerable<Conflict> Hours(IEnumerable<Proposition> propositions)
    {
        Dictionary<Told, (int Minutes, TimeBound Time)> hours = [];
        foreach (Proposition proposition in propositions.Where(static p => (Once.Contains(p.Class) || OnceOfPerson.Contains(p.Class) || OnceOfThing.Contains(p.Lemma)) && p is { IsNegated: false, IsUnreal: false, Factuality: Factuality.Happened }))
        {
            TimeBound[] clocks = [.. proposition.Times.Where(static t => t.Relation is null && MinutesOf(t.Value) is not null)];
            string? who = OnceOfThing.Contains(proposition.Lemma) ? proposition.Actor is { Entities.Length: 0, IsPlural: false } thing ? thing.Head : null : Surname(proposition.Report, VictimOf(proposition));
            if (who is not null && clocks is [var clock])
            {
                hours.TryAdd(new Told($"{who}|{(proposition.Class is "stop" or "halt" ? "drive" : proposition.Class)}|hour", proposition.Report, clock.Span, Clock(MinutesOf(clock.Value)!.Value), proposition), (MinutesOf(clock.Value)!.Value, clock)); // Only clocks are looked at.
            }
        }

        return Compare(Single(hours.Keys), ConflictKind.Time, (a, b) => AreApartInTime(hours[a], hours[b]), static name => $"they differ in the hour: {name}", t => Slice(t.Report, t.Span));
    }

    // "was driving at 1:00 when he was stopped"
    private static Participant? VictimOf(Proposition proposition) => proposition.Class is "die" or "drive" ? proposition.Actor : proposition.Object ?? proposition.Recipient;

    private static bool AreApartInTime((int Minutes, TimeBound Time) left, (int Minutes, TimeBound Time) right)
    {
        int apart = Math.Abs(left.Minutes - right.Minutes);
        return Math.Min(apart, MinutesOfDay - apart) >= LeastMinutes && apart % MinutesOfHour != 0; // whole hours apart are clocks of two zones
    }

    private static string Clock(int minutes) => $"{minutes / MinutesOfHour:00}:{minutes % MinutesOfHour:00}";

    /// <summary>The minutes of the day of a TIMEX3 value with a clock; null of others.</summary>
    public static int? MinutesOf(string? timex) => timex is { } value && value.IndexOf('T', StringComparison.Ordinal) is >= 0 and int at && value.Length >= at + 6
        && int.TryParse(value.AsSpan(at + 1, 2), NumberStyles.None, CultureInfo.InvariantCulture, out int hour) && int.TryParse(value.AsSpan(at + 4, 2), NumberStyles.None, CultureInfo.InvariantCulture, out int minute) ? (hour * MinutesOfHour) + minute : null;
}
