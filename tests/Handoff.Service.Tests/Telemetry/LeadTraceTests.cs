using Handoff.Service.Storage;
using Handoff.Service.Telemetry;
using Xunit;

namespace Handoff.Service.Tests.Telemetry;

/// <summary>The trace of a lead follows from its id; while nobody listens it costs nothing.</summary>
public sealed class LeadTraceTests
{
    private static readonly StreamId Lead = new(StreamKind.Lead, "0193f1a2b3c47d5e8f90a1b2c3d4e5f6");

    [Fact]
    public void A_leads_id_is_the_id_of_its_trace() => Assert.Equal(Lead.Id, LeadTrace.IdOf(Lead).ToHexString());

    [Theory]
    [InlineData(StreamKind.Alerts, "0193f1a2b3c47d5e8f90a1b2c3d4e5f6")]
    [InlineData(StreamKind.Lead, "lead-1")]
    [InlineData(StreamKind.Lead, "0193F1A2B3C47D5E8F90A1B2C3D4E5F6")]
    [InlineData(StreamKind.Lead, "00000000000000000000000000000000")]
    public void Any_other_id_is_made_into_one_that_is_always_the_same(StreamKind kind, string id)
    {
        var trace = LeadTrace.IdOf(new(kind, id));

        Assert.NotEqual(id, trace.ToHexString());
        Assert.NotEqual(default, trace);
        Assert.Equal(trace, LeadTrace.IdOf(new(kind, id)));
    }

    [Fact]
    public void While_nobody_listens_a_span_allocates_nothing()
    {
        Assert.Null(LeadTrace.Start("turn", Lead));
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var spans = 0; spans < 1_000; spans++)
            LeadTrace.Start("turn", Lead)?.Dispose();

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }
}
