using System.Collections.Immutable;
using NodaTime;

namespace Handoff.Service.People;

/// <summary>An absence as it is told: away until, or back. <c>Until</c> is <c>yyyy-MM-dd</c> (that day included), a local time or an instant, in the person's zone.</summary>
public sealed record AbsenceReport(string? Action, string? From, string? Until);

/// <summary>Somebody of the company.</summary>
public sealed record PersonView(string Id, string Email, string Name, string Role, string? Team, bool IsAway, Instant? AwayUntil);

/// <summary>What became of the report.</summary>
public abstract record AbsenceAnswer
{
    /// <summary>200: noted.</summary>
    public sealed record Noted(PersonView Person) : AbsenceAnswer;

    /// <summary>404: no such person.</summary>
    public sealed record UnknownPerson : AbsenceAnswer;

    /// <summary>422: a field is missing or wrong.</summary>
    public sealed record Invalid(string Field, string Message) : AbsenceAnswer;
}

/// <summary>Notes absences; in force from the next turn of each open lead.</summary>
public sealed class PeopleAbsence
{
    /// <summary>Notes that a person, named by the opaque id, is away or back.</summary>
    public Task<AbsenceAnswer> NoteAsync(string personId, AbsenceReport report, CancellationToken cancellation) => throw new NotSupportedException();

    /// <summary>Everybody, with the opaque ids.</summary>
    public Task<ImmutableArray<PersonView>> ListAsync(CancellationToken cancellation) => throw new NotSupportedException();
}
