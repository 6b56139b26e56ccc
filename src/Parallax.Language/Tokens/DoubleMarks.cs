using System.Buffers;

namespace Parallax.Language.Tokens;

/// <summary>What a quotation mark does.</summary>
internal enum MarkRole : byte
{
    /// <summary>It belongs to no pair.</summary>
    Stray,

    /// <summary>It opens a quotation.</summary>
    Opens,

    /// <summary>It opens a quotation although the one before was never closed, which therefore ends before it.</summary>
    OpensAgain,

    /// <summary>It closes the open quotation.</summary>
    Closes,
}

/// <summary>Pairs the double quotation marks of a block, wherever spaces were lost or set wrongly beside them: “"We stay, "Bell said.” has one quotation.</summary>
/// <remarks>
/// All marks of the block are judged together: each reading of a mark (opens, closes, neither) costs what its shape and the spaces beside it speak against it,
/// and the cheapest sequence in which marks open and close by turns is taken. Costs are in tenths of "one mark without its partner" and were set by hand.
/// Linear in the length of the block; buffers are reused. Not thread-safe.
/// </remarks>
internal sealed class DoubleMarks
{
    private const int Never = 1_000_000, Reopened = 20, LeftOpen = 18, GoesOn = 6, StrayCloser = 15, StrayMark = 25, Inches = 8;

    private static readonly SearchValues<char> Marks = SearchValues.Create("\"“”„‟＂'`’‘");

    private int[] _starts = new int[16];
    private byte[] _lengths = new byte[16];
    private MarkRole[] _roles = new MarkRole[16];
    private (MarkRole Outside, MarkRole Inside)[] _before = new (MarkRole, MarkRole)[16];

    private enum Place
    {
        BeforeWord, AfterWord, Spaced, Glued,
    }

    /// <summary>Number of marks found.</summary>
    public int Count { get; private set; }

    /// <summary>First code unit of a mark.</summary>
    public int Start(int mark) => _starts[mark];

    /// <summary>Number of its code units: 2 for marks made of two apostrophes or grave accents.</summary>
    public int Length(int mark) => _lengths[mark];

    /// <summary>What it does.</summary>
    public MarkRole Role(int mark) => _roles[mark];

    /// <summary>Reads a block.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the block starts.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="nextOpens">Whether the next block starts with a mark, so that this one may be left open.</param>
    /// <param name="isInside">Whether the block starts inside a quotation that an earlier block left open.</param>
    /// <returns>What the reading costs.</returns>
    public int Read(ReadOnlySpan<char> text, int start, int end, bool nextOpens, bool isInside = false)
    {
        Find(text, start, end);
        if (Count == 0)
        {
            return 0;
        }

        int outside = isInside ? Never : 0, inside = isInside ? 0 : Never;
        for (int m = 0; m < Count; m++)
        {
            Place place = PlaceOf(text, _starts[m], _starts[m] + _lengths[m], start, end);
            int stray = StrayCost(text, _starts[m], start, place);
            int open = OpenCost(text, m, place, start, end), close = CloseCost(text, m, place, start);
            (int stayOut, int closed) = (outside + stray, inside + close);
            (int opened, int stayIn, int again) = (outside + open, inside + stray, inside + open + Reopened);
            _before[m].Outside = closed <= stayOut ? MarkRole.Closes : MarkRole.Stray;
            _before[m].Inside = opened <= stayIn && opened <= again ? MarkRole.Opens : stayIn <= again ? MarkRole.Stray : MarkRole.OpensAgain;
            outside = Math.Min(closed, stayOut);
            inside = Math.Min(opened, Math.Min(stayIn, again));
        }

        int cost = Math.Min(outside, inside + (nextOpens ? GoesOn : LeftOpen));
        isInside = cost < outside;
        for (int m = Count - 1; m >= 0; m--)
        {
            _roles[m] = isInside ? _before[m].Inside : _before[m].Outside;
            isInside = _roles[m] switch
            {
                MarkRole.Closes or MarkRole.OpensAgain => true,
                MarkRole.Opens => false,
                _ => isInside,
            };
        }

        return cost;
    }

