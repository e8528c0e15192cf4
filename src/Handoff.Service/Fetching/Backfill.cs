using Handoff.Agreements;
using Handoff.Service.Company;
using Handoff.Service.Storage;
using Handoff.Service.Telemetry;
using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Text;

namespace Handoff.Service.Fetching;

/// <summary>
/// Looks once a day through the forms of vendors that only send notices: a notice may be lost. What has come already is the same lead.
/// </summary>
public sealed class Backfill(CompanyInForce company, ILeadAnswers answers, IFactStore facts, IClock clock, ILogger<Backfill> log)
{
    private static readonly Duration Day = Duration.FromDays(1);
    private static readonly Duration AfterFailure = Duration.FromHours(1);

    /// <summary>How far back the first look goes, and what two looks overlap.</summary>
    private static readonly Duration First = Duration.FromDays(2);

    private static readonly Duration Overlap = Duration.FromHours(1);

    /// <summary>Looks through each source whose last look is a day ago; call it as often as you like.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        foreach (var source in company.SourceNames.Select(company.Find).OfType<LeadSource>().Where(IsLookedThrough).ToList())
            await LookAsync(source, cancellation);
    }

    private static bool IsLookedThrough(LeadSource source) =>
        source.Fetch is { } fetch && (!fetch.Forms.IsEmpty || fetch.Owner is not null);

    private async Task LookAsync(LeadSource source, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var name = $"backfilled:{source.Name}";
        var last = await facts.FindValueAsync(name, cancellation) is { } text
            && InstantPattern.ExtendedIso.Parse(text) is { Success: true } at ? at.Value : (Instant?)null;
        if (last is { } done && now - done < Day)
            return;
        // Of several processes one looks; what fails is tried an hour later.
        var slot = now.ToUnixTimeSeconds() / (long)AfterFailure.TotalSeconds;
        if (!await facts.ClaimAsync($"backfill:{source.Name}:{slot}", now + Day, now, cancellation))
            return;
        if (await answers.BackfillAsync(source, (last ?? now - First) - Overlap, cancellation) is { } failure)
            log.LogWarning(
                LogEvents.BackfillFailed, "The forms of source {Source} could not be looked through: {Reason}.", source.Name, failure);
        else
            await facts.SaveValueAsync(name, InstantPattern.ExtendedIso.Format(now), cancellation);
    }
}
