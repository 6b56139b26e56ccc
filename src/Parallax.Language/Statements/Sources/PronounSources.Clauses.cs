using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Language.Coreference;
using Parallax.Language.Statements.Cues;

namespace Parallax.Language.Statements.Sources;

/// <content>Who "he" or "she" is by the clauses of the sentence itself, and which body "the agency" is by the sentence before.</content>
internal sealed partial class PronounSources
{
    // Words of a title before a name on which the name may hang.
    private const int MaxTitle = 3;

    // "Even as he blamed the port, Lund would not say why": who is named behind the clause that opens the sentence.
    private List<int>? ComingSubject(int pronoun, string word)
    {
        int verb = Tokens.Heads[pronoun], main = verb < 0 ? -1 : Tokens.Heads[verb];
        bool isOpening = main > verb && tree.Is(pronoun, "nsubj") && tree.Is(verb, "advcl") && Tokens.Heads[main] < 0 && quoted.Of(main) < 0 && tree.Child(verb, "mark") is >= 0 and int mark && lexicon.In("opening-marks", tree.Lower(mark));
        int subject = isOpening ? tree.Child(main, "nsubj") : -1;
        if (subject < pronoun || Tokens.Tags[subject] != UniversalTag.Propn || tree.Child(subject, "conj") >= 0 || report.Entities.At(Tokens.Span(subject)) is not { Kind: ActorKind.Person } person || IsSexOther(person, subject, word))
        {
            return null;
        }

        for (int i = tree.SentenceBounds(pronoun).First; i < pronoun; i++)
        {
            if (quoted.Of(i) < 0 && (IsPersonSubject(i) || IsNamed(i)))
            {
                return null;
            }
        }

        return Phrase(subject);
    }

    // "Brown decides whether Lund must go, and though she has said …": the subject of the clause beside, and not one who only stands in a clause below it.
    private List<int>? OuterSubject(int pronoun, Entity? entity, string word)
    {
        int verb = Tokens.Heads[pronoun];
        bool isJoined = false;
        if (entity is null || verb < 0 || !tree.Is(pronoun, "nsubj") || quoted.Of(pronoun) >= 0)
        {
            return null;
        }

        for (int steps = 0; steps < MaxDepth && Tokens.Heads[verb] >= 0 && (tree.Is(verb, "conj") || Tokens.Relations[verb] == "advcl"); steps++)
        {
            isJoined |= tree.Is(verb, "conj") || tree.Child(verb, "cc") >= 0;
            verb = Tokens.Heads[verb];
        }

        int subject = isJoined && Tokens.Heads[verb] < 0 ? tree.Child(verb, "nsubj") : -1;
        bool isNamed = subject >= 0 && subject < pronoun && Tokens.Tags[subject] == UniversalTag.Propn && tree.Child(subject, "conj") < 0 && quoted.Of(subject) < 0;
        if (!isNamed || report.Entities.At(Tokens.Span(subject)) is not { Kind: ActorKind.Person } person || person.Id == entity.Id || IsSexOther(person, subject, word))
        {
            return null;
        }

        for (int i = tree.SentenceBounds(pronoun).First; i < pronoun; i++)
        {
            // "Brown said Lund was wrong, and he …": of whom she speaks may be meant as well.
            int up = Tokens.Heads[i];
            bool isOther = IsPersonSubject(i) && report.Entities.At(Tokens.Span(i)) is { } other && other.Id != person.Id;
            if (isOther && (up < 0 || tree.Is(up, "ccomp") || tree.Is(up, "conj") || Tokens.Heads[up] < 0))
            {
                return null;
            }
        }

        return IsIn(entity, Tokens.SentenceOf(pronoun)) ? Phrase(subject) : null;
    }

    // Whether a sentence names or means the one otherwise than by a pronoun.
    private bool IsIn(Entity? entity, int sentence) => entity is not null && entity.Mentions.Any(m => m.Form != MentionForm.Pronoun && Tokens.SentenceOf(Tokens.TokensOf(m.Span).First) == sentence);

