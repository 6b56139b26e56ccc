using System.Globalization;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Stories.Words;

namespace Parallax.Stories.Conflicts;

/// <content>What a place has once: how many live there, and how far it lies from another place.</content>
internal sealed partial class PersonFinder
{
    // Counts of inhabitants differ by the year they are of, and distances by the way one goes: by less than this they agree.
    private const double LikeCount = 1.15;
    private const int LongestPath = 8;

    private IEnumerable<Conflict> Places()
    {
        Dictionary<Told, Figure> figures = [];
        foreach (AnnotatedReport report in set.Reports.Where(static r => r.Find(ReportLayers.Tokens) is { Count: > 0 }))
        {
            foreach (Figure figure in report.Figures.Where(static f => f is { Aspect: FigureAspect.Level, Value: > 0 }))
            {
                if (KeyOf(report, figure) is { } key)
                {
                    figures.TryAdd(new Told(key, report.Report.Id, figure.Span, figure.Value!.Value.ToString("G4", CultureInfo.InvariantCulture), null), figure); // Only those with a value are looked at.
                }
            }
        }

        // A report that gives two numbers itself tells of two things or rounds one of them.
        ILookup<(string, string), Told> own = figures.Keys.ToLookup(static t => (t.Key, t.Report));
        List<Told> told = [.. figures.Keys.Where(t => own[(t.Key, t.Report)].All(o => !AreApart(figures[t], figures[o]))).DistinctBy(static t => (t.Key, t.Report))];
        return Compare(told, ConflictKind.Figure, (a, b) => AreApart(figures[a], figures[b]), key => $"they differ in {(key.EndsWith("|inhabitants", StringComparison.Ordinal) ? "how many live in" : "how far it is to")} {key.Split('|')[0]}", t => set[t.Report].Report.Text.Slice(t.Span));
    }

    private static bool AreApart(Figure left, Figure right) =>
        !Propositions.PropositionMatcher.IntervalsMeet(left, right) && left.Value is { } one && right.Value is { } two && Math.Max(one, two) > LikeCount * Math.Min(one, two);

    // "Brevik|inhabitants", "Brevik|from Ostmere"
    private static string? KeyOf(AnnotatedReport report, Figure figure)
    {
        TokenLayer tokens = report.Tokens;
        (int first, int end) = tokens.TokensOf(figure.Span);
        if (first >= end)
        {
            return null;
        }

        if (figure.Unit == "km")
        {
            string[] places = [.. figure.Entities.Select(report.Entities.Find).OfType<Entity>().Where(static e => e.Kind is ActorKind.Place or ActorKind.Country or ActorKind.Facility).Select(NameOf).OfType<string>().Distinct(StringComparer.Ordinal)];
            return places is [var place] && Origin(report, end) is { } origin && origin != place ? $"{place}|from {origin}" : null;
        }

        bool inhabitants = (Measurands.IsPeople(figure.Unit) || figure.Unit == "resident") && Measurands.Kind(report, figure) == Measurands.Inhabitants;
        return inhabitants && Owner(report, first, end) is { } owner ? $"{owner}|inhabitants" : null;
    }

    // "south of Ostmere", "from Ostmere"
    private static string? Origin(AnnotatedReport report, int end)
    {
        TokenLayer tokens = report.Tokens;
        for (int i = end; i < Math.Min(tokens.Count - 1, end + LongestPath) && tokens.SentenceOf(i) == tokens.SentenceOf(end); i++)
        {
            if (tokens.Form(i) is "of" or "from")
            {
                return MentionAt(report, i + 1);
            }
        }

        return null;
    }

    // Up the parse to the place of which the number is told: a subject, or the noun that a phrase stands beside.
    private static string? Owner(AnnotatedReport report, int first, int end)
    {
        TokenLayer tokens = report.Tokens;
        if (Measurands.IsHomeTo(tokens, first) && first > 4 && tokens.Form(first - 3) is "," && tokens.SentenceOf(first - 4) == tokens.SentenceOf(first))
        {
            return MentionAt(report, first - 4); // "the island of Brevik, home to 900 people"
        }

        int token = end - 1;
        for (int i = first; i < end; i++)
        {
            token = tokens.Heads[i] < first || tokens.Heads[i] >= end ? i : token;
        }

        for (int step = 0; token >= 0 && step < LongestPath; step++)
        {
            if ((token < first || token >= end) && MentionAt(report, token) is { } place)
            {
                return place;
            }

            int subject = Subject(tokens, token);
            token = subject < 0 || (tokens.Tags[subject] is UniversalTag.Pron && tokens.Relations[token].StartsWith("acl", StringComparison.Ordinal)) ? tokens.Heads[token] : subject;
        }

        return null;
    }

    private static int Subject(TokenLayer tokens, int verb)
    {
        Sentence sentence = tokens.Sentences[tokens.SentenceOf(verb)];
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (tokens.Heads[i] == verb && tokens.Relations[i].StartsWith("nsubj", StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    // The place whose shortest mention holds a token.
    private static string? MentionAt(AnnotatedReport report, int token)
    {
        TextSpan span = report.Tokens.Span(token);
        return report.Entities.Entities.Where(static e => e.Kind is ActorKind.Place or ActorKind.Country or ActorKind.Facility)
            .SelectMany(e => e.Mentions.Where(m => m.Report == report.Report.Id && m.Start <= span.Start && m.End >= span.End).Select(m => (Name: NameOf(e), Length: m.End - m.Start)))
            .OrderBy(static p => p.Length).ThenBy(static p => p.Name, StringComparer.Ordinal).Select(static p => p.Name).FirstOrDefault(static n => n is not null);
    }

    // "Brevik" and "Brevik island" are one place here; "the gulf island" has no name.
    private static string? NameOf(Entity place)
    {
        string[] words = [.. place.Name.Split(' ').Where(static w => w.Length > 0 && char.IsUpper(w[0]) && !Measurands.IsSettlement(Folding.Fold(w)))];
        return words.Length == 0 ? null : string.Join(' ', words);
    }
}
