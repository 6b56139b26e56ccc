using System.Globalization;
using Parallax.Quality.Tasks.Webpages;

namespace Parallax.Quality.Commands;

/// <summary><c>pages DIR TASK</c>: what a task on saved pages found, page by page, the worst first.</summary>
internal static class PagesCommand
{
    public static int Run(ReadOnlySpan<string> args)
    {
        string name = args.Length > 1 ? args[1] : "";
        IPageTask[] tasks = [.. QualityTasks.All.OfType<IPageTask>()];
        if (tasks.FirstOrDefault(task => task.Name == name) is not { } task)
        {
            Console.Error.WriteLine($"Usage: pages DIR TASK; tasks: {string.Join(", ", tasks.Select(static t => t.Name))}");
            return 2;
        }

        foreach (PageScore page in task.Pages(new QualityData(args[0], "dev")).OrderBy(static page => page.Score).ThenBy(static page => page.Page, StringComparer.Ordinal))
        {
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{page.Score:0.000} {page.Page} {page.Note}"));
        }

        return 0;
    }
}
