using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Language.Statements.Cues;

namespace Parallax.Language.Statements.Quotations;

/// <content>Interviews printed as questions and answers.</content>
internal sealed partial class Transcripts
{
    private const int ShortestAnswer = 5;

    /// <summary>"Q: Is it safe? A: It is.": in an interview with one person all answers are that person's; what is asked is nobody's statement.</summary>
    public void ApplyInterviewed(List<Attribution> attributions)
    {
        List<int> asked = Labels("Q"), answered = Labels("A");
        List<int> speaker = asked.Count < 2 || answered.Count < 2 ? [] : Interviewed(asked[0]);
        if (speaker.Count == 0)
        {
            return;
        }

        List<int> turns = [.. asked.Union(answered).Order()];
        foreach (int turn in turns)
        {
            int next = turns.Find(i => i > turn), end = next > turn ? Tokens.Sentences[Tokens.SentenceOf(next)].FirstToken : EndOfAnswer(turn);
            if (asked.Contains(turn))
            {
                attributions.RemoveAll(a => a.Cue?.Head == turn || (a.Cue is { } cue && turn < cue.Head && cue.Head < end && a.Source.Tokens.Contains(turn - 1)));
                continue;
            }

            attributions.RemoveAll(a => a.Cue?.Head == turn);
            if (end - turn <= ShortestAnswer)
            {
                // "A: Yes.": to what, only the question tells.
                continue;
            }

            attributions.Add(new Attribution(new Cue(turn, [turn], null, CueKind.Punctuation, false, false, turn), new Choice([.. speaker], "source.interview", "who is interviewed"), new Choice([.. Enumerable.Range(turn + 1, end - turn - 1)], Rule, "answer in an interview")));
        }

        attributions.Sort(static (x, y) => x.Order.CompareTo(y.Order));
    }

    // The colons of lines that open with one letter for who speaks.
    private List<int> Labels(string letter)
    {
        List<int> colons = [];
        foreach (Sentence sentence in Tokens.Sentences)
        {
            bool isLabel = sentence.TokenCount > 2 && Tokens.Form(sentence.FirstToken).Equals(letter, StringComparison.Ordinal) && Tokens.Form(sentence.FirstToken + 1) is ":";
            colons.AddRange(isLabel ? [sentence.FirstToken + 1] : Array.Empty<int>());
        }

        return colons;
    }

    // The one person whom the first line or the title names, or, where it names none, the one before the first question.
    private List<int> Interviewed(int first)
    {
        foreach (bool isTitle in new[] { true, false })
        {
            List<NameMention> persons = [.. names.Where(n => n.Kind == NameKind.Person && n.EndToken <= first && (Tokens.SentenceOf(n.FirstToken) == 0 || Tokens.Sentences[Tokens.SentenceOf(n.FirstToken)].Part == TextPart.Title) == isTitle)];
            if (persons.Count > 0)
            {
                string surname = tree.Lower(persons[0].EndToken - 1);
                return persons.TrueForAll(n => tree.Lower(n.EndToken - 1) == surname) ? [.. Enumerable.Range(persons[0].FirstToken, persons[0].EndToken - persons[0].FirstToken)] : [];
            }
        }

        return [];
    }

    private int EndOfAnswer(int turn)
    {
        int sentence = Tokens.SentenceOf(turn), end = sentence + 1;
        while (end < Tokens.Sentences.Length && Tokens.Sentences[end].Block == Tokens.Sentences[sentence].Block)
        {
            end++;
        }

        return Tokens.Sentences[end - 1].EndToken;
    }
}
