namespace Handoff.Web.Mail.Texts;

/// <summary>The labels of facts and the texts of links in one language.</summary>
internal sealed record MailLabels
{
    /// <summary>Who stands here when no name was given.</summary>
    public required string NoName { get; init; }

    /// <summary>The person's name.</summary>
    public required string Name { get; init; }

    /// <summary>The company.</summary>
    public required string Company { get; init; }

    /// <summary>The job title.</summary>
    public required string JobTitle { get; init; }

    /// <summary>The address.</summary>
    public required string Email { get; init; }

    /// <summary>The number.</summary>
    public required string Phone { get; init; }

    /// <summary>The country's code.</summary>
    public required string Country { get; init; }

    /// <summary>The language's code.</summary>
    public required string Language { get; init; }

    /// <summary>The form or source.</summary>
    public required string AskedFor { get; init; }

    /// <summary>How often the person has asked.</summary>
    public required string Requests { get; init; }

    /// <summary>What else the form says.</summary>
    public required string AlsoSaid { get; init; }

    /// <summary>The score.</summary>
    public required string Score { get; init; }

    /// <summary>Why the reader.</summary>
    public required string WhyYou { get; init; }

    /// <summary>Why this rep, told to somebody else.</summary>
    public required string WhyThisRep { get; init; }

    /// <summary>Who has it.</summary>
    public required string Owner { get; init; }

    /// <summary>The team.</summary>
    public required string Team { get; init; }

    /// <summary>The clock.</summary>
    public required string Clock { get; init; }

    /// <summary>The reason of a return.</summary>
    public required string Reason { get; init; }

    /// <summary>What the person wrote.</summary>
    public required string Message { get; init; }

    /// <summary>What a colleague wrote.</summary>
    public required string Note { get; init; }

    /// <summary>Opens the offer.</summary>
    public required string AcceptOrDecline { get; init; }

    /// <summary>Opens the form of the first contact.</summary>
    public required string RecordContact { get; init; }

    /// <summary>Opens the feedback form.</summary>
    public required string GiveFeedback { get; init; }

    /// <summary>Opens the manager's page.</summary>
    public required string Manage { get; init; }

    /// <summary>Opens the absence page.</summary>
    public required string Away { get; init; }
}
