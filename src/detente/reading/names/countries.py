"""Countries by name, demonym and capital: our own table, one line each.

Columns, parted by |: ISO 3166 alpha-3 · name · other names · demonyms (adjectives and people) · capital
and other seats that stand for the government. Names in other scripts come from CLDR and from `scripts`.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Country:
    """One line of the table; `code` is ISO 3166 alpha-3."""

    code: str
    name: str
    others: tuple[str, ...]
    demonyms: tuple[str, ...]
    seats: tuple[str, ...]


def countries() -> tuple[Country, ...]:
    """Every country of the table, in its order."""
    found = []
    for line in _TABLE.strip().split("\n"):
        code, name, others, demonyms, seats = line.split("|")
        found.append(Country(code, name, _list(others), _list(demonyms), _list(seats)))
    return tuple(found)


def _list(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(",") if part.strip())


_TABLE = """
AFG|Afghanistan||Afghan|Kabul
ALB|Albania||Albanian|Tirana
DZA|Algeria||Algerian|Algiers
AND|Andorra||Andorran|
AGO|Angola||Angolan|Luanda
ATG|Antigua and Barbuda||Antiguan|
ARG|Argentina||Argentine,Argentinian|Buenos Aires
ARM|Armenia||Armenian|Yerevan
AUS|Australia||Australian|Canberra
AUT|Austria||Austrian|Vienna
AZE|Azerbaijan||Azerbaijani,Azeri|Baku
BHS|Bahamas||Bahamian|Nassau
BHR|Bahrain||Bahraini|Manama
BGD|Bangladesh||Bangladeshi|Dhaka
BRB|Barbados||Barbadian|Bridgetown
BLR|Belarus||Belarusian|Minsk
BEL|Belgium||Belgian|
BLZ|Belize||Belizean|Belmopan
BEN|Benin||Beninese|Porto-Novo
BTN|Bhutan||Bhutanese|Thimphu
BOL|Bolivia||Bolivian|La Paz
BIH|Bosnia and Herzegovina|Bosnia,Bosnia-Herzegovina|Bosnian|Sarajevo
BWA|Botswana||Botswanan|Gaborone
BRA|Brazil||Brazilian|Brasilia,Brasília
BRN|Brunei||Bruneian|
BGR|Bulgaria||Bulgarian|Sofia
BFA|Burkina Faso||Burkinabe,Burkinabè|Ouagadougou
BDI|Burundi||Burundian|Bujumbura,Gitega
CPV|Cabo Verde||Cabo Verdean,Cape Verdean|Praia
KHM|Cambodia||Cambodian|Phnom Penh
CMR|Cameroon||Cameroonian|Yaoundé,Yaounde
CAN|Canada||Canadian|Ottawa
CAF|Central African Republic|||Bangui
TCD|Chad||Chadian|N'Djamena,N’Djamena
CHL|Chile||Chilean|
CHN|China|People's Republic of China,People’s Republic of China,PRC|Chinese|Beijing,Zhongnanhai
COL|Colombia||Colombian|Bogotá,Bogota
COM|Comoros||Comorian|Moroni
COG|Republic of the Congo|Congo-Brazzaville||Brazzaville
COD|Democratic Republic of the Congo|DR Congo,DRC,Democratic Republic of Congo,Congo|Congolese|Kinshasa
CRI|Costa Rica||Costa Rican|
CIV|Côte d'Ivoire|Côte d’Ivoire,Cote d'Ivoire,Ivory Coast|Ivorian|Yamoussoukro,Abidjan
HRV|Croatia||Croatian,Croat|Zagreb
CUB|Cuba||Cuban|Havana
CYP|Cyprus|Republic of Cyprus|Cypriot,Greek Cypriot|Nicosia
CZE|Czechia|Czech Republic|Czech|Prague
DNK|Denmark||Danish,Dane|Copenhagen
DJI|Djibouti||Djiboutian|
DMA|Dominica|||
DOM|Dominican Republic||Dominican|Santo Domingo
ECU|Ecuador||Ecuadorian,Ecuadorean|Quito
EGY|Egypt||Egyptian|Cairo
SLV|El Salvador||Salvadoran|San Salvador
GNQ|Equatorial Guinea||Equatoguinean|Malabo
ERI|Eritrea||Eritrean|Asmara
EST|Estonia||Estonian|Tallinn
SWZ|Eswatini||Swazi|Mbabane
ETH|Ethiopia||Ethiopian|Addis Ababa
FJI|Fiji||Fijian|Suva
FIN|Finland||Finnish,Finn|Helsinki
FRA|France||French|Paris,Élysée,Elysée,Quai d'Orsay
GAB|Gabon||Gabonese|Libreville
GMB|Gambia||Gambian|Banjul
GEO|Georgia||Georgian|Tbilisi
DEU|Germany||German|Berlin
GHA|Ghana||Ghanaian|Accra
GRC|Greece||Greek|Athens
GRL|Greenland||Greenlandic,Greenlander|Nuuk
GRD|Grenada||Grenadian|
GTM|Guatemala||Guatemalan|
GIN|Guinea||Guinean|Conakry
GNB|Guinea-Bissau|||Bissau
GUY|Guyana||Guyanese|Georgetown
HTI|Haiti||Haitian|Port-au-Prince
HND|Honduras||Honduran|Tegucigalpa
HKG|Hong Kong||Hongkonger|
HUN|Hungary||Hungarian|Budapest
ISL|Iceland||Icelandic,Icelander|Reykjavik,Reykjavík
IND|India||Indian|New Delhi,Delhi
IDN|Indonesia||Indonesian|Jakarta
IRN|Iran|Islamic Republic of Iran|Iranian|Tehran
IRQ|Iraq||Iraqi|Baghdad
IRL|Ireland||Irish|Dublin
ISR|Israel||Israeli|Jerusalem,Tel Aviv
ITA|Italy||Italian|Rome
JAM|Jamaica||Jamaican|
JPN|Japan||Japanese|Tokyo
JOR|Jordan||Jordanian|Amman
KAZ|Kazakhstan||Kazakh,Kazakhstani|Astana,Nur-Sultan
KEN|Kenya||Kenyan|Nairobi
KIR|Kiribati||I-Kiribati|
PRK|North Korea|Democratic People’s Republic of Korea,DPRK,N. Korea|North Korean|Pyongyang
KOR|South Korea|Republic of Korea,ROK,S. Korea|South Korean|Seoul,Blue House,Cheong Wa Dae
XKX|Kosovo||Kosovar,Kosovan|Pristina,Prishtina
KWT|Kuwait||Kuwaiti|
KGZ|Kyrgyzstan||Kyrgyz|Bishkek
LAO|Laos||Laotian,Lao|Vientiane
LVA|Latvia||Latvian|Riga
LBN|Lebanon||Lebanese|Beirut
LSO|Lesotho||Basotho|Maseru
LBR|Liberia||Liberian|Monrovia
LBY|Libya||Libyan|Tripoli
LIE|Liechtenstein|||Vaduz
LTU|Lithuania||Lithuanian|Vilnius
LUX|Luxembourg||Luxembourgish|
MDG|Madagascar||Malagasy|Antananarivo
MWI|Malawi||Malawian|Lilongwe
MYS|Malaysia||Malaysian|Kuala Lumpur,Putrajaya
MDV|Maldives||Maldivian|
MLI|Mali||Malian|Bamako
MLT|Malta||Maltese|Valletta
MHL|Marshall Islands||Marshallese|Majuro
MRT|Mauritania||Mauritanian|Nouakchott
MUS|Mauritius||Mauritian|Port Louis
MEX|Mexico||Mexican|Mexico City
FSM|Micronesia||Micronesian|Palikir
MDA|Moldova||Moldovan|Chisinau,Chișinău
MCO|Monaco||Monegasque|
MNG|Mongolia||Mongolian|Ulaanbaatar,Ulan Bator
MNE|Montenegro||Montenegrin|Podgorica
MAR|Morocco||Moroccan|Rabat
MOZ|Mozambique||Mozambican|Maputo
MMR|Myanmar||Burmese|Naypyidaw,Yangon
NAM|Namibia||Namibian|Windhoek
NRU|Nauru||Nauruan|
NPL|Nepal||Nepali,Nepalese|Kathmandu
NLD|Netherlands||Dutch|The Hague,Amsterdam
NZL|New Zealand||New Zealander|Wellington
NIC|Nicaragua||Nicaraguan|Managua
NER|Niger||Nigerien|Niamey
NGA|Nigeria||Nigerian|Abuja
MKD|North Macedonia||Macedonian,North Macedonian|Skopje
NOR|Norway||Norwegian|Oslo
OMN|Oman||Omani|Muscat
PAK|Pakistan||Pakistani|Islamabad,Rawalpindi
PLW|Palau||Palauan|
PSE|Palestine|State of Palestine,Palestinian Authority|Palestinian|Ramallah
PAN|Panama||Panamanian|Panama City
PNG|Papua New Guinea||Papua New Guinean|Port Moresby
PRY|Paraguay||Paraguayan|Asunción,Asuncion
PER|Peru||Peruvian|Lima
PHL|Philippines||Philippine,Filipino|Manila,Malacañang,Malacanang
POL|Poland||Polish,Pole|Warsaw
PRT|Portugal||Portuguese|Lisbon
QAT|Qatar||Qatari|Doha
ROU|Romania||Romanian|Bucharest
RUS|Russia|Russian Federation|Russian|Moscow,Kremlin
RWA|Rwanda||Rwandan|Kigali
KNA|Saint Kitts and Nevis|St. Kitts and Nevis||
LCA|Saint Lucia|St. Lucia||
VCT|Saint Vincent and the Grenadines|St. Vincent and the Grenadines||
WSM|Samoa||Samoan|Apia
SMR|San Marino|||
STP|São Tomé and Príncipe|||
SAU|Saudi Arabia||Saudi,Saudi Arabian|Riyadh
SEN|Senegal||Senegalese|Dakar
SRB|Serbia||Serbian,Serb|Belgrade
SYC|Seychelles||Seychellois|
SLE|Sierra Leone||Sierra Leonean|Freetown
SGP|Singapore||Singaporean|
SVK|Slovakia||Slovak,Slovakian|Bratislava
SVN|Slovenia||Slovenian,Slovene|Ljubljana
SLB|Solomon Islands||Solomon Islander|Honiara
SOM|Somalia||Somali|Mogadishu
ZAF|South Africa||South African|Pretoria
SSD|South Sudan||South Sudanese|Juba
ESP|Spain||Spanish,Spaniard|Madrid
LKA|Sri Lanka||Sri Lankan|Colombo
SDN|Sudan||Sudanese|Khartoum
SUR|Suriname||Surinamese|Paramaribo
SWE|Sweden||Swedish,Swede|Stockholm
CHE|Switzerland||Swiss|Bern,Berne
SYR|Syria||Syrian|Damascus
TWN|Taiwan|Republic of China,Chinese Taipei|Taiwanese|Taipei
TJK|Tajikistan||Tajik|Dushanbe
TZA|Tanzania||Tanzanian|Dodoma,Dar es Salaam
THA|Thailand||Thai|Bangkok
TLS|Timor-Leste|East Timor|Timorese|Dili
TGO|Togo||Togolese|Lomé,Lome
TON|Tonga||Tongan|
TTO|Trinidad and Tobago|Trinidad|Trinidadian|Port of Spain
TUN|Tunisia||Tunisian|
TUR|Turkey|Türkiye,Turkiye|Turkish,Turk|Ankara
TKM|Turkmenistan||Turkmen|Ashgabat
TUV|Tuvalu||Tuvaluan|
UGA|Uganda||Ugandan|Kampala
UKR|Ukraine||Ukrainian|Kyiv,Kiev
ARE|United Arab Emirates|UAE,Emirates|Emirati|Abu Dhabi
GBR|United Kingdom|UK,U.K.,Britain,Great Britain|British,Briton|London,Downing Street,Whitehall
USA|United States|United States of America,USA,U.S.A.,US,U.S.,America|American|Washington,White House,Pentagon
URY|Uruguay||Uruguayan|Montevideo
UZB|Uzbekistan||Uzbek|Tashkent
VUT|Vanuatu||Ni-Vanuatu|
VAT|Holy See|Vatican||
VEN|Venezuela||Venezuelan|Caracas
VNM|Vietnam|Viet Nam|Vietnamese|Hanoi
YEM|Yemen||Yemeni|Sanaa,Sana'a,Sana’a
ZMB|Zambia||Zambian|Lusaka
ZWE|Zimbabwe||Zimbabwean|Harare
"""
