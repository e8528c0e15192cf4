using System.Security.Cryptography;
using Handoff.People;
using Handoff.Service.Company;
using Handoff.Service.Links;
using NodaTime;

namespace Handoff.Service.SignIn;

/// <summary>What came of asking for a link.</summary>
public enum SignInAnswer
{
    /// <summary>If the address is somebody's, a link is on its way: the same for every address, known or not.</summary>
    OnItsWay,

    /// <summary>This client has asked too often; nothing is sent.</summary>
    TooOften,
}

/// <summary>Sends who asks a link by which to sign in, to an address of <c>people.yaml</c> only.</summary>
public sealed class SignInRequests(CompanyInForce company, ILinkProtector protector, Site site, SignInPost post, IClock clock)
{
    /// <summary>How long a link can be used, by the product's clock.</summary>
    public static Duration Lifetime { get; } = Duration.FromMinutes(15);

    private const int LongestAddress = 320;

    private readonly AttemptLimit _perAddress = new(5, Lifetime, clock);
    private readonly AttemptLimit _perClient = new(20, Lifetime, clock);

    /// <summary>Takes a request. It is answered before the mail goes, so that how long it takes tells nothing either.</summary>
    /// <param name="address">The address as it was typed.</param>
    /// <param name="client">From where it was asked: limits are kept by it.</param>
    public SignInAnswer Ask(string address, string client)
    {
        if (!_perClient.Count(client))
            return SignInAnswer.TooOften;
        if (address.Length > LongestAddress)
            return SignInAnswer.OnItsWay;
        var id = PersonId.Of(address);
        // Counted for unknown addresses too: a limit that holds for the known ones only would tell which they are.
        var isWithinLimit = _perAddress.Count(id.Address);
        var expires = clock.GetCurrentInstant() + Lifetime;
        // The number makes two links of one instant two. A link is sealed for an unknown address too, and thrown away: else the time would tell.
        var token = protector.Protect(new(LinkPurpose.SignIn, id, null, RandomNumberGenerator.GetInt32(int.MaxValue), expires));
        if (!isWithinLimit || company.Staff.Find(id) is not { } person)
            return SignInAnswer.OnItsWay;
        post.Enqueue(new(person, company.Agreement.Organisation, new Uri(site.BaseAddress, $"signin/{token}").AbsoluteUri, clock.GetCurrentInstant(), expires));
        return SignInAnswer.OnItsWay;
    }
}
