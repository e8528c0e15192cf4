using Handoff.Figures;
using Handoff.Service.Company;
using Handoff.Service.Rows;
using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.Service.Figures;

/// <summary>How late figures may be.</summary>
/// <param name="Lag">For how long what was read counts as the present.</param>
public sealed record FigureOptions(Duration Lag);

/// <summary>
/// Keeps a fact of every lead in memory, and reads again what has changed since: the rows of leads whose last event is not older than the
/// last reading.
/// </summary>
public sealed class FactReading(LeadRowReading rows, CompanyInForce company, FigureOptions options, IClock clock) : IDisposable
{
    /// <summary>How much later than its event a turn may be written, and how far clocks may be apart.</summary>
    private static readonly Duration Overlap = Duration.FromMinutes(2);

    private readonly FactBook _book = new();
    private readonly SemaphoreSlim _one = new(1, 1);
    private Instant? _asOf;

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

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private async Task CatchUpAsync(CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        if (_asOf is { } asOf && now - asOf <= options.Lag && now >= asOf)
            return;
        var query = RowQuery.All with { ChangedFrom = _asOf - Overlap };
        await foreach (var row in rows.ReadAsync(query, cancellation))
        {
            var agreement = await company.AgreementAsync(row.Agreement, cancellation);
            _book.Put(row.Id, LeadFact.Of(row, agreement.Figures, company.Staff));
        }

        _asOf = now;
    }
}
