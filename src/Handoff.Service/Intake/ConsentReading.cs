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

    private static readonly string[] Pages = ["page_url", "page_uri", "page_location", "landing_page"];

    /// <summary>What is kept of it; null: the source asks for none.</summary>
    /// <param name="posted">A posted value by the form's name of it.</param>
    /// <param name="page">The page that posted, where the browser says it.</param>
    public static ConsentRecord? Of(LeadSource source, LeadForm form, Func<string, string?> posted, string? page, Instant now)
    {
        if (source.Consent is not { } asked)
            return null;
        var ticked = posted(asked.Field)?.Trim();
        page ??= Pages.Select(field => form[field]).FirstOrDefault(one => one is not null);
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
