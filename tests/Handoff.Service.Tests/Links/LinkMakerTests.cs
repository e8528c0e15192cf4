using Handoff.Leads;
using Handoff.People;
using Handoff.Service.Links;
using NodaTime;
using NodaTime.Testing;
using Xunit;

namespace Handoff.Service.Tests.Links;

/// <summary>The links of mails and pages: when two of them are one.</summary>
public sealed class LinkMakerTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 11, 26, 9, 0);
    private static readonly PersonId Anna = new("anna@acme.example");
    private static readonly LeadId Lead = new("lead-1");

    private readonly FakeClock _clock = new(Start);
    private readonly Counting _protector = new();
    private readonly LinkMaker _links;

    public LinkMakerTests() => _links = new(_protector, _clock, new(new("https://handoff.example/")));

    [Fact]
    public void A_link_that_was_made_within_the_last_minute_is_given_again()
    {
        var first = _links.Make(LinkPurpose.Absence, Anna, null, 0);
        _clock.AdvanceSeconds(60);

        Assert.Equal(first, _links.Make(LinkPurpose.Absence, Anna, null, 0));
        Assert.Equal(Start + Duration.FromDays(30), Assert.Single(_protector.Sealed).ExpiresAt);
    }

    [Fact]
    public void After_that_a_new_one_is_made()
    {
        var first = _links.Make(LinkPurpose.Contacted, Anna, Lead, 0);
        _clock.AdvanceMilliseconds(60_001);

        Assert.NotEqual(first, _links.Make(LinkPurpose.Contacted, Anna, Lead, 0));
        Assert.Equal(_clock.GetCurrentInstant() + Duration.FromDays(30), _protector.Sealed[^1].ExpiresAt);
    }

    [Fact]
    public void What_differs_in_anything_is_another_link()
    {
        MailLink[] links = [
            _links.Make(LinkPurpose.Offer, Anna, Lead, 1), _links.Make(LinkPurpose.Offer, Anna, Lead, 2), _links.Make(LinkPurpose.Contacted, Anna, Lead, 1),
            _links.Make(LinkPurpose.Offer, new("bob@acme.example"), Lead, 1), _links.Make(LinkPurpose.Offer, Anna, new("lead-2"), 1)];

        Assert.Equal(links.Length, links.Select(static link => link.Href).Distinct().Count());
    }

    [Fact]
    public void An_undo_ends_when_the_undo_does_and_never_earlier()
    {
        var first = _links.Make(LinkPurpose.Undo, Anna, Lead, 0, Start);
        _clock.AdvanceSeconds(5);

        Assert.Equal(first, _links.Make(LinkPurpose.Undo, Anna, Lead, 0, Start));
        Assert.NotEqual(first, _links.Make(LinkPurpose.Undo, Anna, Lead, 0, Start + Duration.FromSeconds(5)));
        Assert.Equal(Start + Duration.FromSeconds(5) + LinkMaker.UndoWithin, _protector.Sealed[^1].ExpiresAt);
    }

    [Fact]
    public void A_clock_that_was_set_back_gives_no_link_that_lasts_longer()
    {
        _links.Make(LinkPurpose.Absence, Anna, null, 0);
        _clock.AdvanceSeconds(-1);
        _links.Make(LinkPurpose.Absence, Anna, null, 0);

        Assert.Equal(Start + Duration.FromDays(30) - Duration.FromSeconds(1), _protector.Sealed[^1].ExpiresAt);
    }

    [Fact]
    public void Only_the_last_of_them_are_kept()
    {
        var first = _links.Make(LinkPurpose.Offer, Anna, new("first"), 1);
        for (var lead = 0; lead < 2_000; lead++)
            _links.Make(LinkPurpose.Offer, Anna, new($"lead-{lead}"), 1);

        Assert.NotEqual(first, _links.Make(LinkPurpose.Offer, Anna, new("first"), 1));
    }

    /// <summary>Numbers the grants that it seals.</summary>
    private sealed class Counting : ILinkProtector
    {
        public List<LinkGrant> Sealed { get; } = [];

        public string Protect(LinkGrant grant)
        {
            Sealed.Add(grant);
            return $"token-{Sealed.Count}";
        }

        public LinkGrant? Unprotect(string token) => throw new NotSupportedException();
    }
}
