using System.Diagnostics;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Parallax.Language.Neural;
using Shouldly;
using Xunit;

namespace Parallax.Language.Tests.Neural;

/// <summary>The same text read in new processes in which instruction sets are switched off: the same bits in every column.</summary>
/// <remarks>The test program runs itself with one test, <see cref="Child_WhenAsked_PrintsFingerprint"/>, which reads and writes down what it found and with which instructions.</remarks>
public sealed class InstructionSetTests
{
    private const string FileVariable = "PARALLAX_TEST_FINGERPRINT_FILE";
    private const int Seed = 11;
    private const int Sentences = 5;

    [Theory]
    [InlineData("DOTNET_EnableAVX512", "avx512")]
    [InlineData("DOTNET_EnableAVX2", "avx512 avx2")]
    [InlineData("DOTNET_EnableHWIntrinsic", "avx512 avx2 ssse3 vector128")]
    public void Read_WithInstructionsSwitchedOff_GivesTheSameColumns(string variable, string off)
    {
        string expected = ReadingSample.Fingerprint(ReadingSample.Random(Seed, Sentences).Read(new NeuralReader(InstalledModel.Model)));
        string[] lines = RunChild(variable);
        lines.Length.ShouldBe(3, string.Join('\n', lines));
        string[] supported = lines[0].Split(' ');
        foreach (string name in off.Split(' '))
        {
            supported.ShouldNotContain(name, $"{variable}=0 did not switch {name} off");
        }

        if (variable == "DOTNET_EnableHWIntrinsic")
        {
            lines[1].ShouldBe("plain and plain");
        }

        lines[2].ShouldBe(expected, $"{variable}=0, {lines[1]}");
    }

    /// <summary>Does nothing unless the variable names a file: then it is the child of the test above.</summary>
    [Fact]
    public void Child_WhenAsked_PrintsFingerprint()
    {
        if (Environment.GetEnvironmentVariable(FileVariable) is not { Length: > 0 } path)
        {
            return;
        }

        string[] supported =
        [
            Avx512BW.IsSupported || Vector512.IsHardwareAccelerated ? "avx512" : string.Empty,
            Avx2.IsSupported || Vector256.IsHardwareAccelerated ? "avx2" : string.Empty,
            Ssse3.IsSupported ? "ssse3" : string.Empty,
            Vector128.IsHardwareAccelerated ? "vector128" : string.Empty,
        ];
        NeuralReader reader = new(InstalledModel.Model);
        string fingerprint = ReadingSample.Fingerprint(ReadingSample.Random(Seed, Sentences).Read(reader));
        File.WriteAllLines(path, [string.Join(' ', supported), reader.Kernels, fingerprint]);
    }

    private static string[] RunChild(string variable)
    {
        string path = Path.GetTempFileName();
        try
        {
            ProcessStartInfo info = new("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
            info.ArgumentList.Add(typeof(InstructionSetTests).Assembly.Location);
            info.ArgumentList.Add("--filter-method");
            info.ArgumentList.Add($"{typeof(InstructionSetTests).FullName}.{nameof(Child_WhenAsked_PrintsFingerprint)}");
            info.Environment[variable] = "0";
            info.Environment[FileVariable] = path;
            using Process process = Process.Start(info).ShouldNotBeNull();
            Task<string> errors = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            process.ExitCode.ShouldBe(0, output + errors.Result);
            return File.ReadAllLines(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
