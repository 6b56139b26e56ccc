using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Statements.Cues;
using Parallax.Language.Statements.Quotations;
using Parallax.Language.Statements.Sources;

namespace Parallax.Language.Statements.Contents;

/// <summary>Makes contents whole that lost their subject or the rest of a row, and takes out of them what the report adds.</summary>
internal sealed class WholeContents(DependencyTree tree, QuotedTokens quoted, Linker linker)
{
    private List<Attribution> _all = [];

    private TokenLayer Tokens => tree.Tokens;

    /// <summary>Changes the contents in place, in their order.</summary>
    public void Apply(List<Attribution> attributions)
    {
        _all = attributions;
        foreach (Attribution attribution in attributions)
        {
            if (attribution.Cue is not { } cue || attribution.Content.IsEmpty)
            {
                continue;
            }

            List<int> content = attribution.Content.Tokens;
            if (cue.Kind == CueKind.Verb)
            {
                content = WithThing(WithLostSubject(WithInfinitive(WithRow(WithSubject(WithoutComment(content, cue), cue), cue), cue), attribution, cue), cue);
            }
            else if (cue.Kind == CueKind.Preposition)
            {
                content = OfWholeSentence(OfClauseAround(content, attribution, cue), attribution, cue);
            }

            if (!ReferenceEquals(content, attribution.Content.Tokens))
            {
                attribution.Content = attribution.Content with { Tokens = linker.Trim(content, cue) };
            }
        }
    }

    // "testified that it leaked, which fits the port's claim that it was old": the report sets the words of one beside those of another.
    private List<int> WithoutComment(List<int> content, Cue cue)
    {
        int at = content[0] > cue.Head ? content.FindIndex(1, i => tree.Lower(i) == "which" && Tokens.Form(i - 1) is "," && quoted.Of(i) < 0) : -1;
        bool isComment = at > 0 && quoted.Of(cue.Head) < 0 && _all.Exists(o => o.Cue is { Kind: CueKind.Noun } noun && !o.Source.IsEmpty && noun.Head > content[at] && o.Source.Tokens[0] > content[at] && content.BinarySearch(noun.Head) >= 0)
            && !_all.Exists(o => o.Cue is { Kind: CueKind.Verb } verb && verb.Head > content[at] && content.BinarySearch(verb.Head) >= 0);
        return isComment ? content[..at] : content;
    }

    // "That house is said to be where he hid": the infinitive tells of the subject.
    private List<int> WithSubject(List<int> content, Cue cue)
    {
        int noun = cue.Passive && tree.Is(cue.Anchor, "acl") ? Tokens.Heads[cue.Anchor] : -1;
        if (noun >= 0 && noun < cue.Tokens[0] && Tokens.Tags[noun] is UniversalTag.Noun or UniversalTag.Propn && content.BinarySearch(noun) < 0)
        {
            // "a clinic which was reported to have shut", "a son suspected of fleeing": of whom or what it is said.
            bool isRelative = content[0] < cue.Tokens[0] && tree.Lower(content[0]) is "which" or "who" or "that";
            noun = isRelative && Tokens.Form(content[0] - 1) is "," ? new Antecedents(tree).Choose(noun, content[0], tree.Child(cue.Head, "aux:pass") is int aux and >= 0 ? aux : cue.Head) : noun;
            bool isCharge = cue.Entry?.Stance == Stance.Accuses && content[0] == cue.Tokens[^1] + 1;
            List<int> whole = isRelative || isCharge ? tree.Yield(noun).FindAll(i => i < Math.Min(content[0], cue.Tokens[0]) && Tokens.Tags[i] != UniversalTag.Punct && !((tree.Is(i, "case") || tree.Is(i, "cc")) && Tokens.Heads[i] == noun && i < noun)) : [];
            return whole.Count == 0 ? content : [.. whole, .. isRelative ? content[1..] : content];
        }

        int subject = cue.Passive && cue.Has(CueFrames.Passive) && content[0] == cue.Tokens[^1] + 1 && tree.Lower(content[0]) == "to" && content[0] + 1 < Tokens.Count && Tokens.Tags[content[0] + 1] is UniversalTag.Aux or UniversalTag.Verb ? tree.Child(cue.Anchor, "nsubj") : -1;
        return subject >= 0 && subject < cue.Tokens[0] && tree.Lower(subject) is not ("it" or "who" or "which" or "that") ? [.. tree.Yield(subject).Where(i => i < cue.Tokens[0]).Union(content).Order()] : content;
    }

