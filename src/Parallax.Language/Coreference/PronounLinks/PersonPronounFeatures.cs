using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Language.Coreference.Mentions;
using Parallax.Language.Syntax;

namespace Parallax.Language.Coreference.PronounLinks;

/// <summary>What tells whether "he" or "she" refers to a candidate: roles, nearness, how often and where it is spoken of, and how the two stand in the parse. Numbers 0 or 1; no word, no name.</summary>
internal sealed class PersonPronounFeatures(SyntaxTree tree)
{
    /// <summary>Number of features of a candidate.</summary>
    public const int Count = 135;

    private static readonly string[] ClauseRelations = ["root", "ccomp", "advcl", "acl", "conj", "parataxis"];

    private double[] _cells = [];
    private int _at;

    /// <summary>The features of all candidates of a pronoun, <c>[candidates × Count]</c>.</summary>
    public double[][] Of(MentionCandidate pronoun, List<PersonCandidate> candidates)
    {
        Standing standing = new(candidates);
        double[][] rows = new double[candidates.Count][];
        for (int i = 0; i < rows.Length; i++)
        {
            (_cells, _at) = (new double[Count], 0);
            Pronoun(pronoun, candidates.Count);
            Cluster(pronoun, candidates[i], standing, i);
            Nearest(pronoun, candidates[i], candidates, i);
            Places(pronoun, candidates[i]);
            Structure(pronoun, candidates[i]);
            Following(pronoun, candidates[i]);
            rows[i] = _cells;
            if (_at != Count)
            {
                throw new InvalidOperationException($"{_at} features were written, {Count} are declared.");
            }
        }

        return rows;
    }

    private void Pronoun(MentionCandidate pronoun, int candidates)
    {
        OneOf((int)pronoun.Role, 7);
        int governor = tree.Head(pronoun.Head);
        OneOf(pronoun.Role == MentionRole.Possessor && governor >= 0 ? RoleOf(governor) : 4, 5);
        Flag(pronoun.Quote > 0);
        Flag(pronoun.Head == tree.Tokens.Sentences[pronoun.Sentence].FirstToken);
        OneOf(ClauseOf(pronoun.Head), ClauseRelations.Length + 1);
        Flag(IsFronted(pronoun.Head));
        Levels(candidates, 2, 3, 4, 6);
    }

    private void Cluster(MentionCandidate pronoun, PersonCandidate candidate, Standing standing, int i)
    {
        ClusterFacts facts = candidate.Facts;
        Flag(facts.Gender == pronoun.Gender);
        OneOf(facts.Class switch { NounClass.Person => 0, NounClass.Unknown => 1, NounClass.Organization => 2, NounClass.Place => 3, _ => 4 }, 5);
        Flag(facts.IsNamed);
        int words = 0, pronouns = 0;
        bool title = false, described = false;
        foreach (MentionCandidate mention in candidate.Before)
        {
            words = mention.IsName ? Math.Max(words, mention.NameEnd - mention.NameFirst) : words;
            pronouns += mention.IsPronoun ? 1 : 0;
            title |= tree.Tokens.Sentences[mention.Sentence].Part == TextPart.Title;
            described |= mention.Title.Length > 0 || mention.Descriptive;
        }

        Levels(words, 1, 2, 3);
        Levels(candidate.Before.Count, 1, 2, 3, 5, 8);
        Levels(pronouns, 1, 2, 4);
        OneOf(Math.Min(standing.RankByCount[i], 3), 4);
        Flag(standing.First == i);
        Flag(candidate.Before.Count > 0 && candidate.Before[0].Sentence == 0);
        Flag(title);
        Flag(described);
    }

