using Handoff.People;
using Handoff.Service.Storage;
using NodaTime;
using NodaTime.Text;

namespace Handoff.Service.Company;

/// <summary>What people told of their absence, on top of <c>away</c> in the files.</summary>
internal static class ToldAbsences
{
    /// <summary>How the names begin under which it is kept that people are back.</summary>
    public const string BackNames = "back:";

    /// <summary>Under which name it is kept that a person is back.</summary>
    public static string BackName(PersonId person) => BackNames + person.Value;

    /// <summary>The person with the told absences; one that goes on when the person said "I am back" ends then.</summary>
    /// <param name="person">The person, with the absences of the files.</param>
    /// <param name="told">What was told.</param>
    /// <param name="read">What the person's own calendar tells.</param>
    /// <param name="back">When the person said so, or null.</param>
    public static Person Apply(Person person, IEnumerable<RecordedAbsence> told, IEnumerable<Absence> read, string? back)
    {
        // One that was taken back before it began ends where it begins.
        var all = person.Absences
            .Concat(told.Where(absence => absence.End != absence.Start).Select(absence => new Absence(absence.Start, absence.End)))
            .Concat(read)
            .OrderBy(absence => absence.Start);
        if (back is null)
            return person with { Absences = [.. all] };
        var at = InstantPattern.ExtendedIso.Parse(back).Value;
        return person with
        {
            Absences =
                [.. all.Select(absence => absence.Covers(at) ? absence with { End = at } : absence)
                .Where(absence => absence.End != absence.Start)],
        };
    }

    /// <summary>How "I am back" is kept.</summary>
    public static string BackValue(Instant at) => InstantPattern.ExtendedIso.Format(at);
}
