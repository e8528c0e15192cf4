using Handoff.People;
using Handoff.Routing;
using Xunit;
using static Handoff.Tests.Routing.Desk;

namespace Handoff.Tests.Routing;

public sealed class RoutingTextTests
{
    [Fact]
    public void A_turn_is_explained_with_the_credits_and_why_not_the_others() => Assert.Equal(
        "Anna gets the lead with the highest credit plus weight, 1 + 2 = 3 against 0 + 1 = 1 for Bruno and -1 + 1 = 0 for Carla, " +
        "and pays 4 credits for it. "
        + "Not asked: Dora (off shift until 2026-11-23 13:00 UTC), Eva (at capacity with 15 of 15), Fred (away, next on shift at " +
            "2026-11-24 08:00 UTC), Gina (away).",
        Explain(Of(
            new Member("Anna") { Weight = 2, Entry = new(0, 1, 0) },
            new Member("Bruno"),
            new Member("Carla") { Entry = new(0, -1, 0) },
            new Member("Dora") { Calendar = Afternoon },
            new Member("Eva") { Capacity = 15, Entry = new(15, 0, 0) },
            new Member("Fred") { Away = [new(Sunday, Calendars.Given.InRome("2026-11-24 00:00"))] },
            new Member("Gina") { Away = [new(Sunday, null)] })));

    [Fact]
    public void A_tie_is_said() => Assert.Equal(
        "Anna gets the lead with the highest credit plus weight, 0 + 1 = 1 against 0 + 1 = 1 for Bruno (of equals, who waited " +
        "longest, then who stands first), and pays 2 credits for it.",
        Explain(Of("Anna", "Bruno")));

    [Fact]
    public void One_alone_is_explained_by_the_others() => Assert.Equal(
        "Anna gets the lead: nobody else can take it. Not asked: Bruno (has declined it or let it lapse), Carla (holds it now), "
        + "Dora (does not speak the lead's language), Eva (takes no leads any more).",
        Explain(
            Of(new Member("Anna"), new Member("Bruno"), new Member("Carla"), new Member("Dora") { Speaks = ["it"] },
                new Member("Eva") { InFiles = false }),
            request => request with { Excluded = [Id("Bruno")], NotTo = Id("Carla"), Language = "en" }));

    [Fact]
    public void While_nobody_is_on_shift_it_says_when_the_rep_is() => Assert.Equal(
        "Anna gets the lead, next on shift at 2026-11-23 08:00 UTC: nobody else can take it.",
        Explain(Of("Anna"), request => request with { Now = Sunday }));

    [Fact]
    public void Loads_are_explained_with_what_they_are_measured_against() => Assert.Equal(
        "Anna gets the lead with the smallest load, 4 of 30 against 6 of 30 for Bruno and 9 of 60 for Carla.",
        Explain(Of(
            new Member("Anna") { Capacity = 30, Entry = new(4, 0, 0) },
            new Member("Bruno") { Capacity = 30, Entry = new(6, 0, 0) },
            new Member("Carla") { Weight = 2, Entry = new(9, 0, 0) }) with
        { Strategy = Strategy.LeastLoaded }));

    [Fact]
    public void A_claim_is_explained() => Assert.Equal(
        "Anna and Bruno can take the lead: the first to accept has it.",
        Explain(Of("Anna", "Bruno") with { Strategy = Strategy.Claim }));

    [Fact]
    public void An_existing_owner_is_explained() => Assert.Equal(
        "Bruno gets the lead as the company's existing owner, ahead of Anna, and pays 2 credits for it.",
        Explain(Of("Anna", "Bruno"), request => request with { ExistingOwner = Id("Bruno") }));

    [Fact]
    public void Nobody_eligible_is_explained()
    {
        Assert.Equal(
            "Nobody can take the lead: Anna (has declined it or let it lapse).",
            Explain(Of("Anna"), request => request with { Excluded = [Id("Anna")] }));
        Assert.Equal("Nobody can take the lead: the team italy has no reps.", Explain(Of(Array.Empty<Member>())));
    }

    private static string Explain(Desk desk, Func<RoutingRequest, RoutingRequest>? with = null) =>
        RoutingText.Explain(desk.Choose(with), Name);
}
