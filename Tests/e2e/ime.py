"""Typing Chinese: what an input method makes a browser report, through the browser's own debugging door."""

from playwright.sync_api import Page


def compose(page: Page, text: str) -> None:
    """Half a word, not yet chosen."""
    session(page).send("Input.imeSetComposition", {"text": text, "selectionStart": len(text), "selectionEnd": len(text)})


def press_enter_while_composing(page: Page) -> None:
    key = {"key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 229, "nativeVirtualKeyCode": 13}
    session(page).send("Input.dispatchKeyEvent", {"type": "rawKeyDown", **key})
    session(page).send("Input.dispatchKeyEvent", {"type": "keyUp", **key})


def finish_composing(page: Page, text: str) -> None:
    session(page).send("Input.insertText", {"text": text})


def session(page: Page):
    return page.context.new_cdp_session(page)
