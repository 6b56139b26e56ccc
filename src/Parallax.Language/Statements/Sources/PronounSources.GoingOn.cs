using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Language.Statements.Cues;

namespace Parallax.Language.Statements.Sources;

/// <content>Who spoke last and goes on, where coreference gives a pronoun nobody, nobody named, or one of the other sex.</content>
internal sealed partial class PronounSources
{
    private const int MaxSentences = 3;

    // "Police said two men fled. They said …", "A spokeswoman told of a crowd. They said …": who spoke in the sentence before, and not those of whom they told.
    private List<int>? SeveralGoOn(int pronoun)
    {
        Attribution? own = attributions.Find(a => a.Source.Tokens is [var only] && only == pronoun);
        int sentence = own is { Cue: { Kind: CueKind.Verb, Passive: false } cue } && quoted.Of(pronoun) < 0 && cue.Has(CueFrames.Clause) && !IsInner(own) ? Tokens.SentenceOf(Math.Min(pronoun, own.Content.Tokens[0])) - 1 : -1;
        if (sentence < 0 || (SpeakerIn(sentence) ?? attributions.Find(a => a is { Source.IsEmpty: false, Cue: { Kind: CueKind.Adjective } sure } && Tokens.SentenceOf(sure.Head) == sentence && Tokens.Heads[sure.Head] < 0 && quoted.Of(sure.Head) < 0)) is not { } before)
        {
            return null;
        }

        for (int i = tree.SentenceBounds(pronoun).First; i < pronoun; i++)
        {
            if ((tree.Is(i, "nsubj") || tree.Is(i, "nsubj:pass")) && Tokens.Tags[i] is UniversalTag.Noun or UniversalTag.Propn && own!.Content.Tokens.BinarySearch(i) < 0)
            {
                // "Two yards shut after they warned of it": a subject of the sentence itself is nearer.
                return null;
            }
        }

        int head = HeadOf(before.Source.Tokens);
        return tree.Lower(head) == "they" ? Antecedent(head) : lexicon.In("spokes-words", tree.Lower(head)) && Tokens.Tags[head] == UniversalTag.Noun || Agrees(head, "they") ? before.Source.Tokens : null;
    }

    // "A neighbour told of screams. “They were loud,” he said.", "The clerk said she was tired. She added: …": the person who spoke last.
    private List<int>? PersonGoesOn(int pronoun, Entity? entity, string word)
    {
        Attribution? own = attributions.Find(a => a.Source.Tokens is [var only] && only == pronoun);
        bool isAdding = own?.Cue is { Kind: CueKind.Verb, Entry.Lemma: "add" or "continue" or "go_on" };
        bool isOpen = entity is null || entity.Mentions.All(static m => m.Form != MentionForm.Name) || IsOtherSex(entity, word);
        if (own is null || (!isAdding && !isOpen) || (entity is not null && IsSubjectBefore(entity, own, pronoun)))
        {
            return null;
        }

        if (QuotedBefore(own, word) is { } told)
        {
            return told;
        }

        if (LastSpeaker(own) is not { } source || source[^1] == pronoun)
        {
            return entity is null ? SpokesmanBefore(own, word) : null;
        }

        int head = HeadOf(source);
        if (Tokens.Tags[head] == UniversalTag.Pron)
        {
            bool isTold = report.Entities.At(Tokens.Span(head))?.Mentions.Any(static m => m.Form != MentionForm.Pronoun) == true || Antecedent(head) is not null;
            return tree.Lower(head) == word && isTold ? source : null;
        }

        Entity? speaker = Speaker(source);
        bool isPerson = !tree.HasFeature(head, "Number=Plur") && (speaker is { Kind: ActorKind.Person } || (Tokens.Tags[head] == UniversalTag.Noun && lexicon.NounKind(tree.Lemma(head)) == ActorKind.Person) || tree.Lower(head) is "one" or "another");
        bool isOtherWord = tree.Lower(head).EndsWith("woman", StringComparison.Ordinal) ? word == "he" : tree.Lower(head).EndsWith("man", StringComparison.Ordinal) && word == "she";
        return isPerson && !isOtherWord && (speaker is null || speaker.Mentions.All(static m => m.Form != MentionForm.Name) || !IsOtherSex(speaker, word)) ? source : entity is null && !isPerson ? SpokesmanBefore(own, word) : null;
    }

