using Handoff.Leads;
using Handoff.People;
using Handoff.Service.Company;
using Handoff.Service.Leads;
using Handoff.Service.Links;
using Handoff.Service.Turns;
using NodaTime;

namespace Handoff.Stores.Tests.Contract;

/// <summary>Promise 2 on every store: at most one acceptance stands, the first valid reply wins, every later one is told who won.</summary>
public abstract class RacingReplies(IStoreFixture fixture) : StoreContract(fixture)
{
    private const int Replies = 64;

    [StoreFact]
    public async Task Of_64_racing_replies_to_one_claim_offer_exactly_one_wins_and_the_others_are_told_who()
    {
        Clock.Reset(CompanyOnStore.MondayAtTen);
        await using var company = await CompanyOnStore.OpenAsync(
            Store, Clock, people => people.Replace("weighted_round_robin", "claim", StringComparison.Ordinal));
        var id = await company.QualifiedAsync("ada@rossi.example");
        var offered = await company.TurnAsync(id, new TakeTurn());
        Assert.True(offered.Offer is { IsClaim: true, To.Length: > 1 });

        var results = await ReplyAsync(company, id, offered.Offer!, _ => new() { Action = "accept" });

        var lead = (await company.Get<LeadTurns>().FindAsync(id, default))!;
        var winner = lead.Acceptance!.By;
        Assert.Equal(1, await CountAsync<OfferAccepted>(company, id));
        Assert.All(results, one => Assert.Equal(
            one.By == winner ? (LinkNoticeCode.YouAccepted, null, LinkResult.Done)
                : (LinkNoticeCode.TooLate, LateCause.OthersAccepted, LinkResult.TooLate),
            (one.Notice.Code, one.Notice.Late, one.Result)));
        Assert.All(
            results.Where(one => one.By != winner),
            one => Assert.Equal(company.Get<CompanyInForce>().NameOf(winner, Language.En), one.Notice.Who));
    }

    [StoreFact]
    public async Task Of_64_racing_replies_of_one_rep_one_counts_whether_it_accepts_or_declines()
    {
        Clock.Reset(CompanyOnStore.MondayAtTen);
        await using var company = await CompanyOnStore.OpenAsync(Store, Clock);
        var id = await company.QualifiedAsync("ada@rossi.example");
        var offered = await company.TurnAsync(id, new TakeTurn());
        var reason = company.Get<CompanyInForce>().Agreement.Reasons[0].Code;

        var results = await ReplyAsync(
            company, id, offered.Offer!, n => n % 2 == 0 ? new() { Action = "accept" } : new() { Action = "decline", Reason = reason });

        Assert.Equal(1, await CountAsync<OfferAccepted>(company, id) + await CountAsync<OfferDeclined>(company, id));
        Assert.Contains(results, one => one.Result == LinkResult.Done);
    }

    private static async Task<(PersonId By, LinkNotice Notice, LinkResult Result)[]> ReplyAsync(
        CompanyOnStore company, LeadId id, Offer offer, Func<int, LinkForm> form)
    {
        var staff = company.Get<CompanyInForce>().Staff;
        return await Task.WhenAll(Enumerable.Range(0, Replies).Select(n => Task.Run(async () =>
        {
            var reader = staff.Find(offer.To[n % offer.To.Length])!;
            var grant = new LinkGrant(LinkPurpose.Offer, reader.Id, id, offer.Number, Instant.MaxValue);
            var (notice, result, _) = await company.Get<LinkActions>()
                .ActAsync(grant, reader, form(n), await company.Get<LeadTurns>().OpenAsync(id, default), default);
            return (reader.Id, notice, result);
        })));
    }

    private static async Task<int> CountAsync<T>(CompanyOnStore company, LeadId id)
        where T : LeadEvent => (await company.Get<LeadStories>().EventsAsync(id, default)).OfType<T>().Count();
}
