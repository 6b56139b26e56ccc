using Parallax.Core.Layers;
using Parallax.Language.Coreference.Mentions;
using Parallax.Language.Coreference.Nominals;

namespace Parallax.Language.Coreference.NameLinks;

/// <summary>Joins a person with the name that a report says he goes by: "Karim Hadi, the hacker known as “Tolva,” …", "Karim Hadi, nicknamed Kit".</summary>
internal static class Aliases
{
    // Words of an alias, and adverbs before its participle ("also known as").
    private const int MaxWords = 2, MaxAdverbs = 2;

    /// <summary>Joins what stands side by side.</summary>
    public static void Resolve(TokenLayer tokens, MentionClusters clusters)
    {
        foreach (MentionCandidate alias in clusters.Mentions)
        {
            bool isName = alias.IsName && alias.Class is NounClass.Person or NounClass.Unknown && alias.NameEnd - alias.NameFirst <= MaxWords;
            int called = isName ? Participle(tokens, alias.NameFirst) : -1;
            if (called <= 0 || Bearer(tokens, clusters, called) is not { } bearer || clusters.Together(bearer.Index, alias.Index) || alias.Name.Split(' ').Intersect(bearer.Name.Split(' '), StringComparer.Ordinal).Any())
            {
                continue;
            }

            foreach (int member in clusters.MembersOf(alias.Index))
            {
                MentionCandidate again = clusters.Mentions[member];
                again.Class = again.Class == NounClass.Unknown ? NounClass.Person : again.Class;
            }

            clusters.Join(bearer.Index, alias.Index, "coref.alias", $"“{bearer.Words}” is said to be called “{alias.Name}”");
        }
    }

    // The token of "known as", "nicknamed", with the adverbs before it, right before a name or its mark; -1 where there is none.
    private static int Participle(TokenLayer tokens, int name)
    {
        int at = name - 1, sentence = tokens.SentenceOf(name);
        at -= at >= 0 && tokens.Form(at) is "“" or "\"" or "‘" or "'" or "''" or "``" ? 1 : 0;
        bool isAs = at > 0 && tokens.Form(at) is "as";
        at -= isAs ? 1 : 0;
        if (at <= 0 || tokens.SentenceOf(at) != sentence || !BodyWords.Is(isAs ? "known-as" : "nicknamed", tokens.Form(at).ToString().ToLowerInvariant()))
        {
            return -1;
        }

        for (int left = MaxAdverbs; left > 0 && at > 0 && tokens.Tags[at - 1] == UniversalTag.Adv; left--)
        {
            at--;
        }

        return at;
    }

    // The person whose name or noun ends right before, a comma and "who is" apart.
    private static MentionCandidate? Bearer(TokenLayer tokens, MentionClusters clusters, int called)
    {
        int end = called;
        end -= tokens.Form(end - 1) is "is" or "was" or "’s" or "'s" ? 1 : 0;
        end -= end > 0 && tokens.Form(end - 1) is "who" ? 1 : 0;
        end -= end > 0 && tokens.Form(end - 1) is "," ? 1 : 0;
        return end <= 0 || tokens.SentenceOf(end - 1) != tokens.SentenceOf(called) ? null
            : clusters.Mentions.Find(m => !m.IsPronoun && m.Class == NounClass.Person && m.Number != MentionNumber.Plural && m.Type != MentionType.IndefiniteNoun && (m.IsName ? m.NameEnd == end : m.Head == end - 1));
    }
}
