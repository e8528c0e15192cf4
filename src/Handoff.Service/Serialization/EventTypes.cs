using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json.Serialization;
using Handoff.Alerts;
using Handoff.Processes;

namespace Handoff.Service.Serialization;

/// <summary>The names under which events are stored: the discriminators of their JSON.</summary>
public static class EventTypes
{
    private static readonly FrozenDictionary<Type, string> Names = new[] { typeof(AlertEvent), typeof(ProcessEvent) }
        .SelectMany(kind => kind.GetCustomAttributes<JsonDerivedTypeAttribute>())
        .ToFrozenDictionary(derived => derived.DerivedType, derived => (string)derived.TypeDiscriminator!);

    /// <summary>The name of an event's type, such as <c>alert_raised</c>.</summary>
    public static string Of(object happened) => Names[happened.GetType()];
}
