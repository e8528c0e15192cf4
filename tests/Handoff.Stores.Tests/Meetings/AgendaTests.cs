using System.Globalization;
using Handoff.Leads;
using Handoff.Meetings;
using Handoff.Service.Company;
using Handoff.Service.Intake;
using Handoff.Service.Meetings;
using Handoff.Service.Processes;
using Handoff.Service.Running;
using Handoff.Stores.Tests.Contract;
using Handoff.Stores.Tests.Sqlite;
using NodaTime;

namespace Handoff.Stores.Tests.Meetings;

/// <summary>Which leads are on the agenda with which the heads are invited.</summary>
public sealed class AgendaTests() : StoreContract(new SqliteFixture())
{
    // A week and a day before the first Tuesday of December.
    private static readonly Instant WeekBefore = CompanyOnStore.MondayAtTen - Duration.FromDays(7);

    [Fact]
    public async Task Twenty_at_most_that_came_back_the_contested_first_and_none_that_was_put_off_or_not_returned()
    {
        Clock.Reset(WeekBefore);
        await using var company = await CompanyOnStore.OpenAsync(Store, Clock);
        await company.Get<FilesFollowing>().LookAsync(default);
        var (oldest, second) = (await DeclinedAsync(company, "not_a_fit"), await DeclinedAsync(company, "bad_contact_data"));
        for (var number = 0; number < 20; number++)
            await DeclinedAsync(company, number % 2 == 0 ? "not_a_fit" : "spam");
        await DeclinedAsync(company, "not_now");
        await AskAsync(company);
        await company.TurnAsync(oldest, new ContestReturn(company.Get<CompanyInForce>().Agreement.SignedByMarketing));

        var agenda = (await InvitedAsync(company)).Leads.Returned;

        Assert.Equal(20, agenda.Length);
        Assert.Equal((oldest, "not_a_fit", true), (agenda[0].Lead, agenda[0].Reason, agenda[0].IsContested));
        Assert.DoesNotContain(agenda, one => one.Lead == second);
        Assert.All(agenda.Skip(1), one => Assert.False(one.IsContested));
        Assert.Equal(agenda.Skip(1).OrderByDescending(one => one.At), agenda.Skip(1));
        Assert.DoesNotContain(agenda, one => one.Reason == "not_now");
    }

    [Fact]
    public async Task What_was_on_the_last_agenda_is_on_the_next_only_while_it_is_contested()
    {
        Clock.Reset(WeekBefore);
        await using var company = await CompanyOnStore.OpenAsync(Store, Clock);
        await company.Get<FilesFollowing>().LookAsync(default);
        var (contested, other) = (await DeclinedAsync(company, "not_a_fit"), await DeclinedAsync(company, "not_a_fit"));
        await company.TurnAsync(contested, new ContestReturn(company.Get<CompanyInForce>().Agreement.SignedByMarketing));
        var first = (await InvitedAsync(company)).Leads.Returned;
        Clock.AdvanceMinutes(60);
        var between = await DeclinedAsync(company, "not_a_fit");

        Clock.Reset(CompanyOnStore.MondayAtTen + Duration.FromDays(1) + Duration.FromMinutes(45));
        await company.Get<StreamWork>().RunAsync(MeetingProcess.Stream, null, default);
        var second = (await InvitedAsync(company)).Leads.Returned;

        Assert.Equal([contested, other], first.Select(one => one.Lead).OrderBy(one => one == other));
        Assert.Equal([contested, between], second.Select(one => one.Lead));
    }

    private async Task<MeetingInvited> InvitedAsync(CompanyOnStore company)
    {
        Clock.Reset((await Store.Streams.FindAsync(MeetingProcess.Stream, default))!.NextWakeUp!.Value);
        await company.Get<StreamWork>().RunAsync(MeetingProcess.Stream, null, default);
        return (await company.Get<ProcessTurns>().ReadEventsAsync(MeetingProcess.Stream, default)).OfType<MeetingInvited>().Last();
    }

    private async Task<LeadId> DeclinedAsync(CompanyOnStore company, string reason)
    {
        var lead = await AskAsync(company);
        var offer = (await company.TurnAsync(lead, new TakeTurn())).Offer!;
        await company.TurnAsync(lead, new DeclineOffer(offer.To[0], offer.Number, reason));
        Clock.AdvanceMinutes(1);
        return lead;
    }

    private async Task<LeadId> AskAsync(CompanyOnStore company) => Assert.IsType<IntakeAnswer.Stored>(await company.AskAsync(
        $"ada@{Clock.GetCurrentInstant().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)}.example")).Id;
}
