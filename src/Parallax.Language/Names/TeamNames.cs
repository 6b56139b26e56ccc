using Parallax.Core.Layers;
using Parallax.Language.Times;

namespace Parallax.Language.Names;

/// <summary>Teams under the name of their town: "the Halden Rovers", of which the network marks the town alone, and "the Rovers" after it.</summary>
internal static class TeamNames
{
    /// <summary>Makes one name of a listed town and the capitalised plural that it hangs on, and adds the plural alone where it stands elsewhere in the report.</summary>
    public static void Apply(TokenLayer tokens, NameColumns names, Gazetteer gazetteer)
    {
        HashSet<string> teams = new(StringComparer.Ordinal);
        for (int i = 0; i < names.Names.Count; i++)
        {
            (int first, int end, NameKind kind) = names.Names[i];
            if (kind is NameKind.Organization && end - first > 1 && IsTeam(tokens, gazetteer, end - 1) && IsTown(tokens, gazetteer, first, end - 1))
            {
                teams.Add(tokens.Form(end - 1).ToString());
            }
            else if (kind is NameKind.City or NameKind.Place or NameKind.Region && end < tokens.Count && tokens.SentenceOf(end) == tokens.SentenceOf(first) && !names.IsTaken(end) && IsTeam(tokens, gazetteer, end)
                && tokens.Heads[end - 1] == end && IsTown(tokens, gazetteer, first, end) && IsAlone(tokens, end) && !IsHeadline(tokens, first))
            {
                names.Names.RemoveAt(i);
                names.Widen(first, end, end + 1, NameKind.Organization);
                teams.Add(tokens.Form(end).ToString());
                i--;
            }
        }

        Nicknames(tokens, names, gazetteer, teams);
        for (int t = 0; t < tokens.Count && teams.Count > 0; t++)
        {
            if (!names.IsTaken(t) && tokens.Tags[t] is UniversalTag.Propn or UniversalTag.Noun && teams.Contains(tokens.Form(t).ToString()) && IsAlone(tokens, t))
            {
                names.Add(t, t + 1, NameKind.Organization);
            }
        }
    }

    // "the Saints" read as a people: a team where its full name stands in the report, or where the report tells of a game and no list has such a people; "the 49ers" bear a number.
    private static void Nicknames(TokenLayer tokens, NameColumns names, Gazetteer gazetteer, HashSet<string> teams)
    {
        bool game = GameReports.IsOne(tokens);
        for (int i = 0; i < names.Names.Count; i++)
        {
            (int first, int end, NameKind kind) = names.Names[i];
            if (end - first != 1 || !IsTeam(tokens, gazetteer, first) || !IsAlone(tokens, first))
            {
                continue;
            }

            bool people = kind == NameKind.Norp && game && first > 0 && tokens.Form(first - 1) is "the" or "The";
            if (people || (kind is NameKind.Norp or NameKind.Place or NameKind.Person or NameKind.Other && teams.Contains(tokens.Form(first).ToString())))
            {
                names.Names[i] = (first, end, NameKind.Organization);
                teams.Add(tokens.Form(first).ToString());
            }
        }

        for (int t = 1; t < tokens.Count; t++)
        {
            if (!names.IsTaken(t) && IsNumbered(tokens.Form(t)) && tokens.Form(t - 1) is "the" or "The")
            {
                names.Add(t, t + 1, NameKind.Organization);
            }
        }
    }

    // "49ers"
    private static bool IsNumbered(ReadOnlySpan<char> form) => form.Length == 5 && form[2..] is "ers" && char.IsAsciiDigit(form[0]) && char.IsAsciiDigit(form[1]);

    private static bool IsTown(TokenLayer tokens, Gazetteer gazetteer, int first, int end) =>
        gazetteer.Find(tokens.Text.AsSpan(tokens.Span(first, end)), GazetteerKind.City, GazetteerKind.Capital, GazetteerKind.Region) is not null;

    // "Rovers", "Sox"; not "Airlines", "Islands", "Olympics", "Democrats".
    private static bool IsTeam(TokenLayer tokens, Gazetteer gazetteer, int token)
    {
        ReadOnlySpan<char> form = tokens.Form(token);
        bool plural = form.Length > 3 && form[^1] == 's' && form[^2] != 's' && !tokens.Features[token].Contains("Number=Sing", StringComparison.Ordinal);
        return plural && char.IsUpper(form[0]) && char.IsLower(form[1]) && tokens.Tags[token] is UniversalTag.Propn or UniversalTag.Noun && gazetteer.Find(form).IsEmpty && !gazetteer.IsOrganizationWord(form)
            && !gazetteer.IsEventWord(form) && !gazetteer.IsThingWord(form) && gazetteer.PlaceWord(form) is null && gazetteer.TitleKind(form) is null && !PlaceSigns.IsPlural(form)
            && form is not ("Democrats" or "Republicans" or "Police" or "Olympics" or "Series");
    }

    // "Rovers fans" speak of the team too; "Rovers Stadium" is another name.
    private static bool IsAlone(TokenLayer tokens, int token) =>
        token + 1 >= tokens.Count || tokens.SentenceOf(token + 1) != tokens.SentenceOf(token) || tokens.Tags[token + 1] != UniversalTag.Propn || tokens.Heads[token] != token + 1;

    private static bool IsHeadline(TokenLayer tokens, int token)
    {
        Sentence sentence = tokens.Sentences[tokens.SentenceOf(token)];
        for (int t = sentence.FirstToken; t < sentence.EndToken; t++)
        {
            if (tokens.Form(t).Length > 3 && char.IsLower(tokens.Form(t)[0]))
            {
                return false;
            }
        }

        return true;
    }
}
