using Handoff.Calendars;
using Handoff.People;
using Handoff.Service.SignIn;
using NodaTime;
using Xunit;

namespace Handoff.Service.Tests.SignIn;

/// <summary>Links that wait to be sent.</summary>
public sealed class WaitingLinksTests
{
    private readonly WaitingLinks _waiting = new();

    [Fact]
    public async Task Of_one_address_the_newest_waits_and_nobodys_is_dropped_for_anothers()
    {
        for (var post = 0; post < 10_000; post++)
            _waiting.Add("anna", Mail($"anna {post}"), isSent: true);
        for (var person = 0; person < 500; person++)
            _waiting.Add($"person {person}", Mail($"person {person}"), isSent: true);

        Assert.Equal(["anna 9999", .. Enumerable.Range(0, 500).Select(person => $"person {person}")], await TakeAsync(501));
    }

    [Fact]
    public async Task What_is_thrown_away_takes_nobodys_place()
    {
        _waiting.Add("anna", Mail("a link"), isSent: true);
        _waiting.Add("anna", Mail("one too many"), isSent: false);
        _waiting.Add("", Mail("nobody's"), isSent: false);
        _waiting.Add("bruno", Mail("one too many"), isSent: false);
        _waiting.Add("bruno", Mail("a link"), isSent: true);

        Assert.Equal(["a link", "nobody's", "a link"], await TakeAsync(3));
    }

    [Fact]
    public async Task What_comes_after_one_was_taken_is_sent_too()
    {
        _waiting.Add("anna", Mail("first"), isSent: true);
        Assert.Equal(["first"], await TakeAsync(1));
        _waiting.Add("anna", Mail("second"), isSent: true);

        Assert.Equal(["second"], await TakeAsync(1));
    }

    private async Task<List<string>> TakeAsync(int count)
    {
        List<string> taken = [];
        await foreach (var (mail, _) in _waiting.TakeAsync(CancellationToken.None))
        {
            taken.Add(mail.Href);
            if (taken.Count == count)
                break;
        }

        return taken;
    }

    private static SignInMail Mail(string href) => new(Reader, "Acme", href, Instant.MinValue, Instant.MaxValue);

    private static readonly Person Reader = new()
    {
        Id = PersonId.Of("anna.greco@acme.example"),
        Address = "anna.greco@acme.example",
        Name = "Anna Greco",
        Role = Role.Rep,
        Language = Language.En,
        Calendar = AgreementFiles.Acme.Loaded(AgreementFiles.Acme.Files).Staff.Teams[0].Calendar as BusinessCalendar
            ?? throw new InvalidOperationException(),
    };
}
