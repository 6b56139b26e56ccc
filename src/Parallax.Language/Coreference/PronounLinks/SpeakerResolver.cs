using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Coreference.Mentions;
using Parallax.Language.Coreference.Nominals;
using Parallax.Language.Syntax;

namespace Parallax.Language.Coreference.PronounLinks;

/// <summary>Joins the first persons of quotations: "I" with who speaks, "we" with the body or country that who speaks stands for.</summary>
internal sealed class SpeakerResolver(SyntaxTree tree, MentionClusters clusters)
{
    private readonly int[] _byHead = ByHead(tree, clusters);

    /// <summary>“I …”, Raisi said: the first person of a quotation is its speaker where one verb of saying with a subject stands beside it.</summary>
    public void Singular()
    {
        foreach (MentionCandidate mention in clusters.Mentions)
        {
            if (mention.Type != MentionType.I || mention.Quote == 0)
            {
                continue;
            }

            if (SpeakerOf(mention) is { } speaker && speaker.Number != MentionNumber.Plural)
            {
                clusters.Join(speaker.Index, mention.Index, "coref.speaker", "the first person of a quotation is its speaker");
            }
            else if (Before(mention) is { } before)
            {
                clusters.Join(before.Index, mention.Index, "coref.speaker", "the first person of one quotation is one person");
            }
        }
    }

    /// <summary>"We …", said Orvane; "We …", said Anna Dorn, head of Orvane; "We …", she said: after "she" is known.</summary>
    public void Plural()
    {
        foreach (MentionCandidate mention in clusters.Mentions)
        {
            if (mention.Type != MentionType.We || mention.Quote == 0 || clusters.MembersOf(mention.Index).Any(m => !clusters.Mentions[m].IsPronoun))
            {
                continue;
            }

            if (Before(mention) is { } before)
            {
                clusters.Join(before.Index, mention.Index, "coref.speaker", "the first person of one quotation is one body");
                continue;
            }

            MentionCandidate? speaker = SpeakerOf(mention);
            if (speaker is not null && (Named(speaker) ?? BodyOf(speaker)) is { } body)
            {
                clusters.Join(body.Index, mention.Index, "coref.spoken-for", $"“{mention.Words}” in a quotation is what “{speaker.Words}” speaks for");
            }
            else if (speaker is { Class: NounClass.Person } && speaker.Number != MentionNumber.Plural && HoldsOffice(speaker))
            {
                // "We will build it", said the president: he and those with him, not all his country.
                clusters.Join(speaker.Index, mention.Index, "coref.speaker", "the first person of a quotation is its speaker");
            }
        }
    }

    private static int[] ByHead(SyntaxTree tree, MentionClusters clusters)
    {
        int[] byHead = new int[tree.Tokens.Count];
        Array.Fill(byHead, -1);
        foreach (MentionCandidate mention in clusters.Mentions.Where(static m => m.Type != MentionType.Coordination))
        {
            byHead[mention.Head] = mention.Index;
        }

        return byHead;
    }

    private MentionCandidate? Before(MentionCandidate mention) =>
        clusters.Mentions.FirstOrDefault(m => m.Type == mention.Type && m.Quote == mention.Quote && m.Index < mention.Index);

    // A body or country that speaks itself.
    private MentionCandidate? Named(MentionCandidate speaker) => clusters.MembersOf(speaker.Index).Select(m => clusters.Mentions[m])
        .FirstOrDefault(static m => m is { IsName: true, Class: NounClass.Organization or NounClass.Outlet or NounClass.Agency or NounClass.Government or NounClass.Country });

    // The body named in what the report calls the speaker: "Orvane spokeswoman Anna Dorn", "Anna Dorn, the head of Orvane", "the firm's chief executive, Anna Dorn".
    private MentionCandidate? BodyOf(MentionCandidate speaker)
    {
        foreach (int member in clusters.MembersOf(speaker.Index))
        {
            MentionCandidate called = clusters.Mentions[member];
            if (called.IsPronoun || BodyWords.Is("no-voice", called.HeadLemma) || called.Modifiers.Any(static m => BodyWords.Is("no-voice", m)))
            {
                continue;
            }

            foreach (MentionCandidate inside in clusters.Mentions)
            {
                if (inside.Head != called.Head && called.TightFirst <= inside.TightFirst && inside.TightEnd <= called.TightEnd && IsBody(inside, out MentionCandidate body))
                {
                    return body;
                }
            }

        }

        return null;
    }

    private bool IsBody(MentionCandidate mention, out MentionCandidate body)
    {
        body = mention;
        if (mention is { IsName: true, Class: NounClass.Organization or NounClass.Outlet or NounClass.Agency } && mention.Form != MentionForm.Metonym)
        {
            return true;
        }

        if (mention.IsName || mention.IsPronoun || mention.Class != NounClass.Organization || Named(mention) is not { Class: NounClass.Organization or NounClass.Outlet or NounClass.Agency } named)
        {
            return false;
        }

        body = named;
        return true;
    }

    private bool HoldsOffice(MentionCandidate speaker) => clusters.MembersOf(speaker.Index).Select(m => clusters.Mentions[m])
        .Any(static m => !m.IsPronoun && (m.IsName ? m.Title.Split(' ') : [m.HeadLemma]).Any(static w => BodyWords.Is("state-office", w.ToLowerInvariant())));

    /// <summary>Who says the quotation that a mention stands in: beside the mention, where the quotation begins, or where it ends; null where no verb of saying tells.</summary>
    public MentionCandidate? SpeakerOf(MentionCandidate mention)
    {
        TokenLayer tokens = tree.Tokens;
        int subject = SpeakerIn(tokens.Sentences[mention.Sentence], mention.Head);
        if (subject < 0 && clusters.Mentions.Find(m => m.Quote == mention.Quote) is { } opening && opening.Sentence < mention.Sentence)
        {
            subject = SpeakerIn(tokens.Sentences[opening.Sentence], mention.Head);
        }

        if (subject < 0 && clusters.Mentions.FindLast(m => m.Quote == mention.Quote) is { } closing && closing.Sentence > mention.Sentence)
        {
            subject = SpeakerIn(tokens.Sentences[closing.Sentence], mention.Head);
        }

        return subject < 0 ? null : clusters.Mentions[_byHead[subject]];
    }

    // "Dorn said that … and added: …": the second verb has the first's subject.
    private int SubjectOf(int verb) =>
        tree.Child(verb, "nsubj") is >= 0 and int own ? own : tree.Is(verb, "conj") && tree.Head(verb) is >= 0 and int first && tree.Tokens.Tags[first] == UniversalTag.Verb ? tree.Child(first, "nsubj") : -1;

    // The subject, outside quotations, of the verb of saying nearest to a token.
    private int SpeakerIn(Sentence sentence, int near)
    {
        (int best, int nearest) = (-1, int.MaxValue);
        for (int t = sentence.FirstToken; t < sentence.EndToken; t++)
        {
            if (Math.Abs(t - near) < nearest && SpeechVerbs.Contains(tree.Lemma(t)) && tree.Tokens.Tags[t] == UniversalTag.Verb && SubjectOf(t) is >= 0 and int subject
                && _byHead[subject] >= 0 && clusters.Mentions[_byHead[subject]].Quote == 0)
            {
                (best, nearest) = (subject, Math.Abs(t - near));
            }
        }

        return best;
    }
}
