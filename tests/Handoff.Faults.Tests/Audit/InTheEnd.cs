using Handoff.Faults.Tests.Outside;
using Handoff.Faults.Tests.World;
using Handoff.People;
using Handoff.Service.Company;
using NodaTime;

namespace Handoff.Faults.Tests.Audit;

/// <summary>What is in force when all is quiet, and since when.</summary>
internal static class InTheEnd
{
    private static readonly DateTimeZone Rome = DateTimeZoneProviders.Tzdb["Europe/Rome"];

    /// <summary>The files and what was signed, as a host that starts now reads them.</summary>
    public static CompanyInForce Company(SimulatedWorld world)
    {
        var company = new CompanyInForce(world.Store, new(world.Store, new(world.Store), PersonId.Of), world.Time);
        _ = company.PutInForceAsync(world.Company.Files, default).Result;
        return company;
    }

    /// <summary>What is agreed on reports and meetings.</summary>
    public static WallAlignment Alignment(SimulatedWorld world)
    {
        using var company = Company(world);
        return SimulatedCompany.AlignmentOf(company.Agreement.Version);
    }

    /// <summary>The last time of a schedule that was to be kept, since it holds; null: there was none.</summary>
    public static LocalDate? LastOf(SimulatedWorld world, WallSchedule schedule)
    {
        var since = Instant.Max(world.Company.ChangedAt, world.Auditor.Proposals.LastInForceAt);
        return schedule.Between(Wall(since + Auditor.Bound), Wall(world.Now - Auditor.Bound), world.Company.IsHeadOff)
            .Select(one => (LocalDate?)one.Planned).Max();
    }

    /// <summary>The next time of a schedule, of those planned for a later day.</summary>
    public static (LocalDate Planned, LocalDateTime Due) NextOf(SimulatedWorld world, WallSchedule schedule, LocalDate? planned) =>
        schedule.Between(Wall(world.Now), Wall(world.Now).PlusDays(75), world.Company.IsHeadOff)
            .Where(one => !(one.Planned <= planned)).MinBy(one => one.Due);

    /// <summary>What the wall in Rome shows.</summary>
    public static LocalDateTime Wall(Instant at) => at.InZone(Rome).LocalDateTime;
}
