namespace Parallax.Conventions.Tests;

/// <summary>The checkout that the tests were built from.</summary>
internal static class Repository
{
    /// <summary>Its root: the nearest folder above the tests that holds the solution.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Parallax.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests run from inside a checkout of the repository.");
    }
}
