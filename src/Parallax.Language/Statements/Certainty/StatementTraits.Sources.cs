using System.Text.Json;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Language.Statements.Cues;

namespace Parallax.Language.Statements.Certainty;

/// <content>Traits of the source: its form, what it was resolved to, and who else could be meant.</content>
internal sealed partial class StatementTraits
{
    private void AddSource(List<string> traits, Attribution a, Statement made)
    {
        List<int> source = a.Source.Tokens ?? [];
        traits.Add("kind-" + JsonNamingPolicy.KebabCaseLower.ConvertName(made.Source.Kind.ToString()));
        if (source.Count == 0)
        {
            traits.Add("source-none");
            return;
        }

        traits.Add("source-rule-" + Bucket(a.Source.Rule, SourceRules));
        int head = source.Count == 1 ? source[0] : HeadOf(source);
        bool isPronoun = source.Count == 1 && Tokens.Tags[head] is UniversalTag.Pron or UniversalTag.Det;
        if (isPronoun)
        {
            bool isPersonal = tree.Lower(head) is "he" or "she";
            traits.Add(isPersonal ? "source-he-she" : tree.Lower(head) is "i" or "we" ? "source-i-we" : tree.Lower(head) is "they" or "it" ? "source-they-it" : "source-other-pronoun");
            AddRivals(traits, head, made, isPersonal);
        }
        else if (Tokens.Tags[head] == UniversalTag.Propn || source.Exists(i => Tokens.Tags[i] == UniversalTag.Propn && (tree.Is(i, "appos") || tree.Is(i, "flat"))))
        {
            traits.Add(made.Source.Entity is null ? "source-name-unknown" : source.Count == 1 ? "source-surname" : "source-name");
        }
        else
        {
            traits.Add(made.Source.Entity is null ? "source-noun-unknown" : "source-noun-known");
            if (made.Source.Entity is { } entity && report.Entities.Find(entity) is { } known && !known.Mentions.Any(m => m.Form == MentionForm.Name && m.Span.Overlaps(Tokens.Span(source[0], source[^1] + 1))))
            {
                traits.Add("source-noun-stands-for-another");
            }
        }

        AddName(traits, source, made, isPronoun);
        if (made.Source.Entity is null && !isPronoun)
        {
            traits.Add("source-unlinked");
        }

        if (source.Count > LongSource)
        {
            traits.Add("source-long");
        }

        if (tree.Child(head, "conj") >= 0)
        {
            traits.Add("source-several");
        }

        if (source.Exists(i => quoted.Of(i) >= 0))
        {
            traits.Add("source-quoted");
        }

        if (!Agrees("source", source))
        {
            traits.Add(Overlaps("source", source) ? "source-network-other-edges" : "source-not-in-network");
        }

        if (a.Cue is not null && Tokens.SentenceOf(source[0]) != Tokens.SentenceOf(a.Cue.Head))
        {
            traits.Add("source-other-sentence");
        }
    }

    // "the 38-year-old", left without a name; "one former clerk", taken for somebody named; "60 percent".
    private void AddName(List<string> traits, List<int> source, Statement made, bool isPronoun)
    {
        bool isNamed = made.Source.Name.AsSpan().ContainsAnyInRange('A', 'Z') && !string.Equals(made.Source.Name, made.Source.Text, StringComparison.OrdinalIgnoreCase);
        string first = tree.Lower(source[0]);
        bool isNoun = Tokens.Tags[HeadOf(source)] == UniversalTag.Noun;
        if (isPronoun && !isNamed)
        {
            traits.Add("name-still-pronoun");
        }
        else if (isNoun && first is "the" or "this" or "that" && !isNamed)
        {
            traits.Add(tree.HasFeature(HeadOf(source), "Number=Plur") ? "name-still-description-of-many" : made.Source.Kind is ActorKind.Person or ActorKind.Unnamed or ActorKind.Other ? "name-still-description" : source.Count > 2 ? "name-still-full-description-of-body" : "name-still-description-of-body");
        }
        else if (isNoun && first is "a" or "an" or "one" or "some" or "another" or "several" or "many" or "other")
        {
            traits.Add(isNamed ? "name-for-unnamed" : "name-none-told");
        }

        if (Tokens.Tags[source[0]] == UniversalTag.Num)
        {
            traits.Add("source-number");
        }

        if (isNoun && source.Count == 1)
        {
            traits.Add("source-bare-noun");
        }
    }

