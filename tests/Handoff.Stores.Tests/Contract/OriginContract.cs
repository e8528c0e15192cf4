using System.Globalization;
using Handoff.Leads;
using Handoff.Service.Intake;
using Handoff.Service.Leads;

namespace Handoff.Stores.Tests.Contract;

/// <summary>What a store keeps of where leads came from.</summary>
public abstract class OriginContract(IStoreFixture fixture) : StoreContract(fixture)
{
    [StoreFact]
    public async Task Dimensions_and_touches_stay_when_the_lead_is_erased()
    {
        await using var company = await OpenAsync();
        var lead = await AskAsync(
            company, "ada@one.example", ("utm_campaign", "Spring"), ("utm_medium", "cpc"), ("first_utm_campaign", "launch"));

        await company.Get<LeadErasure>().EraseAsync(lead.Value, default);

        var view = (await company.Get<LeadLedger>().FindAsync(lead.Value, default))!;
        Assert.Equal("erased", view.Status);
        Assert.Equal("campaign=spring form=demo medium=cpc size=250-999", Shown(view.Dimensions));
        Assert.Equal("campaign=launch", Shown(view.FirstTouch));
        Assert.Equal("campaign=spring medium=cpc", Shown(view.LastTouch));
        var received = (await company.Get<LeadStories>().EventsAsync(lead, default)).OfType<LeadReceived>().Single();
        Assert.Equal("campaign=spring form=demo medium=cpc size=250-999", Shown(received.Reception.Dimensions));
    }

    [StoreFact]
    public async Task A_request_that_joins_an_open_handoff_changes_neither_of_its_touches()
    {
        await using var company = await OpenAsync();
        var first = await AskAsync(company, "ada@one.example", ("utm_campaign", "spring"));

        var second = await AskAsync(company, "ada@one.example", ("utm_campaign", "summer"), ("first_utm_campaign", "launch"));

        Assert.Equal("campaign=spring", Shown((await company.TurnAsync(first)).Known.LastTouch));
        var joined = (await company.TurnAsync(second)).Known;
        Assert.Equal(("campaign=spring", "campaign=summer"), (Shown(joined.FirstTouch!), Shown(joined.LastTouch)));
    }

    [StoreFact]
    public async Task Who_comes_again_after_a_handoff_ended_keeps_the_first_touch()
    {
        await using var company = await OpenAsync();
        var first = await AskAsync(company, "ada@one.example", ("utm_campaign", "spring"));
        await company.TurnAsync(first, new RecordOutcome(Outcome.Lost, null, null, HasReason: false));

        var second = await AskAsync(company, "ada@one.example", ("utm_campaign", "summer"));

        var known = (await company.TurnAsync(second)).Known;
        Assert.Equal(("campaign=spring", "campaign=summer"), (Shown(known.FirstTouch!), Shown(known.LastTouch)));
    }

    [StoreFact]
    public async Task Of_more_values_than_a_dimension_has_the_further_ones_are_other_and_the_known_ones_stay()
    {
        for (var n = 1; n < DimensionValues.Most; n++)
            await Store.Facts.SaveValueAsync(string.Create(CultureInfo.InvariantCulture, $"dimension:campaign:c{n}"), "", default);
        await using var company = await OpenAsync();

        Assert.Equal("last-one", await CampaignAsync(company, "ada@1.example", "last-one"));
        Assert.Equal("other", await CampaignAsync(company, "ada@2.example", "one-too-many"));
        Assert.Equal("c7", await CampaignAsync(company, "ada@3.example", "c7"));
        await using var again = await OpenAsync();
        Assert.Equal("last-one", await CampaignAsync(again, "ada@4.example", "last-one"));
        Assert.Equal("other", await CampaignAsync(again, "ada@5.example", "one-too-many"));
    }

    private async Task<CompanyOnStore> OpenAsync()
    {
        Clock.Reset(CompanyOnStore.MondayAtTen);
        return await CompanyOnStore.OpenAsync(Store, Clock);
    }

    private static async Task<string> CampaignAsync(CompanyOnStore company, string email, string campaign) =>
        (await company.TurnAsync(await AskAsync(company, email, ("utm_campaign", campaign)))).Known.Dimensions["campaign"];

    private static async Task<LeadId> AskAsync(CompanyOnStore company, string email, params (string Field, string Value)[] fields) =>
        Assert.IsType<IntakeAnswer.Stored>(await company.PostAsync(email, null, Guid.NewGuid().ToString("N"), fields)).Id;

    private static string Shown(IEnumerable<KeyValuePair<string, string>> values) =>
        string.Join(' ', values.Select(each => $"{each.Key}={each.Value}"));
}
