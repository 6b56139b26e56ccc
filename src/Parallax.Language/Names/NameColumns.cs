using Parallax.Core.Layers;

namespace Parallax.Language.Names;

/// <summary>Names in the making: a list of token ranges that never overlap.</summary>
internal sealed class NameColumns(TokenLayer tokens)
{
    private readonly bool[] _taken = new bool[tokens.Count];

    /// <summary>The names so far, in the order in which they were added.</summary>
    public List<(int First, int End, NameKind Kind)> Names { get; } = [];

    /// <summary>Adds a name unless one of its tokens is taken.</summary>
    public bool Add(int first, int end, NameKind kind)
    {
        if (IsTaken(first, end))
        {
            return false;
        }

        _taken.AsSpan(first, end - first).Fill(true);
        Names.Add((first, end, kind));
        return true;
    }

    /// <summary>Puts a longer name in the place of one that the caller has taken out of <see cref="Names"/>; the tokens behind it must be free.</summary>
    public void Widen(int first, int end, int wider, NameKind kind)
    {
        _taken.AsSpan(end, wider - end).Fill(true);
        Names.Add((first, wider, kind));
    }

    /// <summary>Whether a token belongs to a name.</summary>
    public bool IsTaken(int token) => _taken[token];

    /// <summary>Whether a token of the range belongs to a name.</summary>
    public bool IsTaken(int first, int end) => _taken.AsSpan(first, end - first).Contains(true);

    /// <summary>"the Varan" in a report that has "INS Varan": the ship, whatever else is called so.</summary>
    /// <param name="vessels">Last words of the names of vessels in the report.</param>
    public void Vessels(IReadOnlySet<string> vessels)
    {
        for (int i = 0; i < Names.Count; i++)
        {
            (int first, int end, NameKind kind) = Names[i];
            if (kind is not NameKind.Product && end - first == 1 && vessels.Contains(tokens.Form(first).ToString()) && first > 0 && tokens.Form(first - 1).Equals("the", StringComparison.OrdinalIgnoreCase))
            {
                Names[i] = (first, end, NameKind.Product);
            }
        }
    }

    /// <summary>Gives names of one spelling the kind most of them have; a tie goes to the kind that came first. Names with several listed readings keep theirs.</summary>
    public void Vote(Gazetteer gazetteer)
    {
        Dictionary<string, List<int>> bySpelling = new(StringComparer.Ordinal);
        for (int i = 0; i < Names.Count; i++)
        {
            string spelling = tokens.Text.Slice(tokens.Span(Names[i].First, Names[i].End));
            if (!bySpelling.TryGetValue(spelling, out List<int>? same))
            {
                bySpelling.Add(spelling, same = []);
            }

            same.Add(i);
        }

        foreach ((string spelling, List<int> same) in bySpelling)
        {
            if (same.Count < 2 || gazetteer.Find(spelling).Length > 1)
            {
                continue;
            }

            NameKind kind = same.GroupBy(i => Names[i].Kind).OrderByDescending(static g => g.Count()).ThenBy(static g => g.Min()).First().Key;
            foreach (int i in same)
            {
                Names[i] = (Names[i].First, Names[i].End, kind);
            }
        }
    }

    /// <summary>The finished layer.</summary>
    public Layer<NameMention> ToLayer() =>
        new(Names.Select(n => new NameMention(tokens.Span(n.First, n.End), n.First, n.End - n.First, n.Kind)));
}
