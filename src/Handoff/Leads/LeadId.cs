namespace Handoff.Leads;

/// <summary>The id of a lead: opaque, made by the host, the id of its stream and of its orchestration. It holds no personal data.</summary>
/// <param name="Value">Letters, digits and hyphens.</param>
public readonly record struct LeadId(string Value)
{
    public override string ToString() => Value;
}
