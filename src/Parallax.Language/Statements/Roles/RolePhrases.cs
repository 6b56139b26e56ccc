using Parallax.Core.Layers;
using Parallax.Language.Statements.Cues;
using Parallax.Language.Statements.Quotations;

namespace Parallax.Language.Statements.Roles;

/// <summary>Makes of the network's role spans the phrase of a source and the pieces of a content.</summary>
internal sealed class RolePhrases(CueLexicon lexicon, DependencyTree tree, QuotedTokens quoted, Linker linker, QuotationOwners owners)
{
    private TokenLayer Tokens => tree.Tokens;

    /// <summary>One phrase in the cue's sentence, or the nearest before it; adverbs and prepositions at its edges are no part of it.</summary>
    public List<int> Source(List<int> tokens, Cue cue, Choice structure)
    {
        tokens = Piece(tokens, cue, structure);
        if (tokens.Exists(i => SameSentence(i, cue)))
        {
            tokens = tokens.FindAll(i => SameSentence(i, cue));
        }

        tokens = WithoutOccasion(linker.Trim(tokens, cue));
        int first = 0, last = tokens.Count - 1;
        while (first <= last && Tokens.Tags[tokens[first]] is UniversalTag.Adp or UniversalTag.Adv or UniversalTag.Cconj or UniversalTag.Sconj or UniversalTag.Punct)
        {
            first++;
        }

        while (last >= first && Tokens.Tags[tokens[last]] is UniversalTag.Adv or UniversalTag.Punct or UniversalTag.Adp or UniversalTag.Aux && Tokens.Form(tokens[last]) is not (")" or "\"" or "”"))
        {
            last--;
        }

        tokens = tokens[first..(last + 1)];
        if (tokens.Count > 1 && tree.Is(tokens[^1], "nsubj") && lexicon.In("pronouns-subject", tree.Lower(tokens[^1])) && tokens[^1] < cue.Head && Tokens.Heads[tokens[^1]] == cue.Anchor)
        {
            // "The harbour he also expected to grow": what is told stands before who tells it.
            return [tokens[^1]];
        }

        if (tokens.Count > 0 && linker.Head(tokens) is var named && Tokens.Tags[named] == UniversalTag.Noun && lexicon.In("time-nouns", tree.Lemma(named)))
        {
            // "and several times described": when, and not who.
            return [];
        }

        if (tokens.Count == 0 || Tokens.Tags[linker.Head(tokens)] is not UniversalTag.Verb)
        {
            return tokens;
        }

        // "the girl, who was wearing a scarf and said …": the subject of the clause, and not the noun next to the cue.
        bool isRelative = structure.Tokens is [var who] && tree.Lower(who) is "who" or "which" && tokens.Contains(who);
        return isRelative ? structure.Tokens : NounNearest(tokens, cue);
    }

    // "In a recent essay in the Herald, Ada Brown": the speaker stands behind the comma.
    private List<int> WithoutOccasion(List<int> source)
    {
        int comma = source.FindIndex(i => Tokens.Form(i) is ",");
        bool isPhrase = comma > 0 && comma + 1 < source.Count && source[0] > 0 && Tokens.Tags[source[0] - 1] == UniversalTag.Adp && !tree.Is(source[0] - 1, "fixed");
        return isPhrase && source[..comma].Exists(i => lexicon.In("occasion-nouns", tree.Lemma(i))) ? source[(comma + 1)..] : source;
    }

    // Of several pieces the one that the structure chose too, else the nearest to the cue.
    private static List<int> Piece(List<int> tokens, Cue cue, Choice structure)
    {
        List<int> best = [];
        int bestDistance = int.MaxValue;
        for (int i = 0; i < tokens.Count;)
        {
            int end = i + 1;
            while (end < tokens.Count && tokens[end] == tokens[end - 1] + 1)
            {
                end++;
            }

            List<int> piece = tokens[i..end];
            int distance = !structure.IsEmpty && piece.Exists(t => structure.Tokens.BinarySearch(t) >= 0) ? -1 : Math.Min(Math.Abs(piece[0] - cue.Head), Math.Abs(piece[^1] - cue.Head));
            if (distance < bestDistance)
            {
                (best, bestDistance) = (piece, distance);
            }

            i = end;
        }

        return best;
    }

    // "Praising the deal the minister": not a noun phrase; the noun phrase in it that stands next to the cue.
    private List<int> NounNearest(List<int> tokens, Cue cue)
    {
        int best = -1;
        foreach (int token in tokens)
        {
            bool isHead = Tokens.Tags[token] is UniversalTag.Propn or UniversalTag.Noun or UniversalTag.Pron
                && (Tokens.Heads[token] < 0 || tokens.BinarySearch(Tokens.Heads[token]) < 0 || Tokens.Tags[Tokens.Heads[token]] is UniversalTag.Verb or UniversalTag.Aux);
            if (isHead && (best < 0 || Math.Abs(token - cue.Head) < Math.Abs(best - cue.Head)))
            {
                best = token;
            }
        }

        return best < 0 ? [] : tree.Yield(best).FindAll(i => tokens.BinarySearch(i) >= 0);
    }

    /// <summary>A piece in another sentence belongs only where it is quoted.</summary>
    public List<int> Content(List<int> tokens, Cue cue)
    {
        tokens = tokens.FindAll(i => !owners.IsOthers(i, cue));
        if (tokens.Exists(i => SameSentence(i, cue)))
        {
            tokens = tokens.FindAll(i => SameSentence(i, cue) || GoesOn(i, cue));
        }

        return linker.Trim(tokens, cue);
    }

    // In another sentence: only a quotation that reaches into the cue's, or that nothing but punctuation and quotations parts from it.
    private bool GoesOn(int token, Cue cue)
    {
        int q = quoted.Of(token);
        if (q < 0)
        {
            return false;
        }

        (int first, int end) = quoted.Ranges[q];
        (int from, int to) = tree.SentenceBounds(cue.Head);
        return (first < to && from < end) || (end <= from ? OnlyQuoted(end, from) : OnlyQuoted(to, first));
    }

    private bool OnlyQuoted(int from, int end)
    {
        for (int i = from; i < end; i++)
        {
            if (quoted.Of(i) < 0 && Tokens.Tags[i] != UniversalTag.Punct)
            {
                return false;
            }
        }

        return true;
    }

    private bool SameSentence(int token, Cue cue) => Tokens.SentenceOf(token) == Tokens.SentenceOf(cue.Head);
}
