using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Parallax.Fetching.Tests.Transfers;

/// <summary>A server on this machine that answers each path with exactly the bytes it is told, and keeps what was asked.</summary>
internal sealed class ScriptedServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Dictionary<string, Func<string, NetworkStream, CancellationToken, Task>> _answers = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stop = new();

    public ScriptedServer()
    {
        _listener.Start();
        _ = Accept();
    }

    public ConcurrentQueue<string> Requests { get; } = new();

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public string Address(string path, string host = "127.0.0.1") => $"http://{host}:{Port}{path}";

    public ScriptedServer On(string path, string response)
    {
        _answers[path] = (_, stream, stop) => stream.WriteAsync(Encoding.Latin1.GetBytes(response), stop).AsTask();
        return this;
    }

    public ScriptedServer On(string path, Func<string, NetworkStream, CancellationToken, Task> answer)
    {
        _answers[path] = answer;
        return this;
    }

    public static string Page(string body, string headers = "") => $"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{headers}Content-Length: {body.Length}\r\n\r\n{body}";

    public static string Redirect(string to) => $"HTTP/1.1 302 Found\r\nLocation: {to}\r\nContent-Length: 0\r\n\r\n";

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task Accept()
    {
        CancellationToken stop = _stop.Token;
        try
        {
            while (true)
            {
                TcpClient client = await _listener.AcceptTcpClientAsync(stop);
                _ = Serve(client, stop);
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task Serve(TcpClient client, CancellationToken stop)
    {
        using (client)
        {
            try
            {
                NetworkStream stream = client.GetStream();
                StringBuilder head = new();
                byte[] one = new byte[1];
                while (true)
                {
                    head.Clear();
                    while (!(head.Length >= 4 && head.ToString(head.Length - 4, 4) == "\r\n\r\n"))
                    {
                        if (await stream.ReadAsync(one, stop) == 0)
                        {
                            return;
                        }

                        head.Append((char)one[0]);
                    }

                    string request = head.ToString();
                    Requests.Enqueue(request);
                    string path = request.Split(' ')[1];
                    if (_answers.TryGetValue(path, out Func<string, NetworkStream, CancellationToken, Task>? answer))
                    {
                        await answer(request, stream, stop);
                    }
                    else
                    {
                        await stream.WriteAsync("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"u8.ToArray(), stop);
                    }
                }
            }
            catch (Exception fault) when (fault is OperationCanceledException or IOException or ObjectDisposedException or SocketException)
            {
                // The client went away.
            }
        }
    }
}
