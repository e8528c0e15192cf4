using Handoff.Service.Quality;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Handoff.Service.Tests.Quality;

/// <summary>A name system that is slow or gone costs no lead more than a moment.</summary>
public sealed class MailDomainsTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly Asked _asked = new();

    [Fact]
    public async Task What_was_said_is_remembered()
    {
        _asked.Says = DomainMail.TakesNone;
        using var domains = new MailDomains(_asked, _time);

        Assert.Equal(DomainMail.TakesNone, await domains.AskAsync("nobody.it", default));
        Assert.Equal(DomainMail.TakesNone, await domains.AskAsync("nobody.it", default));
        Assert.Equal(["nobody.it"], _asked.Domains);

        _time.Advance(TimeSpan.FromHours(13));
        await domains.AskAsync("nobody.it", default);
        Assert.Equal(2, _asked.Domains.Count);
    }

    [Theory]
    [InlineData("rossi.example")]
    [InlineData("example.com")]
    [InlineData("mail.example.org")]
    [InlineData("acme.test")]
    public async Task A_name_of_examples_is_never_asked_for(string domain)
    {
        _asked.Says = DomainMail.TakesNone;
        using var domains = new MailDomains(_asked, _time);

        Assert.Equal(DomainMail.Unknown, await domains.AskAsync(domain, default));
        Assert.Empty(_asked.Domains);
    }

    [Fact]
    public async Task After_three_silences_nobody_waits_for_a_minute()
    {
        using var domains = new MailDomains(_asked, _time);
        for (var number = 0; number < 10; number++)
            Assert.Equal(DomainMail.Unknown, await domains.AskAsync($"company-{number}.it", default));
        Assert.Equal(3, _asked.Domains.Count);

        _time.Advance(TimeSpan.FromSeconds(61));
        _asked.Says = DomainMail.Takes;

        Assert.Equal(DomainMail.Takes, await domains.AskAsync("company-9.it", default));
    }

    [Fact]
    public async Task While_many_wait_the_others_go_on()
    {
        var answer = new TaskCompletionSource<DomainMail>(TaskCreationOptions.RunContinuationsAsynchronously);
        _asked.Waits = answer.Task;
        using var domains = new MailDomains(_asked, _time);
        var waiting = Enumerable.Range(0, 40).Select(number => domains.AskAsync($"company-{number}.it", default).AsTask()).ToList();

        Assert.Equal(24, waiting.Count(one => one.IsCompletedSuccessfully && one.Result == DomainMail.Unknown));

        answer.SetResult(DomainMail.Takes);
        Assert.Equal(16, (await Task.WhenAll(waiting)).Count(says => says == DomainMail.Takes));
    }

    private sealed class Asked : IMailDomains
    {
        public DomainMail Says { get; set; }

        public Task<DomainMail>? Waits { get; set; }

        public List<string> Domains { get; } = [];

        public Task<DomainMail> AskAsync(string domain, CancellationToken cancellation)
        {
            Domains.Add(domain);
            return Waits ?? Task.FromResult(Says);
        }
    }
}