    private void Nearest(MentionCandidate pronoun, PersonCandidate candidate, List<PersonCandidate> candidates, int i)
    {
        MentionCandidate? last = candidate.Last;
        OneOf(last is null ? 5 : Math.Min(pronoun.Sentence - last.Sentence, 4), 6);
        Levels(last is null ? 99 : pronoun.Head - last.Head, 3, 5, 8, 12, 18, 30);
        OneOf(last is null ? 7 : (int)last.Role, 8);
        OneOf(last is null ? 3 : last.IsPronoun ? 0 : last.IsName ? 1 : 2, 4);
        OneOf(Math.Min(i, 3), 4);
        Flag(last is not null && last.Quote != pronoun.Quote);
        Flag(last is not null && last.Role == pronoun.Role);
        Flag(last is not null && IsMainSubject(last));
        Flag(last is not null && tree.Is(last.Head, "conj"));
        Flag(last is not null && last.First > 0 && tree.Tokens.Form(last.First - 1) is "(");
        int between = 0;
        foreach (PersonCandidate other in candidates)
        {
            between += last is not null && other != candidate && other.Before.Exists(m => m.Index > last.Index) ? 1 : 0;
        }

        Levels(between, 1, 2, 3);
    }

    // Where the sentence before and this one speak of the candidate.
    private void Places(MentionCandidate pronoun, PersonCandidate candidate)
    {
        for (int back = 0; back < 3; back++)
        {
            bool any = false, subject = false, main = false, thing = false, oblique = false, owner = false;
            foreach (MentionCandidate mention in candidate.Before)
            {
                if (pronoun.Sentence - mention.Sentence == back)
                {
                    any = true;
                    subject |= mention.Role == MentionRole.Subject;
                    main |= IsMainSubject(mention);
                    thing |= mention.Role == MentionRole.Object;
                    oblique |= mention.Role is MentionRole.Oblique or MentionRole.Complement;
                    owner |= mention.Role == MentionRole.Possessor;
                }
            }

            Flag(any);
            Flag(subject);
            Flag(main);
            Flag(thing);
            Flag(oblique);
            Flag(owner);
        }

        Flag(candidate.Before.Exists(m => SameGovernorWord(m, pronoun)));
        Flag(pronoun.Role == MentionRole.Subject && Speaks(pronoun) && candidate.Before.Exists(m => pronoun.Sentence - m.Sentence == 1 && Speaks(m)));
    }

    private void Structure(MentionCandidate pronoun, PersonCandidate candidate)
    {
        MentionCandidate? last = candidate.Last is { } near && near.Sentence == pronoun.Sentence ? near : null;
        (int up, int down) = last is null ? (9, 9) : Path(pronoun.Head, last.Head);
        OneOf(Math.Min(up, 5), 6);
        OneOf(Math.Min(down, 4), 5);
        Flag(last is not null && last.First <= pronoun.Head && pronoun.Head < last.End);
        Flag(last is not null && last.TightFirst <= pronoun.Head && pronoun.Head < last.TightEnd);
        int verb = VerbOf(pronoun.Head);
        bool owner = pronoun.Role == MentionRole.Possessor;
        bool sameVerb = false, saidThat = false, adverbial = false, coordinated = false, relative = false, possessor = false;
        foreach (MentionCandidate mention in candidate.Before)
        {
            if (mention.Sentence != pronoun.Sentence)
            {
                continue;
            }

            int own = tree.Head(mention.Head);
            bool subject = mention.Role == MentionRole.Subject;
            sameVerb |= own >= 0 && own == verb;
            int above = verb >= 0 ? tree.Head(verb) : -1;
            bool under = subject && above >= 0 && own == above;
            saidThat |= under && (tree.Is(verb, "ccomp") || tree.Is(verb, "xcomp"));
            adverbial |= under && tree.Is(verb, "advcl");
            coordinated |= under && tree.Is(verb, "conj");
            relative |= verb >= 0 && tree.Is(verb, "acl") && tree.Head(verb) == mention.Head;
            possessor |= mention.Role == MentionRole.Possessor && own >= 0 && tree.Is(own, "nsubj") && tree.Head(own) == verb;
        }

        Flag(sameVerb && !owner);
        Flag(sameVerb && owner);
        Flag(saidThat);
        Flag(adverbial);
        Flag(coordinated);
        Flag(relative);
        Flag(possessor);
    }

