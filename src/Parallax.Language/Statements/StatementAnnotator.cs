using System.Collections.Immutable;
using Parallax.Core;
using Parallax.Core.Accounts;
using Parallax.Core.Identity;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Language.Pipeline;
using Parallax.Language.Statements.Certainty;
using Parallax.Language.Statements.Chains;
using Parallax.Language.Statements.Contents;
using Parallax.Language.Statements.Cues;
using Parallax.Language.Statements.Quotations;
using Parallax.Language.Statements.Refusals;
using Parallax.Language.Statements.Roles;
using Parallax.Language.Statements.Sources;
using Parallax.Language.Statements.Stances;
using Parallax.Language.Syntax;

namespace Parallax.Language.Statements;

/// <summary>Finds who said what, by which words, and through whom: the layer <see cref="ReportLayers.Statements"/>.</summary>
/// <remarks>
/// In this order: quotations, cues, contents, sources, colons, the network's role spans where the layer <see cref="ReportLayers.RoleSpans"/> is there,
/// continuations and floating quotations, nesting, chains, stance. Each step is a class of this folder. Thread-safe.
/// </remarks>
public sealed class StatementAnnotator : IAnnotator
{
    private readonly CueLexicon _lexicon;
    private readonly bool _keepsOwnVoice;

    /// <summary>An annotator for English.</summary>
    public StatementAnnotator()
        : this(CueLexicon.English)
    {
    }

    /// <summary>An annotator with a lexicon.</summary>
    /// <param name="lexicon">The cues.</param>
    /// <param name="keepsOwnVoice">Whether what the writer says to think or ask ("I wonder how …"), or a speaker inside his own quoted words, is a statement as well, as in corpora of discourse; in an account it is the report's own voice, or the one statement of the speaker. Default false.</param>
    public StatementAnnotator(CueLexicon lexicon, bool keepsOwnVoice = false)
    {
        _lexicon = lexicon;
        _keepsOwnVoice = keepsOwnVoice;
    }

    /// <inheritdoc/>
    public string Name => "statements";

    /// <inheritdoc/>
    public string Version => "26";

    /// <inheritdoc/>
    public IReadOnlyList<string> Requires { get; } = [ReportLayers.Tokens.Name, ReportLayers.Names.Name, ReportLayers.Entities.Name, ReportLayers.Times.Name];

    /// <inheritdoc/>
    public IReadOnlyList<string> Provides { get; } = [ReportLayers.Statements.Name];

    /// <inheritdoc/>
    public AnnotatedReport Annotate(AnnotatedReport report) => report.With(ReportLayers.Statements, Find(report));

    /// <summary>The statements of a report that has tokens; names, entities, times and role tags are used where they are there.</summary>
    public Layer<Statement> Find(AnnotatedReport report) => Find(report, null);

    /// <summary>The statements of a report, and by their ids the traits from which their certainty is told.</summary>
    public (Layer<Statement> Statements, IReadOnlyDictionary<string, List<string>> Traits) FindWithTraits(AnnotatedReport report)
    {
        Dictionary<string, List<string>> traits = new(StringComparer.Ordinal);
        return (Find(report, traits), traits);
    }

