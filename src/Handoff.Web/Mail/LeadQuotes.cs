using System.Collections.Immutable;
using Handoff.Leads;
using Handoff.Service.Mail;
using Handoff.Web.Mail.Letters;
using Handoff.Web.Mail.Texts;
using Handoff.Web.Words;

namespace Handoff.Web.Mail;

/// <summary>What the person wrote, and what colleagues noted where it helps the reader.</summary>
internal static class LeadQuotes
{
    private const int LongestMessage = 2_000;

    private const int LongestNote = 500;

    /// <summary>The quotes, the person's own words first, then the newest notes in the order in which they were written.</summary>
    public static ImmutableArray<Quote> Of(MailItem item, LeadLetter letter, MailTexts texts, ReaderTime time)
    {
        var quotes = ImmutableArray.CreateBuilder<Quote>();
        if (!letter.IsNews)
            Add(texts.Labels.Message, item.Record.Message, LongestMessage);

        var notes = item.About.Cause == MoveCause.TakenBack ? [] : item.Record.Notes.Where(note => letter.Quotes(note.On));
        foreach (var note in notes.TakeLast(letter.MostNotes))
            Add($"{texts.Labels.Note} ({UserText.Line(note.By, 60)}, {texts.Times.At(time.At(note.At))})", note.Text, LongestNote);

        return quotes.ToImmutable();

        void Add(string label, string? text, int most)
        {
            var lines = UserText.Lines(text, most);
            if (lines.Length > 0) quotes.Add(new(label, lines));
        }
    }
}
