using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;

namespace Parallax.Language.Statements.Cues;

/// <summary>What stands around a cue and belongs neither to source nor content: occasion, time, the print it stood in.</summary>
internal sealed class CueSurroundings(CueLexicon lexicon, DependencyTree tree, AnnotatedReport report)
{
    private const int MaxWords = 12;

    private TokenLayer Tokens => tree.Tokens;

    /// <summary>The phrase that tells on what occasion it was said, as tokens; empty where there is none.</summary>
    public List<int> Occasion(Attribution attribution)
    {
        if (attribution.Cue is not { Kind: CueKind.Verb or CueKind.Adjective } cue)
        {
            return [];
        }

        if (attribution.Medium.Count > 0)
        {
            return [.. attribution.Medium];
        }

        foreach (int anchor in Anchors(cue))
        {
            foreach (int child in tree.Children(anchor))
            {
                bool isPhrase = (tree.Is(child, "obl") || tree.Is(child, "nmod") || (tree.Is(child, "nsubj") && attribution.Source.Tokens.BinarySearch(child) < 0)) && IsOccasion(child);
                bool isMeeting = child == attribution.Addressee && cue.Kind == CueKind.Verb && lexicon.In("occasion-nouns", tree.Lemma(child)) && tree.Lemma(child) != "blog";
                bool isSpeaking = tree.Is(child, "advcl") && tree.Lemma(child) is "speak" or "talk" or "address" or "testify" && tree.Lower(child).EndsWith("ing", StringComparison.Ordinal) && !(child + 1 < Tokens.Count && tree.Lower(child + 1) is "of" or "about");
                List<int> tokens = isPhrase || isMeeting || isSpeaking ? tree.Yield(child) : [];
                if (tokens.Count > 0 && attribution.Content.Tokens.BinarySearch(child) < 0)
                {
                    // "admitted in a letter to the council that …": the clause may hang inside the phrase; it is no part of it.
                    int content = tokens.FindIndex(i => attribution.Content.Tokens.BinarySearch(i) >= 0 || attribution.Source.Tokens.BinarySearch(i) >= 0);
                    if (content == 0)
                    {
                        continue;
                    }

                    tokens = content > 0 ? tokens[..content] : tokens;
                    tokens.RemoveAll(i => Tokens.Tags[i] == UniversalTag.Punct && (i == tokens[^1] || i == tokens[0]));
                    while (tokens.Count > 1 && Tokens.Tags[tokens[^1]] == UniversalTag.Adp)
                    {
                        // "at the trial about": the word opens the content.
                        tokens.RemoveAt(tokens.Count - 1);
                    }

                    return tokens;
                }
            }
        }

        return InClause(attribution, cue) is { Count: > 0 } above ? above : Beside(attribution, cue);
    }

    // "in a call with reporters, when she noted …", "a speech to the club in which he said …": the noun that the clause of the cue hangs on or follows.
    private List<int> InClause(Attribution attribution, Cue cue)
    {
        bool isClause = tree.Is(cue.Anchor, "acl") || tree.Is(cue.Anchor, "advcl");
        int opening = isClause ? tree.Yield(cue.Anchor).Find(i => tree.Lower(i) is "which" or "where" or "when" && i < cue.Anchor) : 0, first = tree.SentenceBounds(cue.Anchor).First;
        if (opening <= first || (tree.Lower(opening) == "which" && tree.Lower(opening - 1) is not ("in" or "at" or "during" or "on")) || attribution.Source.Tokens.Exists(i => i < opening))
        {
            return [];
        }

        int start = tree.Lower(opening) == "which" ? opening - 1 : opening;
        for (int noun = start - 1; noun > first && noun > start - MaxWords; noun--)
        {
            bool isHeard = Tokens.Tags[noun] == UniversalTag.Noun && lexicon.In("occasion-nouns", tree.Lemma(noun)) && (tree.Lower(opening) == "which" || IsOccasion(noun));
            if (isHeard)
            {
                // "answered with a speech in which …": the preposition is another verb's.
                List<int> phrase = Cut(tree.Yield(noun), attribution, start);
                return phrase.Count > 1 && Tokens.Tags[phrase[0]] == UniversalTag.Adp && !IsOccasion(noun) | tree.Lower(phrase[0]) == "on" ? phrase[1..] : phrase;
            }
        }

        return [];
    }

