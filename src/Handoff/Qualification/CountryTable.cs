namespace Handoff.Qualification;

/// <summary>
/// ISO 3166-1, with the names in English, Italian, German, French and Spanish and those that people use; in English and Italian the
/// official ones too. A table of our own instead of the runtime's culture data: that differs from machine to machine. Alpha-2, alpha-3,
/// then names, folded as <see cref="FoldedText.Words"/> folds what is given.
/// </summary>
internal static class CountryTable
{
    /// <summary>Entries are parted by <c>;</c>, names by <c>,</c>; a line break is a space.</summary>
    public const string Text = """
        AD AND andorra, principality of andorra, andorre; AE ARE united arab emirates, emirati arabi uniti, uae, emirati arabi, emirates,
        vereinigte arabische emirate, emirats arabes unis, emiratos arabes unidos; AF AFG afghanistan, islamic republic of afghanistan,
        afganistan; AG ATG antigua barbuda, antigua e barbuda, antigua and barbuda, antigua, antigua und barbuda, antigua et barbuda,
        antigua y barbuda; AI AIA anguilla, anguila; AL ALB albania, republic of albania, albanien, albanie; AM ARM armenia, republic of
        armenia, armenien, armenie; AO AGO angola, republic of angola; AQ ATA antarctica, antartide, antarktis, antarctique, antartida; AR
        ARG argentina, argentine republic, argentinien, argentine; AS ASM american samoa, samoa americane, samoa usa, samoa united states,
        amerikanisch samoa, samoa americaines, samoa americana; AT AUT austria, osterreich, oesterreich, republic of austria, autriche; AU
        AUS australia, australien, australie; AW ABW aruba; AX ALA aland islands, isole aland, alandinseln, iles aland, islas aland; AZ AZE
        azerbaijan, azerbaigian, republic of azerbaijan, aserbaidschan, azerbaidjan, azerbaiyan; BA BIH bosnia herzegovina, bosnia ed
        erzegovina, bosnia and herzegovina, bosnia, republic of bosnia and herzegovina, bosnien und herzegowina, bosnie herzegovine, bosnia
        y herzegovina; BB BRB barbados, barbade; BD BGD bangladesh, people s republic of bangladesh, bangladesch, banglades; BE BEL belgium,
        belgio, belgie, belgique, kingdom of belgium, belgien, belgica; BF BFA burkina faso; BG BGR bulgaria, republic of bulgaria,
        bulgarien, bulgarie; BH BHR bahrain, bahrein, kingdom of bahrain, barein; BI BDI burundi, republic of burundi; BJ BEN benin,
        republic of benin; BL BLM st barthelemy, saint barthelemy, san bartolome; BM BMU bermuda, bermudes, bermudas; BN BRN brunei, brunei
        darussalam, nation of brunei; BO BOL bolivia, plurinational state of bolivia, bolivien, bolivie; BQ BES caribbean netherlands,
        caraibi olandesi, bonaire sint eustatius and saba, isole bes, bonaire, sint eustatius, saba, karibische niederlande, pays bas
        caribeens, caribe neerlandes; BR BRA brazil, brasile, brasil, federative republic of brazil, brasilien, bresil; BS BHS bahamas,
        commonwealth of the bahamas; BT BTN bhutan, kingdom of bhutan, bhoutan, butan; BV BVT bouvet island, isola bouvet, bouvetinsel, ile
        bouvet, isla bouvet; BW BWA botswana, republic of botswana, botsuana; BY BLR belarus, bielorussia, republic of belarus, bielorussie,
        bielorrusia; BZ BLZ belize, belice; CA CAN canada, kanada; CC CCK cocos keeling islands, isole cocos keeling, cocos islands,
        kokosinseln, iles cocos, islas cocos; CD COD congo kinshasa, democratic republic of the congo, drc, repubblica democratica del
        congo, congo drc, congo rdc, dr congo, rdc, congo leopoldville, zaire, democratic congo, kongo kinshasa, kongo demokratische
        republik, republica democratica del congo; CF CAF central african republic, repubblica centrafricana, zentralafrikanische republik,
        republique centrafricaine, republica centroafricana; CG COG congo brazzaville, congo, republic of the congo, kongo brazzaville,
        kongo republik, republique du congo, congo republica; CH CHE switzerland, svizzera, schweiz, suisse, swiss confederation,
        confederazione svizzera, confoederatio helvetica, suiza; CI CIV cote d ivoire, costa d avorio, ivory coast, republic of cote d
        ivoire, repubblica della costa d avorio, elfenbeinkuste, republique de cote d ivoire, costa de marfil; CK COK cook islands, isole
        cook, cookinseln, iles cook, islas cook; CL CHL chile, cile, republic of chile, chili; CM CMR cameroon, camerun, republic of
        cameroon, kamerun, cameroun; CN CHN china, cina, prc, people s republic of china, repubblica popolare cinese, mainland china, pr
        china, chine; CO COL colombia, republic of colombia, kolumbien, colombie; CR CRI costa rica, republic of costa rica; CU CUB cuba,
        republic of cuba, kuba; CV CPV cape verde, capo verde, cabo verde, republic of cabo verde, republic of cape verde, cap vert; CW CUW
        curacao, curazao; CX CXR christmas island, isola christmas, isola del natale, weihnachtsinsel, ile christmas, isla de navidad; CY
        CYP cyprus, cipro, republic of cyprus, zypern, chypre, chipre; CZ CZE czechia, cechia, czech republic, repubblica ceca, czech,
        tschechien, tschechische republik, tchequie, republique tcheque, chequia, republica checa; DE DEU germany, germania, deutschland,
        federal republic of germany, repubblica federale di germania, repubblica federale tedesca, bundesrepublik deutschland, allemagne,
        alemania; DJ DJI djibouti, gibuti, republic of djibouti, dschibuti, yibuti; DK DNK denmark, danimarca, danmark, kingdom of denmark,
        danemark, dinamarca; DM DMA dominica, commonwealth of dominica, dominique; DO DOM dominican republic, repubblica dominicana,
        dominicana, dominikanische republik, republique dominicaine, republica dominicana; DZ DZA algeria, people s democratic republic of
        algeria, algerien, algerie, argelia; EC ECU ecuador, republic of ecuador, equateur; EE EST estonia, republic of estonia, estland,
        estonie; EG EGY egypt, egitto, arab republic of egypt, repubblica araba d egitto, agypten, egypte, egipto; EH ESH western sahara,
        sahara occidentale, westsahara, sahara occidental; ER ERI eritrea, the state of eritrea, erythree; ES ESP spain, spagna, espana,
        kingdom of spain, regno di spagna, spanien, espagne; ET ETH ethiopia, etiopia, federal democratic republic of ethiopia, athiopien,
        ethiopie; FI FIN finland, finlandia, suomi, republic of finland, finnland, finlande; FJ FJI fiji, figi, republic of fiji, fidschi,
        fidji, fiyi; FK FLK falkland islands, isole falkland, falkland islands malvinas, falkland islands islas malvinas, isole falkland
        isole malvine, falklands, malvinas, islas malvinas, isole malvine, falklandinseln, falklandinseln malwinen, iles malouines, iles
        malouines iles falkland, islas malvinas islas falkland; FM FSM micronesia, micronesia federated states of, stati federati di
        micronesia, mikronesien, micronesie; FO FRO faroe islands, isole faer oer, faroer, iles feroe, islas feroe; FR FRA france, francia,
        french republic, repubblica francese, frankreich; GA GAB gabon, gabonese republic, gabun; GB GBR united kingdom, regno unito, uk,
        great britain, england, scotland, wales, northern ireland, gran bretagna, inghilterra, scozia, galles, u k, united kingdom of great
        britain and northern ireland, united kingdom of great britain, u k of great britain and northern ireland, vereinigtes konigreich,
        royaume uni, reino unido; GD GRD grenada, grenade, granada; GE GEO georgia, republic of georgia, sakartvelo, georgien, georgie; GF
        GUF french guiana, guyana francese, french guyana, guiana francese, franzosisch guayana, guyane francaise, guayana francesa; GG GGY
        guernsey, guernesey; GH GHA ghana, republic of ghana; GI GIB gibraltar, gibilterra; GL GRL greenland, groenlandia, gronland,
        groenland; GM GMB gambia, republic of the gambia, gambie; GN GIN guinea, republic of guinea, guinea conakry, guinee; GP GLP
        guadeloupe, guadalupa, guadalupe; GQ GNQ equatorial guinea, guinea equatoriale, republic of equatorial guinea, repubblica della
        guinea equatoriale, aquatorialguinea, guinee equatoriale, guinea ecuatorial; GR GRC greece, grecia, ellada, hellas, hellenic
        republic, griechenland, grece; GS SGS south georgia south sandwich islands, georgia del sud e sandwich australi, south georgia and
        the south sandwich islands, georgia del sud e isole sandwich meridionali, sudgeorgien und die sudlichen sandwichinseln, georgie du
        sud et les iles sandwich du sud, islas georgia del sur y sandwich del sur; GT GTM guatemala, republic of guatemala; GU GUM guam; GW
        GNB guinea bissau, republic of guinea bissau, guinea portoghese, guinee bissau, guinea bisau; GY GUY guyana, republic of guyana; HK
        HKG hong kong sar china, ras di hong kong, hong kong, hong kong special administrative region of china, hong kong sar, hong kong
        china, hong kong cina, hongkong, sonderverwaltungsregion hongkong, r a s chinoise de hong kong, rae de hong kong china; HM HMD heard
        mcdonald islands, isole heard e mcdonald, heard island and mcdonald islands, heard und mcdonaldinseln, iles heard et macdonald,
        islas heard y mcdonald; HN HND honduras, republic of honduras; HR HRV croatia, croazia, hrvatska, republic of croatia, kroatien,
        croatie, croacia; HT HTI haiti, republic of haiti; HU HUN hungary, ungheria, magyarorszag, ungarn, hongrie, hungria; ID IDN
        indonesia, republic of indonesia, indonesien, indonesie; IE IRL ireland, irlanda, republic of ireland, eire, irish republic, irland,
        irlande; IL ISR israel, israele, state of israel; IM IMN isle of man, isola di man, ile de man, isla de man; IN IND india, republic
        of india, indien, inde; IO IOT british indian ocean territory, territorio britannico dell oceano indiano, chagos archipelago,
        arcipelago chagos, territori britannici dell oceano indiano, britisches territorium im indischen ozean, chagos archipel, territoire
        britannique de l ocean indien, archipel des chagos, territorio britanico del oceano indico, archipielago de chagos; IQ IRQ iraq,
        republic of iraq, irak; IR IRN iran, islamic republic of iran; IS ISL iceland, islanda, republic of iceland, island, islande,
        islandia; IT ITA italy, italia, italian republic, repubblica italiana, italien, italie; JE JEY jersey; JM JAM jamaica, giamaica,
        jamaika, jamaique; JO JOR jordan, giordania, hashemite kingdom of jordan, jordanien, jordanie, jordania; JP JPN japan, giappone,
        nippon, japon; KE KEN kenya, republic of kenya, kenia; KG KGZ kyrgyzstan, kirghizistan, kyrgyz republic, kirgisistan, kirghizstan,
        kirguistan; KH KHM cambodia, cambogia, kingdom of cambodia, kambodscha, cambodge, camboya; KI KIR kiribati, republic of kiribati; KM
        COM comoros, comore, union of the comoros, komoren, comores, comoras; KN KNA st kitts nevis, saint kitts e nevis, saint kitts and
        nevis, saint kitts nevis, st kitts e nevis, st kitts and nevis, saint kitts, st kitts und nevis, saint christophe et nieves, san
        cristobal y nieves; KP PRK n korea, n corea, north korea, corea del nord, democratic people s republic of korea, democratic peoples
        republic of korea, dprk, corea settentrionale, repubblica popolare democratica di corea, nordkorea, coree du nord, corea del norte;
        KR KOR s korea, s corea, south korea, corea del sud, korea, republic of korea, corea, rok, corea meridionale, repubblica di corea,
        sudkorea, coree du sud, corea del sur; KW KWT kuwait, state of kuwait, koweit; KY CYM cayman islands, isole cayman, kaimaninseln,
        iles caimans, islas caiman; KZ KAZ kazakhstan, kazakistan, republic of kazakhstan, kasachstan, kazajistan; LA LAO laos, lao people s
        democratic republic, laos republic; LB LBN lebanon, libano, lebanese republic, libanon, liban; LC LCA st lucia, saint lucia, santa
        lucia, sainte lucie; LI LIE liechtenstein, principality of liechtenstein; LK LKA sri lanka, democratic socialist republic of sri
        lanka; LR LBR liberia, republic of liberia; LS LSO lesotho, kingdom of lesotho, lesoto; LT LTU lithuania, lituania, republic of
        lithuania, litauen, lituanie; LU LUX luxembourg, lussemburgo, letzebuerg, grand duchy of luxembourg, granducato di lussemburgo,
        luxemburg, luxemburgo; LV LVA latvia, lettonia, republic of latvia, lettland, lettonie, letonia; LY LBY libya, libia, libyan arab
        jamahiriya, state of libya, libyen, libye; MA MAR morocco, marocco, kingdom of morocco, marokko, maroc, marruecos; MC MCO monaco,
        principality of monaco, principato di monaco; MD MDA moldova, moldavia, republic of moldova, republik moldau, moldavie; ME MNE
        montenegro; MF MAF st martin, saint martin, saint martin french part, st martin french part, saint martin partie francaise, saint
        martin parte francese, saint martin france, saint martin francia, san martin; MG MDG madagascar, republic of madagascar, madagaskar;
        MH MHL marshall islands, isole marshall, republic of the marshall islands, marshallinseln, iles marshall, islas marshall; MK MKD n
        macedonia, north macedonia, macedonia del nord, macedonia, republic of north macedonia, former yugoslav republic of macedonia,
        fyrom, republic of macedonia, nordmazedonien, macedoine du nord, macedonia del norte; ML MLI mali, republic of mali; MM MMR myanmar
        burma, myanmar birmania, myanmar, burma, birmania, republic of myanmar, union of myanmar, myanmar birmanie; MN MNG mongolia,
        mongolei, mongolie; MO MAC macao sar china, ras di macao, macao, macau, macao special administrative region of china, macao sar,
        macau sar, macao china, macau china, macao cina, sonderverwaltungsregion macau, r a s chinoise de macao, rae de macao china; MP MNP
        northern mariana islands, isole marianne settentrionali, commonwealth of the northern mariana islands, nordliche marianen, iles
        mariannes du nord, islas marianas del norte; MQ MTQ martinique, martinica; MR MRT mauritania, islamic republic of mauritania,
        mauretanien, mauritanie; MS MSR montserrat; MT MLT malta, republic of malta, malte; MU MUS mauritius, republic of mauritius,
        maurice, mauricio; MV MDV maldives, maldive, republic of maldives, malediven, maldivas; MW MWI malawi, republic of malawi, malaui;
        MX MEX mexico, messico, mejico, united mexican states, mexiko, mexique; MY MYS malaysia, malesia, malaisie, malasia; MZ MOZ
        mozambique, mozambico, republic of mozambique, mosambik; NA NAM namibia, republic of namibia, namibie; NC NCL new caledonia, nuova
        caledonia, neukaledonien, nouvelle caledonie, nueva caledonia; NE NER niger, republic of the niger; NF NFK norfolk island, isola
        norfolk, norfolkinsel, ile norfolk, isla norfolk; NG NGA nigeria, federal republic of nigeria, repubblica federale della nigeria; NI
        NIC nicaragua, republic of nicaragua; NL NLD netherlands, paesi bassi, holland, olanda, the netherlands, nederland, kingdom of the
        netherlands, regno dei paesi bassi, niederlande, pays bas, paises bajos; NO NOR norway, norvegia, norge, kingdom of norway,
        norwegen, norvege, noruega; NP NPL nepal, federal democratic republic of nepal; NR NRU nauru, republic of nauru; NU NIU niue; NZ NZL
        new zealand, nuova zelanda, aotearoa new zealand, nuova zelanda aotearoa, aotearoa, neuseeland, aotearoa neuseeland, nouvelle
        zelande, aotearoa nouvelle zelande, nueva zelanda, aotearoa nueva zelanda; OM OMN oman, sultanate of oman; PA PAN panama, republic
        of panama; PE PER peru, republic of peru, perou; PF PYF french polynesia, polinesia francese, franzosisch polynesien, polynesie
        francaise, polinesia francesa; PG PNG papua new guinea, papua nuova guinea, independent state of papua new guinea, papua neuguinea,
        papouasie nouvelle guinee, papua nueva guinea; PH PHL philippines, filippine, republic of the philippines, philippinen, filipinas;
        PK PAK pakistan, islamic republic of pakistan; PL POL poland, polonia, polska, republic of poland, polen, pologne; PM SPM st pierre
        miquelon, saint pierre e miquelon, saint pierre and miquelon, saint pierre miquelon, st pierre e miquelon, st pierre and miquelon,
        st pierre und miquelon, saint pierre et miquelon, san pedro y miquelon; PN PCN pitcairn islands, isole pitcairn, pitcairn,
        pitcairninseln, iles pitcairn, islas pitcairn; PR PRI puerto rico, portorico, porto rico; PS PSE palestinian territories, territori
        palestinesi, palestine, palestina, state of palestine, stato di palestina, palestinian territory, palestinian territory occupied,
        territori palestinesi occupati, palastinensische autonomiegebiete, palastina, territoires palestiniens, territorios palestinos; PT
        PRT portugal, portogallo, portuguese republic; PW PLW palau, republic of palau, palaos; PY PRY paraguay, republic of paraguay; QA
        QAT qatar, state of qatar, katar, catar; RE REU reunion, riunione, la reunion; RO ROU romania, rumanien, roumanie, rumania; RS SRB
        serbia, republic of serbia, serbien, serbie; RU RUS russia, russian federation, federazione russa, russland, russie, rusia; RW RWA
        rwanda, ruanda, rwandese republic; SA SAU saudi arabia, arabia saudita, kingdom of saudi arabia, saudi arabien, arabie saoudite,
        arabia saudi; SB SLB solomon islands, isole salomone, salomonen, iles salomon, islas salomon; SC SYC seychelles, republic of
        seychelles, seychellen; SD SDN sudan, republic of the sudan, soudan; SE SWE sweden, svezia, sverige, kingdom of sweden, schweden,
        suede, suecia; SG SGP singapore, republic of singapore, singapur, singapour; SH SHN st helena, sant elena, saint helena, saint
        helena ascension and tristan da cunha, sant elena isola di ascensione e tristan da cunha, sainte helene, santa elena; SI SVN
        slovenia, republic of slovenia, slowenien, slovenie, eslovenia; SJ SJM svalbard jan mayen, svalbard e jan mayen, svalbard and jan
        mayen, spitzbergen und jan mayen, svalbard et jan mayen, svalbard y jan mayen; SK SVK slovakia, slovacchia, slovak republic,
        repubblica slovacca, slowakei, slovaquie, eslovaquia; SL SLE sierra leone, republic of sierra leone, sierra leona; SM SMR san
        marino, republic of san marino, repubblica di san marino, s marino, saint marin; SN SEN senegal, republic of senegal; SO SOM
        somalia, federal republic of somalia, somalie; SR SUR suriname, republic of suriname, surinam; SS SSD s sudan, south sudan, sud
        sudan, republic of south sudan, repubblica del sudan del sud, sudsudan, soudan du sud, sudan del sur; ST STP sao tome principe, sao
        tome e principe, sao tome and principe, democratic republic of sao tome and principe, sao tome, sao tome und principe, sao tome et
        principe, santo tome y principe; SV SLV el salvador, republic of el salvador, salvador; SX SXM sint maarten, sint maarten dutch
        part, saint martin dutch part, st maarten, sint maarten parte olandese, saint martin netherlands, saint martin partie neerlandaise;
        SY SYR syria, siria, syrian arab republic, repubblica araba siriana, syrien, syrie; SZ SWZ eswatini, swaziland, kingdom of eswatini,
        regno di eswatini, swaziland eswatini, swasiland, esuatini, suazilandia; TC TCA turks caicos islands, isole turks e caicos, turks
        and caicos islands, turks und caicosinseln, iles turques et caiques, islas turcas y caicos; TD TCD chad, ciad, republic of chad,
        tschad, tchad; TF ATF french southern territories, terre australi francesi, territori francesi del sud, franzosische sud und
        antarktisgebiete, terres australes francaises, territorios australes franceses; TG TGO togo, togolese republic; TH THA thailand,
        thailandia, kingdom of thailand, thailande, tailandia; TJ TJK tajikistan, tagikistan, republic of tajikistan, tadschikistan,
        tadjikistan, tayikistan; TK TKL tokelau; TL TLS timor leste, timor est, east timor, democratic republic of timor leste, timor
        orientale, osttimor, timor oriental; TM TKM turkmenistan; TN TUN tunisia, republic of tunisia, tunesien, tunisie, tunez; TO TON
        tonga, kingdom of tonga; TR TUR turkiye, turchia, turkey, republic of turkiye, repubblica di turchia, republic of turkey, turkei,
        turquie, turquia; TT TTO trinidad tobago, trinidad e tobago, trinidad and tobago, republic of trinidad and tobago, trinidad, tobago,
        trinidad und tobago, trinite et tobago, trinidad y tobago; TV TUV tuvalu; TW TWN taiwan, taiwan province of china, repubblica di
        cina, republic of china, taiwan roc, taiwan republic of china, chinese taipei, taipei cinese, taiwan china, taiwan cina; TZ TZA
        tanzania, united republic of tanzania, repubblica unita di tanzania, tansania, tanzanie; UA UKR ukraine, ucraina, ucrania; UG UGA
        uganda, republic of uganda, ouganda; UM UMI u s outlying islands, isole minori esterne degli stati uniti, united states minor
        outlying islands, amerikanische uberseeinseln, iles mineures eloignees des etats unis, islas menores alejadas de ee uu; US USA
        united states, stati uniti, united states of america, u s a, u s, america, stati uniti d america, stati uniti america, georgia usa,
        georgia united states, vereinigte staaten, etats unis, estados unidos, ee uu; UY URY uruguay, eastern republic of uruguay; UZ UZB
        uzbekistan, republic of uzbekistan, usbekistan, ouzbekistan; VA VAT vatican city, citta del vaticano, holy see vatican city state,
        vatican, vaticano, holy see, santa sede, vatican city state, stato della citta del vaticano, vatikanstadt, etat de la cite du
        vatican, ciudad del vaticano; VC VCT st vincent grenadines, saint vincent e grenadine, saint vincent and the grenadines, saint
        vincent grenadines, st vincent e grenadine, st vincent and the grenadines, saint vincent, st vincent und die grenadinen, saint
        vincent et les grenadines, san vicente y las granadinas; VE VEN venezuela, bolivarian republic of venezuela, repubblica bolivariana
        del venezuela; VG VGB british virgin islands, isole vergini britanniche, virgin islands uk, virgin islands united kingdom, britische
        jungferninseln, iles vierges britanniques, islas virgenes britanicas; VI VIR u s virgin islands, isole vergini americane, us virgin
        islands, virgin islands of the united states, isole vergini statunitensi, isole vergini degli stati uniti, amerikanische
        jungferninseln, iles vierges des etats unis, islas virgenes de ee uu; VN VNM vietnam, viet nam, socialist republic of viet nam,
        repubblica socialista del vietnam; VU VUT vanuatu, republic of vanuatu; WF WLF wallis futuna, wallis e futuna, wallis and futuna,
        wallis und futuna, wallis et futuna, wallis y futuna; WS WSM samoa, independent state of samoa, western samoa, samoa occidentale; YE
        YEM yemen, republic of yemen, jemen; YT MYT mayotte; ZA ZAF s africa, south africa, sudafrica, republic of south africa, repubblica
        sudafricana, repubblica del sudafrica, sudafrika, afrique du sud; ZM ZMB zambia, republic of zambia, sambia, zambie; ZW ZWE
        zimbabwe, republic of zimbabwe, simbabwe, zimbabue
        """;
}
