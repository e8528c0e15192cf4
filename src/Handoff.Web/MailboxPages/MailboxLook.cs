using Microsoft.AspNetCore.Http;

namespace Handoff.Web.MailboxPages;

/// <summary>How a message is looked at: all of it is in the address, so that every choice is a plain link.</summary>
/// <param name="Part"><c>html</c>, <c>text</c> or <c>raw</c>.</param>
/// <param name="Width"><c>desktop</c> or <c>phone</c>.</param>
/// <param name="Scheme"><c>light</c> or <c>dark</c>.</param>
public sealed record MailboxLook(string Part, string Width, string Scheme)
{
    /// <summary>What an address asks for; what it does not say is as a mail program would show it.</summary>
    public static MailboxLook Of(HttpRequest request) => new(
        One(request, "view", "html", "text", "raw"), One(request, "width", "desktop", "phone"), One(request, "scheme", "light", "dark"));

    /// <summary>The part of an address that says so.</summary>
    public string Query => $"view={Part}&width={Width}&scheme={Scheme}";

    private static string One(HttpRequest request, string name, params ReadOnlySpan<string> choices)
    {
        var asked = request.Query[name].ToString();
        return choices.Contains(asked) ? asked : choices[0];
    }
}
