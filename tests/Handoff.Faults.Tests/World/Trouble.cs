namespace Handoff.Faults.Tests.World;

/// <summary>The kinds of trouble that a world can have; a shrunk scenario has only those that it takes.</summary>
[Flags]
internal enum Trouble
{
    None = 0,

    /// <summary>The store fails before or after a commit.</summary>
    StoreFails = 1,

    /// <summary>The store answers so late that the caller gives up, whether or not it has written.</summary>
    StoreTimesOut = 1 << 1,

    /// <summary>A commit conflicts without anybody having written.</summary>
    StoreConflicts = 1 << 2,

    /// <summary>The mail provider refuses everything for hours, or asks for a pause.</summary>
    MailFails = 1 << 3,

    /// <summary>The mail provider answers after minutes.</summary>
    MailLate = 1 << 4,

    /// <summary>The mail provider takes a mail and its answer is lost, so that it gets it twice.</summary>
    MailTwice = 1 << 5,

    /// <summary>Mails come back, at once or later, and the provider tells it more than once.</summary>
    MailBounces = 1 << 6,

    /// <summary>Hosts stop at any await and start again.</summary>
    HostsStop = 1 << 7,

    /// <summary>Two hosts at once.</summary>
    TwoHosts = 1 << 8,

    /// <summary>The clocks of hosts jump, forward and back.</summary>
    ClocksJump = 1 << 9,

    /// <summary>Nudges get lost.</summary>
    NudgesLost = 1 << 10,

    /// <summary>People click twice, and on links of old mails.</summary>
    Clicks = 1 << 11,

    /// <summary>Mail scanners open every link.</summary>
    Scanners = 1 << 12,

    /// <summary>The agreement, the people and the calendars change in flight.</summary>
    Changes = 1 << 13,

    /// <summary>People are away, and come back.</summary>
    Absences = 1 << 14,

    /// <summary>Leads are erased, and the CRM reports outcomes at any time.</summary>
    Office = 1 << 15,

    /// <summary>Vendors post a delivery several times, and the same person asks again.</summary>
    Vendors = 1 << 16,

    /// <summary>Marketing contests returns, corrects leads that came back, and keeps some warm.</summary>
    Marketing = 1 << 17,

    All = (1 << 18) - 1,
}
