using System.Collections.Concurrent;
using System.Collections.Immutable;
using Handoff.Board;
using Handoff.Service.Serialization;
using Handoff.Service.Storage;

namespace Handoff.Service.Board;

/// <summary>
/// The projection of open handoffs. It is built from the heads, and only what was written since is read again; what is kept in memory are references and
/// figures, never personal data. Several who look at once share one look.
/// </summary>
public sealed class OpenHandoffs(IStreamStore streams, LeadTitles titles)
{
    private readonly ConcurrentDictionary<string, (string Mark, OpenHandoff? Handoff)> _known = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private Task<ImmutableArray<OpenHandoff>>? _next;
    private Task _running = Task.CompletedTask;

    /// <summary>Every open handoff by urgency, as the store has it now.</summary>
    public async Task<ImmutableArray<OpenHandoff>> ReadAsync(CancellationToken cancellation)
    {
        Task<ImmutableArray<OpenHandoff>> look;
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

    private async Task<ImmutableArray<OpenHandoff>> AfterAsync(Task before)
    {
        await before.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        lock (_gate)
            _next = null;
        return await LookAsync();
    }

    private async Task<ImmutableArray<OpenHandoff>> LookAsync()
    {
        var present = new HashSet<string>(StringComparer.Ordinal);
        var open = ImmutableArray.CreateBuilder<OpenHandoff>(_known.Count + 16);
        await foreach (var lead in streams.ListOpenLeadsAsync(IsKnown, CancellationToken.None))
        {
            if (lead.State is { } state)
                _known[lead.Id] = (lead.Mark, OpenHandoff.Of(LedgerJson.ReadLead(state.Span)));
            present.Add(lead.Id);
            if (_known.TryGetValue(lead.Id, out var known) && known.Handoff is { } handoff)
                open.Add(handoff);
        }

        foreach (var id in _known.Keys)
        {
            if (!present.Contains(id))
                _known.TryRemove(id, out _);
        }

        titles.KeepOnly(present);

        open.Sort(OpenHandoff.ByUrgency);
        return open.ToImmutable();
    }

    private bool IsKnown(string id, string mark) => _known.TryGetValue(id, out var known) && known.Mark == mark;
}