    // "said the hall, which is old, is shut": the parser may take the subject for an object of "said".
    private List<int> WithLostSubject(List<int> content, Attribution attribution, Cue cue)
    {
        int clause = tree.Child(cue.Anchor, "ccomp"), start = cue.Tokens[^1] + 1;
        bool isBare = !cue.Passive && cue.Has(CueFrames.Clause) && !cue.Has(CueFrames.Addressee) && clause > content[0] && content.BinarySearch(clause) >= 0 && content[0] > start && tree.HasFeature(content[0], "VerbForm=Fin") && tree.Child(clause, "nsubj") < 0 && tree.Child(clause, "expl") < 0 && quoted.Of(content[0]) == quoted.Of(cue.Head);
        foreach (int child in tree.Children(cue.Anchor))
        {
            List<int> phrase = isBare && child >= start && child < content[0] && (tree.Is(child, "obj") || tree.Is(child, "iobj")) && Tokens.Tags[child] is UniversalTag.Noun or UniversalTag.Propn ? tree.Yield(child) : [];
            if (phrase.Count > 0 && phrase[0] == start && !attribution.Source.Tokens.Exists(i => i >= start))
            {
                return [.. Enumerable.Range(start, content[0] - start), .. content];
            }
        }

        return content;
    }

    // "reaffirms the Norby Accord that both signed": a thing by its name is what is reaffirmed, and not the clause that tells of it.
    private List<int> WithThing(List<int> content, Cue cue)
    {
        int thing = cue.Passive || cue.Has(CueFrames.Addressee) || cue.Kind != CueKind.Verb ? -1 : tree.Child(cue.Head, "obj");
        bool isClause = thing > cue.Head && content[0] > thing && tree.Lower(content[0]) == "that" && content[0] == thing + 1 && Tokens.Tags[thing] is UniversalTag.Noun or UniversalTag.Propn && char.IsUpper(Tokens.Form(thing)[0]) && thing > 0 && char.IsUpper(Tokens.Form(thing - 1)[0]) && content.BinarySearch(thing) < 0;
        List<int> phrase = isClause ? tree.Yield(thing).FindAll(i => i <= thing) : [];
        return phrase.Count > 1 && phrase[^1] - phrase[0] == phrase.Count - 1 && phrase[0] > cue.Head ? [.. phrase, .. content] : content;
    }

    // "is accused of taking a boat, being drunk, and sinking it": the parser hangs the next things on other words.
    private List<int> WithRow(List<int> content, Cue cue)
    {
        int end = tree.SentenceBounds(cue.Head).End, comma = content[^1] + 1, of = content.FindIndex(i => i > cue.Head && IsParticiple(i));
        bool isRow = cue.Entry?.Stance == Stance.Accuses && of >= 0 && comma + 2 < end && Tokens.Form(comma) is "," && IsParticiple(comma + 1);
        bool isJoined = false;
        for (int i = comma; isRow && i < end; i++)
        {
            isRow = (quoted.Of(i) == quoted.Of(cue.Head) || i >= end - 2) && !_all.Exists(o => o.Cue is { Kind: CueKind.Verb or CueKind.Preposition } other && other.Head == i);
            isJoined |= tree.Lower(i) is "and" or "or" && i + 1 < end && IsParticiple(i + 1);
        }

        while (isRow && Tokens.Tags[end - 1] == UniversalTag.Punct)
        {
            end--;
        }

        return isRow && isJoined ? [.. content, .. Enumerable.Range(comma, end - comma)] : content;
    }

