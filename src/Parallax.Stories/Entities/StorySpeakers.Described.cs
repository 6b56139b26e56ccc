using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Stories.Words;

namespace Parallax.Stories.Entities;

/// <content>Speakers called by what they are, where the reports of the story tell of one person of the report alone that he is that.</content>
internal sealed partial class StorySpeakers
{
    // Words of a description ("the former secretary of state and present nominee"), and those that must tell something.
    private const int MaxDescription = 12, MinTelling = 2;

    private static readonly Lazy<HashSet<string>> Fillers = new(static () => StoriesData.Words("en/entities/description-fillers.txt"));

    private readonly Dictionary<(int Story, string Name), List<HashSet<string>>> _described = [];

    // "The biotech entrepreneur said …": the one person whom the report names and whom it or another of the story calls so.
    private Statement? Described(Statement[] statements, int at, AnnotatedReport report)
    {
        Statement statement = statements[at];
        StatementSource source = statement.Source;
        Entity? own = source.Entity is null ? null : report.Entities.Find(source.Entity);
        bool isOpen = source.Kind is ActorKind.Person or ActorKind.Unnamed or ActorKind.Group or ActorKind.Other && source.Text.StartsWith("the ", StringComparison.OrdinalIgnoreCase) && _storyOf.ContainsKey(statement.Report)
            && (source.Entity is null || own is { Kind: ActorKind.Unnamed or ActorKind.Person or ActorKind.Other }) && own?.Mentions.Any(static m => m.Form == MentionForm.Name) != true;
        List<string[]> parts = isOpen ? Parts(source.Text) : [];
        if (parts.Count == 0)
        {
            return null;
        }

        Entity? found = null;
        foreach (Entity person in _personsOfReport[statement.Report])
        {
            bool isNamed = person.Mentions.Any(static m => m.Form == MentionForm.Name) && IsCalled(parts, DescriptionsOf(_storyOf[statement.Report], person));
            if (!isNamed || person.Id == found?.Id)
            {
                continue;
            }

            if (found is not null)
            {
                return null;
            }

            found = person;
        }

        // "The former mayor praised Ada Brown": of whom he speaks is another.
        bool isTold = found is null || found.Mentions.Any(m => m.Form == MentionForm.Name && statement.Content.Spans.Any(s => s.Start <= m.Start && m.Start < s.End));
        if (isTold || !found!.Mentions.Any(m => m.Form == MentionForm.Name && m.Start < statement.Span.End))
        {
            return null;
        }

        for (int i = 0; source.Entity is not null && i < statements.Length; i++)
        {
            statements[i] = i != at && statements[i].Source.Entity == source.Entity ? Named(statements[i], found.Id, found.Name, ActorKind.Person) : statements[i];
        }

        return Named(statement, found.Id, found.Name, ActorKind.Person);
    }

    // "the Norland mayor" is nobody who is called a former one; of "the former clerk and present mayor" one part is enough.
    private static bool IsCalled(List<string[]> parts, List<HashSet<string>> descriptions) =>
        parts.Exists(part => descriptions.Exists(d => Array.TrueForAll(part, d.Contains) && d.Contains("former") == part.Contains("former", StringComparer.Ordinal)));

    // The telling words of a phrase, of each part of it that an "and" joins; empty where they are too few or go on in a clause.
    private static List<string[]> Parts(string text)
    {
        int clause = text.IndexOf(',', StringComparison.Ordinal);
        clause = clause < 0 ? text.IndexOf(" who ", StringComparison.Ordinal) : clause;
        string phrase = clause < 0 ? text : text[..clause];
        List<string[]> parts = [.. phrase.Split(" and ").Select(static p => Telling(p).ToArray())];
        return phrase.Split(' ').Length > MaxDescription || parts.Exists(static p => p.Length < MinTelling) ? [] : parts;
    }

    private static IEnumerable<string> Telling(string words)
    {
        foreach (Word word in WordList.Of(words))
        {
            string lower = word.Lower;
            if (!Fillers.Value.Contains(lower))
            {
                yield return lower switch { "gop" => "republican", "republicans" => "republican", "democratic" => "democrat", _ => lower };
            }
        }
    }

    // What the reports of the story call the person of a name.
    private List<HashSet<string>> DescriptionsOf(int story, Entity person)
    {
        if (_described.TryGetValue((story, person.Name), out List<HashSet<string>>? known))
        {
            return known;
        }

        bool isBare = !person.Name.Contains(' ', StringComparison.Ordinal);
        Entity[] same = [.. _personsOfStory[story].Where(e => e.Name == person.Name || (isBare && e.Name.EndsWith(" " + person.Name, StringComparison.Ordinal)))];
        bool isOne = !isBare || same.Where(static e => e.Name.Contains(' ', StringComparison.Ordinal)).Select(static e => e.Name).Distinct(StringComparer.Ordinal).Count() < 2;
        known = [.. (isOne ? same : [person]).SelectMany(static e => e.Descriptions).Select(static d => Telling(d).ToHashSet(StringComparer.Ordinal)).Where(static d => d.Count > 0)];
        _described.Add((story, person.Name), known);
        return known;
    }
}