    // "That was strange to hear after Clerk Ole Dahl's statement. He called it …": whose words the sentence before, which has no other person, tells of.
    private List<int>? SpeechOf(int sentence, string word)
    {
        List<int>? whose = null;
        foreach (NameMention name in report.Names.Overlapping(Tokens.Span(Tokens.Sentences[sentence].FirstToken, Tokens.Sentences[sentence].EndToken)))
        {
            if (name.Kind != NameKind.Person || quoted.Of(name.FirstToken) >= 0)
            {
                continue;
            }

            int last = name.EndToken - 1, owned = Tokens.Heads[last];
            for (int steps = 0; steps < name.TokenCount + MaxTitle && owned >= 0 && owned < last; steps++)
            {
                owned = Tokens.Heads[owned];
            }

            bool isSpeech = owned > last && lexicon.In("speech-nouns", tree.Lemma(owned)) && Tokens.Form(last + 1) is "'s" or "’s" && report.Entities.At(Tokens.Span(last)) is { Kind: ActorKind.Person } person && !IsSexOther(person, last, word);
            if (!isSpeech || whose is not null)
            {
                return null;
            }

            whose = [.. Enumerable.Range(name.FirstToken, name.TokenCount)];
        }

        return whose;
    }

    // "Ada Brown said so.¶Ben Lund shows the pistol.¶“It works,” he added.": whom nothing but a caption names is told of by none of the text around it.
    private bool IsOfCaption(int pronoun, Entity entity)
    {
        bool isNamed = false;
        if (Tokens.Sentences[Tokens.SentenceOf(pronoun)].Part == TextPart.Caption)
        {
            return false;
        }

        foreach (Mention mention in entity.Mentions)
        {
            if (mention.Form != MentionForm.Pronoun)
            {
                if (Tokens.Sentences[Tokens.SentenceOf(Tokens.TokensOf(mention.Span).First)].Part != TextPart.Caption)
                {
                    return false;
                }

                isNamed = true;
            }
        }

        return isNamed;
    }

    // "Papers of the Port Office came out after it announced …": the one body that the sentence names before, where the subject cannot speak.
    private List<int>? OnlyBodyBefore(int pronoun)
    {
        List<int>? found = null;
        int verb = Tokens.Heads[pronoun];
        if (verb < 0 || tree.SentenceBounds(pronoun).First == pronoun || !tree.Is(pronoun, "nsubj") || !attributions.Exists(a => a.Source.Tokens is [var only] && only == pronoun && a.Cue is { Kind: CueKind.Verb, Passive: false }))
        {
            return null;
        }

        foreach (NameMention name in report.Names.Overlapping(Tokens.Span(tree.SentenceBounds(pronoun).First, pronoun)))
        {
            bool isBody = quoted.Of(name.FirstToken) < 0 && report.Entities.At(Tokens.Span(name.EndToken - 1)) is { Kind: ActorKind.Organization or ActorKind.Government or ActorKind.Agency or ActorKind.Outlet or ActorKind.Country };
            if (isBody && found is not null)
            {
                return null;
            }

            found = isBody ? [.. Enumerable.Range(name.FirstToken, name.TokenCount)] : found;
        }

        return found;
    }

    private static bool IsBodyCalled(Entity body, bool isAgency) => isAgency ? body.Kind is ActorKind.Organization or ActorKind.Government or ActorKind.Agency && body.Mentions.Any(static m => m.Form is MentionForm.Name or MentionForm.Acronym) : body.Kind is ActorKind.Organization;

    // "The Port Office opened the yard. The agency would not say why.": the named subject of the sentence right before.
    private List<int>? BodyToldBefore(int noun, bool isAgency)
    {
        int sentence = Tokens.SentenceOf(noun) - 1;
        if (sentence < 0 || Tokens.Sentences[sentence].Part is TextPart.Title or TextPart.Heading or TextPart.Caption)
        {
            return null;
        }

        for (int i = Tokens.Sentences[sentence].FirstToken; i < Tokens.Sentences[sentence].EndToken; i++)
        {
            bool isSubject = tree.Is(i, "nsubj") && Tokens.Heads[i] >= 0 && Tokens.Heads[Tokens.Heads[i]] < 0 && Tokens.Tags[Tokens.Heads[i]] == UniversalTag.Verb && Tokens.Tags[i] == UniversalTag.Propn && quoted.Of(i) < 0 && tree.Child(i, "conj") < 0;
            if (isSubject)
            {
                return report.Entities.At(Tokens.Span(i)) is { } body && IsBodyCalled(body, isAgency) ? Phrase(i) : null;
            }
        }

        return null;
    }
}
