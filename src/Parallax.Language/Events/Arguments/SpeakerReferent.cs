using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Language.Coreference;
using Parallax.Language.Coreference.PronounLinks;
using Parallax.Language.Events.Clauses;
using Parallax.Language.Syntax;

namespace Parallax.Language.Events.Arguments;

/// <summary>Whom "we" means in what somebody is told to have said: the speaker, or, where an officer of state tells what the state does ("we have signed contracts"), the state.</summary>
internal static class SpeakerReferent
{
    /// <summary>Whether a token is a "we" or "our".</summary>
    public static bool IsWe(SyntaxTree tree, int token) => tree.Tokens.Tags[token] == UniversalTag.Pron && tree.Tokens.Form(token).ToString().ToLowerInvariant() is "we" or "us" or "our" or "ours";

    /// <summary>The entity of a "we", or null where nobody is known to say it; <paramref name="read"/>, what coreference made of it, where that is no single person.</summary>
    public static Entity? Of(AnnotatedReport report, SyntaxTree tree, int token, Entity? read)
    {
        TokenLayer tokens = tree.Tokens;
        Statement? innermost = null;
        int least = int.MaxValue;
        foreach (Statement statement in report.Statements)
        {
            foreach (TextSpan span in statement.Content.Spans)
            {
                if (span.Length < least && span.Contains(tokens.Span(token)))
                {
                    (innermost, least) = (statement, span.Length);
                }
            }
        }

        Entity? speaker = read ?? (innermost?.Source.Entity is { } id ? report.Entities.Entities.FirstOrDefault(e => e.Id == id) : null);
        return speaker is { Kind: ActorKind.Person, Country: { } country } && HoldsOffice(speaker) && IsDeedOfState(tree, token) ? StateOf(report, country) ?? speaker : speaker;
    }

    /// <summary>The entity of a state in a report: the country, else its government, else null.</summary>
    public static Entity? StateOf(AnnotatedReport report, string country) => report.Entities.Entities.FirstOrDefault(e => e.Country == country && e.Kind == ActorKind.Country)
        ?? report.Entities.Entities.FirstOrDefault(e => e.Country == country && e.Kind == ActorKind.Government);

    private static bool HoldsOffice(Entity speaker)
    {
        foreach (string description in speaker.Descriptions)
        {
            foreach (Range word in description.AsSpan().Split(' '))
            {
                if (ClauseWords.Is("office", description[word].ToLowerInvariant()))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // "we met", "we believe" the speaker does in person.
    private static bool IsDeedOfState(SyntaxTree tree, int token)
    {
        int verb = tree.Head(token);
        return verb >= 0 && tree.Is(token, "nsubj") && tree.Tokens.Tags[verb] == UniversalTag.Verb && !ClauseWords.Is("conversing", tree.Lemma(verb)) && !SpeechVerbs.Contains(tree.Lemma(verb));
    }
}
