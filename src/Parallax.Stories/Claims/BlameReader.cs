using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Stories.Propositions;
using Parallax.Stories.Words;

namespace Parallax.Stories.Claims;

/// <summary>Who is said to have, or denies, a part in an act.</summary>
/// <param name="Entities">Who: the names found for him.</param>
/// <param name="Countries">The countries for which that is said, where it is no person.</param>
/// <param name="Act">Content words for the act; empty where it is only pointed at ("any part in it").</param>
/// <param name="Around">Those of the sentence and the one before it, with the act.</param>
internal sealed record Blame(HashSet<string> Entities, HashSet<string> Countries, HashSet<string> Act, HashSet<string> Around)
{
    /// <summary>Whether only what was told before says who it is ("their country", of officials without a name).</summary>
    public bool IsOpen { get; init; }

    /// <summary>Whether both are of one party and of one act.</summary>
    public bool IsOf(Blame other) => (Entities.Overlaps(other.Entities) || Countries.Overlaps(other.Countries))
        && (Act.Count > 0 ? Act : Around).Overlaps(other.Act.Count > 0 ? other.Act : other.Around);
}

/// <summary>Reads who lays an act to somebody ("was responsible for the raid", "was behind the raid", "was to blame") and who denies his part in it ("any role in it", "that its forces were behind it"); <c>Data/en/claims/blame.txt</c>.</summary>
/// <param name="set">The reports.</param>
internal sealed class BlameReader(ReportSet set)
{
    private static readonly string[] Bodies = ["country", "government", "state", "nation", "force", "army", "troop", "military", "movement", "group", "party", "side", "company"];

