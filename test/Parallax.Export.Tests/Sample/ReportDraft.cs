using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Parallax.Core.Accounts;
using Parallax.Core.Identity;
using Parallax.Core.Reports;
using Parallax.Core.Text;

namespace Parallax.Export.Tests.Sample;

/// <summary>A report written for a test: paragraphs of sentences, with helpers that find the place of words.</summary>
internal sealed class ReportDraft
{
    private readonly string _text;

    public ReportDraft(string file, params string[][] paragraphs)
    {
        var text = new StringBuilder();
        var sentences = ImmutableArray.CreateBuilder<AccountSentence>();
        for (int i = 0; i < paragraphs.Length; i++)
        {
            text.Append(i == 0 ? "" : "\n\n");
            for (int j = 0; j < paragraphs[i].Length; j++)
            {
                text.Append(j == 0 ? "" : " ");
                sentences.Add(new AccountSentence(text.Length, text.Length + paragraphs[i][j].Length, i switch { 0 => TextPart.Title, 1 => TextPart.Lead, _ => TextPart.Body }));
                text.Append(paragraphs[i][j]);
            }
        }

        _text = text.ToString();
        string sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(file + _text)));
        Report = new AccountReport
        {
            Id = Ids.Report(sha256),
            File = file,
            Files = [file],
            Sha256 = sha256,
            Title = paragraphs.Length == 0 ? null : string.Join(' ', paragraphs[0]),
            Language = "en",
            Text = _text,
            TextMap = [[0, 0, _text.Length]],
            Sentences = sentences.ToImmutable(),
        };
    }

    public AccountReport Report { get; set; }

    public string Id => Report.Id;

    /// <summary>The place of <paramref name="words"/>, the first after <paramref name="after"/>.</summary>
    public TextSpan Find(string words, string? after = null)
    {
        int from = after is null ? 0 : _text.IndexOf(after, StringComparison.Ordinal);
        int start = from < 0 ? -1 : _text.IndexOf(words, from, StringComparison.Ordinal);
        return start < 0 ? throw new ArgumentException($"“{words}” does not stand in {Report.File}.", nameof(words)) : new TextSpan(start, words.Length);
    }

    public Core.Evidence Evidence(string words, string? after = null)
    {
        TextSpan span = Find(words, after);
        return new Core.Evidence(Id, span.Start, span.End);
    }

    public int SentenceOf(TextSpan span)
    {
        for (int i = 0; i < Report.Sentences.Length; i++)
        {
            if (Report.Sentences[i].Start <= span.Start && span.Start < Report.Sentences[i].End)
            {
                return i;
            }
        }

        throw new ArgumentException($"{span} stands in no sentence.", nameof(span));
    }

    public string IdOf(char kind, params TextSpan[] spans) => Ids.Of(kind, Report.Sha256, spans);

    public Statement Statement(
        string source, string name, string? entity, ActorKind kind, string cue, string lemma, string content, Stance stance = Stance.Asserts, Manner manner = Manner.Indirect, string? after = null)
    {
        TextSpan contentSpan = Find(content, after);
        int sentence = SentenceOf(contentSpan);
        int at = Report.Sentences[sentence].Start;
        string anchor = _text[at..Report.Sentences[sentence].End];
        TextSpan sourceSpan = source.Length == 0 ? default : Find(source, anchor);
        TextSpan cueSpan = Find(cue, anchor);
        return new Statement
        {
            Id = IdOf('s', sourceSpan, cueSpan, contentSpan),
            Report = Id,
            Sentence = sentence,
            Source = new StatementSource(source.Length == 0 ? [] : [sourceSpan], source, entity, name, kind),
            Cue = new StatementCue([cueSpan], cue, lemma, false, stance == Stance.Admits),
            Explanation = Core.Explanation.Of("test-statement", $"“{cue}” joins “{source}” to what follows it."),
            Content = new SpannedText([contentSpan], content),
            Manner = manner,
            Stance = stance,
            Root = new ChainRoot(name, kind),
        };
    }

    public Event Event(string trigger, string lemma, PloverType plover, string[] actors, string[] recipients, string? time = null, string? after = null, string? cameo = null)
    {
        TextSpan span = Find(trigger, after);
        return new Event
        {
            Id = IdOf('v', span),
            Report = Id,
            Sentence = SentenceOf(span),
            Trigger = new EventTrigger(span.Start, span.End, lemma),
            Plover = plover,
            Cameo = cameo,
            Actors = [.. actors],
            Recipients = [.. recipients],
            Time = time,
            Factuality = Factuality.Happened,
        };
    }

    public Figure Figure(string words, double? value, double? low, double? high, string unit, string measures, string? modifier = null, string? asOf = null, string? according = null, string? after = null)
    {
        TextSpan span = Find(words, after);
        TextSpan measured = Find(measures, after);
        return new Figure
        {
            Id = IdOf('f', span),
            Report = Id,
            Start = span.Start,
            End = span.End,
            Value = value,
            Low = low,
            High = high,
            Unit = unit,
            Modifier = modifier,
            Measures = new TextSlice(measures, measured.Start, measured.End),
            AsOf = asOf,
            According = according,
        };
    }

    public TimeExpression Time(string words, string value, TimeAnchor anchor = TimeAnchor.Explicit, string? after = null)
    {
        TextSpan span = Find(words, after);
        return new TimeExpression { Id = IdOf('x', span), Report = Id, Start = span.Start, End = span.End, Type = TimexType.DATE, Value = value, Anchor = anchor };
    }

    public Mention Mention(string words, MentionForm form, string? after = null)
    {
        TextSpan span = Find(words, after);
        return new Mention(Id, span.Start, span.End, form);
    }
}
