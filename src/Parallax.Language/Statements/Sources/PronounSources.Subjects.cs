using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Language.Coreference;
using Parallax.Language.Coreference.Mentions;
using Parallax.Language.Statements.Cues;

namespace Parallax.Language.Statements.Sources;

/// <content>Who speaks on where the sentences before tell of nobody else who could be "he" or "she".</content>
internal sealed partial class PronounSources
{
    private const int MaxSilent = 4;

    // "Ben Lund said Ole Dahl's men came. He said …": the one who spoke last goes on, and not one of whom he only told, as long as no other subject of that sex came in between.
    private List<int>? SpeaksOn(int pronoun, Entity? entity, string word)
    {
        Attribution? own = attributions.Find(a => a.Source.Tokens is [var only] && only == pronoun);
        if (own is not { Cue: { Kind: CueKind.Verb } cue } || quoted.Of(cue.Head) >= 0 || IsInner(own))
        {
            return null;
        }

        int first = Math.Min(pronoun, own.Content.Tokens[0]), start = Tokens.SentenceOf(first);
        if (SubjectBeside(pronoun, own, entity, word) is { } beside)
        {
            return beside;
        }

        for (int i = Tokens.Sentences[start].FirstToken; i < pronoun; i++)
        {
            // "When Ole Dahl came, he said …": somebody stands in the sentence itself.
            bool isBeside = quoted.Of(i) < 0 && own.Content.Tokens.BinarySearch(i) < 0 && i != pronoun && (IsPersonSubject(i) || IsNamed(i));
            if (isBeside)
            {
                return null;
            }
        }

        for (int s = start - 1; s >= 0 && start - s <= MaxSilent; s--)
        {
            if (Tokens.Sentences[s].Part is TextPart.Title or TextPart.Heading)
            {
                return null;
            }

            if (quoted.IsPulled(s) || Tokens.Sentences[s].Part is TextPart.Caption)
            {
                continue;
            }

            if (SpeakerIn(s) is null && SpeechOf(s, word) is { } heard)
            {
                return start - s == 1 && report.Entities.At(Tokens.Span(heard[^1]))?.Id != entity?.Id ? heard : null;
            }

            if (SpeakerIn(s) is { } speaker)
            {
                int head = HeadOf(speaker.Source.Tokens);
                bool isRelative = tree.Lower(head) is "who" or "which" or "that";
                if (Tokens.Tags[head] == UniversalTag.Pron && !isRelative)
                {
                    if (tree.Lower(head) == word)
                    {
                        List<int>? further = Antecedent(head);
                        Entity? again = report.Entities.At(Tokens.Span(head));
                        return further ?? (again is null || again.Id == entity?.Id || again.Mentions.All(static m => m.Form == MentionForm.Pronoun) ? null : [head]);
                    }

                    continue;
                }

                Entity? told = isRelative ? null : Speaker(speaker.Source.Tokens);
                if (told is { Kind: ActorKind.Person } && !tree.HasFeature(head, "Number=Plur") && tree.Child(head, "conj") < 0)
                {
                    if (IsSexOther(told, head, word))
                    {
                        continue;
                    }

                    if (told.Id != entity?.Id && start - s == 1 && lexicon.NounKind(tree.Lemma(head)) == ActorKind.Document && IsUnheardOf(entity, s) && NameIn(speaker.Source.Tokens) is { } writer)
                    {
                        // "It will open, according to a post from Ada Brown. “We will come,” she wrote."
                        return writer;
                    }

                    bool isMain = start - s == 1 && speaker.Cue is { Kind: CueKind.Verb } said && Tokens.Heads[said.Head] < 0 && Tokens.Tags[head] == UniversalTag.Propn && !IsIn(entity, s);
                    if (told.Id != entity?.Id && !isMain && IsSpeakerOfThatSex(entity, word) && !IsSexOther(told, head, word == "he" ? "she" : "he"))
                    {
                        // Nothing tells whether the one before is "he": whom coreference found is.
                        return null;
                    }

                    bool isNamed = told.Mentions.Any(static m => m.Form == MentionForm.Name);
                    return told.Id == entity?.Id || (!isNamed && entity?.Mentions.Any(static m => m.Form == MentionForm.Name) == true && speaker.Source.Tokens.Exists(i => entity.Mentions.Any(m => m.Span.Overlaps(Tokens.Span(i))))) ? null : speaker.Source.Tokens;
                }

                if (!isRelative && told is not { Kind: ActorKind.Organization or ActorKind.Government or ActorKind.Document or ActorKind.Outlet or ActorKind.Agency })
                {
                    return null;
                }
            }

            for (int i = Tokens.Sentences[s].FirstToken; i < Tokens.Sentences[s].EndToken; i++)
            {
                bool isOther = quoted.Of(i) < 0 && IsPersonSubject(i) && (Tokens.Tags[i] == UniversalTag.Pron ? tree.Lower(i) == word : !IsSexOther(report.Entities.At(Tokens.Span(i)), i, word));
                if (isOther)
                {
                    return null;
                }
            }
        }

        return null;
    }

