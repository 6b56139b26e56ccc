using System.Collections.Immutable;
using System.Reflection;
using System.Text;

namespace Parallax.Intake;

/// <summary>Reads the tables that are embedded in the program: one row a line, fields separated by tabs, lines that start with # are comments.</summary>
internal static class DataTable
{
    /// <summary>The rows of a table.</summary>
    /// <param name="name">Its name under <c>Data/</c>.</param>
    /// <param name="fields">How many fields a row has.</param>
    /// <exception cref="InvalidOperationException">The table is missing or a row has another number of fields: a fault of the program, not of input.</exception>
    public static ImmutableArray<string[]> Rows(string name, int fields)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The data file {name} is missing from the program.");
        using StreamReader reader = new(stream, Encoding.UTF8);
        ImmutableArray<string[]>.Builder rows = ImmutableArray.CreateBuilder<string[]>();
        for (int number = 1; reader.ReadLine() is { } line; number++)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            string[] row = line.Split('\t');
            rows.Add(row.Length == fields ? row : throw new InvalidOperationException($"{name}, line {number}: expected {fields} fields separated by tabs."));
        }

        return rows.ToImmutable();
    }
}
