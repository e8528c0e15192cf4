using System.Collections.Immutable;
using System.Globalization;
using Handoff.Service.Mail;
using Handoff.Web.Pages;
using Handoff.Web.Words;

namespace Handoff.Web.MailboxPages;

/// <summary>What the mailbox shows.</summary>
/// <param name="Base">The address of the whole mailbox.</param>
/// <param name="Messages">The messages, the newest first.</param>
/// <param name="Selected">The message that is shown beside them, or null: there is none.</param>
/// <param name="IsChosen">Whether the reader has chosen it: on a phone it then stands alone.</param>
public sealed record MailboxView(
    PageFrame Frame, string Base, ImmutableArray<MailboxMessage> Messages, MailboxMessage? Selected, bool IsChosen, MailboxLook Look,
    ReaderTime Clock)
{
    /// <summary>Which messages are listed.</summary>
    public MailboxFilter Filter { get; init; } = new(null, null, null);

    /// <summary>How many to list instead, where there are older ones; null: there are none.</summary>
    public int? Older { get; init; }

    /// <summary>Where older ones are listed too, or null.</summary>
    public string? OlderHref =>
        Older is { } limit ? string.Create(CultureInfo.InvariantCulture, $"{Base}?limit={limit}{Filter.Query}") : null;

    /// <summary>To whom there are messages, with how many.</summary>
    public ImmutableArray<(string To, int Count)> Recipients { get; init; } = [];

    /// <summary>The links of the message that is shown, each with what it leads to now.</summary>
    public ImmutableArray<CheckedLink> Links { get; init; } = [];

    internal string Says(CheckedLink link) => link switch
    {
        { IsBroken: true } => Texts.LinkBroken,
        { Until: { } until } when until <= Clock.Now => Clock.Texts.Fill(Texts.LinkOver, Clock.Texts.At(Clock.At(until))),
        { Until: { } until } => Clock.Texts.Fill(Texts.LinkWorks, Clock.Texts.Until(Clock.At(until))),
        _ => Texts.LinkToPage,
    };

    /// <summary>The list without what was sent until now.</summary>
    public string ClearHref => $"{Base}?{(Filter with { After = Clock.Now }).Query.TrimStart('&')}";

    public MailboxTexts Texts => new(Frame.Language);

    /// <summary>The pages of the embedded host.</summary>
    public IReadOnlyList<(string Href, string Text, bool IsHere)> Pages => LocalPages.Of(Frame, Base[..^"/mailbox".Length], "/mailbox");

    /// <summary>Where one message is shown.</summary>
    public string Href(MailboxMessage message) => Href(message, Look);

    /// <summary>Where one message is shown, looked at in another way.</summary>
    public string Href(MailboxMessage message, MailboxLook look) =>
        $"{Base}?id={Uri.EscapeDataString(message.Id)}&{look.Query}{Filter.Query}";

    public string HtmlHref(MailboxMessage message) => $"{Base}/{Uri.EscapeDataString(message.Id)}/html?scheme={Look.Scheme}";

    public string Time(MailboxMessage message) => Clock.Texts.At(Clock.At(message.At));

    /// <summary>The message as it goes out, but for the encoding of its parts.</summary>
    public static string Raw(MailboxMessage message) => $"""
        To: {message.To}
        Subject: {message.Subject}
        Date: {message.At}
        Content-Type: multipart/alternative

        --- text/plain; charset=utf-8

        {message.Text}
        --- text/html; charset=utf-8

        {message.Html}
        """;

    /// <summary>Whether an address may become a link here.</summary>
    internal static bool IsWeb(string href) =>
        Uri.TryCreate(href, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);
}
