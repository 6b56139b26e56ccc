using System.CommandLine;
using Parallax.Intake.Outlets;

namespace Parallax.Cli.Commands;

/// <summary>Arguments and options that several commands have, made anew for each.</summary>
internal static class SharedOptions
{
    public static Argument<string[]> Paths() => new("PATH") { Description = "Files, folders, globs, or - for standard input.", Arity = ArgumentArity.ZeroOrMore };

    public static Option<string?> Collection() => new("--collection", "-c") { Description = "A collection: one file that keeps reports and what was read from them.", HelpName = "FILE" };

    public static Option<string?> Owners() => new("--owners") { Description = "Your register of who owns which outlet: lines such as “Outlet; Other outlet = Owner”. Outlets of one owner count once at the low bound.", HelpName = "FILE" };

    public static Option<bool> Quiet() => new("--quiet", "-q") { Description = "Say nothing but errors on standard error." };

    public static Option<long> MaxBytes()
    {
        Option<long> option = new("--max-bytes") { Description = "Largest input that is read.", DefaultValueFactory = static _ => new Intake.IntakeOptions().MaxBytes };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValueOrDefault<long>() < 1024)
            {
                result.AddError("--max-bytes is at least 1024.");
            }
        });
        return option;
    }

    public static Option<int> Threads()
    {
        Option<int> option = new("--threads") { Description = "Reports read at a time; the account does not depend on it.", DefaultValueFactory = static _ => Environment.ProcessorCount };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValueOrDefault<int>() < 1)
            {
                result.AddError("--threads is at least 1.");
            }
        });
        return option;
    }

    public static Option<string?> Outlets() => new("--outlets") { Description = "A file with rules for the pages of single outlets (docs/outlets.md).", HelpName = "FILE" };

    /// <summary>Reads the file of <see cref="Outlets"/>; says what is wrong with it and gives false where it cannot be used.</summary>
    public static bool TryOutlets(string? path, Talk talk, out OutletRules rules)
    {
        rules = OutletRules.None;
        if (path is null)
        {
            return true;
        }

        try
        {
            rules = OutletRules.Parse(File.ReadAllText(path));
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or FormatException)
        {
            talk.Error($"The rules for outlets in “{path}” cannot be used: {fault.Message}");
            return false;
        }
    }

    public static Talk Talk(bool quiet) => new(Console.Error, !Console.IsErrorRedirected, quiet);
}
