using Parallax.Core.Layers;

namespace Parallax.Stories.Propositions;

/// <summary>Acts told by a verb and a noun together ("took her into custody", "suffered burns"), from <c>Data/en/propositions/constructions.txt</c>.</summary>
internal static class Constructions
{
    private static readonly Lazy<Dictionary<string, List<Row>>> Rows = new(Read);

    private sealed record Row(string Class, string Role, HashSet<string> Prepositions, HashSet<string> Nouns);

    /// <summary>The class and the arguments of the act, or null where verb and noun tell none.</summary>
    /// <param name="tree">The parse.</param>
    /// <param name="token">The verb.</param>
    /// <param name="subject">Who stands as subject, of its own or of the verb above; null where nobody does.</param>
    /// <param name="isPassive">Whether the subject is acted on.</param>
    /// <param name="arguments">The arguments as the verb has them.</param>
    /// <param name="reader">Reads participants.</param>
    /// <param name="predicates">Lemmas.</param>
    public static (string Class, Arguments Arguments)? Of(Tree tree, int token, Participant? subject, bool isPassive, Arguments arguments, ArgumentReader reader, Predicates predicates)
    {
        if (tree.Tokens.Tags[token] != UniversalTag.Verb || !Rows.Value.TryGetValue(predicates.Lemma(token), out List<Row>? rows))
        {
            return null;
        }

        foreach (int child in tree.Children(token, "obj", "obl"))
        {
            string relation = tree.Relation(child), lemma = predicates.Lemma(child), preposition = tree.Child(child, "case") is var c && c >= 0 ? predicates.Lemma(c) : "";
            Row? row = rows.Find(r => r.Nouns.Contains(lemma) && r.Prepositions.Contains(relation == "obl" ? preposition : relation));
            if (row is null)
            {
                continue;
            }

            Participant? acted = row.Role == "recipient=object" && !isPassive ? Other(tree, token, child, reader) : subject;
            if (acted is null)
            {
                return null;
            }

            Participant? thing = row.Class == "award" ? reader.Participant(child) : null;
            return row.Role == "actor=subject"
                ? (row.Class, new Arguments(acted, thing, null, arguments.Others))
                : (row.Class, new Arguments(isPassive || row.Role == "recipient=subject" ? null : subject, thing, acted, arguments.Others));
        }

        return null;
    }

    // "gave the town a prize", "took the mayor into custody": the object that is not the noun of the construction.
    private static Participant? Other(Tree tree, int token, int noun, ArgumentReader reader)
    {
        foreach (int child in tree.Children(token, "iobj", "obj"))
        {
            if (child != noun)
            {
                return reader.Participant(child);
            }
        }

        return null;
    }

    private static Dictionary<string, List<Row>> Read()
    {
        Dictionary<string, List<Row>> rows = new(StringComparer.Ordinal);
        foreach (string line in StoriesLines())
        {
            string[] parts = line.Split('|', StringSplitOptions.TrimEntries);
            Row row = new(parts[0], parts[1], Words(parts[3]), Words(parts[4]));
            foreach (string verb in Words(parts[2]).Order(StringComparer.Ordinal))
            {
                (rows.TryGetValue(verb, out List<Row>? own) ? own : rows[verb] = []).Add(row);
            }
        }

        return rows;

        static HashSet<string> Words(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries)];

        static IEnumerable<string> StoriesLines() => Parallax.Stories.Words.StoriesData.Lines("en/propositions/constructions.txt");
    }
}
