using Parallax.Core.Accounts;
using Parallax.Core.Layers;

namespace Parallax.Stories.Entities;

/// <content>Speakers called by what they are to somebody or something, whom the report names beside it.</content>
internal sealed partial class StorySpeakers
{
    // "The victim's nephew said …" and, in the next two sentences, his name.
    private const int MaxToName = 2;

    // "Dorn, who translated for Hadi": Hadi speaks, through Dorn.
    private static Statement? Through(Statement statement, AnnotatedReport report)
    {
        StatementSource source = statement.Source;
        if (OutletNames.TranslatedFor(source.Text) is not { } name)
        {
            return null;
        }

        Entity[] bearers = [.. report.Entities.Entities.Where(e => e.Kind == ActorKind.Person && e.Id != source.Entity && e.Aliases.Prepend(e.Name).Contains(name, StringComparer.Ordinal))];
        return bearers is not [var speaker] ? null : statement with
        {
            Source = source with { Entity = speaker.Id, Name = speaker.Name, Kind = ActorKind.Person },
            Root = new ChainRoot(speaker.Name, ActorKind.Person),
            Chain = statement.Chain.Add(new ChainHop(source.Name, source.Entity, source.Kind, HopRelation.QuotedBy, source.Spans)),
        };
    }

    // "DORN HURT, OSTBY DA SAYS": the one speaker below whom the text calls "the DA".
    private static Statement? ByLetters(Statement statement, AnnotatedReport report)
    {
        StatementSource source = statement.Source;
        string letters = source.Text[(source.Text.LastIndexOf(' ') + 1)..];
        if (statement.Sentence != 0 || source.Entity is not null || letters == source.Text || !NameKeys.IsAcronym(letters))
        {
            return null;
        }

        HashSet<string> speaking = [.. report.Statements.Where(s => s.Sentence > 0).Select(static s => s.Source.Entity).OfType<string>()];
        Entity[] called = [.. report.Entities.Entities.Where(e => e.Kind == ActorKind.Person && speaking.Contains(e.Id) && e.Aliases.Contains(letters, StringComparer.Ordinal))];
        return called is [var person] ? Named(statement, person.Id, person.Name, ActorKind.Person) : null;
    }

    // "HSC analysts said", "the Post's management": the body, whose word it is.
    private Statement? Mouth(Statement statement) =>
        statement.Source.Kind is not (ActorKind.Person or ActorKind.Document) && OutletNames.BodyOfVoice(statement.Source.Text) is { Length: > 0 } called && Find(called, statement.Report) is { } body
            ? Named(statement, body.Id, body.Name, ActorKind.Organization) : null;

    // "“…,” the sheriff said": the one person of that title in the report, who has spoken before.
    private static Statement? ByTitle(Statement[] statements, int at, AnnotatedReport report)
    {
        StatementSource source = statements[at].Source;
        if (source.Entity is not null || source.Kind != ActorKind.Person || source.Text.Split(' ') is not ["the" or "The", var title] || !(NameKeys.IsTitle(title) || StoryBodies.IsOffice(title)) || report.Entities.Entities.Any(e => e.Kind == ActorKind.Unnamed && NameKeys.Tokens(e.Name).LastOrDefault() == title))
        {
            return null;
        }

        Entity[] bearers = [.. report.Entities.Entities.Where(e => e.Kind == ActorKind.Person && e.Descriptions.Any(d => Words.WordList.Of(d).Any(w => w.Lower == title)))];
        return bearers is [var only] && statements.Take(at).Any(s => s.Source.Entity == only.Id) ? Named(statements[at], only.Id, only.Name, ActorKind.Person) : null;
    }

