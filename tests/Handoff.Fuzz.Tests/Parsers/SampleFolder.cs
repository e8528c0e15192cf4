using System.Collections.Immutable;
using Handoff.Service.AgreementFiles;
using NodaTime;

namespace Handoff.Fuzz.Tests.Parsers;

/// <summary>The agreement folder that comes with the product.</summary>
internal static class SampleFolder
{
    public static readonly Instant AsOf = Instant.FromUtc(2026, 11, 2, 9, 0);

    public static ImmutableDictionary<string, string> Files { get; } =
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "sample", "acme"))
        .ToImmutableDictionary(path => Path.GetFileName(path), File.ReadAllText, StringComparer.Ordinal);

    public static AgreementFolder Loaded { get; } = Read(Files) is FolderReading.Loaded { Folder: var folder } ? folder
        : throw new InvalidOperationException("The sample is sound.");

    public static FolderReading Read(IReadOnlyDictionary<string, string> files) =>
        AgreementFolderReader.Read(files, name => name == "HANDOFF_SET" ? "set" : null, AsOf);
}
