using HandoffFunctions.Tests.Engine;
using Microsoft.Azure.Functions.Worker;

namespace HandoffFunctions.Tests;

/// <summary>The app takes every request and lets the product match it: a new route needs no function.</summary>
public sealed class RouteTests
{
    [Fact]
    public void One_function_takes_every_address() => Assert.Equal("{*path}", Assert.Single(FunctionFront.All).Trigger.Route);

    [Fact]
    public void It_takes_every_method() => Assert.All(FunctionFront.All, one => Assert.Null(one.Trigger.Methods));

    [Fact]
    public void It_is_open_to_all_because_who_may_do_what_is_decided_behind_it() =>
        Assert.All(FunctionFront.All, one => Assert.Equal(AuthorizationLevel.Anonymous, one.Trigger.AuthLevel));
}
