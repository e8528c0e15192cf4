using Xunit;

namespace Handoff.Tests.Leads;

/// <summary>What a clock has run on a calendar stays run, whoever works by it now (design section 5).</summary>
public sealed class StaffCalendarTests
{
    [Fact]
    public void A_calendar_is_found_where_only_another_team_works_by_it()
    {
        var staff = new Company().Leaves("zoe").Leaves("dana").Staff;

        Assert.Equal("new_york", staff.Calendar("new_york")?.Name);
        Assert.Null(staff.Calendar("moon"));
    }
}
