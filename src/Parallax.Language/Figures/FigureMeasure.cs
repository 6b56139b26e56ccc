using System.Collections.Frozen;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Language.Coreference;

namespace Parallax.Language.Figures;

/// <summary>What a figure measures.</summary>
/// <param name="Counts">Whether a noun is counted.</param>
/// <param name="Unit">Lemma of the counted noun; "person" for people; <c>thing</c> where none is known.</param>
/// <param name="First">First token of the words.</param>
/// <param name="End">Token after the last; equal to <paramref name="First"/> where nothing is said.</param>
internal readonly record struct Measured(bool Counts, string Unit, int First, int End);

/// <summary>Finds in the parse what a figure measures: the noun it counts ("200 drones"), what follows "of" ("40% of the plants"), the noun it hangs on ("an agreement worth $40bn"), or the subject ("trade jumped 15 percent").</summary>
internal static partial class FigureMeasure
{
    private const int LongestPath = 8, LongestKind = 12;

    // Units, stretches of the calendar and words of change: none is what a figure measures.
    private static readonly FrozenSet<string> Unnamed = DataFile.Lines("en/figures/unnamed.txt")
        .SelectMany(static line => line.Line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>What the figure at <paramref name="span"/> measures.</summary>
    public static Measured Of(TokenLayer tokens, TextSpan span, FigureKind kind)
    {
        (int first, int end) = tokens.TokensOf(span);
        if (first >= end)
        {
            return new Measured(false, "thing", 0, 0);
        }

        int head = HeadOf(tokens, first, end);
        bool united = kind is FigureKind.Money or FigureKind.Percent or FigureKind.Measure or FigureKind.Multiple;
        int parent = tokens.Heads[head];
        if (parent > end && tokens.Lemmas[parent] is "mm" && tokens.Heads[parent] > parent)
        {
            parent = tokens.Heads[parent]; // "two 9mm pistols"
        }

        if (kind == FigureKind.Number && ElidedCount.Children(tokens, first, end) is { } children)
        {
            return children;
        }

        if (kind == FigureKind.Number && ElidedCount.People(tokens, first, end) is { } people)
        {
            return people;
        }

        if (!united && parent > end && Unnamed.Contains(tokens.Lemmas[parent]) && tokens.Lemmas[end] is "last" or "next" or "this")
        {
            return new Measured(false, "thing", 0, 0); // "follows two last week": no weeks are counted
        }

        bool cut = end < tokens.Count && tokens.Form(end) is "," or ";"; // "wounding 70, officials said": parsers hang the number on the next noun
        if (!united && !cut && parent >= end && tokens.Tags[parent] is UniversalTag.Noun or UniversalTag.Propn && tokens.Relations[head].StartsWith("nummod", StringComparison.Ordinal))
        {
            if (FigureClauses.SharedNoun(tokens, parent) is >= 0 and int shared)
            {
                return new Measured(true, FigureUnits.Of(tokens, shared), parent, shared + 1);
            }

            if (FigureClauses.IsApart(tokens, end, parent))
            {
                return new Measured(false, "thing", 0, 0); // "will be 29 in April": no Aprils
            }

            int whole = FigureClauses.Whole(tokens, parent, end);
            return whole == parent ? Counted(tokens, parent, end) : Counted(tokens, whole, parent + 1) with { Unit = FigureUnits.Of(tokens, parent) }; // "a 1,000-member church": the church
        }

        // "a seven-year, $161-million deal", "an $80,000-a-year job": the hyphen joins it to the noun after it.
        if (kind == FigureKind.Money && FigureClauses.Described(tokens, first, end) is >= 0 and int described)
        {
            return Counted(tokens, described, described) with { Counts = false };
        }

        // "$4bn worth of contracts", "$4bn worth the realm's trade": by the words, because parsers often hang this "worth" elsewhere.
        if (Worth(tokens, end) is { } worth)
        {
            return worth;
        }

        if (kind == FigureKind.Measure && Sided(tokens, end) is { } sided)
        {
            return sided;
        }

        if (kind == FigureKind.Measure && Distances.Of(tokens, first, end) is { } placed)
        {
            return placed;
        }

        if (kind == FigureKind.Measure && Distances.Carried(tokens, first) is >= 0 and int carried)
        {
            return new Measured(false, "", carried, carried + 1);
        }

        if (united && ByTheWords(tokens, first, end, kind) is { } told)
        {
            return told with { Counts = false };
        }

        // "hundreds of drones", "40% of the plants", "tens of billions worth of weapons": the noun after "of" under the figure or under "worth".
        int of = OfNoun(tokens, head, end);
        if (of < 0 && parent >= end && tokens.Lemmas[parent] == "worth")
        {
            of = OfNoun(tokens, parent, end);
        }

        if (of >= 0)
        {
            if (!united && tokens.Tags[of] == UniversalTag.Num)
            {
                int counted = tokens.Heads[of]; // "178 of 369 punches"; "lost eight of ten": of what is not told
                return counted > of && tokens.Tags[counted] == UniversalTag.Noun && tokens.Relations[of].StartsWith("nummod", StringComparison.Ordinal) ? Counted(tokens, counted, of + 1) : new Measured(false, "thing", 0, 0);
            }

            if (!united && (tokens.Tags[of] is UniversalTag.Adj or UniversalTag.Verb || tokens.Form(of) is "us" or "you"))
            {
                return new Measured(true, "person", of, of + 1); // "two of the injured", "a couple of us"
            }

            Measured noun = Counted(tokens, of, tokens.Heads[of] + 1);
            return united ? noun with { Counts = false } : noun;
        }

        if (!united && tokens.Tags[head] is UniversalTag.X && end < tokens.Count && tokens.SentenceOf(end) == tokens.SentenceOf(first))
        {
            // No parse: the next word, where it looks like a plural.
            ReadOnlySpan<char> form = tokens.Form(end);
            bool plural = form.Length > 2 && char.IsLower(form[0]) && (form[^1] == 's' || form is "people" or "men" or "women" or "children");
            return plural ? new Measured(true, FigureUnits.Of(tokens, end), end, end + 1) : new Measured(false, "thing", 0, 0);
        }

        if (kind == FigureKind.Number && ElidedCount.Level(tokens, first) is { } level)
        {
            return level;
        }

        if (kind == FigureKind.Ratio && end < tokens.Count && tokens.SentenceOf(end) == tokens.SentenceOf(first) && ThingAfter(tokens, end) is { } members)
        {
            return members; // "only about 4 in 10 Tarn voters": parsers often hang these on the verb
        }

        if (!united)
        {
            return new Measured(tokens.Tags[head] == UniversalTag.Noun && span.Length > 0 && of >= 0, "thing", 0, 0);
        }

        // "The legal limit is 0.08 percent.": its own subject.
        if (Subject(tokens, head) is >= 0 and int own && own < first && Names(tokens, own))
        {
            return Counted(tokens, own, -1) with { Counts = false };
        }

        int governor = kind == FigureKind.Money && FigureClauses.IsHandedOver(tokens, head, first) ? -1 : Governor(tokens, head, first, end);
        if (governor < 0)
        {
            return new Measured(false, "thing", 0, 0);
        }

        // "a 47-yard field goal": the goal, not the field.
        for (int step = 0; step < 2 && governor >= end && tokens.Relations[governor] is "compound" && tokens.Heads[governor] == governor + 1 && tokens.Tags[governor + 1] is UniversalTag.Noun; step++)
        {
            governor++;
        }

        Measured about = Counted(tokens, governor, governor >= end ? end : -1) with { Counts = false };
        return governor < first && about.End > first ? about with { End = Trimmed(tokens, governor, first) } : about; // "temperatures of about 28 degrees"
    }

    // A phrase does not end in a preposition, an article or a mark.
    private static int Trimmed(TokenLayer tokens, int noun, int end)
    {
        while (end > noun + 1 && tokens.Tags[end - 1] is UniversalTag.Adp or UniversalTag.Det or UniversalTag.Punct or UniversalTag.Cconj or UniversalTag.Adv or UniversalTag.Adj or UniversalTag.Verb or UniversalTag.Sconj)
        {
            end--;
        }

        return end;
    }

    /// <summary>The verb that governs a token, or -1.</summary>
    public static int Verb(TokenLayer tokens, int token)
    {
        for (int step = 0; token >= 0 && token < tokens.Count && step < LongestPath; step++, token = tokens.Heads[token])
        {
            if (tokens.Tags[token] == UniversalTag.Verb)
            {
                return token;
            }
        }

        return -1;
    }

    private static int HeadOf(TokenLayer tokens, int first, int end)
    {
        for (int i = end - 1; i >= first; i--)
        {
            if ((tokens.Heads[i] < first || tokens.Heads[i] >= end) && tokens.Tags[i] is not (UniversalTag.Adp or UniversalTag.Adv or UniversalTag.Punct or UniversalTag.Adj or UniversalTag.Sconj))
            {
                return i;
            }
        }

        return end - 1;
    }

    private static int OfNoun(TokenLayer tokens, int head, int from)
    {
        Sentence sentence = tokens.Sentences[tokens.SentenceOf(head)];
        for (int i = Math.Max(head + 1, from); i < sentence.EndToken; i++)
        {
            if (tokens.Heads[i] == head && tokens.Relations[i].StartsWith("nmod", StringComparison.Ordinal))
            {
                for (int k = head + 1; k < i; k++)
                {
                    if (tokens.Heads[k] == i && tokens.Relations[k] == "case" && tokens.Lemmas[k] is "of" or "in")
                    {
                        return i;
                    }
                }
            }
        }

        return -1;
    }

    // Up to the first noun outside; at a verb its subject, or that of the verb it is joined to.
    private static int Governor(TokenLayer tokens, int head, int first, int end)
    {
        int token = tokens.Heads[head];
        for (int step = 0; token >= 0 && step < LongestPath; step++)
        {
            bool outside = token < first || token >= end;
            if (outside && tokens.Tags[token] is UniversalTag.Noun or UniversalTag.Propn)
            {
                if (Names(tokens, token))
                {
                    return token;
                }

                // "a 32% drop in sales": what drops
                if (token >= end && OfNoun(tokens, token, token + 1) is >= 0 and int thing && Names(tokens, thing))
                {
                    return thing;
                }
            }

            if (outside && tokens.Tags[token] is UniversalTag.Verb or UniversalTag.Aux or UniversalTag.Adj && step == 0 && FigureClauses.ObjectPut(tokens, token, head, first) is >= 0 and int put)
            {
                return put;
            }

            if (outside && tokens.Tags[token] is UniversalTag.Verb && (tokens.Lemmas[token] is "say" or "tell" or "add" || FigureClauses.IsPersonal(tokens, token)))
            {
                return -1; // "Guards said that he is 5-foot-8": no guards are measured; "the match came after he had managed ten yards": no yards of the match
            }

            // "have fares rise three times faster": of the verb that is told to go faster
            if (tokens.Tags[token] is UniversalTag.Verb && (step == 0 || (step == 1 && tokens.Features[tokens.Heads[head]].Contains("Degree=Cmp", StringComparison.Ordinal))) && Subject(tokens, token) < 0 && WordBefore(tokens, token) is var before && before >= 0 && Names(tokens, before))
            {
                return before;
            }

            if ((tokens.Tags[token] is UniversalTag.Verb or UniversalTag.Aux || tokens.Lemmas[token] == "worth") && Subject(tokens, token) is var subject && subject >= 0 && (subject < first || subject >= end))
            {
                // "the 5 percent fell": a subject that is itself a unit says nothing of what is measured.
                if (!Names(tokens, subject) || (subject >= first && subject < end))
                {
                    return -1;
                }

                return subject;
            }

            token = tokens.Heads[token];
        }

        return -1;
    }

    /// <summary>Whether a noun can be what is measured: no unit, no stretch of the calendar, no noun of change.</summary>
    public static bool Names(TokenLayer tokens, int token) =>
        tokens.Form(token) is not [_] && !Unnamed.Contains(tokens.Lemmas[token]) && !tokens.Form(token).ContainsAny("%$€£¥");

    /// <summary>The noun that is the subject of a verb, or -1.</summary>
    public static int Subject(TokenLayer tokens, int verb)
    {
        Sentence sentence = tokens.Sentences[tokens.SentenceOf(verb)];
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (tokens.Heads[i] == verb && tokens.Relations[i].StartsWith("nsubj", StringComparison.Ordinal) && tokens.Tags[i] is UniversalTag.Noun or UniversalTag.Propn)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The noun with what stands before it in its phrase (adjectives, compounds), no articles, and "of", "with" after it.</summary>
    public static Measured Counted(TokenLayer tokens, int noun, int from)
    {
        if (FigureClauses.OfModel(tokens, noun) is var model && model > noun)
        {
            return new Measured(true, FigureUnits.Of(tokens, model), noun, model + 1);
        }

        int parsed = noun;
        noun = FigureClauses.Standing(tokens, noun);
        Sentence sentence = tokens.Sentences[tokens.SentenceOf(noun)];
        int first = noun;
        for (int i = noun - 1; i >= Math.Max(sentence.FirstToken, from); i--)
        {
            bool modifies = tokens.Relations[i] is "amod" or "compound" or "nmod:poss" or "flat" or "compound:prt" or "case" or "punct" or "det" or "nummod" or "advmod";
            if (!Under(tokens, i, parsed) || !modifies || FigureClauses.IsMark(tokens.Form(i)))
            {
                break;
            }

            if (i > sentence.FirstToken && tokens.Form(i - 1) is "-" && (tokens.Form(i) is "old" || (i > sentence.FirstToken + 1 && tokens.Tags[i - 2] == UniversalTag.Num && Unnamed.Contains(tokens.Lemmas[i]))))
            {
                break; // "36-year-old Orla Venn", "three 10-year sentences"
            }

            if (tokens.Relations[i] is "amod" or "compound" or "nmod:poss")
            {
                first = i > from + 1 && i > sentence.FirstToken + 1 && tokens.Form(i - 1) is "-" && tokens.Tags[i - 2] == UniversalTag.Num ? i - 2 : i; // "four 100-page books"
            }
        }

        int end = noun + 1;
        while (end < sentence.EndToken && tokens.Heads[end] == noun && tokens.Tags[end] == UniversalTag.Propn && tokens.Relations[end] is "flat" or "flat:name")
        {
            end++;
        }

        bool kind = CountingWords.Instance.Has("kinds", tokens.Lemmas[noun]) && end < sentence.EndToken && tokens.Form(end) is "of";
        for (int i = end; i < sentence.EndToken && i - noun < (kind ? LongestKind : 8); i++)
        {
            if (tokens.Heads[i] == noun && tokens.Relations[i].StartsWith("nmod", StringComparison.Ordinal) && !tokens.Relations[i].StartsWith("nmod:", StringComparison.Ordinal)
                && tokens.Tags[i] is not (UniversalTag.Sym or UniversalTag.Num) && !FigureClauses.IsAside(tokens, noun, i))
            {
                end = i + 1;
                while (end < sentence.EndToken && tokens.Heads[end] == i && tokens.Relations[end] is "flat" or "flat:name")
                {
                    end++; // "sons of Orla Venn"
                }

                end = Trimmed(tokens, noun, end);
                break;
            }

            // "two types of surface-to-surface missiles": a hyphen ends nothing.
            if (tokens.Tags[i] is UniversalTag.Verb || (tokens.Tags[i] is UniversalTag.Punct && !(kind && tokens.Form(i) is "-")))
            {
                break;
            }
        }

        bool designation = noun > 1 && char.IsAsciiDigit(tokens.Form(noun)[0]) && tokens.Form(noun - 1) is "-";
        return new Measured(true, FigureUnits.Of(tokens, noun), designation ? Math.Min(first, noun - 2) : first, end);
    }

    private static bool Under(TokenLayer tokens, int token, int ancestor)
    {
        for (int step = 0; token >= 0 && step < LongestPath; step++, token = tokens.Heads[token])
        {
            if (token == ancestor)
            {
                return true;
            }
        }

        return false;
    }
}
