using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Neural.Layers;
using Parallax.Language.Statements;
using Parallax.Language.Statements.Cues;

namespace Parallax.Language.Neural;

/// <summary>
/// Which tokens can be the cue of a statement inside a statement, so that contents without one are not read a second time: by form, part of speech, and what hangs on
/// them in the parse.
/// </summary>
internal static class InnerCues
{
    // What the lexicon says of a form.
    private const byte Verb = 2;
    private const byte Noun = 4;
    private const byte Adjective = 8;
    private const byte Preposition = 16;
    private const byte ToSomebody = 32;

    // What hangs on a token.
    private const byte Clause = 1;
    private const byte NounClause = 2;
    private const byte Aside = 4;
    private const byte Subject = 8;
    private const byte Object = 16;
    private const byte Rest = 32;

    /// <summary>Leaves 1 where a token can be such a cue, else 0.</summary>
    /// <param name="sentences">The sentences of the batch.</param>
    /// <param name="first">Token index of the first row.</param>
    /// <param name="columns">Parts of speech, heads and relations.</param>
    /// <param name="hanging">Memory for a byte a token.</param>
    /// <param name="cues">In: <see cref="Kinds"/> of each token. Out: 1 or 0.</param>
    public static void Choose(Sequences sentences, int first, ReadingColumns columns, Span<byte> hanging, Span<byte> cues)
    {
        hanging.Clear();
        for (int s = 0; s < sentences.Count; s++)
        {
            int from = sentences.First(s), end = from + sentences.Length(s);
            for (int i = from; i < end; i++)
            {
                int head = columns.Heads[first + i] - first;
                if (from <= head && head < end && cues[head] != 0)
                {
                    hanging[head] |= Hanging(columns.Relations[first + i]);
                }
            }

            for (int i = from; i < end; i++)
            {
                cues[i] = cues[i] != 0 && CanBeCue(cues[i], hanging[i], columns.Tags[first + i], columns.Relations[first + i]) ? (byte)1 : (byte)0;
            }
        }
    }

    // A verb with a clause, beside a clause, or with a speaker and nothing of its own: "said he had seen it", "…, she says, …", "so they believe".
    // Nouns and adjectives need their clause: "the claim that …", "sure it would …".
    private static bool CanBeCue(byte kinds, byte hanging, UniversalTag tag, string relation) => tag switch
    {
        UniversalTag.Verb when (kinds & Verb) != 0 => (hanging & (Clause | Aside)) != 0 || relation == "parataxis"
            || ((hanging & Subject) != 0 && (hanging & ((kinds & ToSomebody) != 0 ? Rest : Rest | Object)) == 0),
        UniversalTag.Noun => (kinds & Noun) != 0 && (hanging & (Clause | NounClause)) != 0,
        UniversalTag.Adj => (kinds & Adjective) != 0 && (hanging & Clause) != 0,
        UniversalTag.Propn => false,
        _ => (kinds & Preposition) != 0,
    };

    private static byte Hanging(string relation) => relation switch
    {
        "ccomp" => Clause,
        "acl" => NounClause,
        "parataxis" => Aside,
        "nsubj" => Subject,
        "obj" => Object,
        "xcomp" or "advcl" or "nsubj:pass" => Rest,
        _ => 0,
    };

    /// <summary>As what a form, in lower case, can open a clause or quotation in the lexicon of cues; 0 for nothing.</summary>
    public static byte Kinds(string form)
    {
        CueLexicon lexicon = CueLexicon.English;
        int kinds = Kind(lexicon, CueKind.Verb, form, Verb) | Kind(lexicon, CueKind.Noun, form, Noun) | Kind(lexicon, CueKind.Adjective, form, Adjective) | Kind(lexicon, CueKind.Preposition, form, Preposition);
        if ((kinds & Verb) != 0)
        {
            foreach (CueEntry entry in lexicon.Find(CueKind.Verb, lexicon.VerbLemma(form)!)) // a verb of the lexicon has its lemma there
            {
                kinds |= entry.Has(CueFrames.Addressee) ? ToSomebody : 0;
            }
        }

        return (byte)kinds;
    }

    private static byte Kind(CueLexicon lexicon, CueKind kind, string form, byte flag) => lexicon.OpensClause(kind, form) ? flag : (byte)0;
}
