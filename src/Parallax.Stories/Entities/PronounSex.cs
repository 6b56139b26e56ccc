using Parallax.Core.Accounts;

namespace Parallax.Stories.Entities;

/// <summary>Takes from a person the "he" that one report gave to whom the story has as "she", and the other way about.</summary>
/// <remarks>One report alone may not tell which a name is; all together mostly do. Where they are less of one mind than three to one, all stay.</remarks>
internal static class PronounSex
{
    private const int Times = 3;

    /// <summary>The entity without the pronouns of the other sex.</summary>
    public static Entity Apply(Entity entity, ReportSet set)
    {
        if (entity.Kind != ActorKind.Person)
        {
            return entity;
        }

        int he = entity.Mentions.Count(m => Sex(m, set) == 'm'), she = entity.Mentions.Count(m => Sex(m, set) == 'f');
        if (he == 0 || she == 0 || (he < Times * she && she < Times * he))
        {
            return entity;
        }

        char wrong = he < she ? 'm' : 'f';
        return entity with { Mentions = [.. entity.Mentions.Where(m => Sex(m, set) != wrong)] };
    }

    private static char Sex(Mention mention, ReportSet set) => mention.Form != MentionForm.Pronoun ? ' ' : set[mention.Report].Report.Text.Slice(mention.Span).ToLowerInvariant() switch
    {
        "he" or "him" or "his" or "himself" => 'm',
        "she" or "her" or "hers" or "herself" => 'f',
        _ => ' ',
    };
}
