using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Handoff.Service.Asking;
using Handoff.Service.Mail;
using Handoff.Service.Processes;
using Handoff.Web.Mail;
using Microsoft.Extensions.DependencyInjection;

namespace Handoff.Mail.Tests;

/// <summary>The renderer as a host has it, and the HTML part as a mail client reads it.</summary>
internal static class Mails
{
    private static readonly IMailRenderer Renderer =
        new ServiceCollection().AddHandoffMails().BuildServiceProvider().GetRequiredService<IMailRenderer>();

    public static Task<RenderedMail> RenderAsync(MailModel model) => Renderer.RenderAsync(model, CancellationToken.None).AsTask();

    public static Task<RenderedMail> RenderAsync(LetterMail mail) => Renderer.RenderAsync(mail, CancellationToken.None).AsTask();

    public static Task<RenderedMail> RenderAsync(AskMail mail) => Renderer.RenderAsync(mail, CancellationToken.None).AsTask();

    public static IHtmlDocument Page(this RenderedMail mail) => new HtmlParser().ParseDocument(mail.Html);

    /// <summary>What a reader sees of the HTML part, white space as one space.</summary>
    public static string Seen(this RenderedMail mail) =>
        string.Join(' ', mail.Page().Body!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static string[] Links(this RenderedMail mail) =>
        [.. mail.Page().QuerySelectorAll("a").Select(link => link.GetAttribute("href")!)];
}
