using Handoff.Agreements;
using Handoff.Leads;
using Handoff.Service.Company;
using Handoff.Service.Intake;
using Handoff.Service.Meetings;
using Handoff.Service.Processes;
using Handoff.Service.Running;
using Handoff.Service.Storage;
using Handoff.Service.Turns;
using NodaTime;

namespace Handoff.Local.SampleData;

/// <summary>
/// Fills a data folder with a quarter of leads. The product's own intake, turns and timers make them, one moment after the other, so that
/// every figure is one that it would have measured; only visitors and sales people are made up, from a seed.
/// </summary>
internal sealed class SampleQuarter(IServiceProvider services, SampleClock clock, LeadSource source, Instant start, int weeks, int seed)
{
    /// <summary>How long the sample lasts.</summary>
    public const int Weeks = 13;

    private readonly Chance _chance = new(seed);
    private readonly IStreamStore _store = services.GetRequiredService<IStreamStore>();
    private readonly LeadTurns _turns = services.GetRequiredService<LeadTurns>();
    private readonly StreamWork _work = services.GetRequiredService<StreamWork>();
    private readonly LeadIntake _intake = services.GetRequiredService<LeadIntake>();
    private readonly CompanyInForce _company = services.GetRequiredService<CompanyInForce>();
    private readonly FilesFollowing _following = services.GetRequiredService<FilesFollowing>();
    private readonly SampleHeads _heads =
        new(services.GetRequiredService<MeetingProcess>(), services.GetRequiredService<CompanyInForce>());
    private readonly Dictionary<LeadId, Campaign> _campaigns = [];
    private readonly HashSet<(LeadId, string)> _planned = [];
    private readonly PriorityQueue<Func<CancellationToken, Task>, Instant> _ahead = new();

    private Instant Now => Instant.FromDateTimeOffset(clock.GetUtcNow());

    /// <summary>Lives through the quarter.</summary>
    /// <returns>How many leads were received.</returns>
    public async Task<int> FillAsync(CancellationToken cancellation)
    {
        var end = start + Duration.FromDays(7 * weeks);
        var sales = new SampleSales(_chance, _company.Staff, lead => _campaigns.GetValueOrDefault(lead.Id, Campaign.All[^1]));
        PlanVisits(new(_chance, source), sales, end);
        // Reports and meetings plan themselves.
        await _following.LookAsync(cancellation);
        while (true)
        {
            var due = await _store.FindNextWakeUpAsync(cancellation) ?? end;
            if (_ahead.TryPeek(out _, out var at) && at <= due && at < end)
            {
                clock.Set(at);
                await _ahead.Dequeue()(cancellation);
            }
            else if (due < end)
            {
                clock.Set(due);
                foreach (var passed in await _store.FindDueAsync(Now, 100, cancellation))
                    await RunAsync(passed.Stream, sales, cancellation);
            }
            else
            {
                return _campaigns.Count;
            }
        }
    }

    private void PlanVisits(SampleVisitors visitors, SampleSales sales, Instant end)
    {
        var zone = _company.Agreement.TimeZone;
        for (var day = start.InZone(zone).Date; day.AtStartOfDayInZone(zone).ToInstant() < end; day = day.PlusDays(1))
        {
            var share = day.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday ? 0.25 : 1;
            var week = NodaTime.Period.DaysBetween(start.InZone(zone).Date, day) / 7;
            foreach (var campaign in Campaign.All.Where(campaign => week >= campaign.From && week < campaign.To))
            {
                for (var left = _chance.Poisson(campaign.PerDay * share); left > 0; left--)
                {
                    var at = day.At(new LocalTime(7, 30).PlusMinutes((long)(_chance.Around(330, 0.45) % 900)))
                        .InZoneLeniently(zone).ToInstant();
                    if (at > start)
                        _ahead.Enqueue(cancellation => ReceiveAsync(campaign, visitors.Next(campaign), sales, cancellation), at);
                }
            }
        }
    }

    private async Task ReceiveAsync(Campaign campaign, IntakeRequest request, SampleSales sales, CancellationToken cancellation)
    {
        if (await _intake.ReceiveAsync(request, cancellation) is not IntakeAnswer.Stored stored)
            return;
        _campaigns[stored.Id] = campaign;
        await RunAsync(OpenedLead.StreamOf(stored.Id), sales, cancellation);
    }

    private async Task ReplyAsync(LeadId id, LeadCommand command, SampleSales sales, CancellationToken cancellation)
    {
        await _turns.DecideAsync(id, command, cancellation);
        await RunAsync(OpenedLead.StreamOf(id), sales, cancellation);
    }

    /// <summary>Carries out what is due, and plans what somebody will do about it.</summary>
    private async Task RunAsync(StreamId stream, SampleSales sales, CancellationToken cancellation)
    {
        await _work.RunAsync(stream, opened: null, cancellation);
        if (stream == MeetingProcess.Stream)
            await _heads.MeetAsync(cancellation);
        if (stream.Kind != StreamKind.Lead || await _turns.FindAsync(new(stream.Id), cancellation) is not { } lead)
            return;
        if (sales.Next(lead, Now) is { } reply && _planned.Add((lead.Id, reply.Step)))
            _ahead.Enqueue(later => ReplyAsync(lead.Id, reply.Command, sales, later), reply.At);
    }
}
