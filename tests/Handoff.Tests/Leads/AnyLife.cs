using System.Collections.Immutable;
using CsCheck;
using Handoff.Agreements;
using Handoff.Calendars;
using Handoff.Leads;
using Handoff.People;
using NodaTime;
using static Handoff.Tests.Leads.Company;

namespace Handoff.Tests.Leads;

/// <summary>Lives of leads, of any kind: companies, times, and what people do or do not do.</summary>
internal static class AnyLife
{
    public static readonly string[] Everybody = ["anna", "bruno", "carla", "dario", "zoe", "marta", "luca"];

    private static readonly string[] Reasons = ["not_my_territory", "no_capacity", "not_a_fit", "not_now", "spam", "unknown"];

    private static readonly BusinessCalendar[] Calendars = [Office, Office, Late, NewYork, Always];

    public enum Act
    {
        Wait, Sleep, Accept, AcceptOld, Decline, Undo, UndoReply, Contact, Later, Feedback,
        Take, Assign, Snooze, Outcome, TellOutcome, Confirm, Touch, Erase, GoAway,
        ComeBack, LeaveFiles, Bounce, Reported, MoreRoom, Contest, AnswerContest, SendAgain, Recycle, LeadAnswers, Withdraw,
    }

    /// <summary>One thing that happens, so many minutes after the one before.</summary>
    public sealed record Step(Act Act, int Minutes, int Who, int How);

    public sealed record Life(Company Company, string Tier, int StartMinute, ImmutableArray<Step> Steps);

    private static readonly Gen<Company> AnyCompany =
        from reps in Gen.Int[1, 4]
        from strategy in Gen.Int[0, 2]
        from works in Gen.Int[0, 4].Array[7]
        from team in Gen.Int[0, 4]
        from deputy in Gen.Bool
        from capacity in Gen.Int[0, 9]
        from perDay in Gen.Int[0, 4]
        from elapsed in Gen.Int[0, 4]
        from asks in Gen.Int[0, 3]
        from outcome in Gen.Int[0, 3]
        from away in Gen.Select(Gen.Int[0, 6], Gen.Int[0, 20_000], Gen.Int[30, 9_000]).Array[0, 4]
        select away.Aggregate(
            (WithReps(Everybody[..reps]) with
            {
                Strategy = (Strategy)strategy,
                TeamCalendar = Calendars[team],
                Deputy = deputy ? "luca" : null,
                Capacity = capacity > 1 ? null : capacity,
                PerDay = perDay is 1 or 2 ? perDay : null,
                AsksAfter = asks switch { 0 => null, 1 => Within.OfDays(1), _ => Within.OfDuration(Duration.FromHours(asks)) },
                AsksAsService = asks % 2 == 0,
                ConfirmWithin = outcome % 2 == 0 ? null : Within.OfDuration(Duration.FromMinutes(30)),
                OutcomeWithin = outcome switch { 1 => Within.OfDays(2), 2 => Within.OfDuration(Duration.FromHours(5)), _ => null },
                Mode = elapsed == 0 ? ClockMode.Elapsed : ClockMode.Business,
                Works = Everybody.Select((who, i) => (who, Calendars[works[i]])).ToImmutableDictionary(one => one.who, one => one.Item2),
            }),
            (company, one) =>
                Away(company, Everybody[one.Item1], Start + Duration.FromMinutes(one.Item2), Duration.FromMinutes(one.Item3)));

    private static readonly Gen<Act> AnyAct = Gen.Frequency(
        (6, Gen.Const(Act.Wait)), (3, Gen.Const(Act.Sleep)), (6, Gen.Const(Act.Accept)), (1, Gen.Const(Act.AcceptOld)),
            (4, Gen.Const(Act.Decline)),
        (3, Gen.Const(Act.Undo)), (5, Gen.Const(Act.UndoReply)), (4, Gen.Const(Act.Contact)), (3, Gen.Const(Act.Later)),
            (3, Gen.Const(Act.Feedback)),
            (2, Gen.Const(Act.Take)), (2, Gen.Const(Act.Assign)),
        (2, Gen.Const(Act.Snooze)), (1, Gen.Const(Act.Outcome)), (3, Gen.Const(Act.TellOutcome)), (2, Gen.Const(Act.Confirm)),
            (1, Gen.Const(Act.Touch)), (1, Gen.Const(Act.Erase)),
            (3, Gen.Const(Act.GoAway)),
        (2, Gen.Const(Act.ComeBack)), (1, Gen.Const(Act.LeaveFiles)), (1, Gen.Const(Act.Bounce)),
        (4, Gen.Const(Act.Reported)), (1, Gen.Const(Act.MoreRoom)),
        (2, Gen.Const(Act.LeadAnswers)), (1, Gen.Const(Act.Withdraw)),
        (3, Gen.Const(Act.Contest)), (3, Gen.Const(Act.AnswerContest)), (1, Gen.Const(Act.SendAgain)), (1, Gen.Const(Act.Recycle)));

    private static readonly Gen<Step> AnyStep =
        from act in AnyAct
        from minutes in Gen.Frequency((3, Gen.Int[0, 12]), (3, Gen.Int[0, 300]), (1, Gen.Int[0, 9_000]))
        from who in Gen.Int[0, 6]
        from how in Gen.Int[0, 5]
        select new Step(act, minutes, who, how);

    public static readonly Gen<Life> Any =
        from company in AnyCompany
        from tier in Gen.Int[0, 2]
        from start in Gen.Int[0, 7 * 24 * 60]
        from steps in AnyStep.Array[1, 25]
        select new Life(company, new[] { "hot", "warm", "standard" }[tier], start, [.. steps]);

    public static Instant Start => Week.At("mon 00:00");

