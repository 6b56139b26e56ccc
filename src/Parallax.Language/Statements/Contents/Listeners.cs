using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Statements.Cues;
using Parallax.Language.Statements.Quotations;

namespace Parallax.Language.Statements.Contents;

/// <summary>Keeps who is told, and who is asked about, out of what is told, where the parse takes them for it.</summary>
internal sealed class Listeners(CueLexicon lexicon, DependencyTree tree, QuotedTokens quoted, Layer<NameMention> names, Linker linker)
{
    private const int MaxBehind = 14;

    private TokenLayer Tokens => tree.Tokens;

    /// <summary>Changes contents, sources and addressees in place.</summary>
    public void Apply(List<Attribution> attributions)
    {
        foreach (Attribution attribution in attributions)
        {
            if (attribution.Cue is { Kind: CueKind.Verb, Passive: true } heard && heard.Has(CueFrames.Addressee))
            {
                WithoutTold(attribution, heard);
            }

            if (attribution.Cue is not { Kind: CueKind.Verb, Passive: false } cue || attribution.Content.IsEmpty)
            {
                continue;
            }

            List<int> content = cue is { Entry.Stance: Stance.Asserts } && cue.Has(CueFrames.Addressee) ? WithoutListener(attribution, cue) : attribution.Content.Tokens;
            content = WithoutMeeting(content, attribution, cue);
            content = WithoutToListener(content, attribution, cue);
            content = FromInformant(content, attribution, cue);
            content = WithoutMatter(content, attribution, cue);
            if (!ReferenceEquals(content, attribution.Content.Tokens))
            {
                attribution.Content = attribution.Content with { Tokens = linker.Trim(content, cue) };
            }

            ToWhomSent(attribution, cue);
            Heard(attribution, cue);
        }
    }

    // "Bell was told she would not be paid": who is told is no part of it.
    private void WithoutTold(Attribution attribution, Cue cue)
    {
        int told = tree.Child(cue.Anchor, "nsubj");
        List<int> phrase = told >= 0 && told < cue.Head ? tree.Yield(told) : [], kept = attribution.Content.Tokens.FindAll(i => phrase.BinarySearch(i) < 0);
        if (kept.Count < attribution.Content.Tokens.Count && kept.Exists(i => i > cue.Head && tree.IsFinite(i)))
        {
            attribution.Content = attribution.Content with { Tokens = linker.Trim(kept, cue) };
        }
    }

    // "The dam held, clerks told the Herald", "told police his boat sank", “I told my son, I must go”: the one told stands right behind the verb.
    private List<int> WithoutListener(Attribution attribution, Cue cue)
    {
        List<int> content = attribution.Content.Tokens;
        int first = cue.Tokens[^1] + 1, told = Listener(first, tree.SentenceBounds(cue.Head).End), at = content.BinarySearch(first);
        if (told < 0 || at < 0)
        {
            return content;
        }

        List<int> before = content[..at], behind = content.FindAll(i => i > told);
        int that = Tokens.Tags[told] == UniversalTag.Noun && lexicon.In("heard-nouns", tree.Lemma(told)) ? behind.FindIndex(i => tree.Lower(i) == "that" && i < told + MaxBehind) : -1;
        if (that > 0 && before.Count == 0 && behind.Count > that + 2)
        {
            // "told a hearing on the new rules that …": what the hearing is on is no part of what it was told.
            attribution.Addressee = told;
            return behind[that..];
        }

        int end = tree.SentenceBounds(cue.Head).End;
        if (behind.Count == 0 && Tokens.Form(told + 1) is "," && quoted.Of(cue.Head) is int q and >= 0 && quoted.Of(told + 1) == q)
        {
            behind = [.. Enumerable.Range(told + 2, Math.Max(0, end - told - 2)).Where(i => quoted.Of(i) == q)];
        }

        // "told the Axis news agency ten houses fell": the parser gives the clause two subjects.
        bool isSecond = behind.Count > 2 && tree.Is(told, "nsubj") && behind.Exists(i => tree.Is(i, "nsubj") && Tokens.Heads[i] == Tokens.Heads[told]);
        bool opensClause = isSecond || behind.Count > 2 && (Tokens.Tags[behind[0]] is UniversalTag.Pron or UniversalTag.Det or UniversalTag.Propn || Tokens.Form(behind[0]) is "," || tree.Lower(behind[0]) is "that" or "his" or "her" or "their") && behind.Exists(tree.IsFinite);
        if (before.Count == 0 && opensClause)
        {
            attribution.Addressee = Math.Max(attribution.Addressee, told);
            return [.. behind.SkipWhile(i => Tokens.Form(i) is ",")];
        }

        List<int> sentence = behind.Count == 0 ? before.Count > 0 ? before : SentenceBefore(attribution, cue) : [];
        if (sentence.Count == 0)
        {
            return content;
        }

        attribution.Addressee = Math.Max(attribution.Addressee, told);
        return sentence;
    }

