/**
 * The codes of ISO 3166-1 (alpha-2) for the countries and territories of the base pack, by their ids. Kosovo
 * has no code in the standard, and states that are no more have none here.
 */

const TABLE = `
  AF:afghanistan AX:aland AL:albania DZ:algeria AS:american-samoa AD:andorra AO:angola AI:anguilla
  AG:antigua-and-barbuda AR:argentina AM:armenia AW:aruba AU:australia AT:austria AZ:azerbaijan
  BS:bahamas BH:bahrain BD:bangladesh BB:barbados BY:belarus BE:belgium BZ:belize BJ:benin
  BM:bermuda BT:bhutan BO:bolivia BA:bosnia-and-herzegovina BW:botswana BR:brazil
  IO:british-indian-ocean-territory VG:british-virgin-islands BN:brunei BG:bulgaria
  BF:burkina-faso BI:burundi KH:cambodia CM:cameroon CA:canada CV:cape-verde
  BQ:caribbean-netherlands KY:cayman-islands CF:central-african-republic TD:chad CL:chile CN:china
  CX:christmas-island CC:cocos-keeling-islands CO:colombia KM:comoros CK:cook-islands
  CR:costa-rica HR:croatia CU:cuba CW:curacao CY:cyprus CZ:czech-republic
  CD:democratic-republic-of-the-congo DK:denmark DJ:djibouti DM:dominica DO:dominican-republic
  TL:east-timor EC:ecuador EG:egypt SV:el-salvador GQ:equatorial-guinea ER:eritrea EE:estonia
  SZ:eswatini ET:ethiopia FK:falkland-islands FO:faroe-islands FM:federated-states-of-micronesia
  FJ:fiji FI:finland FR:france GF:french-guiana PF:french-polynesia GA:gabon GM:gambia GE:georgia
  DE:germany GH:ghana GI:gibraltar GR:greece GL:greenland GD:grenada GP:guadeloupe GU:guam
  GT:guatemala GG:guernsey GN:guinea GW:guinea-bissau GY:guyana HT:haiti HN:honduras HK:hong-kong
  HU:hungary IS:iceland IN:india ID:indonesia IR:iran IQ:iraq IE:ireland IM:isle-of-man IL:israel
  IT:italy CI:ivory-coast JM:jamaica JP:japan JE:jersey JO:jordan KZ:kazakhstan KE:kenya
  KI:kiribati KW:kuwait KG:kyrgyzstan LA:laos LV:latvia LB:lebanon LS:lesotho LR:liberia LY:libya
  LI:liechtenstein LT:lithuania LU:luxembourg MO:macau MG:madagascar MW:malawi MY:malaysia
  MV:maldives ML:mali MT:malta MH:marshall-islands MQ:martinique MR:mauritania MU:mauritius
  YT:mayotte MX:mexico MD:moldova MC:monaco MN:mongolia ME:montenegro MS:montserrat MA:morocco
  MZ:mozambique MM:myanmar NA:namibia NR:nauru NP:nepal NL:netherlands NC:new-caledonia
  NZ:new-zealand NI:nicaragua NE:niger NG:nigeria NU:niue NF:norfolk-island KP:north-korea
  MK:north-macedonia MP:northern-mariana-islands NO:norway OM:oman PK:pakistan PW:palau PA:panama
  PG:papua-new-guinea PY:paraguay PE:peru PH:philippines PN:pitcairn-islands PL:poland PT:portugal
  PR:puerto-rico QA:qatar CG:republic-of-the-congo RE:reunion RO:romania RU:russia RW:rwanda
  BL:saint-barthelemy SH:saint-helena-ascension-and-tristan-da-cunha KN:saint-kitts-and-nevis
  LC:saint-lucia MF:saint-martin PM:saint-pierre-and-miquelon VC:saint-vincent-and-the-grenadines
  WS:samoa SM:san-marino ST:sao-tome-and-principe SA:saudi-arabia SN:senegal RS:serbia
  SC:seychelles SL:sierra-leone SG:singapore SX:sint-maarten SK:slovakia SI:slovenia
  SB:solomon-islands SO:somalia ZA:south-africa GS:south-georgia-and-the-south-sandwich-islands
  KR:south-korea SS:south-sudan ES:spain LK:sri-lanka PS:state-of-palestine SD:sudan SR:suriname
  SJ:svalbard-and-jan-mayen SE:sweden CH:switzerland SY:syria TW:taiwan TJ:tajikistan TZ:tanzania
  TH:thailand TG:togo TK:tokelau TO:tonga TT:trinidad-and-tobago TN:tunisia TR:turkey
  TM:turkmenistan TC:turks-and-caicos-islands TV:tuvalu UG:uganda UA:ukraine
  AE:united-arab-emirates GB:united-kingdom US:united-states VI:united-states-virgin-islands
  UY:uruguay UZ:uzbekistan VU:vanuatu VA:vatican-city VE:venezuela VN:vietnam WF:wallis-and-futuna
  EH:western-sahara YE:yemen ZM:zambia ZW:zimbabwe
`;

/** The codes by the id of the country. */
export function countryCodes(): ReadonlyMap<string, string> {
  const entries = TABLE.trim().split(/\s+/);
  return new Map(entries.map((entry) => [entry.slice(3), entry.slice(0, 2)]));
}
