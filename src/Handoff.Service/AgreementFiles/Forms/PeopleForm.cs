using System.Collections.Immutable;
using Handoff.Service.AgreementFiles.Shapes;

namespace Handoff.Service.AgreementFiles.Forms;

/// <summary><c>people.yaml</c> as written.</summary>
internal sealed record PeopleForm(
    Place At, Field<ImmutableArray<Entry<CalendarForm>>> Calendars, Field<ImmutableArray<Field<TeamForm>>> Teams, Field<ImmutableArray<Field<PersonForm>>> People)
{
    public const string File = "people.yaml";

    private static readonly Key<ImmutableArray<Entry<CalendarForm>>> CalendarsKey = new(
        "calendars", "When people work, by the calendar's name.", new MapShape<CalendarForm>(CalendarForm.Shape, "there are no calendars"), IsRequired: true);
    private static readonly Key<ImmutableArray<Field<TeamForm>>> TeamsKey = new(
        "teams", "The sales teams, in the order in which they are asked whether they take a lead.", new ListShape<TeamForm>(TeamForm.Shape, empty: "there are no teams"), IsRequired: true);
    private static readonly Key<ImmutableArray<Field<PersonForm>>> PeopleKey = new(
        "people", "Everybody else who gets mail or signs in, and what reps does not say of a rep.", new ListShape<PersonForm>(PersonForm.Shape, empty: null), IsRequired: true);

    public static readonly Shape<PeopleForm> Shape = new RecordShape<PeopleForm>(
        keys => new PeopleForm(keys.At, keys.Get(CalendarsKey), keys.Get(TeamsKey), keys.Get(PeopleKey)), CalendarsKey, TeamsKey, PeopleKey);
}
