using System.Collections.Immutable;
using Parallax.Core.Accounts;

namespace Parallax.Export.Views;

/// <summary>One event that several reports tell.</summary>
/// <param name="Happening">The happening.</param>
/// <param name="Text">Words of one of the reports.</param>
/// <param name="Cites">Where each report tells it; the first of each.</param>
/// <param name="Facts">When, where, who took part, who foretold it: in words, in this order, as far as known.</param>
internal sealed record HappeningView(Happening Happening, Excerpt Text, ImmutableArray<Cite> Cites, ImmutableArray<string> Facts)
{
    private const int MostNames = 4;

    // Words for a group of so many spaces are too long for a list.
    private const int MostSpaces = 6;

    private static readonly HashSet<string> Small = [.. Enumerable.Range(1, 12).Select(Words.Number), "first", "second", "third", "other"];

    // Fewer words from the middle of a sentence name something ("the war in the south") and tell nothing.
    private const int LeastWords = 8, LongestSentence = 300;

    /// <summary>What two or more reports tell, those that most tell first; what has neither a time nor words that tell it is left out, and so is what stands
    /// in the very words and sentences of one before.</summary>
    public static ImmutableArray<HappeningView> AllOf(AccountIndex index)
    {
        var views = ImmutableArray.CreateBuilder<HappeningView>();
        foreach (Happening happening in index.Account.Happenings.Where(static happening => happening.Reports.Length > 1 && IsTold(happening)).OrderByDescending(static happening => happening.Reports.Length))
        {
            HappeningView view = Of(index, happening);
            if (!views.Any(before => before.Cites.SequenceEqual(view.Cites) && before.Text.Text.Contains(view.Text.Text.TrimEnd('.'), StringComparison.Ordinal)))
            {
                views.Add(view);
            }
        }

        return views.ToImmutable();
    }

    // "woman, Orla Venn, mother": where somebody is named, a description of one person may be of him.
    private static IEnumerable<string> WithoutDescriptions(AccountIndex index, IReadOnlyCollection<string> ids)
    {
        Entity[] entities = [.. ids.Select(id => index.Account.Entities.FirstOrDefault(entity => entity.Id == id)).OfType<Entity>()];
        HashSet<string> described = [.. entities.Where(entity => entity.Kind is ActorKind.Person or ActorKind.Unnamed && IsDescribed(index, entity)).Select(static entity => entity.Id)];
        bool isNamed = Array.Exists(entities, entity => entity.Kind == ActorKind.Person && !described.Contains(entity.Id));
        return ids.Where(id => !isNamed || !described.Contains(id));
    }

    // "Youths", "rioting youths"; "23 pirates", "23 armed men": in one happening words that end in one noun or begin with one number, and give no two numbers, are for the same, and the fullest are shown.
    private static IEnumerable<string> OneOfEach(AccountIndex index, string[] ids)
    {
        List<(string Id, string Noun, string? Number)> kept = [];
        foreach (Entity entity in ids.Select(index.Entity).OfType<Entity>().OrderByDescending(static entity => entity.Name.Count(static unit => unit == ' ') is var spaces and < MostSpaces ? spaces : 0).ThenByDescending(static entity => entity.Mentions.Length).ThenBy(static entity => entity.Id, StringComparer.Ordinal))
        {
            string[] words = entity.Name.ToLowerInvariant().Split(' ');
            (string noun, string? number) = (words[^1].TrimEnd('s'), Array.Find(words, static word => word.Length > 0 && (char.IsAsciiDigit(word[0]) || Small.Contains(word))));
            bool isNamed = entity.Mentions.Any(static mention => mention.Form == MentionForm.Name);
            if (isNamed || !kept.Exists(known => known.Number is null || number is null ? known.Noun == noun : known.Number == number))
            {
                kept.Add((entity.Id, noun, number));
            }
        }

        return kept.Select(static known => known.Id);
    }

    // No name, or one of which the last word is a noun elsewhere ("Tarn Woman").
    private static bool IsDescribed(AccountIndex index, Entity entity)
    {
        string last = entity.Name[(entity.Name.LastIndexOf(' ') + 1)..].ToLowerInvariant();
        return !entity.Mentions.Any(static mention => mention.Form == MentionForm.Name) || index.Account.Reports.Any(report => StandsIn(report.Text, last));
    }

