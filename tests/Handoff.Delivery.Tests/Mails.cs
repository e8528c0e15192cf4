using Handoff.Service.Delivery;

namespace Handoff.Delivery.Tests;

/// <summary>Mails to send.</summary>
internal static class Mails
{
    public static OutgoingMail To(string address, string name = "Ana Conti") => new(
        MessageId: "m7f3",
        ThreadId: "l42",
        new MailAddressee(address, name),
        Subject: "New lead: call by 10:00",
        Text: "Accept it here: https://handoff.example/r/token",
        Html: "<p><a href=\"https://handoff.example/r/token\">Accept it</a></p>",
        Language: "en");

    /// <summary>A mail with an invitation.</summary>
    public static OutgoingMail Invitation(string address) => To(address) with
    {
        Calendar = new("REQUEST", "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n"),
    };
}
