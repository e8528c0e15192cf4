using System.Collections.Concurrent;
using System.Xml.Linq;
using Handoff.People;
using Handoff.Service.Links;
using Handoff.Web.Links;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Handoff.Web.Tests.Links;

public sealed class TokenTests
{
    private static readonly IDataProtectionProvider Keys = NewKeys();
    private static readonly DataProtectionLinkProtector Protector = new(Keys);

    public static TheoryData<LinkPurpose> Purposes => [.. Enum.GetValues<LinkPurpose>()];

    [Theory]
    [MemberData(nameof(Purposes))]
    public void A_token_gives_its_grant_back(LinkPurpose purpose) =>
        Assert.Equal(Given.Grant(purpose), Protector.Unprotect(Protector.Protect(Given.Grant(purpose))));

    [Fact]
    public void An_expired_grant_is_given_back_too_the_caller_judges_it()
    {
        var past = Given.Grant(LinkPurpose.Offer) with { ExpiresAt = Instant.FromUtc(1999, 12, 31, 23, 59) };

        Assert.Equal(past, Protector.Unprotect(Protector.Protect(past)));
    }

    [Fact]
    public void A_token_altered_in_any_character_is_none()
    {
        var token = Protector.Protect(Given.Grant(LinkPurpose.Offer));

        for (var at = 0; at < token.Length; at++)
        {
            // Two others each, so that the last character's unused bits are tried as well.
            foreach (var other in "AB_".Where(other => other != token[at]).Take(2))
                Assert.Null(Protector.Unprotect($"{token[..at]}{other}{token[(at + 1)..]}"));
        }
    }

    [Fact]
    public void Every_other_last_character_makes_no_token()
    {
        var token = Protector.Protect(Given.Grant(LinkPurpose.Offer));

        Assert.All(
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".Where(other => other != token[^1]),
            other => Assert.Null(Protector.Unprotect($"{token[..^1]}{other}")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("robots.txt")]
    [InlineData("è\u0000%2F..")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void Garbage_is_none_and_throws_nothing(string garbage) => Assert.Null(Protector.Unprotect(garbage));

    [Fact]
    public void A_token_cut_off_or_gone_on_is_none()
    {
        var token = Protector.Protect(Given.Grant(LinkPurpose.Offer));

        Assert.Null(Protector.Unprotect(token[..^1]));
        Assert.Null(Protector.Unprotect(token + "A"));
        Assert.Null(Protector.Unprotect(token + "="));
        Assert.Null(Protector.Unprotect(token + " "));
        Assert.Null(Protector.Unprotect(new string('A', 4096)));
    }

    [Fact]
    public void What_is_sealed_for_something_else_is_none()
    {
        var other = Keys.CreateProtector("something.else");

        Assert.Null(
            Protector.Unprotect(
            System.Buffers.Text.Base64Url.EncodeToString(other.Protect(LinkPayload.Write(Given.Grant(LinkPurpose.Offer))))));
    }

    [Fact]
    public void A_token_of_other_keys_is_none() =>
        Assert.Null(Protector.Unprotect(new DataProtectionLinkProtector(NewKeys()).Protect(Given.Grant(LinkPurpose.Offer))));

    [Fact]
    public void A_token_says_nothing_and_fits_in_an_address()
    {
        var token = Protector.Protect(
            Given.Grant(LinkPurpose.Manage) with { Person = PersonId.Of($"{new string('a', 64)}@{new string('b', 185)}.com") });

        Assert.Equal(token, Uri.EscapeDataString(token));
        Assert.InRange(token.Length, 100, 1000);
    }

    [Fact]
    public void Payloads_of_another_version_or_cut_anywhere_are_none()
    {
        var payload = LinkPayload.Write(Given.Grant(LinkPurpose.Offer));

        // An absence link has no lead: what is cut there is still whole.
        var withoutLead = payload.Length - 2 - Given.LeadId.Value.Length;
        Assert.All(
            Enumerable.Range(0, payload.Length).Where(length => length != withoutLead), length =>
            Assert.Null(LinkPayload.Read(payload.AsSpan(0, length))));
        payload[0] = 2;
        Assert.Null(LinkPayload.Read(payload));
    }

    /// <summary>Keys as a host makes them, kept nowhere.</summary>
    private static IDataProtectionProvider NewKeys()
    {
        var services = new ServiceCollection();
        services.AddHandoffLinks().Configure<KeyManagementOptions>(static keys => keys.XmlRepository = new KeysInMemory())
            .AddDataProtection();
        return services.BuildServiceProvider().GetRequiredService<IDataProtectionProvider>();
    }

    private sealed class KeysInMemory : IXmlRepository
    {
        private readonly ConcurrentBag<XElement> _keys = [];

        public IReadOnlyCollection<XElement> GetAllElements() => _keys;

        public void StoreElement(XElement element, string friendlyName) => _keys.Add(element);
    }
}
