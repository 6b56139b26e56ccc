using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;

namespace Parallax.Language.Statements.Sources;

/// <content>What a source is by its words alone.</content>
internal sealed partial class SourceResolver
{
    /// <summary>What a named body is, by the words of its name.</summary>
    public ActorKind BodyKind(string name)
    {
        ActorKind kind = ActorKind.Organization;
        foreach (string part in name.Split([' ', ',', '-', '.', '/'], StringSplitOptions.RemoveEmptyEntries))
        {
            string word = part.ToLowerInvariant();
            if (lexicon.In("agency-words", word))
            {
                return name.Contains("Intelligence", StringComparison.Ordinal) ? ActorKind.Government : ActorKind.Agency;
            }

            if (lexicon.In("government-words", word))
            {
                kind = ActorKind.Government;
            }
            else if (kind == ActorKind.Organization && lexicon.In("outlet-words", word))
            {
                kind = ActorKind.Outlet;
            }
        }

        return kind;
    }

    // "44 percent of voters", "a large share of those asked", "63%": so many of them.
    private bool IsShare(int head, List<int> phrase) => tree.Lower(head) is "percent" or "%" or "few" or "several" or "most" or "percentage" or "share" or "proportion" or "majority" or "minority" or "number" or "lot" or "half" or "third" or "quarter" or "dozens" or "hundreds" or "thousands"
        || (Tokens.Tags[head] == UniversalTag.Noun && tree.Lower(head) is "cent" or "cents" && phrase.Exists(i => tree.Lower(i) == "per")) || Tokens.Form(head).EndsWith("%", StringComparison.Ordinal);

    // "Nordnews, an outlet close to the port": what it is called beside its name.
    private ActorKind? Apposed(int head)
    {
        foreach (int child in tree.Children(head))
        {
            if (child > head && tree.Is(child, "appos") && Tokens.Tags[child] == UniversalTag.Noun && lexicon.NounKind(tree.Lemma(child)) is (ActorKind.Outlet or ActorKind.Agency) and { } kind)
            {
                return kind;
            }
        }

        return null;
    }

