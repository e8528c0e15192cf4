using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.Stores.Tests.Contract;

/// <summary>What every store promises of facts that belong to no stream.</summary>
public abstract class FactContract(IStoreFixture fixture) : StoreContract(fixture)
{
    private static readonly Instant Friday = Monday + Duration.FromDays(4);

    private async Task SaveAsync(string person, Instant start, Instant? end) =>
        await Store.Facts.SaveAbsenceAsync(new RecordedAbsence(person, start, end), default);

    [StoreFact]
    public async Task Absences_that_are_not_over_are_listed()
    {
        await SaveAsync("over", Monday, Friday);
        await SaveAsync("running", Monday, Friday + Duration.FromNanoseconds(1));
        await SaveAsync("unknown-end", Monday, null);
        await SaveAsync("to-come", Friday + Duration.FromDays(30), null);
        await SaveAsync("until-ever", Monday, Instant.FromUtc(9999, 12, 31, 0, 0));

        var listed = await Store.Facts.ListAbsencesAsync(Friday, default);

        Assert.Equal(["running", "to-come", "unknown-end", "until-ever"], listed.Select(a => a.Person).Order(StringComparer.Ordinal));
        Assert.Equal(Instant.FromUtc(9999, 12, 31, 0, 0), listed.Single(a => a.Person == "until-ever").End);
    }

    [StoreFact]
    public async Task The_same_start_replaces_the_end_and_another_start_is_another_absence()
    {
        await SaveAsync("ann", Monday, null);
        await SaveAsync("ann", Monday, Friday);
        await SaveAsync("ann", Friday, null);

        Assert.Equal(
            [new RecordedAbsence("ann", Monday, Friday), new RecordedAbsence("ann", Friday, null)],
            (await Store.Facts.ListAbsencesAsync(Monday, default)).OrderBy(a => a.Start));
    }

    [StoreFact]
    public async Task Absences_are_dropped_of_one_person_and_of_nobody_else()
    {
        await SaveAsync("ann", Monday, Friday);
        await SaveAsync("ann", Friday, null);
        await SaveAsync("anna", Monday, null);

        await Store.Facts.DropAbsencesAsync("ann", default);
        await Store.Facts.DropAbsencesAsync("ann", default);

        Assert.Equal([new RecordedAbsence("anna", Monday, null)], await Store.Facts.ListAbsencesAsync(Monday, default));
    }

    [StoreFact]
    public async Task A_version_of_the_agreement_stays_as_it_was_first_stored()
    {
        Assert.Null(await Store.Facts.FindTextAsync("2026-03", default));

        await Store.Facts.SaveTextAsync(new StoredText("2026-03", "first"), default);
        await Store.Facts.SaveTextAsync(new StoredText("2026-03", "changed"), default);

        Assert.Equal(new StoredText("2026-03", "first"), await Store.Facts.FindTextAsync("2026-03", default));
    }

    [StoreFact]
    public async Task What_is_dropped_is_there_no_more_and_can_be_stored_anew()
    {
        await Store.Facts.SaveTextAsync(new StoredText("ada", "a text of Ada Lovelace"), default);
        await Store.Facts.SaveValueAsync("ada", "a value of Ada Lovelace", default);
        await Store.Facts.SaveValueAsync("ada", "the next of Ada Lovelace", default);
        await Store.Facts.SaveValueAsync("adam", "stays", default);

        await Store.Facts.DropAsync("ada", default);
        await Store.Facts.DropAsync("ada", default);

        Assert.Null(await Store.Facts.FindTextAsync("ada", default));
        Assert.Null(await Store.Facts.FindValueAsync("ada", default));
        Assert.Empty(await WhereIsAsync("Lovelace"));
        Assert.Equal("stays", await Store.Facts.FindValueAsync("adam", default));
        await Store.Facts.SaveTextAsync(new StoredText("ada", "anew"), default);
        Assert.Equal(new StoredText("ada", "anew"), await Store.Facts.FindTextAsync("ada", default));
    }

    [StoreFact]
    public async Task Small_values_are_listed_by_the_beginning_of_their_names()
    {
        await Store.Facts.SaveValueAsync("back:ada", "monday", default);
        await Store.Facts.SaveValueAsync("back:bruno", "", default);
        await Store.Facts.SaveValueAsync("back", "not one of them", default);
        await Store.Facts.SaveValueAsync("bäck:", "nor this", default);

        var values = await Store.Facts.ListValuesAsync("back:", default);

        Assert.Equal(
            [("back:ada", "monday"), ("back:bruno", "")],
            values.OrderBy(value => value.Key, StringComparer.Ordinal).Select(value => (value.Key, value.Value)));
        Assert.Empty(await Store.Facts.ListValuesAsync("none:", default));
    }

    [StoreFact]
    public async Task A_small_value_is_the_last_that_was_set()
    {
        Assert.Null(await Store.Facts.FindValueAsync("heartbeat", default));

        await Store.Facts.SaveValueAsync("heartbeat", "1", default);
        await Store.Facts.SaveValueAsync("heartbeat", "", default);

        Assert.Equal("", await Store.Facts.FindValueAsync("heartbeat", default));
        await ReopenAsync();
        Assert.Equal("", await Store.Facts.FindValueAsync("heartbeat", default));
    }

    [StoreFact]
    public async Task Of_many_who_claim_a_name_one_has_it()
    {
        var claims =
            await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Store.Facts.ClaimAsync("link", Friday, Monday, default).AsTask()));

        Assert.Single(claims, won => won);
        Assert.False(await Store.Facts.ClaimAsync("link", Friday, Monday, default));
        Assert.True(await Store.Facts.ClaimAsync("another", Friday, Monday, default));
    }

    [StoreFact]
    public async Task A_claim_stays_as_long_as_it_must_and_may_be_forgotten_after()
    {
        await Store.Facts.ClaimAsync("link", Friday, Monday, default);

        Assert.False(await Store.Facts.ClaimAsync("link", Friday, Friday - Duration.FromSeconds(1), default));
        Assert.True(await Store.Facts.ClaimAsync("later", Friday + Duration.FromDays(1), Friday + Duration.FromSeconds(1), default));
    }
}
