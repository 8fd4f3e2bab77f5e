"""The words of a new agreement: its comments, the names of its costs, and what `init` asks."""

from typing import Final

from avtalskalk.words import Both

COMMENTS: Final[dict[str, Both]] = {
    # --- The head and the parties ---------------------------------------------------------
    "opening": Both(
        "Rader som börjar med # är förklaringar, eller sådant som inte är ifyllt än.\nAnger "
        "avtalet det: ta bort # och mellanslaget efter, och byt … mot avtalets ord.\nLämna annars "
        "raden som den är.",
        "Lines that begin with # are explanations, or something that is not filled in yet.\nIf the "
        "agreement states it: remove # and the space after it, and write it instead of …\n"
        "Otherwise leave the line as it is.",
    ),
    "parties": Both(
        "Parterna: ett kort namn, och efter kolon hela namnet.",
        "The parties: a short name, and the whole name after the colon.",
    ),
    "host": Both(
        "Den part som bokför kostnaden och fakturerar de andra.",
        "The party that books the cost and invoices the others.",
    ),
    "host_board": Both(
        "Värdkommunen: den part som nämnden hör till, som bokför kostnaden och fakturerar de "
        "andra.",
        "The host: the party that the board belongs to, which books the cost and invoices the "
        "others.",
    ),
    # --- Time and terms -------------------------------------------------------------------
    "periods": Both(
        "Avtalstiden och villkoren. När villkoren ändras: lägg till en ny period nedanför, med "
        "en ny rad som börjar med - from.",
        "The term and its conditions. If these change: add a new period below, with a new line "
        "that begins with - from.",
    ),
    "period_title": Both("Avtalstiden", "The term"),
    "from": Both("den första dagen", "the first day"),
    "from_later": Both("den första dagen, som 2024-01-01", "the first day, like 2024-01-01"),
    "to": Both("den sista dagen räknas med", "the last day, included"),
    "to_later": Both("den sista dagen, som 2025-12-31", "the last day, like 2025-12-31"),
    "no_to": Both(
        "Utan slut gäller avtalet tills vidare. Har det ett slut:",
        "Without an end the agreement runs until further notice. If it has one:",
    ),
    "option": Both(
        "Med möjlighet till förlängning:",
        "With an option to extend:",
    ),
    "condition": Both(
        "Under förutsättning av likalydande beslut:",
        "On condition that all decide the same:",
    ),
    "decisions": Both(
        "Besluten, ett för varje part. Är det inte fattat: pending.",
        "The decisions, one for each party. If not taken yet: pending.",
    ),
    # --- Splits ---------------------------------------------------------------------------
    "split": Both(
        "Vad varje part betalar. Andelarna blir 100 %; rest är det som är kvar.",
        "What each party pays. The shares add up to 100%; rest is what is left.",
    ),
    "split_equal": Both("Alla betalar lika mycket.", "All pay the same."),
    "split_by": Both(
        "Efter antal {unit}; talen finns längst ned, under keys.",
        "By {unit}; the numbers are at the end, under keys.",
    ),
    "split_by_later": Both(
        "Efter antal {unit}. Ta bort # här när talen är ifyllda under keys, längst ned.",
        "By {unit}. Remove the # here when the numbers under keys, at the end, are filled in.",
    ),
    "split_fixed": Both(
        "Först en fast del var, och sedan resten efter antal invånare (talen finns under keys, "
        "längst ned).",
        "First a fixed part each, and then the rest by inhabitants (the numbers are under keys, at "
        "the end).",
    ),
    "split_fixed_later": Both(
        "Först en fast del var, och sedan resten efter antal invånare. Ta bort # här när "
        "beloppen är kända och talen är ifyllda under keys, längst ned.",
        "First a fixed part each, and then the rest by inhabitants. Remove the # here when the "
        "amounts are known and the numbers under keys, at the end, are filled in.",
    ),
    "split_mix": Both(
        "Är den fasta delen en andel, som 20 % lika och resten efter antal invånare:",
        "If the fixed part is a share, like 20% equally and the rest by inhabitants:",
    ),
    "split_open_equal": Both("Delas lika:", "Shared equally:"),
    "split_open_percent": Both("Eller i procent:", "Or in percent:"),
    "split_open_by": Both(
        "Eller efter antal invånare, med talen under keys, längst ned:",
        "Or by inhabitants, with the numbers under keys, at the end:",
    ),
    # --- Costs ----------------------------------------------------------------------------
    "costs": Both(
        "Kostnaderna som delas, med belopp som 1 240 000{kr}. Är ett belopp inte känt, ta bort "
        "hela raden: det är aldrig noll.",
        "The costs that are shared, with amounts like 1 240 000{kr}. If an amount is not known, "
        "remove the whole line: it is never zero.",
    ),
    "amount": Both("per år, lika mycket varje år", "per year, the same every year"),
    "covers_year": Both(
        "Beloppet gäller ett helt år, och räknas ned till avtalets del av det.",
        "The amount is for a whole year, and is reduced to the agreement's part of it.",
    ),
    "covers_period": Both(
        "Beloppet gäller bara avtalets del av året.",
        "The amount is only for the agreement's part of the year.",
    ),
    "next_year": Both("Nästa år, när det är känt:", "The next year, when it is known:"),
    "actual": Both("Utfallet, när året är slut:", "The actual amount, when the year is over:"),
    "paid_by": Both(
        "Betalas av en part och delas sedan som allt annat:",
        "Paid by one party, and then shared like everything else:",
    ),
    "own_split": Both(
        "Om den här kostnaden delas på ett annat sätt:",
        "If this cost is shared in another way:",
    ),
    "grant": Both(
        "Bidrag minskar det som delas; skriv dem utan minustecken.",
        "Grants reduce what is shared; write them without a minus sign.",
    ),
    # --- Keys and the rest ----------------------------------------------------------------
    "keys": Both(
        "Antal {unit}. Lägg till en ny rad varje år; gamla år ska vara kvar.",
        "The number of {unit}. Add a new line every year; keep the old ones.",
    ),
    "use": Both("dagen som används, året före", "the day that is used, the year before"),
    "use_later": Both(
        "Om avtalet anger den 1 november året före:",
        "If the agreement says 1 November of the year before:",
    ),
    "invoicing": Both("Fakturering kvartalsvis i förskott:", "Invoiced quarterly in advance:"),
    "reconciliation": Both(
        "Överskott återbetalas och underskott betalas när utfallet är känt:",
        "A surplus is paid back and a deficit paid when the outcome is known:",
    ),
    "assumptions": Both(
        "Det som avtalet lämnar öppet, och hur du har tolkat det. Visas i varje rapport.",
        "What the agreement leaves open, and how you have read it. Every report shows it.",
    ),
    "assumption": Both(
        "Beloppet tolkas som hela kostnaden, inte en parts del.",
        "The amount is read as the whole cost, not one party's part.",
    ),
}

