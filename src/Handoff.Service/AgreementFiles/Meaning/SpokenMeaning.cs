using System.Collections.Immutable;
using Handoff.People;
using Handoff.Service.AgreementFiles.Forms;
using Handoff.Service.AgreementFiles.Shapes;

namespace Handoff.Service.AgreementFiles.Meaning;

/// <summary>Checks what people read by language: whoever reads none of them reads English or the agreement's.</summary>
internal static class SpokenMeaning
{
    /// <summary>Tells of every name in the three files that lacks both.</summary>
    public static void Check(AgreementForm? agreement, PeopleForm? people, SourcesForm? sources, Findings findings)
    {
        if (agreement is not { Language: { Has: true, Value: var own } })
            return;
        foreach (var says in Of(agreement).Concat(Of(people)).Concat(Of(sources)))
            Check(says, own, findings);
    }

    /// <summary>Tells of a text that lacks both.</summary>
    public static void Check(Field<ImmutableArray<Entry<string>>> says, Language own, Findings findings)
    {
        if (says.Has && !says.Value.IsEmpty)
            Check(says.At, says.Value, own, findings);
    }

    /// <inheritdoc cref="Check(Field{ImmutableArray{Entry{string}}}, Language, Findings)"/>
    public static void Check(Place at, ImmutableArray<Entry<string>> texts, Language own, Findings findings)
    {
        var languages = texts.Where(text => text.Name.Has).Select(SpokenForm.LanguageOf).ToArray();
        if (!languages.Contains(Language.En) && !languages.Contains(own))
            findings.Add(
                at, own == Language.En ? "there is no text in English ('en')"
                : $"there is no text in English ('en') or in the agreement's language ('{own.Tag}')");
    }

    private static IEnumerable<Field<ImmutableArray<Entry<string>>>> Of(AgreementForm form) =>
    [
        .. All(form.Tiers).Select(tier => tier.Says),
        .. All(form.Dimensions).Select(dimension => dimension.Says),
        .. (form.Commitments.Has ? new[] { form.Commitments.Value.Marketing, form.Commitments.Value.Sales } : [])
            .SelectMany(All).Select(commitment => commitment.Says),
    ];

    private static IEnumerable<Field<ImmutableArray<Entry<string>>>> Of(PeopleForm? form) => form is null ? [] :
    [
        .. All(form.Teams).Select(team => team.Says),
        .. (form.Calendars.Has ? form.Calendars.Value : []).Where(entry => entry.Value.Has).Select(entry => entry.Value.Value.Says),
    ];

    private static IEnumerable<Field<ImmutableArray<Entry<string>>>> Of(SourcesForm? form) =>
        form is null ? [] : All(form.Sources).Select(source => source.Says);

    private static IEnumerable<T> All<T>(Field<ImmutableArray<Field<T>>> list)
        where T : notnull => list.Has ? list.Value.Where(one => one.Has).Select(one => one.Value) : [];
}
