namespace Parallax.Core.Layers;

/// <summary>The 17 universal parts of speech (UD v2), in alphabetical order.</summary>
public enum UniversalTag : byte
{
#pragma warning disable CS1591 // The names are those of universaldependencies.org/u/pos; each is documented there.
    Adj, Adp, Adv, Aux, Cconj, Det, Intj, Noun, Num, Part, Pron, Propn, Punct, Sconj, Sym, Verb, X,
#pragma warning restore CS1591
}
