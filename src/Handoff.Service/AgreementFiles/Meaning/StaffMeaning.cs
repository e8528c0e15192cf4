using System.Collections.Immutable;
using Handoff.Calendars;
using Handoff.People;
using Handoff.Service.AgreementFiles.Forms;
using Handoff.Service.AgreementFiles.Shapes;
using NodaTime;

namespace Handoff.Service.AgreementFiles.Meaning;

/// <summary>
/// Checks the people of <c>people.yaml</c> and makes the staff; an address under <c>reps</c> and under <c>people</c> is one person.
/// </summary>
internal sealed class StaffMeaning
{
    private readonly IReadOnlyList<TeamForm> _teams;
    private readonly Dictionary<PersonId, Known> _known = [];
    private readonly PeopleForm _form;

    private StaffMeaning(PeopleForm form, IReadOnlyList<TeamForm> teams) => (_form, _teams) = (form, teams);

    /// <summary>Reads both lists and tells what does not go together.</summary>
    public static StaffMeaning Read(PeopleForm form, IReadOnlyCollection<string> calendars, Findings findings)
    {
        TeamForm[] teams = form.Teams.Has ? [.. form.Teams.Value.Where(team => team.Has).Select(team => team.Value)] : [];
        var staff = new StaffMeaning(form, teams);
        TeamMeaning.Check(teams, calendars, form.Teams.At, findings);
        staff.AddReps(findings);
        staff.AddPeople(form.People.Has ? [.. form.People.Value.Where(person => person.Has).Select(person => person.Value)] : [], findings);
        foreach (var about in staff._known.Values.SelectMany(known => new[] { known.Rep?.About, known.Person?.About }).OfType<AboutForm>())
        {
            Names.Known(about.Calendar, calendars, "calendar", findings);
            BusyMeaning.Check(about, findings);
        }

        foreach (var person in teams.SelectMany(team => team.AnswerFor))
            staff.MustKnow(person, findings);
        return staff;
    }

    /// <summary>Tells of an address that stands in neither list.</summary>
    public void MustKnow(Field<PersonId> person, Findings findings)
    {
        if (person.Has && !_known.ContainsKey(person.Value))
            findings.Add(
                person.At,
                $"'{person.Value}' is neither under 'people' nor under 'reps'"
                + Nearest.Hint(person.Value.Value, _known.Keys.Select(id => id.Value)));
    }

    /// <summary>Whether somebody stands in either list under the address.</summary>
    public bool Knows(PersonId person) => _known.ContainsKey(person);

    /// <summary>The addresses of the reps.</summary>
    public IEnumerable<PersonId> Reps => _known.Where(known => known.Value.Rep is not null).Select(known => known.Key);

    /// <summary>The usable calendars on which clocks run: those of the teams and of their reps.</summary>
    public IReadOnlyCollection<BusinessCalendar> Calendars(ImmutableDictionary<string, BusinessCalendar> calendars) =>
    [
        .. _teams.Select(team => TeamMeaning.CalendarOf(team, calendars))
            .Concat(_known.Where(known => known.Value.Rep is not null).Select(known => CalendarOf(known.Key, calendars)))
            .OfType<BusinessCalendar>()
            .DistinctBy(calendar => calendar.Name),
    ];

    /// <summary>The staff of a folder without mistakes.</summary>
    public Staff Build(ImmutableDictionary<string, BusinessCalendar> calendars, Language language) => new()
    {
        Teams = [.. _teams.Select(team => TeamMeaning.Build(team, calendars))],
        People = _known.ToImmutableDictionary(known => known.Key, known => Person(known.Key, known.Value, calendars, language)),
        Calendars = calendars,
        CalendarSays = CalendarMeaning.Says(_form.Calendars),
    };

    private void AddReps(Findings findings)
    {
        foreach (var team in _teams.Where(team => team.Reps.Has))
        {
            foreach (var rep in team.Reps.Value.Where(rep => rep is { Has: true, Value.About.Email.Has: true }).Select(rep => rep.Value))
            {
                var email = rep.About.Email;
                if (!_known.TryAdd(email.Value, new Known(rep, team, Person: null)))
                    findings.Add(
                        email.At,
                        FormattableString.Invariant(
                            $"'{email.Value}' is a rep already, on line {_known[email.Value].Rep!.About.Email.At.Line}"));
            }
        }
    }

