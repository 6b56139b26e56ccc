using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Coreference;
using Parallax.Language.Coreference.Mentions;
using Parallax.Language.Statements.Cues;

namespace Parallax.Language.Statements.Sources;

/// <content>Who a pronoun is that stands in what another says, or for several.</content>
internal sealed partial class PronounSources
{
    /// <summary>Whether "he" or "she" cannot be a person whose first name tells the other sex, nor "they" a happening or a thing.</summary>
    public bool IsOther(int pronoun, Entity entity) => tree.Lower(pronoun) switch
    {
        "he" or "she" => IsOfCaption(pronoun, entity) || (Tokens.Tags[pronoun] == UniversalTag.Pron && FirstNameOf(entity) == (tree.Lower(pronoun) == "he" ? MentionGender.Female : MentionGender.Male) && !IsCalledSo(entity, tree.Lower(pronoun))) || IsNamedInQuotesOnly(pronoun, entity),
        "they" => entity.Kind is ActorKind.Event or ActorKind.Product or ActorKind.Document || IsOfThings(entity),
        _ => false,
    };

    // “Seeing the Vares, they fled,” he said: whom quoted words alone name is told of by another.
    private bool IsNamedInQuotesOnly(int pronoun, Entity entity) => quoted.Of(pronoun) < 0 && entity.Mentions.Any(static m => m.Form == MentionForm.Name)
        && entity.Mentions.All(m => m.Form == MentionForm.Pronoun || quoted.Of(Tokens.TokensOf(m.Span).First) >= 0);

    // A name, or one person by a noun: "an officer".
    private bool IsPersonCalled(int head, Entity speaker) => speaker.Mentions.Any(static m => m.Form == MentionForm.Name)
        || (Tokens.Tags[head] == UniversalTag.Noun && !tree.HasFeature(head, "Number=Plur") && lexicon.NounKind(tree.Lemma(head)) == ActorKind.Person);

    // "their negotiations": nothing but nouns for what cannot speak.
    private bool IsOfThings(Entity entity)
    {
        bool isThing = false;
        foreach (Mention mention in entity.Mentions)
        {
            if (mention.Form == MentionForm.Pronoun)
            {
                continue;
            }

            (int first, int end) = Tokens.TokensOf(mention.Span);
            int head = HeadOf([.. Enumerable.Range(first, end - first)]);
            if (mention.Form != MentionForm.Nominal || Tokens.Tags[head] != UniversalTag.Noun || CanSpeak(head, entity) || !MentionLexicon.Instance.Knows(tree.Lemma(head)))
            {
                return false;
            }

            isThing = true;
        }

        return isThing;
    }

    // A first name may be anybody's: the pronouns that the report has for the one outweigh it.
    private bool IsCalledSo(Entity entity, string word)
    {
        int same = 0, other = 0;
        foreach (Mention mention in entity.Mentions)
        {
            string form = mention.Form == MentionForm.Pronoun ? Tokens.Text.Slice(mention.Span).ToLowerInvariant() : "";
            bool isHe = form is "he" or "his" or "him", isShe = form is "she" or "her" or "hers";
            same += (word == "he" ? isHe : isShe) ? 1 : 0;
            other += (word == "he" ? isShe : isHe) ? 1 : 0;
        }

        return same > other && same > 1;
    }

    // "Ada Brown said she hoped …": the subject of the words told, before which they name nobody, is who tells them.
    private List<int>? SaidOfSelf(int pronoun, string word)
    {
        Attribution? outer = null;
        foreach (Attribution a in attributions)
        {
            bool holds = a.Cue is { Kind: CueKind.Verb, Passive: false } && !a.Source.IsEmpty && a.Source.Tokens[^1] < pronoun && a.Content.Tokens.BinarySearch(pronoun) >= 0;
            outer = holds && (outer is null || a.Content.Tokens.Count < outer.Content.Tokens.Count) ? a : outer;
        }

        int verb = Tokens.Heads[pronoun];
        bool isSubject = outer is { Cue: { } cue } && cue.Head < pronoun && tree.Is(pronoun, "nsubj") && verb >= 0 && Tokens.Heads[verb] == cue.Head && quoted.Of(pronoun) == quoted.Of(cue.Head) && Tokens.SentenceOf(cue.Head) == Tokens.SentenceOf(pronoun);
        if (!isSubject || outer!.Content.Tokens.Exists(i => i < pronoun && (IsPersonSubject(i) || IsNamed(i))))
        {
            return null;
        }

        List<int> source = outer.Source.Tokens;
        int head = HeadOf(source);
        bool isSeveral = tree.HasFeature(head, "Number=Plur") || tree.Child(head, "conj") >= 0;
        bool agrees = word switch
        {
            "they" => isSeveral || tree.Lower(head) is "they" or "some" or "many" or "others",
            "it" => tree.Lower(head) == "it" || (!isSeveral && Tokens.Tags[head] is UniversalTag.Propn or UniversalTag.Noun && Agrees(head, word)),
            _ => tree.Lower(head) == word || (!isSeveral && Tokens.Tags[head] is UniversalTag.Propn or UniversalTag.Noun && report.Entities.At(Tokens.Span(head)) is var told && (told is { Kind: ActorKind.Person } ? !IsSexOther(told, head, word) : told is null && Tokens.Tags[head] == UniversalTag.Propn)),
        };
        return agrees ? source : null;
    }

