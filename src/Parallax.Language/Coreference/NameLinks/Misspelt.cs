using Parallax.Core.Accounts;
using Parallax.Language.Coreference.Mentions;

namespace Parallax.Language.Coreference.NameLinks;

/// <summary>A word of no known kind that has one letter more or less at its end than the surname of a person of the report: the person's surname, misspelt.</summary>
internal static class Misspelt
{
    private const int Letters = 4;

    /// <summary>Marks such names; they become names of persons.</summary>
    /// <param name="names">All names of the report.</param>
    public static void Resolve(List<MentionCandidate> names)
    {
        foreach (MentionCandidate name in names)
        {
            bool open = name.Form == MentionForm.Name && name.NameEnd - name.NameFirst == 1 && name.Title.Length == 0 && name.Country is null && name.Role is not MentionRole.Modifier
                && name.Class is NounClass.Unknown or NounClass.Product or NounClass.Place && Names.Gazetteer.English.Find(name.Name).IsEmpty;
            if (!open || names.Exists(n => n != name && n.Name.Split(' ').Contains(name.Name, StringComparer.Ordinal)))
            {
                continue;
            }

            MentionCandidate? person = names.Find(n => n.Class == NounClass.Person && n.NameEnd - n.NameFirst > 1 && IsNear(n.Name[(n.Name.LastIndexOf(' ') + 1)..], name.Name));
            if (person is not null)
            {
                (name.Class, name.Gender, name.Misspelt) = (NounClass.Person, MentionGender.Unknown, person.Name[(person.Name.LastIndexOf(' ') + 1)..].ToLowerInvariant());
            }
        }
    }

    private static bool IsNear(string surname, string word) =>
        Math.Min(surname.Length, word.Length) >= Letters && Math.Abs(surname.Length - word.Length) == 1
        && (word.StartsWith(surname, StringComparison.Ordinal) || surname.StartsWith(word, StringComparison.Ordinal)) && word[^1] != 's' && surname[^1] != 's';
}
