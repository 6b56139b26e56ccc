using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Stories.Claims;
using Parallax.Stories.Propositions;
using Parallax.Stories.Words;

namespace Parallax.Stories.Conflicts;

/// <summary>Finds two who take opposite sides of one thing: "Orsk supports the dam", "Venn's opposition to the dam"; "Orsk wants to be neutral", "Norland cannot be neutral", said by Venn; words in <c>Data/en/conflicts/sides.txt</c>.</summary>
/// <param name="set">The reports.</param>
/// <param name="storyOf">Story number by report.</param>
/// <param name="claims">The claims on which a conflict may stand.</param>
internal sealed class OppositionFinder(ReportSet set, IReadOnlyDictionary<string, int> storyOf, ValueClaims claims)
{
    private const string Neither = "neither";
    private const int SentencesOfOneBreath = 1, LongestChain = 3;

    private static readonly Lazy<Dictionary<string, HashSet<string>>> Table = new(static () => StoriesData.Lines("en/conflicts/sides.txt")
        .ToDictionary(static l => l[..l.IndexOf(':', StringComparison.Ordinal)], static l => new HashSet<string>(l[(l.IndexOf(':', StringComparison.Ordinal) + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal), StringComparer.Ordinal));

    /// <summary>The conflicts, by story and thing.</summary>
    public IEnumerable<Conflict> Find()
    {
        Side[] all = [.. set.Reports.Where(static r => r.Find(ReportLayers.Tokens) is { Count: > 0 }).SelectMany(Read)];
        foreach (var thing in all.GroupBy(s => (storyOf[s.Report], s.Kind, s.Lemma)).OrderBy(static g => g.Key))
        {
            Side[] told = [.. thing];
            DisjointSets sets = new(told.Length);
            for (int i = 0; i < told.Length; i++)
            {
                for (int j = i + 1; j < told.Length; j++)
                {
                    if (AreOfOneThing(told[i], told[j]))
                    {
                        sets.Join(i, j);
                    }
                }
            }

            foreach (Side[] one in sets.Sets().Select(s => s.Select(i => told[i]).ToArray()))
            {
                if (Write(one) is { } conflict)
                {
                    yield return conflict;
                }
            }
        }
    }

    private Conflict? Write(Side[] sides)
    {
        // Whose words are on both sides has changed his mind, or was misread.
        Side[] sure = [.. sides.Where(s => Array.TrueForAll(sides, o => o.Holder != s.Holder || o.IsFor == s.IsFor))];
        Side[] first = [.. sure.Where(static s => s.IsFor)], second = [.. sure.Where(static s => !s.IsFor)];
        if (first.Length == 0 || second.Length == 0 || claims.Of([.. first.Concat(second).Select(static s => (s.Report, s.Word))], least: 1) is not { } draft
            || !draft.Own.Any(c => sure.Any(s => s.Report == c.Proposition.Report && c.Proposition.Span.Contains(s.Word))))
        {
            return null;
        }

        string thing = first[0].Kind == Neither ? "be " + first[0].Lemma : "support " + Words(first.Concat(second).OrderByDescending(static s => s.Stems.Length).ThenBy(static s => s.Thing.Length).ThenBy(static s => s.Report, StringComparer.Ordinal).First(), static s => s.Thing);
        string why = $"they differ in whether to {thing}: {string.Join(", ", first.Select(static s => s.Name).Distinct(StringComparer.Ordinal))} for it; {string.Join(", ", second.Select(static s => s.Name).Distinct(StringComparer.Ordinal))} against it";
        return ConflictFinder.Write(draft, ConflictKind.Status, ConflictRelation.Conflict, [Of(first), Of(second)], why);
    }

    private ConflictSide Of(Side[] one)
    {
        Side[] ordered = [.. one.OrderBy(static s => s.Span.Length).ThenBy(s => Words(s, static o => o.Span), StringComparer.Ordinal)];
        return new ConflictSide(Words(ordered[0], static s => s.Span), [.. ordered.Select(static s => new SideEvidence(s.Report, s.Span.Start, s.Span.End, s.Statement, null)).Distinct()]);
    }

    private string Words(Side side, Func<Side, TextSpan> part) => set[side.Report].Report.Text.Slice(part(side));

    // A word that both have beside the noun ("the Orsk dam", "the planned Orsk dam"), a name alone ("Norpact"), or one breath ("she supports the dam; he opposes it").
    private static bool AreOfOneThing(Side left, Side right)
    {
        bool beside = left.Report == right.Report && Math.Abs(left.Sentence - right.Sentence) <= SentencesOfOneBreath;
        if (left.Kind == Neither)
        {
            return left.Stems.Intersect(right.Stems, StringComparer.Ordinal).Any() || (beside && left.Holder != right.Holder && left.IsFor != right.IsFor && (left.Stems.Length == 0 || right.Stems.Length == 0));
        }

        // "Orsk's tax plan", "Venn's tax plan"; "a ban on guns", "a ban on boats"; "the old dam", "the planned dam": of two.
        if (left.Owner != right.Owner || AreApart(left.Of, right.Of) || AreApart(left.Before, right.Before))
        {
            return false;
        }

        return left.Stems.Intersect(right.Stems, StringComparer.Ordinal).Any() || (left.Stems.Length == 0 && right.Stems.Length == 0 && (left.IsName || left.Owner is not null || beside));
    }

    private static bool AreApart(string[] left, string[] right) => left.Length > 0 && right.Length > 0 && !left.Intersect(right, StringComparer.Ordinal).Any();

    private static IEnumerable<Side> Read(AnnotatedReport report)
    {
        TokenLayer tokens = report.Tokens;
        Tree tree = new(tokens);
        for (int token = 0; token < tokens.Count; token++)
        {
            string lemma = tokens.Lemmas[token].ToLowerInvariant();
            Side? side = tokens.Tags[token] switch
            {
                UniversalTag.Verb when Table.Value["verb for"].Contains(lemma) || Table.Value["verb against"].Contains(lemma) => OfVerb(report, tree, token, Table.Value["verb for"].Contains(lemma)),
                UniversalTag.Noun when Table.Value["noun for"].Contains(lemma) || Table.Value["noun against"].Contains(lemma) => OfNoun(report, tree, token, Table.Value["noun for"].Contains(lemma)),
                UniversalTag.Noun or UniversalTag.Propn when tree.Child(token, "cop") >= 0 && tree.Child(token, "case") >= 0 => OfPhrase(report, tree, token, lemma),
                UniversalTag.Adj when Table.Value[Neither].Contains(lemma) => OfNeither(report, tree, token),
                _ => null,
            };
            if (side is not null)
            {
                yield return side;
            }
        }
    }

    // "Orsk supports the dam", "vowed to oppose the dam", "the dam backed by Orsk"
    private static Side? OfVerb(AnnotatedReport report, Tree tree, int verb, bool isFor)
    {
        TokenLayer tokens = report.Tokens;
        int agent = tree.Children(verb, "obl").FirstOrDefault(o => tree.Children(o, "case").Any(c => tree.Is(c, "by")), -1);
        int thing = agent < 0 ? tree.Child(verb, "obj") : tokens.Relations[verb] == "acl" ? tokens.Heads[verb] : tree.Child(verb, "nsubj:pass");
        if (thing < 0 || (agent < 0 && tree.Child(verb, "nsubj:pass") >= 0) || Taken(tree, verb) is not { } taken || (taken.IsNegated && !isFor))
        {
            return null;
        }

        return agent >= 0 ? taken.IsNegated ? null : Make(report, tree, verb, thing, report.Entities.At(tokens.Span(agent)), isFor)
            : Make(report, tree, verb, thing, Holder(report, taken.Subject, verb), isFor != taken.IsNegated);
    }

    // "her support for the dam"
    private static Side? OfNoun(AnnotatedReport report, Tree tree, int noun, bool isFor)
    {
        int whose = tree.Child(noun, "nmod:poss"), thing = tree.Children(noun, "nmod").FirstOrDefault(n => tree.Children(n, "case").Any(c => tree.Is(c, "for") || tree.Is(c, "of") || tree.Is(c, "to")), -1);
        return whose < 0 || thing < 0 || IsOfThePast(tree, noun) ? null : Make(report, tree, noun, thing, report.Entities.At(report.Tokens.Span(whose)), isFor);
    }

    // "she is against the dam", "he was in favour of the dam"
    private static Side? OfPhrase(AnnotatedReport report, Tree tree, int noun, string lemma)
    {
        bool isFor = Table.Value["in for"].Contains(lemma) && tree.Children(noun, "case").Any(c => tree.Is(c, "in"));
        int thing = isFor ? tree.Child(noun, "nmod") : tree.Children(noun, "case").Any(c => tree.Is(c, "against")) ? noun : -1;
        return thing < 0 || Taken(tree, noun) is not { } taken || (taken.IsNegated && !isFor) ? null : Make(report, tree, isFor ? noun : tree.Child(noun, "case"), thing, Holder(report, taken.Subject, noun), isFor != taken.IsNegated);
    }

    // "he will be neutral between the two", "a pledge to remain neutral"; of what lands and bodies should be, whoever says it is the one.
    private static Side? OfNeither(AnnotatedReport report, Tree tree, int word)
    {
        TokenLayer tokens = report.Tokens;
        bool isState = tree.Child(word, "cop") >= 0 || tree.Relation(word) == "xcomp";
        if (!isState || (word > 0 && tokens.Tags[word - 1] is UniversalTag.Noun or UniversalTag.Punct && tokens.Form(word - 1) is not ("\"" or "“" or "''" or "``" or "‘" or "'")) || Taken(tree, word) is not { } taken)
        {
            return null;
        }

        Sentence sentence = tokens.Sentences[tokens.SentenceOf(word)];
        Statement? statement = StatementAt(report, tokens.Span(word));
        Entity? subject = taken.Subject < 0 ? null : report.Entities.At(tokens.Span(taken.Subject));
        Entity? holder = statement?.Source.Entity is { } speaker && subject is null or { Kind: ActorKind.Country or ActorKind.Government or ActorKind.Place } ? report.Entities.Find(statement.Source.Entity!) : subject;
        if (!IsSomebody(holder) || (taken.Subject < 0 && statement is null))
        {
            return null;
        }

        // Between whom: who else is named in the sentence.
        string[] named = [.. report.Entities.Mentions.Where(m => m.Mention.Report == report.Report.Id && sentence.Span.Contains(m.Mention.Span) && m.Mention.Form != MentionForm.Pronoun && m.Entity.Id != holder!.Id && m.Entity.Id != subject?.Id && m.Entity.Id != statement?.Source.Entity).Select(static m => m.Entity.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        TextSpan span = Clause(report, tree, tree.Relation(word) == "xcomp" && tokens.Heads[word] >= 0 ? tokens.Heads[word] : word, taken.Subject);
        return new Side(report.Report.Id, tokens.SentenceOf(word), Neither, tokens.Lemmas[word].ToLowerInvariant(), !taken.IsNegated, holder!.Id, holder.Name, tokens.Span(word), span, tokens.Span(word), named, false, statement?.Id);
    }

    private static Side? Make(AnnotatedReport report, Tree tree, int word, int thing, Entity? holder, bool isFor)
    {
        TokenLayer tokens = report.Tokens;
        if (!IsSomebody(holder) || tokens.Tags[thing] is not (UniversalTag.Noun or UniversalTag.Propn) || report.Entities.At(tokens.Span(thing)) is { Kind: ActorKind.Person or ActorKind.Country or ActorKind.Place or ActorKind.Organization or ActorKind.Government or ActorKind.Group })
        {
            return null;
        }

        TextSpan phrase = tree.Span(thing, "acl", "advcl", "appos", "conj", "cc", "case", "cop", "nsubj", "advmod", "aux", "parataxis", "punct");
        string[] before = Stems(tree.Children(thing, "amod", "compound")), of = Stems(tree.Children(thing, "nmod").Where(n => tokens.Relations[n] != "nmod:poss")), beside = [.. before.Union(of, StringComparer.Ordinal)];
        int whose = tree.Child(thing, "nmod:poss");
        string? owner = whose < 0 ? null : report.Entities.At(tokens.Span(whose))?.Id ?? tokens.Form(whose).ToString();
        bool isName = tokens.Tags[thing] == UniversalTag.Propn;
        if (beside.Length == 0 && !isName && owner is null && !tree.Children(thing, "det").Any(d => tokens.Form(d) is "the" or "this" or "that"))
        {
            return null; // "supports trade": of whatever kind.
        }

        return new Side(report.Report.Id, tokens.SentenceOf(word), "thing", tokens.Lemmas[thing].ToLowerInvariant(), isFor, holder!.Id, holder.Name, tokens.Span(word), tokens.Span(word).Union(phrase), phrase, beside, isName, StatementAt(report, tokens.Span(word))?.Id) { Owner = owner, Before = before, Of = of };

        string[] Stems(IEnumerable<int> words) => [.. words.SelectMany(w => WordList.Of(report.Report.Text.Text, tokens.Span(w))).Where(static w => w.IsContent).Select(static w => w.Stem).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    // From the subject on, without other clauses and a quotation mark that only closes.
    private static TextSpan Clause(AnnotatedReport report, Tree tree, int word, int subject)
    {
        TextSpan span = tree.Span(word, "advcl", "conj", "cc", "parataxis");
        span = subject >= 0 && tree.Tokens.Span(subject).Start is var start && start > span.Start && start < span.End ? TextSpan.FromBounds(start, span.End) : span;
        string words = report.Report.Text.Slice(span), kept = words.TrimEnd('”', '"', '\'', ',', '.', ' ');
        return words.Length == kept.Length || kept.IndexOfAny(['“', '"']) >= 0 ? span : new TextSpan(span.Start, kept.Length);
    }

    private static bool IsSomebody(Entity? entity) => entity is { Kind: ActorKind.Person or ActorKind.Organization or ActorKind.Government or ActorKind.Country } && char.IsUpper(entity.Name[0]);

    // The subject of the word or of the verb that it hangs on as its complement, and whether it is told as not so; null where it is asked, supposed, declined or of the past.
    private static (int Subject, bool IsNegated)? Taken(Tree tree, int word)
    {
        int subject = -1;
        bool negated = false;
        for (int at = word, step = 0; step < LongestChain; step++)
        {
            if (tree.Children(at, "mark").Any(m => tree.Is(m, "if") || tree.Is(m, "whether") || tree.Is(m, "unless")) || tree.Children(at, "aux").Any(a => tree.Is(a, "would") || tree.Is(a, "could") || tree.Is(a, "might") || tree.Is(a, "may") || tree.Is(a, "should")) || IsOfThePast(tree, at))
            {
                return null;
            }

            negated ^= tree.Children(at, "advmod", "det").Any(a => tree.Tokens.Form(a) is "not" or "n't" or "n’t" or "never");
            subject = tree.Child(at, "nsubj");
            string relation = tree.Relation(at);
            if (subject >= 0 || tree.Tokens.Heads[at] < 0 || relation is not ("xcomp" or "conj" or "acl"))
            {
                break;
            }

            if (relation == "acl" && tree.Tokens.Tags[at] == UniversalTag.Verb)
            {
                break;
            }

            at = tree.Tokens.Heads[at];
            if (Table.Value["declines"].Contains(tree.Tokens.Lemmas[at]))
            {
                return null;
            }
        }

        Sentence sentence = tree.Tokens.Sentences[tree.Tokens.SentenceOf(word)];
        return tree.Tokens.Form(sentence.EndToken - 1) is "?" ? null : (subject, negated);
    }

    private static bool IsOfThePast(Tree tree, int word) => tree.Children(word, "advmod", "aux", "amod").Any(a => Table.Value["past"].Contains(tree.Tokens.Form(a).ToString().ToLowerInvariant()));

    private static Entity? Holder(AnnotatedReport report, int subject, int word) => subject >= 0
        ? report.Entities.At(report.Tokens.Span(subject)) : StatementAt(report, report.Tokens.Span(word))?.Source.Entity is { } speaker ? report.Entities.Find(speaker) : null;

    // The innermost statement in whose content a word stands.
    private static Statement? StatementAt(AnnotatedReport report, TextSpan span) => report.Statements.Where(s => s.Content.Spans.Any(c => c.Contains(span))).OrderBy(static s => s.Content.Spans.Sum(static c => c.Length)).ThenBy(static s => s.Id, StringComparer.Ordinal).FirstOrDefault();

    private sealed record Side(string Report, int Sentence, string Kind, string Lemma, bool IsFor, string Holder, string Name, TextSpan Word, TextSpan Span, TextSpan Thing, string[] Stems, bool IsName, string? Statement)
    {
        // Whose the thing is, the words before it, and of what or where.
        public string? Owner { get; init; }

        public string[] Before { get; init; } = [];

        public string[] Of { get; init; } = [];
    }
}
