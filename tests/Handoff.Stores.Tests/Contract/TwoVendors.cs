using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Handoff.Agreements;
using Handoff.Service.Intake;

namespace Handoff.Stores.Tests.Contract;

/// <summary>
/// One person of whom two vendors tell in the same instant is one handoff, on every store, from two processes: each vendor has its own
/// format, its own key of the delivery and its own spelling of the person.
/// </summary>
public abstract class TwoVendors(IStoreFixture fixture) : StoreContract(fixture)
{
    private const int People = 24;

    private static readonly LeadSource Meta = new() { Name = "meta-ads", Format = SourceFormat.Meta };
    private static readonly LeadSource Typeform = new() { Name = "demo-typeform", Format = SourceFormat.Typeform };

    [StoreFact]
    public async Task By_the_same_address_it_is_one_handoff_and_the_other_request_joins_it()
    {
        Clock.Reset(CompanyOnStore.MondayAtTen);
        await using var here = await CompanyOnStore.OpenAsync(Store, Clock);
        await using var there = await CompanyOnStore.OpenAsync(Store, Clock);

        var pairs = await Task.WhenAll(Enumerable.Range(0, People).Select(n => Task.WhenAll(
            AskAsync(here, Meta, $"lead-{n}", ("email", $"Ada.{n}@Rossi{n}.example"), ("full_name", "ADA ROSSI")),
            AskAsync(there, Typeform, $"token-{n}", ("email", $"ada.{n}@rossi{n}.example"), ("name", "Ada Rossi")))));

        Assert.All(pairs, OneHandoff);
    }

    [StoreFact]
    public async Task By_the_same_phone_and_no_address_it_is_one_handoff()
    {
        Clock.Reset(CompanyOnStore.MondayAtTen);
        await using var here = await CompanyOnStore.OpenAsync(Store, Clock);
        await using var there = await CompanyOnStore.OpenAsync(Store, Clock);

        var pairs = await Task.WhenAll(Enumerable.Range(0, People).Select(n => Task.WhenAll(
            AskAsync(here, Meta, $"lead-{n}", ("phone_number", $"+39 06 6982 {1000 + n}"), ("full_name", "Ada Rossi")),
            AskAsync(there, Typeform, $"token-{n}", ("phone", $"0039066982{1000 + n}"), ("name", "A. Rossi")))));

        Assert.All(pairs, OneHandoff);
    }

    private static void OneHandoff(IntakeAnswer.Stored[] pair)
    {
        var first = Assert.Single(pair, answer => answer.DuplicateOf is null);
        Assert.Equal(first.Id, Assert.Single(pair, answer => answer != first).DuplicateOf);
        Assert.Equal("qualified", first.Status);
    }

    private static Task<IntakeAnswer.Stored> AskAsync(
        CompanyOnStore company, LeadSource source, string delivery, params (string Field, string Value)[] fields) => Task.Run(async () =>
        Assert.IsType<IntakeAnswer.Stored>(await company.Get<LeadIntake>().ReceiveAsync(
            new()
            {
                Source = source,
                Fields = ImmutableDictionary<string, string>.Empty.Add("form", "demo").Add("country", "IT").Add("employees", "500")
                    .AddRange(fields.Select(field => KeyValuePair.Create(field.Field, field.Value))),
                IdempotencyKey = $"vendor\n{delivery}",
                BodyHash = SHA256.HashData(Encoding.UTF8.GetBytes(delivery)),
                KeepsAll = true,
            },
            default)));
}
