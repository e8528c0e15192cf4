namespace Handoff.People;

/// <summary>
/// One person of the company, by an opaque id: nothing in it tells who it is, so it may stand in events, URLs, instance ids and logs
/// (promise 7). Address and name stand in one directory of the store, and nowhere else (design section 4).
/// </summary>
/// <param name="Value">
/// Letters, digits and hyphens. In an agreement folder that was read and is not in force yet: the address.
/// </param>
public readonly record struct PersonId(string Value)
{
    /// <summary>No person: where a message goes to a stream instead.</summary>
    public static PersonId Nobody { get; } = new("");

    public override string ToString() => Value;
}
