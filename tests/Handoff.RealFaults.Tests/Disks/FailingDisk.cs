namespace Handoff.RealFaults.Tests.Disks;

/// <summary>
/// A test with a disk that fails: skipped where a file cannot be one (Linux, root, loop devices, ext4), unless <c>HANDOFF_ALL_TESTS=1</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FailingDiskFactAttribute : FactAttribute
{
    public FailingDiskFactAttribute()
    {
        var can = OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && File.Exists("/dev/loop-control")
            && File.Exists("/sbin/mkfs.ext4");
        if (Environment.GetEnvironmentVariable("HANDOFF_ALL_TESTS") != "1" && !can)
            Skip = "A disk that fails takes Linux, root, a loop device and ext4.";
    }
}

/// <summary>
/// A disk in a file, of 64 MB with ext4, which the system makes read-only at an error: as it does with a disk that breaks.
/// </summary>
internal sealed class FailingDisk : IDisposable
{
    private const long Size = 64 << 20;

    private readonly string _image;
    private bool _isMounted;

    public FailingDisk(string path)
    {
        Path = Directory.CreateDirectory(path).FullName;
        _image = path + ".image";
        using (var file = File.Create(_image))
            file.SetLength(Size);
        Tool.Run("/sbin/mkfs.ext4", "-q", "-F", _image);
        Mount();
    }

    public string Path { get; }

    /// <summary>The disk reports an error; from now on nothing is written to it.</summary>
    public void Fail()
    {
        var device = File.ReadLines("/proc/mounts").Select(line => line.Split(' ')).Single(mount => mount[1] == Path)[0];
        File.WriteAllText($"/sys/fs/ext4/{System.IO.Path.GetFileName(device)}/trigger_fs_error", "1");
    }

    /// <summary>What an administrator does once nobody uses it: checks it and mounts it again.</summary>
    public void Repair()
    {
        Unmount();
        // 1: there were errors, and they were corrected.
        Tool.Run(mostExitCode: 1, "/sbin/e2fsck", "-f", "-y", _image);
        Mount();
    }

    public void Dispose()
    {
        if (_isMounted)
            Unmount();
        File.Delete(_image);
    }

    private void Mount()
    {
        Tool.Run("mount", "-o", "loop,errors=remount-ro", _image, Path);
        _isMounted = true;
    }

    private void Unmount()
    {
        Tool.Run("umount", Path);
        _isMounted = false;
    }
}
