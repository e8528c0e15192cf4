using Handoff.Leads;
using Handoff.People;

namespace Handoff.Web.Design;

/// <summary>What the components say of themselves.</summary>
public sealed class DesignTexts(Language language) : Sentences(language)
{
    public string SkipToContent => Say("Skip to the content", "Vai al contenuto");
    public string Navigation => Say("Pages", "Pagine");
    public string Why => Say("Why?", "Perché?");
    public string AsTable => Say("As a table", "In tabella");
    public string TimesFaster => Say("Clock: {0} times faster", "Orologio: {0} volte più veloce");

    /// <summary>The word of a clock's state.</summary>
    public string Of(ClockFace face) => face is { State: ClockState.Running, IsAtRisk: true } ? AtRisk : Of(face.State);

    private string AtRisk => Say("At risk", "A rischio");

    private string Of(ClockState state) => state switch
    {
        ClockState.Running => Say("Running", "In corso"),
        ClockState.Paused => Say("Paused", "In pausa"),
        ClockState.Met => Say("Met", "Rispettato"),
        ClockState.Breached => Say("Breached", "Scaduto"),
        ClockState.Cancelled => Say("Cancelled", "Annullato"),
        _ => throw new InvalidOperationException("Every state has a word."),
    };
}
