namespace Parallax.Export.Views;

/// <summary>A reference to the sentence that a line stands on.</summary>
/// <param name="Report">Place of the report in the account.</param>
/// <param name="Sentence">Index of the sentence in its report.</param>
/// <param name="Start">First code unit of the words meant.</param>
/// <param name="End">First code unit after them.</param>
internal sealed record Cite(int Report, int Sentence, int Start, int End)
{
    /// <summary>The report's letter and the sentence's number from 1: "B4".</summary>
    public string Label => $"{AccountIndex.Letter(Report)}{Sentence + 1}";

    /// <summary>The id of the sentence: the report's id and the sentence's index.</summary>
    public string Anchor(AccountIndex index) => $"{index.Account.Reports[Report].Id}-{Sentence}";
}

/// <summary>Words of a report.</summary>
/// <param name="Text">The words.</param>
/// <param name="Report">Place of the report in the account.</param>
internal sealed record Excerpt(string Text, int Report);
