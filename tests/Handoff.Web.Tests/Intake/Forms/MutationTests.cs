using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using Handoff.Agreements;
using Handoff.Qualification;
using Handoff.Service.Intake;
using Handoff.Web.Access;
using Handoff.Web.Intake;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Handoff.Web.Tests.Intake.Forms;

/// <summary>
/// Whatever is changed in a body that is signed truly: a lead, one that is held back, or a clear refusal; never an error of ours, and never
/// the answer to one question in the place of another's.
/// </summary>
public sealed class MutationTests
{
    private const int Mutations = 2_000;

    /// <summary>Of which a few pass through the whole intake, into the store: as many as HANDOFF_MUTATIONS says.</summary>
    private static readonly int Stored =
        int.Parse(Environment.GetEnvironmentVariable("HANDOFF_MUTATIONS") ?? "60", CultureInfo.InvariantCulture);

    private static readonly ImmutableArray<string> Telling =
    [
        KnownFields.Email, KnownFields.Phone, KnownFields.Name, KnownFields.FirstName, KnownFields.LastName, KnownFields.Company,
        KnownFields.Country, KnownFields.JobTitle, KnownFields.Employees, KnownFields.Form, "utm_campaign", "utm_source",
    ];

    /// <summary>Every format; of those whose notices hold no answers the answers that are fetched too, by their file.</summary>
    public static TheoryData<SourceFormat, string?> Bodies
    {
        get
        {
            var bodies = new TheoryData<SourceFormat, string?>
            {
                { SourceFormat.Meta, "meta_lead.json" }, { SourceFormat.Linkedin, "linkedin_response.json" },
            };
            foreach (var format in Enum.GetValues<SourceFormat>())
                bodies.Add(format, null);
            return bodies;
        }
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_mutated_body_is_a_lead_or_held_back_or_refused_and_shifts_nothing(SourceFormat format, string? file)
    {
        var post = file is null ? VendorPost.Of(format) : VendorPost.Of(format) with { Body = VendorPost.File(file) };
        var mutation = new Mutation(new Random(20261129 + (int)format));
        IntakeRequest? noted = null;
        await using var site = await Site.StartAsync(
            host: services => services.AddSingleton<ISourceCatalog>(new VendorSite.Catalog([post.Source])),
            instead: app => app.MapPost(
                "/api/leads/{source}",
                (HttpContext http, string source, ISourceCatalog sources, AdminAccess access, FormDoor door, LeadIntake intake) =>
                    IntakeEndpoint.TakeAsync(http, source, sources, access, door, (request, cancellation) =>
                    {
                        noted = request;
                        return http.Request.Headers.ContainsKey("Store") ? intake.ReceiveAsync(request, cancellation)
                            : Task.FromResult<IntakeAnswer>(new IntakeAnswer.Stored(new("019aa0"), "qualified", "hot", 72, null));
                    })).First());
        var whole = await FormAsync(post);

        for (var number = 0; number < Mutations; number++)
        {
            noted = null;
            var (mutated, isOfStructure) = mutation.Of(post);
            using var request = mutated.At(Given.Now.ToDateTimeOffset());
            if (number < Stored)
                request.Headers.Add("Store", "1");
            using var response = await site.Client.SendAsync(request);

            Assert.True(IsClear(response.StatusCode, format), $"{number}: {response.StatusCode} {Text(mutated)}");
            if (!isOfStructure || noted is not { Held: null } read)
                continue;
            var form = LeadForm.Mapped(read.Source, read.Fields, read.Aliases);
            foreach (var field in Telling)
                Assert.True(IsSame(whole[field], form[field]), $"{number}: {field} is {form[field]} {Text(mutated)}");
        }

        async Task<LeadForm> FormAsync(VendorPost one)
        {
            using var response = await site.Client.SendAsync(one.At(Given.Now.ToDateTimeOffset()));
            return LeadForm.Mapped(noted!.Source, noted.Fields, noted.Aliases);
        }
    }

    private static bool IsClear(HttpStatusCode status, SourceFormat format) => format switch
    {
        SourceFormat.Json or SourceFormat.Form => status is HttpStatusCode.Accepted or HttpStatusCode.BadRequest
            or HttpStatusCode.UnprocessableEntity,
        // The key stands in the body: where that cannot be read, nobody knows whose it is.
        SourceFormat.GoogleAds => status is HttpStatusCode.OK or HttpStatusCode.Unauthorized,
        _ => status == HttpStatusCode.OK,
    };

    /// <summary>Whether a field says what it said, a part of it, nothing, or what the mutation wrote.</summary>
    private static bool IsSame(string? before, string? now) =>
        now is null || before?.Contains(now, StringComparison.Ordinal) is true || now.Contains(Mutation.Mark, StringComparison.Ordinal)
        || now.Contains("true", StringComparison.Ordinal) || now.Contains("-77.7E1", StringComparison.Ordinal);

    private static string Text(VendorPost post) => System.Text.Encoding.UTF8.GetString(post.Body)[..Math.Min(post.Body.Length, 3_000)];
}
