namespace Handoff.Qualification;

/// <summary>
/// ISO 3166-1, with the names in English and Italian, common and official, and the ones that people use. A table of our own instead of the
/// runtime's culture data: that differs from machine to machine. Alpha-2, alpha-3, then names, folded as <see cref="FoldedText.Words"/>
/// folds what is given.
/// </summary>
internal static class CountryTable
{
    /// <summary>Entries are parted by <c>;</c>, names by <c>,</c>; a line break is a space.</summary>
    public const string Text = """
        AD AND andorra, principality of andorra; AE ARE united arab emirates, emirati arabi uniti, uae, emirati arabi, emirates; AF AFG
        afghanistan, islamic republic of afghanistan; AG ATG antigua barbuda, antigua e barbuda, antigua and barbuda, antigua; AI AIA
        anguilla; AL ALB albania, republic of albania; AM ARM armenia, republic of armenia; AO AGO angola, republic of angola; AQ ATA
        antarctica, antartide; AR ARG argentina, argentine republic; AS ASM american samoa, samoa americane, samoa usa, samoa united
        states; AT AUT austria, osterreich, oesterreich, republic of austria; AU AUS australia; AW ABW aruba; AX ALA aland islands,
        isole aland; AZ AZE azerbaijan, azerbaigian, republic of azerbaijan; BA BIH bosnia herzegovina, bosnia ed erzegovina, bosnia and
        herzegovina, bosnia, republic of bosnia and herzegovina; BB BRB barbados; BD BGD bangladesh, people s republic of bangladesh; BE
        BEL belgium, belgio, belgie, belgique, kingdom of belgium; BF BFA burkina faso; BG BGR bulgaria, republic of bulgaria; BH BHR
        bahrain, bahrein, kingdom of bahrain; BI BDI burundi, republic of burundi; BJ BEN benin, republic of benin; BL BLM st
        barthelemy, saint barthelemy; BM BMU bermuda; BN BRN brunei, brunei darussalam, nation of brunei; BO BOL bolivia, plurinational
        state of bolivia; BQ BES caribbean netherlands, caraibi olandesi, bonaire sint eustatius and saba, isole bes, bonaire, sint
        eustatius, saba; BR BRA brazil, brasile, brasil, federative republic of brazil; BS BHS bahamas, commonwealth of the bahamas; BT
        BTN bhutan, kingdom of bhutan; BV BVT bouvet island, isola bouvet; BW BWA botswana, republic of botswana; BY BLR belarus,
        bielorussia, republic of belarus; BZ BLZ belize; CA CAN canada; CC CCK cocos keeling islands, isole cocos keeling, cocos
        islands; CD COD congo kinshasa, democratic republic of the congo, drc, repubblica democratica del congo, congo drc, congo rdc,
        dr congo, rdc, congo leopoldville, zaire, democratic congo; CF CAF central african republic, repubblica centrafricana; CG COG
        congo brazzaville, congo, republic of the congo; CH CHE switzerland, svizzera, schweiz, suisse, swiss confederation,
        confederazione svizzera, confoederatio helvetica; CI CIV cote d ivoire, costa d avorio, ivory coast, republic of cote d ivoire,
        repubblica della costa d avorio; CK COK cook islands, isole cook; CL CHL chile, cile, republic of chile; CM CMR cameroon,
        camerun, republic of cameroon; CN CHN china, cina, prc, people s republic of china, repubblica popolare cinese, mainland china,
        pr china; CO COL colombia, republic of colombia; CR CRI costa rica, republic of costa rica; CU CUB cuba, republic of cuba; CV
        CPV cape verde, capo verde, cabo verde, republic of cabo verde, republic of cape verde; CW CUW curacao; CX CXR christmas island,
        isola christmas, isola del natale; CY CYP cyprus, cipro, republic of cyprus; CZ CZE czechia, cechia, czech republic, repubblica
        ceca, czech; DE DEU germany, germania, deutschland, federal republic of germany, repubblica federale di germania, repubblica
        federale tedesca, bundesrepublik deutschland; DJ DJI djibouti, gibuti, republic of djibouti; DK DNK denmark, danimarca, danmark,
        kingdom of denmark; DM DMA dominica, commonwealth of dominica; DO DOM dominican republic, repubblica dominicana, dominicana; DZ
        DZA algeria, people s democratic republic of algeria; EC ECU ecuador, republic of ecuador; EE EST estonia, republic of estonia;
        EG EGY egypt, egitto, arab republic of egypt, repubblica araba d egitto; EH ESH western sahara, sahara occidentale; ER ERI
        eritrea, the state of eritrea; ES ESP spain, spagna, espana, kingdom of spain, regno di spagna; ET ETH ethiopia, etiopia,
        federal democratic republic of ethiopia; FI FIN finland, finlandia, suomi, republic of finland; FJ FJI fiji, figi, republic of
        fiji; FK FLK falkland islands, isole falkland, falkland islands malvinas, falkland islands islas malvinas, isole falkland isole
        malvine, falklands, malvinas, islas malvinas, isole malvine; FM FSM micronesia, micronesia federated states of, stati federati
        di micronesia; FO FRO faroe islands, isole faer oer; FR FRA france, francia, french republic, repubblica francese; GA GAB gabon,
        gabonese republic; GB GBR united kingdom, regno unito, uk, great britain, england, scotland, wales, northern ireland, gran
        bretagna, inghilterra, scozia, galles, u k, united kingdom of great britain and northern ireland, united kingdom of great
        britain, u k of great britain and northern ireland; GD GRD grenada; GE GEO georgia, republic of georgia, sakartvelo; GF GUF
        french guiana, guyana francese, french guyana, guiana francese; GG GGY guernsey; GH GHA ghana, republic of ghana; GI GIB
        gibraltar, gibilterra; GL GRL greenland, groenlandia; GM GMB gambia, republic of the gambia; GN GIN guinea, republic of guinea,
        guinea conakry; GP GLP guadeloupe, guadalupa; GQ GNQ equatorial guinea, guinea equatoriale, republic of equatorial guinea,
        repubblica della guinea equatoriale; GR GRC greece, grecia, ellada, hellas, hellenic republic; GS SGS south georgia south
        sandwich islands, georgia del sud e sandwich australi, south georgia and the south sandwich islands, georgia del sud e isole
        sandwich meridionali; GT GTM guatemala, republic of guatemala; GU GUM guam; GW GNB guinea bissau, republic of guinea bissau,
        guinea portoghese; GY GUY guyana, republic of guyana; HK HKG hong kong sar china, ras di hong kong, hong kong, hong kong special
        administrative region of china, hong kong sar, hong kong china, hong kong cina, hongkong; HM HMD heard mcdonald islands, isole
        heard e mcdonald, heard island and mcdonald islands; HN HND honduras, republic of honduras; HR HRV croatia, croazia, hrvatska,
        republic of croatia; HT HTI haiti, republic of haiti; HU HUN hungary, ungheria, magyarorszag; ID IDN indonesia, republic of
        indonesia; IE IRL ireland, irlanda, republic of ireland, eire, irish republic; IL ISR israel, israele, state of israel; IM IMN
        isle of man, isola di man; IN IND india, republic of india; IO IOT british indian ocean territory, territorio britannico dell
        oceano indiano, chagos archipelago, arcipelago chagos, territori britannici dell oceano indiano; IQ IRQ iraq, republic of iraq;
        IR IRN iran, islamic republic of iran; IS ISL iceland, islanda, republic of iceland; IT ITA italy, italia, italian republic,
        repubblica italiana; JE JEY jersey; JM JAM jamaica, giamaica; JO JOR jordan, giordania, hashemite kingdom of jordan; JP JPN
        japan, giappone, nippon; KE KEN kenya, republic of kenya; KG KGZ kyrgyzstan, kirghizistan, kyrgyz republic; KH KHM cambodia,
        cambogia, kingdom of cambodia; KI KIR kiribati, republic of kiribati; KM COM comoros, comore, union of the comoros; KN KNA st
        kitts nevis, saint kitts e nevis, saint kitts and nevis, saint kitts nevis, st kitts e nevis, st kitts and nevis, saint kitts;
        KP PRK n korea, n corea, north korea, corea del nord, democratic people s republic of korea, democratic peoples republic of
        korea, dprk, corea settentrionale, repubblica popolare democratica di corea; KR KOR s korea, s corea, south korea, corea del
        sud, korea, republic of korea, corea, rok, corea meridionale, repubblica di corea; KW KWT kuwait, state of kuwait; KY CYM cayman
        islands, isole cayman; KZ KAZ kazakhstan, kazakistan, republic of kazakhstan; LA LAO laos, lao people s democratic republic,
        laos republic; LB LBN lebanon, libano, lebanese republic; LC LCA st lucia, saint lucia, santa lucia; LI LIE liechtenstein,
        principality of liechtenstein; LK LKA sri lanka, democratic socialist republic of sri lanka; LR LBR liberia, republic of
        liberia; LS LSO lesotho, kingdom of lesotho; LT LTU lithuania, lituania, republic of lithuania; LU LUX luxembourg, lussemburgo,
        letzebuerg, grand duchy of luxembourg, granducato di lussemburgo; LV LVA latvia, lettonia, republic of latvia; LY LBY libya,
        libia, libyan arab jamahiriya, state of libya; MA MAR morocco, marocco, kingdom of morocco; MC MCO monaco, principality of
        monaco, principato di monaco; MD MDA moldova, moldavia, republic of moldova; ME MNE montenegro; MF MAF st martin, saint martin,
        saint martin french part, st martin french part, saint martin partie francaise, saint martin parte francese, saint martin
        france, saint martin francia; MG MDG madagascar, republic of madagascar; MH MHL marshall islands, isole marshall, republic of
        the marshall islands; MK MKD n macedonia, north macedonia, macedonia del nord, macedonia, republic of north macedonia, former
        yugoslav republic of macedonia, fyrom, republic of macedonia; ML MLI mali, republic of mali; MM MMR myanmar burma, myanmar
        birmania, myanmar, burma, birmania, republic of myanmar, union of myanmar; MN MNG mongolia; MO MAC macao sar china, ras di
        macao, macao, macau, macao special administrative region of china, macao sar, macau sar, macao china, macau china, macao cina;
        MP MNP northern mariana islands, isole marianne settentrionali, commonwealth of the northern mariana islands; MQ MTQ martinique,
        martinica; MR MRT mauritania, islamic republic of mauritania; MS MSR montserrat; MT MLT malta, republic of malta; MU MUS
        mauritius, republic of mauritius; MV MDV maldives, maldive, republic of maldives; MW MWI malawi, republic of malawi; MX MEX
        mexico, messico, mejico, united mexican states; MY MYS malaysia, malesia; MZ MOZ mozambique, mozambico, republic of mozambique;
        NA NAM namibia, republic of namibia; NC NCL new caledonia, nuova caledonia; NE NER niger, republic of the niger; NF NFK norfolk
        island, isola norfolk; NG NGA nigeria, federal republic of nigeria, repubblica federale della nigeria; NI NIC nicaragua,
        republic of nicaragua; NL NLD netherlands, paesi bassi, holland, olanda, the netherlands, nederland, kingdom of the netherlands,
        regno dei paesi bassi; NO NOR norway, norvegia, norge, kingdom of norway; NP NPL nepal, federal democratic republic of nepal; NR
        NRU nauru, republic of nauru; NU NIU niue; NZ NZL new zealand, nuova zelanda, aotearoa new zealand, nuova zelanda aotearoa,
        aotearoa; OM OMN oman, sultanate of oman; PA PAN panama, republic of panama; PE PER peru, republic of peru; PF PYF french
        polynesia, polinesia francese; PG PNG papua new guinea, papua nuova guinea, independent state of papua new guinea; PH PHL
        philippines, filippine, republic of the philippines; PK PAK pakistan, islamic republic of pakistan; PL POL poland, polonia,
        polska, republic of poland; PM SPM st pierre miquelon, saint pierre e miquelon, saint pierre and miquelon, saint pierre
        miquelon, st pierre e miquelon, st pierre and miquelon; PN PCN pitcairn islands, isole pitcairn, pitcairn; PR PRI puerto rico,
        portorico, porto rico; PS PSE palestinian territories, territori palestinesi, palestine, palestina, state of palestine, stato di
        palestina, palestinian territory, palestinian territory occupied, territori palestinesi occupati; PT PRT portugal, portogallo,
        portuguese republic; PW PLW palau, republic of palau; PY PRY paraguay, republic of paraguay; QA QAT qatar, state of qatar; RE
        REU reunion, riunione; RO ROU romania; RS SRB serbia, republic of serbia; RU RUS russia, russian federation, federazione russa;
        RW RWA rwanda, ruanda, rwandese republic; SA SAU saudi arabia, arabia saudita, kingdom of saudi arabia; SB SLB solomon islands,
        isole salomone; SC SYC seychelles, republic of seychelles; SD SDN sudan, republic of the sudan; SE SWE sweden, svezia, sverige,
        kingdom of sweden; SG SGP singapore, republic of singapore; SH SHN st helena, sant elena, saint helena, saint helena ascension
        and tristan da cunha, sant elena isola di ascensione e tristan da cunha; SI SVN slovenia, republic of slovenia; SJ SJM svalbard
        jan mayen, svalbard e jan mayen, svalbard and jan mayen; SK SVK slovakia, slovacchia, slovak republic, repubblica slovacca; SL
        SLE sierra leone, republic of sierra leone; SM SMR san marino, republic of san marino, repubblica di san marino, s marino; SN
        SEN senegal, republic of senegal; SO SOM somalia, federal republic of somalia; SR SUR suriname, republic of suriname; SS SSD s
        sudan, south sudan, sud sudan, republic of south sudan, repubblica del sudan del sud; ST STP sao tome principe, sao tome e
        principe, sao tome and principe, democratic republic of sao tome and principe, sao tome; SV SLV el salvador, republic of el
        salvador; SX SXM sint maarten, sint maarten dutch part, saint martin dutch part, st maarten, sint maarten parte olandese, saint
        martin netherlands; SY SYR syria, siria, syrian arab republic, repubblica araba siriana; SZ SWZ eswatini, swaziland, kingdom of
        eswatini, regno di eswatini, swaziland eswatini; TC TCA turks caicos islands, isole turks e caicos, turks and caicos islands; TD
        TCD chad, ciad, republic of chad; TF ATF french southern territories, terre australi francesi, territori francesi del sud; TG
        TGO togo, togolese republic; TH THA thailand, thailandia, kingdom of thailand; TJ TJK tajikistan, tagikistan, republic of
        tajikistan; TK TKL tokelau; TL TLS timor leste, timor est, east timor, democratic republic of timor leste, timor orientale; TM
        TKM turkmenistan; TN TUN tunisia, republic of tunisia; TO TON tonga, kingdom of tonga; TR TUR turkiye, turchia, turkey, republic
        of turkiye, repubblica di turchia, republic of turkey; TT TTO trinidad tobago, trinidad e tobago, trinidad and tobago, republic
        of trinidad and tobago, trinidad, tobago; TV TUV tuvalu; TW TWN taiwan, taiwan province of china, repubblica di cina, republic
        of china, taiwan roc, taiwan republic of china, chinese taipei, taipei cinese, taiwan china, taiwan cina; TZ TZA tanzania,
        united republic of tanzania, repubblica unita di tanzania; UA UKR ukraine, ucraina; UG UGA uganda, republic of uganda; UM UMI u
        s outlying islands, isole minori esterne degli stati uniti, united states minor outlying islands; US USA united states, stati
        uniti, united states of america, u s a, u s, america, stati uniti d america, stati uniti america, georgia usa, georgia united
        states; UY URY uruguay, eastern republic of uruguay; UZ UZB uzbekistan, republic of uzbekistan; VA VAT vatican city, citta del
        vaticano, holy see vatican city state, vatican, vaticano, holy see, santa sede, vatican city state, stato della citta del
        vaticano; VC VCT st vincent grenadines, saint vincent e grenadine, saint vincent and the grenadines, saint vincent grenadines,
        st vincent e grenadine, st vincent and the grenadines, saint vincent; VE VEN venezuela, bolivarian republic of venezuela,
        repubblica bolivariana del venezuela; VG VGB british virgin islands, isole vergini britanniche, virgin islands uk, virgin
        islands united kingdom; VI VIR u s virgin islands, isole vergini americane, us virgin islands, virgin islands of the united
        states, isole vergini statunitensi, isole vergini degli stati uniti; VN VNM vietnam, viet nam, socialist republic of viet nam,
        repubblica socialista del vietnam; VU VUT vanuatu, republic of vanuatu; WF WLF wallis futuna, wallis e futuna, wallis and
        futuna; WS WSM samoa, independent state of samoa, western samoa, samoa occidentale; YE YEM yemen, republic of yemen; YT MYT
        mayotte; ZA ZAF s africa, south africa, sudafrica, republic of south africa, repubblica sudafricana, repubblica del sudafrica;
        ZM ZMB zambia, republic of zambia; ZW ZWE zimbabwe, republic of zimbabwe
        """;
}