    // "Ben Lund was held for a call to Ole Dahl's office, in which he said …": the one subject of the sentence, and not one who only stands in a phrase of it.
    private List<int>? SubjectBeside(int pronoun, Attribution own, Entity? entity, string word)
    {
        int subject = -1, first = tree.SentenceBounds(pronoun).First;
        for (int i = first; i < pronoun; i++)
        {
            if (quoted.Of(i) >= 0 || !IsPersonSubject(i) || tree.Is(i, "obj") || own.Content.Tokens.BinarySearch(i) >= 0)
            {
                continue;
            }

            if (Tokens.Tags[i] == UniversalTag.Pron && tree.Lower(i) == word && subject >= 0)
            {
                continue;
            }

            if (Tokens.Tags[i] == UniversalTag.Pron || subject >= 0 || report.Entities.At(Tokens.Span(i))?.Id == entity?.Id)
            {
                return null;
            }

            subject = i;
        }

        bool isMain = subject >= 0 && Tokens.Heads[subject] >= 0 && Tokens.Heads[Tokens.Heads[subject]] < 0 && tree.Child(subject, "conj") < 0 && !tree.HasFeature(subject, "Number=Plur") && own.Content.Tokens[0] > subject;
        return isMain && !IsSexOther(report.Entities.At(Tokens.Span(subject)), subject, word) ? Phrase(subject) : null;
    }

    // Nobody of whom this sentence or the one before tells.
    private bool IsUnheardOf(Entity? entity, int sentence) => entity is null || !entity.Mentions.Any(m => m.Form != MentionForm.Pronoun && Tokens.SentenceOf(Tokens.TokensOf(m.Span).First) is var at && at <= sentence && sentence - at <= 1);

    // The tokens of the person's name in a phrase, or null.
    private List<int>? NameIn(List<int> phrase)
    {
        foreach (NameMention name in report.Names.Overlapping(Tokens.Span(phrase[0], phrase[^1] + 1)))
        {
            if (name.Kind == NameKind.Person)
            {
                return [.. Enumerable.Range(name.FirstToken, name.EndToken - name.FirstToken)];
            }
        }

        return null;
    }

    // No country, body or paper is "he" or "she".
    private static bool IsNobody(Entity entity) => entity.Kind is ActorKind.Country or ActorKind.Place or ActorKind.Organization or ActorKind.Government or ActorKind.Agency or ActorKind.Outlet && entity.Mentions.Any(static m => m.Form == MentionForm.Name);

    // Whether it is told that one who speaks in the report is called so.
    private bool IsSpeakerOfThatSex(Entity? entity, string word) => entity is { Kind: ActorKind.Person } && IsSexOther(entity, Tokens.TokensOf(entity.Mentions[0].Span).First, word == "he" ? "she" : "he")
        && attributions.Exists(a => a.Cue is { Kind: CueKind.Verb } && a.Source.Tokens is { Count: > 0 } source && Tokens.Tags[HeadOf(source)] == UniversalTag.Propn && Speaker(source)?.Id == entity.Id);

    private bool IsNamed(int token) => report.Names.Overlapping(Tokens.Span(token)).Any(static n => n.Kind == NameKind.Person);

    private bool IsPersonSubject(int token) => (tree.Is(token, "nsubj") || tree.Is(token, "nsubj:pass") || tree.Is(token, "obj"))
        && (tree.Lower(token) is "he" or "she" || (Tokens.Tags[token] is UniversalTag.Propn or UniversalTag.Noun && report.Entities.At(Tokens.Span(token)) is { Kind: ActorKind.Person }));

    // The attribution of a sentence that the report itself makes: of its main verb, else the last.
    private Attribution? SpeakerIn(int sentence)
    {
        Attribution? last = null;
        foreach (Attribution a in attributions)
        {
            if (a.Source.IsEmpty || a.Cue is not { Kind: CueKind.Verb or CueKind.Preposition, Passive: false } cue || Tokens.SentenceOf(a.Order) != sentence || quoted.Of(a.Source.Tokens[0]) >= 0 || quoted.Of(cue.Head) >= 0 || IsInner(a))
            {
                continue;
            }

            if (Tokens.Heads[cue.Head] < 0)
            {
                return a;
            }

            last = a;
        }

        return last;
    }

    private bool IsInner(Attribution a) => attributions.Exists(o => !ReferenceEquals(o, a) && !o.Source.IsEmpty && o.Cue is null or { Kind: not CueKind.Adverb } && o.Content.Tokens.BinarySearch(a.Order) >= 0);