KEYS: Final[dict[str, tuple[Both, Both]]] = {
    "population": (Both("population", "population"), Both("invånare", "inhabitants")),
    "accounts": (Both("konton", "accounts"), Both("konton", "accounts")),
    "pupils": (Both("elever", "pupils"), Both("elever", "pupils")),
    "households": (Both("hushåll", "households"), Both("hushåll", "households")),
    "employees": (Both("årsarbetare", "employees"), Both("årsarbetare", "full-time employees")),
    "tax_base": (Both("skatteunderlag", "tax_base"), Both("skattekronor", "tax base units")),
}
"""What the parties are counted by: the key's short name, and its unit."""

ITEMS: Final[dict[str, tuple[Both, Both]]] = {
    "operations": (Both("verksamhet", "operations"), Both("Verksamheten", "Operations")),
    "administration": (
        Both("administration", "administration"),
        Both("Nämndens administration", "The board's administration"),
    ),
    "staff": (Both("personal", "staff"), Both("Personal", "Staff")),
    "premises": (Both("lokaler", "premises"), Both("Lokaler", "Premises")),
    "grant": (Both("statsbidrag", "grant"), Both("Statsbidrag", "State grant")),
    "contribution": (
        Both("medlemsbidrag", "contribution"),
        Both("Medlemsbidrag", "Members' contribution"),
    ),
    "it_variable": (Both("rörligt", "variable"), Both("Rörliga kostnader", "Variable costs")),
    "it_fixed": (Both("fast", "fixed-costs"), Both("Fasta kostnader", "Fixed costs")),
    "teaching": (Both("undervisning", "teaching"), Both("Undervisning", "Teaching")),
    "traffic": (Both("trafik", "traffic"), Both("Trafik", "Traffic")),
    "stops": (
        Both("hållplatser", "stops"),
        Both("Hållplatser och terminaler", "Stops and terminals"),
    ),
    "investments": (Both("investeringar", "investments"), Both("Investeringar", "Investments")),
    "coordination": (
        Both("samordning", "coordination"),
        Both("Finansiell samordning", "Financial coordination"),
    ),
    "services": (Both("tjänster", "services"), Both("Gemensamma tjänster", "Shared services")),
    "levy": (Both("avgift", "levy"), Both("Medlemsavgift", "Levy")),
}
"""The costs that a kind of agreement usually has: a short name and a title."""

