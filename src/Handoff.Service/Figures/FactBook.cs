using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Handoff.Figures;
using Handoff.Leads;
using Handoff.People;

namespace Handoff.Service.Figures;

/// <summary>
/// The facts of all leads in memory, in pieces of fixed size, so that growing copies nothing. A fact replaces the former one of its lead.
/// What many facts have in common is kept once. Not safe for use from several threads.
/// </summary>
internal sealed class FactBook
{
    private const int PieceSize = 4096;

    private readonly List<LeadFact[]> _facts = [];
    private readonly List<Guid[]> _ids = [];
    private readonly Dictionary<LeadTraits, LeadTraits> _traits = [];
    private readonly Dictionary<EndFact, EndFact> _ends = [];
    private readonly Dictionary<ChargedFact, ChargedFact> _charged = [];
    private readonly Dictionary<PersonId, PersonId> _people = [];

    // Ids that are no number as the host makes them.
    private readonly Dictionary<Guid, string> _others = [];

    // Open addressing: the place of a fact and 1, at the hash of its lead or after it; 0 is free.
    private int[] _places = new int[1024];

    /// <summary>How many leads there are.</summary>
    public int Count { get; private set; }

    /// <summary>Grows with each fact that is not what it was.</summary>
    public long Version { get; private set; }

    /// <summary>Adds the fact of a lead, or replaces it.</summary>
    public void Put(LeadId lead, in LeadFact fact)
    {
        if (Count >= _places.Length / 2)
            Grow();
        var id = Number(lead);
        var slot = Slot(id);
        if (_places[slot] == 0)
        {
            if (Count % PieceSize == 0)
            {
                _facts.Add(new LeadFact[PieceSize]);
                _ids.Add(new Guid[PieceSize]);
            }

            _ids[Count / PieceSize][Count % PieceSize] = id;
            _places[slot] = ++Count;
        }

        var place = _places[slot] - 1;
        ref var there = ref _facts[place / PieceSize][place % PieceSize];
        if (there == fact)
            return;
        Version++;
        there = fact with
        {
            Traits = Shared(_traits, fact.Traits),
            End = fact.End is { } end ? Shared(_ends, end) : null,
            Charged = fact.Charged is { } charged ? Shared(_charged, charged) : null,
            Holder = Shared(_people, fact.Holder),
        };
    }

    /// <summary>All facts, a piece at a time.</summary>
    public IEnumerable<ReadOnlyMemory<LeadFact>> Pieces =>
        _facts.Select((piece, at) => new ReadOnlyMemory<LeadFact>(piece, 0, Math.Min(PieceSize, Count - (at * PieceSize))));

    /// <summary>The lead of a fact.</summary>
    /// <param name="place">Its place: the piece's number times the piece's size, and the number within.</param>
    public LeadId LeadAt(int place)
    {
        var id = _ids[place / PieceSize][place % PieceSize];
        return new(_others.GetValueOrDefault(id) ?? id.ToString("N"));
    }

    /// <summary>The fact at a place.</summary>
    public ref readonly LeadFact At(int place) => ref _facts[place / PieceSize][place % PieceSize];

    private static T Shared<T>(Dictionary<T, T> known, T value)
        where T : notnull
    {
        ref var shared = ref CollectionsMarshal.GetValueRefOrAddDefault(known, value, out var isKnown);
        if (!isKnown)
            shared = value;
        return shared!;
    }

    private Guid Number(LeadId lead)
    {
        if (Guid.TryParseExact(lead.Value, "N", out var id) && id.ToString("N") == lead.Value)
            return id;
        id = new(SHA256.HashData(Encoding.UTF8.GetBytes(lead.Value)).AsSpan(0, 16));
        _others[id] = lead.Value;
        return id;
    }

    private int Slot(Guid id)
    {
        var slot = id.GetHashCode() & (_places.Length - 1);
        while (_places[slot] is > 0 and var place && _ids[(place - 1) / PieceSize][(place - 1) % PieceSize] != id)
            slot = (slot + 1) & (_places.Length - 1);
        return slot;
    }

    private void Grow()
    {
        _places = new int[_places.Length * 2];
        for (var place = 0; place < Count; place++)
            _places[Slot(_ids[place / PieceSize][place % PieceSize])] = place + 1;
    }
}
