using System.Collections.Immutable;
using Handoff.Rows;
using Handoff.Service.Storage;

namespace Handoff.Service.Board;

/// <summary>Reads the rows of all leads with clocks, by urgency. Several who look at once share one look.</summary>
public sealed class OpenHandoffs(IStreamStore streams, LeadTitles titles)
{
    private readonly Lock _gate = new();
    private readonly KnownRows _known = new();
    private Task<ImmutableArray<LeadRow>>? _next;
    private Task _running = Task.CompletedTask;

    /// <summary>Every open handoff by urgency, as the store has it now.</summary>
    public async Task<ImmutableArray<LeadRow>> ReadAsync(CancellationToken cancellation)
    {
        Task<ImmutableArray<LeadRow>> look;
        lock (_gate)
        {
            // A look that runs may have passed what was just written: whoever asks now shares the one after it.
            if (_next is null)
            {
                var before = _running;
                _running = _next = Task.Run(() => AfterAsync(before), CancellationToken.None);
            }

            look = _next;
        }

        return await look.WaitAsync(cancellation);
    }

    private async Task<ImmutableArray<LeadRow>> AfterAsync(Task before)
    {
        await before.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        lock (_gate)
            _next = null;
        var open = new List<KnownRow>();
        await foreach (var stored in streams.ReadRowsAsync(RowQuery.WithClocks with { IsKnown = _known.IsKnown }, CancellationToken.None))
            open.Add(_known.Read(stored));
        _known.KeepRead();
        titles.KeepOnly(_known.Has);
        open.Sort(static (one, other) => one.Urgency.CompareTo(other.Urgency));
        return [.. open.Select(one => one.Row)];
    }
}
