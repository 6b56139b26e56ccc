using Parallax.Core.Accounts;
using Parallax.Core.Layers;

namespace Parallax.Language.Statements;

/// <summary>Finds the names by which a source phrase, a title or a pronoun is known: "Lanor police Sgt. Ada Brown", "another carmaker, Axis Motors", "the two leaders".</summary>
internal sealed class SpeakerNames(CueLexicon lexicon, DependencyTree tree, QuotedTokens quoted, AnnotatedReport report)
{
    private TokenLayer Tokens => tree.Tokens;

    /// <summary>"Norland television ran pictures of it. The report said …": who showed it in the sentence before, as tokens; else empty.</summary>
    public List<int> ShownBefore(int head)
    {
        int sentence = Tokens.SentenceOf(head);
        for (int s = sentence - 1; s >= Math.Max(0, sentence - 2); s--)
        {
            for (int i = Tokens.Sentences[s].FirstToken; i < Tokens.Sentences[s].EndToken; i++)
            {
                int outlet = Tokens.Tags[i] == UniversalTag.Verb && lexicon.In("airing-verbs", tree.Lemma(i)) && tree.Child(i, "obj") > i ? tree.Child(i, "nsubj") : -1;
                if (outlet >= 0 && outlet < i && (lexicon.NounKind(tree.Lemma(outlet)) is ActorKind.Outlet or ActorKind.Agency || lexicon.NounKind(tree.Lower(outlet)) is ActorKind.Outlet))
                {
                    return tree.Yield(outlet);
                }
            }
        }

        return [];
    }

