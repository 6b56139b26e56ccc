using Parallax.Core.Layers;
using Parallax.Language.Statements.Quotations;

namespace Parallax.Language.Statements.Cues;

/// <summary>"The bridge is safe, said the mayor's office.": where a verb of saying stands between a comma and a noun phrase that ends the sentence, that phrase speaks, whatever parser and network made of it.</summary>
internal sealed class InvertedSpeech(CueLexicon lexicon, DependencyTree tree, QuotedTokens quoted, Layer<NameMention> names, Linker linker)
{
    private const int MinContent = 3, MaxTitle = 4;

    private TokenLayer Tokens => tree.Tokens;

    /// <summary>Mends the attributions whose source stands on the wrong side, and adds those that are not there.</summary>
    public void Apply(List<Attribution> attributions)
    {
        foreach (Sentence sentence in Tokens.Sentences)
        {
            for (int verb = sentence.FirstToken + MinContent; verb < sentence.EndToken - 1; verb++)
            {
                if (Speaker(verb, sentence, out int comma) is not { Count: > 0 } source)
                {
                    continue;
                }

                Attribution? found = attributions.Find(a => a.Cue is { } cue && cue.Head == verb);
                // The network may take "a clerk of the port" behind "said" for what is said.
                if (found?.Source.Tokens is [var first, ..] && first > verb && found.Content.Tokens.Exists(i => i < verb))
                {
                    continue;
                }

                List<int> content = Content(sentence, comma);
                if (content.Count < MinContent || !content.Exists(i => quoted.Of(i) >= 0 || tree.HasFeature(i, "VerbForm=Fin")) || found is null && attributions.Exists(a => a.Cue is { } other && other.Head > verb && other.Head < sentence.EndToken))
                {
                    continue;
                }

                Cue cue = found?.Cue ?? new Cue(verb, [verb], lexicon.Find(CueKind.Verb, tree.Lemma(verb))[0], CueKind.Verb, false, false, verb);
                Attribution made = new(cue, new Choice(source, "source.inverted", "noun phrase behind a verb of saying that a comma parts from what is said"), new Choice(linker.Trim(content, cue), "content.inverted", "what stands before the comma"));
                if (found is not null)
                {
                    attributions[attributions.IndexOf(found)] = made;
                }
                else
                {
                    attributions.Add(made);
                }
            }
        }

        attributions.Sort(static (x, y) => x.Order.CompareTo(y.Order));
    }

    // The phrase behind the verb, or empty.
    private List<int> Speaker(int verb, Sentence sentence, out int comma)
    {
        comma = verb - 1;
        bool isSaying = Tokens.Tags[verb] == UniversalTag.Verb && lexicon.In("inverting-lemmas", tree.Lemma(verb)) && tree.HasFeature(verb, "VerbForm=Fin") && tree.Child(verb, "aux") < 0 && quoted.Of(verb) < 0;
        while (isSaying && comma > sentence.FirstToken && quoted.EndingAt(comma) >= 0)
        {
            comma--;
        }

        bool isApart = isSaying && (Tokens.Form(comma) is "," || (quoted.EndingAt(verb - 1) >= 0 && Tokens.Form(comma) is "?" or "!"));
        int start = verb + 1;
        if (!isApart || Tokens.Tags[start] is not (UniversalTag.Propn or UniversalTag.Noun or UniversalTag.Det or UniversalTag.Adj or UniversalTag.Pron) || (Tokens.Tags[start] == UniversalTag.Pron && !tree.Is(start, "nmod")))
        {
            return [];
        }

        foreach (int child in tree.Children(verb))
        {
            bool isNominal = child >= start && Tokens.Tags[child] is UniversalTag.Propn or UniversalTag.Noun && (tree.Is(child, "nsubj") || tree.Is(child, "obj") || tree.Is(child, "iobj") || tree.Is(child, "dep")) && tree.CaseOf(child).Length == 0;
            List<int> phrase = isNominal ? tree.Yield(child).FindAll(i => i >= start) : [];
            if (phrase.Count == 0 || phrase[0] != start || tree.Child(verb, "ccomp") > child || Ends(phrase[^1], sentence) == false || phrase.Exists(i => tree.HasFeature(i, "VerbForm=Fin") && !IsInRelative(i, child)))
            {
                continue;
            }

            return linker.Trim(phrase, null);
        }

        return ToldOfBehind(start, sentence);
    }

    // "…, said clerk Ada Brown, who had just left the hall and was by the door.": a person by name with a relative clause up to the end, wherever the parser hung it.
    private List<int> ToldOfBehind(int start, Sentence sentence)
    {
        int at = start;
        while (at < start + MaxTitle && at < sentence.EndToken && Tokens.Tags[at] is UniversalTag.Noun or UniversalTag.Adj or UniversalTag.Det && !names.Overlapping(Tokens.Span(at)).Any())
        {
            at++;
        }

        foreach (NameMention name in names.Overlapping(Tokens.Span(at)))
        {
            int comma = name.EndToken;
            if (name.Kind == NameKind.Person && name.FirstToken == at && comma + 1 < sentence.EndToken && Tokens.Form(comma) is "," && tree.Lower(comma + 1) is "who" or "whose")
            {
                return [.. Enumerable.Range(start, comma - start)];
            }
        }

        return [];
    }

    private bool IsInRelative(int token, int noun)
    {
        for (int at = token, steps = 0; at >= 0 && at != noun && steps < 16; at = Tokens.Heads[at], steps++)
        {
            if (tree.Is(at, "acl"))
            {
                return true;
            }
        }

        return false;
    }

    private bool Ends(int token, Sentence sentence)
    {
        for (int i = token + 1; i < sentence.EndToken; i++)
        {
            if (Tokens.Tags[i] != UniversalTag.Punct)
            {
                return false;
            }
        }

        return true;
    }

    // The quotation that ends right before the verb; else all of the sentence up to the comma.
    private List<int> Content(Sentence sentence, int comma)
    {
        int quotation = Math.Max(quoted.Of(comma), quoted.EndingAt(comma));
        bool isOwn = quotation >= 0 && quoted.WordCount(quotation, Tokens) >= MinContent;
        if (isOwn && quoted.Ranges[quotation].First is var mark && mark > sentence.FirstToken + 2 && Tokens.Tags[mark - 1] != UniversalTag.Punct)
        {
            // "It moved the calls and the “harm is small,” said a clerk": the marks stand inside his sentence.
            isOwn = false;
            for (int i = sentence.FirstToken; i < mark && !isOwn; i++)
            {
                isOwn = quoted.Of(i) >= 0;
            }
        }

        int start = isOwn ? quoted.Ranges[quotation].First : sentence.FirstToken;
        int end = quotation >= 0 ? quoted.Ranges[quotation].End : comma;
        return [.. Enumerable.Range(start, end - start)];
    }
}
