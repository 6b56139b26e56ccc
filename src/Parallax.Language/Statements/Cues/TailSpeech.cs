using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Language.Statements.Quotations;

namespace Parallax.Language.Statements.Cues;

/// <summary>"The bridge is shut, the Herald reports.": where a comma, a name and a verb of telling end a sentence, the name speaks, also where the parser took the verb for a noun.</summary>
internal sealed class TailSpeech(CueLexicon lexicon, DependencyTree tree, QuotedTokens quoted, Layer<NameMention> names, RoleLayer? roles, Linker linker)
{
    private const int MinContent = 4, MaxSource = 6, MaxReadSource = 16;

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

            AddRead(attributions, sentence, verb);
            AddInverted(attributions, sentence);
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

    // "It was a girl, the envoy in the town, Ada Brown, told reporters.", "…, a new study reports.": source and cue as the network reads them, behind a comma, end the sentence; what stands before is what was said.
    private void AddRead(List<Attribution> attributions, Sentence sentence, int last)
    {
        foreach (RoleSpan cueSpan in roles?.Spans ?? [])
        {
            int verb = cueSpan.EndToken - 1;
            if (cueSpan.Role != "cue" || verb <= sentence.FirstToken + MinContent || verb > last || last - verb > 4 || quoted.Of(verb) >= 0 || attributions.Exists(a => a.Cue is { } other && (other.Head >= cueSpan.FirstToken && other.Head <= last)))
            {
                continue;
            }

            string? lemma = lexicon.VerbLemma(tree.Lower(verb));
            CueEntry? entry = lemma is not null && lexicon.Find(CueKind.Verb, lemma) is [{ } found, ..] && found.Has(CueFrames.Clause) && !found.Has(CueFrames.Attitude) && (!found.Has(CueFrames.Evidence) || Tokens.Tags[verb] == UniversalTag.Verb) ? found : null;
            RoleSpan source = entry is null ? default : Source(cueSpan, sentence);
            bool isTold = last == verb || (last - verb <= 2 && lexicon.In("time-nouns", tree.Lower(last)) && (last == verb + 1 || tree.Lower(verb + 1) == "on")) || (entry?.Has(CueFrames.Addressee) == true && Enumerable.Range(verb + 1, last - verb).All(i => Tokens.Tags[i] is UniversalTag.Det or UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Adj));
            int comma = source.TokenCount == 0 || !isTold ? -1 : quoted.EndingAt(source.FirstToken - 1) >= 0 && Tokens.Form(source.FirstToken - 2) is "," ? source.FirstToken - 2 : source.FirstToken - 1;
            if (comma < sentence.FirstToken + MinContent || Tokens.Form(comma) is not "," || Content(sentence, comma) is not { Count: >= MinContent } content)
            {
                continue;
            }

            Cue cue = new(verb, [.. Enumerable.Range(cueSpan.FirstToken, cueSpan.TokenCount)], entry, CueKind.Verb, false, false, verb);
            List<int> speaker = linker.Trim([.. Enumerable.Range(source.FirstToken, source.TokenCount)], cue);
            attributions.Add(new Attribution(cue, new Choice(speaker, "source.tail", "source between a comma and the verb of telling that ends the sentence"), new Choice(linker.Trim(content, cue), "content.tail", "what stands before the comma"))
            {
                IsRead = true,
                Addressee = last > verb && entry!.Has(CueFrames.Addressee) ? last : -1,
            });
            return;
        }
    }

    // The source that the network read right before the cue, in the same sentence, behind its comma.
    private RoleSpan Source(RoleSpan cue, Sentence sentence)
    {
        foreach (RoleSpan span in roles!.Spans)
        {
            bool isBefore = span.Role == "source" && span.FirstToken > sentence.FirstToken + MinContent && span.EndToken <= cue.FirstToken && cue.FirstToken - span.EndToken <= 1 && span.TokenCount <= MaxReadSource;
            if (isBefore && Enumerable.Range(span.FirstToken, span.TokenCount).Any(i => Tokens.Tags[i] is UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Pron) && !Enumerable.Range(span.FirstToken, span.TokenCount).Any(i => tree.IsFinite(i)))
            {
                return span;
            }
        }

        return default;
    }

    // The quotation that ends before the comma, else all of the sentence up to it, where that is a clause.
    private List<int> Content(Sentence sentence, int comma)
    {
        int quotation = Math.Max(quoted.Of(comma), quoted.EndingAt(comma));
        if (quotation >= 0 && quoted.Ranges[quotation].First <= sentence.FirstToken)
        {
            return [.. Enumerable.Range(quoted.Ranges[quotation].First, quoted.Ranges[quotation].End - quoted.Ranges[quotation].First)];
        }

        List<int> content = [.. Enumerable.Range(sentence.FirstToken, comma - sentence.FirstToken)];
        return content.Exists(tree.IsFinite) && Tokens.Tags[content[0]] is not UniversalTag.Sconj ? content : [];
    }

    // "All sites were closed, reports Brown.": the parser took the verb for a noun; a person's name or a body's ends the sentence.
    private void AddInverted(List<Attribution> attributions, Sentence sentence)
    {
        for (int verb = sentence.FirstToken + MinContent; verb < sentence.EndToken - 1; verb++)
        {
            bool isVerb = tree.Lower(verb) is "reports" or "says" or "writes" or "said" or "wrote" or "reported" && Tokens.Form(verb - 1) is "," && quoted.Of(verb) < 0 && names.Overlapping(Tokens.Span(verb + 1)).Any(n => n.Kind is NameKind.Person or NameKind.Organization or NameKind.Other && n.FirstToken == verb + 1 && EndsSentence(n.EndToken, sentence));
            List<int> content = isVerb && !attributions.Exists(a => a.Cue?.Head == verb) ? Content(sentence, verb - 1) : [];
            if (content.Count >= MinContent && lexicon.VerbLemma(tree.Lower(verb)) is { } lemma)
            {
                Cue cue = new(verb, [verb], lexicon.Find(CueKind.Verb, lemma)[0], CueKind.Verb, false, false, verb);
                List<int> source = linker.Trim([.. Enumerable.Range(verb + 1, sentence.EndToken - verb - 1)], cue);
                attributions.Add(new Attribution(cue, new Choice(source, "source.tail", "name behind a verb of telling that ends the sentence"), new Choice(linker.Trim(content, cue), "content.tail", "what stands before the comma")) { IsRead = true });
                return;
            }
        }
    }

    private bool EndsSentence(int token, Sentence sentence)
    {
        for (int i = token; i < sentence.EndToken; i++)
        {
            if (Tokens.Tags[i] != UniversalTag.Punct)
            {
                return false;
            }
        }

        return true;
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
