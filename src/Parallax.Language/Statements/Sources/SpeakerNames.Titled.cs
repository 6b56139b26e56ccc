using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Coreference;
using Parallax.Language.Coreference.Nominals;
using Parallax.Language.Names;

namespace Parallax.Language.Statements.Sources;

/// <content>Persons by office and party, by their surname alone, by whose relatives they are.</content>
internal sealed partial class SpeakerNames
{
    private const int Near = 3;

    /// <summary>"state Rep. Ada Brown, R-Norby", "Dist. Atty. Ada Brown", "Cpl. Ada Brown, a dispatcher": the first person's name where titles alone stand before it and what follows is set off and joins nobody; or null.</summary>
    public NameMention? Titled(List<int> phrase)
    {
        foreach (NameMention name in report.Names.Overlapping(Tokens.Span(phrase[0], phrase[^1] + 1)))
        {
            if (name.Kind == NameKind.Person)
            {
                int at = phrase.BinarySearch(name.FirstToken), next = phrase.FindIndex(i => i >= name.EndToken);
                bool isTold = at >= 0 && phrase.BinarySearch(name.EndToken - 1) >= 0 && (at == 0 ? next > 0 && IsPartyAt(phrase, next + 1) : IsTitleOpen(phrase, at));
                return isTold && (next < 0 || (Tokens.Form(phrase[next]) is "," or "(" or "-" or "–" or "—" && !JoinsBehind(phrase, next))) ? name : null;
            }
        }

        return null;
    }

    /// <summary>How many tokens tell who speaks in "a spokesman for Norlandic Prime Minister Ada Brown", "an aide to candidate Ben Lund": up to the preposition, behind which another stands with a title of his own; 0 where nobody speaks for another.</summary>
    public int OfAnother(List<int> phrase)
    {
        int before = phrase[^1] - phrase[0] == phrase.Count - 1 ? phrase.FindIndex(i => tree.Lower(i) is "for" or "of" or "to") : -1, comma = phrase.FindIndex(i => Tokens.Form(i) is ",");
        if (before < 1 || Tokens.Tags[phrase[before - 1]] != UniversalTag.Noun)
        {
            return 0;
        }

        string head = tree.Lemma(phrase[before - 1]);
        bool isMouth = lexicon.In("spokes-words", tree.Lower(phrase[before - 1])) || lexicon.In("mouth-nouns", head) || lexicon.In("helper-nouns", head) || lexicon.In("lawyer-nouns", head) || BodyWords.Is("relative", head);
        foreach (NameMention name in report.Names.Overlapping(Tokens.Span(phrase[before], phrase[^1] + 1)))
        {
            int at = name.Kind == NameKind.Person ? phrase.BinarySearch(name.FirstToken) : -1;
            if (at <= before + 1 || (comma >= 0 && comma < at))
            {
                continue;
            }

            int title = phrase[at - 1];
            bool isTitle = !tree.HasFeature(title, "Number=Plur") && (lexicon.In("person-titles", tree.Lower(title)) || lexicon.In("rank-titles", tree.Lower(title)) || lexicon.NounKind(tree.Lower(title)) == ActorKind.Person || Gazetteer.English.TitleKind(Tokens.Form(title)) is not null);
            // "the leader of Norland Imam Hadi", "the head of security Captain Brown": what the preposition brings in is a place or a field, and one person bears both titles.
            bool isOne = !isMouth && phrase.FindIndex(before + 1, at - before - 2, i => Tokens.Tags[i] is not (UniversalTag.Adj or UniversalTag.Det) && Gazetteer.English.TitleKind(Tokens.Form(i)) is null && lexicon.NounKind(tree.Lower(i)) != ActorKind.Person) >= 0;
            return isTitle && !isOne && (isMouth || lexicon.NounKind(head) is not null || lexicon.IsGroup(tree.Lower(phrase[before - 1]))) ? before : 0;
        }

        return 0;
    }

    /// <summary>The one person of the report whose name ends with a source of one capitalized word, which the parse or the names took for something else; or null.</summary>
    public Entity? BySurname(List<int> phrase)
    {
        string word = Tokens.Form(phrase[^1]).ToString();
        bool isName = (phrase.Count == 1 || (phrase.Count == 2 && (lexicon.In("person-titles", tree.Lower(phrase[0])) || lexicon.In("rank-titles", tree.Lower(phrase[0]))))) && word.Length > 2 && char.IsUpper(word[0]) && !word.AsSpan(1).ContainsAnyInRange('A', 'Z')
            && (Tokens.Tags[phrase[^1]] is UniversalTag.Propn || (Tokens.Tags[phrase[^1]] is UniversalTag.Noun or UniversalTag.Verb or UniversalTag.Aux or UniversalTag.Adj && (phrase[0] > tree.SentenceBounds(phrase[0]).First || !tree.HasFeature(phrase[^1], "Number=Plur"))));
        Entity? found = null;
        foreach (Entity entity in isName ? report.Entities.Entities : [])
        {
            if (entity.Kind == ActorKind.Person && entity.Name.EndsWith(" " + word, StringComparison.Ordinal))
            {
                if (found is not null)
                {
                    return null;
                }

                found = entity;
            }
        }

        return found;
    }

