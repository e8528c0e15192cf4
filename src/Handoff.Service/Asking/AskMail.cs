using Handoff.Leads;
using Handoff.People;
using Handoff.Service.Company;
using Handoff.Service.Delivery;
using Handoff.Service.Links;
using Handoff.Service.Mail;
using Handoff.Service.MailEvents;
using Handoff.Service.Running;
using Handoff.Service.Storage;
using Handoff.Service.Turns;
using NodaTime;

namespace Handoff.Service.Asking;

/// <summary>The mail that asks whoever sent a lead whether somebody has called. It offers nothing and speaks of no product.</summary>
/// <param name="Organisation">Who asks.</param>
/// <param name="SentAt">When the person asked to be contacted.</param>
/// <param name="Now">The product's time.</param>
/// <param name="Zone">In which its days are.</param>
/// <param name="IsByConsent">Whether it goes because the person agreed to be contacted.</param>
/// <param name="Link">The page with the answers.</param>
/// <param name="Withdraw">The page on which the person says that nobody is to write any more; on whatever basis it goes.</param>
public sealed record AskMail(
    string? Name, Language Language, string Organisation, Instant SentAt, Instant Now, DateTimeZone Zone, bool IsByConsent, MailLink Link,
    MailLink Withdraw);

/// <summary>Sends the mail to the person of a lead.</summary>
public sealed class AskPost(CompanyInForce company, LinkMaker links, IMailRenderer renderer, MailSending sending, IClock clock)
{
    /// <summary>The language in which a lead's person is written to: the one told, of those that there are, else the agreement's.</summary>
    public static Language LanguageOf(Lead lead, Language otherwise) =>
        string.IsNullOrEmpty(lead.Known.Language) ? otherwise : Language.Find(lead.Known.Language) ?? Language.En;

    /// <summary>Tries once. Recording the result is the caller's turn.</summary>
    /// <param name="opened">The lead, with its key and its data.</param>
    /// <param name="number">The message's number.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<Handover> SendAsync(OpenedLead opened, int number, CancellationToken cancellation)
    {
        var (lead, key, record) = (opened.Lead, opened.Key!, opened.Record!);
        if (record.Email is not { } address)
            return new(new(number, DeliveryResult.Refused, Reason: "The lead has no address."), null);
        var agreement = company.Agreement;
        var mail = new AskMail(
            record.Name, LanguageOf(lead, agreement.Language), agreement.Organisation, lead.ReceivedAt, clock.GetCurrentInstant(),
            agreement.TimeZone, lead.Ask is { IsByConsent: true }, LinkTo(LinkPurpose.Ask), LinkTo(LinkPurpose.Consent));
        var rendered = await renderer.RenderAsync(mail, cancellation);
        var name = new MessageName(new(StreamKind.Lead, lead.Id.Value), number);
        return await sending.SendAsync(
            new(
                name.ToString(), lead.Id.Value, number, MessageKindWords.Of(MessageKind.AskLead),
                new MailAddressee(address, record.Name ?? ""), address, mail.Language, rendered)
            {
                Links = [mail.Link, mail.Withdraw],
                Keys = new Dictionary<string, byte[]>(StringComparer.Ordinal) { [lead.Id.Value] = key },
            },
            cancellation);

        MailLink LinkTo(LinkPurpose purpose) => links.Make(purpose, PersonId.Nobody, lead.Id, 0);
    }
}
