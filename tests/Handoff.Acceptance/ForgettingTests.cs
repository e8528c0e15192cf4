using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Handoff.Acceptance.Hosting;
using Handoff.People;
using Xunit;

namespace Handoff.Acceptance;

/// <summary>Forgetting an employee who has left (design sections 4 and 8).</summary>
public abstract class ForgettingTests<THost>
    where THost : ProductHost, IProductHost<THost>
{
    [HostFact]
    public async Task Who_has_left_is_forgotten_and_a_number_stands_for_the_name_everywhere()
    {
        await using var host = await THost.StartAsync();
        var lead = (await host.ReceiveAsync(Calls.Ada)).Id;
        var offer = await host.LastMailAsync("offer");
        var rep = await PersonAsync(host, offer.To);
        await host.PressAsync(offer.Offer, "accept");
        Assert.Equal(offer.To, (await host.LeadAsync(lead)).Owner);
        await host.ChangeStaffAsync(staff => staff with { People = staff.People.Remove(new PersonId(rep.Id)) });
        Assert.Equal("left", (await PersonAsync(host, offer.To)).Role);

        var forgotten = await host.OpenAsync($"/api/people/{rep.Id}", "DELETE");
        var again = await host.OpenAsync($"/api/people/{rep.Id}", "DELETE");

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (forgotten.Status, again.Status));
        var people = (await host.OpenAsync("/api/people")).Page;
        var page = (await (await host.WatcherAsync()).GetAsync($"/leads/{lead}")).Main;
        foreach (var text in new[] { people, page, (await host.OpenAsync($"/api/leads/{lead}")).Page })
        {
            Assert.DoesNotContain(offer.To, text, StringComparison.Ordinal);
            Assert.DoesNotContain(rep.Name, text, StringComparison.Ordinal);
        }

        Assert.Contains("former colleague 1 accepted", page, StringComparison.Ordinal);
        Assert.Contains(await host.MailsAsync(), mail => mail.To == "former-1" && mail.Kind == "offer");
        Assert.DoesNotContain(await host.MailsAsync(), mail => mail.To == offer.To);
        var audit = (await host.OpenAsync("/api/audit")).Page;
        Assert.Contains($"\"on\":\"person {rep.Id}\"", audit, StringComparison.Ordinal);
        Assert.Contains("\"act\":\"forget person\"", audit, StringComparison.Ordinal);
    }

    [HostFact]
    public async Task Who_is_still_in_the_files_and_who_is_nobody_are_not_forgotten()
    {
        await using var host = await THost.StartAsync();
        var anna = await PersonAsync(host, "anna.greco@acme.example");

        var refused = await host.OpenAsync($"/api/people/{anna.Id}", "DELETE");
        var unknown = await host.OpenAsync("/api/people/0123456789abcdef0123", "DELETE");

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.NotFound), (refused.Status, unknown.Status));
        Assert.Contains("still in people.yaml", refused.Page, StringComparison.Ordinal);
        Assert.Equal(anna, await PersonAsync(host, anna.Email));
    }

    private static async Task<Somebody> PersonAsync(ProductHost host, string email) =>
        (await host.Http.GetFromJsonAsync<Somebody[]>("/api/people", JsonSerializerOptions.Web))!.Single(one => one.Email == email);

    private sealed record Somebody(string Id, string Email, string Name, string Role);
}
