using Handoff.Benchmarks.Hosting;

namespace Handoff.RealFaults.Tests.Hosting;

/// <summary>
/// A folder for one test: the agreement, with clocks short enough to see them pass, and the data. Deleted at the test's end.
/// </summary>
internal sealed class FaultFolder : IDisposable
{
    public FaultFolder()
    {
        Path = Directory.CreateTempSubdirectory("handoff-faults-").FullName;
        Agreement = LoadFolder.Write(Path);
        Data = System.IO.Path.Combine(Path, "data");
        var file = System.IO.Path.Combine(Agreement, "agreement.yaml");
        // Rungs of a hot lead at 30 s, 1 min, 1.5 min and 3 min, of its acceptance and of its first contact.
        File.WriteAllText(file, File.ReadAllText(file)
            .Replace("{ within: 5m,  ladder: fast }", "{ within: 1m,  ladder: fast }", StringComparison.Ordinal)
            .Replace("{ within: 30m, ladder: fast }", "{ within: 1m,  ladder: fast }", StringComparison.Ordinal));
    }

    public string Path { get; }

    public string Agreement { get; }

    public string Data { get; }

    public HostStart Start => new(Data, Agreement);

    public string In(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
