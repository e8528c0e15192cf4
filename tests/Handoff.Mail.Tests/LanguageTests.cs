using Handoff.Agreements;
using Handoff.Calendars;
using Handoff.Leads;
using Handoff.People;
using Handoff.Web.Mail.Letters;
using Handoff.Web.Words;
using NodaTime;

namespace Handoff.Mail.Tests;

public sealed class LanguageTests
{
    private static readonly string[] English =
        ["accept", "decline", "please", "with", "by", "since", "score", "name", "company", "phone", "times", "agreement", "away", "working",
            "points", "the", "was", "is", "has", "gets", "nobody", "asked", "qualified", "tier", "from"];

    private static readonly string[] Italian =
        ["accetta", "rifiuta", "entro", "alle", "dalle", "punteggio", "nome", "azienda", "telefono", "orari", "accordo", "assente",
            "lavorativo", "punti", "il", "è", "di", "che", "nessun", "interpellati", "qualificato", "fascia"];

    private static readonly string[] German =
        ["annehmen", "ablehnen", "bitte", "mit", "bis", "seit", "punktzahl", "name", "firma", "telefon", "uhrzeiten", "vereinbarung",
            "abwesend", "arbeitszeit", "punkte", "was", "der", "die", "das", "ist", "hat", "niemand", "qualifiziert", "klasse", "von"];

    private static readonly Dictionary<string, string[]> Words = new() { ["en"] = English, ["it"] = Italian, ["de"] = German };

    [Theory]
    [MemberData(nameof(EveryMailTests.All), MemberType = typeof(EveryMailTests))]
    public async Task No_word_of_another_language_stands_in_a_mail(MessageKind kind, Language language)
    {
        var plain = Given.Mail(kind, language);
        // What people wrote is not ours to translate.
        var mail = await Mails.RenderAsync(plain with
        {
            Items = [.. plain.Items.Select(item => item with
            {
                Record = item.Record with { Message = null, Notes = [], JobTitle = null, Form = item.Record.Form.Clear() },
            })],
        });

        var words = $"{mail.Subject} {mail.Text} {mail.Seen()}".Replace(Given.Site + "r/away", "", StringComparison.Ordinal)
            .ToLowerInvariant().Split([.. " \n,.;:'()?/>-%"]).ToHashSet(StringComparer.Ordinal);
        var own = Words[language.Tag];
        Assert.Empty(words.Intersect(Words.Values.SelectMany(all => all).Except(own)));
        Assert.NotEmpty(words.Intersect(own));
    }

    [Fact]
    public async Task Each_kind_has_a_subject_of_its_own()
    {
        foreach (var language in Language.All)
        {
            var subjects = new List<string>();
            foreach (var kind in Given.Kinds) subjects.Add((await Mails.RenderAsync(Given.Mail(kind, language))).Subject);
            Assert.Equal(subjects.Count, subjects.Distinct(StringComparer.Ordinal).Count());
        }
    }

