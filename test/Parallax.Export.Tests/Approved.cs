using System.Text;
using Parallax.Core.Accounts;
using Shouldly;

namespace Parallax.Export.Tests;

/// <summary>Compares output with a file in Approved/. With PARALLAX_APPROVE=1 in the environment the files are written anew; the change is then reviewed like code.</summary>
internal static class Approved
{
    public static string Repository()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Parallax.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("No folder above the tests holds Parallax.slnx.");
    }

    public static string Render(string renderer, Account account, RenderOptions? options = null)
    {
        using var output = new MemoryStream();
        AccountRenderers.Find(renderer).ShouldNotBeNull().Write(account, options ?? new RenderOptions(), output);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    public static void Check(string name, string actual)
    {
        string path = Path.Combine(Repository(), "test", "Parallax.Export.Tests", "Approved", name);
        if (Environment.GetEnvironmentVariable("PARALLAX_APPROVE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }

        actual.ShouldBe(File.ReadAllText(path));
    }
}