    // "In her report, Anna Dorn …": a name that follows.
    private void Following(MentionCandidate pronoun, PersonCandidate candidate)
    {
        MentionCandidate? after = candidate.After;
        bool fronted = IsFronted(pronoun.Head);
        bool main = after is not null && IsMainSubject(after);
        Flag(after is not null);
        Flag(main);
        Flag(main && fronted);
        Flag(main && fronted && candidate.Last is null);
        Flag(after is { Role: MentionRole.Subject } && !main && fronted);
        Flag(after is not null && after.TightFirst - pronoun.Head < 8);
        Flag(after is not null && tree.Head(pronoun.Head) >= 0 && tree.Is(after.Head, "appos") && tree.Head(after.Head) == tree.Head(pronoun.Head));
    }

    private void Flag(bool value) => _cells[_at++] = value ? 1 : 0;

    private void OneOf(int value, int size)
    {
        _cells[_at + value] = 1;
        _at += size;
    }

    // A cell for each level that the value reaches.
    private void Levels(int value, params ReadOnlySpan<int> levels)
    {
        foreach (int level in levels)
        {
            Flag(value >= level);
        }
    }

    private int RoleOf(int token) => tree.Is(token, "nsubj") ? 0 : tree.Is(token, "obj") ? 1 : tree.Is(token, "obl") ? 2 : 3;

    private int ClauseOf(int token)
    {
        for (int t = token; t >= 0; t = tree.Head(t))
        {
            for (int i = 0; i < ClauseRelations.Length; i++)
            {
                if (tree.Is(t, ClauseRelations[i]) && tree.Tokens.Tags[t] is UniversalTag.Verb or UniversalTag.Adj or UniversalTag.Noun or UniversalTag.Aux)
                {
                    return i;
                }
            }
        }

        return ClauseRelations.Length;
    }

    private int VerbOf(int token)
    {
        int t = tree.Head(token);
        while (t >= 0 && tree.Tokens.Tags[t] is not UniversalTag.Verb && tree.Child(t, "cop") < 0 && tree.Head(t) >= 0)
        {
            t = tree.Head(t);
        }

        return t;
    }

    // In a clause or phrase that stands before the verb of the main clause and hangs on it.
    private bool IsFronted(int token)
    {
        for (int t = token; tree.Head(t) is >= 0 and int above; t = above)
        {
            if (t < above && (tree.Is(t, "advcl") || tree.Is(t, "obl")) && tree.Child(above, "nsubj") > tree.End(t) - 1)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsMainSubject(MentionCandidate mention) =>
        mention.Role == MentionRole.Subject && tree.Head(mention.Head) is >= 0 and int verb && (tree.Head(verb) < 0 || (tree.Is(verb, "conj") && tree.Head(tree.Head(verb)) < 0));

    private bool Speaks(MentionCandidate mention) =>
        mention.Quote == 0 && tree.Head(mention.Head) is >= 0 and int verb && tree.Is(mention.Head, "nsubj") && tree.Tokens.Tags[verb] == UniversalTag.Verb && SpeechVerbs.Contains(tree.Lemma(verb));

    private bool SameGovernorWord(MentionCandidate left, MentionCandidate right) =>
        left.Role == right.Role && tree.Head(left.Head) is >= 0 and int a && tree.Head(right.Head) is >= 0 and int b && a != b && tree.Lemma(a) == tree.Lemma(b);

    // Steps from each up to the first token that is above both.
    private (int Up, int Down) Path(int from, int to)
    {
        int up = 0;
        for (int a = from; a >= 0; a = tree.Head(a), up++)
        {
            int down = 0;
            for (int b = to; b >= 0; b = tree.Head(b), down++)
            {
                if (a == b)
                {
                    return (up, down);
                }
            }
        }

        return (9, 9);
    }

    // How the candidates stand among each other.
    private sealed class Standing
    {
        public Standing(List<PersonCandidate> candidates)
        {
            RankByCount = new int[candidates.Count];
            for (int i = 0; i < candidates.Count; i++)
            {
                foreach (PersonCandidate other in candidates)
                {
                    RankByCount[i] += other.Before.Count > candidates[i].Before.Count ? 1 : 0;
                }

                First = candidates[i].Before.Count > 0 && (First < 0 || candidates[i].Root < candidates[First].Root) ? i : First;
            }
        }

        public int[] RankByCount { get; }

        public int First { get; } = -1;
    }
}
