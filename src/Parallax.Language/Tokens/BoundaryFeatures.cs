namespace Parallax.Language.Tokens;

/// <summary>The features of places where a sentence may end, over the tokens of one block. One implementation for reading and for training.</summary>
internal sealed class BoundaryFeatures
{
    /// <summary>Number of feature slots; a feature's slot is the top bits of its hash.</summary>
    public const int Slots = 1 << SlotBits;

    /// <summary>Room for the features of one place.</summary>
    public const int MaximumFeatures = 24;

    /// <summary>What <see cref="Fill"/> gives where a sentence ends without doubt.</summary>
    public const int Certain = -1;

    private const int SlotBits = 15, CreditTokens = 8;

    private readonly DoubleMarks _marks = new();
    private TokenShape[] _shapes = [];
    private int _first;
    private int _end;
    private int _nextTerminal;
    private int _quoteDepth;
    private int _bracketDepth;
    private int _capitals;
    private int _words;

    /// <summary>Takes up a block whose tokens are <c>[first..end)</c> of the buffer.</summary>
    public void Begin(ReadOnlySpan<char> text, TokenBuffer tokens, int first, int end)
    {
        int n = end - first;
        if (_shapes.Length < n + 2)
        {
            _shapes = new TokenShape[Math.Max(n + 2, _shapes.Length * 2)];
        }

        (_first, _end, _nextTerminal) = (first, end, first);
        for (int i = first; i < end; i++)
        {
            bool before = i == first || (tokens.Flags[i] & TokenFlags.SpaceBefore) != 0;
            bool after = i + 1 == end || (tokens.Flags[i + 1] & TokenFlags.SpaceBefore) != 0;
            _shapes[i - first] = TokenShapes.Of(text[tokens.Starts[i]..tokens.Ends[i]], before, after);
        }

        _shapes[n] = _shapes[n + 1] = TokenShape.None;
        PairQuotes(text, tokens);
        BeginSentence();
    }

    // A straight mark with its space on the wrong side is what its partner makes of it: "We stay, "Bell said.
    private void PairQuotes(ReadOnlySpan<char> text, TokenBuffer tokens)
    {
        if (_end == _first || !text[tokens.Starts[_first]..tokens.Ends[_end - 1]].Contains('"'))
        {
            return;
        }

        _marks.Read(text, tokens.Starts[_first], tokens.Ends[_end - 1], nextOpens: false);
        int mark = 0;
        for (int i = _first; i < _end && mark < _marks.Count; i++)
        {
            while (mark < _marks.Count && _marks.Start(mark) < tokens.Starts[i])
            {
                mark++;
            }

            if (mark < _marks.Count && _marks.Start(mark) == tokens.Starts[i] && text[tokens.Starts[i]] == '"')
            {
                _shapes[i - _first] = _marks.Role(mark) switch
                {
                    MarkRole.Opens or MarkRole.OpensAgain => TokenShape.OpenQuote,
                    MarkRole.Closes => TokenShape.CloseQuote,
                    _ => _shapes[i - _first],
                };
            }
        }
    }

    /// <summary>Forgets the state of the sentence before.</summary>
    public void BeginSentence() => (_quoteDepth, _bracketDepth, _capitals, _words) = (0, 0, 0, 0);

    /// <summary>Takes a token into the sentence; called for each token in order, before <see cref="Fill"/> for the place after it.</summary>
    public void Push(int token)
    {
        switch (_shapes[token - _first])
        {
            case TokenShape.OpenQuote: _quoteDepth++; break;
            case TokenShape.CloseQuote: _quoteDepth = Math.Max(0, _quoteDepth - 1); break;
            case TokenShape.OpenBracket: _bracketDepth++; break;
            case TokenShape.CloseBracket: _bracketDepth = Math.Max(0, _bracketDepth - 1); break;
            case TokenShape.Capital or TokenShape.AllCapitals or TokenShape.SingleCapital: _capitals++; _words++; break;
            case TokenShape.Lower: _words++; break;
            default: break;
        }
    }

