using System.Text.Json;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Core.Text;
using Parallax.Language.Statements.Cues;
using Parallax.Language.Statements.Quotations;

namespace Parallax.Language.Statements.Certainty;

/// <summary>How a statement was found: the traits from which <see cref="StatementCertainty"/> tells how surely it was read rightly.</summary>
/// <remarks>A trait is there or not. None is a word of the report: they tell the form of the source, cue and content, which rules found them, whether the network agrees, and how many others could be meant by a pronoun.</remarks>
internal sealed class StatementTraits(CueLexicon lexicon, DependencyTree tree, QuotedTokens quoted, AnnotatedReport report, List<Attribution> attributions)
{
    private const int LongSource = 6, LongSentence = 45, RivalSentences = 3;

    private static readonly string[] Stances = ["accuses", "criticises", "demands", "denies", "doubts", "warns", "promises", "admits", "asks", "praises", "offers", "other", "says-not-known"];

    private static readonly string[] SourceRules = ["roles", "subject", "inside", "floating", "tail", "colon", "participle"];

    private static readonly string[] ContentRules = ["roles", "ccomp", "object", "target", "noun-clause", "infinitive", "prepositional", "quotation", "floating", "colon", "phrase", "parenthesis"];

    private readonly RoleLayer? _roles = report.Find(ReportLayers.RoleSpans);

    private TokenLayer Tokens => tree.Tokens;

    /// <summary>The traits of a statement, by name; their order is fixed.</summary>
    /// <param name="a">How it was put together.</param>
    /// <param name="made">The statement that became of it.</param>
    /// <returns>Names as in <c>Data/en/statements/certainty.txt</c>; each at most once.</returns>
    public List<string> Of(Attribution a, Statement made)
    {
        List<string> traits = [];
        AddSource(traits, a, made);
        AddCue(traits, a, made);
        AddContent(traits, a);
        traits.Add("manner-" + JsonNamingPolicy.KebabCaseLower.ConvertName(made.Manner.ToString()));
        string stance = JsonNamingPolicy.KebabCaseLower.ConvertName(made.Stance.ToString());
        if (stance != "asserts")
        {
            traits.Add("not-asserting");
            traits.Add(Stances.Contains(stance) ? "stance-" + stance : "stance-rare");
        }

        if (made.Force != Force.Neutral)
        {
            traits.Add("force");
        }

        if (made.Hedge is not null)
        {
            traits.Add("hedge");
        }

        if (made.Parent is not null)
        {
            traits.Add("nested");
        }

        if (!made.Chain.IsEmpty)
        {
            traits.Add(made.Parent is null ? "chain-beside" : "chain-nested");
        }

        if (made.About is not null)
        {
            traits.Add("about-another");
        }

        return traits;
    }

    private void AddSource(List<string> traits, Attribution a, Statement made)
    {
        List<int> source = a.Source.Tokens ?? [];
        traits.Add("kind-" + JsonNamingPolicy.KebabCaseLower.ConvertName(made.Source.Kind.ToString()));
        if (source.Count == 0)
        {
            traits.Add("source-none");
            return;
        }

        traits.Add("source-rule-" + Bucket(a.Source.Rule, SourceRules));
        int head = source.Count == 1 ? source[0] : HeadOf(source);
        bool isPronoun = source.Count == 1 && Tokens.Tags[head] is UniversalTag.Pron or UniversalTag.Det;
        if (isPronoun)
        {
            bool isPersonal = tree.Lower(head) is "he" or "she";
            traits.Add(isPersonal ? "source-he-she" : tree.Lower(head) is "i" or "we" ? "source-i-we" : tree.Lower(head) is "they" or "it" ? "source-they-it" : "source-other-pronoun");
            AddRivals(traits, head, made, isPersonal);
        }
        else if (Tokens.Tags[head] == UniversalTag.Propn || source.Exists(i => Tokens.Tags[i] == UniversalTag.Propn && (tree.Is(i, "appos") || tree.Is(i, "flat"))))
        {
            traits.Add(made.Source.Entity is null ? "source-name-unknown" : source.Count == 1 ? "source-surname" : "source-name");
        }
        else
        {
            traits.Add(made.Source.Entity is null ? "source-noun-unknown" : "source-noun-known");
            if (made.Source.Entity is { } entity && report.Entities.Find(entity) is { } known && !known.Mentions.Any(m => m.Form == MentionForm.Name && m.Span.Overlaps(Tokens.Span(source[0], source[^1] + 1))))
            {
                traits.Add("source-noun-stands-for-another");
            }
        }

        AddName(traits, source, made, isPronoun);
        if (made.Source.Entity is null && !isPronoun)
        {
            traits.Add("source-unlinked");
        }

        if (source.Count > LongSource)
        {
            traits.Add("source-long");
        }

        if (tree.Child(head, "conj") >= 0)
        {
            traits.Add("source-several");
        }

        if (source.Exists(i => quoted.Of(i) >= 0))
        {
            traits.Add("source-quoted");
        }

        if (!Agrees("source", source))
        {
            traits.Add(Overlaps("source", source) ? "source-network-other-edges" : "source-not-in-network");
        }

        if (a.Cue is not null && Tokens.SentenceOf(source[0]) != Tokens.SentenceOf(a.Cue.Head))
        {
            traits.Add("source-other-sentence");
        }
    }

