using Handoff.People;
using Handoff.Service.AgreementFiles.Forms;

namespace Handoff.Service.AgreementFiles.Meaning;

/// <summary>Checks and makes the address of a person's own calendar.</summary>
internal static class BusyMeaning
{
    // How calendar programs write an address to which one can subscribe.
    private const string Webcal = "webcal://";

    // What stands in kept files for an address that the file itself held.
    private const string NotKept = "not-kept";

    public static void Check(AboutForm about, Findings findings)
    {
        if (about.BusyPrivate.IsWritten && !about.Busy.IsWritten)
            findings.Add(about.BusyPrivate.At, "'busy_private' is about 'busy', which is missing");
        if (about.Busy.Has && about.Busy.Value.Text != NotKept && Build(about) is null)
        {
            findings.Add(about.Busy.At, about.BusyPrivate.Or(false)
                ? "the address of a calendar is expected, such as http://mail.internal/anna.ics"
                : "the https address of a calendar is expected, as the calendar program shows it; http is only for 'busy_private: true'");
        }
    }

    /// <summary>The calendar, or null: there is none, or its address is none.</summary>
    public static BusyCalendar? Build(AboutForm about)
    {
        if (!about.Busy.Has)
            return null;
        var (text, isPrivate) = (about.Busy.Value.Text, about.BusyPrivate.Or(false));
        if (text.StartsWith(Webcal, StringComparison.OrdinalIgnoreCase))
            text = $"https://{text[Webcal.Length..]}";
        return Uri.TryCreate(text, UriKind.Absolute, out var address) && address.UserInfo.Length == 0
            && (address.Scheme == Uri.UriSchemeHttps || (isPrivate && address.Scheme == Uri.UriSchemeHttp))
                ? new(address, isPrivate) : null;
    }
}
