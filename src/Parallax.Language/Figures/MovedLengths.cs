using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Language.Coreference;
using Parallax.Language.Coreference.Mentions;

namespace Parallax.Language.Figures;

/// <summary>How far a body moved: "fell 2,000 ft", "plunged 30m from a roof" tell a length, not by how much something changed.</summary>
internal static class MovedLengths
{
    private const int Reach = 3;
    private const double Million = 1e6;

    /// <summary>The phrase, read as a length where a body moved by it.</summary>
    public static FigurePhrase Read(TokenLayer tokens, FigurePhrase phrase)
    {
        TextSpan span = TextSpan.FromBounds(phrase.Start, phrase.End);
        (int first, int end) = tokens.TokensOf(span);
        if (first >= end)
        {
            return phrase;
        }

        FigurePhrase length = IsGluedMetre(tokens, phrase, first, end) ? Metres(phrase) : phrase;
        if (phrase is { Kind: FigureKind.Measure, Aspect: FigureAspect.Change } && first > 0 && end < tokens.Count && CountingWords.Instance.Has("releasing", tokens.Lemmas[first - 1]) && tokens.SentenceOf(first - 1) == tokens.SentenceOf(end) && FigureMeasure.ThingAfter(tokens, tokens.Form(end) is "of" ? end + 1 : end) is not null)
        {
            return Level(phrase); // "dropped 500 kg cluster bombs": nothing is lighter by so much
        }

        bool change = length.Unit is "m" or "km" && length.Aspect == FigureAspect.Change && !(first > 0 && tokens.Form(first - 1) is "by");
        return change && !TellsOfLevel(tokens, first) ? Level(length) : length;
    }

    // "fell about 60m from a ridge": a glued m is read as a million before a word, here it is metres. "Fell 60m from 80m" and "fell 60m from a year earlier" tell of amounts.
    private static bool IsGluedMetre(TokenLayer tokens, FigurePhrase phrase, int first, int end)
    {
        ReadOnlySpan<char> text = tokens.Text.Slice(TextSpan.FromBounds(phrase.Start, phrase.End));
        bool glued = phrase.Kind == FigureKind.Number && phrase.Unit.Length == 0 && text.Length > 1 && text[^1] == 'm' && char.IsAsciiDigit(text[^2]);
        if (!glued || !AfterMotion(tokens, first) || end >= tokens.Count || tokens.SentenceOf(end) != tokens.SentenceOf(first))
        {
            return false;
        }

        bool place = end + 2 < tokens.Count && tokens.Form(end) is "from" or "to" && tokens.Tags[end + 1] is UniversalTag.Det or UniversalTag.Pron && !IsOfCalendar(tokens, end + 2);
        return (place || CountingWords.Instance.Has("way", tokens.Form(end))) && !TellsOfLevel(tokens, first) && HasBody(tokens, first);
    }

    private static bool IsOfCalendar(TokenLayer tokens, int token) =>
        !FigureMeasure.Names(tokens, token) || tokens.Lemmas[token] is "last" or "previous" or "earlier" or "same" or "record" or "high" or "low" or "peak";

    private static bool AfterMotion(TokenLayer tokens, int first)
    {
        for (int i = first - 1; i >= 0 && first - i <= Reach && tokens.SentenceOf(i) == tokens.SentenceOf(first); i--)
        {
            if (CountingWords.Instance.Has("motion", tokens.Form(i)))
            {
                return true;
            }
        }

        return false;
    }

    // A name, a pronoun, a person or nothing told does it; "profit fell 2m" is money.
    private static bool HasBody(TokenLayer tokens, int first)
    {
        int verb = FigureMeasure.Verb(tokens, first);
        int subject = SubjectOf(tokens, verb);
        return subject < 0 ? verb >= 0 : tokens.Tags[subject] is UniversalTag.Propn or UniversalTag.Pron || IsPerson(tokens, subject);
    }

    private static bool IsPerson(TokenLayer tokens, int token) => MentionLexicon.Instance.Noun(tokens.Lemmas[token]).Class is NounClass.Person or NounClass.People;

    /// <summary>Whether somebody fell in the text before a token.</summary>
    public static bool HasFallen(TokenLayer tokens, int token)
    {
        for (int i = 0; i < token; i++)
        {
            if (tokens.Tags[i] == UniversalTag.Verb && tokens.Lemmas[i] is "fall" && SubjectOf(tokens, i) is >= 0 and int subject
                && (IsPerson(tokens, subject) || tokens.Lemmas[subject] is "he" or "she" or "who"))
            {
                return true;
            }
        }

        return false;
    }

    private static int SubjectOf(TokenLayer tokens, int verb)
    {
        if (verb < 0)
        {
            return -1;
        }

        Sentence sentence = tokens.Sentences[tokens.SentenceOf(verb)];
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (tokens.Heads[i] == verb && tokens.Relations[i].StartsWith("nsubj", StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    // "The lake fell 2 metres": in the subject where there is one, else before a verb's length or anywhere ("a drop of 2 metres in the level").
    private static bool TellsOfLevel(TokenLayer tokens, int token)
    {
        int verb = FigureMeasure.Verb(tokens, token), subject = SubjectOf(tokens, verb);
        Sentence sentence = tokens.Sentences[tokens.SentenceOf(token)];
        for (int i = sentence.FirstToken; i < (verb >= 0 ? token : sentence.EndToken); i++)
        {
            if ((subject < 0 || i == subject || tokens.Heads[i] == subject) && CountingWords.Instance.Has("levels", tokens.Lemmas[i]))
            {
                return true;
            }
        }

        return false;
    }

    private static FigurePhrase Metres(FigurePhrase phrase) => phrase with
    {
        Kind = FigureKind.Measure,
        Unit = "m",
        Value = phrase.Value / Million,
        Low = phrase.Low / Million,
        High = phrase.High / Million,
        Factor = 1,
    };

    private static FigurePhrase Level(FigurePhrase phrase) => phrase.Value is < 0 || phrase.High is < 0
        ? phrase with
        {
            Aspect = FigureAspect.Level,
            Value = -phrase.Value,
            Low = -phrase.High,
            High = -phrase.Low,
            LowExclusive = phrase.HighExclusive,
            HighExclusive = phrase.LowExclusive,
        }
        : phrase with { Aspect = FigureAspect.Level };
}
