using Parallax.Core;
using Parallax.Core.Accounts;
using Parallax.Core.Identity;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Core.Text;
using Parallax.Stories.Origins;
using Parallax.Stories.Propositions;
using Parallax.Stories.Words;

namespace Parallax.Stories.Claims;

/// <summary>Adds to what somebody is accused of that he denies it without saying it again: "Orsk accused Venn of theft", "Venn has denied the allegations", "Venn pleaded not guilty"; where the accusation is no claim yet it becomes one.</summary>
/// <remarks>The accusation is the last one against him before the denial; where the report has none, the only one that the story has.</remarks>
internal sealed class ChargeDenials(ReportSet set, IReadOnlyDictionary<string, int> storyOf, OriginFinder origins, IReadOnlyDictionary<string, int> order)
{
    private const int SentencesToCharge = 6, LeastLetters = 3;

    /// <summary>The drafts, with the denials and the claims that they deny.</summary>
    public List<ClaimDraft> Apply(List<ClaimDraft> drafts)
    {
        HashSet<string> answered = [.. drafts.SelectMany(static d => d.Stands).Where(static s => s.Kind == PositionKind.Denies).Select(static s => s.Proposition.Statement?.Id).OfType<string>()];
        (Statement Said, int Wrong)[] denials = [.. set.Reports.Where(static r => r.Find(ReportLayers.Tokens) is { Count: > 0 } && r.Report.Genre != Genre.Opinion).SelectMany(r => r.Statements.Where(s => !answered.Contains(s.Id))
            .Select(s => (s, ChargeReader.IsBare(s) ? -1 : ChargeReader.CalledWrong(r, s))).Where(p => p.Item2 >= 0 || ChargeReader.IsBare(p.s) || ChargeReader.Rebuked(r, p.s) is not null))];
        if (denials.Length == 0)
        {
            return drafts;
        }

        HashSet<int> stories = [.. denials.Select(d => storyOf[d.Said.Report])];
        ILookup<int, Charge> charges = set.Reports.Where(r => stories.Contains(storyOf[r.Report.Id]) && r.Find(ReportLayers.Tokens) is { Count: > 0 }).SelectMany(ChargeReader.Read).ToLookup(c => storyOf[c.Report]);
        List<(Charge Charge, Statement Denial)> found = [.. denials.Select(d => (Charge: ChargeReader.Rebuked(set[d.Said.Report], d.Said) ?? (d.Wrong < 0 ? Answered([.. charges[storyOf[d.Said.Report]]], d.Said) : CalledWrong([.. charges[storyOf[d.Said.Report]]], d.Said, d.Wrong)), Denial: d.Said)).Where(static p => p.Charge is not null).Select(static p => (p.Charge!, p.Denial))]; // Asked for just before.
        DisjointSets sets = new(found.Count);
        for (int i = 0; i < found.Count; i++)
        {
            for (int j = i + 1; j < found.Count; j++)
            {
                if (AreOne(found[i].Charge, found[j].Charge))
                {
                    sets.Join(i, j);
                }
            }
        }

        List<ClaimDraft> result = [.. drafts];
        foreach (List<int> one in sets.Sets())
        {
            Add(result, [.. one.Select(i => found[i].Charge).DistinctBy(static c => (c.Report, c.Token))], [.. one.Select(i => found[i].Denial)]);
        }

        return result;
    }

    private void Add(List<ClaimDraft> drafts, Charge[] charges, Statement[] denials)
    {
        HashSet<string> said = [.. charges.Select(static c => c.Statement?.Id).OfType<string>()];
        int known = drafts.FindIndex(d => d.Stands.Any(s => s is { Basis: StandBasis.Words, Kind: PositionKind.Affirms or PositionKind.Qualifies, Proposition.Statement: { } own } && said.Contains(own.Id)));
        if (known >= 0)
        {
            Stand told = drafts[known].Own.First();
            drafts[known] = drafts[known] with { Stands = [.. drafts[known].Stands.Concat(denials.Select(d => Denied(d, told.Proposition))).OrderBy(s => order[s.Proposition.Report]).ThenBy(static s => s.Proposition.Token)] };
            return;
        }

        Charge first = charges.OrderBy(static c => c.Statement is null).ThenBy(IsOpen).ThenBy(c => order[c.Report]).ThenBy(static c => c.Token).First();
        (Charge Charge, Stand Stand)[] laid = [.. charges.Select(c => (c, Laid(c)))];
        Proposition own = laid.First(l => l.Charge == first).Stand.Proposition;
        drafts.Add(new ClaimDraft(Ids.Group('c', laid.Select(static l => l.Stand.Proposition.Key)), [.. laid.Select(static l => l.Stand).Concat(denials.Select(d => Denied(d, own))).OrderBy(s => order[s.Proposition.Report]).ThenBy(static s => s.Proposition.Token)],
            ["what somebody is told to have done, and another calls wrong"], new Wording(own, first.Words)));
    }

    // "he was accused": the words of a report that says who are better.
    private bool IsOpen(Charge charge)
    {
        TokenLayer tokens = set[charge.Report].Tokens;
        return tokens.Tags[tokens.TokenAt(charge.Words.Start)] == UniversalTag.Pron;
    }