    /// <summary>Writes the slots of the place after <paramref name="token"/>.</summary>
    /// <returns>Their number; 0 where no sentence can end; <see cref="Certain"/> where one does end.</returns>
    public int Fill(ReadOnlySpan<char> text, TokenBuffer tokens, int token, int sentenceStart, Span<int> slots)
    {
        int next = token + 1;
        TokenFlags flags = tokens.Flags[token], nextFlags = tokens.Flags[next];
        if ((nextFlags & TokenFlags.JoinsPrevious) != 0 || (flags & TokenFlags.Title) != 0)
        {
            return 0;
        }

        TokenShape shape = _shapes[token - _first], nextShape = _shapes[next - _first];
        int terminal = Terminal(token, sentenceStart);
        bool isLine = (nextFlags & TokenFlags.LineBefore) != 0;
        bool isAbbreviation = (flags & (TokenFlags.Abbreviation | TokenFlags.Acronym | TokenFlags.Initial)) != 0;
        bool isOpen = nextShape is TokenShape.Capital or TokenShape.AllCapitals or TokenShape.SingleCapital or TokenShape.OpenQuote or TokenShape.OpenBracket
            or TokenShape.Bullet or TokenShape.Dash
            || (nextShape == TokenShape.Digit && text[tokens.Starts[next]..tokens.Ends[next]].Contains('/'));
        bool breaks = shape is TokenShape.Colon or TokenShape.Semicolon or TokenShape.Symbol or TokenShape.Bullet or TokenShape.CloseBracket or TokenShape.CloseQuote;
        if (terminal < 0 && !isLine && !isAbbreviation && !isOpen && !breaks)
        {
            return 0;
        }

        if (terminal >= 0 && shape == TokenShape.CloseQuote && nextShape == TokenShape.OpenQuote)
        {
            // "… to stop." "They will …": certain, and too rare in the corpora to be learned.
            return Certain;
        }

        if ((flags & TokenFlags.Acronym) != 0 && text[tokens.Ends[token] - 2] is 'm' && TokenTables.English.IsWeekday(text[tokens.Starts[next]..tokens.Ends[next]]))
        {
            return 0; // "at 10 a.m. Monday"
        }

        if (terminal == token && nextShape == TokenShape.Lower && shape == TokenShape.Stop && tokens.Ends[next] - tokens.Starts[next] >= 3
            && TokenTables.English.IsTopLevelDomain(text[tokens.Starts[next]..tokens.Ends[next]]))
        {
            return 0; // "Axis. com", an address broken by its converter.
        }

        if ((terminal >= 0 && shape is TokenShape.CloseQuote && CreditEnd(next) >= 0)
            || (shape == TokenShape.CloseBracket && sentenceStart > _first && _shapes[sentenceStart - 1 - _first] == TokenShape.CloseQuote && CreditEnd(sentenceStart) == token))
        {
            // "… they left." (Axis News) The vote …: a credit behind a quotation stands by itself.
            return Certain;
        }

        TokenShape second = _shapes[next + 1 - _first];
        TokenShape before = token > sentenceStart ? _shapes[token - 1 - _first] : TokenShape.None;
        uint kind = (uint)shape;
        kind = terminal >= 0 && terminal < token ? 32 + ((uint)_shapes[terminal - _first] * 2) + (shape == TokenShape.CloseBracket ? 1u : 0) : kind;
        kind = isAbbreviation ? 96u + (uint)(flags & (TokenFlags.Abbreviation | TokenFlags.Acronym | TokenFlags.Initial)) : kind;
        int last = terminal >= 0 && terminal > sentenceStart ? terminal - 1 : token;
        int lastStart = tokens.Starts[last];
        if (last > sentenceStart && (tokens.Flags[last] & TokenFlags.Acronym) != 0 && tokens.Ends[last] - lastStart == 2)
        {
            lastStart = tokens.Starts[last - 1]; // "p. m." is judged as "p.m."
        }

        uint lastWord = WordHash(text[lastStart..tokens.Ends[last]]);
        uint nextWord = WordHash(text[tokens.Starts[next]..tokens.Ends[next]]);
        uint secondWord = next + 1 < _end ? WordHash(text[tokens.Starts[next + 1]..tokens.Ends[next + 1]]) : 0;
        uint space = (uint)(nextFlags & (TokenFlags.SpaceBefore | TokenFlags.LineBefore));
        uint length = Bucket(next - sentenceStart);
        uint rest = Bucket(DistanceToTerminal(next));
        uint shapes = ((uint)nextShape * 32) + (uint)second;
        uint state = (_quoteDepth > 0 ? 2u : 0) + (_bracketDepth > 0 ? 1u : 0);
        uint titled = _words > 0 && _capitals == _words ? 1u : 0;
        int n = 0;
        slots[n++] = Slot(1, kind, 0);
        slots[n++] = Slot(2, kind, (uint)nextShape);
        slots[n++] = Slot(3, kind, shapes);
        slots[n++] = Slot(4, kind, nextWord);
        slots[n++] = Slot(5, kind, lastWord);
        slots[n++] = Slot(6, kind, ((uint)before * 32) + (uint)nextShape);
        slots[n++] = Slot(7, kind, (space * 32) + (uint)nextShape);
        slots[n++] = Slot(8, kind, (length * 32) + (uint)nextShape);
        slots[n++] = Slot(9, kind, (rest * 32) + (uint)nextShape);
        slots[n++] = Slot(10, kind, (state * 32) + (uint)nextShape);
        slots[n++] = Slot(11, nextWord, (uint)nextShape);
        slots[n++] = Slot(12, kind, Bucket(tokens.Ends[last] - lastStart - (lastStart < tokens.Starts[last] ? 1 : 0)));
        slots[n++] = Slot(13, lastWord, nextWord);
        slots[n++] = Slot(14, ((uint)shape * 32) + (uint)before, shapes);
        slots[n++] = Slot(15, kind, secondWord);
        slots[n++] = Slot(16, (titled * 1024) + shapes, kind);
        slots[n++] = Slot(17, (length * 16) + rest, kind);
        slots[n++] = Slot(18, lastWord, (uint)nextShape);
        slots[n++] = Slot(19, (state * 16) + length, kind);
        slots[n++] = Slot(20, (uint)_shapes[last - _first], (kind * 32) + (uint)nextShape);
        return n;
    }

