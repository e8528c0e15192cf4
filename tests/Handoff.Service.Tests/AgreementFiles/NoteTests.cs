using System.Collections.Immutable;
using Handoff.Service.AgreementFiles;
using Xunit;

namespace Handoff.Service.Tests.AgreementFiles;

/// <summary>What is sound and yet not as whoever signs may think.</summary>
public sealed class NoteTests
{
    [Fact]
    public void Everything_that_the_sample_says_is_acted_on() => Assert.Empty(NotesOf(Acme.Files));

    [Fact]
    public void What_a_change_of_a_version_would_be_is_told()
    {
        var signed = Acme.Files.With(
            Acme.AgreementFile, "agreement: 2026-11", "agreement: 2026-12\nsigning: required\nfrom: 2027-01-01");

        var remarks = NotesOf(signed).Select(remark => remark.Message).ToArray();

        Assert.Contains("while this version is in force, a changed agreement.yaml is a proposal that both heads sign", remarks);
        Assert.Contains("'from' counts where the version in force before has 'signing: required'", remarks);
    }

    [Fact]
    public void A_ladder_that_could_reach_nobody_is_told_at_its_team()
    {
        var alone = Acme.Files.With(Acme.PeopleFile, "manager: dana.lee@acme.example\n    director: paolo.conti@acme.example",
            "manager: paolo.conti@acme.example");
        var note = Assert.Single(NotesOf(alone), note => note.File == Acme.PeopleFile);

        Assert.Equal("while Paolo Conti is away a ladder of team 'world' reaches nobody: name a 'deputy' or a 'director'", note.Message);
        Assert.Contains("manager: paolo.conti", alone[Acme.PeopleFile].Split('\n')[note.Line - 1], StringComparison.Ordinal);
    }

    [Fact]
    public void Leave_in_the_files_that_leaves_nobody_in_line_is_told_from_its_first_day()
    {
        var files = Acme.Files
            .With(Acme.PeopleFile, "name: Dana Lee,     role: manager,   language: en, calendar: london",
                "name: Dana Lee, role: manager, language: en, calendar: london, away: [\"2027-02-01..2027-02-20\"]")
            .With(Acme.PeopleFile, "name: Paolo Conti,  role: sales,     language: en, calendar: office",
                "name: Paolo Conti, role: sales, language: en, calendar: office, away: [\"2027-02-10..2027-02-12\"]");

        Assert.Equal(
            ["from 2027-02-10 a ladder of team 'world' reaches nobody: Dana Lee, Paolo Conti are all away"],
            NotesOf(files).Where(note => note.File == Acme.PeopleFile).Select(note => note.Message));
    }

    private static ImmutableArray<Mistake> NotesOf(ImmutableDictionary<string, string> files) =>
        Assert.IsType<FolderReading.Loaded>(Acme.Read(files)).Notes;
}
