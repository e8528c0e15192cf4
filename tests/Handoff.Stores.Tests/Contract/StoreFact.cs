using Handoff.Stores.Tests.AzureTables;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Handoff.Stores.Tests.Contract;

/// <summary>The tests of this class talk to the storage emulator: skipped where it cannot run, unless <c>HANDOFF_ALL_TESTS=1</c>.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class NeedsAzuriteAttribute : Attribute;

/// <summary>A fact that is skipped where its class needs what is not there.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("Handoff.Stores.Tests.Contract.StoreFactDiscoverer", "Handoff.Stores.Tests")]
public sealed class StoreFactAttribute : FactAttribute;

/// <summary>As <see cref="StoreFactAttribute"/>, with data.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("Handoff.Stores.Tests.Contract.StoreTheoryDiscoverer", "Handoff.Stores.Tests")]
public sealed class StoreTheoryAttribute : TheoryAttribute;

/// <summary>Finds the facts.</summary>
public sealed class StoreFactDiscoverer(IMessageSink diagnostics) : IXunitTestCaseDiscoverer
{
    private readonly FactDiscoverer _inner = new(diagnostics);

    public IEnumerable<IXunitTestCase> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        SkippedCase.Of(diagnostics, discoveryOptions, testMethod) is { } skipped ? [skipped]
            : _inner.Discover(discoveryOptions, testMethod, factAttribute);
}

/// <summary>Finds the theories.</summary>
public sealed class StoreTheoryDiscoverer(IMessageSink diagnostics) : IXunitTestCaseDiscoverer
{
    private readonly TheoryDiscoverer _inner = new(diagnostics);

    public IEnumerable<IXunitTestCase> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        SkippedCase.Of(diagnostics, discoveryOptions, testMethod) is { } skipped ? [skipped]
            : _inner.Discover(discoveryOptions, testMethod, factAttribute);
}

/// <summary>A test that is not run, and says why.</summary>
internal sealed class SkippedCase : XunitTestCase
{
    [Obsolete("Called by the deserializer.", error: true)]
    public SkippedCase()
    {
    }

    private SkippedCase(IMessageSink diagnostics, ITestFrameworkDiscoveryOptions options, ITestMethod method)
        : base(diagnostics, options.MethodDisplayOrDefault(), options.MethodDisplayOptionsOrDefault(), method)
    {
    }

    public static SkippedCase? Of(IMessageSink diagnostics, ITestFrameworkDiscoveryOptions options, ITestMethod method) =>
        method.TestClass.Class.GetCustomAttributes(typeof(NeedsAzuriteAttribute)).Any() && Azurite.Missing is not null
            ? new SkippedCase(diagnostics, options, method)
            : null;

    protected override string GetSkipReason(IAttributeInfo factAttribute) => Azurite.Missing ?? "";
}
