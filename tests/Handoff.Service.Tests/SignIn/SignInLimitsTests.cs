using Handoff.Service.SignIn;
using NodaTime;
using Xunit;

namespace Handoff.Service.Tests.SignIn;

/// <summary>How many sign-in links go out, and that nobody keeps one from anybody.</summary>
public sealed class SignInLimitsTests
{
    private static readonly Instant Monday = Instant.FromUtc(2026, 11, 30, 9, 0);

    private readonly MovingClock _clock = new(Monday);
    private readonly SignInLimits _limits;

    public SignInLimitsTests() => _limits = new(_clock);

    [Theory]
    [InlineData(0, 0, "stranger", true)]
    [InlineData(5, 0, "stranger", true)]
    [InlineData(7, 0, "stranger", true)]
    [InlineData(8, 0, "stranger", false)]
    [InlineData(8, 0, "manager", true)]
    [InlineData(100, 0, "manager", true)]
    [InlineData(8, 4, "stranger", false)]
    [InlineData(8, 5, "stranger", true)]
    [InlineData(1000, 5, "stranger", true)]
    [InlineData(8, 15, "stranger", true)]
    [InlineData(16, 14, "manager", true)]
    public void After_so_many_posts_of_a_stranger_and_so_many_minutes_a_post_sends_a_link_or_not(
        int posts, int minutes, string sender, bool isSent)
    {
        for (var post = 0; post < posts; post++)
            _limits.MaySend("stranger", "anna");
        _clock.Now += Duration.FromMinutes(minutes);

        Assert.Equal(isSent, _limits.MaySend(sender, "anna"));
    }

    [Fact]
    public void One_sender_gets_twenty_and_yet_whoever_shares_it_gets_theirs()
    {
        var sent = Enumerable.Range(0, 200).Count(post => _limits.MaySend("proxy", $"colleague {post % 40}"));

        Assert.Equal(40, sent);
        Assert.True(_limits.MaySend("proxy", "the manager"));
    }

    [Fact]
    public void An_address_gets_no_more_than_its_own_limit_however_many_senders_ask()
    {
        var sent = Enumerable.Range(0, 10_000).Count(post => _limits.MaySend($"sender {post}", "anna"));

        Assert.Equal(SignInLimits.ToAddress, sent);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(14)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(18)]
    [InlineData(19)]
    [InlineData(20)]
    public void Whoever_asks_has_a_link_that_works_for_ten_minutes_more_and_no_address_gets_many(int seed)
    {
        var random = new Random(seed);
        var sent = new Dictionary<string, List<Instant>>(StringComparer.Ordinal);
        for (var post = 0; post < 3_000; post++)
        {
            _clock.Now += Duration.FromSeconds(random.Next(0, seed * 5));
            var address = $"person {random.Next(4)}";
            var mails = sent.TryGetValue(address, out var known) ? known : sent[address] = [];
            if (_limits.MaySend($"sender {random.Next(seed)}", address))
                mails.Add(_clock.Now);

            Assert.True(mails[^1] + SignInRequests.Lifetime - _clock.Now >= Duration.FromMinutes(10));
            // A window may begin in the middle of another's count; between them an address gets one each five minutes.
            Assert.InRange(mails.Count(at => at > _clock.Now - SignInLimits.Window), 1, (2 * SignInLimits.ToAddress) + 3);
        }
    }

    private sealed class MovingClock(Instant now) : IClock
    {
        public Instant Now { get; set; } = now;

        public Instant GetCurrentInstant() => Now;
    }
}