    [Theory]
    [InlineData(
        MessageKind.Offer, "Ada Lovelace, Analytical Engines: accept by 15:20", "Ada Lovelace, Analytical Engines: accetta entro le 15:20")]
    [InlineData(
        MessageKind.Reminder, "Reminder: Ada Lovelace, Analytical Engines: accept by 15:20",
        "Promemoria: Ada Lovelace, Analytical Engines: accetta entro le 15:20")]
    [InlineData(
        MessageKind.MovedOn, "Ada Lovelace, Analytical Engines: no longer with you, nothing to do",
        "Ada Lovelace, Analytical Engines: non più in carico a te, niente da fare")]
    [InlineData(
        MessageKind.Accepted, "Ada Lovelace, Analytical Engines: yours, make the first contact by 15:45",
        "Ada Lovelace, Analytical Engines: è tuo, contatta la persona entro le 15:45")]
    [InlineData(
        MessageKind.Assigned, "Ada Lovelace, Analytical Engines: now yours, make the first contact by 15:45",
        "Ada Lovelace, Analytical Engines: ora è tuo, contatta la persona entro le 15:45")]
    [InlineData(
        MessageKind.GiveFeedback, "Ada Lovelace, Analytical Engines: give feedback by 15:15 on Tuesday 1 December",
        "Ada Lovelace, Analytical Engines: registra l'esito entro le 15:15 di martedì 1º dicembre")]
    [InlineData(
        MessageKind.FollowUp, "Ada Lovelace, Analytical Engines: get in touch again today",
        "Ada Lovelace, Analytical Engines: da risentire oggi")]
    [InlineData(
        MessageKind.CameBack, "Ada Lovelace, Analytical Engines: asked again, accept by 15:20",
        "Ada Lovelace, Analytical Engines: nuova richiesta, accetta entro le 15:20")]
    [InlineData(
        MessageKind.Breach, "Ada Lovelace, Analytical Engines: not accepted yet, act by 15:20",
        "Ada Lovelace, Analytical Engines: non accettato, intervieni entro le 15:20")]
    [InlineData(
        MessageKind.NobodyEligible, "Ada Lovelace, Analytical Engines: nobody can take it, assign it by 15:20",
        "Ada Lovelace, Analytical Engines: nessuno può seguirlo, assegnalo entro le 15:20")]
    [InlineData(
        MessageKind.DeliveryFailing, "Ada Lovelace, Analytical Engines: mail to Carla Neri does not arrive, act by 15:20",
        "Ada Lovelace, Analytical Engines: le e-mail a Carla Neri non arrivano, intervieni entro le 15:20")]
    [InlineData(
        MessageKind.LongAbsence, "Ada Lovelace, Analytical Engines: Bruno Riva is still away, decide who goes on",
        "Ada Lovelace, Analytical Engines: Bruno Riva manca ancora, decidi chi prosegue")]
    [InlineData(
        MessageKind.Returned, "1 lead came back: Not our kind of customer (1)",
        "1 lead è tornato: Non è un nostro tipo di cliente (1)")]
    [InlineData(
        MessageKind.Contested, "Ada Lovelace, Analytical Engines: return contested, answer by 15:15 on Tuesday 1 December",
        "Ada Lovelace, Analytical Engines: restituzione contestata, rispondi entro le 15:15 di martedì 1º dicembre")]
    [InlineData(
        MessageKind.ContestAnswered, "Ada Lovelace, Analytical Engines: the return was wrong, sales goes on",
        "Ada Lovelace, Analytical Engines: restituzione sbagliata, le vendite proseguono")]
    [InlineData(
        MessageKind.Digest, "3 leads need you by 15:20: Ada1 Lovelace, Analytical Engines and 2 more",
        "3 lead attendono te entro le 15:20: Ada1 Lovelace, Analytical Engines e 2 altri")]
    public async Task Subjects_say_what_to_do_by_when(MessageKind kind, string english, string italian)
    {
        Assert.Equal(english, (await Mails.RenderAsync(Given.Mail(kind))).Subject);
        Assert.Equal(italian, (await Mails.RenderAsync(Given.Mail(kind, Language.It))).Subject);
    }

