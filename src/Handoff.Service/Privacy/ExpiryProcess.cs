using Handoff.People;
using Handoff.Privacy;
using Handoff.Processes;
using Handoff.Service.Company;
using Handoff.Service.Processes;
using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.Service.Privacy;

/// <summary>Erases each night what the agreement in force keeps no longer.</summary>
public sealed class ExpiryProcess(ProcessTurns turns, LetterCourier courier, LeadExpiring expiring, CompanyInForce company)
    : PlannedProcess<ExpiryState>(turns, courier, company)
{
    private static readonly LocalTime Night = new(3, 0);

    /// <summary>The one stream.</summary>
    public static StreamId Stream { get; } = new(StreamKind.Expiry, "main");

    /// <inheritdoc/>
    public override StreamKind Kind => StreamKind.Expiry;

    /// <inheritdoc/>
    public override StreamId? Follows => Stream;

    /// <inheritdoc/>
    protected override ExpiryState Initial => ExpiryState.Empty;

    /// <inheritdoc/>
    protected override ValueTask<Decider<ExpiryState, ProcessCommand, ProcessEvent>> ByWhatIsKnownAsync(
        StreamId stream, ExpiryState state, Instant now, CancellationToken cancellation) =>
        new(ExpiryDecider.In(Company.Agreement is { Retention: not null, TimeZone: var zone } ? new(NextNight, zone, []) : null, now));

    /// <inheritdoc/>
    protected override ValueTask<LetterMail?> WriteAsync(
        StreamId stream, ExpiryState state, OwedLetter letter, Person reader, CancellationToken cancellation) => new((LetterMail?)null);

    /// <inheritdoc/>
    protected override Func<CancellationToken, Task<ExpiryState>>? NextWork(StreamId stream, ExpiryState state, Instant now) =>
        state.Next is { } due && due <= now && Company.Agreement.Retention is { } terms
            ? async cancellation =>
            {
                var (count, isWhole) = await expiring.EraseAsync(terms, cancellation);
                return (await AskAsync(stream, new RecordExpired(due, count, isWhole), CancellationToken.None)).State;
            }
            : null;

    private static LocalDateTime? NextNight(LocalDateTime after) =>
        after.Date.At(Night) is var today && today > after ? today : today.PlusDays(1);
}
