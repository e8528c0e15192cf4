using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using Handoff.Agreements;
using Handoff.Service.Intake;

namespace Handoff.Local.SampleData;

/// <summary>Who fills in the forms of the sample, and what they write. Every address ends in a domain that nobody can have.</summary>
internal sealed class SampleVisitors(Chance chance, LeadSource source)
{
    private static readonly string[] First =
    [
        "Ada", "Giulia", "Marco", "Elena", "Luca", "Sofia", "Paolo", "Chiara", "Davide", "Laura", "Emma", "James", "Olivia", "Noah",
        "Maria", "Hans", "Claire", "Pierre", "Ingrid", "Tom",
    ];

    private static readonly string[] Last =
    [
        "Rossi", "Ferrari", "Bianchi", "Romano", "Gallo", "Costa", "Fontana", "Moretti", "Barbieri", "Marini", "Smith", "Taylor", "Brown",
        "Wilson", "Martin", "Weber", "Laurent", "Jensen", "Novak", "Silva",
    ];

    private static readonly string[] Trade = ["Meccanica", "Logistica", "Foods", "Pharma", "Energy", "Textiles", "Software", "Machines"];
    private static readonly string[] Title = ["Head of Purchasing", "Director of Operations", "CTO", "Buyer", "Engineer", "Office Manager"];
    private static readonly (int, string)[] Country = [(11, "IT"), (3, "GB"), (3, "US"), (2, "DE"), (1, "FR"), (1, "CH")];

    private readonly List<ImmutableDictionary<string, string>> _known = [];
    private int _requests;

    /// <summary>The next request that a campaign brings; now and then of somebody who has asked before.</summary>
    public IntakeRequest Next(Campaign campaign)
    {
        var isBad = campaign.Bad > 0.5;
        var person = _known.Count > 20 && chance.Is(0.06) ? chance.Of(_known) : Person(isBad);
        var fields = person.SetItem("form", chance.Of(campaign.Form))
            .SetItems(campaign.Tags().Select(tag => KeyValuePair.Create(tag.Item1, tag.Item2)));
        return new()
        {
            Source = source,
            Fields = fields,
            IdempotencyKey = null,
            // No delivery of the sample is a repetition of another.
            BodyHash = SHA256.HashData(BitConverter.GetBytes(++_requests)),
        };
    }

    private ImmutableDictionary<string, string> Person(bool isBad)
    {
        var (first, last, number) = (chance.Of(First), chance.Of(Last), _known.Count + 1);
        var company = string.Create(CultureInfo.InvariantCulture, $"{last} {chance.Of(Trade)} {number}");
        var domain = isBad && chance.Is(0.7) ? "gmail.com.example" : $"{company.Replace(' ', '-').ToLowerInvariant()}.example";
        var address = string.Create(CultureInfo.InvariantCulture, $"{first}.{last}{number}@{domain}").ToLowerInvariant();
        var said = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["email"] = address,
            ["name"] = $"{first} {last}",
            ["country"] = chance.Of(Country),
        };
        if (!isBad || chance.Is(0.5))
            (said["company"], said["job_title"]) = (company, chance.Of(Title));
        if (!isBad || chance.Is(0.3))
            said["employees"] = chance.Of((int[])[8, 20, 60, 120, 400, 1500]).ToString(CultureInfo.InvariantCulture);
        var person = said.ToImmutableDictionary(StringComparer.Ordinal);
        _known.Add(person);
        return person;
    }
}
