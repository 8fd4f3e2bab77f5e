"""The words that explain a figure: each rule's name and its sentence, in both languages.

In a sentence ``{value}`` is what the rule came to, ``{first_value}`` and ``{second_value}`` what
the two below it are, ``{factors}`` all of those multiplied, the other names the rule's own facts.
"""

from typing import Final, NamedTuple

from avtalskalk.words import Both


class RuleWords(NamedTuple):
    """A rule's name, as a table's row has it, and its sentence."""

    label: Both
    sentence: Both


RULES: Final[dict[str, RuleWords]] = {
    # --- The year and its lines ---------------------------------------------------------------
    "total": RuleWords(
        Both("{party} {year}", "{party} {year}"),
        Both(
            "{party} betalar {value} för {year} ({basis}).",
            "{party} pays {value} for {year} ({basis}).",
        ),
    ),
    "total_negative": RuleWords(
        Both("{party} {year}", "{party} {year}"),
        Both(
            "{party} får {opposite} tillgodo för {year} ({basis}).",
            "{party} is credited {opposite} for {year} ({basis}).",
        ),
    ),
    "total_unknown": RuleWords(
        Both("{party} {year}", "{party} {year}"),
        Both(
            "Det går inte att räkna ut vad {party} betalar för {year} ({basis}): något saknas.",
            "What {party} pays for {year} ({basis}) cannot be calculated: something is missing.",
        ),
    ),
    "line": RuleWords(
        Both("{item}", "{item}"),
        Both(
            "{owner} del av {item} är {value}.",
            "{owner} part of {item} is {value}.",
        ),
    ),
    "line_negative": RuleWords(
        Both("{item}", "{item}"),
        Both(
            "{item} minskar det som {party} betalar med {opposite}.",
            "{item} reduces what {party} pays by {opposite}.",
        ),
    ),
    "carried": RuleWords(
        Both("Överfört från {year}", "Carried from {year}"),
        Both(
            "{kind} från {year}, {whole}, förs hit vid slutavräkningen. {party} har {value} av "
            "det.",
            "The {kind} of {year}, {whole}, is carried here by the final settlement. {value} of it "
            "is {party}'s.",
        ),
    ),
    "not_there": RuleWords(
        Both("{item}", "{item}"),
        Both(
            "{item} finns inte {year}, så {party} betalar inget för den posten.",
            "{item} does not exist in {year}, so {party} pays nothing for it.",
        ),
    ),
    "missing_figure": RuleWords(
        Both("{item}: saknas", "{item}: missing"),
        Both(
            "Beloppet för {item} är inte känt för {year} ({basis}).",
            "The amount of {item} is not known for {year} ({basis}).",
        ),
    ),
    "missing_costs": RuleWords(
        Both("Kostnader: saknas", "Costs: missing"),
        Both(
            "Kostnaderna framgår inte, så det finns inget belopp att fördela.",
            "The costs are not stated, so there is no amount to split.",
        ),
    ),
    "missing_key": RuleWords(
        Both("{item}: saknas", "{item}: missing"),
        Both(
            "För {item} saknas fördelningsnyckeln {data} för {when}.",
            "{item} lacks the key {data} for {when}.",
        ),
    ),
    "missing_index": RuleWords(
        Both("{item}: saknas", "{item}: missing"),
        Both(
            "För {item} saknas indexet {data} för {when}.",
            "{item} lacks the index {data} for {when}.",
        ),
    ),
    "missing_split": RuleWords(
        Both("{item}: saknas", "{item}: missing"),
        Both(
            "Avtalet anger inte hur {item} ska fördelas {year}.",
            "The agreement does not say how {item} is split in {year}.",
        ),
    ),
    "missing_before": RuleWords(
        Both("Året före: saknas", "The year before: missing"),
        Both(
            "Taket eller golvet jämför med året före, som inte kan räknas ut: {what} saknas.",
            "The cap or floor compares with the year before, which cannot be calculated: {what} is "
            "missing.",
        ),
    ),
    "missing_other": RuleWords(
        Both("{item}: saknas", "{item}: missing"),
        Both(
            "{item} {year} kan inte räknas ut: {what} saknas.",
            "{item} in {year} cannot be calculated: {what} is missing.",
        ),
    ),
    "faulty": RuleWords(
        Both("{subject}: fel", "{subject}: error"),
        Both(
            "{subject} kan inte räknas ut: {what} är fel ({code}).",
            "{subject} cannot be calculated: {what} is wrong ({code}).",
        ),
    ),
    # --- Shares -------------------------------------------------------------------------------
    "share_of": RuleWords(
        Both("Andel av beloppet", "Share of the amount"),
        Both(
            "{party} betalar {share} av {amount}, alltså {value}.",
            "{party} pays {share} of {amount}, that is {value}.",
        ),
    ),
    "share_of_negative": RuleWords(
        Both("Andel av beloppet", "Share of the amount"),
        Both(
            "{owner} andel av {amount} är {share}, alltså {value}.",
            "{owner} share of {amount} is {share}, that is {value}.",
        ),
    ),
    "not_yet": RuleWords(
        Both("Ännu inte med, {party}", "Not in yet, {party}"),
        Both(
            "{party} är med från och med {day} och betalar inget dessförinnan.",
            "{party} takes part from {day} and pays nothing before that.",
        ),
    ),
    "no_longer": RuleWords(
        Both("Inte med längre, {party}", "No longer in, {party}"),
        Both(
            "{party} är med till och med {day} och betalar inget därefter.",
            "{party} takes part until {day} and pays nothing after that.",
        ),
    ),
    "fixed_share": RuleWords(
        Both("Andel, {party}", "Share, {party}"),
        Both("{owner} andel är {value}.", "{owner} share is {value}."),
    ),
    "rest_share": RuleWords(
        Both("Resten, {party}", "The rest, {party}"),
        Both(
            "{party} har resten: 100 % minus de andras andelar är {value}.",
            "{party} has the rest: 100% minus the others' shares is {value}.",
        ),
    ),
    "no_share": RuleWords(
        Both("Ingen andel, {party}", "No share, {party}"),
        Both("Fördelningen ger {party} ingen andel.", "The split gives {party} no share."),
    ),
    "equal_share": RuleWords(
        Both("Lika delar, {party}", "Equal shares, {party}"),
        Both(
            "{parties} delar lika: {party} har {value}.",
            "{parties} share equally: {party} has {value}.",
        ),
    ),
    "parts_share": RuleWords(
        Both("Andel efter delar, {party}", "Share by parts, {party}"),
        Both(
            "{party} har {own} av {all} delar, alltså {value}.",
            "{party} has {own} of {all} parts, that is {value}.",
        ),
    ),
    "part": RuleWords(
        Both("Delar, {party}", "Parts, {party}"),
        Both("{party} har {value} delar.", "{party} has {value} parts."),
    ),
    "sum_of_parts": RuleWords(
        Both("Alla delar", "All parts"),
        Both(
            "{parties} har tillsammans {value} delar.",
            "{parties} have {value} parts together.",
        ),
    ),
    "weight_share": RuleWords(
        Both("Andel efter vikt, {party}", "Share by weight, {party}"),
        Both(
            "{party} väger {own} av {all} ({key}), alltså {value}.",
            "{party} weighs {own} of {all} ({key}), that is {value}.",
        ),
    ),
    "sum_of_weights": RuleWords(
        Both("Alla vikter", "All weights"),
        Both("{parties} väger tillsammans {value}.", "{parties} weigh {value} together."),
    ),
    "size_weight": RuleWords(
        Both("Vikt, rad {row} av {rows}, {party}", "Weight, row {row} of {rows}, {party}"),
        Both(
            "{size} ({key}, {party}) är {interval}, rad {row} av {rows}: vikten är {value}.",
            "{size} ({key}, {party}) is {interval}, row {row} of {rows}: the weight is {value}.",
        ),
    ),
    "scale_weight": RuleWords(
        Both("Vikt i trappan, {party}", "Weight on the scale, {party}"),
        Both(
            "Trappans delar väger tillsammans {value} ({party}).",
            "The parts of the scale weigh {value} together ({party}).",
        ),
    ),
    "size_part": RuleWords(
        Both("Vikt, rad {row} av {rows}, {party}", "Weight, row {row} of {rows}, {party}"),
        Both(
            "Rad {row} av {rows}: {second_value} gånger {first_value} är {value}.",
            "Row {row} of {rows}: {second_value} times {first_value} is {value}.",
        ),
    ),
    "size_factor": RuleWords(
        Both("Faktor, rad {row} av {rows}", "Factor, row {row} of {rows}"),
        Both(
            "Faktorn är {value} för en storlek {interval}, rad {row} av {rows}.",
            "The factor is {value} for a size {interval}, row {row} of {rows}.",
        ),
    ),
    "key_share": RuleWords(
        Both("Andel efter {key}, {party}", "Share by {key}, {party}"),
        Both(
            "{party} har {own} av {all} ({key_when}), alltså {value}.",
            "{party} has {own} of {all} ({key_when}), that is {value}.",
        ),
    ),
    "key_value": RuleWords(
        Both("{key}, {party} {when}", "{key}, {party} {when}"),
        Both(
            "{owner} värde ({key}, {when}) är {value}.",
            "{owner} value ({key}, {when}) is {value}.",
        ),
    ),
    "key_value_undated": RuleWords(
        Both("{key}, {party}", "{key}, {party}"),
        Both(
            "{owner} värde ({key}, utan datum) är {value}.",
            "{owner} value ({key}, without date) is {value}.",
        ),
    ),
    "key_mean": RuleWords(
        Both("{key}, medelvärde, {party}", "{key}, mean, {party}"),
        Both(
            "{owner} medelvärde ({key}; {when}) är {value}.",
            "{owner} mean ({key}; {when}) is {value}.",
        ),
    ),
    "key_mean_of_shares": RuleWords(
        Both("{key}, medeltal av andelar, {party}", "{key}, mean of shares, {party}"),
        Both(
            "Medeltalet av {owner} andelar ({key}; {when}) är {value}.",
            "The mean of {owner} shares ({key}; {when}) is {value}.",
        ),
    ),
    "key_formula": RuleWords(
        Both("{key}, formel, {party}", "{key}, formula, {party}"),
        Both(
            "{owner} värde ({key}) är {formula}, alltså {value}.",
            "{owner} value ({key}) is {formula}, that is {value}.",
        ),
    ),
    "key_again": RuleWords(
        Both("{key}, {party}", "{key}, {party}"),
        Both(
            "{owner} värde ({key}) är {value}, som ovan.",
            "{owner} value ({key}) is {value}, as above.",
        ),
    ),
    "key_sum": RuleWords(
        Both("{key}, alla", "{key}, all"),
        Both(
            "Värdena för {parties} ({key_when}) är tillsammans {value}.",
            "The values for {parties} ({key_when}) are {value} together.",
        ),
    ),
    "mix_share": RuleWords(
        Both("Blandning, {party}", "Mix, {party}"),
        Both(
            "Delarna av blandningen ger {party} tillsammans {value}.",
            "The parts of the mix give {party} {value} together.",
        ),
    ),
    "mix_part": RuleWords(
        Both("Blandningen, del {place}", "Mix, part {place}"),
        Both(
            "Del {place} av blandningen: vikten {first_value} gånger andelen {second_value} ger "
            "{party} {value}.",
            "Part {place} of the mix: the weight {first_value} times the share {second_value} "
            "gives {party} {value}.",
        ),
    ),
    "mix_part_unused": RuleWords(
        Both("Blandningen, del {place}", "Mix, part {place}"),
        Both(
            "Del {place} av blandningen har vikten {first_value} och ger ingen andel.",
            "Part {place} of the mix has the weight {first_value} and gives no share.",
        ),
    ),
    "weight": RuleWords(
        Both("Vikt, del {place}", "Weight, part {place}"),
        Both(
            "Del {place} av blandningen har vikten {value}.",
            "Part {place} of the mix has the weight {value}.",
        ),
    ),
    "weight_rest": RuleWords(
        Both("Vikt, del {place} (resten)", "Weight, part {place} (the rest)"),
        Both(
            "Del {place} av blandningen har resten som vikt, {value}.",
            "Part {place} of the mix has the rest as its weight, {value}.",
        ),
    ),
    "tolerance_agreed": RuleWords(
        Both("Avtalad andel används", "The agreed share is used"),
        Both(
            "{owner} avtalade andel, {value}, används och inte den verkliga, {actual}. {furthest} "
            "avviker mest, med {moved} procentenheter, och det är inte mer än {points}.",
            "{owner} agreed share, {value}, is used and not the actual one, {actual}. {furthest} "
            "differs most, by {moved} percentage points, which is not more than {points}.",
        ),
    ),
    "tolerance_actual": RuleWords(
        Both("Verklig andel används", "The actual share is used"),
        Both(
            "{owner} verkliga andel, {value}, används och inte den avtalade, {agreed}. {furthest} "
            "avviker mest, med {moved} procentenheter, och det är mer än {points}.",
            "{owner} actual share, {value}, is used and not the agreed one, {agreed}. {furthest} "
            "differs most, by {moved} percentage points, which is more than {points}.",
        ),
    ),
    "points": RuleWords(
        Both("Tolerans", "Tolerance"),
        Both(
            "Toleransen är {value} procentenheter; den största avvikelsen är {moved}.",
            "The tolerance is {value} percentage points; the largest deviation is {moved}.",
        ),
    ),
    "lowest": RuleWords(
        Both("Medel av de lägsta, {party}", "Mean of the lowest, {party}"),
        Both(
            "{owner} andel är medelvärdet av de {count} lägsta av {all} uträknade andelar: "
            "medelvärdet av {taken} är {value}. Inte medräknade: {passed}.",
            "{owner} share is the mean of the {count} lowest of {all} calculated shares: the mean "
            "of {taken} is {value}. Not counted: {passed}.",
        ),
    ),
    "lowest_of_all": RuleWords(
        Both("Medel av andelarna, {party}", "Mean of the shares, {party}"),
        Both(
            "{owner} andel är medelvärdet av {all} uträknade andelar: medelvärdet av {taken} är "
            "{value}.",
            "{owner} share is the mean of {all} calculated shares: the mean of {taken} is {value}.",
        ),
    ),
    "lowest_share": RuleWords(
        Both("Hela andelen, {party}", "The whole share, {party}"),
        Both(
            "{party} betalar medelvärdet, {first_value}, och {second_value} till av det som är "
            "kvar, tillsammans {value}.",
            "{party} pays the mean, {first_value}, and another {second_value} of what is left, "
            "{value} together.",
        ),
    ),
    "left_share": RuleWords(
        Both("Kvar till de andra", "Left for the others"),
        Both(
            "När {one} har betalat sin del är {value} kvar.",
            "When {one} has paid its part, {value} is left.",
        ),
    ),
    "others_share": RuleWords(
        Both("Andel av det som är kvar, {party}", "Share of what is left, {party}"),
        Both(
            "Av det som är kvar, {first_value}, betalar {party} {second_value}, alltså {value}.",
            "Of what is left, {first_value}, {party} pays {second_value}, that is {value}.",
        ),
    ),
    "named_share": RuleWords(
        Both("Fördelningen {name}, {party}", "The split {name}, {party}"),
        Both(
            "Fördelningen {name} ger {party} {value}.",
            "The split {name} gives {party} {value}.",
        ),
    ),
    "as_of_share": RuleWords(
        Both("Andel som {year}, {party}", "Share as in {year}, {party}"),
        Both(
            "{party} har samma andel som {year}: {value}.",
            "{party} has the same share as in {year}: {value}.",
        ),
    ),
    "rounded_share": RuleWords(
        Both("Avrundad andel, {party}", "Rounded share, {party}"),
        Both(
            "{owner} andel avrundas till närmaste {step}: {exact} blir {value}.",
            "{owner} share is rounded to the nearest {step}: {exact} becomes {value}.",
        ),
    ),
    "rounded_share_rest": RuleWords(
        Both("Avrundad andel (resten), {party}", "Rounded share (the rest), {party}"),
        Both(
            "{party} tar resten när de andras andelar har avrundats till närmaste {step}: {exact} "
            "blir {value}.",
            "{party} takes the rest when the others' shares have been rounded to the nearest "
            "{step}: {exact} becomes {value}.",
        ),
    ),
    "share_rounding": RuleWords(
        Both("Andelens avrundning", "Rounding of the share"),
        Both(
            "Avrundningen ändrar andelen för {party} med {value}.",
            "Rounding changes the share of {party} by {value}.",
        ),
    ),
    "flow_deducted": RuleWords(
        Both("Avdrag genom stegen", "Deduction through the steps"),
        Both(
            "Det som minskar kostnaden, {amount}, fördelas som en kostnad och dras sedan av: "
            "{value} för {party}.",
            "What reduces the cost, {amount}, is split like a cost and then deducted: {value} for "
            "{party}.",
        ),
    ),
    # --- Steps --------------------------------------------------------------------------------
    "deducted": RuleWords(Both("Dras av", "Deducted"), Both("Det dras av.", "It is deducted.")),
    "steps": RuleWords(
        Both("Steg i ordning", "Steps in order"),
        Both(
            "{amount} går genom stegen i ordning, och {party} betalar tillsammans {value}.",
            "{amount} goes through the steps in order, and {party} pays {value} in all.",
        ),
    ),
    "step_fixed": RuleWords(
        Both("Steg {place}: fast belopp", "Step {place}: fixed amount"),
        Both(
            "Steg {place}: {party} betalar det fasta beloppet {value}.",
            "Step {place}: {party} pays the fixed amount {value}.",
        ),
    ),
    "step_fixed_prorated": RuleWords(
        Both("Steg {place}: fast belopp", "Step {place}: fixed amount"),
        Both(
            "Steg {place}: {party} betalar {part} av det fasta beloppet {yearly} per år, alltså "
            "{value}.",
            "Step {place}: {party} pays {part} of the fixed amount {yearly} per year, that is "
            "{value}.",
        ),
    ),
    "step_fixed_others": RuleWords(
        Both("Steg {place}: andras fasta belopp", "Step {place}: others' fixed amounts"),
        Both(
            "Steg {place}: {parties} betalar fasta belopp, tillsammans {taken}; {party} betalar "
            "inget.",
            "Step {place}: {parties} pay fixed amounts, {taken} together; {party} pays nothing.",
        ),
    ),
    "step_first": RuleWords(
        Both("Steg {place}: först", "Step {place}: first"),
        Both(
            "Steg {place}: av de första {taken} betalar {party} {value}.",
            "Step {place}: of the first {taken}, {party} pays {value}.",
        ),
    ),
    "step_first_not_filled": RuleWords(
        Both("Steg {place}: först", "Step {place}: first"),
        Both(
            "Steg {place}: det som är kvar, {left}, är inte mer än {most}; av det betalar {party} "
            "{value}.",
            "Step {place}: what is left, {left}, is not more than {most}; of that, {party} pays "
            "{value}.",
        ),
    ),
    "step_rest": RuleWords(
        Both("Steg {place}: resten", "Step {place}: the rest"),
        Both(
            "Steg {place}: av resten, {left}, betalar {party} {value}.",
            "Step {place}: of the rest, {left}, {party} pays {value}.",
        ),
    ),
    "step_amount": RuleWords(
        Both("Steg {place}: det som delas", "Step {place}: what is split"),
        Both(
            "Steg {place} tar {value}: högst {most} får tas, och {left} var kvar före steget.",
            "Step {place} takes {value}: at most {most} may be taken, and {left} was left before "
            "the step.",
        ),
    ),
    "step_most": RuleWords(
        Both("Steg {place}: högst", "Step {place}: at most"),
        Both("Steg {place} tar högst {value}.", "Step {place} takes at most {value}."),
    ),
    "step_most_prorated": RuleWords(
        Both("Steg {place}: högst", "Step {place}: at most"),
        Both(
            "Steg {place} tar högst {part} av {yearly} per år, alltså {value}.",
            "Step {place} takes at most {part} of {yearly} per year, that is {value}.",
        ),
    ),
    "yearly": RuleWords(
        Both("Belopp per år", "Amount per year"),
        Both("Beloppet i steget är {value} per år.", "The amount in the step is {value} per year."),
    ),
    "part_in_split": RuleWords(
        Both("Del av året", "Part of the year"),
        Both(
            "Kostnaden gäller {value} av ett år, och samma del av stegets belopp används.",
            "The cost is for {value} of a year, and the same part of the step's amount is used.",
        ),
    ),
    "step_left": RuleWords(
        Both("Kvar före steg {place}", "Left before step {place}"),
        Both("Före steg {place} är {value} kvar.", "Before step {place}, {value} is left."),
    ),
    "step_taken": RuleWords(
        Both("Taget i steg {place}", "Taken in step {place}"),
        Both("Steg {place} tog {value}.", "Step {place} took {value}."),
    ),
    "flow_amount": RuleWords(
        Both("Det som fördelas", "What is split"),
        Both("Det som fördelas är {value}.", "What is split is {value}."),
    ),
    "mix_flow": RuleWords(
        Both("Blandning, {party}", "Mix, {party}"),
        Both(
            "Delarna av blandningen av {amount} ger {party} tillsammans {value}.",
            "The parts of the mix of {amount} give {party} {value} together.",
        ),
    ),
    "mix_flow_part": RuleWords(
        Both("Blandningen, del {place}", "Mix, part {place}"),
        Both(
            "Del {place} av blandningen, {weight} av beloppet, ger {party} {value}.",
            "Part {place} of the mix, {weight} of the amount, gives {party} {value}.",
        ),
    ),
    "mix_amount": RuleWords(
        Both("Belopp, del {place}", "Amount, part {place}"),
        Both(
            "Del {place} av blandningen är {first_value} av {second_value}, alltså {value}.",
            "Part {place} of the mix is {first_value} of {second_value}, that is {value}.",
        ),
    ),
    "named_flow": RuleWords(
        Both("Fördelningen {name}, {party}", "The split {name}, {party}"),
        Both(
            "Fördelningen {name} ger {party} {value}.",
            "The split {name} gives {party} {value}.",
        ),
    ),
    # --- Costs --------------------------------------------------------------------------------
    "net": RuleWords(
        Both("Tillsammans {time}", "Together {time}"),
        Both(
            "För {time} fördelas {value}, posterna tillsammans.",
            "For {time}, {value} is split, the items together.",
        ),
    ),
    "cut": RuleWords(
        Both("Del {first}–{last}", "Part {first}–{last}"),
        Both(
            "Av {first_value} gäller {second_value} {first}–{last}, alltså {value}.",
            "Of {first_value}, {second_value} is for {first}–{last}, that is {value}.",
        ),
    ),
    "part_of_piece": RuleWords(
        Both("Del av tiden", "Part of the time"),
        Both("{first}–{last} är {value} av tiden.", "{first}–{last} is {value} of the time."),
    ),
    "cost": RuleWords(
        Both("{item} {time}", "{item} {time}"),
        Both(
            "{item} kostar {value} för {time}: {factors}.",
            "{item} costs {value} for {time}: {factors}.",
        ),
    ),
    "cost_negative": RuleWords(
        Both("{item} {time}", "{item} {time}"),
        Both(
            "{item} minskar kostnaden med {opposite} för {time}: {factors}.",
            "{item} reduces the cost by {opposite} for {time}: {factors}.",
        ),
    ),
    "own_amount": RuleWords(
        Both("Eget belopp {time}", "Own amount {time}"),
        Both(
            "{party} har ett eget belopp för {item} ({time}): {factors} = {value}.",
            "{party} has its own amount for {item} ({time}): {factors} = {value}.",
        ),
    ),
    "own_amount_plain": RuleWords(
        Both("Eget belopp {time}", "Own amount {time}"),
        Both(
            "{party} har ett eget belopp för {item} ({time}): {value}.",
            "{party} has its own amount for {item} ({time}): {value}.",
        ),
    ),
    "own_together": RuleWords(
        Both("{item}, alla parters egna belopp", "{item}, all parties' own amounts"),
        Both(
            "Parternas egna belopp för {item} är tillsammans {value}.",
            "The parties' own amounts for {item} are {value} together.",
        ),
    ),
    "no_own": RuleWords(
        Both("Inget eget belopp {time}", "No own amount {time}"),
        Both(
            "{party} har inget belopp för {item} ({time}).",
            "{party} has no amount for {item} ({time}).",
        ),
    ),
    "stated": RuleWords(
        Both("{item}, {basis} {year}", "{item}, {basis} {year}"),
        Both(
            "Beloppet för {item} är {value} ({basis} {year}).",
            "The amount of {item} is {value} ({basis} {year}).",
        ),
    ),
    "adjustment": RuleWords(
        Both("{item}, rättelse {year}", "{item}, correction {year}"),
        Both(
            "{item} är en rättelse på {value}, som tas upp {year}.",
            "{item} is a correction of {value}, taken up in {year}.",
        ),
    ),
    "adjustment_for": RuleWords(
        Both("{item}, rättelse för {adjusts}", "{item}, correction for {adjusts}"),
        Both(
            "{item} är en rättelse på {value} för {adjusts}, som tas upp {year}.",
            "{item} is a correction of {value} for {adjusts}, taken up in {year}.",
        ),
    ),
    "known_part": RuleWords(
        Both("Känd del, {party}", "Known part, {party}"),
        Both(
            "{owner} del av {item} är känd: {value} ({basis} {year}).",
            "{owner} part of {item} is known: {value} ({basis} {year}).",
        ),
    ),
    "solved": RuleWords(
        Both("{item}, uträknad av känd del", "{item}, from a known part"),
        Both(
            "Summan för {item} är uträknad av den kända delen: {part} för {party} är {share} av "
            "{value}.",
            "The total of {item} is worked out from the known part: {part} for {party} is {share} "
            "of {value}.",
        ),
    ),
    "borne_share": RuleWords(
        Both("Andel av året, {party}", "Share of the year, {party}"),
        Both(
            "{owner} andel av året är {value}, när varje del av året vägs efter sin längd.",
            "{owner} share of the year is {value}, with each part of it weighted by its length.",
        ),
    ),
    "borne_part": RuleWords(
        Both("Del av året, {party}", "Part of the year, {party}"),
        Both(
            "Andelen {first_value} under {second_value} av tiden ger {party} {value}.",
            "The share {first_value} during {second_value} of the time gives {party} {value}.",
        ),
    ),
    "weight_in_time": RuleWords(
        Both("Del av tiden", "Part of the time"),
        Both("Den delen är {value} av tiden.", "That part is {value} of the time."),
    ),
    "amount": RuleWords(
        Both("{item}, per år", "{item}, per year"),
        Both("Beloppet för {item} är {value} per år.", "The amount of {item} is {value} per year."),
    ),
    "total_for_time": RuleWords(
        Both("{item}, hela tiden", "{item}, the whole time"),
        Both(
            "Beloppet för {item} är {value} för hela tiden.",
            "The amount of {item} is {value} for the whole time.",
        ),
    ),
    "price": RuleWords(
        Both("Pris", "Price"),
        Both(
            "Priset för {item} är {value} styck.",
            "The price of {item} is {value} each.",
        ),
    ),
    "own_price": RuleWords(
        Both("Pris per enhet", "Price per unit"),
        Both("Priset för {item} är {value} per enhet.", "The price of {item} is {value} per unit."),
    ),
    "own_price_share": RuleWords(
        Both("Pris, andel av värdet", "Price, share of the value"),
        Both(
            "Priset för {item} är {value} av varje parts värde.",
            "The price of {item} is {value} of each party's value.",
        ),
    ),
    "quantity": RuleWords(
        Both("Mängd", "Quantity"),
        Both(
            "Mängden för {item} är {value} per år.",
            "The quantity of {item} is {value} per year.",
        ),
    ),
    "from_agreement": RuleWords(
        Both("{party} {year}, enligt {agreement}", "{party} {year}, by {agreement}"),
        Both(
            "{item} är {value}: vad {party} betalar {year} enligt avtalet {agreement}.",
            "{item} is {value}: what {party} pays in {year} by the agreement {agreement}.",
        ),
    ),
    "volume": RuleWords(
        Both("Mängd, {name} {year}", "Quantity, {name} {year}"),
        Both(
            "Mängden för {item} är {value} ({name} {year}).",
            "The quantity of {item} is {value} ({name} {year}).",
        ),
    ),
    "percent": RuleWords(
        Both("Procent", "Percentage"),
        Both("{item} är {value} av {items}.", "{item} is {value} of {items}."),
    ),
    "percent_of": RuleWords(
        Both("Det som procenten räknas på", "What the percentage is of"),
        Both(
            "Procenten räknas på {items}, tillsammans {value} för {time}.",
            "The percentage is of {items}, {value} together for {time}.",
        ),
    ),
    "agreed_amount": RuleWords(
        Both("Avtalat belopp {year}", "Agreed amount {year}"),
        Both(
            "Det avtalade beloppet för {item} är {value} ({year}).",
            "The agreed amount for {item} is {value} ({year}).",
        ),
    ),
    "band": RuleWords(
        Both("Rad {row} av {rows} i tabellen", "Row {row} of {rows} of the table"),
        Both(
            "{size} ({key}, {party}) är {interval}, rad {row} av {rows}: beloppet är {value}.",
            "{size} ({key}, {party}) is {interval}, row {row} of {rows}: the amount is {value}.",
        ),
    ),
    "band_price": RuleWords(
        Both("Pris, rad {row} av {rows} i tabellen", "Price, row {row} of {rows} of the table"),
        Both(
            "{size} ({key}, {party}) är {interval}, rad {row} av {rows}: priset är {value} per "
            "enhet.",
            "{size} ({key}, {party}) is {interval}, row {row} of {rows}: the price is {value} per "
            "unit.",
        ),
    ),
    "scale_price": RuleWords(
        Both("Pris i trappan, i medeltal", "Price of the scale, on average"),
        Both(
            "Trappan ger {first_value} för {second_value}, alltså i medeltal {value} per enhet.",
            "The scale gives {first_value} for {second_value}, that is {value} per unit on "
            "average.",
        ),
    ),
    "scale": RuleWords(
        Both("Trappan, {party}", "The scale, {party}"),
        Both(
            "Trappans delar är tillsammans {value}.", "The parts of the scale are {value} together."
        ),
    ),
    "scale_bracket": RuleWords(
        Both("Trappan, del {row} av {rows}", "The scale, part {row} of {rows}"),
        Both(
            "Del {row} av {rows}: {second_value} till {first_value} per enhet är {value}.",
            "Part {row} of {rows}: {second_value} at {first_value} per unit is {value}.",
        ),
    ),
    "scale_part": RuleWords(
        Both("Pris, del {row}", "Price, part {row}"),
        Both(
            "Priset i del {row} är {value} per enhet.",
            "The price of part {row} is {value} per unit.",
        ),
    ),
    "scale_size": RuleWords(
        Both("Storlek i del {row}", "Size in part {row}"),
        Both("I del {row} faller {value}.", "{value} falls in part {row}."),
    ),
    "factor_band": RuleWords(
        Both("Faktor, rad {row} av {rows}", "Factor, row {row} of {rows}"),
        Both(
            "{size} ({key}) är {interval}, rad {row} av {rows}: faktorn är {value}.",
            "{size} ({key}) is {interval}, row {row} of {rows}: the factor is {value}.",
        ),
    ),
    "part_of_year": RuleWords(
        Both("Del av {year}", "Part of {year}"),
        Both(
            "{first}–{last} är {long} av {all} {units}, alltså {value} av {year}.",
            "{first}–{last} is {long} of {all} {units}, that is {value} of {year}.",
        ),
    ),
    "part_of_time": RuleWords(
        Both("Del av hela tiden", "Part of the whole time"),
        Both(
            "{first}–{last} är {long} av {all} {units}, alltså {value} av hela tiden.",
            "{first}–{last} is {long} of {all} {units}, that is {value} of the whole time.",
        ),
    ),
    "part_of_covered": RuleWords(
        Both("Del av tiden", "Part of the time"),
        Both(
            "{first}–{last} är {long} av {all} {units}, alltså {value} av den tid som beloppet "
            "gäller.",
            "{first}–{last} is {long} of {all} {units}, that is {value} of the time that the "
            "amount is for.",
        ),
    ),
    "part_of_adjustment": RuleWords(
        Both("Del av tiden", "Part of the time"),
        Both(
            "{first}–{last} får {value} av rättelsen, som tas upp i sin helhet: {long} av {all} "
            "{units}.",
            "{first}–{last} gets {value} of the correction, which is taken up in full: {long} of "
            "{all} {units}.",
        ),
    ),
    "portion": RuleWords(
        Both("Avtalets del", "The agreement's portion"),
        Both(
            "Avtalet omfattar {value} av beloppet för {item}.",
            "The agreement covers {value} of the amount of {item}.",
        ),
    ),
    "factor": RuleWords(
        Both("Faktor", "Factor"),
        Both(
            "Beloppet för {item} multipliceras med faktorn {value}.",
            "The amount of {item} is multiplied by the factor {value}.",
        ),
    ),
    "reduces_revenue": RuleWords(
        Both("Minskar kostnaden", "Reduces the cost"),
        Both(
            "{item} är en intäkt och minskar kostnaden.",
            "{item} is revenue and reduces the cost.",
        ),
    ),
    "reduces_grant": RuleWords(
        Both("Minskar kostnaden", "Reduces the cost"),
        Both(
            "{item} är ett bidrag och minskar kostnaden.",
            "{item} is a grant and reduces the cost.",
        ),
    ),
    # --- The index ----------------------------------------------------------------------------
    "index": RuleWords(
        Both("Index", "Index"),
        Both(
            "Index gör beloppet för {item} {value} gånger så stort {year}.",
            "The index makes the amount of {item} {value} times as large in {year}.",
        ),
    ),
    "index_same": RuleWords(
        Both("Index", "Index"),
        Both(
            "Index ändrar inte beloppet för {item} {year}.",
            "The index does not change the amount of {item} in {year}.",
        ),
    ),
    "index_partly_same": RuleWords(
        Both("Index", "Index"),
        Both(
            "Index gäller {share} av beloppet för {item} och ändrar det inte {year}.",
            "The index is for {share} of the amount of {item} and does not change it in {year}.",
        ),
    ),
    "index_change_same": RuleWords(
        Both("Ändring sedan beloppets år", "Change since the amount's year"),
        Both("Det som räknas upp är oförändrat.", "What is indexed is unchanged."),
    ),
    "index_partly": RuleWords(
        Both("Index", "Index"),
        Both(
            "Index gäller {share} av beloppet för {item} och gör det {value} gånger så stort "
            "{year}.",
            "The index is for {share} of the amount of {item} and makes it {value} times as large "
            "in {year}.",
        ),
    ),
    "index_share": RuleWords(
        Both("Del som räknas upp", "Part that is indexed"),
        Both("{value} av beloppet räknas upp.", "{value} of the amount is indexed."),
    ),
    "index_change": RuleWords(
        Both("Ändring sedan beloppets år", "Change since the amount's year"),
        Both(
            "Det som räknas upp blir {value} gånger så stort.",
            "What is indexed becomes {value} times as large.",
        ),
    ),
    "index_not_of_actual": RuleWords(
        Both("Inget index", "No index"),
        Both(
            "Utfallet för {item} räknas inte upp med index.",
            "The actual amount of {item} is not indexed.",
        ),
    ),
    "index_level": RuleWords(
        Both("Beloppets eget år", "The amount's own year"),
        Both(
            "Beloppet är i {year} års nivå, så {series} ändrar inget.",
            "The amount is at the level of {year}, so {series} changes nothing.",
        ),
    ),
    "index_quotient": RuleWords(
        Both("{series}, kvot", "{series}, quotient"),
        Both(
            "{year} används {series} för {used_month}, {used}, delat med basen för {base_month}, "
            "{base}: kvoten är {value}.",
            "{year} uses {series} for {used_month}, {used}, divided by the base for {base_month}, "
            "{base}: the quotient is {value}.",
        ),
    ),
    "index_chain": RuleWords(
        Both("{series}, år för år", "{series}, year by year"),
        Both(
            "Ändringen av {series} räknas år för år; åren tillsammans ger {value}.",
            "The change of {series} is counted year by year; the years together give {value}.",
        ),
    ),
    "index_value": RuleWords(
        Both("{series} {month}", "{series} {month}"),
        Both("{series} för {month} är {value}.", "{series} for {month} is {value}."),
    ),
    "index_value_published": RuleWords(
        Both("{series} {month}", "{series} {month}"),
        Both(
            "{series} för {month} är {value}, publicerat {published}.",
            "{series} for {month} is {value}, published {published}.",
        ),
    ),
    "index_linked": RuleWords(
        Both("{series} {month}, länkat", "{series} {month}, linked"),
        Both(
            "{series} för {month} är {value} på den äldre basen.",
            "{series} for {month} is {value} on the older base.",
        ),
    ),
    "index_link": RuleWords(
        Both("Länk från {start}", "Link from {start}"),
        Both(
            "Från {start} har {series} en ny bas: värdena multipliceras med {value}.",
            "From {start} {series} has a new base: its values are multiplied by {value}.",
        ),
    ),
    "index_preliminary": RuleWords(
        Both("{series} {month} (preliminärt)", "{series} {month} (preliminary)"),
        Both(
            "{series} för {month} är {value}, ett preliminärt värde.",
            "{series} for {month} is {value}, a preliminary value.",
        ),
    ),
    "index_year": RuleWords(
        Both("{series}, {year}", "{series}, {year}"),
        Both(
            "{year} används ändringen av {series} från {before_month} till {month}, {change}: "
            "beloppet blir {value} gånger beloppet året före.",
            "{year} uses the change of {series} from {before_month} to {month}, {change}: the "
            "amount becomes {value} times that of the year before.",
        ),
    ),
    "index_year_floor": RuleWords(
        Both("{series}, {year} (golv)", "{series}, {year} (floor)"),
        Both(
            "{year} används golvet {limit}, eftersom ändringen av {series} från {before_month} "
            "till {month} är {change}: beloppet blir {value} gånger beloppet året före.",
            "{year} uses the floor of {limit}, because the change of {series} from {before_month} "
            "to {month} is {change}: the amount becomes {value} times that of the year before.",
        ),
    ),
    "index_year_cap": RuleWords(
        Both("{series}, {year} (tak)", "{series}, {year} (cap)"),
        Both(
            "{year} används taket {limit}, eftersom ändringen av {series} från {before_month} till "
            "{month} är {change}: beloppet blir {value} gånger beloppet året före.",
            "{year} uses the cap of {limit}, because the change of {series} from {before_month} to "
            "{month} is {change}: the amount becomes {value} times that of the year before.",
        ),
    ),
    "index_year_one_way": RuleWords(
        Both("{series}, {year} (sänks inte)", "{series}, {year} (no fall)"),
        Both(
            "{year} är ändringen av {series} från {before_month} till {month} {change}, men "
            "beloppet sänks inte.",
            "In {year} the change of {series} from {before_month} to {month} is {change}, but the "
            "amount does not fall.",
        ),
    ),
    "index_year_from_base": RuleWords(
        Both("{series}, {year}", "{series}, {year}"),
        Both(
            "{year} används {series} för {month}, {now}, mot basens {base}: faktorn är "
            "{from_base}, mot {before} året före, så beloppet blir {value} gånger beloppet året "
            "före.",
            "{year} uses {series} for {month}, {now}, against the base's {base}: the factor is "
            "{from_base}, against {before} the year before, so the amount becomes {value} times "
            "that of the year before.",
        ),
    ),
    "index_year_from_base_one_way": RuleWords(
        Both("{series}, {year} (sänks inte)", "{series}, {year} (no fall)"),
        Both(
            "{year} används {series} för {month}, {now}, mot basens {base}: faktorn vore "
            "{from_base}, lägre än {before} året före, men beloppet sänks inte.",
            "{year} uses {series} for {month}, {now}, against the base's {base}: the factor would "
            "be {from_base}, lower than {before} the year before, but the amount does not fall.",
        ),
    ),
    "index_year_rounded": RuleWords(
        Both("{series}, {year} (avrundat)", "{series}, {year} (rounded)"),
        Both(
            "{year} används ändringen av {series} från {before_month} till {month}, {change}, "
            "avrundad till närmaste {unit}: beloppet blir {value} gånger beloppet året före.",
            "{year} uses the change of {series} from {before_month} to {month}, {change}, rounded "
            "to the nearest {unit}: the amount becomes {value} times that of the year before.",
        ),
    ),
    "index_value_rounded": RuleWords(
        Both("{series} {month}, avrundat", "{series} {month}, rounded"),
        Both(
            "{series} för {month} avrundas till närmaste {unit}: {value}.",
            "{series} for {month} is rounded to the nearest {unit}: {value}.",
        ),
    ),
    "index_factor": RuleWords(
        Both("Före avrundning", "Before rounding"),
        Both("Före avrundning är faktorn {value}.", "Before rounding the factor is {value}."),
    ),
    "index_factor_rounded": RuleWords(
        Both("Avrundad faktor", "Rounded factor"),
        Both(
            "Faktorn avrundas till närmaste {unit}: {value}.",
            "The factor is rounded to the nearest {unit}: {value}.",
        ),
    ),
    "index_rounded": RuleWords(
        Both("Index och avrundning", "Index and rounding"),
        Both(
            "{stated} blir med index {exact}, avrundat till närmaste {unit}: {after}, som är "
            "{value} gånger så mycket.",
            "{stated} comes with the index to {exact}, rounded to the nearest {unit}: {after}, "
            "which is {value} times as much.",
        ),
    ),
    "index_rounded_on": RuleWords(
        Both("Index och avrundning", "Index and rounding"),
        Both(
            "Årets ändring är av {before}, det avrundade året före: {exact} avrundas till "
            "närmaste {unit} och blir {after}, som är {value} gånger {stated}.",
            "The year's change is of {before}, as rounded the year before: {exact} is rounded to "
            "the nearest {unit} and becomes {after}, which is {value} times {stated}.",
        ),
    ),
    "index_year_threshold": RuleWords(
        Both("{series}, {year} (under gränsen)", "{series}, {year} (below the threshold)"),
        Both(
            "{year} är ändringen av {series} från {before_month} till {month} {change}, inte mer "
            "än {limit}: beloppet ändras inte.",
            "In {year} the change of {series} from {before_month} to {month} is {change}, not more "
            "than {limit}: the amount does not change.",
        ),
    ),
    "index_change_published": RuleWords(
        Both("{series} {month}, ändring", "{series} {month}, change"),
        Both("{series} ändras {value} {month}.", "{series} changes by {value} in {month}."),
    ),
    "index_threshold": RuleWords(
        Both("Gräns för ändringen", "Threshold of the change"),
        Both(
            "Indexet har inte rört sig mer än {value} för {years}.",
            "The index has not moved more than {value} for {years}.",
        ),
    ),
    "index_threshold_free": RuleWords(
        Both("Gräns för ändringen", "Threshold of the change"),
        Both(
            "Indexet har rört sig mer än {value} varje år.",
            "The index has moved more than {value} every year.",
        ),
    ),
    "index_threshold_untried": RuleWords(
        Both("Gräns för ändringen", "Threshold of the change"),
        Both(
            "Gränsen {value} används inte: beloppet är i {year} års nivå.",
            "The threshold of {value} is not used: the amount is at the level of {year}.",
        ),
    ),
    "index_floor": RuleWords(
        Both("Golv per år", "Floor per year"),
        Both(
            "Golvet {value} per år används för {years}.",
            "The floor of {value} per year is used for {years}.",
        ),
    ),
    "index_floor_free": RuleWords(
        Both("Golv per år", "Floor per year"),
        Both(
            "Golvet {value} per år ändrar inget.", "The floor of {value} per year changes nothing."
        ),
    ),
    "index_floor_untried": RuleWords(
        Both("Golv per år", "Floor per year"),
        Both(
            "Golvet {value} per år används inte: beloppet är i {year} års nivå.",
            "The floor of {value} per year is not used: the amount is at the level of {year}.",
        ),
    ),
    "index_cap": RuleWords(
        Both("Tak per år", "Cap per year"),
        Both(
            "Taket {value} per år används för {years}.",
            "The cap of {value} per year is used for {years}.",
        ),
    ),
    "index_cap_free": RuleWords(
        Both("Tak per år", "Cap per year"),
        Both("Taket {value} per år ändrar inget.", "The cap of {value} per year changes nothing."),
    ),
    "index_cap_untried": RuleWords(
        Both("Tak per år", "Cap per year"),
        Both(
            "Taket {value} per år används inte: beloppet är i {year} års nivå.",
            "The cap of {value} per year is not used: the amount is at the level of {year}.",
        ),
    ),
    "index_one_way": RuleWords(
        Both("Sänks aldrig", "Never falls"),
        Both(
            "Regeln att beloppet aldrig sänks används för {years}.",
            "The rule that the amount never falls is used for {years}.",
        ),
    ),
    "index_one_way_free": RuleWords(
        Both("Sänks aldrig", "Never falls"),
        Both(
            "Regeln att beloppet aldrig sänks ändrar inget.",
            "The rule that the amount never falls changes nothing.",
        ),
    ),
    "index_one_way_untried": RuleWords(
        Both("Sänks aldrig", "Never falls"),
        Both(
            "Regeln att beloppet aldrig sänks används inte: beloppet är i {year} års nivå.",
            "The rule that the amount never falls is not used: the amount is at the level of "
            "{year}.",
        ),
    ),
    "steady": RuleWords(
        Both("Fast ändring per år", "Fixed change per year"),
        Both(
            "{yearly} per år, {times} gånger från och med {from_year}, ger {value}.",
            "{yearly} per year, {times} times from {from_year}, gives {value}.",
        ),
    ),
    "steady_by_year": RuleWords(
        Both("Fast ändring, år för år", "Fixed change, year by year"),
        Both(
            "De fasta ändringarna från och med {from_year} ger {value}.",
            "The fixed changes from {from_year} give {value}.",
        ),
    ),
    "steady_by_year_not_yet": RuleWords(
        Both("Fast ändring, år för år", "Fixed change, year by year"),
        Both(
            "De fasta ändringarna börjar {from_year} och ändrar inget {year}.",
            "The fixed changes begin in {from_year} and change nothing in {year}.",
        ),
    ),
    "yearly_growth": RuleWords(
        Both("Fast ändring {year}", "Fixed change {year}"),
        Both(
            "{year} är den fasta ändringen {yearly}: beloppet blir {value} gånger beloppet året "
            "före.",
            "In {year} the fixed change is {yearly}: the amount becomes {value} times that of the "
            "year before.",
        ),
    ),
    "steady_once": RuleWords(
        Both("Fast ändring per år", "Fixed change per year"),
        Both(
            "{yearly} per år, en gång från och med {from_year}, ger {value}.",
            "{yearly} per year, once from {from_year}, gives {value}.",
        ),
    ),
    "steady_not_yet": RuleWords(
        Both("Fast ändring per år", "Fixed change per year"),
        Both(
            "Den fasta ändringen {yearly} per år börjar {from_year} och ändrar inget {year}.",
            "The fixed change of {yearly} per year begins in {from_year} and changes nothing in "
            "{year}.",
        ),
    ),
    "yearly_change": RuleWords(
        Both("Ändring per år", "Change per year"),
        Both("Den fasta ändringen är {value} per år.", "The fixed change is {value} per year."),
    ),
    # --- Limits -------------------------------------------------------------------------------
    "limit_free": RuleWords(
        Both("Tak/golv, ingen ändring", "Cap/floor, no change"),
        Both(
            "Taket eller golvet ändrar inget: beloppet för {bounded} är {came}, och det ska vara "
            "{bounds}.",
            "The cap or floor changes nothing: the amount for {bounded} is {came}, and it must be "
            "{bounds}.",
        ),
    ),
    "limit_free_for_all": RuleWords(
        Both("Tak/golv, ingen ändring", "Cap/floor, no change"),
        Both(
            "Taket eller golvet ändrar inget för {parties}.",
            "The cap or floor changes nothing for {parties}.",
        ),
    ),
    "limit_without_bound": RuleWords(
        Both("Tak/golv, ingen ändring", "Cap/floor, no change"),
        Both(
            "Taket eller golvet ändrar inget för {bounded}: det finns inget belopp från året före "
            "att jämföra med.",
            "The cap or floor changes nothing for {bounded}: there is no amount of the year before "
            "to compare with.",
        ),
    ),
    "limit_after_zero": RuleWords(
        Both("Tak/golv, ingen ändring", "Cap/floor, no change"),
        Both(
            "Taket eller golvet gäller inte {bounded}, som betalade 0 kr {year}.",
            "The cap or floor does not apply to {bounded}, which paid 0 in {year}.",
        ),
    ),
    "limit_untried": RuleWords(
        Both("Tak/golv, inte tillämpat", "Cap/floor, not applied"),
        Both(
            "Taket eller golvet tillämpas inte {year}: det finns inget belopp från året före att "
            "jämföra med.",
            "The cap or floor is not applied in {year}: there is no amount of the year before to "
            "compare with.",
        ),
    ),
    "limit_of": RuleWords(
        Both("{bounded}, före tak/golv", "{bounded}, before cap/floor"),
        Both(
            "Före taket eller golvet är beloppet för {bounded} {came}, och det ska vara {bounds}.",
            "Before the cap or floor, the amount for {bounded} is {came}, and it must be {bounds}.",
        ),
    ),
    "limit_binds": RuleWords(
        Both("Tak", "Cap"),
        Both(
            "Taket på {level} sänker beloppet för {bounded} från {came} till {most}; {taken_by}.",
            "The cap of {level} lowers the amount for {bounded} from {came} to {most}; {taken_by}.",
        ),
    ),
    "limit_binds_more": RuleWords(
        Both("Golv", "Floor"),
        Both(
            "Golvet på {level} höjer beloppet för {bounded} från {came} till {least}; {taken_by}.",
            "The floor of {level} raises the amount for {bounded} from {came} to {least}; "
            "{taken_by}.",
        ),
    ),
    "limit_binds_after": RuleWords(
        Both("Andras tak/golv", "Others' cap/floor"),
        Both(
            "{bounded} tar över en del av andras skillnad, från {came} ned till golvet {least}, "
            "{opposite} mindre.",
            "{bounded} takes over part of the others' difference, from {came} down to the floor "
            "{least}, {opposite} less.",
        ),
    ),
    "limit_binds_after_more": RuleWords(
        Both("Andras tak/golv", "Others' cap/floor"),
        Both(
            "{bounded} tar över en del av andras skillnad, från {came} upp till taket {most}, "
            "{value} mer.",
            "{bounded} takes over part of the others' difference, from {came} up to the cap "
            "{most}, {value} more.",
        ),
    ),
    "limit_binds_nothing": RuleWords(
        Both("Under gränsen", "Below the threshold"),
        Both(
            "Beloppet för {bounded}, {came}, är mindre än {level}, så {bounded} betalar inget; "
            "{taken_by}.",
            "The amount for {bounded}, {came}, is less than {level}, so {bounded} pays nothing; "
            "{taken_by}.",
        ),
    ),
    "limit_taken": RuleWords(
        Both("Andras tak/golv", "Others' cap/floor"),
        Both(
            "Taket eller golvet ändrar beloppet för {parties}; av skillnaden betalar {party} "
            "{value} mer.",
            "The cap or floor changes the amount for {parties}; of the difference, {party} pays "
            "{value} more.",
        ),
    ),
    "limit_taken_less": RuleWords(
        Both("Andras tak/golv", "Others' cap/floor"),
        Both(
            "Taket eller golvet ändrar beloppet för {parties}; av skillnaden betalar {party} "
            "{opposite} mindre.",
            "The cap or floor changes the amount for {parties}; of the difference, {party} pays "
            "{opposite} less.",
        ),
    ),
    "limit_passed": RuleWords(
        Both("Andras tak/golv", "Others' cap/floor"),
        Both(
            "Taket eller golvet ändrar beloppet för {parties}, men inte för {party}.",
            "The cap or floor changes the amount for {parties}, but not for {party}.",
        ),
    ),
    "came": RuleWords(
        Both("Före tak/golv", "Before cap/floor"),
        Both("Före taket eller golvet: {value}.", "Before the cap or floor: {value}."),
    ),
    "held_at": RuleWords(
        Both("Efter tak/golv", "After cap/floor"),
        Both("Efter taket eller golvet: {value}.", "After the cap or floor: {value}."),
    ),
    "limit_max": RuleWords(
        Both("Tak", "Cap"),
        Both(
            "{bounded} ska betala högst {value} per år{for_part}.",
            "{bounded} must pay at most {value} per year{for_part}.",
        ),
    ),
    "limit_min": RuleWords(
        Both("Golv", "Floor"),
        Both(
            "{bounded} ska betala lägst {value} per år{for_part}.",
            "{bounded} must pay at least {value} per year{for_part}.",
        ),
    ),
    "limit_max_share": RuleWords(
        Both("Tak, andel", "Cap, share"),
        Both(
            "{bounded} ska betala högst {value} av {total}, alltså {limit}.",
            "{bounded} must pay at most {value} of {total}, that is {limit}.",
        ),
    ),
    "limit_min_share": RuleWords(
        Both("Golv, andel", "Floor, share"),
        Both(
            "{bounded} ska betala lägst {value} av {total}, alltså {limit}.",
            "{bounded} must pay at least {value} of {total}, that is {limit}.",
        ),
    ),
    "limit_nothing_below": RuleWords(
        Both("Gräns", "Threshold"),
        Both(
            "Är beloppet mindre än {value} per år{for_part} betalas inget.",
            "If the amount is less than {value} per year{for_part}, nothing is paid.",
        ),
    ),
    "limit_nothing_below_share": RuleWords(
        Both("Gräns, andel", "Threshold, share"),
        Both(
            "Är beloppet mindre än {value} av {total}, alltså {limit}, betalas inget.",
            "If the amount is less than {value} of {total}, that is {limit}, nothing is paid.",
        ),
    ),
    "limit_change": RuleWords(
        Both("Ändring {year}", "Change {year}"),
        Both("{year} är ändringen {value}.", "In {year} the change is {value}."),
    ),
    "limit_change_by_index": RuleWords(
        Both("Ändring {year}, {series}", "Change {year}, {series}"),
        Both(
            "{year} är ändringen {value}: den av {series} plus {plus}.",
            "In {year} the change is {value}: that of {series} plus {plus}.",
        ),
    ),
    "limit_max_increase": RuleWords(
        Both("Tak för ändringen", "Cap on the change"),
        Both(
            "Beloppet för {bounded} var {before} {last_year}. Ändringen får vara högst {value}, "
            "alltså till högst {yearly} per år{for_part}.",
            "The amount for {bounded} was {before} in {last_year}. The change may be at most "
            "{value}, that is to at most {yearly} per year{for_part}.",
        ),
    ),
    "limit_min_increase": RuleWords(
        Both("Golv för ändringen", "Floor on the change"),
        Both(
            "Beloppet för {bounded} var {before} {last_year}. Ändringen ska vara lägst {value}, "
            "alltså till lägst {yearly} per år{for_part}.",
            "The amount for {bounded} was {before} in {last_year}. The change must be at least "
            "{value}, that is to at least {yearly} per year{for_part}.",
        ),
    ),
    "warned": RuleWords(
        Both("Varningsgräns", "Warning limit"),
        Both(
            "{party} betalar {part} av parternas summa, mer än varningsgränsen {value}. Inga "
            "belopp ändras.",
            "{party} pays {part} of the parties' total, more than the warning limit {value}. No "
            "amounts change.",
        ),
    ),
    "warned_free": RuleWords(
        Both("Varningsgräns", "Warning limit"),
        Both(
            "{party} betalar {part} av parternas summa, inte mer än varningsgränsen {value}.",
            "{party} pays {part} of the parties' total, not more than the warning limit {value}.",
        ),
    ),
    "paid_before": RuleWords(
        Both("Betalat {year}", "Paid {year}"),
        Both("{bounded} betalade {value} {year}.", "{bounded} paid {value} in {year}."),
    ),
    "computed_before": RuleWords(
        Both("Uträknat {year}", "Calculated {year}"),
        Both(
            "Beloppet för {bounded} är {value} {year}, räknat som ett helt år.",
            "The amount for {bounded} is {value} in {year}, counted as a whole year.",
        ),
    ),
    # --- Rounding and surcharges --------------------------------------------------------------
    "rounding_largest_remainder": RuleWords(
        Both("Avrundning till {to_whole}", "Rounding to {to_whole}"),
        Both(
            "Avrundning till {to_whole}: alla belopp avrundas {down}, och det som saknas i summan "
            "går till dem som förlorade mest, här {takers}. För {party} blir {exact} {amount}.",
            "Rounding to {to_whole}: all amounts are rounded {down}, and what is missing in the "
            "total goes to those that lost most, here {takers}. For {party}, {exact} becomes "
            "{amount}.",
        ),
    ),
    "rounding_largest_remainder_others": RuleWords(
        Both("Avrundning till {to_whole}", "Rounding to {to_whole}"),
        Both(
            "Avrundning till {to_whole}: alla belopp avrundas {down}, för {party} från {exact} "
            "till {amount}. Det som saknas i summan går till dem som förlorade mest, här {takers}.",
            "Rounding to {to_whole}: all amounts are rounded {down}, for {party} from {exact} to "
            "{amount}. What is missing in the total goes to those that lost most, here {takers}.",
        ),
    ),
    "rounding_largest_remainder_even": RuleWords(
        Both("Avrundning till {to_whole}", "Rounding to {to_whole}"),
        Both(
            "Avrundning till {to_whole}: alla belopp avrundas {down}, för {party} från {exact} "
            "till {amount}. Inget saknas i summan.",
            "Rounding to {to_whole}: all amounts are rounded {down}, for {party} from {exact} to "
            "{amount}. Nothing is missing in the total.",
        ),
    ),
    "rounding_exact": RuleWords(
        Both("Avrundning till {to_whole}", "Rounding to {to_whole}"),
        Both(
            "Avrundning till {to_whole}: exakt är beloppet för {party} {amount}.",
            "Rounding to {to_whole}: the exact amount for {party} is {amount}.",
        ),
    ),
    "rounding_half_up": RuleWords(
        Both("Avrundning till {to_whole}", "Rounding to {to_whole}"),
        Both(
            "Varje belopp avrundas för sig till närmaste {to}: {exact} blir {amount}.",
            "Each amount is rounded by itself to the nearest {to}: {exact} becomes {amount}.",
        ),
    ),
    "rounding_up": RuleWords(
        Both("Avrundning till {to_whole}", "Rounding to {to_whole}"),
        Both(
            "Varje belopp avrundas uppåt till {to_whole}: {exact} blir {amount}.",
            "Each amount is rounded up to {to_whole}: {exact} becomes {amount}.",
        ),
    ),
    "rounding_rest_to": RuleWords(
        Both("Avrundning till {to_whole}", "Rounding to {to_whole}"),
        Both(
            "{taker} tar resten när de andra har avrundats till närmaste {to}: för {party} blir "
            "{exact} {amount}.",
            "{taker} takes the rest when the others have been rounded to the nearest {to}: for "
            "{party}, {exact} becomes {amount}.",
        ),
    ),
    "rounding_line": RuleWords(
        Both("Avrundning till {to_whole}", "Rounding to {to_whole}"),
        Both(
            "Raden visas i {to_whole}: {exact} blir {amount}. Avrundningen görs på årets summa.",
            "The row is shown in {to_whole}: {exact} becomes {amount}. The year's total is what is "
            "rounded.",
        ),
    ),
    "rounding_none": RuleWords(
        Both("Avrundning till {to_whole}", "Rounding to {to_whole}"),
        Both(
            "Avrundningen till {to_whole} görs på summan och ändrar inget: {exact} är redan i "
            "{to_whole}.",
            "The total is rounded to {to_whole}, which changes nothing: {exact} is already in "
            "{to_whole}.",
        ),
    ),
    "surcharge": RuleWords(
        Both("{titled} på {item}", "{titled} on {item}"),
        Both(
            "{titled} på {item} för {party} är {percent} av {amount}, alltså {value}.",
            "{titled} on {item} for {party} is {percent} of {amount}, that is {value}.",
        ),
    ),
    "surcharge_rounded": RuleWords(
        Both("{titled} på {item}", "{titled} on {item}"),
        Both(
            "{titled} på {item} för {party} är {percent} av {amount}, alltså {exact}, som avrundas "
            "till {value}.",
            "{titled} on {item} for {party} is {percent} of {amount}, that is {exact}, rounded to "
            "{value}.",
        ),
    ),
    "surcharge_exact": RuleWords(
        Both("Före avrundning", "Before rounding"),
        Both(
            "{percent} av {amount} är {value}.",
            "{percent} of {amount} is {value}.",
        ),
    ),
    "surcharge_rounding": RuleWords(
        Both("Avrundning till {to_whole}", "Rounding to {to_whole}"),
        Both(
            "Avrundningen till närmaste {to} ändrar det med {value}.",
            "Rounding to the nearest {to} changes it by {value}.",
        ),
    ),
    "surcharge_percent": RuleWords(
        Both("Procentsats", "Percentage"),
        Both(
            "Procentsatsen är {value}.",
            "The percentage is {value}.",
        ),
    ),
    "surcharge_on": RuleWords(
        Both("Det som påslaget räknas på", "What the surcharge is on"),
        Both(
            "Påslaget räknas på {value}.",
            "The surcharge is on {value}.",
        ),
    ),
    # --- Settlements --------------------------------------------------------------------------
    "settlement": RuleWords(
        Both("Slutavräkning {year}", "Final settlement {year}"),
        Both(
            "{party} betalar {value} i slutavräkningen för {year}.",
            "{party} pays {value} in the final settlement for {year}.",
        ),
    ),
    "settlement_negative": RuleWords(
        Both("Slutavräkning {year}", "Final settlement {year}"),
        Both(
            "{party} får tillbaka {opposite} i slutavräkningen för {year}.",
            "{party} gets back {opposite} in the final settlement for {year}.",
        ),
    ),
    "settlement_unknown": RuleWords(
        Both("Slutavräkning {year}", "Final settlement {year}"),
        Both(
            "Det går inte att räkna ut vad {party} betalar i slutavräkningen för {year}: något "
            "saknas.",
            "What {party} pays in the final settlement for {year} cannot be calculated: "
            "something is missing.",
        ),
    ),
    "settlement_host": RuleWords(
        Both("Slutavräkning {year}", "Final settlement {year}"),
        Both(
            "{party} betalar {value} i slutavräkningen för {year}: det som de andra får tillbaka.",
            "{party} pays {value} in the final settlement for {year}: what the others get back.",
        ),
    ),
    "settlement_host_negative": RuleWords(
        Both("Slutavräkning {year}", "Final settlement {year}"),
        Both(
            "{party} får {opposite} i slutavräkningen för {year}: det som de andra betalar.",
            "{party} gets {opposite} in the final settlement for {year}: what the others pay.",
        ),
    ),
    "settlement_other": RuleWords(
        Both("Till {party}", "To {party}"),
        Both(
            "{party} får tillbaka {value}.",
            "{party} gets back {value}.",
        ),
    ),
    "settlement_other_negative": RuleWords(
        Both("Från {party}", "From {party}"),
        Both(
            "{party} betalar {opposite}.",
            "{party} pays {opposite}.",
        ),
    ),
    "settlement_part": RuleWords(
        Both("Årets del", "Its part"),
        Both(
            "{owner} del av {year} är till slut {value}.",
            "{owner} part of {year} is {value} in the end.",
        ),
    ),
    "side": RuleWords(
        Both("{basis} {year}", "{basis} {year}"),
        Both(
            "{party} betalar {value} för {year} ({basis}).",
            "{party} pays {value} for {year} ({basis}).",
        ),
    ),
    "side_negative": RuleWords(
        Both("{basis} {year}", "{basis} {year}"),
        Both(
            "{party} får {opposite} tillgodo för {year} ({basis}).",
            "{party} is credited {opposite} for {year} ({basis}).",
        ),
    ),
    "all_sides": RuleWords(
        Both("{basis} {year}, alla", "{basis} {year}, all"),
        Both(
            "Alla parters {year} ({basis}) är {value}.",
            "All parties' {year} ({basis}) is {value}.",
        ),
    ),
    "deviation": RuleWords(
        Both("{kind}", "{kind}"),
        Both(
            "{kind} för {year} är {value}.",
            "The {kind} of {year} is {value}.",
        ),
    ),
    "difference": RuleWords(
        Both("Skillnad mot budgeten", "Difference from the budget"),
        Both(
            "{owner} utfall skiljer {value} från dess budget.",
            "{owner} outcome differs by {value} from its budget.",
        ),
    ),
    "carried_left_out": RuleWords(
        Both("Överfört från tidigare år, inte med", "Carried from earlier years, left out"),
        Both(
            "Det som är överfört från tidigare år räknas inte med här.",
            "What is carried from earlier years is left out here.",
        ),
    ),
    "no_deviation": RuleWords(
        Both("Regleras", "Settled"),
        Both(
            "Inget skiljer från budgeten: inget regleras.",
            "Nothing differs from the budget: nothing is settled.",
        ),
    ),
    "not_agreed": RuleWords(
        Both("Regleras inte", "Not settled"),
        Both(
            "Avtalet säger inte vad som händer med {kind} på {deviation}: inget regleras.",
            "The agreement does not say what happens with the {kind} of {deviation}: nothing "
            "is settled.",
        ),
    ),
    "kept": RuleWords(
        Both("Regleras inte", "Not settled"),
        Both(
            "{kind} på {deviation} stannar i verksamheten.",
            "The {kind} of {deviation} stays with the service.",
        ),
    ),
    "below_bound": RuleWords(
        Both("Regleras inte", "Not settled"),
        Both(
            "{kind} på {deviation} är under gränsen: inget regleras.",
            "The {kind} of {deviation} is below the threshold: nothing is settled.",
        ),
    ),
    "bound_threshold": RuleWords(
        Both("Gräns", "Threshold"),
        Both(
            "{kind} regleras bara om det är minst {share} av budgeten, {value}.",
            "The {kind} is settled only if it is at least {share} of the budget, {value}.",
        ),
    ),
    "bound_above": RuleWords(
        Both("Regleras inte upp till", "Not settled up to"),
        Both(
            "Bara det som är över {share} av budgeten, {value}, regleras.",
            "Only what exceeds {share} of the budget, {value}, is settled.",
        ),
    ),
    "threshold_percent": RuleWords(
        Both("Gräns i procent", "Threshold in per cent"),
        Both(
            "Gränsen är {value} av budgeten.",
            "The threshold is {value} of the budget.",
        ),
    ),
    "above_percent": RuleWords(
        Both("Gräns i procent", "Threshold in per cent"),
        Both(
            "Gränsen är {value} av budgeten.",
            "The threshold is {value} of the budget.",
        ),
    ),
    "excess": RuleWords(
        Both("Räknas av {kind}", "What counts of the {kind}"),
        Both(
            "Av {kind} på {deviation} räknas {value}.",
            "Of the {kind} of {deviation}, {value} counts.",
        ),
    ),
    "excess_rounding": RuleWords(
        Both("Avrundning till {to}", "Rounding to {to}"),
        Both(
            "Det som räknas avrundas till {to}.",
            "What counts is rounded to {to}.",
        ),
    ),
    "settled_fraction": RuleWords(
        Both("Så stor del räknas", "So much of it counts"),
        Both(
            "{first_value} av {second_value} räknas, alltså {value}.",
            "{first_value} of {second_value} counts, that is {value}.",
        ),
    ),
    "settled": RuleWords(
        Both("Del av {kind}", "Part of the {kind}"),
        Both(
            "{party} har {value} av {kind} på {deviation}.",
            "{party} has {value} of the {kind} of {deviation}.",
        ),
    ),
    "settled_between": RuleWords(
        Both("Skillnad mellan parterna", "Difference between the parties"),
        Both(
            "Alla parters belopp tillsammans skiljer inte från budgeten, men {party} har {value}.",
            "All parties' amounts together do not differ from the budget, but {party} has {value}.",
        ),
    ),
    "settled_above": RuleWords(
        Both("Del av {kind}", "Part of the {kind}"),
        Both(
            "Av {kind} på {deviation} räknas {moved}: varje parts skillnad minskas lika "
            "mycket i förhållande, {factors} för {party}.",
            "Of the {kind} of {deviation}, {moved} counts: each party's difference is cut "
            "in the same proportion, {factors} for {party}.",
        ),
    ),
    "settled_by_split": RuleWords(
        Both("Del av {kind}", "Part of the {kind}"),
        Both(
            "Av {kind} på {deviation} räknas {moved}, med en egen fördelning: {value} för {party}.",
            "Of the {kind} of {deviation}, {moved} counts, by a split of its own: {value} for "
            "{party}.",
        ),
    ),
    "flow_surplus": RuleWords(
        Both("Överskottets del, dras av", "Part of the surplus, deducted"),
        Both(
            "Överskottet fördelas som en kostnad och dras sedan av.",
            "The surplus is split like a cost and then deducted.",
        ),
    ),
    "as_agreed_share": RuleWords(
        Both("Andel av utfallet, {party}", "Share of the outcome, {party}"),
        Both(
            "{owner} andel av utfallet är {value}.",
            "{owner} share of the outcome is {value}.",
        ),
    ),
    "adjusted": RuleWords(
        Both("Del av {kind}, avrundad", "Part of the {kind}, rounded"),
        Both(
            "{party} har {value} av {kind} på {deviation}.",
            "{party} has {value} of the {kind} of {deviation}.",
        ),
    ),
    "carried_on": RuleWords(
        Both("Förs till {later}", "Carried to {later}"),
        Both(
            "{kind} på {deviation} förs till budgeten för {later}: {amount} för {party} är en "
            "rad där, och regleras inte nu.",
            "The {kind} of {deviation} is carried to the budget of {later}: {amount} for "
            "{party} is a line there, and is not settled now.",
        ),
    ),
    "billed": RuleWords(
        Both("Fakturerat {year}", "Billed {year}"),
        Both(
            "{party} har fakturerats {value} för {year}.",
            "{party} was billed {value} for {year}.",
        ),
    ),
    "not_billed": RuleWords(
        Both("Fakturerat {year}", "Billed {year}"),
        Both(
            "Det framgår inte vad {party} har fakturerats för {year}.",
            "What {party} was billed for {year} is not stated.",
        ),
    ),
    "on_account": RuleWords(
        Both("Betalt i förväg", "Paid on account"),
        Both(
            "{party} har betalat {value} för {year}, enligt budgeten och avtalets regler för "
            "fakturering.",
            "{party} has paid {value} for {year}, by the budget and the agreement's invoicing.",
        ),
    ),
    "advance_received": RuleWords(
        Both("Fått i förväg", "Received on account"),
        Both(
            "Det som andra har betalat till parten räknas av.",
            "What others have paid to the party is deducted.",
        ),
    ),
    "outlays": RuleWords(
        Both("Betalt till leverantörer", "Paid to suppliers"),
        Both(
            "{party} har själv betalat {value} till leverantörer.",
            "{party} has itself paid {value} to suppliers.",
        ),
    ),
    "outlay": RuleWords(
        Both("{item}", "{item}"),
        Both(
            "{party} betalar {item}, {value} ({basis}).",
            "{party} pays {item}, {value} ({basis}).",
        ),
    ),
    # --- Bills --------------------------------------------------------------------------------
    "bill_instalment": RuleWords(
        Both("Delbetalning {number} {year}", "Instalment {number} of {year}"),
        Both(
            "{party} faktureras {value} som delbetalning {number} för {year}.",
            "{party} is billed {value} as instalment {number} of {year}.",
        ),
    ),
    "bill_unknown": RuleWords(
        Both("Delbetalning {number} {year}", "Instalment {number} of {year}"),
        Both(
            "Det går inte att räkna ut vad {party} faktureras för {year}: något saknas.",
            "What {party} is billed for {year} cannot be calculated: something is missing.",
        ),
    ),
    "no_bill": RuleWords(
        Both("Delbetalning {number} {year}", "Instalment {number} of {year}"),
        Both(
            "{party} faktureras inget som delbetalning {number} för {year}.",
            "{party} is billed nothing as instalment {number} of {year}.",
        ),
    ),
    "bill_balance": RuleWords(
        Both("Återstår till slutavräkningen {year}", "Left for the final settlement of {year}"),
        Both(
            "{value} återstår för {party} till slutavräkningen för {year}.",
            "{value} is left for {party} until the final settlement of {year}.",
        ),
    ),
    "interest": RuleWords(
        Both("Ränta till {party}", "Interest to {party}"),
        Both(
            "{party} har {value} i ränta till godo i avräkningen.",
            "{party} has {value} of interest to its credit in the settlement.",
        ),
    ),
    "interest_part": RuleWords(
        Both("Ränta {begins} till {until}", "Interest from {begins} until {until}"),
        Both(
            "{rate} per år på {amount} från {begins} till {until} är {value}.",
            "{rate} a year on {amount} from {begins} until {until} is {value}.",
        ),
    ),
    "interest_on_paid": RuleWords(
        Both("Betalt på konto", "Paid on account"),
        Both("{value} är betalt på konto.", "{value} has been paid on account."),
    ),
    "interest_on_deviation": RuleWords(
        Both("Att få tillbaka för året", "To get back for the year"),
        Both(
            "{party} får tillbaka {value} (minus: betalar) av det som regleras.",
            "{party} gets back {value} (minus: pays) of what is settled.",
        ),
    ),
    "interest_rate": RuleWords(
        Both("Räntesats per år", "Rate of interest a year"),
        Both("Räntan är {value} per år.", "The interest is {value} a year."),
    ),
    "interest_time": RuleWords(
        Both("Del av ett år", "Part of a year"),
        Both(
            "{begins} till {until} är {value} av ett år.",
            "From {begins} until {until} is {value} of a year.",
        ),
    ),
    "interest_days": RuleWords(
        Both("Dagar", "Days"),
        Both(
            "{begins} till {until} är {value} dagar.", "From {begins} until {until}: {value} days."
        ),
    ),
    "interest_year": RuleWords(
        Both("Årets dagar", "Days of a year"),
        Both("Ett år räknas som {value} dagar.", "A year counts as {value} days."),
    ),
    "interest_rounding": RuleWords(
        Both("Avrundning", "Rounding"),
        Both("Räntan avrundas en gång, med {value}.", "The interest is rounded once, by {value}."),
    ),
    "bill_item": RuleWords(
        Both("{item} {year}", "{item} for {year}"),
        Both(
            "{party} faktureras {value} för {item} {year}, för sig.",
            "{party} is billed {value} for {item} of {year}, by itself.",
        ),
    ),
    "bill_year": RuleWords(
        Both("Hela {year}", "The whole of {year}"),
        Both(
            "{party} faktureras {value} för hela {year}: avtalet säger inte när.",
            "{party} is billed {value} for the whole of {year}: the agreement does not say when.",
        ),
    ),
    "debt": RuleWords(
        Both("Ska betala för {year}", "Owed for {year}"),
        Both(
            "{party} ska betala {value} för {year} enligt budgeten.",
            "{party} owes {value} for {year} by the budget.",
        ),
    ),
    "debt_to": RuleWords(
        Both("Ska betala {payee} för {year}", "Owed {payee} for {year}"),
        Both(
            "{party} ska betala {value} till {payee} för {year} enligt budgeten.",
            "{party} owes {payee} {value} for {year} by the budget.",
        ),
    ),
    "debt_deducted": RuleWords(
        Both("{party}, {item}: räknas av", "{party}, {item}: taken off"),
        Both(
            "{owner} del av {item}, {opposite}, räknas av.",
            "{owner} part of {item}, {opposite}, is taken off.",
        ),
    ),
    "debt_beside": RuleWords(
        Both(
            "{party}: avrundning, tak och golv, överfört",
            "{party}: rounding, caps and floors, carried",
        ),
        Both(
            "Det som inte hör till någon post: {value} för {party}.",
            "What belongs to no item: {value} for {party}.",
        ),
    ),
    "preliminary": RuleWords(
        Both("Preliminär del", "Preliminary part"),
        Both(
            "{value} faktureras före slutavräkningen.",
            "{value} is billed before the final settlement.",
        ),
    ),
    "advance": RuleWords(
        Both("Preliminärt", "Preliminary"),
        Both(
            "Före slutavräkningen faktureras {preliminary} av {amount}, alltså {value}.",
            "Before the final settlement {preliminary} of {amount} is billed, that is {value}.",
        ),
    ),
    "advance_rounded": RuleWords(
        Both("Preliminärt, avrundat", "Preliminary, rounded"),
        Both(
            "Före slutavräkningen faktureras {value}.",
            "Before the final settlement {value} is billed.",
        ),
    ),
    "advance_rounding": RuleWords(
        Both("Avrundning till hela ören", "Rounding to the smallest unit"),
        Both(
            "Det som faktureras preliminärt avrundas till närmaste hela minsta enhet.",
            "What is billed in advance is rounded to the nearest smallest unit.",
        ),
    ),
    "advance_billed": RuleWords(
        Both("Faktureras preliminärt, dras av", "Billed in advance, deducted"),
        Both(
            "Det som faktureras preliminärt, {opposite}, dras av.",
            "What is billed in advance, {opposite}, is deducted.",
        ),
    ),
    "instalment_part": RuleWords(
        Both("Delbetalningens del", "The instalment's part"),
        Both(
            "{first_value} av {amount} är {value}.",
            "{first_value} of {amount} is {value}.",
        ),
    ),
    "instalment_share": RuleWords(
        Both("Del av året", "Part of the year"),
        Both(
            "Delbetalningen är {first_value} av {second_value} delbetalningar, alltså {value}.",
            "The instalment is {first_value} of {second_value} instalments, that is {value}.",
        ),
    ),
    "instalment_weight": RuleWords(
        Both("{first}–{last}", "{first}\u2013{last}"),
        Both(
            "{first}–{last} är {value} delbetalning för {party}.",
            "{first}–{last} is {value} instalment for {party}.",
        ),
    ),
    "instalment_weights": RuleWords(
        Both("Årets delbetalningar", "The year's instalments"),
        Both(
            "Året har {value} delbetalningar för {party}.",
            "The year has {value} instalments for {party}.",
        ),
    ),
    "instalment_stated": RuleWords(
        Both("Avtalad del", "Agreed part"),
        Both(
            "Delbetalningen är {value} av det som faktureras.",
            "The instalment is {value} of what is billed.",
        ),
    ),
    "instalment_cut": RuleWords(
        Both("Nedrundning", "Rounding down"),
        Both(
            "Delbetalningen rundas ned till minsta enheten; den sista tar resten.",
            "The instalment is rounded down to the smallest unit; the last takes the rest.",
        ),
    ),
    "instalment_rest": RuleWords(
        Both("Rest från tidigare delbetalningar", "Rest of the earlier instalments"),
        Both(
            "Den sista delbetalningen tar det som de andra rundades ned med.",
            "The last instalment takes what the others were rounded down by.",
        ),
    ),
    "bill_net": RuleWords(
        Both("Belopp", "Amount"),
        Both(
            "Beloppet utan moms är {value}.",
            "The amount without VAT is {value}.",
        ),
    ),
    "vat_percent": RuleWords(
        Both("Momssats", "VAT rate"),
        Both(
            "Momsen är {value}.",
            "VAT is {value}.",
        ),
    ),
    "vat": RuleWords(
        Both("Moms", "VAT"),
        Both(
            "Momsen är {first_value} av {amount}, alltså {value}.",
            "VAT is {first_value} of {amount}, that is {value}.",
        ),
    ),
    "vat_rounding": RuleWords(
        Both("Momsens avrundning", "Rounding of VAT"),
        Both(
            "Momsen avrundas till minsta enheten.",
            "VAT is rounded to the smallest unit.",
        ),
    ),
    "bill_rounding": RuleWords(
        Both("Öresavrundning", "Rounding of the total"),
        Both(
            "Fakturans summa avrundas.",
            "The total of the bill is rounded.",
        ),
    ),
}

