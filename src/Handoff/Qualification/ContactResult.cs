using System.Collections.Immutable;
using System.Globalization;

namespace Handoff.Qualification;

/// <summary>Whether a form says how to reach the person.</summary>
public abstract record ContactResult
{
    private ContactResult()
    {
    }

    /// <summary>There is an address or a number.</summary>
    /// <param name="Contact">How to reach the person.</param>
    /// <param name="Remarks">What was given besides and could not be read; the lead is taken nevertheless.</param>
    public sealed record Usable(Contact Contact, ImmutableArray<FieldProblem> Remarks) : ContactResult;

    /// <summary>There is neither a usable address nor a usable number.</summary>
    /// <param name="Problems">At least one.</param>
    /// <param name="Contact">What else is known of the person.</param>
    public sealed record Missing(ImmutableArray<FieldProblem> Problems, Contact Contact) : ContactResult;
}

/// <summary>What the sender must correct in a field. It never quotes what was posted.</summary>
/// <param name="Field">Our name of the field.</param>
/// <param name="Message">One sentence that says what to do.</param>
public sealed record FieldProblem(string Field, string Message)
{
    internal static FieldProblem NoContact { get; } = new(KnownFields.Email, "Give an e-mail address, or else a phone number.");

    internal static FieldProblem OfPhone { get; } =
        new(KnownFields.Phone,
            "This is not a phone number that can be dialled; write it with the country's prefix, such as +39 06 1234567.");

    internal static FieldProblem OfAddress(string text) => text.Length > EmailAddress.Longest
        ? new(KnownFields.Email,
            string.Create(CultureInfo.InvariantCulture, $"An e-mail address has at most {EmailAddress.Longest} characters."))
        : new(KnownFields.Email, "This is not an e-mail address; write it like name@company.example.");
}
