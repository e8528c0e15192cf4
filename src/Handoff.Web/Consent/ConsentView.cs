using Handoff.Service.Leads;
using Handoff.Web.Pages;

namespace Handoff.Web.Consent;

/// <summary>What the page shows by which consent is withdrawn.</summary>
public sealed record ConsentView(PageFrame Frame, ConsentTexts Texts, ConsentStanding Standing);
