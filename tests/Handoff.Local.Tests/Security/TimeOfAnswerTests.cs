using Handoff.Local.Tests.Hosting;
using Handoff.Service.Company;
using Handoff.Service.Links;
using Handoff.Service.SignIn;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Xunit;

namespace Handoff.Local.Tests.Security;

/// <summary>How long an answer takes tells nothing: what is costly is done for everybody.</summary>
public sealed class TimeOfAnswerTests
{
    [Theory]
    [InlineData("anna.greco@acme.example")]
    [InlineData("nobody@elsewhere.example")]
    [InlineData("")]
    public async Task A_link_to_sign_in_is_sealed_for_every_address_known_or_not(string address)
    {
        await using var host = await RunningHost.StartAsync();
        var seals = new CountingSeals(host.Services.GetRequiredService<ILinkProtector>());
        var requests = new SignInRequests(
            host.Services.GetRequiredService<CompanyInForce>(), seals, host.Services.GetRequiredService<Site>(), host.Services.GetRequiredService<SignInPost>(),
            host.Services.GetRequiredService<IClock>());

        // The sixth is one too many for an address, and costs the same.
        for (var asked = 1; asked <= 6; asked++)
        {
            Assert.Equal(SignInAnswer.OnItsWay, requests.Ask(address, "client"));
            Assert.Equal(asked, seals.Count);
        }
    }

    private sealed class CountingSeals(ILinkProtector inner) : ILinkProtector
    {
        public int Count { get; private set; }

        public string Protect(LinkGrant grant)
        {
            Count++;
            return inner.Protect(grant);
        }

        public LinkGrant? Unprotect(string token) => inner.Unprotect(token);
    }
}
