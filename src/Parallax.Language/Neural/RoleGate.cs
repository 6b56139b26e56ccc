using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Neural.Heads;
using Parallax.Language.Neural.Layers;
using Parallax.Language.Statements;
using Parallax.Language.Statements.Cues;

namespace Parallax.Language.Neural;

/// <summary>
/// Which sentences can take part in an attribution, so that the others are left out of the windows of the roles: those with a word of the lexicon of cues (any, not only those
/// that <see cref="InnerCues"/> looks for) or with a part inside quotation marks, and those behind the latter.
/// </summary>
internal static class RoleGate
{
    // What the lexicon says of a form.
    private const byte Verb = 2;
    private const byte Noun = 4;
    private const byte Any = 8;

    /// <summary>Leaves 1 at each token of a sentence that can take part in an attribution, else 0.</summary>
    /// <param name="batch">The sentences with the quote states of their tokens.</param>
    /// <param name="windows">The windows.</param>
    /// <param name="first">Token index of the first row.</param>
    /// <param name="columns">Parts of speech.</param>
    /// <param name="tokens">In: <see cref="Kinds"/> of each token. Out: 1 or 0.</param>
    public static void Choose(StateBatch batch, Sequences windows, int first, ReadingColumns columns, Span<byte> tokens)
    {
        int window = 0;
        bool behindQuotation = false;
        for (int s = 0; s < batch.Sequences.Count; s++)
        {
            int from = batch.Sequences.First(s), count = batch.Sequences.Length(s);
            if (from == windows.First(window))
            {
                behindQuotation = false;
                window++;
            }

            // What follows a quotation tells whether it is over: at the end of a window its cue could still come.
            bool quotes = batch.Quotes.Slice(from, count).ContainsAnyExcept((byte)0), opens = quotes || behindQuotation;
            for (int i = from; i < from + count && !opens; i++)
            {
                opens = CanBeCue(tokens[i], columns.Tags[first + i]);
            }

            tokens.Slice(from, count).Fill(opens ? (byte)1 : (byte)0);
            behindQuotation = quotes;
        }
    }

    /// <summary>Whether a token of these kinds with this part of speech can be a cue. A verb may be taken for an adjective ("the alleged plan").</summary>
    public static bool CanBeCue(byte kinds, UniversalTag tag) => kinds != 0
        && ((kinds & Any) != 0
            || ((kinds & Verb) != 0 && tag is UniversalTag.Verb or UniversalTag.Aux or UniversalTag.Adj)
            || ((kinds & Noun) != 0 && tag == UniversalTag.Noun));

    /// <summary>As what a form, in lower case, can be a cue; 0 for nothing.</summary>
    public static byte Kinds(string form)
    {
        CueLexicon lexicon = CueLexicon.English;
        bool any = lexicon.Opens(CueKind.Adjective, form) || lexicon.Opens(CueKind.Adverb, form) || lexicon.Opens(CueKind.Preposition, form) || lexicon.In("role-forms", form);
        return (byte)((any ? Any : 0) | (lexicon.Opens(CueKind.Verb, form) ? Verb : 0) | (lexicon.Opens(CueKind.Noun, form) ? Noun : 0));
    }
}
