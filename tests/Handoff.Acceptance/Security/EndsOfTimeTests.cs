using System.Net;
using Handoff.Acceptance.Hosting;
using Xunit;

namespace Handoff.Acceptance.Security;

/// <summary>Times at the ends of the calendar are refused kindly wherever people write one.</summary>
public abstract class EndsOfTimeTests<THost>
    where THost : ProductHost, IProductHost<THost>
{
    [HostTheory]
    [InlineData("9999-12-31")]
    [InlineData("9999-12-31T23:59")]
    [InlineData("9998-12-31T23:59:59-18:00")]
    [InlineData("-9998-01-01")]
    [InlineData("0001-01-01T00:00")]
    [InlineData("2101-01-01")]
    public async Task A_time_that_nobody_means_is_unusable(string time)
    {
        await using var host = await THost.StartAsync();
        await host.ReceiveAsync(Calls.Ada);
        await host.AdvanceMinutesAsync(5);
        var (offer, breach) = (await host.LastMailAsync("offer"), await host.LastMailAsync("breach"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await host.PressAsync(offer.Link("absence"), "away", ("until", time))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await host.PressAsync(breach.Manage, "snooze", ("until", time))).Status);
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            await host.TellAbsenceAsync("eve.stone@acme.example", new { action = "away", until = time }));
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            await host.TellAbsenceAsync("eve.stone@acme.example", new { action = "away", from = time }));
    }
}
