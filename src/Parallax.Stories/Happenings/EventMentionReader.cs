using System.Collections.Immutable;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Stories.Propositions;
using Parallax.Stories.Words;

namespace Parallax.Stories.Happenings;

/// <summary>Reads the mentions of events of one report for comparing: head, arguments and surroundings from the parse.</summary>
internal sealed class EventMentionReader
{
    private static readonly string[] NameParts = ["flat", "compound", "amod", "nummod", "nmod", "appos", "conj"];

    private readonly AnnotatedReport _report;
    private readonly WordMeanings _meanings;
    private readonly Tree _tree;
    private readonly MentionReport _own;
    private readonly WeighedStem[] _stems;
    private readonly Word[] _words;

    /// <summary>Prepares a report with tokens.</summary>
    /// <param name="report">A report with tokens.</param>
    /// <param name="story">Its story.</param>
    /// <param name="meanings">Weights and vectors.</param>
    public EventMentionReader(AnnotatedReport report, string story, WordMeanings meanings)
    {
        (_report, _meanings) = (report, meanings);
        TokenLayer tokens = report.Tokens;
        _tree = new Tree(tokens);
        _stems = new WeighedStem[tokens.Count];
        _words = new Word[tokens.Count];
        for (int i = 0; i < tokens.Count; i++)
        {
            string lower = Folding.Fold(tokens.Form(i));
            bool content = tokens.Tags[i] is UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Verb or UniversalTag.Adj or UniversalTag.Num && !WordList.IsStop(lower);
            string stem = Stemmer.Stem(Folding.Fold(tokens.Lemmas[i]));
            _stems[i] = meanings.Stem(stem);
            _words[i] = new Word(tokens.Span(i), lower, stem, content, char.IsUpper(tokens.Form(i)[0]));
        }

        _own = new MentionReport(report.Report.Id, story, WeighedStems.Of(Enumerable.Range(0, tokens.Count).Where(i => _words[i].IsContent).GroupBy(i => _stems[i])
            .Select(static g => g.Key with { Weight = g.Key.Weight * (100 + WordWeights.Log2(g.Count())) / 100 })));
    }

    /// <summary>The mention whose words stand at the spans; where no token does, the nearest token before stands for it.</summary>
    public EventMention Read(ImmutableArray<TextSpan> spans)
    {
        TokenLayer tokens = _report.Tokens;
        int[] own = [.. Enumerable.Range(0, tokens.Count).Where(i => spans.Any(s => s.Overlaps(tokens.Span(i))))];
        own = own.Length == 0 ? [Math.Max(0, tokens.TokenAt(spans[0].Start))] : own;
        return Read(own, Head(own));
    }

    /// <summary>The mention of the predicate at a token, which is its only word.</summary>
    public EventMention Read(int token) => Read([token], token);

    private EventMention Read(int[] own, int head)
    {
        TokenLayer tokens = _report.Tokens;
        Sentence sentence = tokens.Sentences[tokens.SentenceOf(head)];
        string lemma = Folding.Fold(tokens.Lemmas[head]);
        ImmutableArray<int> kinds = Kinds([head]);
        return new EventMention(() => Context(own, head, sentence))
        {
            Report = _own,
            Sentence = tokens.SentenceOf(head),
            Lemma = lemma,
            Head = Weighed(head, lemma),
            IsVerb = tokens.Tags[head] == UniversalTag.Verb,
            IsTelling = tokens.Tags[head] is UniversalTag.Verb or UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Adj,
            Kinds = kinds,
            AllKinds = own.Length == 1 ? kinds : Kinds(own),
            Numbers = Numbers(sentence),
        };
    }

