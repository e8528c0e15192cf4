using Handoff.Calendars;
using Handoff.Leads;
using Handoff.Web.Mail.Texts;
using Handoff.Web.Words;

namespace Handoff.Web.Mail.Words;

/// <summary>Says how a deadline came about: the promise, from when to when, on whose opening hours (promise 5).</summary>
internal static class ClockWords
{
    /// <summary>The words of a clock that is still to be met.</summary>
    public static string Of(ClockRun clock, MailTexts texts, ReaderTime time) => texts.Clock(
        clock.Name,
        time.Texts.Promised(clock.Within, clock.Mode),
        clock.State == ClockState.Paused ? null : time.Texts.Span(time.At(clock.StartedAt), time.At(clock.Plan.Due)),
        clock.Mode == ClockMode.Elapsed ? null : texts.Names.Calendar(clock.Plan.Calendar));
}