    private static bool StandsIn(string text, string word)
    {
        for (int at = word.Length == 0 ? -1 : text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            int end = at + word.Length;
            if ((at == 0 || text[at - 1] == ' ') && (end == text.Length || !char.IsLetterOrDigit(text[end])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsTold(Happening happening) => happening.Time is not null || !IsPiece(happening.Title) || happening.Title.Count(static unit => unit == ' ') >= LeastWords - 1;

    private static bool IsPiece(string words) => words.Length > 0 && char.IsLower(words[0]);

    // The words of its line of the timeline, else its own; a piece of a sentence by the sentence, unless that is long.
    private static Excerpt WordsOf(AccountIndex index, Happening happening, ImmutableArray<Cite> cites)
    {
        if (index.Account.Timeline.FirstOrDefault(entry => entry.Happening == happening.Id) is { Evidence.Length: > 0 } line)
        {
            return new Excerpt(TimelineView.Readable(line.Text), Holder(index, cites, line.Text) ?? Math.Max(0, index.ReportIndex(happening.Reports[0])));
        }

        int report = Holder(index, cites, happening.Title) ?? Math.Max(0, index.ReportIndex(happening.Reports[0]));
        bool whole = IsPiece(happening.Title) && cites.FirstOrDefault(cite => cite.Report == report) is { } cite && index.Sentence(report, cite.Sentence).Text.Length <= LongestSentence;
        return whole ? index.Sentence(report, cites.First(cite => cite.Report == report).Sentence) : new Excerpt(TimelineView.Readable(happening.Title), report);
    }

    private static int? Holder(AccountIndex index, ImmutableArray<Cite> cites, string words) =>
        cites.FirstOrDefault(cite => index.Account.Reports[cite.Report].Text.Contains(words, StringComparison.Ordinal))?.Report;

    private static HappeningView Of(AccountIndex index, Happening happening)
    {
        ImmutableArray<Cite> cites = [.. happening.Events.Select(index.Event).OfType<Event>().Select(index.CiteOf).OfType<Cite>().OrderBy(static cite => cite.Report).ThenBy(static cite => cite.Sentence).DistinctBy(static cite => cite.Report)];
        var facts = ImmutableArray.CreateBuilder<string>();
        facts.Add("told by " + Words.List([.. happening.Reports.Select(index.Letter)]));
        if (happening.Time is { } time && !TimeWords.SaysNothing(time))
        {
            facts.Add("when: " + TimeWords.Of(time));
        }
        else if (index.Account.Conflicts.FirstOrDefault(c => c is { Kind: ConflictKind.Time, Relation: ConflictRelation.Conflict } && c.Sides.Any(side => side.Evidence.Any(e => e.Event is { } told && happening.Events.Contains(told)))) is { } dispute)
        {
            facts.Add("when: disputed (" + string.Join("; ", dispute.Sides.Select(side => $"{TimeWords.Of(side.Value)}: {Words.List([.. side.Evidence.Select(e => index.Letter(e.Report)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)])}")) + ")");
        }

        Add("where: ", happening.Place is { } place ? [place] : []);
        Add("who: ", happening.Actors);
        Add("with or to whom: ", [.. happening.Recipients.Except(happening.Actors, StringComparer.Ordinal).Where(id => id != happening.Place)]);
        string[] foretold = [.. happening.ForetoldBy.Select(index.Event).OfType<Event>().Select(told => index.Letter(told.Report)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (foretold.Length > 0)
        {
            facts.Add("foretold by " + Words.List([.. foretold]));
        }

        return new HappeningView(happening, WordsOf(index, happening, cites), cites, facts.ToImmutable());

        void Add(string label, IReadOnlyCollection<string> ids)
        {
            string[] names = [.. OneOfEach(index, [.. WithoutDescriptions(index, ids)]).Select(index.NameOf).Where(static name => name.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)];
            if (names.Length > 0)
            {
                facts.Add(label + string.Join(", ", names.Take(MostNames)) + (names.Length > MostNames ? " and others" : ""));
            }
        }
    }
}