    /// <summary>The stop, mark or dots that this token is or closes after; -1 where there is none.</summary>
    private int Terminal(int token, int sentenceStart)
    {
        for (int i = token; i >= sentenceStart && token - i < 4; i--)
        {
            switch (_shapes[i - _first])
            {
                case TokenShape.Stop or TokenShape.Mark or TokenShape.Dots: return i;
                case TokenShape.CloseQuote or TokenShape.CloseBracket: continue;
                default: return -1;
            }
        }

        return -1;
    }

    // Where a bracket with a short name in it closes, and a sentence or the end of the block follows; -1 where none does.
    private int CreditEnd(int open)
    {
        if (_shapes[open - _first] != TokenShape.OpenBracket || open + 1 >= _end || _shapes[open + 1 - _first] is not (TokenShape.Capital or TokenShape.AllCapitals))
        {
            return -1;
        }

        for (int i = open + 2; i < _end && i - open <= CreditTokens; i++)
        {
            switch (_shapes[i - _first])
            {
                case TokenShape.CloseBracket:
                    return _shapes[i + 1 - _first] is TokenShape.Capital or TokenShape.AllCapitals or TokenShape.OpenQuote or TokenShape.None ? i : -1;
                case TokenShape.Digit or TokenShape.Comma or TokenShape.Colon or TokenShape.Semicolon or TokenShape.Stop:
                    return -1;
            }
        }

        return -1;
    }

    private int DistanceToTerminal(int token)
    {
        // Only moves forward, so that all calls of a block together cost its length.
        _nextTerminal = Math.Max(_nextTerminal, token);
        while (_nextTerminal < _end && _shapes[_nextTerminal - _first] is not (TokenShape.Stop or TokenShape.Mark or TokenShape.Dots))
        {
            _nextTerminal++;
        }

        return _nextTerminal - token;
    }

    private static uint Bucket(int value) => value switch
    {
        < 5 => (uint)value,
        < 8 => 5,
        < 13 => 6,
        < 21 => 7,
        < 35 => 8,
        _ => 9,
    };

    private static uint WordHash(ReadOnlySpan<char> word)
    {
        unchecked
        {
            uint hash = 2166136261;
            int n = Math.Min(word.Length, 16);
            for (int i = 0; i < n; i++)
            {
                uint c = word[i];
                if (c == ' ')
                {
                    continue;
                }

                c = c - 'A' < 26u ? c | 0x20 : c - '0' < 10u ? '0' : c;
                hash = (hash ^ c) * 16777619;
            }

            return hash;
        }
    }

    private static int Slot(uint template, uint a, uint b)
    {
        unchecked
        {
            uint hash = (template * 0x9E3779B1) ^ (a * 0x85EBCA6B);
            hash = (hash ^ (hash >> 15)) * 0xC2B2AE35;
            hash = (hash ^ b) * 0x27D4EB2F;
            hash ^= hash >> 13;
            hash *= 0x165667B1;
            return (int)(hash >> (32 - SlotBits));
        }
    }
}
