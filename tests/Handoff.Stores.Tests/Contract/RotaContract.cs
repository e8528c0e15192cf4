using System.Collections.Immutable;
using Handoff.People;
using Handoff.Routing;
using Handoff.Service.Storage;

namespace Handoff.Stores.Tests.Contract;

/// <summary>What every store promises of rotas (design sections 4 and 6).</summary>
public abstract class RotaContract(IStoreFixture fixture) : StoreContract(fixture)
{
    private static readonly PersonId Ann = new("ann@example.com");
    private static readonly PersonId Bob = new("bob@example.com");

    private async Task<RotaSnapshot> ReadAsync(string team = "sales") => await Store.Rotas.ReadRotaAsync(team, default);

    [StoreFact]
    public async Task A_team_that_gave_nothing_out_has_an_empty_rota_of_version_0()
    {
        var (rota, version) = await ReadAsync();

        Assert.Equal(("sales", 0, 0), (rota.Team, rota.Turns, version));
        Assert.Empty(rota.Entries);
    }

    [StoreFact]
    public async Task A_turn_changes_the_rota_and_its_version_grows()
    {
        await GivenAsync(Given.Turn("a") with { Rota = [Given.Gives("sales", Ann.Value)], RotaGuard = new RotaGuard("sales", 0) });
        var first = await ReadAsync();
        await GivenAsync(
            Given.Turn("b") with { Rota = [Given.Gives("sales", Bob.Value)], RotaGuard = new RotaGuard("sales", first.Version) });
        var second = await ReadAsync();

        Assert.True(first.Version > 0 && second.Version > first.Version);
        Assert.Equal(2, second.Rota.Turns);
        Assert.Equal(new RotaEntry(1, -1, 1), second.Rota.Of(Ann));
        Assert.Equal(new RotaEntry(1, -1, 2), second.Rota.Of(Bob));
    }

    [StoreFact]
    public async Task What_a_day_has_given_is_kept_and_given_back()
    {
        await GivenAsync(
            Given.Turn("a") with { Rota = [Counts(day: 30, 1), Counts(day: 30, 1)] },
            Given.Turn("b") with { Rota = [Counts(day: 30, -1), Counts(day: 29, 1)] });

        Assert.Equal(new DayTally(new(2026, 11, 30), 1), (await ReadAsync()).Rota.Of(Ann).Today);

        static RotaChange Counts(int day, int given) =>
            new("sales", [new RotaDelta(Ann, 0, 0, GotTurn: false) { Today = new(new(2026, 11, day), given) }], TakesTurn: false);
    }

    [StoreFact]
    public async Task A_choice_made_on_an_old_rota_conflicts_and_changes_nothing()
    {
        var read = await ReadAsync();
        await GivenAsync(Given.Turn("a") with { Rota = [Given.Gives("sales", Ann.Value)] });

        var result = await CommitAsync(Given.Turn("b") with
        {
            Rota = [Given.Gives("sales", Bob.Value)],
            RotaGuard = new RotaGuard("sales", read.Version),
        });

        Assert.NotEqual(CommitResult.Committed, result);
        Assert.Null(await Store.Streams.FindAsync(Given.Lead("b"), default));
        Assert.Equal(RotaEntry.None, (await ReadAsync()).Rota.Of(Bob));
    }

    [StoreFact]
    public async Task What_a_conflicting_turn_reserved_is_given_back()
    {
        await GivenAsync(Given.Turn("a") with { Rota = [Given.Gives("sales", Ann.Value)] });
        var before = await ReadAsync();

        var result = await CommitAsync(Given.Turn("a", 7) with
        {
            Rota = [Given.Gives("sales", Ann.Value), Given.Gives("support", Bob.Value)],
            RotaGuard = new RotaGuard("sales", before.Version),
        });

        Assert.NotEqual(CommitResult.Committed, result);
        var after = await ReadAsync();
        Assert.Equal(before.Rota.Turns, after.Rota.Turns);
        Assert.Equal(before.Rota.Of(Ann), after.Rota.Of(Ann));
        Assert.Equal(RotaEntry.None, (await ReadAsync("support")).Rota.Of(Bob));
    }

    [StoreFact]
    public async Task Changes_without_a_guard_apply_whatever_the_version()
    {
        await GivenAsync(
            Given.Turn("a") with { Rota = [Given.Gives("sales", Ann.Value), Given.Gives("support", Bob.Value)] },
            Given.Turn("a", 1) with { Rota = [Given.Frees("sales", Ann.Value)], RotaGuard = new RotaGuard("other", 0) });

        Assert.Equal(new RotaEntry(0, -1, 1), (await ReadAsync()).Rota.Of(Ann));
        Assert.Equal(new RotaEntry(1, -1, 1), (await ReadAsync("support")).Rota.Of(Bob));
    }

    [StoreFact]
    public async Task Leads_given_out_in_a_race_are_all_counted_and_none_is_decided_on_an_old_rota()
    {
        await Task.WhenAll(Enumerable.Range(0, 64).Select(n => Task.Run(async () =>
        {
            RotaSnapshot read;
            do
                read = await ReadAsync();
            while (await CommitAsync(Given.Turn($"lead-{n}") with
            {
                Rota = [Given.Gives("sales", (read.Rota.Of(Ann).Load <= read.Rota.Of(Bob).Load ? Ann : Bob).Value)],
                RotaGuard = new RotaGuard("sales", read.Version),
            }) != CommitResult.Committed);
        })));

        await ReopenAsync();
        var rota = (await ReadAsync()).Rota;
        Assert.Equal(64, rota.Turns);
        Assert.Equal((32, 32), (rota.Of(Ann).Load, rota.Of(Bob).Load));
    }

    [StoreFact]
    public async Task Rebuilt_rotas_take_the_place_of_all_there_were()
    {
        await GivenAsync(Given.Turn("a") with { Rota = [Given.Gives("sales", Ann.Value), Given.Gives("support", Bob.Value)] });
        var before = await ReadAsync();
        var rebuilt =
            new Rota
            {
                Team = "sales",
                Turns = 9,
                Entries = ImmutableDictionary<PersonId, RotaEntry>.Empty
                    .Add(Bob, new RotaEntry(2, 3, 9) { Today = new(new(2026, 11, 30), 4) }),
            };

        await Store.Rotas.ReplaceRotasAsync([rebuilt], default);

        await AssertRebuiltAsync();
        Assert.True((await ReadAsync()).Version > before.Version);
        await ReopenAsync();
        await AssertRebuiltAsync();

        async Task AssertRebuiltAsync()
        {
            var rota = (await ReadAsync()).Rota;
            Assert.Equal((9, rebuilt.Of(Bob), RotaEntry.None), (rota.Turns, rota.Of(Bob), rota.Of(Ann)));
            Assert.Empty((await ReadAsync("support")).Rota.Entries);
        }
    }
}
