using System.Text;

namespace Handoff.Service.AgreementFiles;

/// <summary>The files of a folder on disk, as texts.</summary>
internal static class FolderFiles
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Loads the named files and every <c>.ics</c> file; what cannot be read is told.</summary>
    /// <param name="directory">The folder.</param>
    /// <param name="names">Every file that is looked for.</param>
    /// <param name="required">Those that each folder has.</param>
    /// <param name="findings">Takes what cannot be read.</param>
    public static IReadOnlyDictionary<string, string> Load(
        string directory, IEnumerable<string> names, IEnumerable<string> required, Findings findings)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!Directory.Exists(directory))
        {
            foreach (var name in required)
                findings.Add(Place.StartOf(name), $"the folder '{directory}' does not exist");
            return files;
        }

        foreach (var path in names.Select(name => Path.Combine(directory, name)).Where(File.Exists)
            .Concat(Directory.EnumerateFiles(directory, "*.ics")))
        {
            var name = Path.GetFileName(path);
            if (Text(path, name, findings) is { } text)
                files[name] = text;
        }

        return files;
    }

    /// <summary>Whether a text is small enough to be read; otherwise tells so.</summary>
    public static bool Fits(string name, string text, Findings findings)
    {
        if (Encoding.UTF8.GetByteCount(text) <= AgreementFolderReader.MaxFileBytes)
            return true;
        findings.Add(Place.StartOf(name), TooLarge);
        return false;
    }

    private const string TooLarge = "the file is larger than 1 MB";

    private static string? Text(string path, string name, Findings findings)
    {
        try
        {
            if (!OrdinaryFile.Is(path))
            {
                findings.Add(Place.StartOf(name), "this is no ordinary file");
                return null;
            }

            // Read to the limit and no further, whatever length the file says: it may grow.
            using var file = File.OpenRead(path);
            var bytes = new byte[AgreementFolderReader.MaxFileBytes + 1];
            var length = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            if (length <= AgreementFolderReader.MaxFileBytes)
                return TextOf(bytes.AsSpan(0, length));
            findings.Add(Place.StartOf(name), TooLarge);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            findings.Add(Place.StartOf(name), $"the file cannot be read: {unreadable.Message}");
        }
        catch (DecoderFallbackException)
        {
            findings.Add(Place.StartOf(name), "the file is not UTF-8 text");
        }

        return null;
    }

    private static string TextOf(ReadOnlySpan<byte> bytes) =>
        Strict.GetString(bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes);
}
