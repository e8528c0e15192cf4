using System.Collections.Frozen;
using System.Collections.Immutable;
using Handoff.Calendars;

namespace Handoff.People;

/// <summary>
/// Who sells, when they work and who answers for them, as the files and the recorded absences say it now. Always the current one: a person
/// who is not in it counts as absent (design section 4).
/// </summary>
public sealed record Staff
{
    /// <summary>The teams, in the order of the file, which is the order in which their <c>takes</c> are asked.</summary>
    public required ImmutableArray<Team> Teams { get; init; }

    // A decision looks for people a dozen times.
    private readonly FrozenDictionary<PersonId, Person> _found = FrozenDictionary<PersonId, Person>.Empty;
    private readonly FrozenDictionary<string, Person> _byAddress = FrozenDictionary<string, Person>.Empty;

    /// <summary>Every person of the files by id, reps included.</summary>
    public required ImmutableDictionary<PersonId, Person> People
    {
        get;
        init
        {
            field = value;
            _found = value.ToFrozenDictionary();
            _byAddress = value.Values.DistinctBy(person => person.Address, StringComparer.Ordinal)
                .ToFrozenDictionary(person => person.Address, StringComparer.Ordinal);
        }
    }

    /// <summary>
    /// Every calendar of the files by name. A calendar stays here when the last person has left it, because clocks may have run on it.
    /// </summary>
    public ImmutableDictionary<string, BusinessCalendar> Calendars { get; init; } = ImmutableDictionary<string, BusinessCalendar>.Empty;

    /// <summary>What people read in the place of a calendar's name, by that name; where there is nothing, the name.</summary>
    public ImmutableDictionary<string, ImmutableDictionary<Language, string>> CalendarSays { get; init; } =
        ImmutableDictionary<string, ImmutableDictionary<Language, string>>.Empty;

    /// <summary>The person, or null when no longer in the files.</summary>
    public Person? Find(PersonId id) => _found.GetValueOrDefault(id);

    /// <summary>The person with this address, however it was typed, or null.</summary>
    public Person? FindByAddress(string address) => _byAddress.GetValueOrDefault(Person.Normal(address));

    /// <summary>The team of that name, or null when no longer in the files.</summary>
    public Team? Team(string name)
    {
        foreach (var team in Teams)
        {
            if (string.Equals(team.Name, name, StringComparison.Ordinal))
                return team;
        }

        return null;
    }

    /// <summary>The team that counts this person among its reps, or null.</summary>
    public Team? TeamOf(PersonId rep)
    {
        foreach (var team in Teams)
        {
            if (team.Rep(rep) is not null)
                return team;
        }

        return null;
    }

    /// <summary>
    /// The calendar of that name: a team's, which may join several, one of the files, or a person's; null when there is none any more. A
    /// lead may have been with somebody of another team.
    /// </summary>
    public BusinessCalendar? Calendar(string name) =>
        Teams.FirstOrDefault(team => team.Calendar.Name == name)?.Calendar
            ?? Calendars.GetValueOrDefault(name)
            ?? People.Values.FirstOrDefault(person => person.Calendar.Name == name)?.Calendar;

    /// <summary>Everybody of the marketing side.</summary>
    public IEnumerable<Person> Marketing =>
        People.Values.Where(person => person.Role == Role.Marketing).OrderBy(person => person.Address, StringComparer.Ordinal);
}
