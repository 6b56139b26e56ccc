using System.Collections.Immutable;
using Parallax.Core;
using Parallax.Core.Accounts;
using Parallax.Core.Reports;

namespace Parallax.Export.Views;

/// <summary>One sentence of the short version.</summary>
/// <param name="Report">Id of the report.</param>
/// <param name="Sentence">Index of the sentence.</param>
/// <param name="Claim">The claim it was chosen for, or null where the account has none for it.</param>
public sealed record InShortSentence(string Report, int Sentence, Claim? Claim);

/// <summary>Chooses three to seven sentences of the reports, so that each adds what the others lack. Claims with most origins, disputes and happenings that
/// several reports tell come first, then what each report begins with, and reports that were not heard yet before those that were. Whole numbers only, so that every machine chooses alike.</summary>
public static partial class InShort
{
    /// <summary>Most sentences chosen.</summary>
    public const int Most = 7;

    /// <summary>Sentences below which a weaker candidate is still taken.</summary>
    public const int Fewest = 3;

    // Thousandths of a sentence's words that must be new. Chosen by reading pages, calibrated on nothing.
    private const int NewEnough = 500;
    private const int NewEnoughForFewest = 300;
    private const int Comfortable = 240;

    // A line of fewer words tells nothing.
    private const int LeastWords = 3;

    // Whom "she" means stands in a sentence that is not shown.
    private const int OpenCost = 3;

    // Hundredths that stay where the name of "the climber", or the day of "yesterday", stands elsewhere. Chosen by reading pages.
    private const int HalfOpen = 67;

    private static readonly HashSet<string> DaysOfReport = new(["yesterday", "today", "tonight", "tomorrow"], StringComparer.Ordinal);

    // What a report begins with is its news; what one alone tells further down, and nobody begins with, is seldom the story's. Hundredths that stay of that. Chosen by reading pages.
    private const int StrengthOfLead = 9, FewReports = 4, OfFurtherDown = 55, ShortestLead = 80, LongestLead = 340;

    // A beginning: title and lead; it is alike where a third of the lead's words and five of them stand in it. Chosen by reading pages.
    private const int LongestBeginning = 3, LeastOfLead = 3, LeastShared = 5, StrengthOfAlike = 4, MostAlike = 4;

    // What a claim gains for each report that begins with most of its words, so many words at least, and how many reports count. Chosen by reading pages.
    private const int StrengthOfBeginning = 3, MostBeginnings = 4, LeastOfClaim = 2;

    // What a claim gains by the share of the reports that tell its happening, at most and for all of them; what it gains or loses by what it tells. Chosen by reading pages.
    private const int MostOfShared = 14, WholeShare = 24, LeastReports = 5, PastCost = 6;

    // Hundredths that stay of what is no act.
    private const int OfState = 60;

    // What a claim gains that somebody says or does whom most reports name most often, how many they are, and hundredths that stay of the word of somebody unnamed. Chosen by reading pages.
    private const int StrengthOfMain = 4, MostMain = 3, OfUnnamed = 60;

    // Hundredths of the first sentence's gain that a later one must bring, once the fewest are chosen.
    private const int WorthAdding = 18;

