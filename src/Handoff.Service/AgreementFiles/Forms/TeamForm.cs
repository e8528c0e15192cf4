using System.Collections.Immutable;
using Handoff.Calendars;
using Handoff.People;
using Handoff.Service.AgreementFiles.Shapes;

namespace Handoff.Service.AgreementFiles.Forms;

/// <summary>A team as written.</summary>
internal sealed record TeamForm
{
    private static readonly Key<string> NameKey = new("name", "The team's name.", Scalars.Text, IsRequired: true);
    private static readonly Key<ImmutableArray<Field<string>>> CalendarKey = new(
        "calendar", "The name of its calendar, or a list of names: open when any of them is.", new ListShape<string>(Scalars.Text, orSingle: true), IsRequired: true);
    private static readonly Key<ConditionForm> TakesKey = new("takes", "Which leads it takes. One team, and only one, leaves it out: it takes what no other does.", ConditionShape.Instance);
    private static readonly Key<Strategy> StrategyKey = new("strategy", "How it shares its leads: weighted_round_robin, least_loaded, or claim (the first to accept has it).", Words.Strategy, IsRequired: true);
    private static readonly Key<PersonId> ManagerKey = new("manager", "The address of who answers for the team.", Scalars.Address, IsRequired: true);
    private static readonly Key<PersonId> DeputyKey = new("deputy", "The address of who stands in while the manager is away or closed.", Scalars.Address);
    private static readonly Key<PersonId> DirectorKey = new("director", "The address of who is alerted when a promise stays broken.", Scalars.Address);
    private static readonly Key<ImmutableArray<Field<RepForm>>> RepsKey = new("reps", "Who takes its leads.", new ListShape<RepForm>(RepForm.Shape, empty: "the team has no reps"), IsRequired: true);

    public static readonly Shape<TeamForm> Shape = new RecordShape<TeamForm>(
        keys => new TeamForm
        {
            Name = keys.Get(NameKey),
            Calendar = keys.Get(CalendarKey),
            Takes = keys.Get(TakesKey),
            Strategy = keys.Get(StrategyKey),
            Manager = keys.Get(ManagerKey),
            Deputy = keys.Get(DeputyKey),
            Director = keys.Get(DirectorKey),
            Reps = keys.Get(RepsKey),
        },
        NameKey, CalendarKey, TakesKey, StrategyKey, ManagerKey, DeputyKey, DirectorKey, RepsKey);

    public required Field<string> Name { get; init; }

    public required Field<ImmutableArray<Field<string>>> Calendar { get; init; }

    public required Field<ConditionForm> Takes { get; init; }

    public required Field<Strategy> Strategy { get; init; }

    public required Field<PersonId> Manager { get; init; }

    public required Field<PersonId> Deputy { get; init; }

    public required Field<PersonId> Director { get; init; }

    public required Field<ImmutableArray<Field<RepForm>>> Reps { get; init; }

    /// <summary>The manager, the deputy and the director, as far as they are named.</summary>
    public IEnumerable<Field<PersonId>> AnswerFor => new[] { Manager, Deputy, Director }.Where(person => person.Has);
}

/// <summary>What both lists may say of a person; each key in one place only.</summary>
internal sealed record AboutForm(
    Field<PersonId> Email, Field<string> Name, Field<Language> Language, Field<string> Calendar, Field<ImmutableArray<Field<DateRange>>> Away)
{
    public static readonly Key<PersonId> EmailKey = new("email", "The address, which names the person.", Scalars.Address, IsRequired: true);
    public static readonly Key<string> NameKey = new("name", "The name that others read. Required once per person.", Scalars.Text);
    public static readonly Key<Language> LanguageKey = new("language", "The language of messages to this person, en or it; the agreement's if not said.", Words.Language);
    public static readonly Key<string> CalendarKey = new("calendar", "The name of the person's own calendar; the team's if not said.", Scalars.Text);
    public static readonly Key<ImmutableArray<Field<DateRange>>> AwayKey = new(
        "away", "Dates, or ranges with both ends, of time off, in the zone of the person's calendar.", new ListShape<DateRange>(Times.Dates, orSingle: true, empty: null));

    public static AboutForm Of(Record keys) => new(keys.Get(EmailKey), keys.Get(NameKey), keys.Get(LanguageKey), keys.Get(CalendarKey), keys.Get(AwayKey));
}

/// <summary>A rep as written.</summary>
internal sealed record RepForm(AboutForm About, Field<int> Weight, Field<int> Capacity, Field<ImmutableArray<Field<string>>> Languages)
{
    private static readonly Key<int> WeightKey = new("weight", "The share of the team's leads, relative to the others; 1 if not said.", Scalars.Whole(1, 1000));
    private static readonly Key<int> CapacityKey = new("capacity", "How many leads the rep can hold at once; no limit if not said.", Scalars.Whole(1, 100_000));
    private static readonly Key<ImmutableArray<Field<string>>> LanguagesKey = new(
        "languages", "Languages that the rep speaks, such as [it, en]; any if not said.", new ListShape<string>(new CodeShape(Codes.Languages), orSingle: true, empty: null));

    public static readonly Shape<RepForm> Shape = new RecordShape<RepForm>(
        keys => new RepForm(AboutForm.Of(keys), keys.Get(WeightKey), keys.Get(CapacityKey), keys.Get(LanguagesKey)),
        AboutForm.EmailKey, AboutForm.NameKey, WeightKey, CapacityKey, LanguagesKey, AboutForm.LanguageKey, AboutForm.CalendarKey, AboutForm.AwayKey);

    public Rep Build() => new()
    {
        Id = About.Email.Value,
        Weight = Weight.Or(1),
        Capacity = Capacity.IsWritten ? Capacity.Value : null,
        Languages = [.. Languages.Or([]).Select(language => language.Value.ToLowerInvariant()).Distinct(StringComparer.Ordinal)],
    };
}

/// <summary>A person as written under <c>people</c>.</summary>
internal sealed record PersonForm(AboutForm About, Field<Role> Role)
{
    private static readonly Key<Role> RoleKey = new("role", "rep, manager, sales or marketing; required of everybody who is not a rep.", Words.Role);

    public static readonly Shape<PersonForm> Shape = new RecordShape<PersonForm>(
        keys => new PersonForm(AboutForm.Of(keys), keys.Get(RoleKey)),
        AboutForm.EmailKey, AboutForm.NameKey, RoleKey, AboutForm.LanguageKey, AboutForm.CalendarKey, AboutForm.AwayKey);
}
