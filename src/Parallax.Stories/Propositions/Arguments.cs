using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Stories.Words;

namespace Parallax.Stories.Propositions;

/// <summary>Who acts, what with, on whom, and who or what else stands in the clause.</summary>
internal sealed record Arguments(Participant? Actor, Participant? Object, Participant? Recipient, ImmutableArray<Participant> Others)
{
    // The event layer may know what the clause does not show: who "he" is, an actor of an earlier sentence, the place.
    public Arguments With(Event told, AnnotatedReport report, bool isDoneTo)
    {
        Participant? actor = Actor is { IsOpen: false } ? Actor : OfEntities(told.Actors, told, report) ?? Actor;
        Participant? thing = Object;
        Participant? recipient = Recipient ?? OfEntities([.. told.Recipients.Where(r => thing?.Entities.Contains(r) != true)], told, report);
        if (thing is null && !(isDoneTo && recipient is not null) && told.Object is { } slice && TextSpan.FromBounds(slice.Start, slice.End) is var words && !report.Times.Overlapping(words).Any() && !report.Figures.Overlapping(words).Any(static f => PropositionMatcher.IsMeasure(f.Unit)))
        {
            string head = WordList.Of(slice.Text).LastOrDefault().Lower ?? "";
            bool isNamed = slice.Entity is { } id && report.Entities.Find(id) is { } named && ParticipantReader.IsNamed(named);
            thing = new Participant { Head = head, Span = TextSpan.FromBounds(slice.Start, slice.End), Entities = isNamed ? [slice.Entity!] : [], Thing = PredicateLexicon.English.Thing(head, [])?.Thing };
        }

        return new Arguments(actor, thing, recipient, Others);
    }

    private static Participant? OfEntities(ImmutableArray<string> ids, Event told, AnnotatedReport report)
    {
        Entity[] entities = [.. ids.Select(report.Entities.Find).OfType<Entity>()];
        if (entities.Length > 0 && !Array.Exists(entities, ParticipantReader.IsNamed))
        {
            return Unnamed(entities[0], told, report);
        }

        entities = Array.FindAll(entities, ParticipantReader.IsNamed);
        return entities.Length == 0
            ? null
            : new Participant
            {
                Head = entities[0].Name.ToLowerInvariant(),
                Span = told.Span,
                Entities = [.. entities.Select(static e => e.Id).Order(StringComparer.Ordinal)],
                Countries = [.. entities.Select(ParticipantReader.CountryOf).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
                Names = ParticipantReader.NamesOf(entities),
                Kind = entities[0].Kind,
                IsPerson = entities[0].Kind is ActorKind.Person or ActorKind.Unnamed,
            };
    }

    // "the buildings", "many residents": what has no name is known by its noun, as where the parse gives it.
    private static Participant Unnamed(Entity entity, Event told, AnnotatedReport report)
    {
        Mention mention = entity.Mentions.Where(m => m.Report == report.Report.Id).OrderBy(m => Math.Abs(m.Start - told.Span.Start)).ThenBy(static m => m.Start).FirstOrDefault(entity.Mentions[0]);
        int last = mention.Report == report.Report.Id ? Math.Max(0, report.Tokens.TokensOf(TextSpan.FromBounds(mention.Start, mention.End)).End - 1) : -1;
        string head = last < 0 ? entity.Name.ToLowerInvariant() : report.Tokens.Lemmas[last].ToLowerInvariant();
        return new Participant
        {
            Head = Spelling.Key(head),
            Span = told.Span,
            Kind = entity.Kind,
            Thing = PredicateLexicon.English.Thing(head, [])?.Thing,
            IsPerson = entity.Kind is ActorKind.Person or ActorKind.Unnamed,
        };
    }
}
