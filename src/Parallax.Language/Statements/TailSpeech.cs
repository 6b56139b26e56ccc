using Parallax.Core.Layers;
using Parallax.Core.Reports;

namespace Parallax.Language.Statements;

/// <summary>"The bridge is shut, the Herald reports.": where a comma, a name and a verb of telling end a sentence, the name speaks, also where the parser took the verb for a noun.</summary>
internal sealed class TailSpeech(CueLexicon lexicon, DependencyTree tree, QuotedTokens quoted, Layer<NameMention> names, Linker linker)
{
    private const int MinContent = 4, MaxSource = 6;

    private TokenLayer Tokens => tree.Tokens;

    /// <summary>Adds the attributions that are not there, and takes the tail out of the contents of others.</summary>
    public void Apply(List<Attribution> attributions)
    {
        foreach (Sentence sentence in Tokens.Sentences)
        {
            int verb = sentence.EndToken - 1;
            while (verb > sentence.FirstToken && Tokens.Tags[verb] == UniversalTag.Punct)
            {
                verb--;
            }

            int comma = quoted.Of(verb) < 0 && tree.Lower(verb) is "reports" or "reported" or "says" or "writes" ? Comma(verb, sentence) : -1;
            if (comma < sentence.FirstToken + MinContent || !IsOutlet(comma + 1, verb) || attributions.Exists(a => a.Cue?.Head == verb && a.Source.Tokens is { Count: > 0 } source && source[0] == comma + 1))
            {
                continue;
            }

            attributions.RemoveAll(a => a.Cue?.Head == verb);
            foreach (Attribution other in attributions)
            {
                List<int> kept = other.Content.Tokens.Exists(i => i >= comma && i <= verb) ? other.Content.Tokens.FindAll(i => i < comma || i > verb) : [];
                other.Content = kept.Count > 0 ? other.Content with { Tokens = linker.Trim(kept, other.Cue) } : other.Content;
            }

            Cue cue = new(verb, [verb], lexicon.Find(CueKind.Verb, tree.Lower(verb) is "says" ? "say" : tree.Lower(verb) is "writes" ? "write" : "report")[0], CueKind.Verb, false, false, verb);
            List<int> content = linker.Trim([.. Enumerable.Range(sentence.FirstToken, comma - sentence.FirstToken)], cue);
            attributions.Add(new Attribution(cue, new Choice([.. Enumerable.Range(comma + 1, verb - comma - 1)], "source.tail", "name between a comma and the verb of telling that ends the sentence"), new Choice(content, "content.tail", "what stands before the comma")) { IsRead = true });
        }

        attributions.Sort(static (x, y) => x.Order.CompareTo(y.Order));
    }

    private int Comma(int verb, Sentence sentence)
    {
        for (int i = verb - 2; i >= sentence.FirstToken && i >= verb - MaxSource - 1; i--)
        {
            if (Tokens.Form(i) is ",")
            {
                return quoted.Of(i) < 0 || quoted.EndingAt(i) >= 0 ? i : -1;
            }
        }

        return -1;
    }

    // A name of a body that ends before the verb, or an address ("lanornews.com"), with no more than an article before it; a clause before the comma.
    private bool IsOutlet(int first, int verb)
    {
        int start = tree.Lower(first) == "the" ? first + 1 : first;
        bool isAddress = start == verb - 1 && Tokens.Form(start).Length > 5 && Tokens.Form(start).LastIndexOf('.') is > 2 and var stop && stop < Tokens.Form(start).Length - 2;
        return isAddress || (start < verb && names.Overlapping(Tokens.Span(start, verb)).Any(n => n.Kind == NameKind.Organization && n.FirstToken <= start && n.EndToken == verb));
    }
}
