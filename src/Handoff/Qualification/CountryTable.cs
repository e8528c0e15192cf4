namespace Handoff.Qualification;

/// <summary>
/// ISO 3166-1, with the names in English and Italian and the ones that people use. A table of our own instead of the runtime's culture data:
/// that differs from machine to machine. Alpha-2, alpha-3, then names, folded as <see cref="FoldedText.Words"/> folds what is given.
/// </summary>
internal static class CountryTable
{
    /// <summary>Entries are parted by <c>;</c>, names by <c>,</c>; a line break is a space.</summary>
    public const string Text = """
        AD AND andorra; AE ARE united arab emirates, emirati arabi uniti, uae, emirati arabi, emirates; AF AFG afghanistan; AG ATG
        antigua barbuda, antigua e barbuda, antigua and barbuda; AI AIA anguilla; AL ALB albania; AM ARM armenia; AO AGO angola; AQ
        ATA antarctica, antartide; AR ARG argentina; AS ASM american samoa, samoa americane; AT AUT austria, osterreich, oesterreich;
        AU AUS australia; AW ABW aruba; AX ALA aland islands, isole aland; AZ AZE azerbaijan, azerbaigian; BA BIH bosnia herzegovina,
        bosnia ed erzegovina, bosnia and herzegovina, bosnia; BB BRB barbados; BD BGD bangladesh; BE BEL belgium, belgio, belgie,
        belgique; BF BFA burkina faso; BG BGR bulgaria; BH BHR bahrain, bahrein; BI BDI burundi; BJ BEN benin; BL BLM st barthelemy,
        saint barthelemy; BM BMU bermuda; BN BRN brunei, brunei darussalam; BO BOL bolivia, plurinational state of bolivia; BQ BES
        caribbean netherlands, caraibi olandesi; BR BRA brazil, brasile, brasil; BS BHS bahamas; BT BTN bhutan; BV BVT bouvet island,
        isola bouvet; BW BWA botswana; BY BLR belarus, bielorussia; BZ BLZ belize; CA CAN canada; CC CCK cocos keeling islands, isole
        cocos keeling; CD COD congo kinshasa, democratic republic of the congo, drc, repubblica democratica del congo; CF CAF central
        african republic, repubblica centrafricana; CG COG congo brazzaville, congo, republic of the congo; CH CHE switzerland,
        svizzera, schweiz, suisse; CI CIV cote d ivoire, costa d avorio, ivory coast; CK COK cook islands, isole cook; CL CHL chile,
        cile; CM CMR cameroon, camerun; CN CHN china, cina, prc, people s republic of china, repubblica popolare cinese, mainland
        china; CO COL colombia; CR CRI costa rica; CU CUB cuba; CV CPV cape verde, capo verde, cabo verde; CW CUW curacao; CX CXR
        christmas island, isola christmas; CY CYP cyprus, cipro; CZ CZE czechia, cechia, czech republic, repubblica ceca; DE DEU
        germany, germania, deutschland; DJ DJI djibouti, gibuti; DK DNK denmark, danimarca, danmark; DM DMA dominica; DO DOM dominican
        republic, repubblica dominicana; DZ DZA algeria; EC ECU ecuador; EE EST estonia; EG EGY egypt, egitto; EH ESH western sahara,
        sahara occidentale; ER ERI eritrea; ES ESP spain, spagna, espana; ET ETH ethiopia, etiopia; FI FIN finland, finlandia, suomi;
        FJ FJI fiji, figi; FK FLK falkland islands, isole falkland, falkland islands malvinas; FM FSM micronesia; FO FRO faroe
        islands, isole faer oer; FR FRA france, francia; GA GAB gabon; GB GBR united kingdom, regno unito, uk, great britain, england,
        scotland, wales, northern ireland, gran bretagna, inghilterra, scozia, galles, u k, united kingdom of great britain and
        northern ireland; GD GRD grenada; GE GEO georgia; GF GUF french guiana, guyana francese; GG GGY guernsey; GH GHA ghana; GI GIB
        gibraltar, gibilterra; GL GRL greenland, groenlandia; GM GMB gambia; GN GIN guinea; GP GLP guadeloupe, guadalupa; GQ GNQ
        equatorial guinea, guinea equatoriale; GR GRC greece, grecia, ellada, hellas; GS SGS south georgia south sandwich islands,
        georgia del sud e sandwich australi, south georgia and the south sandwich islands; GT GTM guatemala; GU GUM guam; GW GNB
        guinea bissau; GY GUY guyana; HK HKG hong kong sar china, ras di hong kong, hong kong; HM HMD heard mcdonald islands, isole
        heard e mcdonald, heard island and mcdonald islands; HN HND honduras; HR HRV croatia, croazia, hrvatska; HT HTI haiti; HU HUN
        hungary, ungheria, magyarorszag; ID IDN indonesia; IE IRL ireland, irlanda, republic of ireland, eire; IL ISR israel, israele;
        IM IMN isle of man, isola di man; IN IND india; IO IOT british indian ocean territory, territorio britannico dell oceano
        indiano; IQ IRQ iraq; IR IRN iran, islamic republic of iran; IS ISL iceland, islanda; IT ITA italy, italia; JE JEY jersey; JM
        JAM jamaica, giamaica; JO JOR jordan, giordania; JP JPN japan, giappone, nippon; KE KEN kenya; KG KGZ kyrgyzstan,
        kirghizistan; KH KHM cambodia, cambogia; KI KIR kiribati; KM COM comoros, comore; KN KNA st kitts nevis, saint kitts e nevis,
        saint kitts and nevis, saint kitts nevis, st kitts e nevis, st kitts and nevis; KP PRK north korea, corea del nord, democratic
        people s republic of korea, democratic peoples republic of korea; KR KOR south korea, corea del sud, korea, republic of korea,
        corea; KW KWT kuwait; KY CYM cayman islands, isole cayman; KZ KAZ kazakhstan, kazakistan; LA LAO laos, lao people s democratic
        republic; LB LBN lebanon, libano; LC LCA st lucia, saint lucia; LI LIE liechtenstein; LK LKA sri lanka; LR LBR liberia; LS LSO
        lesotho; LT LTU lithuania, lituania; LU LUX luxembourg, lussemburgo, letzebuerg; LV LVA latvia, lettonia; LY LBY libya, libia;
        MA MAR morocco, marocco; MC MCO monaco; MD MDA moldova, moldavia, republic of moldova; ME MNE montenegro; MF MAF st martin,
        saint martin, saint martin french part, st martin french part; MG MDG madagascar; MH MHL marshall islands, isole marshall; MK
        MKD north macedonia, macedonia del nord, macedonia; ML MLI mali; MM MMR myanmar burma, myanmar birmania, myanmar, burma,
        birmania; MN MNG mongolia; MO MAC macao sar china, ras di macao, macao, macau; MP MNP northern mariana islands, isole marianne
        settentrionali; MQ MTQ martinique, martinica; MR MRT mauritania; MS MSR montserrat; MT MLT malta; MU MUS mauritius; MV MDV
        maldives, maldive; MW MWI malawi; MX MEX mexico, messico, mejico; MY MYS malaysia; MZ MOZ mozambique, mozambico; NA NAM
        namibia; NC NCL new caledonia, nuova caledonia; NE NER niger; NF NFK norfolk island, isola norfolk; NG NGA nigeria; NI NIC
        nicaragua; NL NLD netherlands, paesi bassi, holland, olanda, the netherlands, nederland; NO NOR norway, norvegia, norge; NP
        NPL nepal; NR NRU nauru; NU NIU niue; NZ NZL new zealand, nuova zelanda; OM OMN oman; PA PAN panama; PE PER peru; PF PYF
        french polynesia, polinesia francese; PG PNG papua new guinea, papua nuova guinea; PH PHL philippines, filippine; PK PAK
        pakistan; PL POL poland, polonia, polska; PM SPM st pierre miquelon, saint pierre e miquelon, saint pierre and miquelon, saint
        pierre miquelon, st pierre e miquelon, st pierre and miquelon; PN PCN pitcairn islands, isole pitcairn, pitcairn; PR PRI
        puerto rico, portorico; PS PSE palestinian territories, territori palestinesi, palestine, palestina, state of palestine; PT
        PRT portugal, portogallo; PW PLW palau; PY PRY paraguay; QA QAT qatar; RE REU reunion, riunione; RO ROU romania; RS SRB
        serbia; RU RUS russia, russian federation, federazione russa; RW RWA rwanda, ruanda; SA SAU saudi arabia, arabia saudita; SB
        SLB solomon islands, isole salomone; SC SYC seychelles; SD SDN sudan; SE SWE sweden, svezia, sverige; SG SGP singapore; SH SHN
        st helena, sant elena, saint helena; SI SVN slovenia; SJ SJM svalbard jan mayen, svalbard e jan mayen, svalbard and jan mayen;
        SK SVK slovakia, slovacchia, slovak republic, repubblica slovacca; SL SLE sierra leone; SM SMR san marino, republic of san
        marino, repubblica di san marino; SN SEN senegal; SO SOM somalia; SR SUR suriname; SS SSD south sudan, sud sudan; ST STP sao
        tome principe, sao tome e principe, sao tome and principe; SV SLV el salvador; SX SXM sint maarten, sint maarten dutch part;
        SY SYR syria, siria, syrian arab republic; SZ SWZ eswatini, swaziland; TC TCA turks caicos islands, isole turks e caicos,
        turks and caicos islands; TD TCD chad, ciad; TF ATF french southern territories, terre australi francesi; TG TGO togo; TH THA
        thailand, thailandia; TJ TJK tajikistan, tagikistan; TK TKL tokelau; TL TLS timor leste, timor est, east timor; TM TKM
        turkmenistan; TN TUN tunisia; TO TON tonga; TR TUR turkiye, turchia, turkey; TT TTO trinidad tobago, trinidad e tobago,
        trinidad and tobago; TV TUV tuvalu; TW TWN taiwan, taiwan province of china; TZ TZA tanzania, united republic of tanzania; UA
        UKR ukraine, ucraina; UG UGA uganda; UM UMI u s outlying islands, isole minori esterne degli stati uniti, united states minor
        outlying islands; US USA united states, stati uniti, united states of america, u s a, u s, america, stati uniti d america,
        stati uniti america; UY URY uruguay; UZ UZB uzbekistan; VA VAT vatican city, citta del vaticano, holy see vatican city state,
        vatican, vaticano, holy see, santa sede; VC VCT st vincent grenadines, saint vincent e grenadine, saint vincent and the
        grenadines, saint vincent grenadines, st vincent e grenadine, st vincent and the grenadines; VE VEN venezuela, bolivarian
        republic of venezuela; VG VGB british virgin islands, isole vergini britanniche; VI VIR u s virgin islands, isole vergini
        americane, us virgin islands; VN VNM vietnam, viet nam; VU VUT vanuatu; WF WLF wallis futuna, wallis e futuna, wallis and
        futuna; WS WSM samoa; YE YEM yemen; YT MYT mayotte; ZA ZAF south africa, sudafrica; ZM ZMB zambia; ZW ZWE zimbabwe
        """;
}
