namespace Handoff.RealFaults.Tests.Disks;

/// <summary>A test that mounts a disk of its own: skipped where that cannot be (Linux, root), unless <c>HANDOFF_ALL_TESTS=1</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DiskFactAttribute : FactAttribute
{
    public DiskFactAttribute()
    {
        if (Environment.GetEnvironmentVariable("HANDOFF_ALL_TESTS") != "1"
            && !(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess))
            Skip = "To mount a small disk takes Linux and root.";
    }
}

/// <summary>A disk of 16 MB in memory, mounted for one test.</summary>
internal sealed class SmallDisk : IDisposable
{
    private const long Block = 64 * 1024;

    public SmallDisk(string path)
    {
        Path = Directory.CreateDirectory(path).FullName;
        Tool.Run("mount", "-t", "tmpfs", "-o", "size=16m", "handoff-faults", Path);
    }

    public string Path { get; }

    private string Filler => System.IO.Path.Combine(Path, "filler");

    /// <summary>Writes until there is no room left.</summary>
    public void Fill()
    {
        using var file = File.Open(Filler, FileMode.Create);
        var block = new byte[Block];
        try
        {
            while (true)
            {
                file.Write(block);
                file.Flush();
            }
        }
        catch (IOException)
        {
            // It is full.
        }
    }

    public void MakeRoom() => File.Delete(Filler);

    public void MakeReadOnly() => Tool.Run("mount", "-o", "remount,ro", Path);

    public void MakeWritable() => Tool.Run("mount", "-o", "remount,rw", Path);

    public void Dispose() => Tool.Run("umount", "-l", Path);
}
