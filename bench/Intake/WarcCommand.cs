using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Parallax.Core.Findings;
using Parallax.Intake;
using Parallax.Intake.Containers;

namespace Parallax.Bench.Intake;

/// <summary>Measures how fast a web archive is gone through, record by record, without extracting articles: plain and gzip, clean and damaged.</summary>
internal static class WarcCommand
{
    private const int PageLength = 60_000;

    /// <summary>Writes an archive of about <c>--mb</c> megabytes (100 by default) into memory and reads it.</summary>
    public static int Run(string[] args)
    {
        int size = Array.IndexOf(args, "--mb"), write = Array.IndexOf(args, "--write");
        int megabytes = size >= 0 && size + 1 < args.Length ? int.Parse(args[size + 1], CultureInfo.InvariantCulture) : 100;
        byte[] plain = Archive(megabytes, damaged: false), damaged = Archive(megabytes, damaged: true);
        byte[] packed = Packed(plain);
        double[] speeds = [Measure("plain", plain, plain.Length), Measure("damaged", damaged, damaged.Length), Measure("gzip", packed, plain.Length)];
        if (write >= 0 && write + 1 < args.Length)
        {
            string table = string.Create(CultureInfo.InvariantCulture, $"| plain | {speeds[0]:0} |\n| every tenth record damaged | {speeds[1]:0} |\n| gzip | {speeds[2]:0} |\n");
            PerformancePage.Write(args[write + 1], $"## Web archives\n\nMade by `dotnet run -c Release --project bench -- warc --write docs/performance.md`. {megabytes.ToString(CultureInfo.InvariantCulture)} MB in memory gone through record by record, no article read; the best of three rounds by the clock.\n\n| archive | MB/s uncompressed |\n|---|---|\n{table}\nFloor 100.\n");
        }

        return 0;
    }

    private static double Measure(string name, byte[] archive, long unpacked)
    {
        double best = 0;
        for (int round = 0; round < 3; round++)
        {
            List<Finding> findings = [];
            long before = GC.GetAllocatedBytesForCurrentThread();
            Stopwatch clock = Stopwatch.StartNew();
            int documents = new ArchiveReader(new IntakeOptions(), findings).Open(name, new MemoryStream(archive)).Count();
            double seconds = clock.Elapsed.TotalSeconds;
            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            best = Math.Max(best, unpacked / 1e6 / seconds);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"warc\t{name}\t{unpacked / 1e6 / seconds:0} MB/s uncompressed\t{documents} documents\t{documents / seconds:0} a second\t{allocated / (double)unpacked:0.00} bytes allocated a byte\t{findings.Count} findings"));
        }

        return best;
    }

    private static byte[] Archive(int megabytes, bool damaged)
    {
        using MemoryStream stream = new();
        Random random = new(20240304);
        StringBuilder page = new();
        for (int number = 0; stream.Length < megabytes * 1_000_000L; number++)
        {
            page.Clear().Append("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><body>");
            while (page.Length < PageLength)
            {
                page.Append("<p class=\"c").Append(random.Next(100)).Append("\">The harbour office closed quay number ").Append(random.Next(100_000)).Append(" on Monday, and nobody knows for how long it will be so.</p>\n");
            }

            byte[] body = Encoding.UTF8.GetBytes(page.ToString());
            int length = damaged && number % 10 == 9 ? body.Length - 500 : body.Length;
            stream.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://harbour.example/{number}\r\nWARC-Date: 2024-03-07T08:00:00Z\r\nContent-Type: application/http;msgtype=response\r\nContent-Length: {length}\r\n\r\n")));
            stream.Write(body);
            stream.Write("\r\n\r\n"u8);
        }

        return stream.ToArray();
    }

    private static byte[] Packed(byte[] plain)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(plain);
        }

        return packed.ToArray();
    }
}
