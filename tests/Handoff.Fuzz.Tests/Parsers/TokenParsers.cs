using System.Buffers.Text;
using System.Text;
using Handoff.Fuzz.Tests.Fuzzing;
using Handoff.Leads;
using Handoff.People;
using Handoff.Service.Intake;
using Handoff.Service.Links;
using Handoff.Service.MailEvents;
using Handoff.Service.SignIn;
using Handoff.Service.Storage;
using Handoff.Web.Administration;
using Handoff.Web.Desk;
using Handoff.Web.Links;
using Handoff.Web.SignIn;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using NodaTime;
using static Handoff.Fuzz.Tests.Parsers.Input;

namespace Handoff.Fuzz.Tests.Parsers;

/// <summary>Tokens of links, of sign-in, of sessions and forms; names of mails, ids, idempotency keys.</summary>
internal static class TokenParsers
{
    private static readonly EphemeralDataProtectionProvider Keys = new();
    private static readonly DataProtectionLinkProtector Links = new(Keys);
    private static readonly SessionCookie Sessions = new(Keys);
    private static readonly FormTokens Forms = new(Keys, new StandingClock());
    private static readonly LookupKeys Lookups = new(new OneSecret());

    private static readonly Instant Expires = Instant.FromUtc(2026, 12, 24, 12, 0);

    private static readonly LinkGrant[] Grants =
    [
        new(LinkPurpose.Offer, PersonId.Of("anna.greco@acme.example"), new LeadId("0123456789abcdef"), 1, Expires),
        new(LinkPurpose.Absence, PersonId.Of("bruno.riva@acme.example"), null, 0, Expires),
        new(LinkPurpose.SignIn, PersonId.Of("ünï@acme.example"), null, int.MaxValue, Expires),
    ];

    private static readonly string[] Tokens = [.. Grants.Select(Links.Protect)];
    private static readonly string Session = Written();
    private static readonly string Form = Forms.Make(new DefaultHttpContext());

    public static IReadOnlyList<Parser> List { get; } =
    [
        new("link token", Of(Tokens), ["=", "-", "_", "%", "/", "."], Token),
        new("link payload", [.. Grants.Select(LinkPayload.Write)], [], Payload),
        new("session", Of(Session), ["=", ";", "-", "_"], ASession),
        new("form token", Of(Form), ["=", "-", "_"], AForm),
        new("message name", Of("0123456789abcdef-1", "alerts-0123456789abcdef0123-17", "alerts-a-2"),
            ["alerts-", "-", "_", "-0", "-2147483648"], Name),
        new("id", Of("0123456789abcdef", "a-b_C"), ["-", "_", "/", "..", "%2e"], Id),
        new("idempotency key", Of("0d6bfa80-7c11-4f0c-9d5c-8a3f5e3f5a55", "order/17"), ["\n", "/", "website"], Key),
    ];

    private static void Token(byte[] input)
    {
        var text = input.Text();
        Holds(Links.Unprotect(text) is not { } grant
            || (Array.IndexOf(Tokens, text) is >= 0 and var at && grant == Grants[at]), "only a token of ours opens");
    }

    private static void Payload(byte[] input)
    {
        // Bytes that are no text are replaced, once.
        if (LinkPayload.Read(input) is { } grant
            && !$"{grant.Person.Value}{grant.Lead?.Value}".Contains('\uFFFD', StringComparison.Ordinal))
            Holds(LinkPayload.Read(LinkPayload.Write(grant)) == grant, "a grant that is written is read back");
    }

    private static void ASession(byte[] input)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.Cookie = $"{SessionCookie.Name}={input.Header()}";
        var read = Sessions.Read(http.Request);
        Holds(read is null || Same(http.Request.Cookies[SessionCookie.Name]!, Session), "only a session of ours is one");
    }

    private static void AForm(byte[] input)
    {
        var text = input.Text();
        Holds(!Forms.Fits(new DefaultHttpContext(), text) || Same(text, Form), "only a token of ours fits");
    }

    private static void Name(byte[] input)
    {
        if (MessageName.TryRead(input.Text(), out var name))
            Holds(MessageName.TryRead(name.ToString(), out var again) && again == name, "a name that is written is read back");
    }

    private static void Id(byte[] input)
    {
        var text = input.Text();
        if (LeadEndpoints.IsId(text))
            Holds(Uri.EscapeDataString(text) == text
                && !text.Contains('.', StringComparison.Ordinal), "an id is safe in an address and in a file's name");
    }

    private static void Key(byte[] input)
    {
        var (one, other) = (Lookup("website", input.Header()), Lookup("website", input.Header() + "x"));
        Holds(one != other && one.StartsWith("delivery:", StringComparison.Ordinal)
            && one.Length == "delivery:".Length + 64, "each key has a place of its own that does not show it");
    }

    private static string Lookup(string source, string key) =>
        Lookups.DeliveryAsync(source, key, CancellationToken.None).AsTask().GetAwaiter().GetResult();

    /// <summary>The same bytes: padding and white space say nothing.</summary>
    private static bool Same(string text, string ours) =>
        Base64Url.DecodeFromChars(text).AsSpan().SequenceEqual(Base64Url.DecodeFromChars(ours));

    private static string Written()
    {
        var http = new DefaultHttpContext();
        Sessions.Write(http, new SessionGrant(PersonId.Of("anna.greco@acme.example"), Expires));
        return http.Response.Headers.SetCookie.ToString().Split(';')[0][(SessionCookie.Name.Length + 1)..];
    }

    private sealed class StandingClock : IClock
    {
        public Instant GetCurrentInstant() => Expires;
    }

    private sealed class OneSecret : ILeadKeyStore
    {
        public ValueTask<byte[]?> FindKeyAsync(string leadId, CancellationToken cancellation) => new((byte[]?)null);

        public ValueTask<byte[]> SecretAsync(string name, CancellationToken cancellation) =>
            new(Encoding.UTF8.GetBytes("a secret of thirty-two characters"));

        public ValueTask<IReadOnlyList<string>> ListErasedAsync(CancellationToken cancellation) => new([]);
    }
}
