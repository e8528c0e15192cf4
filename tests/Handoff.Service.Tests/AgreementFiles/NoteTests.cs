using System.Collections.Immutable;
using Handoff.Service.AgreementFiles;
using Xunit;

namespace Handoff.Service.Tests.AgreementFiles;

/// <summary>What is sound and yet not as whoever signs may think.</summary>
public sealed class NoteTests
{
    [Fact]
    public void Keys_that_nothing_acts_on_yet_are_told_where_they_stand()
    {
        var remarks = NotesOf(Acme.Files);

        Assert.Equal(
            ["'ask_the_lead'", "'commitments'", "'behind_pace_at'", "'alignment'"],
            remarks.Select(remark => remark.Message.Split(' ')[0]));
        Assert.All(remarks, remark => Assert.Contains("is read, not yet acted on: ", remark.Message, StringComparison.Ordinal));
        Assert.All(remarks, remark => Assert.Equal(Acme.AgreementFile, remark.File));
        var lines = Acme.Files[Acme.AgreementFile].Split('\n');
        Assert.Contains("ask_the_lead:", lines[remarks[0].Line - 1], StringComparison.Ordinal);
        Assert.Contains("behind_pace_at:", lines[remarks[2].Line - 1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_is_not_written_is_not_told()
    {
        var files = Acme.Files.With(Acme.AgreementFile, "    ask_the_lead: { after: 1d }", "#")
            .With(Acme.AgreementFile, "  behind_pace_at: 50%", "#");

        Assert.Equal(["'commitments'", "'alignment'"], NotesOf(files).Select(remark => remark.Message.Split(' ')[0]));
    }

    private static ImmutableArray<Mistake> NotesOf(ImmutableDictionary<string, string> files) => Assert.IsType<FolderReading.Loaded>(Acme.Read(files)).Notes;
}
