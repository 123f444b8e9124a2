"""What is called in the place of a method of 0.x, as it is given for one: ``ask(create=stub)``."""

from __future__ import annotations

import ast

from ...syntax.written import FUNCTIONS
from ..causes import Code
from ..plan import Plan, about
from . import fakes


@about(Code.MOCK)
def rewrite(plan: Plan) -> None:
    """Make objects of the dicts that such functions and mocks give; say where calls are to give dicts beside them."""
    travel = plan.travel
    for one in travel.stand_ins() if travel is not None else ():
        is_beside = any(number == one.number for number, _ in one.calls) and not plan.examined.file.is_test
        if is_beside or plan.is_set_aside(one.at):
            continue  # in a file that is no test, others may use it as well
        if isinstance(one.at, FUNCTIONS):
            fakes.make_objects_of(plan, one.at, one.path)
            fakes.look_for_calls(plan, one.at.name)
        elif isinstance(one.at, ast.expr):
            fakes.make_objects(plan, one.at, one.path)
            statement = plan.text.parents.get(id(one.at))
            for target in statement.targets if isinstance(statement, ast.Assign) else ():
                scope = plan.text.function_of(one.at) or plan.text.tree
                fakes.make_configured(plan, ast.unparse(target), scope, one.path)
    for call, _ in travel.stood_in() if travel is not None else ():
        if plan.as_dicts or call in plan.dicts:
            plan.problem(call, "what stands in for this method would have to give what has to_dict()")