    // “You said it was safe,” Bell told Lund; “You said it was safe,” Bell said. Lund replied: who is told, or who answers in the next sentences.
    private List<int>? SpokenTo(int pronoun)
    {
        Attribution? asker = quoted.Of(pronoun) < 0 ? null : attributions.Find(a => !a.Source.IsEmpty && quoted.Of(a.Source.Tokens[0]) < 0 && a.Content.Tokens.BinarySearch(pronoun) >= 0);
        if (asker is null)
        {
            return null;
        }

        if (asker.Addressee >= 0 && asker.Addressee != pronoun && quoted.Of(asker.Addressee) < 0)
        {
            return [asker.Addressee];
        }

        int last = Tokens.SentenceOf(Math.Max(asker.Content.Tokens[^1], asker.Order));
        Attribution? answer = attributions.Find(a => a.Cue is { Kind: CueKind.Verb } cue && lexicon.In("replying-lemmas", tree.Lemma(cue.Head)) && a.Source is { IsEmpty: false } source && quoted.Of(source.Tokens[0]) < 0 && Tokens.SentenceOf(a.Order) > last && Tokens.SentenceOf(a.Order) <= last + 2);
        return answer is null || answer.Source.Tokens.Contains(pronoun) ? null : answer.Source.Tokens;
    }

    // "asked Ada Brown about the night when she claimed it": who is asked about something is the one it is of.
    private List<int>? AskedOf(int pronoun, string word)
    {
        for (int at = pronoun, steps = 0; steps < MaxDepth && Tokens.Heads[at] >= 0; steps++)
        {
            at = Tokens.Heads[at];
            int asked = lexicon.In("asking-lemmas", tree.Lemma(at)) ? Math.Max(tree.Child(at, "obj"), tree.Child(at, "iobj")) : -1;
            if (asked > at && asked < pronoun && quoted.Of(at) < 0 && Tokens.Tags[asked] == UniversalTag.Propn)
            {
                bool isHim = report.Entities.At(Tokens.Span(asked)) is { Kind: ActorKind.Person } person && tree.Child(asked, "conj") < 0 && !IsSexOther(person, asked, word) && tree.Lower(asked + 1) is not "'s" and not "’s";
                return isHim ? Phrase(asked) : null;
            }
        }

        return null;
    }

    // "those who are at ease, they know that …": the phrase before the comma, which the pronoun takes up.
    private List<int>? NamedAhead(int pronoun)
    {
        int verb = Tokens.Heads[pronoun];
        if (verb < 0 || !tree.Is(pronoun, "nsubj") || pronoun < 2 || Tokens.Form(pronoun - 1) is not ",")
        {
            return null;
        }

        foreach (int child in tree.Children(verb))
        {
            // "Norland, he said, made it up": what stands before the comma opens the words.
            bool isTold = attributions.Exists(a => a.Source.Tokens is [var only] && only == pronoun && a.Content.Tokens.BinarySearch(child) >= 0);
            if (child < pronoun && !isTold && tree.Is(child, "nsubj") && tree.Yield(child)[^1] >= pronoun - 2)
            {
                return tree.Yield(child).FindAll(i => i < pronoun - 1);
            }
        }

        return null;
    }

