using System.Collections.Immutable;

namespace Handoff.Qualification.Quality;

/// <summary>
/// The best known services whose addresses are thrown away, as of November 2026. The agreement's list <c>disposable</c> adds to them or
/// replaces them. A subdomain counts as its domain.
/// </summary>
public static class DisposableDomains
{
    /// <summary>The list's name in the agreement.</summary>
    public const string List = "disposable";

    private const string Domains = """
        10minutemail.com 10minutemail.net 10minutemail.org 10minutesmail.com 10mail.org 20minutemail.com 20minutemail.it 30minutemail.com
        33mail.com anonbox.net anonymbox.com armyspy.com binkmail.com bobmail.info bugmenot.com burnermail.io byom.de chacuo.net
        cuvox.de dayrep.com deadaddress.com despam.it despammed.com discard.email discardmail.com discardmail.de disposableaddress.com
        disposablemail.com dispostable.com dropmail.me einrot.com emailfake.com emailondeck.com emailsensei.com emailtemporanea.com
        emailtemporanea.net emailtemporario.com.br emltmp.com fakeinbox.com fakemail.net fakemailgenerator.com filzmail.com fleckens.hu
        generator.email getairmail.com getnada.com gettempmail.com grr.la guerrillamail.biz guerrillamail.com guerrillamail.de
        guerrillamail.info guerrillamail.net guerrillamail.org guerrillamailblock.com gustr.com harakirimail.com inboxbear.com
        inboxes.com inboxkitten.com incognitomail.com incognitomail.org jetable.com jetable.net jetable.org jourrapide.com
        kasmail.com linshiyouxiang.net mailbox92.biz mailcatch.com maildrop.cc mailexpire.com mailforspam.com mailinator.com mailinator.net
        mailinator.org mailinator2.com mailmetrash.com mailmoat.com mailnesia.com mailnull.com mailpoof.com mailsac.com mailshell.com
        mailslurp.com mailtemp.net mailtothis.com minutemail.com mintemail.com moakt.cc moakt.com moakt.co moakt.ws mohmal.com mohmal.in
        mt2015.com mytemp.email mytrashmail.com nada.email nepwk.com nowmymail.com nwytg.net objectmail.com
        one-time.email owlymail.com pokemail.net proxymail.eu rhyta.com rtrtr.com safetymail.info sharklasers.com shitmail.me
        sogetthis.com spam4.me spambog.com spambog.de spambox.us spamcowboy.com spamex.com spamfree24.org spamgourmet.com
        spamherelots.com spamhereplease.com spamhole.com superrito.com suremail.info teleworm.us temp-mail.io temp-mail.org
        temp-mail.ru tempail.com tempemail.co tempinbox.com tempm.com tempmail.com tempmail.de tempmail.dev tempmail.eu tempmail.it
        tempmail.net tempmail.plus tempmailaddress.com tempmailo.com tempomail.fr temporarymail.com tempr.email thankyou2010.com
        thisisnotmyrealemail.com throwam.com throwawaymail.com tmail.ws tmailor.com tmpmail.net tmpmail.org trash-mail.com trash-mail.de
        trashmail.at trashmail.com trashmail.de trashmail.io trashmail.me trashmail.net trashmail.org trashymail.com trbvm.com
        tyldd.com uroid.com vomoto.com wegwerfemail.de wegwerfmail.de wegwerfmail.net wegwerfmail.org wh4f.org yopmail.com yopmail.fr
        yopmail.net zetmail.com zippymail.info
        """;

    /// <summary>The list; it ignores case.</summary>
    public static ImmutableHashSet<string> Known { get; } =
        Domains.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToImmutableHashSet(StringComparer.OrdinalIgnoreCase);
}
