using Handoff.Agreements;
using Handoff.Meetings;
using Handoff.People;
using Handoff.Service.Company;
using Handoff.Service.Delivery;
using Handoff.Service.Links;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using NodaTime;
using NodaTime.Text;

namespace Handoff.Service.Meetings;

/// <summary>Writes the invitation that calendar programs read (RFC 5545, RFC 5546, RFC 6047).</summary>
public sealed class InvitationWriting(CompanyInForce company, Site site)
{
    /// <summary>Writes it: a request, or a cancellation with the same identity and a higher sequence.</summary>
    public CalendarPart Write(MeetingMail mail)
    {
        var (invited, agreement) = (mail.Invited, company.Agreement);
        var (start, organizer) = (invited.Start, OrganizerOf(invited, agreement));
        var words = new AgendaWords(mail.Reader.Language);
        var method = mail.IsCancelled ? "CANCEL" : "REQUEST";
        var meeting = new CalendarEvent
        {
            Uid = UidOf(invited),
            Sequence = invited.Sequence,
            Summary = words.Title,
            Description = string.Join('\n', words.Items(invited.Minutes).Select(item => $"{item.Minutes}' {item.Item}")
                .Concat(mail.Links.Select(link => link.Href))),
            // RFC 5546, section 3.2.5: who is no longer invited is told without a status, for the meeting has its own.
            Status = mail.News == MeetingNews.WithoutReader ? null : mail.IsCancelled ? "CANCELLED" : "CONFIRMED",
            DtStamp = At(mail.Now),
            Start = At(start),
            End = At(start + NodaTime.Duration.FromMinutes(invited.Minutes)),
            Url = new Uri(site.BaseAddress, "meeting"),
        };
        if (organizer is not null)
            meeting.Organizer = new Organizer($"mailto:{organizer.Address}") { CommonName = organizer.Name };
        foreach (var head in mail.News == MeetingNews.WithoutReader ? [mail.Reader.Id]
            : agreement.Alignment?.Meeting is { } schedule ? AgreedTimes.HeadsOf(schedule, agreement) : [])
        {
            if (company.Staff.Find(head) is { } person)
            {
                meeting.Attendees.Add(new Attendee($"mailto:{person.Address}")
                {
                    CommonName = person.Name,
                    Role = "REQ-PARTICIPANT",
                    ParticipationStatus = "NEEDS-ACTION",
                    Rsvp = true,
                });
            }
        }

        var calendar = new Calendar { Method = method, ProductId = "-//Handoff//Meetings//EN" };
        calendar.Events.Add(meeting);
        return new(method, new CalendarSerializer().SerializeToString(calendar) ?? throw new InvalidOperationException("It has an event."));
    }

    /// <summary>Who invited, or invites in their place.</summary>
    private Person? OrganizerOf(MeetingInvited invited, Agreement agreement) =>
        (invited.Organizer is { } who ? company.Staff.Find(who) : null)
        ?? (agreement.Alignment?.Meeting?.Organizer is { } named ? company.Staff.Find(named) : null)
        ?? company.Staff.Find(agreement.SignedByMarketing);

    /// <summary>One identity for each meeting, whatever its time.</summary>
    private string UidOf(MeetingInvited invited) =>
        $"meeting-{invited.Number}-{LocalDatePattern.Iso.Format(invited.Planned)}@{site.BaseAddress.Host}";

    private static CalDateTime At(Instant at) => new(at.ToDateTimeUtc(), "UTC");
}