    /// <summary>The sentences, the most telling first; fewer than three where the reports hold no more.</summary>
    public static ImmutableArray<InShortSentence> Select(Account account)
    {
        ArgumentNullException.ThrowIfNull(account);
        var index = new AccountIndex(account);
        Dictionary<string, string> happeningOf = HappeningOfEvents(account);
        ILookup<(string, int), Event> eventsOf = account.Events.ToLookup(static told => (told.Report, told.Sentence));
        HashSet<string> common = CommonWords(account);
        List<Candidate> candidates = Candidates(index, common);
        var covered = new HashSet<string>(StringComparer.Ordinal);
        var chosen = ImmutableArray.CreateBuilder<InShortSentence>();
        var heard = new HashSet<int>();
        var acts = new HashSet<string>(StringComparer.Ordinal);
        bool disputeShown = false;
        int least = 0;
        while (chosen.Count < Most)
        {
            // The last free place goes to a dispute where none was chosen yet.
            bool onlyDisputes = chosen.Count == Most - 1 && !disputeShown && candidates.Exists(static candidate => candidate.IsDisputed);
            List<Candidate> eligible = chosen.Count == 0 ? Central(candidates) : candidates;
            Candidate? best = Best(eligible, covered, heard, chosen.Count < Fewest ? NewEnoughForFewest : NewEnough, onlyDisputes, chosen.Count >= Fewest, out int gain);
            if (best is null || (chosen.Count >= Fewest && gain < least && !IsToldBySeveral(best.Claim)))
            {
                break;
            }

            least = chosen.Count == 0 ? gain / 100 * WorthAdding : least;
            HashSet<(int, int)> told = SentencesOf(index, best.Claim);
            candidates.RemoveAll(candidate => (candidate.Report == best.Report && candidate.Sentence == best.Sentence) || IsOneMatter(candidate.Claim, best.Claim, happeningOf)
                || (!candidate.IsPart && told.Contains((candidate.Report, candidate.Sentence)) && !candidate.AllWords.Any(word => char.IsAsciiDigit(word[0]) && !covered.Contains(word) && !best.AllWords.Contains(word)))
                || (best.Claim is null && candidate.Claim is not null && candidate.AllWords.Count(best.AllWords.Contains) is var shared && shared >= LeastShared - 1 && shared * 2 >= candidate.AllWords.Count)
                || (candidate.Claim is null && IsAlike(candidate.AllWords, candidate.AllWords.Count(best.AllWords.Contains))));
            acts.UnionWith(ActsIn(best));
            candidates.RemoveAll(candidate => !candidate.IsPart && ActsIn(candidate) is { Length: > 0 } own && Array.TrueForAll(own, acts.Contains) && !candidate.AllWords.Any(word => char.IsAsciiDigit(word[0]) && !covered.Contains(word) && !best.AllWords.Contains(word)));
            covered.UnionWith(best.Words);
            heard.Add(best.Report);
            disputeShown |= best.IsDisputed;
            chosen.Add(new InShortSentence(account.Reports[best.Report].Id, best.Sentence, best.Claim));
        }

        return chosen.ToImmutable();

        // What its words tell, as several reports tell it; of an act that one report alone tells a beginning without a claim says nothing that counts.
        string[] ActsIn(Candidate candidate) => [.. eventsOf[(account.Reports[candidate.Report].Id, candidate.Sentence)]
            .Where(told => candidate.Claim is not null || happeningOf.ContainsKey(told.Id))
            .Where(told => !candidate.IsPart || (candidate.Claim!.TextEvidence.Start <= told.Trigger.Start && told.Trigger.End <= candidate.Claim.TextEvidence.End)) // A part is a claim's.
            .Select(told => happeningOf.GetValueOrDefault(told.Id, told.Id)).Distinct(StringComparer.Ordinal)];
    }

    // Claims on which the same statements take positions are one matter: whether it was delivered, how much, and when. So are two that may be one, and two ways to tell one happening.
    private static bool IsOneMatter(Claim? left, Claim? right, Dictionary<string, string> happeningOf) => left is not null && right is not null
        && (left.Near.Any(near => near.Claim == right.Id) || right.Near.Any(near => near.Claim == left.Id)
            || left.Positions.Any(position => position.Statement is not null && right.Positions.Any(other => other.Statement == position.Statement))
            || HappeningsOf(left, happeningOf).Intersect(HappeningsOf(right, happeningOf), StringComparer.Ordinal).Any());

    // What several reports tell is worth its line, however much more the first tells.
    private static bool IsToldBySeveral(Claim? claim) => claim is not null && claim.Positions.Where(static position => position.Kind == PositionKind.Affirms).Select(static position => position.Report).Distinct(StringComparer.Ordinal).Skip(1).Any();

