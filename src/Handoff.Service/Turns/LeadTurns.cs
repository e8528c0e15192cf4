using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.Leads;
using Handoff.Leads.Story;
using Handoff.Routing;
using Handoff.Service.Company;
using Handoff.Service.Health;
using Handoff.Service.Serialization;
using Handoff.Service.Storage;
using Handoff.Service.Telemetry;
using Handoff.Service.Vault;
using NodaTime;

namespace Handoff.Service.Turns;

/// <summary>
/// One step of a lead's process: load, decide, save (DESIGN section 4). A conflict reloads and decides again. Both hosts run leads only
/// through here.
/// </summary>
public sealed class LeadTurns(
    IStreamStore streams, IRotaStore rotas, CompanyInForce company, LeadVault vault, WaitingLeads queue, ParkedMessages parked, UntoldAlerts untold, IWakeUps wakeUps,
    RecentLeads recent, FirstOffers firstOffers, Contention contention, IClock clock)
{
    /// <summary>The state of a lead, or null when there is none.</summary>
    public async ValueTask<Lead?> FindAsync(LeadId id, CancellationToken cancellation) => (await OpenAsync(id, cancellation))?.Lead;

    /// <summary>A lead as it stands, to be handed to the steps that follow; null when there is none.</summary>
    public async ValueTask<OpenedLead?> OpenAsync(LeadId id, CancellationToken cancellation) =>
        await streams.FindAsync(new(StreamKind.Lead, id.Value), cancellation) is { } head ? new(head, recent.Read(head)) : null;

    /// <summary>Decides one command and saves what follows.</summary>
    public Task<TurnOutcome> DecideAsync(LeadId id, LeadCommand command, CancellationToken cancellation) =>
        DecideAsync(id, [command], TurnExtras.None, null, cancellation);

    /// <summary>Decides commands one after the other and saves what follows of all in one write.</summary>
    /// <param name="id">The lead.</param>
    /// <param name="commands">What is decided, one at least.</param>
    /// <param name="extras">What is written beside the events.</param>
    /// <param name="opened">The lead as the caller has it; null: it is read.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <exception cref="StoreUnavailableException">The store cannot write; nothing is known to be saved.</exception>
    public async Task<TurnOutcome> DecideAsync(
        LeadId id, ImmutableArray<LeadCommand> commands, TurnExtras extras, OpenedLead? opened, CancellationToken cancellation)
    {
        var stream = new StreamId(StreamKind.Lead, id.Value);
        using var span = Spans.Turn(id, commands);
        var data = opened?.Record;
        using var attempts = contention.Begin();
        while (true)
        {
            if ((opened ?? await OpenAsync(id, cancellation)) is not var (head, before))
            {
                span.Discard();
                return new(null, new Answer.TooLate(LateCause.Ended));
            }

            // Whoever overtakes this turn changes what was handed on.
            opened = null;
            if (head.NextWakeUp is { } woken && (before.NextWakeUp is not { } planned || woken < planned))
                await company.CatchUpAsync(woken, cancellation);
            var agreement = await company.AgreementAsync(before.Known.Agreement, cancellation);
            var rota = await rotas.ReadRotaAsync(before.Known.Team, cancellation);
            var decision = await DecideAsync(before, agreement, rota.Rota, commands, cancellation);
            if (decision.Events.IsEmpty)
            {
                await SettleWakeUpAsync(head, before, cancellation);
                span.Discard();
                return new(before, decision.Answer) { Latest = recent.EventsOf(before), Opened = new(head, before) { Record = data } };
            }

            var freed = await queue.FreedAsync(before, decision, rota.Rota, cancellation);
            var listed = await queue.ChangeAsync(before, decision.Lead, cancellation);
            var guard = GuardOf(decision, rota);
            var stopped = await parked.ChangeAsync(before, decision.Lead, cancellation);
            var whole = listed is null && stopped is null
                ? extras
                : extras with { Lookups = [.. extras.Lookups, .. new[] { listed, stopped }.OfType<LookupWrite>()] };
            var saved = await SaveAsync(stream, head, decision, guard, whole with { Opened = data }, cancellation);
            if (saved.Result == CommitResult.RotaChanged)
            {
                // The lead is as it was; only the choice is to be made anew, on what is known already.
                opened = new(head, before) { Record = data };
                await attempts.ChooseAgainAsync(before.Known.Team, cancellation);
                continue;
            }

            if (saved.Result == CommitResult.Conflict)
            {
                data = null;
                await attempts.OvertakenAsync(cancellation);
                continue;
            }

            span.Decided(decision.Lead, decision.Events);
            await queue.WakeAsync(freed, cancellation);
            await untold.CountAsync(decision.Events, cancellation);
            return new(decision.Lead, decision.Answer) { Latest = decision.Events, Opened = saved.Lead };
        }
    }

    /// <summary>
    /// Begins a lead, with its first offer where <see cref="FirstOffers"/> has it so. Conflict: a lookup key was claimed meanwhile; look
    /// for duplicates again.
    /// </summary>
    public async Task<(CommitResult Result, Lead Lead)> BeginAsync(Receive command, TurnExtras extras, CancellationToken cancellation)
    {
        using var span = Spans.Turn(command.Reception.Id, [command]);
        var stream = new StreamId(StreamKind.Lead, command.Reception.Id.Value);
        if (command.Verdict == ReceptionVerdict.Qualified && firstOffers.AreMadeNow && await BeginOfferedAsync(stream, command, extras, cancellation) is { } offered)
        {
            span.Decided(offered.Lead, offered.Events);
            return (CommitResult.Committed, offered.Lead);
        }

        var decision = DecideAll(Lead.Unborn, company.Agreement, Rota.Empty(command.Reception.Team), [command]);
        var (result, _) = await SaveAsync(stream, null, decision, null, extras, cancellation);
        if (result == CommitResult.Committed)
            span.Decided(decision.Lead, decision.Events);
        else
            span.Discard();
        return (result, decision.Lead);
    }

    /// <summary>
    /// Begins a lead and offers it in one write; null, and nothing is written: nobody is to be offered it now, or somebody else had the
    /// turn of the rota.
    /// </summary>
    private async Task<Decision?> BeginOfferedAsync(StreamId stream, Receive command, TurnExtras extras, CancellationToken cancellation)
    {
        var rota = await rotas.ReadRotaAsync(command.Reception.Team, cancellation);
        var decision = await DecideAsync(Lead.Unborn, company.Agreement, rota.Rota, [command, new TakeTurn()], cancellation);
        return decision.Lead.Offer is not null && (await SaveAsync(stream, null, decision, GuardOf(decision, rota), extras, cancellation)).Result == CommitResult.Committed
            ? decision
            : null;
    }

    private async ValueTask<Decision> DecideAsync(
        Lead before, Agreement agreement, Rota rota, ImmutableArray<LeadCommand> commands, CancellationToken cancellation)
    {
        var decision = DecideAll(before, agreement, rota, commands);
        return ChoosesSomebody(decision) && await company.RefreshIfOldAsync(cancellation) ? DecideAll(before, agreement, rota, commands) : decision;
    }

    private static RotaGuard? GuardOf(Decision decision, RotaSnapshot rota) =>
        decision.RestsOnRota ? new RotaGuard(decision.Lead.Known.Team, rota.Version) : null;

    private Decision DecideAll(Lead before, Agreement agreement, Rota rota, ImmutableArray<LeadCommand> commands)
    {
        var world = new World(agreement, company.Staff, rota);
        var now = clock.GetCurrentInstant();
        var decision = LeadDecider.Decide(before, commands[0], world, now);
        foreach (var command in commands.AsSpan()[1..])
        {
            world = world with { Rota = decision.Rota.Where(change => change.Team == rota.Team).Aggregate(rota, (changed, change) => changed.Apply(change)) };
            var next = LeadDecider.Decide(decision.Lead, command, world, now);
            decision = next with
            {
                Events = decision.Events.AddRange(next.Events),
                Rota = decision.Rota.AddRange(next.Rota),
                RestsOnRota = decision.RestsOnRota || next.RestsOnRota,
            };
        }

        return decision;
    }

    /// <summary>Whether it rests on who is there: an absence may have been told to another process.</summary>
    private static bool ChoosesSomebody(Decision decision) =>
        decision.RestsOnRota || decision.Events.Any(happened => happened is MessageOwed { Message.IsAlert: true });

    private async Task<(CommitResult Result, OpenedLead? Lead)> SaveAsync(
        StreamId stream, StreamHead? head, Decision decision, RotaGuard? guard, TurnExtras extras, CancellationToken cancellation)
    {
        var lead = decision.Lead;
        var (record, data) = (extras.Record, extras.Opened);
        if (extras.Note is { } note && await vault.OpenWithKeyAsync(stream.Id, data, cancellation) is var (key, known))
        {
            data = known with { Notes = known.Notes.Add(note) };
            record = LeadVault.Seal(stream.Id, key, data);
        }

        var state = LedgerJson.Write(lead);
        var begun = Measures.BeginCommit();
        var commit = await streams.CommitAsync(new()
        {
            Stream = stream,
            ExpectedVersion = head?.Version ?? 0,
            ExpectedTag = head?.Tag,
            Events = [.. decision.Events.Select(happened => new NewEvent(happened.At, LeadStory.TypeOf(happened), LedgerJson.Write(happened)))],
            State = state,
            NextWakeUp = lead.NextWakeUp,
            Status = lead.Status.Word(),
            IsOpen = lead.Status.HasClocks(),
            Tier = lead.Known.Tier,
            Owner = lead.Owner.Who,
            NewKey = extras.NewKey,
            Record = record,
            Lookups = extras.Lookups,
            Rota = decision.Rota,
            RotaGuard = guard,
            Copies = lead.Status == LeadStatus.Erased ? [] : extras.Copies,
            Erases = lead.Status == LeadStatus.Erased,
        }, cancellation);
        Measures.Committed(begun, !commit.IsDone);
        if (!commit.IsDone)
            return (commit.Result, null);
        Measures.Saved(lead, decision.Events);
        recent.Keep(lead, decision.Events, isNew: head is null);
        if (lead.Status == LeadStatus.Erased)
            vault.Forget(stream.Id);
        var opened = commit.Tag.Length > 0
            ? new OpenedLead(new(stream, lead.Version, lead.NextWakeUp, state, commit.Tag), lead) { Record = data }
            : null;
        wakeUps.Saved(new(stream, IsNew: head is null, head?.NextWakeUp, lead.NextWakeUp, opened)
        {
            Owes = [.. decision.Events.OfType<MessageOwed>().Select(owed => owed.Message.Number)],
        });
        return (CommitResult.Committed, opened);
    }

    /// <summary>A wake-up that somebody moved to now, and nothing was due: it goes back to when something is.</summary>
    private async ValueTask SettleWakeUpAsync(StreamHead head, Lead lead, CancellationToken cancellation)
    {
        if (head.NextWakeUp == lead.NextWakeUp)
            return;
        // A wake-up that came meanwhile stays, and brings its own turn.
        await streams.RewriteHeadAsync(
            head, head.State, lead.NextWakeUp, lead.Status.Word(), lead.Status.HasClocks(), cancellation);
    }
}