    // "the 38-year-old", left without a name; "one former clerk", taken for somebody named; "60 percent".
    private void AddName(List<string> traits, List<int> source, Statement made, bool isPronoun)
    {
        bool isNamed = made.Source.Name.AsSpan().ContainsAnyInRange('A', 'Z') && !string.Equals(made.Source.Name, made.Source.Text, StringComparison.OrdinalIgnoreCase);
        string first = tree.Lower(source[0]);
        bool isNoun = Tokens.Tags[HeadOf(source)] == UniversalTag.Noun;
        if (isPronoun && !isNamed)
        {
            traits.Add("name-still-pronoun");
        }
        else if (isNoun && first is "the" or "this" or "that" && !isNamed)
        {
            traits.Add(tree.HasFeature(HeadOf(source), "Number=Plur") ? "name-still-description-of-many" : made.Source.Kind is ActorKind.Person or ActorKind.Unnamed or ActorKind.Other ? "name-still-description" : source.Count > 2 ? "name-still-full-description-of-body" : "name-still-description-of-body");
        }
        else if (isNoun && first is "a" or "an" or "one" or "some" or "another" or "several" or "many" or "other")
        {
            traits.Add(isNamed ? "name-for-unnamed" : "name-none-told");
        }

        if (Tokens.Tags[source[0]] == UniversalTag.Num)
        {
            traits.Add("source-number");
        }

        if (isNoun && source.Count == 1)
        {
            traits.Add("source-bare-noun");
        }
    }

    // Where the one whom a pronoun is taken for was last told of.
    private void AddAntecedent(List<string> traits, int pronoun, Statement made)
    {
        if (made.Source.Entity is not { } id || report.Entities.Find(id) is not { } entity)
        {
            return;
        }

        TextSpan last = default;
        foreach (Mention mention in entity.Mentions)
        {
            last = mention.End <= Tokens.Starts[pronoun] && (last.Length == 0 || mention.Start > last.Start) ? mention.Span : last;
        }

        if (last.Length == 0)
        {
            traits.Add("last-none");
            return;
        }

        int first = Tokens.TokenAt(last.Start), at = first;
        for (int token = first; token < Tokens.Count && Tokens.Starts[token] < last.End; token++)
        {
            at = Tokens.Heads[token] < first || Tokens.Starts[Tokens.Heads[token]] >= last.End ? token : at;
        }

        traits.Add(tree.Is(at, "nsubj") || tree.Is(at, "nsubj:pass") ? "last-subject" : tree.Is(at, "obj") || tree.Is(at, "obl") ? "last-object" : "last-elsewhere");
        traits.Add((Tokens.SentenceOf(pronoun) - Tokens.SentenceOf(at)) switch { 0 => "last-here", 1 => "last-before", 2 or 3 => "last-near", _ => "last-far" });
        if (quoted.Of(at) >= 0)
        {
            traits.Add("last-quoted");
        }

        if (Tokens.Sentences[Tokens.SentenceOf(at)].Block != Tokens.Sentences[Tokens.SentenceOf(pronoun)].Block)
        {
            traits.Add("last-other-paragraph");
        }
    }