    private static IEnumerable<string> HappeningsOf(Claim claim, Dictionary<string, string> happeningOf) =>
        claim.Positions.Where(static position => position is { Kind: PositionKind.Affirms, Event: not null }).Select(position => happeningOf.GetValueOrDefault(position.Event!)).OfType<string>(); // The event is set, asked before.

    private static Dictionary<string, string> HappeningOfEvents(Account account) =>
        account.Happenings.Where(static happening => happening.Reports.Length > 1).SelectMany(static happening => happening.Events.Select(told => (Event: told, happening.Id))).DistinctBy(static pair => pair.Event, StringComparer.Ordinal).ToDictionary(static pair => pair.Event, static pair => pair.Id, StringComparer.Ordinal);

    // A sentence in which a report tells what was chosen, or may tell it, says it again in other words, unless it has a figure more.
    private static HashSet<(int Report, int Sentence)> SentencesOf(AccountIndex index, Claim? claim) =>
        [.. (claim?.Near ?? []).Select(near => index.CiteOf(near.Evidence)).Concat((claim?.Positions ?? []).Where(static position => position.Kind == PositionKind.Affirms).Select(position => ClaimView.PositionOf(index, claim!, position).Cite)).OfType<Cite>().Select(static cite => (cite.Report, cite.Sentence))]; // Without a claim there is no position.

    private static Candidate? Best(List<Candidate> candidates, HashSet<string> covered, HashSet<int> heard, int newEnough, bool onlyDisputes, bool isEnough, out int bestGain)
    {
        Candidate? best = null;
        bestGain = 0;
        foreach (Candidate candidate in candidates.OrderBy(static candidate => candidate.IsMinor))
        {
            if (candidate.IsMinor && best is { IsMinor: false })
            {
                break; // What one report tells further down stands only where nothing else is left.
            }

            int fresh = candidate.Words.Count(word => !covered.Contains(word)) * 1000 / candidate.Words.Count;
            int gain = candidate.Strength * fresh * (heard.Contains(candidate.Report) ? 4 : 5) / 5;
            if (fresh >= newEnough && gain > bestGain && (!onlyDisputes || candidate.IsDisputed) && !(isEnough && candidate.IsMinor))
            {
                best = candidate;
                bestGain = gain;
            }
        }

        return best;
    }

    private static List<Candidate> Candidates(AccountIndex index, HashSet<string> common)
    {
        var candidates = new List<Candidate>();
        Dictionary<string, int> told = ReportsThatTell(index.Account);
        int lastYear = LastYear(index.Account);
        List<HashSet<string>> beginnings = [.. index.Account.Reports.Select(BeginningOf)];
        HashSet<string> main = MainActors(index.Account);
        HashSet<(string, int)> telling = [.. index.Account.Events.Select(static told => (told.Report, told.Sentence)), .. index.Account.Statements.Select(static said => (said.Report, said.Sentence))];
        int?[] leads = [.. Enumerable.Range(0, index.Account.Reports.Length).Select(report => LeadOf(index, report))];
        foreach (Claim claim in index.Account.Claims)
        {
            if (index.CiteOf(claim.TextEvidence) is { } cite && index.Account.Reports[cite.Report].Genre != Genre.Opinion)
            {
                int begun = Begins(claim, NamesIn(index, claim), beginnings);
                bool isMinor = (IsFurtherDown(claim, begun, cite.Sentence) || (claim.Status is ClaimStatus.OneOrigin && cite.Sentence > LongestBeginning)) && !IsToldBySeveral(claim);
                Add(candidates, index, cite.Report, cite.Sentence, leads[cite.Report] == cite.Sentence && !IsToldBySeveral(claim) && claim.Status is not ClaimStatus.Disputed ? null : claim, begun, isMinor, OfPlace(claim, begun, cite.Sentence, OfVoice(index, claim, main, Strength(index, claim, cite.Sentence, told, lastYear) + (StrengthOfBeginning * Math.Min(begun, MostBeginnings)))), common);
            }
        }

        for (int report = 0; report < index.Account.Reports.Length; report++)
        {
            if (leads[report] is { } lead && index.Account.Reports[report].Genre != Genre.Opinion)
            {
                int strength = LeadStrength(index, report, lead, beginnings, telling);
                Add(candidates, index, report, lead, null, strength == 1 ? 0 : 1 + AlikeOf(index, report, lead, beginnings), strength == 1, strength, common);
            }
        }

        return candidates;
    }

