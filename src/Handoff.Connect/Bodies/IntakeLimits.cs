namespace Handoff.Connect.Bodies;

/// <summary>What one posted lead may measure. Beyond it the body is refused whole: nothing is cut.</summary>
internal static class IntakeLimits
{
    /// <summary>Bytes of a body: 1 MiB.</summary>
    public const int Body = 1024 * 1024;

    /// <summary>Fields after flattening.</summary>
    public const int Fields = 200;

    /// <summary>Values, where one field has several.</summary>
    public const int Values = 1000;

    /// <summary>Characters of a field's name, with those of the objects around it: a long name around many fields would multiply.</summary>
    public const int Name = 500;

    /// <summary>Objects and arrays in each other.</summary>
    public const int Depth = 16;

    /// <summary>Characters of an <c>Idempotency-Key</c>.</summary>
    public const int IdempotencyKey = 255;
}
