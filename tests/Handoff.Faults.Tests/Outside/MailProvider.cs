using Handoff.Faults.Tests.Hosts;
using Handoff.Faults.Tests.World;
using Handoff.Leads;
using Handoff.Service.Delivery;
using Handoff.Service.MailEvents;
using NodaTime;

namespace Handoff.Faults.Tests.Outside;

/// <summary>The mail provider: it fails, answers late, takes a mail twice, and tells later what became of it, more than once.</summary>
internal sealed class MailProvider(SimulatedWorld world)
{
    private readonly SplitMix _chance = world.Chance.Apart("mail");
    private readonly Dictionary<string, int> _taken = new(StringComparer.Ordinal);
    private Instant _brokenUntil = SimulatedWorld.Start;
    private Duration? _askedPause;

    /// <summary>How often a mail was taken.</summary>
    public int Taken(string messageId) => _taken.GetValueOrDefault(messageId);

    public void Begin()
    {
        if (world.Scenario.Has(Trouble.MailFails))
            PlanOutage();
    }

    /// <summary>One attempt, as the provider sees it.</summary>
    public async Task<SendOutcome> SendAsync(SimulatedHost host, OutgoingMail mail)
    {
        world.Auditor.HandedOver(mail);
        await host.PauseAsync();
        if (Has(Trouble.MailLate, 20))
        {
            world.Troubled("the mail provider answers late");
            await host.PauseForAsync(_chance.Between(Duration.FromSeconds(10), Duration.FromMinutes(4)));
        }

        if (world.Now < _brokenUntil)
        {
            world.Troubled("the mail provider fails");
            return _chance.Chance(100) ? new SendOutcome.Misconfigured("simulated") : new SendOutcome.Failed("simulated", _askedPause);
        }

        if (Has(Trouble.MailBounces, 10))
            return new SendOutcome.Refused("simulated");
        Take(mail);
        if (Has(Trouble.MailTwice, 20))
        {
            world.Troubled("the mail provider takes a mail, and its answer is lost");
            return new SendOutcome.Unknown("simulated");
        }

        await host.PauseAsync();
        return new SendOutcome.Accepted(null);
    }

    private void Take(OutgoingMail mail)
    {
        _taken[mail.MessageId] = Taken(mail.MessageId) + 1;
        // These pages are behind a sign-in, and no links of a lead.
        var links = mail.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Letter.Link.Read)
            .Where(link => link.Rel is not
                ("board" or "returns" or "scorecard" or "meeting" or "report" or "sign" or "agreement")).ToList();
        if (links is [{ Rel: "ask", Token: var token }] && OpenLinks.Read(token) is { } grant)
        {
            world.Auditor.Asks.Taken(mail, grant);
            return;
        }

        var letter = new Letter(mail.To.Address, mail.Subject, [.. links]);
        if (!Has(Trouble.MailBounces, 25))
        {
            world.Time.In(_chance.Between(Duration.FromSeconds(1), Duration.FromMinutes(2)), () => world.Staff.Receive(letter));
            if (_chance.Chance(60))
                Tell(mail, MailFate.Delivered, times: 1);
            return;
        }

        var fate = _chance.Of<MailFate>([MailFate.Bounced, MailFate.Blocked, MailFate.Dropped, MailFate.Spam, MailFate.Deferred]);
        Tell(mail, fate, times: 1 + _chance.Below(3));
    }

    private void Tell(OutgoingMail mail, MailFate fate, int times)
    {
        if (!MessageName.TryRead(mail.MessageId, out var name))
        {
            world.Break($"The provider is given a name that is read again, and got {mail.MessageId}.");
            return;
        }

        for (; times > 0; times--)
            world.Time.In(_chance.Between(Duration.FromSeconds(1), Duration.FromHours(3)), () => Report(new(name, fate, "simulated")));
    }

    /// <summary>A webhook: what is not answered with 2xx is told again.</summary>
    private void Report(MailEvent told)
    {
        if (world.Fleet.Any() is not { } host)
        {
            world.Time.In(Duration.FromMinutes(5), () => Report(told));
            return;
        }

        Errand.Run(world, host, () => host.Get<MailEventRecording>().RecordAsync([told], default), ending =>
        {
            if (ending != Ending.Done)
                world.Time.In(Duration.FromMinutes(2), () => Report(told));
        });
    }

    private void PlanOutage() => world.Time.In(_chance.Between(Duration.FromHours(2), Duration.FromDays(6)), () =>
    {
        if (!world.IsTroubled)
            return;
        var longest = _chance.Chance(150) ? Duration.FromHours(40) : Duration.FromHours(2);
        _brokenUntil = Instant.Min(world.TroubleEnds, world.Now + _chance.Between(Duration.FromMinutes(1), longest));
        _askedPause = _chance.Chance(200) ? _chance.Between(Duration.FromSeconds(1), Duration.FromHours(2)) : null;
        PlanOutage();
    });

    private bool Has(Trouble trouble, int inAThousand) => world.IsTroubled && world.Scenario.Has(trouble) && _chance.Chance(inAThousand);
}

/// <summary>The provider as one host reaches it.</summary>
internal sealed class MailOfHost(SimulatedWorld world, SimulatedHost host) : IMailTransport
{
    public string Name => "simulated";

    public Task<SendOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellation) => world.Provider.SendAsync(host, mail);
}
