using Handoff.Leads;
using Handoff.Service.Asking;
using Handoff.Service.Links;
using Handoff.Service.Mail;
using Handoff.Service.Processes;

namespace Handoff.Faults.Tests.Outside;

/// <summary>Mails that say only what people act on: their links. The pages and the wording have tests of their own.</summary>
internal sealed class PlainLetters : IMailRenderer
{
    public ValueTask<RenderedMail> RenderAsync(MailModel model, CancellationToken cancellation)
    {
        var links = model.Items.SelectMany(item => item.Links).Concat(model.Links);
        return ValueTask.FromResult(
            new RenderedMail(model.Kind.ToString(), string.Join('\n', links.Select(link => $"{link.Rel} {link.Href}")), ""));
    }

    public ValueTask<RenderedMail> RenderAsync(AskMail mail, CancellationToken cancellation) =>
        ValueTask.FromResult(new RenderedMail("ask", $"{mail.Link.Rel} {mail.Link.Href}", ""));

    public ValueTask<RenderedMail> RenderAsync(LetterMail mail, CancellationToken cancellation) =>
        ValueTask.FromResult(new RenderedMail(mail.Kind, string.Join('\n', mail.Links.Select(link => $"{link.Rel} {link.Href}")), ""));
}

/// <summary>Links that can be read, so that the world can judge what the product does with them.</summary>
internal sealed class OpenLinks : ILinkProtector
{
    public string Protect(LinkGrant grant) => FormattableString.Invariant(
        $"{(int)grant.Purpose}!{grant.Person.Value}!{grant.Lead?.Value}!{grant.Offer}!{grant.ExpiresAt.ToUnixTimeTicks()}");

    public LinkGrant? Unprotect(string token) => Read(token);

    public static LinkGrant? Read(string token)
    {
        var parts = token.Split('!');
        if (parts.Length != 5)
            return null;
        static long Number(string text) => long.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        return new((LinkPurpose)Number(parts[0]), new(parts[1]), parts[2].Length == 0 ? null : new LeadId(parts[2]), (int)Number(parts[3]),
            NodaTime.Instant.FromUnixTimeTicks(Number(parts[4])));
    }
}
