using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Core.Text;
using Parallax.Stories.Propositions;
using Parallax.Stories.Words;

namespace Parallax.Stories.Claims;

/// <summary>What somebody is accused of.</summary>
/// <param name="Report">The report.</param>
/// <param name="Sentence">The sentence.</param>
/// <param name="Token">The word that accuses.</param>
/// <param name="Statement">Whose word it is; null where only a noun tells of it ("a theft allegation").</param>
/// <param name="Accused">Who, entities of the report.</param>
/// <param name="Words">Words that tell it by themselves.</param>
/// <param name="Stems">Content stems of what he is accused of.</param>
internal sealed record Charge(string Report, int Sentence, int Token, Statement? Statement, ImmutableArray<Entity> Accused, TextSpan Words, HashSet<string> Stems);

/// <summary>Reads who is accused of what ("Orsk accused Venn of theft", "the theft allegation against Venn"), and who denies that in words that only point at it ("denied the allegations", "pleaded not guilty"); words in <c>Data/en/claims/accusations.txt</c>.</summary>
internal static class ChargeReader
{
    private const int LongestWords = 240, LeastWords = 3;

    // "Nice try, not true"
    private const int WordsOfRetort = 5, WordsToWrong = 14, SentencesToAccount = 8;

    private static readonly string[] Before = ["of", "for", "with"];

    private static readonly string[] Outside = ["conj", "cc", "advcl", "parataxis", "punct", "mark", "appos", "discourse", "advmod", "obl:tmod"];

