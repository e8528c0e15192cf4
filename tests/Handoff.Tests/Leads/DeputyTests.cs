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

    [Fact]
    public void While_both_are_away_the_manager_gets_it_on_return() =>
        Assert.Equal(
            ["wed 09:00 Breach 100%", "wed 09:00 Breach 150%"],
            Play.Of("mon 10:00", new Company().Absent("marta", "mon 00:00", "wed 00:00").Absent("luca", "mon 00:00", "fri 00:00"))
                .Until("wed 09:30").MailTo("marta"));
}