    private ActorKind Kind(int head, List<int> phrase, Entity? entity)
    {
        NameKind? name = NameKindIn(head) is { } told and not (NameKind.Event or NameKind.Product or NameKind.Norp or NameKind.Other) ? told : null;
        string words = entity?.Name ?? SpannedText.Join(Tokens.Text, Spans(Tokens, phrase));
        if (Tokens.Tags[head] == UniversalTag.Pron && PronounKind(tree.Lower(head)) is ActorKind.Person)
        {
            return ActorKind.Person;
        }

        if (Tokens.Tags[head] == UniversalTag.Propn && Tokens.Form(head).LastIndexOf('.') is > 2 and var stop && Tokens.Form(head)[(stop + 1)..].Trim() is "com" or "org" or "net" or "info" or "news" or "tv")
        {
            return ActorKind.Outlet;
        }

        // Things do not speak: the kinds of things are left to the words of the phrase.
        if (entity is not null && entity.Kind is not (ActorKind.Product or ActorKind.Event or ActorKind.Other or ActorKind.Organization or ActorKind.Unnamed or ActorKind.Group))
        {
            return entity.Kind is ActorKind.Country or ActorKind.Place or ActorKind.Facility ? Seat : entity.Kind;
        }

        if (lexicon.In("person-titles", tree.Lower(phrase[0])))
        {
            return ActorKind.Person;
        }

        bool isTitled = lexicon.NounKind(tree.Lemma(head)) == ActorKind.Person && phrase.Exists(i => i > head && i <= head + 2 && Tokens.Tags[i] == UniversalTag.Propn);
        // "spokesman Ben Hale": the title may hang on the name.
        bool hasTitle = Tokens.Tags[head] == UniversalTag.Propn && phrase.Exists(i => i < head && i >= head - 2 && Tokens.Tags[i] == UniversalTag.Noun && Tokens.Heads[i] == head && lexicon.NounKind(tree.Lemma(i)) == ActorKind.Person);
        if (isTitled || hasTitle)
        {
            return ActorKind.Person;
        }

        if (entity is null or { Kind: ActorKind.Other or ActorKind.Group or ActorKind.Unnamed } && IsShare(head, phrase))
        {
            return ActorKind.Unnamed;
        }

        if (tree.Lower(head).EndsWith("-year-old", StringComparison.Ordinal))
        {
            return ActorKind.Person;
        }

        switch (name)
        {
            case NameKind.Person: return ActorKind.Person;
            case NameKind.Country or NameKind.City or NameKind.Place or NameKind.Region or NameKind.Facility: return Seat;
            case NameKind.Organization: return Apposed(head) ?? BodyKind(words);
            default: break;
        }

        if (entity?.Kind == ActorKind.Organization)
        {
            return Apposed(head) ?? BodyKind(words);
        }

        string form = tree.Lower(head), lemma = tree.Lemma(head);
        if (Tokens.Tags[head] == UniversalTag.Propn)
        {
            bool isPeople = entity?.Kind is ActorKind.Other && NameKindIn(head) == NameKind.Norp && tree.HasFeature(head, "Number=Plur");
            return BodyKind(words) is ActorKind kind and not ActorKind.Organization ? kind : isPeople ? ActorKind.Group : entity?.Kind ?? (lexicon.NounKind(form) ?? ActorKind.Other);
        }

        if (Tokens.Tags[head] == UniversalTag.Num || form is "one" or "another")
        {
            // "one of them", "two in the crowd"
            return ActorKind.Unnamed;
        }

        if (lexicon.IsGroup(form))
        {
            return IsOfNamed(phrase) ? ActorKind.Group : ActorKind.Unnamed;
        }

        ActorKind? noun = lexicon.NounKind(lemma);
        bool isIndefinite = tree.Child(head, "det", "a") >= 0 || tree.Child(head, "det") < 0 || tree.HasFeature(head, "Number=Plur");
        return noun switch
        {
            ActorKind.Person when isIndefinite => ActorKind.Unnamed,
            null => (entity?.Kind is ActorKind.Product or ActorKind.Event ? null : entity?.Kind) ?? (tree.HasFeature(head, "Number=Plur") ? ActorKind.Group : Tokens.Tags[head] == UniversalTag.Pron ? PronounKind(form) : ActorKind.Other),
            ActorKind kind => kind,
        };
    }

    private static ActorKind PronounKind(string form) => form switch
    {
        "he" or "she" or "i" => ActorKind.Person,
        "they" or "we" => ActorKind.Group,
        "someone" or "somebody" or "anyone" or "everyone" or "many" or "some" or "others" => ActorKind.Unnamed,
        _ => ActorKind.Other,
    };

    // A capital, country or seat of power that speaks is the government there.
    private const ActorKind Seat = ActorKind.Government;

    private NameKind? NameKindIn(int head)
    {
        foreach (NameMention name in report.Names.Overlapping(Tokens.Span(head)))
        {
            return name.Kind;
        }

        foreach (int child in tree.Children(head))
        {
            if (tree.Is(child, "flat") || (tree.Is(child, "appos") && lexicon.NounKind(tree.Lemma(head)) == ActorKind.Person))
            {
                foreach (NameMention name in report.Names.Overlapping(Tokens.Span(child)))
                {
                    if (name.Kind == NameKind.Person)
                    {
                        return name.Kind;
                    }
                }
            }
        }

        return null;
    }

    private bool IsOfNamed(List<int> phrase)
    {
        TextSpan span = Tokens.Span(phrase[0], phrase[^1] + 1);
        foreach (NameMention name in report.Names.Overlapping(span))
        {
            return name.Kind is NameKind.Norp or NameKind.Country or NameKind.Organization or NameKind.City or NameKind.Place;
        }

        return false;
    }
}
