using Parallax.Core.Accounts;

namespace Parallax.Stories.Origins;

/// <summary>Who or what one piece of evidence goes back to, and who bears witness that it was said.</summary>
/// <param name="Id">Id of the origin.</param>
/// <param name="RootKey">What two pieces of evidence must share to have one root whatever the occasion: the speaker.</param>
/// <param name="Kind">What the root is.</param>
/// <param name="WitnessKey">Who bears witness that it was said: the last intermediary, or the report itself.</param>
/// <param name="IsAffiliated">Whether that witness is run by, or close to, the speaker's office.</param>
/// <param name="Report">The report.</param>
/// <param name="IsCommon">Whether the root is called by a common noun only.</param>
/// <param name="State">Country for whose state, or owner for whom, the root speaks; empty where it speaks for a state that is not named; null where for none.</param>
/// <param name="Witness">Words of the name of that witness, with blanks; empty where it is the report itself.</param>
/// <param name="Words">What is said, in the speaker's own words (lower case, with blanks); empty where it is not given in his words or is too short to know them again.</param>
/// <param name="IsCommonWitness">Whether that witness is called by a common noun only ("state media"), so that it may be one of the others.</param>
/// <param name="RootName">The words of the root's name, by which two names of one are known; empty where none is named.</param>
/// <param name="Owner">Owner of the outlet that bears witness, by the user's register; null where none is registered.</param>
/// <param name="Body">Where the root is a body: the entity it is; else empty.</param>
/// <param name="Bodies">Where the root is a person: the bodies he is told to be of, with blanks before, between and behind; else empty.</param>
/// <param name="IsMouth">Whether the root is a person who is told to be the spokesman of his bodies.</param>
/// <param name="Text">The report, or the group of reports that share text.</param>
internal sealed record Evidential(string Id, string RootKey, OriginKind Kind, string WitnessKey, bool IsAffiliated, string Report, bool IsCommon = false, string? State = null, string? Owner = null, bool IsCommonWitness = false, string Witness = "", string Words = "", string RootName = "", string Body = "", string Bodies = "", bool IsMouth = false, string Text = "");
