using Handoff.Faults.Tests.Hosts;
using Handoff.Faults.Tests.Outside;
using Handoff.Faults.Tests.World;
using Handoff.Leads;
using Handoff.People;
using Handoff.Service.Delivery;
using Handoff.Service.Intake;
using Handoff.Service.Links;
using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.Faults.Tests.Audit;

/// <summary>Looks at every commit, every mail and every answer, and says which promise is broken (design section 3).</summary>
internal sealed class Auditor(SimulatedWorld world)
{
    /// <summary>How late anything may be when nothing has failed for as long: the reconciler's period, a rest and a redelivery.</summary>
    public static readonly Duration Bound = Duration.FromMinutes(12);

    private readonly Dictionary<string, LeadAudit> _leads = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AlertAudit> _alerts = new(StringComparer.Ordinal);
    private readonly List<string> _ids = [];
    private readonly Dictionary<int, LeadId> _acknowledged = [];

    // The last lead of each delivery, by the key under which the product remembers it.
    private readonly Dictionary<string, string> _deliveries = new(StringComparer.Ordinal);
    private readonly List<(PersonId Who, Instant ToldAt, Instant? Until)> _away = [];

    private readonly HashSet<PersonId> _everAway = [];

    // Those whose "I am back" is under way: what it wakes may be offered to them before they have their answer.
    private readonly List<PersonId> _returning = [];

    /// <summary>The ids of all leads, in the order in which they came into being.</summary>
    public IReadOnlyList<string> Leads => _ids;

    public IEnumerable<LeadAudit> All => _ids.Select(id => _leads[id]);

    /// <summary>How many deliveries have been answered with 2xx.</summary>
    public int AcknowledgedDeliveries => _acknowledged.Count;

    /// <summary>How many leads are of deliveries that were posted again after their lead was erased.</summary>
    public int ReceivedAnew { get; private set; }

    /// <summary>What the events add up to for each team.</summary>
    public RotaAudit Rotas { get; } = new(world);

    /// <summary>What each offer took from whom, kept apart from the product's rotas.</summary>
    public CreditBook Credits { get; } = new(world);

    /// <summary>Who has yet to be told of what was written.</summary>
    public TellingRules Telling { get; } = new(world);

    public ReportAudit Report { get; } = new(world);

    /// <summary>What is told of periods that are over, counted once more.</summary>
    public FigureAudit Figures { get; } = new(world);

    public MeetingAudit Meeting { get; } = new(world);

    public PaceAudit Pace { get; } = new(world);

    public AskAudit Asks { get; } = new(world);

    public ProposalAudit Proposals { get; } = new(world);

    /// <summary>The alerts that were delivered into somebody's stream.</summary>
    public HashSet<(LeadId, int)> Raised { get; } = [];

    public LeadAudit? Find(LeadId id) => _leads.GetValueOrDefault(id.Value);

    public void Committed(Turn turn)
    {
        world.Count(
            (ulong)world.Store.OrderOf(turn.Stream) ^ ((ulong)turn.ExpectedVersion << 20) ^ ((ulong)world.Now.ToUnixTimeTicks() << 1));
        if (world.Says)
            world.Say($"{world.NameOf(turn.Stream)}: {string.Join(", ", turn.Events.Select(one => one.Type))}; next {turn.NextWakeUp}");
        Privacy.Check(world, turn);
        if (turn.Stream.Kind is StreamKind.Report)
        {
            Report.Committed(turn);
            return;
        }

        if (turn.Stream.Kind is StreamKind.Warnings)
        {
            Pace.Committed(turn);
            return;
        }

        if (turn.Stream.Kind is StreamKind.Proposal)
        {
            Proposals.Committed(turn);
            return;
        }

        if (turn.Stream.Kind is StreamKind.Meeting)
        {
            Meeting.Committed(turn);
            return;
        }

        if (turn.Stream.Kind == StreamKind.Alerts)
        {
            if (!_alerts.TryGetValue(turn.Stream.Id, out var box))
                box = _alerts[turn.Stream.Id] = new(world);
            box.Committed(turn);
            return;
        }

        if (!_leads.TryGetValue(turn.Stream.Id, out var lead))
        {
            lead = _leads[turn.Stream.Id] = new(world);
            _ids.Add(turn.Stream.Id);
        }

        foreach (var lookup in turn.Lookups.Where(lookup => lookup.Key.StartsWith("delivery:", StringComparison.Ordinal)))
            Stored(lookup);
        lead.Committed(turn);
        foreach (var box in _alerts.Values)
            box.Changed(lead.State.Id);
    }

    private void Stored(LookupWrite delivery)
    {
        if (_deliveries.TryGetValue(delivery.Key, out var first))
        {
            if (_leads[first].State.Status == LeadStatus.Erased)
                ReceivedAnew++;
            else
                world.Break(
                    $"Promise 1: a delivery is one lead, and {world.NameOf(
                    new(StreamKind.Lead, delivery.LeadId))} is the second of {world.NameOf(new(StreamKind.Lead, first))}.");
        }

