using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Language.Coreference.Mentions;
using Parallax.Language.Coreference.Nominals;
using Parallax.Language.Statements.Cues;
using Parallax.Language.Statements.Quotations;

namespace Parallax.Language.Statements.Sources;

/// <summary>Finds who is called again by what he is ("Ada Brown held up a sign. The 57-year-old teacher said …"), and names what is somebody's by its owner ("his campaign": Ben Lund's campaign), where coreference tells neither.</summary>
internal sealed class Epithets(CueLexicon lexicon, DependencyTree tree, QuotedTokens quoted, AnnotatedReport report)
{
    // Words of an epithet ("the former Norland border guard"), and sentences back to who is meant.
    private const int MaxWords = 8, MaxBack = 2;

    private TokenLayer Tokens => tree.Tokens;

    /// <summary>The person whom the sentences before deal with alone, where the phrase only tells what he is; else null.</summary>
    public Entity? Of(List<int> phrase, int head, Entity? entity)
    {
        int clause = phrase.FindIndex(i => Tokens.Form(i) is ",");
        List<int> called = clause > 0 ? phrase[..clause] : phrase;
        bool isFormer = phrase.Exists(i => i < head && BodyWords.Is("former", tree.Lemma(i))) && lexicon.NounKind(tree.Lemma(head)) == ActorKind.Person;
        bool isEpithet = called.Count is > 1 and <= MaxWords && called[^1] - called[0] == called.Count - 1 && (called[^1] == head || (isFormer && called.IndexOf(head) is > 0 and var at1 && tree.Lower(called[at1 + 1]) == "of")) && tree.Lower(phrase[0]) == "the" && (Tokens.Tags[head] is UniversalTag.Noun or UniversalTag.Adj || IsOfParty(head)) && !tree.HasFeature(head, "Number=Plur")
            && quoted.Of(head) < 0 && (lexicon.In("epithet-nouns", tree.Lemma(head)) || isFormer || IsAged(phrase)) && entity is null or { Kind: ActorKind.Unnamed or ActorKind.Person or ActorKind.Other };
        if (!isEpithet || (entity is not null && !IsOfParty(head) && entity.Mentions.Any(m => m.Form is MentionForm.Name || tree.Lower(Tokens.TokensOf(m.Span).First) is "a" or "an")))
        {
            return null;
        }

        int sentence = Tokens.SentenceOf(head);
        int opening = tree.SentenceBounds(head).First;
        if (opening < phrase[0] && report.Names.Overlapping(Tokens.Span(opening, phrase[0])).Any(n => n.Kind == NameKind.Person && quoted.Of(n.FirstToken) < 0))
        {
            // "a picture of Brown with Lund and a note that the businessman …": of those whom the sentence names.
            return null;
        }

        for (int at = sentence - 1; at >= 0 && sentence - at <= MaxBack && Tokens.Sentences[at].Part is not (TextPart.Title or TextPart.Heading or TextPart.Caption); at--)
        {
            List<Entity> told = Persons(at);
            MentionGender sex = entity is null ? MentionGender.Unknown : SexOf(entity);
            told = sex == MentionGender.Unknown || told.Count < 2 ? told : told.FindAll(t => SexOf(t) is var its && (its == sex || its == MentionGender.Unknown));
            if (told.Count == 0)
            {
                continue;
            }

            bool isFree = told.Count == 1 && !told[0].Mentions.Any(m => m.Form == MentionForm.Name && Tokens.SentenceOf(Tokens.TokensOf(m.Span).First) == sentence && quoted.Of(Tokens.TokensOf(m.Span).First) < 0) && !IsOtherSex(head, told[0]);
            return isFree && told[0].Kind == ActorKind.Person && told[0].Mentions.Any(static m => m.Form == MentionForm.Name) ? told[0] : null;
        }

        return null;
    }

    /// <summary>The phrase with its owner's name in the place of "his", "her", "its" or "their"; null where that owner has no name.</summary>
    public string? Owned(List<int> phrase, Entity? entity)
    {
        bool isOwned = phrase.Count is > 1 and <= MaxWords && phrase[^1] - phrase[0] == phrase.Count - 1 && Tokens.Tags[phrase[0]] == UniversalTag.Pron && tree.Lower(phrase[0]) is "his" or "her" or "its" or "their" && !phrase.Exists(i => Tokens.Form(i) is ",");
        if (!isOwned || (entity is not null && entity.Mentions.Any(static m => m.Form == MentionForm.Name)) || report.Entities.At(Tokens.Span(phrase[0])) is not { Kind: ActorKind.Person or ActorKind.Organization or ActorKind.Government or ActorKind.Country or ActorKind.Outlet or ActorKind.Group } owner)
        {
            return null;
        }

        // "its own website", "its shares": of what the words before deal with, which is often a thing.
        bool isBody = tree.Lower(phrase[0]) is "his" or "her" || ((lexicon.NounKind(tree.Lemma(OwnedHead(phrase))) is ActorKind.Person or ActorKind.Government || lexicon.IsGroup(tree.Lower(OwnedHead(phrase)))) && !phrase.Exists(i => tree.Lower(i) == "own"));
        bool isNamed = isBody && owner.Id != entity?.Id && owner.Mentions.Any(static m => m.Form == MentionForm.Name) && (owner.Kind == ActorKind.Person) == (tree.Lower(phrase[0]) is "his" or "her");
        return isNamed ? OwnedName(owner, Tokens.Text.Slice(Tokens.Span(phrase[1], phrase[^1] + 1))) : null;
    }

