using System.Globalization;

namespace Handoff.Benchmarks.Hosting;

/// <summary>A folder under the system's temporary one for one run; deleted at its end.</summary>
internal sealed class LoadRun : IDisposable
{
    private readonly bool _keep;

    public LoadRun(bool keep)
    {
        _keep = keep;
        Folder = Directory.CreateTempSubdirectory("handoff-load-").FullName;
    }

    public string Folder { get; }

    /// <summary>Bytes of the data folder, in MB (10^6 bytes).</summary>
    public string DataSize => string.Create(CultureInfo.InvariantCulture,
        $"{new DirectoryInfo(Path.Combine(Folder, "data")).EnumerateFiles("*", SearchOption.AllDirectories).Sum(
            file => file.Length) / 1e6:F0} MB");

    public void Dispose()
    {
        if (_keep)
            Console.WriteLine($"  data: {Folder}");
        else
            Directory.Delete(Folder, recursive: true);
    }
}