    private Layer<Statement> Find(AnnotatedReport report, Dictionary<string, List<string>>? traitsOf)
    {
        DependencyTree tree = new(report.Tokens, _lexicon);
        (PastedBlocks pasted, List<Quotation> quotations) = PastedBlocks.Find(report.Report);
        QuotedTokens quoted = new(report.Tokens, quotations);
        Linker linker = new(_lexicon, tree, quoted, report.Names);
        List<Attribution> attributions = linker.Link();
        new ColonFinder(_lexicon, tree, quoted, report.Names, linker).Apply(attributions);
        if (report.Find(ReportLayers.RoleSpans) is { } roles)
        {
            new RoleMerger(_lexicon, tree, quoted, report.Names, linker, new QuotationOwners(tree, quoted, attributions)).Apply(attributions, roles);
        }

        new InvertedSpeech(_lexicon, tree, quoted, report.Names, linker).Apply(attributions);
        new TailSpeech(_lexicon, tree, quoted, report.Names, report.Find(ReportLayers.RoleSpans), linker).Apply(attributions);
        new Readjustment(_lexicon, tree, quoted, report.Names, linker).Apply(attributions);
        SourceBounds sources = new(_lexicon, tree, quoted, report.Names, linker);
        sources.Apply(attributions);
        new ContentEdges(_lexicon, tree, quoted, report.Names, linker).Apply(attributions);
        new ContentBounds(tree, quoted, linker).Apply(attributions);
        new WholeContents(tree, quoted, linker).Apply(attributions);
        new Listeners(_lexicon, tree, quoted, report.Names, linker).Apply(attributions);
        new ContentReach(_lexicon, tree, quoted, report.Names, linker).Apply(attributions);
        attributions.RemoveAll(static a => a.Content.IsEmpty);
        new ContentRests(_lexicon, tree, quoted, linker).Apply(attributions);
        new ContentLimits(_lexicon, tree, quoted, linker).Apply(attributions);
        new ContentEnds(_lexicon, tree, quoted, report.Names, linker).Apply(attributions);
        EmptyContents empty = new(_lexicon, tree, quoted, linker);
        empty.Apply(attributions);
        new HeadlinePassives(tree, quoted, linker).Apply(attributions);
        attributions.RemoveAll(static a => a.Content.IsEmpty);
        new Unuttered(_lexicon, tree, quoted, report.Names, linker).Apply(attributions);
        Deeds deeds = new(_lexicon, tree, quoted, report.Names, linker);
        deeds.Apply(attributions);
        new Hollow(_lexicon, tree, quoted, report.Names, linker).Apply(attributions);
        Doubtful doubtful = new(_lexicon, tree, quoted, report.Names, linker);
        doubtful.Apply(attributions, report.Find(ReportLayers.RoleSpans) is not null);
        new PollFigures(_lexicon, tree, quoted, linker).Apply(attributions);
        TrailingParticiples participles = new(tree, quoted, report.Names, _lexicon, linker);
        participles.Apply(attributions);
        participles.ApplyInside(attributions);
        Transcripts transcripts = new(_lexicon, tree, quoted, report.Names);
        transcripts.Apply(attributions);
        transcripts.ApplyNarrated(attributions);
        transcripts.ApplyHeaded(attributions);
        transcripts.ApplyInterviewed(attributions);
        ReportedBlocks reported = new(_lexicon, tree, quoted);
        reported.Apply(attributions);
        reported.PartJoined(attributions, linker);
        if (!_keepsOwnVoice)
        {
            deeds.WithoutSides(attributions);
            empty.WithoutQuotedThoughts(attributions);
            transcripts.WithoutOwnThoughts(attributions);
        }

        new ContinuationFinder(_lexicon, tree, quoted, report.Names, linker).Apply(attributions);
        doubtful.WithoutRefusals(attributions);
        if (!_keepsOwnVoice)
        {
            doubtful.WithoutWriter(attributions);
            new PullQuotes(report.Tokens, quoted).Apply(attributions);
        }

        foreach (Attribution attribution in attributions)
        {
            attribution.Content = attribution.Content with { Tokens = attribution.Content.Tokens.FindAll(i => !pasted.IsMark(report.Tokens.Starts[i], report.Tokens.Ends[i])) };
        }

        CueSurroundings surroundings = new(_lexicon, tree, report);
        foreach (Attribution attribution in attributions.Where(static a => a.Content.Rule is not ("content.floating" or "content.signature")))
        {
            attribution.Source = attribution.Source with { Tokens = surroundings.WithoutTimes(attribution.Source.Tokens) };
            int body = attribution.Content.Tokens is [var opening, ..] ? BodyStart(report.Tokens, opening) : 0, speaker = attribution.Source.Tokens is [var place, ..] ? BodyStart(report.Tokens, place) : 0;
            attribution.Source = attribution.Source.Tokens is [.., var end] && speaker <= end && speaker > 1 && report.Tokens.Starts[speaker - 1] > report.Tokens.Ends[speaker - 2] ? attribution.Source with { Tokens = attribution.Source.Tokens.FindAll(i => i >= speaker) } : attribution.Source;
            attribution.Content = attribution.Content with { Tokens = linker.Trim(attribution.Content.Tokens.FindAll(i => i >= body && attribution.Source.Tokens.BinarySearch(i) < 0), attribution.Cue) };
            attribution.Content = attribution.Content with { Tokens = WithoutJoint(attribution.Content.Tokens, report.Tokens, quoted) };
        }

        // "a man believed to be Lund's husband cried: “No!”": who he was believed to be went to the one who speaks.
        attributions.RemoveAll(a => a.Content.IsEmpty || (a.Content.Rule == "content.hearsay" && tree.Lower(a.Content.Tokens[^1]) is "be" or "to"));
        sources.Cite(attributions);
        sources.Part(attributions);
        SourceResolver resolver = new(_lexicon, tree, quoted, report, linker, new PronounSources(_lexicon, tree, quoted, report, attributions));
        new Voiceless(_lexicon, tree, quoted, resolver, linker).Apply(attributions);
        SpokenActs acts = new(_lexicon, tree, quoted, resolver, linker);
        acts.Apply(attributions);
        new Nesting(_lexicon, tree, resolver, linker, acts).Apply(attributions);
        if (!_keepsOwnVoice)
        {
            empty.WithoutOwnThoughts(attributions, (a, b) => string.Equals(resolver.Resolve(a.Source.Tokens).Name, resolver.Resolve(b.Source.Tokens).Name, StringComparison.OrdinalIgnoreCase));
            new Unspoken(_lexicon, tree, quoted, report.Names, linker, resolver).Apply(attributions);
        }

        new Intermediaries(_lexicon, tree, quoted, resolver, surroundings, _keepsOwnVoice).Apply(attributions);
        if (!_keepsOwnVoice)
        {
            new ReadableContents(_lexicon, tree, quoted, linker).Apply(attributions);
        }

        ChainBuilder chains = new(_lexicon, tree, resolver, new SourceFinder(_lexicon, tree, quoted), surroundings, pasted, attributions);
        Dictionary<Attribution, string> ids = attributions.ToDictionary(static a => a, a => Id(a, report));
        StatementTraits traits = new(_lexicon, tree, quoted, report, attributions);
        return new Layer<Statement>(attributions.Where(a => !chains.IsRecord(a)).Select(a =>
        {
            Statement made = Statement(a, report, _lexicon, tree, quoted, resolver, chains, surroundings, ids);
            List<string> found = traits.Of(a, made);
            traitsOf?.Add(made.Id, found);

            // "allegedly": that nobody is named is what the word says; how surely somebody is read does not arise.
            return a.Source.IsEmpty && a.Cue?.Kind == CueKind.Adverb ? made : made with { Certainty = StatementCertainty.English.Of(found) / 1000.0 };
        }));
    }

