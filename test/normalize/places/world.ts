/** Places as an editor may print them, `text | city | country | zone`; `-` where nothing may be claimed. */
const TABLE = `
# States of the US, with all three parts
Birmingham, AL, US | Birmingham | US | America/Chicago
Anchorage, AK, US | Anchorage | US | America/Anchorage
Tucson, AZ, US | Tucson | US | America/Phoenix
Little Rock, AR, US | Little Rock | US | America/Chicago
Fremont, CA, US | Fremont | US | America/Los_Angeles
Fort Collins, CO, US | Fort Collins | US | America/Denver
New Haven, CT, US | New Haven | US | America/New_York
Wilmington, DE, US | Wilmington | US | America/New_York
Orlando, FL, US | Orlando | US | America/New_York
Pensacola, FL, US | Pensacola | US | America/Chicago
Savannah, GA, US | Savannah | US | America/New_York
Honolulu, HI, US | Honolulu | US | Pacific/Honolulu
Boise, ID, US | Boise | US | America/Boise
Springfield, IL, US | Springfield | US | America/Chicago
Fort Wayne, IN, US | Fort Wayne | US | America/Indiana/Indianapolis
Des Moines, IA, US | Des Moines | US | America/Chicago
Wichita, KS, US | Wichita | US | America/Chicago
Louisville, KY, US | Louisville | US | America/Kentucky/Louisville
New Orleans, LA, US | New Orleans | US | America/Chicago
Portland, ME, US | Portland | US | America/New_York
Baltimore, MD, US | Baltimore | US | America/New_York
Worcester, MA, US | Worcester | US | America/New_York
Grand Rapids, MI, US | Grand Rapids | US | America/Detroit
Saint Paul, MN, US | Saint Paul | US | America/Chicago
St. Paul, MN, US | Saint Paul | US | America/Chicago
Jackson, MS, US | Jackson | US | America/Chicago
Kansas City, MO, US | Kansas City | US | America/Chicago
Kansas City, KS, US | Kansas City | US | America/Chicago
Billings, MT, US | Billings | US | America/Denver
Omaha, NE, US | Omaha | US | America/Chicago
Las Vegas, NV, US | Las Vegas | US | America/Los_Angeles
Manchester, NH, US | Manchester | US | America/New_York
Princeton, NJ, US | Princeton | US | America/New_York
Santa Fe, NM, US | Santa Fe | US | America/Denver
Rochester, NY, US | Rochester | US | America/New_York
Charlotte, NC, US | Charlotte | US | America/New_York
Winston-Salem, NC, US | Winston-Salem | US | America/New_York
Fargo, ND, US | Fargo | US | America/Chicago
Cincinnati, OH, US | Cincinnati | US | America/New_York
Oklahoma City, OK, US | Oklahoma City | US | America/Chicago
Bend, OR, US | Bend | US | America/Los_Angeles
Pittsburgh, PA, US | Pittsburgh | US | America/New_York
Providence, RI, US | Providence | US | America/New_York
Charleston, SC, US | Charleston | US | America/New_York
Sioux Falls, SD, US | Sioux Falls | US | America/Chicago
Knoxville, TN, US | Knoxville | US | America/New_York
Memphis, TN, US | Memphis | US | America/Chicago
El Paso, TX, US | El Paso | US | America/Denver
San Antonio, TX, US | San Antonio | US | America/Chicago
Salt Lake City, UT, US | Salt Lake City | US | America/Denver
Burlington, VT, US | Burlington | US | America/New_York
Norfolk, VA, US | Norfolk | US | America/New_York
Tacoma, WA, US | Tacoma | US | America/Los_Angeles
Morgantown, WV, US | Morgantown | US | America/New_York
Madison, WI, US | Madison | US | America/Chicago
Cheyenne, WY, US | Cheyenne | US | America/Denver
San Juan, PR, US | San Juan | PR | America/Puerto_Rico

# The same, written otherwise
Austin, Texas | Austin | US | America/Chicago
Austin, Texas, USA | Austin | US | America/Chicago
Austin TX | Austin | US | America/Chicago
Austin TX US | Austin | US | America/Chicago
Seattle, Washington, United States | Seattle | US | America/Los_Angeles
SEATTLE, WA, US | Seattle | US | America/Los_Angeles
seattle, wa, us | Seattle | US | America/Los_Angeles
Washington DC, US | Washington | US | America/New_York
Washington D.C., US | Washington | US | America/New_York
Washington, D.C. | Washington | US | America/New_York
Washington, US | Washington | US | America/New_York
New York City, NY, US | New York City | US | America/New_York
New York, US | New York City | US | America/New_York
Brooklyn, US | Brooklyn | US | America/New_York
Minneapolis-St. Paul, MN, US | - | US | America/Chicago
Ft. Lauderdale, FL, US | Fort Lauderdale | US | America/New_York
Mt. Pleasant, SC, US | Mount Pleasant | US | America/New_York
Paris, TX, US | Paris | US | America/Chicago
Berlin, CT, US | - | US | America/New_York
San Jose, US | San Jose | US | America/Los_Angeles
California, US | - | US | America/Los_Angeles
Delaware, US | - | US | America/New_York
Wyoming, US | - | US | America/Denver
Oregon | - | US | America/Los_Angeles

# A code of two meanings, by position
Vancouver, CA | Vancouver | CA | America/Vancouver
Toronto, CA | Toronto | CA | America/Toronto
Calgary, CA | Calgary | CA | America/Edmonton
San Francisco, CA | San Francisco | US | America/Los_Angeles
Oakland, CA | Oakland | US | America/Los_Angeles
Palo Alto, CA | Palo Alto | US | America/Los_Angeles
Indianapolis, IN | Indianapolis | US | America/Indiana/Indianapolis
Mumbai, IN | Mumbai | IN | Asia/Kolkata
Wilmington, DE | Wilmington | US | America/New_York
Berlin, DE | Berlin | DE | Europe/Berlin
Atlanta, GA | Atlanta | US | America/New_York
Libreville, GA | Libreville | GA | Africa/Libreville
Chicago, IL | Chicago | US | America/Chicago
Haifa, IL | Haifa | IL | Asia/Jerusalem
Denver, CO | Denver | US | America/Denver
Bogotá, CO | Bogotá | CO | America/Bogota
Atlanta, Georgia | Atlanta | US | America/New_York
Tbilisi, Georgia | Tbilisi | GE | Asia/Tbilisi
Tbilisi, GE | Tbilisi | GE | Asia/Tbilisi
Baltimore, MD | Baltimore | US | America/New_York
Chișinău, MD | Chisinau | MD | Europe/Chisinau
Philadelphia, PA | Philadelphia | US | America/New_York
Panama City, PA | Panamá | PA | America/Panama
Tunis, TN | Tunis | TN | Africa/Tunis
Nashville, TN | Nashville | US | America/Chicago
Casablanca, MA | Casablanca | MA | Africa/Casablanca
Boston, MA | Boston | US | America/New_York
Baku, AZ | Baku | AZ | Asia/Baku
Tempe, AZ | Tempe | US | America/Phoenix

# Canada, Australia, New Zealand
Halifax, NS, CA | Halifax | CA | America/Halifax
Victoria, BC, CA | Victoria | CA | America/Vancouver
Kelowna, BC, CA | Kelowna | CA | America/Vancouver
Edmonton, AB | Edmonton | CA | America/Edmonton
Saskatoon, SK, CA | Saskatoon | CA | America/Regina
Winnipeg, MB, CA | Winnipeg | CA | America/Winnipeg
Ottawa, ON, CA | Ottawa | CA | America/Toronto
Québec, QC, CA | Québec | CA | America/Toronto
Quebec City, QC, CA | Québec | CA | America/Toronto
Fredericton, NB, CA | Fredericton | CA | America/Moncton
St. John's, NL, CA | St. John's | CA | America/St_Johns
Whitehorse, YT, CA | Whitehorse | CA | America/Whitehorse
Montréal, Québec, Canada | Montréal | CA | America/Toronto
Hobart, TAS, AU | Hobart | AU | Australia/Hobart
Adelaide, SA, AU | Adelaide | AU | Australia/Adelaide
Darwin, NT, AU | Darwin | AU | Australia/Darwin
Newcastle, NSW, AU | Newcastle | AU | Australia/Sydney
Gold Coast, QLD, AU | Gold Coast | AU | Australia/Brisbane
Geelong, VIC, AU | Geelong | AU | Australia/Melbourne
Perth, AU | Perth | AU | Australia/Perth
Sydney, Australia | Sydney | AU | Australia/Sydney
Dunedin, NZ | Dunedin | NZ | Pacific/Auckland
Hamilton, NZ | Hamilton | NZ | Pacific/Auckland

# Great Britain and Ireland
Glasgow, UK | Glasgow | GB | Europe/London
Belfast, UK | Belfast | GB | Europe/London
Swansea, Wales | Swansea | GB | Europe/London
Edinburgh, Scotland, UK | Edinburgh | GB | Europe/London
Leeds, England, GB | Leeds | GB | Europe/London
Newcastle upon Tyne, UK | Newcastle upon Tyne | GB | Europe/London
Birmingham, UK | Birmingham | GB | Europe/London
Brighton, United Kingdom | Brighton | GB | Europe/London
St Albans, UK | St Albans | GB | Europe/London
Cork, IE | Cork | IE | Europe/Dublin
Galway, Ireland | Gaillimh | IE | Europe/Dublin

# Europe: local and foreign names, marks there or dropped
Ljubljana, SI | Ljubljana | SI | Europe/Ljubljana
Düsseldorf, DE | Düsseldorf | DE | Europe/Berlin
Dusseldorf, DE | Düsseldorf | DE | Europe/Berlin
Duesseldorf, DE | Düsseldorf | DE | Europe/Berlin
Muenchen, DE | Munich | DE | Europe/Berlin
Hannover, DE | Hannover | DE | Europe/Berlin
Hanover, DE | Hannover | DE | Europe/Berlin
Ulm, BW, DE | Ulm | DE | Europe/Berlin
Bonn, NRW, DE | Bonn | DE | Europe/Berlin
Kiel, SH, DE | Kiel | DE | Europe/Berlin
Potsdam, Brandenburg, DE | Potsdam | DE | Europe/Berlin
Frankfurt am Main, DE | Frankfurt am Main | DE | Europe/Berlin
Innsbruck, Austria | Innsbruck | AT | Europe/Vienna
Wien, Österreich | Vienna | AT | Europe/Vienna
Lausanne, CH | Lausanne | CH | Europe/Zurich
Genève, CH | Genève | CH | Europe/Zurich
Lucerne, CH | Luzern | CH | Europe/Zurich
St. Gallen, CH | Sankt Gallen | CH | Europe/Zurich
Den Haag, NL | The Hague | NL | Europe/Amsterdam
's-Hertogenbosch, NL | 's-Hertogenbosch | NL | Europe/Amsterdam
Groningen, NL | Groningen | NL | Europe/Amsterdam
Antwerpen, BE | Antwerpen | BE | Europe/Brussels
Antwerp, Belgium | Antwerpen | BE | Europe/Brussels
Brugge, BE | Brugge | BE | Europe/Brussels
Bruges, BE | Brugge | BE | Europe/Brussels
Liège, BE | Liège | BE | Europe/Brussels
Leuven, BE | Leuven | BE | Europe/Brussels
Luxembourg, LU | Luxembourg | LU | Europe/Luxembourg
Nantes, FR | Nantes | FR | Europe/Paris
Strasbourg, France | Strasbourg | FR | Europe/Paris
Saint-Étienne, FR | Saint-Étienne | FR | Europe/Paris
Aix-en-Provence, FR | Aix-en-Provence | FR | Europe/Paris
Venezia, IT | Venice | IT | Europe/Rome
Napoli, IT | Naples | IT | Europe/Rome
Genova, IT | Genoa | IT | Europe/Rome
Padova, IT | Padova | IT | Europe/Rome
Bologna, BO, IT | Bologna | IT | Europe/Rome
Lisboa, PT | Lisbon | PT | Europe/Lisbon
Porto, PT | Porto | PT | Europe/Lisbon
Oporto, Portugal | Porto | PT | Europe/Lisbon
Sevilla, ES | Sevilla | ES | Europe/Madrid
Seville, Spain | Sevilla | ES | Europe/Madrid
A Coruña, ES | A Coruña | ES | Europe/Madrid
Las Palmas, ES | Las Palmas de Gran Canaria | ES | Atlantic/Canary
Zaragoza, ES | Zaragoza | ES | Europe/Madrid
Valencia, España | Valencia | ES | Europe/Madrid
Malmö, SE | Malmö | SE | Europe/Stockholm
Gothenburg, SE | Göteborg | SE | Europe/Stockholm
Umeå, SE | Umeå | SE | Europe/Stockholm
Odense, DK | Odense | DK | Europe/Copenhagen
Aalborg, DK | Aalborg | DK | Europe/Copenhagen
Tromsø, NO | Tromsø | NO | Europe/Oslo
Stavanger, Norway | Stavanger | NO | Europe/Oslo
Turku, FI | Turku | FI | Europe/Helsinki
Espoo, FI | Espoo | FI | Europe/Helsinki
Reykjavík, IS | Reykjavík | IS | Atlantic/Reykjavik
Tallinn, EE | Tallinn | EE | Europe/Tallinn
Tartu, Estonia | Tartu | EE | Europe/Tallinn
Riga, LV | Riga | LV | Europe/Riga
Kaunas, LT | Kaunas | LT | Europe/Vilnius
Warszawa, PL | Warsaw | PL | Europe/Warsaw
Krakow, Poland | Kraków | PL | Europe/Warsaw
Katowice, PL | Katowice | PL | Europe/Warsaw
Poznan, PL | Poznań | PL | Europe/Warsaw
Plzeň, CZ | Pilsen | CZ | Europe/Prague
Praha, Česko | Prague | CZ | Europe/Prague
Košice, SK | Košice | SK | Europe/Bratislava
Szeged, HU | Szeged | HU | Europe/Budapest
Cluj-Napoca, RO | Cluj-Napoca | RO | Europe/Bucharest
București, RO | Bucharest | RO | Europe/Bucharest
Timișoara, RO | Timişoara | RO | Europe/Bucharest
Beograd, RS | Belgrade | RS | Europe/Belgrade
Novi Sad, RS | Novi Sad | RS | Europe/Belgrade
Split, HR | Split | HR | Europe/Zagreb
Sarajevo, BA | Sarajevo | BA | Europe/Sarajevo
Skopje, MK | Skopje | MK | Europe/Skopje
Tirana, AL | Tirana | AL | Europe/Tirane
Varna, BG | Varna | BG | Europe/Sofia
Athina, GR | Athens | GR | Europe/Athens
Patras, Greece | Pátra | GR | Europe/Athens
Nicosia, CY | Nicosia | CY | Asia/Nicosia
Valletta, MT | Valletta | MT | Europe/Malta
Izmir, TR | İzmir | TR | Europe/Istanbul
İstanbul, Türkiye | Istanbul | TR | Europe/Istanbul
Kiev, UA | Kyiv | UA | Europe/Kyiv
Odessa, UA | Odesa | UA | Europe/Kyiv
Kazan, RU | Kazan | RU | Europe/Moscow
Novosibirsk, RU | Novosibirsk | RU | Asia/Novosibirsk

# Asia
Bengaluru, Karnataka, IN | Bengaluru | IN | Asia/Kolkata
Hyderabad, Telangana, India | Hyderābād | IN | Asia/Kolkata
Mumbai, MH, IN | Mumbai | IN | Asia/Kolkata
Chennai, TN, IN | Chennai | IN | Asia/Kolkata
Kolkata, WB, India | Kolkata | IN | Asia/Kolkata
Gurugram, IN | Gurgaon | IN | Asia/Kolkata
Gurgaon, Haryana, IN | Gurgaon | IN | Asia/Kolkata
Kochi, Kerala, IN | Cochin | IN | Asia/Kolkata
Trivandrum, IN | Thiruvananthapuram | IN | Asia/Kolkata
Jaipur, RJ, IN | Jaipur | IN | Asia/Kolkata
Colombo, LK | Colombo | LK | Asia/Colombo
Dhaka, BD | Dhaka | BD | Asia/Dhaka
Kathmandu, NP | Kathmandu | NP | Asia/Kathmandu
Lahore, PK | Lahore | PK | Asia/Karachi
Osaka, JP | Osaka | JP | Asia/Tokyo
Ōsaka, JP | Osaka | JP | Asia/Tokyo
Fukuoka, Japan | Fukuoka | JP | Asia/Tokyo
Busan, KR | Busan | KR | Asia/Seoul
Seoul, South Korea | Seoul | KR | Asia/Seoul
Shenzhen, CN | Shenzhen | CN | Asia/Shanghai
Guangzhou, Guangdong, CN | Guangzhou | CN | Asia/Shanghai
Shanghai, China | Shanghai | CN | Asia/Shanghai
Hong Kong | Hong Kong | HK | Asia/Hong_Kong
Taichung, TW | Taichung | TW | Asia/Taipei
Hanoi, VN | Hanoi | VN | Asia/Bangkok
Ho Chi Minh City, VN | Ho Chi Minh City | VN | Asia/Ho_Chi_Minh
Jakarta, ID | Jakarta | ID | Asia/Jakarta
Denpasar, Bali, ID | Denpasar | ID | Asia/Makassar
Cebu, PH | Cebu City | PH | Asia/Manila
Penang, MY | - | MY | Asia/Kuala_Lumpur
Singapore | Singapore | SG | Asia/Singapore
Dubai, UAE | Dubai | AE | Asia/Dubai
Abu Dhabi, AE | Abu Dhabi | AE | Asia/Dubai
Riyadh, SA | Riyadh | SA | Asia/Riyadh
Doha, QA | Doha | QA | Asia/Qatar
Beirut, LB | Beirut | LB | Asia/Beirut
Jerusalem, IL | Jerusalem | IL | Asia/Jerusalem
Herzliya, IL | Herzliya | IL | Asia/Jerusalem
Yerevan, AM | Yerevan | AM | Asia/Yerevan
Almaty, KZ | Almaty | KZ | Asia/Almaty
Tashkent, UZ | Tashkent | UZ | Asia/Tashkent

# Africa
Lagos, NG | Lagos | NG | Africa/Lagos
Abuja, Nigeria | Abuja | NG | Africa/Lagos
Accra, GH | Accra | GH | Africa/Accra
Cape Town, ZA | Cape Town | ZA | Africa/Johannesburg
Kapstadt, ZA | Cape Town | ZA | Africa/Johannesburg
Cairo, EG | Cairo | EG | Africa/Cairo
Addis Ababa, ET | Addis Ababa | ET | Africa/Addis_Ababa
Kigali, RW | Kigali | RW | Africa/Kigali
Dakar, SN | Dakar | SN | Africa/Dakar
Dar es Salaam, TZ | Dar es Salaam | TZ | Africa/Dar_es_Salaam
Marrakech, MA | Marrakesh | MA | Africa/Casablanca

# Latin America
Rio de Janeiro, RJ, BR | Rio de Janeiro | BR | America/Sao_Paulo
Belo Horizonte, MG, BR | Belo Horizonte | BR | America/Sao_Paulo
Recife, PE, BR | Recife | BR | America/Recife
Manaus, AM, BR | Manaus | BR | America/Manaus
Curitiba, Paraná, BR | Curitiba | BR | America/Sao_Paulo
Curitiba, Brasil | Curitiba | BR | America/Sao_Paulo
Porto Alegre, RS, BR | Porto Alegre | BR | America/Sao_Paulo
Guadalajara, JAL, MX | Guadalajara | MX | America/Mexico_City
Monterrey, NL, MX | Monterrey | MX | America/Monterrey
Tijuana, BC, MX | Tijuana | MX | America/Tijuana
Ciudad de México, CDMX, MX | Mexico City | MX | America/Mexico_City
Bogota, Colombia | Bogotá | CO | America/Bogota
Santiago, Chile | Santiago | CL | America/Santiago
Santiago de Chile | Santiago | CL | America/Santiago
Córdoba, AR | Córdoba | AR | America/Argentina/Cordoba
Rosario, Argentina | Rosario | AR | America/Argentina/Cordoba
Quito, EC | Quito | EC | America/Guayaquil
Asunción, PY | Asunción | PY | America/Asuncion
San José, CR | San José | CR | America/Costa_Rica
Guatemala City, GT | Guatemala City | GT | America/Guatemala
Havana, CU | Havana | CU | America/Havana
Santo Domingo, DO | Santo Domingo | DO | America/Santo_Domingo

# Slips of the pen
Melborne, AU | Melbourne | AU | Australia/Melbourne
Philidelphia, PA, US | Philadelphia | US | America/New_York
Pittsburg, PA, US | Pittsburgh | US | America/New_York
Barcelna, ES | Barcelona | ES | Europe/Madrid
Amsterdan, NL | Amsterdam | NL | Europe/Amsterdam
Copenhaguen, DK | Copenhagen | DK | Europe/Copenhagen
Singapure, SG | Singapore | SG | Asia/Singapore
Stokholm, SE | Stockholm | SE | Europe/Stockholm
Edinburg, UK | Edinburgh | GB | Europe/London
Montrael, QC, CA | Montréal | CA | America/Toronto
Portland, WA, US | Portland | US | America/Los_Angeles
Toronto, ON, US | Toronto | CA | America/Toronto
Sydney, NSW, CA | Sydney | AU | Australia/Sydney
Zürich, DE | Zürich | CH | Europe/Zurich

# Streets, brackets, quarters, further words
221B Baker Street, London, UK | London | GB | Europe/London
Google Office, London, UK | London | GB | Europe/London
Capitol Hill, Seattle, WA, US | Seattle | US | America/Los_Angeles
Cambridge (Boston), MA, US | Cambridge | US | America/New_York
Tokyo (Shibuya), JP | Tokyo | JP | Asia/Tokyo
Greater London, UK | London | GB | Europe/London
Wien/Vienna, AT | Vienna | AT | Europe/Vienna
Lisboa / Lisbon, PT | Lisbon | PT | Europe/Lisbon
Valencia/València, ES | Valencia | ES | Europe/Madrid

# Areas, countries, and what is no place
Bavaria, DE | - | DE | Europe/Berlin
Catalonia | - | ES | Europe/Madrid
Ontario, CA | - | CA | America/Toronto
Queensland, AU | - | AU | Australia/Brisbane
Scotland | - | GB | Europe/London
Karnataka, IN | - | IN | Asia/Kolkata
Japan | - | JP | Asia/Tokyo
Deutschland | - | DE | Europe/Berlin
United States | - | US | -
Canada | - | CA | -
Brazil | - | BR | -
Nowheretown, DE | - | DE | Europe/Berlin
Nowheretown, OR, US | - | US | America/Los_Angeles
Nowheretown, US | - | US | -
Nowheretown | - | - | -
North America | - | - | -
Worldwide | - | - | -
Multiple cities | - | - | -
Europe & Africa | - | - | -
TBA | - | - | -
`;

export interface Expected {
  readonly text: string;
  readonly city: string | null;
  readonly country: string | null;
  readonly timeZone: string | null;
}

const cell = (text: string | undefined) => (text === "-" ? null : text!);

export const WORLD: readonly Expected[] = TABLE.split("\n")
  .filter((line) => line.includes("|"))
  .map((line) => {
    const [text, city, country, timeZone] = line.split("|").map((part) => part.trim());
    return { text: text!, city: cell(city), country: cell(country), timeZone: cell(timeZone) };
  });
