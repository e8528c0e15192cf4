using Handoff.Figures;
using Handoff.Leads;
using Handoff.People;
using NodaTime;

namespace Handoff.Service.Figures;

/// <summary>
/// The facts of all leads in memory, packed as they are kept, some 40 bytes each: who goes over them unpacks one at a time. Blocks are
/// small, so that a fact is replaced quickly; a piece is kept alone. What many facts have in common is kept once. Not safe for use from
/// several threads.
/// </summary>
internal sealed class FactBook
{
    /// <summary>How many facts are kept together.</summary>
    public const int PieceSize = BlockSize * 64;

    /// <summary>How many facts stand together in memory.</summary>
    public const int BlockSize = 64;

    private readonly List<FactBlock> _blocks = [];
    private readonly List<Piece> _pieces = [];
    private readonly PackedWriter _packed = new(256);

    private sealed class Piece
    {
        /// <summary>The book's version when a fact of it last changed.</summary>
        public long Version { get; set; }

        /// <summary>The name under which it was kept, and its version then.</summary>
        public (string Name, long Version)? Kept { get; set; }
    }

    /// <summary>How many leads there are.</summary>
    public int Count => Leads.Count;

    /// <summary>Which leads there are: the facts stand in the order of their places.</summary>
    public LeadPlaces Leads { get; } = new();

    /// <summary>Grows with each fact that is not what it was.</summary>
    public long Version { get; private set; }

    /// <summary>Tells this book from another, without holding it.</summary>
    public object Identity { get; } = new();

    /// <summary>The facts as they are now.</summary>
    public FactMark Mark => new(Identity, Version);

    /// <summary>Whose calendars made the facts; null: there are none yet.</summary>
    public Staff? Staff { get; set; }

    /// <summary>No lead was received before.</summary>
    public Instant ReceivedFrom { get; private set; } = Instant.MaxValue;

    /// <summary>When facts of each day last changed.</summary>
    public FactDays Days { get; } = new();

    /// <summary>What facts have in common.</summary>
    public SharedFacts Shared { get; } = new();

    /// <summary>The facts, in the order of their places.</summary>
    public FactWalk Facts => new(this, Minute.None);

    /// <summary>The facts that have an instant at or after <paramref name="from"/>, and some of the others.</summary>
    public FactWalk FactsSince(Minute from) => new(this, from);

    /// <summary>How many blocks there are.</summary>
    public int BlockCount => _blocks.Count;

    /// <summary>How many pieces there are.</summary>
    public int PieceCount => _pieces.Count;

    /// <summary>What facts have in common, as it is kept.</summary>
    public CommonFacts Common => Shared.With(Leads.Others);

    /// <summary>A book with what facts have in common and room for them, but without facts.</summary>
    public static FactBook With(CommonFacts common, int leads, Instant receivedFrom)
    {
        var book = new FactBook { ReceivedFrom = receivedFrom };
        book.Shared.AddAll(common);
        book.Leads.Know(common.Others);
        book.Leads.Reserve(leads);
        return book;
    }

    /// <summary>Adds the fact of a lead, or replaces it.</summary>
    public void Put(LeadId lead, in LeadFact fact)
    {
        var count = Count;
        var place = Leads.PlaceOf(lead);
        _packed.Clear();
        FactBytes.Write(_packed, Shared, fact);
        if (place == count)
            Add(place, _packed.Written, fact.LastAt);
        else if (!Replace(place, _packed.Written, fact.LastAt))
            return;
        _pieces[place / PieceSize].Version = Version;
        Days.Changed(fact, Version);
        if (fact.ReceivedAt.ToInstant() is { } received && received < ReceivedFrom)
            ReceivedFrom = received;
    }

    /// <summary>Adds a piece as it was kept.</summary>
    public void Add(ReadOnlySpan<Guid> leads, IEnumerable<FactBlock> blocks, string name)
    {
        Leads.Add(leads);
        _blocks.AddRange(blocks);
        _pieces.Add(new() { Kept = (name, 0) });
    }

    /// <summary>A block of facts.</summary>
    public FactBlock BlockAt(int block) => _blocks[block];

    /// <summary>The book's version when a fact of the piece last changed.</summary>
    public long VersionOf(int piece) => _pieces[piece].Version;

    /// <summary>A piece was kept as it was in that version.</summary>
    public void Keep(int piece, string name, long version) => _pieces[piece].Kept = (name, version);

    /// <summary>The name under which a piece was last kept, or null.</summary>
    public string? NameOf(int piece) => _pieces[piece].Kept?.Name;

    /// <summary>Whether a piece was kept as it is.</summary>
    public bool IsKept(int piece) => _pieces[piece] is { Kept: { } kept } one && kept.Version == one.Version;

    private void Add(int place, ReadOnlySpan<byte> packed, Minute last)
    {
        if (place % BlockSize == 0)
            _blocks.Add(new([], Minute.None));
        if (place % PieceSize == 0)
            _pieces.Add(new());
        _blocks[^1] = _blocks[^1].With([.. _blocks[^1].Packed, .. packed], last);
        Version++;
    }

    /// <returns>Whether it is another fact than the one that was there.</returns>
    private bool Replace(int place, ReadOnlySpan<byte> packed, Minute last)
    {
        var block = _blocks[place / BlockSize].Packed;
        var left = new PackedReader(block);
        for (var before = place % BlockSize; before > 0; before--)
            FactBytes.Read(ref left, Shared);
        var from = block.Length - left.Length;
        var former = FactBytes.Read(ref left, Shared);
        var to = block.Length - left.Length;
        if (packed.SequenceEqual(block.AsSpan(from, to - from)))
            return false;
        Days.Changed(former, ++Version);
        _blocks[place / BlockSize] = _blocks[place / BlockSize].With([.. block.AsSpan(0, from), .. packed, .. block.AsSpan(to)], last);
        return true;
    }
}
