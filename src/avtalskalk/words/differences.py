"""The words of `avtalskalk diff`: what a part of an agreement is called, and that it differs."""

from collections.abc import Mapping
from typing import Final

from avtalskalk.words import Both

SUBJECTS: Final[Mapping[str, Both]] = {
    "id": Both("avtalets id", "the agreement's id"),
    "title": Both("avtalets namn", "the agreement's title"),
    "currency": Both("valutan", "the currency"),
    "fiscal_year": Both("räkenskapsåret", "the fiscal year"),
    "fiscal_year.starts": Both(
        "månaden som räkenskapsåret börjar i", "the month that the fiscal year starts in"
    ),
    "fiscal_year.named": Both(
        "året som räkenskapsåret heter efter", "the year that names the fiscal year"
    ),
    "parties.{party}": Both("parten {party}", "the party {party}"),
    "parties.{party}.name": Both("namnet på parten {party}", "the name of the party {party}"),
    "parties.{party}.joined": Both(
        "första dagen för parten {party}", "the first day of the party {party}"
    ),
    "parties.{party}.left": Both(
        "sista dagen för parten {party}", "the last day of the party {party}"
    ),
    "host": Both("värden", "the host"),
    "provider": Both("utföraren", "the provider"),
    "periods.{period}": Both("perioden {period}", "the period {period}"),
    "periods.{period}.from": Both(
        "första dagen i perioden {period}", "the first day of the period {period}"
    ),
    "periods.{period}.to": Both(
        "sista dagen i perioden {period}", "the last day of the period {period}"
    ),
    "periods.{period}.title": Both(
        "namnet på perioden {period}", "the name of the period {period}"
    ),
    "periods.{period}.split": Both("fördelningen {period}", "the split {period}"),
    "periods.{period}.splits.{name}": Both(
        "fördelningen {name} {period}", "the split {name} {period}"
    ),
    "periods.{period}.limits": Both("tak och golv {period}", "the caps and floors {period}"),
    "periods.{period}.limits.{name}": Both(
        "tak eller golv {name} {period}", "cap or floor {name} {period}"
    ),
    "periods.{period}.decisions.{party}": Both(
        "beslutet av {party} för {period}", "the decision by {party} for {period}"
    ),
    "periods.{period}.condition": Both("villkoret för {period}", "the condition for {period}"),
    "periods.{period}.otherwise": Both(
        "det som gäller om villkoret för {period} inte uppfylls",
        "what applies if the condition for {period} fails",
    ),
    "periods.{period}.option": Both("optionen efter {period}", "the option after {period}"),
    "periods.{period}.renews": Both("förlängningen efter {period}", "the renewal after {period}"),
    "periods.{period}.terminated": Both("uppsägningen av {period}", "the termination of {period}"),
    "periods.{period}.notice": Both("uppsägningstiden för {period}", "the notice for {period}"),
    "periods.{period}.source": Both("källan för {period}", "the source for {period}"),
    "costs.{item}": Both("kostnadsposten {item}", "the cost item {item}"),
    "costs.{item}.title": Both(
        "namnet på kostnadsposten {item}", "the title of the cost item {item}"
    ),
    "costs.{item}.budget": Both("budget för {item}", "the budget for {item}"),
    "costs.{item}.budget.{year}": Both("budget {year} för {item}", "the budget {year} for {item}"),
    "costs.{item}.budget.{year}.known_part.{party}": Both(
        "den kända delen för {party} i budget {year} för {item}",
        "the known part of {party} in the budget {year} for {item}",
    ),
    "costs.{item}.forecast": Both("prognos för {item}", "the forecast for {item}"),
    "costs.{item}.forecast.{year}": Both(
        "prognos {year} för {item}", "the forecast {year} for {item}"
    ),
    "costs.{item}.forecast.{year}.known_part.{party}": Both(
        "den kända delen för {party} i prognos {year} för {item}",
        "the known part of {party} in the forecast {year} for {item}",
    ),
    "costs.{item}.actual": Both("utfall för {item}", "the actual figures for {item}"),
    "costs.{item}.actual.{year}": Both("utfall {year} för {item}", "the actual {year} for {item}"),
    "costs.{item}.actual.{year}.known_part.{party}": Both(
        "den kända delen för {party} i utfall {year} för {item}",
        "the known part of {party} in the actual {year} for {item}",
    ),
    "costs.{item}.amount": Both("beloppet för {item}", "the amount of {item}"),
    "costs.{item}.amount.{day}": Both(
        "beloppet för {item} från {day}", "the amount of {item} from {day}"
    ),
    "costs.{item}.total": Both("summan för {item}", "the total of {item}"),
    "costs.{item}.price": Both("priset för {item}", "the price of {item}"),
    "costs.{item}.price.{day}": Both(
        "priset för {item} från {day}", "the price of {item} from {day}"
    ),
    "costs.{item}.price.{party}": Both(
        "priset för {party} i {item}", "the price of {party} in {item}"
    ),
    "costs.{item}.bands": Both("tabellen för {item}", "the table of {item}"),
    "costs.{item}.scale": Both("trappan för {item}", "the scale of {item}"),
    "costs.{item}.quantity": Both("mängden för {item}", "the quantity of {item}"),
    "costs.{item}.quantity.{day}": Both(
        "mängden för {item} från {day}", "the quantity of {item} from {day}"
    ),
    "costs.{item}.amounts.{year}.{party}": Both(
        "beloppet {year} för {party} i {item}", "the amount {year} of {party} in {item}"
    ),
    "costs.{item}.sum": Both("summan av beloppen i {item}", "the sum of the amounts in {item}"),
    "costs.{item}.percent": Both("procentsatsen för {item}", "the percentage of {item}"),
    "costs.{item}.split": Both("fördelningen av {item}", "the split of {item}"),
    "costs.{item}.index": Both("indexeringen av {item}", "the indexation of {item}"),
    "costs.{item}.paid_by": Both(
        "vem som betalar räkningen för {item}", "who pays the bill for {item}"
    ),
    "costs.{item}.billed_on": Both("dagen då {item} faktureras", "the day {item} is billed"),
    "costs.{item}.surcharge": Both("påslaget på {item}", "the surcharge on {item}"),
    "costs.{item}.limits": Both("tak och golv för {item}", "the caps and floors of {item}"),
    "costs.{item}.limits.{name}": Both(
        "tak eller golv {name} för {item}", "cap or floor {name} of {item}"
    ),
    "costs.{item}.source": Both("källan för {item}", "the source of {item}"),
    "keys.{key}": Both("fördelningsnyckeln {key}", "the key {key}"),
    "keys.{key}.values": Both("värdena i fördelningsnyckeln {key}", "the values of the key {key}"),
    "keys.{key}.values.{day}": Both("fördelningsnyckeln {key}, {day}", "the key {key}, {day}"),
    "keys.{key}.values.{day}.{party}": Both(
        "fördelningsnyckeln {key}, {day}, för {party}", "the key {key}, {day}, for {party}"
    ),
    "indices.{index}": Both("indexet {index}", "the index {index}"),
    "indices.{index}.values.{day}": Both("indexet {index}, {day}", "the index {index}, {day}"),
    "indices.{index}.changes.{year}": Both(
        "ändringen av indexet {index} {year}", "the change of the index {index} in {year}"
    ),
    "indices.{index}.links.{day}": Both(
        "länken i indexet {index} från {day}", "the link of the index {index} from {day}"
    ),
    "shares.{name}": Both("andelarna {name}", "the shares {name}"),
    "rounding.to": Both("vad belopp avrundas till", "what amounts are rounded to"),
    "rounding.method": Both("avrundningens metod", "the method of rounding"),
    "rounding.at": Both("var det avrundas", "where amounts are rounded"),
    "proration": Both("hur delar av år räknas", "how parts of a year are counted"),
    "invoicing": Both("faktureringen", "the invoicing"),
    "reconciliation": Both("slutregleringen", "the final settlement"),
    "frames.{party}": Both("ramen för {party}", "the frame of {party}"),
    "frames.{party}.{year}": Both("ramen {year} för {party}", "the frame {year} of {party}"),
    "volumes.{name}": Both("volymen {name}", "the volume {name}"),
    "volumes.{name}.{year}": Both("volymen {name} {year}", "the volume {name} {year}"),
    "paid.{year}": Both("betalat {year}", "paid {year}"),
    "paid.{year}.{party}": Both("betalat {year} av {party}", "paid {year} by {party}"),
    "billed.{year}": Both("fakturerat {year}", "billed {year}"),
    "billed.{year}.{party}": Both("fakturerat {year} till {party}", "billed {year} to {party}"),
    "accounting.{party}": Both("bokföringen hos {party}", "the accounting of {party}"),
    "sources.{source}": Both("källan {source}", "the source {source}"),
    "assumptions": Both("antagandena", "the assumptions"),
    "assumptions.{text}": Both("ett antagande", "an assumption"),
    "readings.{name}": Both("tolkningen {name}", "the reading {name}"),
    "readings.{name}.set.assumptions.{text}": Both(
        "ett antagande i tolkningen {name}", "an assumption in the reading {name}"
    ),
    "readings.{name}.set": Both("värdena i tolkningen {name}", "the values in the reading {name}"),
    "notes": Both("anteckningarna", "the notes"),
}
"""What parts are called, by the keys that lead to them; what follows is named as it is written."""