    // "said Ada Brown, the mayor, in a letter", "Brown, at a briefing in the port, said", "In an interview, she described the leak and said …": wherever the parser hung the phrase.
    private List<int> Beside(Attribution attribution, Cue cue)
    {
        (int first, int end) = tree.SentenceBounds(cue.Head);
        List<int> source = attribution.Source.Tokens ?? [];
        int last = Math.Max(cue.Tokens[^1], source is [.., var place] && place < end ? place : 0), start = Math.Min(cue.Tokens[0], source is [var opening, ..] && opening >= first ? opening : end);
        int joined = tree.Is(cue.Anchor, "conj") ? Tokens.Heads[cue.Anchor] : -1;
        for (int noun = first; noun < end; noun++)
        {
            if (Tokens.Tags[noun] != UniversalTag.Noun || attribution.Content.Tokens.BinarySearch(noun) >= 0 || source.BinarySearch(noun) >= 0 || !IsOccasion(noun))
            {
                continue;
            }

            List<int> phrase = Cut(tree.Yield(noun), attribution, end);
            if (phrase.Count < 2 || tree.CaseOf(noun) is "after" or "following" or "before" or "to" or "through" || phrase[0] > noun || phrase[^1] < noun)
            {
                continue;
            }

            bool isBetween = start < phrase[0] && phrase[^1] < last && Tokens.Form(phrase[0] - 1) is ",", isBehind = phrase[0] > last && IsGap(last + 1, phrase[0]);
            bool isShared = phrase[0] == first && joined >= 0 && Tokens.Heads[noun] == joined && tree.Child(cue.Anchor, "nsubj") < 0;
            if (isBetween || isBehind || isShared)
            {
                return phrase;
            }
        }

        return [];
    }

    // Nothing but a comma, an adverb or a time.
    private bool IsGap(int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            if (Tokens.Form(i) is not "," && !report.Times.Overlapping(Tokens.Span(i)).Any() && Tokens.Tags[i] is not UniversalTag.Adv)
            {
                return false;
            }
        }

