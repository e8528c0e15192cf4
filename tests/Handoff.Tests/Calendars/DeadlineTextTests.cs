using Handoff.Calendars;
using NodaTime;
using Xunit;
using Xunit.Abstractions;
using static Handoff.Tests.Calendars.Given;

namespace Handoff.Tests.Calendars;

public sealed class DeadlineTextTests(ITestOutputHelper o)
{
    [Fact]
    public void Show()
    {
        void Say(BusinessCalendar c, Instant i, string w, ClockMode m = ClockMode.Business) => o.WriteLine(DeadlineText.Explain(c, i, Within(w), m));
        Say(Office, InRome("2026-11-21 15:00"), "1h");
        Say(SplitOffice, InRome("2026-11-23 12:30"), "1h");
        Say(SplitOffice, InRome("2026-11-23 17:30"), "1h");
        Say(SplitOffice, InRome("2026-11-23 17:30"), "30m");
        Say(SplitOffice, InRome("2026-12-04 17:30"), "40h");
        Say(SplitOffice, InRome("2026-08-07 16:30"), "1h");
        Say(SplitOffice, InRome("2026-12-23 16:30"), "20h");
        Say(Office, InRome("2026-03-27 16:30"), "1h");
        Say(Office, InRome("2026-11-20 16:00"), "1d");
        Say(Office, InRome("2026-11-21 16:00"), "3d");
        Say(PhoneDesk, InRome("2026-11-27 20:00"), "1d");
        Say(PhoneDesk, InRome("2026-11-28 10:00"), "1d");
        Say(Office, InRome("2026-11-20 16:00"), "1d", ClockMode.Elapsed);
        Say(Always, InRome("2026-11-20 16:00"), "1d");
        Say(PhoneDesk, InRome("2026-11-23 23:45"), "2h");
    }
}
