using System.Collections.Immutable;
using Handoff.Service.AgreementFiles;
using Xunit;

namespace Handoff.Service.Tests.AgreementFiles;

public sealed class FolderOnDiskTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("handoff-agreement").FullName;

    [Fact]
    public void A_folder_that_is_not_there_is_told_for_each_file()
    {
        var mistakes = Refused(Path.Combine(_directory, "nowhere"));

        Assert.Equal(["agreement.yaml:1:1", "people.yaml:1:1", "sources.yaml:1:1"], mistakes.Select(mistake => FormattableString.Invariant($"{mistake.File}:{mistake.Line}:{mistake.Column}")));
        Assert.All(mistakes, mistake => Assert.Contains("does not exist", mistake.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void An_empty_folder_lacks_three_files() =>
        Assert.Equal(
            ["agreement.yaml:1:1: the file is missing", "people.yaml:1:1: the file is missing", "sources.yaml:1:1: the file is missing"],
            Refused(_directory).Select(mistake => mistake.ToString()));

    [Fact]
    public void A_file_that_is_no_text_is_told_once()
    {
        Copy();
        File.WriteAllBytes(Path.Combine(_directory, "sources.yaml"), [0x73, 0xFF, 0xFE]);

        Assert.Equal(["sources.yaml:1:1: the file is not UTF-8 text"], Refused(_directory).Select(mistake => mistake.ToString()));
    }

    [Fact]
    public void A_file_that_is_too_large_is_not_even_read()
    {
        Copy();
        File.WriteAllText(Path.Combine(_directory, "people.yaml"), new string('#', AgreementFolderReader.MaxFileBytes + 1));

        Assert.Equal(["people.yaml:1:1: the file is larger than 1 MB"], Refused(_directory).Select(mistake => mistake.ToString()));
    }

    [Fact]
    public void Other_files_are_not_looked_at()
    {
        Copy();
        File.WriteAllText(Path.Combine(_directory, "notes.yaml"), "{{{");

        Assert.IsType<FolderReading.Loaded>(AgreementFolderReader.Read(_directory, Acme.NothingSet, Acme.AsOf));
    }

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    private void Copy()
    {
        foreach (var (name, text) in Acme.Files)
            File.WriteAllText(Path.Combine(_directory, name), text);
    }

    private static ImmutableArray<Mistake> Refused(string directory) =>
        Assert.IsType<FolderReading.Refused>(AgreementFolderReader.Read(directory, Acme.NothingSet, Acme.AsOf)).Mistakes;
}
