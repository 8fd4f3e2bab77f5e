"""The words that explain a figure: each rule's name and its sentence, in both languages.

In a sentence ``{value}`` is what the rule came to, ``{first_value}`` and ``{second_value}`` what
the two below it are, ``{factors}`` all of those multiplied, the other names the rule's own facts.
"""

from typing import Final, NamedTuple

from avtalskalk.texts import Both


class Said(NamedTuple):
    """A rule's name, as a table's row has it, and its sentence."""

    label: Both
    sentence: Both


RULES: Final[dict[str, Said]] = {
    # --- The year and its lines ---------------------------------------------------------------
    "total": Said(
        Both("{party} {year}", "{party} {year}"),
        Both(
            "{party} betalar {value} för {year} ({basis}).",
            "{party} pays {value} for {year} ({basis}).",
        ),
    ),
    "total_negative": Said(
        Both("{party} {year}", "{party} {year}"),
        Both(
            "{party} får {opposite} tillgodo för {year} ({basis}).",
            "{party} is credited {opposite} for {year} ({basis}).",
        ),
    ),
    "total_unknown": Said(
        Both("{party} {year}", "{party} {year}"),
        Both(
            "Vad {party} betalar för {year} ({basis}) kan inte räknas ut, för något saknas.",
            "What {party} pays for {year} ({basis}) cannot be worked out, as something is missing.",
        ),
    ),
    "line": Said(
        Both("{item}", "{item}"),
        Both(
            "För {item} betalar {party} {value}.",
            "For {item}, {party} pays {value}.",
        ),
    ),
    "line_negative": Said(
        Both("{item}", "{item}"),
        Both(
            "{item} minskar det som {party} betalar med {opposite}.",
            "{item} reduces what {party} pays by {opposite}.",
        ),
    ),
    "not_there": Said(
        Both("{item}", "{item}"),
        Both(
            "{item} finns inte {year}, så {party} betalar inget för den.",
            "{item} does not exist in {year}, so {party} pays nothing for it.",
        ),
    ),
    "missing": Said(
        Both("{item}: saknas", "{item}: missing"),
        Both("Det som saknas är {what}.", "What is missing is {what}."),
    ),
    "faulty": Said(
        Both("{item}: fel", "{item}: wrong"),
        Both(
            "{item} kan inte räknas ut: {what} är fel ({code}).",
            "{item} cannot be worked out: {what} is wrong ({code}).",
        ),
    ),
    # --- Shares -------------------------------------------------------------------------------
    "share_of": Said(
        Both("Andel av beloppet", "Share of the amount"),
        Both(
            "{party} bär {share} av {amount}, alltså {value}.",
            "{party} bears {share} of {amount}, that is {value}.",
        ),
    ),
    "fixed_share": Said(
        Both("Andel, {party}", "Share, {party}"),
        Both("Andelen för {party} är {value}.", "The share of {party} is {value}."),
    ),
    "rest_share": Said(
        Both("Resten, {party}", "The rest, {party}"),
        Both(
            "{party} har resten: 100 % minus de andras andelar är {value}.",
            "{party} has the rest: 100% less the others' shares is {value}.",
        ),
    ),
    "no_share": Said(
        Both("Ingen andel, {party}", "No share, {party}"),
        Both("Fördelningen ger {party} ingen andel.", "The split gives {party} no share."),
    ),
    "equal_share": Said(
        Both("Lika delar, {party}", "Equal shares, {party}"),
        Both(
            "Lika delat mellan {parties}: {party} har {value}.",
            "Split equally between {parties}: {party} has {value}.",
        ),
    ),
    "parts_share": Said(
        Both("Andel efter delar, {party}", "Share by parts, {party}"),
        Both(
            "{party} har {own} av {all} delar, alltså {value}.",
            "{party} has {own} of {all} parts, that is {value}.",
        ),
    ),
    "part": Said(
        Both("Delar, {party}", "Parts, {party}"),
        Both("Delarna för {party} är {value}.", "The parts of {party} are {value}."),
    ),
    "sum_of_parts": Said(
        Both("Alla delar", "All parts"),
        Both(
            "Delarna för {parties} är tillsammans {value}.",
            "The parts of {parties} are {value} together.",
        ),
    ),
    "key_share": Said(
        Both("Andel efter {key}, {party}", "Share by {key}, {party}"),
        Both(
            "{party} har {own} av {all} ({key}), alltså {value}.",
            "{party} has {own} of {all} ({key}), that is {value}.",
        ),
    ),
    "key_value": Said(
        Both("{key}, {party} {when}", "{key}, {party} {when}"),
        Both(
            "Värdet för {party} ({key}, {when}) är {value}.",
            "The value for {party} ({key}, {when}) is {value}.",
        ),
    ),
    "key_value_undated": Said(
        Both("{key}, {party}", "{key}, {party}"),
        Both(
            "Värdet för {party} ({key}, utan datum) är {value}.",
            "The value for {party} ({key}, without date) is {value}.",
        ),
    ),
    "key_mean": Said(
        Both("{key}, medelvärde, {party}", "{key}, mean, {party}"),
        Both(
            "Medelvärdet för {party} ({key}; {when}) är {value}.",
            "The mean for {party} ({key}; {when}) is {value}.",
        ),
    ),
    "key_formula": Said(
        Both("{key}, formel, {party}", "{key}, formula, {party}"),
        Both(
            "Värdet för {party} ({key}) är {formula}, vilket blir {value}.",
            "The value for {party} ({key}) is {formula}, which comes to {value}.",
        ),
    ),
    "key_sum": Said(
        Both("{key}, alla", "{key}, all"),
        Both(
            "Värdena för {parties} ({key}) är tillsammans {value}.",
            "The values for {parties} ({key}) are {value} together.",
        ),
    ),
    "mix_share": Said(
        Both("Blandning, {party}", "Mix, {party}"),
        Both(
            "Blandningens delar ger {party} tillsammans {value}.",
            "The parts of the mix give {party} {value} together.",
        ),
    ),
    "mix_part": Said(
        Both("Blandningens del {place}", "Part {place} of the mix"),
        Both(
            "Del {place} av blandningen: vikten {first_value} gånger andelen {second_value} ger "
            "{party} {value}.",
            "Part {place} of the mix: the weight {first_value} times the share {second_value} "
            "gives {party} {value}.",
        ),
    ),
    "mix_part_unused": Said(
        Both("Blandningens del {place}", "Part {place} of the mix"),
        Both(
            "Del {place} av blandningen väger {first_value} och ger ingen andel.",
            "Part {place} of the mix weighs {first_value} and gives no share.",
        ),
    ),
    "weight": Said(
        Both("Vikt, del {place}", "Weight, part {place}"),
        Both(
            "Del {place} av blandningen väger {value}.",
            "Part {place} of the mix weighs {value}.",
        ),
    ),
    "weight_rest": Said(
        Both("Vikt, del {place} (resten)", "Weight, part {place} (the rest)"),
        Both(
            "Del {place} av blandningen väger resten, {value}.",
            "Part {place} of the mix weighs the rest, {value}.",
        ),
    ),
    "tolerance_agreed": Said(
        Both("Överenskommen andel gäller", "The agreed share holds"),
        Both(
            "Den överenskomna andelen {value} gäller för {party}: längst från det överenskomna "
            "ligger {furthest}, {moved} procentenheter, och det är inte mer än {points}. Den "
            "verkliga andelen, {actual}, används inte.",
            "The agreed share {value} holds for {party}: furthest from what was agreed is "
            "{furthest}, by {moved} percentage points, which is not more than {points}. The "
            "actual share, {actual}, is not used.",
        ),
    ),
    "tolerance_actual": Said(
        Both("Verklig andel gäller", "The actual share holds"),
        Both(
            "Den verkliga andelen {value} gäller för {party}: längst från det överenskomna ligger "
            "{furthest}, {moved} procentenheter, och det är mer än {points}. Den överenskomna "
            "andelen, {agreed}, används inte.",
            "The actual share {value} holds for {party}: furthest from what was agreed is "
            "{furthest}, by {moved} percentage points, which is more than {points}. The agreed "
            "share, {agreed}, is not used.",
        ),
    ),
    "points": Said(
        Both("Tolerans, procentenheter", "Tolerance, percentage points"),
        Both(
            "Toleransen är {value} procentenheter; den största avvikelsen är {moved}.",
            "The tolerance is {value} percentage points; the largest deviation is {moved}.",
        ),
    ),
    "lowest": Said(
        Both("Medel av de lägsta, {party}", "Mean of the lowest, {party}"),
        Both(
            "{party} bär medelvärdet av de {count} lägsta av {all} uträknade andelar: {taken} "
            "ger i medeltal {value}.",
            "{party} bears the mean of the {count} lowest of {all} worked out shares: {taken} "
            "give {value}.",
        ),
    ),
    "lowest_share": Said(
        Both("Andel i allt, {party}", "Share in all, {party}"),
        Both(
            "{party} bär medelvärdet {first_value} och dessutom {second_value} av det som är kvar, "
            "tillsammans {value}.",
            "{party} bears the mean {first_value} and {second_value} of what is left as well, "
            "{value} together.",
        ),
    ),
    "left_share": Said(
        Both("Kvar till de andra", "Left for the others"),
        Both(
            "När {one} har burit sin del är {value} kvar.",
            "When {one} has borne its part, {value} is left.",
        ),
    ),
    "others_share": Said(
        Both("Andel av det som är kvar, {party}", "Share of what is left, {party}"),
        Both(
            "Av det som är kvar, {first_value}, bär {party} {second_value}, alltså {value}.",
            "Of what is left, {first_value}, {party} bears {second_value}, that is {value}.",
        ),
    ),
    "named_share": Said(
        Both("Fördelningen {name}, {party}", "The split {name}, {party}"),
        Both(
            "Fördelningen med namnet {name} ger {party} {value}.",
            "The split by the name of {name} gives {party} {value}.",
        ),
    ),
    "rounded_share": Said(
        Both("Avrundad andel, {party}", "Rounded share, {party}"),
        Both(
            "Andelen för {party} avrundas till närmaste {step}: {first_value} blir {value}.",
            "The share of {party} is rounded to the nearest {step}: {first_value} becomes {value}.",
        ),
    ),
    "rounded_share_rest": Said(
        Both("Avrundad andel (resten), {party}", "Rounded share (the rest), {party}"),
        Both(
            "{party} tar resten när de andras andelar har avrundats till närmaste {step}: "
            "{first_value} blir {value}.",
            "{party} takes the rest when the others' shares have been rounded to the nearest "
            "{step}: {first_value} becomes {value}.",
        ),
    ),
    "share_rounding": Said(
        Both("Andelens avrundning", "Rounding of the share"),
        Both(
            "Avrundningen ändrar andelen för {party} med {value}.",
            "Rounding changes the share of {party} by {value}.",
        ),
    ),
    # --- Steps --------------------------------------------------------------------------------
    "through": Said(
        Both("Genom stegen", "Through the steps"),
        Both(
            "När {amount} har fördelats bär {party} {value}.",
            "When {amount} has been split, {party} bears {value}.",
        ),
    ),
    "through_deducted": Said(
        Both("Genom stegen, avdraget", "Through the steps, deducted"),
        Both(
            "Det som minskar kostnaden, {amount}, fördelas som en kostnad och dras sedan av: för "
            "{party} {value}.",
            "What reduces the cost, {amount}, is split like a cost and then deducted: {value} for "
            "{party}.",
        ),
    ),
    "deducted": Said(Both("Dras av", "Deducted"), Both("Det dras av.", "It is deducted.")),
    "steps": Said(
        Both("Steg i ordning", "Steps in order"),
        Both(
            "{amount} går genom stegen i ordning, och {party} bär tillsammans {value}.",
            "{amount} goes through the steps in order, and {party} bears {value} together.",
        ),
    ),
    "step_fixed": Said(
        Both("Steg {place}: fast belopp", "Step {place}: fixed amount"),
        Both(
            "Steg {place}: {party} bär det fasta beloppet {value}.",
            "Step {place}: {party} bears the fixed amount {value}.",
        ),
    ),
    "step_fixed_prorated": Said(
        Both("Steg {place}: fast belopp", "Step {place}: fixed amount"),
        Both(
            "Steg {place}: {party} bär {part} av det fasta beloppet {yearly} per år, alltså "
            "{value}.",
            "Step {place}: {party} bears {part} of the fixed amount {yearly} a year, that is "
            "{value}.",
        ),
    ),
    "step_fixed_others": Said(
        Both("Steg {place}: andras fasta belopp", "Step {place}: others' fixed amounts"),
        Both(
            "Steg {place}: {taken} är fasta belopp för {parties}; {party} bär inget av dem.",
            "Step {place}: {taken} is fixed amounts of {parties}; {party} bears none of them.",
        ),
    ),
    "step_first": Said(
        Both("Steg {place}: först", "Step {place}: first"),
        Both(
            "Steg {place}: av de första {taken} bär {party} {value}.",
            "Step {place}: of the first {taken}, {party} bears {value}.",
        ),
    ),
    "step_first_not_filled": Said(
        Both("Steg {place}: först", "Step {place}: first"),
        Both(
            "Steg {place}: det som är kvar, {left}, ryms inom {most}; av det bär {party} {value}.",
            "Step {place}: what is left, {left}, is within {most}; of that, {party} bears {value}.",
        ),
    ),
    "step_rest": Said(
        Both("Steg {place}: resten", "Step {place}: the rest"),
        Both(
            "Steg {place}: av resten, {left}, bär {party} {value}.",
            "Step {place}: of the rest, {left}, {party} bears {value}.",
        ),
    ),
    "step_amount": Said(
        Both("Steg {place}: det som delas", "Step {place}: what is split"),
        Both(
            "Steg {place} tar {value}: gränsen är {most}, och {left} är kvar.",
            "Step {place} takes {value}: the limit is {most}, and {left} is left.",
        ),
    ),
    "step_most": Said(
        Both("Steg {place}: gräns", "Step {place}: limit"),
        Both("Steg {place} tar högst {value}.", "Step {place} takes at most {value}."),
    ),
    "step_most_prorated": Said(
        Both("Steg {place}: gräns", "Step {place}: limit"),
        Both(
            "Steg {place} tar högst {part} av {yearly} per år, alltså {value}.",
            "Step {place} takes at most {part} of {yearly} a year, that is {value}.",
        ),
    ),
    "yearly": Said(
        Both("Belopp per år", "Amount a year"),
        Both("Beloppet i steget är {value} per år.", "The amount in the step is {value} a year."),
    ),
    "part_in_split": Said(
        Both("Del av året", "Part of the year"),
        Both(
            "Kostnaden avser {value} av ett år, och lika stor del räknas av beloppet i steget.",
            "The cost is for {value} of a year, and so is the amount in the step.",
        ),
    ),
    "step_left": Said(
        Both("Kvar till steg {place}", "Left for step {place}"),
        Both(
            "När steg {place} börjar är {value} kvar.", "When step {place} begins, {value} is left."
        ),
    ),
    "step_taken": Said(
        Both("Taget i steg {place}", "Taken in step {place}"),
        Both("Steg {place} tog {value}.", "Step {place} took {value}."),
    ),
    "flow_amount": Said(
        Both("Det som fördelas", "What is split"),
        Both("Det som fördelas är {value}.", "What is split is {value}."),
    ),
    "mix_flow": Said(
        Both("Blandning, {party}", "Mix, {party}"),
        Both(
            "Blandningens delar av {amount} ger {party} tillsammans {value}.",
            "The parts of the mix of {amount} give {party} {value} together.",
        ),
    ),
    "mix_flow_part": Said(
        Both("Blandningens del {place}", "Part {place} of the mix"),
        Both(
            "Del {place} av blandningen, {weight} av beloppet, ger {party} {value}.",
            "Part {place} of the mix, {weight} of the amount, gives {party} {value}.",
        ),
    ),
    "mix_amount": Said(
        Both("Belopp, del {place}", "Amount, part {place}"),
        Both(
            "Del {place} av blandningen är {first_value} av {second_value}, alltså {value}.",
            "Part {place} of the mix is {first_value} of {second_value}, that is {value}.",
        ),
    ),
    "named_flow": Said(
        Both("Fördelningen {name}, {party}", "The split {name}, {party}"),
        Both(
            "Fördelningen med namnet {name} ger {party} {value}.",
            "The split by the name of {name} gives {party} {value}.",
        ),
    ),
    # --- Costs --------------------------------------------------------------------------------
    "net": Said(
        Both("Sammanlagt {first} – {last}", "Together {first} – {last}"),
        Both(
            "För {first} – {last} fördelas tillsammans {value}.",
            "For {first} – {last}, {value} is split together.",
        ),
    ),
    "cut": Said(
        Both("Del {first} – {last}", "Part {first} – {last}"),
        Both(
            "Av {first_value} faller {second_value} på {first} – {last}, alltså {value}.",
            "Of {first_value}, {second_value} falls on {first} – {last}, that is {value}.",
        ),
    ),
    "part_of_piece": Said(
        Both("Del av tiden", "Part of the time"),
        Both("{first} – {last} är {value} av tiden.", "{first} – {last} is {value} of the time."),
    ),
    "cost": Said(
        Both("{item} {first} – {last}", "{item} {first} – {last}"),
        Both(
            "{item} kostar {value} för {first} – {last}: {factors}.",
            "{item} costs {value} for {first} – {last}: {factors}.",
        ),
    ),
    "cost_negative": Said(
        Both("{item} {first} – {last}", "{item} {first} – {last}"),
        Both(
            "{item} minskar kostnaden med {opposite} för {first} – {last}: {factors}.",
            "{item} reduces the cost by {opposite} for {first} – {last}: {factors}.",
        ),
    ),
    "own_amount": Said(
        Both("Eget belopp {first} – {last}", "Own amount {first} – {last}"),
        Both(
            "{party} har ett eget belopp för {item}: {factors} är {value}.",
            "{party} has an amount of its own for {item}: {factors} is {value}.",
        ),
    ),
    "own_amount_plain": Said(
        Both("Eget belopp {first} – {last}", "Own amount {first} – {last}"),
        Both(
            "{party} har ett eget belopp för {item}: {value}.",
            "{party} has an amount of its own for {item}: {value}.",
        ),
    ),
    "own_together": Said(
        Both("{item}, alla parters egna belopp", "{item}, all parties' own amounts"),
        Both(
            "Parternas egna belopp för {item} är tillsammans {value}.",
            "The parties' own amounts for {item} are {value} together.",
        ),
    ),
    "no_own": Said(
        Both("Inget eget belopp", "No own amount"),
        Both("{party} har inget belopp för posten.", "{party} has no amount for the item."),
    ),
    "stated": Said(
        Both("{item}, {basis} {year}", "{item}, {basis} {year}"),
        Both(
            "För {item} är beloppet {value} ({basis} {year}).",
            "For {item}, the amount is {value} ({basis} {year}).",
        ),
    ),
    "adjustment": Said(
        Both("{item}, rättelse {year}", "{item}, correction {year}"),
        Both(
            "{item} är en rättelse på {value}, som räknas {year}.",
            "{item} is a correction of {value}, which counts in {year}.",
        ),
    ),
    "adjustment_for": Said(
        Both("{item}, rättelse för {adjusts}", "{item}, correction for {adjusts}"),
        Both(
            "{item} är en rättelse på {value} för {adjusts}, som räknas {year}.",
            "{item} is a correction of {value} for {adjusts}, which counts in {year}.",
        ),
    ),
    "known_part": Said(
        Both("Känd del, {party}", "Known part, {party}"),
        Both(
            "Den del av {item} som {party} bär är känd: {value} ({basis} {year}).",
            "The part of {item} that {party} bears is known: {value} ({basis} {year}).",
        ),
    ),
    "solved": Said(
        Both("{item}, uträknad ur känd del", "{item}, from a known part"),
        Both(
            "Summan för {item} är uträknad ur den kända delen: {part} för {party} är {share} av "
            "{value}.",
            "The total of {item} is worked out from the known part: {part} for {party} is {share} "
            "of {value}.",
        ),
    ),
    "borne_share": Said(
        Both("Andel av året, {party}", "Share of the year, {party}"),
        Both(
            "Under året bär {party} {value}, när varje del av det vägs efter sin längd.",
            "Over the year, {party} bears {value}, each part of it weighed by its length.",
        ),
    ),
    "borne_part": Said(
        Both("Del av året, {party}", "Part of the year, {party}"),
        Both(
            "Andelen {first_value} under {second_value} av tiden ger {party} {value}.",
            "The share {first_value} during {second_value} of the time gives {party} {value}.",
        ),
    ),
    "weight_in_time": Said(
        Both("Del av tiden", "Part of the time"),
        Both("Den delen är {value} av tiden.", "That part is {value} of the time."),
    ),
    "amount": Said(
        Both("{item}, per år", "{item}, a year"),
        Both("För {item} är beloppet {value} per år.", "For {item}, the amount is {value} a year."),
    ),
    "total_for_time": Said(
        Both("{item}, hela tiden", "{item}, the whole time"),
        Both(
            "För {item} är beloppet {value} för hela tiden.",
            "For {item}, the amount is {value} for the whole time.",
        ),
    ),
    "price": Said(
        Both("Pris", "Price"),
        Both("Priset för {item} är {value}.", "The price of {item} is {value}."),
    ),
    "own_price": Said(
        Both("Pris per enhet", "Price per unit"),
        Both("Priset för {item} är {value} per enhet.", "The price of {item} is {value} per unit."),
    ),
    "quantity": Said(
        Both("Mängd", "Quantity"),
        Both(
            "Mängden för {item} är {value} per år.",
            "The quantity of {item} is {value} a year.",
        ),
    ),
    "volume": Said(
        Both("Mängd, {name} {year}", "Quantity, {name} {year}"),
        Both(
            "Mängden för {item} är {value} ({name} {year}).",
            "The quantity of {item} is {value} ({name} {year}).",
        ),
    ),
    "percent": Said(
        Both("Procent", "Percentage"),
        Both("{item} är {value} av {items}.", "{item} is {value} of {items}."),
    ),
    "percent_of": Said(
        Both("Det procenten räknas på", "What the percentage is on"),
        Both(
            "Procenten räknas på {items}, tillsammans {value} för {first} – {last}.",
            "The percentage is on {items}, {value} together for {first} – {last}.",
        ),
    ),
    "agreed_amount": Said(
        Both("Avtalat belopp {year}", "Agreed amount {year}"),
        Both(
            "Det avtalade beloppet för {item} är {value} ({year}).",
            "The agreed amount for {item} is {value} ({year}).",
        ),
    ),
    "band": Said(
        Both("Rad {row} av {rows} i tabellen", "Row {row} of {rows} of the table"),
        Both(
            "{size} ({key}, {party}) är {interval}, rad {row} av {rows}: beloppet är {value}.",
            "{size} ({key}, {party}) is {interval}, row {row} of {rows}: the amount is {value}.",
        ),
    ),
    "factor_band": Said(
        Both("Faktor, rad {row} av {rows}", "Factor, row {row} of {rows}"),
        Both(
            "{size} ({key}) är {interval}, rad {row} av {rows}: faktorn är {value}.",
            "{size} ({key}) is {interval}, row {row} of {rows}: the factor is {value}.",
        ),
    ),
    "part_of_year": Said(
        Both("Del av {year}", "Part of {year}"),
        Both(
            "{first} – {last} är {value} av {year}, räknat i {units}.",
            "{first} – {last} is {value} of {year}, counted in {units}.",
        ),
    ),
    "part_of_days": Said(
        Both("Del av dagarna", "Part of the days"),
        Both(
            "{first} – {last} är {value} av de dagar som beloppet avser.",
            "{first} – {last} is {value} of the days that the amount is for.",
        ),
    ),
    "part_of_time": Said(
        Both("Del av hela tiden", "Part of the whole time"),
        Both(
            "{first} – {last} är {value} av hela tiden, räknat i {units}.",
            "{first} – {last} is {value} of the whole time, counted in {units}.",
        ),
    ),
    "part_of_covered": Said(
        Both("Del av tiden", "Part of the time"),
        Both(
            "{first} – {last} är {value} av den tid som beloppet avser, räknat i {units}.",
            "{first} – {last} is {value} of the time that the amount is for, counted in {units}.",
        ),
    ),
    "part_of_adjustment": Said(
        Both("Del av tiden", "Part of the time"),
        Both(
            "{first} – {last} tar {value} av rättelsen, som räknas hel.",
            "{first} – {last} takes {value} of the correction, which counts in full.",
        ),
    ),
    "portion": Said(
        Both("Avtalets del", "The agreement's portion"),
        Both(
            "Avtalet omfattar {value} av beloppet för {item}.",
            "The agreement covers {value} of the amount of {item}.",
        ),
    ),
    "factor": Said(
        Both("Faktor", "Factor"),
        Both(
            "Beloppet för {item} räknas med faktorn {value}.",
            "The amount of {item} is counted by the factor {value}.",
        ),
    ),
    "reduces": Said(
        Both("Minskar kostnaden", "Reduces the cost"),
        Both(
            "{item} är en intäkt eller ett bidrag och minskar kostnaden.",
            "{item} is revenue or a grant and reduces the cost.",
        ),
    ),
    # --- The index ----------------------------------------------------------------------------
    "index": Said(
        Both("Index", "Index"),
        Both(
            "Indexregeln för {item} gör beloppet {value} gånger så stort {year}.",
            "The index clause of {item} makes the amount {value} times as large in {year}.",
        ),
    ),
    "index_same": Said(
        Both("Index", "Index"),
        Both(
            "Indexregeln för {item} ändrar inte beloppet {year}.",
            "The index clause of {item} does not change the amount in {year}.",
        ),
    ),
    "index_partly_same": Said(
        Both("Index", "Index"),
        Both(
            "Indexregeln för {item} gäller {share} av beloppet och ändrar det inte {year}.",
            "The index clause of {item} is for {share} of the amount and does not change it in "
            "{year}.",
        ),
    ),
    "index_change_same": Said(
        Both("Ändring sedan beloppets år", "Change since the amount's year"),
        Both("Det som räknas upp är oförändrat.", "What is indexed is unchanged."),
    ),
    "index_partly": Said(
        Both("Index", "Index"),
        Both(
            "Indexregeln för {item} gäller {share} av beloppet och gör det {value} gånger så stort "
            "{year}.",
            "The index clause of {item} is for {share} of the amount and makes it {value} times as "
            "large in {year}.",
        ),
    ),
    "index_share": Said(
        Both("Del som räknas upp", "Part that is indexed"),
        Both("{value} av beloppet räknas upp.", "{value} of the amount is indexed."),
    ),
    "index_change": Said(
        Both("Ändring sedan beloppets år", "Change since the amount's year"),
        Both(
            "Det som räknas upp blir {value} gånger så stort.",
            "What is indexed becomes {value} times as large.",
        ),
    ),
    "index_level": Said(
        Both("Beloppets eget år", "The amount's own year"),
        Both(
            "Beloppet är i {year} års nivå, så {series} ändrar ingenting.",
            "The amount is at the level of {year}, so {series} changes nothing.",
        ),
    ),
    "index_quotient": Said(
        Both("{series}, kvot", "{series}, quotient"),
        Both(
            "{series} är {used} för {used_month} och var {base} för basen {base_month}; kvoten är "
            "{value}.",
            "{series} is {used} for {used_month} and was {base} for the base {base_month}; the "
            "quotient is {value}.",
        ),
    ),
    "index_chain": Said(
        Both("{series}, år för år", "{series}, year by year"),
        Both(
            "Ändringen av {series} prövas år för år; tillsammans blir det {value}.",
            "The change of {series} is tried year by year; together it is {value}.",
        ),
    ),
    "index_value": Said(
        Both("{series} {month}", "{series} {month}"),
        Both("{series} för {month} är {value}.", "{series} for {month} is {value}."),
    ),
    "index_value_published": Said(
        Both("{series} {month}", "{series} {month}"),
        Both(
            "{series} för {month} är {value}, publicerat {published}.",
            "{series} for {month} is {value}, published {published}.",
        ),
    ),
    "index_preliminary": Said(
        Both("{series} {month} (preliminärt)", "{series} {month} (preliminary)"),
        Both(
            "{series} för {month} är {value}, ett preliminärt värde.",
            "{series} for {month} is {value}, a preliminary value.",
        ),
    ),
    "index_year": Said(
        Both("{series}, {year}", "{series}, {year}"),
        Both(
            "{year} ändras {series} med {change}; beloppet blir {value} gånger det året före.",
            "In {year}, {series} changes by {change}; the amount becomes {value} times that of the "
            "year before.",
        ),
    ),
    "index_year_floor": Said(
        Both("{series}, {year} (golv)", "{series}, {year} (floor)"),
        Both(
            "{year} ändras {series} med {change}, under golvet; beloppet blir {value} gånger det "
            "året före.",
            "In {year}, {series} changes by {change}, below the floor; the amount becomes {value} "
            "times that of the year before.",
        ),
    ),
    "index_year_cap": Said(
        Both("{series}, {year} (tak)", "{series}, {year} (cap)"),
        Both(
            "{year} ändras {series} med {change}, över taket; beloppet blir {value} gånger det "
            "året före.",
            "In {year}, {series} changes by {change}, above the cap; the amount becomes {value} "
            "times that of the year before.",
        ),
    ),
    "index_year_one_way": Said(
        Both("{series}, {year} (sänks inte)", "{series}, {year} (no fall)"),
        Both(
            "{year} ändras {series} med {change}. Räknat från basen skulle beloppet bli lägre än "
            "året före, men det sänks inte.",
            "In {year}, {series} changes by {change}. Counted from the base the amount would be "
            "lower than the year before, but it does not fall.",
        ),
    ),
    "index_floor": Said(
        Both("Golv per år", "Floor a year"),
        Both(
            "Golvet {value} per år slog till {years}.", "The floor {value} a year bound in {years}."
        ),
    ),
    "index_floor_free": Said(
        Both("Golv per år", "Floor a year"),
        Both("Golvet {value} per år slog inte till.", "The floor {value} a year did not bind."),
    ),
    "index_cap": Said(
        Both("Tak per år", "Cap a year"),
        Both("Taket {value} per år slog till {years}.", "The cap {value} a year bound in {years}."),
    ),
    "index_cap_free": Said(
        Both("Tak per år", "Cap a year"),
        Both("Taket {value} per år slog inte till.", "The cap {value} a year did not bind."),
    ),
    "index_one_way": Said(
        Both("Sänks aldrig", "Never falls"),
        Both(
            "Att beloppet aldrig sänks slog till {years}.",
            "That the amount never falls bound in {years}.",
        ),
    ),
    "index_one_way_free": Said(
        Both("Sänks aldrig", "Never falls"),
        Both(
            "Att beloppet aldrig sänks slog inte till.",
            "That the amount never falls did not bind.",
        ),
    ),
    "steady": Said(
        Both("Fast ändring per år", "Fixed change a year"),
        Both(
            "{yearly} per år, {times} gånger från och med {first}, ger {value}.",
            "{yearly} a year, {times} times from {first} on, gives {value}.",
        ),
    ),
    "yearly_change": Said(
        Both("Ändring per år", "Change a year"),
        Both("Den fasta ändringen är {value} per år.", "The fixed change is {value} a year."),
    ),
    # --- Limits -------------------------------------------------------------------------------
    "limit_free": Said(
        Both("Begränsning, slog inte till", "Limit, did not bind"),
        Both(
            "Begränsningen slog inte till: {bounded} kom till {came}, och det ska vara {bounds}.",
            "The limit did not bind: {bounded} came to {came}, and it is to be {bounds}.",
        ),
    ),
    "limit_held": Said(
        Both("Begränsning", "Limit"),
        Both(
            "Begränsningen slog till: {bounded} kom till {came}, men det ska vara {bounds}. Det "
            "ändrar med {value}.",
            "The limit bound: {bounded} came to {came}, but it is to be {bounds}. It changes by "
            "{value}.",
        ),
    ),
    "limit_held_after": Said(
        Both("Begränsning", "Limit"),
        Both(
            "Begränsningen slog till: {bounded} kom till {came} och tog över av andras skillnad, "
            "men det ska vara {bounds}. Det ändrar med {value}.",
            "The limit bound: {bounded} came to {came} and took over from the others' difference, "
            "but it is to be {bounds}. It changes by {value}.",
        ),
    ),
    "limit_taken": Said(
        Both("Andras begränsning", "Others' limit"),
        Both(
            "Begränsningen slog till för {parties}; av skillnaden tar {party} {value}.",
            "The limit bound for {parties}; of the difference, {party} takes {value}.",
        ),
    ),
    "limit_passed": Said(
        Both("Andras begränsning", "Others' limit"),
        Both(
            "Begränsningen slog till för {parties}, men flyttar ingenting till {party}.",
            "The limit bound for {parties}, but moves nothing to {party}.",
        ),
    ),
    "came": Said(
        Both("Före begränsningen", "Before the limit"),
        Both("Före begränsningen: {value}.", "Before the limit: {value}."),
    ),
    "held_at": Said(
        Both("Efter begränsningen", "After the limit"),
        Both("Efter begränsningen: {value}.", "After the limit: {value}."),
    ),
    "limit_max": Said(
        Both("Högst", "At most"),
        Both(
            "{bounded} ska betala högst {value} per år.",
            "{bounded} is to pay at most {value} a year.",
        ),
    ),
    "limit_min": Said(
        Both("Lägst", "At least"),
        Both(
            "{bounded} ska betala lägst {value} per år.",
            "{bounded} is to pay at least {value} a year.",
        ),
    ),
    "limit_max_increase": Said(
        Both("Högsta ändring", "Largest change"),
        Both(
            "{bounded} ska inte betala mer än året före ändrat med {value}.",
            "{bounded} is not to pay more than the year before changed by {value}.",
        ),
    ),
    "limit_min_increase": Said(
        Both("Lägsta ändring", "Smallest change"),
        Both(
            "{bounded} ska inte betala mindre än året före ändrat med {value}.",
            "{bounded} is not to pay less than the year before changed by {value}.",
        ),
    ),
    "paid_before": Said(
        Both("Betalat {year}", "Paid {year}"),
        Both("{bounded} betalade {value} {year}.", "{bounded} paid {value} in {year}."),
    ),
    "computed_before": Said(
        Both("Uträknat {year}", "Worked out {year}"),
        Both(
            "För {year} kommer {bounded} till {value}, räknat som ett helt år.",
            "For {year}, {bounded} comes to {value}, counted as a whole year.",
        ),
    ),
    # --- Rounding and surcharges --------------------------------------------------------------
    "rounding_largest_remainder": Said(
        Both("Avrundning till {to}", "Rounding to {to}"),
        Both(
            "Avrundningen till {to} gör {exact} till {amount}: alla skärs ned, och det som då "
            "fattas går till dem som förlorade mest: {takers}.",
            "In rounding to {to}, {exact} becomes {amount}; all are cut down, and what is then "
            "missing goes to those that lost most: {takers}.",
        ),
    ),
    "rounding_largest_remainder_even": Said(
        Both("Avrundning till {to}", "Rounding to {to}"),
        Both(
            "Avrundningen till {to} gör {exact} till {amount}: alla skärs ned, och ingenting "
            "fattas då.",
            "In rounding to {to}, {exact} becomes {amount}; all are cut down, and nothing is "
            "missing then.",
        ),
    ),
    "rounding_half_up": Said(
        Both("Avrundning till {to}", "Rounding to {to}"),
        Both(
            "Avrundningen till närmaste {to} gör {exact} till {amount}.",
            "Rounded to the nearest {to}, {exact} becomes {amount}.",
        ),
    ),
    "rounding_up": Said(
        Both("Avrundning till {to}", "Rounding to {to}"),
        Both(
            "Avrundningen uppåt till {to} gör {exact} till {amount}.",
            "Rounded up to {to}, {exact} becomes {amount}.",
        ),
    ),
    "rounding_rest_to": Said(
        Both("Avrundning till {to}", "Rounding to {to}"),
        Both(
            "De andra avrundas till närmaste {to}, och {taker} tar resten: {exact} blir {amount}.",
            "The others are rounded to the nearest {to}, and {taker} takes the rest: {exact} "
            "becomes {amount}.",
        ),
    ),
    "surcharge": Said(
        Both("Påslag på {item}", "Surcharge on {item}"),
        Both(
            "Påslaget på {item} för {party} är {percent} av {amount}, alltså {value}.",
            "The surcharge on {item} for {party} is {percent} of {amount}, that is {value}.",
        ),
    ),
    "surcharge_exact": Said(
        Both("Påslag före avrundning", "Surcharge before rounding"),
        Both(
            "{percent} av {amount} är {value}.",
            "{percent} of {amount} is {value}.",
        ),
    ),
    "surcharge_rounding": Said(
        Both("Avrundning till {to}", "Rounding to {to}"),
        Both(
            "Avrundningen till närmaste {to} ändrar påslaget med {value}.",
            "Rounding to the nearest {to} changes the surcharge by {value}.",
        ),
    ),
    "surcharge_percent": Said(
        Both("Påslag i procent", "Surcharge in percent"),
        Both("Påslaget är {value}.", "The surcharge is {value}."),
    ),
    "surcharge_on": Said(
        Both("Det påslaget räknas på", "What the surcharge is on"),
        Both("Påslaget räknas på {value}.", "The surcharge is on {value}."),
    ),
}

