"""What `check` says of a draft, and which answer each finding is about."""

from dataclasses import replace

from avtalskalk.checks.validation import examine
from avtalskalk.diagnostics import Diagnostic
from avtalskalk.features.init.draft import NewAgreement
from avtalskalk.features.init.starter import starter
from avtalskalk.files.yaml import read
from avtalskalk.words import Language

# What stands in for an answer that has not been given yet, so that the others can be checked.
_PLACEHOLDER = "stand-in"


def findings(draft: NewAgreement, language: Language) -> list[Diagnostic]:
    """Everything that is wrong with a draft, or odd."""
    document = read(starter(draft, language).encode(), "")
    examined = () if document.data is None else examine(document.data).diagnostics
    diagnostics = []
    for finding in (*document.diagnostics, *examined):
        if finding.code == "AV025":
            # A name that stands twice, without the lines of a file that there is not yet.
            name = {"given": str(finding.path[-1])}
            diagnostics.append(replace(finding, code="AV868", arguments=name))
        else:
            diagnostics.append(finding)
    if any(finding.code == "AV868" for finding in diagnostics):
        # That a party is then missing only follows from it.
        return [finding for finding in diagnostics if finding.code != "AV102"]
    return diagnostics


def completed(draft: NewAgreement) -> NewAgreement:
    """A draft with placeholders for what it must have, until that is known.

    Without all numbers of inhabitants the split, with all that was answered about it, would only
    be a comment, and no answer in a comment is checked.
    """
    parties = draft.parties
    for number in range(len(parties), 2):
        parties = (*parties, (f"{_PLACEHOLDER}-{number}", _PLACEHOLDER))
    population = draft.population
    if draft.fixed or population or draft.counted:
        known = dict(population)
        population = (*population, *((party, "1") for party, _ in parties if party not in known))
    return replace(
        draft,
        id=draft.id or _PLACEHOLDER,
        title=draft.title or _PLACEHOLDER,
        parties=parties,
        population=population,
    )


def option_of(finding: Diagnostic, draft: NewAgreement) -> str:
    """The option whose value a finding is about; empty where that cannot be told."""
    first, *rest = map(str, finding.path or ("",))
    if first == "periods":
        split = "--fixed" if "fixed" in finding.path else "--population"
        split = "--share" if draft.shared_by == "percent" else split
        options = {"from": "--from", "to": "--to", "split": split}
        return options.get(rest[1] if len(rest) > 1 else "", "--from")
    if first == "costs":
        if finding.code == "AV405":
            return "--covers year|period"
        return "--year" if finding.at == "key" else "--amount"
    if first == "keys":
        return "--counted" if "use" in rest else "--population"
    options = {"id": "--id", "title": "--title", "currency": "--currency"}
    options |= {"host": "--host", "parties": "--party"}
    return options.get(first, "")
