using System.Collections.Immutable;
using Parallax.Core.Accounts;

namespace Parallax.Language.Statements.Cues;

/// <summary>What kind of word a cue is.</summary>
public enum CueKind
{
    /// <summary>A verb ("said").</summary>
    Verb,

    /// <summary>A noun ("her claim that").</summary>
    Noun,

    /// <summary>An adjective ("is confident that").</summary>
    Adjective,

    /// <summary>An adverb that attributes to nobody named ("reportedly").</summary>
    Adverb,

    /// <summary>A preposition ("according to").</summary>
    Preposition,

    /// <summary>A colon or dash between a name and its words.</summary>
    Punctuation,
}

/// <summary>How the content of a cue is built into the sentence; see the head of <c>Data/en/statements/cues.txt</c>.</summary>
[Flags]
public enum CueFrames
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>A that-clause, a parenthesis or a quotation.</summary>
    Clause = 1,

    /// <summary>Only a quotation.</summary>
    Quote = 2,

    /// <summary>A to-infinitive or -ing form.</summary>
    Infinitive = 4,

    /// <summary>The object.</summary>
    Object = 8,

    /// <summary>An object beside a clause is spoken to, and no content.</summary>
    Addressee = 16,

    /// <summary>The object opens the content ("accused Tehran of lying").</summary>
    Target = 32,

    /// <summary>With <see cref="Target"/>: only where a predicate stands beside the object ("called him a liar").</summary>
    As = 64,

    /// <summary>The subject must be a document, a study, data.</summary>
    Evidence = 128,

    /// <summary>A thought: the subject must be able to think.</summary>
    Attitude = 256,

    /// <summary>Passive with an infinitive ("is said to have left").</summary>
    Passive = 512,

    /// <summary>With "comment", "say" and the like nothing is said.</summary>
    Silent = 1024,

    /// <summary>The subject must be one who can speak or a document: with things the word only infers ("the mood suggests").</summary>
    Speaker = 2048,

    /// <summary>A word with many other uses: a cue only where the network reads it as one.</summary>
    Read = 4096,

    /// <summary>The object and a number behind "at" are the content ("put the toll at ten"); the subject must be one who can speak or a document.</summary>
    Value = 8192,

    /// <summary>A cue only of a noun that tells of words ("contest the claim that …").</summary>
    Claim = 16384,
}

/// <summary>One cue of the lexicon. Its classes are explained in <c>docs/spec/stance.md</c>.</summary>
/// <param name="Lemma">Lemma; of a verb with a particle, both joined by "_"; of a preposition, its words joined by "_".</param>
/// <param name="Kind">Kind of word.</param>
/// <param name="Stance">What the source does with the content.</param>
/// <param name="Polarity">1: takes it for true; -1: for false; 0: neither.</param>
/// <param name="Strength">1 weak to 3 strong.</param>
/// <param name="Factive">Whether the cue takes its content for true.</param>
/// <param name="Force">What the reporter's choice of this word adds.</param>
/// <param name="Frames">How the content may be built in.</param>
/// <param name="Prepositions">Prepositions whose phrase is the content.</param>
public sealed record CueEntry(
    string Lemma, CueKind Kind, Stance Stance, int Polarity, int Strength, bool Factive, Force Force, CueFrames Frames, ImmutableArray<string> Prepositions)
{
    /// <summary>Whether one of the frames is allowed.</summary>
    public bool Has(CueFrames frame) => (Frames & frame) != 0;
}
