using System.Collections.Immutable;
using Handoff.Leads;
using Handoff.People;
using Handoff.Qualification;
using Handoff.Service.Company;
using Handoff.Service.Serialization;
using Handoff.Service.Storage;
using Handoff.Service.Turns;
using NodaTime;

namespace Handoff.Service.Intake;

/// <summary>What is known of a person and of the person's company when a request arrives.</summary>
public sealed record EarlierLead
{
    /// <summary>The person's open handoff, which the request joins, or null.</summary>
    public LeadId? Open { get; init; }

    /// <summary>The person's last lead, when it has ended, or null.</summary>
    public LeadId? Ended { get; init; }

    /// <summary>When the person's last handoff ended, or null.</summary>
    public Instant? HandoffEndedAt { get; init; }

    /// <summary>Who had the person's or the company's last handoff and is still with the company, or null.</summary>
    public PersonId? Owner { get; init; }

    /// <summary>The team of <see cref="Owner"/>, or null.</summary>
    public Team? OwnerTeam { get; init; }

    /// <summary>How the person came the first time, by the earlier lead, or null.</summary>
    public ImmutableSortedDictionary<string, string>? FirstTouch { get; init; }

    /// <summary>When the person asked in the last 30 days, this request included; the last hundred times at most.</summary>
    public required ImmutableArray<Instant> Touches { get; init; }

    /// <summary>
    /// The lookups, with the versions that were read: person keys first, the company's last. Null: the decision does not rest on it, and
    /// the key leads to whoever came last.
    /// </summary>
    public required ImmutableArray<(string Key, long? Version)> Read { get; init; }

    /// <summary>The team that gets the new lead, and why: the owner's, else the one whose territory it is.</summary>
    public TeamChoice TeamOr(TeamChoice territory) =>
        OwnerTeam is { } team ? new(team, new(TeamRule.HasTheOwner)) : territory;

    /// <summary>What the new lead claims: the keys lead to it, or stay with the open handoff that it joins.</summary>
    public IEnumerable<LookupWrite> Claims(LeadId id, LeadId? joins, Instant now)
    {
        var times = LedgerJson.Write(Touches);
        foreach (var (key, version) in Read)
        {
            if (joins is null)
                yield return new(key, id.Value, times, version, null);
            else if (key.StartsWith("person:", StringComparison.Ordinal))
                yield return new(key, joins.Value.Value, times, version, null);
        }
    }
}

/// <summary>
/// Finds the person again, by address, else by phone, and the company by its mail domain (design section 6: the existing owner first).
/// </summary>
public sealed class EarlierLeads(ILookupStore lookups, LeadTurns turns, CompanyInForce company)
{
    private static readonly Duration TouchesCount = Duration.FromDays(30);
    private const int MostTouches = 100;

    /// <summary>Looks the person up.</summary>
    /// <param name="keys">The keys of who asks.</param>
    /// <param name="isSure">Whether to look; else everybody is taken for new, and the commit tells.</param>
    public async ValueTask<EarlierLead> FindAsync(
        Contact contact, PersonKeys keys, Instant now, bool isSure, CancellationToken cancellation)
    {
        var read = ImmutableArray.CreateBuilder<(string, long?)>(3);
        Lookup? person = null;
        if (keys.ByAddress is { } address)
        {
            person = await LookAsync(address, now, isSure, cancellation);
            read.Add((address, person?.Version ?? 0));
        }

        if (keys.ByPhone is { } phone)
        {
            // The address decides; the phone counts only for a request without one.
            if (keys.ByAddress is null)
                person = await LookAsync(phone, now, isSure, cancellation);
            read.Add((phone, keys.ByAddress is null ? person?.Version ?? 0 : null));
        }

        Lookup? atCompany = null;
        if (keys.Company is { } companyKey && contact.EmailDomain is { } domain && !EmailDomains.IsIn(EmailDomains.FreeMail, domain))
        {
            atCompany = await LookAsync(companyKey, now, isSure, cancellation);
            // It only tells who owns the company, so whoever has looked claims nothing: many who ask at once must not stand in each other's
            // way. Who has not looked has to hear of it.
            read.Add((companyKey, isSure ? null : 0));
        }

        var before = person is null ? [] : LedgerJson.ReadTimes(person.Data).Where(at => now - at < TouchesCount);
        var touches = before.Append(now).TakeLast(MostTouches).ToImmutableArray();
        var last = person is null ? null : await turns.FindAsync(new(person.LeadId), cancellation);
        var first = last?.Reception is { } known ? known.FirstTouch ?? known.LastTouch : null;
        if (last is not null && last.Status.IsOpen())
            return new() { Open = last.Id, FirstTouch = first, Touches = touches, Read = read.ToImmutable() };
        var owner = OwnerOf(last) ?? (atCompany is null ? null : OwnerOf(await turns.FindAsync(new(atCompany.LeadId), cancellation)));
        return new()
        {
            Ended = last?.Id,
            HandoffEndedAt = last?.HandoffEndedAt,
            FirstTouch = first,
            Owner = owner,
            OwnerTeam = owner is { } who ? company.Staff.TeamOf(who) : null,
            Touches = touches,
            Read = read.ToImmutable(),
        };
    }

    private ValueTask<Lookup?> LookAsync(string key, Instant now, bool isSure, CancellationToken cancellation) =>
        isSure ? lookups.FindLookupAsync(key, now, cancellation) : default;

    /// <summary>Who had the lead last; of one that nobody accepted, who was to have it. Only who is still a rep.</summary>
    private PersonId? OwnerOf(Lead? lead)
    {
        var owner = lead?.LastOwner ?? lead?.Reception?.ExistingOwner;
        return owner is { } who && company.Staff.TeamOf(who) is not null ? owner : null;
    }
}
