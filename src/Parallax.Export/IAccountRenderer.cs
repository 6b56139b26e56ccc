using Parallax.Core.Accounts;

namespace Parallax.Export;

/// <summary>Writes an account in one form. The same account and options always give the same bytes; UTF-8 without byte order mark, lines end in LF
/// (CSV: CR LF, as RFC 4180 has it).</summary>
/// <remarks>Renderers keep nothing between calls and may be used from several threads. Text from reports is data in every form: it is encoded for its
/// place and never becomes markup, script, a formula or a terminal command.</remarks>
public interface IAccountRenderer
{
    /// <summary>The name by which it is chosen (<c>html</c>), lower case.</summary>
    string Name { get; }

    /// <summary>The media type of what it writes.</summary>
    string MediaType { get; }

    /// <summary>Writes the whole of <paramref name="account"/>, which may be empty, to <paramref name="output"/>, which stays open.</summary>
    void Write(Account account, RenderOptions options, Stream output);
}
