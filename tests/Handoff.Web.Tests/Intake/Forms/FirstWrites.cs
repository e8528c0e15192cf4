using System.Reflection;
using Handoff.Service.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Handoff.Web.Tests.Intake.Forms;

/// <summary>A store that takes the first turn of each lead and fails at every further one.</summary>
#pragma warning disable CA1852 // The proxy is derived from it when it is made.
internal class FirstWrites : DispatchProxy
#pragma warning restore CA1852
{
    private IStreamStore _store = null!;

    public static IStreamStore Of(IServiceCollection services)
    {
        var proxy = Create<IStreamStore, FirstWrites>();
        ((FirstWrites)(object)proxy)._store =
            (IStreamStore)services.Last(one => one.ServiceType == typeof(IStreamStore)).ImplementationInstance!;
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        args is [Turn { ExpectedVersion: > 0, Stream.Kind: StreamKind.Lead }, ..] ? throw new StoreUnavailableException("disk full")
            : targetMethod!.Invoke(_store, args);
}
