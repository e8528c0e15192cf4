using Handoff.Service.Turns;
using Xunit;

namespace Handoff.Service.Tests.Turns;

public sealed class KeyedLockTests
{
    [Fact]
    public async Task Who_is_inside_when_the_host_ends_leaves_in_peace()
    {
        var key = new KeyedLock();
        var inside = await key.EnterAsync("a", default);

        // What a host does at its end with all that can be disposed of.
        ((object)key as IDisposable)?.Dispose();

        Assert.Null(Record.Exception(inside.Dispose));
        using var next = await key.EnterAsync("a", default);
        Assert.NotNull(next);
    }
}
