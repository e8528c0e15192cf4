using System.Collections.Immutable;
using Handoff.Processes;
using NodaTime;

namespace Handoff.News;

/// <summary>Events of one lead that wait because the first of them did not arrive.</summary>
/// <param name="Of">The lead's stream.</param>
/// <param name="Positions">Their places in the channel's stream, in order; never empty.</param>
/// <param name="Attempts">How often the first was sent.</param>
/// <param name="Since">When it was first sent.</param>
/// <param name="NotBefore">When it is sent again.</param>
public sealed record WaitingNews(string Of, ImmutableArray<long> Positions, int Attempts, Instant Since, Instant NotBefore);

/// <summary>
/// A part of a channel: what it has to send stands in its events, and the state only says how far it has come. So it stays small, however
/// much waits.
/// </summary>
public sealed record ChannelState : ProcessState
{
    /// <summary>After so many failures in a row nothing new is sent until something arrives.</summary>
    public const int FailuresUntilDown = 5;

    /// <summary>The events of so many leads wait at once.</summary>
    private const int MostWaiting = 50;

    public static ChannelState Empty { get; } = new();

    /// <summary>Every event that was taken at or before this place of the stream was sent, given up, or waits.</summary>
    public long Cursor { get; init; }

    /// <summary>How many events behind that place were never sent.</summary>
    public int Unread { get; init; }

    /// <summary>When the latest of them came.</summary>
    public Instant TakenAt { get; init; }

    public ImmutableArray<WaitingNews> Waiting { get => field.IsDefault ? [] : field; init; }

    /// <summary>Of a CRM: what was written in the last seconds.</summary>
    public ImmutableArray<CrmWritten> Written { get => field.IsDefault ? [] : field; init; }

    /// <summary>Of a CRM: deals that it says have changed and that are to be read.</summary>
    public ImmutableArray<WaitingDeal> Deals { get => field.IsDefault ? [] : field; init; }

    /// <summary>How often a deal was told.</summary>
    public int DealsTold { get; init; }

    /// <summary>How many attempts failed since the last that arrived.</summary>
    public int Failures { get; init; }

    /// <summary>Since when nothing new is sent because nothing arrives; null: it is.</summary>
    public Instant? DownSince { get; init; }

    public Instant? ArrivedAt { get; init; }

    /// <summary>How many were taken, replays included.</summary>
    public int Taken { get; init; }

    public int Arrived { get; init; }

    public int GivenUp { get; init; }

    /// <summary>Why it does not send; null: it does.</summary>
    public ChannelStop? Stop { get; init; }

    public Instant? StoppedAt { get; init; }

    public string StopReason { get; init; } = "";

    /// <summary>How many events wait to arrive.</summary>
    public int Owed => Unread + Waiting.Sum(one => one.Positions.Length);

    /// <summary>Whether the next event that was never sent may go.</summary>
    public bool ReadsOn => Stop is null && DownSince is null && Unread > 0 && Waiting.Length < MostWaiting;

    /// <summary>The events that failed and may be sent again at a time.</summary>
    public WaitingNews? DueAgain(Instant now) => Stop is null ? Waiting.FirstOrDefault(one => one.NotBefore <= now) : null;

    /// <inheritdoc/>
    public override Instant? DueAt => Stop is not null ? null
        : ReadsOn ? TakenAt
        : Waiting.Select(one => (Instant?)one.NotBefore).Concat(Deals.Select(one => (Instant?)one.NotBefore)).Min();
}
