using Parallax.Core.Accounts;
using Parallax.Stories.Entities;

namespace Parallax.Stories.Origins;

/// <summary>Finds the bodies that words name: by a whole name, or somewhere in a description. Made once for all entities of an account; not thread-safe.</summary>
internal sealed class BodyNames
{
    private const int LeastLetters = 4;
    private readonly Dictionary<string, string> _idByName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(string Name, Entity Body)>> _byFirstWord = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> _namesIn = new(StringComparer.Ordinal);

    /// <summary>Takes in the names of all bodies.</summary>
    public BodyNames(IEnumerable<Entity> entities)
    {
        foreach (Entity entity in entities.Where(static e => e.Kind is ActorKind.Organization or ActorKind.Government or ActorKind.Outlet or ActorKind.Agency))
        {
            foreach (string name in entity.Aliases.Append(entity.Name))
            {
                string tokens = string.Join(' ', NameKeys.Tokens(name));
                if (!_idByName.TryGetValue(tokens, out string? id) || string.CompareOrdinal(entity.Id, id) < 0)
                {
                    _idByName[tokens] = entity.Id;
                }

                if (entity.Kind is ActorKind.Organization or ActorKind.Government && name.Length >= LeastLetters)
                {
                    string first = name[..WordEnd(name, 0)];
                    (_byFirstWord.TryGetValue(first, out List<(string, Entity)>? list) ? list : _byFirstWord[first] = []).Add((name, entity));
                }
            }
        }
    }

    /// <summary>Id of the body of this name (folded words with blanks between), or null; of several the smallest.</summary>
    public string? IdOf(string tokens) => _idByName.GetValueOrDefault(tokens);

    /// <summary>All names of the organisations and governments that a description names.</summary>
    public IReadOnlyList<string> In(string description)
    {
        if (_namesIn.TryGetValue(description, out string[]? known))
        {
            return known;
        }

        HashSet<string> names = new(StringComparer.Ordinal);
        for (int i = 0; i < description.Length;)
        {
            int end = WordEnd(description, i);
            if (_byFirstWord.TryGetValue(description[i..end], out List<(string Name, Entity Body)>? bodies))
            {
                foreach ((string name, Entity body) in bodies)
                {
                    if (string.CompareOrdinal(description, i, name, 0, name.Length) == 0)
                    {
                        names.UnionWith(body.Aliases.Append(body.Name).Where(static n => n.Length >= LeastLetters - 1));
                    }
                }
            }

            i = Math.Max(end, i + 1);
        }

        return _namesIn[description] = [.. names.Order(StringComparer.Ordinal)];
    }

    private static int WordEnd(string text, int at)
    {
        while (at < text.Length && char.IsLetterOrDigit(text[at]))
        {
            at++;
        }

        return at;
    }
}