    /// <summary>"The Brown campaign", "Mrs. Brown's team", and "the campaign" where the report calls it so: named by the person whose it is; null for another body, and for one of a year.</summary>
    public string? OfCandidate(List<int> phrase, int head, Entity? entity)
    {
        if (!lexicon.In("candidate-bodies", tree.Lemma(head)) || tree.HasFeature(head, "Number=Plur") || phrase.Exists(i => Tokens.Form(i) is ","))
        {
            return null;
        }

        if (OwnerOfBody(phrase[0], head) is { } own)
        {
            return own;
        }

        bool isBare = phrase.Count == 2 && tree.Lower(phrase[0]) == "the" && phrase[1] == head;
        foreach (Mention mention in isBare && entity is not null ? entity.Mentions : [])
        {
            (int first, int end) = Tokens.TokensOf(mention.Span);
            if (mention.Form != MentionForm.Pronoun && end - 1 > first && tree.Lemma(end - 1) == tree.Lemma(head) && OwnerOfBody(first, end - 1) is { } called)
            {
                return called;
            }
        }

        return null;
    }

    // The words from the first to the noun are the owner's name and what stands with it, "presidential" and the like.
    private string? OwnerOfBody(int first, int head)
    {
        int at = head - 1;
        while (at > first && lexicon.In("candidate-adjectives", tree.Lower(at)))
        {
            at--;
        }

        at -= at > first && Tokens.Form(at) is "'s" or "’s" or "'" or "’" ? 1 : 0;
        Entity? owner = at < first || Tokens.Tags[at] != UniversalTag.Propn ? null : report.Entities.At(Tokens.Span(at));
        bool isOwner = owner is { Kind: ActorKind.Person } && owner.Mentions.Any(m => m.Form == MentionForm.Name && m.Span.Overlaps(Tokens.Span(at)) && (m.Start <= Tokens.Starts[first] || AreTitles(first, Tokens.TokensOf(m.Span).First)));
        return isOwner ? OwnedName(owner!, tree.Lower(head)) : null;
    }

    private bool AreTitles(int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            if (tree.Lower(i) != "the" && Tokens.Tags[i] is not (UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Adj))
            {
                return false;
            }
        }

        return true;
    }

    private static string OwnedName(Entity owner, string what) => $"{owner.Name}{(owner.Name.EndsWith('s') ? "’" : "’s")} {what}";

    // "its embassy in Lanor": the embassy.
    private int OwnedHead(List<int> phrase) => phrase.FindIndex(i => Tokens.Tags[i] == UniversalTag.Adp) is > 1 and int where ? phrase[where - 1] : phrase[^1];

    // What "Mr" does not tell here: the pronouns, where they agree, else the first name.
    private MentionGender SexOf(Entity entity)
    {
        bool he = false, she = false;
        MentionGender named = MentionGender.Unknown;
        foreach (Mention mention in entity.Mentions)
        {
            string form = mention.Form is MentionForm.Pronoun or MentionForm.Name ? Tokens.Text.Slice(mention.Span) : "";
            he |= mention.Form == MentionForm.Pronoun && form.ToLowerInvariant() is "he" or "his" or "him";
            she |= mention.Form == MentionForm.Pronoun && form.ToLowerInvariant() is "she" or "her" or "hers" or "herself";
            int space = mention.Form == MentionForm.Name ? form.IndexOf(' ', StringComparison.Ordinal) : -1;
            named = named == MentionGender.Unknown && space > 0 ? MentionLexicon.FirstName(form[..space].ToLowerInvariant()) : named;
        }

        return named != MentionGender.Unknown ? named : he == she ? MentionGender.Unknown : he ? MentionGender.Male : MentionGender.Female;
    }

    // Those whom a sentence names, or means by a pronoun, in the report's own words.
    private List<Entity> Persons(int sentence)
    {
        List<Entity> persons = [];
        foreach (Entity entity in report.Entities.Entities)
        {
            bool isPerson = entity.Kind is ActorKind.Person || (entity.Kind is ActorKind.Unnamed && !entity.Mentions.All(m => Tokens.TokensOf(m.Span) is var (_, end) && tree.HasFeature(end - 1, "Number=Plur")));
            if (isPerson && entity.Mentions.Any(m => Tokens.TokensOf(m.Span).First is var first && Tokens.SentenceOf(first) == sentence && quoted.Of(first) < 0))
            {
                persons.Add(entity);
            }
        }

        return persons;
    }

    // "the 57-year-old", "the 57-year-old teacher": who is told by an age.
    private bool IsAged(List<int> phrase) => phrase.Exists(i => tree.Lower(i).EndsWith("-year-old", StringComparison.Ordinal))
        || (phrase.Exists(i => tree.Lower(i) == "year") && phrase.Exists(i => tree.Lower(i) == "old") && Tokens.Tags[phrase[1]] == UniversalTag.Num);

    // "the Norby Democrat": written as a name, and what one of them is.
    private bool IsOfParty(int head) => Tokens.Tags[head] == UniversalTag.Propn && lexicon.In("epithet-nouns", Tokens.Form(head).ToString());

    private bool IsOtherSex(int head, Entity person)
    {
        string word = tree.Lower(head), other = word.EndsWith("woman", StringComparison.Ordinal) || word is "actress" or "heiress" ? "he" : word.EndsWith("man", StringComparison.Ordinal) ? "she" : "";
        return other.Length > 0 && person.Mentions.Any(m => m.Form == MentionForm.Pronoun && tree.Lower(Tokens.TokensOf(m.Span).First) == other);
    }
}
