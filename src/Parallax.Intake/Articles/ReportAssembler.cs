using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Parallax.Core;
using Parallax.Core.Findings;
using Parallax.Core.Identity;
using Parallax.Core.Reports;
using Parallax.Core.Text;
using Parallax.Intake.Outlets;

namespace Parallax.Intake.Articles;

/// <summary>Makes the article text with its map from the kept blocks, and the report from the article and what is known about it.</summary>
internal static class ReportAssembler
{
    private const string BlockBreak = "\n\n";

    /// <summary>A report, or null where no block was kept.</summary>
    public static Report? Assemble(string name, ReadOnlySpan<byte> bytes, string received, ImmutableArray<RawBlock> blocks, DeclaredFacts facts, IntakeOptions options, IEnumerable<Finding> findings)
    {
        ImmutableArray<RawBlock> seen = [.. blocks.Select(InvisibleCharacters.Remove).Where(static block => block.Text.Length > 0)];
        ArticleLayout layout = LayoutReader.Read(seen);
        if (layout.Kept.IsEmpty)
        {
            return null;
        }

        StringBuilder text = new();
        ImmutableArray<TextMapPiece>.Builder pieces = ImmutableArray.CreateBuilder<TextMapPiece>();
        ImmutableArray<TextBlock>.Builder textBlocks = ImmutableArray.CreateBuilder<TextBlock>();
        List<Furniture> furniture = [.. layout.Cut.Select(static cut => new Furniture(cut.Block.Text, cut.Block.ReceivedStart, cut.Why))];
        List<Finding> problems = [.. findings];
        foreach (KeptBlock whole in layout.Kept)
        {
            KeptBlock kept = whole;
            if (text.Length == 0 && kept.Block.Text.Length > options.MaxArticleLength)
            {
                furniture.Add(new Furniture(kept.Block.Text[options.MaxArticleLength..], kept.Block.ReceivedStart, "beyond the limit of length"));
                kept = kept with { Block = kept.Block.Slice(0, options.MaxArticleLength) };
            }

            if (text.Length + kept.Block.Text.Length > options.MaxArticleLength && text.Length > 0)
            {
                furniture.Add(new Furniture(kept.Block.Text, kept.Block.ReceivedStart, "beyond the limit of length"));
                continue;
            }

            text.Append(text.Length > 0 ? BlockBreak : "");
            textBlocks.Add(new TextBlock(new TextSpan(text.Length, kept.Block.Text.Length), kept.Part));
            pieces.AddRange(kept.Block.Pieces.Select(piece => piece with { Start = piece.Start + text.Length }));
            text.Append(kept.Block.Text);
        }

        if (furniture.Any(static f => f.Why == "beyond the limit of length"))
        {
            problems.Add(IntakeFindings.CutLong(name, text.Length));
        }

        string sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        string id = Ids.Report(sha256);
        string article = text.ToString();
        if (!EnglishDetector.LooksEnglish(article) && facts.Language is null)
        {
            problems.Add(IntakeFindings.NotEnglish(name));
        }

        int unseen = blocks.Sum(static block => block.Text.Length) - seen.Sum(static block => block.Text.Length);
        if (unseen > 0)
        {
            problems.Add(IntakeFindings.Invisible(name, unseen));
        }

        facts = Seen(facts);
        ImmutableArray<string> authors = facts.Authors.IsEmpty ? Authors(layout.Byline) : facts.Authors;
        if ((authors.Prepend(facts.Outlet?.Name ?? "").FirstOrDefault(MixedScripts.Mixes) ?? MixedScripts.FirstCapitalWord(article)) is { } mixed)
        {
            problems.Add(IntakeFindings.MixedScript(name, mixed));
        }

        return new Report
        {
            Id = id,
            Sha256 = sha256,
            Files = [name],
            Received = new SourceText(received),
            Text = new SourceText(article),
            Map = new TextMap(pieces.ToImmutable()),
            Blocks = textBlocks.ToImmutable(),
            Furniture = [.. furniture.OrderBy(static f => f.ReceivedStart)],
            Url = facts.Url,
            Outlet = facts.Outlet,
            Title = facts.Title ?? (layout.Kept[0].Part == TextPart.Title ? layout.Kept[0].Block.Text : null),
            Byline = layout.Byline,
            Dateline = layout.Dateline?.Place,
            Authors = authors,
            Agency = (layout.Dateline?.Agency ?? facts.Agency ?? layout.CreditedAgency) is { } agency ? new Credit(agency, []) : null,
            CarriedFrom = layout.CarriedNote is { } note && CarriedName(note) is var carried && !OutletName.AreOne(carried, facts.Outlet?.Name ?? "") ? new Credit(carried, []) : null, // "Originally published on" itself says nothing
            Genre = layout.LabelledOpinion ? Genre.Opinion : facts.Genre,
            Language = facts.Language ?? (EnglishDetector.LooksEnglish(article) ? "en" : "und"),
            Published = facts.Published ?? DatelineDate.Read(layout.Dateline) ?? layout.LineDate ?? DatelineDate.ReadYearless(layout.Dateline),
            Modified = facts.Modified,
            FirstSeen = facts.FirstSeen,
            Captured = facts.Captured,
            DateCandidates = facts.DateCandidates,
            Facts = facts.Facts,
            Owner = facts.Owner,
            Section = facts.Section,
            Findings = [.. problems.Select(problem => problem with { Report = id })],
        };
    }

