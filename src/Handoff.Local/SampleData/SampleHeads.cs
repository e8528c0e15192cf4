using Handoff.Meetings;
using Handoff.Service.Company;
using Handoff.Service.Meetings;

namespace Handoff.Local.SampleData;

/// <summary>The two heads of the sample: at each of their meetings they write one thing down, and close what was due.</summary>
internal sealed class SampleHeads(MeetingProcess meetings, CompanyInForce company)
{
    private const int DaysToDo = 42;

    private static readonly (string Text, bool IsOfSales, string Metric, decimal Expected)[] Decided =
    [
        ("One of the first team stays on call on Friday afternoons.", true, "accepted_in_time", 92),
        ("Marketing looks at the leads of free-gadget before sales gets them.", false, "acceptance_rate", 95),
        ("Who reaches a voicemail calls again the same day.", true, "contacted_in_time", 90),
    ];

    /// <summary>What they do when a meeting has just been; otherwise nothing.</summary>
    public async Task MeetAsync(CancellationToken cancellation)
    {
        var state = await meetings.ReadAsync(cancellation);
        var count = state.Decisions.Length;
        if (state.LastAt is not { } met || count == Decided.Length || (count > 0 && state.Decisions[^1].At >= met))
            return;
        var (agreement, today) = (company.Agreement, met.InZone(company.Agreement.TimeZone).Date);
        foreach (var passed in state.Decisions.Where(one => one.IsOpen && one.Due <= today))
            await meetings.AskAsync(
                MeetingProcess.Stream, new CloseDecision(passed.Owner, passed.Number, IsDone: true), cancellation);
        var (text, isOfSales, metric, expected) = Decided[count];
        var owner = isOfSales ? company.Staff.Teams[0].Manager : agreement.SignedByMarketing;
        var decision = new Decide(agreement.SignedBySales, text, owner, today.PlusDays(DaysToDo), metric, expected);
        await meetings.AskAsync(MeetingProcess.Stream, decision, cancellation);
    }
}
