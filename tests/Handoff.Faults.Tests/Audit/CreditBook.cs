using Handoff.Faults.Tests.World;
using Handoff.Leads;
using Handoff.People;
using Handoff.Routing;
using Handoff.Service.Storage;

namespace Handoff.Faults.Tests.Audit;

/// <summary>
/// Fairness as a book kept apart from the product's: what each offer took from whom and gave to whom is on its lead's account, is given
/// back once at the most, and in each team all of it adds up to nothing.
/// </summary>
internal sealed class CreditBook(SimulatedWorld world)
{
    private readonly Dictionary<string, (string Team, (PersonId Rep, int Credit)[] Entries)> _paid = new(StringComparer.Ordinal);

    // What was on the account of who declined or told what came of it, in case it is taken back.
    private readonly Dictionary<(string Lead, PersonId By),
        ((string Team, (PersonId Rep, int Credit)[] Entries) Paid, bool IsGivenBack)?> _before = [];
    private readonly Dictionary<string, int> _sums = new(StringComparer.Ordinal);

    public void Committed(IEnumerable<LeadEvent> written, Turn turn)
    {
        var due = new Dictionary<(string Team, PersonId Rep), int>();
        foreach (var happened in written)
            Post(turn.Stream.Id, happened, due);
        var entered = turn.Rota
            .SelectMany(change => change.Deltas.Select(delta => (Key: (change.Team, delta.Rep), delta.Credit)))
            .GroupBy(delta => delta.Key)
            .ToDictionary(rep => rep.Key, rep => rep.Sum(delta => delta.Credit));
        foreach (var key in due.Keys.Union(entered.Keys))
        {
            var (should, found) = (due.GetValueOrDefault(key), entered.GetValueOrDefault(key));
            if (should != found)
                world.Break($"Section 6: a turn's credit is paid once and given back once at the most, and {key.Rep} of {key.Team} "
                    + $"has {found} where {should} is due.");
            _sums[key.Team] = _sums.GetValueOrDefault(key.Team) + found;
        }

        foreach (var team in entered.Keys.Select(key => key.Team).Distinct(StringComparer.Ordinal))
        {
            if (_sums[team] != 0)
                world.Break($"Section 6: what one rep pays the others are credited, and in {team} {_sums[team]} is left over.");
        }
    }

    private void Post(string lead, LeadEvent happened, Dictionary<(string, PersonId), int> due)
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
            case ReplyUndone { Reply: not ReplyKind.Contact } e:
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

    private ((string, (PersonId, int)[]) Paid, bool IsGivenBack)? Kept(string lead, bool isGivenBack) =>
        _paid.TryGetValue(lead, out var paid) ? (paid, isGivenBack) : null;

    private void Pay(string lead, RoutingChoice? choice, IEnumerable<RotaDelta> deltas, Dictionary<(string, PersonId), int> due)
    {
        _paid.Remove(lead);
        if (choice is null)
        {
            foreach (var other in _before.Keys.Where(key => key.Lead == lead).ToList())
                _before.Remove(other);
            return;
        }

        _paid[lead] = (choice.Team, [.. deltas.Where(delta => delta.Credit != 0).Select(delta => (delta.Rep, delta.Credit))]);
        Enter(lead, 1, due);
    }

    private void Settle(string lead, bool isGivenBack, Dictionary<(string, PersonId), int> due)
    {
        if (isGivenBack && _paid.ContainsKey(lead))
            Enter(lead, -1, due);
        _paid.Remove(lead);
    }

    private void Enter(string lead, int sign, Dictionary<(string, PersonId), int> due)
    {
        foreach (var (rep, credit) in _paid[lead].Entries)
            due[(_paid[lead].Team, rep)] = due.GetValueOrDefault((_paid[lead].Team, rep)) + (sign * credit);
    }
}
