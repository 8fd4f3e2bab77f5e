"""What each field of the format says, in a line: for editors, by the JSON Schema."""

from typing import Final

from avtalskalk.words import Both

FIELDS: Final[dict[str, Both]] = {
    "above": Both(
        "Bara det som är över så stor del av budgeten regleras",
        "Only what is above this part of the budget is settled",
    ),
    "account": Both("Kontots nummer", "The account's number"),
    "accounting": Both(
        "Konton att bokföra fakturor och slutavräkning på, part för part",
        "Accounts to book bills and settlement on, party by party",
    ),
    "actual": Both("Utfallet, år för år", "The actual amounts, year by year"),
    "after_zero": Both(
        "Vad ett tak i procent betyder efter ett år med 0 kr",
        "What a cap in percent means after a year of 0 kr",
    ),
    "agreed": Both("De avtalade andelarna", "The agreed shares"),
    "among": Both("De parter som räknas; annars alla", "The parties that count; otherwise all"),
    "amount": Both(
        'Ett belopp per år, som "480 000 kr"', 'An amount per year, such as "480 000 kr"'
    ),
    "amounts": Both("Varje parts eget belopp", "Each party's own amount"),
    "as_of": Both("Året vars fördelning används", "The year whose split is used"),
    "assumption": Both(
        "Hur beloppet är läst, när papperet inte säger det",
        "How the amount is read, where the paper does not say",
    ),
    "assumptions": Both(
        "Hur avtalet är läst där det är oklart; visas under varje resultat",
        "How the agreement is read where it is unclear; shown below every result",
    ),
    "at": Both("Om posterna eller slutsumman avrundas", "Whether items or the total are rounded"),
    "at_least": Both("Så många beslut måste vara ja", "So many decisions must be yes"),
    "average": Both("Medelvärde av så många år", "The mean of so many years"),
    "avtalskalk": Both("Formatets version: 1", "The version of the format: 1"),
    "bands": Both("Belopp eller faktor efter storlek", "An amount or a factor by size"),
    "base": Both("Månaden som indexet räknas från", "The month that the index counts from"),
    "below": Both("Raden gäller under denna storlek", "The row is for sizes below this"),
    "billed": Both(
        "Vad varje part har fakturerats för ett år", "What each party was billed for a year"
    ),
    "billed_on": Both("Dagen då kostnaden faktureras", "The day the cost is billed"),
    "body": Both("Den som beslutar", "Who decides"),
    "budget": Both("Budgeten, år för år", "The budget, year by year"),
    "by": Both("Nyckeln som fördelar", "The key that shares"),
    "cap": Both("Högsta uppräkning per år", "The most that the index may add in a year"),
    "carry_to": Both("Året som skillnaden förs till", "The year that the difference is carried to"),
    "changes": Both(
        "Indexets ändring i procent, år för år", "The index's change in per cent, year by year"
    ),
    "condition": Both(
        "Vilka beslut som krävs för att villkoren ska gälla",
        "Which decisions are needed for the terms to apply",
    ),
    "continues": Both(
        "Om perioden fortsätter på samma villkor när den är slut",
        "Whether the period goes on under the same terms when it ends",
    ),
    "cost": Both("Kontot för kostnaden", "The account of the cost"),
    "costs": Both("Kostnaderna, en för varje post", "The costs, one for each item"),
    "count": Both("Hur många av de lägsta", "How many of the lowest"),
    "covers": Both(
        "Om beloppen gäller hela året eller avtalets del av det",
        "Whether amounts are for the year or for the agreement's part of it",
    ),
    "currency": Both("Valutan, om inte SEK", "The currency, if not SEK"),
    "date": Both("Dagen, som 2024-01-31", "The day, such as 2024-01-31"),
    "days": Both("Hur räntans dagar räknas", "How the days of interest are counted"),
    "decide_by": Both(
        "Sista dagen att besluta om förlängningen", "The last day to decide on the extension"
    ),
    "decisions": Both("Parternas beslut", "The parties' decisions"),
    "deficit": Both("Vad som sker med ett underskott", "What happens to a deficit"),
    "difference": Both(
        "Vem som tar det som ligger utanför gränsen", "Who takes what is outside the limit"
    ),
    "dimensions": Both(
        "Koder för varje rad, som ansvar och verksamhet",
        "Codes for each line, such as cost centres",
    ),
    "dnr": Both("Diarienummer", "Diary number"),
    "do": Both("Vad som görs med avvikelsen", "What is done with the deviation"),
    "due_days": Both("Så många dagar har man på sig att betala", "How many days there are to pay"),
    "each": Both("Gränsen gäller varje part", "The limit is for each party"),
    "equal": Both("De som delar lika", "Those who share equally"),
    "except": Both("De parter som gränsen inte gäller", "The parties that the limit is not for"),
    "extend": Both("Så länge kan avtalet förlängas", "For how long the agreement can be extended"),
    "extend_to": Both(
        "Dagen till vilken avtalet kan förlängas", "The day to which the agreement can be extended"
    ),
    "factor": Both(
        "Faktor som beloppet multipliceras med", "A factor that the amount is multiplied by"
    ),
    "file": Both("Tabellen, en CSV- eller Excelfil", "The table, a CSV or Excel file"),
    "first": Both("Så mycket delas först", "So much is shared first"),
    "fiscal_year": Both(
        "Räkenskapsår som inte börjar i januari", "A fiscal year that does not start in January"
    ),
    "fixed": Both("Varje parts fasta belopp", "Each party's fixed amount"),
    "floor": Both("Lägsta uppräkning per år", "The least that the index adds in a year"),
    "for": Both("De parter som kostnaden gäller", "The parties that the cost is for"),
    "forecast": Both("Prognosen, år för år", "The forecast, year by year"),
    "formula": Both("Nyckeln uträknad av andra nycklar", "The key, worked out from other keys"),
    "frames": Both("Varje parts ekonomiska ram, år för år", "Each party's frame, year by year"),
    "from": Both("Första dagen, eller året", "The first day, or year"),
    "from_agreement": Both(
        "Vad en part betalar enligt ett annat avtal", "What a party pays under another agreement"
    ),
    "frozen": Both("Året vars värden alltid används", "The year whose values are always used"),
    "holds": Both(
        "Hur många år värdena gäller i taget", "How many years the values are for at a time"
    ),
    "host": Both(
        "Den som bokför kostnaden och fakturerar de andra",
        "Who books the cost and bills the others",
    ),
    "id": Both(
        "Kort namn, med små bokstäver, siffror och bindestreck",
        "A short name of small letters, figures and hyphens",
    ),
    "in": Both(
        "Om fakturan kommer i förskott eller efterskott",
        "Whether bills come in advance or in arrears",
    ),
    "index": Both("Indexet som beloppet räknas upp med", "The index that raises the amount"),
    "indices": Both("Index, som KPI eller PKV", "Indices, such as KPI or PKV"),
    "input_vat": Both("Kontot för ingående moms", "The account of input VAT"),
    "instalments": Both("När fakturorna kommer", "When the bills come"),
    "interest": Both("Ränta på det som ska betalas", "Interest on what is to be paid"),
    "interest_cost": Both("Kontot för räntekostnad", "The account of interest paid"),
    "interest_income": Both("Kontot för ränteintäkt", "The account of interest received"),
    "invoicing": Both(
        "Hur kostnaden faktureras under året", "How the cost is billed during the year"
    ),
    "items": Both("Undantag för vissa kostnader", "Exceptions for certain costs"),
    "joined": Both("Dagen då parten kom med", "The day the party joined"),
    "keys": Both("Fördelningsnycklar, som invånare", "Keys to share by, such as inhabitants"),
    "known_part": Both("Den enda parts belopp som är känt", "The one party's amount that is known"),
    "latest": Both("Det senaste kända värdet används", "The latest known value is used"),
    "left": Both("Dagen då parten gick ur", "The day the party left"),
    "level": Both("Året vars nivå beloppet är i", "The year whose level the amount is at"),
    "liability": Both("Kontot för skulden", "The account of the debt"),
    "limits": Both("Tak och golv", "Caps and floors"),
    "links": Both("Länkar mellan indexets basår", "Links between the index's base years"),
    "lints": Both("Varningar som ska döljas, och varför", "Warnings to hide, and why"),
    "max": Both("Tak, som belopp eller andel", "A cap, as an amount or a share"),
    "max_increase": Both(
        "Högsta ökning mot året före", "The most that it may rise from the year before"
    ),
    "mean_of_lowest": Both("Medelvärdet av de lägsta", "The mean of the lowest"),
    "method": Both("Hur ören fördelas vid avrundning", "How the odd öre are given"),
    "min": Both("Golv, som belopp eller andel", "A floor, as an amount or a share"),
    "min_increase": Both(
        "Lägsta ökning mot året före", "The least that it rises from the year before"
    ),
    "mix": Both(
        "Flera fördelningar, var och en med sin vikt", "Several splits, each with its weight"
    ),
    "month": Both("Månaden vars indextal används", "The month whose index is used"),
    "municipality_code": Both("Kommunkod", "Municipality code"),
    "name": Both("Namnet, som det ska stå i tabeller", "The name, as tables show it"),
    "named": Both(
        "Om året heter efter året det börjar eller slutar",
        "Whether the year is named after its first or its last",
    ),
    "new": Both("Talet i den nya serien", "The number in the new series"),
    "notes": Both("Anteckningar; påverkar inget belopp", "Notes; they change no amount"),
    "nothing_below": Both("Under detta betalas ingenting", "Below this nothing is paid"),
    "notice": Both("Uppsägningstid", "Term of notice"),
    "numbers": Both(
        "Hur talen är skrivna, som 1,234.5", "How numbers are written, such as 1,234.5"
    ),
    "of": Both("Vad det gäller", "What it is of"),
    "old": Both("Talet i den gamla serien", "The number in the old series"),
    "one_way": Both(
        "Beloppet sänks inte när indexet faller", "The amount is not lowered when the index falls"
    ),
    "option": Both("Rätt att förlänga", "A right to extend"),
    "org_no": Both("Organisationsnummer", "Organisation number"),
    "others": Both("Vad de andra betalar", "What the others pay"),
    "otherwise": Both(
        "Vad som gäller om villkoret inte uppfylls", "What applies if the condition fails"
    ),
    "output_vat": Both("Kontot för utgående moms", "The account of output VAT"),
    "paid": Both("Vad varje part har lagt ut", "What each party has paid"),
    "paid_by": Both("Parten som lägger ut kostnaden", "The party that pays the cost to begin with"),
    "paragraph": Both("Paragraf", "Paragraph"),
    "part": Both("Hur stor del som faktureras, som 1/2", "How much is billed, such as 1/2"),
    "parties": Both("Parterna: kort namn och fullt namn", "The parties: short name and full name"),
    "parts": Both("Proportioner, som 3 till 2", "Proportions, such as 3 to 2"),
    "party": Both("Parten", "The party"),
    "per": Both("Nyckeln som priset är per", "The key that the price is per"),
    "percent": Both("Så stor del, som 5 %", "How large a part, such as 5 %"),
    "periods": Both(
        "Tiderna med samma villkor, med fördelning", "The times of the same terms, with their split"
    ),
    "plus": Both("Läggs till indexets ändring", "Added to the change of the index"),
    "points": Both(
        "Så många procentenheter får en andel avvika",
        "By so many percentage points may a share deviate",
    ),
    "portion": Both("Avtalets del av en större kostnad", "The agreement's part of a larger cost"),
    "preliminary": Both("Så stor del faktureras preliminärt", "How much is billed on account"),
    "price": Both("Pris per styck", "Price per unit"),
    "proration": Both(
        "Hur en del av ett år räknas: dagar, månader eller kvartal",
        "How part of a year is counted: days, months or quarters",
    ),
    "provider": Both("Den som utför tjänsten", "Who provides the service"),
    "published": Both("Dagen då talet publicerades", "The day the number was published"),
    "published_by": Both(
        "Talet måste ha publicerats senast denna dag",
        "The number must have been published by this day",
    ),
    "quantity": Both("Antal, år för år", "Quantity, year by year"),
    "rate": Both("Räntesatsen per år", "The rate of interest per year"),
    "readings": Both("Andra sätt att läsa avtalet", "Other ways to read the agreement"),
    "receivable": Both("Kontot för fordran", "The account of the claim"),
    "reconciliation": Both(
        "Slutavräkning när utfallet är känt", "Final settlement when the actual cost is known"
    ),
    "reference": Both("Partens referens på fakturan", "The party's reference on bills"),
    "renews": Both("Hur perioden förnyas", "How the period renews itself"),
    "rest": Both("Hur resten delas", "How the rest is shared"),
    "rest_to": Both("Den som får öresskillnaden", "Who gets the odd öre"),
    "revenue": Both("Kontot för intäkten", "The account of the revenue"),
    "round": Both(
        "Andelarna avrundas till så många decimaler", "Shares are rounded to so many decimals"
    ),
    "round_total": Both("Fakturans slutsumma avrundas", "The total of a bill is rounded"),
    "rounding": Both("Hur beloppen avrundas", "How amounts are rounded"),
    "scale": Both(
        "Varje del av storleken har sitt eget pris", "Each part of the size has its own price"
    ),
    "row": Both(
        "Raden i tabellen, om den inte heter som posten", "The row, if not called as the item"
    ),
    "series": Both("Indexet", "The index"),
    "set": Both("Vad som står annorlunda i läsningen", "What is different in the reading"),
    "settlement": Both("Konton för slutavräkningen", "Accounts of the final settlement"),
    "share": Both(
        "Så stor del av indexets ändring som räknas", "How much of the index's change counts"
    ),
    "sheet": Both("Arbetsbokens blad, om det inte är det första", "The sheet, if not the first"),
    "shares": Both("Fördelningar med namn, att hänvisa till", "Splits with a name, to refer to"),
    "silence_by": Both(
        "Den som inte svarat denna dag har sagt ja", "Who has not answered by this day has said yes"
    ),
    "since": Both("Ökningen räknas från detta år", "The increase is counted from this year"),
    "source": Both("Papperet som det står i", "The paper that it is in"),
    "sources": Both(
        "Papperen: titel, diarienummer och datum", "The papers: title, diary number and date"
    ),
    "split": Both("Hur kostnaden fördelas", "How the cost is shared"),
    "splits": Both("Fördelningar per kostnad", "Splits by cost"),
    "starts": Both("Månaden då året börjar, 1–12", "The month the year starts, 1–12"),
    "status": Both("Hur långt det har kommit", "How far it has come"),
    "steps": Both(
        "Delning i steg, det ena efter det andra", "Sharing in steps, one after the other"
    ),
    "sum": Both(
        "Summan som avtalet anger för beloppen; de måste bli den",
        "The sum that the agreement states of the amounts; they must make it",
    ),
    "surcharge": Both("Påslag ovanpå parternas delar", "A surcharge on top of the parties' parts"),
    "surplus": Both("Vad som sker med ett överskott", "What happens to a surplus"),
    "table": Both("Stegen i trappan", "The steps of the scale"),
    "terminated": Both("Dagen då avtalet sades upp", "The day notice was given"),
    "threshold": Both(
        "En mindre avvikelse än så regleras inte", "A smaller deviation than this is not settled"
    ),
    "times": Both("Så många gånger", "How many times"),
    "title": Both("Namnet i klartext", "The name in words"),
    "to": Both("Sista dagen, eller året", "The last day, or year"),
    "tolerance": Both(
        "Avtalade andelar som gäller tills de verkliga avviker",
        "Agreed shares that hold until the actual ones deviate",
    ),
    "total": Both("Ett belopp för hela tiden", "An amount for all of the time"),
    "unit": Both("Vad nyckeln räknar, som elever", "What the key counts, such as pupils"),
    "up_to": Both("Raden gäller till och med denna storlek", "The row is for sizes up to this"),
    "url": Both("Länk till papperet", "A link to the paper"),
    "use": Both("Vilket värde som gäller för ett år", "Which value is used for a year"),
    "value": Both("Värdet", "The value"),
    "values": Both("Värdena, dag för dag eller år för år", "The values, by day or year"),
    "vat": Both("Moms på fakturan", "VAT on bills"),
    "volumes": Both(
        "Vad verksamheten räknas i, som besök", "What the service is counted in, such as visits"
    ),
    "warn_above_share": Both(
        "Varna när en parts andel är större", "Warn when a party's share is larger"
    ),
    "weight": Both("Vikten i blandningen", "The weight in the mix"),
    "year": Both(
        "Vilket år, räknat från verksamhetsåret: -1 är året före",
        "Which year, counted from the year of service: -1 is the year before",
    ),
    "yearly": Both("Fast uppräkning varje år", "A fixed rise each year"),
    "years": Both("Så många år", "So many years"),
    # --- Where a record means something of its own by a field -----------------------------
    "Accounts.rounding": Both("Kontot för öresavrundning", "The account of rounding"),
    "Band.actual": Both("De verkliga andelarna", "The actual shares"),
    "Covers.actual": Both(
        "Om utfallet gäller hela året eller avtalets del av det",
        "Whether actual amounts are for the year or for the agreement's part of it",
    ),
    "Covers.budget": Both(
        "Om budgeten gäller hela året eller avtalets del av det",
        "Whether budget amounts are for the year or for the agreement's part of it",
    ),
    "Covers.forecast": Both(
        "Om prognosen gäller hela året eller avtalets del av det",
        "Whether forecasts are for the year or for the agreement's part of it",
    ),
    "FromAgreement.id": Both("Det andra avtalets id", "The other agreement's id"),
    "Index.value": Both("Rubriken på tabellens kolumn", "The heading of the table's column"),
    "Index.values": Both("Indextalen, månad för månad", "The numbers of the index, month by month"),
    "IndexValue.status": Both("Om talet är preliminärt", "Whether the number is preliminary"),
    "Indexation.from": Both("Första året som räknas upp", "The first year that is raised"),
    "Instalment.date": Both(
        "Dagen då delen faktureras, som 06-15", "The day the part is billed, such as 06-15"
    ),
    "Average.of": Both(
        "Medelvärde av värdena eller av varje års andelar",
        "The mean of the values or of each year's shares",
    ),
    "IndexRounding.change": Both(
        "Varje års ändring avrundas till närmaste, som 0,1 %",
        "Each year's change is rounded to the nearest, such as 0.1 %",
    ),
    "IndexRounding.factor": Both(
        "Faktorn avrundas till närmaste, som 0.0001",
        "The factor is rounded to the nearest, such as 0.0001",
    ),
    "IndexRounding.index": Both(
        "Indextalen avrundas till närmaste, som 0.1",
        "The numbers of the index are rounded to the nearest, such as 0.1",
    ),
    "IndexRounding.next_from": Both(
        "Om nästa år räknas från det exakta beloppet eller det avrundade",
        "Whether the next year goes on from the exact amount or the rounded one",
    ),
    "IndexRounding.to": Both(
        "Det uppräknade beloppet eller priset avrundas till närmaste, som 1 tkr",
        "The indexed amount or price is rounded to the nearest, such as 1 tkr",
    ),
    "Indexation.round": Both(
        "Vad som avrundas: indextal, ändring, faktor eller belopp",
        "What is rounded: index, change, factor or amount",
    ),
    "Indexation.threshold": Both(
        "Så mycket måste indexet röra sig för att beloppet ska följa det",
        "So much must the index move for the amount to follow it",
    ),
    "Interest.base": Both("Hur dagarna räknas", "How days are counted"),
    "Item.among": Both(
        "De parter som delar kostnaden; annars alla",
        "The parties that share the cost; otherwise all",
    ),
    "Item.kind": Both("Kostnad, intäkt eller bidrag", "Cost, revenue or grant"),
    "Item.of": Both(
        "Kostnaderna som procentsatsen räknas på", "The costs that the percentage is of"
    ),
    "Holds.from": Both(
        "Första året av dem som det räknas från", "The first year that it is counted from"
    ),
    "Holds.years": Both("Så många år i taget", "So many years at a time"),
    "KeyUse.every": Both(
        "Medelvärdet av varje månads eller kvartals värde",
        "The mean of each month's or quarter's value",
    ),
    "KeyUse.date": Both("Mätdagen, som 11-01", "The day of counting, such as 11-01"),
    "Party.kind": Both("Kommun, region eller annat", "Municipality, region or other"),
    "Reconciliation.date": Both(
        "Dagen för avräkningen, som 02-28", "The day of the settlement, such as 02-28"
    ),
    "Key.value": Both("Rubriken på tabellens kolumn", "The heading of the table's column"),
    "Rounding.to": Both("Till vilken enhet, som 1 kr", "To which unit, such as 1 kr"),
    "Stated.value": Both("Beloppet", "The amount"),
    "By.bands": Both("En vikt eller faktor efter storlek", "A weight or a factor by size"),
    "By.scale": Both(
        "Varje del av storleken räknas med sin faktor", "Each part of the size has its own factor"
    ),
    "Step.weight": Both("Vikten för denna storlek", "The weight for this size"),
    "Step.factor": Both("Faktorn för denna storlek", "The factor for this size"),
    "Step.amount": Both("Beloppet för denna storlek", "The amount for this size"),
    "Surcharge.parties": Both(
        "De parter som betalar påslaget", "The parties that pay the surcharge"
    ),
    "Step.price": Both("Priset per enhet för denna storlek", "The price per unit for this size"),
    "Threshold.above": Both(
        "Indexet måste röra sig mer än så, som 2 %",
        "The index must move more than this, such as 2 %",
    ),
    "Threshold.since": Both(
        "Räknat från senaste uppräkningen eller från året före",
        "Counted from the last adjustment or from the year before",
    ),
}


def field_text(record: str, field: str) -> Both:
    """What a field of a record says."""
    return FIELDS.get(f"{record}.{field}") or FIELDS[field]
