using System.Security.Cryptography;
using System.Text;
using Handoff.Figures;
using Handoff.Leads;
using Handoff.People;
using NodaTime;

namespace Handoff.Service.Figures;

/// <summary>
/// The facts of all leads in memory, in pieces of fixed size, so that growing copies nothing and a piece is kept alone. A fact replaces the
/// former one of its lead. What many facts have in common is kept once. Not safe for use from several threads.
/// </summary>
internal sealed class FactBook
{
    public const int PieceSize = 4096;

    private readonly List<Piece> _pieces = [];

    // Ids that are no number as the host makes them.
    private readonly Dictionary<Guid, string> _others = [];

    // Open addressing: the place of a fact and 1, at the hash of its lead or after it; 0 is free.
    private int[] _places = new int[1024];

    private sealed class Piece
    {
        public LeadFact[] Facts { get; } = new LeadFact[PieceSize];

        public Guid[] Ids { get; } = new Guid[PieceSize];

        /// <summary>The book's version when a fact of it last changed.</summary>
        public long Version { get; set; }

        /// <summary>The name under which it was kept, and its version then.</summary>
        public (string Name, long Version)? Kept { get; set; }
    }

    /// <summary>How many leads there are.</summary>
    public int Count { get; private set; }

    /// <summary>Grows with each fact that is not what it was.</summary>
    public long Version { get; private set; }

    /// <summary>Tells this book from another, without holding it.</summary>
    public object Identity { get; } = new();

    /// <summary>The facts as they are now.</summary>
    public FactMark Mark => new(Identity, Version);

    /// <summary>Whose calendars made the facts; null: there are none yet.</summary>
    public Staff? Staff { get; set; }

    /// <summary>When facts of each day last changed.</summary>
    public FactDays Days { get; } = new();

    public SharedValues<LeadTraits> Traits { get; } = new();

    public SharedValues<EndFact> Ends { get; } = new();

    public SharedValues<ChargedFact> Charged { get; } = new();

    public SharedValues<PersonId> People { get; } = new();

    /// <summary>Adds the fact of a lead, or replaces it.</summary>
    public void Put(LeadId lead, in LeadFact fact)
    {
        var place = PlaceOf(Number(lead));
        var piece = _pieces[place / PieceSize];
        ref var there = ref piece.Facts[place % PieceSize];
        if (there == fact)
            return;
        piece.Version = ++Version;
        Days.Changed(there, Version);
        Days.Changed(fact, Version);
        there = fact with
        {
            Traits = Traits.Of(fact.Traits),
            End = fact.End is { } end ? Ends.Of(end) : null,
            Charged = fact.Charged is { } charged ? Charged.Of(charged) : null,
            Holder = People.Of(fact.Holder),
        };
    }

    /// <summary>A book with what facts have in common and room for them, but without facts.</summary>
    public static FactBook With(CommonFacts common, int leads)
    {
        var book = new FactBook();
        book.Reserve(leads);
        foreach (var traits in common.Traits)
            book.Traits.Of(traits);
        foreach (var end in common.Ends)
            book.Ends.Of(end);
        foreach (var charged in common.Charged)
            book.Charged.Of(charged);
        foreach (var person in common.People)
            book.People.Of(person);
        foreach (var lead in common.Others)
            book.Number(new(lead));
        return book;
    }

    /// <summary>What facts have in common.</summary>
    public CommonFacts Common =>
        new([.. Traits.All], [.. Ends.All], [.. Charged.All], [.. People.All], [.. _others.Values]);

    /// <summary>Adds a fact as it was kept, of a lead that is not there yet; what it has in common with others is of this book.</summary>
    /// <param name="id">As <see cref="IdAt"/> told it.</param>
    /// <param name="fact">The fact.</param>
    public void Restore(Guid id, in LeadFact fact)
    {
        var place = PlaceOf(id);
        _pieces[place / PieceSize].Facts[place % PieceSize] = fact;
    }

    /// <summary>When the first of all leads was received.</summary>
    public Instant ReceivedFrom
    {
        get
        {
            var first = Minute.None;
            for (var place = 0; place < Count; place++)
            {
                var at = At(place).ReceivedAt;
                first = first.IsNone || at < first ? at : first;
            }

            return first.ToInstant() ?? Instant.MaxValue;
        }
    }

    /// <summary>How many pieces there are.</summary>
    public int PieceCount => _pieces.Count;

    /// <summary>The book's version when a fact of the piece last changed.</summary>
    public long VersionOf(int piece) => _pieces[piece].Version;

    /// <summary>A piece was kept as it was in that version.</summary>
    public void Keep(int piece, string name, long version) => _pieces[piece].Kept = (name, version);

    /// <summary>The name under which a piece was last kept, or null.</summary>
    public string? NameOf(int piece) => _pieces[piece].Kept?.Name;

    /// <summary>Whether a piece was kept as it is.</summary>
    public bool IsKept(int piece) => _pieces[piece] is { Kept: { } kept } one && kept.Version == one.Version;

    /// <summary>The facts of a piece.</summary>
    public ReadOnlySpan<LeadFact> FactsOf(int piece) => _pieces[piece].Facts.AsSpan(0, Math.Min(PieceSize, Count - (piece * PieceSize)));

    /// <summary>The lead of a fact.</summary>
    /// <param name="place">Its place: the piece's number times the piece's size, and the number within.</param>
    public LeadId LeadAt(int place) => new(_others.GetValueOrDefault(IdAt(place)) ?? IdAt(place).ToString("N"));

    /// <summary>The lead of a fact as a number.</summary>
    public Guid IdAt(int place) => _pieces[place / PieceSize].Ids[place % PieceSize];

    /// <summary>The fact at a place.</summary>
    public ref readonly LeadFact At(int place) => ref _pieces[place / PieceSize].Facts[place % PieceSize];

    private Guid Number(LeadId lead)
    {
        if (Guid.TryParseExact(lead.Value, "N", out var id) && id.ToString("N") == lead.Value)
            return id;
        id = new(SHA256.HashData(Encoding.UTF8.GetBytes(lead.Value)).AsSpan(0, 16));
        _others[id] = lead.Value;
        return id;
    }

    /// <summary>The place of a lead's fact, a new one if it has none.</summary>
    private int PlaceOf(Guid id)
    {
        Reserve(Count + 1);
        var slot = Slot(id);
        if (_places[slot] > 0)
            return _places[slot] - 1;
        if (Count % PieceSize == 0)
            _pieces.Add(new());
        _pieces[^1].Ids[Count % PieceSize] = id;
        _places[slot] = ++Count;
        return Count - 1;
    }

    private int Slot(Guid id)
    {
        var slot = id.GetHashCode() & (_places.Length - 1);
        while (_places[slot] is > 0 and var place && IdAt(place - 1) != id)
            slot = (slot + 1) & (_places.Length - 1);
        return slot;
    }

    private void Reserve(int leads)
    {
        while (leads >= _places.Length / 2)
            Grow();
    }

    private void Grow()
    {
        _places = new int[_places.Length * 2];
        for (var place = 0; place < Count; place++)
            _places[Slot(IdAt(place))] = place + 1;
    }
}
