namespace Parallax.Stories.Grouping;

/// <summary>One report laid open to be compared with many others: what each stem weighs in it stands at the stem's number, so that a comparison goes through the other's stems alone. Not thread-safe.</summary>
/// <param name="options">Thresholds.</param>
internal sealed class OneAgainstMany(StoryOptions options)
{
    // By number of the stem: twice its weight in the report laid open, and one more where it is a rare name; 0 of stems that it has not.
    private int[] _weights = [];
    private StoryVector? _one;

    /// <summary>Lays a report open instead of the one before.</summary>
    /// <param name="one">The report.</param>
    /// <param name="stems">One more than the highest number of its stems.</param>
    public void Open(StoryVector one, int stems)
    {
        if (_one is not null)
        {
            foreach (StoryPart part in _one.Parts)
            {
                _weights[part.Number] = 0;
            }
        }

        if (_weights.Length < stems)
        {
            Array.Resize(ref _weights, Math.Max(stems, 2 * _weights.Length));
        }

        _one = one;
        foreach (StoryPart part in one.Parts)
        {
            _weights[part.Number] = (2 * part.Weight) + (part.IsRare ? 1 : 0);
        }
    }

    /// <summary>How alike another report is, in thousandths.</summary>
    /// <exception cref="InvalidOperationException">No report has been laid open.</exception>
    public int Likeness(StoryVector other)
    {
        StoryVector one = _one ?? throw new InvalidOperationException("No report has been laid open.");
        ReadOnlySpan<int> weights = _weights;
        long dot = 0;
        int names = 0;
        foreach (ref readonly StoryPart part in other.Parts.AsSpan())
        {
            // Stems that came up after the report was laid open are none of its own.
            int own = (uint)part.Number < (uint)weights.Length ? weights[part.Number] : 0;
            unchecked
            {
                dot += (long)(own >> 1) * part.Weight;
                names += part.IsRare ? own & 1 : 0;
            }
        }

        return StoryVector.Likeness(one, other, dot, names, options);
    }
}
