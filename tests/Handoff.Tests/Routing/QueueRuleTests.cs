using Handoff.Agreements;
using Handoff.People;
using Handoff.Routing;
using Xunit;
using static Handoff.Tests.Calendars.Given;
using static Handoff.Tests.Routing.Desk;

namespace Handoff.Tests.Routing;

/// <summary>With nobody on shift a lead waits with the manager, if the manager is at work before them (design section 6).</summary>
public sealed class QueueRuleTests
{
    private static readonly Member Late = new("Anna") { Calendar = Afternoon };
    private static readonly Member Marta = new("Marta");

    private static RoutingChoice At(string time, QueueRule rule, Desk desk, params Member[] managers) => desk.Choose(request => request with
    {
        Now = InRome(time),
        Queue = rule,
        Staff = request.Staff with
        {
            People =
            request.Staff.People.AddRange(managers.Select(one => KeyValuePair.Create(Id(one.Name), one.Person)))
        },
        Team = request.Team with { Deputy = managers.Length > 1 ? Id(managers[1].Name) : null },
    });

    [Theory]
    [InlineData("2026-11-23 10:00", QueueRule.WhenManagerIsFirst, true)]
    [InlineData("2026-11-23 08:00", QueueRule.WhenManagerIsFirst, true)]
    [InlineData("2026-11-23 13:59", QueueRule.WhenManagerIsFirst, true)]
    [InlineData("2026-11-23 14:00", QueueRule.WhenManagerIsFirst, false)]
    [InlineData("2026-11-23 18:00", QueueRule.WhenManagerIsFirst, false)]
    [InlineData("2026-11-23 10:00", QueueRule.WhileManagerIsAtWork, true)]
    [InlineData("2026-11-23 08:00", QueueRule.WhileManagerIsAtWork, false)]
    [InlineData("2026-11-23 10:00", QueueRule.Never, false)]
    public void Nobody_is_chosen_while_the_manager_is_at_work_before_the_reps(string time, QueueRule rule, bool isQueued)
    {
        var choice = At(time, rule, Of(Late), Marta);

        Assert.Equal(isQueued ? "" : "Anna", string.Join(' ', choice.Chosen.Select(Name)));
        Assert.Equal(isQueued ? Id("Marta") : (PersonId?)null, choice.KeptBy);
        Assert.True(!isQueued || (choice.Deltas.IsEmpty && choice.Cost == 0 && VerdictOn(choice, "Anna") == Verdict.OffShift));
    }

    [Fact]
    public void The_deputy_keeps_it_who_is_there_first() =>
        Assert.Equal(Id("Luca"),
            At("2026-11-23 10:00", QueueRule.WhenManagerIsFirst, Of(Late), Marta with { Calendar = Afternoon }, new("Luca")).KeptBy);

    [Fact]
    public void Who_is_away_keeps_nothing() =>
        Assert.Equal("Anna", string.Join(' ', At("2026-11-23 10:00", QueueRule.WhenManagerIsFirst, Of(Late),
            Marta with { Away = [new(InRome("2026-11-20 00:00"), InRome("2026-12-01 00:00"))] }).Chosen.Select(Name)));

    [Fact]
    public void The_existing_owner_who_comes_later_does_not_go_before_the_queue()
    {
        var choice = Of(Late).Choose(request => request with
        {
            Queue = QueueRule.WhenManagerIsFirst,
            ExistingOwner = Id("Anna"),
            Staff = request.Staff with { People = request.Staff.People.Add(Id("Marta"), Marta.Person) },
        });

        Assert.Empty(choice.Chosen);
        Assert.False(choice.ByExistingOwner);
    }

    [Fact]
    public void The_choice_says_who_is_at_work_and_when_the_others_are()
    {
        var now = At("2026-11-23 10:00", QueueRule.WhenManagerIsFirst, Of(Late), Marta);
        var later = At("2026-11-23 08:00", QueueRule.WhenManagerIsFirst, Of(Late), Marta);

        Assert.Equal("Nobody is on shift, and Marta is at work: Anna (off shift until 2026-11-23 13:00 UTC).",
            RoutingText.Explain(now, Name));
        Assert.Equal(
            "Nobody is on shift, and Marta is at work from 2026-11-23 08:00 UTC, before any of them: "
                + "Anna (off shift until 2026-11-23 13:00 UTC).",
            RoutingText.Explain(later, Name));
        Assert.Equal("Nessuno è di turno, e Marta è al lavoro: Anna (fuori turno fino a le 14).",
            RoutingText.Explain(now, Name, _ => "le 14", Naming.None.In(Language.It)));
    }
}
