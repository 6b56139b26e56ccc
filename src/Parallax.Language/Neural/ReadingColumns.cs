using Parallax.Core.Layers;

namespace Parallax.Language.Neural;

/// <summary>The columns a reading fills, one element a token.</summary>
internal sealed class ReadingColumns(int count)
{
    public UniversalTag[] Tags { get; } = Filled(count, UniversalTag.X);

    public string[] Features { get; } = Filled(count, string.Empty);

    public string[] Lemmas { get; } = Filled(count, string.Empty);

    public int[] Heads { get; } = Filled(count, -1);

    public string[] Relations { get; } = Filled(count, "dep");

    public byte[] NameTags { get; } = new byte[count];

    public byte[] RoleTags { get; } = new byte[count];

    public float[] Factuality { get; } = new float[count];

    public List<RoleSpan> Roles { get; } = [];

    private static T[] Filled<T>(int count, T value)
    {
        T[] column = GC.AllocateUninitializedArray<T>(count);
        Array.Fill(column, value);
        return column;
    }
}
