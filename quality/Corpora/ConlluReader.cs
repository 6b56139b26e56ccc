using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Parallax.Core;
using Parallax.Core.Identity;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Core.Text;

namespace Parallax.Quality.Corpora;

/// <summary>Reads CoNLL-U into documents with raw text and a gold layer.</summary>
/// <remarks>
/// The text of a sentence is its <c># text</c> comment; sentences of a paragraph are joined by a space unless the last token says <c>SpaceAfter=No</c>;
/// paragraphs (<c># newpar</c>, <c># newdoc</c>) by an empty line. The words of a multi-word token have exact places where the token is a split of its
/// characters, else all share the place of the token. Empty nodes (<c>8.1</c>) are left out.
/// </remarks>
public static class ConlluReader
{
    /// <summary>The documents of a file, one at a time.</summary>
    /// <exception cref="InvalidDataException">A word does not stand in the text, or a line is not CoNLL-U; the message names the sentence.</exception>
    public static IEnumerable<ConlluDocument> Read(IEnumerable<string> lines)
    {
        Builder? builder = null;
        int number = 0;
        List<string> comments = [];
        List<string[]> rows = [];
        foreach (string line in lines.Append(string.Empty))
        {
            if (line.StartsWith('#'))
            {
                comments.Add(line.TrimStart('#').TrimStart());
            }
            else if (line.Length > 0)
            {
                rows.Add(line.Split('\t'));
            }
            else if (rows.Count > 0)
            {
                if (builder is null || comments.Exists(static c => c.StartsWith("newdoc", StringComparison.Ordinal)))
                {
                    if (builder is not null)
                    {
                        yield return builder.Finish();
                    }

                    builder = new Builder(number++.ToString(CultureInfo.InvariantCulture));
                }

                builder.Add(comments, rows);
                comments = [];
                rows = [];
            }
        }

        if (builder is not null)
        {
            yield return builder.Finish();
        }
    }

    private sealed class Builder(string defaultId)
    {
        private readonly StringBuilder _text = new();
        private readonly List<(int Start, TextPart Part)> _blocks = [];
        private readonly List<Sentence> _sentences = [];
        private readonly List<ImmutableArray<string>> _comments = [];
        private readonly List<TextSpan> _surface = [];
        private readonly List<int> _starts = [], _ends = [], _heads = [], _surfaceOf = [];
        private readonly List<UniversalTag> _tags = [];
        private readonly List<string> _features = [], _lemmas = [], _relations = [], _forms = [], _languageTags = [], _misc = [];
        private string _id = defaultId;
        private string? _date;
        private bool _spaceAfter;

        public void Add(List<string> comments, List<string[]> rows)
        {
            _comments.Add([.. comments]);
            string text = Value(comments, "text") ?? throw new InvalidDataException($"A sentence of document {_id} has no “# text”.");
            bool isNewDocument = comments.Exists(static c => c.StartsWith("newdoc", StringComparison.Ordinal));
            _id = Value(comments, "newdoc id") ?? _id;
            _date = Value(comments, "meta::dateCreated") ?? _date;
            if (_blocks.Count == 0 || isNewDocument || comments.Exists(static c => c == "newpar" || c.StartsWith("newpar id", StringComparison.Ordinal)))
            {
                bool isHead = Value(comments, "newpar_block")?.StartsWith("head", StringComparison.Ordinal) == true;
                _text.Append(_blocks.Count == 0 ? string.Empty : "\n\n");
                _blocks.Add((_text.Length, isHead ? _blocks.Count == 0 ? TextPart.Title : TextPart.Heading : TextPart.Body));
            }
            else if (_spaceAfter)
            {
                _text.Append(' ');
            }

            int start = _text.Length, first = _starts.Count;
            _text.Append(text);
            AddWords(rows, text, start, Value(comments, "sent_id") ?? "?");
            _sentences.Add(new Sentence(TextSpan.FromBounds(_starts[first], _ends[^1]), first, _starts.Count - first, _blocks.Count - 1, _blocks[^1].Part));
            _spaceAfter = !HasNoSpaceAfter(rows);
        }

