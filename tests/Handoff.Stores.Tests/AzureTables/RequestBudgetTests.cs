using Handoff.Agreements;
using Handoff.AzureTables;
using Handoff.Leads;
using Handoff.News;
using Handoff.Service.Company;
using Handoff.Service.Leads;
using Handoff.Service.News;
using Handoff.Service.Running;
using Handoff.Service.Storage;
using Handoff.Service.Turns;
using Handoff.Stores.Tests.Contract;
using NodaTime.Testing;

namespace Handoff.Stores.Tests.AzureTables;

/// <summary>
/// What the cloud store costs in requests: 3 for an intake and one more for a phone, 4 for a turn that offers, 3 for any other.
/// </summary>
[NeedsAzurite]
public sealed class RequestBudgetTests : IAsyncLifetime
{
    private readonly FakeClock _clock = new(CompanyOnStore.MondayAtTen);
    private readonly Wire _wire = new();
    private AzureTablesStore _store = null!;
    private CompanyOnStore _company = null!;

    public async Task InitializeAsync()
    {
        if (Azurite.Missing is not null)
            return;
        _store = await _wire.OpenAsync(await Azurite.Shared, Wire.NewPrefix(), _clock);
        _company = await CompanyOnStore.OpenAsync(AzuriteFixture.Ports(_store), _clock);

        // A process that has worked before: it knows the secret, the agreement and the rota.
        var first = await _company.QualifiedAsync("first@before.example");
        await _company.TurnAsync(first, new TakeTurn());
        _wire.Take();
    }

    public async Task DisposeAsync()
    {
        if (_store is null)
            return;
        await _company.DisposeAsync();
        _store.Dispose();
    }

    [StoreFact]
    public async Task An_intake_of_an_ordinary_new_lead_takes_three_requests()
    {
        await _company.QualifiedAsync("ada@rossi.example");

        Assert.Equal(3, _wire.Take());
    }

    [StoreFact]
    public async Task An_intake_of_a_new_lead_with_a_phone_takes_four_requests_at_most()
    {
        await _company.QualifiedAsync("ada@rossi.example", phone: "+39 06 6982 0000");

        // The phone has a place of its own, which is one more request unless it falls beside the address's.
        Assert.InRange(_wire.Take(), 3, 4);
    }

    [StoreFact]
    public async Task What_is_known_already_takes_more_and_no_more_than_this()
    {
        await _company.QualifiedAsync("ada@rossi.example");
        _wire.Take();

        await _company.AskAsync("ada@rossi.example");
        var again = _wire.Take();
        await _company.AskAsync("ada@rossi.example", delivery: "another");
        var duplicate = _wire.Take();
        await _company.AskAsync("bruno@rossi.example");
        var knownCompany = _wire.Take();

        Assert.Equal((6, 13), (again, knownCompany));
        // An Idempotency-Key has a place of its own, which is one more request unless it falls beside the person's.
        Assert.InRange(duplicate, 16, 18);
    }

    [StoreFact]
    public async Task An_intake_with_an_idempotency_key_takes_four_requests_at_most()
    {
        await _company.AskAsync("ada@rossi.example", delivery: "one");

        Assert.InRange(_wire.Take(), 3, 4);
    }

    [StoreFact]
    public async Task A_turn_that_offers_takes_four_requests()
    {
        var id = await _company.QualifiedAsync("ada@rossi.example");
        _wire.Take();

        var lead = await _company.TurnAsync(id, new TakeTurn());

        Assert.NotNull(lead.Offer);
        Assert.Equal(4, _wire.Take());
    }

    [StoreFact]
    public async Task A_turn_that_offers_takes_five_requests_in_a_process_that_has_just_started()
    {
        await using var company = await CompanyOnStore.OpenAsync(
            AzuriteFixture.Ports(await _wire.OpenAsync(await Azurite.Shared, Wire.NewPrefix(), _clock)), _clock);
        var other = await company.QualifiedAsync("bruno@bianchi.example");
        _wire.Take();
        await company.TurnAsync(other, new TakeTurn());

        Assert.Equal(5, _wire.Take());
    }

