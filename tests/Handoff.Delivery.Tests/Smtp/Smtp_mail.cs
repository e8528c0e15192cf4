using System.Text;
using Handoff.Service.Delivery;
using MimeKit;

namespace Handoff.Delivery.Tests.Smtp;

public sealed class Smtp_mail(SharedSmtpServer shared) : IClassFixture<SharedSmtpServer>
{
    [SmtpFact]
    public async Task A_mail_arrives_as_plain_text_and_HTML_in_UTF_8()
    {
        var mail = Mails.To(
            "ana@example.test") with
        {
            Subject = "Perché è tuo: già le 10",
            Text = "Già pronta — 東京",
            Html = "<p>Già pronta — 東京</p>",
            Language = "it-IT"
        };

        var (received, outcome) = await SendAsync(mail);
        using var message = received.Message();

        Assert.IsType<SendOutcome.Accepted>(outcome);
        Assert.Equal("multipart/alternative", message.Body!.ContentType.MimeType);
        Assert.Equal("Già pronta — 東京", message.TextBody!.TrimEnd());
        Assert.Equal("<p>Già pronta — 東京</p>", message.HtmlBody!.TrimEnd());
        Assert.All(message.BodyParts.OfType<TextPart>(), part => Assert.Equal("utf-8", part.ContentType.Charset));
        Assert.Equal("Perché è tuo: già le 10", message.Subject);
        Assert.True(Ascii.IsValid(received.Source.Split("\r\n\r\n")[0]));
        Assert.Equal("it-IT", message.Body!.Headers[HeaderId.ContentLanguage]);
    }

    [SmtpFact]
    public async Task An_invitation_is_the_last_alternative_and_says_what_is_asked()
    {
        var (received, _) = await SendAsync(Mails.Invitation("ana@example.test"));
        using var message = received.Message();

        var parts = Assert.IsType<MultipartAlternative>(message.Body).OfType<TextPart>().ToList();
        Assert.Equal(["text/plain", "text/html", "text/calendar"], parts.Select(part => part.ContentType.MimeType));
        Assert.Equal("REQUEST", parts[2].ContentType.Parameters["method"]);
        Assert.Contains("METHOD:REQUEST", parts[2].Text, StringComparison.Ordinal);
    }

    [SmtpFact]
    public async Task The_envelope_and_the_header_name_the_same_two_people()
    {
        var (received, _) = await SendAsync(Mails.To("ana@example.test", "Ana, Contì"), fromName: "Équipe");
        using var message = received.Message();

        Assert.Equal(("sales@handoff.example", "ana@example.test"), (received.From, received.To));
        Assert.False(received.Utf8);
        Assert.Equal(("Ana, Contì", "ana@example.test"), (message.To.Mailboxes.Single().Name, message.To.Mailboxes.Single().Address));
        Assert.Equal(("Équipe", "sales@handoff.example"), (message.From.Mailboxes.Single().Name, message.From.Mailboxes.Single().Address));
    }

    [SmtpFact]
    public async Task The_message_id_comes_from_the_message_and_the_thread_from_the_lead()
    {
        var (received, _) = await SendAsync(Mails.To("ana@example.test"));
        using var message = received.Message();

        Assert.Equal("m7f3@handoff.example", message.MessageId);
        Assert.Equal("thread.l42@handoff.example", message.References.Single());
        Assert.Equal("thread.l42@handoff.example", message.InReplyTo);
        Assert.Equal("auto-generated", message.Headers[HeaderId.AutoSubmitted]);
    }

    [SmtpFact]
    public async Task The_servers_queue_id_is_the_providers_id()
    {
        var (received, outcome) = await SendAsync(Mails.To("ana@example.test"));

        Assert.Equal(received.Connection.ToUpperInvariant(), Assert.IsType<SendOutcome.Accepted>(outcome).ProviderId);
    }

    [SmtpFact]
    public async Task An_internationalised_domain_is_written_in_its_ASCII_form()
    {
        await using var server = await SmtpServer.StartAsync("--ascii");
        var (received, outcome) = await SendAsync(server, Mails.To("ana@bücher.example"), "Handoff");

        Assert.IsType<SendOutcome.Accepted>(outcome);
        Assert.Contains("<ana@xn--bcher-kva.example>", received.Source, StringComparison.Ordinal);
        Assert.False(received.Utf8);
    }