    // "Ada Brown blamed the town, though she added …": the subject of the sentence itself.
    private bool IsSubjectBefore(Entity entity, Attribution own, int pronoun)
    {
        for (int i = tree.SentenceBounds(pronoun).First; i < pronoun; i++)
        {
            if (tree.Is(i, "nsubj") && Tokens.Tags[i] == UniversalTag.Propn && quoted.Of(i) < 0 && own.Content.Tokens.BinarySearch(i) < 0 && report.Entities.At(Tokens.Span(i))?.Id == entity.Id && !_names.IsCalledOther(i, pronoun))
            {
                return true;
            }
        }

        return false;
    }

    // “Leave it,” Ada Brown shot back. She added …: the one beside quoted words in the sentence before, whatever his verb is.
    private List<int>? QuotedBefore(Attribution own, string word)
    {
        int sentence = Tokens.SentenceOf(Math.Min(own.Order, own.Content.Tokens[0])) - 1;
        if (sentence < 0 || quoted.IsPulled(sentence) || SpeakerIn(sentence) is not null || Tokens.Sentences[sentence].Part is TextPart.Title or TextPart.Heading or TextPart.Caption || quoted.Of(Tokens.Sentences[sentence].FirstToken) < 0)
        {
            return null;
        }

        for (int i = Tokens.Sentences[sentence].FirstToken; i < Tokens.Sentences[sentence].EndToken; i++)
        {
            bool isSubject = quoted.Of(i) < 0 && tree.Is(i, "nsubj") && Tokens.Tags[i] == UniversalTag.Propn && Tokens.Heads[i] is var verb && Tokens.Heads[verb] < 0 && quoted.Of(verb) < 0 && i > Tokens.Sentences[sentence].FirstToken && Tokens.Tags[verb] == UniversalTag.Verb;
            if (isSubject)
            {
                return report.Entities.At(Tokens.Span(i)) is { Kind: ActorKind.Person } person && tree.Child(i, "conj") < 0 && !IsSexOther(person, i, word) ? Phrase(i) : null;
            }
        }

        return null;
    }

    // "The firm is open, a spokeswoman who would not be named said. It will stay so, she said.": the one spokesman of the sentence before.
    private List<int>? SpokesmanBefore(Attribution own, string word)
    {
        int found = -1, sentence = Tokens.SentenceOf(Math.Min(own.Order, own.Content.Tokens[0])) - 1;
        for (int i = sentence < 0 ? 0 : Tokens.Sentences[sentence].FirstToken; sentence >= 0 && i < Tokens.Sentences[sentence].EndToken; i++)
        {
            if (lexicon.In("spokes-words", tree.Lower(i)) && quoted.Of(i) < 0 && !IsSexOther(null, i, word))
            {
                if (found >= 0)
                {
                    return null;
                }

                found = i;
            }
        }

        return found < 0 ? null : Phrase(found);
    }

    // "The indictment charges that she lied. It says …", "Though the paper gave no name, it stated …".
    private List<int>? BodyGoesOn(int pronoun, Entity? entity)
    {
        Attribution? own = attributions.Find(a => a.Source.Tokens is [var only] && only == pronoun);
        if (own is null || entity?.Mentions.Any(static m => m.Form != MentionForm.Pronoun) == true)
        {
            return null;
        }

        for (int i = pronoun - 1; i >= tree.SentenceBounds(pronoun).First; i--)
        {
            if (tree.Is(i, "nsubj") && quoted.Of(i) < 0 && tree.Is(Tokens.Heads[i], "advcl") && Tokens.Tags[i] is UniversalTag.Noun or UniversalTag.Propn && IsBody(i))
            {
                return Phrase(i);
            }
        }

        return LastSpeaker(own) is { } source && IsBody(HeadOf(source)) ? source : MainBodyBefore(own, pronoun);
    }

