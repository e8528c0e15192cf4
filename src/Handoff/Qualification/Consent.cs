namespace Handoff.Qualification;

/// <summary>Reads whether somebody agreed to something, from a checkbox or a word. What is neither yes nor no is nothing.</summary>
public static class Consent
{
    /// <summary>True: yes; false: no; null: nothing was said, or nothing that can be relied on.</summary>
    public static bool? Read(string? posted) => posted?.Trim().ToLowerInvariant() switch
    {
        "yes" or "true" or "on" or "1" or "y" or "checked" or "granted" or "accepted" or "si" or "sì" or "vero" => true,
        "no" or "false" or "off" or "0" or "n" or "denied" or "falso" => false,
        _ => null,
    };
}
