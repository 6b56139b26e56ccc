using Parallax.Core.Accounts;
using Parallax.Core.Reports;
using Parallax.Core.Text;
using Parallax.Export.Views;

namespace Parallax.Export.Html.Sections;

/// <summary>Writes one report's text: a paragraph per paragraph, an anchor per sentence, marks by kind. Marks that overlap are cut at each other's edges, so that elements always nest.</summary>
internal sealed class MarkedText
{
    private const byte Content = 1, Speaker = 2, Cue = 4, Date = 8, FigureMark = 16, Unread = 32;
    private const byte Outer = Content | Unread;

    private readonly PageContext _context;
    private readonly AccountReport _report;
    private readonly int _index;
    private readonly byte[] _marks;
    private readonly SortedDictionary<int, List<string>> _anchors = [];

    public MarkedText(PageContext context, AccountReport report, int index)
    {
        _context = context;
        _report = report;
        _index = index;
        _marks = new byte[report.Text.Length];
    }

    public void Write()
    {
        Mark();
        HtmlWriter writer = _context.Writer;
        int sentence = 0, position = 0;
        while (sentence < _report.Sentences.Length)
        {
            int paragraphEnd = _report.Text.IndexOf("\n\n", Math.Min(_report.Sentences[sentence].Start, _report.Text.Length), StringComparison.Ordinal);
            paragraphEnd = paragraphEnd < 0 ? _report.Text.Length : paragraphEnd;
            TextPart part = _report.Sentences[sentence].Part;
            writer.Add($"<p{_context.LanguageOf(_index)}{(part is TextPart.Body or TextPart.Lead or TextPart.Quotation ? Html.None : Html.Of($" class=\"{(part == TextPart.Caption ? "caption" : "title")}\""))}>");
            do
            {
                Sentence(sentence);
                position = Math.Max(position, _report.Sentences[sentence].End);
                sentence++;
            }
            while (sentence < _report.Sentences.Length && _report.Sentences[sentence].Start < paragraphEnd);
            writer.Line($"</p>");
        }

        if (_report.Sentences.IsEmpty && _report.Text.Length > 0)
        {
            writer.Line($"<p{_context.LanguageOf(_index)}>{_report.Text}</p>");
        }
    }

    private void Sentence(int number)
    {
        HtmlWriter writer = _context.Writer;
        AccountSentence bounds = _report.Sentences[number];
        int note = _context.Notes.NumberOf(_index, number);
        Html label = note > 0 ? Html.Of($"<a class=\"sn\" href=\"#n{note}\" ><span class=\"vh\">Sentence </span>{number + 1}<span class=\"vh\">, back to where it is cited</span></a>") : Html.Of($"<span class=\"sn\" aria-hidden=\"true\">{number + 1}</span>");
        writer.Add($"<span class=\"s\" id=\"{_report.Id}-{number}\">{label}");
        int start = Math.Clamp(bounds.Start, 0, _report.Text.Length), end = Math.Clamp(bounds.End, start, _report.Text.Length);
        bool isOpen = false;
        for (int i = start; i < end;)
        {
            int runEnd = RunEnd(i, end);
            byte marks = _marks[i];
            bool changes = i == start || ((_marks[i - 1] ^ marks) & Outer) != 0;
            if (changes)
            {
                writer.Add($"{(isOpen ? new Html("</span>") : Html.None)}{Open(marks)}");
                isOpen = (marks & Outer) != 0;
            }

            Anchors(i);
            string text = _report.Text[i..runEnd];
            (string name, string role) = Inner(marks);
            writer.Add($"{(name.Length == 0 ? Html.Of($"{text}") : Html.Of($"<mark class=\"{name}\" aria-roledescription=\"{role}\">{text}</mark>"))}");
            i = runEnd;
        }

        writer.Add($"{(isOpen ? new Html("</span>") : Html.None)}</span> ");
    }

    private int RunEnd(int from, int end)
    {
        int i = from + 1;
        while (i < end && _marks[i] == _marks[from] && !_anchors.ContainsKey(i))
        {
            i++;
        }

        return i;
    }

    private void Anchors(int position)
    {
        if (_anchors.TryGetValue(position, out List<string>? ids))
        {
            foreach (string id in ids)
            {
                _context.Writer.Add($"<span{_context.Id(id)}></span>");
            }
        }
    }

    private static Html Open(byte marks) => (marks & Outer) switch
    {
        0 => Html.None, Content => new Html("<span class=\"ct\">"), Unread => new Html("<span class=\"nr\">"), _ => new Html("<span class=\"ct nr\">"),
    };

    private static (string Name, string Role) Inner(byte marks) =>
        (marks & FigureMark) != 0 ? ("fg", "figure") : (marks & Date) != 0 ? ("dt", "date") : (marks & Cue) != 0 ? ("cu", "attributing word") : (marks & Speaker) != 0 ? ("sp", "speaker") : ("", "");

    private void Mark()
    {
        Account account = _context.Index.Account;
        foreach (Statement statement in account.Statements.Where(IsHere))
        {
            Mark(statement.Content.Spans, Content);
            Mark(statement.Source.Spans, Speaker);
            Mark(statement.Cue.Spans, Cue);
        }

        foreach (TimeExpression time in account.Times.Where(time => time.Report == _report.Id))
        {
            Mark(time.Start, time.End, Date);
        }

        foreach (Figure figure in account.Figures.Where(figure => figure.Report == _report.Id))
        {
            Mark(figure.Start, figure.End, FigureMark);
        }

        foreach (NotRead notRead in _report.NotRead)
        {
            Mark(notRead.Start, notRead.End, Unread);
        }

        foreach (Event told in account.Events.Where(told => told.Report == _report.Id))
        {
            if (!_anchors.TryGetValue(told.Trigger.Start, out List<string>? ids))
            {
                _anchors[told.Trigger.Start] = ids = [];
            }

            ids.Add(told.Id);
        }
    }

    private bool IsHere(Statement statement) => statement.Report == _report.Id;

    private void Mark(IEnumerable<TextSpan> spans, byte mark)
    {
        foreach (TextSpan span in spans)
        {
            Mark(span.Start, span.End, mark);
        }
    }

    private void Mark(int start, int end, byte mark)
    {
        for (int i = Math.Max(0, start); i < end && i < _marks.Length; i++)
        {
            _marks[i] |= mark;
        }
    }
}
