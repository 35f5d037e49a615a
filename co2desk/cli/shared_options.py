"""Commands that take the same options, declared once as the fields of a dataclass."""

import dataclasses
import inspect
from collections.abc import Callable
from typing import Any, get_type_hints


def with_options_of(shared: type) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Let a command take the fields of the dataclass `shared` as its options.

    The command gets an instance of it as its second parameter, behind the context. Its other
    parameters are options of its own; one with the name of a shared field takes its place, and the
    command hears of it in the instance too.
    """

    def decorate(command: Callable[..., None]) -> Callable[..., None]:
        hints = get_type_hints(command, include_extras=True)
        context, _, *own = inspect.signature(command).parameters.values()
        names = {parameter.name for parameter in own}
        fields = [field for field in dataclasses.fields(shared) if field.init]
        shared_hints = get_type_hints(shared, include_extras=True)
        parameters = {context.name: context.replace(annotation=hints[context.name])}
        for field in fields:
            parameters[field.name] = _parameter(field, shared_hints[field.name])
        for parameter in own:
            parameters[parameter.name] = parameter.replace(
                annotation=hints[parameter.name], kind=inspect.Parameter.KEYWORD_ONLY
            )

        def run(context: object, **values: Any) -> None:
            options = shared(**{field.name: values[field.name] for field in fields})
            command(context, options, **{name: values[name] for name in names})

        run.__doc__ = command.__doc__
        run.__name__ = command.__name__
        setattr(run, "__signature__", inspect.Signature(list(parameters.values())))  # noqa: B010
        run.__annotations__ = {name: one.annotation for name, one in parameters.items()}
        return run

    return decorate


def _parameter(field: "dataclasses.Field[Any]", annotation: object) -> inspect.Parameter:
    missing = field.default is dataclasses.MISSING
    return inspect.Parameter(
        field.name,
        inspect.Parameter.KEYWORD_ONLY,
        default=inspect.Parameter.empty if missing else field.default,
        annotation=annotation,
    )
