using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.Leads;
using Handoff.People;
using Handoff.Routing;
using NodaTime;
using static Handoff.Tests.Leads.Company;

namespace Handoff.Tests.Leads;

/// <summary>
/// The life of one lead as a test tells it: the driver takes a turn at each wake-up and delivers what is owed, as the hosts do, and
/// commands come at their times.
/// </summary>
internal sealed class Play
{
    private const int MostTurns = 2_000;

    private readonly List<LeadEvent> _events = [];
    private readonly List<string> _mail = [];

    private Play(Company company) => Company = company;

    public Company Company { get; set; }

    public Lead Lead { get; private set; } = Lead.Unborn;

    public Instant Now { get; private set; } = Week.At("mon 00:00");

    public Answer? Answer { get; private set; }

    public Dictionary<string, Rota> Rotas { get; } =
        new(StringComparer.Ordinal) { ["italy"] = Rota.Empty("italy"), ["world"] = Rota.Empty("world") };

    public IReadOnlyList<LeadEvent> Events => _events;

    /// <summary>What was delivered: <c>mon 10:00 offer anna</c>.</summary>
    public IReadOnlyList<string> Mail => _mail;

    /// <summary>What the provider says to a message, given the attempts before.</summary>
    public Func<OwedMessage, DeliveryResult> Courier { get; set; } = _ => DeliveryResult.Sent;

    /// <summary>Looks at every decision: the state before, the command, what was decided, and when.</summary>
    public Action<Lead, LeadCommand, Decision, Instant>? Watch { get; set; }

    public static Play In(Company company) => new(company);

    /// <summary>A lead of the tier is received and qualified then.</summary>
    public static Play Of(string at, Company? company = null, string tier = "warm") =>
        In(company ?? new()).Late(at, new Receive(Request(tier), ReceptionVerdict.Qualified));

    public static Play Claim(string at, params string[] reps) => Of(at, WithReps(reps) with { Strategy = Strategy.Claim });

    /// <summary>Everything that falls due until then, and then the command.</summary>
    public Play At(string at, LeadCommand command) => Until(at).Decide(command).Deliver();

    /// <summary>The command comes before what has fallen due is carried out.</summary>
    public Play Late(string at, LeadCommand command) => Jump(at).Decide(command);

    /// <summary>Time passes, and nobody takes a turn.</summary>
    public Play Jump(string at) => Jump(Week.At(at));

    public Play Jump(Instant at)
    {
        Now = at;
        return this;
    }

    /// <summary>The files or the absences change, and the lead is woken.</summary>
    public Play Changes(string at, Func<Company, Company> change)
    {
        Until(at);
        Company = change(Company);
        return Decide(new TakeTurn()).Deliver();
    }

    public Play Until(string at) => Until(Week.At(at));

    public Play Until(Instant end)
    {
        for (var turns = 0; Lead.NextWakeUp is { } wake && wake <= end; turns++)
        {
            if (turns == MostTurns)
                throw new InvalidOperationException($"The lead does not come to rest at {Week.Say(Now)}.");
            Now = Instant.Max(Now, wake);
            Decide(new TakeTurn()).Deliver();
        }

        Now = Instant.Max(Now, end);
        return this;
    }

    public Play Decide(LeadCommand command)
    {
        var before = Lead;
        var decision = LeadDecider.Decide(Lead, command, Company.World(Rotas["italy"]), Now);
        Lead = decision.Lead;
        Answer = decision.Answer;
        _events.AddRange(decision.Events);
        foreach (var change in decision.Rota)
            Rotas[change.Team] = Rotas[change.Team].Apply(change);
        Watch?.Invoke(before, command, decision, Now);
        return this;
    }

    public Play Deliver()
    {
        foreach (var message in Deliverable())
        {
            var result = Courier(message);
            if (result == DeliveryResult.Sent)
                _mail.Add($"{Week.Say(Now)} {Word(message)} {Name(message.To)}");
            Decide(new RecordDelivery(message.Number, result));
        }

        return this;
    }

    /// <summary>The provider reports what became of a message; nothing when there is none of that number.</summary>
    public Play Report(int number, MailFate fate = MailFate.Bounced) =>
        MessageLedger.Find(_events, number) is { } message ? Decide(new ReportMail(message, fate, "SendGrid 5.1.1")) : this;

    /// <summary>The last mail of that kind to that person comes back.</summary>
    public Play Bounces(string at, string who, MessageKind kind, MailFate fate = MailFate.Bounced)
    {
        Until(at);
        var number = _events.OfType<MessageOwed>().Last(owed => owed.Message.Kind == kind && owed.Message.To == Id(who)).Message.Number;
        return Report(number, fate).Deliver();
    }

    public ImmutableArray<OwedMessage> Deliverable() => [.. Lead.Outbox.Where(message => !message.IsHeld && message.NotBefore <= Now)];

    /// <summary>What was delivered to one person, without the name.</summary>
    public IEnumerable<string> MailTo(string who) =>
        Mail.Where(line => line.EndsWith(" " + who, StringComparison.Ordinal)).Select(line => line[..^(who.Length + 1)]);

    public T Only<T>() where T : LeadEvent => _events.OfType<T>().Single();

    public T Last<T>() where T : LeadEvent => _events.OfType<T>().Last();

    public IEnumerable<T> All<T>() where T : LeadEvent => _events.OfType<T>();

    public ClockRun Clock(ClockName name) => Lead.Clocks.Last(clock => clock.Name == name);

    public string Due(ClockName name) => Week.Say(Clock(name).Plan.Due);

    public string OwnerName => Lead.Owner.Who is { } who ? Name(who) : Lead.Owner.Kind.ToString();

    public int Load(string who, string team = "italy") => Rotas[team].Of(Id(who)).Load;

    public int Credit(string who) => Rotas["italy"].Of(Id(who)).Credit;

    private static string Word(OwedMessage message) => message.Kind switch
    {
        MessageKind.Breach or MessageKind.Reminder => $"{message.Kind} {message.About.Percent}%",
        _ => message.Kind.ToString(),
    };
}
