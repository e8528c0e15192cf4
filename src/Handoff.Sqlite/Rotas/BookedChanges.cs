using System.Collections.Immutable;
using Handoff.Routing;
using Handoff.Service.Storage;

namespace Handoff.Sqlite.Rotas;

/// <summary>Changes that count in the book. They end with the turn that brings them, once it is queued; without it they are taken back.</summary>
/// <param name="book">The book.</param>
/// <param name="gate">Guards the book.</param>
/// <param name="changes">What counts.</param>
internal sealed class BookedChanges(RotaBook book, object gate, ImmutableArray<RotaChange> changes) : RotaReservation
{
    private bool _ends;

    /// <summary>From now on the writer sees to them; who calls holds the gate.</summary>
    public void HandOver() => _ends = true;

    public override void Dispose()
    {
        lock (gate)
        {
            if (!_ends)
                book.TakeBack(changes);
            _ends = true;
        }
    }
}
