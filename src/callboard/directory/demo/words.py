"""The words the practice company's customers are made of. Cities are real, with an area code and zone each; agencies,
people, streets and numbers (555-01xx) are invented."""

E, C, M, P, A = "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles", "America/Phoenix"


def listed(text: str, between: str | None = None) -> list[str]:
    """The words of a text."""
    return [word.strip() for word in text.split(between) if word.strip()]


#: city, state, first three digits of the postal code, area code, zone
CITIES = (
    ("Tyler", "TX", "757", "903", C), ("Longview", "TX", "756", "903", C), ("Dallas", "TX", "752", "214", C),
    ("Plano", "TX", "750", "972", C), ("Fort Worth", "TX", "761", "817", C), ("Waco", "TX", "767", "254", C),
    ("Austin", "TX", "787", "512", C), ("San Antonio", "TX", "782", "210", C), ("Houston", "TX", "770", "713", C),
    ("Lufkin", "TX", "759", "936", C), ("Corpus Christi", "TX", "784", "361", C), ("Laredo", "TX", "780", "956", C),
    ("McAllen", "TX", "785", "956", C), ("El Paso", "TX", "799", "915", M), ("Lubbock", "TX", "794", "806", C),
    ("Amarillo", "TX", "791", "806", C), ("Abilene", "TX", "796", "325", C), ("Denison", "TX", "750", "903", C),
    ("Oklahoma City", "OK", "731", "405", C), ("Tulsa", "OK", "741", "918", C), ("Lawton", "OK", "735", "580", C),
    ("Baton Rouge", "LA", "708", "225", C), ("Lafayette", "LA", "705", "337", C), ("Shreveport", "LA", "711", "318", C),
    ("New Orleans", "LA", "701", "504", C), ("Little Rock", "AR", "722", "501", C), ("Fort Smith", "AR", "729", "479", C),
    ("Springfield", "MO", "658", "417", C), ("Kansas City", "MO", "641", "816", C), ("St. Louis", "MO", "631", "314", C),
    ("Wichita", "KS", "672", "316", C), ("Topeka", "KS", "666", "785", C), ("Omaha", "NE", "681", "402", C),
    ("Des Moines", "IA", "503", "515", C), ("Davenport", "IA", "528", "563", C), ("Peoria", "IL", "616", "309", C),
    ("Rockford", "IL", "611", "815", C), ("Naperville", "IL", "605", "630", C), ("Madison", "WI", "537", "608", C),
    ("Green Bay", "WI", "543", "920", C), ("Rochester", "MN", "559", "507", C), ("Duluth", "MN", "558", "218", C),
    ("Birmingham", "AL", "352", "205", C), ("Mobile", "AL", "366", "251", C), ("Huntsville", "AL", "358", "256", C),
    ("Jackson", "MS", "392", "601", C), ("Gulfport", "MS", "395", "228", C), ("Memphis", "TN", "381", "901", C),
    ("Nashville", "TN", "372", "615", C), ("Knoxville", "TN", "379", "865", E), ("Chattanooga", "TN", "374", "423", E),
    ("Louisville", "KY", "402", "502", E), ("Lexington", "KY", "405", "859", E), ("Atlanta", "GA", "303", "404", E),
    ("Macon", "GA", "312", "478", E), ("Savannah", "GA", "314", "912", E), ("Augusta", "GA", "309", "706", E),
    ("Orlando", "FL", "328", "407", E), ("Tampa", "FL", "336", "813", E), ("Miami", "FL", "331", "305", E),
    ("Jacksonville", "FL", "322", "904", E), ("Ocala", "FL", "344", "352", E), ("Pensacola", "FL", "325", "850", C),
    ("Charlotte", "NC", "282", "704", E), ("Raleigh", "NC", "276", "919", E), ("Asheville", "NC", "288", "828", E),
    ("Columbia", "SC", "292", "803", E), ("Greenville", "SC", "296", "864", E), ("Richmond", "VA", "232", "804", E),
    ("Roanoke", "VA", "240", "540", E), ("Norfolk", "VA", "235", "757", E), ("Charleston", "WV", "253", "304", E),
    ("Columbus", "OH", "432", "614", E), ("Dayton", "OH", "454", "937", E), ("Toledo", "OH", "436", "419", E),
    ("Akron", "OH", "443", "330", E), ("Fort Wayne", "IN", "468", "260", E), ("Evansville", "IN", "477", "812", C),
    ("Indianapolis", "IN", "462", "317", E), ("Grand Rapids", "MI", "495", "616", E), ("Lansing", "MI", "489", "517", E),
    ("Pittsburgh", "PA", "152", "412", E), ("Harrisburg", "PA", "171", "717", E), ("Scranton", "PA", "185", "570", E),
    ("Albany", "NY", "122", "518", E), ("Syracuse", "NY", "132", "315", E), ("Buffalo", "NY", "142", "716", E),
    ("Trenton", "NJ", "086", "609", E), ("Hartford", "CT", "061", "860", E), ("Worcester", "MA", "016", "508", E),
    ("Manchester", "NH", "031", "603", E), ("Portland", "ME", "041", "207", E), ("Denver", "CO", "802", "303", M),
    ("Colorado Springs", "CO", "809", "719", M), ("Pueblo", "CO", "810", "719", M), ("Albuquerque", "NM", "871", "505", M),
    ("Las Cruces", "NM", "880", "575", M), ("Salt Lake City", "UT", "841", "801", M), ("Ogden", "UT", "844", "801", M),
    ("Boise", "ID", "837", "208", M), ("Billings", "MT", "591", "406", M), ("Cheyenne", "WY", "820", "307", M),
    ("Tucson", "AZ", "857", "520", A), ("Phoenix", "AZ", "850", "602", A), ("Mesa", "AZ", "852", "480", A),
    ("Las Vegas", "NV", "891", "702", P), ("Reno", "NV", "895", "775", P), ("Fresno", "CA", "937", "559", P),
    ("Bakersfield", "CA", "933", "661", P), ("Sacramento", "CA", "958", "916", P), ("Riverside", "CA", "925", "951", P),
    ("Portland", "OR", "972", "503", P), ("Eugene", "OR", "974", "541", P), ("Spokane", "WA", "992", "509", P),
    ("Tacoma", "WA", "984", "253", P),
)  # fmt: skip

