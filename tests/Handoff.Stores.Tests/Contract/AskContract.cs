using Handoff.Leads;
using Handoff.Service.Intake;
using Handoff.Service.Leads;
using Handoff.Service.Mail;
using Handoff.Service.Rows;
using Handoff.Service.Running;
using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.Stores.Tests.Contract;

/// <summary>Whoever sent leads is asked whether somebody called: once in 90 days, whichever lead it is about and whoever asks.</summary>
public abstract class AskContract(IStoreFixture fixture) : StoreContract(fixture)
{
    [StoreFact]
    public async Task Nobody_is_asked_twice_in_90_days_however_often_and_by_whom()
    {
        Clock.Reset(CompanyOnStore.MondayAtTen);
        await using var one = await CompanyOnStore.OpenAsync(Store, Clock);
        await using var other = await CompanyOnStore.OpenAsync(Store, Clock);
        var chance = new Random(7);
        for (var visit = 0; visit < 14; visit++)
        {
            var email = chance.Next(2) == 0 ? "ada@rossi.example" : "bea@bianchi.example";
            var lead = await AcceptedAsync(one, email);
            if (lead.Ask?.Next is { } due)
            {
                Clock.Reset(due);
                await Task.WhenAll(new[] { one, other }.Select(host => host.Get<StreamWork>().RunAsync(StreamOf(lead.Id), null, default)));
            }

            await one.TurnAsync(lead.Id, new RecordOutcome(Outcome.Lost, null, null, HasReason: false));
            Clock.Advance(Duration.FromDays(chance.Next(3, 40)));
        }

        var asked = (await MailsAsync(one)).GroupBy(mail => mail.To, StringComparer.Ordinal).ToList();
        Assert.Equal(2, asked.Count);
        Assert.Contains(asked, person => person.Count() > 1);
        foreach (var person in asked)
        {
            var times = person.Select(mail => mail.At).Order().ToList();
            Assert.All(times.Zip(times.Skip(1)), pair => Assert.True(pair.Second - pair.First >= LeadAsk.OnceIn));
        }
    }

    [StoreFact]
    public async Task The_row_tells_who_was_asked_and_what_they_said_is_the_same_after_a_rebuild_and_stays_when_erased()
    {
        var (company, lead) = await AskedAsync();
        await using var _ = company;

        await company.TurnAsync(lead, new AnswerAsk(Called: false));

        Assert.Equal((true, false), Told(await RowAsync(company, lead)));
        Assert.Equal(0, (await company.Get<LedgerRebuild>().RebuildAsync(default)).Mended);
        await company.Get<LeadErasure>().EraseAsync(lead.Value, default);
        Assert.Equal((true, false), Told(await RowAsync(company, lead)));
        Assert.Empty(await MailsAsync(company));
        Assert.Empty(await WhereIsAsync("ada@rossi.example"));
    }

    [StoreFact]
    public async Task Who_withdraws_the_consent_is_never_asked_again()
    {
        var (company, lead) = await AskedAsync();
        await using var _ = company;
        await company.Get<ConsentWithdrawing>().WithdrawAsync(lead, byPerson: true, default);
        await company.TurnAsync(lead, new RecordOutcome(Outcome.Lost, null, null, false));

        Clock.Advance(Duration.FromDays(400));
        var later = await AcceptedAsync(company, "ada@rossi.example");
        Clock.Reset(later.Ask!.Next!.Value);
        await company.Get<StreamWork>().RunAsync(StreamOf(later.Id), null, default);

        Assert.Single(await MailsAsync(company));
        Assert.True((await company.TurnAsync(later.Id)).Ask!.IsDropped);
    }

    [StoreFact]
    public async Task An_office_is_not_asked()
    {
        Clock.Reset(CompanyOnStore.MondayAtTen);
        await using var company = await CompanyOnStore.OpenAsync(Store, Clock);
        var lead = await AcceptedAsync(company, "info@rossi.example");

        Clock.Reset(lead.Ask!.Next!.Value);
        await company.Get<StreamWork>().RunAsync(StreamOf(lead.Id), null, default);

        Assert.Empty(await MailsAsync(company));
    }

    private async Task<(CompanyOnStore Company, LeadId Lead)> AskedAsync()
    {
        Clock.Reset(CompanyOnStore.MondayAtTen);
        var company = await CompanyOnStore.OpenAsync(Store, Clock);
        var lead = await AcceptedAsync(company, "ada@rossi.example");
        Clock.Reset(lead.Ask!.Next!.Value);
        await company.Get<StreamWork>().RunAsync(StreamOf(lead.Id), null, default);
        Assert.Equal("ada@rossi.example", Assert.Single(await MailsAsync(company)).To);
        return (company, lead.Id);
    }

    private static async Task<Lead> AcceptedAsync(CompanyOnStore company, string email)
    {
        var stored = Assert.IsType<IntakeAnswer.Stored>(
            await company.PostAsync(email, null, Guid.NewGuid().ToString("N"), ("consent.contact", "yes")));
        Assert.Equal("hot", stored.Tier);
        var team = company.Get<Handoff.Service.Company.CompanyInForce>().Staff.Team((await company.TurnAsync(stored.Id)).Known.Team)!;
        return await company.TurnAsync(stored.Id, new TakeLead(team.Manager));
    }

    private static (bool Asked, bool? Called) Told(Handoff.Rows.LeadRow row) => (row.Ask?.AskedAt is not null, row.Ask?.Called);

    private static async Task<Handoff.Rows.LeadRow> RowAsync(CompanyOnStore company, LeadId lead)
    {
        await foreach (var row in company.Get<LeadRowReading>().ReadAsync(RowQuery.All, default))
        {
            if (row.Id == lead)
                return row;
        }

        throw new InvalidOperationException("A lead has a row.");
    }

    private static async Task<List<MailboxMessage>> MailsAsync(CompanyOnStore company) =>
        [.. (await company.Get<Mailbox>().ListAsync(1_000, default)).Where(mail => mail.Kind == "ask_lead")];

    private static StreamId StreamOf(LeadId id) => new(StreamKind.Lead, id.Value);
}
