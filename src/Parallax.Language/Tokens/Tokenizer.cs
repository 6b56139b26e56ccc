using System.Collections.Immutable;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Core.Text;

namespace Parallax.Language.Tokens;

/// <summary>Finds sentences and tokens in text that nobody edits, as UD English (EWT and GUM, 2.16) has them.</summary>
/// <remarks>
/// Tokens by rules and word lists, sentence ends by a small trained model. Thread-safe, linear in the length of the text, never throws on any text. A sentence
/// never crosses a block and has at most <see cref="MaximumSentence"/> tokens; a token has at most 1,024 code units.
/// </remarks>
public static class Tokenizer
{
    /// <summary>A sentence that finds no end is cut here, so that no later step meets one without bound.</summary>
    public const int MaximumSentence = 400;

    /// <summary>Version of rules, lists and weights together; changes whenever the same text may be read otherwise.</summary>
    public const string Version = "7";

    /// <summary>Reads the blocks of a text.</summary>
    /// <param name="text">The article text.</param>
    /// <param name="blocks">Its blocks in text order; text outside them is not read.</param>
    /// <exception cref="ArgumentException">A block lies outside the text or before the end of the block before it.</exception>
    public static TokenizedText Read(SourceText text, ImmutableArray<TextBlock> blocks)
    {
        ArgumentNullException.ThrowIfNull(text);
        ReadOnlySpan<char> characters = text.Text;
        TokenBuffer buffer = new((text.Length / 4) + 16);
        TokenScanner scanner = new(characters, buffer, TokenTables.English);
        BoundaryFeatures features = new();
        ImmutableArray<Sentence>.Builder sentences = ImmutableArray.CreateBuilder<Sentence>((text.Length / 100) + blocks.Length);
        Columns columns = new((text.Length / 4) + 16);
        int end = 0;
        for (int b = 0; b < blocks.Length; b++)
        {
            TextSpan span = blocks[b].Span;
            if (span.Start < end || span.End > text.Length)
            {
                throw new ArgumentException($"The block {span} lies outside the text or overlaps the one before it.", nameof(blocks));
            }

            end = span.End;
            buffer.Clear();
            scanner.Scan(span.Start, span.End);
            Split(characters, buffer, features, columns, sentences, b, blocks[b].Part);
        }

        return columns.Finish(sentences.ToImmutable());
    }

    /// <summary>Reads a text that is one block.</summary>
    public static TokenizedText Read(SourceText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Read(text, [new TextBlock(new TextSpan(0, text.Length), TextPart.Body)]);
    }

    private static void Split(
        ReadOnlySpan<char> text, TokenBuffer buffer, BoundaryFeatures features, Columns columns, ImmutableArray<Sentence>.Builder sentences, int block, TextPart part)
    {
        if (buffer.Count == 0)
        {
            return;
        }

        Span<int> slots = stackalloc int[BoundaryFeatures.MaximumFeatures];
        features.Begin(text, buffer, 0, buffer.Count);
        int sentenceStart = 0;
        for (int i = 0; i < buffer.Count; i++)
        {
            features.Push(i);
            bool isEnd = i + 1 == buffer.Count || i + 1 - sentenceStart >= MaximumSentence;
            if (!isEnd)
            {
                int count = features.Fill(text, buffer, i, sentenceStart, slots);
                isEnd = count == BoundaryFeatures.Certain || (count > 0 && BoundaryModel.English.Ends(slots[..count]));
                isEnd = isEnd && !PartedNumber.IsPoint(text, buffer.Ends[i] - 1) && !IsCalibre(text, buffer.Ends[i], buffer.Starts[i + 1]) && !PartedNumber.IsFraction(text, buffer.Ends[i] - 1) && !IsNickname(text, buffer, i) && !IsCapitalsInside(text, buffer, i) && !IsNumberInside(text, buffer, i) && !IsBracketInside(text, buffer, i, sentenceStart);
            }

            if (!isEnd)
            {
                continue;
            }

            int first = columns.Count;
            for (int t = sentenceStart; t <= i; t++)
            {
                columns.Add(buffer, t, text, isLast: t == i);
            }

            sentences.Add(new Sentence(
                TextSpan.FromBounds(columns.Starts[first], columns.Ends[columns.Count - 1]), first, columns.Count - first, block, part));
            features.BeginSentence();
            sentenceStart = i + 1;
        }
    }

    // "a loaded. 38-caliber pistol": a point before a bore, with its space on the wrong side.
    private static bool IsCalibre(ReadOnlySpan<char> text, int end, int next)
    {
        int at = next;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return at - next is 2 or 3 && end > 0 && text[end - 1] == '.' && at + 3 < text.Length && text[at] is '-' or ' ' && text[(at + 1)..].StartsWith("cal", StringComparison.OrdinalIgnoreCase);
    }

