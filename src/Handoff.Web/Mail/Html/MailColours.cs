using Handoff.Web.Design;

namespace Handoff.Web.Mail.Html;

/// <summary>
/// The colours of a tone in a mail, light. The others stand in the document itself, where they are plain text that costs nothing to write.
/// </summary>
internal static class MailColours
{
    public static (string Ground, string Edge) Of(Tone tone) => tone switch
    {
        Tone.Still => ("#eceff3", "#848c98"),
        Tone.Running => ("#e8effd", "#2456d6"),
        Tone.AtRisk => ("#fdf0d5", "#b87503"),
        Tone.Breached => ("#fdeae9", "#c9302a"),
        Tone.Met => ("#e2f5e9", "#11633a"),
        _ => throw new ArgumentOutOfRangeException(nameof(tone), tone, "A tone has colours."),
    };
}
