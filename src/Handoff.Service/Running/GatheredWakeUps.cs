using Handoff.Service.Storage;
using Handoff.Service.Turns;
using NodaTime;

namespace Handoff.Service.Running;

/// <summary>
/// Gathers what a piece of work tells about streams until it is over. What is told outside such a piece is left to the reconciler.
/// </summary>
public sealed class GatheredWakeUps : IWakeUps
{
    private readonly AsyncLocal<Scope?> _current = new();

    /// <inheritdoc/>
    public void Saved(SavedTurn turn) => _current.Value?.Add(turn);

    /// <inheritdoc/>
    public void Nudge(StreamId stream, Instant at) => _current.Value?.Add(stream, at);

    /// <summary>The piece of work that the caller is part of; null: it is part of none.</summary>
    public Scope? Current => _current.Value;

    /// <summary>Begins to gather what is told by the caller's work and whatever that calls.</summary>
    public Scope Begin() => _current.Value = new(this);

    /// <summary>What is known of a stream: from the wake-up before the first turn of the work to that after the last.</summary>
    public sealed record Change(StreamId Stream)
    {
        /// <summary>Whether a turn was saved, and not only a nudge told.</summary>
        public bool IsSaved { get; init; }

        /// <summary>Whether the work brought the stream into being.</summary>
        public bool IsNew { get; init; }

        /// <summary>The wake-up before the work, or null: none.</summary>
        public Instant? Before { get; init; }

        /// <summary>The wake-up after it, or null: none.</summary>
        public Instant? Next { get; init; }

        /// <summary>When somebody asked for the stream to be woken, or null: nobody did.</summary>
        public Instant? Nudged { get; init; }

        /// <summary>The lead as it was last saved; null: it has to be read.</summary>
        public OpenedLead? Lead { get; init; }
    }

    /// <summary>One piece of work.</summary>
    public sealed class Scope : IDisposable
    {
        private readonly GatheredWakeUps _of;
        private readonly Lock _lock = new();
        private readonly OrderedDictionary<StreamId, Change> _changes = [];
        private readonly HashSet<(StreamId, int)> _owed = [];

        internal Scope(GatheredWakeUps of) => _of = of;

        /// <summary>What was told so far, a change for each stream, in the order in which they were first told.</summary>
        public IReadOnlyCollection<Change> All
        {
            get
            {
                lock (_lock)
                    return [.. _changes.Values];
            }
        }

        /// <summary>Whether a lead owes that message because of this work.</summary>
        public bool MadeOwed(StreamId lead, int number)
        {
            lock (_lock)
                return _owed.Contains((lead, number));
        }

        internal void Add(SavedTurn turn)
        {
            Change(turn.Stream, known => known with
            {
                IsSaved = true,
                IsNew = known.IsNew || turn.IsNew,
                Before = known.IsSaved ? known.Before : turn.Before,
                Next = turn.Next,
                Lead = turn.Lead,
            });
            lock (_lock)
                _owed.UnionWith(turn.Owes.Select(number => (turn.Stream, number)));
        }

        internal void Add(StreamId stream, Instant at) =>
            Change(stream, known => known with { Nudged = known.Nudged is { } before ? Instant.Min(before, at) : at });

        private void Change(StreamId stream, Func<Change, Change> change)
        {
            lock (_lock)
                _changes[stream] = change(_changes.TryGetValue(stream, out var known) ? known : new(stream));
        }

        public void Dispose() => _of._current.Value = null;
    }
}
