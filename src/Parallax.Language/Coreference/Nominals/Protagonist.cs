using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Language.Coreference.Mentions;
using Parallax.Language.Syntax;

namespace Parallax.Language.Coreference.Nominals;

/// <summary>The one person without a name whom a report is about: "a 43-year-old man", "the patient" and "the man" of a report that tells of no other such person are one.</summary>
/// <remarks>Only where nouns of the sort alternate, one of them brings him in, and no age, sex or word ("another", "two men") tells of a second.</remarks>
internal static class Protagonist
{
    // He comes in within so many sentences, by a short mention and one that tells more ("a man … the tale of a 43-year-old man who").
    private const int Opening = 8, Introductions = 2;

    // So many mentions without pronouns make one whom the report is about.
    private const int Fewest = 4;

    /// <summary>Joins his mentions.</summary>
    /// <param name="tree">The parse.</param>
    /// <param name="clusters">Takes the joins.</param>
    public static void Resolve(SyntaxTree tree, MentionClusters clusters)
    {
        List<MentionCandidate> told = clusters.Mentions.FindAll(m => m is { IsName: false, IsPronoun: false, Class: NounClass.Person, Quote: 0 } && m.Number != MentionNumber.Plural && m.Type != MentionType.Coordination && (BodyWords.Is("protagonist", m.HeadLemma) || IsOfYears(m.HeadLemma)));
        if (told.Count < Fewest || told.Select(static m => IsOfYears(m.HeadLemma) ? m.HeadLemma[(m.HeadLemma.LastIndexOf('-') + 1)..] : m.HeadLemma).Distinct(StringComparer.Ordinal).Count() < 2 || !IsAlone(tree, clusters, told))
        {
            return;
        }

        MentionCandidate first = told[0];
        foreach (MentionCandidate mention in told)
        {
            bool isCalled = mention.Type == MentionType.DefiniteNoun || mention.Type == MentionType.IndefiniteNoun || tree.Tokens.Sentences[mention.Sentence].Part is TextPart.Title;
            if (isCalled && !clusters.Together(first.Index, mention.Index))
            {
                clusters.Join(first.Index, mention.Index, "coref.protagonist", $"“{mention.Words}” is “{first.Words}”, the one person without a name whom the report is about");
            }
        }
    }

    private static bool IsOfYears(string noun) => noun.Contains("-year-old", StringComparison.Ordinal);

    private static bool IsAlone(SyntaxTree tree, MentionClusters clusters, List<MentionCandidate> told)
    {
        MentionGender sex = MentionGender.Unknown;
        string age = "";
        int introductions = 0, definite = 0;
        foreach (MentionCandidate mention in told)
        {
            // "Karim Hadi, a man of few words": the report names whom it calls so.
            if (mention.Descriptive || clusters.FactsOf(mention.Index).IsNamed || mention.Modifiers.Any(static m => BodyWords.Is("second", m)) || BodyWords.Is("second", tree.Tokens.Form(mention.TightFirst).ToString().ToLowerInvariant()))
            {
                return false;
            }

            string years = Years(tree.Tokens, mention);
            MentionGender own = mention.Gender is MentionGender.Male or MentionGender.Female ? mention.Gender : MentionGender.Unknown;
            if ((own != MentionGender.Unknown && sex != MentionGender.Unknown && own != sex) || (years.Length > 0 && age.Length > 0 && years != age))
            {
                return false;
            }

            (sex, age) = (own == MentionGender.Unknown ? sex : own, years.Length == 0 ? age : years);
            bool isTitle = tree.Tokens.Sentences[mention.Sentence].Part is TextPart.Title;
            bool isIn = mention.Type is MentionType.IndefiniteNoun && !isTitle;
            introductions += isIn ? 1 : 0;
            definite += mention.Type == MentionType.DefiniteNoun ? 1 : 0;
            if (isIn && mention.Sentence > Opening)
            {
                return false;
            }
        }

        // "two men", "three patients": more than one of the sort; "men", "patients" may be any.
        bool several = clusters.Mentions.Exists(m => m is { IsName: false, IsPronoun: false, Number: MentionNumber.Plural } && BodyWords.Is("protagonist", m.HeadLemma) && (tree.Child(m.Head, "nummod") >= 0 || (tree.Child(m.Head, "det") is >= 0 and int both && tree.Tokens.Form(both) is "these" or "both")));
        return introductions is > 0 and <= Introductions && definite > 1 && age.Length > 0 && !several;
    }

    // The number of years in "a 43-year-old man", "a man, 43": empty where none is told.
    private static string Years(TokenLayer tokens, MentionCandidate mention)
    {
        for (int t = mention.TightFirst; t < mention.TightEnd; t++)
        {
            ReadOnlySpan<char> form = tokens.Form(t);
            bool isYears = form.IndexOf("-year", StringComparison.Ordinal) > 0 || (t + 2 < tokens.Count && tokens.Form(t + 1) is "-" && tokens.Form(t + 2).StartsWith("year", StringComparison.Ordinal)) || (t + 1 < tokens.Count && tokens.Form(t + 1) is "year");
            if (isYears && char.IsAsciiDigit(form[0]))
            {
                int end = form.IndexOf('-');
                return (end > 0 ? form[..end] : form).ToString();
            }
        }

        return "";
    }
}
