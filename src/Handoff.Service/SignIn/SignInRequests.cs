using System.Security.Cryptography;
using Handoff.People;
using Handoff.Service.Company;
using Handoff.Service.Links;
using Handoff.Service.People;
using NodaTime;

namespace Handoff.Service.SignIn;

/// <summary>Sends who asks a link by which to sign in, to an address of <c>people.yaml</c> only.</summary>
public sealed class SignInRequests(CompanyInForce company, ILinkProtector protector, Site site, SignInPost post, IClock clock)
{
    /// <summary>How long a link can be used, by the product's clock.</summary>
    public static Duration Lifetime { get; } = Duration.FromMinutes(15);

    private const int LongestAddress = 320;

    private readonly SignInLimits _limits = new(clock);

    /// <summary>
    /// Takes a request. Its answer is always the same and goes before the mail, and what is done for it is the same too: a link is sealed
    /// and a mail is written for every address, and thrown away where there is nobody to send it to or enough were sent. So neither words
    /// nor time tell who works here.
    /// </summary>
    /// <param name="address">The address as it was typed.</param>
    /// <param name="sender">From where it was asked: limits are kept by it.</param>
    /// <param name="query">What the link carries beside the token, such as the page to go to.</param>
    public void Ask(string address, string sender, string query = "")
    {
        if (address.Length > LongestAddress)
            return;
        var (person, standIn) = (company.Staff.FindByAddress(address), StandIn());
        // Nobody's link is of an id that nobody has.
        var (key, id) = (person?.Address ?? "", person?.Id ?? PeopleDirectory.NewId());
        var isSent = _limits.MaySend(sender, key) & person is not null;
        var (now, expires) = (clock.GetCurrentInstant(), clock.GetCurrentInstant() + Lifetime);
        // The number makes two links of one instant two.
        var token = protector.Protect(new(LinkPurpose.SignIn, id, null, RandomNumberGenerator.GetInt32(int.MaxValue), expires));
        var href = new Uri(site.BaseAddress, $"signin/{token}{query}").AbsoluteUri;
        post.Enqueue(key, new(person ?? standIn, company.Agreement.Organisation, href, now, expires), isSent);
    }

    /// <summary>Whose name stands in a mail that goes to nobody.</summary>
    private Person StandIn() => company.Staff.Find(company.Staff.Teams[0].Manager) ?? company.Staff.People.Values.First();
}
