using Parallax.Core.Accounts;
using Parallax.Core.Layers;

namespace Parallax.Stories.Entities;

/// <content>Papers that speak for whom they are of: "a ministry statement", "the release", "the criminal charges … allegedly".</content>
internal sealed partial class StorySpeakers
{
    // So far behind "the navy said in a statement" does "the release" still mean that one.
    private const int MaxBack = 8;

    // "a ministry statement said", "a statement from the club", "the statement said" behind "the club said in a statement": the body speaks, through the paper.
    private Statement? Issued(Statement[] statements, int at, AnnotatedReport report)
    {
        Statement statement = statements[at];
        StatementSource paper = statement.Source;
        if (paper.Kind is not (ActorKind.Document or ActorKind.Other) || (!OutletNames.IsIssued(paper.Text) && !OutletNames.IsIssued(paper.Name)))
        {
            return null;
        }

        if ((OfRoot(statement, report) ?? OfWords(paper.Text, statement.Report) ?? OfWords(paper.Name, statement.Report) ?? OfSamePaper(report, paper) ?? IssuedBefore(statements, at, report)) is not { } issuer)
        {
            return null;
        }

        bool isToldOf = statement.Chain.Any(h => h.Name == paper.Name || (h.Entity is not null && h.Entity == paper.Entity));
        return statement with
        {
            Source = paper with { Entity = issuer.Entity, Name = issuer.Name, Kind = issuer.Kind },
            Root = new ChainRoot(issuer.Name, issuer.Kind),
            Chain = isToldOf ? statement.Chain : statement.Chain.Add(new ChainHop(paper.Name, paper.Entity, ActorKind.Document, HopRelation.PublishedIn, paper.Spans)),
            Occasion = statement.Occasion ?? paper.Text,
        };
    }

    // The chain tells whose it is.
    private (string? Entity, string Name, ActorKind Kind)? OfRoot(Statement statement, AnnotatedReport report)
    {
        if (statement.Root is not { Name: { Length: > 0 } name, Kind: not (ActorKind.Document or ActorKind.NotStated) } || name == statement.Source.Name || OutletNames.IsIssued(name) || OutletNames.IsOwned(name))
        {
            return null;
        }

        Entity? issuer = report.Entities.Entities.FirstOrDefault(e => e.Name == name) ?? Find(name, statement.Report);
        return (issuer?.Id, issuer?.Name ?? name, issuer is null ? statement.Root.Kind : KindOf(issuer));
    }

    private (string? Entity, string Name, ActorKind Kind)? OfWords(string words, string report) =>
        OutletNames.IssuerIn(words) is { Length: > 0 } issuer && Find(issuer, report) is { } body ? (body.Id, body.Name, KindOf(body)) : null;

    // "the club's statement … the statement": one paper, whose issuer another of its sentences tells.
    private (string? Entity, string Name, ActorKind Kind)? OfSamePaper(AnnotatedReport report, StatementSource paper) => paper.Entity is null ? null
        : report.Statements.Where(s => s.Source.Entity == paper.Entity).Select(s => OfRoot(s, report) ?? OfWords(s.Source.Text, s.Report)).FirstOrDefault(static i => i is not null);

    private static (string? Entity, string Name, ActorKind Kind)? IssuedBefore(Statement[] statements, int at, AnnotatedReport report)
    {
        string[] words = statements[at].Source.Text.Split(' ');
        if (words is not (["the" or "The" or "this" or "This" or "that" or "That" or "it" or "It", ..] and { Length: <= 3 }))
        {
            return null;
        }

        for (int i = at - 1; i >= 0 && statements[at].Sentence - statements[i].Sentence <= MaxBack; i--)
        {
            Statement before = statements[i];
            bool speaks = before.Source.Kind is not (ActorKind.Document or ActorKind.NotStated or ActorKind.Other) && before.Parent is null;
            if (speaks && (OutletNames.HoldsIssued(before.Occasion ?? "") || OutletNames.HoldsIssued(before.Cue.Text) || OutletNames.IsIssued(report.Statements[i].Source.Text)))
            {
                return (before.Source.Entity, before.Source.Name, before.Source.Kind);
            }
        }

        return null;
    }

    // "According to the charges, two officers stood there. They allegedly saw …", "Police said … Dorn allegedly struck … Police said …": what nobody is named for goes on from those beside it.
    private static Statement? OfNeighbours(Statement[] statements, int at)
    {
        Statement statement = statements[at];
        if (statement.Parent is not null || !OutletNames.IsAlleging(statement.Cue.Text))
        {
            return null;
        }

        Statement? before = statements.LastOrDefault(s => s.Parent is null && s.Sentence < statement.Sentence && statement.Sentence - s.Sentence <= 1 && s.Source.Kind != ActorKind.NotStated);
        Statement? after = statements.FirstOrDefault(s => s.Parent is null && s.Sentence > statement.Sentence && s.Sentence - statement.Sentence <= 1 && s.Source.Kind != ActorKind.NotStated);
        bool isCharge = before is { Source.Kind: ActorKind.Document } && OutletNames.IsCharge(before.Source.Text);
        bool isOne = before is { Source: { Entity: { } entity, Kind: ActorKind.Government or ActorKind.Organization or ActorKind.Group } } && after?.Source.Entity == entity;
        return !isCharge && !isOne ? null : statement with
        {
            Source = statement.Source with { Entity = before!.Source.Entity, Name = before.Source.Name, Kind = before.Source.Kind },
            Chain = before.Chain,
            Root = before.Root,
            Explanation = Core.Explanation.Of("speaker-beside", $"the sentences beside it are words of “{before.Source.Name}”").From(statement.Explanation),
        };
    }
}
