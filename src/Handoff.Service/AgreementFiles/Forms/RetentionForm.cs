using System.Globalization;
using Handoff.Agreements;
using Handoff.Service.AgreementFiles.Shapes;

namespace Handoff.Service.AgreementFiles.Forms;

/// <summary>How long leads are kept, as written: for all, and where it is another, by what became of them.</summary>
internal sealed record RetentionForm(
    Field<RetentionPeriod> Leads, Field<RetentionPeriod> Won, Field<RetentionPeriod> Lost, Field<RetentionPeriod> Returned,
    Field<RetentionPeriod> Discarded, Field<RetentionPeriod> Nurture, Field<RetentionPeriod> SalesQualified)
{
    private const string ForEver = "for_ever";
    private const int MostDays = 3_660;
    private const int MostMonths = 120;

    private static readonly Shape<RetentionPeriod> Length = new ScalarShape<RetentionPeriod>(
        "a time such as 24 months or 30 days, of at most ten years, or for_ever", TryLength,
        static () => Scalars.Pattern($"[0-9]+ (days?|months?)|{ForEver}"));

    public static readonly Shape<RetentionForm> Shape = Record.Of(k => new RetentionForm(
        k.Required("leads", "How long after its end a lead's personal data is kept: 24 months, 30 days, for_ever.", Length),
        k.Optional("won", "Another time for what was won.", Length),
        k.Optional("lost", "Another time for what was lost.", Length),
        k.Optional("returned", "Another time for what came back to marketing.", Length),
        k.Optional("discarded", "Another time for what was thrown away, spam too.", Length),
        k.Optional("nurture", "Another time for what marketing keeps warm, and what never qualified.", Length),
        k.Optional("sales_qualified", "For a real opportunity of which no outcome was ever told; for_ever if not said.", Length)));

    public RetentionTerms Build() => new()
    {
        Won = Won.Or(Leads.Value),
        Lost = Lost.Or(Leads.Value),
        Returned = Returned.Or(Leads.Value),
        Discarded = Discarded.Or(Leads.Value),
        Nurture = Nurture.Or(Leads.Value),
        SalesQualified = SalesQualified.Or(RetentionPeriod.ForEver),
    };

    private static bool TryLength(string text, out RetentionPeriod value)
    {
        value = RetentionPeriod.ForEver;
        if (text == ForEver)
            return true;
        var parts = text.Split(' ');
        if (parts.Length != 2 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count < 1)
            return false;
        (var most, value) = parts[1] switch
        {
            "days" or "day" => (MostDays, new(count, RetentionUnit.Days)),
            "months" or "month" => (MostMonths, new RetentionPeriod(count, RetentionUnit.Months)),
            _ => (0, value),
        };
        return count <= most;
    }
}