    // "LANOR, Norland (Axis) — The port is shut, officials said": the place stands in capitals and is no part of the words.
    private static int BodyStart(TokenLayer tokens, int first)
    {
        int sentence = tokens.SentenceOf(first);
        bool isFirst = tokens.Sentences[sentence].FirstToken == first && tokens.Text.Slice(tokens.Span(first, tokens.Sentences[sentence].EndToken)).AsSpan().ContainsAnyInRange('a', 'z') && tokens.Form(first).Length > 2 && !tokens.Form(first).ContainsAnyInRange('a', 'z') && char.IsAsciiLetterUpper(tokens.Form(first)[0]);
        return isFirst ? Dateline.EndOf(tokens, sentence) : first;
    }

    // "a man considered to be “a thief” and": a joint that joins nothing.
    private static List<int> WithoutJoint(List<int> content, TokenLayer tokens, QuotedTokens quoted) =>
        content is [_, .., var last] && tokens.Tags[last] == UniversalTag.Cconj && quoted.Of(last) < 0 ? content[..^1] : content;

    private static string Id(Attribution a, AnnotatedReport report) => Ids.Of(
        's', report.Report.Sha256,
        [.. SourceResolver.Spans(report.Tokens, a.IsPart ? a.Source.Tokens : []), .. SourceResolver.Spans(report.Tokens, [.. (a.Cue?.Tokens ?? []).Order()]), .. SourceResolver.Spans(report.Tokens, a.Content.Tokens)]);