    // "Ada (Addie) Brown": brackets in a name end no sentence.
    private static bool IsNickname(ReadOnlySpan<char> text, TokenBuffer buffer, int token)
    {
        bool isBracketed = token > 2 && token + 1 < buffer.Count && buffer.Ends[token] - buffer.Starts[token] == 1 && text[buffer.Starts[token]] == ')' && text[buffer.Starts[token - 2]] == '(';
        return isBracketed && char.IsUpper(text[buffer.Starts[token - 3]]) && char.IsUpper(text[buffer.Starts[token - 1]]) && char.IsUpper(text[buffer.Starts[token + 1]]) && char.IsLetter(text[buffer.Ends[token - 3] - 1]);
    }

    // "Rep. Ada Brown (R-Lanor.) also spoke": a bracket behind a word of the sentence ends nothing where the sentence goes on in small letters.
    private static bool IsBracketInside(ReadOnlySpan<char> text, TokenBuffer buffer, int token, int sentenceStart)
    {
        bool goesOn = text[buffer.Starts[token]] == ')' && token + 1 < buffer.Count && buffer.Starts[token + 1] - buffer.Ends[token] == 1 && text[buffer.Ends[token]] == ' ' && char.IsAsciiLetterLower(text[buffer.Starts[token + 1]]);
        int open = token - 1;
        while (goesOn && open > sentenceStart && text[buffer.Starts[open]] != '(')
        {
            open--;
        }

        return goesOn && open > sentenceStart && char.IsLetter(text[buffer.Ends[open - 1] - 1]);
    }

    // "a 2008 GMC Sierra": capitals without a stop behind a word in small letters or a number, on the same line as the word that follows, end no sentence.
    private static bool IsCapitalsInside(ReadOnlySpan<char> text, TokenBuffer buffer, int token)
    {
        if (token == 0 || token + 1 >= buffer.Count || buffer.Starts[token + 1] - buffer.Ends[token] != 1 || text[buffer.Ends[token]] != ' ')
        {
            return false;
        }

        ReadOnlySpan<char> word = text[buffer.Starts[token]..buffer.Ends[token]], before = text[buffer.Starts[token - 1]..buffer.Ends[token - 1]], next = text[buffer.Starts[token + 1]..buffer.Ends[token + 1]];
        return word.Length is > 1 and < 6 && !word.ContainsAnyExceptInRange('A', 'Z')
            && (!before.ContainsAnyExceptInRange('a', 'z') || !before.ContainsAnyExceptInRange('0', '9'))
            && next.Length > 1 && char.IsAsciiLetterUpper(next[0]) && !next[1..].ContainsAnyExceptInRange('a', 'z');
    }

    // "Almost 43,000 Norlanders", "the 2nd Fleet": thousands and an ordinal without a stop, on the same line as the word that follows, end no sentence. "Figure 1.5" may.
    private static bool IsNumberInside(ReadOnlySpan<char> text, TokenBuffer buffer, int token) =>
        token + 1 < buffer.Count && buffer.Starts[token + 1] - buffer.Ends[token] == 1 && text[buffer.Ends[token]] == ' ' && char.IsAsciiLetterUpper(text[buffer.Starts[token + 1]])
        && text[buffer.Starts[token]..buffer.Ends[token]] is [>= '0' and <= '9', .., var last] number
        && ((char.IsAsciiDigit(last) && number.Contains(',')) || number[^2..] is "st" or "nd" or "rd" or "th");

    private sealed class Columns(int capacity)
    {
        private bool[] _joins = new bool[capacity];

        public int[] Starts { get; private set; } = new int[capacity];

        public int[] Ends { get; private set; } = new int[capacity];

        public int Count { get; private set; }

        public void Add(TokenBuffer buffer, int token, ReadOnlySpan<char> text, bool isLast)
        {
            int start = buffer.Starts[token], end = buffer.Ends[token];
            TokenFlags flags = buffer.Flags[token];
            bool joins = (flags & TokenFlags.JoinsPrevious) != 0;

            // "…, etc." and "at 5 p.m." at the end of a sentence: the stop is the sentence's; "in the U.S." keeps it.
            bool parts = isLast && end - start > 1 && text[end - 1] == '.'
                && ((flags & (TokenFlags.Abbreviation | TokenFlags.Initial)) != 0 || ((flags & TokenFlags.Acronym) != 0 && char.IsLower(text[start])));
            if (parts)
            {
                Append(start, end - 1, joins);
                Append(end - 1, end, false);
                return;
            }

            Append(start, end, joins);
        }

        public TokenizedText Finish(ImmutableArray<Sentence> sentences) => new(sentences, Starts[..Count], Ends[..Count], _joins[..Count]);

        private void Append(int start, int end, bool joins)
        {
            if (Count == Starts.Length)
            {
                int[] starts = Starts, ends = Ends;
                Array.Resize(ref starts, Count * 2);
                Array.Resize(ref ends, Count * 2);
                Array.Resize(ref _joins, Count * 2);
                (Starts, Ends) = (starts, ends);
            }

            Starts[Count] = start;
            Ends[Count] = end;
            _joins[Count++] = joins;
        }
    }
}