    private void AddPeople(IReadOnlyList<PersonForm> people, Findings findings)
    {
        foreach (var person in people.Where(person => person.About.Email.Has))
        {
            var email = person.About.Email;
            var known = _known.GetValueOrDefault(email.Value);
            if (known?.Person is { } before)
            {
                findings.Add(
                    email.At,
                    FormattableString.Invariant($"'{email.Value}' is under 'people' already, on line {before.About.Email.At.Line}"));
                continue;
            }

            _known[email.Value] = (known ?? new Known(Rep: null, Team: null, Person: null)) with { Person = person };
            if (known is null && !person.Role.IsWritten)
                findings.Add(email.At, $"the 'role' of '{email.Value}' is missing");
            else if (known is null && person.Role is { Has: true, Value: Role.Rep })
                findings.Add(person.Role.At, $"'{email.Value}' has the role 'rep' but is no team's rep");
            if (known?.Rep is { } rep)
                TellBoth(rep.About, person.About, findings);
        }

        foreach (var (id, known) in _known)
        {
            if (known.Abouts.All(about => !about.Name.IsWritten))
                findings.Add(known.Abouts.First().Email.At, $"the 'name' of '{id}' is missing");
        }
    }

    private static void TellBoth(AboutForm rep, AboutForm person, Findings findings)
    {
        foreach (var (key, first, second, at) in new[]
        {
            ("name", rep.Name.IsWritten, person.Name.IsWritten, person.Name.At),
            ("language", rep.Language.IsWritten, person.Language.IsWritten, person.Language.At),
            ("calendar", rep.Calendar.IsWritten, person.Calendar.IsWritten, person.Calendar.At),
            ("away", rep.Away.IsWritten, person.Away.IsWritten, person.Away.At),
            ("busy", rep.Busy.IsWritten, person.Busy.IsWritten, person.Busy.At),
        })
        {
            if (first && second)
                findings.Add(
                    at, FormattableString.Invariant(
                        $"'{key}' of '{person.Email.Value}' is given under 'reps' too (line {rep.Email.At.Line}); keep one"));
        }
    }

    private Person Person(PersonId id, Known known, ImmutableDictionary<string, BusinessCalendar> calendars, Language language)
    {
        var calendar = CalendarOf(id, calendars) ?? throw new InvalidOperationException($"The calendar of {id} is not usable.");
        return new Person
        {
            Id = id,
            Address = id.Value,
            Name = known.Abouts.Select(about => about.Name).First(name => name.IsWritten).Value,
            Role = known.Person?.Role.Or(Role.Rep) ?? Role.Rep,
            Language = known.Abouts.Select(about => about.Language).FirstOrDefault(one => one.IsWritten) is { IsWritten: true } chosen
                ? chosen.Value : language,
            Calendar = calendar,
            Absences =
                [.. known.Abouts.SelectMany(about => about.Away.Or([])).Select(range => Away(range.Value, calendar.Zone))
                .OrderBy(absence => absence.Start)],
            Busy = known.Abouts.Select(BusyMeaning.Build).FirstOrDefault(one => one is not null),
        };
    }

    /// <summary>
    /// A person's own calendar, else that of the team in which the person is a rep, else of the first team for which the person answers;
    /// who has nothing to do with a team can always be written to. Null where it is not usable.
    /// </summary>
    private BusinessCalendar? CalendarOf(PersonId id, ImmutableDictionary<string, BusinessCalendar> calendars)
    {
        var known = _known[id];
        if (known.Abouts.Select(about => about.Calendar).FirstOrDefault(name => name.IsWritten) is { IsWritten: true } own)
            return own.Has ? calendars.GetValueOrDefault(own.Value) : null;
        var team = known.Team ?? _teams.FirstOrDefault(each => each.AnswerFor.Any(person => person.Value == id));
        return team is null ? BusinessCalendar.AlwaysOpen("always", DateTimeZone.Utc) : TeamMeaning.CalendarOf(team, calendars);
    }

    private static Absence Away(DateRange range, DateTimeZone zone) =>
        new(zone.AtStartOfDay(range.First).ToInstant(), zone.AtStartOfDay(range.Last.PlusDays(1)).ToInstant());

    private sealed record Known(RepForm? Rep, TeamForm? Team, PersonForm? Person)
    {
        public IEnumerable<AboutForm> Abouts => new[] { Rep?.About, Person?.About }.OfType<AboutForm>();
    }
}