    // Who is named most by at least half of the reports.
    private static HashSet<string> MainActors(Account account) =>
        [.. account.Entities.Where(static entity => entity.Kind is ActorKind.Person or ActorKind.Organization or ActorKind.Government or ActorKind.Country)
            .Where(entity => account.Reports.Length > 1 && entity.Mentions.Where(static mention => mention.Form == MentionForm.Name).Select(static mention => mention.Report).Distinct(StringComparer.Ordinal).Count() * 2 >= Math.Max(account.Reports.Length, 2 * 2))
            .OrderByDescending(static entity => entity.Mentions.Length).ThenBy(static entity => entity.Id, StringComparer.Ordinal).Take(MostMain).Select(static entity => entity.Id)];

    // What those say and do whom the story is about comes before the word of a bystander.
    private static int OfVoice(AccountIndex index, Claim claim, HashSet<string> main, int strength)
    {
        Statement[] said = [.. claim.Positions.Select(position => index.Statement(position.Statement)).OfType<Statement>()];
        bool isUnnamed = said.Length > 0 && claim.Positions.All(static position => position.Statement is not null) && Array.TrueForAll(said, static statement => statement.Source.Kind == ActorKind.Unnamed || statement.Source.Entity is null);
        bool isMain = Array.Exists(said, statement => statement.Source.Entity is { } speaker && main.Contains(speaker))
            || index.Account.Entities.Any(entity => main.Contains(entity.Id) && entity.Mentions.Any(mention => mention.Report == claim.TextEvidence.Report && mention.Start == claim.TextEvidence.Start));
        return isMain ? strength + StrengthOfMain : isUnnamed && strength > 0 ? Math.Max(1, strength * OfUnnamed / 100) : strength;
    }

    // How many reports tell in their headline or first sentences what the claim tells: that is what the story is about. That somebody is named there tells nothing of what he did.
    private static int Begins(Claim claim, HashSet<string> names, List<HashSet<string>> beginnings)
    {
        string[] words = [.. WordsOf(claim.Text).Distinct(StringComparer.Ordinal)], deeds = [.. words.Where(word => !names.Contains(word))];
        int begin = words.Length < LeastOfClaim ? 0 : beginnings.Count(beginning => words.Count(beginning.Contains) * 2 > words.Length && deeds.Count(beginning.Contains) * 2 >= deeds.Length);
        return begin;
    }

    // What one report alone tells further down and no other begins with.
    private static int OfPlace(Claim claim, int begun, int sentence, int strength) =>
        IsFurtherDown(claim, begun, sentence) && strength > 0 ? Math.Max(1, strength * OfFurtherDown / 100) : strength;

    // Enough said, such a line is none: fewer lines tell more than minor ones.
    private static bool IsFurtherDown(Claim claim, int begun, int sentence) => sentence > LongestBeginning && begun == 0 && claim.Status is ClaimStatus.OneOrigin or ClaimStatus.Foretold;

    private static HashSet<string> NamesIn(AccountIndex index, Claim claim) =>
        [.. index.MentionsIn(claim.TextEvidence).Where(mention => mention.Form == MentionForm.Name && !claim.LeftOut.Any(gone => gone.Contains(mention.Start))).SelectMany(mention => WordsOf(AccountIndex.Slice(index.Report(mention.Report)!, mention.Start, mention.End)))]; // The claim has its words from it.

    private static HashSet<string> BeginningOf(AccountReport report) =>
        [.. report.Sentences.Take(LongestBeginning).SelectMany(sentence => WordsOf(AccountIndex.Slice(report, sentence.Start, sentence.End)))];

