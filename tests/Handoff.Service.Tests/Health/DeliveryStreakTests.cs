using Handoff.Service.Health;
using Handoff.Service.Storage;
using NodaTime;
using NodaTime.Testing;
using Xunit;

namespace Handoff.Service.Tests.Health;

/// <summary>Since when e-mails fail, as every process that shares the store sees it.</summary>
public sealed class DeliveryStreakTests
{
    private static readonly Instant Morning = Instant.FromUtc(2026, 11, 30, 9, 0);
    private readonly Facts _facts = new();
    private readonly FakeClock _clock = new(Morning);

    [Fact]
    public async Task It_counts_from_the_first_that_failed_until_one_goes()
    {
        var streak = new DeliveryStreak(_facts, _clock);
        await streak.FailedAsync();
        _clock.AdvanceMinutes(20);
        await streak.FailedAsync();
        Assert.Equal(Morning, await new DeliveryStreak(_facts, _clock).FailingSinceAsync(default));

        await streak.SentAsync();

        Assert.Null(await new DeliveryStreak(_facts, _clock).FailingSinceAsync(default));
    }

    [Fact]
    public async Task A_streak_that_nobody_has_lengthened_within_the_longest_pause_is_over()
    {
        var streak = new DeliveryStreak(_facts, _clock);
        await streak.FailedAsync();
        _clock.AdvanceMinutes(76);

        Assert.Null(await streak.FailingSinceAsync(default));

        await streak.FailedAsync();
        Assert.Equal(_clock.GetCurrentInstant(), await streak.FailingSinceAsync(default));
    }

    [Fact]
    public async Task While_mails_go_nothing_is_written()
    {
        var streak = new DeliveryStreak(_facts, _clock);
        for (var sent = 0; sent < 3; sent++)
            await streak.SentAsync();

        Assert.Equal((1, 0), (_facts.Reads, _facts.Writes));
    }

    [Fact]
    public async Task A_store_that_does_not_answer_does_not_undo_what_was_sent()
    {
        var streak = new DeliveryStreak(_facts, _clock);
        _facts.IsDown = true;

        await streak.FailedAsync();
        await streak.SentAsync();

        Assert.Equal(0, _facts.Writes);
    }

    private sealed class Facts : IFactStore
    {
        private readonly Dictionary<string, string> _values = [];

        public bool IsDown { get; set; }

        public int Reads { get; private set; }

        public int Writes { get; private set; }

        public ValueTask<string?> FindValueAsync(string name, CancellationToken cancellation)
        {
            if (IsDown)
                throw new StoreUnavailableException("Down.", new IOException());
            Reads++;
            return new(_values.GetValueOrDefault(name));
        }

        public ValueTask SaveValueAsync(string name, string value, CancellationToken cancellation)
        {
            Writes++;
            _values[name] = value;
            return default;
        }

        public ValueTask<IReadOnlyList<RecordedAbsence>> ListAbsencesAsync(Instant from, CancellationToken cancellation) =>
            throw new NotSupportedException();

        public ValueTask SaveAbsenceAsync(RecordedAbsence absence, CancellationToken cancellation) => throw new NotSupportedException();

        public ValueTask DropAbsencesAsync(string person, CancellationToken cancellation) => throw new NotSupportedException();

        public ValueTask<StoredText?> FindTextAsync(string name, CancellationToken cancellation) => throw new NotSupportedException();

        public ValueTask SaveTextAsync(StoredText text, CancellationToken cancellation) => throw new NotSupportedException();

        public ValueTask<IReadOnlyDictionary<string, string>> ListValuesAsync(string prefix, CancellationToken cancellation) =>
            throw new NotSupportedException();

        public ValueTask DropAsync(string name, CancellationToken cancellation) => throw new NotSupportedException();

        public ValueTask<bool> ClaimAsync(string name, Instant until, Instant now, CancellationToken cancellation) =>
            throw new NotSupportedException();
    }
}
