using Handoff.Leads;
using Handoff.People;
using Handoff.Service.Company;
using Handoff.Service.Rows;
using Handoff.Service.Storage;
using Handoff.Service.Turns;
using NodaTime;

namespace Handoff.Service.People;

/// <summary>
/// Notes who is away and who is back: facts in the store, in force from the next turn of each open lead (design section 8).
/// </summary>
public sealed class AbsenceBook(
    IFactStore facts, IStreamStore streams, LeadRowReading rows, CompanyInForce company, LeadTurns turns, IWakeUps wakeUps, IClock clock)
{
    /// <summary>
    /// The person is away from <paramref name="start"/> until <paramref name="end"/>, exclusive; null: until they say that they are back.
    /// </summary>
    public async Task AwayAsync(PersonId person, Instant start, Instant? end, CancellationToken cancellation)
    {
        await facts.SaveAbsenceAsync(new(person.Value, start, end), cancellation);
        await InForceAsync(person, cancellation);
    }

    /// <summary>The person is back now, whatever the files say.</summary>
    public async Task BackAsync(PersonId person, CancellationToken cancellation)
    {
        await facts.SaveValueAsync(ToldAbsences.BackName(person), ToldAbsences.BackValue(clock.GetCurrentInstant()), cancellation);
        await InForceAsync(person, cancellation);
    }

    /// <summary>Absences of the person have changed in the store: they are in force from now on.</summary>
    public async Task InForceAsync(PersonId person, CancellationToken cancellation)
    {
        await company.RefreshAsync(cancellation);
        await WakeAsync(lead => IsHeldBy(lead, person) || MayTake(lead, person), cancellation);
    }

    /// <summary>Wakes the open leads that a change concerns.</summary>
    public async Task WakeAsync(Func<Lead, bool> concerns, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        await foreach (var row in rows.ReadAsync(RowQuery.WithClocks, cancellation))
        {
            if (await turns.FindAsync(row.Id, cancellation) is not { } lead || !concerns(lead))
                continue;
            var stream = new StreamId(StreamKind.Lead, row.Id.Value);
            await streams.WakeAsync(stream, now, cancellation);
            wakeUps.Nudge(stream, now);
        }
    }

    /// <summary>Whether the lead waits for somebody like this person: it is offered as soon as somebody can take it.</summary>
    private bool MayTake(Lead lead, PersonId person) => lead.Status == LeadStatus.Qualified
        && (company.Staff.Team(lead.Known.Team)?.Rep(person) is not null || lead.Known.ExistingOwner == person);

    private static bool IsHeldBy(Lead lead, PersonId person) =>
        lead.Owner.Is(person) || (lead.Offer?.To.Contains(person) ?? false) || lead.Outbox.Any(message => message.To == person);
}
