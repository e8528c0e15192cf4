using System.Collections.Immutable;
using Handoff.Agreements;

namespace Handoff.Service.AgreementFiles.Meaning;

/// <summary>
/// Whether one condition can only hold where another does too. It knows the plain cases and says no where it is not sure, so what it finds
/// is never a false alarm.
/// </summary>
internal static class Implication
{
    /// <summary>Every lead that meets <paramref name="narrow"/> meets <paramref name="wide"/>.</summary>
    public static bool Implies(Condition narrow, Condition wide) =>
        wide.Tests.All(test => narrow.Tests.Any(other => other.Field == test.Field && Implies(other, test)));

    private static bool Implies(FieldTest narrow, FieldTest wide) => (narrow, wide) switch
    {
        (FieldTest.OneOf one, FieldTest.OneOf of) => Within(one.Values, of.Values),
        (FieldTest.Contains one, FieldTest.Contains of) => Within(one.Texts, of.Texts),
        (FieldTest.Between one, FieldTest.Between of) =>
            (of.AtLeast is null || one.AtLeast >= of.AtLeast) && (of.AtMost is null || one.AtMost <= of.AtMost),
        (FieldTest.InList or FieldTest.NotInList, _) => narrow == wide,
        _ => false,
    };

    private static bool Within(ImmutableArray<string> narrow, ImmutableArray<string> wide) =>
        narrow.All(value => wide.Contains(value, StringComparer.OrdinalIgnoreCase));
}