    private EventContext Context(int[] own, int head, Sentence sentence)
    {
        (WeighedStem[] subject, WeighedStem[] thing, WeighedStem[] oblique) = Arguments(head);
        HashSet<WeighedStem> stems = [.. own.Where(i => !WordList.IsStop(_words[i].Lower)).Select(i => _stems[i])];
        return new EventContext(
            WeighedStems.Of(stems),
            WeighedStems.Of(Enumerable.Range(sentence.FirstToken, sentence.TokenCount).Where(i => _words[i].IsContent && !own.Contains(i)).Select(i => _stems[i])),
            WeighedStems.Of(subject),
            WeighedStems.Of(thing),
            WeighedStems.Of(oblique),
            WeighedStems.Of(subject.Concat(thing).Concat(oblique).Where(s => !stems.Contains(s))));
    }

    private ImmutableArray<string> Numbers(Sentence sentence)
    {
        List<string> numbers = [];
        for (int i = sentence.FirstToken; i < sentence.FirstToken + sentence.TokenCount; i++)
        {
            if (_report.Tokens.Tags[i] == UniversalTag.Num)
            {
                numbers.Add(_words[i].Lower);
            }
        }

        return [.. numbers];
    }

    private WeighedWord Weighed(int token, string lemma)
    {
        WeighedWord word = _meanings.Weigh(_words[token]);
        return word.Norm > 0 ? word : _meanings.Weigh(_words[token] with { Lower = lemma });
    }

    // The only token that hangs outside the mention; of several, the last verb or noun.
    private int Head(int[] own)
    {
        int[] outer = [.. own.Where(i => !own.Contains(_report.Tokens.Heads[i]))];
        return outer.Length == 1 ? outer[0] : outer.LastOrDefault(i => _report.Tokens.Tags[i] is UniversalTag.Verb or UniversalTag.Noun or UniversalTag.Propn, outer[^1]);
    }

    private ImmutableArray<int> Kinds(int[] own)
    {
        SortedSet<int> kinds = [];
        foreach (int token in own)
        {
            foreach (string word in new[] { Folding.Fold(_report.Tokens.Lemmas[token]), _words[token].Lower })
            {
                foreach (int kind in KinWords.Of(word))
                {
                    kinds.Add(kind);
                }
            }
        }

        return [.. kinds];
    }

    private (WeighedStem[] Subject, WeighedStem[] Object, WeighedStem[] Oblique) Arguments(int head)
    {
        TokenLayer tokens = _report.Tokens;
        List<WeighedStem> subject = Below(head, "nsubj", "nmod:poss"), thing = Below(head, "obj", "nmod"), oblique = Below(head, "obl", "advmod", "compound", "amod", "nummod");
        List<WeighedStem> passive = Below(head, "nsubj:pass");
        subject.RemoveAll(passive.Contains);
        thing.AddRange(passive);
        int above = tokens.Heads[head];
        if (above >= 0 && tokens.Tags[head] == UniversalTag.Verb && subject.Count == 0 && passive.Count == 0)
        {
            // "was seized and taken away", "agreed to sell": the subject is that of the verb above; "the ship seized on Monday": the noun above is the object.
            if (_tree.Relation(head) is "conj" or "xcomp" or "advcl")
            {
                subject = Below(above, "nsubj");
            }
            else if (tokens.Relations[head] == "acl:relcl")
            {
                subject = [.. Phrase(above)];
            }
            else if (_tree.Relation(head) == "acl")
            {
                thing.AddRange(Phrase(above));
            }
        }

        return ([.. subject], [.. thing], [.. oblique]);
    }

    private List<WeighedStem> Below(int token, params string[] relations)
    {
        List<WeighedStem> stems = [];
        foreach (int child in _tree.Children(token, relations))
        {
            stems.AddRange(Phrase(child));
        }

        return stems;
    }

    private IEnumerable<WeighedStem> Phrase(int token)
    {
        yield return _stems[token];
        foreach (int child in _tree.Children(token, NameParts))
        {
            foreach (WeighedStem stem in Phrase(child))
            {
                yield return stem;
            }
        }
    }
}
