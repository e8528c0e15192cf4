using Handoff.Leads;
using Handoff.People;
using Handoff.Processes;
using Handoff.Service.Company;
using Handoff.Service.Mail;
using Handoff.Service.MailEvents;
using Handoff.Service.Running;
using Handoff.Service.Storage;

namespace Handoff.Service.Processes;

/// <summary>Delivers mails that belong to no lead, at least once. Recording the result is the caller's turn.</summary>
public sealed class LetterCourier(CompanyInForce company, IMailRenderer renderer, MailSending sending)
{
    /// <param name="stream">The process that owes it.</param>
    /// <param name="letter">The mail.</param>
    /// <param name="write">What it says to its reader; null: it is overtaken, and counts as gone.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<Handover> DeliverAsync(
        StreamId stream, OwedLetter letter, Func<Person, ValueTask<LetterMail?>> write, CancellationToken cancellation)
    {
        if (company.Staff.Find(letter.To) is not { } reader)
            return new(new(letter.Number, DeliveryResult.Refused, Reason: "The recipient is no longer in people.yaml."), null);
        if (await write(reader) is not { } mail)
            return new(new(letter.Number, DeliveryResult.Sent), null);
        var rendered = await renderer.RenderAsync(mail, cancellation);
        return await sending.SendAsync(
            new(new MessageName(stream, letter.Number).ToString(), stream.Name, letter.Number, mail.Kind, reader, rendered)
            {
                Links = mail.Links,
                Calendar = mail.Calendar,
            },
            cancellation);
    }
}
