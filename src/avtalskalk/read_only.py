"""A mapping that nothing can change, and that other processes can be sent."""

from typing import TYPE_CHECKING, NoReturn, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class ReadOnly(dict[K, V]):
    """A dictionary that refuses to be changed: what one result hands out, the next one uses."""

    # Unlike a mapping proxy, it can be pickled; `dict` would put its values in one by one.
    def __reduce__(self) -> tuple[type["ReadOnly[K, V]"], tuple[dict[K, V]]]:
        """Make it of an ordinary dictionary."""
        return type(self), (dict(self),)

    def _refuse(self, *_: object, **__: object) -> NoReturn:
        message = "this mapping is read-only: change a copy, dict(…)"
        raise TypeError(message)

    if not TYPE_CHECKING:
        __setitem__ = __delitem__ = __ior__ = _refuse
        clear = pop = popitem = setdefault = update = _refuse
