using System.Collections.Immutable;
using Handoff.Service.AgreementFiles.Shapes;

namespace Handoff.Service.AgreementFiles.Forms;

/// <summary><c>people.yaml</c> as written.</summary>
internal sealed record PeopleForm(
    Place At,
    Field<ImmutableArray<Entry<CalendarForm>>> Calendars,
    Field<ImmutableArray<Field<TeamForm>>> Teams,
    Field<ImmutableArray<Field<PersonForm>>> People)
{
    public const string File = "people.yaml";

    public static readonly Shape<PeopleForm> Shape = Record.Of(k => new PeopleForm(
        k.At,
        k.Required("calendars", "When people work, by the calendar's name.", CalendarForm.Shape.ByName("there are no calendars")),
        k.Required(
            "teams", "The sales teams, in the order in which they are asked whether they take a lead.",
            TeamForm.Shape.List(empty: "there are no teams")),
        k.Required(
            "people", "Everybody else who gets mail or signs in, and what reps does not say of a rep.",
            PersonForm.Shape.List(empty: null))));
}