CHOICES: Final[Mapping[str, Mapping[str, Both]]] = {
    "method": {
        "largest_remainder": Both("största återstoden", "largest remainder"),
        "half_up": Both("varje belopp för sig", "each amount by itself"),
        "up": Both("uppåt", "upwards"),
    },
    "at": {
        "item": Both("för varje kostnadspost", "for each cost item"),
        "total": Both("på årets summa", "on the year's total"),
    },
    "proration": {
        "days": Both("i dagar", "in days"),
        "months": Both("i månader", "in months"),
        "quarters": Both("i kvartal", "in quarters"),
    },
    "instalments": {
        "monthly": Both("månadsvis", "monthly"),
        "quarterly": Both("kvartalsvis", "quarterly"),
        "tertial": Both("tertialvis", "every four months"),
        "half_yearly": Both("halvårsvis", "half-yearly"),
        "yearly": Both("årsvis", "yearly"),
    },
    "in": {
        "advance": Both("i förskott", "in advance"),
        "arrears": Both("i efterskott", "in arrears"),
    },
    "do": {
        "settle": Both("reglera i efterhand", "settle afterwards"),
        "kept": Both("reglera inte", "do not settle"),
        "carry": Both("för till en senare budget", "carry to a later budget"),
    },
    "kind": {
        "cost": Both("kostnad", "cost"),
        "revenue": Both("intäkt", "revenue"),
        "grant": Both("bidrag", "grant"),
        "adjustment": Both("rättelse", "correction"),
    },
}
"""The format's own words as values, by the key that they stand at."""

