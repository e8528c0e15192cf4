using Handoff.Leads;
using Handoff.People;
using Handoff.Service.Links;
using NodaTime;
using NodaTime.Testing;
using Xunit;

namespace Handoff.Service.Tests.Links;

/// <summary>The links of mails and pages: what differs, and how long they last.</summary>
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
    public void A_link_lasts_thirty_days_from_when_it_was_made()
    {
        _clock.AdvanceSeconds(60);

        _links.Make(LinkPurpose.Contacted, Anna, Lead, 0);

        Assert.Equal(_clock.GetCurrentInstant() + Duration.FromDays(30), _protector.Sealed[^1].ExpiresAt);
    }

    [Fact]
    public void What_differs_in_anything_is_another_link()
    {
        MailLink[] links = [
            _links.Make(LinkPurpose.Offer, Anna, Lead, 1), _links.Make(LinkPurpose.Offer, Anna, Lead, 2),
                _links.Make(LinkPurpose.Contacted, Anna, Lead, 1),
            _links.Make(LinkPurpose.Offer, new("bob@acme.example"), Lead, 1), _links.Make(LinkPurpose.Offer, Anna, new("lead-2"), 1)];

        Assert.Equal(links.Length, links.Select(static link => link.Href).Distinct().Count());
    }

    [Fact]
    public void An_undo_ends_when_the_undo_does_whenever_its_link_was_made()
    {
        _clock.AdvanceSeconds(5);

        _links.Make(LinkPurpose.Undo, Anna, Lead, 0, Start);

        Assert.Equal(Start + LinkMaker.UndoWithin, _protector.Sealed[^1].ExpiresAt);
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
