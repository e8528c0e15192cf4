using Handoff.Agreements;
using Handoff.Qualification;
using Handoff.Service.Leads;
using NodaTime;

namespace Handoff.Service.Intake;

/// <summary>Reads what a form says of consent.</summary>
internal static class ConsentReading
{
    private const string TextField = "consent_text";
    private const int Longest = 500;

    /// <summary>The form's own page. What a browser says to another origin is the origin alone.</summary>
    private static readonly string[] Pages = ["page_url", "page_uri", "page_location"];

    /// <summary>What is kept of it; null: the source asks for none.</summary>
    /// <param name="posted">A posted value by the form's name of it.</param>
    /// <param name="page">The page that posted as the browser says it, or null; the form knows it better.</param>
    public static ConsentRecord? Of(LeadSource source, LeadForm form, Func<string, string?> posted, string? page, Instant now)
    {
        if (source.Consent is not { } asked)
            return null;
        var ticked = posted(asked.Field)?.Trim();
        page = Pages.Select(field => form[field]).FirstOrDefault(one => !string.IsNullOrWhiteSpace(one)) ?? page ?? form["landing_page"];
        return new(
            Consent.Read(ticked) ?? !string.IsNullOrEmpty(ticked), asked.Field, asked.Purpose,
            Short(asked.Text ?? posted(TextField)), Short(page?.Split('?', '#')[0]), now, source.Name);
    }

    private static string? Short(string? text) => text?.Trim() switch
    {
        null or "" => null,
        { Length: > Longest } whole => whole[..Longest],
        var whole => whole,
    };
}
