using System.Collections.Immutable;
using Handoff.Board;
using Handoff.Faults.Tests.Hosts;
using Handoff.Faults.Tests.World;
using Handoff.Qualification;
using Handoff.Service.Board;
using Handoff.Service.Company;
using Handoff.Service.Intake;
using Handoff.Service.Returns;
using NodaTime;

namespace Handoff.Faults.Tests.Outside;

/// <summary>What marketing does with leads that came back, some of it twice: contests, corrections, and leads that are kept warm.</summary>
internal sealed class Marketing(SimulatedWorld world)
{
    private const string Giulia = "giulia.ferri@acme.example";

    private readonly SplitMix _chance = world.Chance.Apart("marketing");

    public void Begin()
    {
        if (!world.Scenario.Has(Trouble.Marketing))
            return;
        for (var n = 0; n < world.Scenario.Leads; n++)
            world.Time.At(SimulatedWorld.Start + _chance.Between(Duration.Zero, Duration.FromDays(world.Scenario.Days)), Act);
    }

    private void Act()
    {
        var back = world.Auditor.All.Where(lead => lead.State.IsBack).Select(lead => lead.State.Id).ToList();
        if (back.Count == 0)
            return;
        var lead = _chance.Of(back);
        var again = NewLeadId.At(world.Now).Value;
        var form = _chance.Below(5) switch
        {
            < 3 => new ReturnForm("contest", null, "it was a good one", ImmutableDictionary<string, string>.Empty),
            3 => new ReturnForm(
                "again", again, null, ImmutableDictionary<string, string>.Empty.Add(KnownFields.JobTitle, $"{Vendors.Mark} chief")),
            _ => new ReturnForm("recycle", null, null, ImmutableDictionary<string, string>.Empty),
        };
        Post(lead.Value, form);
        if (_chance.Chance(200))
            world.Time.In(_chance.Between(Duration.Zero, Duration.FromMinutes(2)), () => Post(lead.Value, form));
    }

    private void Post(string lead, ReturnForm form)
    {
        if (world.Fleet.Any() is not { } host)
            return;
        Errand.Run(world, host, async () =>
        {
            var company = host.Get<CompanyInForce>();
            if (company.Staff.FindByAddress(Giulia) is not { } person)
                return;
            var sight = Sight.Of(person.Id, company.Staff, company.Agreement);
            var viewer = new Viewer(person, sight, person.Language, person.Calendar.Zone);
            await host.Get<ReturnActs>().ActAsync(viewer, new(lead), form, default);
        }, _ => { });
    }
}
