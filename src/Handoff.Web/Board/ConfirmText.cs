using Handoff.Service.Board;
using Handoff.Web.Words;

namespace Handoff.Web.Board;

/// <summary>Says that whoever got a lead from a manager has yet to confirm it.</summary>
internal static class ConfirmText
{
    /// <summary>The words; null: nothing is to be confirmed, or that is the promise which is shown anyway.</summary>
    public static string? Of(BoardRow row, BoardTexts texts, ReaderTime time) =>
        row.Handoff.Unconfirmed is not { } asked || row.Handoff.Pressing == asked ? null
        : asked.Due <= time.Now ? time.Texts.Fill(texts.ConfirmWasDue, time.Texts.WasDue(time.At(asked.Due)))
        : time.Texts.Fill(texts.ConfirmBy, time.Texts.By(time.At(asked.Due)));
}
