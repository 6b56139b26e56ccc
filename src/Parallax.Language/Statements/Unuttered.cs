using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Reports;

namespace Parallax.Language.Statements;

/// <summary>Takes out what has the shape of an attribution and says nothing, once network and structure are brought together.</summary>
internal sealed class Unuttered(CueLexicon lexicon, DependencyTree tree, QuotedTokens quoted, Layer<NameMention> names, Linker linker)
{
    private TokenLayer Tokens => tree.Tokens;

    /// <summary>Removes them from the list.</summary>
    public void Apply(List<Attribution> attributions)
    {
        List<Attribution> gone = attributions.FindAll(a => a.Cue is { } cue && (IsRefusal(a, cue) || IsGround(cue) || IsPlace(a, cue, attributions) || (a.Source.Tokens is { Count: > 0 } source && (IsAnybody(source, cue) || IsKindOfPeople(a, source, cue) || IsNeverThought(source, cue) || IsUnable(source, cue) || IsThing(source, cue)))));
        attributions.RemoveAll(gone.Contains);
    }

    // "will deny coverage to the sick": a thing that is not given; nothing is disputed.
    private bool IsRefusal(Attribution attribution, Cue cue)
    {
        int thing = cue.Kind == CueKind.Verb && cue.Entry?.Lemma == "deny" ? tree.Child(cue.Head, cue.Passive ? "nsubj" : "obj") : -1;
        return thing >= 0 && lexicon.In("refused-nouns", tree.Lemma(thing)) && !attribution.Content.Tokens.Exists(i => quoted.Of(i) >= 0 && quoted.Of(cue.Head) < 0) && tree.Child(cue.Head, "ccomp") < 0;
    }

    // "was arrested on suspicion of theft": what somebody is held for; neither he nor who holds him says it here.
    private bool IsGround(Cue cue)
    {
        foreach (int token in cue.Tokens)
        {
            if (lexicon.In("grounds", tree.Lemma(token)) && token > 0 && tree.Lower(token - 1) == "on" && token + 1 < Tokens.Count && tree.Lower(token + 1) is "of" or "that")
            {
                return true;
            }
        }

        return false;
    }

    // "anyone who understands it": no speaker.
    private bool IsAnybody(List<int> source, Cue cue) => lexicon.In("anybody", tree.Lower(Speaker(source, cue)));

    // "Farmers who reject the theory are wrong": a kind of people, told apart by what they think; nobody said it.
    private bool IsKindOfPeople(Attribution attribution, List<int> source, Cue cue)
    {
        int noun = Speaker(source, cue);
        bool isRelative = cue.Kind == CueKind.Verb && tree.Is(cue.Anchor, "acl") && Tokens.Heads[cue.Anchor] == noun && tree.HasFeature(cue.Head, "Tense=Pres") && noun + 1 < Tokens.Count && tree.Lower(noun + 1) is "who" or "that";
        bool isKind = isRelative && (tree.Lower(noun) == "those" || (Tokens.Tags[noun] is UniversalTag.Noun or UniversalTag.Propn && tree.HasFeature(noun, "Number=Plur") && tree.Yield(noun)[0] == noun));
        return isKind && attribution.Content.Rule is "content.object" or "content.target" or "content.roles" && cue.Entry?.Stance is Stance.Denies or Stance.Doubts && !attribution.Content.Tokens.Exists(i => Tokens.Tags[i] == UniversalTag.Verb);
    }

    // “I never thought that I could”: what was thought by nobody.
    private bool IsNeverThought(List<int> source, Cue cue) => cue.Kind == CueKind.Verb && cue.Has(CueFrames.Attitude) && source is [var only] && lexicon.In("pronouns-first", tree.Lower(only)) && tree.Child(cue.Anchor, "advmod", "never") >= 0;

    // “I can't fault them”: no blame is laid.
    private bool IsUnable(List<int> source, Cue cue)
    {
        bool isBlame = cue.Kind == CueKind.Verb && (cue.Entry is null || cue.Entry.Stance is Stance.Accuses or Stance.Criticises) && cue.Negated;
        return isBlame && source is [var only] && lexicon.In("pronouns-first", tree.Lower(only)) && tree.Child(cue.Anchor, "aux") is int aux and >= 0 && tree.Lower(aux) is "ca" or "can" or "could";
    }

    // "These are promises that we keep": a thing that is pointed at.
    private bool IsThing(List<int> source, Cue cue) => cue.Kind == CueKind.Noun && source is [var only] && tree.Lower(only) is "this" or "these" or "that";

    // "Norland: Two die in storm": in a headline a place before a colon tells where, if it speaks nowhere else.
    private bool IsPlace(Attribution attribution, Cue cue, List<Attribution> all)
    {
        if (cue.Kind != CueKind.Punctuation || Tokens.Form(cue.Head) is not ":" || attribution.Source.IsEmpty || attribution.Source.Tokens[^1] > cue.Head || attribution.Content.Tokens.Exists(i => quoted.Of(i) >= 0)
            || Tokens.Sentences[Tokens.SentenceOf(cue.Head)].Part is not (TextPart.Title or TextPart.Heading))
        {
            return false;
        }

        List<int> source = attribution.Source.Tokens;
        bool isPlace = names.Overlapping(Tokens.Span(source[0], source[^1] + 1)).Any(n => n.Kind is NameKind.Country or NameKind.City or NameKind.Place or NameKind.Region && n.FirstToken == source[0] && n.EndToken == source[^1] + 1);
        string place = tree.Lower(source[^1]);
        return isPlace && !all.Exists(o => !ReferenceEquals(o, attribution) && !o.Source.IsEmpty && o.Source.Tokens.Exists(i => tree.Lower(i) == place) && (tree.Lower(linker.Head(o.Source.Tokens)) == place || lexicon.NounKind(tree.Lemma(linker.Head(o.Source.Tokens))) is ActorKind.Government or ActorKind.Person));
    }

    // Who a relative pronoun stands for, else the head of the phrase.
    private int Speaker(List<int> source, Cue cue)
    {
        int head = linker.Head(source);
        return tree.Lower(head) is "who" or "that" && tree.Is(cue.Anchor, "acl") && Tokens.Heads[cue.Anchor] >= 0 ? Tokens.Heads[cue.Anchor] : head;
    }
}
