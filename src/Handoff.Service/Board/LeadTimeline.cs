using System.Collections.Immutable;
using Handoff.Leads;
using Handoff.Leads.Story;
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

    /// <summary>The life of the lead; null: there is none, or the viewer may not see it.</summary>
    public async Task<TimelineView?> ReadAsync(Viewer viewer, string id, CancellationToken cancellation)
    {
        if (await turns.FindAsync(new(id), cancellation) is not { Reception: not null } lead || !viewer.Sight.Sees(lead))
            return null;
        var events = await stories.EventsAsync(lead.Id, cancellation);
        var reader =
            await stories.ReaderAsync(
                lead.Known.Agreement, cancellation) with
            {
                Zone = viewer.Zone,
                Language = viewer.Language,
                Messages = MessageLedger.All(events)
            };
        var messages = await _carried.FindAsync(lead.Id, MessageFate.Of(events), cancellation);
        var mails = await MailsAsync(viewer, id, cancellation);
        var entries = events.Select(happened => Entry(happened, reader, messages, mails)).ToList();
        entries.AddRange(
            mails.Where(mail => mail.IsAlert).Select(mail => new TimelineEntry(mail.At, "alert_mailed", "", null) { Mail = mail }));
        var now = clock.GetCurrentInstant();
        return new()
        {
            Now = now,
            Lead = lead,
            Record = await vault.OpenAsync(id, cancellation),
            Row = lead.Status.HasClocks() ? await board.RowAsync(LeadRow.Of(lead), now, cancellation) : null,
            OwnerName = company.OwnerName(lead.Owner, lead.Known.Team) ?? "",
            // Of one instant the order of the ledger stands; alerts' e-mails come after what caused them.
            Entries = [.. entries.OrderBy(entry => entry.At)],
            Messages = [.. messages.Values.OrderBy(one => one.Fate.Message.Number)
                .Select(one => new TimelineMessage(one.Fate, company.NameOf(one.Fate.Message.To), MailOf(one, mails)))],
        };
    }

    /// <summary>The e-mail as it was sent; null: there is none, or it names a lead that the viewer may not see.</summary>
    public async Task<MailboxMessage?> FindMailAsync(Viewer viewer, string leadId, string mailId, CancellationToken cancellation)
    {
        if (await copies.FindCopyAsync(mailId, cancellation) is not { } copy || !copy.LeadIds.Contains(leadId))
            return null;
        return await SeesAllAsync(viewer, copy.LeadIds, cancellation) ? await mailbox.OpenAsync(copy, cancellation) : null;
    }

    private static TimelineEntry Entry(
        LeadEvent happened, StoryReader reader, IReadOnlyDictionary<int, CarriedMessage> messages, IReadOnlyList<TimelineMail> mails)
    {
        var message = messages.GetValueOrDefault(happened switch { MessageOwed e => e.Message.Number, MessageSent e => e.Number, _ => 0 });
        return new(
            happened.At, LeadStory.TypeOf(happened), LeadStory.Says(happened, reader), Actors.Of(happened) is { } who ? reader.Name(who)
            : null)
        {
            Fate = happened is MessageOwed ? message?.Fate : null,
            Mail = happened is MessageSent && message is not null ? MailOf(message, mails) : null,
        };
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
