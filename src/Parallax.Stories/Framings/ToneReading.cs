using Parallax.Core.Layers;
using Parallax.Core.Text;

namespace Parallax.Stories.Framings;

/// <summary>The words that the network of tone has read, so that a word which stands a thousand times is multiplied once. Not thread-safe.</summary>
/// <param name="vectors">Word vectors.</param>
internal sealed class ToneReading(IWordVectors vectors)
{
    // Common words come again at once; what is dropped is read anew, with the same result.
    private const int MostWords = 8192;

    private readonly Dictionary<string, ToneWord> _words = new(StringComparer.Ordinal);

    /// <summary>What the network makes of the word of a token.</summary>
    public ToneWord Of(TokenLayer tokens, int token)
    {
        string word = ToneNetwork.WordOf(tokens, token, vectors);
        if (_words.TryGetValue(word, out ToneWord? known))
        {
            return known;
        }

        if (_words.Count == MostWords)
        {
            _words.Clear();
        }

        return _words[word] = ToneNetwork.English.Word(vectors.Find(word), vectors.Width);
    }
}
