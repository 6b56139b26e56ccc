using System.CommandLine;
using System.Globalization;
using Parallax.Application.Accounts;
using Parallax.Application.Decisions;
using Parallax.Storage;

namespace Parallax.Cli.Commands;

/// <summary><c>parallax decide …</c>: what the user decides of the persons and bodies of a collection.</summary>
internal static class DecideCommand
{
    public static Command Create()
    {
        Option<string?> collection = SharedOptions.Collection();
        (collection.Required, collection.Recursive) = (true, true);
        Command command = new(
            "decide",
            """
            Keeps what you decide of the persons, bodies and places in a collection; every later account of it follows, and says so.
            An entity is named by its id or by any of its names.

            Examples:
              parallax decide -c story.parallax merge "N. Brenn" "Nora Brenn"
              parallax decide -c story.parallax split "Harbour Council" report2.txt
              parallax decide -c story.parallax rename "Tarn News" "Tarn News Agency"
              parallax decide -c story.parallax reject "Good Morning"
              parallax decide -c story.parallax list
              parallax decide -c story.parallax undo 3
            """)
        {
            collection,
        };
        Argument<string> left = Named("A"), right = Named("B");
        command.Add(Sub("merge", "A and B are one.", collection, [left, right], (decider, file, r) => decider().Merge(file, r.GetValue(left)!, r.GetValue(right)!))); // Arguments are required, so they have values.
        Argument<string> whole = Named("A"), part = new("PART") { Description = "What is to stand apart: a report (file or id), one of its names, or the id of an entity inside a report." };
        command.Add(Sub("split", "The part of A that a report tells of, or that bears a name, is another.", collection, [whole, part], (decider, file, r) => decider().Split(file, r.GetValue(whole)!, r.GetValue(part)!)));
        Argument<string> renamed = Named("A"), name = new("NAME") { Description = "The name it is to have." };
        command.Add(Sub("rename", "A is called NAME.", collection, [renamed, name], (decider, file, r) => decider().Rename(file, r.GetValue(renamed)!, r.GetValue(name)!)));
        Argument<string> rejected = Named("A");
        command.Add(Sub("reject", "A is no person, body, place or thing; it leaves the account.", collection, [rejected], (decider, file, r) => decider().Reject(file, r.GetValue(rejected)!)));
        Argument<int> number = new("N") { Description = "Number of the decision." };
        command.Add(Sub("undo", "Takes decision N back.", collection, [number], (_, file, r) => EntityDecider.Undo(file, r.GetValue(number))));
        command.Add(List(collection));
        return command;
    }

    private static Argument<string> Named(string name) => new(name) { Description = "Id, name or other name of an entity." };

    private static Command List(Option<string?> collection)
    {
        Command command = new("list", "Shows the decisions in force.");
        command.SetAction(result => Guarded(() =>
        {
            foreach (KeptDecision kept in EntityDecider.List(Existing(result.GetValue(collection)!)))
            {
                Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kept.Number}  {kept.Decision.Kind}: {kept.Decision.Words}"));
            }

            return ExitCodes.Done;
        }));
        return command;
    }

    private static Command Sub(string name, string description, Option<string?> collection, Argument[] arguments, Func<Func<EntityDecider>, string, ParseResult, DecisionOutcome> decide)
    {
        Command command = new(name, description);
        foreach (Argument argument in arguments)
        {
            command.Add(argument);
        }

        command.SetAction(result => Guarded(() =>
        {
            DecisionOutcome outcome = decide(static () => new EntityDecider(AccountMaker.CreateInstalled()), Existing(result.GetValue(collection)!), result);
            if (outcome.Number is null)
            {
                SharedOptions.Talk(quiet: false).Error(outcome.Message);
                return ExitCodes.Usage;
            }

            Console.Out.WriteLine(outcome.Message);
            return ExitCodes.Done;
        }));
        return command;
    }

    // A decision needs what it is about: a misspelt file is not made anew.
    private static string Existing(string file) => File.Exists(file) ? file : throw new CollectionException($"There is no collection “{file}”. Make one with: parallax add PATH… -c {file}");

    private static int Guarded(Func<int> action)
    {
        try
        {
            return action();
        }
        catch (CollectionException fault)
        {
            SharedOptions.Talk(quiet: false).Error(fault.Message);
            return ExitCodes.Usage;
        }
    }
}
