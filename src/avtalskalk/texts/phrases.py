"""The words of reports: headings, units, lines and notes, in Swedish and English."""

from collections.abc import Mapping
from types import MappingProxyType

from avtalskalk.texts import Both

PHRASES: Mapping[str, Both] = MappingProxyType(
    {
        # Severities, as a message opens.
        "error": Both("fel", "error"),
        "warning": Both("varning", "warning"),
        "note": Both("anm.", "note"),
        "help": Both("hjälp", "help"),
        "related": Both("se även", "see also"),
        # The bases.
        "budget": Both("budget", "budget"),
        "forecast": Both("prognos", "forecast"),
        "actual": Both("utfall", "actual"),
        # Units of a table; ``{currency}`` where it is not kronor.
        "unit_kr": Both("kronor", "SEK"),
        "unit_tkr": Both("tusental kronor (tkr)", "SEK thousand"),
        "unit_mkr": Both("miljoner kronor (mkr)", "SEK million"),
        "unit_other_kr": Both("{currency}", "{currency}"),
        "unit_other_tkr": Both("tusental {currency}", "{currency} thousand"),
        "unit_other_mkr": Both("miljoner {currency}", "{currency} million"),
        # Headings and labels of tables.
        "share": Both("Andel", "Share"),
        "amount": Both("Belopp", "Amount"),
        "party": Both("Part", "Party"),
        "agreement": Both("Avtal", "Agreement"),
        "item": Both("Kostnad", "Cost"),
        "period": Both("Tid", "Time"),
        "total": Both("Summa", "Total"),
        "all_agreements": Both("Alla avtal tillsammans", "All agreements together"),
        "count_agreements": Both("{count} avtal", "{count} agreements"),
        "by_party": Both("Per part", "By party"),
        "by_agreement": Both("Per avtal", "By agreement"),
        "by_item": Both("Per kostnad", "By cost"),
        "by_period": Both("Per tid", "By time"),
        "missing": Both("saknas", "missing"),
        "rest_of_year": Both("{year}, övrigt", "{year}, all else"),
        "selected": Both("urval: {names}", "selected: {names}"),
        # Lines that are not a plain part of an item.
        "line_rounding": Both("Avrundning", "Rounding"),
        "line_limit": Both("Begränsning", "Limit"),
        "line_surcharge": Both("Påslag", "Surcharge"),
        "line_carried": Both("Överfört från tidigare år", "Carried from an earlier year"),
        "line_split": Both("Gemensamt", "In common"),
        "line_own": Both("Egna belopp", "Own amounts"),
        "line_of_item": Both("{item}: {line}", "{item}: {line}"),
        # The days that a note speaks of, by the ends that they have.
        "days": Both("{first} – {last}", "{first} – {last}"),
        "days_from": Both("tiden från och med {first}", "the time from {first} on"),
        "days_to": Both("tiden till och med {last}", "the time until {last}"),
        "days_all": Both("avtalet", "the agreement"),
        # What stands between the last two names of a list.
        "and": Both("och", "and"),
        # What stands below a table.
        "more": Both("och {count} till", "and {count} more"),
        "missing_figures": Both("Saknas: {figures}.", "Missing: {figures}."),
        "rounded": Both(
            "Avrundat till {unit} så att varje kolumn summerar; exakta belopp fås med --format csv "
            "eller json.",
            "Rounded to {unit} so that every column adds up; --format csv and json give the exact "
            "amounts.",
        ),
        "rounded_kr": Both("hela kronor", "whole SEK"),
        "rounded_tkr": Both("hela tusental kronor", "whole SEK thousands"),
        "rounded_mkr": Both("tiondels miljoner kronor", "tenths of SEK millions"),
        "rounded_other_kr": Both("hela {currency}", "whole {currency}"),
        "rounded_other_tkr": Both("hela tusental {currency}", "whole {currency} thousands"),
        "rounded_other_mkr": Both("tiondels miljoner {currency}", "tenths of {currency} millions"),
        "shares_of": Both("Andelarna avser {years}.", "The shares are those of {years}."),
        "shares_change": Both("Andelarna ändras {years}.", "The shares change in {years}."),
        "sources": Both("Källor: {sources}.", "Sources: {sources}."),
        "source": Both("Källa: {sources}.", "Source: {sources}."),
        "dnr": Both("dnr\u00a0{dnr}", "ref.\u00a0{dnr}"),
        "assumption": Both("Antagande: {text}", "Assumption: {text}"),
        "marked": Both("* Villkorat belopp.", "* Conditional amount."),
        # An agreement's own tests.
        "a_list": Both("en lista, med `-` framför vart och ett", "a list, with `-` before each"),
        "a_mapping": Both("rader med nyckel, kolon och värde", "lines of key, colon and value"),
        "a_party": Both("part", "party"),
        "an_item": Both("kostnad", "cost"),
        "a_reading": Both("läsning", "reading"),
        "under_reading": Both("läsning {name}", "reading {name}"),
        "with_changes": Both("med {paths}", "with {paths}"),
        "test_expected": Both("väntat", "expected"),
        "test_got": Both("blev", "got"),
        "test_was": Both("var", "was"),
        "test_is": Both("skrivet nu", "written now"),
        "test_difference": Both("skillnad", "difference"),
        "test_incomplete": Both("ofullständigt", "incomplete"),
        "test_conditional": Both("villkorat", "conditional"),
        "test_in_force": Both("gäller året", "in force"),
        "test_error": Both("fel", "error"),
        "test_otherwise": Both(
            "{what}: väntat {expected}, blev {got}.", "{what}: expected {expected}, got {got}."
        ),
        "test_file": Both("Fil", "File"),
        "test_cases": Both("Prov", "Tests"),
        "test_failed": Both("Stämmer inte", "Failed"),
        "test_summary": Both("Avtalens egna prov", "The agreements' own tests"),
        "yes": Both("ja", "yes"),
        "no": Both("nej", "no"),
        "nothing": Both("inget", "none"),
        # Readings side by side.
        "readings": Both("olika läsningar", "readings"),
        "as_written": Both("som skrivet", "as written"),
        "at_stake": Both("står på spel", "at stake"),
        "at_stake_is": Both(
            "Står på spel: det högsta beloppet minus det lägsta.",
            "At stake: the largest amount less the smallest.",
        ),
        # Notes of a statement; their keys are the engine's, but that of a reading.
        "reading": Both("Läsning {name}: {title}", "Reading {name}: {title}"),
        "conditional": Both(
            "Villkorat: {time} förutsätter beslut av {waiting}.",
            "Conditional: {time} depends on decisions by {waiting}.",
        ),
        "no_start": Both(
            "Avtalet anger ingen början; beloppen förutsätter att det redan gäller.",
            "The agreement gives no start; the amounts suppose that it is already in force.",
        ),
        "beyond_end": Both(
            "Beloppen vilar på förlängning efter {end}.",
            "The amounts rest on renewal after {end}.",
        ),
        "assumed_extended": Both(
            "Beloppen förutsätter att optionen efter {end} används.",
            "The amounts assume that the option after {end} is used.",
        ),
        "solved_total": Both(
            "{item}: summan {total} är uträknad ur den kända delen för {party}, {part}.",
            "{item}: the total {total} is worked out from the known part of {party}, {part}.",
        ),
        "rounding_changed": Both(
            "{item}: avrundningen ändrar summan med {difference}.",
            "{item}: rounding changes the total by {difference}.",
        ),
        "limit_untried": Both(
            "Gränsen {limit} har inte prövats: vad parterna betalade året före är inte känt.",
            "The limit {limit} was not applied: what was paid the year before is not known.",
        ),
        "preliminary_index": Both(
            "{item}: indexet är preliminärt; beloppet kan ändras när det slutliga kommer.",
            "{item}: the index is preliminary; the amount may change when the final one comes.",
        ),
        "not_in_force": Both(
            "Avtalet gäller inte {year}.", "The agreement is not in force in {year}."
        ),
        "partial_year": Both(
            "Avtalet gäller bara {first} – {last}, {part} av året.",
            "The agreement covers only {first} – {last}, {part} of the year.",
        ),
        "gap": Both(
            "Avtalet har inga villkor för {first} – {last}.",
            "The agreement has no terms for {first} – {last}.",
        ),
        "refused": Both("{party} har sagt nej.", "{party} has refused."),
        "prorated": Both(
            "{item}: {stated} för helt år ger {used} för {first} – {last}.",
            "{item}: {stated} for a whole year gives {used} for {first} – {last}.",
        ),
        "assumed_silence": Both(
            "{party} räknas som överens: inget beslut till och med {day}.",
            "{party} counts as approving: no decision by {day}.",
        ),
        "no_costs": Both("Avtalet anger inga kostnader.", "The agreement states no costs."),
    }
)
