using Handoff.Meetings;
using Handoff.People;
using Handoff.Service.Company;
using Handoff.Service.Meetings;
using Handoff.Stores.Tests.Contract;
using Handoff.Stores.Tests.Sqlite;
using NodaTime;

namespace Handoff.Stores.Tests.Meetings;

/// <summary>What a calendar program that people use understands of the invitation.</summary>
public sealed class InvitationReadingTests() : StoreContract(new SqliteFixture())
{
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
        var start = Instant.FromUtc(2027, 3, 30, 7, 0);
        var mail = new MeetingMail(new(start, 3, start, new(2027, 3, 30), 45, 2, AgendaLeads.None), isCancelled)
        {
            Reader = inForce.Staff.Find(sales)! with { Language = language },
            Organisation = "Acme",
            Now = Clock.GetCurrentInstant(),
            Zone = inForce.Agreement.TimeZone,
            ReasonOf = code => code,
            PageOf = lead => lead.Lead.Value,
        };

        var read = await CalendarReader.ReadAsync(company.Get<InvitationWriting>().Write(mail).Text);

        Assert.Equal(("2.0", method), (read.Version, read.Method));
        var meeting = Assert.Single(read.Events);
        Assert.Equal((status, 2), (meeting.Status, meeting.Sequence));
        Assert.Equal((start.ToDateTimeOffset(), start.ToDateTimeOffset().AddMinutes(45)), (meeting.Start, meeting.End));
        var words = new AgendaWords(language);
        Assert.Equal(words.Title, meeting.Summary);
        Assert.All(words.Items(45), item => Assert.Contains($"{item.Minutes}' {item.Item}", meeting.Description.Split('\n')));
        Assert.Equal($"mailto:{inForce.Staff.Find(marketing)!.Address}", meeting.Organizer);
        Assert.Equal(
            new[] { marketing, sales }.Select(head => inForce.Staff.Find(head)!)
                .Select(head => ($"mailto:{head.Address}", head.Name, "TRUE")),
            meeting.Attendees.Select(one => (one.Address, one.Name, one.Rsvp)));
    }
}
