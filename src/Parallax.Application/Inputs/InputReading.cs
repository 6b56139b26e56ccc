using Parallax.Core.Findings;
using Parallax.Intake;
using Parallax.Intake.Containers;
using Parallax.Storage;

namespace Parallax.Application.Inputs;

/// <summary>Reads inputs document by document, so that an archive of any size needs the memory of one document.</summary>
public static class InputReading
{
    /// <summary>The documents of an input with what came of each. An input that cannot be opened gives a finding.</summary>
    public static IEnumerable<DocumentResult> Read(this ReportIntake intake, InputItem item)
    {
        ArgumentNullException.ThrowIfNull(intake);
        ArgumentNullException.ThrowIfNull(item);
        if (Open(item, out Finding? refused) is not { } stream)
        {
            yield return new DocumentResult(null, IntakeResult.Refused(refused!)); // Either is there.
            yield break;
        }

        using (stream)
        {
            using IEnumerator<DocumentResult> each = intake.ReadAll(item.Name, stream).GetEnumerator();
            while (true)
            {
                Finding? broken = null;
                try
                {
                    if (!each.MoveNext())
                    {
                        yield break;
                    }
                }
                catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
                {
                    broken = CannotOpen(item, fault);
                }

                if (broken is not null)
                {
                    yield return new DocumentResult(null, IntakeResult.Refused(broken));
                    yield break;
                }

                yield return each.Current;
            }
        }
    }

    /// <summary>Reads what a collection keeps, each document under all its names.</summary>
    public static IEnumerable<IntakeResult> Read(this ReportIntake intake, IReportCollection collection)
    {
        ArgumentNullException.ThrowIfNull(intake);
        ArgumentNullException.ThrowIfNull(collection);
        foreach (StoredReport stored in collection.Reports())
        {
            foreach (string name in stored.Names)
            {
                yield return intake.Read(new ReceivedDocument(name, stored.Bytes));
            }
        }
    }

    private static Stream? Open(InputItem item, out Finding? refused)
    {
        refused = null;
        try
        {
            return item.Open();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            refused = CannotOpen(item, fault);
            return null;
        }
    }

    private static Finding CannotOpen(InputItem item, Exception fault) => new("PX0005", Severity.Error, item.Name, $"“{item.Name}” could not be opened: {fault.Message}");
}
