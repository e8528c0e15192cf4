using System.Net;
using Handoff.Acceptance.Hosting;
using Handoff.People;
using Handoff.Service.Busy;
using Handoff.Service.Storage;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Handoff.Acceptance;

/// <summary>Absences that people's own calendars tell.</summary>
public abstract class BusyCalendarTests<THost>
    where THost : ProductHost, IProductHost<THost>
{
    private const string Anna = "anna.greco@acme.example";
    private const string Bruno = "bruno.riva@acme.example";
    private const string Marta = "marta.villa@acme.example";

    [HostFact]
    public async Task Who_is_on_leave_by_their_calendar_gets_no_offer_and_what_they_hold_moves_on()
    {
        await using var server = await CalendarServer.StartAsync();
        await using var host = await THost.StartAsync();
        var id = (await host.ReceiveAsync(Calls.Ada)).Id;
        var holder = (await host.LastMailAsync("offer")).To;
        server.Calendar = CalendarServer.Leave("20341127", "20341202");

        await ReadFromAsync(host, holder, server.Url);

        await host.SettleAsync();
        var next = await host.LastMailAsync("offer");
        Assert.NotEqual(holder, next.To);
        Assert.Equal(next.To, (await host.LeadAsync(id)).Owner);
        var team = await (await Reader.SignedInAsync(host, Marta)).GetAsync("/team");
        Assert.Contains("dal calendario", team.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("clinic", team.Document.DocumentElement.OuterHtml, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("secret-token", host.Log.Text, StringComparison.Ordinal);
    }

    [HostFact]
    public async Task A_calendar_is_read_once_an_hour_and_one_that_is_unchanged_is_not_sent_again()
    {
        await using var server = await CalendarServer.StartAsync();
        await using var host = await THost.StartAsync();
        server.Calendar = CalendarServer.Leave("20341204", "20341206");
        await ReadFromAsync(host, Anna, server.Url);

        await host.Services.GetRequiredService<BusyCalendars>().RunAsync(default);
        Assert.Equal((1, 0), server.Asked);
        await AfterHoursAsync(host, 1, () => server.Asked == (1, 1));

        server.Calendar = CalendarServer.Leave("20341211", "20341213");
        await AfterHoursAsync(host, 1, () => server.Asked == (2, 1));
        await AfterHoursAsync(host, 1, () => server.Asked == (2, 2));
        var team = (await (await Reader.SignedInAsync(host, Marta)).GetAsync("/team")).Main;
        Assert.Contains("11 dic", team, StringComparison.Ordinal);
        Assert.DoesNotContain("4 dic", team, StringComparison.Ordinal);
    }

    [HostFact]
    public async Task While_a_calendar_cannot_be_read_what_was_read_holds_and_after_a_day_the_status_page_says_so()
    {
        await using var server = await CalendarServer.StartAsync();
        await using var host = await THost.StartAsync();
        server.Calendar = CalendarServer.Leave("20341204", "20341206");
        await ReadFromAsync(host, Anna, server.Url);
        var marta = await Reader.SignedInAsync(host, Marta);

        server.Status = 404;
        await AfterHoursAsync(host, 1, () => host.Log.Text.Contains("its server answered 404", StringComparison.Ordinal));
        Assert.DoesNotContain("calendario", (await marta.GetAsync("/status")).Main, StringComparison.Ordinal);
        await host.AdvanceAsync(TimeSpan.FromHours(24), TimeSpan.FromHours(6));

        Assert.Contains("Il calendario di una persona non si legge", (await marta.GetAsync("/status")).Main, StringComparison.Ordinal);
        Assert.Contains("dal calendario", (await marta.GetAsync("/team")).Main, StringComparison.Ordinal);
        server.Status = 200;
        await AfterHoursAsync(host, 1, () => server.Asked.Unchanged == 1);
        await AfterHoursAsync(host, 1, () => server.Asked.Unchanged == 2);
        Assert.DoesNotContain("non si legge", (await marta.GetAsync("/status")).Main, StringComparison.Ordinal);
    }

    [HostTheory]
    [InlineData(302, "its server answered 302")]
    [InlineData(200, "it is no calendar")]
    public async Task What_is_no_calendar_is_told_and_no_redirection_is_followed(int status, string says)
    {
        await using var server = await CalendarServer.StartAsync();
        await using var host = await THost.StartAsync();
        (server.Status, server.Calendar) = (status, "<html>Sign in</html>");

        await ReadFromAsync(host, Anna, server.Url);

        Assert.Contains(says, host.Log.Text, StringComparison.Ordinal);
        Assert.InRange(server.Asked.Whole, 0, 1);
    }

    [HostFact]
    public async Task No_private_address_is_asked_that_is_not_allowed()
    {
        await using var server = await CalendarServer.StartAsync();
        await using var host = await THost.StartAsync();

        await ReadFromAsync(host, Bruno, server.Url.Replace("http://", "https://", StringComparison.Ordinal), isPrivate: false);

        Assert.Contains("it leads into a private network", host.Log.Text, StringComparison.Ordinal);
        Assert.Equal((0, 0), server.Asked);
    }

    [HostFact]
    public async Task A_tag_that_is_too_long_to_keep_is_not_kept_and_the_whole_is_read_again()
    {
        await using var server = await CalendarServer.StartAsync();
        await using var host = await THost.StartAsync();
        (server.Calendar, server.Tag) = (CalendarServer.Leave("20341204", "20341206"), new string('x', 2_000));

        await ReadFromAsync(host, Anna, server.Url);

        await AfterHoursAsync(host, 1, () => server.Asked == (2, 0));
    }

    [HostFact]
    public async Task What_was_read_goes_when_the_address_leaves_the_files()
    {
        await using var server = await CalendarServer.StartAsync();
        await using var host = await THost.StartAsync();
        server.Calendar = CalendarServer.Leave("20341204", "20341206");
        await ReadFromAsync(host, Anna, server.Url);
        Assert.Single(await KeptAsync(host));

        await host.ChangeFilesAsync(files => files);
        await host.Services.GetRequiredService<BusyCalendars>().RunAsync(default);

        Assert.Empty(await KeptAsync(host));
    }

    [HostFact]
    public async Task Of_who_is_forgotten_no_time_of_leave_is_kept()
    {
        await using var server = await CalendarServer.StartAsync();
        await using var host = await THost.StartAsync();
        server.Calendar = CalendarServer.Leave("20341204", "20341206");
        await ReadFromAsync(host, Anna, server.Url);
        var anna = Assert.Single(await KeptAsync(host)).Key["busy:".Length..];
        await host.ChangeStaffAsync(staff => staff with { People = staff.People.Remove(new PersonId(anna)) });

        var forgotten = await host.OpenAsync($"/api/people/{anna}", "DELETE");

        Assert.Equal(HttpStatusCode.NoContent, forgotten.Status);
        Assert.Empty(await KeptAsync(host));
    }

    /// <summary>What is kept of calendars.</summary>
    private static async Task<IReadOnlyDictionary<string, string>> KeptAsync(THost host) =>
        await host.Services.GetRequiredService<IFactStore>().ListValuesAsync("busy:", default);

    /// <summary>Takes the look of that hour; where the embedded host has begun it by itself, waits for its end.</summary>
    private static async Task AfterHoursAsync(THost host, int hours, Func<bool> looked)
    {
        await host.AdvanceAsync(TimeSpan.FromHours(hours), TimeSpan.FromHours(hours));
        await host.Services.GetRequiredService<BusyCalendars>().RunAsync(default);
        Assert.True(looked());
    }

    /// <summary>The file names that address as the calendar of somebody, and the host reads it.</summary>
    private static async Task ReadFromAsync(THost host, string person, string url, bool isPrivate = true)
    {
        await host.ChangeFilesAsync(files => files.SetItem("people.yaml", files["people.yaml"].Replace(
            $"{{ email: {person},", $"{{ email: {person}, busy: '{url}', busy_private: {(isPrivate ? "true" : "false")},",
            StringComparison.Ordinal)));
        await host.Services.GetRequiredService<BusyCalendars>().RunAsync(default);
    }
}
