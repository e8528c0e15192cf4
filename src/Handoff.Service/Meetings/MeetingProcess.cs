using Handoff.Agreements;
using Handoff.Meetings;
using Handoff.People;
using Handoff.Processes;
using Handoff.Service.Company;
using Handoff.Service.Links;
using Handoff.Service.Processes;
using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.Service.Meetings;

/// <summary>The meetings of the two heads, and what they decided.</summary>
public sealed class MeetingProcess(
    ProcessTurns turns, LetterCourier courier, AgendaReading agenda, InvitationWriting invitations, CompanyInForce company, Site site,
    IClock clock)
    : PlannedProcess<MeetingState>(turns, courier, company)
{
    private const int UsualMinutes = 45;

    private readonly ProcessTurns _turns = turns;

    /// <summary>The one stream.</summary>
    public static StreamId Stream { get; } = new(StreamKind.Meeting, "main");

    /// <inheritdoc/>
    public override StreamKind Kind => StreamKind.Meeting;

    /// <inheritdoc/>
    public override StreamId? Follows => Stream;

    /// <inheritdoc/>
    protected override MeetingState Initial => MeetingState.Empty;

    /// <summary>The meetings and decisions as they stand.</summary>
    public async Task<MeetingState> ReadAsync(CancellationToken cancellation) =>
        await _turns.FindAsync<MeetingState>(Stream, cancellation) ?? MeetingState.Empty;

    /// <inheritdoc/>
    protected override async ValueTask<Decider<MeetingState, ProcessCommand, ProcessEvent>> ByWhatIsKnownAsync(
        StreamId stream, MeetingState state, Instant now, CancellationToken cancellation)
    {
        var (agreement, staff) = (Company.Agreement, Company.Staff);
        var schedule = agreement.Alignment?.Meeting;
        var world = new MeetingWorld(
            schedule is null ? null : AgreedTimes.Of(schedule, agreement, staff), schedule?.Minutes ?? UsualMinutes,
            [.. Invited(schedule, agreement)], agreement.TimeZone, AgendaLeads.None)
        {
            Organizer = schedule?.Organizer ?? agreement.SignedByMarketing,
        };
        if (MeetingDecider.Invites(state, world, now))
        {
            var since = MeetingDecider.AgendaFrom(state, now) ?? now - Duration.FromDays(30);
            world = world with { Leads = await agenda.ReadAsync(since, cancellation) };
        }

        return MeetingDecider.In(world, now);
    }

    /// <inheritdoc/>
    protected override async ValueTask<LetterMail?> WriteAsync(
        StreamId stream, MeetingState state, OwedLetter letter, Person reader, CancellationToken cancellation)
    {
        // What a later mail says of the same meeting stands for the earlier.
        if (state.Letters.Owed.Any(other => other.To == letter.To && other.About == letter.About && other.Number > letter.Number
            && other.Kind != LetterKind.DecisionReminder && letter.Kind != LetterKind.DecisionReminder))
            return null;
        if (letter.Kind == LetterKind.DecisionReminder)
        {
            return state.Decisions.FirstOrDefault(one => one.Number == letter.About) is { IsOpen: true } decision
                ? Mail(new DecisionMail(decision) { Reader = reader, Organisation = "", Now = default }, reader) : null;
        }

        if (ToldMeeting.Of(await _turns.ReadEventsAsync(stream, cancellation), letter) is not { } told)
            return null;
        var mail = new MeetingMail(told.Invited, told.News is MeetingNews.Cancelled or MeetingNews.WithoutReader)
        {
            News = told.News,
            Reader = reader,
            Organisation = "",
            Now = default,
            Zone = Company.Agreement.TimeZone,
            ReasonOf = code => Company.Agreement.Reason(code)?.In(reader.Language) ?? code,
            PageOf = lead => $"{site.BaseAddress.AbsoluteUri}leads/{lead.Lead.Value}",
        };
        return Mail(mail, reader) is MeetingMail whole ? whole with { Calendar = invitations.Write(whole) } : null;
    }

    private LetterMail Mail(LetterMail mail, Person reader) => mail with
    {
        Reader = reader,
        Organisation = Company.Agreement.Organisation,
        Naming = Company.Naming,
        Now = clock.GetCurrentInstant(),
        Links = [new("meeting", $"{site.BaseAddress.AbsoluteUri}meeting")],
    };

    private static IEnumerable<PersonId> Invited(Schedule? schedule, Agreement agreement) =>
        schedule is null ? [agreement.SignedByMarketing, agreement.SignedBySales] : AgreedTimes.HeadsOf(schedule, agreement);
}
