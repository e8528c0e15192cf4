using System.Collections.Immutable;
using Handoff.Leads;
using Handoff.Leads.Story;
using Handoff.People;
using Handoff.Rows;
using Handoff.Service.Company;
using Handoff.Service.Leads;
using Handoff.Service.Mail;
using Handoff.Service.MailEvents;
using Handoff.Service.Storage;
using Handoff.Service.Turns;
using Handoff.Service.Vault;
using NodaTime;

namespace Handoff.Service.Board;

/// <summary>Tells a viewer the life of one lead, event by event, with its messages and the very e-mails.</summary>
public sealed class LeadTimeline(
    LeadTurns turns, LeadStories stories, IStreamStore streams, LeadVault vault, CompanyInForce company, BoardReading board,
    IMailCopyStore copies, Mailbox mailbox, IClock clock)
{
    private const int MostMails = 200;

    private readonly AlertsCarried _carried = new(streams);
    private readonly LeadOrigins _origins = new(turns);

    /// <summary>The life of the lead; null: there is none, or the viewer may not see it.</summary>
    public async Task<TimelineView?> ReadAsync(Viewer viewer, string id, CancellationToken cancellation)
    {
        if (await turns.FindAsync(new(id), cancellation) is not { Reception: not null } lead || !viewer.Sight.Sees(lead))
            return null;
        var events = await stories.EventsAsync(lead.Id, cancellation);
        var reader = (await stories.ReaderAsync(lead.Known.Agreement, viewer.Language, cancellation)).Of(events) with
        {
            Zone = viewer.Zone,
        };
        var messages = await _carried.FindAsync(lead.Id, MessageFate.Of(events), cancellation);
        var mails = await MailsAsync(viewer, id, cancellation);
        var touches = await _origins.TouchesAsync(lead, cancellation);
        var steps = Journey.Of(events).Select(step => (Entry: Entry(step, reader, messages, mails, touches), step.IsDetail));
        var before = (await _origins.BeforeAsync(viewer, lead, cancellation)).Reverse().Select(entry => (Entry: entry, IsDetail: false));
        var now = clock.GetCurrentInstant();
        return new()
        {
            Now = now,
            Lead = lead,
            Record = await vault.OpenAsync(id, cancellation) is { } record ? company.WithAuthors(record, viewer.Language) : null,
            Row = lead.HasClocks ? await board.RowAsync(LeadRow.Of(lead), viewer, now, cancellation) : null,
            OwnerName = company.OwnerName(lead.Owner, lead.Known.Team, viewer.Language) ?? "",
            // Of one instant the order of the ledger stands.
            Entries = Folded(before.Concat(steps).OrderBy(step => step.Entry.At).Reverse()),
        };
    }

    /// <summary>The e-mail as it was sent; null: there is none, or it names a lead that the viewer may not see.</summary>
    public async Task<MailboxMessage?> FindMailAsync(Viewer viewer, string leadId, string mailId, CancellationToken cancellation)
    {
        if (await copies.FindCopyAsync(mailId, cancellation) is not { } copy || !copy.LeadIds.Contains(leadId))
            return null;
        return await SeesAllAsync(viewer, copy.LeadIds, cancellation) ? await mailbox.OpenAsync(copy, cancellation) : null;
    }

    /// <summary>A step of the ledger; of a message, what it says and what became of it, with each event folded into it.</summary>
    private static TimelineEntry Entry(
        JourneyStep step, StoryReader reader, IReadOnlyDictionary<int, CarriedMessage> messages, IReadOnlyList<TimelineMail> mails,
        IReadOnlyDictionary<LeadId, ImmutableSortedDictionary<string, string>> touches)
    {
        ImmutableArray<TimelineEntry> told = [.. step.Events.Select(happened => new TimelineEntry(
            happened.At, LeadStory.TypeOf(happened), LeadStory.Says(happened, reader),
            Actors.Of(happened) is { } who ? reader.Name(who) : null))];
        if (messages.GetValueOrDefault(step.Message) is not { } message)
        {
            return told[0] with
            {
                Touch = step.Events[0] switch
                {
                    LeadReceived received => received.Reception.LastTouch,
                    TouchAdded added => touches.GetValueOrDefault(added.From),
                    _ => null,
                },
            };
        }

        var to = message.Fate.Message.To;
        return new(message.Fate.At, TimelineTypes.Message, "", to == PersonId.Nobody ? null : reader.Name(to))
        {
            Fate = message.Fate,
            Mail = MailOf(message, mails),
            Folded = [told[^1] with { Mail = MailOf(message, mails) }, .. told.Reverse().Skip(1)],
        };
    }

    /// <summary>
    /// What the process did for itself is folded into what people did before it, and a message that was repeated to the same person, such
    /// as the daily alert, is one entry.
    /// </summary>
    /// <param name="steps">The last first.</param>
    private static ImmutableArray<TimelineEntry> Folded(IEnumerable<(TimelineEntry Entry, bool IsDetail)> steps)
    {
        var entries = new List<TimelineEntry>();
        var details = new List<TimelineEntry>();
        foreach (var (entry, isDetail) in steps)
        {
            if (isDetail)
            {
                details.AddRange(entry.Folded.IsEmpty ? [entry] : entry.Folded);
                continue;
            }

            var next = entry with { Folded = [.. details, .. entry.Folded] };
            details.Clear();
            if (entries is [.., { Fate: { } later } last] && entry.Fate is { } fate
                && later.Message.Kind == fate.Message.Kind && later.Message.To == fate.Message.To)
                entries[^1] = last with { Folded = [.. last.Folded, .. next.Folded], Times = last.Times + 1 };
            else
                entries.Add(next);
        }

        return [.. entries];
    }

    private static TimelineMail? MailOf(CarriedMessage message, IReadOnlyList<TimelineMail> mails) =>
        mails.FirstOrDefault(mail => mail.Id == message.MailId);

    private async Task<IReadOnlyList<TimelineMail>> MailsAsync(Viewer viewer, string leadId, CancellationToken cancellation)
    {
        List<TimelineMail> mails = [];
        foreach (var copy in await copies.ListCopiesAsync(leadId, MostMails, cancellation))
        {
            // This lead is the viewer's to see already.
            if (!await SeesAllAsync(viewer, copy.LeadIds.Where(other => other != leadId), cancellation)
                || await mailbox.OpenAsync(copy, cancellation) is not { } message)
                continue;
            var isAlert = MessageName.TryRead(copy.Id, out var name) && name.Stream.Kind == StreamKind.Alerts;
            mails.Add(new(copy.Id, copy.At, message.To, message.Subject, isAlert));
        }

        return mails;
    }

    /// <summary>A digest names several leads: it is shown to who may see them all.</summary>
    private async ValueTask<bool> SeesAllAsync(Viewer viewer, IEnumerable<string> leadIds, CancellationToken cancellation)
    {
        foreach (var id in leadIds)
        {
            if (await turns.FindAsync(new(id), cancellation) is not { Reception: not null } lead || !viewer.Sight.Sees(lead))
                return false;
        }

        return true;
    }
}
