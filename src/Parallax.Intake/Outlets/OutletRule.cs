namespace Parallax.Intake.Outlets;

/// <summary>What a user knows of the pages of one outlet.</summary>
/// <param name="Host">Host of the pages' address, without <c>www.</c>; its subdomains count as well.</param>
/// <param name="Fact">article, cut, title, author, published, outlet or owner.</param>
/// <param name="Value">A CSS selector, or for outlet and owner the name itself.</param>
public sealed record OutletRule(string Host, string Fact, string Value);
