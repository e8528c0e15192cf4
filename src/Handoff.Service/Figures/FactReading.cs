using Handoff.Figures;
using Handoff.Service.Company;
using Handoff.Service.Rows;
using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.Service.Figures;

/// <summary>How late figures may be.</summary>
/// <param name="Lag">For how long what was read counts as the present.</param>
public sealed record FigureOptions(Duration Lag);

/// <summary>The facts as they were once.</summary>
/// <param name="Book">The identity of the book.</param>
/// <param name="Version">Its version.</param>
internal sealed record FactMark(object Book, long Version);

/// <summary>
/// Keeps a fact of every lead in memory, and reads again what has changed since: the rows of leads whose last event is not older than the
/// last reading. A start goes on from what <see cref="FactKeeping"/> has kept. Facts are always those that the calendars in force make:
/// where one is changed for the time before, all are made of rows again.
/// </summary>
public sealed class FactReading(
    LeadRowReading rows, CompanyInForce company, ISnapshotStore snapshots, FigureOptions options, IClock clock) : IDisposable
{
    private readonly FactSnapshots _snapshots = new(snapshots);
    private readonly SemaphoreSlim _one = new(1, 1);
    private FactBook _book = new();
    private Instant? _asOf;
    private object? _files;

    /// <summary>Whether anybody has asked for a figure since the start.</summary>
    internal bool HasRead => _asOf is not null;

    /// <summary>Reads what has changed, and hands every fact to a fold.</summary>
    /// <param name="fold">Is given the instant to which the facts are complete, and the facts.</param>
    /// <param name="cancellation">Cancels.</param>
    internal async Task<T> ReadAsync<T>(Func<Instant, FactBook, T> fold, CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            await CatchUpAsync(cancellation);
            return fold(_asOf!.Value, _book);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>The facts as they are now, to ask later whether any of a period has changed.</summary>
    internal Task<FactMark> MarkAsync(CancellationToken cancellation) =>
        ReadAsync(static (_, book) => book.Mark, cancellation);

    /// <summary>Whether a fact that belongs to the period by any metric has changed since.</summary>
    internal Task<bool> HaveChangedAsync(FigurePeriod period, FactMark since, CancellationToken cancellation) => ReadAsync(
        (_, book) => book.Identity != since.Book || book.Days.HaveChanged(period, since.Version), cancellation);

    /// <summary>Hands the facts as they are to a fold; null: they are not of this book any more.</summary>
    internal async Task<T?> LookAsync<T>(FactBook book, Func<FactBook, T> look, CancellationToken cancellation)
        where T : class
    {
        await _one.WaitAsync(cancellation);
        try
        {
            return ReferenceEquals(book, _book) ? look(book) : null;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private async Task CatchUpAsync(CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        if (_asOf is null)
            (_book, _asOf) = await StartAsync(now, cancellation);
        FollowCalendars(now);
        if (_asOf is { } asOf && now - asOf <= options.Lag && now >= asOf)
            return;
        await foreach (var row in rows.ReadChangedAsync(_asOf, cancellation))
        {
            var agreement = await company.AgreementAsync(row.Agreement, cancellation);
            _book.Put(row.Id, LeadFact.Of(row, agreement.Figures, _book.Staff!));
        }

        _asOf = now;
    }

    /// <summary>What was kept, if the calendars in force would have made it so; else nothing.</summary>
    private async Task<(FactBook Book, Instant? AsOf)> StartAsync(Instant now, CancellationToken cancellation) =>
        await _snapshots.FindAsync(cancellation) is { } head && head.AsOf <= now
        && head.Calendars == CalendarMark.Of(company.Staff, head.From, head.AsOf)
        && await _snapshots.LoadAsync(head, cancellation) is { } book
            ? (book, head.AsOf) : (new(), null);

    private void FollowCalendars(Instant now)
    {
        if (ReferenceEquals(_files, company.Files) && _book.Staff is not null)
            return;
        _files = company.Files;
        var staff = company.Staff;
        var from = _book.ReceivedFrom;
        if (_book.Staff is { } former && CalendarMark.Of(former, from, now) != CalendarMark.Of(staff, from, now))
            (_book, _asOf) = (new(), null);
        _book.Staff = staff;
    }
}
