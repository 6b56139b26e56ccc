using System.Collections.Immutable;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Core.Text;

namespace Parallax.Stories.Framings;

/// <summary>How the words of a sentence stand to somebody named in it: which are said of him, which he does, which are done to him. All features are present or absent.</summary>
/// <remarks>The numbers of the features are the columns of the trained weights: add only at the end, and train anew.</remarks>
internal sealed class ToneFeatures
{
    /// <summary>Number of features of a token.</summary>
    public static int OfToken => ToneWords.Kinds.Length + Tags.Length + (2 * Steps) + Marks + Distances + (3 * (Relations.Length + 1));

    /// <summary>Number of features of a target.</summary>
    public static int OfTarget => Relations.Length + 1 + TargetMarks;

    private const int Steps = 5;
    private const int Marks = 9;
    private const int Distances = 6;
    private const int TargetMarks = 9;
    private const int FarAway = 9;

    private readonly TokenLayer _tokens;
    private readonly bool[] _quoted;
    private readonly bool[] _negated;
    private readonly int[] _kinds;

    /// <summary>Prepares a report.</summary>
    public ToneFeatures(TokenLayer tokens)
    {
        _tokens = tokens;
        _quoted = new bool[tokens.Count];
        _negated = new bool[tokens.Count];
        _kinds = new int[tokens.Count];
        bool inside = false;
        int block = -1;
        for (int i = 0; i < tokens.Count; i++)
        {
            ReadOnlySpan<char> form = tokens.Form(i);
            int own = tokens.Sentences[tokens.SentenceOf(i)].Block;
            inside &= own == block;
            block = own;
            inside = form switch { "\"" or "''" or "``" => !inside, "“" => true, "”" => false, _ => inside };
            _quoted[i] = inside;
            _kinds[i] = ToneWords.Of(form.ToString().ToLowerInvariant()) | ToneWords.Of(tokens.Lemmas[i].ToLowerInvariant());
            if (tokens.Heads[i] >= 0 && tokens.Lemmas[i].ToLowerInvariant() is "not" or "never" or "no" or "n't" or "without" or "hardly" or "neither" or "nor")
            {
                _negated[tokens.Heads[i]] = true;
            }
        }
    }

    private static ReadOnlySpan<UniversalTag> Tags =>
    [
        UniversalTag.Noun, UniversalTag.Propn, UniversalTag.Verb, UniversalTag.Adj, UniversalTag.Adv, UniversalTag.Pron, UniversalTag.Aux, UniversalTag.Adp, UniversalTag.Num, UniversalTag.Punct,
        UniversalTag.Det, UniversalTag.Part,
    ];

    private static ImmutableArray<string> Relations { get; } =
    [
        "nsubj", "nsubj:pass", "obj", "obl", "nmod", "nmod:poss", "conj", "compound", "appos", "root", "amod", "advmod", "xcomp", "ccomp", "advcl", "acl", "acl:relcl", "parataxis", "flat", "case",
        "det", "aux", "cop", "mark", "cc", "punct", "obl:agent", "iobj", "csubj", "nummod",
    ];

    /// <summary>Of the words of the target, the one that hangs outside it.</summary>
    public int Head(TextSpan target)
    {
        int first = _tokens.TokenAt(target.Start), head = -1;
        for (int i = Math.Max(0, first); i < _tokens.Count && _tokens.Starts[i] < target.End; i++)
        {
            if (head < 0 && _tokens.Ends[i] > target.Start && (_tokens.Heads[i] < 0 || !target.Overlaps(_tokens.Span(_tokens.Heads[i]))))
            {
                head = i;
            }
        }

        return head < 0 ? Math.Max(0, first) : head;
    }

