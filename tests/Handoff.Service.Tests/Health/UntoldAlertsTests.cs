using Handoff.Leads;
using Handoff.Rows;
using Handoff.Service.Health;
using Handoff.Service.Rows;
using Handoff.Service.Storage;
using Handoff.Service.Tests.Board;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using NodaTime.Testing;
using NSubstitute;
using Xunit;

namespace Handoff.Service.Tests.Health;

/// <summary>How often somebody could not be told, as probes ask for it.</summary>
public sealed class UntoldAlertsTests
{
    private static readonly Instant Morning = Instant.FromUtc(2026, 11, 30, 9, 0);

    private readonly IStreamStore _store = Substitute.For<IStreamStore>();
    private readonly List<RowQuery> _asked = [];
    private readonly FakeClock _clock = new(Morning);
    private readonly FakeTimeProvider _time = new();
    private readonly UntoldAlerts _untold;
    private LeadRow[] _rows = [];
    private Task _storeAnswers = Task.CompletedTask;

    public UntoldAlertsTests()
    {
        _untold = new(new LeadRowReading(_store), _clock, _time);
        _store.ReadRowsAsync(Arg.Do<RowQuery>(_asked.Add), Arg.Any<CancellationToken>()).Returns(_ => ReadAsync());
    }

    [Fact]
    public async Task It_sums_up_what_leads_have_and_says_when_it_happened_last()
    {
        _rows = [Untold("a", 1, Morning), Untold("b", 2, Morning + Duration.FromMinutes(5)), GivenRow.Of("c")];

        Assert.Equal(new UntoldCount(3, Morning + Duration.FromMinutes(5)), await _untold.ReadAsync(default));
    }

    [Fact]
    public async Task After_the_first_count_only_what_has_changed_is_read_once_a_minute()
    {
        _rows = [Untold("a", 1, Morning), Untold("b", 1, Morning)];
        await _untold.ReadAsync(default);
        _clock.AdvanceSeconds(59);
        await _untold.ReadAsync(default);
        Assert.Equal(LeadShelves.Unended, Assert.Single(_asked).Shelves);

        _clock.AdvanceSeconds(1);
        _rows = [Untold("c", 1, _clock.GetCurrentInstant()), Untold("a", 1, Morning) with { Shelf = LeadShelf.Ended }];

        Assert.Equal(new UntoldCount(2, _clock.GetCurrentInstant()), await _untold.ReadAsync(default));
        Assert.Equal([null, Morning - Duration.FromMinutes(2)], _asked.Select(one => one.ChangedFrom));
        Assert.Equal(LeadShelves.All, _asked[1].Shelves);
    }

    [Fact]
    public async Task A_probe_does_not_wait_for_a_count_that_takes_its_time()
    {
        var answers = new TaskCompletionSource();
        (_rows, _storeAnswers) = ([Untold("a", 1, Morning)], answers.Task);
        Assert.Equal(0, (await AskedForASecondAsync()).Count);

        answers.SetResult();
        Assert.Equal(1, (await _untold.ReadAsync(default)).Count);

        // The next count takes its time, too: the one before is told.
        (_storeAnswers, _rows) = (new TaskCompletionSource().Task, []);
        _clock.AdvanceMinutes(1);
        Assert.Equal(1, (await AskedForASecondAsync()).Count);
    }

    [Fact]
    public async Task A_store_that_did_not_answer_is_asked_again()
    {
        _storeAnswers = Task.FromException(new StoreUnavailableException("It is closed."));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => _untold.ReadAsync(default).AsTask());

        (_rows, _storeAnswers) = ([Untold("a", 1, Morning)], Task.CompletedTask);

        Assert.Equal(1, (await _untold.ReadAsync(default)).Count);
    }

    private async Task<UntoldCount> AskedForASecondAsync()
    {
        var asked = _untold.ReadAsync(default).AsTask();
        _time.Advance(TimeSpan.FromSeconds(1));
        return await asked;
    }

    private async IAsyncEnumerable<StoredRow> ReadAsync()
    {
        await _storeAnswers;
        foreach (var row in _rows)
            yield return GivenRow.Stored(row);
    }

    private static LeadRow Untold(string id, int count, Instant at) =>
        GivenRow.Of(id) with { Untold = count, Milestones = Milestones.None with { UntoldAt = at } };
}
