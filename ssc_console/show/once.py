"""What an object works out when it is first asked for it, and keeps."""

from collections.abc import Callable
from typing import Any, Generic, Self, TypeVar, overload

Of = TypeVar("Of")
Answer = TypeVar("Answer")


class once(Generic[Of, Answer]):  # noqa: N801 - used as a decorator, as `property` is
    """A property that is worked out once; the object keeps the answer among its attributes, under its name.

    As `functools.cached_property`, which before Python 3.12 takes a lock each time: a snapshot is asked for
    three of them every second, and never by two threads.
    """

    def __init__(self, question: Callable[[Of], Answer]) -> None:
        self._question = question
        self.__doc__ = question.__doc__

    def __set_name__(self, _: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, of: None, kind: type) -> Self: ...
    @overload
    def __get__(self, of: Of, kind: type) -> Answer: ...
    def __get__(self, of: Any, kind: type) -> Any:
        if of is None:
            return self
        answer = of.__dict__[self._name] = self._question(of)
        return answer