    private bool IsParticiple(int token) => tree.HasFeature(token, "VerbForm=Ger") || (Tokens.Tags[token] is UniversalTag.Verb or UniversalTag.Aux && tree.Lower(token).EndsWith("ing", StringComparison.Ordinal));

    // "observed the man to have a limp": what was observed of him.
    private List<int> WithInfinitive(List<int> content, Cue cue)
    {
        int thing = tree.Child(cue.Head, "obj"), doing = tree.Child(cue.Head, "xcomp");
        bool isBare = cue is { Passive: false, Entry.Stance: Stance.Asserts } && thing > cue.Head && doing > thing && content[^1] + 1 < Tokens.Count && content.BinarySearch(thing) >= 0 && content[^1] < doing && tree.Lower(content[^1] + 1) == "to" && Tokens.Heads[content[^1] + 1] == doing
            && !cue.Has(CueFrames.Addressee);
        return isBare ? [.. content.Union(tree.Yield(doing)).Order()] : content;
    }

    // "Lund reported that, according to a clerk, it leaks": the clerk says what Lund reports him to say, and not that Lund reports it.
    private List<int> OfClauseAround(List<int> content, Attribution attribution, Cue cue)
    {
        int start = cue.Tokens[0], end = attribution.Source.Tokens is [.., var last] && last > cue.Head ? last + 1 : -1;
        int that = start > 1 && Tokens.Form(start - 1) is "," ? start - 2 : start - 1;
        Attribution? outer = end < 0 || that < 0 || tree.Lower(that) != "that" ? null : _all.Find(o => o.Cue is { Kind: CueKind.Verb } verb && verb.Head < that && !o.Source.IsEmpty && o.Content.Tokens is [var first, ..] && first >= that && first <= end + 1
            && content.BinarySearch(verb.Head) >= 0 && o.Content.Tokens[^1] > end);
        if (outer is null)
        {
            return content;
        }

        List<int> clause = outer.Content.Tokens.FindAll(i => i >= end);
        outer.Content = outer.Content with { Tokens = [.. Enumerable.Range(that, end - that).Union(clause).Order()] };
        return clause;
    }

    // "Brown admitted to taking it according to the Herald": at its end the phrase belongs to the sentence and not to what he admitted.
    private List<int> OfWholeSentence(List<int> content, Attribution attribution, Cue cue)
    {
        (int first, int end) = tree.SentenceBounds(cue.Head);
        int start = cue.Tokens[0];
        bool isLast = attribution.Source.Tokens is [.., var last] && last > cue.Head && quoted.Of(cue.Head) < 0;
        for (int i = isLast ? attribution.Source.Tokens[^1] + 1 : end; i < end; i++)
        {
            isLast &= Tokens.Tags[i] == UniversalTag.Punct;
        }

        Attribution? inner = !isLast ? null : _all.Find(o => o.Cue is { Kind: CueKind.Verb } verb && verb.Head < start && verb.Head >= first && quoted.Of(verb.Head) < 0 && !o.Source.IsEmpty && o.Content.Tokens.BinarySearch(cue.Head) >= 0
            && o.Content.Tokens[0] > verb.Head && !o.Content.Tokens.Exists(i => i < start && tree.IsFinite(i)) && content.TrueForAll(i => o.Content.Tokens.BinarySearch(i) >= 0));
        if (inner is null)
        {
            return content;
        }

        inner.Content = inner.Content with { Tokens = linker.Trim(inner.Content.Tokens.FindAll(i => i < start), inner.Cue) };
        return inner.Content.IsEmpty ? content : [.. Enumerable.Range(first, start - first)];
    }
}