    /// <summary>A person whose whole name this is, or null.</summary>
    public Entity? PersonCalled(string name)
    {
        foreach (Entity entity in report.Entities.Entities)
        {
            if (entity.Kind == ActorKind.Person && string.Equals(entity.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return entity;
            }
        }

        return null;
    }

    /// <summary>"Lanor police Sgt. Ada Brown": the words behind the last title, where a place or a body opens the phrase; else empty.</summary>
    public List<int> BehindTitle(List<int> phrase)
    {
        int title = phrase.FindLastIndex(i => lexicon.In("rank-titles", tree.Lower(i)) && !report.Names.Overlapping(Tokens.Span(i)).Any(static n => n.Kind == NameKind.Organization));
        List<int> name = title > 0 && phrase[^1] - phrase[0] == phrase.Count - 1 ? phrase[(title + 1)..] : [];
        return name.Count is > 0 and <= 4 && name.TrueForAll(i => Tokens.Tags[i] == UniversalTag.Propn) ? name : [];
    }

    /// <summary>"the special envoy for the region Ada Brown": a title with one person's name, or null.</summary>
    public NameMention? PersonIn(List<int> phrase, int head)
    {
        NameMention? found = null;
        bool isTitle = lexicon.NounKind(tree.Lemma(head)) == ActorKind.Person || lexicon.NounKind(tree.Lower(head)) == ActorKind.Person;
        foreach (NameMention name in report.Names.Overlapping(Tokens.Span(phrase[0], phrase[^1] + 1)))
        {
            bool isOfHead = (name.FirstToken <= head && head < name.EndToken) || (isTitle && name.FirstToken > head && Tokens.Tags[name.FirstToken - 1] != UniversalTag.Adp && !Enumerable.Range(head + 1, name.FirstToken - head - 1).Any(i => tree.HasFeature(i, "VerbForm=Fin")));
            if (name.Kind == NameKind.Person && isOfHead)
            {
                if (found is not null)
                {
                    return null;
                }

                found = name;
            }
        }

        return found;
    }

    /// <summary>"Ada Brown, president and owner of the firm", "businessman and blogger Ada Brown", "Ada Brown, an assistant …, said" with the comma lost: the tokens of the one name that the offices beside it belong to, or null.</summary>
    /// <param name="phrase">The tokens of the source, in order.</param>
    public List<int>? HolderOf(List<int> phrase)
    {
        int first = phrase[0];
        if (tree.Is(first, "det") && first > 1 && Tokens.Form(first - 1) is "," && lexicon.NounKind(tree.Lemma(phrase[^1])) == ActorKind.Person && !tree.HasFeature(phrase[^1], "Number=Plur"))
        {
            foreach (NameMention before in report.Names.Overlapping(Tokens.Span(first - 2)))
            {
                bool opens = before.FirstToken == Tokens.Sentences[Tokens.SentenceOf(first)].FirstToken || Tokens.Form(before.FirstToken - 1) is "," or "\"" or "”" or "''";
                if (opens && before.Kind == NameKind.Person && before.EndToken == first - 1 && before.TokenCount > 1)
                {
                    return [.. Enumerable.Range(before.FirstToken, before.TokenCount)];
                }
            }

            return null;
        }

        if (!phrase.Exists(i => tree.Lower(i) == "and"))
        {
            return null;
        }

        NameMention[] persons = [.. report.Names.Overlapping(Tokens.Span(first, phrase[^1] + 1)).Where(static n => n.Kind == NameKind.Person)];
        if (persons is not [{ TokenCount: > 1 } name, ..] || persons.Skip(1).Any(p => Tokens.Tags[p.FirstToken - 1] != UniversalTag.Adp))
        {
            return null;
        }

        // Before the name nothing but offices; behind it nothing, or a comma and an office in the singular.
        bool offices = first == name.FirstToken || (IsOffice(name.FirstToken - 1) && Enumerable.Range(first, name.FirstToken - first).All(i => Tokens.Tags[i] is UniversalTag.Noun or UniversalTag.Adj or UniversalTag.Propn || tree.Lower(i) is "and") && Enumerable.Range(first, name.FirstToken - first).Any(i => tree.Lower(i + 1) == "and" && IsOffice(i)));
        int office = name.EndToken + 1;
        while (office < phrase[^1] && Tokens.Tags[office] is UniversalTag.Det or UniversalTag.Adj or UniversalTag.Noun or UniversalTag.Propn && !IsOffice(office))
        {
            office++;
        }

        bool behind = name.EndToken > phrase[^1] || (Tokens.Form(name.EndToken) is "," && office <= phrase[^1] && IsOffice(office));
        return offices && behind && (first < name.FirstToken || name.EndToken <= phrase[^1]) ? [.. Enumerable.Range(name.FirstToken, name.TokenCount)] : null;
    }

    private bool IsOffice(int token) =>
        (lexicon.NounKind(tree.Lemma(token)) ?? lexicon.NounKind(tree.Lower(token))) == ActorKind.Person && !tree.HasFeature(token, "Number=Plur");

    /// <summary>"the raid on Norland Brown said": where a name swallowed the place before it, the person of the report whose name ends with its last word; or null.</summary>
    public Entity? PersonBehindPlace(int token)
    {
        bool isSwallowed = false;
        foreach (NameMention name in report.Names.Overlapping(Tokens.Span(token)))
        {
            isSwallowed |= name.FirstToken < token && name.EndToken == token + 1 && name.Kind != NameKind.Person;
        }

        string word = Tokens.Form(token).ToString();
        foreach (Entity entity in isSwallowed ? report.Entities.Entities : [])
        {
            if (entity.Kind == ActorKind.Person && (entity.Name == word || entity.Name.EndsWith(" " + word, StringComparison.Ordinal)))
            {
                return entity;
            }
        }

        return null;
    }

    /// <summary>"the two leaders" behind "the mayor met Ada Brown and Ben Lund": the two persons named last before it, in this sentence or the two before; or null.</summary>
    public string? TwoPersons(int head)
    {
        if (!tree.HasFeature(head, "Number=Plur") || lexicon.NounKind(tree.Lemma(head)) != ActorKind.Person || tree.Child(head, "nummod") is not (int number and >= 0) || tree.Lower(number) != "two" || tree.Child(head, "det", "the") < 0)
        {
            return null;
        }

        List<Entity> named = [];
        int sentence = Tokens.SentenceOf(head);
        for (int i = head - 1; i >= 0 && Tokens.SentenceOf(i) >= sentence - 2 && named.Count < 2; i--)
        {
            Entity? entity = Tokens.Tags[i] == UniversalTag.Propn ? EntityAt(i) : null;
            if (entity is { Kind: ActorKind.Person } && !named.Contains(entity))
            {
                named.Insert(0, entity);
            }
        }

        return named.Count == 2 ? $"{named[0].Name} and {named[1].Name}" : null;
    }

    /// <summary>For a pronoun that coreference left alone: the person named last before it as a subject, in its sentence or the two before; or null.</summary>
    public Entity? PersonBefore(int token)
    {
        // Sentences of a quotation do not count: “We go. We stay. We sing,” she said.
        int sentence = Tokens.SentenceOf(token), left = 3;
        for (int i = token - 1; i >= 0 && left > 0; i--)
        {
            if (i + 1 < Tokens.Count && Tokens.SentenceOf(i) != Tokens.SentenceOf(i + 1) && Tokens.SentenceOf(i + 1) <= sentence && quoted.Of(i + 1) < 0)
            {
                left--;
                if (left == 0)
                {
                    break;
                }
            }

            if (quoted.Of(i) < 0 && tree.Is(i, "nsubj") && Tokens.Tags[i] is UniversalTag.Propn or UniversalTag.Noun && EntityAt(i) is { Kind: ActorKind.Person } entity)
            {
                return entity;
            }
        }

        return null;
    }

    /// <summary>"another carmaker, Axis Motors": the body named beside the noun, or null.</summary>
    public Entity? NamedBeside(int head)
    {
        foreach (int child in tree.Children(head))
        {
            if (tree.Is(child, "appos") && Tokens.Tags[child] == UniversalTag.Propn && EntityAt(child) is { Kind: ActorKind.Organization or ActorKind.Government or ActorKind.Outlet or ActorKind.Agency } entity
                && entity.Mentions.Any(m => m.Form == MentionForm.Name))
            {
                return entity;
            }
        }

        return null;
    }

    /// <summary>"Justifying the raid on Norland Ada Brown said": where a comma is missing, a place stands right before a person and is none of the name.</summary>
    public List<int> WithoutPlaceBefore(List<int> phrase)
    {
        NameMention? place = null;
        foreach (NameMention name in report.Names.Overlapping(Tokens.Span(phrase[0], phrase[^1] + 1)))
        {
            bool isPlace = name.FirstToken == phrase[0] && name.Kind is NameKind.Country or NameKind.City or NameKind.Place or NameKind.Region;
            if (place is { } before && name.Kind == NameKind.Person && name.FirstToken == before.EndToken)
            {
                return phrase.FindAll(i => i >= name.FirstToken);
            }

            place = isPlace ? name : null;
        }

        return phrase;
    }

    private Entity? EntityAt(int token) => report.Entities.At(Tokens.Span(token));
}
