using Handoff.Service.AgreementFiles.Forms;
using Handoff.Service.AgreementFiles.Shapes;

namespace Handoff.Service.AgreementFiles.Meaning;

/// <summary>Checks <c>agreement.yaml</c>.</summary>
internal static class AgreementMeaning
{
    /// <summary>Tells of everything in the agreement that does not go together.</summary>
    public static void Check(
        AgreementForm form, StaffMeaning? staff, IEnumerable<string>? calendars, Findings findings)
    {
        if (form.Signed.Has)
        {
            staff?.MustKnow(form.Signed.Value.Marketing, findings);
            staff?.MustKnow(form.Signed.Value.Sales, findings);
            if (form.Signed.Value is { Marketing: { Has: true } one, Sales: { Has: true } other } && one.Value == other.Value)
                findings.Add(other.At, "one person cannot sign for both sides");
        }

        if (form.Alignment is { Has: true, Value.Meeting: { Has: true, Value.Organizer: { Has: true } organizer } })
            staff?.MustKnow(organizer, findings);
        CheckReasons(form, findings);
        CheckBecauses(form, findings);
        CheckScore(form, findings);
        TierMeaning.Check(form, findings);
        DimensionMeaning.Check(form.Dimensions, findings);
        var lists = ListMeaning.Check(form.Lists, findings);
        foreach (var name in Conditions(form).Where(condition => condition.Has).SelectMany(condition => condition.Value.Lists))
            Names.Known(name, lists, "list", findings);
        FigureMeaning.Check(form, calendars, findings);
        if (form.Alerts is { Has: true, Value.GroupWithin: { Has: true, Value.IsDays: true } days })
            findings.Add(days.At, "alerts are grouped by measured time; write it in m or h");
        if (form.Alerts is { Has: true, Value.AcknowledgedFor: { Has: true, Value.IsDays: true } acknowledged })
            findings.Add(acknowledged.At, "alerts are silenced for a measured time; write it in m or h");
    }

    /// <summary>Notes what a change of this version would be.</summary>
    public static void Note(AgreementForm form, Findings findings)
    {
        if (form.Signing.Or(false))
            findings.Note(form.Signing.At, "while this version is in force, a changed agreement.yaml is a proposal that both heads sign");
        if (form.From.IsWritten)
            findings.Note(form.From.At, "'from' counts where the version in force before has 'signing: required'");
    }

    private static IEnumerable<Field<ConditionForm>> Conditions(AgreementForm form)
    {
        var rules = form.Qualification is { Has: true, Value.Rules: { Has: true } written } ? written.Value : [];
        var tiers = form.Tiers.Has ? form.Tiers.Value : [];
        return [.. rules.Where(rule => rule.Has).Select(rule => rule.Value.When),
            .. tiers.Where(tier => tier.Has).Select(tier => tier.Value.When)];
    }

    private static void CheckReasons(AgreementForm form, Findings findings)
    {
        if (!form.Reasons.Has)
            return;
        var reasons = form.Reasons.Value.Where(reason => reason.Has).Select(reason => reason.Value).ToArray();
        Names.Unique(reasons.Select(reason => reason.Code), "reason", findings);
        foreach (var says in reasons.Select(reason => reason.Says).Where(says => says.Has && form.Language.Has))
            SpokenMeaning.Check(says, form.Language.Value, findings);
    }

    private static void CheckBecauses(AgreementForm form, Findings findings)
    {
        if (!form.Language.Has || form.Qualification is not { Has: true, Value.Rules: { Has: true } rules })
            return;
        var becauses = rules.Value.Where(rule => rule.Has).Select(rule => rule.Value.Because)
            .Where(because => because is { Has: true, Value.Once: null });
        foreach (var because in becauses.Where(because => because.Value.ByLanguage.All(text => text.Name.Has)))
            SpokenMeaning.Check(because.At, because.Value.ByLanguage, form.Language.Value, findings);
    }

    private static void CheckScore(AgreementForm form, Findings findings)
    {
        if (form.Qualification is not { Has: true, Value: { QualifiedAt.Has: true, Rules.Has: true } terms })
            return;
        if (terms.Rules.Value.Any(rule => !rule.Has || !rule.Value.Points.Has))
            return;
        var most = terms.Rules.Value.Sum(rule => Math.Max(0L, rule.Value.Points.Value));
        if (most < terms.QualifiedAt.Value)
            findings.Add(
                terms.QualifiedAt.At, FormattableString.Invariant($"no lead can ever qualify: the rules add up to {most} points at most"));
    }
}
