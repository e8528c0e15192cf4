using System.Security.Cryptography;
using System.Text;
using Handoff.Service.Importing;

namespace Handoff.Local.Importing;

/// <summary>
/// Remembers rows that are in, in a file beside the errors: a line each, a hash of where it went and its key. The intake remembers a key
/// for 7 days; the file, as long as it is there.
/// </summary>
internal sealed class ProgressFile : ITakenRows, IDisposable
{
    private const int Width = 32;

    private readonly Lock _lock = new();
    private readonly HashSet<string> _taken;
    private readonly StreamWriter _writer;
    private readonly string _where;

    private ProgressFile(HashSet<string> taken, StreamWriter writer, string where) => (_taken, _writer, _where) = (taken, writer, where);

    /// <summary>Opens the file, or begins one.</summary>
    /// <param name="where">Where rows go: a data folder or the address of a host. What went elsewhere is not in here.</param>
    /// <exception cref="IOException">It cannot be written, or another import writes it.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be written.</exception>
    public static ProgressFile Open(string path, string where)
    {
        var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        var reader = new StreamReader(file, Encoding.ASCII, false, -1, leaveOpen: true);
        // The last line may be torn: its row is told by its key.
        var taken = new HashSet<string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == Width)
                taken.Add(line);
        }

        var isTorn = false;
        if (file.Length > 0)
        {
            file.Seek(-1, SeekOrigin.End);
            isTorn = file.ReadByte() != '\n';
        }

        file.Seek(0, SeekOrigin.End);
        var writer = new StreamWriter(file, new ASCIIEncoding()) { NewLine = "\n" };
        if (isTorn)
            writer.WriteLine();
        return new(taken, writer, where);
    }

    public bool Contains(string key)
    {
        var hash = Hash(key);
        lock (_lock)
            return _taken.Contains(hash);
    }

    public void Add(string key)
    {
        var hash = Hash(key);
        lock (_lock)
        {
            if (!_taken.Add(hash))
                return;
            _writer.WriteLine(hash);
            // Given to the system at once: it is not lost when this process is killed.
            _writer.Flush();
        }
    }

    public void Dispose() => _writer.Dispose();

    private string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{_where}\n{key}")))[..Width];
}