    /// <summary>"Brown's widow, Ada, came. … said Brown": of the sentences just before, the relative of the bearer of a bare surname who is named by a first name there; or null. Of husband and wife the surname is the owner's.</summary>
    public Entity? RelativeOf(List<int> phrase)
    {
        int surname = phrase[0];
        bool isBare = Tokens.Tags[surname] == UniversalTag.Propn && (phrase.Count == 1 || Tokens.Form(phrase[1]) is ",");
        int first = isBare ? Tokens.Sentences[Math.Max(0, Tokens.SentenceOf(surname) - Near)].FirstToken : surname;
        for (int i = surname - 1; i > first + 2; i--)
        {
            bool isTold = Tokens.Form(i - 1) is "'s" or "’s" && BodyWords.Is("relative", tree.Lemma(i)) && tree.Lemma(i) is not ("wife" or "husband") && Tokens.Form(i - 2).Equals(Tokens.Form(surname), StringComparison.Ordinal);
            int name = !isTold || i + 1 >= surname ? -1 : Tokens.Form(i + 1) is "," ? i + 2 : i + 1;
            if (name > 0 && name < surname && Tokens.Tags[name] == UniversalTag.Propn && EntityAt(name) is { Kind: ActorKind.Person } entity && entity.Id != EntityAt(i - 2)?.Id)
            {
                return entity;
            }
        }

        return null;
    }

    // "Ada Brown, MD, a professor …": where the phrase goes on behind a degree or the letters of an order; -1 where it does not.
    private int AfterDegree(List<int> phrase, int next)
    {
        int degree = next >= 0 && next + 1 < phrase.Count && Tokens.Form(phrase[next]) is "," ? next + 1 : -1;
        bool isLast = degree >= 0 && (degree + 1 == phrase.Count || Tokens.Form(phrase[degree + 1]) is ",");
        ReadOnlySpan<char> letters = isLast ? Tokens.Form(phrase[degree]) : [];
        bool isDegree = letters.Length > 1 && (Gazetteer.English.IsDegree(letters) || (letters.Length < 6 && degree + 1 == phrase.Count && !letters.ContainsAnyExceptInRange('A', 'Z')));
        return !isDegree ? next : degree + 1 < phrase.Count ? degree + 1 : -1;
    }

    // "the Lanor, Norl., coroner, Ada Brown": an office with its article, and the name set off behind it.
    private bool IsSetOff(List<int> phrase, int at)
    {
        if (at < 3 || phrase[at] - phrase[0] != at || Tokens.Form(phrase[at] - 1) is not "," || tree.Lower(phrase[0]) is not ("the" or "its" or "his" or "her" or "their"))
        {
            return false;
        }

        int office = phrase[at] - 2;
        bool isOffice = Tokens.Tags[office] == UniversalTag.Noun && lexicon.NounKind(tree.Lower(office)) == ActorKind.Person;
        return isOffice && !phrase.Exists(i => i < office && (Tokens.Tags[i] is UniversalTag.Verb or UniversalTag.Cconj or UniversalTag.Adp || report.Names.Overlapping(Tokens.Span(i)).Any(static n => n.Kind == NameKind.Person)));
    }

    // "state Rep.", "Norland police Sgt.", "House Committee Chairman Rep.": words without a verb, a comma or another speaker, a title last.
    private bool IsTitleOpen(List<int> phrase, int at)
    {
        if (phrase[at] - phrase[0] != at)
        {
            return false;
        }

        for (int i = 0; i < at; i++)
        {
            bool isPart = Tokens.Tags[phrase[i]] is UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Adj or UniversalTag.Det or UniversalTag.Num || Tokens.Form(phrase[i]) is "-" or "." or "'s" or "’s" or "&";
            if (!isPart || report.Names.Overlapping(Tokens.Span(phrase[i])).Any(static n => n.Kind == NameKind.Person))
            {
                return false;
            }
        }

        string title = tree.Lower(phrase[at - 1]);
        return lexicon.In("person-titles", title) || lexicon.In("rank-titles", title) || (Gazetteer.English.TitleKind(title) is not null && !tree.HasFeature(phrase[at - 1], "Number=Plur"));
    }

    // "D-W.Va.", "R", "Republican of Norland".
    private bool IsPartyAt(List<int> phrase, int index)
    {
        if (index >= phrase.Count)
        {
            return false;
        }

        ReadOnlySpan<char> form = Tokens.Form(phrase[index]);
        bool isLetter = form is "D" or "R" or "I" && (index + 1 == phrase.Count || Tokens.Form(phrase[index + 1]) is "-" or "–" or ")" or ",");
        return isLetter || (form.Length > 2 && form[0] is 'D' or 'R' or 'I' && form[1] is '-' or '–' && char.IsUpper(form[2])) || tree.Lower(phrase[index]) is "republican" or "democrat";
    }

    // Whether an "and" behind the name joins another speaker to it.
    private bool JoinsBehind(List<int> phrase, int from)
    {
        bool isClause = false;
        for (int i = from; i < phrase.Count; i++)
        {
            isClause |= tree.Lower(phrase[i]) is "who" or "whose" or "which" || Tokens.Tags[phrase[i]] == UniversalTag.Verb;
            if (Tokens.Tags[phrase[i]] != UniversalTag.Cconj || isClause)
            {
                continue;
            }

            bool isSetOff = Tokens.Form(phrase[i] - 1) is "," or ")";
            int last = Math.Min(phrase.Count - 1, i + 6);
            if (isSetOff || report.Names.Overlapping(Tokens.Span(phrase[i], phrase[last] + 1)).Any(static n => n.Kind == NameKind.Person))
            {
                return true;
            }
        }

        return false;
    }
}
