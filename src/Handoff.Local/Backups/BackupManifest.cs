using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using Handoff.Service.Storage;

namespace Handoff.Local.Backups;

/// <summary>A file of a backup.</summary>
/// <param name="Name">Its path in the backup, with '/'.</param>
/// <param name="Sha256">Its checksum, in hexadecimal.</param>
internal sealed record BackupFile(string Name, long Bytes, string Sha256);

/// <summary>What a backup says of itself; written last, so that a folder without it is no backup.</summary>
/// <param name="TakenAt">When it was begun: what was acknowledged before is in it. UTC.</param>
/// <param name="DataSchema">The schema version of the data.</param>
/// <param name="KeysSchema">The schema version of the keys.</param>
/// <param name="Leads">How many leads it holds.</param>
/// <param name="Erased">How many leads had been erased.</param>
/// <param name="Files">All its files but this one.</param>
internal sealed record BackupManifest(
    DateTimeOffset TakenAt, int DataSchema, int KeysSchema, long Leads, int Erased, ImmutableArray<BackupFile> Files)
{
    public const string FileName = "manifest.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Reads a backup's manifest; null: there is none that can be read.</summary>
    public static BackupManifest? Read(string backup)
    {
        try
        {
            using var file = File.OpenRead(Path.Combine(backup, FileName));
            return JsonSerializer.Deserialize<BackupManifest>(file, Json) is { Files.IsDefault: false } manifest ? manifest : null;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Writes it, so that it is on the disk.</summary>
    public void Write(string backup)
    {
        using var file = PrivateFile.New(Path.Combine(backup, FileName));
        JsonSerializer.Serialize(file, this, Json);
        file.Flush(flushToDisk: true);
    }

    /// <summary>Describes all files under a folder.</summary>
    public static ImmutableArray<BackupFile> Describe(string backup) =>
        [.. Directory.EnumerateFiles(backup, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(path => Describe(backup, path))];

    /// <summary>The first file that is not as it was, or null. The keys may be gone: they are kept 30 days at most.</summary>
    public string? FindChanged(string backup) =>
        Files.Where(file => !file.Name.StartsWith(BackupFolder.Keys + "/", StringComparison.Ordinal) || BackupFolder.HasKeys(backup))
            .FirstOrDefault(
                file => Path.Combine(backup, file.Name) is var path && !(File.Exists(path) && Describe(backup, path) == file))?.Name;

    private static BackupFile Describe(string backup, string path)
    {
        using var file = File.OpenRead(path);
        return new(Path.GetRelativePath(backup, path).Replace('\\', '/'), file.Length, Convert.ToHexStringLower(SHA256.HashData(file)));
    }
}
