using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Stories.Origins;
using Parallax.Stories.Propositions;
using Parallax.Stories.Words;

namespace Parallax.Stories.Claims;

/// <summary>Tells whose word a proposition is.</summary>
internal static class Voices
{
    private const int DeepestChain = 4;

    private static readonly string[] Breaks = ["from", "of", "in", "on", "that", "which", "who", "at", "by", "with", "for"];

    private static readonly Lazy<HashSet<string>> NoVoices = new(static () => StoriesData.Words("en/claims/no-voices.txt"));

    /// <summary>The name of who says it: the statement's source, or the report's own voice.</summary>
    public static string Of(ReportSet set, Proposition proposition)
    {
        string own = ReportSet.OwnVoice(set[proposition.Report].Report);
        return Speaking(set, proposition) is not { } statement ? own : statement.Source.Name.Length > 0 ? statement.Source.Name : "not stated";
    }

    /// <summary>What it goes back to.</summary>
    public static Evidential Evidential(ReportSet set, OriginFinder origins, Proposition proposition) =>
        Speaking(set, proposition) is { } statement ? origins.Of(statement) : origins.OfOwnVoice(proposition.Report);

    /// <summary>Whether a share of those who were asked says it ("37 percent of residents", "six in ten").</summary>
    public static bool IsShare(Proposition proposition) => proposition.Statement is { Source: { Entity: null, Name: { Length: > 0 } name } }
        && WordList.Of(name) is { Length: > 1 } words && (words.Take(2).Any(static w => w.Lower is "percent" or "per") || name.Contains('%', StringComparison.Ordinal) || (words.Length > 2 && words[1].Lower is "in" or "of" && words[0].Lower is "one" or "two" or "three" or "four" or "five" or "six" or "seven" or "eight" or "nine" or "most" or "half"));

    // "the evidence will show that he was not there", said by his lawyer, is the lawyer's word.
    private static Statement? Speaking(ReportSet set, Proposition proposition)
    {
        Statement? statement = proposition.Statement;
        for (int step = 0; step < DeepestChain && statement is not null && !Speaks(statement.Source); step++)
        {
            string? parent = statement.Parent;
            statement = parent is null ? null : set[proposition.Report].Statements.FirstOrDefault(s => s.Id == parent);
        }

        return statement is not null && Speaks(statement.Source) ? statement : null;
    }

    /// <summary>Whether somebody, a body or a document speaks: "the evidence suggests", "the visit shows" are the reporter's own words.</summary>
    public static bool Speaks(StatementSource source)
    {
        if (source.Entity is not null && source.Kind is ActorKind.Person or ActorKind.Organization or ActorKind.Government or ActorKind.Country or ActorKind.Outlet or ActorKind.Agency)
        {
            return true;
        }

        ImmutableArray<Word> words = WordList.Of(source.Name);
        int head = -1;
        while (head + 1 < words.Length && !Breaks.Contains(words[head + 1].Lower))
        {
            head++;
        }

        return head < 0 || !NoVoices.Value.Contains(words[head].Lower);
    }
}