    // "Ada Brown met anger over her remark": what stands in a phrase of a clause is its subject's, where the sex fits.
    private List<int>? SubjectOfOwner(int pronoun, string word)
    {
        int at = Tokens.Heads[pronoun];
        bool isInPhrase = false;
        for (int steps = 0; at >= 0 && steps < MaxDepth && Tokens.Tags[at] is UniversalTag.Noun or UniversalTag.Propn; steps++)
        {
            isInPhrase |= tree.Is(at, "obl") || tree.Is(at, "nmod");
            if (!tree.Is(at, "obl") && !tree.Is(at, "nmod") && !tree.Is(at, "obj"))
            {
                return null;
            }

            at = Tokens.Heads[at];
        }

        int subject = at < 0 || !isInPhrase ? -1 : tree.Child(at, "nsubj");
        if (subject < 0 || subject > pronoun || tree.Child(subject, "conj") >= 0 || tree.HasFeature(subject, "Number=Plur"))
        {
            return null;
        }

        bool isSame = Tokens.Tags[subject] == UniversalTag.Pron ? tree.Lower(subject) == word : report.Entities.At(Tokens.Span(subject)) is { Kind: ActorKind.Person } person && !IsSexOther(person, subject, word);
        return !isSame ? null : Tokens.Tags[subject] == UniversalTag.Pron ? [subject] : Phrase(subject);
    }

    // “Ben Lund did not win. He said it was over,” she said: inside quoted words whom they tell of, and nobody whom they do not name.
    private List<int>? SubjectInQuotation(int pronoun, Entity? entity, string word)
    {
        int quotation = quoted.Of(pronoun), subject = -1;
        for (int i = pronoun - 1; i >= 0 && quoted.Of(i) == quotation; i--)
        {
            if (Tokens.Tags[i] == UniversalTag.Propn && entity is not null && report.Entities.At(Tokens.Span(i))?.Id == entity.Id)
            {
                return null;
            }

            bool isTold = subject < 0 && tree.Is(i, "nsubj") && Tokens.Tags[i] == UniversalTag.Propn && report.Entities.At(Tokens.Span(i)) is { Kind: ActorKind.Person } person && !IsSexOther(person, i, word);
            subject = isTold ? i : subject;
        }

        int joined = subject < 0 ? -1 : tree.Child(subject, "conj");
        return subject < 0 || (joined >= 0 && Tokens.Tags[joined] != UniversalTag.Pron) ? null : joined < 0 ? Phrase(subject) : [subject];
    }

    private bool IsAdding(int pronoun) => attributions.Exists(a => a.Source.Tokens is [var only] && only == pronoun && a.Cue is { Kind: CueKind.Verb, Entry.Lemma: "add" or "continue" or "go_on" });

    // "said the two leaders met. They agreed …": the nearest subject before it, of this sentence or the one before, that is several who can speak; else a body there ("Norby police saw him. They say …").
    private List<int>? SeveralBefore(int pronoun)
    {
        int sentence = Tokens.SentenceOf(pronoun), body = -1;
        for (int i = pronoun - 1; i >= 0 && Tokens.SentenceOf(i) >= sentence - 1; i--)
        {
            if (!tree.Is(i, "nsubj") || Tokens.Tags[i] is not (UniversalTag.Noun or UniversalTag.Propn) || IsAskedNumber(i) || !Agrees(i, "they"))
            {
                continue;
            }

            bool isBody = Tokens.Tags[i] == UniversalTag.Propn && Tokens.SentenceOf(i) == sentence;
            if (isBody || Tokens.Tags[i] == UniversalTag.Noun || tree.Child(i, "conj") >= 0 || tree.HasFeature(i, "Number=Plur"))
            {
                return Phrase(i);
            }

            body = body < 0 && quoted.Of(i) < 0 ? i : body;
        }

        // Several who stand elsewhere in these sentences may be meant as well.
        for (int i = body; i >= 0 && i < pronoun; i++)
        {
            if (tree.HasFeature(i, "Number=Plur") && Tokens.Tags[i] == UniversalTag.Noun && CanSpeak(i, report.Entities.At(Tokens.Span(i))))
            {
                return null;
            }
        }

        return body < 0 ? null : Phrase(body);
    }

    // "how many people": nobody is told of.
    private bool IsAskedNumber(int noun)
    {
        foreach (int child in tree.Children(noun))
        {
            if (child < noun && (tree.Lower(child) is "what" or "which" or "whose" || (tree.Lower(child) is "many" && tree.Child(child, "advmod") >= 0)))
            {
                return true;
            }
        }

        return false;
    }
}
