using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Handoff.Agreements;
using Handoff.Faults.Tests.Hosts;
using Handoff.Faults.Tests.World;
using Handoff.Service.Company;
using Handoff.Service.Intake;
using NodaTime;

namespace Handoff.Faults.Tests.Outside;

/// <summary>Landing pages and form vendors: they post until they have an answer, and sometimes once more.</summary>
internal sealed class Vendors(SimulatedWorld world)
{
    /// <summary>In every address of a lead, and never anywhere in the clear.</summary>
    public const string Mark = "personal-data";

    private readonly SplitMix _chance = world.Chance.Apart("vendors");
    private readonly SplitMix _consents = world.Chance.Apart("consents");

    public void Begin()
    {
        for (var n = 1; n <= world.Scenario.Leads; n++)
        {
            var delivery = n;
            var at = SimulatedWorld.Start + _chance.Between(Duration.Zero, Duration.FromDays(world.Scenario.Days) * 0.9);
            var request = Request(n);
            world.Time.At(at, () => Post(delivery, request));
            if (world.Scenario.Has(Trouble.Vendors) && _chance.Chance(150))
                world.Time.At(at + _chance.Between(Duration.Zero, Duration.FromMinutes(3)), () => Post(delivery, request));
        }
    }

    private Func<LeadSource, IntakeRequest> Request(int n)
    {
        // The same person asks again, and several of one company.
        var person = world.Scenario.Has(Trouble.Vendors) && _chance.Chance(250) ? 1 + _chance.Below(n) : n;
        var fields = ImmutableDictionary<string, string>.Empty
            .Add("email", string.Create(CultureInfo.InvariantCulture, $"{Mark}-{person}@company-{person % 7}.example"))
            .Add("name", $"{Mark} Rossi")
            .Add("company", "Rossi SpA")
            .Add("country", _chance.Chance(700) ? "IT" : "US")
            .Add("job_title", _chance.Of(["CEO", "clerk", "student"]))
            .Add("employees", _chance.Of(["5", "500"]))
            .Add("message", $"{Mark} says hello")
            .Add("delivery", n.ToString(CultureInfo.InvariantCulture));
        if (_chance.Chance(600))
            fields = fields.Add("form", "demo");
        if (_consents.Chance(500))
            fields = fields.Add("consent_contact", _consents.Chance(800) ? "yes" : "no");
        var body =
            string.Join('&', fields.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => $"{field.Key}={field.Value}"));
        return source => new()
        {
            Source = source,
            Fields = fields,
            IdempotencyKey = $"delivery {n}",
            BodyHash = SHA256.HashData(Encoding.UTF8.GetBytes(body)),
        };
    }

    private static LeadSource SourceOf(SimulatedHost host) =>
        host.Get<CompanyInForce>().Find("website") ?? throw new InvalidOperationException("The sample has this source.");

    private void Post(int delivery, Func<LeadSource, IntakeRequest> request)
    {
        IntakeAnswer? answer = null;
        if (world.Fleet.Any() is not { } host)
        {
            Again();
            return;
        }

        Errand.Run(world, host, async () => answer = await host.Get<LeadIntake>().ReceiveAsync(request(SourceOf(host)), default), _ =>
        {
            if (answer is IntakeAnswer.Stored stored)
                world.Auditor.Acknowledged(delivery, stored);
            else if (answer is null)
                Again();
            else
                world.Break($"A sound request is stored, and was answered {answer}.");
        });

        void Again() => world.Time.In(_chance.Between(Duration.FromSeconds(5), Duration.FromMinutes(30)), () => Post(delivery, request));
    }
}