    [SmtpFact]
    public async Task A_local_part_outside_ASCII_goes_to_a_server_that_takes_it()
    {
        var (received, outcome) = await SendAsync(Mails.To("anà@example.test"));

        Assert.IsType<SendOutcome.Accepted>(outcome);
        Assert.True(received.Utf8);
        Assert.Equal("anà@example.test", received.To);
    }

    [SmtpFact]
    public async Task A_local_part_outside_ASCII_is_refused_where_the_server_does_not_take_it()
    {
        await using var server = await SmtpServer.StartAsync("--ascii");
        using var transport = Transports.To(server.Port);
        using var foreign = Transports.To(server.Port, from: "véndite@handoff.example");

        Assert.IsType<SendOutcome.Refused>(await transport.SendAsync(Mails.To("anà@example.test"), CancellationToken.None));
        Assert.IsType<SendOutcome.Misconfigured>(await foreign.SendAsync(Mails.To("ana@example.test"), CancellationToken.None));
        Assert.IsType<SendOutcome.Accepted>(await transport.SendAsync(Mails.To("ana@example.test"), CancellationToken.None));
    }

    [SmtpFact]
    public async Task Line_breaks_in_names_and_subjects_add_no_header()
    {
        const string Attack = "Ana\r\nBcc: spy@example.test\r\n\r\nBody\u2028X\u0000\u202Eevil";
        var (received, _) = await SendAsync(Mails.To("ana@example.test", Attack) with { Subject = Attack }, fromName: Attack);
        using var message = received.Message();

        Assert.Empty(message.Bcc);
        Assert.Null(message.Headers[HeaderId.Bcc]);
        Assert.Equal("Ana Bcc: spy@example.test Body X evil", message.Subject);
        Assert.Equal("Ana Bcc: spy@example.test Body X evil", message.To.Mailboxes.Single().Name);
        Assert.Equal("ana@example.test", message.To.Mailboxes.Single().Address);
        Assert.Equal(Mails.To("ana@example.test").Text, message.TextBody!.TrimEnd());
    }

    [SmtpFact]
    public async Task Ids_and_languages_with_line_breaks_add_no_header()
    {
        var mail = Mails.To(
            "ana@example.test") with
        {
            MessageId = "m\r\nBcc: spy@example.test",
            ThreadId = "l>\r\nBcc: spy@example.test",
            Language = "en\r\nBcc: spy@example.test"
        };
        var (received, _) = await SendAsync(mail);
        using var message = received.Message();

        Assert.Null(message.Headers[HeaderId.Bcc]);
        Assert.Null(message.Body!.Headers[HeaderId.ContentLanguage]);
        Assert.Equal("m=0D=0ABcc=3A=20spy=40example=2Etest@handoff.example", message.MessageId);
    }

    [SmtpFact]
    public async Task What_looks_like_an_encoded_word_is_not_decoded()
    {
        var (received, _) = await SendAsync(Mails.To("ana@example.test") with { Subject = "=?utf-8?B?aGk=?=" });
        using var message = received.Message();

        Assert.DoesNotContain("hi", message.Subject!, StringComparison.Ordinal);
    }

    [SmtpFact]
    public async Task A_line_with_only_a_dot_does_not_end_the_message()
    {
        var (received, _) = await SendAsync(Mails.To("ana@example.test") with { Text = "one\n.\nRSET\n..\nlast" });
        using var message = received.Message();

        Assert.Equal("one\n.\nRSET\n..\nlast", message.TextBody!.ReplaceLineEndings("\n").TrimEnd());
    }

    [SmtpFact]
    public async Task A_name_and_a_subject_of_ten_thousand_characters_are_cut()
    {
        var (received, outcome) =
            await SendAsync(Mails.To("ana@example.test", new string('é', 10_000)) with { Subject = new string('s', 10_000) });
        using var message = received.Message();

        Assert.IsType<SendOutcome.Accepted>(outcome);
        Assert.Equal(250, message.Subject!.Length);
        Assert.Equal(100, message.To.Mailboxes.Single().Name!.Length);
        Assert.All(received.Source.Split("\r\n"), line => Assert.InRange(line.Length, 0, 998));
    }

    private async Task<(Received Received, SendOutcome Outcome)> SendAsync(OutgoingMail mail, string fromName = "Handoff") =>
        await SendAsync(await shared.GetAsync(), mail, fromName);

    private static async Task<(Received Received, SendOutcome Outcome)> SendAsync(SmtpServer server, OutgoingMail mail, string fromName)
    {
        using var transport = Transports.To(server.Port, fromName: fromName);
        var outcome = await transport.SendAsync(mail, CancellationToken.None);
        return (await server.NextAsync(), outcome);
    }
}
