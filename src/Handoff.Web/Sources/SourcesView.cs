using System.Collections.Immutable;
using System.Text.Json;
using Handoff.Agreements;
using Handoff.Connect.Forms;
using Handoff.Service.Board;
using Handoff.Web.Desk;
using NodaTime;

namespace Handoff.Web.Sources;

/// <summary>What the page of the sources shows.</summary>
/// <param name="Tested">The lead that a test made, empty: it was not taken, or null: none was sent.</param>
/// <param name="Host">The product's public address, ending in a slash.</param>
public sealed record SourcesView(DeskView Desk, ImmutableArray<SourceStanding> Sources, string? Tested, string Host)
{
    public SourcesTexts Texts => new(Desk.Viewer.Language);

    internal string When(Instant at) => Desk.Time.Distance(at) ?? Desk.Time.Texts.At(Desk.Time.At(at));

    internal string Say(string text, params object[] parts) => Desk.Time.Texts.Fill(text, parts);

    internal static string Format(LeadSource source) => JsonNamingPolicy.SnakeCaseLower.ConvertName(source.Format.ToString());

    /// <summary>How the vendor is told of the address.</summary>
    internal string HowTo(LeadSource source) => source.Secrets.IsEmpty
        ? Say(Texts.ByKey, FormFormats.Of(source.Format).KeyParameter) : Texts.BySecret;

    /// <summary>What a page needs to post to a source of plain forms; null: another program posts.</summary>
    internal string? Snippet(SourceStanding standing) =>
        standing.Source.Format == SourceFormat.Form ? FormSnippet.Of(standing.Source, standing.Address, Host) : null;
}
