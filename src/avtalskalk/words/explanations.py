"""The words that explain a figure: each rule's name and its sentence, in both languages.

In a sentence ``{value}`` is what the rule came to, ``{first_value}`` and ``{second_value}`` what
the two below it are, ``{factors}`` all of those multiplied, the other names the rule's own facts.
"""

from typing import Final, NamedTuple

from avtalskalk.words import Both


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
            "För {item} kommer {party} till {value}.",
            "For {item}, {party} comes to {value}.",
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
            "{item} finns inte {year}, så {party} betalar inget för den posten.",
            "{item} does not exist in {year}, so {party} pays nothing for it.",
        ),
    ),
    "missing_figure": Said(
        Both("{item}: saknas", "{item}: missing"),
        Both(
            "Beloppet för {item} är inte känt för {year} ({basis}).",
            "The amount of {item} is not known for {year} ({basis}).",
        ),
    ),
    "missing_costs": Said(
        Both("Kostnader: saknas", "Costs: missing"),
        Both(
            "Avtalet anger inga kostnader, så det finns inget belopp att fördela.",
            "The agreement states no costs, so there is no amount to split.",
        ),
    ),
    "missing_key": Said(
        Both("{item}: saknas", "{item}: missing"),
        Both(
            "{item} väntar på nyckeln {data} för {when}, som inte är känd.",
            "{item} waits for the key {data} of {when}, which is not known.",
        ),
    ),
    "missing_index": Said(
        Both("{item}: saknas", "{item}: missing"),
        Both(
            "{item} väntar på indexet {data} för {when}, som inte är känt.",
            "{item} waits for the index {data} of {when}, which is not known.",
        ),
    ),
    "missing_split": Said(
        Both("{item}: saknas", "{item}: missing"),
        Both(
            "Hur {item} ska fördelas {year} anges inte.",
            "How {item} is to be split in {year} is not stated.",
        ),
    ),
    "missing_before": Said(
        Both("Året före: saknas", "The year before: missing"),
        Both(
            "Begränsningen jämför med året före, som inte kan räknas ut: {what} saknas.",
            "The limit compares with the year before, which cannot be worked out: {what} is "
            "missing.",
        ),
    ),
    "missing_other": Said(
        Both("{item}: saknas", "{item}: missing"),
        Both(
            "För att räkna ut {item} {year} saknas {what}.",
            "To work out {item} in {year}, {what} is missing.",
        ),
    ),
    "faulty": Said(
        Both("{subject}: fel", "{subject}: wrong"),
        Both(
            "{subject} kan inte räknas ut: {what} är fel ({code}).",
            "{subject} cannot be worked out: {what} is wrong ({code}).",
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
    "share_of_negative": Said(
        Both("Andel av beloppet", "Share of the amount"),
        Both(
            "Av {amount} är {share} för {party}, alltså {value}.",
            "Of {amount}, {share} is for {party}, that is {value}.",
        ),
    ),
    "not_yet": Said(
        Both("Inte med ännu, {party}", "Not in yet, {party}"),
        Both(
            "{party} är med först från och med {day} och bär inget dessförinnan.",
            "{party} takes part from {day} on only, and bears nothing before.",
        ),
    ),
    "no_longer": Said(
        Both("Inte med längre, {party}", "No longer in, {party}"),
        Both(
            "{party} är med till och med {day} och bär inget därefter.",
            "{party} takes part through {day}, and bears nothing after.",
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
            "{party} har {own} av {all} ({key_when}), alltså {value}.",
            "{party} has {own} of {all} ({key_when}), that is {value}.",
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
    "key_again": Said(
        Both("{key}, {party}", "{key}, {party}"),
        Both(
            "Värdet för {party} ({key}) är {value}, som ovan.",
            "The value for {party} ({key}) is {value}, as above.",
        ),
    ),
    "key_sum": Said(
        Both("{key}, alla", "{key}, all"),
        Both(
            "Värdena för {parties} ({key_when}) är tillsammans {value}.",
            "The values for {parties} ({key_when}) are {value} together.",
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
        Both("Tolerans", "Tolerance"),
        Both(
            "Toleransen är {value} procentenheter; den största avvikelsen är {moved}.",
            "The tolerance is {value} percentage points; the largest deviation is {moved}.",
        ),
    ),
    "lowest": Said(
        Both("Medel av de lägsta, {party}", "Mean of the lowest, {party}"),
        Both(
            "{party} bär medelvärdet av de {count} lägsta av {all} uträknade andelar: {taken} ger "
            "i medeltal {value}. Det som räknas bort: {passed}.",
            "{party} bears the mean of the {count} lowest of {all} worked out shares: {taken} give "
            "{value} on average. What is left out: {passed}.",
        ),
    ),
    "lowest_of_all": Said(
        Both("Medel av andelarna, {party}", "Mean of the shares, {party}"),
        Both(
            "{party} bär medelvärdet av {all} uträknade andelar: {taken} ger i medeltal {value}.",
            "{party} bears the mean of {all} worked out shares: {taken} give {value} on average.",
        ),
    ),
    "lowest_share": Said(
        Both("Andel i allt, {party}", "Share in all, {party}"),
        Both(
            "{party} bär medelvärdet, {first_value}, och av det som är kvar ytterligare "
            "{second_value} av det hela, tillsammans {value}.",
            "{party} bears the mean, {first_value}, and of what is left another {second_value} of "
            "the whole, {value} together.",
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
            "Andelen för {party} avrundas till närmaste {step}: {exact} blir {value}.",
            "The share of {party} is rounded to the nearest {step}: {exact} becomes {value}.",
        ),
    ),
    "rounded_share_rest": Said(
        Both("Avrundad andel (resten), {party}", "Rounded share (the rest), {party}"),
        Both(
            "{party} tar resten när de andras andelar har avrundats till närmaste {step}: {exact} "
            "blir {value}.",
            "{party} takes the rest when the others' shares have been rounded to the nearest "
            "{step}: {exact} becomes {value}.",
        ),
    ),
    "share_rounding": Said(
        Both("Andelens avrundning", "Rounding of the share"),
        Both(
            "Avrundningen ändrar andelen för {party} med {value}.",
            "Rounding changes the share of {party} by {value}.",
        ),
    ),
    "flow_deducted": Said(
        Both("Genom stegen, avdraget", "Through the steps, deducted"),
        Both(
            "Det som minskar kostnaden, {amount}, fördelas som en kostnad och dras sedan av: för "
            "{party} blir det {value}.",
            "What reduces the cost, {amount}, is split like a cost and then deducted: {value} for "
            "{party}.",
        ),
    ),
    # --- Steps --------------------------------------------------------------------------------
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
            "Steg {place} tar {value}: gränsen är {most}, och {left} var kvar när steget började.",
            "Step {place} takes {value}: the limit is {most}, and {left} was left when the step "
            "began.",
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
            "The cost is for {value} of a year, and so much of the amount in the step counts.",
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
        Both("Sammanlagt {time}", "Together {time}"),
        Both(
            "För {time} fördelas tillsammans {value}.",
            "For {time}, {value} is split together.",
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
        Both("{item} {time}", "{item} {time}"),
        Both(
            "{item} kostar {value} för {time}: {factors}.",
            "{item} costs {value} for {time}: {factors}.",
        ),
    ),
    "cost_negative": Said(
        Both("{item} {time}", "{item} {time}"),
        Both(
            "{item} minskar kostnaden med {opposite} för {time}: {factors}.",
            "{item} reduces the cost by {opposite} for {time}: {factors}.",
        ),
    ),
    "own_amount": Said(
        Both("Eget belopp {time}", "Own amount {time}"),
        Both(
            "{party} har ett eget belopp för {item} ({time}): {factors} är {value}.",
            "{party} has an amount of its own for {item} ({time}): {factors} is {value}.",
        ),
    ),
    "own_amount_plain": Said(
        Both("Eget belopp {time}", "Own amount {time}"),
        Both(
            "{party} har ett eget belopp för {item} ({time}): {value}.",
            "{party} has an amount of its own for {item} ({time}): {value}.",
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
        Both("Inget eget belopp {time}", "No own amount {time}"),
        Both(
            "{party} har inget belopp för {item} ({time}).",
            "{party} has no amount for {item} ({time}).",
        ),
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
        Both(
            "Priset för {item} är {value} styck.",
            "The price of {item} is {value} each.",
        ),
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
            "Procenten räknas på {items}, tillsammans {value} för {time}.",
            "The percentage is on {items}, {value} together for {time}.",
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
            "{first} – {last} är {long} av {all} {units}, alltså {value} av {year}.",
            "{first} – {last} is {long} of {all} {units}, that is {value} of {year}.",
        ),
    ),
    "part_of_days": Said(
        Both("Del av dagarna", "Part of the days"),
        Both(
            "{first} – {last} är {long} av {all} {units}, alltså {value} av de dagar som beloppet "
            "avser.",
            "{first} – {last} is {long} of {all} {units}, that is {value} of the days that the "
            "amount is for.",
        ),
    ),
    "part_of_time": Said(
        Both("Del av hela tiden", "Part of the whole time"),
        Both(
            "{first} – {last} är {long} av {all} {units}, alltså {value} av hela tiden.",
            "{first} – {last} is {long} of {all} {units}, that is {value} of the whole time.",
        ),
    ),
    "part_of_covered": Said(
        Both("Del av tiden", "Part of the time"),
        Both(
            "{first} – {last} är {long} av {all} {units}, alltså {value} av den tid som beloppet "
            "avser.",
            "{first} – {last} is {long} of {all} {units}, that is {value} of the time that the "
            "amount is for.",
        ),
    ),
    "part_of_adjustment": Said(
        Both("Del av tiden", "Part of the time"),
        Both(
            "{first} – {last} tar {value} av rättelsen, som räknas hel: {long} av {all} {units}.",
            "{first} – {last} takes {value} of the correction, which counts in full: {long} of "
            "{all} {units}.",
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
    "reduces_revenue": Said(
        Both("Minskar kostnaden", "Reduces the cost"),
        Both(
            "{item} är en intäkt och minskar kostnaden.",
            "{item} is revenue and reduces the cost.",
        ),
    ),
    "reduces_grant": Said(
        Both("Minskar kostnaden", "Reduces the cost"),
        Both(
            "{item} är ett bidrag och minskar kostnaden.",
            "{item} is a grant and reduces the cost.",
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
    "index_not_of_actual": Said(
        Both("Index räknas inte", "No index"),
        Both(
            "Utfallet för {item} räknas som det är; indexregeln gäller inte det.",
            "The actual amount of {item} counts as it is; the index clause is not for it.",
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
            "{year} används {series} för {used_month}, {used}, mot basen för {base_month}, {base}; "
            "kvoten är {value}.",
            "{year} uses {series} for {used_month}, {used}, against the base for {base_month}, "
            "{base}; the quotient is {value}.",
        ),
    ),
    "index_chain": Said(
        Both("{series}, år för år", "{series}, year by year"),
        Both(
            "Ändringen av {series} prövas år för år; åren tillsammans ger {value}.",
            "The change of {series} is tried year by year; the years together give {value}.",
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
            "{year} räknas med ändringen av {series} från {before_month} till {month}, {change}; "
            "beloppet blir {value} gånger det året före.",
            "{year} counts the change of {series} from {before_month} to {month}, {change}; the "
            "amount becomes {value} times that of the year before.",
        ),
    ),
    "index_year_floor": Said(
        Both("{series}, {year} (golv)", "{series}, {year} (floor)"),
        Both(
            "{year} räknas med ändringen av {series} från {before_month} till {month}, {change}, "
            "som är under golvet {limit}; beloppet blir {value} gånger det året före.",
            "{year} counts the change of {series} from {before_month} to {month}, {change}, which "
            "is below the floor {limit}; the amount becomes {value} times that of the year before.",
        ),
    ),
    "index_year_cap": Said(
        Both("{series}, {year} (tak)", "{series}, {year} (cap)"),
        Both(
            "{year} räknas med ändringen av {series} från {before_month} till {month}, {change}, "
            "som är över taket {limit}; beloppet blir {value} gånger det året före.",
            "{year} counts the change of {series} from {before_month} to {month}, {change}, which "
            "is above the cap {limit}; the amount becomes {value} times that of the year before.",
        ),
    ),
    "index_year_one_way": Said(
        Both("{series}, {year} (sänks inte)", "{series}, {year} (no fall)"),
        Both(
            "{year} räknas med ändringen av {series} från {before_month} till {month}, {change}, "
            "men beloppet sänks inte.",
            "{year} counts the change of {series} from {before_month} to {month}, {change}, but "
            "the amount does not fall.",
        ),
    ),
    "index_year_from_base": Said(
        Both("{series}, {year}", "{series}, {year}"),
        Both(
            "{year} är {series} för {month} {now} mot basens {base}: faktorn är {from_base}, mot "
            "{before} året före, så beloppet blir {value} gånger det året före.",
            "In {year}, {series} for {month} is {now} against the base's {base}: the factor is "
            "{from_base}, against {before} the year before, so the amount becomes {value} times "
            "that of the year before.",
        ),
    ),
    "index_year_from_base_one_way": Said(
        Both("{series}, {year} (sänks inte)", "{series}, {year} (no fall)"),
        Both(
            "{year} är {series} för {month} {now} mot basens {base}: faktorn vore {from_base}, "
            "lägre än {before} året före, men beloppet sänks inte.",
            "In {year}, {series} for {month} is {now} against the base's {base}: the factor would "
            "be {from_base}, lower than {before} the year before, but the amount does not fall.",
        ),
    ),
    "index_floor": Said(
        Both("Golv per år", "Floor a year"),
        Both(
            "Golvet {value} per år slog till för {years}.",
            "The floor {value} a year bound for {years}.",
        ),
    ),
    "index_floor_free": Said(
        Both("Golv per år", "Floor a year"),
        Both("Golvet {value} per år slog inte till.", "The floor {value} a year did not bind."),
    ),
    "index_floor_untried": Said(
        Both("Golv per år", "Floor a year"),
        Both(
            "Golvet {value} per år prövas inte: beloppet är i {year} års nivå.",
            "The floor {value} a year is not tried: the amount is at the level of {year}.",
        ),
    ),
    "index_cap": Said(
        Both("Tak per år", "Cap a year"),
        Both(
            "Taket {value} per år slog till för {years}.",
            "The cap {value} a year bound for {years}.",
        ),
    ),
    "index_cap_free": Said(
        Both("Tak per år", "Cap a year"),
        Both("Taket {value} per år slog inte till.", "The cap {value} a year did not bind."),
    ),
    "index_cap_untried": Said(
        Both("Tak per år", "Cap a year"),
        Both(
            "Taket {value} per år prövas inte: beloppet är i {year} års nivå.",
            "The cap {value} a year is not tried: the amount is at the level of {year}.",
        ),
    ),
    "index_one_way": Said(
        Both("Sänks aldrig", "Never falls"),
        Both(
            "Regeln att beloppet aldrig sänks slog till för {years}.",
            "The rule that the amount never falls bound for {years}.",
        ),
    ),
    "index_one_way_free": Said(
        Both("Sänks aldrig", "Never falls"),
        Both(
            "Regeln att beloppet aldrig sänks slog inte till.",
            "The rule that the amount never falls did not bind.",
        ),
    ),
    "index_one_way_untried": Said(
        Both("Sänks aldrig", "Never falls"),
        Both(
            "Regeln att beloppet aldrig sänks prövas inte: beloppet är i {year} års nivå.",
            "The rule that the amount never falls is not tried: the amount is at the level of "
            "{year}.",
        ),
    ),
    "steady": Said(
        Both("Fast ändring per år", "Fixed change a year"),
        Both(
            "{yearly} per år, {times} gånger från och med {from_year}, ger {value}.",
            "{yearly} a year, {times} times from {from_year} on, gives {value}.",
        ),
    ),
    "steady_once": Said(
        Both("Fast ändring per år", "Fixed change a year"),
        Both(
            "{yearly} per år, en gång, från och med {from_year}, ger {value}.",
            "{yearly} a year, once, from {from_year} on, gives {value}.",
        ),
    ),
    "steady_not_yet": Said(
        Both("Fast ändring per år", "Fixed change a year"),
        Both(
            "Den fasta ändringen {yearly} per år börjar {from_year} och räknas alltså inte {year}.",
            "The fixed change {yearly} a year begins in {from_year}, and so does not count in "
            "{year}.",
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
    "limit_free_for_all": Said(
        Both("Begränsning, slog inte till", "Limit, did not bind"),
        Both(
            "Begränsningen slog inte till för någon av {parties}.",
            "The limit did not bind for any of {parties}.",
        ),
    ),
    "limit_without_bound": Said(
        Both("Begränsning, slog inte till", "Limit, did not bind"),
        Both(
            "Begränsningen slog inte till för {bounded}: det finns inget belopp från året före att "
            "jämföra med.",
            "The limit did not bind for {bounded}: there is no amount of the year before to "
            "compare with.",
        ),
    ),
    "limit_untried": Said(
        Both("Begränsning, prövas inte", "Limit, not tried"),
        Both(
            "Begränsningen prövas inte {year}: det finns inget belopp från året före att jämföra "
            "med.",
            "The limit is not tried in {year}: there is no amount of the year before to compare "
            "with.",
        ),
    ),
    "limit_of": Said(
        Both("{bounded}, före begränsningen", "{bounded}, before the limit"),
        Both(
            "{bounded} kom till {came}, och det ska vara {bounds}.",
            "{bounded} came to {came}, and it is to be {bounds}.",
        ),
    ),
    "limit_held": Said(
        Both("Begränsning", "Limit"),
        Both(
            "Begränsningen slog till: {bounded} kom till {came}, men det ska vara {bounds}. Det "
            "blir {opposite} mindre; {taken_by}.",
            "The limit bound: {bounded} came to {came}, but it is to be {bounds}. That is "
            "{opposite} less; {taken_by}.",
        ),
    ),
    "limit_held_more": Said(
        Both("Begränsning", "Limit"),
        Both(
            "Begränsningen slog till: {bounded} kom till {came}, men det ska vara {bounds}. Det "
            "blir {value} mer; {taken_by}.",
            "The limit bound: {bounded} came to {came}, but it is to be {bounds}. That is {value} "
            "more; {taken_by}.",
        ),
    ),
    "limit_held_after": Said(
        Both("Begränsning", "Limit"),
        Both(
            "Begränsningen slog till: {bounded} kom till {came} och tog över av andras skillnad, "
            "men det ska vara {bounds}. Det blir {opposite} mindre.",
            "The limit bound: {bounded} came to {came} and took over from the others' difference, "
            "but it is to be {bounds}. That is {opposite} less.",
        ),
    ),
    "limit_held_after_more": Said(
        Both("Begränsning", "Limit"),
        Both(
            "Begränsningen slog till: {bounded} kom till {came} och tog över av andras skillnad, "
            "men det ska vara {bounds}. Det blir {value} mer.",
            "The limit bound: {bounded} came to {came} and took over from the others' difference, "
            "but it is to be {bounds}. That is {value} more.",
        ),
    ),
    "limit_taken": Said(
        Both("Andras begränsning", "Others' limit"),
        Both(
            "Begränsningen slog till för {parties}; av skillnaden får {party} {value} mer att "
            "betala.",
            "The limit bound for {parties}; of the difference, {party} pays {value} more.",
        ),
    ),
    "limit_taken_less": Said(
        Both("Andras begränsning", "Others' limit"),
        Both(
            "Begränsningen slog till för {parties}; av skillnaden får {party} {opposite} mindre "
            "att betala.",
            "The limit bound for {parties}; of the difference, {party} pays {opposite} less.",
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
            "{bounded} ska betala högst {value} per år{for_part}.",
            "{bounded} is to pay at most {value} a year{for_part}.",
        ),
    ),
    "limit_min": Said(
        Both("Lägst", "At least"),
        Both(
            "{bounded} ska betala lägst {value} per år{for_part}.",
            "{bounded} is to pay at least {value} a year{for_part}.",
        ),
    ),
    "limit_max_increase": Said(
        Both("Högsta ändring", "Largest change"),
        Both(
            "För {bounded} får ändringen från {before} för {last_year} vara högst {value}, alltså "
            "till högst {yearly} per år{for_part}.",
            "For {bounded}, the change from {before} for {last_year} may be at most {value}, that "
            "is to at most {yearly} a year{for_part}.",
        ),
    ),
    "limit_min_increase": Said(
        Both("Lägsta ändring", "Smallest change"),
        Both(
            "För {bounded} ska ändringen från {before} för {last_year} vara lägst {value}, alltså "
            "till lägst {yearly} per år{for_part}.",
            "For {bounded}, the change from {before} for {last_year} is to be at least {value}, "
            "that is to at least {yearly} a year{for_part}.",
        ),
    ),
    "warned": Said(
        Both("Varningsgräns", "Warning limit"),
        Both(
            "{party} betalar {part} av det som parterna betalar, mer än varningsgränsen {value}; "
            "inga pengar flyttas.",
            "{party} pays {part} of what the parties pay, more than the warning limit {value}; no "
            "money moves.",
        ),
    ),
    "warned_free": Said(
        Both("Varningsgräns", "Warning limit"),
        Both(
            "{party} betalar {part} av det som parterna betalar, inte mer än varningsgränsen "
            "{value}.",
            "{party} pays {part} of what the parties pay, not more than the warning limit {value}.",
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
        Both("Avrundning till {to_whole}", "Rounding to {to_whole}"),
        Both(
            "Avrundning till {to_whole}: alla belopp avrundas {down}, och det som då fattas i "
            "summan går till dem som förlorade mest på det, här {takers}. För {party} blir {exact} "
            "{amount}.",
            "Rounding to {to_whole}: all amounts are rounded {down}, and what is then missing in "
            "the sum goes to those that lost most by it, here {takers}. For {party}, {exact} "
            "becomes {amount}.",
        ),
    ),
    "rounding_largest_remainder_others": Said(
        Both("Avrundning till {to_whole}", "Rounding to {to_whole}"),
        Both(
            "Avrundning till {to_whole}: alla belopp avrundas {down}, för {party} från {exact} "
            "till {amount}. Det som då fattas i summan går till dem som förlorade mest på det, här "
            "{takers}.",
            "Rounding to {to_whole}: all amounts are rounded {down}, for {party} from {exact} to "
            "{amount}. What is then missing in the sum goes to those that lost most by it, here "
            "{takers}.",
        ),
    ),
    "rounding_largest_remainder_even": Said(
        Both("Avrundning till {to_whole}", "Rounding to {to_whole}"),
        Both(
            "Avrundning till {to_whole}: alla belopp avrundas {down}, för {party} från {exact} "
            "till {amount}; inget fattas då i summan.",
            "Rounding to {to_whole}: all amounts are rounded {down}, for {party} from {exact} to "
            "{amount}; nothing is then missing in the sum.",
        ),
    ),
    "rounding_half_up": Said(
        Both("Avrundning till {to_whole}", "Rounding to {to_whole}"),
        Both(
            "Var och en avrundas för sig till närmaste {to}: {exact} blir {amount}.",
            "Each is rounded by itself to the nearest {to}: {exact} becomes {amount}.",
        ),
    ),
    "rounding_up": Said(
        Both("Avrundning till {to_whole}", "Rounding to {to_whole}"),
        Both(
            "Var och en avrundas uppåt till {to_whole}: {exact} blir {amount}.",
            "Each is rounded up to {to_whole}: {exact} becomes {amount}.",
        ),
    ),
    "rounding_rest_to": Said(
        Both("Avrundning till {to_whole}", "Rounding to {to_whole}"),
        Both(
            "{taker} tar resten när de andra har avrundats till närmaste {to}: för {party} blir "
            "{exact} {amount}.",
            "{taker} takes the rest when the others have been rounded to the nearest {to}: for "
            "{party}, {exact} becomes {amount}.",
        ),
    ),
    "rounding_line": Said(
        Both("Avrundning till {to_whole}", "Rounding to {to_whole}"),
        Both(
            "Raden förs i {to_whole}: {exact} blir {amount}. Avrundningen görs på årets summa.",
            "The row is kept in {to_whole}: {exact} becomes {amount}. The rounding is done on the "
            "total of the year.",
        ),
    ),
    "rounding_none": Said(
        Both("Avrundning till {to_whole}", "Rounding to {to_whole}"),
        Both(
            "Avrundningen till {to_whole} görs på summan och ändrar inget: {exact} är redan i "
            "{to_whole}.",
            "The rounding to {to_whole} is done on the total and changes nothing: {exact} is in "
            "{to_whole} already.",
        ),
    ),
    "surcharge": Said(
        Both("{titled} på {item}", "{titled} on {item}"),
        Both(
            "{titled} på {item} för {party} är {percent} av {amount}, alltså {value}.",
            "{titled} on {item} for {party} is {percent} of {amount}, that is {value}.",
        ),
    ),
    "surcharge_rounded": Said(
        Both("{titled} på {item}", "{titled} on {item}"),
        Both(
            "{titled} på {item} för {party} är {percent} av {amount}, alltså {exact}, som avrundas "
            "till {value}.",
            "{titled} on {item} for {party} is {percent} of {amount}, that is {exact}, rounded to "
            "{value}.",
        ),
    ),
    "surcharge_exact": Said(
        Both("Före avrundning", "Before rounding"),
        Both(
            "{percent} av {amount} är {value}.",
            "{percent} of {amount} is {value}.",
        ),
    ),
    "surcharge_rounding": Said(
        Both("Avrundning till {to_whole}", "Rounding to {to_whole}"),
        Both(
            "Avrundningen till närmaste {to} ändrar det med {value}.",
            "Rounding to the nearest {to} changes it by {value}.",
        ),
    ),
    "surcharge_percent": Said(
        Both("Procentsats", "Percentage"),
        Both(
            "Procentsatsen är {value}.",
            "The percentage is {value}.",
        ),
    ),
    "surcharge_on": Said(
        Both("Det som den räknas på", "What it is on"),
        Both(
            "Den räknas på {value}.",
            "It is on {value}.",
        ),
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
    "the_year": Both("året", "the year"),
    "flag": Both("ja", "yes"),
    "points_of": Both("{value} procentenheter", "{value} percentage points"),
    "fact_since": Both("{sentence}, från och med {since}.", "{sentence}, from {since} on."),
    "unused": Both("Används inte: {sentence}", "Not used: {sentence}"),
    "chosen_frozen": Both("Nyckeln är fryst vid {when}.", "The key is frozen at {when}."),
    "chosen_latest": Both(
        "Nyckeln tar det senaste värdet till och med {day} {back}.",
        "The key takes the latest value up to {day} {back}.",
    ),
    "chosen_date": Both(
        "Nyckeln tar värdet för {day} {back}.", "The key takes the value of {day} {back}."
    ),
    "chosen_year": Both("Nyckeln tar värdet för {back}.", "The key takes the value of {back}."),
    "back_same": Both("samma år", "the same year"),
    "back_one": Both("året före", "the year before"),
    "back_many": Both("{years} år före", "{years} years before"),
    "back_after": Both("{years} år efter", "{years} years after"),
    "pinned": Both(
        "Det är det senaste som var publicerat {pinned}.",
        "It is the latest that was published by {pinned}.",
    ),
    "times": Both("Det avser {times}.", "It is for {times}."),
    "times_none": Both("Parten är inte med det året.", "The party takes no part that year."),
    "goes_on": Both(
        "Fördelningen fortsätter att gälla {first} – {last}.",
        "The split goes on {first} – {last}.",
    ),
    "renewed": Both(
        "Tiden ligger efter periodens slut och vilar på att avtalet förlängts av sig självt.",
        "The time is beyond the period's end and rests on the agreement having renewed itself.",
    ),
    "extended": Both(
        "Tiden ligger efter periodens slut och förutsätter att optionen används.",
        "The time is beyond the period's end and assumes that the option is used.",
    ),
    "condition_met": Both(
        "Enligt det som står i filen är periodens villkor uppfyllt.",
        "By what the file says, the period's condition is met.",
    ),
    "condition_unmet": Both(
        "Enligt det som står i filen är periodens villkor inte uppfyllt.",
        "By what the file says, the period's condition is not met.",
    ),
    "to_write": Both("Det skrivs som {path} ({place}).", "It is written as {path} ({place})."),
    "not_stated": Both(
        "Avtalet säger inte hur det ska avrundas; det här är formatets regel.",
        "The agreement does not say how to round; this is the rule of the format.",
    ),
    "takes_others": Both(
        "de andra tar skillnaden i förhållande till vad de betalar",
        "the others take the difference in proportion to what they pay",
    ),
    "takes_none": Both("ingen tar skillnaden", "nobody takes the difference"),
    "takes_party": Both("{taker} tar skillnaden", "{taker} takes the difference"),
    "for_part": Both(", för {part} av året {limit}", ", for {part} of the year {limit}"),
    "whole_minor": Both("hela ören", "whole öre"),
    "whole_major": Both("hela kronor", "whole kronor"),
    "down": Both("nedåt", "down"),
    "towards_zero": Both("mot noll", "towards zero"),
    "surcharge": Both("påslag", "surcharge"),
    "published_by": Both(
        "{month}, publicerat senast {day}", "{month}, published by {day} at the latest"
    ),
    "told_by": Both("enligt {paper}", "according to {paper}"),
    "during": Both("{first} – {last}: {sentence}", "{first} – {last}: {sentence}"),
    "according_to": Both("Enligt {path} ({place}).", "According to {path} ({place})."),
    "source": Both("Källa: {paper}.", "Source: {paper}."),
    "papers": Both(
        "Beslut och underlag för {time}: {papers}.", "Decisions and papers for {time}: {papers}."
    ),
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
    "all_costs": Both("det som fördelas", "what is split"),
    "not_known": Both("okänt", "not known"),
    "lacking_shares": Both(
        "Andelen för {party} av {item} ändras från {before} till {after}.",
        "The share of {party} of {item} changes from {before} to {after}.",
    ),
    "same_shares": Both(
        "Andelen för {party} av {item} är {after} båda åren.",
        "The share of {party} of {item} is {after} in both years.",
    ),
}
