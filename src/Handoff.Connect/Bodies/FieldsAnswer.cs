using System.Collections.Immutable;

namespace Handoff.Connect.Bodies;

/// <summary>What a body was read as.</summary>
internal abstract record FieldsAnswer
{
    public sealed record Read(IReadOnlyDictionary<string, string> Fields) : FieldsAnswer
    {
        /// <summary>Fields by the other names that they have.</summary>
        public IReadOnlyDictionary<string, string> Aliases { get; init; } = ImmutableDictionary<string, string>.Empty;
    }

    /// <summary>400: it cannot be read; the detail says what to send, and repeats nothing of it.</summary>
    public sealed record Unreadable(string Detail) : FieldsAnswer;
}