    // Who else was named shortly before: with two of them a pronoun is a guess.
    private void AddRivals(List<string> traits, int pronoun, Statement made, bool isPersonal)
    {
        if (!isPersonal)
        {
            return;
        }

        int sentence = Tokens.SentenceOf(pronoun), nearest = int.MaxValue;
        int from = Tokens.Starts[Tokens.Sentences[Math.Max(0, sentence - RivalSentences)].FirstToken], to = Tokens.Starts[pronoun];
        HashSet<string> rivals = new(StringComparer.Ordinal);
        foreach ((Mention mention, Entity entity) in report.Entities.Mentions)
        {
            if (mention.Start >= to)
            {
                break;
            }

            if (mention.Form == MentionForm.Name && entity.Id == made.Source.Entity)
            {
                nearest = Math.Min(nearest, sentence - Tokens.SentenceOf(Tokens.TokenAt(mention.Start)));
            }

            if (mention.Start >= from && mention.Form == MentionForm.Name && entity.Kind == ActorKind.Person)
            {
                rivals.Add(entity.Id);
            }
        }

        AddAntecedent(traits, pronoun, made);
        traits.Add(rivals.Count switch { 0 => "rivals-none", 1 => rivals.Contains(made.Source.Entity ?? "") ? "rivals-self-only" : "rivals-another-only", 2 => "rivals-two", _ => "rivals-many" });
        traits.Add(nearest switch { 0 => "antecedent-here", 1 => "antecedent-before", 2 or 3 => "antecedent-near", int.MaxValue => "antecedent-never-named", _ => "antecedent-far" });
        Attribution? before = null;
        foreach (Attribution other in attributions)
        {
            before = other.Order < Tokens.Sentences[sentence].FirstToken && !other.Source.IsEmpty && (before is null || other.Order > before.Order) ? other : before;
        }

        if (before is not null && report.Entities.At(Tokens.Span(HeadOf(before.Source.Tokens))) is { } spoke)
        {
            traits.Add(spoke.Id == made.Source.Entity ? "speaker-goes-on" : sentence - Tokens.SentenceOf(before.Order) <= 2 ? "speaker-changes" : "speaker-long-ago");
        }
    }

    private void AddCue(List<string> traits, Attribution a, Statement made)
    {
        if (a.Cue is not { } cue)
        {
            traits.Add("cue-none");
            return;
        }

        traits.Add("cue-" + JsonNamingPolicy.KebabCaseLower.ConvertName(cue.Kind.ToString()));
        if (cue.Entry is null)
        {
            traits.Add("cue-unknown");
        }

        if (made.Cue.Lemma == "say")
        {
            traits.Add("cue-say");
        }

        if (cue.Negated)
        {
            traits.Add("cue-negated");
        }

        if (cue.Passive)
        {
            traits.Add("cue-passive");
        }

        if (cue.Has(CueFrames.Attitude))
        {
            traits.Add("cue-attitude");
        }

        if (!Overlaps("cue", cue.Tokens))
        {
            traits.Add("cue-not-in-network");
        }

        if (cue.Kind == CueKind.Verb)
        {
            string relation = tree.Relation(cue.Head).ToString();
            traits.Add(relation is "root" or "parataxis" or "ccomp" or "conj" or "advcl" or "acl:relcl" or "acl" or "xcomp" ? "cue-at-" + relation.Replace(':', '-') : "cue-at-other");
            traits.Add(tree.IsFinite(cue.Head) ? "cue-finite" : "cue-not-finite");
        }

        SentenceInfo(traits, cue.Head);
    }

    private void SentenceInfo(List<string> traits, int token)
    {
        Sentence sentence = Tokens.Sentences[Tokens.SentenceOf(token)];
        if (sentence.Part is TextPart.Title or TextPart.Heading)
        {
            traits.Add("in-title");
        }
        else if (sentence.Part != TextPart.Body)
        {
            traits.Add("in-other-part");
        }

        if (sentence.EndToken - sentence.FirstToken > LongSentence)
        {
            traits.Add("sentence-long");
        }
    }

