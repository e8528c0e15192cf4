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

    /// <summary>Who had the person's or the company's last handoff and is still with the company, or null.</summary>
    public PersonId? Owner { get; init; }

    /// <summary>The team of <see cref="Owner"/>, or null.</summary>
    public string? OwnerTeam { get; init; }

    /// <summary>When the person asked in the last 30 days, this request included.</summary>
    public required ImmutableArray<Instant> Touches { get; init; }

    /// <summary>The lookups that were read, with their versions: person keys first, the company's last.</summary>
    public required ImmutableArray<(string Key, long Version)> Read { get; init; }

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

/// <summary>Finds the person again, by address, else by phone, and the company by its mail domain (DESIGN section 6: the existing owner first).</summary>
public sealed class EarlierLeads(ILookupStore lookups, LookupKeys keys, LeadTurns turns, CompanyInForce company)
{
    private static readonly Duration TouchesCount = Duration.FromDays(30);

    /// <summary>Looks the person up.</summary>
    public async ValueTask<EarlierLead> FindAsync(Contact contact, Instant now, CancellationToken cancellation)
    {
        var read = ImmutableArray.CreateBuilder<(string, long)>(3);
        Lookup? person = null;
        foreach (var text in new[] { contact.Email, contact.Phone })
        {
            if (text is null)
                continue;
            var key = await keys.PersonAsync(text, cancellation);
            var found = await lookups.FindLookupAsync(key, now, cancellation);
            read.Add((key, found?.Version ?? 0));
            // The address decides; the phone counts only for a request without one.
            if (text == contact.Email || contact.Email is null)
                person ??= found;
        }

        Lookup? atCompany = null;
        if (contact.EmailDomain is { } domain && !EmailDomains.IsIn(EmailDomains.FreeMail, domain))
        {
            var key = await keys.CompanyAsync(domain, cancellation);
            atCompany = await lookups.FindLookupAsync(key, now, cancellation);
            read.Add((key, atCompany?.Version ?? 0));
        }

        var touches = (person is null ? [] : LedgerJson.ReadTimes(person.Data).Where(at => now - at < TouchesCount)).Append(now).ToImmutableArray();
        var last = person is null ? null : await turns.FindAsync(new(person.LeadId), cancellation);
        if (last is not null && last.Status.IsOpen())
            return new() { Open = last.Id, Touches = touches, Read = read.ToImmutable() };
        var owner = OwnerOf(last) ?? (atCompany is null ? null : OwnerOf(await turns.FindAsync(new(atCompany.LeadId), cancellation)));
        return new()
        {
            Ended = last?.Id,
            Owner = owner,
            OwnerTeam = owner is { } who ? company.Staff.TeamOf(who)?.Name : null,
            Touches = touches,
            Read = read.ToImmutable(),
        };
    }

    /// <summary>Who had the lead last; of one that nobody accepted, who was to have it. Only who is still a rep.</summary>
    private PersonId? OwnerOf(Lead? lead)
    {
        var owner = lead?.LastOwner ?? lead?.Reception?.ExistingOwner;
        return owner is { } who && company.Staff.TeamOf(who) is not null ? owner : null;
    }
}