    private static Statement Statement(
        Attribution a, AnnotatedReport report, CueLexicon lexicon, DependencyTree tree, QuotedTokens quoted, SourceResolver resolver, ChainBuilder chains, CueSurroundings surroundings, Dictionary<Attribution, string> ids)
    {
        TokenLayer tokens = report.Tokens;
        Resolved source = resolver.Resolve(a.Source.Tokens ?? []);
        ImmutableArray<TextSpan> cueSpans = SourceResolver.Spans(tokens, [.. (a.Cue?.Tokens ?? []).Order()]);
        string lemma = a.Cue is null ? "" : a.Cue.Entry?.Lemma.Replace('_', ' ') ?? (a.Cue.Kind == CueKind.Punctuation ? ":" : tree.Lemma(a.Cue.Head));
        (Stance stance, Force force) = StanceClassifier.Classify(a, tree, lexicon);
        List<int> occasion = surroundings.Occasion(a);
        if (occasion.Count == 0 && a.Cue is not null && surroundings.OccasionBefore(a, out int host) is { Count: > 0 } before && host >= 0 && a.Content.Tokens.Exists(i => quoted.Of(i) >= 0)
            && string.Equals(resolver.Resolve(tree.Yield(host)).Name, source.Name, StringComparison.OrdinalIgnoreCase))
        {
            occasion = before;
        }

        return new Statement
        {
            Id = ids[a],
            Report = report.Report.Id,
            Sentence = tokens.SentenceOf(a.Order),
            Source = new StatementSource(source.Spans, source.Text, source.Entity, source.Name, source.Kind),
            Cue = new StatementCue(cueSpans, SpannedText.Join(tokens.Text, cueSpans), lemma, a.Cue?.Negated ?? false, a.Cue?.Entry?.Factive ?? false),
            Content = SpannedText.Of(tokens.Text, SourceResolver.Spans(tokens, a.Content.Tokens)),
            Explanation = Explain(a, lemma),
            Manner = Manner(a, tokens, quoted),
            Stance = stance,
            Force = force,
            About = a.About is null ? null : ids[a.About],
            Hedge = a.Hedge >= 0 && a.Hedge == a.Cue?.Head ? SpannedText.Join(tokens.Text, cueSpans) : a.Hedge >= 0 && a.Parent is null ? tokens.Form(a.Hedge).ToString() : a.Cue?.Kind == CueKind.Adverb ? tokens.Form(a.Cue.Head).ToString() : null,
            Addressee = Addressee(a, tree, resolver, source),
            Occasion = occasion.Count == 0 ? null : SpannedText.Join(tokens.Text, SourceResolver.Spans(tokens, occasion)),
            Time = surroundings.Time(a),
            Chain = chains.Chain(a),
            Root = chains.Root(a, source),
            Parent = a.Parent is null || chains.IsRecord(a.Parent) ? null : ids[a.Parent],
        };
    }

    private static Explanation Explain(Attribution a, string lemma)
    {
        string cue = a.Cue is null ? "no cue" : $"cue “{lemma}” ({a.Cue.Kind.ToString().ToLowerInvariant()})";
        return Explanation.Of("statement", $"{cue}; content: {a.Content.Why}; source: {(a.Source.IsEmpty ? "none named" : a.Source.Why)}.")
            .From(Explanation.Of(a.Content.Rule, a.Content.Why), Explanation.Of(a.Source.IsEmpty ? "source.none" : a.Source.Rule, a.Source.Why ?? "none named"));
    }

    // "Two clubs sent letters to the mayor urging her to go": nobody tells oneself, wherever a pronoun was taken to point.
    private static string? Addressee(Attribution a, DependencyTree tree, SourceResolver resolver, Resolved source)
    {
        if (a.Addressee < 0 || resolver.EntityAt(a.Addressee) is not { } entity)
        {
            return null;
        }

        bool isSelf = tree.Tokens.Tags[a.Addressee] == UniversalTag.Pron && tree.Lower(a.Addressee) is "him" or "her" or "them" or "it"
            && (entity.Id == source.Entity || entity.Mentions.Any(m => source.Spans.Any(s => s.Start <= m.Span.Start && m.Span.End <= s.End)));
        return isSelf ? null : entity.Id;
    }

    // Words count as quoted where marks stand round them and not round the cue as well: “Bell said she would stay,” he said, gives Bell's words indirectly;
    // “I think it is safe,” he said, is all his own. A "that" before the marks takes nothing from direct speech.
    private static Manner Manner(Attribution a, TokenLayer tokens, QuotedTokens quoted)
    {
        if (a.Content.Rule == Transcripts.Rule)
        {
            return Core.Accounts.Manner.Direct;
        }

        int cue = a.Source.Tokens is [var own] && tokens.Form(own) is "I" or "i" or "We" or "we" || a.Cue?.Kind == CueKind.Punctuation ? -1 : a.Cue?.Head ?? -1;
        int words = 0, inside = 0, finite = 0, last = -1;
        foreach (int token in a.Content.Tokens)
        {
            bool isThat = words == 0 && tokens.Tags[token] == UniversalTag.Sconj;
            if (tokens.Tags[token] is not (UniversalTag.Punct or UniversalTag.Sym) && (!isThat || quoted.IsWithin(token, cue)))
            {
                words++;
                bool isInside = quoted.IsWithin(token, cue);
                inside += isInside ? 1 : 0;
                finite += isInside && tokens.Tags[token] is UniversalTag.Verb or UniversalTag.Aux ? 1 : 0;
                last = isInside ? token : last;
            }
        }

        // "the ‘Red Crew,’ who police say are armed", "the “opposition” (said to be there)": marks round a name before the cue are not round what is said by it.
        if (finite == 0 && inside is > 0 and <= 4 && inside < words && last < cue && a.Content.Tokens[^1] > cue)
        {
            return Core.Accounts.Manner.Indirect;
        }

        return inside == 0 ? Core.Accounts.Manner.Indirect : inside == words ? Core.Accounts.Manner.Direct : Core.Accounts.Manner.Mixed;
    }
}
