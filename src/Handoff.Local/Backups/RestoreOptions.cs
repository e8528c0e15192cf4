namespace Handoff.Local.Backups;

/// <summary>What <c>handoff restore</c> was asked.</summary>
/// <param name="From">A backup, or a folder of backups: then the newest.</param>
/// <param name="Replace">Whether what is in the data folder may be put aside.</param>
/// <param name="WithoutKeys">Whether a backup whose keys are gone will do.</param>
/// <param name="Erased">A list of more erased leads, or null.</param>
internal sealed record RestoreOptions(string From, string Data, bool Replace, bool WithoutKeys, string? Erased);
