using System.Collections.Immutable;
using Handoff.Agreements;

namespace Handoff.Qualification.Origins;

/// <summary>Where a lead came from and of which kind it is, in words that are not personal data.</summary>
/// <param name="Dimensions">The agreement's dimensions by name.</param>
/// <param name="First">The first touch that the form sent, by part; null: it sent none besides the last.</param>
/// <param name="Last">The touch of this request, by part: campaign, source, medium, content, term, referrer, click.</param>
public sealed record Origin(
    ImmutableSortedDictionary<string, string> Dimensions,
    ImmutableSortedDictionary<string, string>? First,
    ImmutableSortedDictionary<string, string> Last)
{
    private static readonly ImmutableSortedDictionary<string, string> Nothing =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>
    /// Reads the dimensions that the agreement names, and the touches. Each value is lower-case and passed
    /// <see cref="PersonalText.Passed"/>; one that does not pass is <see cref="Dimension.Other"/>.
    /// </summary>
    public static Origin Of(Agreement agreement, LeadSource source, LeadForm form, Contact contact, LeadFacts facts)
    {
        var personal = new PersonalText(form, contact);
        var touches = TouchReading.Of(form);
        var last = Passed(touches.Last, source, personal);
        var dimensions = Nothing.ToBuilder();
        foreach (var dimension in agreement.Dimensions)
        {
            if (Value(dimension, last, facts, personal) is { } value)
                dimensions[dimension.Name] = value;
        }

        return new(dimensions.ToImmutable(), touches.First.Count == 0 ? null : Passed(touches.First, source, personal), last);
    }

    private static string? Value(
        Dimension dimension, ImmutableSortedDictionary<string, string> last, LeadFacts facts, PersonalText personal)
    {
        if (dimension.From is null && dimension.Name == Dimension.Size)
            return SizeBand.Of(facts.Number(KnownFields.Employees));
        if (dimension.From is null && TouchReading.Parts.Contains(dimension.Name))
            return last.GetValueOrDefault(dimension.Name);
        return facts.Text(dimension.From ?? dimension.Name) is { } text ? personal.Passed(text) : null;
    }

    private static ImmutableSortedDictionary<string, string> Passed(
        IReadOnlyDictionary<string, string> touch, LeadSource source, PersonalText personal)
    {
        var passed = Nothing.ToBuilder();
        foreach (var (part, value) in touch)
        {
            var named = part == Dimension.Campaign ? source.Campaigns.GetValueOrDefault(value.Trim().ToLowerInvariant(), value) : value;
            if (personal.Passed(named) is { } text)
                passed[part] = text;
        }

        passed.TryAdd(Dimension.Campaign, Dimension.None);
        return passed.ToImmutable();
    }
}