    [Theory]
    [InlineData("en", 150, "Ada Lovelace, Analytical Engines: still not accepted at 150% of the agreed time, act now")]
    [InlineData("it", 150, "Ada Lovelace, Analytical Engines: ancora non accettato al 150% del tempo concordato, intervieni ora")]
    [InlineData("it", 300, "Ada Lovelace, Analytical Engines: ancora non accettato al 300% del tempo concordato, intervieni ora")]
    public async Task The_next_alerts_of_a_broken_promise_say_how_far_it_has_gone(string tag, int percent, string subject)
    {
        var language = (Language)tag;
        var item = Given.Item(MessageKind.Breach, language);
        var mail = Given.Of(item with { About = item.About with { Percent = percent } }, language);

        var written = await Mails.RenderAsync(mail with { Now = Given.Start + Duration.FromHours(1) });

        Assert.Equal(subject, written.Subject);
        Assert.Contains($"{percent}%", written.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Moved on")]
    [InlineData("it", "Passato ad altri")]
    public async Task A_lead_that_has_ended_did_not_move_on(string tag, string never)
    {
        var language = (Language)tag;
        var mail = await Mails.RenderAsync(Given.Of(Given.Item(MessageKind.MovedOn, language) with { OwnerName = null }, language));

        Assert.DoesNotContain(never, mail.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "not returned after all")]
    [InlineData("it", "non più restituito")]
    public async Task Marketing_reads_that_a_return_is_taken_back(string tag, string says)
    {
        var language = (Language)tag;
        var item = Given.Item(MessageKind.Returned, language);
        var about = new MessageAbout { Cause = MoveCause.TakenBack };
        var mail = await Mails.RenderAsync(Given.Of(item with { About = about, Reason = null, OtherName = "Anna Greco" }, language));

        Assert.Contains(says, mail.Subject, StringComparison.Ordinal);
        Assert.DoesNotContain("Sells no engines", mail.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1m", ClockMode.Business, "1 minute of working time", "1 minuto di orario lavorativo")]
    [InlineData("5m", ClockMode.Elapsed, "5 minutes", "5 minuti")]
    [InlineData("1h", ClockMode.Business, "1 hour of working time", "1 ora di orario lavorativo")]
    [InlineData("2h1m", ClockMode.Business, "2 hours 1 minute of working time", "2 ore 1 minuto di orario lavorativo")]
    [InlineData("1d", ClockMode.Business, "1 working day", "1 giorno lavorativo")]
    [InlineData("3d", ClockMode.Business, "3 working days", "3 giorni lavorativi")]
    [InlineData("1d", ClockMode.Elapsed, "1 day", "1 giorno")]
    [InlineData("3d", ClockMode.Elapsed, "3 days", "3 giorni")]
    public void Amounts_have_their_singular_and_plural(string within, ClockMode mode, string english, string italian)
    {
        Assert.True(Within.TryParse(within, out var length));
        Assert.Equal(english, TimeTexts.In(Language.En).Promised(length, mode));
        Assert.Equal(italian, TimeTexts.In(Language.It).Promised(length, mode));
    }

    [Fact]
    public async Task A_digest_of_one_lead_speaks_of_one()
    {
        var three = Given.Mail(MessageKind.Digest);
        var one = await Mails.RenderAsync(three with { Items = [three.Items[0]] });
        var uno = await Mails.RenderAsync(Given.Mail(MessageKind.Digest, Language.It) with { Items = [three.Items[0]] });
        var due = await Mails.RenderAsync(Given.Mail(MessageKind.Digest, Language.It) with { Items = [three.Items[0], three.Items[1]] });

        Assert.Equal("1 lead needs you by 15:20: Ada1 Lovelace, Analytical Engines", one.Subject);
        Assert.Equal("1 lead attende te entro le 15:20: Ada1 Lovelace, Analytical Engines", uno.Subject);
        Assert.Equal("2 lead attendono te entro le 15:20: Ada1 Lovelace, Analytical Engines e 1 altro", due.Subject);
    }

    [Fact]
    public void Lengths_are_rounded_up_so_that_nothing_is_due_in_no_time()
    {
        var texts = TimeTexts.In(Language.En);

        Assert.Equal("1 minute", texts.Length(Duration.FromSeconds(5)));
        Assert.Equal("5 minutes", texts.Length(Duration.FromSeconds(241)));
        Assert.Equal("1 hour", texts.Length(Duration.FromMinutes(60)));
    }

    [Fact]
    public void Every_cause_reason_clock_and_message_has_its_words_in_every_language()
    {
        foreach (var language in Language.All)
        {
            foreach (var kind in Given.Kinds.Except([MessageKind.Digest, MessageKind.Returned]))
            {
                var letter = LeadLetter.Of(kind, language);
                Assert.All(Enum.GetValues<ClockName>(), clock => Assert.NotEmpty(letter.Do(clock)));
                foreach (var told in EveryTold())
                {
                    var wording = letter.Write(told);
                    Assert.All([wording.Subject, wording.Heading, .. wording.Says], text =>
                    {
                        Assert.DoesNotContain("  ", text, StringComparison.Ordinal);
                        Assert.DoesNotContain(" .", text, StringComparison.Ordinal);
                        Assert.Equal(text.Trim(), text);
                    });
                }
            }
        }
    }

    private static IEnumerable<Web.Mail.Words.Told> EveryTold()
    {
        var plain = new Web.Mail.Words.Told
        {
            Who = "Ada",
            Owner = null,
            InQueue = false,
            Other = null,
            Clock = ClockName.Accept,
            Deadline = null,
            Percent = 0,
            Cause = null,
            Reason = null,
            Then = null,
            IsClaim = false,
            Requests = 1,
            Failing = null,
        };
        var moment = new Moment(Nearness.Today, "", "15:20");
        yield return plain;
        yield return plain with { Owner = "Bruno", InQueue = true, Other = "Carla", IsClaim = true, Percent = 80, Reason = "Spam" };
        foreach (var clock in Enum.GetValues<ClockName>())
        {
            yield return plain with { Clock = clock, Deadline = new(moment, IsLate: false, null), Percent = 80 };
            yield return plain with { Clock = clock, Deadline = new(moment, IsLate: true, "5 minutes ago"), Percent = 100 };
        }

        foreach (var cause in Enum.GetValues<MoveCause>()) yield return plain with { Cause = cause };
        foreach (var failing in Enum.GetValues<MessageKind>()) yield return plain with { Failing = failing };
        foreach (var contest in Enum.GetValues<ContestState>()) yield return plain with { Contest = contest };
        foreach (var effect in Enum.GetValues<ReasonEffect>()) yield return plain with { Then = effect };
    }
}
