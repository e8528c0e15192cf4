using System.Collections.Immutable;
using Handoff.Privacy;
using Handoff.Service.Leads;

namespace Handoff.Service.Privacy;

/// <summary>What an erasure of a person came to.</summary>
/// <param name="Erased">The leads whose personal data is destroyed.</param>
/// <param name="Others">Leads with the same phone that may be somebody else's; they stay.</param>
public sealed record ErasedPerson(ImmutableArray<string> Erased, ImmutableArray<string> Others);

/// <summary>Erases every lead of a person (promise 7). Who erases twice finds nothing the second time.</summary>
public sealed class PersonErasure(PersonFinding finding, LeadErasure erasure)
{
    /// <summary>Erases them. One that was cut short is finished by asking again.</summary>
    public async Task<ErasedPerson> EraseAsync(PersonSeed seed, CancellationToken cancellation)
    {
        var person = await finding.FindAsync(seed, cancellation);
        foreach (var lead in person.Leads)
            await erasure.EraseAsync(lead.Value, cancellation);
        return new([.. person.Leads.Select(lead => lead.Value)], [.. person.Others.Select(lead => lead.Value)]);
    }
}
