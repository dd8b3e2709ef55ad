"""For programs: the contract pilotkit/next/1 of design §6."""

import json
from typing import Any

from pilotkit.model.diagnostic import Verdict
from pilotkit.model.points import points_text
from pilotkit.model.sentence import Lang
from pilotkit.plan.action import Action
from pilotkit.plan.concern import Concern
from pilotkit.plan.worklist import Goal, Worklist
from pilotkit.report.actions.figures import days_text


def render(listed: Worklist, verdict: Verdict, lang: Lang) -> str:
    """Render a worklist as JSON in pure ASCII, which no console can garble."""
    score = listed.score
    contract = {
        "schema": "pilotkit/next/1",
        "as_of": score.as_of.day.isoformat(),
        "as_of_source": score.as_of.source.value,
        "revision": verdict.revision,
        "by": listed.by.isoformat() if listed.by else None,
        "total": {
            "supported": points_text(score.supported),
            "max": points_text(score.table.total),
        },
        "goal": _goal(listed.goal) if listed.goal else None,
        "actions": [_action(one, lang) for one in listed.actions],
        "later": [_later(one, lang) for one in listed.later],
        "beyond": [
            {
                "criterion": one.id,
                "lost": points_text(one.lost),
                "reasons": [reason.to(lang) for reason in one.reasons],
            }
            for one in listed.beyond
        ],
    }
    return json.dumps(contract, indent=2) + "\n"


def _goal(goal: Goal) -> dict[str, Any]:
    return {
        "target": points_text(goal.target),
        "met": goal.met,
        "reached": points_text(goal.reached),
        "reachable": points_text(goal.reachable),
        "effort_days": days_text(goal.days),
        "start_by": goal.start_by.isoformat() if goal.start_by else None,
        "people": goal.people,
        "method": "dynamic-programming",
        "exact": goal.exact,
    }


def _action(one: Action, lang: Lang) -> dict[str, Any]:
    return {
        "criterion": one.of.id,
        "title": one.title.to(lang),
        "gain": points_text(one.gain),
        "effort_days": days_text(one.days),
        "unit": one.owners[0] if one.owners else None,
        "start_by": one.start_by.isoformat() if one.start_by else None,
        "certain": one.certain,
        "late": one.late,
        "units": list(one.owners),
        "owner": one.owner.to(lang),
        "steps": [step.to(lang) for step in one.steps],
        "words": one.of.criterion.prov,
        **({"concern": _concern(one.concern, lang)} if one.concern else {}),
    }


def _concern(concern: Concern, lang: Lang) -> dict[str, Any]:
    """Say what it is to the unit that asked."""
    return {
        "leads": list(concern.leads),
        "joins": list(concern.joins),
        "own": [one.to(lang) for one in concern.own],
    }


def _later(one: Action, lang: Lang) -> dict[str, Any]:
    return {
        "criterion": one.of.id,
        "title": one.title.to(lang),
        "gain": points_text(one.gain),
        "unit": one.owners[0] if one.owners else None,
        "steps": [step.to(lang) for step in one.steps],
    }
