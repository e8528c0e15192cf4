using Handoff.Web.Design;

namespace Handoff.Web.Mail.Html;

/// <summary>The light colours that a mail writes into its elements: those of <c>10-tokens.css</c>. The dark ones are in the document's style sheet.</summary>
internal static class MailColours
{
    public const string Canvas = "#f6f7f9";
    public const string Paper = "#ffffff";
    public const string Ink = "#16191d";
    public const string Quiet = "#565e6b";
    public const string Line = "#dfe3e9";
    public const string Main = "#2456d6";
    public const string Link = "#1f4fc8";

    /// <summary>The ground and the edge of what a tone colours.</summary>
    public static (string Ground, string Edge) Of(Tone tone) => tone switch
    {
        Tone.Still => ("#eceff3", "#848c98"),
        Tone.Running => ("#e8effd", Main),
        Tone.AtRisk => ("#fdf0d5", "#b87503"),
        Tone.Breached => ("#fdeae9", "#c9302a"),
        Tone.Met => ("#e2f5e9", "#11633a"),
        _ => throw new ArgumentOutOfRangeException(nameof(tone), tone, "A tone has colours."),
    };
}
