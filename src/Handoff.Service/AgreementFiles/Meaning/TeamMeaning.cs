using System.Collections.Immutable;
using Handoff.Calendars;
using Handoff.People;
using Handoff.Service.AgreementFiles.Forms;

namespace Handoff.Service.AgreementFiles.Meaning;

/// <summary>Checks the teams and makes them.</summary>
internal static class TeamMeaning
{
    /// <summary>Tells of names, calendars and teams that nobody can reach.</summary>
    public static void Check(IReadOnlyList<TeamForm> teams, IReadOnlyCollection<string> calendars, Place file, Findings findings)
    {
        Names.Unique(teams.Select(team => team.Name), "team", findings);
        foreach (var name in teams.Where(team => team.Calendar.Has).SelectMany(team => team.Calendar.Value))
            Names.Known(name, calendars, "calendar", findings);
        foreach (var team in teams.Where(team => team is { Strategy: { Has: true, Value: Strategy.Claim } }))
            CheckClaim(team, findings);
        CheckReach(teams, file, findings);
    }

    private static void CheckClaim(TeamForm team, Findings findings)
    {
        var reps = team.Reps.Has ? team.Reps.Value.Where(rep => rep.Has).Select(rep => rep.Value.PerDay) : [];
        foreach (var quota in reps.Prepend(team.PerDay).Where(quota => quota.Has))
            findings.Add(
                quota.At, $"in team '{Name(team)}' leads are claimed, not given: 'per_day' would do nothing; 'capacity' is a limit");
    }

    /// <summary>Tells of lists in <c>takes</c> that the agreement does not have; without a readable agreement nobody knows.</summary>
    public static void CheckLists(PeopleForm people, AgreementForm? agreement, Findings findings)
    {
        if (agreement is null || !people.Teams.Has)
            return;
        var lists = ListMeaning.NamesOf(agreement.Lists);
        foreach (var takes in people.Teams.Value.Where(team => team is { Has: true, Value.Takes.Has: true })
            .Select(team => team.Value.Takes.Value))
        {
            foreach (var name in takes.Lists)
                Names.Known(name, lists, "list", findings);
        }
    }

    /// <summary>The team's calendar: of a list, open when any of them is. Null where one is not usable.</summary>
    public static BusinessCalendar? CalendarOf(TeamForm team, ImmutableDictionary<string, BusinessCalendar> calendars)
    {
        if (!team.Calendar.Has)
            return null;
        var named = team.Calendar.Value.Select(name => name.Has ? calendars.GetValueOrDefault(name.Value) : null)
            .OfType<BusinessCalendar>().ToArray();
        if (named.Length == 0 || named.Length < team.Calendar.Value.Length)
            return null;
        return named.Length == 1 ? named[0] : BusinessCalendar.AnyOf(string.Join(", ", named.Select(calendar => calendar.Name)), named);
    }

    public static Team Build(TeamForm team, ImmutableDictionary<string, BusinessCalendar> calendars) => new()
    {
        Name = team.Name.Value,
        Says = SpokenForm.Build(team.Says),
        Calendar = CalendarOf(team, calendars) ?? throw new InvalidOperationException("A team was built without its calendar."),
        Takes = team.Takes.IsWritten ? team.Takes.Value.Condition : null,
        Strategy = team.Strategy.Value,
        Manager = team.Manager.Value,
        Deputy = team.Deputy.IsWritten ? team.Deputy.Value : null,
        Director = team.Director.IsWritten ? team.Director.Value : null,
        Reps = [.. team.Reps.Value.Select(rep => rep.Value.Build(team.PerDay.IsWritten ? team.PerDay.Value : null))],
    };

    private static void CheckReach(IReadOnlyList<TeamForm> teams, Place file, Findings findings)
    {
        TeamForm? rest = null;
        for (var place = 0; place < teams.Count; place++)
        {
            var team = teams[place];
            if (!team.Takes.IsWritten)
            {
                if (rest is not null)
                    findings.Add(
                        team.Name.At,
                        $"nobody can reach team '{Name(team)}': '{Name(rest)}' takes what no other team takes already; "
                        + "say what this one 'takes'");
                rest ??= team;
                continue;
            }

            var before = teams.Take(place).FirstOrDefault(earlier =>
                earlier.Takes.Has && team.Takes.Has && Implication.Implies(team.Takes.Value.Condition, earlier.Takes.Value.Condition));
            if (before is not null)
                findings.Add(
                    team.Takes.At, $"nobody can reach team '{Name(team)}': '{Name(before)}' before it takes all that this one takes");
        }

        if (rest is null && teams.Count > 0)
            findings.Add(file, "no team takes what no other team takes; leave 'takes' out of one of them");
    }

    private static string Name(TeamForm team) => team.Name.Has ? team.Name.Value : "?";
}
