using Xunit;
using static Handoff.Tests.Leads.Company;

namespace Handoff.Tests.Leads;

public sealed class DeputyTests
{
    [Fact]
    public void The_deputy_stands_in_while_the_manager_is_away() =>
        Assert.Equal(
            ["mon 11:00 Breach 100%", "mon 11:30 Breach 150%"],
            Play.Of("mon 10:00", new Company().Absent("marta", "mon 00:00", "wed 00:00")).Until("mon 11:45").MailTo("luca"));

    [Fact]
    public void The_deputy_stands_in_while_the_manager_is_closed_and_the_deputy_is_open() =>
        Assert.Equal(["mon 11:00 Breach 100%"], Play.Of("mon 10:00", new Company().Work("marta", Late)).Until("mon 11:15").MailTo("luca"));

    [Fact]
    public void A_held_alert_goes_to_the_deputy_who_opens_first()
    {
        var company = (new Company { TeamCalendar = Always }).Work("marta", Late);
        var story = Play.Of("mon 22:00", company).Until("tue 09:05");

        Assert.Equal(["tue 09:00 Breach 100%", "tue 09:00 Breach 150%"], story.MailTo("luca"));
        Assert.Empty(story.MailTo("marta"));
    }

    private static readonly Company BothAway = new Company().Absent("marta", "mon 00:00", "wed 00:00")
        .Absent("luca", "mon 00:00", "fri 00:00");

    [Fact]
    public void While_both_are_away_the_director_hears_it() =>
        Assert.Equal(
            ["mon 11:00 Breach 100%", "mon 11:30 Breach 150%", "mon 12:00 Breach 200%"], Play.Of("mon 10:00", BothAway).Until("mon 12:30")
                .MailTo("paolo"));

    [Fact]
    public void A_manager_who_is_away_without_a_deputy_leaves_it_to_the_director() =>
        Assert.Equal(
            ["mon 11:00 Breach 100%"],
            Play.Of("mon 10:00", new Company { Deputy = null }.Absent("marta", "mon 00:00", "wed 00:00")).Until("mon 11:15")
                .MailTo("paolo"));

    [Fact]
    public void While_the_director_is_away_too_the_head_of_sales_hears_it()
    {
        var company = (BothAway with { Director = "dario" }).Absent("dario", "mon 00:00", "fri 00:00");

        Assert.Equal(["mon 11:00 Breach 100%", "mon 11:30 Breach 150%", "mon 12:00 Breach 200%"], Play.Of("mon 10:00", company)
            .Until("mon 12:30").MailTo("paolo"));
    }

    [Fact]
    public void While_nobody_in_line_is_there_whoever_is_back_first_hears_it() =>
        Assert.Equal(
            ["tue 09:00 Breach 100%", "tue 09:00 Breach 150%", "tue 09:00 Breach 200%"],
            Play.Of("mon 10:00", BothAway.Absent("paolo", "mon 00:00", "tue 00:00")).Until("tue 09:30").MailTo("paolo"));

    [Fact]
    public void A_held_alert_of_a_manager_who_falls_ill_overnight_goes_to_the_next_in_line()
    {
        var company = new Company { TeamCalendar = Always, Deputy = null };
        var story = Play.Of("mon 22:00", company).Changes("tue 08:00", one => one.Absent("marta", "tue 08:00", "fri 00:00"))
            .Until("tue 09:05");

        Assert.Contains("tue 09:00 Breach 100%", story.MailTo("paolo"));
        Assert.Empty(story.MailTo("marta"));
    }
}
