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
internal sealed partial class StatementTraits(CueLexicon lexicon, DependencyTree tree, QuotedTokens quoted, AnnotatedReport report, List<Attribution> attributions)
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
