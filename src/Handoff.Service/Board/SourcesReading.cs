using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Handoff.Agreements;
using Handoff.Qualification;
using Handoff.Rows;
using Handoff.Service.Company;
using Handoff.Service.Intake;
using Handoff.Service.Links;
using Handoff.Service.Quality;
using Handoff.Service.Rows;
using NodaTime;

namespace Handoff.Service.Board;

/// <summary>A source as it is at present.</summary>
/// <param name="Address">Where its leads are posted.</param>
/// <param name="Leads">How many leads of it there are.</param>
/// <param name="Tests">How many of them are tests.</param>
/// <param name="Last">The lead received last, or null.</param>
/// <param name="Refusal">The last post that was refused, or null.</param>
public sealed record SourceStanding(
    LeadSource Source, string Address, int Leads, int Tests, LeadRow? Last, SourceRefusal? Refusal)
{
    /// <summary>Whether it was valid before, and is refused again and again.</summary>
    public bool IsRefusedOften { get; init; }

    /// <summary>Why its captcha says nothing, or null.</summary>
    public string? SilentCaptcha { get; init; }
}

/// <summary>Reads how each source is, and sends one a test.</summary>
public sealed class SourcesReading(
    CompanyInForce company, LeadRowReading rows, SourceNews news, SourceRefusals refusals, Captchas captchas, LeadIntake intake, Site site,
    IClock clock)
{
    /// <summary>The sources, by name; null: they are not the viewer's to see.</summary>
    public async Task<ImmutableArray<SourceStanding>?> ReadAsync(Viewer viewer, CancellationToken cancellation)
    {
        if (!viewer.Sight.IsEverything)
            return null;
        var counts = new Dictionary<string, (int Leads, int Tests, LeadRow? Last)>(StringComparer.Ordinal);
        // The lead received last comes first.
        await foreach (var row in rows.ReadAsync(new() { Shelves = LeadShelves.All }, cancellation))
        {
            var (leads, tests, last) = counts.GetValueOrDefault(row.Source);
            counts[row.Source] = (leads + 1, tests + (row.IsTest ? 1 : 0), last is null || row.ReceivedAt > last.ReceivedAt ? row : last);
        }

        var refused = await news.LastAsync(cancellation);
        return
        [
            .. company.SourceNames.Order(StringComparer.Ordinal).Select(company.Find).OfType<LeadSource>().Select(source =>
            {
                var (leads, tests, last) = counts.GetValueOrDefault(source.Name);
                return new SourceStanding(
                    source, AddressOf(source), leads, tests, last, refused.GetValueOrDefault(source.Name))
                {
                    IsRefusedOften = refusals.Told.Any(one => one.Name == source.Name),
                    SilentCaptcha = captchas.Silent.FirstOrDefault(one => one.Source == source.Name)?.Because,
                };
            }),
        ];
    }

    /// <summary>Sends a test of the source through the intake; null: it is not the viewer's to send, or there is no such source.</summary>
    public async Task<IntakeAnswer?> TestAsync(Viewer viewer, string name, CancellationToken cancellation)
    {
        if (!viewer.Sight.IsEverything || company.Find(name) is not { } source)
            return null;
        var now = clock.GetCurrentInstant();
        var fields = ImmutableDictionary<string, string>.Empty
            .Add(Theirs(source, KnownFields.Email), $"test-{now.ToUnixTimeSeconds()}@handoff-test.example")
            .Add(Theirs(source, KnownFields.Name), "Test")
            .Add(Theirs(source, KnownFields.Message), $"A test lead of the source {viewer.Names.Source(source.Name)}.");
        return await intake.ReceiveAsync(
            new()
            {
                Source = source with { LimitPerMinute = null },
                Fields = fields,
                IdempotencyKey = $"test\n{now}",
                BodyHash = SHA256.HashData(Encoding.UTF8.GetBytes($"{source.Name}\n{now}")),
                IsTest = true,
            },
            cancellation);
    }

    private string AddressOf(LeadSource source) => $"{site.BaseAddress.AbsoluteUri}api/leads/{source.Name}";

    private static string Theirs(LeadSource source, string field) => source.Map.GetValueOrDefault(field, field);
}