    // "told a hearing on the old dam that it leaks", "warning his crew he would stop": a phrase before the clause is who is told, whatever it is.
    private List<int> WithoutMeeting(List<int> content, Attribution attribution, Cue cue)
    {
        if (!cue.Has(CueFrames.Addressee) || content[0] != cue.Tokens[^1] + 1 || Tokens.Tags[content[0]] is not (UniversalTag.Det or UniversalTag.Propn or UniversalTag.Pron or UniversalTag.Noun or UniversalTag.Adj))
        {
            return content;
        }

        int clause = content.FindIndex(1, i => (tree.Lower(i) == "that" && tree.Is(i, "mark")) || (i == content[0] + 2 && tree.Is(content[0], "nmod:poss") && Tokens.Tags[i] == UniversalTag.Pron && tree.Is(i, "nsubj")));
        bool isTold = clause > 1 && quoted.Of(content[clause]) == quoted.Of(cue.Head) && !content[..clause].Exists(i => Tokens.Tags[i] is UniversalTag.Verb or UniversalTag.Aux || tree.Is(i, "nsubj")) && content[clause..].Exists(tree.IsFinite);
        if (!isTold)
        {
            return content;
        }

        attribution.Addressee = attribution.Addressee < 0 ? linker.Head(content[..clause]) : attribution.Addressee;
        return content[clause..];
    }

    // "confirmed to the Herald that it sank", "It sank, her lawyer confirms to the Herald.": the one told stands behind a "to".
    private List<int> WithoutToListener(List<int> content, Attribution attribution, Cue cue)
    {
        int to = cue.Tokens[^1] > cue.Head && tree.Lower(cue.Tokens[^1]) == "to" ? cue.Tokens[^1] : cue.Tokens[^1] + 1, end = tree.SentenceBounds(cue.Head).End;
        bool isTelling = cue.Has(CueFrames.Clause) && cue.Entry?.Stance is Stance.Asserts or Stance.Confirms or Stance.Admits && !cue.Has(CueFrames.Attitude) && to < end && tree.Lower(to) == "to" && Tokens.Tags[to] == UniversalTag.Adp;
        int told = isTelling ? Listener(to + 1, end) : -1;
        if (isTelling && told < 0 && to + 1 < end && char.IsAsciiLetterUpper(Tokens.Form(to + 1)[0]) && Tokens.Tags[to + 1] is UniversalTag.Propn or UniversalTag.Noun && tree.Yield(to + 1) is [_] or [_, _])
        {
            told = to + 1;
        }

        if (told < 0)
        {
            return content;
        }

        bool isBefore = content[^1] < cue.Tokens[0] && told + 1 < end && Tokens.Tags[told + 1] == UniversalTag.Punct;
        int that = content.FindIndex(i => i == told + 1 && tree.Lower(i) == "that");
        if (!isBefore && that < 0)
        {
            return content;
        }

        attribution.Addressee = attribution.Addressee >= 0 ? attribution.Addressee : told;
        return isBefore ? content : content[that..];
    }

