using Handoff.Faults.Tests.Hosts;
using Handoff.Faults.Tests.World;
using Handoff.Leads;
using Handoff.Service.Asking;
using Handoff.Service.Delivery;
using Handoff.Service.Links;
using Handoff.Service.MailEvents;
using NodaTime;

namespace Handoff.Faults.Tests.Audit;

/// <summary>Who sent a lead is asked once in 90 days whether somebody called, only with a consent; and they answer, or do not.</summary>
internal sealed class AskAudit(SimulatedWorld world)
{
    private readonly SplitMix _chance = world.Chance.Apart("answers");
    private readonly Dictionary<string, (string Message, LeadId Lead, Instant At)> _asked = new(StringComparer.Ordinal);

    /// <summary>The provider took the mail of a question; the same mail may be taken again.</summary>
    public void Taken(OutgoingMail mail, LinkGrant grant)
    {
        if (!MessageName.TryRead(mail.MessageId, out var name))
            return;
        var lead = new LeadId(name.Stream.Id);
        if (world.Auditor.Find(lead)?.State is not { Known: { Consents: true, IsTest: false } })
            world.Break($"Only who agreed to be contacted is asked, and {world.NameOf(name.Stream)} was.");
        // Of who was erased meanwhile nothing is left by which they could be known again.
        if (_asked.TryGetValue(mail.To.Address, out var last) && last.Message != mail.MessageId && world.Now - last.At < LeadAsk.OnceIn
            && world.Auditor.Find(last.Lead)?.State.Status != LeadStatus.Erased)
            world.Break($"Nobody is asked twice in 90 days, and the person of {world.NameOf(name.Stream)} was.");
        if (last.Message != mail.MessageId)
            _asked[mail.To.Address] = (mail.MessageId, lead, world.Now);
        if (_chance.Chance(600))
        {
            var answer = _chance.Of(["yes", "no", "no", "withdraw"]);
            world.Time.In(_chance.Between(Duration.FromMinutes(1), Duration.FromDays(3)), () => Answer(grant, answer));
        }
    }

    private void Answer(LinkGrant grant, string answer)
    {
        if (world.Fleet.Any() is not { } host)
        {
            Again();
            return;
        }

        Errand.Run(world, host, () => host.Get<AskAnswers>().AnswerAsync(grant, answer, default), ending =>
        {
            if (ending != Ending.Done)
                Again();
        });

        void Again() => world.Time.In(Duration.FromMinutes(2), () => Answer(grant, answer));
    }
}
