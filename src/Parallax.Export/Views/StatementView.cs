using System.Collections.Immutable;
using Parallax.Core.Accounts;

namespace Parallax.Export.Views;

/// <summary>A statement as the page shows it.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Content">Its words without what only joins them to the sentence around: a leading "that", a closing comma, the outer quotation marks of a direct quotation.</param>
/// <param name="Chain">Steps from the report outward; only worth drawing where <see cref="HasChain"/>.</param>
/// <param name="Cite">Its sentence.</param>
/// <param name="Details">Manner, occasion, date, hedge, whom its pronouns stand for: in words, in this order, as far as there are any.</param>
internal sealed record StatementView(Statement Statement, Excerpt Content, ImmutableArray<ChainStep> Chain, Cite? Cite, ImmutableArray<string> Details)
{
    private const int Longest = 1000;

    private static readonly string[] ClosingMarks = ["”", "\"", "''"];

    /// <summary>Whether somebody stands between the report and the source, or the words go back to somebody else.</summary>
    public bool HasChain => Chain.Length > 2;

    /// <summary>The source as the report names it, where that is not its name: "he" for Pavel Orsk.</summary>
    public string? NamedAs => Statement.Source.Text.Length > 0 && Statement.Source.Text != Statement.Source.Name ? Statement.Source.Text : null;

    /// <summary>
    /// What stands before the words where they alone would be read as his own: "denies:", "promises:"; of a denied cue "does not say:"; the verb itself where the words go on from it ("called" the vote a farce). Null elsewhere, and of words that are quoted whole.
    /// </summary>
    public string? Lead => Act is { } act ? act + ":" : IsNaming ? Statement.Cue.Text : null;

    private string? Act => (Statement.Stance, Statement.Cue.Negated) switch
    {
        (Stance.SaysNotKnown, _) => null,
        (Stance.Other, false) when Statement.Cue.Lemma is "decline" or "refuse" => "declines",
        (Stance.Other, true) when IsRefusal(Statement) => "declines to say",
        (_, true) when IsUndenied(Statement) => "does not deny",
        _ when Statement.Manner == Manner.Direct => null,
        (var stance, true) when stance is not (Stance.Denies or Stance.Doubts) => "does not say",
        _ when IsNaming => null,
        (Stance.Denies or Stance.Doubts or Stance.Criticises or Stance.Praises or Stance.Accuses or Stance.Demands or Stance.Asks or Stance.Offers or Stance.Promises or Stance.Threatens or Stance.Admits, false) when !Statement.Content.Text.EndsWith('?') => Words.Stance(Statement.Stance),
        _ => null,
    };

    // "described it as wooded", "called the vote a farce", "put the toll at ten", "spoke of a good start": nobody reads "it as wooded" alone.
    private bool IsNaming => Statement.Cue is { Negated: false, Lemma: "call" or "describe" or "characterise" or "characterize" or "label" or "portray" or "brand" or "dub" or "term" or "view" or "regard" or "put" or "place" or "peg" or "speak" } && Statement.Manner != Manner.Direct
        && Statement.Stance is not (Stance.Demands or Stance.Asks) && Statement.Content.Spans is [var first, ..] && Statement.Cue.Spans is [.., var last] && last.End <= first.Start && first.Start - last.End <= 1;

    /// <summary>The words as they are read alone.</summary>
    public static string Readable(Statement statement)
    {
        string words = statement.Content.Text.Trim();
        if (statement.Manner == Manner.Direct)
        {
            // that “it holds”: the word is none of those in the marks.
            words = words.StartsWith("that “", StringComparison.Ordinal) || words.StartsWith("that \"", StringComparison.Ordinal) ? words[5..] : words;
            return OuterMarks.OffPieces(words).TrimEnd(',', ' ');
        }

        bool joins = words.StartsWith("that ", StringComparison.Ordinal) && words.Length > 5;
        string told = OuterMarks.OffAlone(joins ? words[5..] : words).TrimEnd(',', ' ');
        string? close = Array.Find(ClosingMarks, mark => told.EndsWith("," + mark, StringComparison.Ordinal));
        return close is null ? told : told[..^(close.Length + 1)] + close;
    }