    // "It sank, but the crew “was safe,” clerks tell the Herald.": all that stands before the speaker.
    private List<int> SentenceBefore(Attribution attribution, Cue cue)
    {
        int first = tree.SentenceBounds(cue.Head).First, start = attribution.Source.Tokens is [var opening, ..] ? Math.Min(opening, cue.Tokens[0]) : -1;
        int mark = start - 1;
        bool isBehind = mark > first + 2 && (Tokens.Form(mark) is "," || quoted.EndingAt(mark) >= 0) && quoted.Of(cue.Head) < 0;
        List<int> sentence = isBehind ? [.. Enumerable.Range(first, mark - first + 1)] : [];
        return sentence.Exists(tree.IsFinite) ? sentence : [];
    }

    // The last token of a phrase that opens at a token and names somebody who can be told something, or -1.
    private int Listener(int first, int end)
    {
        for (int i = first; i < end && i < first + 6; i++)
        {
            foreach (NameMention name in names.Overlapping(Tokens.Span(i)))
            {
                if (name.FirstToken <= first + 2 && name.Kind is NameKind.Organization or NameKind.Person)
                {
                    int last = name.EndToken - 1;
                    while (last + 1 < end && Tokens.Tags[last + 1] == UniversalTag.Noun && (tree.Lower(last + 1) == "news" || lexicon.NounKind(tree.Lemma(last + 1)) is ActorKind.Agency or ActorKind.Outlet))
                    {
                        // "the Axis news agency"
                        last++;
                    }

                    return last;
                }
            }

            if (Tokens.Tags[i] == UniversalTag.Noun && tree.Is(i, "iobj") && Tokens.Heads[i] < first && lexicon.NounKind(tree.Lemma(i)) != ActorKind.Document)
            {
                return i;
            }

            if (Tokens.Tags[i] == UniversalTag.Noun && lexicon.In("heard-nouns", tree.Lemma(i)) && (i + 1 >= end || Tokens.Tags[i + 1] != UniversalTag.Noun))
            {
                return i;
            }

            if (Tokens.Tags[i] == UniversalTag.Noun && (lexicon.NounKind(tree.Lemma(i)) is not (null or ActorKind.Document) || lexicon.IsGroup(tree.Lower(i))))
            {
                return i + 1 < end && Tokens.Tags[i + 1] == UniversalTag.Noun ? -1 : i;
            }

            if (Tokens.Tags[i] is not (UniversalTag.Det or UniversalTag.Adj or UniversalTag.Propn or UniversalTag.Noun) && tree.Lower(i) is not ("my" or "his" or "her" or "their" or "our"))
            {
                return -1;
            }
        }

        return -1;
    }

    // "The Herald has learned from clerks that the dam leaks": they say it, and the paper hands it on.
    private List<int> FromInformant(List<int> content, Attribution attribution, Cue cue)
    {
        int that = tree.Lemma(cue.Head) is "learn" or "hear" ? content.FindIndex(i => tree.Lower(i) == "that" && tree.Is(i, "mark")) : -1, from = cue.Head + 1;
        bool isLearned = that >= 0 && content[that] > from + 1 && tree.Lower(from) == "from" && !attribution.Source.IsEmpty;
        for (int i = from + 1; isLearned && i < content[that]; i++)
        {
            isLearned = Tokens.Tags[i] is not (UniversalTag.Verb or UniversalTag.Aux or UniversalTag.Punct);
        }

        if (!isLearned)
        {
            return content;
        }

        attribution.Hops.Add((linker.Head(attribution.Source.Tokens), HopRelation.QuotedBy));
        attribution.Source = attribution.Source with { Tokens = [.. Enumerable.Range(from + 1, content[that] - from - 1)], Why = "whom it was learned from" };
        return content[that..];
    }