FIRST = listed("""
Ray Lupe Cody Ann Bea Marisol Travis Denise Carl Yolanda Wes Janelle Hector Priscilla Doyle Renee Luis Opal Grant
Tamika Earl Socorro Wade Leticia Clint Rosa Darnell Ivy Buck Esther Miguel Faye Troy Consuelo Dale Nadine Omar
Sylvia Rex Guadalupe Vernon Alma Chet Bernice Raul Joyce Keith Anita Floyd Carmen Hank Lorena Neil Patrice Ruben
Gail Stan Adriana Curtis Maxine Felix Wanda Todd Elena Roy Shawna Ernesto June Boyd Teresa Duane Irma Glenn Latoya
Pete Maribel Scott Vera Nolan Rhonda Abel Colleen Trent Delia Marvin Stacy Javier Loretta Shane Beatriz Perry Kim
Anh Wei Sanjay Meera Tomasz Ingrid Siobhan Amina Kofi Yusuf
""")

LAST = listed("""
Hargrove Ortiz Delgado Whitaker Mesquite Ruiz Calloway Boudreaux Castillo Pruitt Tran Guidry Beaumont Salinas
Hutchins Fontenot Maddox Trevino Kessler Bledsoe Villarreal Stroud Nakamura Garza Tillman Lozano Prescott Ybarra
Haskell Dominguez Ledbetter Arceneaux McAdams Zamora Thibodeaux Renfro Escobedo Lindqvist Cantu Bratcher Navarro
Odom Cervantes Holloway Mendez Satterfield Ibarra Winslow Quintero Abernathy Luna Crenshaw Pacheco Dunlap Barrera
Whitlock Sandoval Kirkland Olivarez Pettigrew Rangel Stubblefield Montoya Langford Esparza Yarbrough Cuellar
Halvorsen Benavides Rutledge Solis Carmichael Duarte Sorensen Tijerina Vanderberg Acosta Brubaker Nguyen Patel
Kowalski Okafor Schroeder Lindgren Amato Rossi Petrov Haddad Kaminski Larsen Bianchi Moreau Novak Szabo Ferreira
""")

PLACES = listed(
    """
Bluebonnet|Cypress Creek|Mesa Verde|Lone Star|Tri-County|Coastal Bend|Red River|Sabine Valley|Piney Woods|
Ozark|Big Thicket|Hill Country|Rio Grande|Caprock|Panhandle|Brazos|Trinity|Guadalupe|Frontier|Prairie|
Magnolia|Pelican|Bayou|Delta|Gulf|Crescent|Live Oak|Pecan Grove|Cedar Ridge|Stonebridge|Twin Rivers|
Silver Lake|Blue Ridge|Smoky Mountain|Cumberland|Shenandoah|Tidewater|Piedmont|Palmetto|Sunshine|Seminole|
Suncoast|Peachtree|Dogwood|Buckeye|Hoosier|Great Lakes|Badger|North Star|Heartland|Flint Hills|Cottonwood|
Sandhills|Bluestem|Front Range|High Plains|Pikes Peak|Sangre de Cristo|Zia|Saguaro|Copper State|Desert Ridge|
Red Rock|Wasatch|Sawtooth|Treasure Valley|Big Sky|Sierra|Golden Valley|San Joaquin|Redwood|Cascade|Columbia|
Puget|Inland Empire|Keystone|Allegheny|Susquehanna|Empire|Hudson|Mohawk|Granite|Pine Tree|Patriot|Liberty|
Pioneer|Heritage|Landmark|Summit|Compass|Anchor|Lighthouse|Cornerstone|Beacon
""",
    "|",
)

AFTER_PLACE = (
    "Insurance", "Insurance Agency", "Insurance Group", "Agency", "Insurance Services", "Risk Advisors", "Coverage",
    "Insurance Partners", "Insurance Center", "Family Insurance",
)  # fmt: skip
AFTER_NAME = (
    "Insurance", "Insurance Agency", "Agency", "& Sons Insurance", "Family Insurance", "& Associates", "Insurance Group",
    "Insurance Services", "& Daughters Agency", "Insurance Brokers",
)  # fmt: skip
NETWORKS = ("Agents Group", "Agents Alliance", "Independent Agents", "Cluster", "Agency Network")
CARRIERS = ("Mutual", "Casualty", "Fire & Marine", "Indemnity", "General Insurance")
STREETS = listed(
    """
Broadway|Main St|Oak St|Commerce St|Elm St|First St|Park Ave|Loop 323|Highway 69|Front St|Houston St|
Frederick Ave|Cedar Ln|Church St|Market St|College Ave|Mill Rd|Lake Dr|Depot St|Washington Ave
""",
    "|",
)

#: role, title, how many of a hundred people after the first
TITLES = (
    ("manager", "Office manager", 18), ("producer", "Producer", 34), ("service", "Customer service", 26),
    ("service", "Account manager", 8), ("billing", "Bookkeeper", 8), ("technical", "IT coordinator", 4), ("other", "", 2),
)  # fmt: skip
