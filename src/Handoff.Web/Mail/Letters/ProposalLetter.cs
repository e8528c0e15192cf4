using System.Collections.Immutable;
using Handoff.People;
using Handoff.Processes;
using Handoff.Service.Signing;
using Handoff.Web.Agreements;
using Handoff.Web.Design;
using Handoff.Web.Words;

namespace Handoff.Web.Mail.Letters;

/// <summary>To the heads: an agreement is proposed, still waits for them, is in force, or is not to be signed any more.</summary>
internal sealed class ProposalLetter : Sentences
{
    private const int MostChanges = 12;

    private readonly ProposalMail _mail;
    private readonly ReaderTime _time;
    private readonly ProposalTexts _texts;
    private readonly string _version;

    private ProposalLetter(ProposalMail mail)
        : base(mail.Reader.Language)
    {
        (_mail, _time, _texts) = (mail, ReaderTime.Of(mail.Reader, mail.Now), new(mail.Reader.Language));
        _version = UserText.Line(mail.State.Terms!.Version, 60) ?? "";
    }

    /// <summary>Writes it: a pure function of the mail.</summary>
    public static Letter Write(ProposalMail mail) => new ProposalLetter(mail).Write();

    private Letter Write() => new LetterFrame(_time, _mail.Organisation).Around(
        Heading, Says, Heading,
        [LetterFrame.Section(null, AsksToSign ? Tone.AtRisk : Tone.Still, [Says, .. Others]) with { Main = Button }, .. Changes],
        Say(
            "The link asks you to sign in: passed on to somebody else, it signs nothing.",
            "Il collegamento chiede il tuo accesso: inoltrato ad altri, non firma nulla."));

    private bool AsksToSign => _mail.Told is LetterKind.Proposal or LetterKind.ProposalReminder;

    private string Heading => _mail.Told switch
    {
        LetterKind.Proposal => Say(
            $"Please read and sign: agreement {_version}", $"Da leggere e firmare: accordo {_version}"),
        LetterKind.ProposalReminder => Say(
            $"Still to be signed: agreement {_version}", $"Ancora da firmare: accordo {_version}"),
        LetterKind.ProposalInForce => Say($"In force: agreement {_version}", $"In vigore: accordo {_version}"),
        LetterKind.ProposalVoided => Say(
            $"No longer to be signed: agreement {_version}", $"Non più da firmare: accordo {_version}"),
        LetterKind.ProposalExpired => Say(
            $"Not signed in time: agreement {_version}", $"Non firmato in tempo: accordo {_version}"),
        LetterKind.ProposalUnfit => Say(
            $"Could not come into force: agreement {_version}", $"Non è potuto entrare in vigore: accordo {_version}"),
        _ => throw new InvalidOperationException($"No proposal tells {_mail.Told}."),
    };

    private string Says => _mail.Told switch
    {
        LetterKind.Proposal => Say(
            $"It does not act before both heads have signed it. It can be signed {Until}.",
            $"Non vale finché entrambi i direttori non l'hanno firmato. Si può firmare {Until}."),
        LetterKind.ProposalReminder => Say(
            $"It waits for your signature since {Since}, and can be signed {Until}.",
            $"Attende la tua firma da {Since}, e si può firmare {Until}."),
        LetterKind.ProposalInForce => Say(
            $"Everybody has signed it, and it is in force {_time.Texts.From(_time.At(_mail.State.InForceAt!.Value))}. "
                + $"Leads keep the version under which they qualified.",
            $"Tutti l'hanno firmato, ed è in vigore {_time.Texts.From(_time.At(_mail.State.InForceAt!.Value))}. "
                + $"I lead conservano la versione con cui si sono qualificati."),
        LetterKind.ProposalVoided => _mail.ByNewer
            ? Say(
                "Another proposal took its place; its signatures count no more.",
                "Un'altra proposta ha preso il suo posto; le sue firme non contano più.")
            : Say(
                "It was taken back; the agreement in force stays as it is.",
                "È stata ritirata; l'accordo in vigore resta com'è."),
        LetterKind.ProposalExpired => Say(
            $"Its 30 days are over; the agreement in force stays as it is. {NotSigned}",
            $"I suoi 30 giorni sono finiti; l'accordo in vigore resta com'è. {NotSigned}"),
        LetterKind.ProposalUnfit => Say(
            "Everybody had signed it, but on its day it did not go with people.yaml any more. The agreement in force stays; /status tells "
                + "what is wrong.",
            "Tutti l'avevano firmato, ma nel suo giorno non era più compatibile con people.yaml. L'accordo in vigore resta; /status dice "
                + "che cosa non va."),
        _ => throw new InvalidOperationException($"No proposal tells {_mail.Told}."),
    };

    private IEnumerable<string> Others => AsksToSign ? [NotSigned, _texts.Begins(_mail.State.Terms!.Begins, _mail.Zone)] : [];

    private string NotSigned => Say(
        $"Not signed yet by: {List(_mail.Missing)}.", $"Non ancora firmato da: {List(_mail.Missing)}.");

    private LetterLink? Button => AsksToSign
        ? LeadLinks.Find(_mail.Links, "sign") is { } sign ? new(_texts.Open, sign) : null
        : LeadLinks.Find(_mail.Links, "agreement") is { } page ? new(Say("Open the agreement", "Apri l'accordo"), page) : null;

    private IEnumerable<LetterSection> Changes
    {
        get
        {
            if (!AsksToSign)
                yield break;
            var changes = _mail.Changes;
            var count = _time.Texts.Fill(
                Say("{0} thing would change|{0} things would change", "{0} cosa cambierebbe|{0} cose cambierebbero"), changes.Length);
            yield return LetterFrame.Section(_texts.Changes, Tone.Still, changes.IsEmpty ? [_texts.NoChange] :
            [
                $"{count}.",
                .. changes.Take(MostChanges).Select(change => $"– {UserText.Line(change.Says, 400)}"),
                .. changes.Length > MostChanges ? [More(changes.Length - MostChanges)] : ImmutableArray<string>.Empty,
            ]);
        }
    }

    private string More(int count) => Say($"And {count} more, on the page.", $"E altre {count}, sulla pagina.");

    private string Until => _time.Texts.Until(_time.At(_mail.State.ExpiresAt));

    private string Since => _time.At(_mail.State.Since) is { Date.Length: > 0 } moment ? moment.Date : _time.At(_mail.State.Since).Time;
}
