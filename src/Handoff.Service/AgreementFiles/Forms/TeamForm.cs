using System.Collections.Immutable;
using Handoff.Calendars;
using Handoff.People;
using Handoff.Service.AgreementFiles.Shapes;

namespace Handoff.Service.AgreementFiles.Forms;

internal sealed record TeamForm(
    Field<string> Name,
    Field<ImmutableArray<Field<string>>> Calendar,
    Field<ConditionForm> Takes,
    Field<Strategy> Strategy,
    Field<PersonId> Manager,
    Field<PersonId> Deputy,
    Field<PersonId> Director,
    Field<int> PerDay,
    Field<ImmutableArray<Field<RepForm>>> Reps,
    Field<ImmutableArray<Entry<string>>> Says)
{
    public static readonly Shape<TeamForm> Shape = Record.Of(k => new TeamForm(
        k.Required("name", "The team's name.", Scalars.Text),
        k.Required("calendar", "The name of its calendar, or a list of names: open when any of them is.", Scalars.Text.OneOrList()),
        k.Optional(
            "takes", "Which leads it takes. One team, and only one, leaves it out: it takes what no other does.", ConditionShape.Instance),
        k.Required(
            "strategy", "How it shares its leads: weighted_round_robin, least_loaded, or claim (the first to accept has it).",
            Words.Strategy),
        k.Required("manager", "The address of who answers for the team.", Scalars.Address),
        k.Optional("deputy", "The address of who stands in while the manager is away or closed.", Scalars.Address),
        k.Optional("director", "The address of who is alerted when a promise stays broken.", Scalars.Address),
        k.Optional(
            "per_day", "How many leads the rota gives each of its reps on a day at most; a rep may say otherwise. No limit if not said.",
            RepForm.MostPerDay),
        k.Required("reps", "Who takes its leads.", RepForm.Shape.List(empty: "the team has no reps")),
        k.Optional("says", "What people read in its place, by language: en, it; the name if not said.", SpokenForm.Name)));

    /// <summary>The manager, the deputy and the director, as far as they are named.</summary>
    public IEnumerable<Field<PersonId>> AnswerFor => new[] { Manager, Deputy, Director }.Where(person => person.Has);
}

/// <summary>What both lists may say of a person; each key in one place only.</summary>
internal sealed record AboutForm(
    Field<PersonId> Email, Field<string> Name, Field<Language> Language, Field<string> Calendar,
    Field<ImmutableArray<Field<DateRange>>> Away, Field<Word> Busy, Field<bool> BusyPrivate)
{
    /// <summary>Takes the keys, with those of one list only between the name and the language.</summary>
    public static (AboutForm About, T Own) Of<T>(Keys k, Func<T> own)
    {
        var email = k.Required("email", "The address, which names the person.", Scalars.Address);
        var name = k.Optional("name", "The name that others read. Required once per person.", Scalars.Text);
        var more = own();
        return (new AboutForm(
            email,
            name,
            k.Optional("language", "The language of messages to this person; the agreement's if not said.", Words.Language),
            k.Optional("calendar", "The name of the person's own calendar; the team's if not said.", Scalars.Text),
            k.Optional(
                "away", "Dates, or ranges with both ends, of time off, in the zone of the person's calendar.",
                Times.Dates.OneOrList(empty: null)),
            k.Optional(
                "busy", "The address of the person's own calendar (.ics), from which absences are read; a reference such as "
                    + "${HANDOFF_BUSY_ANNA}, for whoever has the address can read it.", Scalars.Word),
            k.Optional("busy_private", "true: that address may be in the own network; false if not said.", Scalars.Flag)), more);
    }
}

internal sealed record RepForm(
    AboutForm About, Field<int> Weight, Field<int> Capacity, Field<int> PerDay, Field<ImmutableArray<Field<string>>> Languages)
{
    public static readonly Shape<int> MostPerDay = Scalars.Whole(1, 1000);

    public static readonly Shape<RepForm> Shape = Record.Of(k =>
    {
        var (about, own) = AboutForm.Of(k, () => (
            Weight: k.Optional("weight", "The share of the team's leads, relative to the others; 1 if not said.", Scalars.Whole(1, 1000)),
            Capacity: k.Optional("capacity", "How many leads the rep can hold at once; no limit if not said.", Scalars.Whole(1, 100_000)),
            PerDay: k.Optional(
                "per_day", "How many leads the rota gives the rep on a day of theirs at most; the team's, or no limit, if not said.",
                MostPerDay),
            Languages: k.Optional(
                "languages", "Languages that the rep speaks, such as [it, en]; any if not said.",
                new CodeShape(Codes.Languages).OneOrList(empty: null))));
        return new RepForm(about, own.Weight, own.Capacity, own.PerDay, own.Languages);
    });

    /// <param name="perDay">The quota of the team's reps, or null.</param>
    public Rep Build(int? perDay) => new()
    {
        Id = About.Email.Value,
        Weight = Weight.Or(1),
        Capacity = Capacity.IsWritten ? Capacity.Value : null,
        PerDay = PerDay.IsWritten ? PerDay.Value : perDay,
        Languages = [.. Languages.Or([]).Select(language => language.Value.ToLowerInvariant()).Distinct(StringComparer.Ordinal)],
    };
}

/// <summary>A person as written under <c>people</c>.</summary>
internal sealed record PersonForm(AboutForm About, Field<Role> Role)
{
    public static readonly Shape<PersonForm> Shape = Record.Of(k =>
    {
        var (about, role) = AboutForm.Of(
            k, () => k.Optional("role", "rep, manager, sales or marketing; required of everybody who is not a rep.", Words.Role));
        return new PersonForm(about, role);
    });
}
