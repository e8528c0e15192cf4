using Handoff.Agreements;
using Handoff.Meetings;
using Handoff.People;
using Handoff.Service.Company;
using Handoff.Service.Leads;
using Handoff.Service.Mail;
using Handoff.Service.Meetings;
using Handoff.Service.Processes;
using Handoff.Service.Running;
using Handoff.Service.Storage;
using Ical.Net;
using NodaTime;

namespace Handoff.Stores.Tests.Contract;

/// <summary>The report and the meeting of the two heads, from the agreement's schedule to their mails.</summary>
public abstract class MeetingContract(IStoreFixture fixture) : StoreContract(fixture)
{
    [StoreFact]
    public async Task A_report_is_made_once_by_two_hosts_is_kept_as_sent_and_both_heads_get_it()
    {
        Clock.Reset(CompanyOnStore.MondayAtTen);
        await using var company = await CompanyOnStore.OpenAsync(Store, Clock);
        await using var other = await CompanyOnStore.OpenAsync(Store, Clock);
        await company.QualifiedAsync("ada@rossi.example");
        await company.Get<FilesFollowing>().LookAsync(default);
        var due = (await Store.Streams.FindAsync(ReportProcess.Stream, default))!.NextWakeUp!.Value;

        Clock.Reset(due);
        await Task.WhenAll(new[] { company, other }.Select(one => one.Get<StreamWork>().RunAsync(ReportProcess.Stream, null, default)));
        await company.Get<StreamWork>().RunAsync(ReportProcess.Stream, null, default);

        var made = (await company.Get<ProcessTurns>().ReadEventsAsync(ReportProcess.Stream, default)).OfType<ReportMade>().Single();
        Assert.Equal(due, made.Due);
        Assert.NotEmpty(made.Content.Promises);
        var copies = (await company.Get<Mailbox>().ListAsync(50, default)).Where(mail => mail.Kind == "report").ToList();
        Assert.Equal(2, copies.DistinctBy(copy => copy.To).Count());
        Assert.Equal(0, (await company.Get<LedgerRebuild>().RebuildAsync(default)).Mended);
    }

    [StoreFact]
    public async Task A_host_that_has_not_read_the_new_agreement_yet_leaves_its_report_and_meeting_as_the_other_planned_them()
    {
        Clock.Reset(CompanyOnStore.MondayAtTen);
        await using var behind = await CompanyOnStore.OpenAsync(Store, Clock);
        await using var company = await CompanyOnStore.OpenAsync(Store, Clock);
        await behind.Get<FilesFollowing>().LookAsync(default);
        StreamId[] planned = [ReportProcess.Stream, MeetingProcess.Stream];

        await company.PutInForceAsync(people: null, agreement => agreement
            .Replace("agreement: 2026-11", "agreement: 2026-12", StringComparison.Ordinal)
            .Replace("30 8 * * MON", "30 8 * * WED", StringComparison.Ordinal)
            .Replace("0 10 * * TUE#1", "0 10 * * THU#1", StringComparison.Ordinal));
        await company.Get<FilesFollowing>().LookAsync(default);
        var agreed = await PlansAsync();
        await behind.Get<FilesFollowing>().LookAsync(default);
        foreach (var stream in planned)
            await behind.Get<StreamWork>().RunAsync(stream, null, default);

        Assert.Equal(agreed, await PlansAsync());
        Assert.Equal("2026-12", behind.Get<CompanyInForce>().Agreement.Version);

        async Task<string> PlansAsync()
        {
            var report = await company.Get<ProcessTurns>().FindAsync<ReportState>(ReportProcess.Stream, default);
            var meeting = await company.Get<MeetingProcess>().ReadAsync(default);
            return $"{report!.Next} {meeting.Coming!.Start} {meeting.Coming.Sequence}";
        }
    }

    [StoreFact]
    public async Task A_head_whom_the_administrator_appoints_is_invited_to_the_coming_meeting_and_the_former_is_not_any_more()
    {
        Clock.Reset(CompanyOnStore.MondayAtTen);
        await using var company = await CompanyOnStore.OpenAsync(Store, Clock);
        var inForce = company.Get<CompanyInForce>();
        await LookAsync();
        var (former, other) = (inForce.Agreement.SignedBySales, inForce.Agreement.SignedByMarketing);
        var next = inForce.Staff.People.Values.First(person => person.Id != former && person.Id != other);

        await inForce.AppointAsync(Side.Sales, next.Id, default);
        await LookAsync();

        var mails = await company.Get<Mailbox>().ListAsync(50, default);
        Assert.Equal(
            new[]
            {
                ("meeting_invitation", Address(former)), ("meeting_invitation", Address(other)), ("meeting_invitation", Address(other)),
                ("meeting_invitation", next.Address), ("meeting_cancelled", Address(former)),
            }.Order(),
            mails.Select(mail => (mail.Kind, mail.To)).Order());

        string Address(PersonId person) => inForce.Staff.Find(person)!.Address;

        async Task LookAsync()
        {
            await company.Get<FilesFollowing>().LookAsync(default);
            await company.Get<StreamWork>().RunAsync(MeetingProcess.Stream, null, default);
        }
    }

    [StoreFact]
    public async Task An_invitation_is_read_back_by_a_calendar_program_and_its_cancellation_names_the_same_meeting()
    {
        Clock.Reset(CompanyOnStore.MondayAtTen);
        await using var company = await CompanyOnStore.OpenAsync(Store, Clock);
        var staff = company.Get<CompanyInForce>();
        var reader = staff.Staff.Find(staff.Agreement.SignedBySales)!;
        var start = Instant.FromUtc(2026, 12, 1, 9, 0);
        var mail = new MeetingMail(new(start, 3, start, new(2026, 12, 1), 45, 2, AgendaLeads.None), IsCancelled: false)
        {
            Reader = reader,
            Organisation = "Acme",
            Now = start,
            Zone = staff.Agreement.TimeZone,
            ReasonOf = code => code,
            PageOf = lead => lead.Lead.Value,
        };

        var request = company.Get<InvitationWriting>().Write(mail);
        var cancel = company.Get<InvitationWriting>().Write(mail with { Invited = mail.Invited with { Sequence = 3 }, IsCancelled = true });

        var (asked, cancelled) = (Calendar.Load(request.Text)!, Calendar.Load(cancel.Text)!);
        Assert.Equal(("REQUEST", "CANCEL"), (asked.Method, cancelled.Method));
        var (meeting, gone) = (asked.Events[0]!, cancelled.Events[0]!);
        Assert.Equal((meeting.Uid, 2, 3), (gone.Uid, meeting.Sequence, gone.Sequence));
        Assert.Equal(start.ToDateTimeUtc(), meeting.Start!.AsUtc);
        Assert.Equal(start.ToDateTimeUtc().AddMinutes(45), meeting.End!.AsUtc);
        Assert.Equal(2, meeting.Attendees.Count);
        Assert.Equal("CANCELLED", gone.Status);
        Assert.Contains("\r\n", request.Text, StringComparison.Ordinal);
        Assert.All(request.Text.Split("\r\n"), line => Assert.True(System.Text.Encoding.UTF8.GetByteCount(line) <= 75, line));
    }
}
