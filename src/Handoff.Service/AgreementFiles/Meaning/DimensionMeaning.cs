using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.Service.AgreementFiles.Forms;
using Handoff.Service.AgreementFiles.Shapes;

namespace Handoff.Service.AgreementFiles.Meaning;

/// <summary>Checks the dimensions: each once, few, and none that reads personal data.</summary>
internal static class DimensionMeaning
{
    public static void Check(Field<ImmutableArray<Field<DimensionForm>>> written, Findings findings)
    {
        if (!written.Has)
            return;
        var dimensions = written.Value.Where(one => one.Has).Select(one => one.Value).ToArray();
        Names.Unique(dimensions.Select(one => one.Name), "dimension", findings);
        if (dimensions.Length > Dimension.Most)
            findings.Add(written.At, FormattableString.Invariant($"there are more than {Dimension.Most} dimensions"));
        foreach (var field in dimensions.Select(one => one.Read).Where(field => field.Has && Dimension.Personal.Contains(field.Value)))
            findings.Add(field.At, $"'{field.Value}' is personal data; a dimension is kept when a lead is erased, so it cannot be one");
    }

    public static ImmutableArray<Dimension> Build(Field<ImmutableArray<Field<DimensionForm>>> written) =>
        written.IsWritten ? [.. written.Value.Select(one => one.Value.Build())] : Dimension.Usual;
}