        return true;
    }

    // The first run of a phrase that holds none of content, source and cue and ends before a token.
    private List<int> Cut(List<int> phrase, Attribution attribution, int end)
    {
        int stop = phrase.FindIndex(i => i >= end || attribution.Content.Tokens.BinarySearch(i) >= 0 || attribution.Source.Tokens?.BinarySearch(i) >= 0 || attribution.Cue!.Tokens.BinarySearch(i) >= 0);
        List<int> cut = stop < 0 ? phrase : phrase[..stop];
        int gap = cut.FindIndex(i => i > cut[0] && !cut.Contains(i - 1));
        cut = gap > 0 ? cut[..gap] : cut;
        while (cut.Count > 0 && Tokens.Tags[cut[^1]] is UniversalTag.Punct or UniversalTag.Adp)
        {
            cut.RemoveAt(cut.Count - 1);
        }

        while (cut.Count > 0 && Tokens.Tags[cut[0]] == UniversalTag.Punct)
        {
            cut.RemoveAt(0);
        }

        return cut;
    }

    /// <summary>The occasion that opens the sentence before ("At a meeting in the capital, the mayor was calm."), where that sentence is of the same paragraph.</summary>
    /// <param name="attribution">An attribution without an occasion of its own.</param>
    /// <param name="subject">Gets the subject of the sentence before, or -1; the occasion holds only for what this subject says.</param>
    public List<int> OccasionBefore(Attribution attribution, out int subject)
    {
        subject = -1;
        int sentence = Tokens.SentenceOf(attribution.Content.Tokens[0]) - 1;
        if (sentence < 0 || Tokens.Sentences[sentence].Block != Tokens.Sentences[sentence + 1].Block)
        {
            return [];
        }

        Sentence before = Tokens.Sentences[sentence];
        for (int root = before.FirstToken; root < before.EndToken; root++)
        {
            if (Tokens.Heads[root] >= 0)
            {
                continue;
            }

            subject = tree.Child(root, "nsubj");
            foreach (int child in tree.Children(root))
            {
                List<int> tokens = child < subject && (tree.Is(child, "obl") || tree.Is(child, "nmod")) && IsOccasion(child) ? tree.Yield(child) : [];
                tokens.RemoveAll(i => Tokens.Tags[i] == UniversalTag.Punct && (i == tokens[^1] || i == tokens[0]));
                if (tokens.Count > 0 && tokens[0] == before.FirstToken)
                {
                    return tokens;
                }
            }
        }

        return [];
    }

    /// <summary>The outlet named as the print or broadcast of an occasion ("in an op-ed in Y", "in an interview with Z"), or -1.</summary>
    public int Print(List<int> occasion)
    {
        foreach (int token in occasion)
        {
            if (!lexicon.In("print-nouns", tree.Lemma(token)))
            {
                continue;
            }

            foreach (int child in tree.Children(token))
            {
                if (tree.Is(child, "compound") && Tokens.Tags[child] == UniversalTag.Propn && report.Names.Overlapping(Tokens.Span(child)).Any(static n => n.Kind == NameKind.Organization) && tree.CaseOf(token) == "in")
                {
                    // "in a Lanor Herald story"
                    return child;
                }

                bool isIn = tree.Is(child, "nmod") && tree.CaseOf(child) is "in" or "with" or "for" or "to" or "on";
                if (isIn && !report.Times.Overlapping(Tokens.Span(child)).Any() && (Tokens.Tags[child] == UniversalTag.Propn || lexicon.NounKind(tree.Lemma(child)) is ActorKind.Outlet or ActorKind.Agency))
                {
                    return child;
                }
            }
        }

        return -1;
    }

    /// <summary>To whom the words were handed ("in a statement to the Herald", "in a statement released to the Herald"), or -1.</summary>
    public int Receiver(Attribution attribution)
    {
        foreach (int token in Occasion(attribution))
        {
            bool isHanded = lexicon.In("issue-lemmas", tree.Lemma(token)) && tree.Is(token, "acl") && Tokens.Heads[token] >= 0 && lexicon.In("occasion-nouns", tree.Lemma(Tokens.Heads[token]));
            bool isPaper = tree.Lemma(token) is "statement" or "e-mail" or "email" or "message" or "comment" or "letter";
            foreach (int child in isHanded || isPaper ? Children(token) : [])
            {
                if ((tree.Is(child, "obl") || tree.Is(child, "nmod")) && tree.CaseOf(child) == "to" && (Tokens.Tags[child] == UniversalTag.Propn || (tree.Lemma(token) == "statement" && (char.IsUpper(Tokens.Form(child)[0]) || lexicon.NounKind(tree.Lemma(child)) is ActorKind.Outlet or ActorKind.Agency))))
                {
                    return child;
                }
            }
        }

        return -1;
    }

    /// <summary>Who put out the words ("in a statement released by the club", "released through the club"), or -1 where nobody else is named.</summary>
    public int Issuer(Attribution attribution)
    {
        foreach (int token in Occasion(attribution))
        {
            int participle = lexicon.In("issue-lemmas", tree.Lemma(token)) && tree.Is(token, "acl") && lexicon.NounKind(tree.Lemma(Tokens.Heads[token])) == ActorKind.Document ? token : -1;
            foreach (int child in participle < 0 ? [] : Children(participle))
            {
                if (tree.Is(child, "obl") && tree.CaseOf(child) is "by" or "through" or "via")
                {
                    return child;
                }
            }
        }

        return -1;
    }

    /// <summary>A source without the time that a parser hung to its end ("the mayor on Monday").</summary>
    public List<int> WithoutTimes(List<int> source)
    {
        int last = source.Count - 1;
        while (last > 0 && report.Times.Overlapping(Tokens.Span(source[last])).Any(t => t.Start > Tokens.Starts[source[0]]) && !IsInClause(source[last], source))
        {
            last--;
        }

        if (last == source.Count - 1)
        {
            return source;
        }

        while (last > 0 && Tokens.Tags[source[last]] is UniversalTag.Adp or UniversalTag.Punct)
        {
            last--;
        }

        return source[..(last + 1)];
    }

    // "drones made in February": the time belongs to the clause inside the source.
    private bool IsInClause(int token, List<int> source)
    {
        for (int at = token, steps = 0; at >= 0 && steps < 16 && source.BinarySearch(at) >= 0; at = Tokens.Heads[at], steps++)
        {
            if (Tokens.Tags[at] == UniversalTag.Verb)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>When it was said: the value of the first time beside the cue, or null where it has none that is a date.</summary>
    public string? Time(Attribution attribution)
    {
        if (attribution.Cue is not { Kind: CueKind.Verb or CueKind.Adjective } cue)
        {
            return null;
        }

        foreach (int anchor in Anchors(cue))
        {
            foreach (int token in Adjuncts(anchor).Concat(Around(cue)))
            {
                if (attribution.Content.Tokens.BinarySearch(token) >= 0 || attribution.Source.Tokens.BinarySearch(token) >= 0)
                {
                    continue;
                }

                foreach (TimeExpression time in report.Times.Overlapping(Tokens.Span(token)))
                {
                    bool inContent = attribution.Content.Tokens.Exists(i => time.Span.Overlaps(Tokens.Span(i)));
                    if (!inContent && time.Type is TimexType.DATE or TimexType.TIME && time.Value.Length > 0 && time.Value.AsSpan().IndexOfAnyInRange('0', '9') >= 0 && (char.IsAsciiDigit(time.Value[0]) || time.Value[0] == 'X'))
                    {
                        return time.Value;
                    }
                }
            }
        }

        return null;
    }

    // Tokens of the phrases and adverbs that hang on a verb itself, not of its clauses.
    private IEnumerable<int> Adjuncts(int verb)
    {
        foreach (int child in Children(verb))
        {
            // "With two deaths this weekend, he said": the time is that of the deaths.
            if ((tree.Is(child, "obl") || tree.Is(child, "nmod") || tree.Is(child, "advmod")) && tree.CaseOf(child) is not ("with" or "despite" or "amid" or "of"))
            {
                foreach (int token in tree.Yield(child))
                {
                    yield return token;
                }
            }
        }
    }

    // "the mayor on Monday told": the words beside the cue.
    private IEnumerable<int> Around(Cue cue)
    {
        (int first, int end) = tree.SentenceBounds(cue.Head);
        for (int i = Math.Max(first, cue.Tokens[0] - 2); i < Math.Min(end, cue.Tokens[^1] + 3); i++)
        {
            yield return i;
        }
    }

    private List<int> Children(int verb)
    {
        List<int> children = [];
        foreach (int child in tree.Children(verb))
        {
            children.Add(child);
        }

        return children;
    }

    // The verbs above a cue that share its subject may hold occasion and time: "took the stage on Friday, saying …" does not; "has said" does.
    private IEnumerable<int> Anchors(Cue cue)
    {
        yield return cue.Anchor;
        if (cue.Head != cue.Anchor)
        {
            yield return cue.Head;
        }

        for (int at = cue.Anchor, steps = 0; steps < 4 && Tokens.Heads[at] >= 0 && tree.Is(at, "xcomp"); steps++)
        {
            at = Tokens.Heads[at];
            yield return at;
        }
    }

    private bool IsOccasion(int noun)
    {
        string marker = tree.CaseOf(noun);
        bool fits = marker is "in" or "at" or "during" or "after" or "following" or "before" or "on" or "via" or "through" or "to";
        return fits && !(marker == "to" && tree.Lemma(noun) is "report" or "message" or "email" or "e-mail" or "call" or "complaint") && (lexicon.In("occasion-nouns", tree.Lemma(noun)) || (marker is "on" or "via" && lexicon.In("platforms", tree.Lower(noun))));
    }
}
