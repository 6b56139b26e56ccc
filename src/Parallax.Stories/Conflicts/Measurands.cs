using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Stories.Propositions;
using Parallax.Stories.Words;

namespace Parallax.Stories.Conflicts;

/// <summary>Says what a figure tells how much of, so that only figures of one thing are set side by side: the dead, the injured, the inhabitants, a magnitude.</summary>
internal static class Measurands
{
    /// <summary>How strong an earthquake is.</summary>
    public const string Magnitude = "magnitude";

    /// <summary>Who lives in a place.</summary>
    public const string Inhabitants = "inhabitants";

    /// <summary>How many died.</summary>
    public const string Dead = "dead";

    /// <summary>Who was in what crashed, sank or was taken.</summary>
    public const string Aboard = "aboard";

    /// <summary>What was seized.</summary>
    public const string Seized = "seized";

    private const int WordsBefore = 3, LongestPath = 4;

    private static readonly string[] Families = [Dead, "hurt", "missing", "held", "homeless", "rescued", "evacuated", "hospitalised", "trapped", "survived", Aboard, "destroyed", "damaged", "stolen", Seized];

    private static readonly Lazy<Dictionary<string, HashSet<string>>> Table = new(static () => StoriesData.Lines("en/conflicts/counted.txt")
        .ToDictionary(static l => l[..l.IndexOf(':', StringComparison.Ordinal)], static l => l[(l.IndexOf(':', StringComparison.Ordinal) + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal));

    private static readonly Lazy<HashSet<string>> Thefts = new(static () => Table.Value["thefts"].SelectMany(static w => WordList.Of(w)).Select(static w => w.Stem).ToHashSet(StringComparer.Ordinal));

    private static readonly Lazy<Dictionary<string, string>> FamilyOf = new(static () => Families.SelectMany(static f => Table.Value[f].Select(w => (Word: w, Family: f))).DistinctBy(static p => p.Word).ToDictionary(static p => p.Word, static p => p.Family, StringComparer.Ordinal));

    /// <summary>Whether a kind counts people or things whose fate is told ("dead", "hurt", "held", "destroyed" …), a number that grows while news comes in.</summary>
    public static bool IsFate(string kind) => Array.IndexOf(Families, kind) >= 0;

    /// <summary>Whether a number of a kind goes on growing while news comes in: not a strength, nor who was aboard.</summary>
    public static bool IsGrowing(string kind) => kind is not (Magnitude or Aboard);

    /// <summary>Whether a unit counts people.</summary>
    public static bool IsPeople(string unit) => Table.Value["generic"].Contains(unit) || Table.Value["people"].Contains(unit);

    /// <summary>Whether a unit counts people of whatever sort, so that it leaves nobody out.</summary>
    public static bool IsGeneric(string unit) => Table.Value["generic"].Contains(unit);

    /// <summary>Whether a unit counts those of some body, which the words behind it name ("nine members of the league").</summary>
    public static bool IsOfBody(string unit) => Table.Value["of bodies"].Contains(unit);

    /// <summary>Whether a word is what has inhabitants ("island", "town").</summary>
    public static bool IsSettlement(string word) => Table.Value["settlements"].Contains(word);

    /// <summary>Whether the stem of a word is of theft or robbery ("steal", "heist").</summary>
    public static bool IsTheft(string stem) => Thefts.Value.Contains(stem);

    /// <summary>Whether a word says that a crime is planned or charged, not done.</summary>
    public static bool IsUnreal(string word) => Table.Value["unreal"].Contains(word);

    /// <summary>Whether a word of a sentence says that it tells of an aftershock or of an earlier tremor.</summary>
    public static bool IsAftershock(string word) => Table.Value["aftershocks"].Contains(word);

    /// <summary>What the figure counts or measures: a fate, <see cref="Inhabitants"/>, <see cref="Magnitude"/>, else its unit, of people with the verb; null where it is a part of another number or counts two things at once.</summary>
    public static string? Kind(AnnotatedReport report, Figure figure)
    {
        TokenLayer tokens = report.Tokens;
        if (tokens.Count == 0 || figure.Unit == Magnitude)
        {
            return figure.Unit;
        }

        (int first, int end) = tokens.TokensOf(figure.Span);
        if (IsSample(tokens, first) || IsPart(tokens, first, end, figure.Unit))
        {
            return null;
        }

        if (!IsPeople(figure.Unit))
        {
            // Who is killed, hurt or arrested is somebody, whatever the word ("six pilgrims").
            string? fate = Family(tokens, Noun(tokens, first, end), figure, out _);
            return fate is Dead or "hurt" or "held" or "destroyed" or "damaged" or "stolen" or Seized ? fate : figure.Unit;
        }

        // "the number of people injured has risen to 19": what is counted stands before.
        int noun = figure.Measures is { } before && before.End <= figure.Start && figure.Unit == "person" ? tokens.TokensOf(TextSpan.FromBounds(before.Start, before.End)).End - 1 : Noun(tokens, first, end);
        if (IsOfPlace(tokens, noun, figure))
        {
            return Inhabitants;
        }

        string? family = Family(tokens, noun, figure, out int verb) ?? Before(tokens, tokens.Sentences[tokens.SentenceOf(first)], figure) ?? (IsAboard(tokens, noun) ? Aboard : null);
        if (family is null)
        {
            return "person|" + (verb >= 0 ? PredicateLexicon.English.Verb(tokens.Lemmas[verb])?.Class ?? tokens.Lemmas[verb] : "");
        }

        // "two others died": with somebody told before.
        bool added = family == Dead && (Is("others", figure.Unit) || Enumerable.Range(first, Math.Max(0, noun + 2 - first)).Any(t => t < tokens.Count && Is("others", Lower(tokens, t))));
        return added ? null : family;
    }

    // "including 13 children", "ten of them", "another 20", "two women and a man", "killed or injured 90": a part, an addition, or two counts in one.
    // "surveyed 1,000 adults", "a survey of 1,000 adults": how many were asked tells which poll it was.
    private static bool IsSample(TokenLayer tokens, int first)
    {
        for (int at = first, step = 0; at >= 0 && step < LongestPath; at = tokens.Heads[at], step++)
        {
            if (Table.Value["samples"].Contains(tokens.Lemmas[at].ToLowerInvariant()))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPart(TokenLayer tokens, int first, int end, string unit)
    {
        Sentence sentence = tokens.Sentences[tokens.SentenceOf(first)];

        // "Dozen of ships": dozens, not twelve.
        if (end == first + 1 && Lower(tokens, first) is "dozen" && (first == sentence.FirstToken || tokens.Tags[first - 1] is not (UniversalTag.Det or UniversalTag.Num)))
        {
            return true;
        }

        for (int back = first - 1; back >= Math.Max(sentence.FirstToken, first - WordsBefore); back--)
        {
            if (Is("added", Lower(tokens, back)) || tokens.Form(back) is "among")
            {
                return true;
            }
        }

        if (end < sentence.EndToken && (tokens.Form(end) is "more" or "of" or "among" && end + 1 < sentence.EndToken && (tokens.Form(end) is not "of" || tokens.Tags[end + 1] is UniversalTag.Det or UniversalTag.Pron)))
        {
            return true;
        }

        if (Is("sorts", unit))
        {
            for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                if (tokens.Lemmas[i] != unit && Is("sorts", tokens.Lemmas[i]))
                {
                    return true;
                }
            }
        }

        // "a total of 14 rifles during the first months": of more than the occasion.
        return !IsPeople(unit) && first - 2 >= sentence.FirstToken && tokens.Form(first - 1) is "of" && Is("totals", tokens.Lemmas[first - 2]);
    }

    // What is counted: the noun of the number, or the number.
    private static int Noun(TokenLayer tokens, int first, int end)
    {
        int head = end - 1;
        for (int i = first; i < end; i++)
        {
            if (tokens.Heads[i] < first || tokens.Heads[i] >= end)
            {
                head = i;
                break;
            }
        }

        return tokens.Relations[head].StartsWith("nummod", StringComparison.Ordinal) && tokens.Heads[head] >= end ? tokens.Heads[head] : head;
    }

    private static string? Family(TokenLayer tokens, int noun, Figure figure, out int verb)
    {
        verb = -1;
        if (figure.Measures is { } measures && WordList.Of(measures.Text) is { Length: 1 } words && FamilyOf.Value.TryGetValue(words[0].Lower, out string? own))
        {
            return own; // "80 wounded", "the toll rose to 12"
        }

        Sentence sentence = tokens.Sentences[tokens.SentenceOf(noun)];
        if (figure.Measures is null && Before(tokens, sentence, figure) is { } led)
        {
            return led; // "killing ten and injuring 80"
        }

        if (FamilyOf.Value.TryGetValue(tokens.Lemmas[noun], out string? itself))
        {
            return itself;
        }

        int next = noun + 1 < sentence.EndToken ? noun + 1 : -1;
        if (next >= 0 && tokens.Tags[next] is UniversalTag.Adj or UniversalTag.Verb && !LeadsOn(tokens, sentence, noun, next) && FamilyOf.Value.TryGetValue(Lower(tokens, next), out string? after))
        {
            return IsDouble(tokens, sentence, next) ? null : after; // "left 12 people dead", "12 people killed"
        }

        int at = noun;
        for (int step = 0; step < LongestPath; step++)
        {
            string relation = tokens.Relations[at];
            int head = tokens.Heads[at];
            if (head < 0 || relation is "root")
            {
                return null;
            }

            bool argument = relation is "obj" or "nsubj" or "nsubj:pass";
            if (argument && tokens.Tags[head] is UniversalTag.Verb or UniversalTag.Adj or UniversalTag.Noun)
            {
                verb = tokens.Tags[head] == UniversalTag.Verb ? head : -1;
                bool done = relation != "nsubj" || tokens.Lemmas[head] is "die" or "perish" or "drown" or "succumb" or "survive" || tokens.Tags[head] != UniversalTag.Verb; // "two men killed her"
                return done && !IsDouble(tokens, sentence, head) ? Of(tokens, head) : null;
            }

            // "a total of 12 people", "the deaths of 12 people"
            if (relation.StartsWith("nmod", StringComparison.Ordinal) && FamilyOf.Value.TryGetValue(tokens.Lemmas[head], out string? of))
            {
                return of;
            }

            if (!relation.StartsWith("nmod", StringComparison.Ordinal) || !Is("totals", tokens.Lemmas[head]))
            {
                return null;
            }

            at = head;
        }

        return null;
    }

    // "99 people aboard", "the 99 people on board"
    private static bool IsAboard(TokenLayer tokens, int noun)
    {
        int end = tokens.Sentences[tokens.SentenceOf(noun)].EndToken, next = noun + 1 < end && tokens.Form(noun + 1) is "on" ? noun + 2 : noun + 1;
        return next < end && Table.Value[Aboard].Contains(Lower(tokens, next)) && tokens.Tags[next] != UniversalTag.Verb;
    }

    // "killed 30 people, injured 90", though the comma was lost: the verb counts what comes behind it.
    private static bool LeadsOn(TokenLayer tokens, Sentence sentence, int noun, int next) => next + 1 < sentence.EndToken && tokens.Tags[next + 1] == UniversalTag.Num && tokens.Relations[noun] == "obj" && tokens.Heads[noun] is >= 0 and int head && head < noun && Of(tokens, head) is not null;

    private static string? Before(TokenLayer tokens, Sentence sentence, Figure figure)
    {
        // "14 were killed 25 were wounded"
        int behind = tokens.TokensOf(figure.Span).End;
        if (behind + 1 < sentence.EndToken && tokens.Form(behind) is "were" or "was" && Of(tokens, behind + 1) is { } told)
        {
            return told;
        }

        int verb = tokens.TokensOf(figure.Span).First - 1;
        while (verb >= sentence.FirstToken && (Is("others", Lower(tokens, verb)) || Is("added", Lower(tokens, verb))))
        {
            verb--;
        }

        return verb >= sentence.FirstToken && tokens.Tags[verb] == UniversalTag.Verb && !IsDouble(tokens, sentence, verb) ? Of(tokens, verb) : null;
    }

    // "killed and injured 90", "90 dead and wounded": of two fates without a number between them neither is told.
    private static bool IsDouble(TokenLayer tokens, Sentence sentence, int word)
    {
        string? own = Of(tokens, word);
        return Other(word + 2, word + 1) || Other(word - 2, word - 1);

        bool Other(int at, int between) => at >= sentence.FirstToken && at < sentence.EndToken && tokens.Form(between) is "and" or "or"
            && Of(tokens, at) is { } other && other != own;
    }

    // By lemma, by form, and by the lemma that the table of predicates has for a form that was cut too short.
    private static string? Of(TokenLayer tokens, int token) => FamilyOf.Value.GetValueOrDefault(tokens.Lemmas[token]) ?? FamilyOf.Value.GetValueOrDefault(Lower(tokens, token))
        ?? FamilyOf.Value.GetValueOrDefault(PredicateLexicon.English.VerbLemma(tokens.Lemmas[token], Lower(tokens, token)));

    // "a town of 15,000 people", "home to 15,000 people", "15,000 residents", "a population of 15,000"
    private static bool IsOfPlace(TokenLayer tokens, int noun, Figure figure)
    {
        if (figure.Measures?.Text is "population" || Is("inhabitants", figure.Unit))
        {
            return true;
        }

        if (IsHomeTo(tokens, tokens.TokensOf(figure.Span).First))
        {
            return true;
        }

        int head = tokens.Heads[noun];
        return head >= 0 && tokens.Relations[noun] is "nmod" or "obl" && (tokens.Lemmas[head] is "home" or "population" || (Is("settlements", tokens.Lemmas[head]) && head < noun));
    }

    /// <summary>Whether "home to" stands before a figure.</summary>
    public static bool IsHomeTo(TokenLayer tokens, int first) => first > 1 && tokens.Form(first - 1) is "to" && tokens.Form(first - 2) is "home";

    private static string Lower(TokenLayer tokens, int token) => Folding.Fold(tokens.Form(token));

    private static bool Is(string group, string word) => Table.Value[group].Contains(word);
}
