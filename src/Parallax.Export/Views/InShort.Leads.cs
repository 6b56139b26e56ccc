using System.Collections.Immutable;
using Parallax.Core;
using Parallax.Core.Accounts;
using Parallax.Core.Reports;

namespace Parallax.Export.Views;

/// <content>What reports begin with.</content>
public static partial class InShort
{
    // So many words more of the headline than the first sentence has makes a later one the lead. Chosen by reading pages.
    private const int MoreOfTitle = 2;

    // With these a sentence goes on from another that is not shown.
    private static readonly HashSet<string> Onward = new(
        ["But", "And", "Yet", "Still", "However", "Meanwhile", "Moreover", "Also", "Then", "Instead", "Nevertheless", "Nonetheless", "Besides", "Likewise", "Similarly", "Later", "Afterwards", "Afterward", "Additionally", "Furthermore", "Conversely", "So", "Or", "Thus", "Otherwise", "Even", "That", "That’s", "That's", "This"], StringComparer.Ordinal);

    private static readonly string[] OnwardPhrases = ["That said", "In addition", "In fact", "In turn", "In return", "For his part", "For her part", "For its part", "At the same time", "On the other hand", "By contrast", "In contrast", "As a result", "After that", "In other words", "Not only", "For example", "For instance"];

    // What most reports begin with: the first line is the news they have in common, of which a dispute or the word of one side is only a part.
    private static List<Candidate> Central(List<Candidate> candidates)
    {
        Candidate[] news = [.. candidates.Where(static candidate => !candidate.IsMinor && ((candidate.Begun > 0 && (candidate.IsLead || candidate.Begun > 1)) || candidate.IsCorroborated) && !(candidate.Claim?.Status is ClaimStatus.Denied or ClaimStatus.Foretold) && (!candidate.IsDisputed || candidate.Begun > 1))];
        if (news.Length == 0)
        {
            return candidates;
        }

        int most = news.Max(static candidate => candidate.Begun);
        return [.. news.Where(candidate => candidate.Begun * 2 > most || candidate.IsCorroborated)];
    }

    // "But the yard stayed shut.", "That said, …"
    private static bool GoesOn(string text, bool isPart)
    {
        string plain = text.TrimStart('“', '"', '\'', '‘', ' ');
        int end = plain.AsSpan().IndexOfAny(' ', ',');
        return !isPart && ((end > 0 && Onward.Contains(plain[..end])) || Array.Exists(OnwardPhrases, phrase => plain.StartsWith(phrase, StringComparison.Ordinal)));
    }

    // How many other reports begin like the lead of a report.
    private static int AlikeOf(AccountIndex index, int report, int lead, List<HashSet<string>> beginnings)
    {
        HashSet<string> words = [.. WordsOf(index.Sentence(report, lead).Text)];
        return Enumerable.Range(0, beginnings.Count).Count(other => other != report && IsAlike(words, beginnings[other].Count(words.Contains)));
    }

    // Where a report says what it is about: its first sentence that is no headline, dateline or label.
    private static int? LeadOf(AccountIndex index, int report)
    {
        ImmutableArray<AccountSentence> sentences = index.Account.Reports[report].Sentences;
        bool isTitled = sentences.Any(static sentence => sentence.Part == TextPart.Title);
        HashSet<string> title = [.. WordsOf(index.Account.Reports[report].Title ?? (sentences.Length > 0 ? index.Sentence(report, 0).Text : ""))];
        (int? lead, int shared, bool leadGoesOn) = (null, -1, false);
        for (int i = 0, read = 0; i < sentences.Length && read < LongestBeginning && (i < LongestBeginning || lead is not null); i++)
        {
            string text = index.Sentence(report, i).Text;
            if (sentences[i].Part is TextPart.Lead or TextPart.Body && !IsHeadline(text, isTitled))
            {
                // "It was a cold night": the sentence behind it tells what the headline announces.
                read++;
                int told = WordsOf(text).Distinct(StringComparer.Ordinal).Count(title.Contains);
                bool goesOn = GoesOn(text, isPart: false);
                if (lead is null || leadGoesOn ? !goesOn || lead is null : !goesOn && told > 1 && told >= shared + (shared < MoreOfTitle ? 1 : MoreOfTitle))
                {
                    leadGoesOn = goesOn;
                    (lead, shared) = (i, told);
                }
            }
        }

        return lead;
    }

    // "Port shut after spill;", "BREVIK, Norland:", and what is short where a report has no title
    private static bool IsHeadline(string sentence, bool isTitled) => sentence is not [.., not (';' or ':' or '?')] || (!isTitled && sentence.Length < ShortestLead);

    // The lead that most other reports begin alike is what the story is about, whether or not a claim was made of it.
    private static int LeadStrength(AccountIndex index, int report, int lead, List<HashSet<string>> beginnings, HashSet<(string, int)> telling)
    {
        int alike = AlikeOf(index, report, lead, beginnings);
        // "It was a night that few will forget" names nobody and tells nothing; where many reports begin, what several tell says more than what each begins with.
        string id = index.Account.Reports[report].Id;
        AccountSentence at = index.Account.Reports[report].Sentences[lead];
        bool tells = telling.Contains((id, lead)) || index.MentionsIn(new Evidence(id, at.Start, at.End)).Any(static mention => mention.Form == MentionForm.Name);
        return (tells ? Math.Max(1, StrengthOfLead * FewReports / Math.Max(FewReports, index.Account.Reports.Length)) : 1) + (StrengthOfAlike * Math.Min(alike, MostAlike));
    }

    // Of a lead, with the words that stand all over the reports: they are what the story is about.
    private static bool IsAlike(HashSet<string> lead, int shared) => shared * LeastOfLead >= lead.Count && shared >= LeastShared;
}
