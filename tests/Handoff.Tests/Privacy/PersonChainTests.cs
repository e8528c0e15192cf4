using System.Collections.Immutable;
using Handoff.Leads;
using Handoff.Privacy;
using Xunit;

namespace Handoff.Tests.Privacy;

/// <summary>Whose a lead is: an address decides, a phone only where nobody else uses it.</summary>
public sealed class PersonChainTests
{
    private const string Ada = "ada@analytical.example";
    private const string Bob = "bob@analytical.example";
    private const string Switchboard = "+390612345678";

    private static LeadTrace Trace(string id, string? address, string? phone = null, params string[] linked) => new(
        new(id), address is null ? [] : [.. address.Split(' ')], phone, [.. linked.Select(one => new LeadId(one))]);

    private static (string Leads, string Others) Found(PersonSeed seed, params LeadTrace[] traces)
    {
        var person = PersonChain.Of(seed, traces);
        return (Text(person.Leads), Text(person.Others));

        static string Text(ImmutableArray<LeadId> ids) => string.Join(' ', ids.Select(id => id.Value));
    }

    [Fact]
    public void Every_lead_of_an_address_is_theirs_however_it_is_written() => Assert.Equal(
        ("3 1", ""), Found(PersonSeed.OfAddress(" Ada@Analytical.EXAMPLE "), Trace("3", Ada), Trace("2", Bob), Trace("1", Ada)));

    [Fact]
    public void An_address_that_cannot_work_finds_what_was_written_so() =>
        Assert.Equal(("1", ""), Found(PersonSeed.OfAddress("Ada(at)home"), Trace("1", "ada(at)home"), Trace("2", Ada)));

    [Fact]
    public void A_lead_with_only_the_phone_is_theirs_while_nobody_else_uses_it() => Assert.Equal(
        ("2 1", ""), Found(PersonSeed.OfAddress(Ada), Trace("2", null, Switchboard), Trace("1", Ada, Switchboard)));

    [Fact]
    public void A_colleague_at_the_same_switchboard_stays_and_so_does_what_may_be_the_colleagues() => Assert.Equal(
        ("1", "3 2"),
        Found(PersonSeed.OfAddress(Ada), Trace("3", null, Switchboard), Trace("2", Bob, Switchboard), Trace("1", Ada, Switchboard)));

    [Fact]
    public void What_the_product_took_for_the_same_person_is_theirs_at_a_switchboard_too() => Assert.Equal(
        ("3 1", "2"),
        Found(PersonSeed.OfAddress(Ada), Trace("3", null, Switchboard, "1"), Trace("2", Bob, Switchboard), Trace("1", Ada, Switchboard)));

    [Fact]
    public void A_corrected_address_leads_on_to_the_leads_of_the_right_one() => Assert.Equal(
        ("3 2 1", ""),
        Found(
            PersonSeed.OfAddress("ada@analitical.example"), Trace("3", Ada), Trace("2", Ada, null, "1"),
            Trace("1", $"ada@analitical.example {Ada}", null, "2")));

    [Fact]
    public void A_phone_names_who_alone_uses_it_with_all_leads_of_their_address() => Assert.Equal(
        ("3 2 1", ""),
        Found(PersonSeed.OfPhone("+39 06 12345678"), Trace("3", Ada), Trace("2", null, Switchboard), Trace("1", Ada, Switchboard)));

    [Fact]
    public void A_phone_of_several_names_only_the_leads_that_give_nothing_else() => Assert.Equal(
        ("3", "2 1"),
        Found(PersonSeed.OfPhone(Switchboard), Trace("3", null, Switchboard), Trace("2", Bob, Switchboard), Trace("1", Ada, Switchboard)));

    [Fact]
    public void A_lead_names_its_person() =>
        Assert.Equal(("2 1", ""), Found(PersonSeed.OfLead(new("1")), Trace("2", Ada), Trace("1", Ada), Trace("0", Bob)));

    [Fact]
    public void Of_a_stranger_there_is_nothing() => Assert.Equal(("", ""), Found(PersonSeed.OfAddress(Bob), Trace("1", Ada)));
}