    private static readonly Lazy<Dictionary<string, string[]>> Table = new(static () => StoriesData.Lines("en/claims/blame.txt")
        .ToDictionary(static l => l[..l.IndexOf(':', StringComparison.Ordinal)], static l => l[(l.IndexOf(':', StringComparison.Ordinal) + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal));

    private static readonly Lazy<HashSet<string>> Sayings = new(static () => StoriesData.Words("en/claims/sayings.txt"));

    /// <summary>Whom a clause says to have done it; null where it says that of nobody who is named.</summary>
    /// <param name="told">The clause.</param>
    /// <param name="orIsOpen">Also where it only asks or supposes that ("no other conclusion than that …").</param>
    public Blame? OfClause(Proposition told, bool orIsOpen = false)
    {
        TokenLayer tokens = set[told.Report].Tokens;
        if (told is { IsNegated: true } or { IsClause: false } || (told.IsUnreal && !orIsOpen) || told.Actor is not { } actor || After(tokens, told.Token, told.Core.End, isDenied: false) is not { } act)
        {
            return null;
        }

        EntityLayer entities = set[told.Report].Entities;
        Entity[] named = [.. actor.Entities.Select(entities.Find).OfType<Entity>()];
        return named.Length == 0 ? null : Of(told.Report, told.Sentence, named, TextSpan.FromBounds(act, Math.Max(act, told.Core.End)));
    }

    /// <summary>Whose part in what a statement denies; null where it denies something else, or of somebody who is not named.</summary>
    public Blame? OfDenial(Statement denial)
    {
        AnnotatedReport report = set[denial.Report];
        TokenLayer tokens = report.Tokens;
        (int first, int end) = tokens.TokensOf(denial.Content.Spans[0]);
        HashSet<Entity> subjects = [];
        bool isOfOwn = false;
        for (int token = first; token < end; token++)
        {
            if (After(tokens, token, denial.Content.Spans[0].End, isDenied: true) is { } act)
            {
                Entity[] named = subjects.Count > 0 ? [.. subjects] : denial.Source.Entity is { } self && report.Entities.Find(self) is { } speaker ? [speaker] : [];
                Blame part = Of(denial.Report, denial.Sentence, named, TextSpan.FromBounds(act, Math.Max(act, denial.Content.Spans[0].End)));
                return named.Length == 0 && !isOfOwn ? null : part with { IsOpen = isOfOwn && part.Countries.Count == 0 && !Array.Exists(named, static e => e.Kind == ActorKind.Person) };
            }

            string lemma = tokens.Lemmas[token].ToLowerInvariant();
            switch (tokens.Tags[token])
            {
                case UniversalTag.Verb when lemma is not ("be" or "have" or "play" or "take" or "bear"):
                case UniversalTag.Part when lemma is "not":
                    return null;
                case UniversalTag.Noun when Sayings.Value.Contains(lemma):
                    subjects.Clear(); // "Ostra's claim that it was behind it"
                    break;
                case UniversalTag.Noun when Array.IndexOf(Bodies, lemma) >= 0 && IsOwn(tokens, token):
                    isOfOwn = true;
                    break;
                case UniversalTag.Noun or UniversalTag.Propn when report.Entities.At(tokens.Span(token)) is { } entity && (entity.Kind == ActorKind.Person || ParticipantReader.CountryOf(entity) is not null):
                    subjects.Add(entity);
                    break;
                case UniversalTag.Noun or UniversalTag.Propn:
                    return null;
            }
        }

        return null;
    }

    /// <summary>Whom a statement accuses ("Norland of the raid", "Norland for the raid"); null where that is nobody who is named.</summary>
    public Blame? OfCharge(Statement charge)
    {
        AnnotatedReport report = set[charge.Report];
        TokenLayer tokens = report.Tokens;
        (int first, int end) = tokens.TokensOf(charge.Content.Spans[0]);
        int act = Enumerable.Range(first, Math.Max(0, end - first)).FirstOrDefault(t => tokens.Tags[t] == UniversalTag.Adp && Lower(tokens, t) is "of" or "for", -1);
        Entity[] named = [.. Enumerable.Range(first, Math.Max(0, act - first)).Select(t => report.Entities.At(tokens.Span(t))).OfType<Entity>().Distinct()];
        return named.Length == 0 ? null : Of(charge.Report, charge.Sentence, named, TextSpan.FromBounds(tokens.Ends[act], Math.Max(tokens.Ends[act], charge.Content.Spans[0].End)));
    }

    // "their country", "its forces"
    private static bool IsOwn(TokenLayer tokens, int token) => token > 0 && tokens.Form(token - 1) is "its" or "their" or "his" or "her" or "our" or "my";

    // Where the words for the act begin, after a word for somebody's part in it; null where the token is none.
    private static int? After(TokenLayer tokens, int token, int end, bool isDenied)
    {
        Sentence sentence = tokens.Sentences[tokens.SentenceOf(token)];
        string lemma = tokens.Lemmas[token].ToLowerInvariant();
        int next = token + 1;
        bool isLast = next >= sentence.EndToken || tokens.Starts[next] >= end || tokens.Tags[next] is UniversalTag.Punct or UniversalTag.Adv or UniversalTag.Cconj;
        string following = next < sentence.EndToken ? Lower(tokens, next) : "";
        if (Table.Value.TryGetValue(lemma, out string[]? row))
        {
            bool isToBlame = lemma == "blame" && token > sentence.FirstToken && Lower(tokens, token - 1) == "to";
            bool isPart = row[0] == "noun" ? isToBlame || (isDenied && tokens.Tags[token] is UniversalTag.Noun) : tokens.Tags[token] == UniversalTag.Adj;
            return isPart && (isLast || row.AsSpan(1).Contains(following)) ? tokens.Ends[token] : null;
        }

        // "was behind the raid": the parse has the raid for the predicate.
        if (isDenied)
        {
            return lemma == "behind" && !isLast ? tokens.Ends[token] : null;
        }

        int behind = Enumerable.Range(sentence.FirstToken, token - sentence.FirstToken).LastOrDefault(t => tokens.Heads[t] == token && tokens.Relations[t] == "case" && Lower(tokens, t) == "behind", -1);
        return behind >= 0 && Enumerable.Range(sentence.FirstToken, behind - sentence.FirstToken).Any(t => tokens.Heads[t] == token && tokens.Relations[t] == "cop") ? tokens.Ends[behind] : null;
    }

    private Blame Of(string id, int sentence, Entity[] parties, TextSpan act)
    {
        AnnotatedReport report = set[id];
        HashSet<string> countries = [.. parties.Where(static e => e.Kind is ActorKind.Country or ActorKind.Government).Select(ParticipantReader.CountryOf).OfType<string>()];
        TextSpan around = report.Tokens.Sentences[Math.Max(0, sentence - 1)].Span.Union(report.Tokens.Sentences[sentence].Span);
        return new Blame([.. parties.Select(static e => e.Id)], countries, Nouns(report, act), Nouns(report, around));
    }

    // A land is no act.
    private static HashSet<string> Nouns(AnnotatedReport report, TextSpan span)
    {
        TokenLayer tokens = report.Tokens;
        HashSet<string> nouns = new(StringComparer.Ordinal);
        foreach (Word word in WordList.Of(report.Report.Text.Text, span).Where(static w => w.IsContent))
        {
            int token = tokens.TokenAt(word.Span.Start);
            bool isThing = tokens.Tags[token] is UniversalTag.Noun or UniversalTag.Propn && !Table.Value.ContainsKey(tokens.Lemmas[token].ToLowerInvariant()) && !Sayings.Value.Contains(word.Lower);
            if (isThing && report.Entities.At(word.Span) is null or { Kind: not (ActorKind.Country or ActorKind.Government) })
            {
                nouns.Add(word.Stem);
            }
        }

        return nouns;
    }

    private static string Lower(TokenLayer tokens, int token) => tokens.Form(token).ToString().ToLowerInvariant();
}
