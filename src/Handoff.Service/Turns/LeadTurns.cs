using System.Collections.Immutable;
using System.Diagnostics;
using Handoff.Agreements;
using Handoff.Leads;
using Handoff.Routing;
using Handoff.Service.Asking;
using Handoff.Service.Company;
using Handoff.Service.Health;
using Handoff.Service.Rows;
using Handoff.Service.Serialization;
using Handoff.Service.Storage;
using Handoff.Service.Telemetry;
using Handoff.Service.Vault;
using NodaTime;

namespace Handoff.Service.Turns;

/// <summary>The turns of leads. Both hosts run leads only through here.</summary>
public sealed class LeadTurns(
    IStreamStore streams, IRotaStore rotas, StreamRunner runner, CompanyInForce company, LeadVault vault, WaitingLeads queue,
    AskReading asking, IWakeUps wakeUps, IClock clock)
{
    /// <summary>The state of a lead, or null when there is none.</summary>
    public async ValueTask<Lead?> FindAsync(LeadId id, CancellationToken cancellation) =>
        await streams.FindAsync(OpenedLead.StreamOf(id), cancellation) is { } head ? LedgerJson.ReadLead(head.State.Span) : null;

    /// <summary>A lead as it stands, to be handed to the steps that follow; null when there is none.</summary>
    public async ValueTask<OpenedLead?> OpenAsync(LeadId id, CancellationToken cancellation)
    {
        if (await streams.FindAsync(OpenedLead.StreamOf(id), cancellation) is not { } head)
            return null;
        var lead = LedgerJson.ReadLead(head.State.Span);
        return new(head, lead, await company.AgreementAsync(lead.Known.Agreement, cancellation));
    }

    /// <summary>Decides one command and saves what follows.</summary>
    public Task<TurnOutcome> DecideAsync(LeadId id, LeadCommand command, CancellationToken cancellation) =>
        DecideAsync(id, [command], TurnExtras.None, null, cancellation);

    /// <summary>Decides commands one after the other and saves what follows of all in one write.</summary>
    /// <param name="commands">What is decided, one at least.</param>
    /// <param name="extras">What is written beside the events.</param>
    /// <param name="opened">The lead as the caller has it; null: it is read.</param>
    /// <exception cref="StoreUnavailableException">The store cannot write; nothing is known to be saved.</exception>
    public async Task<TurnOutcome> DecideAsync(
        LeadId id, ImmutableArray<LeadCommand> commands, TurnExtras extras, OpenedLead? opened, CancellationToken cancellation)
    {
        using var span = Spans.Turn(id, commands);
        return await runner.RunAsync(
            opened?.Head is null ? null : opened,
            () => OpenAsync(id, cancellation),
            async (before, _) => before is null
                ? Nothing(span, new(null, new Answer.TooLate(LateCause.Ended)))
                : await StepAsync(before, commands, extras, span, cancellation),
            cancellation);
    }

    /// <summary>Begins a lead; its first turn offers it, unless somebody has it at once.</summary>
    /// <param name="then">What is decided with it, in the same write; null: nothing.</param>
    /// <param name="agreement">Under which; null: the one in force.</param>
    /// <returns>False: a lookup key was claimed meanwhile; look for duplicates again.</returns>
    public async Task<bool> BeginAsync(
        Receive command, LeadCommand? then, TurnExtras extras, CancellationToken cancellation, Agreement? agreement = null)
    {
        agreement ??= company.Agreement;
        ImmutableArray<LeadCommand> commands = then is null ? [command] : [command, then];
        using var span = Spans.Turn(command.Reception.Id, commands);
        var unborn = new OpenedLead(Head: null, Lead.Unborn, agreement) { Key = extras.NewKey, Record = extras.Opened };
        var world = new World(agreement, company.Staff, Rota.Empty(command.Reception.Team)) { News = company.NewsWanted };
        var decision = LeadDecider.Decide(Lead.Unborn, commands, world, clock.GetCurrentInstant());
        var turn = TurnOf(unborn, decision, guard: null, extras);
        var commit = await runner.CommitAsync(turn, cancellation);
        if (commit.IsDone)
            Saved(unborn, turn, decision, commit.Tag, span);
        else
            span.Discard();
        return commit.IsDone;
    }

    private async ValueTask<Step<TurnOutcome>> StepAsync(
        OpenedLead before, ImmutableArray<LeadCommand> commands, TurnExtras extras, Activity? span, CancellationToken cancellation)
    {
        var lead = before.Lead;
        // Who is only looked at was woken by nobody's situation.
        if (before.Head!.NextWakeUp is { } woken && !lead.AwaitsChecks && (lead.NextWakeUp is not { } planned || woken < planned))
            await company.CatchUpAsync(woken, cancellation);
        var rota = await rotas.ReadRotaAsync(lead.Known.Team, cancellation);
        var asked = lead.AsksAt(clock.GetCurrentInstant()) ? await asking.FindAsync(before, cancellation) : null;
        var decision = Decide(before, rota.Rota, commands, asked);
        if (ChoosesSomebody(decision) && await company.RefreshIfOldAsync(cancellation))
            decision = Decide(before, rota.Rota, commands, asked);
        // Whoever asks claims the person: somebody else who asks at the same time conflicts.
        if (asked?.Claim is { } claim && decision.Events.Any(happened => happened is LeadAsked))
            extras = extras with { Lookups = extras.Lookups.Add(claim) };
        if (decision.Events.IsEmpty)
        {
            await SettleWakeUpAsync(before.Head, lead, cancellation);
            return Nothing(span, new(before, decision.Answer));
        }

        if (extras.Note is not null || extras.Correction is not null)
            (before, extras) = await NoteAsync(before, extras, cancellation);
        var freed = await queue.FreedAsync(lead, decision, rota.Rota, cancellation);
        var guard = decision.RestsOnRota ? new RotaGuard(lead.Known.Team, rota.Version) : null;
        var turn = TurnOf(before, decision, guard, extras);
        return new(turn, async tag =>
        {
            var saved = Saved(before, turn, decision, tag, span);
            await queue.WakeAsync(freed, cancellation);
            return new(saved, decision.Answer);
        });
    }

    private static Step<TurnOutcome> Nothing(Activity? span, TurnOutcome outcome)
    {
        span.Discard();
        return new(null, _ => new(outcome));
    }

    private Decision Decide(OpenedLead before, Rota rota, ImmutableArray<LeadCommand> commands, AskedPerson? asked)
    {
        var world = new World(before.Agreement, company.Staff, rota) { Asked = asked?.Standing, News = company.NewsWanted };
        return LeadDecider.Decide(before.Lead, commands, world, clock.GetCurrentInstant());
    }

    /// <summary>Whether it rests on who is there: an absence may have been told to another process.</summary>
    private static bool ChoosesSomebody(Decision decision) =>
        decision.RestsOnRota || decision.Events.Any(happened => happened is MessageOwed { Message.IsAlert: true });

    /// <summary>Adds a note or a correction to the lead's personal data; to nothing where that was erased.</summary>
    private async ValueTask<(OpenedLead, TurnExtras)> NoteAsync(OpenedLead before, TurnExtras extras, CancellationToken cancellation)
    {
        var id = before.Lead.Id.Value;
        if (before is not { Key: { } key, Record: { } record })
        {
            if (await vault.OpenWithKeyAsync(id, before.Record, cancellation) is not var (found, data))
                return (before, extras);
            (key, record) = (found, data);
        }

        record = record with
        {
            Notes = extras.Note is { } note ? record.Notes.Add(note) : record.Notes,
            Correction = extras.Correction ?? record.Correction,
        };
        return (before with { Key = key, Record = record }, extras with { Record = LeadVault.Seal(id, key, record) });
    }

    private static Turn TurnOf(OpenedLead before, Decision decision, RotaGuard? guard, TurnExtras extras)
    {
        var lead = decision.Lead;
        var isErased = lead.Status == LeadStatus.Erased;
        return new()
        {
            Stream = OpenedLead.StreamOf(lead.Id),
            ExpectedVersion = before.Head?.Version ?? 0,
            ExpectedTag = before.Head?.Tag,
            Events = [.. decision.Events.Select(LedgerJson.Stored)],
            State = LedgerJson.Write(lead),
            NextWakeUp = lead.WakeUpOfTurn,
            Row = LeadRowWriting.Of(lead),
            NewKey = extras.NewKey,
            Record = extras.Record,
            Lookups = extras.Lookups,
            Rota = decision.Rota,
            RotaGuard = guard,
            Copies = isErased ? [] : extras.Copies,
            Erases = isErased,
        };
    }

    /// <summary>A turn is durable: whoever waits for the lead is told.</summary>
    /// <returns>The lead for the steps that follow.</returns>
    private OpenedLead Saved(OpenedLead before, Turn turn, Decision decision, string tag, Activity? span)
    {
        var lead = decision.Lead;
        Measures.Saved(lead, decision.Events);
        span.Decided(lead, decision.Events);
        var head = tag.Length > 0 ? new StreamHead(turn.Stream, lead.Version, turn.NextWakeUp, turn.State, tag) : null;
        var saved = before with { Head = head, Lead = lead, Latest = decision.Events };
        if (turn.Erases)
            saved = saved with { Key = null, Record = null };
        wakeUps.Saved(new(turn.Stream, IsNew: before.Head is null, before.Head?.NextWakeUp, turn.NextWakeUp, saved)
        {
            Owes = [.. decision.Events.OfType<MessageOwed>().Select(owed => owed.Message.Number)],
        });
        return saved;
    }

    /// <summary>A wake-up that somebody moved to now, and nothing was due: it goes back to when something is.</summary>
    private async ValueTask SettleWakeUpAsync(StreamHead head, Lead lead, CancellationToken cancellation)
    {
        if (head.NextWakeUp == lead.NextWakeUp)
            return;
        // A wake-up that came meanwhile stays, and brings its own turn.
        await streams.RewriteHeadAsync(head, head.State, lead.NextWakeUp, row: null, cancellation);
    }
}
