using System.Runtime.InteropServices;
using System.Text;

namespace Handoff.Service.AgreementFiles;

/// <summary>
/// Tells files from what only looks like one: to open a pipe waits for whoever writes into it, and a device may never end.
/// </summary>
internal static class OrdinaryFile
{
    // Of struct statx, which Linux has alike on every processor: the mode's place, and its kinds.
    private const int SizeOfStatx = 256;
    private const int PlaceOfMode = 28;
    private const int KindOfFile = 0xF000;
    private const int Regular = 0x8000;

    private const int FromWorkingDirectory = -100;
    private const uint TypeOnly = 1;

    /// <summary>
    /// Whether the path, or what a link there leads to, is an ordinary file, or is not there. Elsewhere than on Linux the system's word is
    /// taken.
    /// </summary>
    public static bool Is(string path)
    {
        if (!OperatingSystem.IsLinux())
            return true;
        var found = new byte[SizeOfStatx];
        try
        {
            // What cannot be looked at cannot be opened either, and opening it says why.
            return Statx(FromWorkingDirectory, [.. Encoding.UTF8.GetBytes(path), 0], 0, TypeOnly, found) != 0
                || (BitConverter.ToUInt16(found, PlaceOfMode) & KindOfFile) == Regular;
        }
        catch (EntryPointNotFoundException)
        {
            // A C library from before 2018: the time limit of the reading remains.
            return true;
        }
    }

    [DllImport("libc", EntryPoint = "statx")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Statx(int directory, byte[] path, int flags, uint mask, [Out] byte[] found);
}
