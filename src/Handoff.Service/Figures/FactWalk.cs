using System.Diagnostics.CodeAnalysis;
using Handoff.Figures;

namespace Handoff.Service.Figures;

/// <summary>
/// Goes over the facts of a book, in the order of their places, but for blocks that have no instant at or after one; each is unpacked when
/// its turn comes.
/// </summary>
internal ref struct FactWalk(FactBook book, Minute from)
{
    private PackedReader _left;
    private LeadFact _fact;
    private int _next;

    [UnscopedRef]
    public readonly ref readonly LeadFact Current => ref _fact;

    public readonly FactWalk GetEnumerator() => this;

    public bool MoveNext()
    {
        while (_left.Length == 0)
        {
            if (_next == book.BlockCount)
                return false;
            var block = book.BlockAt(_next++);
            if (block.Last >= from)
                _left = new(block.Packed);
        }

        _fact = FactBytes.Read(ref _left, book.Shared);
        return true;
    }
}
