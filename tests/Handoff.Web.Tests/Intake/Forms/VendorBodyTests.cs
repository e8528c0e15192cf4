using System.Collections.Immutable;
using System.Net;
using System.Text;
using Handoff.Agreements;
using Handoff.Connect.Forms;
using Handoff.Leads;

namespace Handoff.Web.Tests.Intake.Forms;

/// <summary>
/// Each body of a vendor, sent as the vendor sends it, becomes exactly the lead that stands beside it: every answer, and nothing of the
/// vendor's own.
/// </summary>
public sealed class VendorBodyTests
{
    private const string Json = "application/json";
    private const string Line = "application/x-www-form-urlencoded";

    public static TheoryData<string, SourceFormat, string> Bodies => new()
    {
        { "calendly.json", SourceFormat.Calendly, Json },
        { "dataverse.json", SourceFormat.Dataverse, Json },
        { "elementor.txt", SourceFormat.Elementor, Line },
        { "elementor_advanced.txt", SourceFormat.Elementor, Line },
        { "framer.json", SourceFormat.Framer, Json },
        { "framer_other.json", SourceFormat.Framer, Json },
        { "google_ads.json", SourceFormat.GoogleAds, Json },
        { "google_ads_test.json", SourceFormat.GoogleAds, Json },
        { "gravity_forms.json", SourceFormat.GravityForms, Json },
        { "hubspot.json", SourceFormat.Hubspot, Json },
        { "hubspot_flat.json", SourceFormat.Hubspot, Json },
        { "hubspot_properties.json", SourceFormat.Hubspot, Json },
        { "jotform.txt", SourceFormat.Jotform, "" },
        { "linkedin_response.json", SourceFormat.Linkedin, Json },
        { "meta_lead.json", SourceFormat.Meta, Json },
        { "tally.json", SourceFormat.Tally, Json },
        { "tally_kinds.json", SourceFormat.Tally, Json },
        { "typeform.json", SourceFormat.Typeform, Json },
        { "typeform_group.json", SourceFormat.Typeform, Json },
        { "unbounce.json", SourceFormat.Unbounce, Json },
        { "unbounce.txt", SourceFormat.Unbounce, Line },
        { "unbounce.xml", SourceFormat.Unbounce, "application/xml" },
        { "webflow.json", SourceFormat.Webflow, Json },
        { "webflow_v1.json", SourceFormat.Webflow, Json },
        { "wpforms.json", SourceFormat.Wpforms, "application/json; charset=utf-8" },
    };

    public static TheoryData<string> SeenBodies =>
        [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Intake", "Forms", "Examples", "Seen"))
            .Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_body_becomes_exactly_the_lead_beside_it(string file, SourceFormat format, string mediaType)
    {
        var post = mediaType.Length == 0 ? VendorPost.Of(format) : new VendorPost(format, VendorPost.File(file), mediaType);

        Assert.Equal(Expected($"Leads/{Path.GetFileNameWithoutExtension(file)}.{format}.txt"), (await SayAsync(post, post.Source)).Says);
    }

    [Theory]
    [MemberData(nameof(SeenBodies))]
    public async Task A_body_that_others_published_becomes_the_lead_beside_it_or_is_held_back(string file)
    {
        var format = Enum.Parse<SourceFormat>(file.Split('.')[0].Replace("_", "", StringComparison.Ordinal), ignoreCase: true);
        var post = VendorPost.Seen(format, $"Seen/{file}");
        var map = file == "gravity_forms.by_number.json"
            ? ImmutableDictionary<string, string>.Empty.Add("name", "1").Add("phone", "3").Add("email", "4").Add("country", "12")
            : ImmutableDictionary<string, string>.Empty;

        var (says, status) = await SayAsync(post, post.Source with { Map = map });

        var isHeld = status == LeadStatus.Quarantined;
        Assert.Equal(Expected($"Seen/Leads/{Path.GetFileNameWithoutExtension(file)}.txt"), $"held: {(isHeld ? "yes" : "no")}\n{says}");
    }

    private static string Expected(string file) => Encoding.UTF8.GetString(VendorPost.File(file));

    /// <summary>What a post became, over HTTP and signed.</summary>
    private static async Task<(string Says, LeadStatus Status)> SayAsync(VendorPost post, LeadSource source)
    {
        await using var site = await VendorSite.StartAsync(source);
        using var response = await site.SendAsync(post.At(Given.Now.ToDateTimeOffset()));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var (lead, record) = await site.LeadAsync((await VendorSite.IdAsync(response))!);
        var reading = Assert.IsType<FormReading.Lead>(await FormFormats.Of(post.Format).ReadAsync(
            new() { Body = post.Body, ContentType = post.MediaType, Header = Submission, Url = new("https://handoff.example/") }, default));
        var said = new StringBuilder()
            .Append("delivery: ").Append(reading.DeliveryKey ?? "none").Append('\n')
            .Append("campaign: ").Append(lead.Known.Dimensions["campaign"]).Append('\n')
            .Append("test: ").Append(lead.Known.IsTest ? "yes" : "no").Append('\n');
        foreach (var (name, value) in record.Form)
            said.Append(name).Append('=').Append(value.Replace("\n", "\\n", StringComparison.Ordinal)).Append('\n');
        return (said.ToString(), lead.Status);
    }

    private static string? Submission(string header) => header == "Framer-Webhook-Submission-Id" ? "0fbbb90e" : null;
}
