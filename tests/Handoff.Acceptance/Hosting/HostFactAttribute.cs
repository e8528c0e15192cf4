using Xunit;

namespace Handoff.Acceptance.Hosting;

/// <summary>Says of a test assembly what its host needs and this machine lacks.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public abstract class HostNeedsAttribute : Attribute
{
    /// <summary>Why the host cannot run here, or null.</summary>
    public abstract string? Missing { get; }

    internal static string? MissingHere { get; } = AppDomain.CurrentDomain.GetAssemblies()
        .SelectMany(assembly => assembly.GetCustomAttributes(typeof(HostNeedsAttribute), inherit: false)).Cast<HostNeedsAttribute>()
        .Select(needs => needs.Missing).FirstOrDefault(missing => missing is not null);
}

/// <summary>A fact of a suite that runs on more than one host: skipped, with a word, where the host of these tests cannot run.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class HostFactAttribute : FactAttribute
{
    public HostFactAttribute() => Skip = HostNeedsAttribute.MissingHere;
}

/// <summary>A theory of a suite that runs on more than one host.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class HostTheoryAttribute : TheoryAttribute
{
    public HostTheoryAttribute() => Skip = HostNeedsAttribute.MissingHere;
}