        _deliveries[delivery.Key] = delivery.LeadId;
    }

    /// <summary>
    /// A mail is handed over to whoever carries it: it is about the lead whose thread it is in, and those to which it has links.
    /// </summary>
    public void HandedOver(OutgoingMail mail)
    {
        foreach (var (id, lead) in _leads)
        {
            if (mail.ThreadId == id || mail.Text.Contains(id, StringComparison.Ordinal))
                lead.HandedOver();
        }
    }

    /// <summary>
    /// A request was answered with 2xx: it is stored, once, and the same delivery is always answered the same, unless its lead was erased
    /// meanwhile: then nothing is left by which it could be known again.
    /// </summary>
    public void Acknowledged(int delivery, IntakeAnswer.Stored answer)
    {
        if (!_leads.ContainsKey(answer.Id.Value))
            world.Break($"Promise 1: a lead acknowledged with 2xx is stored, and delivery {delivery} is not.");
        if (!_acknowledged.TryAdd(delivery, answer.Id) && _acknowledged[delivery] is var first && first != answer.Id
            && Find(first)!.State.Status != LeadStatus.Erased)
            world.Break($"Promise 1: a delivery posted again is the same lead, and delivery {delivery} is two.");
    }

    /// <summary>A post on a link begins; <see cref="Answered"/> or <see cref="Unheard"/> ends it.</summary>
    public void Posted(Click click, LinkForm form)
    {
        if (form.Action == "back" && click.Grant is { } grant)
            _returning.Add(grant.Person);
        if (form.Action == "away" && click.Grant is { } leaving)
            _everAway.Add(leaving.Person);
    }

    public void Answered(Click click, LinkForm form, LinkAnswer answer)
    {
        if (click.Grant is not { } grant)
            return;
        if (form.Action == "back")
            _returning.Remove(grant.Person);
        if (grant.ExpiresAt <= click.At && answer.Result != LinkResult.NoLink)
            world.Break($"Promise 6: a link expires by the product's own clock, and one to {grant.Purpose} acted after {grant.ExpiresAt}.");
        var notice = (answer.Page as LinkPage.Shown)?.Notice;
        switch (form.Action)
        {
            case "accept" when answer.Result == LinkResult.Done && grant.Lead is { } id
                && !Find(id)!.WasAcceptedBy(grant.Person, grant.Offer):
                world.Break($"Promise 2: who is told to have the lead has accepted it, and {grant.Person} has not.");
                break;
            case "accept" when answer.Result == LinkResult.TooLate && grant.Lead is { } id && Stands(id, grant):
                world.Break(
                    $"Promise 2: the first valid reply wins, and {grant.Person} was told that offer {grant.Offer}, which stands, is over.");
                break;
            case "accept" when notice is { Late: LateCause.OthersAccepted } late && (late.Who is null || late.At is null):
                world.Break("Promise 2: a later reply is told who won and when.");
                break;
            case "away" when answer.Result == LinkResult.Done:
                _away.Add((grant.Person, world.Now, notice?.At));
                break;
            case "back" when answer.Result == LinkResult.Done:
                _away.RemoveAll(one => one.Who == grant.Person);
                break;
            default:
                break;
        }
    }

    /// <summary>Nobody heard what came of a post: it may have been carried out, so whoever said to be back may be.</summary>
    public void Unheard(Click click, LinkForm form)
    {
        if (form.Action != "back" || click.Grant is not { } grant)
            return;
        _returning.Remove(grant.Person);
        _away.RemoveAll(one => one.Who == grant.Person);
    }

    private bool Stands(LeadId id, LinkGrant grant) =>
        Find(id)?.State.Offer is { } offer && offer.Number == grant.Offer && offer.To.Contains(grant.Person);

    /// <summary>Whether the person ever posted to be away, whatever was heard of it.</summary>
    public bool HasEverBeenAway(PersonId who) => _everAway.Contains(who);

    /// <summary>Whether the person had told a while before a time, by a host's clock, to be away then.</summary>
    public bool IsKnownToBeAway(PersonId who, Instant at) =>
        !_returning.Contains(who)
            && _away.Any(
            one => one.Who == who && Instant.Min(at, world.Now) - one.ToldAt > Bound && (one.Until is not { } until || at < until));
}

/// <summary>A post on a link.</summary>
/// <param name="Grant">What the link stands for.</param>
/// <param name="At">When, by the host's clock.</param>
internal sealed record Click(LinkGrant? Grant, Instant At)
{
    public static Click On(SimulatedHost host, string token) => new(OpenLinks.Read(token), host.GetCurrentInstant());
}
