namespace Handoff.Web.Pages;

/// <summary>A page of one sentence.</summary>
/// <param name="LanguageTag">Its language.</param>
/// <param name="Title">Its title.</param>
/// <param name="Sentence">The sentence.</param>
/// <param name="StylesheetHref">Where the stylesheet is.</param>
public sealed record NoticeView(string LanguageTag, string Title, string Sentence, string StylesheetHref);