    // Where the one whom a pronoun is taken for was last told of.
    private void AddAntecedent(List<string> traits, int pronoun, Statement made)
    {
        if (made.Source.Entity is not { } id || report.Entities.Find(id) is not { } entity)
        {
            return;
        }

        TextSpan last = default;
        foreach (Mention mention in entity.Mentions)
        {
            last = mention.End <= Tokens.Starts[pronoun] && (last.Length == 0 || mention.Start > last.Start) ? mention.Span : last;
        }

        if (last.Length == 0)
        {
            traits.Add("last-none");
            return;
        }

        int first = Tokens.TokenAt(last.Start), at = first;
        for (int token = first; token < Tokens.Count && Tokens.Starts[token] < last.End; token++)
        {
            at = Tokens.Heads[token] < first || Tokens.Starts[Tokens.Heads[token]] >= last.End ? token : at;
        }

        traits.Add(tree.Is(at, "nsubj") || tree.Is(at, "nsubj:pass") ? "last-subject" : tree.Is(at, "obj") || tree.Is(at, "obl") ? "last-object" : "last-elsewhere");
        traits.Add((Tokens.SentenceOf(pronoun) - Tokens.SentenceOf(at)) switch { 0 => "last-here", 1 => "last-before", 2 or 3 => "last-near", _ => "last-far" });
        if (quoted.Of(at) >= 0)
        {
            traits.Add("last-quoted");
        }

        if (Tokens.Sentences[Tokens.SentenceOf(at)].Block != Tokens.Sentences[Tokens.SentenceOf(pronoun)].Block)
        {
            traits.Add("last-other-paragraph");
        }
    }

    // Who else was named shortly before: with two of them a pronoun is a guess.
    private void AddRivals(List<string> traits, int pronoun, Statement made, bool isPersonal)
    {
        if (!isPersonal)
        {
            return;
        }

        int sentence = Tokens.SentenceOf(pronoun), nearest = int.MaxValue;
        int from = Tokens.Starts[Tokens.Sentences[Math.Max(0, sentence - RivalSentences)].FirstToken], to = Tokens.Starts[pronoun];
        HashSet<string> rivals = new(StringComparer.Ordinal);
        foreach ((Mention mention, Entity entity) in report.Entities.Mentions)
        {
            if (mention.Start >= to)
            {
                break;
            }

            if (mention.Form == MentionForm.Name && entity.Id == made.Source.Entity)
            {
                nearest = Math.Min(nearest, sentence - Tokens.SentenceOf(Tokens.TokenAt(mention.Start)));
            }

            if (mention.Start >= from && mention.Form == MentionForm.Name && entity.Kind == ActorKind.Person)
            {
                rivals.Add(entity.Id);
            }
        }

        AddAntecedent(traits, pronoun, made);
        traits.Add(rivals.Count switch { 0 => "rivals-none", 1 => rivals.Contains(made.Source.Entity ?? "") ? "rivals-self-only" : "rivals-another-only", 2 => "rivals-two", _ => "rivals-many" });
        traits.Add(nearest switch { 0 => "antecedent-here", 1 => "antecedent-before", 2 or 3 => "antecedent-near", int.MaxValue => "antecedent-never-named", _ => "antecedent-far" });
        Attribution? before = null;
        foreach (Attribution other in attributions)
        {
            before = other.Order < Tokens.Sentences[sentence].FirstToken && !other.Source.IsEmpty && (before is null || other.Order > before.Order) ? other : before;
        }

        if (before is not null && report.Entities.At(Tokens.Span(HeadOf(before.Source.Tokens))) is { } spoke)
        {
            traits.Add(spoke.Id == made.Source.Entity ? "speaker-goes-on" : sentence - Tokens.SentenceOf(before.Order) <= 2 ? "speaker-changes" : "speaker-long-ago");
        }
    }
}
