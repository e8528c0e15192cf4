using System.Collections.Immutable;
using Handoff.Board;
using Handoff.Leads;
using Handoff.Leads.Story;
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
    LeadTurns turns, LeadStories stories, LeadVault vault, CompanyInForce company, BoardReading board, IMailCopyStore copies, Mailbox mailbox, IClock clock)
{
    private const int MostMails = 200;

    /// <summary>The life of the lead; null: there is none, or the viewer may not see it.</summary>
    public async Task<TimelineView?> ReadAsync(Viewer viewer, string id, CancellationToken cancellation)
    {
        if (await turns.FindAsync(new(id), cancellation) is not { Reception: not null } lead || !viewer.Sight.Sees(lead))
            return null;
        var events = await stories.EventsAsync(lead.Id, cancellation);
        var reader = await stories.ReaderAsync(lead.Known.Agreement, cancellation) with { Zone = viewer.Zone, Language = viewer.Language, Messages = MessageLedger.All(events) };
        var fates = MessageFate.Of(events);
        var mails = await MailsAsync(viewer, id, cancellation);
        var entries = events.Select(happened => Entry(happened, reader, fates, mails)).ToList();
        entries.AddRange(mails.Where(mail => mail.Number is null).Select(mail => new TimelineEntry(mail.At, "alert_mailed", "", null) { Mail = mail }));
        var now = clock.GetCurrentInstant();
        return new()
        {
            Now = now,
            Lead = lead,
            Record = await vault.OpenAsync(id, cancellation),
            Row = OpenHandoff.Of(lead) is { } open ? await board.RowAsync(open, now, cancellation) : null,
            OwnerName = company.OwnerName(lead.Owner, lead.Known.Team) ?? "",
            // Of one instant the order of the ledger stands; alerts' e-mails come after what caused them.
            Entries = [.. entries.OrderBy(entry => entry.At)],
            Messages = [.. fates.Values.Select(fate => new TimelineMessage(fate, company.NameOf(fate.Message.To), mails.FirstOrDefault(mail => mail.Number == fate.Message.Number)))],
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
        LeadEvent happened, StoryReader reader, IReadOnlyDictionary<int, MessageFate> fates, IReadOnlyList<TimelineMail> mails)
    {
        var number = happened switch { MessageOwed e => e.Message.Number, MessageSent e => e.Number, _ => 0 };
        return new(happened.At, LeadStory.TypeOf(happened), LeadStory.Says(happened, reader), Actors.Of(happened) is { } who ? reader.Name(who) : null)
        {
            Fate = happened is MessageOwed ? fates.GetValueOrDefault(number) : null,
            Mail = happened is MessageSent ? mails.FirstOrDefault(mail => mail.Number == number) : null,
        };
    }

    private async Task<IReadOnlyList<TimelineMail>> MailsAsync(Viewer viewer, string leadId, CancellationToken cancellation)
    {
        List<TimelineMail> mails = [];
        foreach (var copy in await copies.ListCopiesAsync(leadId, MostMails, cancellation))
        {
            // This lead is the viewer's to see already.
            if (!await SeesAllAsync(viewer, copy.LeadIds.Where(other => other != leadId), cancellation) || await mailbox.OpenAsync(copy, cancellation) is not { } message)
                continue;
            var number = MessageName.TryRead(copy.Id, out var name) && name.Stream.Kind == StreamKind.Lead ? name.Number : (int?)null;
            mails.Add(new(copy.Id, copy.At, message.To, message.Subject, number));
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