    // “It was a stone,” she said of her fall: what the words are about.
    private List<int> WithoutMatter(List<int> content, Attribution attribution, Cue cue)
    {
        int behind = content.FindIndex(i => i > cue.Head), end = (attribution.Source.Tokens is [.., var last] ? Math.Max(last, cue.Tokens[^1]) : cue.Tokens[^1]) + 1;
        bool isMatter = behind > 0 && content[behind] <= end + 1 && quoted.Of(content[behind]) < 0 && quoted.Of(content[behind - 1]) >= 0 && (tree.Lower(content[behind]) is "of" or "about" || (content[behind] == end + 1 && tree.Lower(end) is "of" or "about"));
        bool isHearer = behind > 0 && quoted.Of(content[behind]) < 0 && quoted.Of(content[behind - 1]) >= 0 && tree.Lower(content[behind]) == "to" && Tokens.Tags[content[behind]] == UniversalTag.Adp && Tokens.Heads[content[behind]] > content[behind] && Tokens.Heads[Tokens.Heads[content[behind]]] == cue.Head;
        if (isHearer && !content[behind..].Exists(tree.IsFinite))
        {
            // "said “thank you” to her nurse"
            attribution.Addressee = attribution.Addressee < 0 ? Tokens.Heads[content[behind]] : attribution.Addressee;
            return content[..behind];
        }

        return isMatter && !content[behind..].Exists(tree.IsFinite) ? content[..behind] : content;
    }

    // "sent letters to the mayor urging her to go": a pronoun behind the participle stands for whom the paper went to.
    private void ToWhomSent(Attribution attribution, Cue cue)
    {
        int sent = attribution.Addressee > cue.Head && Tokens.Tags[attribution.Addressee] == UniversalTag.Pron && tree.Lower(cue.Head).EndsWith("ing", StringComparison.Ordinal) && Tokens.Heads[cue.Anchor] is var verb && verb >= 0 && verb < cue.Head ? verb : -1;
        while (sent >= 0 && Tokens.Tags[sent] == UniversalTag.Noun)
        {
            sent = Tokens.Heads[sent];
        }

        int paper = sent < 0 ? -1 : tree.Child(sent, "obj");
        if (paper < 0 || tree.Lemma(sent) is not ("send" or "write" or "deliver" or "mail" or "fax" or "address" or "hand") || (lexicon.NounKind(tree.Lemma(paper)) != ActorKind.Document && !lexicon.In("message-nouns", tree.Lemma(paper)) && tree.Lemma(paper) != "petition"))
        {
            return;
        }

        for (int i = paper + 1; i < cue.Head; i++)
        {
            int whom = tree.Lower(i) == "to" && tree.Is(i, "case") ? Tokens.Heads[i] : -1;
            if (whom > i && whom < cue.Head)
            {
                attribution.Addressee = whom;
                return;
            }
        }
    }

    // "She heard someone say it fell": who was heard says it.
    private void Heard(Attribution attribution, Cue cue)
    {
        int who = cue.Tokens[0] - 1, hears = who - 1;
        while (who > 0 && hears > 0 && Tokens.Tags[hears] is UniversalTag.Det or UniversalTag.Adj)
        {
            hears--;
        }

        bool isHeard = hears > 0 && tree.Lemma(hears) is "hear" && Tokens.Tags[hears] == UniversalTag.Verb && Tokens.Tags[who] is UniversalTag.Noun or UniversalTag.Pron or UniversalTag.Propn && (tree.HasFeature(cue.Head, "VerbForm=Inf") || tree.Lower(cue.Head).EndsWith("ing", StringComparison.Ordinal))
            && attribution.Source.Tokens.BinarySearch(who) < 0 && quoted.Of(cue.Head) == quoted.Of(hears);
        if (isHeard)
        {
            attribution.Source = new Choice([.. Enumerable.Range(hears + 1, who - hears)], "source.heard", "who was heard saying it");
        }
    }
}