KINDS: Final[dict[str, Both]] = {
    "percent": Both("parterna delar i procent (eller lika)", "shared in percent (or equally)"),
    "population": Both("delas efter antal invånare", "shared by inhabitants"),
    "fixed": Both(
        "en fast del var, resten efter antal invånare",
        "a fixed part each, the rest by inhabitants",
    ),
    "joint-board": Both("gemensam nämnd", "joint board"),
    "family-centre": Both("familjecentral", "family centre"),
    "rescue": Both(
        "räddningstjänst, medlemsbidrag efter invånare",
        "rescue services, contributions by inhabitants",
    ),
    "it": Both("IT-drift, efter konton", "IT operations, by accounts"),
    "school": Both("gymnasieskola, efter elever", "upper secondary school, by pupils"),
    "transit": Both("kollektivtrafik", "public transport"),
    "utilities": Both("vatten eller avfall, efter hushåll", "water or waste, by households"),
    "finsam": Both("samordningsförbund (Finsam), i procent", "Finsam, in percent"),
    "service": Both(
        "gemensam service, efter årsarbetare", "a shared service, by full-time employees"
    ),
    "levy": Both("medlemsavgift efter skatteunderlag", "a levy by tax base"),
}

QUESTIONS: Final[dict[str, Both]] = {
    "opening": Both(
        "Ett nytt avtal. Svara med avtalets egna ord. Tryck Enter för det som avtalet inte anger. "
        "Skriv < för att gå tillbaka till frågan före. Ctrl-C avbryter, och då skrivs ingenting.",
        "A new agreement. Answer in the agreement's own words. Press Enter for what it does not "
        "say. Type < to go back to the question before. Ctrl-C stops, and then nothing is written.",
    ),
    "kind": Both("Vilken sorts avtal är det?", "What kind of agreement is it?"),
    "number": Both("Nummer", "Number"),
    "number_wrong": Both("Skriv ett nummer, 1–{last}.", "Write a number, 1–{last}."),
    "title": Both("Vad heter avtalet?", "What is the agreement called?"),
    "id": Both("Ett kort namn på avtalet, utan mellanslag", "A short name for it, without spaces"),
    "currency": Both("Valuta", "Currency"),
    "party": Both("Part {number}, hela namnet", "Party {number}, full name"),
    "another": Both(
        "Part {number}, hela namnet (Enter: inga fler)",
        "Party {number}, full name (Enter: no more)",
    ),
    "party_id": Both("  ett kort namn, utan mellanslag", "  a short name, without spaces"),
    "start": Both("Första dagen, som 2024-01-01", "First day, like 2024-01-01"),
    "end": Both(
        "Sista dagen, som 2025-12-31 (Enter: tills vidare)",
        "Last day, like 2025-12-31 (Enter: until further notice)",
    ),
    "host": Both(
        "Vilken part bokför kostnaden och fakturerar de andra ({parties})?",
        "Which party books the cost and invoices the others ({parties})?",
    ),
    "split": Both("Hur delas kostnaden?", "How is the cost shared?"),
    "split_percent": Both("i procent, eller lika", "in percent, or equally"),
    "split_population": Both("efter antal invånare", "by inhabitants"),
    "split_fixed": Both(
        "en fast del var, resten efter antal invånare",
        "a fixed part each, the rest by inhabitants",
    ),
    "first_share": Both(
        "Andel för {party}, som 62,5 % eller 1/3 (lika: alla lika)",
        "Share of {party}, like 62.5 % or 1/3 (equal: all the same)",
    ),
    "share": Both("Andel för {party}", "Share of {party}"),
    "fixed": Both(
        "Fast belopp per år för {party}, som {example}",
        "Fixed amount per year for {party}, like {example}",
    ),
    "amount": Both("Belopp för {item}, som {example}", "Amount for {item}, like {example}"),
    "year": Both(
        "Vilket år gäller beloppet (Enter: varje år)?",
        "Which year is the amount for (Enter: every year)?",
    ),
    "covers": Both("Hela året, eller bara den tiden?", "The whole year, or only that time?"),
    "covers_year": Both("hela året", "the whole year"),
    "covers_period": Both("bara den tiden", "only that time"),
    "counted": Both(
        "Vilken dag året före räknas antalet {unit}, som 11-01?",
        "On which day of the year before are {unit} counted, like 11-01?",
    ),
    "population_year": Both(
        "För vilket år vill du fylla i antalet {unit}, som 2024?",
        "For which year do you want to fill in the {unit}, like 2024?",
    ),
    "population": Both(
        "Antal {unit} i {party} {day}, som 42 382",
        "Number of {unit} in {party} {day}, like 42 382",
    ),
}

AFTERWARDS: Final[dict[str, Both]] = {
    "calc": Both(
        "Skrev {file}. Räkna:\n  {command}",
        "Wrote {file}. Calculate:\n  {command}",
    ),
    "check": Both(
        "Skrev {file}. Öppna den, fyll i det som saknas, och kontrollera:\n  {command}",
        "Wrote {file}. Open it, fill in what is missing, and check it:\n  {command}",
    ),
    "stopped": Both("Avbrutet: inget är skrivet.", "Stopped: nothing is written."),
}
