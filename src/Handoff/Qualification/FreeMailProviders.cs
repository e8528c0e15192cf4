namespace Handoff.Qualification;

/// <summary>The domains of providers of free and household addresses.</summary>
internal static class FreeMailProviders
{
    /// <summary>Domains, parted by white space: the world's providers, then country by country.</summary>
    public const string Domains = """
        gmail.com googlemail.com
        outlook.com outlook.it outlook.de outlook.fr outlook.es outlook.pt outlook.be outlook.at outlook.dk outlook.ie outlook.jp
        outlook.com.br
        hotmail.com hotmail.it hotmail.de hotmail.fr hotmail.es hotmail.co.uk hotmail.be hotmail.nl hotmail.se hotmail.no hotmail.dk
        hotmail.gr
        hotmail.ch hotmail.com.br hotmail.com.ar hotmail.co.jp
        live.com live.it live.de live.fr live.co.uk live.nl live.be live.se live.no live.dk live.ca live.com.au live.com.pt live.cn
        msn.com passport.com
        yahoo.com yahoo.it yahoo.de yahoo.fr yahoo.es yahoo.co.uk yahoo.ie yahoo.gr yahoo.se yahoo.no yahoo.dk yahoo.pl yahoo.ro yahoo.nl
        yahoo.be
        yahoo.ca yahoo.com.br yahoo.com.ar yahoo.com.mx yahoo.com.au yahoo.com.tr yahoo.com.hk yahoo.com.sg yahoo.com.tw yahoo.com.ph
        yahoo.com.vn
        yahoo.co.in yahoo.in yahoo.co.jp yahoo.co.id yahoo.co.kr yahoo.co.nz yahoo.co.za ymail.com rocketmail.com myyahoo.com aol.com
        aol.it aol.de
        aol.fr aol.co.uk aim.com
        icloud.com me.com mac.com privaterelay.appleid.com
        proton.me protonmail.com protonmail.ch pm.me tutanota.com tutanota.de tutamail.com tuta.com tuta.io keemail.me
        gmx.com gmx.net gmx.de gmx.at gmx.ch gmx.fr gmx.it gmx.es gmx.co.uk gmx.us mail.com email.com usa.com europe.com post.com
        consultant.com
        zoho.com zohomail.com zohomail.eu fastmail.com fastmail.fm hushmail.com runbox.com mailbox.org posteo.de posteo.net disroot.org
        riseup.net
        duck.com hey.com inbox.com lycos.com mailfence.com startmail.com
        libero.it virgilio.it iol.it inwind.it blu.it giallo.it alice.it tin.it tiscali.it tiscalinet.it email.it katamail.com supereva.it
        fastwebnet.it vodafone.it teletu.it infinito.it interfree.it jumpy.it
        web.de freenet.de t-online.de arcor.de online.de mail.de email.de vodafonemail.de aon.at chello.at bluewin.ch hispeed.ch
        orange.fr wanadoo.fr free.fr sfr.fr neuf.fr laposte.net bbox.fr numericable.fr voila.fr skynet.be telenet.be proximus.be scarlet.be
        ziggo.nl kpnmail.nl planet.nl xs4all.nl home.nl hetnet.nl telefonica.net terra.es ono.com sapo.pt iol.pt clix.pt
        btinternet.com btopenworld.com virginmedia.com blueyonder.co.uk ntlworld.com sky.com talktalk.net tiscali.co.uk eircom.net
        telia.com comhem.se bredband.net spray.se online.no tdcadsl.dk jubii.dk suomi24.fi luukku.com
        wp.pl o2.pl onet.pl onet.eu interia.pl interia.eu op.pl vp.pl tlen.pl seznam.cz email.cz centrum.cz azet.sk zoznam.sk centrum.sk
        freemail.hu
        citromail.hu abv.bg mail.bg dir.bg otenet.gr in.gr siol.net inet.hr
        mail.ru inbox.ru list.ru bk.ru internet.ru yandex.ru yandex.com ya.ru rambler.ru ukr.net i.ua meta.ua
        comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net earthlink.net juno.com netzero.net optonline.net
        rogers.com sympatico.ca shaw.ca telus.net bigpond.com bigpond.net.au optusnet.com.au xtra.co.nz
        uol.com.br bol.com.br terra.com.br ig.com.br globo.com r7.com rediffmail.com sify.com
        qq.com foxmail.com 163.com 126.com yeah.net sina.com sina.cn sohu.com 139.com 189.cn aliyun.com tom.com
        naver.com hanmail.net daum.net nate.com docomo.ne.jp ezweb.ne.jp softbank.ne.jp walla.co.il walla.com
        mailinator.com yopmail.com guerrillamail.com 10minutemail.com temp-mail.org trashmail.com sharklasers.com
        """;
}
