using Parallax.Language.Neural.Input;

namespace Parallax.Language.Neural;

/// <summary>What a lexicon says of a form, asked once for each place of the form cache and bounded like it. One thread at a time.</summary>
/// <param name="lookUp">What the lexicon says of a form in lower case, in the seven lower bits.</param>
internal sealed class FormKinds(Func<string, byte> lookUp)
{
    private const byte Looked = 0x80;

    private readonly byte[] _forms = new byte[FormCache.Capacity];

    /// <summary>Forgets all forms.</summary>
    public void Clear() => Array.Clear(_forms);

    /// <summary>What is said of the form at a place of the form cache; 0 for nothing.</summary>
    public byte Of(int place, ReadOnlySpan<char> form)
    {
        if (place >= FormCache.Capacity)
        {
            return 0; // No word is that long.
        }

        if (_forms[place] == 0)
        {
            _forms[place] = (byte)(lookUp(form.ToString().ToLowerInvariant()) | Looked);
        }

        return (byte)(_forms[place] & ~Looked);
    }
}
