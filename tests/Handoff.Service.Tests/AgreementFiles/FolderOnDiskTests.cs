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

        Assert.Equal(
            ["agreement.yaml:1:1", "people.yaml:1:1", "sources.yaml:1:1"],
            mistakes.Select(mistake => FormattableString.Invariant($"{mistake.File}:{mistake.Line}:{mistake.Column}")));
        Assert.All(mistakes, mistake => Assert.Contains("does not exist", mistake.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void An_empty_folder_lacks_three_files() => Assert.Equal(
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

    [Theory]
    [InlineData("people.yaml")]
    [InlineData("holidays-it.ics")]
    [InlineData("unnamed.ics")]
    public void A_pipe_is_refused_before_anybody_waits_for_its_writer(string name)
    {
        Copy();
        File.Delete(Path.Combine(_directory, name));
        if (!MadePipe(Path.Combine(_directory, name)))
            return;

        Assert.Contains($"{name}:1:1: this is no ordinary file", Refused(_directory).Select(mistake => mistake.ToString()));
    }

    [Fact]
    public void A_link_to_an_ordinary_file_is_read()
    {
        Copy();
        var elsewhere = Path.Combine(Directory.CreateDirectory(Path.Combine(_directory, "elsewhere")).FullName, "people");
        File.Move(Path.Combine(_directory, "people.yaml"), elsewhere);
        File.CreateSymbolicLink(Path.Combine(_directory, "people.yaml"), elsewhere);

        Assert.IsType<FolderReading.Loaded>(AgreementFolderReader.Read(_directory, Acme.NothingSet, Acme.AsOf));
    }

    [Fact]
    public void A_folder_that_takes_too_long_is_refused()
    {
        Copy();
        File.WriteAllText(Path.Combine(_directory, "agreement.yaml"), Acme.Files["agreement.yaml"].Replace("organisation: ",
            "organisation: ${HANDOFF_SLOW} # ", StringComparison.Ordinal));
        using var neverSet = new ManualResetEventSlim();

        var read = AgreementFolderReader.Read(
            _directory,
            name =>
            {
                if (name == "HANDOFF_SLOW")
                    neverSet.Wait();
                return null;
            },
            Acme.AsOf,
            TimeSpan.FromMilliseconds(50),
            TimeProvider.System);
        neverSet.Set();

        Assert.EndsWith("cannot be read within 0.05 s", Assert.Single(Assert.IsType<FolderReading.Refused>(read).Mistakes).Message,
            StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    private void Copy()
    {
        foreach (var (name, text) in Acme.Files)
            File.WriteAllText(Path.Combine(_directory, name), text);
    }

    private static bool MadePipe(string path)
    {
        if (!File.Exists("/usr/bin/mkfifo"))
            return false;
        using var made = System.Diagnostics.Process.Start("/usr/bin/mkfifo", [path]);
        made.WaitForExit();
        return made.ExitCode == 0;
    }

    private static ImmutableArray<Mistake> Refused(string directory) =>
        Assert.IsType<FolderReading.Refused>(AgreementFolderReader.Read(directory, Acme.NothingSet, Acme.AsOf)).Mistakes;
}
