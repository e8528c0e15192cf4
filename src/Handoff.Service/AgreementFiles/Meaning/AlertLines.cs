using Handoff.Agreements;
using Handoff.People;
using Handoff.Service.AgreementFiles.Forms;
using NodaTime;

namespace Handoff.Service.AgreementFiles.Meaning;

/// <summary>Tells of ladders that could reach nobody: those in line for a team's alerts are all one person, or all away at once.</summary>
internal static class AlertLines
{
    public static void Note(PeopleForm people, Agreement agreement, Staff staff, Instant asOf, Findings findings)
    {
        foreach (var form in people.Teams.Value.Select(team => team.Value))
        {
            var team = staff.Team(form.Name.Value)!;
            PersonId?[] named = [team.Manager, team.Deputy, team.Director, agreement.SignedBySales];
            var line = named.Where(one => one is not null).Select(one => staff.Find(one!.Value)).OfType<Person>()
                .DistinctBy(person => person.Id).ToArray();
            if (line.Length == 1)
            {
                findings.Note(form.Manager.At,
                    $"while {line[0].Name} is away a ladder of team '{team.Name}' reaches nobody: name a 'deputy' or a 'director'");
            }
            else if (NobodyThere(line, asOf) is { } from)
            {
                findings.Note(form.Manager.At,
                    $"from {from.InZone(agreement.TimeZone).Date:uuuu-MM-dd} a ladder of team '{team.Name}' reaches nobody: "
                    + $"{string.Join(", ", line.Select(person => person.Name))} are all away");
            }
        }
    }

    /// <summary>When all of them are first away at once; null: at no time that the files know of.</summary>
    private static Instant? NobodyThere(Person[] line, Instant asOf) => line
        .SelectMany(person => person.Absences)
        .Select(absence => Instant.Max(absence.Start, asOf))
        .Order()
        .Cast<Instant?>()
        .FirstOrDefault(at => line.All(person => person.AbsenceAt(at!.Value) is not null));
}