    private static void Add(List<Candidate> candidates, AccountIndex index, int report, int sentence, Claim? claim, int begun, bool isMinor, int strength, HashSet<string> common)
    {
        // Measured as it will be shown: several voices stand on the claim's own words, not on the sentence around them.
        bool isPart = claim is not null && ClaimView.Of(index, claim).HasSeveralVoices;
        string text = isPart ? claim!.Text : index.Sentence(report, sentence).Text; // A part is a claim's.
        HashSet<string> all = [.. WordsOf(text)];
        List<string> words = [.. all.Where(word => !common.Contains(word)).Order(StringComparer.Ordinal)];
        if (claim is not null && words.Count < LeastWords)
        {
            words = [.. all.Order(StringComparer.Ordinal)]; // What all reports tell in the words of them all is what the story is about.
        }

        if (words.Count >= LeastWords && strength > 0 && !CutsQuotation(text) && !GoesOn(text, isPart))
        {
            bool isOpen = index.OpensWithPronoun(report, sentence) || (!isPart && EndsWithOpenSpeaker(text)) || (claim is not null && index.IsPronoun(claim.TextEvidence.Report, claim.TextEvidence.Start));
            bool isHalfOpen = (isPart && !claim!.Open.IsEmpty) || index.OpensWithSomebodyUnnamed(index.Account.Reports[report].Id, isPart ? claim!.TextEvidence.Start : index.Account.Reports[report].Sentences[sentence].Start) || all.Overlaps(DaysOfReport);
            strength = isOpen ? Math.Max(1, strength / OpenCost) : isHalfOpen ? Math.Max(1, strength * HalfOpen / 100) : strength;
            candidates.Add(new Candidate(report, sentence, claim, text.Length > (claim is null ? LongestLead : Comfortable) ? Math.Max(1, strength / 2) : strength, words, all, isPart, isMinor, begun, claim is null || index.Account.Reports[report].Sentences[sentence].Part is TextPart.Title or TextPart.Lead || IsToldBySeveral(claim)));
        }
    }

    // "The yard was closed, he said.": who said so stands in a sentence that is not shown.
    private static bool EndsWithOpenSpeaker(string text)
    {
        string[] words = text.TrimEnd('.', '”', '"', ' ').Split(' ');
        return words is [.., "he" or "she" or "they", "said" or "says" or "added"];
    }

    // A quotation of several sentences cannot be shown by the one in which it opens or closes.
    private static bool CutsQuotation(string text) => text.Count(static c => c == '“') != text.Count(static c => c == '”') || text.Count(static c => c == '"') % 2 != 0;

    private static int Strength(AccountIndex index, Claim claim, int sentence, Dictionary<string, int> told, int lastYear)
    {
        int reports = claim.Positions.Where(static position => position.Kind is PositionKind.Affirms or PositionKind.Denies).Select(static position => position.Report).Distinct(StringComparer.Ordinal).Count();
        int happening = claim.Positions.Max(position => position.Event is null ? 0 : (int?)told.GetValueOrDefault(position.Event)) ?? 0;
        int standing = claim.Status switch
        {
            ClaimStatus.Disputed when index.IsDisputedInTimeOnly(claim) => 0, // When it was is told below the act itself.
            ClaimStatus.Disputed => 5, ClaimStatus.Corroborated => 3, ClaimStatus.Updated => 2, ClaimStatus.OneOrigin => 0, ClaimStatus.Foretold => -1, ClaimStatus.Denied => -1,
            _ => throw new ArgumentOutOfRangeException(nameof(claim), claim.Status, null),
        };
        TextPart? part = index.Report(claim.TextEvidence.Report)?.Sentences[sentence].Part;
        int place = part switch { _ when index.Sentence(index.ReportIndex(claim.TextEvidence.Report), sentence).Text is [.., ';' or ':'] => -4, TextPart.Lead => 4, TextPart.Title or TextPart.Heading or TextPart.Caption => -4, _ => 0 };
        int shared = Math.Min(MostOfShared, WholeShare * happening / Math.Max(LeastReports, index.Account.Reports.Length));
        int strength = (3 * Math.Min(claim.Origins.So.Low, 3)) + (2 * Math.Min(claim.Origins.Said.Low, 3)) + (2 * Math.Min(reports, 6)) + shared + standing + (sentence < 5 ? 2 : 0) + place + Matter(index, claim, lastYear, out bool isAct);
        return isAct || claim.Status == ClaimStatus.Corroborated ? strength : strength * OfState / 100; // "ran aground" is no kind of act; what two origins tell is news.
    }

