using Parallax.Core.Layers;
using Parallax.Language.Statements.Quotations;

namespace Parallax.Language.Statements.Cues;

/// <summary>"A poll found Brown leading Lund by two points", "The survey has her ahead": how somebody stands in a poll is what the poll says, though no clause is there.</summary>
internal sealed class PollFigures(CueLexicon lexicon, DependencyTree tree, QuotedTokens quoted, Linker linker)
{
    private const int MinContent = 2;

    private TokenLayer Tokens => tree.Tokens;

    /// <summary>Adds the attributions that are not there.</summary>
    public void Apply(List<Attribution> attributions)
    {
        for (int verb = 0; verb < Tokens.Count; verb++)
        {
            bool isShown = Tokens.Tags[verb] is UniversalTag.Verb && lexicon.In("poll-verbs", tree.Lemma(verb)) && tree.IsFinite(verb) | tree.Child(verb, "aux") >= 0 && tree.Child(verb, "aux:pass") < 0 && tree.Child(verb, "ccomp") < 0;
            int subject = isShown ? Subject(verb) : -1, thing = subject < 0 ? -1 : tree.Child(verb, "obj");
            thing = thing < 0 && subject >= 0 ? Inner(verb) : thing;
            if (thing < verb || subject > verb || !lexicon.In("poll-nouns", tree.Lower(subject)) && !lexicon.In("poll-nouns", tree.Lemma(subject)) || quoted.Of(verb) != quoted.Of(thing) || attributions.Exists(a => a.Cue?.Tokens.Contains(verb) == true))
            {
                continue;
            }

            List<int> content = Content(verb, thing);
            if (content.Count < MinContent || lexicon.In("poll-terms", tree.Lemma(thing)) || !Stands(verb, thing, content))
            {
                continue;
            }

            Cue cue = new(verb, [verb], lexicon.Find(CueKind.Verb, "show")[0], CueKind.Verb, false, false, verb);
            List<int> source = linker.Trim(tree.SubjectBeforeParticiple(verb) == subject ? [.. Enumerable.Range(tree.Yield(subject)[0], verb - tree.Yield(subject)[0])] : tree.Yield(subject).FindAll(i => i < verb), cue);
            attributions.Add(new Attribution(cue, new Choice(source, "source.poll", "subject, a poll"), new Choice(linker.Trim(content, cue), "content.poll", "how somebody stands in the poll")) { IsRead = true });
        }

        attributions.Sort(static (x, y) => x.Order.CompareTo(y.Order));
    }

    private int Subject(int verb) => tree.Child(verb, "nsubj") is int own and >= 0 ? own : tree.SubjectBeforeParticiple(verb) is int before and >= 0 ? before : tree.Is(verb, "conj") && Tokens.Heads[verb] is int first && lexicon.In("poll-verbs", tree.Lemma(first)) ? tree.Child(first, "nsubj") : -1;

    // "shows Lund closing the gap": the parser may make him the subject of what he does.
    private int Inner(int verb)
    {
        int clause = tree.Child(verb, "xcomp");
        return clause > verb ? tree.Child(clause, "nsubj") : -1;
    }

    // What stands behind the verb, up to a second verb of the poll or another clause beside it.
    private List<int> Content(int verb, int thing)
    {
        List<int> words = tree.Yield(verb).FindAll(i => i > verb && i < tree.SentenceBounds(verb).End);
        int end = words.FindIndex(i => i > thing && ((tree.Is(i, "conj") && Tokens.Heads[i] == verb) || (tree.Is(i, "parataxis") && Tokens.Heads[i] == verb)));
        // "shows a close race in the state, where ten seats are open": what the report tells of it.
        int aside = words.FindIndex(i => i > thing && Tokens.Form(i) is "," && i + 1 < Tokens.Count && tree.Lower(i + 1) is "where" or "which" or "who" or "after" or "while" or "though" or "although" or "as" or "but");
        if (aside > 0 && (end < 0 || aside < end))
        {
            return words[..aside];
        }

        if (end < 0)
        {
            return words;
        }

        int first = tree.Yield(words[end])[0];
        return words.FindAll(i => i < first);
    }

    // A poll shows and finds; what it has, gives and puts is a standing only with a figure or a word for it.
    private bool Stands(int verb, int thing, List<int> content)
    {
        bool isFigure = content.Exists(i => Tokens.Tags[i] == UniversalTag.Num) && content.Exists(i => tree.Lemma(i) is "percent" or "point" or "%" or "percentage");
        bool isStanding = content.Exists(i => lexicon.In("standing-words", tree.Lower(i)) && i > thing) || tree.Child(verb, "xcomp") > thing;
        return tree.Lemma(verb) is "show" or "find" or "indicate" or "suggest" ? Tokens.Tags[thing] is UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Num or UniversalTag.Pron : isStanding || isFigure;
    }
}
