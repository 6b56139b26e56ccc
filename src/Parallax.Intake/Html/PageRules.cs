using System.Collections.Immutable;
using AngleSharp.Dom;
using Parallax.Core.Reports;
using Parallax.Intake.Html.Metadata;
using Parallax.Intake.Outlets;

namespace Parallax.Intake.Html;

/// <summary>What the rules of a user for an outlet find on one of its pages.</summary>
internal sealed class PageRules
{
    private const int MostElements = 1_000, Trust = 199, LongestFact = 300;
    private readonly Dictionary<IElement, string> _cut = new(ReferenceEqualityComparer.Instance);

    /// <summary>Facts that the rules point at or state.</summary>
    public List<RawFact> Facts { get; } = [];

    /// <summary>The element that a rule gives as the article, or null.</summary>
    public IElement? Article { get; private set; }

    /// <summary>Applies rules to a page.</summary>
    public static PageRules Of(IDocument document, ImmutableArray<OutletRule> rules)
    {
        PageRules found = new();
        foreach (OutletRule rule in rules)
        {
            string origin = $"rule for {rule.Host}";
            switch (rule.Fact)
            {
                case "outlet" or "owner":
                    found.Facts.Add(new RawFact(rule.Fact == "outlet" ? FactKind.Outlet : FactKind.Owner, rule.Value, origin, Trust));
                    break;
                case "article":
                    found.Article ??= document.QuerySelector(rule.Value);
                    break;
                case "cut":
                    foreach (IElement element in document.QuerySelectorAll(rule.Value).Take(MostElements))
                    {
                        found._cut.TryAdd(element, $"the {origin} cuts “{rule.Value}”");
                    }

                    break;
                default:
                    FactKind kind = rule.Fact switch { "title" => FactKind.Title, "author" => FactKind.Author, _ => FactKind.Published };
                    foreach (IElement element in document.QuerySelectorAll(rule.Value).Take(kind == FactKind.Author ? 20 : 1))
                    {
                        string words = PageFactChooser.Clean(element.GetAttribute("datetime") ?? element.GetAttribute("content") ?? element.TextContent);
                        found.Facts.Add(new RawFact(kind, words.Length > LongestFact ? words[..LongestFact] : words, origin, Trust + 1));
                    }

                    break;
            }
        }

        return found;
    }

    /// <summary>Why a rule cuts what stands in an element, or null.</summary>
    public string? WhyCut(IElement element)
    {
        if (_cut.Count == 0)
        {
            return null;
        }

        for (IElement? around = element; around is not null; around = around.ParentElement)
        {
            if (_cut.TryGetValue(around, out string? why))
            {
                return why;
            }
        }

        return null;
    }
}