    // That something happened weighs more than how things stand, and what was in other years less.
    private static int Matter(AccountIndex index, Claim claim, int lastYear, out bool isAct)
    {
        Evidence at = claim.TextEvidence;
        isAct = claim.Positions.Any(static position => position.Event is not null) || index.Account.Events.Any(told => told.Report == at.Report && at.Start <= told.Trigger.Start && told.Trigger.End <= at.End);
        bool isPast = index.Account.Times.Any(time => time.Report == at.Report && at.Start <= time.Start && time.End <= at.End && YearOf(time.Value) is { } year && year < lastYear);
        return isPast ? -PastCost : 0;
    }

    // The year in which the reports came out, or the last that they tell of.
    private static int LastYear(Account account) =>
        account.Reports.Select(static report => YearOf(report.Published?.Value)).Where(static year => year is not null).DefaultIfEmpty(account.Times.Where(static time => time.Type == TimexType.DATE).Select(static time => YearOf(time.Value)).Max()).Min() ?? 0;

    private static int? YearOf(string? value) => value is { Length: >= 4 } && value.AsSpan(0, 4).IndexOfAnyExceptInRange('0', '9') < 0 && (value.Length == 4 || value[4] == '-') ? int.Parse(value.AsSpan(0, 4), System.Globalization.CultureInfo.InvariantCulture) : null;

    private static Dictionary<string, int> ReportsThatTell(Account account)
    {
        var told = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (Happening happening in account.Happenings)
        {
            foreach (string id in happening.Events)
            {
                told[id] = happening.Reports.Length > 1 ? happening.Reports.Length : 0;
            }
        }

        return told;
    }

    // A word that stands in more than a fifth of the sentences tells none of them apart.
    private static HashSet<string> CommonWords(Account account)
    {
        var sentencesWith = new Dictionary<string, int>(StringComparer.Ordinal);
        int sentences = 0;
        foreach (AccountReport report in account.Reports)
        {
            foreach (AccountSentence sentence in report.Sentences)
            {
                sentences++;
                foreach (string word in WordsOf(AccountIndex.Slice(report, sentence.Start, sentence.End)).Distinct(StringComparer.Ordinal))
                {
                    sentencesWith[word] = sentencesWith.GetValueOrDefault(word) + 1;
                }
            }
        }

        return [.. sentencesWith.Where(word => sentences >= 20 && word.Value * 5 > sentences).Select(static word => word.Key)];
    }

    /// <summary>Runs of letters and digits, lower case, of four units or more or with a digit.</summary>
    internal static IEnumerable<string> WordsOf(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            int start = i;
            bool hasDigit = false;
            for (; i < text.Length && char.IsLetterOrDigit(text[i]); i++)
            {
                hasDigit |= char.IsAsciiDigit(text[i]);
            }

            if (i - start >= 4 || hasDigit)
            {
                yield return text[start..i].ToLowerInvariant();
            }
        }
    }

    private sealed record Candidate(int Report, int Sentence, Claim? Claim, int Strength, List<string> Words, HashSet<string> AllWords, bool IsPart, bool IsMinor, int Begun, bool IsLead)
    {
        public bool IsCorroborated => Claim?.Status == ClaimStatus.Corroborated;

        public bool IsDisputed => Claim?.Status == ClaimStatus.Disputed;
    }
}