WORDS: Final[dict[str, Both]] = {
    "step": Both("Steg", "Step"),
    "value": Both("Värde", "Value"),
    "exact": Both("Exakt", "Exact"),
    "where": Both("Var", "Where"),
    "tree": Both("Så räknas beloppet", "How the amount is calculated"),
    "tree_note": Both(
        "Rader inom parentes är upplysningar och ingår inte i beräkningen.",
        "Rows in brackets are for information and are not part of the calculation.",
    ),
    "listed_with": Both("{label} (talen står hos {party})", "{label} (listed with {party})"),
    "words": Both("I ord", "In words"),
    "decisions": Both("Beslut", "Decisions"),
    "beside": Both("Mer om beloppet", "More about the amount"),
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
    "fact_since": Both("{sentence}, från och med {since}.", "{sentence}, from {since}."),
    "unused": Both("Används inte: {sentence}", "Not used: {sentence}"),
    "chosen_frozen": Both(
        "Fördelningsnyckeln är fryst till {when}.", "The key is frozen at {when}."
    ),
    "chosen_latest": Both(
        "Det senaste värdet till och med {day} {back} används.",
        "The latest value up to {day} {back} is used.",
    ),
    "chosen_date": Both("Värdet för {day} {back} används.", "The value of {day} {back} is used."),
    "chosen_year": Both("Värdet för {back} används.", "The value of {back} is used."),
    "chosen_every_month": Both(
        "Varje månads värde {back} används.", "Each month's value {back} is used."
    ),
    "chosen_every_quarter": Both(
        "Varje kvartals värde {back} används.", "Each quarter's value {back} is used."
    ),
    "holds": Both(
        "Värdena gäller {years} år i taget, räknat från {start}.",
        "The values are for {years} years at a time, counted from {start}.",
    ),
    "back_same": Both("samma år", "the same year"),
    "back_one": Both("året före", "the year before"),
    "back_many": Both("{years} år före", "{years} years before"),
    "back_after": Both("{years} år efter", "{years} years after"),
    "pinned": Both(
        "Det är det senast publicerade {pinned}.",
        "It is the latest published by {pinned}.",
    ),
    "times": Both("Det gäller {times}.", "It is for {times}."),
    "times_none": Both("Parten är inte med det året.", "The party takes no part that year."),
    "goes_on": Both(
        "Fördelningen från en tidigare period gäller vidare {first}–{last}.",
        "The split of an earlier period goes on {first}–{last}.",
    ),
    "renewed": Both(
        "Tiden är efter periodens slut och förutsätter att avtalet har förlängts av sig självt.",
        "The time is after the period's end and assumes that the agreement has renewed itself.",
    ),
    "extended": Both(
        "Tiden är efter periodens slut och förutsätter att optionen används.",
        "The time is after the period's end and assumes that the option is used.",
    ),
    "condition_met": Both(
        "Enligt filen är periodens villkor uppfyllt.",
        "According to the file, the period's condition is met.",
    ),
    "condition_unmet": Both(
        "Enligt filen är periodens villkor inte uppfyllt.",
        "According to the file, the period's condition is not met.",
    ),
    "condition_failed": Both(
        "Enligt filen är periodens villkor inte uppfyllt, och vad som då gäller framgår inte.",
        "According to the file, the period's condition has failed; it does not say what applies.",
    ),
    "condition_falls_back": Both(
        "Enligt filen är periodens villkor inte uppfyllt, så de tidigare villkoren gäller.",
        "According to the file, the period's condition has failed, so the terms before apply.",
    ),
    "to_write": Both("Skriv det som {path} ({place}).", "Write it as {path} ({place})."),
    "rows_add_up": Both(
        "Raderna ovan är avrundade var för sig och blir tillsammans {rows}.",
        "The rows above, rounded one by one, add up to {rows}.",
    ),
    "not_stated": Both(
        "Avtalet anger ingen avrundning; det här är formatets standard.",
        "The agreement states no rounding; this is the format's default.",
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
    "recorded_in": Both("enligt {paper}", "according to {paper}"),
    "during": Both("{first}–{last}: {sentence}", "{first}–{last}: {sentence}"),
    "according_to": Both("Enligt {path} ({place}).", "According to {path} ({place})."),
    "source": Both("Källa: {paper}.", "Source: {paper}."),
    "papers": Both(
        "Beslut och handlingar för {time}: {papers}.",
        "Decisions and documents for {time}: {papers}.",
    ),
    "time": Both("{first}–{last}", "{first}–{last}"),
    "time_from": Both("tiden från och med {first}", "the time from {first}"),
    "time_to": Both("tiden till och med {last}", "the time until {last}"),
    "time_all": Both("hela avtalstiden", "the whole term"),
    "dnr": Both("dnr\u00a0{dnr}", "ref.\u00a0{dnr}"),
    "decided": Both("{party}: {status}", "{party}: {status}"),
    "approved": Both("godkänt", "approved"),
    "pending": Both("beslut väntar", "decision pending"),
    "proposed": Both("föreslaget", "proposed"),
    "refused": Both("avslaget", "refused"),
    "unknown": Both("beslutet framgår inte", "outcome not stated"),
    "missing": Both("saknas", "missing"),
    "at_most": Both("högst {most}", "at most {most}"),
    "at_least": Both("lägst {least}", "at least {least}"),
    "nothing_or": Both("0 eller lägst {smallest}", "0 or at least {smallest}"),
    "any": Both("vilken storlek som helst", "any size"),
    "from_up": Both("{least} eller mer", "{least} or more"),
    "above": Both("mer än {least}", "more than {least}"),
    "below": Both("mindre än {most}", "less than {most}"),
    "up_to": Both("högst {most}", "at most {most}"),
    "deeper": Both(
        "Steg djupare än {depth} visas inte; utelämna --depth för att se alla.",
        "Steps deeper than {depth} are not shown; leave out --depth to see them all.",
    ),
    "title": Both("Förklaring: {party} {year}", "Explanation: {party} {year}"),
    "title_settlement": Both(
        "Förklaring: {party} {year}, slutavräkning",
        "Explanation: {party} {year}, final settlement",
    ),
    "title_instalment": Both(
        "Förklaring: {party} {year}, delbetalning {number}",
        "Explanation: {party} {year}, instalment {number}",
    ),
    "billed_on": Both("Den faktureras {day}.", "It is billed on {day}."),
    "due_on": Both("Den förfaller {day}.", "It is due on {day}."),
    "title_item": Both("Förklaring: {party} {year}, {item}", "Explanation: {party} {year}, {item}"),
    # --- The bridge ---------------------------------------------------------------------------
    "bridge": Both("{party}: från {first} till {last}", "{party}: from {first} to {last}"),
    "bridge_about": Both(
        "Stapeldiagram: {title}. Beloppen står i tabellen.",
        "Bar chart: {title}. The amounts stand in the table.",
    ),
    "bar": Both("Förändring", "Change"),
    "amount": Both("Belopp", "Amount"),
    "why": Both("Varför", "Why"),
    "start": Both("{year}", "{year}"),
    "end": Both("{year}", "{year}"),
    "volume": Both("Volym: belopp, mängd och tid", "Volume: amounts, quantities and time"),
    "price_index": Both("Pris och index", "Price and index"),
    "split": Both("Fördelning", "Split"),
    "limits": Both("Tak och golv", "Caps and floors"),
    "rounding": Both("Avrundning", "Rounding"),
    "surcharges": Both("Påslag", "Surcharges"),
    "carried": Both("Överfört från tidigare år", "Carried from earlier years"),
    "bridge_note": Both(
        "En sak i taget byts mot det senare årets, i radernas ordning. Avrundningen tar det som är "
        "kvar i valutans minsta enhet.",
        "One thing at a time is changed to the later year's, in the order of the rows. Rounding "
        "takes what is left in the currency's smallest unit.",
    ),
    "from_to": Both("{before} → {after}", "{before} → {after}"),
    "in_year": Both("{year}: {sentence}", "{year}: {sentence}"),
    "nothing": Both("ingen ändring", "no change"),
    "lacking": Both("Saknas: {what}.", "Missing: {what}."),
    "all_costs": Both("det som fördelas", "what is split"),
    "not_known": Both("okänt", "not known"),
    "lacking_shares": Both(
        "{owner} andel av {item} ändras från {before} till {after}.",
        "{owner} share of {item} changes from {before} to {after}.",
    ),
    "same_shares": Both(
        "{owner} andel av {item} är {after} båda åren.",
        "{owner} share of {item} is {after} in both years.",
    ),
}
