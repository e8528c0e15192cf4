using System.Collections.Immutable;
using Handoff.Qualification.Columns;

namespace Handoff.Local.Importing;

/// <summary>What <c>handoff import</c> was asked.</summary>
internal sealed record ImportOptions
{
    public required string File { get; init; }

    public required string Source { get; init; }

    public required string Data { get; init; }

    public required string Agreement { get; init; }

    /// <summary>Which columns hold which fields.</summary>
    public ImmutableArray<SaidColumn> Map { get; init; } = [];

    /// <summary>Whether to count only.</summary>
    public bool DryRun { get; init; }

    /// <summary>Where errors go, or null: beside the file.</summary>
    public string? Errors { get; init; }

    /// <summary>The address of a running host, or null: into the data folder.</summary>
    public Uri? Url { get; init; }

    /// <summary>The source's key at that host, or null: as sources.yaml has it.</summary>
    public string? Key { get; init; }

    /// <summary>The file's encoding, or null: as its first bytes say.</summary>
    public string? Encoding { get; init; }

    /// <summary>What parts values, or null: as the rows say.</summary>
    public char? Separator { get; init; }

    /// <summary>The most rows a minute, or null.</summary>
    public int? PerMinute { get; init; }
}

/// <summary>Where an import tells what it does.</summary>
/// <param name="IsTerminal">Whether somebody watches, so that a bar can move.</param>
internal sealed record ImportConsole(TextWriter Out, TextWriter Error, bool IsTerminal);
