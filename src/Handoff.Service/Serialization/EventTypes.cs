using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json.Serialization;
using Handoff.Alerts;
using Handoff.Processes;

namespace Handoff.Service.Serialization;

/// <summary>The names under which events are stored: the discriminators of their JSON.</summary>
public static class EventTypes
{
    /// <summary>The events of processes that are no lead's, by the name that each says itself.</summary>
    internal static readonly FrozenDictionary<Type, string> OfProcesses = typeof(ProcessEvent).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(ProcessEvent)) && !type.IsAbstract)
        .ToFrozenDictionary(type => type, type => type.GetCustomAttribute<StoredAsAttribute>()?.Name
            ?? throw new InvalidOperationException($"The event {type.Name} does not say what it is stored as."));

    private static readonly FrozenDictionary<Type, string> Names = typeof(AlertEvent).GetCustomAttributes<JsonDerivedTypeAttribute>()
        .ToDictionary(derived => derived.DerivedType, derived => (string)derived.TypeDiscriminator!)
        .Concat(OfProcesses).ToFrozenDictionary();

    /// <summary>The name of an event's type, such as <c>alert_raised</c>.</summary>
    public static string Of(object happened) => Names[happened.GetType()];
}