    /// <summary>Words of at most <see cref="Longest"/> characters or so: a whole speech is cut behind a sentence, with a mark; the report and the JSON have all of it.</summary>
    public static string Shortened(string words)
    {
        if (words.Length <= Longest)
        {
            return words;
        }

        int stop = words.LastIndexOf(". ", Longest, StringComparison.Ordinal);
        int end = stop > Longest / 2 ? stop + 1 : words.LastIndexOf(' ', Longest);
        return (end > 0 ? words[..end] : words[..Longest]) + " …";
    }

    // "would not give the name": kept back, and not unknown.
    private static bool IsRefusal(Statement statement) => statement.Stance is Stance.SaysNotKnown or Stance.Other && statement.Cue.Text.Split(' ') is var words && (words.Contains("would") || words.Contains("will") || statement.Cue.Text.StartsWith("wouldn", StringComparison.Ordinal) || statement.Cue.Text.StartsWith("won", StringComparison.Ordinal));

    // "is not denying the story": whoever does not deny has not been silent either.
    private static bool IsUndenied(Statement statement) => statement.Cue is { Negated: true, Lemma: "deny" or "dispute" };

    public static StatementView Of(AccountIndex index, Statement statement)
    {
        var details = ImmutableArray.CreateBuilder<string>();
        details.Add(Words.Manner(statement.Manner));
        if (statement.Occasion is { Length: > 0 } occasion)
        {
            details.Add(occasion);
        }

        if (statement.Time is { } time && !TimeWords.SaysNothing(time))
        {
            details.Add(TimeWords.Of(time));
        }

        if (index.Entity(statement.Addressee) is { } addressee)
        {
            details.Add("to " + addressee.Name);
        }

        if (statement.Hedge is { Length: > 0 } hedge && !Array.Exists(statement.Content.Text.Split(' '), word => word.Trim(',') == hedge))
        {
            details.Add($"the report adds “{hedge}”");
        }

        if (statement.Cue.Negated)
        {
            details.Add(IsRefusal(statement) ? "the report says that it was refused" : IsUndenied(statement) ? "the report says that it was not denied" : "the report says that it was not said");
        }

        details.AddRange(StandsFor.Of(index, statement));
        string all = Readable(statement), words = Shortened(all);
        if (words.Length < all.Length)
        {
            details.Add("shortened here");
        }

        int report = Math.Max(0, index.ReportIndex(statement.Report));
        return new StatementView(statement, new Excerpt(words, report), ChainStep.Of(index, statement), index.CiteOf(statement), details.ToImmutable());
    }
}

/// <summary>A speaker with all statements attributed to it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">Titles and roles, joined; empty where none.</param>
/// <param name="Entity">The entity, or null.</param>
/// <param name="Statements">Its statements in account order.</param>
internal sealed record SpeakerView(string Name, string Description, Entity? Entity, ImmutableArray<StatementView> Statements)
{
    private const string NotStated = "Speaker not stated";

    /// <summary>Speakers, most quoted first, then by name; what nobody is said to say, last.</summary>
    public static ImmutableArray<SpeakerView> AllOf(AccountIndex index) =>
    [
        .. index.Account.Statements
            .GroupBy(static statement => statement.Source.Entity ?? statement.Source.Name, StringComparer.Ordinal)
            .Select(group => Make(index, [.. group]))
            .OrderBy(static speaker => speaker.Name == NotStated).ThenByDescending(static speaker => speaker.Statements.Length).ThenBy(static speaker => speaker.Name, StringComparer.Ordinal),
    ];

    private static SpeakerView Make(AccountIndex index, ImmutableArray<Statement> statements)
    {
        Entity? entity = index.Entity(statements[0].Source.Entity);
        string name = entity?.Name ?? statements[0].Source.Name;
        return new SpeakerView(
            name.Length == 0 ? NotStated : name, entity is null ? "" : string.Join("; ", entity.Descriptions.Take(3)), entity,
            [.. statements.Select(statement => StatementView.Of(index, statement))]);
    }
}
