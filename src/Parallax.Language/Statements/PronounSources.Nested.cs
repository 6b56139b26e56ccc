using Parallax.Core.Accounts;
using Parallax.Core.Layers;

namespace Parallax.Language.Statements;

/// <content>Who a pronoun is that stands in what another says, or for several.</content>
internal sealed partial class PronounSources
{
    /// <summary>Whether "he" or "she" cannot be a person whose first name, title or kinship tells the other sex, nor "they" a happening or a thing.</summary>
    public bool IsOther(int pronoun, Entity entity) => tree.Lower(pronoun) switch
    {
        "he" or "she" => Tokens.Tags[pronoun] == UniversalTag.Pron && IsSexOther(entity, pronoun, tree.Lower(pronoun)),
        "they" => entity.Kind is ActorKind.Event or ActorKind.Product or ActorKind.Document,
        _ => false,
    };

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
            _ => tree.Lower(head) == word || (!isSeveral && Tokens.Tags[head] is UniversalTag.Propn or UniversalTag.Noun && Speaker(source) is var told && (told is { Kind: ActorKind.Person } ? !IsSexOther(told, head, word) : told is null && Tokens.Tags[head] == UniversalTag.Propn)),
        };
        return agrees ? source : null;
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

        return subject < 0 ? null : Phrase(subject);
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
