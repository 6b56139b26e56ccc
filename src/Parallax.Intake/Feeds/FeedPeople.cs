using Parallax.Intake.Xml;

namespace Parallax.Intake.Feeds;

/// <summary>Reads who somebody is from the ways in which feeds and mails write it.</summary>
internal static class FeedPeople
{
    /// <summary>From an element with parts (Atom: name, email, uri) or words.</summary>
    public static FeedPerson Read(XmlElement element)
    {
        string? name = null, email = null, url = null;
        foreach (XmlElement part in element.Children)
        {
            switch (part.Name.ToLowerInvariant())
            {
                case "name":
                    name ??= part.Words;
                    break;
                case "email":
                    email ??= part.Words;
                    break;
                case "url" or "uri" or "homepage" or "href":
                    url ??= NamedAddress.AsWritten(part.Base, part.Words);
                    break;
            }
        }

        if (name is null && email is null && element.Words is { } words)
        {
            FeedPerson parsed = FromWords(words);
            (name, email) = (parsed.Name, parsed.Email);
        }

        return new FeedPerson(name, email, url);
    }

    /// <summary>From words: “a@b.example (Name)”, “Name (a@b.example)”, “Name &lt;a@b.example&gt;”, a name alone, an address alone.</summary>
    public static FeedPerson FromWords(string words)
    {
        string text = words.Trim();
        int at = text.IndexOf('@', StringComparison.Ordinal);
        if (at < 0)
        {
            return new FeedPerson(text.Length > 0 ? text : null, null, null);
        }

        int start = at, end = at + 1;
        while (start > 0 && IsAddressCharacter(text[start - 1]))
        {
            start--;
        }

        while (end < text.Length && IsAddressCharacter(text[end]))
        {
            end++;
        }

        if (start == at || end == at + 1)
        {
            return new FeedPerson(text, null, null);
        }

        string before = text[..start].EndsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? text[..(start - 7)] : text[..start];
        string name = (before + text[end..]).Replace("()", "", StringComparison.Ordinal).Replace("<>", "", StringComparison.Ordinal).Replace("&lt;&gt;", "", StringComparison.Ordinal).Trim();
        name = name.Length > 1 && name[0] == '(' && name[^1] == ')' ? name[1..^1].Trim() : name.Trim('"', ' ', ',');
        return new FeedPerson(name.Length > 0 ? name : null, text[start..end], null);
    }

    private static bool IsAddressCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' or '+' or '\'' or '%';
}
