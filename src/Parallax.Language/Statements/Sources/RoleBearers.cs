using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Names;
using Parallax.Language.Statements.Cues;

namespace Parallax.Language.Statements.Sources;

/// <summary>Finds who is called by a role with its owner, or by a bare role in a headline, where the report names one bearer of it: "Brown's lawyer" of "Brown's attorney, Ben Lund".</summary>
internal sealed class RoleBearers(CueLexicon lexicon, DependencyTree tree, AnnotatedReport report)
{
    // Words between an owner and the role ("her longtime defense lawyer"), and between a name and the role behind it.
    private const int MaxBefore = 4, MaxBehind = 9;

    // Sentences from a role to the name.
    private const int MaxNext = 3;

    private List<(string Role, Entity Bearer, string? Owner)>? _told;

    private TokenLayer Tokens => tree.Tokens;

    /// <summary>The one named bearer of the role that a source phrase is, or null.</summary>
    public Entity? Of(List<int> phrase)
    {
        int noun = phrase[^1];
        // "One Brown employee": any of them.
        bool isRow = phrase[^1] - phrase[0] == phrase.Count - 1 && tree.Lower(phrase[0]) is not ("one" or "another") && RoleAt(noun) is not null && !phrase.Exists(i => Tokens.Form(i) is "," || Tokens.Tags[i] == UniversalTag.Cconj);
        if (!isRow)
        {
            return null;
        }

        string role = RoleAt(noun)!;
        if (phrase.Count == 1)
        {
            return Tokens.Sentences[Tokens.SentenceOf(noun)].Part is Core.Reports.TextPart.Title or Core.Reports.TextPart.Heading ? One(role, null) : null;
        }

        Entity? owner = OwnerBefore(noun);
        return owner is null ? null : One(role, owner.Id) ?? NamedNext(role, noun);
    }

    /// <summary>Whether a phrase tells of somebody by what he is to this very person ("Brown's lawyer"), and so of another.</summary>
    public bool IsAnother(List<int> phrase, Entity entity) => phrase.Count is > 1 and <= MaxBefore + 1 && Tokens.Tags[phrase[^1]] == UniversalTag.Noun && OwnerBefore(phrase[^1])?.Id == entity.Id
        && entity.Mentions.Any(m => m.Span.Overlaps(Tokens.Span(phrase[0], phrase[^1])) && !m.Span.Overlaps(Tokens.Span(phrase[^1]))) && lexicon.NounKind(tree.Lemma(phrase[^1])) == ActorKind.Person;

    // "Brown's lawyer says so. … Attorney Ben Lund said": the one person of that title in the report, named just behind.
    private Entity? NamedNext(string role, int noun)
    {
        Entity? alone = (_told ??= Told()).Exists(t => t.Role == role && t.Owner is not null) ? null : One(role, null);
        int sentence = Tokens.SentenceOf(noun);
        return alone?.Mentions.Where(static m => m.Form == MentionForm.Name).Select(m => Tokens.SentenceOf(Tokens.TokensOf(m.Span).First)).DefaultIfEmpty(-1).Min() is int named && named >= sentence && named - sentence <= MaxNext ? alone : null;
    }

    // One person alone who is said to be it: to that owner, or to anybody or nobody.
    private Entity? One(string role, string? owner)
    {
        Entity? found = null;
        foreach ((string told, Entity bearer, string? other) in _told ??= Told())
        {
            if (told != role || (owner is not null && other != owner) || bearer.Id == owner)
            {
                continue;
            }

            if (found is not null && found.Id != bearer.Id)
            {
                return null;
            }

            found = bearer;
        }

        return found;
    }

    private List<(string Role, Entity Bearer, string? Owner)> Told()
    {
        List<(string Role, Entity Bearer, string? Owner)> told = [];
        foreach (NameMention name in report.Names)
        {
            if (name.Kind != NameKind.Person || EntityAt(name.EndToken - 1) is not { Kind: ActorKind.Person } bearer)
            {
                continue;
            }

            // "Brown's lawyer Ben Lund", "her lawyer, Ben Lund", "Attorney Ben Lund"
            int before = name.FirstToken - 1;
            before = before > 0 && Tokens.Form(before) is "," ? before - 1 : before;
            if (before >= 0 && Tokens.SentenceOf(before) == Tokens.SentenceOf(name.FirstToken) && RoleAt(before) is { } title)
            {
                told.Add((title, bearer, OwnerBefore(before)?.Id));
            }

            // "Ben Lund, Brown's lawyer,", "Ben Lund, a lawyer for Brown"
            int comma = name.EndToken, end = comma < Tokens.Count && Tokens.Form(comma) is "," ? Math.Min(tree.SentenceBounds(name.FirstToken).End, comma + MaxBehind) : comma;
            for (int i = comma + 1; i < end && Tokens.Form(i) is not "," && Tokens.Tags[i] is not (UniversalTag.Verb or UniversalTag.Aux); i++)
            {
                if (RoleAt(i) is { } role && (i + 1 >= Tokens.Count || Tokens.Tags[i + 1] is not (UniversalTag.Noun or UniversalTag.Propn)))
                {
                    Entity? owner = i + 2 < Tokens.Count && tree.Lower(i + 1) is "for" or "of" or "to" ? EntityAt(i + 2) : OwnerBefore(i);
                    told.Add((role, bearer, owner?.Id));
                    break;
                }
            }
        }

        return told;
    }

    // The word of a person's role, one for those that mean the same; null for other words, plurals, and offices that are somebody else's by the word before ("district attorney").
    private string? RoleAt(int token)
    {
        string lemma = tree.Lemma(token);
        if (Tokens.Tags[token] is not (UniversalTag.Noun or UniversalTag.Propn) || tree.HasFeature(token, "Number=Plur") || lexicon.NounKind(lemma.ToLowerInvariant()) != ActorKind.Person || lexicon.In("person-titles", tree.Lower(token)))
        {
            return null;
        }

        string role = lemma.ToLowerInvariant();
        bool isLawyer = lexicon.In("lawyer-nouns", role);
        if (isLawyer && token > 0 && lexicon.In("public-lawyers", tree.Lower(token - 1)))
        {
            return null;
        }

        return isLawyer ? "lawyer" : lexicon.In("mouth-nouns", role) ? "representative" : role;
    }

    // "Brown's longtime defense lawyer", "her lawyer", "Brown lawyer Ben Lund": whose it is.
    private Entity? OwnerBefore(int role)
    {
        int first = tree.SentenceBounds(role).First;
        for (int i = role - 1; i >= first && role - i <= MaxBefore; i--)
        {
            if (Tokens.Form(i) is "'s" or "’s" or "'" or "’")
            {
                return i > first ? EntityAt(i - 1) : null;
            }

            if (Tokens.Tags[i] == UniversalTag.Pron && tree.Lower(i) is "his" or "her" or "their" or "its")
            {
                return EntityAt(i);
            }

            if (Tokens.Tags[i] == UniversalTag.Propn && i == role - 1)
            {
                return EntityAt(i);
            }

            if (Tokens.Tags[i] is not (UniversalTag.Adj or UniversalTag.Noun or UniversalTag.Num))
            {
                return null;
            }
        }

        return null;
    }

    private Entity? EntityAt(int token) => report.Entities.At(Tokens.Span(token));
}