    [StoreFact]
    public async Task Every_other_turn_of_an_ordinary_life_takes_three_requests()
    {
        var id = await _company.QualifiedAsync("ada@rossi.example");
        var offered = await _company.TurnAsync(id, new TakeTurn());
        var rep = offered.Offer!.To[0];
        List<int> requests = [];
        foreach (var command in new LeadCommand[]
        {
            new RecordDelivery(offered.Outbox[0].Number, DeliveryResult.Sent),
            new AcceptOffer(rep, offered.Offer.Number),
            new RecordContact(rep, ContactWay.Called),
            new GiveFeedback(rep, null),
        })
        {
            _wire.Take();
            await _company.TurnAsync(id, command, new TakeTurn());
            requests.Add(_wire.Take());
        }

        Assert.Equal(LeadStatus.SalesQualified, (await _company.Get<LeadTurns>().FindAsync(id, default))!.Status);
        // The last changes the rota, and ends the lead: its row needs a request of its own, for there is no wake-up that it could go with.
        Assert.Equal([3, 3, 3, 4], requests);
    }

    [StoreFact]
    public async Task An_erasure_takes_more_and_no_more_than_this()
    {
        var id = await _company.QualifiedAsync("ada@rossi.example");
        await _company.Get<StreamWork>().RunAsync(new(StreamKind.Lead, id.Value), null, default);
        _wire.Take();

        await _company.Get<LeadErasure>().EraseAsync(id.Value, default);

        Assert.InRange(_wire.Take(), 15, 35);
    }

    [StoreFact]
    public async Task Whom_a_lead_was_told_to_takes_a_request_and_one_more_for_each_channel_however_much_they_were_told()
    {
        var id = (await _company.QualifiedAsync("ada@rossi.example")).Value;
        var (channels, told) = (_company.Get<ChannelTurns>(), _company.Get<DisclosureReading>());
        foreach (var channel in new[] { "crm", "warehouse" })
            await channels.TakeAsync(channel, id, _ => [.. Enumerable.Range(1, 60).Select(Told)], default);
        await channels.TakeAsync("warehouse", "another", _ => [Told(1)], default);
        // Once in a store's life the channels are looked for among the streams.
        await told.ChannelsAsync(new(id), default);
        _wire.Take();

        Assert.Equal(["crm", "warehouse"], (await told.ChannelsAsync(new(id), default)).Select(one => one.Channel));
        Assert.Equal(3, _wire.Take());
        Assert.Equal(["warehouse"], (await told.ChannelsAsync(new("another"), default)).Select(one => one.Channel));
        Assert.Equal(3, _wire.Take());

        NewsRef Told(int sequence) => new(id, sequence, NewsKind.LeadOffered);
    }

    [StoreFact]
    public async Task A_turn_in_which_nothing_is_due_takes_one_request()
    {
        var id = await _company.QualifiedAsync("ada@rossi.example");
        await _company.Get<StreamWork>().RunAsync(new(StreamKind.Lead, id.Value), null, default);
        _wire.Take();

        await _company.TurnAsync(id, new TakeTurn());

        Assert.Equal(1, _wire.Take());
    }

    [StoreFact]
    public async Task Recording_a_delivery_with_the_copy_of_the_mail_takes_three_requests()
    {
        var id = await _company.QualifiedAsync("ada@rossi.example");
        var offered = await _company.TurnAsync(id, new TakeTurn());
        var delivered = new RecordDelivery(offered.Outbox[0].Number, DeliveryResult.Sent);
        var copy = new MailCopy("m1", "offer", _clock.GetCurrentInstant(), [id.Value], new byte[4_000]);
        _wire.Take();

        await _company.Get<LeadTurns>().DecideAsync(id, [delivered, new TakeTurn()], new() { Copies = [copy] }, null, default);

        Assert.Equal(3, _wire.Take());
        Assert.NotNull(await _store.Copies.FindCopyAsync("m1", default));
    }

    [StoreFact]
    public async Task An_alert_raised_into_a_persons_stream_takes_three_requests_and_is_there_once()
    {
        var manager = _company.Get<CompanyInForce>().Staff.People.Keys.First();
        var id = await _company.QualifiedAsync("ada@rossi.example");
        var alert = new Handoff.Alerts.Alert(id, 7, MessageKind.Breach, new(), _clock.GetCurrentInstant(), false);
        _wire.Take();

        await _company.Get<AlertTurns>().RaiseAsync(manager, alert, default);
        var first = _wire.Take();
        var version = (await _store.Streams.FindAsync(AlertTurns.StreamOf(manager), default))!.Version;
        await _company.Get<AlertTurns>().RaiseAsync(manager, alert, default);

        Assert.Equal(3, first);
        Assert.Equal(version, (await _store.Streams.FindAsync(AlertTurns.StreamOf(manager), default))!.Version);
    }
}
