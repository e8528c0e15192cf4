using System.Collections.Immutable;
using System.Security.Cryptography;
using Handoff.Faults.Tests.Outside;
using Handoff.Faults.Tests.Plants;
using Handoff.Faults.Tests.Store;
using Handoff.Faults.Tests.World;
using Handoff.Leads;
using Handoff.People;
using Handoff.Service;
using Handoff.Service.Company;
using Handoff.Service.Delivery;
using Handoff.Service.Intake;
using Handoff.Service.Links;
using Handoff.Service.Mail;
using Handoff.Service.People;
using Handoff.Service.Storage;
using Handoff.Service.Turns;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;

namespace Handoff.Faults.Tests;

/// <summary>
/// A turn that was overtaken is decided again, and what follows of it is as of one that was not: written once, counted once, told once.
/// </summary>
public sealed class OvertakenTurnTests : IAsyncDisposable
{
    // Monday 2026-10-12, 10:00 in Rome: the office is open.
    private readonly FakeClock _clock = new(SimulatedWorld.Start + Duration.FromHours(2));
    private readonly MemoryStore _store;
    private readonly Overtaking _overtaking;
    private readonly Heard _heard = new();
    private readonly ServiceProvider _services;

    public OvertakenTurnTests()
    {
        _store = new(_clock);
        _overtaking = new(_store);
        _services = HostOn(_overtaking, _heard);
    }

    public static TheoryData<int> Times => [0, 1, 2, 7];

    [Theory]
    [MemberData(nameof(Times))]
    public async Task Its_stream_is_told_of_once_with_its_next_wake_up(int times)
    {
        var lead = await QualifiedAsync();
        _heard.Told.Clear();
        _overtaking.Left = times;

        var turn = await DecideAsync(lead, new TakeTurn());

        Assert.Equal([("go on", new StreamId(StreamKind.Lead, lead.Value), turn.Lead!.NextWakeUp)], _heard.Told);
        Assert.Equal((0, turn.Lead.NextWakeUp), (_overtaking.Left, _store.Earliest?.At));
    }

    [Theory]
    [MemberData(nameof(Times))]
    public async Task Its_events_are_written_once_and_its_turn_of_the_rota_is_paid_once(int times)
    {
        var lead = await QualifiedAsync();
        _overtaking.Left = times;

        var turn = await DecideAsync(lead, new TakeTurn());

        var events = await _store.ReadEventsAsync(new(StreamKind.Lead, lead.Value), 0, default);
        Assert.Single(events, one => one.Type == Handoff.Leads.Story.LeadStory.TypeOf<Offered>());
        var rota = _store.RotaNow("italy");
        Assert.Equal((1, 0, 1), ((int)rota.Turns, rota.Entries.Values.Sum(entry => entry.Credit),
            rota.Entries.Values.Sum(entry => entry.Load)));
        Assert.Equal(1, rota.Of(turn.Lead!.Offer!.To[0]).Load);
    }

    [Fact]
    public async Task Who_was_overtaken_by_the_same_turn_of_another_host_adds_nothing()
    {
        var lead = await QualifiedAsync();
        await using var other = HostOn(_store, new Heard());
        _overtaking.Before = () => other.GetRequiredService<LeadTurns>().DecideAsync(lead, new TakeTurn(), default);

        var turn = await DecideAsync(lead, new TakeTurn());

        var events = await _store.ReadEventsAsync(new(StreamKind.Lead, lead.Value), 0, default);
        Assert.Single(events, one => one.Type == Handoff.Leads.Story.LeadStory.TypeOf<Offered>());
        Assert.Equal(1, _store.RotaNow("italy").Turns);
        Assert.Equal(LeadStatus.Offered, turn.Lead!.Status);
    }

    [Theory]
    [MemberData(nameof(Times))]
    public async Task A_request_that_was_overtaken_is_one_lead_and_begins_once(int times)
    {
        _overtaking.Left = times;

        var lead = await QualifiedAsync();

        Assert.Equal([("begin", new StreamId(StreamKind.Lead, lead.Value))], _heard.Told.Select(told => (told.How, told.Stream)));
    }

