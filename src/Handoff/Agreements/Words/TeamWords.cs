using Handoff.People;
using static Handoff.Agreements.Words.AgreementChapter;

namespace Handoff.Agreements.Words;

/// <summary>The teams: which leads they take, how they share them, and who answers for them.</summary>
internal sealed class TeamWords(ReaderNames names) : Sentences(names.Language)
{
    private readonly ConditionWords _conditions = new(names);

    public IEnumerable<AgreementTerm> Of(Staff staff, Func<PersonId, string> nameOf)
    {
        foreach (var team in staff.Teams)
        {
            var (key, name) = ($"team/{team.Name}", names.Team(team.Name));
            yield return new(Teams, $"{key}/takes", Say($"Team {name} takes", $"Il team {name} prende"), Takes(team))
            {
                Meaning = team.Takes is { } when ? ConditionWords.Meaning(when) : "",
            };
            yield return new(
                Teams, $"{key}/strategy", Say($"Team {name} shares its leads", $"Il team {name} divide i lead"), Of(team.Strategy));
            yield return AgreementTerm.Set(
                Teams, $"{key}/reps", Say($"In team {name} sell", $"Nel team {name} vendono"),
                    List(team.Reps.Select(rep => nameOf(rep.Id))),
                team.Reps.Select(rep => nameOf(rep.Id)));
            foreach (var rep in team.Reps.Where(rep => rep.Weight != 1 || rep.Capacity is not null || rep.PerDay is not null))
                yield return new(
                    Teams, $"{key}/rep/{rep.Id.Value}",
                    Say($"In team {name} the share of {nameOf(rep.Id)}", $"Nel team {name} la quota di {nameOf(rep.Id)}"), Of(rep));
            yield return new(
                Teams, $"{key}/manager", Say($"For team {name} answers", $"Per il team {name} risponde"), nameOf(team.Manager));
            if (team.Deputy is { } deputy)
                yield return new(
                    Teams, $"{key}/deputy", Say($"In the manager's place in team {name}", $"Al posto del responsabile nel team {name}"),
                    nameOf(deputy));
            if (team.Director is { } director)
                yield return new(
                    Teams, $"{key}/director", Say($"The director of team {name}", $"Il direttore del team {name}"), nameOf(director));
        }
    }

    private string Takes(Team team) => team.Takes is { } when
        ? Say($"leads of which {_conditions.Of(when)}", $"i lead di cui {_conditions.Of(when)}")
        : Say("what no other team takes", "ciò che nessun altro team prende");

    private string Of(Rep rep) => Say($"weight {rep.Weight}", $"peso {rep.Weight}")
        + (rep.Capacity is { } most ? Say($", at most {most} leads at once", $", al massimo {most} lead insieme") : "")
        + (rep.PerDay is { } day ? Say($", at most {day} a day by rota", $", al massimo {day} al giorno a turno") : "");

    private string Of(Strategy strategy) => strategy switch
    {
        Strategy.WeightedRoundRobin => Say("in turn, by weight", "a turno, secondo il peso"),
        Strategy.LeastLoaded => Say("to whoever is least loaded", "a chi è meno carico"),
        Strategy.Claim => Say("to the first who accepts", "al primo che accetta"),
        _ => throw new ArgumentOutOfRangeException(nameof(strategy), strategy, "A team shares its leads somehow."),
    };
}
