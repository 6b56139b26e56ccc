namespace Parallax.Language.Neural.Weights;

/// <summary>Element types of tensors that the network uses, by their names in a safetensors file.</summary>
internal enum TensorKind
{
    /// <summary>Signed bytes, "I8".</summary>
    I8,

    /// <summary>32-bit floats, "F32".</summary>
    F32,

    /// <summary>64-bit unsigned integers, "U64".</summary>
    U64,
}
