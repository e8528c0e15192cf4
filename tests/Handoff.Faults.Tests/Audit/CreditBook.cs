using Handoff.Faults.Tests.World;
using Handoff.Leads;
using Handoff.People;
using Handoff.Routing;
using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.Faults.Tests.Audit;

/// <summary>
/// Fairness as a book kept apart from the product's: what each offer took from whom and gave to whom, and counts for whose day, is on its
/// lead's account, is given back once at the most; in each team all credits add up to nothing, and no offer goes beyond the quota of a day.
/// </summary>
internal sealed class CreditBook(SimulatedWorld world)
{
    // An amount without a day is credits, one with a day counts for the quota of that day.
    private readonly Dictionary<string, (string Team, (PersonId Rep, LocalDate? Day, int Amount)[] Entries)> _paid =
        new(StringComparer.Ordinal);

    // What was on the account of who declined or told what came of it, in case it is taken back.
    private readonly Dictionary<(string Lead, PersonId By),
        ((string Team, (PersonId Rep, LocalDate? Day, int Amount)[] Entries) Paid, bool IsGivenBack)?> _before = [];
    private readonly Dictionary<string, int> _sums = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Team, PersonId Rep, LocalDate? Day), int> _days = [];

    public void Committed(IEnumerable<LeadEvent> written, Turn turn)
    {
        var due = new Dictionary<(string Team, PersonId Rep, LocalDate? Day), int>();
        foreach (var happened in written)
            Post(turn.Stream.Id, happened, due);
        var entered = turn.Rota
            .SelectMany(change => Entries(change.Deltas).Select(entry => (Key: (change.Team, entry.Rep, entry.Day), entry.Amount)))
            .GroupBy(entry => entry.Key)
            .ToDictionary(rep => rep.Key, rep => rep.Sum(entry => entry.Amount));
        foreach (var key in due.Keys.Union(entered.Keys))
        {
            var (should, found) = (due.GetValueOrDefault(key), entered.GetValueOrDefault(key));
            if (should != found)
                world.Break($"Section 6: a turn's credit is paid once and given back once at the most, and {key.Rep} of {key.Team} "
                    + $"has {found} {(key.Day is { } day ? $"on {day} " : "")}where {should} is due.");
            if (key.Day is null)
                _sums[key.Team] = _sums.GetValueOrDefault(key.Team) + found;
            else
                _days[key] = _days.GetValueOrDefault(key) + found;
        }

        foreach (var offered in written.OfType<Offered>())
            CheckQuota(offered);

        foreach (var team in entered.Keys.Select(key => key.Team).Distinct(StringComparer.Ordinal))
        {
            if (_sums.GetValueOrDefault(team) != 0)
                world.Break($"Section 6: what one rep pays the others are credited, and in {team} {_sums[team]} is left over.");
        }
    }

    private void CheckQuota(Offered offered)
    {
        // Who wrote under other files, or before a told absence was known, counted otherwise.
        if (offered.Choice is not { ByExistingOwner: false } choice || world.Now - world.LastTrouble < Auditor.Bound
            || world.Company.Folder.Staff.Team(choice.Team) is not { } team)
            return;
        foreach (var (rep, day, _) in Entries(choice.Deltas).Where(entry => entry.Day is not null))
        {
            if (team.Rep(rep)?.PerDay is { } most && _days[(choice.Team, rep, day)] > most)
                world.Break($"Section 6: the rota gives no more than the quota, and {rep} got {_days[(choice.Team, rep, day)]} of {most} "
                    + $"on {day}.");
        }
    }

    private void Post(string lead, LeadEvent happened, Dictionary<(string, PersonId, LocalDate?), int> due)
    {
        switch (happened)
        {
            case Offered e:
                Pay(lead, e.Choice, e.Choice?.Deltas ?? [], due);
                break;
            case OfferDeclined e:
                Remember(lead, e.By, e.CreditBack);
                Settle(lead, e.CreditBack, due);
                break;
            case OfferLapsed e:
                Settle(lead, e.CreditBack, due);
                break;
            case AcceptanceUndone e:
                Settle(lead, e.CreditBack, due);
                break;
            case LeadReturned { By: { } by } e:
                if (_paid.ContainsKey(lead))
                    Remember(lead, by, e.CreditBack);
                Settle(lead, e.CreditBack, due);
                break;
            case Assigned e:
                var before = Kept(lead, e.CreditBack);
                Settle(lead, e.CreditBack, due);
                Pay(lead, e.Choice, e.Choice?.Deltas.Where(delta => !delta.GotTurn || delta.Rep == e.To) ?? [], due);
                _before[(lead, e.From)] = before;
                break;
            case FeedbackGiven { By: { } by }:
                Remember(lead, by, isGivenBack: false);
                _paid.Remove(lead);
                break;
            case FeedbackGiven or LeadErased:
                _paid.Remove(lead);
                break;
            case ReplyUndone { Reply: not (ReplyKind.Contact or ReplyKind.Outcome) } e:
                Settle(lead, isGivenBack: true, due);
                if (_before.GetValueOrDefault((lead, e.By)) is var (paid, isGivenBack))
                {
                    _paid[lead] = paid;
                    if (isGivenBack)
                        Enter(lead, 1, due);
                }

                break;
            default:
                break;
        }
    }

    private void Remember(string lead, PersonId by, bool isGivenBack) =>
        _before[(lead, by)] = Kept(lead, isGivenBack);

    private ((string, (PersonId, LocalDate?, int)[]) Paid, bool IsGivenBack)? Kept(string lead, bool isGivenBack) =>
        _paid.TryGetValue(lead, out var paid) ? (paid, isGivenBack) : null;

    private void Pay(string lead, RoutingChoice? choice, IEnumerable<RotaDelta> deltas,
        Dictionary<(string, PersonId, LocalDate?), int> due)
    {
        _paid.Remove(lead);
        if (choice is null)
        {
            foreach (var other in _before.Keys.Where(key => key.Lead == lead).ToList())
                _before.Remove(other);
            return;
        }

        _paid[lead] = (choice.Team, [.. Entries(deltas)]);
        Enter(lead, 1, due);
    }

    private void Settle(string lead, bool isGivenBack, Dictionary<(string, PersonId, LocalDate?), int> due)
    {
        if (isGivenBack && _paid.ContainsKey(lead))
            Enter(lead, -1, due);
        _paid.Remove(lead);
    }

    private void Enter(string lead, int sign, Dictionary<(string, PersonId, LocalDate?), int> due)
    {
        foreach (var (rep, day, amount) in _paid[lead].Entries)
            due[(_paid[lead].Team, rep, day)] = due.GetValueOrDefault((_paid[lead].Team, rep, day)) + (sign * amount);
    }

    private static IEnumerable<(PersonId Rep, LocalDate? Day, int Amount)> Entries(IEnumerable<RotaDelta> deltas)
    {
        foreach (var delta in deltas)
        {
            if (delta.Credit != 0)
                yield return (delta.Rep, null, delta.Credit);
            if (delta.Today is { } today)
                yield return (delta.Rep, today.Day, today.Given);
        }
    }
}
