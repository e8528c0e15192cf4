using Handoff.Meetings;
using Handoff.People;
using Handoff.Service.Company;
using Handoff.Service.Meetings;
using Handoff.Stores.Tests.Contract;
using Handoff.Stores.Tests.Sqlite;
using NodaTime;

namespace Handoff.Stores.Tests.Meetings;

/// <summary>The invitation for calendar programs, as it is written, and what one that people use understands of it.</summary>
public sealed class InvitationReadingTests() : StoreContract(new SqliteFixture())
{
    private static readonly Instant Start = Instant.FromUtc(2027, 3, 30, 7, 0);

    [CalendarReaderTheory]
    [InlineData("en", false, "REQUEST", "CONFIRMED")]
    [InlineData("en", true, "CANCEL", "CANCELLED")]
    [InlineData("it", false, "REQUEST", "CONFIRMED")]
    [InlineData("it", true, "CANCEL", "CANCELLED")]
    public async Task Thunderbirds_parser_reads_the_meeting_as_it_is_meant(
        string tag, bool isCancelled, string method, string status)
    {
        var language = (Language)tag;
        Clock.Reset(CompanyOnStore.MondayAtTen);
        await using var company = await CompanyOnStore.OpenAsync(Store, Clock);
        var inForce = company.Get<CompanyInForce>();
        var (marketing, sales) = (inForce.Agreement.SignedByMarketing, inForce.Agreement.SignedBySales);

        var read = await CalendarReader.ReadAsync(company.Get<InvitationWriting>().Write(Mail(inForce, language, isCancelled)).Text);

        Assert.Equal(("2.0", method), (read.Version, read.Method));
        var meeting = Assert.Single(read.Events);
        Assert.Equal((status, 2), (meeting.Status, meeting.Sequence));
        Assert.Equal((Start.ToDateTimeOffset(), Start.ToDateTimeOffset().AddMinutes(45)), (meeting.Start, meeting.End));
        var words = new AgendaWords(language);
        Assert.Equal(words.Title, meeting.Summary);
        Assert.All(words.Items(45), item => Assert.Contains($"{item.Minutes}' {item.Item}", meeting.Description.Split('\n')));
        Assert.Equal($"mailto:{inForce.Staff.Find(marketing)!.Address}", meeting.Organizer);
        Assert.Equal(
            new[] { marketing, sales }.Select(head => inForce.Staff.Find(head)!)
                .Select(head => ($"mailto:{head.Address}", head.Name, "TRUE")),
            meeting.Attendees.Select(one => (one.Address, one.Name, one.Rsvp)));
    }

    /// <summary>To approve another, delete its file, run the test and move what it wrote to <c>Meetings/Snapshots</c>.</summary>
    [Theory]
    [InlineData("en", false)]
    [InlineData("it", false)]
    [InlineData("de", false)]
    [InlineData("it", true)]
    public async Task The_invitation_is_written_as_it_was_approved(string language, bool isCancelled)
    {
        Clock.Reset(CompanyOnStore.MondayAtTen);
        await using var company = await CompanyOnStore.OpenAsync(Store, Clock);
        var mail = Mail(company.Get<CompanyInForce>(), (Language)language, isCancelled) with
        {
            Links = [new("meeting", "https://handoff.example/meeting")],
        };

        var written = company.Get<InvitationWriting>().Write(mail).Text.ReplaceLineEndings("\n");

        var approved = Path.Combine(
            AppContext.BaseDirectory, "Meetings", "Snapshots", $"{(isCancelled ? "Cancelled" : "Invitation")}-{language}.ics");
        if (!File.Exists(approved))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(approved)!);
            await File.WriteAllTextAsync(approved + ".new", written);
        }

        Assert.Equal((await File.ReadAllTextAsync(approved)).ReplaceLineEndings("\n"), written);
    }

    private MeetingMail Mail(CompanyInForce inForce, Language language, bool isCancelled) =>
        new(new(Start, 3, Start, new(2027, 3, 30), 45, 2, AgendaLeads.None), isCancelled)
        {
            Reader = inForce.Staff.Find(inForce.Agreement.SignedBySales)! with { Language = language },
            Organisation = "Acme",
            Now = Clock.GetCurrentInstant(),
            Zone = inForce.Agreement.TimeZone,
            ReasonOf = code => code,
            PageOf = lead => lead.Lead.Value,
        };
}
