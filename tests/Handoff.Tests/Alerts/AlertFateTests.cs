using Handoff.Agreements;
using Handoff.Alerts;
using Handoff.Leads;
using Handoff.Tests.Leads;
using Xunit;

namespace Handoff.Tests.Alerts;

/// <summary>Which e-mail carries an alert, and what became of it.</summary>
public sealed class AlertFateTests
{
    private static readonly AlertEvent[] Story =
    [
        new AlertRaised(Week.At("mon 10:00"), Company.Id("marta"), Of(1)),
        new AlertMailOwed(Week.At("mon 10:00"), 1, [Of(1)], 0),
        new WindowOpened(Week.At("mon 10:00"), Week.At("mon 10:05")),
        new AlertMailSent(Week.At("mon 10:01"), 1),
        new AlertRaised(Week.At("mon 10:02"), Company.Id("marta"), Of(2)),
        new AlertRaised(Week.At("mon 10:03"), Company.Id("marta"), Of(3)),
        new AlertMailOwed(Week.At("mon 10:05"), 2, [Of(2)], 1),
        new WindowOpened(Week.At("mon 10:05"), Week.At("mon 10:10")),
        new AlertMailFailed(Week.At("mon 10:06"), 2, Week.At("mon 10:07"), "busy"),
        new AlertMailSent(Week.At("mon 10:07"), 2),
        new AlertMailDelivered(Week.At("mon 10:08"), 2),
        new AlertRaised(Week.At("mon 10:09"), Company.Id("marta"), Of(4)),
        new WindowClosed(Week.At("mon 10:10")),
    ];

    [Theory]
    [InlineData(1, 2, "1 Owed mon 10:00")]
    [InlineData(1, 4, "1 Sent mon 10:01")]
    [InlineData(2, 5, "- Grouped mon 10:02")]
    [InlineData(2, 7, "2 Owed mon 10:05")]
    [InlineData(2, 9, "2 Retrying mon 10:06")]
    [InlineData(2, 11, "2 Delivered mon 10:08")]
    [InlineData(3, 11, "- Overtaken mon 10:05")]
    [InlineData(4, 13, "- Overtaken mon 10:10")]
    public void An_alert_is_told_by_the_e_mail_that_carries_it(int lead, int events, string expected) =>
        Assert.Equal(expected, Say(Story[..events], lead));

    [Fact]
    public void What_came_before_the_first_event_that_is_known_does_not_matter() =>
        Assert.Equal("2 Delivered mon 10:08", Say(Story[6..], 2));

    private static string Say(IEnumerable<AlertEvent> events, int lead)
    {
        var fate = AlertFate.Of(events)[new(Of(lead).Lead, 3)];
        return $"{fate.Mail?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-"} {fate.State} {Week.Say(fate.At)}";
    }

    private static Alert Of(int lead) =>
        new(new LeadId($"lead-{lead}"), 3, MessageKind.Breach, new() { Clock = ClockName.Accept }, Week.At("mon 09:59"), AtAnyHour: false);
}