    private static readonly Lazy<Dictionary<string, HashSet<string>>> Table = new(static () => StoriesData.Lines("en/claims/accusations.txt")
        .ToDictionary(static l => l[..l.IndexOf(':', StringComparison.Ordinal)], static l => l[(l.IndexOf(':', StringComparison.Ordinal) + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal));

    private static readonly Lazy<HashSet<string>> Sayings = new(static () => StoriesData.Words("en/claims/sayings.txt"));

    /// <summary>Whether a denial only points at what was told: "the allegations", "it", "any wrongdoing", "not guilty", or is a word in return ("not true").</summary>
    public static bool IsBare(Statement denial)
    {
        if (denial is not { Cue.Negated: false, Content.Spans.Length: 1 })
        {
            return false;
        }

        ImmutableArray<Word> words = WordList.Of(denial.Content.Text);
        if (denial is { Manner: Manner.Direct, Stance: Stance.Asserts or Stance.Denies } && words.Length is > 0 and <= WordsOfRetort && IsCalledWrong(words))
        {
            return true;
        }

        if (denial.Stance != Stance.Denies)
        {
            return false;
        }

        if (words.Length == 1 && Table.Value["pointer"].Contains(words[0].Lower))
        {
            return true;
        }

        if (words is [{ Lower: "not" }, { Lower: var plea }])
        {
            return Table.Value["guilt"].Contains(plea);
        }

        int at = 0;
        while (at < words.Length && Table.Value["whole"].Contains(words[at].Lower))
        {
            at++;
        }

        return at < words.Length && (Sayings.Value.Contains(words[at].Lower) || (words[at].Lower != "guilty" && Table.Value["guilt"].Contains(words[at].Lower)))
            && (at + 1 == words.Length || Table.Value["at"].Contains(words[at + 1].Lower));
    }

    /// <summary>Whether a denial names what it denies ("the allegations"), so that it may be what another report tells; "it" and "not true" answer what stands before.</summary>
    public static bool IsNamed(Statement denial) => denial.Stance == Stance.Denies && WordList.Of(denial.Content.Text).Any(static w => Sayings.Value.Contains(w.Lower) || Table.Value["guilt"].Contains(w.Lower));

    /// <summary>Whether somebody pleads that he is not guilty of what he is charged with.</summary>
    public static bool IsPlea(Statement denial) => WordList.Of(denial.Content.Text) is [{ Lower: "not" }, _];

    /// <summary>The word by which somebody calls wrong what others told ("said that the Post report is misleading", "called the claims baseless"): the token of "report", "claims"; or -1.</summary>
    public static int CalledWrong(AnnotatedReport report, Statement statement)
    {
        TokenLayer tokens = report.Tokens;
        if (statement is not { Cue.Negated: false, Content.Spans.IsEmpty: false } || statement.Stance is Stance.Asks or Stance.Demands or Stance.Accuses)
        {
            return -1;
        }

        (int first, int end) = tokens.TokensOf(statement.Content.Spans[0]);
        int noun = Enumerable.Range(first, Math.Max(0, end - first)).FirstOrDefault(t => tokens.Tags[t] is UniversalTag.Noun or UniversalTag.Verb or UniversalTag.Pron or UniversalTag.Sconj && !tokens.Form(t).Equals("that", StringComparison.OrdinalIgnoreCase) && tokens.Relations[t] is not "compound", -1);
        if (noun < 0 || tokens.Tags[noun] != UniversalTag.Noun || (!Table.Value["account"].Contains(Lower(tokens, noun)) && !Sayings.Value.Contains(Lower(tokens, noun))))
        {
            return -1;
        }

        // "refuted the Post's account", "disputes a Post story"
        if (statement.Stance == Stance.Denies && Enumerable.Range(first, noun - first).Any(t => tokens.Heads[t] == noun && tokens.Tags[t] == UniversalTag.Propn))
        {
            return noun;
        }

        for (int token = noun + 1; token < Math.Min(end, noun + WordsToWrong); token++)
        {
            string lower = Lower(tokens, token);
            if (lower is "not" or "n't" or "that" or "who" or "which" or "if" || (tokens.Tags[token] == UniversalTag.Verb && !Table.Value["wrong"].Contains(lower) && tokens.Relations[token] is "acl" or "ccomp" or "advcl"))
            {
                return -1;
            }

            if (Table.Value["wrong"].Contains(lower))
            {
                return noun;
            }
        }

        return -1;
    }

    /// <summary>What somebody is criticised for having said ("rebuked Orsk for suggesting that the yard had closed"); null where he is not, or where it is what will or should be.</summary>
    public static Charge? Rebuked(AnnotatedReport report, Statement rebuke)
    {
        if (rebuke is not { Stance: Stance.Criticises, Cue.Negated: false, Source.Name.Length: > 0 })
        {
            return null;
        }

        TokenLayer tokens = report.Tokens;
        foreach (Statement said in report.Statements.Where(s => s.Parent == rebuke.Id && s is { Stance: Stance.Asserts, Cue: { Negated: false, Spans.Length: 1 }, Content.Spans.Length: 1 } && s.Source.Name.Length > 0 && s.Source.Name != rebuke.Source.Name))
        {
            int cue = tokens.TokenAt(said.Cue.Spans[0].Start);
            (int first, int end) = tokens.TokensOf(said.Content.Spans[0]);
            if (cue > 0 && tokens.Form(cue - 1) is "for" && tokens.Form(cue).EndsWith("ing", StringComparison.Ordinal) && !Enumerable.Range(first, Math.Max(0, end - first)).Any(t => tokens.Tags[t] == UniversalTag.Aux && tokens.Form(t) is "will" or "would" or "should" or "must" or "may" or "might" or "could" or "can")
                && OfContent(report, said, orPronoun: true) is { } told)
            {
                return told;
            }
        }

        return null;
    }

    /// <summary>Whether a noun is for what somebody is accused of.</summary>
    public static bool IsOfCharges(AnnotatedReport report, int noun) => report.Tokens.Lemmas[noun].ToLowerInvariant() is var lemma && (Table.Value["noun"].Contains(lemma) || Table.Value["noun of"].Contains(lemma));

    /// <summary>What somebody calls wrong: what that body, paper or document was said to tell just before; null where that is not clear.</summary>
    public static Charge? Account(AnnotatedReport report, Statement statement, int noun)
    {
        TokenLayer tokens = report.Tokens;
        Sentence sentence = tokens.Sentences[tokens.SentenceOf(noun)];
        int from = noun;
        while (from > sentence.FirstToken && (tokens.Heads[from - 1] == noun || tokens.Heads[from - 1] == from || tokens.Heads[tokens.Heads[from - 1] < 0 ? noun : tokens.Heads[from - 1]] == noun))
        {
            from--;
        }

        Entity[] owners = [.. Named(report, tokens.Span(from, noun + 1), withOutlets: true)];
        string lemma = tokens.Lemmas[noun].ToLowerInvariant();
        string[] names = [.. WordList.Of(report.Report.Text.Text, tokens.Span(from, noun + 1)).Where(static w => w.IsCapital && w.IsContent).Select(static w => w.Lower)];
        return report.Statements.Where(s => s.Parent is null && s.Id != statement.Id && s is { Stance: Stance.Asserts, Cue: { Negated: false, Spans.IsEmpty: false }, Content.Spans.Length: 1 } && statement.Sentence - s.Sentence is > 0 and <= SentencesToAccount && s.Source.Entity != statement.Source.Entity
                && (owners.Length + names.Length > 0 ? Array.Exists(owners, o => o.Id == s.Source.Entity) || WordList.Of(s.Source.Name).Any(w => w.IsCapital && Array.IndexOf(names, w.Lower) >= 0) : WordList.Of(s.Source.Text).Any(w => w.Lower == lemma)))
            .OrderByDescending(static s => s.Sentence).ThenByDescending(static s => s.Cue.Spans[0].Start).Select(s => OfContent(report, s)).FirstOrDefault(static c => c is not null);
    }

    // What it told, where that is a clause that can be read alone.
    private static Charge? OfContent(AnnotatedReport report, Statement told, bool orPronoun = false)
    {
        TokenLayer tokens = report.Tokens;
        (int first, int end) = tokens.TokensOf(told.Content.Spans[0]);
        first = first < end && tokens.Form(first).Equals("that", StringComparison.OrdinalIgnoreCase) ? first + 1 : first;
        return first < end && tokens.Tags[first] != UniversalTag.Punct && (orPronoun || tokens.Tags[first] != UniversalTag.Pron) && Enumerable.Range(first, end - first).Any(t => tokens.Tags[t] is UniversalTag.Verb or UniversalTag.Aux)
            && Whole(report, SentenceWording.Trimmed(report, TextSpan.FromBounds(tokens.Starts[first], told.Content.Spans[0].End))) is { } words ? new Charge(report.Report.Id, told.Sentence, first, told, [], words, []) : null;
    }

    /// <summary>The accusations of a report, in text order.</summary>
    public static IEnumerable<Charge> Read(AnnotatedReport report)
    {
        if (report.Report.Genre == Genre.Opinion)
        {
            yield break;
        }

        Tree tree = new(report.Tokens);
        foreach (Statement statement in report.Statements)
        {
            if (statement is { Stance: Stance.Accuses, Cue: { Negated: false, Spans.IsEmpty: false }, Content.Spans.IsEmpty: false } && OfStatement(report, tree, statement) is { } charge)
            {
                yield return charge;
            }
        }

        for (int token = 0; token < report.Tokens.Count; token++)
        {
            if (report.Tokens.Tags[token] == UniversalTag.Noun && OfNoun(report, tree, token) is { } charge)
            {
                yield return charge;
            }
        }
    }

    // "Orsk accused Venn of theft", "Venn, who is accused of theft", "alleges that Venn stole it"
    private static Charge? OfStatement(AnnotatedReport report, Tree tree, Statement statement)
    {
        TokenLayer tokens = report.Tokens;
        (int cue, int cueEnd) = tokens.TokensOf(statement.Cue.Spans[^1]);
        cue = Enumerable.Range(cue, Math.Max(0, cueEnd - cue)).FirstOrDefault(t => tokens.Heads[t] < cue || tokens.Heads[t] >= cueEnd, -1);
        if (cue < 0 || !IsText(tokens, tokens.SentenceOf(cue)) || tokens.Tags[cue] is not (UniversalTag.Verb or UniversalTag.Adj))
        {
            return null;
        }

        int of = -1;
        List<int> before = [];
        foreach (int token in statement.Content.Spans.SelectMany(s => { (int first, int end) = tokens.TokensOf(s); return Enumerable.Range(first, Math.Max(0, end - first)); }))
        {
            if (tokens.Tags[token] is UniversalTag.Adp or UniversalTag.Sconj && Array.Exists(Before, b => tree.Is(token, b)))
            {
                of = token;
                break;
            }

            before.Add(token);
        }

        bool isClause = of < 0 && statement.Content.Spans.Length == 1;
        before = isClause ? [.. before.TakeWhile(t => tokens.Tags[t] != UniversalTag.Verb)] : before;
        if (before.Count == 0 || (of < 0 && !isClause) || Named(report, tokens.Span(before[0], before[^1] + 1)) is not { Length: > 0 } accused)
        {
            return null;
        }

        TextSpan content = statement.Content.Spans[^1];
        int first = isClause ? before.Find(t => !tree.Is(t, "that")) : of + 1;
        if (first >= tokens.Count || tokens.Starts[first] >= content.End)
        {
            return null;
        }

        TextSpan matter = TextSpan.FromBounds(tokens.Starts[first], content.End);
        HashSet<string> stems = Stems(report, matter, accused);
        return stems.Count > 0 && (isClause ? Whole(report, SentenceWording.Trimmed(report, matter)) : Heading(report, tree, cue, matter)) is { } words ? new Charge(report.Report.Id, tokens.SentenceOf(cue), cue, statement, accused, words, stems) : null;
    }

    // The clause that accuses where it says who; else what he is accused of.
    private static TextSpan? Heading(AnnotatedReport report, Tree tree, int cue, TextSpan matter)
    {
        TokenLayer tokens = report.Tokens;
        int subject = tree.Child(cue, "nsubj", "nsubj:pass");
        if (subject >= 0 && tokens.Tags[subject] is UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Pron && tokens.Relations[cue] != "acl:relcl" && !tokens.Features[subject].Contains("PronType=Rel", StringComparison.Ordinal))
        {
            // What he is accused of may be a clause of its own ("of hiding the losses").
            TextSpan clause = tree.Span(cue, Outside);
            return Whole(report, clause.End < matter.End && clause.Start < matter.Start ? SentenceWording.Trimmed(report, TextSpan.FromBounds(clause.Start, matter.End)) : clause);
        }

        return Whole(report, SentenceWording.Trimmed(report, matter));
    }

    private static TextSpan? Whole(AnnotatedReport report, TextSpan span) =>
        span.Length is > 0 and <= LongestWords && WordList.Of(report.Report.Text.Text, span).Length >= LeastWords && Quotes.Balanced(report.Report.Text.Text, span) is { Length: > 0 } words ? words : null;

    // "a theft allegation made against Venn", "accusations of theft", "claims of theft"
    private static Charge? OfNoun(AnnotatedReport report, Tree tree, int noun)
    {
        TokenLayer tokens = report.Tokens;
        string lemma = tokens.Lemmas[noun].ToLowerInvariant();
        bool isOpen = Table.Value["noun"].Contains(lemma);
        if ((!isOpen && !Table.Value["noun of"].Contains(lemma)) || !IsText(tokens, tokens.SentenceOf(noun)) || report.Statements.Any(s => s.Cue.Spans.Any(c => c.Overlaps(tokens.Span(noun)))))
        {
            return null;
        }

        int matter = tree.Children(noun, "nmod", "acl").FirstOrDefault(c => tree.Child(c, "case", "mark") is int mark and >= 0 && tree.Is(mark, "of"), -1);
        matter = matter < 0 && isOpen ? tree.Child(noun, "compound") : matter;
        if (matter < 0 || tokens.Tags[matter] is UniversalTag.Propn or UniversalTag.Pron)
        {
            return null;
        }

        TextSpan sentence = tokens.Sentences[tokens.SentenceOf(noun)].Span;
        ImmutableArray<Entity> accused = Named(report, sentence);
        HashSet<string> stems = Stems(report, tree.Span(matter), accused);
        int verb = tokens.Heads[noun];
        bool isTold = verb >= 0 && tokens.Tags[verb] == UniversalTag.Verb && tree.Child(verb, "nsubj") >= 0 && tokens.Relations[verb] is "root" or "conj";
        return stems.Count > 0 && Whole(report, isTold ? tree.Span(verb, Outside) : tree.Span(noun, "case", "acl:relcl", "punct", "cc", "conj", "appos")) is { } words ? new Charge(report.Report.Id, tokens.SentenceOf(noun), noun, null, accused, words, stems) : null;
    }

    private static bool IsCalledWrong(ImmutableArray<Word> words) => words.Any(static w => w.Lower is "not") ? words.Any(static w => w.Lower is "true") : words.Any(static w => Table.Value["wrong"].Contains(w.Lower));

    private static string Lower(TokenLayer tokens, int token) => tokens.Form(token).ToString().ToLowerInvariant();

    private static ImmutableArray<Entity> Named(AnnotatedReport report, TextSpan span, bool withOutlets = false) => [.. report.Entities.Entities
        .Where(e => (e.Kind is ActorKind.Person or ActorKind.Organization or ActorKind.Government or ActorKind.Country or ActorKind.Group || (withOutlets && e.Kind is ActorKind.Outlet or ActorKind.Agency)) && e.Mentions.Any(m => m.Report == report.Report.Id && span.Start <= m.Start && m.End <= span.End))];

    // What he is accused of is not who he is.
    private static HashSet<string> Stems(AnnotatedReport report, TextSpan span, ImmutableArray<Entity> accused)
    {
        HashSet<string> names = [.. accused.SelectMany(static e => WordList.Of(e.Name)).Select(static w => w.Stem)];
        return [.. WordList.Of(report.Report.Text.Text, span).Where(w => w.IsContent && !names.Contains(w.Stem)).Select(static w => w.Stem)];
    }

    private static bool IsText(TokenLayer tokens, int sentence) => tokens.Sentences[sentence].Part is TextPart.Body or TextPart.Lead;
}
