namespace Parallax.Fetching.Transfers;

/// <summary>Limits and permissions of fetching.</summary>
public sealed record FetchOptions
{
    /// <summary>Longest body, in bytes as sent.</summary>
    /// <value>10 MiB by default.</value>
    public long MaxBytes { get; init; } = 10L * 1024 * 1024;

    /// <summary>Longest header of a response, in KiB.</summary>
    /// <value>64 by default.</value>
    public int MaxHeaderKibibytes { get; init; } = 64;

    /// <summary>Most redirections followed for one address.</summary>
    /// <value>5 by default.</value>
    public int MaxRedirects { get; init; } = 5;

    /// <summary>Longest time for one address with all its redirections.</summary>
    /// <value>30 s by default.</value>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Time after which a body has to have come with <see cref="LeastBytesPerSecond"/> on average.</summary>
    /// <value>10 s by default.</value>
    public TimeSpan SlowAfter { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Slowest body.</summary>
    /// <value>1 KiB/s by default.</value>
    public int LeastBytesPerSecond { get; init; } = 1024;

    /// <summary>Pause between two requests to one host.</summary>
    /// <value>1 s by default.</value>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Whether addresses of this machine and of private networks may be fetched.</summary>
    /// <value>False by default.</value>
    public bool AllowPrivate { get; init; }

    /// <summary>Whether robots.txt is obeyed.</summary>
    /// <value>True by default.</value>
    public bool ObeyRobots { get; init; } = true;

    /// <summary>How the program names itself; its product token (the part before the slash) is what robots.txt may name.</summary>
    /// <value><c>Parallax/0.1</c> by default.</value>
    public string UserAgent { get; init; } = "Parallax/0.1";

    /// <summary>The product token of <see cref="UserAgent"/>.</summary>
    public string Robot => UserAgent.Split('/')[0];
}