    /// <summary>The features of the target itself.</summary>
    /// <param name="target">Its words.</param>
    /// <param name="head">Their head.</param>
    /// <param name="active">Out: the features present, in ascending order.</param>
    public void Target(TextSpan target, int head, List<int> active)
    {
        Sentence sentence = _tokens.Sentences[_tokens.SentenceOf(head)];
        active.Clear();
        active.Add(Relation(head));
        int marks = Relations.Length + 1;
        int place = head - sentence.FirstToken;
        Add(0, _tokens.Tags[head] == UniversalTag.Pron);
        Add(1, _tokens.Tags[head] == UniversalTag.Propn);
        Add(2, _quoted[head]);
        Add(3, sentence.TokenCount < 12);
        Add(4, sentence.TokenCount > 30);
        Add(5, place < 3);
        Add(6, place * 2 > sentence.TokenCount);
        Add(7, target.Length > 20);
        Add(8, sentence.Part is TextPart.Title or TextPart.Heading);

        void Add(int mark, bool present)
        {
            if (present)
            {
                active.Add(marks + mark);
            }
        }
    }

    /// <summary>The features of one token as it stands to the target.</summary>
    /// <param name="token">A token of the target's sentence.</param>
    /// <param name="target">The target's words.</param>
    /// <param name="head">Their head.</param>
    /// <param name="active">Out: the features present, in ascending order.</param>
    public void Token(int token, TextSpan target, int head, List<int> active)
    {
        active.Clear();
        (int up, int down, int below) = Path(token, head);
        int at = 0;
        for (int kind = 0; kind < ToneWords.Kinds.Length; kind++)
        {
            Add(kind, (_kinds[token] & (1 << kind)) != 0);
        }

        at += ToneWords.Kinds.Length;
        int tag = Tags.IndexOf(_tokens.Tags[token]);
        Add(tag, tag >= 0);
        at += Tags.Length;
        Add(Math.Min(up, Steps - 1), true);
        at += Steps;
        Add(Math.Min(down, Steps - 1), true);
        at += Steps;
        bool governs = down == 0 && up == 1;
        Add(0, target.Overlaps(_tokens.Span(token)));
        Add(1, governs);
        Add(2, down == 0 && up == 2);
        Add(3, token > head);
        Add(4, _quoted[token]);
        Add(5, _negated[token]);
        Add(6, _quoted[token] == _quoted[head]);
        Add(7, _tokens.Heads[token] >= 0 && _negated[_tokens.Heads[token]]);
        Add(8, char.IsUpper(_tokens.Form(token)[0]));
        at += Marks;
        int distance = Math.Abs(token - head);
        Add(distance switch { 0 => 0, <= 2 => 1, <= 5 => 2, <= 10 => 3, <= 20 => 4, _ => 5 }, true);
        at += Distances;
        Add(Relation(token), true);
        at += Relations.Length + 1;
        Add(Relation(head), governs);
        at += Relations.Length + 1;
        Add(below >= 0 ? Relation(below) : 0, below >= 0);

        void Add(int feature, bool present)
        {
            if (present)
            {
                active.Add(at + feature);
            }
        }
    }

    private int Relation(int token)
    {
        string relation = _tokens.Relations[token];
        int exact = Relations.IndexOf(relation, 0, StringComparer.Ordinal);
        int colon = relation.IndexOf(':', StringComparison.Ordinal);
        exact = exact < 0 && colon > 0 ? Relations.IndexOf(relation[..colon], 0, StringComparer.Ordinal) : exact;
        return exact < 0 ? Relations.Length : exact;
    }

    // Steps from the target up to what both hang on, steps from there down to the token, and through which word the target hangs there.
    private (int Up, int Down, int Below) Path(int token, int head)
    {
        int down = 0;
        for (int at = token; at >= 0 && down < FarAway; at = _tokens.Heads[at], down++)
        {
            int up = 0, below = -1;
            for (int own = head; own >= 0 && up < FarAway; own = _tokens.Heads[own], up++)
            {
                if (own == at)
                {
                    return (up, down, below);
                }

                below = own;
            }
        }

        return (FarAway, FarAway, -1);
    }
}