    /// <summary>Plays the life and looks at every decision; then a month goes by.</summary>
    public static Play Tell(Life life, Action<Play, Lead, LeadCommand, Decision, Instant> watch)
    {
        var play = Play.In(life.Company);
        play.Watch = (before, command, decision, now) => watch(play, before, command, decision, now);
        var failures = 0;
        play.Courier = message =>
            ++failures % 7 == 0 ? DeliveryResult.Failed : failures % 31 == 0 && message.Kind == MessageKind.Offer ? DeliveryResult.Refused
            : DeliveryResult.Sent;
        play.Jump(Start + Duration.FromMinutes(life.StartMinute)).Decide(new Receive(
            Request(life.Tier) with { Consents = (life.StartMinute % 3) switch { 0 => true, 1 => false, _ => (bool?)null } },
            ReceptionVerdict.Qualified))
            .Until(play.Now);
        foreach (var step in life.Steps)
            Do(play, step, play.Now + Duration.FromMinutes(step.Minutes));
        return play.Until(play.Now + Duration.FromDays(30));
    }

    private static void Do(Play play, Step step, Instant at)
    {
        var who = Everybody[step.Who];
        _ = step.How < 4 || step.Act == Act.Wait ? play.Until(at) : play.Jump(at);
        var one = play.Lead.Owner.Who ?? (play.Lead.Offer is { } offer ? offer.To[step.Who % offer.To.Length] : Id(who));
        LeadCommand? command = step.Act switch
        {
            Act.Accept => new AcceptOffer(step.How == 0 ? Id(who) : one, play.Lead.Offers),
            Act.AcceptOld => new AcceptOffer(Id(who), 1),
            Act.Decline => new DeclineOffer(one, play.Lead.Offers, Reasons[step.How]),
            Act.Undo => new UndoAccept(one),
            Act.UndoReply => new UndoReply(play.Lead.LastReply?.By ?? one, step.How == 0 ? (ReplyKind)(step.Who % 4)
                : play.Lead.LastReply?.Kind ?? ReplyKind.Contact),
            Act.Contact => new RecordContact(
                one, step.How < 4 ? ContactWay.Called : ContactWay.Voicemail, step.Who < 3 ? On(at, step.How) : null),
            Act.Later => step.Who == 0 ? new DropFollowUp(one) : new PlanFollowUp(one, On(at, step.How)),
            Act.Feedback => new GiveFeedback(one, step.Who < 2 ? null : Reasons[step.How]),
            Act.Take => new TakeLead(Id(step.Who % 2 == 0 ? "marta" : "luca")),
            Act.Assign => new AssignLead(Id("marta"), Id(who)),
            Act.Snooze => step.How == 0 ? new AcknowledgeAlerts(Id("marta"))
                : new SnoozeAlerts(Id("marta"), at + Duration.FromHours(step.How)),
            Act.Outcome => new RecordOutcome((Outcome)(step.How % 3), null, null, false),
            Act.Confirm => new ConfirmLead(one),
            Act.TellOutcome => new TellOutcome(
                one, step.Who switch { 0 => Outcome.Won, 1 => Outcome.Lost, _ => null }, step.How < 3 ? On(at, step.How) : null),
            Act.Touch => new AddTouch(new LeadId($"lead-{step.How + 2}")),
            Act.Erase => step.How == 0 ? new EraseLead() : null,
            Act.Contest => new ContestReturn(Id("giulia")),
            Act.AnswerContest => new AnswerContest(
                Id(step.Who switch { 0 => "giulia", 1 or 2 => "paolo", _ => "marta" }), step.How < 3, new($"again-{play.Now}")),
            Act.SendAgain => new SendAgain(Id("giulia"), new($"again-{play.Now}")),
            Act.Recycle => new Recycle(Id("giulia")),
            Act.LeadAnswers => new AnswerAsk(step.How < 3),
            Act.Withdraw => new WithdrawConsent(ByPerson: step.How < 3),
            Act.Bounce => new RecordDelivery(step.How, DeliveryResult.Refused),
            Act.Reported => Report(play, step),
            Act.Wait or Act.Sleep or Act.GoAway or Act.ComeBack or Act.LeaveFiles or Act.MoreRoom => null,
            _ => throw new ArgumentOutOfRangeException(nameof(step), step.Act, "An act is one of these."),
        };
        if (command is not null)
        {
            play.Decide(command);
            return;
        }

        play.Company = step.Act switch
        {
            Act.GoAway => Away(play.Company, who, at, step.How == 0 ? null : Duration.FromHours(1 << (2 * step.How))),
            Act.ComeBack => play.Company.Back(who),
            Act.MoreRoom => play.Company with { Capacity = step.How == 0 ? null : step.How },
            Act.LeaveFiles when step.How == 0 && who is not "marta" => play.Company.Leaves(who),
            _ => play.Company,
        };
        if (step.Act != Act.Sleep)
            play.Decide(new TakeTurn());
    }

    private static FollowUpDay On(Instant at, int days) =>
        new(at.InUtc().Date.PlusDays(days), days % 2 == 0 ? null : new LocalTime(10, 30));

    /// <summary>The provider reports something of one of the last messages; what has not happened changes nothing.</summary>
    private static ReportMail? Report(Play play, Step step) =>
        MessageLedger.Find(play.Events, play.Lead.Messages - step.How) is { } message
            && !play.Lead.Outbox.Any(owed => owed.Number == message.Number && owed.IsHeld)
            ? new(message, (MailFate)step.Who)
            : null;

    private static Company Away(Company company, string who, Instant from, Duration? length) => company with
    {
        Away = company.Away.SetItem(
            who, [.. company.Away.GetValueOrDefault(who, []).Append(new(from, from + length)).OrderBy(one => one.Start)]),
    };
}
