using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Statements.Cues;
using Parallax.Language.Statements.Quotations;
using Parallax.Language.Statements.Sources;
using Parallax.Language.Statements.Stances;

namespace Parallax.Language.Statements.Refusals;

/// <summary>Takes out of an account what corpora attribute and nobody says: sides of crowds, what was not done, groups of those asked, matters without a word of them, the same words twice.</summary>
internal sealed partial class Unspoken(CueLexicon lexicon, DependencyTree tree, QuotedTokens quoted, Layer<NameMention> names, Linker linker, SourceResolver resolver)
{
    private TokenLayer Tokens => tree.Tokens;

    /// <summary>Removes them from the list. To be called once parents are set.</summary>
    public void Apply(List<Attribution> attributions)
    {
        foreach (Attribution attribution in attributions)
        {
            GiveWhatIsAsked(attribution);
        }

        HashSet<Attribution> gone = [.. attributions.Where(a => a.Cue is { } cue && (IsGoingOn(a, cue) || !HasQuotation(a, cue)
            && (IsSide(a, cue) || IsNotDone(a, cue) || IsShareOfThose(a, cue) || IsMatter(a, cue, attributions) || IsOther(a, cue))))];
        Remove(attributions, gone);
        Remove(attributions, [.. Repeated(attributions)]);
    }

    /// <summary>Removes attributions and gives what stood in them to what they stand in.</summary>
    public static void Remove(List<Attribution> attributions, HashSet<Attribution> gone)
    {
        foreach (Attribution attribution in attributions)
        {
            while (attribution.Parent is { } parent && gone.Contains(parent))
            {
                attribution.Parent = parent.Parent;
            }

            attribution.About = attribution.About is { } about && gone.Contains(about) ? about.Parent : attribution.About;
        }

        attributions.RemoveAll(gone.Contains);
    }

    private bool HasQuotation(Attribution attribution, Cue cue) => attribution.Content.Tokens.Exists(i => quoted.Of(i) != quoted.Of(cue.Head));

    // "Bell, who backs Lund", "most voters favored the bridge": whose side somebody is on. "Bell supports the bridge" stays: it is his view of a thing.
    private bool IsSide(Attribution attribution, Cue cue)
    {
        if (cue.Kind != CueKind.Verb || tree.Child(cue.Head, "ccomp") >= 0 || !lexicon.In("siding-lemmas", tree.Lemma(cue.Head)))
        {
            return false;
        }

        int thing = linker.Head(attribution.Content.Tokens), speaker = attribution.Source.IsEmpty ? -1 : Antecedent(linker.Head(attribution.Source.Tokens), cue);
        bool isPerson = Tokens.Tags[thing] == UniversalTag.Pron || names.Overlapping(Tokens.Span(thing)).Any(static n => n.Kind == NameKind.Person);
        return !lexicon.In("contested-nouns", tree.Lemma(thing)) && (isPerson || (speaker >= 0 && IsCrowd(speaker)));
    }

    // "voters", "six in ten", "most", "half": many, or a share of them.
    private bool IsCrowd(int speaker) => Tokens.Tags[speaker] is UniversalTag.Num or UniversalTag.Pron or UniversalTag.Det && tree.Lower(speaker) is not ("he" or "she" or "they" or "it" or "we" or "i") || lexicon.In("share-nouns", tree.Lemma(speaker))
        || (Tokens.Tags[speaker] is UniversalTag.Noun or UniversalTag.Propn && tree.HasFeature(speaker, "Number=Plur"));

    // "who" of "voters who favor her": the voters.
    private int Antecedent(int speaker, Cue cue) => tree.Lower(speaker) is "who" or "that" or "which" && tree.Is(cue.Anchor, "acl") ? Tokens.Heads[cue.Anchor] : speaker;

    // "did not criticize his rival", "hardly clarified the matter", "do not want to go": nothing is said. That somebody does not deny it, will not tell or did not say that it is so is told.
    private bool IsNotDone(Attribution attribution, Cue cue)
    {
        if (cue.Kind != CueKind.Verb || tree.Child(cue.Head, "ccomp") >= 0 || cue.Has(CueFrames.Silent) || cue.Entry?.Stance is Stance.Denies or Stance.Doubts)
        {
            return false;
        }

        bool isHardly = cue.Head > 0 && lexicon.In("hardly-adverbs", tree.Lower(cue.Head - 1));
        bool isWithheld = tree.Child(cue.Head, "aux") is int aux and >= 0 && tree.Lower(aux) is "would" or "will" or "wo";
        return isHardly || (cue.Negated && !isWithheld && StanceClassifier.Classify(attribution, tree, lexicon).Stance == Stance.Other);
    }

    // "Among those who said the economy mattered most", "Those who want change": which of those asked.
    private bool IsShareOfThose(Attribution attribution, Cue cue)
    {
        int who = cue.Kind == CueKind.Verb && !attribution.Source.IsEmpty ? Antecedent(linker.Head(attribution.Source.Tokens), cue) : -1;
        return who >= 0 && tree.Lower(who) == "those" && tree.Is(cue.Anchor, "acl") && Tokens.Heads[cue.Anchor] == who;
    }

    // "Lund, answering the clerk, broke in:" and "“Shame,” Lund shouted": the same words of one speaker are one statement, that of the verb in their own sentence; "stressed in his remarks that …" that of the verb.
    private IEnumerable<Attribution> Repeated(List<Attribution> attributions)
    {
        Dictionary<(int First, int Last, int Count), Attribution> seen = [];
        foreach (Attribution attribution in attributions.Where(static a => a is { Cue: not null, Content.IsEmpty: false, Source.IsEmpty: false }))
        {
            List<int> content = attribution.Content.Tokens;
            if (seen.TryAdd((content[0], content[^1], content.Count), attribution))
            {
                continue;
            }

            Attribution before = seen[(content[0], content[^1], content.Count)];
            bool isNoun = before.Cue!.Kind == CueKind.Noun != (attribution.Cue!.Kind == CueKind.Noun);
            bool isSame = (isNoun || content.Exists(i => quoted.Of(i) >= 0)) && before.Parent == attribution.Parent && string.Equals(resolver.Resolve(before.Source.Tokens).Name, resolver.Resolve(attribution.Source.Tokens).Name, StringComparison.OrdinalIgnoreCase);
            Attribution away = isNoun ? before.Cue.Kind == CueKind.Noun ? before : attribution : Tokens.SentenceOf(before.Order) == Tokens.SentenceOf(content[0]) ? attribution : before;
            if (isSame && !attributions.Exists(o => ReferenceEquals(o.Continues, away) || ReferenceEquals(o.Release, away)))
            {
                yield return away;
            }
        }
    }
}
