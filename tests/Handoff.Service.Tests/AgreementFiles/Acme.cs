using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using Handoff.Agreements;
using Handoff.Service.AgreementFiles;
using NodaTime;
using Xunit;

namespace Handoff.Service.Tests.AgreementFiles;

/// <summary>The sample agreement folder, and copies of it with one thing changed.</summary>
internal static partial class Acme
{
    public static readonly Instant AsOf = Instant.FromUtc(2026, 11, 2, 9, 0);

    public const string AgreementFile = "agreement.yaml";
    public const string PeopleFile = "people.yaml";
    public const string SourcesFile = "sources.yaml";

    /// <summary>What is told of a word that is no format.</summary>
    public static string FormatExpected { get; } = string.Join(
        " or ", Enum.GetValues<SourceFormat>().Select(one => $"'{JsonNamingPolicy.SnakeCaseLower.ConvertName(one.ToString())}'"))
        + " is expected";

    public static string Directory { get; } = Path.Combine(AppContext.BaseDirectory, "sample", "acme");

    /// <summary>The sample as it is.</summary>
    public static ImmutableDictionary<string, string> Named { get; } = System.IO.Directory.EnumerateFiles(Directory)
        .ToImmutableDictionary(path => Path.GetFileName(path), File.ReadAllText, StringComparer.Ordinal);

    /// <summary>The sample without the names that people read in the place of ids, as a folder may be.</summary>
    public static ImmutableDictionary<string, string> Files { get; } = Named.ToImmutableDictionary(
        file => file.Key,
        file => string.Join('\n', file.Value.Split('\n').Where(line => !line.TrimStart().StartsWith("says:", StringComparison.Ordinal))
            .Select(line => line.Contains("code:", StringComparison.Ordinal) ? line : Unnamed().Replace(line, ""))),
        StringComparer.Ordinal);

    public static string? NothingSet(string name) => null;

    public static FolderReading Read(IReadOnlyDictionary<string, string> files, Func<string, string?>? environment = null) =>
        AgreementFolderReader.Read(files, environment ?? NothingSet, AsOf);

    public static AgreementFolder Loaded(IReadOnlyDictionary<string, string> files, Func<string, string?>? environment = null) =>
        Read(files, environment) switch
        {
            FolderReading.Loaded loaded => loaded.Folder,
            FolderReading.Refused refused => throw new Xunit.Sdk.XunitException(string.Join('\n', refused.Mistakes)),
            var other => throw new Xunit.Sdk.XunitException($"{other}"),
        };

    public static IEnumerable<string> Mistakes(IReadOnlyDictionary<string, string> files, Func<string, string?>? environment = null) =>
        Read(files, environment) switch
        {
            FolderReading.Refused refused => refused.Mistakes.Select(mistake => mistake.ToString()),
            _ => [],
        };

    /// <summary>Asserts that these are the mistakes, all of them and in this order.</summary>
    public static void Told(IReadOnlyDictionary<string, string> files, params string[] expected) => Assert.Equal(expected, Mistakes(files));

    /// <summary>The sample with one text of one file replaced; the text must stand there once.</summary>
    public static ImmutableDictionary<string, string> With(
        this ImmutableDictionary<string, string> files, string file, string text, string by)
    {
        var parts = files[file].Split(text);
        Assert.True(parts.Length == 2, $"'{text}' stands {parts.Length - 1} times in {file}.");
        return files.SetItem(file, string.Join(by, parts));
    }

    [GeneratedRegex(@", says: \{[^}]*\}", RegexOptions.None, 1_000)]
    private static partial Regex Unnamed();
}
