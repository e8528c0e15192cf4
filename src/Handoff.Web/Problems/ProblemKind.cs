using System.Collections.Immutable;
using Handoff.Service.Links;
using Handoff.Web.Http;
using Handoff.Web.Pages;

namespace Handoff.Web.Problems;

/// <summary>A kind of problem, as <c>type</c> of a problem leads to it.</summary>
/// <param name="Type">The address of the page about it.</param>
/// <param name="Code">By which programs go.</param>
/// <param name="Status">The status with which it is answered; null: any that has no kind of its own.</param>
/// <param name="Meaning">What it means.</param>
/// <param name="Remedy">What to do about it.</param>
public sealed record ProblemKind(string Type, string Code, int? Status, string Meaning, string Remedy)
{
    internal static ProblemKind Of(string code, Site site, ProblemTexts texts) =>
        new(ProblemTypes.TypeOf(site, code), code, ProblemTypes.StatusOf(code), texts.Meaning(code), texts.Remedy(code));
}

/// <summary>What the page about one kind, or all, shows.</summary>
/// <param name="All">Where all are; null: these are all.</param>
public sealed record ProblemView(PageFrame Frame, ProblemTexts Texts, ImmutableArray<ProblemKind> Kinds, string? All);
