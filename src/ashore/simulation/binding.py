"""The same plain functions under two bindings: as they stand on lists, or compiled on arrays of 64-bit numbers.

One source.  A function that a compiler of numbers can read (whole numbers or floats, flat lists, loops, calls by name)
is made anew from its own code, with globals in which what it calls are compiled twins.  The compiler is numba, in
the extra `batch`, imported when it is asked for.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from dis import get_instructions
from functools import cache
from hashlib import sha256
from types import FunctionType, ModuleType
from typing import Any, Final, TypeVar, cast

from ashore.errors import AshoreError

Plain = Callable[..., Any]
F = TypeVar("F", bound=Plain)
READ: Final = int | float | FunctionType | ModuleType

OPTIONS: Final[Mapping[str, Any]] = {"_nrt": False, "boundscheck": True}
"""Nothing is allocated, so nothing is counted; a position outside a list raises IndexError, as in Python."""
INNER: Final[Mapping[str, Any]] = {**OPTIONS, "no_cpython_wrapper": True, "no_cfunc_wrapper": True}
"""What only compiled functions call needs no way in from Python: a quarter less to compile."""


class NotCompiled(AshoreError):
    """Compiled functions were asked for, and the extra `batch` is not there."""


class NotPlain(TypeError):
    """A function reads something else than numbers, functions and modules of numbers: our own bug."""


@dataclass(frozen=True, slots=True)
class Bound:
    """Functions to call, the lists they take (`whole`, `real`), and back (`listed`).

    A compiled list is typed as the source types it and is an array: what goes into it must fit 64 bits
    (OverflowError), a slice of it is no copy, and no other kind of list is taken (TypeError).
    `cached`: the folder the machine code is kept in, None where it is not.
    """

    twins: Mapping[Plain, Plain]
    whole: Callable[[Sequence[int]], list[int]]
    real: Callable[[Sequence[float]], list[float]]
    listed: Callable[[Any], list[Any]]
    compiled: bool = False
    cached: str | None = None

    def of(self, function: F) -> F:
        """Return a function under this binding."""
        return cast("F", self.twins[function]) if self.compiled else function


PLAIN: Final = Bound({}, list, list, list)
"""Functions and lists as they stand."""


def bind_or_plain(*entries: Plain, folder: str | None = None) -> Bound:
    """Return the functions compiled, or as they stand where the extra `batch` is missing."""
    try:
        return bind(*entries, folder=folder)
    except NotCompiled:
        return PLAIN


@cache
def bind(*entries: Plain, folder: str | None = None) -> Bound:
    """Return the functions compiled, with all that they call; once in a process.  Raises NotCompiled without `batch`.

    `folder`: where machine code is kept for later processes.  It is run as it lies: no one else may write there.
    """
    try:
        import numba
        import numpy as np
    except ImportError as missing:
        raise NotCompiled("batch-not-installed") from missing
    kept = f"{folder}/{digest(entries, numba.__version__)}" if folder else None
    twins = _twins(numba, entries)
    cached = [_compile(numba, twins[entry], entry, kept) for entry in entries]
    return Bound(
        twins,
        lambda numbers: cast("list[int]", np.array(numbers, dtype=np.int64)),
        lambda numbers: cast("list[float]", np.array(numbers, dtype=np.float64)),
        lambda array: array.tolist(),
        compiled=True,
        cached=kept if all(cached) else None,
    )


def digest(entries: Sequence[Plain], version: str) -> str:
    """Return a name for all that decides the machine code: each function's code and each number it reads.

    numba looks at the file of the function it keeps and at no other: a change in what that one calls would go unseen.
    """
    told = sha256(repr((version, sorted(OPTIONS.items()), sorted(INNER.items()))).encode())
    for function in sorted(reached(entries), key=lambda one: (one.__module__, one.__name__)):
        code = function.__code__
        numbers = [(name, one) for name, one in read_by(function).items() if isinstance(one, int | float)]
        words = (function.__module__, code.co_name, code.co_code, code.co_consts, code.co_exceptiontable)
        told.update(repr((words, code.co_names, code.co_varnames, numbers, _types(function))).encode())
    return told.hexdigest()[:32]


def reached(entries: Sequence[Plain]) -> list[FunctionType]:
    """Return the functions and all that they call."""
    found = {cast("FunctionType", entry): None for entry in entries}
    waiting = list(found)
    while waiting:
        called = [one for one in read_by(waiting.pop()).values() if isinstance(one, FunctionType)]
        waiting += [one for one in called if one not in found]
        found |= dict.fromkeys(called)
    return list(found)


def read_by(function: FunctionType) -> dict[str, object]:
    """Return what a function reads beside its arguments: `name`, and `module.name` for a number of a module.

    Raises NotPlain for anything that is no number, function or module: it could change under the compiled code.
    """
    found: dict[str, object] = {}
    module = name = None
    for step in get_instructions(function):
        place = value = None
        if step.opname == "LOAD_GLOBAL" and step.argval in function.__globals__:
            place, value = name, module = step.argval, function.__globals__[step.argval]
        elif step.opname.startswith("LOAD_ATTR") and isinstance(module, ModuleType):
            place, value, module = f"{name}.{step.argval}", getattr(module, step.argval), None
        if place and not isinstance(value, (int | float) if "." in place else READ):
            raise NotPlain(f"{function.__module__}.{function.__name__} reads {place}")
        if place:
            found[place] = value
    return found


def _types(function: FunctionType) -> list[object]:
    """Return the types of the arguments, as the source names them."""
    return [of for name, of in function.__annotations__.items() if name != "return"]


def _twins(numba: Any, entries: Sequence[Plain]) -> dict[Plain, Any]:  # noqa: ANN401 - numba has no types
    """Return each function's twin: its own code, and globals in which what it calls are twins."""
    spaces: dict[str, dict[str, object]] = {}
    twins: dict[Plain, Any] = {}
    functions = reached(entries)
    for function in functions:
        module = function.__module__
        space = spaces.setdefault(module, {"__name__": module, "__builtins__": __builtins__})
        made = FunctionType(function.__code__, space, function.__name__)
        twins[function] = numba.njit(**(OPTIONS if function in entries else INNER))(made)
    for function in functions:
        for name, value in read_by(function).items():
            spaces[function.__module__][name] = twins[value] if isinstance(value, FunctionType) else value
    return twins


def _compile(numba: Any, twin: Any, function: Plain, folder: str | None) -> bool:  # noqa: ANN401 - numba has no types
    """Compile a twin for the lists its source names and no others; return whether the folder keeps it."""
    whole, real = numba.int64, numba.float64
    kinds = {int: whole, float: real, list[int]: whole[::1], list[float]: real[::1]}
    cached = folder is not None and _keep(numba, twin, folder)
    twin.compile(tuple(kinds[cast("Any", of)] for of in _types(cast("FunctionType", function))))
    twin.disable_compile()
    return cached


def _keep(numba: Any, twin: Any, folder: str) -> bool:  # noqa: ANN401 - numba has no types
    """Return whether a twin's machine code is kept in the folder, and nowhere else if it cannot be written."""
    config = numba.core.config
    before = config.CACHE_DIR, config.CACHE_LOCATOR_CLASSES
    config.CACHE_DIR, config.CACHE_LOCATOR_CLASSES = folder, "UserProvidedCacheLocator"
    try:
        twin.enable_caching()
    except RuntimeError:  # numba's word for a folder that cannot be written
        return False
    finally:
        config.CACHE_DIR, config.CACHE_LOCATOR_CLASSES = before
    return True
