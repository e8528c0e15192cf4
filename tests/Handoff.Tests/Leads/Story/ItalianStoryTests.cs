using Handoff.Agreements;
using Handoff.Calendars;
using Handoff.Leads;
using Handoff.Leads.Story;
using Handoff.People;
using Xunit;
using static Handoff.Tests.Calendars.Given;
using static Handoff.Tests.Leads.Story.Told;

namespace Handoff.Tests.Leads.Story;

/// <summary>The story in Italian: whole, and as exact as the English one.</summary>
public sealed class ItalianStoryTests
{
    private static readonly StoryReader Italian = Reader with { Language = Language.It };

    [Fact]
    public void Every_event_has_an_italian_sentence_of_its_own()
    {
        Assert.All(EveryEvent.All.Select(InItalian), says => Assert.Matches(@"^[A-ZÈ0-9].*[^.\s]\.$", says));
        Assert.All(EveryEvent.All.ToLookup(InItalian, happened => happened.GetType()), told => Assert.Single(told.Distinct()));
    }

    [Fact]
    public void It_is_one_sentence_unless_the_routing_tells_who_was_not_asked() => Assert.All(
        EveryEvent.All.Select(InItalian),
        says => Assert.DoesNotContain(". ", says.Replace(". Non interpellati: ", "", StringComparison.Ordinal), StringComparison.Ordinal));

    [Fact]
    public void No_sentence_is_left_in_english() => Assert.All(
        // What people and providers wrote stands as they wrote it.
        EveryEvent.All.Where(
            happened => happened is not (MessageFailed or MessageParked or MessageDeferred or MessageBounced or FetchFailed)),
        happened => Assert.DoesNotMatch(@"\b(the|was|were|lead's|is|and|which|until|since|offer|owed)\b", InItalian(happened)));

    [Fact]
    public void A_reception_tells_the_points_and_why_the_team_was_chosen() => Assert.Equal(
        "Ricevuto da pricing page: 90 punti: 60 ha chiesto una demo o un prezzo, 20 azienda di almeno 50 persone, "
        + "10 indirizzo e-mail aziendale; soglia 40; fascia warm; 75 % dei campi concordati compilati; team italy: perché il paese è IT.",
        InItalian(new LeadReceived(On("23 09:00"), EveryEvent.Reception)));

    [Fact]
    public void A_clock_tells_its_length_its_calendar_its_deadline_and_its_rungs() => Assert.Equal(
        "Comincia il tempo per accettare: 1 h di orario aperto su office e phone desk da lun 23 nov 09:00, quindi scade lun 23 nov 10:00; "
        + "soglie: 09:30 (50 %), 09:48 (80 %), 10:00 (100 %), 10:30 (150 %), 11:00 (200 %).",
        InItalian(new ClockStarted(On("23 09:00"), ClockName.Accept, Length("1h"), ClockMode.Business, "normal", Holder: null,
            Plan("23 09:00", "23 10:00", "1h", "23 09:30", "23 09:48", "23 10:00", "23 10:30", "23 11:00"))));

    [Fact]
    public void An_acceptance_names_who_and_which() =>
        Assert.Equal("Anna Greco ha accettato la proposta 2.", InItalian(new OfferAccepted(On("23 09:00"), Anna, 2, null)));

    private static string InItalian(LeadEvent happened) => LeadStory.Says(happened, Italian);
}
