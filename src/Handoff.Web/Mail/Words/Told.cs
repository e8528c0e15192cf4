using Handoff.Agreements;
using Handoff.Leads;

namespace Handoff.Web.Mail.Words;

/// <summary>What a text may say of one lead, already in the reader's words: cleaned, marked, formatted.</summary>
internal sealed record Told
{
    /// <summary>Name and company.</summary>
    public required string Who { get; init; }

    /// <summary>Who has it now, or null: nobody.</summary>
    public required string? Owner { get; init; }

    /// <summary>Whether the owner is a queue and <see cref="Owner"/> the manager who answers for it.</summary>
    public required bool InQueue { get; init; }

    /// <summary>The other person, or null.</summary>
    public required string? Other { get; init; }

    /// <summary>What is to be done next.</summary>
    public required ClockName Clock { get; init; }

    /// <summary>By when, or null: no clock runs.</summary>
    public required ToldDeadline? Deadline { get; init; }

    /// <summary>The share of the agreed time at which the message was owed, in percent, or 0.</summary>
    public required int Percent { get; init; }

    /// <summary>Why the lead changed hands, or null.</summary>
    public required MoveCause? Cause { get; init; }

    /// <summary>The reason in the agreement's words, or null.</summary>
    public required string? Reason { get; init; }

    /// <summary>What the reason does to the lead, or null.</summary>
    public required ReasonEffect? Then { get; init; }

    /// <summary>Where a contest of its return stands, or null: there is none.</summary>
    public ContestState? Contest { get; init; }

    /// <summary>Whether several were offered it and the first has it.</summary>
    public required bool IsClaim { get; init; }

    /// <summary>How often this person has asked, this handoff's first request included.</summary>
    public required int Requests { get; init; }

    /// <summary>The address of who has the lead, of an alert; or null.</summary>
    public string? WriteTo { get; init; }

    /// <summary>What happens by itself next, of an alert; or null.</summary>
    public string? ByItself { get; init; }

    /// <summary>Whether the deadline had passed before the lead came to the reader.</summary>
    public bool CameLate { get; init; }

    /// <summary>What cannot be delivered, or null.</summary>
    public required MessageKind? Failing { get; init; }
}

/// <summary>What a mail says in its most prominent places.</summary>
/// <param name="Subject">What to do by when, in one line.</param>
/// <param name="Says">What follows from it; one to three short paragraphs.</param>
internal sealed record Wording(string Subject, string Heading, params string[] Says);
