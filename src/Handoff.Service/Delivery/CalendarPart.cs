namespace Handoff.Service.Delivery;

/// <summary>A part of a mail that calendar programs act on (iMIP, RFC 6047).</summary>
/// <param name="Method">What is asked, as in the text: <c>REQUEST</c> or <c>CANCEL</c>.</param>
/// <param name="Text">The iCalendar text (RFC 5545); lines end in CR LF.</param>
public sealed record CalendarPart(string Method, string Text);
