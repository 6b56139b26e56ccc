using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;

namespace Parallax.Stories.Claims;

/// <summary>Somebody's word that there was none of something.</summary>
/// <param name="Report">Id of the report.</param>
/// <param name="Sentence">Index of the sentence.</param>
/// <param name="Token">The word for what there was none of.</param>
/// <param name="Span">What is said, or the sentence.</param>
/// <param name="Statement">The innermost statement that says it; null for the report's own voice.</param>
/// <param name="Matters">What there was none of: "dead", "hurt", "damage".</param>
/// <param name="Thing">Lemma of a thing that is said not to be there; or null.</param>
internal sealed record Absence(string Report, int Sentence, int Token, TextSpan Span, Statement? Statement, string[] Matters, string? Thing);

/// <summary>Reads who says that there was none: "nobody was hurt", "no casualties or damage", "denied that there were any deaths", "there was no such yard".</summary>
/// <param name="table">Words by matter.</param>
internal sealed class AbsenceReader(Dictionary<string, HashSet<string>> table)
{
    private const int WordsToVerb = 3, WordsBefore = 8, WordsAfter = 5;

    private static readonly string[] Matters = ["dead", "hurt", "damage"];

    /// <summary>Those of a report, by place.</summary>
    public IEnumerable<Absence> Read(AnnotatedReport report)
    {
        TokenLayer tokens = report.Tokens;
        for (int token = 0; token < tokens.Count; token++)
        {
            if (tokens.Tags[token] is not (UniversalTag.Noun or UniversalTag.Verb or UniversalTag.Adj))
            {
                continue;
            }

            string lemma = tokens.Lemmas[token].ToLowerInvariant();
            string[] matters = [.. Matters.Where(m => table[m].Contains(lemma) || (m == "dead" && table["spared"].Contains(lemma)))];
            bool isNoun = tokens.Tags[token] == UniversalTag.Noun;
            string? thing = matters.Length == 0 && isNoun && IsThere(tokens, token) ? lemma : null;
            if (matters.Length == 0 && thing is null)
            {
                continue;
            }

            Statement? said = report.Statements.Where(s => s.Content.Spans.Any(p => p.Contains(tokens.Span(token)))).OrderBy(static s => s.Content.Spans.Sum(static p => p.Length)).ThenBy(static s => s.Id, StringComparer.Ordinal).FirstOrDefault();
            bool isDenied = said is { Stance: Stance.Denies };
            bool none = isNoun ? isDenied ? HasAny(tokens, token) : HasNo(tokens, token, 0) : !isDenied && IsOfNobody(tokens, token, matters.Contains("damage"));
            if (none && said is null or { Stance: Stance.Asserts or Stance.Admits or Stance.Confirms or Stance.Denies } && !IsLimited(tokens, token) && (!isNoun || !IsOfSome(tokens, token, thing is not null)))
            {
                int sentence = tokens.SentenceOf(token);
                TextSpan span = said is null ? tokens.Sentences[sentence].Span : said.Content.Spans[0];
                yield return new Absence(report.Report.Id, sentence, token, span, said, matters, thing);
            }
        }
    }

    private static string Lower(TokenLayer tokens, int token) => tokens.Form(token).ToString().ToLowerInvariant();

    private static IEnumerable<int> Below(TokenLayer tokens, int token)
    {
        Sentence sentence = tokens.Sentences[tokens.SentenceOf(token)];
        return Enumerable.Range(sentence.FirstToken, sentence.EndToken - sentence.FirstToken).Where(t => tokens.Heads[t] == token);
    }

    // "no casualties", "without casualties", "no casualties or damage"
    private static bool HasNo(TokenLayer tokens, int token, int depth) =>
        Below(tokens, token).Any(t => t < token && Lower(tokens, t) is "no" or "without" && tokens.Relations[t] is "det" or "case" or "advmod" or "amod")
        || (depth < 2 && tokens.Relations[token] == "conj" && tokens.Heads[token] >= 0 && tokens.Tags[tokens.Heads[token]] == UniversalTag.Noun && !Below(tokens, token).Any(t => tokens.Relations[t] is "det" or "nummod") && HasNo(tokens, tokens.Heads[token], depth + 1));

    // Of what is denied: "any deaths", "such a yard".
    private static bool HasAny(TokenLayer tokens, int token) => Below(tokens, token).Any(t => t < token && Lower(tokens, t) is "any" or "such");

    // "there was such a yard", "there were no yards"
    private static bool IsThere(TokenLayer tokens, int token)
    {
        Sentence sentence = tokens.Sentences[tokens.SentenceOf(token)];
        int first = Enumerable.Range(sentence.FirstToken, Math.Max(0, token - sentence.FirstToken)).LastOrDefault(t => Lower(tokens, t) is "there", -1);
        return first >= 0 && token - first <= WordsToVerb + 2 && first + 1 < token && Lower(tokens, first + 1) is "was" or "were" or "is" or "are" or "had" or "never" && (token + 1 >= sentence.EndToken || tokens.Tags[token + 1] != UniversalTag.Noun);
    }

    // "nobody was killed", "no one hurt", "nothing damaged", "killed nobody"
    private static bool IsOfNobody(TokenLayer tokens, int token, bool isThing)
    {
        Sentence sentence = tokens.Sentences[tokens.SentenceOf(token)];
        for (int at = token - 1; at >= Math.Max(sentence.FirstToken, token - WordsToVerb); at--)
        {
            if (IsNobody(tokens, at, isThing))
            {
                return true;
            }

            if (tokens.Tags[at] is not (UniversalTag.Aux or UniversalTag.Adv or UniversalTag.Verb or UniversalTag.Part))
            {
                return false;
            }
        }

        return token + 1 < sentence.EndToken && (IsNobody(tokens, token + 1, isThing) || (token + 2 < sentence.EndToken && IsNobody(tokens, token + 2, isThing) && Lower(tokens, token + 1) is "no"));
    }

    private static bool IsNobody(TokenLayer tokens, int at, bool isThing) => isThing ? Lower(tokens, at) is "nothing"
        : Lower(tokens, at) is "nobody" or "no-one" || (at > 0 && Lower(tokens, at) is "one" or "people" or "person" && Lower(tokens, at - 1) is "no");

    // "no civilian casualties", "no deaths among the crew": of others it says nothing.
    private static bool IsOfSome(TokenLayer tokens, int token, bool isThing) => Below(tokens, token).Any(t => (!isThing && tokens.Relations[t] is "amod" or "compound" && Lower(tokens, t) is not ("such" or "human" or "material"))
        || (tokens.Relations[t] == "nmod" && Below(tokens, t).Any(c => Lower(tokens, c) is "to" or "of" or "among" or "from")));

    private bool IsLimited(TokenLayer tokens, int token)
    {
        Sentence sentence = tokens.Sentences[tokens.SentenceOf(token)];
        int from = Math.Max(sentence.FirstToken, token - WordsBefore), to = Math.Min(sentence.EndToken, token + WordsAfter);
        return Enumerable.Range(from, to - from).Any(t => t != token && table["limits"].Contains(Lower(tokens, t)));
    }
}
