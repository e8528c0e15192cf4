using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Handoff.Board;
using Handoff.People;
using Handoff.Service.Board;
using Handoff.Service.Company;
using Handoff.Service.Links;
using Handoff.Service.Storage;
using NodaTime;
using NodaTime.Text;

namespace Handoff.Service.SignIn;

/// <summary>What a session's cookie says.</summary>
public sealed record SessionGrant(PersonId Person, Instant IssuedAt);

/// <summary>How a sign-in link stands.</summary>
public enum SignInLink
{
    Usable,

    /// <summary>It was used, its quarter of an hour is over, or its person is no longer in the files.</summary>
    Over,

    /// <summary>It is none of ours.</summary>
    Unknown,
}

/// <summary>Begins, judges and ends sessions: by the people in force at each request, and by the product's clock.</summary>
public sealed class Sessions(CompanyInForce company, ILinkProtector protector, IFactStore facts, IClock clock)
{
    /// <summary>How long a session lasts.</summary>
    public static Duration Lifetime { get; } = Duration.FromDays(14);

    // The sealed state of a journey to a provider lasts a quarter of an hour on the world's clock.
    private static readonly Duration AnswerKept = Duration.FromDays(1);

    // Two machines' clocks may differ a little.
    private static readonly Duration Ahead = Duration.FromMinutes(1);

    /// <summary>How the link stands; looking changes nothing (promise 6: scanners open every link).</summary>
    public (SignInLink Standing, Person? Person) Look(string token)
    {
        if (Grant(token) is not { } grant)
            return (SignInLink.Unknown, null);
        var person = company.Staff.Find(grant.Person);
        return (person is null || grant.ExpiresAt <= clock.GetCurrentInstant() ? SignInLink.Over : SignInLink.Usable, person);
    }

    /// <summary>Uses the link, once.</summary>
    /// <returns>The session, or null: the link cannot be used (any more).</returns>
    public async Task<SessionGrant?> BeginAsync(string token, CancellationToken cancellation)
    {
        if (Look(token) is not (SignInLink.Usable, { } person) || Grant(token) is not { } grant)
            return null;
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $"{grant.Person}\n{grant.Offer}\n{grant.ExpiresAt.ToUnixTimeTicks()}"))));
        return await facts.ClaimAsync($"signin:{name}", grant.ExpiresAt, clock.GetCurrentInstant(), cancellation)
            ? new(person.Id, clock.GetCurrentInstant())
            : null;
    }

    /// <summary>The person of the files with an address that a provider of identities answers for, or null.</summary>
    public Person? Known(string address) => company.Staff.FindByAddress(address);

    /// <summary>Begins the session of somebody whom a provider of identities answers for, once for each of its answers.</summary>
    /// <param name="once">What no other answer of the provider has.</param>
    /// <returns>The same session as by a link; null: the answer was used.</returns>
    public async Task<SessionGrant?> BeginAsync(Person person, string once, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(person);
        var now = clock.GetCurrentInstant();
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(once)));
        return await facts.ClaimAsync($"signin-openid:{name}", now + AnswerKept, now, cancellation) ? new(person.Id, now) : null;
    }

    /// <summary>Who a session is, by the people and the agreement in force; null: the session is over.</summary>
    public async ValueTask<Viewer?> JudgeAsync(SessionGrant session, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        if (company.Staff.Find(session.Person) is not { } person || session.IssuedAt > now + Ahead || session.IssuedAt + Lifetime <= now)
            return null;
        if (await facts.FindValueAsync(SignedOutName(person.Id), cancellation) is { } at
            && InstantPattern.ExtendedIso.Parse(at).Value >= session.IssuedAt)
            return null;
        return new(person, Sight.Of(person.Id, company.Staff, company.Agreement), person.Language, person.Calendar.Zone)
        {
            Naming = company.Naming,
        };
    }

    /// <summary>The machine that runs the product, without a sign-in.</summary>
    public Viewer ThisMachine(Language language) => new(null, Sight.Everything, language, company.Agreement.TimeZone)
    {
        Naming = company.Naming,
    };

    /// <summary>Ends every session that the person has begun so far, on every machine.</summary>
    public async Task EndAsync(PersonId person, CancellationToken cancellation) =>
        await facts.SaveValueAsync(SignedOutName(person), InstantPattern.ExtendedIso.Format(clock.GetCurrentInstant()), cancellation);

    private LinkGrant? Grant(string token) => protector.Unprotect(token) is { Purpose: LinkPurpose.SignIn } grant ? grant : null;

    private static string SignedOutName(PersonId person) => $"signed-out:{person}";
}