    private Charge? Answered(Charge[] charges, Statement denial)
    {
        // "he pleaded not guilty, but was found guilty of theft": of that, which is decided; a plea of anything that the report tells to be.
        if (IsDecided(set[denial.Report], denial))
        {
            return null;
        }

        Charge[] his = [.. charges.Where(c => c.Statement?.Id != denial.Id && !IsVoice(c, denial) && IsAgainst(c, denial))];
        Charge? last = his.Where(c => c.Report == denial.Report && denial.Sentence - c.Sentence is >= 0 and <= SentencesToCharge && c.Words.End <= denial.Cue.Spans[^1].End)
            .OrderByDescending(static c => c.Sentence).ThenBy(static c => c.Statement is null).ThenByDescending(static c => c.Token).FirstOrDefault();
        return last ?? (his.Length > 0 && ChargeReader.IsNamed(denial) && Array.TrueForAll(his, c => AreOne(c, his[0])) ? his.FirstOrDefault(static c => c.Statement is not null) : null);
    }

    // "the allegations were unfounded": the last that were told; "the Post report is misleading": what the Post told.
    private Charge? CalledWrong(Charge[] charges, Statement said, int noun) => ChargeReader.Account(set[said.Report], said, noun)
        ?? (ChargeReader.IsOfCharges(set[said.Report], noun) ? charges.Where(c => c.Report == said.Report && c.Statement is not null && said.Sentence - c.Sentence is > 0 and <= SentencesToCharge && !IsVoice(c, said)).OrderByDescending(static c => c.Sentence).ThenByDescending(static c => c.Token).FirstOrDefault() : null);

    private static bool IsDecided(AnnotatedReport report, Statement denial) => WordList.Of(report.Report.Text.Text, ChargeReader.IsPlea(denial) ? new TextSpan(0, report.Report.Text.Text.Length) : report.Tokens.Sentences[denial.Sentence].Span) is var words
        && words.Select(static (w, i) => (w, i)).Any(p => p.w.Lower is "convicted" || (p.w.Lower is "found" && p.i + 1 < words.Length && words[p.i + 1].Lower is "guilty"));

    private static bool IsVoice(Charge charge, Statement denial) => charge.Statement is { Source: { } source } && source.Name.Length > 0 && (source.Entity is { } entity ? entity == denial.Source.Entity : source.Name == denial.Source.Name);

    // Himself, who is called by his name ("Venn's lawyer"), or who speaks for his state.
    private bool IsAgainst(Charge charge, Statement denial)
    {
        if (denial.Source.Entity is { } self && charge.Accused.Any(e => e.Id == self))
        {
            return true;
        }

        Entity? speaker = denial.Source.Entity is { } id ? set[denial.Report].Entities.Find(id) : null;
        string? country = speaker is { Kind: not ActorKind.Person } ? ParticipantReader.CountryOf(speaker) : null;
        HashSet<string> own = [.. WordList.Of(speaker is { Kind: ActorKind.Person } ? speaker.Name : "").Select(static w => w.Lower)];
        HashSet<string> names = [.. new[] { denial.Source.Name, denial.Source.Text }.Concat(speaker?.Descriptions ?? []).SelectMany(static d => WordList.Of(d)).Where(w => w.IsCapital && w.Lower.Length > LeastLetters && !own.Contains(w.Lower)).Select(static w => w.Lower)];
        return charge.Statement is not null && charge.Accused.Any(e => (country is not null && e.Kind is ActorKind.Country or ActorKind.Government && ParticipantReader.CountryOf(e) == country)
            || WordList.Of(e.Name).Any(w => w.IsCapital && names.Contains(w.Lower)));
    }

    // One man and one matter.
    private static bool AreOne(Charge left, Charge right) => (left.Report == right.Report && left.Token == right.Token) || (left.Stems.Overlaps(right.Stems) && left.Accused.Any(e => right.Accused.Any(o => o.Id == e.Id)));

    private Stand Laid(Charge charge)
    {
        bool isNoun = charge.Statement is null;
        Proposition told = new()
        {
            Key = $"{charge.Report}:{charge.Token:D6}:charge", Report = charge.Report, Sentence = charge.Sentence, Token = charge.Token, Top = charge.Token, Lemma = "accuse", Class = "accuse",
            Statement = charge.Statement, IsMain = true, IsClause = isNoun, IsFinite = isNoun, Span = charge.Words, Core = charge.Words,
        };
        string word = set[charge.Report].Tokens.Form(charge.Token).ToString();
        return isNoun ? new Stand(told, PositionKind.Qualifies, origins.OfOwnVoice(charge.Report), $"“{word}”, of nobody named") : new Stand(told, PositionKind.Affirms, origins.Of(charge.Statement!), $"“{charge.Statement!.Cue.Text}”");
    }

    private Stand Denied(Statement denial, Proposition told)
    {
        int token = set[denial.Report].Tokens.TokenAt(denial.Content.Spans[0].Start);
        Proposition answer = told with
        {
            Key = $"{denial.Report}:{token:D6}:plea", Report = denial.Report, Sentence = denial.Sentence, Token = token, Top = token, Span = denial.Content.Spans[0], Core = denial.Content.Spans[0], Statement = denial,
            Event = null, IsMain = false, Actor = null, Object = null, Recipient = null, Others = [], Purposes = [], Subject = null, Times = [], Figures = [], Pole = null, Stems = [],
        };
        return new Stand(answer, PositionKind.Denies, origins.Of(denial), $"“{denial.Cue.Text} {denial.Content.Text}”, of what is laid to the same", StandBasis.Answer);
    }
}
