using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Coreference.Mentions;
using Parallax.Language.Statements.Cues;
using Parallax.Language.Statements.Quotations;

namespace Parallax.Language.Statements.Sources;

/// <summary>Finds the names by which a source phrase, a title or a pronoun is known: "Lanor police Sgt. Ada Brown", "another carmaker, Axis Motors", "the two leaders".</summary>
internal sealed partial class SpeakerNames(CueLexicon lexicon, DependencyTree tree, QuotedTokens quoted, AnnotatedReport report)
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
        // "the council, which includes army chief Ada Brown": she is one of those in it.
        bool isOpen = title > 0 && phrase[^1] - phrase[0] == phrase.Count - 1 && !phrase[..title].Exists(i => Tokens.Tags[i] is UniversalTag.Verb or UniversalTag.Aux || tree.Lower(i) is "which" or "whose" or "including");
        List<int> name = isOpen ? phrase[(title + 1)..] : [];
        return name.Count is > 0 and <= 4 && name.TrueForAll(i => Tokens.Tags[i] == UniversalTag.Propn) ? name : [];
    }

    /// <summary>"the special envoy for the region Ada Brown": a title with one person's name, or null.</summary>
    public NameMention? PersonIn(List<int> phrase, int head)
    {
        NameMention? found = null;
        bool isTitle = lexicon.NounKind(tree.Lemma(head)) == ActorKind.Person || lexicon.NounKind(tree.Lower(head)) == ActorKind.Person;
        foreach (NameMention name in report.Names.Overlapping(Tokens.Span(phrase[0], phrase[^1] + 1)))
        {
            bool isOfHead = (name.FirstToken <= head && head < name.EndToken) || (isTitle && name.FirstToken > head && Tokens.Tags[BeforeTitle(name.FirstToken)] != UniversalTag.Adp && !Enumerable.Range(head + 1, name.FirstToken - head - 1).Any(i => tree.HasFeature(i, "VerbForm=Fin")));
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

    // "a representative for Mr. Brown": what stands before name and title.
    private int BeforeTitle(int name) => name > 1 && lexicon.In("person-titles", tree.Lower(name - 1)) ? name - 2 : name - 1;

    /// <summary>"Ada Brown, president and chairwoman of the port", "mayor and farmer Ada Brown", "public relations executive Ada Brown": the one name of a phrase in which all else tells what she is, or null.</summary>
    public NameMention? OnePerson(List<int> phrase)
    {
        NameMention? only = null;
        foreach (NameMention name in report.Names.Overlapping(Tokens.Span(phrase[0], phrase[^1] + 1)))
        {
            if (name.Kind == NameKind.Person && name.FirstToken >= phrase[0] && name.EndToken <= phrase[^1] + 1)
            {
                if (only is not null)
                {
                    return null;
                }

                only = name;
            }
        }

        if (only is not { } person || phrase.BinarySearch(person.FirstToken) is not (int at and >= 0) || phrase.BinarySearch(person.EndToken - 1) < 0)
        {
            return null;
        }

        int next = phrase.FindIndex(i => i >= person.EndToken), comma = phrase.FindIndex(i => Tokens.Form(i) is ",");
        next = AfterDegree(phrase, next);
        bool isWhole = next < 0 || (Tokens.Form(phrase[next]) is "," && next + 1 < phrase.Count && IsOffice(phrase, next + 1));
        bool opens = at == 0 ? phrase[^1] >= person.EndToken : (IsTitle(phrase, at) && (comma < 0 || comma > at)) || (next < 0 && IsSetOff(phrase, at));
        // "a representative for Ada Brown": another, who speaks for her.
        bool isFor = at > 0 && tree.Lower(phrase[at - 1]) is "for" or "of" or "to";
        return isWhole && opens && !isFor ? only : null;
    }

    // "president and chairwoman of the port", "the port's clerk", "an assistant district attorney": the first noun that is no part of a compound tells what a person is, and nobody else is named with it.
    private bool IsOffice(List<int> phrase, int from)
    {
        for (int i = from; i < phrase.Count; i++)
        {
            bool isNoun = Tokens.Tags[phrase[i]] is UniversalTag.Noun or UniversalTag.Propn;
            if (isNoun && (i + 1 >= phrase.Count || Tokens.Tags[phrase[i + 1]] is not (UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Adj) && tree.Lower(phrase[i + 1]) is not ("'s" or "’s" or "-")))
            {
                ActorKind? kind = lexicon.NounKind(tree.Lower(phrase[i]));
                bool isWhat = tree.Lower(phrase[from]) is "a" or "an" && kind is null && Tokens.Tags[phrase[i]] == UniversalTag.Noun && i - from <= 3 && !JoinsAnother(phrase, i + 1);
                return (kind == ActorKind.Person || isWhat) && !tree.HasFeature(phrase[i], "Number=Plur");
            }

            if (!isNoun && Tokens.Tags[phrase[i]] is not (UniversalTag.Det or UniversalTag.Adj or UniversalTag.Adv or UniversalTag.Num or UniversalTag.Part) && tree.Lower(phrase[i]) is not "-")
            {
                return false;
            }
        }

        return false;
    }

    // "Ada Brown, an ecologist and the port's clerk": an article behind the "and" begins another speaker.
    private bool JoinsAnother(List<int> phrase, int from) =>
        phrase.FindIndex(from, i => Tokens.Tags[i] == UniversalTag.Cconj) is int joint and >= 0 && joint + 1 < phrase.Count && (Tokens.Tags[phrase[joint + 1]] is UniversalTag.Det or UniversalTag.Pron or UniversalTag.Propn or UniversalTag.Num || tree.HasFeature(phrase[joint + 1], "Number=Plur"));

    // The words before a name end in a singular title, and each "and" among them joins titles ("mayor and farmer Ada Brown") or stands in a name.
    private bool IsTitle(List<int> phrase, int at)
    {
        int title = phrase[at - 1];
        if (phrase[at] - phrase[0] == at && lexicon.In("person-titles", tree.Lower(title)) && (at == 1 || (at == 2 && tree.Is(phrase[0], "det"))))
        {
            return true;
        }

        if (phrase[at] - phrase[0] != at || Tokens.Tags[title] is not (UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Adj) || !IsPersonNoun(title) || tree.HasFeature(title, "Number=Plur"))
        {
            return false;
        }

        for (int i = 1; i < at; i++)
        {
            int token = phrase[i];
            bool isJoint = Tokens.Tags[token] == UniversalTag.Cconj && !report.Names.Overlapping(Tokens.Span(token)).Any();
            if (Tokens.Tags[token] is UniversalTag.Verb or UniversalTag.Punct || (isJoint && (Tokens.Tags[phrase[i + 1]] == UniversalTag.Det || tree.HasFeature(phrase[i - 1], "Number=Plur") || !IsPersonNoun(phrase[i - 1]))))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a noun tells what one person is: "clerk", "contender".</summary>
    public bool IsPersonNoun(int noun) => lexicon.NounKind(tree.Lower(noun)) == ActorKind.Person || (Tokens.Tags[noun] == UniversalTag.Noun && (lexicon.In("epithet-nouns", tree.Lemma(noun)) || MentionLexicon.Instance.Noun(tree.Lemma(noun)).Class == NounClass.Person));

    /// <summary>"a firm called Axis Motors": the name that the participle gives, as tokens; else empty.</summary>
    public List<int> Called(List<int> phrase, int head)
    {
        foreach (int child in tree.Children(head))
        {
            bool isIdentified = child > head && tree.Is(child, "acl:relcl") && tree.Lower(child) is "identified" or "known" && tree.Lower(child + 1) == "as";
            bool isNaming = (isIdentified || (child > head && tree.Is(child, "acl") && tree.Lower(child) is "called" or "named")) && phrase.BinarySearch(child) >= 0;
            List<int> name = isNaming ? phrase.FindAll(i => i > child && report.Names.Overlapping(Tokens.Span(i)).Any()) : [];
            if (name.Count > 0 && name[0] == child + (isIdentified ? 2 : 1))
            {
                int end = 1;
                while (end < name.Count && name[end] == name[end - 1] + 1)
                {
                    end++;
                }

                return name[..end];
            }
        }

        return [];
    }

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
        bool isPair = tree.Lower(head) is "pair" or "duo" && tree.Child(head, "nmod") < 0;
        bool isTwo = tree.HasFeature(head, "Number=Plur") && lexicon.NounKind(tree.Lemma(head)) == ActorKind.Person && tree.Child(head, "nummod") is int number and >= 0 && tree.Lower(number) == "two";
        if ((!isPair && !isTwo) || tree.Child(head, "det", "the") < 0)
        {
            return null;
        }

        List<Entity> named = [];
        int sentence = Tokens.SentenceOf(head);
        for (int s = sentence; s >= Math.Max(0, sentence - 2) && named.Count < 2; s--)
        {
            // Two who stand in one sentence go before one of this and one of that.
            List<Entity> here = PersonsOf(s, head);
            named = here.Count == 2 ? here : [.. here.Except(named), .. named];
            named = named.Count > 2 ? named[^2..] : named;
        }

        return named.Count == 2 && AreTogether(named[0], named[1], head) ? Both(named[0], named[1]) : null;
    }

    // "Ada Brown and Ben Lund", "Ada Brown met Ben Lund": told of together, not one in the words of the other.
    private bool AreTogether(Entity one, Entity other, int before)
    {
        for (int s = Tokens.SentenceOf(before), i = Tokens.Sentences[Math.Max(0, s - 2)].FirstToken; i < before; i++)
        {
            int up = Tokens.Heads[i];
            if (up < 0 || Tokens.Tags[i] != UniversalTag.Propn || EntityAt(i) is not { } here || (here.Id != one.Id && here.Id != other.Id))
            {
                continue;
            }

            string wanted = here.Id == one.Id ? other.Id : one.Id;
            int beside = tree.Is(i, "conj") ? up : tree.Is(i, "obj") || tree.Is(i, "obl") ? tree.Child(up, "nsubj") : -1;
            if (beside >= 0 && EntityAt(beside)?.Id == wanted)
            {
                return true;
            }
        }

        return false;
    }

    private List<Entity> PersonsOf(int sentence, int before)
    {
        List<Entity> persons = [];
        for (int i = Tokens.Sentences[sentence].FirstToken; i < Math.Min(before, Tokens.Sentences[sentence].EndToken); i++)
        {
            if (Tokens.Tags[i] == UniversalTag.Propn && EntityAt(i) is { Kind: ActorKind.Person } entity && !persons.Contains(entity))
            {
                persons.Add(entity);
            }
        }

        return persons;
    }

    /// <summary>"the mayor, Ada Brown, and the clerk, Ben Lund", "Mayor Ada Brown and Clerk Ben Lund, who run the port": the two persons whom an "and" joins in a phrase, with their titles; or null.</summary>
    public string? Pair(List<int> phrase)
    {
        NameMention? first = null, second = null;
        foreach (NameMention name in report.Names.Overlapping(Tokens.Span(phrase[0], phrase[^1] + 1)))
        {
            if (name.Kind == NameKind.Person)
            {
                if (second is not null)
                {
                    return null;
                }

                second = first is null ? null : name;
                first ??= name;
            }
        }

        if (first is not { } one || second is not { } two || (two.EndToken < Tokens.Count && Tokens.Form(two.EndToken) is "'s" or "’s"))
        {
            return null;
        }

        // "Ada Brown, a former clerk and a Lund supporter": of whom the noun behind is a supporter.
        if (two.EndToken <= phrase[^1] && Tokens.Tags[two.EndToken] == UniversalTag.Noun)
        {
            return null;
        }

        int joints = 0;
        for (int i = phrase[0]; i < two.FirstToken; i++)
        {
            bool isIn = i >= one.FirstToken && i < one.EndToken;
            if (Tokens.Tags[i] == UniversalTag.Verb || tree.Lower(i) is "'s" or "’s" or "who" or "with" or "by" or "to" or "from" || Tokens.Tags[i] == UniversalTag.Pron || (tree.Lower(i) is "of" or "for" && (i + 1 == two.FirstToken || i + 1 == one.FirstToken)))
            {
                return null;
            }

            joints += !isIn && i >= one.EndToken && tree.Lower(i) == "and" ? 1 : 0;
        }

        Entity? left = EntityAt(one.EndToken - 1), right = EntityAt(two.EndToken - 1);
        return joints == 1 && left is { Kind: ActorKind.Person } && right is { Kind: ActorKind.Person } && left.Id != right.Id ? Both(left, right) : null;
    }

    // One name for a pair, whoever is named first.
    private static string Both(Entity one, Entity two) => string.CompareOrdinal(one.Name, two.Name) <= 0 ? $"{one.Name} and {two.Name}" : $"{two.Name} and {one.Name}";

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

            if (quoted.Of(i) < 0 && tree.Is(i, "nsubj") && Tokens.Tags[i] is UniversalTag.Propn or UniversalTag.Noun && EntityAt(i) is { Kind: ActorKind.Person } entity && !(Tokens.SentenceOf(i) == sentence && IsCalledOther(i, token)))
            {
                return entity;
            }
        }

        return null;
    }

    /// <summary>"As Lund waited for what he had asked, she added …": whether the clause of a subject before the main clause calls him by the other pronoun.</summary>
    public bool IsCalledOther(int subject, int pronoun)
    {
        int clause = Tokens.Heads[subject];
        string other = tree.Lower(pronoun) == "he" ? "she" : "he";
        return clause >= 0 && tree.Is(clause, "advcl") && tree.Yield(clause).Exists(i => i > subject && i < pronoun && quoted.Of(i) < 0 && tree.Lower(i) == other);
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