    // "Axis Motors listed the cars. It also said …": the named body of which the sentence right before tells.
    private List<int>? MainBodyBefore(Attribution own, int pronoun)
    {
        int sentence = own.Cue is { Kind: CueKind.Verb, Passive: false } cue && cue.Has(CueFrames.Clause) && tree.Is(pronoun, "nsubj") && quoted.Of(cue.Head) < 0 && Tokens.SentenceOf(Math.Min(pronoun, own.Content.Tokens[0])) is > 0 and int at && Tokens.Sentences[at - 1].Part is not (TextPart.Title or TextPart.Heading) ? at - 1 : -1;
        for (int i = sentence < 0 ? pronoun : Tokens.Sentences[sentence].FirstToken; sentence >= 0 && i < Tokens.Sentences[sentence].EndToken; i++)
        {
            if (tree.Is(i, "nsubj") && Tokens.Heads[i] >= 0 && Tokens.Heads[Tokens.Heads[i]] < 0)
            {
                bool isNamed = Tokens.Tags[i] == UniversalTag.Propn && quoted.Of(i) < 0 && tree.Child(i, "conj") < 0 && report.Entities.At(Tokens.Span(i)) is { Kind: ActorKind.Organization or ActorKind.Government or ActorKind.Outlet or ActorKind.Agency };
                return isNamed ? Phrase(i) : null;
            }
        }

        return null;
    }

    private bool IsBody(int head) => !tree.HasFeature(head, "Number=Plur") && (lexicon.NounKind(tree.Lemma(head)) is ActorKind.Document or ActorKind.Outlet or ActorKind.Agency or ActorKind.Organization or ActorKind.Government
        || report.Entities.At(Tokens.Span(head)) is { Kind: ActorKind.Organization or ActorKind.Government or ActorKind.Outlet or ActorKind.Agency or ActorKind.Document or ActorKind.Country });

    // The source of the attribution before, outside of quotations and of what another says; or null where it is too far off.
    private List<int>? LastSpeaker(Attribution own)
    {
        Attribution? last = null;
        int sentence = Tokens.SentenceOf(own.Order);
        foreach (Attribution a in attributions)
        {
            bool isBefore = a.Order < own.Order && !ReferenceEquals(a, own) && !a.Source.IsEmpty && quoted.Of(a.Source.Tokens[0]) < 0 && sentence - Tokens.SentenceOf(Math.Max(a.Order, a.Content.Tokens[^1])) <= MaxSentences
                && Tokens.SentenceOf(a.Order) < sentence && a.Cue is null or { Kind: CueKind.Verb or CueKind.Preposition } && Tokens.Form(tree.SentenceBounds(a.Order).First) is not "("; // a sentence in brackets goes on nowhere
            bool isInner = isBefore && attributions.Exists(o => !ReferenceEquals(o, a) && o.Content.Tokens.BinarySearch(a.Source.Tokens[0]) >= 0);
            last = isBefore && !isInner ? a : last;
        }

        return last?.Source.Tokens;
    }

    private List<int>? SpeakerBefore(Attribution own, Entity? named, bool isPerson)
    {
        int sentence = Tokens.SentenceOf(own.Order);
        Attribution? best = null;
        foreach (Attribution a in attributions)
        {
            bool isNear = a.Order < own.Order && !ReferenceEquals(a, own) && sentence - Tokens.SentenceOf(a.Order) is > 0 and <= 2 && !a.Source.IsEmpty;
            if (!isNear || report.Entities.At(Tokens.Span(HeadOf(a.Source.Tokens))) is not { } entity || entity.Id == named?.Id || (entity.Kind == ActorKind.Person) != isPerson)
            {
                continue;
            }

            bool isNearer = best is null || Tokens.SentenceOf(a.Order) > Tokens.SentenceOf(best.Order);
            best = isNearer ? a : best;
        }

        return best?.Source.Tokens;
    }
}
