using System.Buffers.Binary;
using System.Text;
using Parallax.Language.Neural;
using Parallax.Language.Neural.Weights;
using Shouldly;
using Xunit;

namespace Parallax.Language.Tests.Neural;

public sealed class TensorFileTests
{
    private const string Good = """{"__metadata__":{"a":"b"},"w":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"I8","shape":[2,2],"data_offsets":[8,12]}}""";

    [Fact]
    public void Open_OfGoodFile_GivesItsTensors()
    {
        using TensorFile file = Open(Good, 12);
        file.Has("b").ShouldBeTrue();
        file.Has("w").ShouldBeTrue();
        file.Has("v").ShouldBeFalse();
        file.Floats("w", 2).Length.ShouldBe(2);
        file.Bytes("b", -1, 2).Length.ShouldBe(4);
        file.Shape("b").ToArray().ShouldBe([2, 2]);
    }

    [Theory]
    [InlineData("not json", 0)]
    [InlineData("[]", 0)]
    [InlineData("""{"w":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}""", 8)]
    [InlineData("""{"w":{"dtype":"F16","shape":[2],"data_offsets":[0,4]}}""", 4)]
    [InlineData("""{"w":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}""", 4)]
    [InlineData("""{"w":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}}""", 8)]
    [InlineData("""{"w":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}}""", 8)]
    [InlineData("""{"w":{"dtype":"F32","shape":[2],"data_offsets":[0,8],"more":1}}""", 8)]
    [InlineData("""{"w":{"dtype":"F32","shape":[2]}}""", 8)]
    [InlineData("""{"w":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", 7)]
    [InlineData("""{"w":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", 9)]
    [InlineData("""{"w":{"dtype":"F32","shape":[2],"data_offsets":[4,12]}}""", 12)]
    [InlineData("""{"w":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"v":{"dtype":"F32","shape":[2],"data_offsets":[4,12]}}""", 12)]
    [InlineData("""{"w":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"w":{"dtype":"F32","shape":[2],"data_offsets":[8,16]}}""", 16)]
    [InlineData("""{"w":{"dtype":"F32","shape":[65536,65536,65536],"data_offsets":[0,8]}}""", 8)]
    public void Open_OfBadHeader_ThrowsModelException(string header, int dataBytes) => Should.Throw<ModelException>(() => Open(header, dataBytes).Dispose());

    [Fact]
    public void Open_OfHeaderLongerThanFile_ThrowsModelException()
    {
        byte[] bytes = new byte[40];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, ulong.MaxValue);
        Should.Throw<ModelException>(() => Open(bytes).Dispose()).Message.ShouldContain("header");
    }

    [Fact]
    public void Open_OfMissingFile_SaysWhichFile() =>
        Should.Throw<ModelException>(() => TensorFile.Open(Path.Combine(Path.GetTempPath(), "no-such.safetensors"))).Message.ShouldContain("no-such.safetensors");

    [Fact]
    public void OpenModel_OfEmptyFolder_SaysWhichFileIsMissing()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory();
        Should.Throw<ModelException>(() => NeuralModel.Open(folder.FullName)).Message.ShouldContain("model.json");
        folder.Delete(recursive: true);
    }

    [Fact]
    public void Floats_OfWrongShapeTypeOrName_ThrowsModelException()
    {
        using TensorFile file = Open(Good, 12);
        Should.Throw<ModelException>(() => file.Floats("w", 3).ToArray()).Message.ShouldContain("“w”");
        Should.Throw<ModelException>(() => file.Floats("w", 2, 1).ToArray());
        Should.Throw<ModelException>(() => file.Bytes("w", 2).ToArray());
        Should.Throw<ModelException>(() => file.Floats("x", 2).ToArray());
    }

    [Fact]
    public void Floats_OfValueThatIsNotFinite_ThrowsModelException()
    {
        byte[] header = Encoding.UTF8.GetBytes("""{"w":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""");
        byte[] bytes = new byte[8 + header.Length + 4];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, (ulong)header.Length);
        header.CopyTo(bytes, 8);
        BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(8 + header.Length), float.NaN);
        using TensorFile file = Open(bytes);
        Should.Throw<ModelException>(() => file.Floats("w", 1).ToArray());
    }

    private static TensorFile Open(string header, int dataBytes)
    {
        byte[] text = Encoding.UTF8.GetBytes(header);
        byte[] bytes = new byte[8 + text.Length + dataBytes];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, (ulong)text.Length);
        text.CopyTo(bytes, 8);
        return Open(bytes);
    }

    private static TensorFile Open(byte[] bytes)
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, bytes);
            return TensorFile.Open(path);
        }
        finally
        {
            File.Delete(path); // A mapped file stays readable after its name is gone.
        }
    }
}
