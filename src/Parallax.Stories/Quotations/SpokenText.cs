using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Stories.Words;

namespace Parallax.Stories.Quotations;

/// <summary>The words of a report with what is known of who says them.</summary>
internal sealed class SpokenText
{
    private const int None = -1;

    private readonly int[] _holder;
    private readonly int[] _sentence;
    private readonly bool[] _quoted;
    private readonly bool[] _frame;

    public SpokenText(AnnotatedReport report)
    {
        Report = report;
        string text = report.Report.Text.Text;
        Words = WordList.Of(text);
        Keys = [.. Words.Select(WordDiff.Key)];
        (_holder, _sentence, _quoted, _frame) = (new int[Words.Length], new int[Words.Length], new bool[Words.Length], new bool[Words.Length]);
        Array.Fill(_holder, None);

        // What is nested is told by the innermost, and words in quotation marks by whoever is quoted.
        Statements = [.. report.Statements.Where(static s => s.Content.Spans.Length > 0)
            .OrderBy(static s => s.Manner == Manner.Direct).ThenByDescending(static s => s.Content.Spans.Sum(static p => p.Length)).ThenBy(static s => s.Id, StringComparer.Ordinal)];
        for (int i = 0; i < Statements.Length; i++)
        {
            Mark(Statements[i].Content.Spans, word => (_holder[word], _quoted[word]) = (i, _quoted[word] || Statements[i].Manner == Manner.Direct));
        }

        Mark(QuoteMarks.Inside(text), word => _quoted[word] = true);
        foreach (Statement statement in Statements)
        {
            Mark(statement.Cue.Spans.AddRange(statement.Source.Spans), word => _frame[word] |= Repeats(word, statement));
        }

        if (report.Find(ReportLayers.Tokens) is { } tokens)
        {
            for (int i = 0, sentence = 0; i < Words.Length; i++)
            {
                while (sentence + 1 < tokens.Sentences.Length && tokens.Sentences[sentence + 1].Span.Start <= Words[i].Span.Start)
                {
                    sentence++;
                }

                _sentence[i] = sentence;
            }
        }
    }

    /// <summary>The report.</summary>
    public AnnotatedReport Report { get; }

    /// <summary>All words of the report.</summary>
    public ImmutableArray<Word> Words { get; }

    /// <summary>The words as they are compared.</summary>
    public ImmutableArray<string> Keys { get; }

    /// <summary>The statements with words of their own.</summary>
    public ImmutableArray<Statement> Statements { get; }

    /// <summary>The statement that holds a word, or null: then nobody is said to say it.</summary>
    public Statement? HolderOf(int word) => _holder[word] < 0 ? null : Statements[_holder[word]];

    /// <summary>Whether a word stands in quotation marks or in words that are given directly.</summary>
    public bool IsQuoted(int word) => _quoted[word];

    /// <summary>Whether a word only says, inside somebody's words, that he says them ("something he said is").</summary>
    public bool IsFrame(int word) => _frame[word];

    /// <summary>Index of the sentence of a word.</summary>
    public int SentenceOf(int word) => _sentence[word];

    /// <summary>Whether two words belong to one speech: the same statement, or the same stretch outside all statements.</summary>
    public bool IsOneVoice(int left, int right) => _holder[left] == _holder[right] && (_holder[left] >= 0 || _quoted[left] == _quoted[right]);

    /// <summary>Indices of the words of a statement's content.</summary>
    public int[] WordsOf(Statement statement)
    {
        List<int> words = [];
        Mark(statement.Content.Spans, words.Add);
        return [.. words];
    }

    private bool Repeats(int word, Statement statement) =>
        HolderOf(word) is { } holder && holder.Id != statement.Id && holder.Source.Entity is { } speaker && speaker == statement.Source.Entity && !_quoted[word];

    private void Mark(ImmutableArray<TextSpan> spans, Action<int> mark)
    {
        foreach (TextSpan span in spans)
        {
            for (int i = FirstFrom(span.Start); i < Words.Length && Words[i].Span.Start < span.End; i++)
            {
                mark(i);
            }
        }
    }

    private int FirstFrom(int position)
    {
        int low = 0, high = Words.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            (low, high) = Words[middle].Span.Start < position ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
