using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Events.Clauses;
using Parallax.Language.Syntax;

namespace Parallax.Language.Events.Modality;

/// <summary>Whether an event is told as having happened: by the words that say so, and, where they only suggest a doubt, by the network's score.</summary>
/// <remarks>
/// Negation, plans, conditions, words of doubt and what happened stand by the words. The bounds were set on the train parts of UDS It-Happened and MEANTIME: letting the network also lower what is told flatly
/// helped on web text and hurt on news.
/// </remarks>
internal static class FactualityDecision
{
    // A score from which a mere guess of the rules (an unknown word above, a purpose) and from which a cue of doubt give way.
    private const float OverGuess = 0.5f, OverCue = 1.5f;

    /// <summary>The factuality of the event told at <paramref name="head"/>, with the words that decided.</summary>
    /// <param name="tree">The parse.</param>
    /// <param name="scores">The network's scores, -3 to 3 by token; null where there are none: then the words alone decide.</param>
    /// <param name="head">Token that tells it.</param>
    public static (Factuality Factuality, string Why) Read(SyntaxTree tree, ScoreColumn? scores, int head)
    {
        (Factuality told, string why) = FactualityReader.Read(tree, head);
        if (told == Factuality.Happened && PresentAhead.Mark(tree, head) is { } mark)
        {
            return (Factuality.Planned, $"the present tense after “{mark}”");
        }

        if (scores is null || told is not (Factuality.Possible or Factuality.Hypothetical or Factuality.Planned))
        {
            return (told, why);
        }

        if (FactualityCues.Is("doubt", why) || FactualityCues.Is("talk", why) || FactualityCues.Is("hindered", why) || FactualityCues.Is("required", why) || FactualityCues.Is("laid-to", why) || FactualityCues.Is("laid-by-somebody", why) || FactualityCues.Is("laid-noun", why) || why == "lead")
        {
            return (told, why); // "probably", "if", "are required to": the report itself leaves it open
        }

        bool guess = why == FactualityReader.Purpose || (told == Factuality.Possible && FactualityCues.EffectOf(why) == CueEffect.None);
        float bound = guess ? OverGuess : told == Factuality.Planned ? float.PositiveInfinity : OverCue;
        return scores.Values[head] > bound ? (Factuality.Happened, $"{why}, but the network reads it as done") : (told, why);
    }
}
