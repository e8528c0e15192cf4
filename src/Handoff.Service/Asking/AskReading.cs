using Handoff.Leads;
using Handoff.Qualification.Quality;
using Handoff.Service.Intake;
using Handoff.Service.Storage;
using Handoff.Service.Turns;
using Handoff.Service.Vault;
using NodaTime;

namespace Handoff.Service.Asking;

/// <summary>How a host asks people who sent leads.</summary>
/// <param name="IsDemonstration">Whether what happens is made up: then nobody is asked.</param>
public sealed record AskOptions(bool IsDemonstration);

/// <summary>What a turn knows of the person whom it may ask.</summary>
/// <param name="Claim">Is written with a turn that asks: nobody else asks the same person. Null: the person is not asked.</param>
public sealed record AskedPerson(AskStanding Standing, LookupWrite? Claim);

/// <summary>
/// Finds out whether a person may be asked. Who was asked is known by a keyed hash of the address for 90 days, whichever lead it was about;
/// of who does not want to be asked, for ever.
/// </summary>
public sealed class AskReading(ILookupStore lookups, LookupKeys keys, LeadVault vault, AskOptions options, IClock clock)
{
    private const string Person = "person:";

    /// <summary>Looks at the person of a lead.</summary>
    public async ValueTask<AskedPerson> FindAsync(OpenedLead opened, CancellationToken cancellation)
    {
        if (options.IsDemonstration)
            return Not(AskObstacle.Demonstration);
        var id = opened.Lead.Id.Value;
        if ((opened.Record ?? await vault.OpenAsync(id, cancellation))?.Email is not { } address)
            return Not(AskObstacle.NoAddress);
        if (RoleAddresses.Has(address))
            return Not(AskObstacle.RoleAddress);
        var now = clock.GetCurrentInstant();
        var key = await KeyAsync(address, cancellation);
        var before = await lookups.FindLookupAsync(key, now, cancellation);
        // A claim of this lead's own is of a turn that did not come to an end.
        return before is not null && before.LeadId != id
            ? Not(AskObstacle.AskedBefore)
            : new(new(null), new(key, id, "", before?.Version ?? 0, now + LeadAsk.OnceIn));
    }

    /// <summary>The claim by which a person is never asked again; null: there is no address.</summary>
    public async ValueTask<LookupWrite?> NeverAsync(LeadId lead, CancellationToken cancellation) =>
        (await vault.OpenAsync(lead.Value, cancellation))?.Email is { } address
            ? new(await KeyAsync(address, cancellation), lead.Value, "never", ExpectedVersion: null, ExpiresAt: null) : null;

    private async ValueTask<string> KeyAsync(string address, CancellationToken cancellation) =>
        $"asked:{(await keys.AddressAsync(address, cancellation))[Person.Length..]}";

    private static AskedPerson Not(AskObstacle obstacle) => new(new(obstacle), null);
}