WORDS: Final[dict[str, Both]] = {
    "step": Both("Steg", "Step"),
    "value": Both("Värde", "Value"),
    "exact": Both("Exakt", "Exact"),
    "where": Both("Var", "Where"),
    "tree": Both("Så räknas beloppet", "How the amount is worked out"),
    "tree_note": Both(
        "Det inom parentes står bredvid: värdet ovanför följer inte av det.",
        "What is in brackets stands beside: the value above does not follow from it.",
    ),
    "words": Both("I ord", "In words"),
    "beside": Both("Att veta om beloppet", "To know about the amount"),
    "and": Both("och", "and"),
    "budget": Both("budget", "budget"),
    "forecast": Both("prognos", "forecast"),
    "actual": Both("utfall", "actual"),
    "days": Both("dagar", "days"),
    "months": Both("månader", "months"),
    "quarters": Both("kvartal", "quarters"),
    "during": Both("{first} – {last}: {sentence}", "{first} – {last}: {sentence}"),
    "according_to": Both("Enligt {path} ({place}).", "According to {path} ({place})."),
    "source": Both("Källa: {paper}.", "Source: {paper}."),
    "papers": Both("Papper för {time}: {papers}.", "Papers for {time}: {papers}."),
    "time": Both("{first} – {last}", "{first} – {last}"),
    "time_from": Both("tiden från och med {first}", "the time from {first} on"),
    "time_to": Both("tiden till och med {last}", "the time until {last}"),
    "time_all": Both("hela tiden", "the whole time"),
    "dnr": Both("dnr\u00a0{dnr}", "ref.\u00a0{dnr}"),
    "decided": Both("{party}: {status}", "{party}: {status}"),
    "approved": Both("godkänt", "approved"),
    "pending": Both("beslut väntar", "decision pending"),
    "proposed": Both("föreslaget", "proposed"),
    "refused": Both("avslaget", "refused"),
    "unknown": Both("beslut nämnt, utfall inte angivet", "decision named, outcome not given"),
    "missing": Both("saknas", "missing"),
    "at_most": Both("högst {most}", "at most {most}"),
    "at_least": Both("lägst {least}", "at least {least}"),
    "any": Both("utan gräns", "without bound"),
    "from_up": Both("{least} eller mer", "{least} or more"),
    "above": Both("mer än {least}", "more than {least}"),
    "below": Both("mindre än {most}", "less than {most}"),
    "up_to": Both("högst {most}", "at most {most}"),
    "deeper": Both(
        "Det som ligger djupare än {depth} steg visas inte; ta bort --depth för att se allt.",
        "What lies deeper than {depth} steps is not shown; leave out --depth to see all.",
    ),
    "title": Both("Förklaring: {party} {year}", "Explanation: {party} {year}"),
    "title_item": Both("Förklaring: {party} {year}, {item}", "Explanation: {party} {year}, {item}"),
    # --- The bridge ---------------------------------------------------------------------------
    "bridge": Both("{party}: från {first} till {last}", "{party}: from {first} to {last}"),
    "bar": Both("Förändring", "Change"),
    "amount": Both("Belopp", "Amount"),
    "why": Both("Varför", "Why"),
    "start": Both("{year}", "{year}"),
    "end": Both("{year}", "{year}"),
    "volume": Both("Volym: belopp, mängd och tid", "Volume: amounts, quantities and time"),
    "price_index": Both("Pris och index", "Price and index"),
    "split": Both("Fördelning", "Split"),
    "limits": Both("Begränsningar", "Limits"),
    "rounding": Both("Avrundning", "Rounding"),
    "surcharges": Both("Påslag", "Surcharges"),
    "bridge_note": Both(
        "En sak i taget byts mot det senare årets, i den ordning som raderna står; avrundningen "
        "tar det som blir kvar i hela ören.",
        "One thing at a time is changed to the later year's, in the order of the rows; rounding "
        "takes what is left in whole minor units.",
    ),
    "from_to": Both("{before} → {after}", "{before} → {after}"),
    "in_year": Both("{year}: {sentence}", "{year}: {sentence}"),
    "nothing": Both("ingen ändring", "no change"),
    "lacking": Both("Saknas {year}: {what}.", "Missing {year}: {what}."),
    "lacking_shares": Both(
        "Andelen för {party} av {item} ändras från {before} till {after}.",
        "The share of {party} of {item} changes from {before} to {after}.",
    ),
    "same_shares": Both(
        "Andelen för {party} av {item} är {after} båda åren.",
        "The share of {party} of {item} is {after} in both years.",
    ),
}
