using Handoff.Leads;
using Handoff.Qualification;

namespace Handoff.Privacy;

/// <summary>By what a person is named who sent leads: an address, a phone, or one of the leads.</summary>
public sealed record PersonSeed
{
    private PersonSeed()
    {
    }

    /// <summary>The address as addresses are compared, or null.</summary>
    public string? Address { get; private init; }

    /// <summary>The phone as phones are compared, or null.</summary>
    public string? Phone { get; private init; }

    /// <summary>A lead of the person, or null.</summary>
    public LeadId? Lead { get; private init; }

    /// <summary>Names the person by an address; one that cannot work names whoever wrote it so in a form.</summary>
    public static PersonSeed OfAddress(string text) => new() { Address = ComparedAddress(text) };

    /// <summary>Names the person by a phone; one without its country's prefix names whoever wrote it so.</summary>
    public static PersonSeed OfPhone(string text) => new() { Phone = PhoneReading.Of(text, country: null)?.E164 ?? text.Trim() };

    /// <summary>Names the person by a lead.</summary>
    public static PersonSeed OfLead(LeadId lead) => new() { Lead = lead };

    /// <summary>An address as it is compared here, be it one that cannot work.</summary>
    public static string ComparedAddress(string text) => EmailAddress.Normalise(text) ?? text.Trim().ToLowerInvariant();
}
