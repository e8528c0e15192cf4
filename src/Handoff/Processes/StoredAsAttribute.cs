namespace Handoff.Processes;

/// <summary>The name under which an event of a process is stored. It is read for ever: never renamed, never given to another.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class StoredAsAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
