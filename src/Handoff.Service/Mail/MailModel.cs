using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.Leads;
using Handoff.People;
using Handoff.Service.Asking;
using Handoff.Service.Leads;
using Handoff.Service.Links;
using Handoff.Service.Processes;
using NodaTime;

namespace Handoff.Service.Mail;

/// <summary>Everything that a mail about one lead may say; put together when it is delivered, never stored as it is.</summary>
public sealed record MailModel
{
    public required MessageKind Kind { get; init; }

    /// <summary>Who reads it: name, language, zone.</summary>
    public required Person Reader { get; init; }

    /// <summary>The company, for the footer.</summary>
    public required string Organisation { get; init; }

    /// <summary>What the files call teams, tiers, calendars, sources, dimensions and figures.</summary>
    public Naming Naming { get; init; } = Naming.None;

    /// <summary>The same as the reader reads them.</summary>
    public ReaderNames Names => Naming.In(Reader.Language);

    /// <summary>The product's time now.</summary>
    public required Instant Now { get; init; }

    /// <summary>What it is about; exactly one, but for a digest.</summary>
    public required ImmutableArray<MailItem> Items { get; init; }

    /// <summary>Links that belong to no lead: absence.</summary>
    public required ImmutableArray<MailLink> Links { get; init; }
}

/// <summary>One lead in a mail.</summary>
public sealed record MailItem
{
    /// <summary>What is said of this lead (in a digest, each has its own).</summary>
    public required MessageKind Kind { get; init; }

    /// <summary>References and figures of the message.</summary>
    public required MessageAbout About { get; init; }

    public required Lead Lead { get; init; }

    /// <summary>The lead's personal data.</summary>
    public required LeadRecord Record { get; init; }

    /// <summary>The clock that the message speaks of, or the one that runs; null: none.</summary>
    public required ClockRun? Clock { get; init; }

    /// <summary>The reason of a return or decline, in the agreement's words; null: none.</summary>
    public required Reason? Reason { get; init; }

    /// <summary>The name of the owner, or of the team's manager for its queue; null: nobody.</summary>
    public required string? OwnerName { get; init; }

    /// <summary>The name of the other person (<see cref="MessageAbout.Other"/>), or null.</summary>
    public required string? OtherName { get; init; }

    /// <summary>The name of the team's manager, of a return: who to ask about it. Null: the team is no longer in the files.</summary>
    public string? AskName { get; init; }

    /// <summary>
    /// How the score came about, one sentence in the reader's language; in English where the rules that held are not known.
    /// </summary>
    public required string ScoreBecause { get; init; }

    /// <summary>Why this rep and why not the others, in the reader's language; empty where it does not apply.</summary>
    public required string RoutingBecause { get; init; }

    /// <summary>The address of who has the lead, of an alert to somebody else; null: nobody in person, or it is no alert.</summary>
    public string? OwnerAddress { get; init; }

    /// <summary>What happens by itself if nobody acts, of an alert; null: nothing, or it is no alert.</summary>
    public ComingRung? Next { get; init; }

    /// <summary>Whether the deadline had passed before the lead came to whoever has it.</summary>
    public bool CameLate { get; init; }

    /// <summary>The links about this lead.</summary>
    public required ImmutableArray<MailLink> Links { get; init; }
}

/// <summary>What a ladder does next by itself.</summary>
/// <param name="Reassigns">Whether the lead goes to somebody else.</param>
/// <param name="Tells">Who is told, or null: nobody.</param>
/// <param name="TellsReader">Whether that is whoever reads it.</param>
public sealed record ComingRung(Instant At, bool Reassigns, AlertTarget? Tells, bool TellsReader);

/// <summary>A mail ready to be sent.</summary>
public sealed record RenderedMail(string Subject, string Text, string Html);

/// <summary>Renders mails in the reader's language.</summary>
public interface IMailRenderer
{
    ValueTask<RenderedMail> RenderAsync(MailModel model, CancellationToken cancellation);

    /// <summary>Renders the question to whoever sent a lead.</summary>
    ValueTask<RenderedMail> RenderAsync(AskMail mail, CancellationToken cancellation);

    /// <summary>Renders a mail that belongs to no lead.</summary>
    ValueTask<RenderedMail> RenderAsync(LetterMail mail, CancellationToken cancellation);
}