    // The first name tells it, else the noun, else the pronouns of the one who is called so, where they agree.
    private bool IsSexOther(Entity? entity, int head, string word)
    {
        MentionGender other = word == "he" ? MentionGender.Female : MentionGender.Male;
        if (Tokens.Tags[head] == UniversalTag.Noun && MentionLexicon.Instance.Noun(tree.Lemma(head)).Gender is var noun && noun != MentionGender.Unknown)
        {
            return noun == other;
        }

        if (entity is null)
        {
            return false;
        }

        if (FirstNameOf(entity) is var first and not MentionGender.Unknown)
        {
            return first == other;
        }

        // "she" in a sentence that names the one: elsewhere a pronoun may have gone astray.
        string[] others = word == "he" ? ["she", "her", "hers"] : ["he", "his", "him"], same = word == "he" ? ["he", "his", "him"] : ["she", "her", "hers"];
        int told = Count(entity, others);
        return told > 0 && Count(entity, same) == 0;
    }

    // The sex that "Mr" or "Ms" tells, where they agree, else the first of the names with a listed first name.
    private MentionGender FirstNameOf(Entity entity)
    {
        MentionGender titled = MentionGender.Unknown, named = MentionGender.Unknown;
        foreach (Mention name in entity.Kind == ActorKind.Person ? entity.Mentions : [])
        {
            if (name.Form != MentionForm.Name)
            {
                continue;
            }

            MentionGender title = TitleOf(name);
            if (title != MentionGender.Unknown && titled != MentionGender.Unknown && title != titled)
            {
                return MentionGender.Unknown;
            }

            titled = title == MentionGender.Unknown ? titled : title;
            string words = Tokens.Text.Slice(name.Span);
            int space = words.IndexOf(' ', StringComparison.Ordinal);
            named = named == MentionGender.Unknown && space > 0 ? MentionLexicon.FirstName(words[..space].ToLowerInvariant()) : named;
        }

        return titled == MentionGender.Unknown ? named : titled;
    }

    private MentionGender TitleOf(Mention name)
    {
        (int at, int end) = Tokens.TokensOf(name.Span);
        for (int i = Math.Max(tree.SentenceBounds(at).First, at - 1); i <= at && i + 1 < end; i++)
        {
            if (tree.Lower(i) is "mr" or "mr." or "mrs" or "mrs." or "ms" or "ms." or "miss")
            {
                return tree.Lower(i) is "mr" or "mr." ? MentionGender.Male : MentionGender.Female;
            }
        }

        return MentionGender.Unknown;
    }

    private int Count(Entity entity, string[] words)
    {
        int count = 0;
        foreach (Mention pronoun in entity.Mentions.Where(static m => m.Form == MentionForm.Pronoun))
        {
            if (words.Contains(Tokens.Text.Slice(pronoun.Span).ToLowerInvariant(), StringComparer.Ordinal))
            {
                int at = Tokens.TokensOf(pronoun.Span).First;
                count += entity.Mentions.Any(m => m.Form == MentionForm.Name && m.Span.Start < pronoun.Span.Start && Tokens.TokensOf(m.Span) is var (first, end) && Tokens.SentenceOf(first) == Tokens.SentenceOf(at) && IsSubject(first, end) && !IsOfOpening(first, end, at)) && !IsOfNearer(entity, at) ? 1 : 0;
            }
        }

        return count;
    }

    // "Lund blamed Ada Brown for her plan": of another, whose first name tells that sex, who is named between.
    private bool IsOfNearer(Entity entity, int pronoun)
    {
        MentionGender sex = tree.Lower(pronoun) is "he" or "his" or "him" ? MentionGender.Male : MentionGender.Female;
        foreach (NameMention name in report.Names.Overlapping(Tokens.Span(tree.SentenceBounds(pronoun).First, pronoun + 1)))
        {
            if (name.Kind == NameKind.Person && report.Entities.At(Tokens.Span(name.EndToken - 1)) is { Kind: ActorKind.Person } other && other.Id != entity.Id && FirstNameOf(other) == sex)
            {
                return true;
            }
        }

        return false;
    }

    // "Brown said she was tired", and not "an attack by Brown comparing her with another".
    private bool IsSubject(int first, int end) => Enumerable.Range(first, end - first).Any(i => tree.Is(i, "nsubj") || tree.Is(i, "nsubj:pass"));

    // "As Lund left, she spoke": whoever "she" is, she stands in another clause than he who opens the sentence.
    private bool IsOfOpening(int first, int end, int pronoun)
    {
        for (int i = first; i < end; i++)
        {
            int verb = tree.Is(i, "nsubj") ? Tokens.Heads[i] : -1;
            if (verb >= 0 && tree.Is(verb, "advcl") && Tokens.Heads[verb] > verb && tree.Is(pronoun, "nsubj") && Tokens.Heads[pronoun] == Tokens.Heads[verb])
            {
                return true;
            }
        }

        return false;
    }
}
