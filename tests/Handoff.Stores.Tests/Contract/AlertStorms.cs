using Handoff.Agreements;
using Handoff.Alerts;
using Handoff.Leads;
using Handoff.Service.Company;
using Handoff.Service.Serialization;
using Handoff.Service.Storage;
using Handoff.Service.Turns;
using NodaTime;
using NSubstitute;

namespace Handoff.Stores.Tests.Contract;

/// <summary>Many alerts of one person at once: each is there once, and none costs more than the last.</summary>
public abstract class AlertStorms(IStoreFixture fixture) : StoreContract(fixture)
{
    private const int Alerts = 120;

    [StoreFact]
    public async Task A_storm_is_raised_once_each_in_a_state_that_does_not_grow_and_read_whole_when_the_window_ends()
    {
        Clock.Reset(CompanyOnStore.MondayAtTen);
        await using var company = await CompanyOnStore.OpenAsync(Store, Clock);
        var turns = company.Get<AlertTurns>();
        var manager = company.Get<CompanyInForce>().Staff.Teams[0].Manager;
        var stream = AlertTurns.StreamOf(manager);
        var id = await company.QualifiedAsync("ada@rossi.example");
        await turns.RaiseAsync(manager, Alert(id, 1), default);
        var size = (await Store.Streams.FindAsync(stream, default))!.State.Length;

        // Each twice: a courier that was cut short delivers again.
        await Task.WhenAll(
            Enumerable.Range(2, Alerts).SelectMany(number => new[] { number, number })
            .Select(number => turns.RaiseAsync(manager, Alert(id, number), default)));

        Assert.InRange((await Store.Streams.FindAsync(stream, default))!.State.Length, 1, size + 20);
        Clock.Advance(Duration.FromMinutes(5));
        await turns.TakeTurnAsync(stream, default);
        // The lead has no such messages: none is still true, which is told of each.
        var events = await Store.Streams.ReadEventsAsync(stream, default);
        Assert.Equal(
            Enumerable.Range(1, Alerts + 1),
            events.Select(one => LedgerJson.ReadAlertEvent(one.Json.Span)).OfType<AlertRaised>().Select(raised => raised.Alert.Number)
            .Order());
        Assert.IsType<WindowClosed>(LedgerJson.ReadAlertEvent(events[^1].Json.Span));
    }

    [StoreFact]
    public async Task Whoever_was_overtaken_gets_in_although_others_go_on_writing()
    {
        Clock.Reset(CompanyOnStore.MondayAtTen);
        await using var others = await CompanyOnStore.OpenAsync(Store, Clock);
        var manager = others.Get<CompanyInForce>().Staff.Teams[0].Manager;
        var lead = await others.QualifiedAsync("ada@rossi.example");
        var number = 100;
        Task OthersWriteAsync() => others.Get<AlertTurns>().RaiseAsync(manager, Alert(lead, ++number), default);
        var (streams, lookups, overtaken) = (Substitute.For<IStreamStore>(), Substitute.For<ILookupStore>(), false);
#pragma warning disable CA2012 // This is how NSubstitute is told of a method: what is called here is never awaited.
        streams.FindAsync(default, default).ReturnsForAnyArgs(call => Store.Streams.FindAsync(call.Arg<StreamId>(), default));
        streams.CommitAsync(default!, default).ReturnsForAnyArgs(call => CommitAsync(call.Arg<Turn>()));
        lookups.FindLookupAsync(default!, default, default).ReturnsForAnyArgs(call => LookUpAsync(call.Arg<string>()));
#pragma warning restore CA2012
        await using var company = await CompanyOnStore.OpenAsync(Store with { Streams = streams, Lookups = lookups }, Clock);

        await company.Get<AlertTurns>().RaiseAsync(manager, Alert(lead, 1), default);

        Assert.True(overtaken);
        var events = await Store.Streams.ReadEventsAsync(AlertTurns.StreamOf(manager), default);
        Assert.Single(
            events.Select(one => LedgerJson.ReadAlertEvent(one.Json.Span)).OfType<AlertRaised>(), raised => raised.Alert.Number == 1);

        async ValueTask<Commit> CommitAsync(Turn turn)
        {
            if (!overtaken)
                await OthersWriteAsync();
            overtaken = true;
            return await Store.Streams.CommitAsync(turn, default);
        }

        async ValueTask<Lookup?> LookUpAsync(string key)
        {
            await OthersWriteAsync();
            return await Store.Lookups.FindLookupAsync(key, Clock.GetCurrentInstant(), default);
        }
    }

    private Alert Alert(LeadId lead, int number) =>
        new(lead, number, MessageKind.Breach, new() { Clock = ClockName.Feedback }, Clock.GetCurrentInstant(), AtAnyHour: false);
}