    private void AddContent(List<string> traits, Attribution a)
    {
        List<int> content = a.Content.Tokens;
        int words = content.Count(i => Tokens.Tags[i] is not (UniversalTag.Punct or UniversalTag.Sym));
        traits.Add("content-rule-" + Bucket(a.Content.Rule, ContentRules));
        traits.Add(words switch { < 4 => "content-tiny", < 7 => "content-short", < 15 => "content-middle", < 30 => "content-full", _ => "content-long" });
        int first = content[0];
        traits.Add(quoted.StartingAt(first) >= 0 || (first > 0 && quoted.StartingAt(first - 1) >= 0) ? "opens-quoted"
            : tree.Lower(first) is "that" or "whether" or "how" or "why" or "what" ? "opens-" + (tree.Lower(first) == "that" ? "that" : "question-word")
            : tree.Lower(first) == "to" ? "opens-to"
            : Tokens.Tags[first] == UniversalTag.Pron ? "opens-pronoun"
            : Tokens.Tags[first] is UniversalTag.Adp ? "opens-preposition"
            : Tokens.Tags[first] is UniversalTag.Verb or UniversalTag.Aux ? "opens-verb"
            : Tokens.Tags[first] is UniversalTag.Det or UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Adj or UniversalTag.Num ? "opens-noun" : "opens-other");
        if (!content.Exists(i => Tokens.Tags[i] is UniversalTag.Verb or UniversalTag.Aux && tree.IsFinite(i)))
        {
            traits.Add("content-no-finite");
            if (!content.Exists(i => Tokens.Tags[i] is UniversalTag.Verb))
            {
                traits.Add("content-no-verb");
            }
        }

        // "said she left and accused the town": the second verb may be the writer's.
        if (content.Exists(i => quoted.Of(i) < 0 && tree.Is(i, "conj") && Tokens.Tags[i] == UniversalTag.Verb && tree.HasFeature(i, "Tense=Past") && tree.Child(i, "nsubj") < 0 && lexicon.Find(CueKind.Verb, tree.Lemma(i)).Length > 0))
        {
            traits.Add("content-second-saying");
        }

        if (tree.Lower(content[^1]) is "is" or "was" or "the" or "a" or "of" or "and" or "to" or "in" or "for" or "with")
        {
            traits.Add("content-ends-open");
        }

        int gaps = 0;
        for (int i = 1; i < content.Count; i++)
        {
            gaps += content[i] > content[i - 1] + 1 ? 1 : 0;
        }

        if (gaps > 0)
        {
            traits.Add(gaps == 1 ? "content-two-pieces" : "content-many-pieces");
        }

        if (!Agrees("content", content))
        {
            traits.Add(Overlaps("content", content) ? "content-network-other-edges" : "content-not-in-network");
        }

        if (HasTail(content, out bool isUnquoted) && isUnquoted)
        {
            traits.Add("content-unquoted-tail");
        }

        int quotedWords = content.Count(i => quoted.Of(i) >= 0);
        if (quotedWords > 0 && quotedWords * 2 < content.Count)
        {
            traits.Add("content-little-quoted");
        }

        if (attributions.Exists(o => !ReferenceEquals(o, a) && o.Cue is not null && !ReferenceEquals(o.Parent, a) && !ReferenceEquals(a.Parent, o) && o.Content.Tokens.Exists(i => content.BinarySearch(i) >= 0)))
        {
            traits.Add("content-shared");
        }

        if (a.Cue is not null && content[0] < a.Cue.Head && content[^1] > a.Cue.Head)
        {
            traits.Add("content-round-cue");
        }
        else if (a.Cue is not null && content[^1] < a.Cue.Head)
        {
            traits.Add("content-before-cue");
        }

        if (a.Cue is not null && Tokens.SentenceOf(content[0]) != Tokens.SentenceOf(content[^1]))
        {
            traits.Add("content-over-sentences");
        }
    }

    // A clause after a comma at the end of the words, which may be the writer's: "…, while others see it so", "…, which he did not name".
    private bool HasTail(List<int> content, out bool isUnquoted)
    {
        isUnquoted = false;
        for (int i = 1; i < content.Count; i++)
        {
            int token = content[i];
            if (Tokens.Form(content[i - 1]) is "," or "—" or "–" or ";" or "--" && tree.Lower(token) is "which" or "who" or "while" or "as" or "but" or "and" or "after" or "although" or "though" or "where" or "when" or "with" or "including")
            {
                isUnquoted = quoted.Of(token) < 0;
                return true;
            }
        }

        return false;
    }

    private bool Agrees(string role, List<int> tokens) => _roles is null || _roles.Spans.Any(s => s.Role == role && Math.Abs(s.FirstToken - tokens[0]) <= 1 && Math.Abs(s.EndToken - 1 - tokens[^1]) <= 1);

    private bool Overlaps(string role, List<int> tokens) => _roles is null || _roles.Spans.Any(s => s.Role == role && s.FirstToken <= tokens[^1] && tokens[0] < s.EndToken);

    private int HeadOf(List<int> tokens)
    {
        int best = tokens[0];
        foreach (int token in tokens)
        {
            if (Tokens.Heads[token] < tokens[0] || Tokens.Heads[token] > tokens[^1])
            {
                return token;
            }
        }

        return best;
    }

    private static string Bucket(string rule, string[] known)
    {
        int dot = rule.IndexOf('.', StringComparison.Ordinal);
        string name = rule[(dot + 1)..];
        return Array.IndexOf(known, name) >= 0 ? name : "other";
    }
}
