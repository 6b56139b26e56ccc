using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Coreference;
using Parallax.Language.Coreference.Mentions;
using Parallax.Language.Statements.Cues;
using Parallax.Language.Statements.Quotations;
using Parallax.Language.Statements.Sources;

namespace Parallax.Language.Statements.Refusals;

/// <summary>Takes out statements of what has no voice: things that do something, words that point at a clause, owners of a noun.</summary>
/// <remarks>
/// "As talks continue, she stressed …", "drills to help them respond to “any crisis”": nothing is said. What things show ("the scan revealed that …", "records showed …") stays.
/// To be called once contents are final and entities can be asked for.
/// </remarks>
internal sealed class Voiceless(CueLexicon lexicon, DependencyTree tree, QuotedTokens quoted, SourceResolver resolver, Linker linker)
{
    private TokenLayer Tokens => tree.Tokens;

    /// <summary>Removes them from the list.</summary>
    public void Apply(List<Attribution> attributions)
    {
        List<Attribution> gone = attributions.FindAll(a => a is { Cue: { } cue, Source.IsEmpty: false } && (cue.Kind == CueKind.Verb ? IsVoiceless(a, cue) : cue.Kind == CueKind.Punctuation && IsTopic(a)));
        attributions.RemoveAll(a => gone.Contains(a) || (a.Continues is { } before && gone.Contains(before)));
        foreach (Attribution attribution in attributions)
        {
            attribution.About = attribution.About is { } about && gone.Contains(about) ? null : attribution.About;
        }
    }

    private bool IsVoiceless(Attribution attribution, Cue cue)
    {
        int head = linker.Head(attribution.Source.Tokens);
        string word = tree.Lower(head);
        if (attribution.Source.Tokens.Count == 1 && Tokens.Tags[head] is UniversalTag.Pron or UniversalTag.Det)
        {
            if (word is "nothing" or "something" or "anything" or "everything" or "your" or "my" or "his" or "her" or "its" or "our")
            {
                // "in “your song,” I said": an owner, and nobody who speaks.
                return word is not "her" || !tree.Is(head, "nsubj");
            }

            if (word is "this" or "that" or "these" or "those" && !tree.HasFeature(head, "PronType=Rel") && !IsRelative(head))
            {
                // "That said, it holds", "This is not to say that …", "This shows that …": the writer's own step.
                return quoted.Of(head) == quoted.Of(cue.Head);
            }
        }

        if (Tokens.Tags[head] == UniversalTag.Noun && lexicon.In("mute-nouns", tree.Lemma(head)) && attribution.Source.Tokens.TrueForAll(i => i == head || Tokens.Tags[i] is UniversalTag.Adj or UniversalTag.Det) && quoted.Of(head) == quoted.Of(cue.Head))
        {
            // "history says that it will pass", "conventional wisdom holds that …"
            return true;
        }

        if (attribution.Source.Tokens.Count == 1 && !cue.Passive && ((word is "me" or "us" or "him" or "them" && tree.IsFinite(cue.Head)) || (word == "you" && attribution.Content.Tokens[0] < cue.Head)))
        {
            // “Those who know me know that I would”: whom they know does not. “It was – you said this in May – no threat”
            return true;
        }

        Resolved source = resolver.Resolve(attribution.Source.Tokens);
        if (attribution.Source.Tokens.Count == 1 && word == "which" && quoted.Of(head) == quoted.Of(cue.Head) && source.Kind is ActorKind.Other or ActorKind.Product or ActorKind.Event or ActorKind.Group or ActorKind.Unnamed && lexicon.In("inferring-lemmas", tree.Lemma(cue.Head)))
        {
            // "It is shut, which suggests that …", "…, which raises concern about …": the writer's own step.
            return true;
        }

        if (source.Kind is not (ActorKind.Other or ActorKind.Product or ActorKind.Event or ActorKind.Group))
        {
            return false;
        }

        int noun = resolver.AntecedentOf(head);
        bool isIt = noun == head && word is "it" or "which" or "that" && source.Kind is not ActorKind.Group;
        bool isThing = isIt || (Tokens.Tags[noun] == UniversalTag.Noun && tree.Lower(head) != "who" && IsThing(noun, attribution.Source.Tokens));
        if (isThing && !isIt && MentionLexicon.Instance.Noun(tree.Lemma(noun)).Class == NounClass.Product && tree.Lemma(cue.Head) is not ("show" or "reveal" or "indicate" or "suggest" or "record" or "prove"))
        {
            // "The plane went on after determining that …"
            return true;
        }

        if (isThing && !isIt && tree.Lemma(cue.Head) is "confirm" or "affirm" or "underline" or "underscore" or "highlight" && !attribution.Content.Tokens.Exists(tree.IsFinite) && MentionLexicon.Instance.Noun(tree.Lemma(noun)).Class == NounClass.Event)
        {
            // "The win confirmed the strength of the club"
            return true;
        }

        if (isThing && !isIt && tree.Is(cue.Anchor, "acl") && tree.HasFeature(cue.Head, "VerbForm=Ger") && tree.Lemma(cue.Head) is not ("show" or "reveal" or "indicate" or "suggest" or "prove" or "find" or "read" or "say"))
        {
            // "A search is underway noting that …", "a history of arguing that goes back years"
            return true;
        }

        return isThing && !lexicon.In("showing-lemmas", tree.Lemma(cue.Head)) && (isIt ? !lexicon.In("report-lemmas", tree.Lemma(cue.Head)) : !IsTellingClause(cue));
    }

    // "Climate: The port is shut": what a headline is about.
    private bool IsTopic(Attribution attribution)
    {
        int head = linker.Head(attribution.Source.Tokens);
        return Tokens.Tags[head] == UniversalTag.Noun && !attribution.Content.Tokens.Exists(i => quoted.Of(i) >= 0) && resolver.Resolve(attribution.Source.Tokens).Kind is ActorKind.Other or ActorKind.Product or ActorKind.Event && IsThing(head, attribution.Source.Tokens);
    }

    private bool IsRelative(int head) => resolver.AntecedentOf(head) != head;

    // "The county said it holds": a noun that the lists do not know may well speak, where it says so plainly.
    private bool IsTellingClause(Cue cue) => lexicon.In("report-lemmas", tree.Lemma(cue.Head)) && tree.Lemma(cue.Head) is not ("add" or "post" or "publish" or "learn");

    private bool IsThing(int noun, List<int> phrase)
    {
        string lemma = tree.Lemma(noun);
        bool isKnown = lexicon.NounKind(lemma) is not null || lexicon.IsGroup(tree.Lower(noun)) || MentionLexicon.Instance.Noun(lemma).Class is not (NounClass.Unknown or NounClass.Product or NounClass.Event or NounClass.Time);
        bool isPerson = lemma.EndsWith("er", StringComparison.Ordinal) || lemma.EndsWith("or", StringComparison.Ordinal) || lemma.EndsWith("ian", StringComparison.Ordinal) || lemma.EndsWith("ist", StringComparison.Ordinal);
        // "his ally Ben Lund": a name beside it speaks.
        bool isName = char.IsUpper(Tokens.Form(noun)[0]) && noun > tree.SentenceBounds(noun).First;
        return !isKnown && !isPerson && !isName && !phrase.Exists(i => i > noun && tree.Is(i, "appos") && Tokens.Heads[i] == noun);
    }
}
