using System.Collections.Frozen;
using Handoff.Agreements;
using Handoff.Connect.Bodies;

namespace Handoff.Connect.Forms;

/// <summary>The formats that <c>sources.yaml</c> may name.</summary>
public static class FormFormats
{
    /// <summary>JSON of the sender's own making, signed by Standard Webhooks where the source has a secret.</summary>
    private static readonly FormFormat Json = new()
    {
        IsVendors = false,
        Signed = StandardWebhooks.IsSigned,
        SignedId = StandardWebhooks.Id,
    };

    private static readonly FormFormat Form = new() { IsVendors = false, Kinds = BodyKinds.Form };

    private static readonly FrozenDictionary<SourceFormat, FormFormat> All = new Dictionary<SourceFormat, FormFormat>
    {
        [SourceFormat.Json] = Json,
        [SourceFormat.Form] = Form,
        [SourceFormat.Typeform] = Typeform.Format,
        [SourceFormat.Webflow] = Webflow.Format,
        [SourceFormat.Tally] = Tally.Format,
        [SourceFormat.Jotform] = Jotform.Format,
        [SourceFormat.Framer] = Framer.Format,
        [SourceFormat.GoogleAds] = GoogleAds.Format,
        [SourceFormat.Unbounce] = Unbounce.Format,
        [SourceFormat.Elementor] = Elementor.Format,
        [SourceFormat.GravityForms] = GravityForms.Format,
        [SourceFormat.Wpforms] = Wpforms.Format,
        [SourceFormat.Calendly] = Calendly.Format,
        [SourceFormat.Hubspot] = Hubspot.Format,
        [SourceFormat.Meta] = Meta.Format,
        [SourceFormat.Linkedin] = Linkedin.Format,
        [SourceFormat.Dataverse] = Dataverse.Format,
    }.ToFrozenDictionary();

    /// <summary>The format of that name.</summary>
    public static FormFormat Of(SourceFormat format) => All[format];
}