    private static DeclaredFacts Seen(DeclaredFacts facts) => facts with
    {
        Outlet = facts.Outlet is { } outlet ? outlet with { Name = InvisibleCharacters.Remove(outlet.Name) } : null,
        Authors = [.. facts.Authors.Select(InvisibleCharacters.Remove)],
        Title = facts.Title is { } title ? InvisibleCharacters.Remove(title) : null,
        Agency = facts.Agency is { } agency ? InvisibleCharacters.Remove(agency) : null,
    };

    // "By A, B and C" names three; "By A, Port Alder" and "A, crime reporter" name one and where or what he is.
    private static ImmutableArray<string> Authors(string? byline)
    {
        if (byline is null)
        {
            return [];
        }

        string names = byline.StartsWith("By ", StringComparison.OrdinalIgnoreCase) ? byline[3..] : byline;
        bool several = names.Contains(" and ", StringComparison.Ordinal) || names.Contains('&', StringComparison.Ordinal);
        string[] parts = several ? names.Split([" and ", ",", ";", "&"], StringSplitOptions.None) : [names.Split(',')[0]];
        return [.. parts.Select(static author => author.Trim().TrimEnd('*', ' ')).Where(static author => author.Contains(' ', StringComparison.Ordinal))];
    }

    // "first published in The Harbour Post": the words after the preposition, if they are a name; else the text does not say.
    private static string CarriedName(string note)
    {
        foreach (string mark in (ReadOnlySpan<string>)["published in ", "published by ", "published on ", "published at ", "appeared in ", "appeared on ", "permission from "])
        {
            int at = note.IndexOf(mark, StringComparison.OrdinalIgnoreCase);
            if (at >= 0)
            {
                string name = FirstSentence(note[(at + mark.Length)..]).TrimEnd('.', ' ', '*');
                return name.Length > 0 && char.IsUpper(name[0]) ? name : "unknown";
            }
        }

        return "unknown";
    }

    // "Alder Post. Read the original.": a stop behind a word of three letters or more ends the name; behind "St" it does not.
    private static string FirstSentence(string words)
    {
        for (int stop = words.IndexOf(". ", StringComparison.Ordinal); stop >= 0; stop = words.IndexOf(". ", stop + 1, StringComparison.Ordinal))
        {
            int word = words.AsSpan(0, stop).LastIndexOfAny(' ', '.') + 1;
            if (stop - word > 2)
            {
                return words[..stop];
            }
        }

        return words;
    }
}