    // "Mrs Dorn said", of whom the report knows nobody: the one person of that surname in the report, else in its story, of whom pronouns of that sex are told and no others.
    private Statement? Addressed(Statement statement)
    {
        StatementSource source = statement.Source;
        if (source.Entity is not null || source.Kind != ActorKind.Person || source.Text.Split(' ') is not [var title, { Length: > 2 } surname] || !char.IsUpper(surname[0]) || title.TrimEnd('.') is not ("Mr" or "Mrs" or "Ms" or "Miss"))
        {
            return null;
        }

        string[] he = ["he", "his", "him"], she = ["she", "her", "hers"];
        bool isMan = title.TrimEnd('.') == "Mr";
        bool has(Entity person, string[] words) => person.Mentions.Any(m => m.Form == MentionForm.Pronoun && words.Contains(_set[m.Report].Report.Text.Slice(m.Span).ToLowerInvariant(), StringComparer.Ordinal));
        foreach (IEnumerable<Entity> near in new[] { _personsOfReport[statement.Report], _storyOf.TryGetValue(statement.Report, out int story) ? _personsOfStory[story] : [] })
        {
            Entity[] bearers = [.. near.Where(e => e.Name.EndsWith(" " + surname, StringComparison.Ordinal)).DistinctBy(static e => e.Id)];
            if (bearers.Length > 0)
            {
                return bearers is [var only] && has(only, isMan ? he : she) && !has(only, isMan ? she : he) ? Named(statement, only.Id, only.Name, ActorKind.Person) : null;
            }
        }

        return null;
    }

    // "One of the former clerks said so.¶Karim Hadi said …": whom the very next sentence brings in as a speaker, by the whole name and without a word on who he is.
    private static Entity? NewNext(Statement[] statements, int at, AnnotatedReport report)
    {
        int next = Array.FindIndex(statements, at + 1, s => s.Parent is null && s.Sentence > statements[at].Sentence);
        Entity? person = next < 0 || statements[next].Sentence != statements[at].Sentence + 1 ? null : report.Entities.Find(statements[next].Source.Entity ?? "");
        return person is { Kind: ActorKind.Person } && person.Descriptions.IsEmpty && statements[next].Source.Text == person.Name && person.Name.Contains(' ', StringComparison.Ordinal) && person.Mentions.All(m => m.Start > statements[at].Span.End) ? person : null;
    }

    // "The victim's nephew said she fell. “…,” Karim Hadi said.": he is named in the next sentences, by what he is or as the first of whom nothing is told.
    private static Statement? NamedNext(Statement[] statements, int at, AnnotatedReport report)
    {
        Statement statement = statements[at];
        StatementSource source = statement.Source;
        bool isNoun = source.Kind is ActorKind.Unnamed or ActorKind.Person && statement.Parent is null && (source.Entity is null || report.Entities.Find(source.Entity) is { Kind: ActorKind.Unnamed });
        string[] words = source.Text.Split(' ');
        bool isOwned = words.Any(static w => w.EndsWith("'s", StringComparison.Ordinal) || w.EndsWith("’s", StringComparison.Ordinal));
        bool isOne = words.Length is > 3 and <= MaxDescription && words[0] is "one" or "One" && words[1] == "of";
        if (isNoun && isOne && NewNext(statements, at, report) is { } told)
        {
            return Named(statement, told.Id, told.Name, ActorKind.Person);
        }

        if (!isNoun || words.Length is < 2 or > 5 || !(isOwned || words[0] is "the" or "The") || words[^1].Any(char.IsUpper) || words[^1][^1] == 's' || words[0] is "a" or "A" or "an" or "An")
        {
            return null;
        }

        int next = Array.FindIndex(statements, at + 1, s => s.Parent is null && s.Source.Entity != source.Entity && s.Source.Kind != ActorKind.NotStated);
        if (next < 0 || statements[next].Sentence - statement.Sentence is < 1 or > MaxToName || report.Entities.Find(statements[next].Source.Entity ?? "") is not { Kind: ActorKind.Person } person || person.Name == source.Name)
        {
            return null;
        }

        bool isNew = person.Mentions.All(m => m.Start > statement.Span.End) && statements[next].Source.Text.Contains(' ', StringComparison.Ordinal);
        bool isTold = person.Descriptions.Any(d => Words.WordList.Of(d).Any(w => w.Lower == words[^1])) && report.Entities.Entities.Count(e => e.Kind == ActorKind.Person && e.Descriptions.Any(d => Words.WordList.Of(d).Any(w => w.Lower == words[^1]))) == 1;
        bool isBare = isOwned && person.Descriptions.IsEmpty && statements[next].Sentence == statement.Sentence + 1 && statements[next].Source.Text == person.Name && statements[next].Manner != Manner.Indirect;
        if (!isNew || !(isTold || isBare))
        {
            return null;
        }

        for (int i = at + 1; source.Entity is not null && i < statements.Length; i++)
        {
            statements[i] = statements[i].Source.Entity == source.Entity ? Named(statements[i], person.Id, person.Name, ActorKind.Person) : statements[i];
        }

        return Named(statement, person.Id, person.Name, ActorKind.Person);
    }
}