    /// <summary>Length of the double mark at a place, or 0.</summary>
    public static int MarkAt(ReadOnlySpan<char> text, int at, int end) => text[at] switch
    {
        '"' or '“' or '”' or '„' or '‟' or '＂' => 1,
        '\'' or '`' or '’' or '‘' when at + 1 < end && text[at + 1] == text[at] => 2,
        _ => 0,
    };

    private void Find(ReadOnlySpan<char> text, int start, int end)
    {
        Count = 0;
        for (int i = start; i < end; i++)
        {
            int next = text[i..end].IndexOfAny(Marks);
            if (next < 0)
            {
                return;
            }

            i += next;
            int length = MarkAt(text, i, end);
            if (length == 0)
            {
                continue;
            }

            if (Count == _starts.Length)
            {
                Array.Resize(ref _starts, Count * 2);
                Array.Resize(ref _lengths, Count * 2);
                Array.Resize(ref _roles, Count * 2);
                Array.Resize(ref _before, Count * 2);
            }

            (_starts[Count], _lengths[Count]) = (i, (byte)length);
            Count++;
            i += length - 1;
        }
    }

    private static Place PlaceOf(ReadOnlySpan<char> text, int at, int after, int start, int end)
    {
        bool isSpaced = at == start || char.IsWhiteSpace(text[at - 1]);
        char next = after < end ? text[after] : ' ', second = after + 1 < end ? text[after + 1] : ' ';
        bool leads = char.IsLetterOrDigit(next) || next is '$' or '£' or '€' or '#' or '@' or '[' || (next == '.' && second == '.')
            || (next is '\'' or '’' or '‘' && char.IsLetterOrDigit(second));
        bool isFree = isSpaced || (leads && text[at - 1] is '(' or '[' or '{' or '—' or '–' or '-' or '/' or ':' or '‘' or '\'' or '«' or '"' or '“');
        return (isFree, leads) switch
        {
            (true, true) => Place.BeforeWord,
            (false, false) => Place.AfterWord,
            (true, false) => Place.Spaced,
            _ => Place.Glued,
        };
    }

    private int OpenCost(ReadOnlySpan<char> text, int mark, Place place, int start, int end)
    {
        char c = text[_starts[mark]];
        if (_starts[mark] + _lengths[mark] >= end)
        {
            return Never;
        }

        return c switch
        {
            '“' or '„' or '‟' or '`' or '‘' => place == Place.AfterWord ? 15 : 0,
            '\'' when place == Place.BeforeWord && _starts[mark] == start => 0,
            '”' or '\'' or '’' => place switch { Place.BeforeWord => 10, Place.Glued => 20, _ => 30 },
            _ => place switch { Place.BeforeWord => 0, Place.Spaced => 8, Place.Glued => 6, _ => 30 },
        };
    }

    private int CloseCost(ReadOnlySpan<char> text, int mark, Place place, int start)
    {
        int at = _starts[mark];
        while (at > start && char.IsWhiteSpace(text[at - 1]))
        {
            at--;
        }

        char before = at > start ? text[at - 1] : '\0';
        bool afterEnd = before is '.' or '!' or '?' or '…';
        if (before is '\'' or '’' && at - 2 >= start && text[at - 2] is '.' or ',' or '!' or '?')
        {
            // "She said, 'We stay,' "Bell told us: behind the end of a quotation inside it.
            return 0;
        }

        switch (text[_starts[mark]])
        {
            case '„':
                return Never;
            case '“' or '‟' or '`' or '‘':
                return place == Place.AfterWord ? 6 : 30;
            case '”' or '\'' or '’':
                return 0;
            default:
                return place switch
                {
                    Place.AfterWord => 0,
                    Place.Spaced => before == ',' || afterEnd ? 2 : 6,
                    Place.Glued => 5,
                    _ => before == '\0' ? Never : before == ',' ? 10 : afterEnd ? 13 : 22,
                };
        }
    }

    private static int StrayCost(ReadOnlySpan<char> text, int at, int start, Place place) =>
        at > start && char.IsAsciiDigit(text[at - 1]) && place == Place.AfterWord ? Inches : place == Place.AfterWord ? StrayCloser : StrayMark;
}
