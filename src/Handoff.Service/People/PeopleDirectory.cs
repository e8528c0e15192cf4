using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using Handoff.People;
using Handoff.Service.Busy;
using Handoff.Service.Company;
using Handoff.Service.Intake;
using Handoff.Service.Serialization;
using Handoff.Service.Storage;

namespace Handoff.Service.People;

/// <summary>Makes the id of somebody who is not in the directory yet.</summary>
/// <param name="address">The address; the id must not tell it.</param>
public delegate PersonId PersonIdMaker(string address);

/// <summary>
/// The one place where address and name of the company's people stand (design section 4), by their ids. Who leaves the files stays in it
/// until somebody asks to forget them; then a number stands for them.
/// </summary>
/// <remarks>
/// Facts: the value <c>person:ID</c> holds address and name, the text <c>address:HASH</c> the id, so that of two processes that meet an
/// address for the first time both take the id of the first. Of who was forgotten stay the value <c>person:ID:former</c>, the number, and
/// the text <c>former:N</c>, the id that has it.
/// </remarks>
public sealed class PeopleDirectory(IFactStore facts, LookupKeys keys, PersonIdMaker? newId = null)
{
    private const string Persons = "person:";
    private const string FormerMark = ":former";

    private readonly PersonIdMaker _newId = newId ?? (static _ => NewId());

    /// <summary>An id that nobody has: 80 random bits.</summary>
    public static PersonId NewId() => new(RandomNumberGenerator.GetHexString(20, lowercase: true));

    public async Task<ImmutableDictionary<PersonId, Colleague>> ReadAsync(CancellationToken cancellation)
    {
        var found = ImmutableDictionary.CreateBuilder<PersonId, Colleague>();
        // The mark of who was forgotten follows the person's own entry, which a forgetting that was cut short left there.
        foreach (var (name, value) in (await facts.ListValuesAsync(Persons, cancellation)).OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            var id = name[Persons.Length..];
            if (id.EndsWith(FormerMark, StringComparison.Ordinal))
                found[new(id[..^FormerMark.Length])] = new("", "", int.Parse(value, CultureInfo.InvariantCulture));
            else
                found[new(id)] = LedgerJson.ReadColleague(value);
        }

        return found.ToImmutable();
    }

    /// <summary>Enters whoever is new, and changed names. Several processes may do so at once.</summary>
    /// <returns>The ids by those under which the people were given.</returns>
    public async Task<ImmutableDictionary<PersonId, PersonId>> EnterAsync(IEnumerable<Person> people, CancellationToken cancellation)
    {
        var known = await ReadAsync(cancellation);
        var ids = known.Where(one => one.Value.Former == 0).DistinctBy(one => one.Value.Address, StringComparer.Ordinal)
            .ToDictionary(one => one.Value.Address, one => one.Key, StringComparer.Ordinal);
        var entered = await Task.WhenAll(people.Select(async person =>
        {
            var id = ids.TryGetValue(person.Address, out var found) ? found : await ClaimAsync(person.Address, cancellation);
            var entry = new Colleague(person.Address, person.Name);
            if (known.GetValueOrDefault(id) != entry)
                await facts.SaveValueAsync(Persons + id, LedgerJson.Write(entry), cancellation);
            return KeyValuePair.Create(person.Id, id);
        }));
        return entered.ToImmutableDictionary();
    }

    /// <summary>
    /// Takes address and name out of the store, and when the person was away, told or read from their own calendar. Doing so twice is the
    /// same: one that was cut short is finished by the second.
    /// </summary>
    /// <returns>The number that stands for the person from now on.</returns>
    public async Task<int> ForgetAsync(PersonId id, CancellationToken cancellation)
    {
        var known = await ReadAsync(cancellation);
        var number = known[id].Former;
        if (number == 0)
        {
            number = await NumberAsync(id, known.Values.Max(one => one.Former), cancellation);
            var address = known[id].Address;
            await facts.DropAsync(await keys.ColleagueAsync(address, cancellation), cancellation);
            await facts.SaveValueAsync(
                Persons + id + FormerMark, number.ToString(CultureInfo.InvariantCulture), cancellation);
        }

        await facts.DropAbsencesAsync(id.Value, cancellation);
        await facts.DropAsync(ToldAbsences.BackName(id), cancellation);
        await facts.DropAsync(BusyState.NameOf(id), cancellation);
        await facts.DropAsync(Persons + id, cancellation);
        return number;
    }

    private async Task<PersonId> ClaimAsync(string address, CancellationToken cancellation)
    {
        var key = await keys.ColleagueAsync(address, cancellation);
        while (true)
        {
            if (await FirstAsync(key, _newId(address), cancellation) is { } claimed)
                return new(claimed);
        }
    }

    private async Task<int> NumberAsync(PersonId id, int last, CancellationToken cancellation)
    {
        for (var number = last + 1; ; number++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"former:{number}");
            if (await FirstAsync(name, id, cancellation) == id.Value)
                return number;
        }
    }

    /// <summary>The id that has a name: this one, or the one that was first; null: the name was dropped meanwhile.</summary>
    private async Task<string?> FirstAsync(string name, PersonId id, CancellationToken cancellation)
    {
        await facts.SaveTextAsync(new(name, id.Value), cancellation);
        return (await facts.FindTextAsync(name, cancellation))?.Content;
    }
}
