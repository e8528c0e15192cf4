using Microsoft.Extensions.Logging;

namespace Handoff.Service.Telemetry;

/// <summary>What is logged, by number and name: alerts and searches rely on them, so neither is ever given to something else.</summary>
public static class LogEvents
{
    /// <summary>Streams were overdue, and are woken.</summary>
    public static EventId Overdue { get; } = new(1001, nameof(Overdue));

    /// <summary>A turn or a delivery broke; it is taken again.</summary>
    public static EventId TurnFailed { get; } = new(1002, nameof(TurnFailed));

    /// <summary>An orchestration was not told; the reconciler finds its stream.</summary>
    public static EventId NudgeLost { get; } = new(1003, nameof(NudgeLost));

    /// <summary>Expired keys and old histories were dropped.</summary>
    public static EventId Cleaned { get; } = new(1004, nameof(Cleaned));

    /// <summary>Something old could not be dropped, such as the history of an orchestration.</summary>
    public static EventId NotSwept { get; } = new(1005, nameof(NotSwept));

    /// <summary>The store does not answer.</summary>
    public static EventId StoreDown { get; } = new(2001, nameof(StoreDown));

    /// <summary>A group of writes failed.</summary>
    public static EventId WritesFailed { get; } = new(2002, nameof(WritesFailed));

    /// <summary>The write-ahead log could not be moved into the file, or emptied.</summary>
    public static EventId LogNotMoved { get; } = new(2003, nameof(LogNotMoved));

    /// <summary>A file with a key of links cannot be read.</summary>
    public static EventId LinkKeyBroken { get; } = new(2005, nameof(LinkKeyBroken));

    /// <summary>Other users of the machine can open the data folder.</summary>
    public static EventId FolderOpen { get; } = new(2006, nameof(FolderOpen));

    /// <summary>An administrative act could not be written into the audit log; the line has it.</summary>
    public static EventId ActNotKept { get; } = new(2007, nameof(ActNotKept));

    /// <summary>Figures of a period that has ended could not be frozen.</summary>
    public static EventId FiguresNotKept { get; } = new(2008, nameof(FiguresNotKept));

    /// <summary>An agreement came into force, or is proposed.</summary>
    public static EventId AgreementInForce { get; } = new(3001, nameof(AgreementInForce));

    /// <summary>A changed agreement was refused.</summary>
    public static EventId AgreementRefused { get; } = new(3002, nameof(AgreementRefused));

    /// <summary>A request met what should never happen, and was answered 500.</summary>
    public static EventId RequestBroke { get; } = new(4001, nameof(RequestBroke));

    /// <summary>A sign-in link could not be sent.</summary>
    public static EventId SignInNotSent { get; } = new(4002, nameof(SignInNotSent));

    /// <summary>A source that was valid before is refused again and again.</summary>
    public static EventId SourceRefused { get; } = new(4003, nameof(SourceRefused));

    /// <summary>The vendor of a source's captcha said nothing; leads are taken without.</summary>
    public static EventId CaptchaSilent { get; } = new(4004, nameof(CaptchaSilent));

    /// <summary>A vendor's forms could not be looked through for leads whose notice was lost.</summary>
    public static EventId BackfillFailed { get; } = new(4005, nameof(BackfillFailed));

    /// <summary>Somebody could not sign in by single sign-on, or its provider does not answer.</summary>
    public static EventId OpenIdFailed { get; } = new(4006, nameof(OpenIdFailed));

    /// <summary>A person's own calendar could not be read; what was read before holds.</summary>
    public static EventId CalendarUnread { get; } = new(4007, nameof(CalendarUnread));
}
