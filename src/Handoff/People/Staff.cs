using System.Collections.Immutable;

namespace Handoff.People;

/// <summary>
/// Who sells, when they work and who answers for them, as the files and the recorded absences say it now. Always the current one: a person
/// who is not in it counts as absent (DESIGN section 4).
/// </summary>
public sealed record Staff
{
    /// <summary>The teams, in the order of the file, which is the order in which their <c>takes</c> are asked.</summary>
    public required ImmutableArray<Team> Teams { get; init; }

    /// <summary>Everybody, reps included.</summary>
    public required ImmutableDictionary<PersonId, Person> People { get; init; }

    /// <summary>The person, or null when no longer in the files.</summary>
    public Person? Find(PersonId id) => People.GetValueOrDefault(id);

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

    /// <summary>Everybody of the marketing side.</summary>
    public IEnumerable<Person> Marketing => People.Values.Where(person => person.Role == Role.Marketing).OrderBy(person => person.Id.Address, StringComparer.Ordinal);
}
