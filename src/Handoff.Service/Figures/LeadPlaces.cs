using System.Security.Cryptography;
using System.Text;
using Handoff.Leads;

namespace Handoff.Service.Figures;

/// <summary>
/// The leads of a book, each with its place: how many there were when it came. 24 bytes a lead. Not safe for use from several threads.
/// </summary>
internal sealed class LeadPlaces
{
    private readonly List<Guid[]> _ids = [];

    // Ids that are no number as the host makes them.
    private readonly Dictionary<Guid, string> _others = [];

    // Open addressing: the place of a lead and 1, at the hash of its id or after it; 0 is free.
    private int[] _places = new int[1024];

    public int Count { get; private set; }

    /// <summary>The lead at a place.</summary>
    public LeadId this[int place] => new(_others.GetValueOrDefault(IdAt(place)) ?? IdAt(place).ToString("N"));

    /// <summary>The ids that are no number.</summary>
    public IEnumerable<string> Others => _others.Values;

    /// <summary>The leads of a piece as numbers.</summary>
    public ReadOnlySpan<Guid> Of(int piece) =>
        _ids[piece].AsSpan(0, Math.Min(FactBook.PieceSize, Count - (piece * FactBook.PieceSize)));

    /// <summary>The place of a lead, a new one if it has none.</summary>
    public int PlaceOf(LeadId lead) => PlaceOf(Number(lead));

    /// <summary>Adds leads that are not there yet, as <see cref="Of"/> told them.</summary>
    public void Add(ReadOnlySpan<Guid> ids)
    {
        foreach (var id in ids)
            PlaceOf(id);
    }

    /// <summary>Knows ids that are no number.</summary>
    public void Know(IEnumerable<string> others)
    {
        foreach (var lead in others)
            Number(new(lead));
    }

    /// <summary>Makes room for so many leads.</summary>
    public void Reserve(int leads)
    {
        var length = _places.Length;
        while (leads >= length / 2)
            length *= 2;
        if (length == _places.Length)
            return;
        _places = new int[length];
        for (var place = 0; place < Count; place++)
            _places[Slot(IdAt(place))] = place + 1;
    }

    private Guid Number(LeadId lead)
    {
        if (Guid.TryParseExact(lead.Value, "N", out var id) && id.ToString("N") == lead.Value)
            return id;
        id = new(SHA256.HashData(Encoding.UTF8.GetBytes(lead.Value)).AsSpan(0, 16));
        _others[id] = lead.Value;
        return id;
    }

    private int PlaceOf(Guid id)
    {
        Reserve(Count + 1);
        var slot = Slot(id);
        if (_places[slot] > 0)
            return _places[slot] - 1;
        if (Count % FactBook.PieceSize == 0)
            _ids.Add(new Guid[FactBook.PieceSize]);
        _ids[^1][Count % FactBook.PieceSize] = id;
        _places[slot] = ++Count;
        return Count - 1;
    }

    private Guid IdAt(int place) => _ids[place / FactBook.PieceSize][place % FactBook.PieceSize];

    private int Slot(Guid id)
    {
        var slot = id.GetHashCode() & (_places.Length - 1);
        while (_places[slot] is > 0 and var place && IdAt(place - 1) != id)
            slot = (slot + 1) & (_places.Length - 1);
        return slot;
    }
}
