using Handoff.Board;
using Handoff.Leads;
using Handoff.People;
using Handoff.Service.Auditing;
using Handoff.Service.Board;
using Handoff.Service.Health;
using Handoff.Service.Mail;
using Handoff.Service.SignIn;
using Microsoft.Extensions.DependencyInjection;

namespace Handoff.Web.Desk;

/// <summary>
/// The use cases that the pages of the desk hand over to, one function each: what is here knows HTTP and words only, and a test can put its own answer
/// in the place of any of them.
/// </summary>
public sealed record DeskCases
{
    /// <summary>Reads a page of the board: <see cref="BoardReading.ReadAsync"/>.</summary>
    public required Func<Viewer, BoardFilter, int, CancellationToken, Task<BoardPage>> ReadBoard { get; init; }

    /// <summary>Reads the life of a lead: <see cref="LeadTimeline.ReadAsync"/>.</summary>
    public required Func<Viewer, string, CancellationToken, Task<TimelineView?>> ReadTimeline { get; init; }

    /// <summary>Reads an e-mail of a lead: <see cref="LeadTimeline.FindMailAsync"/>.</summary>
    public required Func<Viewer, string, string, CancellationToken, Task<MailboxMessage?>> FindMail { get; init; }

    /// <summary>Searches leads: <see cref="LeadSearch.FindAsync"/>.</summary>
    public required Func<Viewer, string, CancellationToken, Task<SearchResult>> Search { get; init; }

    /// <summary>Reads the teams: <see cref="TeamReading.ReadAsync"/>.</summary>
    public required Func<Viewer, CancellationToken, Task<TeamPage>> ReadTeams { get; init; }

    /// <summary>Reads how the product is: <see cref="StatusReading.ReadAsync"/>.</summary>
    public required Func<Viewer, CancellationToken, Task<StatusPage>> ReadStatus { get; init; }

    /// <summary>Tries a parked message again: <see cref="StatusReading.RetryAsync"/>.</summary>
    public required Func<Viewer, string, int, CancellationToken, Task<Answer?>> Retry { get; init; }

    /// <summary>Sends a sign-in link, perhaps: <see cref="SignInRequests.Ask"/>.</summary>
    public required Action<string, string> AskForLink { get; init; }

    /// <summary>Looks at a sign-in link: <see cref="Sessions.Look"/>.</summary>
    public required Func<string, (SignInLink Standing, Person? Person)> LookAtLink { get; init; }

    /// <summary>Uses a sign-in link: <see cref="Sessions.BeginAsync"/>.</summary>
    public required Func<string, CancellationToken, Task<SessionGrant?>> BeginSession { get; init; }

    /// <summary>Judges a session: <see cref="Sessions.JudgeAsync"/>.</summary>
    public required Func<SessionGrant, CancellationToken, ValueTask<Viewer?>> JudgeSession { get; init; }

    /// <summary>Ends the sessions of a person: <see cref="Sessions.EndAsync"/>.</summary>
    public required Func<PersonId, CancellationToken, Task> EndSessions { get; init; }

    /// <summary>The machine that runs the product: <see cref="Sessions.ThisMachine"/>.</summary>
    public required Func<Language, Viewer> ThisMachine { get; init; }

    /// <summary>Keeps that somebody looked (act, by, on): <see cref="AuditLog.KeepLookAsync"/>.</summary>
    public required Func<string, string, string, Task> KeepLook { get; init; }

    /// <summary>Keeps an administrative act (act, by, on, outcome): <see cref="AuditLog.KeepAsync"/>.</summary>
    public required Func<string, string, string, string, Task> KeepAct { get; init; }

    /// <summary>How many times faster than the wall's the product's clock runs.</summary>
    public required double Speed { get; init; }

    /// <summary>The use cases that a host registered, each as a singleton.</summary>
    internal static DeskCases Of(IServiceProvider services)
    {
        var timeline = services.GetRequiredService<LeadTimeline>();
        var status = services.GetRequiredService<StatusReading>();
        var sessions = services.GetRequiredService<Sessions>();
        var audit = services.GetRequiredService<AuditLog>();
        return new()
        {
            ReadBoard = services.GetRequiredService<BoardReading>().ReadAsync,
            ReadTimeline = timeline.ReadAsync,
            FindMail = timeline.FindMailAsync,
            Search = services.GetRequiredService<LeadSearch>().FindAsync,
            ReadTeams = services.GetRequiredService<TeamReading>().ReadAsync,
            ReadStatus = status.ReadAsync,
            Retry = status.RetryAsync,
            AskForLink = services.GetRequiredService<SignInRequests>().Ask,
            LookAtLink = sessions.Look,
            BeginSession = sessions.BeginAsync,
            JudgeSession = sessions.JudgeAsync,
            EndSessions = sessions.EndAsync,
            ThisMachine = sessions.ThisMachine,
            KeepLook = audit.KeepLookAsync,
            KeepAct = audit.KeepAsync,
            Speed = services.GetRequiredService<ClockSpeed>().Times,
        };
    }
}