WORDS: Final[Mapping[str, Both]] = {
    "same_terms": Both("samma villkor som perioden före", "the terms of the period before"),
    "without_split": Both("utan fördelning", "without a split"),
    "changed": Both(
        "{subject} ändras från {before} till {after}.",
        "{subject} changes from {before} to {after}.",
    ),
    "instead": Both(
        "{subject}: {after} i stället för {before}.", "{subject}: {after} instead of {before}."
    ),
    "other": Both("{subject} ändras.", "{subject} changes."),
    "added": Both("{subject} tillkommer: {after}.", "{subject} is new: {after}."),
    "added_alone": Both("{subject} tillkommer.", "{subject} is new."),
    "removed_alone": Both("{subject} tas bort.", "{subject} is removed."),
    "removed": Both("{subject} tas bort: {before}.", "{subject} is removed: {before}."),
    "split_all": Both(
        "{subject} ändras från {before} till {after}.",
        "{subject} changes from {before} to {after}.",
    ),
    "split_from": Both(
        "Från {start} ändras {subject} från {before} till {after}.",
        "From {start}, {subject} changes from {before} to {after}.",
    ),
    "split_between": Both(
        "Från {start} till och med {end} ändras {subject} från {before} till {after}.",
        "From {start} to {end}, {subject} changes from {before} to {after}.",
    ),
    "split_until": Both(
        "Till och med {end} ändras {subject} från {before} till {after}.",
        "Until {end}, {subject} changes from {before} to {after}.",
    ),
    "the_split": Both("fördelningen", "the split"),
    "the_split_named": Both("fördelningen {name}", "the split {name}"),
    "no_split": Both("ingen fördelning", "no split"),
    "nothing": Both("inget", "nothing"),
    "quoted": Both("”{text}”", "“{text}”"),
    "option_of": Both("en förlängning på {length}", "an extension of {length}"),
    "option_until": Both("en förlängning till {day}", "an extension until {day}"),
    "identical_decision": Both("likalydande beslut", "identical decisions"),
    "at_least": Both("minst {count} av {parties}", "at least {count} of {parties}"),
    "silence_by": Both(
        "den som inte har svarat till och med {day} räknas som om den hade godkänt",
        "whoever has not answered by {day} counts as having approved",
    ),
    "more": Both(
        "{party} betalar {amount} mer{years} på en kostnad av {total}{relative}.",
        "{party} pays {amount} more{years} of a cost of {total}{relative}.",
    ),
    "less": Both(
        "{party} betalar {amount} mindre{years} på en kostnad av {total}{relative}.",
        "{party} pays {amount} less{years} of a cost of {total}{relative}.",
    ),
    "more_of_other": Both(
        "{party} betalar {amount} mer{years}{relative}.",
        "{party} pays {amount} more{years}{relative}.",
    ),
    "less_of_other": Both(
        "{party} betalar {amount} mindre{years}{relative}.",
        "{party} pays {amount} less{years}{relative}.",
    ),
    "cost": Both(
        "Kostnaden{years} ändras från {before} till {after}{relative}.",
        "The cost{years} changes from {before} to {after}{relative}.",
    ),
    "for_years": Both(" för {years}", " for {years}"),
    "no_amounts": Both(
        "Det som parterna betalar ändras inte{years}.",
        "What the parties pay does not change{years}.",
    ),
    "not_known": Both(
        "Det är inte känt om parterna betalar mer eller mindre{years}: belopp saknas.",
        "It is not known whether the parties pay more or less{years}: amounts are missing.",
    ),
    "same": Both(
        "De två versionerna av avtalet betyder detsamma.",
        "The two versions of the agreement mean the same.",
    ),
    "order": Both(
        "Parterna har en annan ordning, och den avgör vem som får ett udda öre.",
        "The parties are in another order, which decides who gets an odd öre.",
    ),
    "only_new": Both("Avtalet finns bara i den nya versionen.", "Only in the new version."),
    "only_old": Both("Avtalet finns bara i den gamla versionen.", "Only in the old version."),
    "changes": Both("Vad som har ändrats", "What has changed"),
    "what_is_paid": Both("Vad parterna betalar", "What the parties pay"),
    "all_same": Both(
        "{count} avtal, alla lika: de två versionerna betyder detsamma.",
        "{count} agreements, all alike: the two versions mean the same.",
    ),
    "others_same": Both("{count} avtal är lika.", "{count} agreements are the same."),
}
