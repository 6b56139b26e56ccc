namespace Parallax.Language.Neural.Decoding;

/// <summary>The place of the greatest of some numbers, the first on ties.</summary>
internal static unsafe class Greatest
{
    /// <summary>Among <paramref name="count"/> numbers, at least one.</summary>
    public static int Place(float* values, int count)
    {
        int place = 0;
        float greatest = values[0];
        for (int i = 1; i < count; i++)
        {
            if (values[i] > greatest)
            {
                greatest = values[i];
                place = i;
            }
        }

        return place;
    }
}
