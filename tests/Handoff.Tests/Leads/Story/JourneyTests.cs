using CsCheck;
using Handoff.Agreements;
using Handoff.Leads;
using Handoff.Leads.Story;
using Xunit;
using static Handoff.Tests.Leads.Company;

namespace Handoff.Tests.Leads.Story;

/// <summary>The journey of a lead: nothing of the ledger is lost in it, and each message is one step.</summary>
public sealed class JourneyTests
{
    [Fact]
    public void Every_event_stands_in_one_step_and_every_message_is_one_step() => AnyLife.Any.Sample(
        life =>
        {
            var events = new List<LeadEvent>();
            AnyLife.Tell(life, (_, _, _, decision, _) => events.AddRange(decision.Events));

            var steps = Journey.Of(events);

            Assert.Equal(
                events.Select(one => one.GetHashCode()).Order(),
                    steps.SelectMany(step => step.Events).Select(one => one.GetHashCode()).Order());
            var messages = steps.Where(step => step.Message > 0).Select(step => step.Message).ToList();
            Assert.Equal(events.OfType<MessageOwed>().Select(owed => owed.Message.Number).Order(), messages.Order());
            Assert.Equal(steps.Select(step => step.At).Order(), steps.Select(step => step.At));
        }, iter: LeadProperties.Lives);

    [Fact]
    public void What_people_did_and_were_told_stands_out_from_what_the_process_did_for_itself()
    {
        var play = Play.Of("mon 10:00")
            .At("mon 10:05", new AcceptOffer(Id("anna"), 1))
            .At("mon 10:30", new RecordContact(Id("anna"), ContactWay.Called));

        var told = Journey.Of([.. play.Events]).Where(step => !step.IsDetail).Select(step => LeadStory.TypeOf(step.Events[0]));

        Assert.Equal(
            "received qualified offered message_owed accepted message_owed first_contact_recorded message_owed", string.Join(' ', told));
    }
}
