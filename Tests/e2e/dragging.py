"""Cards dragged with the mouse."""

from playwright.sync_api import Locator

from Tests.e2e.browser import PATIENCE

TRY = 250
"""Milliseconds between two tries."""


def drop(card: Locator, onto: Locator, at: int | None = None) -> None:
    """Lets go where the page marks what a drop would do."""
    hold(card, onto, at)
    card.page.mouse.up()


def hold(card: Locator, onto: Locator, at: int | None = None) -> None:
    """Holds it over another until the page marks what a drop would do.

    What dragging takes is fetched once somebody touches the page, so the first try may come too early.
    """
    page = card.page
    for _ in range(int(PATIENCE // TRY)):
        page.mouse.move(*point(card))
        page.mouse.down()
        move(onto, at)
        if page.locator("[data-drop]").count() > 0:
            return
        page.mouse.up()
        page.wait_for_timeout(TRY)
    raise AssertionError("the page never marked where the card would go")


def move(onto: Locator, at: int | None = None) -> None:
    """Twice: the first entering of a card tells the page of no place on it."""
    for _ in range(2):
        onto.page.mouse.move(*point(onto, at), steps=5)


def point(one: Locator, at: int | None = None) -> tuple[float, float]:
    """In its middle, or so many pixels from its upper edge; below nought: from its lower one."""
    box = one.bounding_box()
    y = box["height"] / 2 if at is None else at if at > 0 else box["height"] + at
    return box["x"] + box["width"] / 2, box["y"] + y
