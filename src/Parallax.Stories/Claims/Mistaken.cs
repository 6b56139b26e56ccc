using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Stories.Origins;
using Parallax.Stories.Words;

namespace Parallax.Stories.Claims;

/// <summary>What whoever tells it calls wrong: "the owners had mistakenly believed that the yard was safe", "repeated a debunked claim that it was", "contrary to their claim that it was" have two voices, and the teller's denies it; <c>Data/en/claims/falsities.txt</c>.</summary>
internal static class Mistaken
{
    // "a long-debunked and false claim"
    private const int WordsBetween = 6;

    private static readonly Lazy<Dictionary<string, HashSet<string>>> Table = new(static () => StoriesData.Lines("en/claims/falsities.txt")
        .ToDictionary(static l => l[..l.IndexOf(':', StringComparison.Ordinal)], static l => new HashSet<string>(l[(l.IndexOf(':', StringComparison.Ordinal) + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase), StringComparer.Ordinal));

    /// <summary>The stand, with that of who tells it behind it where he calls it wrong: the report, or in whose content the statement stands.</summary>
    public static IEnumerable<Stand> WithTeller(ReportSet set, Stand stand, OriginFinder origins)
    {
        if (stand is not { IsAnswer: false, Kind: PositionKind.Affirms or PositionKind.Qualifies or PositionKind.Denies, Proposition.Statement: { } statement } || WordOf(set[statement.Report], statement, out bool isOfContent) is not { } word)
        {
            yield return stand;
            yield break;
        }

        if (statement.Source.Name.Length > 0)
        {
            yield return stand; // "the claim that it was is false": nobody is said to make it.
        }

        Statement? teller = statement.Parent is { } parent ? set[statement.Report].Statements.FirstOrDefault(s => s.Id == parent) : null;
        if (teller is null or { Stance: Stance.Asserts or Stance.Accuses or Stance.Criticises or Stance.Admits or Stance.Confirms, Cue.Negated: false })
        {
            yield return stand with
            {
                Proposition = stand.Proposition with { Key = stand.Proposition.Key + ":own", Statement = teller, Event = null },
                Kind = stand.Kind != PositionKind.Denies || isOfContent ? PositionKind.Denies : PositionKind.Affirms,
                Evidential = teller is null ? origins.OfOwnVoice(stand.Proposition.Report) : origins.Of(teller),
                Why = $"“{word}” is {(teller is null ? "the report's own word" : "the word of " + teller.Source.Name)}",
            };
        }
    }

    /// <summary>The word by which whoever tells a statement calls what it says wrong; null where he does not.</summary>
    public static string? WordOf(AnnotatedReport report, Statement statement) => WordOf(report, statement, out _);

    private static string? WordOf(AnnotatedReport report, Statement statement, out bool isOfContent)
    {
        isOfContent = false;
        if (WordList.Of(statement.Cue.Text).FirstOrDefault(static w => Table.Value["adverb"].Contains(w.Lower)) is { Lower: { } adverb })
        {
            return adverb;
        }

        TokenLayer tokens = report.Tokens;
        if (tokens.Count == 0)
        {
            return null;
        }

        int cue = Nouns(tokens, statement.Cue.Spans).FirstOrDefault(-1), first = statement.Content.Spans.IsEmpty ? -1 : Nouns(tokens, statement.Content.Spans[..1]).FirstOrDefault(-1);
        bool opens = first >= 0 && tokens.Tags[tokens.TokensOf(statement.Content.Spans[0]).First..first].IndexOfAnyExcept(UniversalTag.Det, UniversalTag.Adj, UniversalTag.Pron) < 0;
        if (opens && CalledWrong(tokens, first) is { } word)
        {
            isOfContent = true;
            return word;
        }

        // "repeating a false claim that it was": the noun stands between the two.
        if (cue < 0 && first < 0 && statement is { Cue.Spans: [.., var said], Content.Spans: [var content, ..] } && said.End < content.Start)
        {
            (int from, int to) = (tokens.TokensOf(said).End, tokens.TokensOf(content).First);
            cue = to - from <= WordsBetween && tokens.Tags[from..to].IndexOf(UniversalTag.Punct) < 0 ? Nouns(tokens, [TextSpan.FromBounds(said.End, content.Start)]).LastOrDefault(-1) : -1;
        }

        return cue >= 0 && CalledWrong(tokens, cue) is { } called ? called : statement.Cue.Spans.IsEmpty ? null : Contrary(report, statement.Cue.Spans[0].Start);
    }

    // The nouns for what is said among the words.
    private static IEnumerable<int> Nouns(TokenLayer tokens, IEnumerable<TextSpan> spans) => spans.SelectMany(s => Enumerable.Range(tokens.TokensOf(s).First, tokens.TokensOf(s).End - tokens.TokensOf(s).First))
        .Where(t => tokens.Tags[t] == UniversalTag.Noun && (Table.Value["saying"].Contains(tokens.Lemmas[t]) || Table.Value["noun"].Contains(tokens.Lemmas[t])));

    // "a false claim", "the myth", "the claim … is false"; what is not false is not called so.
    private static string? CalledWrong(TokenLayer tokens, int noun)
    {
        if (Table.Value["noun"].Contains(tokens.Lemmas[noun]))
        {
            return tokens.Form(noun).ToString();
        }

        Sentence sentence = tokens.Sentences[tokens.SentenceOf(noun)];
        for (int token = sentence.FirstToken; token < sentence.EndToken; token++)
        {
            bool beside = tokens.Heads[token] == noun && tokens.Relations[token] is "amod" or "compound", said = tokens.Heads[noun] == token && tokens.Relations[noun] is "nsubj" or "nsubj:pass";
            if ((beside || said) && Table.Value["adjective"].Contains(tokens.Form(token).ToString())
                && !Enumerable.Range(sentence.FirstToken, sentence.EndToken - sentence.FirstToken).Any(t => tokens.Heads[t] == token && tokens.Relations[t] is "advmod" && tokens.Form(t) is "not" or "n't" or "n’t" or "allegedly" or "possibly" or "potentially"))
            {
                return tokens.Form(token).ToString();
            }
        }

        return null;
    }

    // "contrary to the mayor's claim that …": in one breath with the cue.
    private static string? Contrary(AnnotatedReport report, int cue)
    {
        const string Opening = "contrary to ";
        TextSpan sentence = report.Tokens.Sentences[report.Tokens.SentenceOf(report.Tokens.TokenAt(cue))].Span;
        string before = report.Report.Text.Slice(TextSpan.FromBounds(sentence.Start, Math.Max(sentence.Start, cue)));
        int at = before.LastIndexOf(Opening, StringComparison.OrdinalIgnoreCase);
        return at >= 0 && before.AsSpan(at).IndexOfAny(",;:") < 0 ? Opening.TrimEnd() : null;
    }
}