    [Theory]
    [MemberData(nameof(Times))]
    public async Task An_alert_that_was_overtaken_is_raised_once_and_its_stream_told_of_once(int times)
    {
        var lead = await QualifiedAsync();
        var breached = (await DecideAsync(lead, new TakeTurn())).Lead!;
        _heard.Told.Clear();
        _overtaking.Left = times;

        await _services.GetRequiredService<AlertTurns>().RaiseAsync(
            new("marta.villa@acme.example"), new(lead, breached.Messages + 1, MessageKind.NobodyEligible, new(),
                _clock.GetCurrentInstant(), false), default);

        Assert.Equal(["begin"], _heard.Told.Select(told => told.How));
        Assert.Equal(0, _overtaking.Left);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private Task<TurnOutcome> DecideAsync(LeadId lead, LeadCommand command) =>
        _services.GetRequiredService<LeadTurns>().DecideAsync(lead, command, default);

    private async Task<LeadId> QualifiedAsync()
    {
        var fields = ImmutableDictionary<string, string>.Empty
            .Add("email", "ada@rossi.example").Add("name", "Ada Rossi").Add("company", "Rossi SpA").Add("country", "IT")
            .Add("job_title", "CEO").Add("employees", "500").Add("form", "demo");
        var answer = await _services.GetRequiredService<LeadIntake>().ReceiveAsync(
            new()
            {
                Source = _services.GetRequiredService<CompanyInForce>().Find("website")!,
                Fields = fields,
                IdempotencyKey = "delivery 1",
                BodyHash = SHA256.HashData([1]),
            },
            default);
        return Assert.IsType<IntakeAnswer.Stored>(answer).Id;
    }

    private ServiceProvider HostOn(IStreamStore streams, IWakeUps wakeUps)
    {
        var services = new ServiceCollection()
            .AddLogging()
            .AddHandoffService().AddSingleton<PersonIdMaker>(PersonId.Of)
            .AddSingleton<IClock>(_clock)
            .AddSingleton(streams)
            .AddSingleton<ILookupStore>(_store).AddSingleton<IRotaStore>(_store).AddSingleton<ILeadKeyStore>(_store)
            .AddSingleton<IMailCopyStore>(_store).AddSingleton<IFactStore>(_store).AddSingleton<ISnapshotStore>(_store)
            .AddSingleton(wakeUps)
            .AddSingleton<IMailTransport, Nowhere>()
            .AddSingleton<IMailRenderer, PlainLetters>()
            .AddSingleton<ILinkProtector, OpenLinks>()
            .AddSingleton(new Contention(new NoPauses()))
            .AddSingleton(new Site(new Uri("https://handoff.example/")))
            .BuildServiceProvider();
        var company = services.GetRequiredService<CompanyInForce>();
        Assert.Null(company.PutInForceAsync(new SimulatedWorld(new(1), Plant.None, traces: false).Company.Folder, default).Result);
        return services;
    }

    /// <summary>A store on which somebody else is faster.</summary>
    private sealed class Overtaking(MemoryStore sound) : PlantedStore(sound)
    {
        /// <summary>How many more turns are overtaken.</summary>
        public int Left { get; set; }

        /// <summary>What somebody else does before the next turn is written.</summary>
        public Func<Task>? Before { get; set; }

        public override async ValueTask<Commit> CommitAsync(Turn turn, CancellationToken cancellation)
        {
            if (Before is { } first)
            {
                Before = null;
                await first();
            }

            if (Left == 0)
                return await Sound.CommitAsync(turn, cancellation);
            Left--;
            return Commit.Conflict;
        }
    }

    private sealed class Heard : IWakeUps
    {
        public List<(string How, StreamId Stream, Instant? At)> Told { get; } = [];

        public void Saved(SavedTurn turn) => Told.Add((turn.IsNew ? "begin" : "go on", turn.Stream, turn.Next));

        public void Nudge(StreamId stream, Instant at) => Told.Add(("nudge", stream, at));
    }

    /// <summary>Pauses are over at once: how long they are has tests of its own.</summary>
    private sealed class NoPauses : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }

    private sealed class Nowhere : IMailTransport
    {
        public string Name => "nowhere";

        public Task<SendOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellation) =>
            Task.FromResult<SendOutcome>(new SendOutcome.Accepted(null));
    }
}
