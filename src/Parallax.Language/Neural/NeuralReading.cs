using Parallax.Core.Layers;

namespace Parallax.Language.Neural;

/// <summary>What the network reads in one text. Parts that were not asked for are empty columns of the right length, or empty lists.</summary>
/// <param name="Tokens">Tags, features, lemmas, heads and relations.</param>
/// <param name="NameTags">BIO tags of names.</param>
/// <param name="RoleTags">BIO tags of attribution roles, those of the text itself (not those inside contents).</param>
/// <param name="Roles">The same as spans with their cues; each content is followed at the end of its window by what was found inside it.</param>
/// <param name="Factuality">A number a token, meant for predicates: -3 did not happen, 3 happened.</param>
public sealed record NeuralReading(
    TokenLayer Tokens, LabelColumn NameTags, LabelColumn RoleTags, RoleLayer Roles, ScoreColumn Factuality);