        public ConlluDocument Finish()
        {
            SourceText text = new(_text.ToString());
            string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.Text)));
            ImmutableArray<TextBlock> blocks =
            [
                .. _blocks.Select((b, i) =>
                    new TextBlock(TextSpan.FromBounds(b.Start, i + 1 < _blocks.Count ? _blocks[i + 1].Start - 2 : text.Length), b.Part)),
            ];
            Report report = new()
            {
                Id = Ids.Report(hash),
                Sha256 = hash,
                Files = [_id],
                Received = text,
                Text = text,
                Map = TextMap.Identity(text.Length),
                Blocks = blocks,
                Title = blocks[0].Part == TextPart.Title ? text.Slice(blocks[0].Span) : null,
                Published = _date is null ? null : new PublishedDate(_date, null, null, null, DateBasis.Metadata, Explanation.Of("corpus", "meta::dateCreated"), []),
            };
            return new ConlluDocument
            {
                Id = _id,
                Report = report,
                Tokens = new TokenLayer(
                    text, [.. _sentences], [.. _starts], [.. _ends], [.. _tags], [.. _features], [.. _lemmas], [.. _heads], [.. _relations]),
                Surface = [.. _surface],
                SurfaceOf = [.. _surfaceOf],
                Forms = [.. _forms],
                LanguageTags = [.. _languageTags],
                Misc = [.. _misc],
                Comments = [.. _comments],
            };
        }

        private void AddWords(List<string[]> rows, string text, int textStart, string sentence)
        {
            int firstWord = _starts.Count, at = 0, wordsLeft = 0, inside = 0;
            string surface = string.Empty;
            bool isSplit = false;
            for (int r = 0; r < rows.Count; r++)
            {
                string[] row = rows[r];
                if (row.Length != 10)
                {
                    throw new InvalidDataException($"Sentence {sentence}: a line has {row.Length} columns, not 10.");
                }

                if (row[0].Contains('.', StringComparison.Ordinal))
                {
                    continue;
                }

                if (wordsLeft == 0)
                {
                    surface = row[1];
                    while (at < text.Length && char.IsWhiteSpace(text[at]))
                    {
                        at++;
                    }

                    if (string.CompareOrdinal(text, at, surface, 0, surface.Length) != 0)
                    {
                        throw new InvalidDataException($"Sentence {sentence}: “{surface}” does not stand at {at} of “{text}”.");
                    }

                    _surface.Add(new TextSpan(textStart + at, surface.Length));
                    at += surface.Length;
                    inside = 0;
                    if (row[0].IndexOf('-', StringComparison.Ordinal) is int dash and > 0)
                    {
                        wordsLeft = int.Parse(row[0].AsSpan(dash + 1), CultureInfo.InvariantCulture) - int.Parse(row[0].AsSpan(0, dash), CultureInfo.InvariantCulture) + 1;
                        isSplit = rows.Skip(r + 1).Where(static w => !w[0].Contains('.', StringComparison.Ordinal)).Take(wordsLeft).Sum(static w => w[1].Length) == surface.Length;
                        continue;
                    }

                    wordsLeft = 1;
                    isSplit = true;
                }

                int start = _surface[^1].Start;
                _starts.Add(isSplit ? start + inside : start);
                _ends.Add(isSplit ? start + inside + row[1].Length : start + surface.Length);
                inside += row[1].Length;
                wordsLeft--;
                AddColumns(row, firstWord);
            }
        }

        private void AddColumns(string[] row, int firstWord)
        {
            _surfaceOf.Add(_surface.Count - 1);
            _forms.Add(row[1]);
            _lemmas.Add(string.Intern(row[2]));
            _tags.Add(Enum.Parse<UniversalTag>(row[3], ignoreCase: true));
            _languageTags.Add(string.Intern(row[4]));
            _features.Add(row[5] == "_" ? string.Empty : string.Intern(row[5]));
            int head = int.Parse(row[6], CultureInfo.InvariantCulture);
            _heads.Add(head == 0 ? -1 : firstWord + head - 1);
            _relations.Add(string.Intern(row[7]));
            _misc.Add(row[9]);
        }

        private static bool HasNoSpaceAfter(List<string[]> rows)
        {
            // The mark of a multi-word token that ends the sentence stands on the token's own line.
            string[] last = rows.FindLast(static r => !r[0].Contains('.', StringComparison.Ordinal))!;
            string[]? range = rows.FindLast(r => r[0].EndsWith("-" + last[0], StringComparison.Ordinal));
            return (range ?? last)[9].Contains("SpaceAfter=No", StringComparison.Ordinal);
        }

        private static string? Value(List<string> comments, string key)
        {
            foreach (string comment in comments)
            {
                if (comment.StartsWith(key, StringComparison.Ordinal) && comment.AsSpan(key.Length).StartsWith(" = "))
                {
                    return comment[(key.Length + 3)..];
                }
            }

            return null;
        }
    }
}
