"""The three engines that browsers are made of, each by the driver that Debian or PyPI has for it."""

import contextlib
import os
import subprocess
from collections.abc import Iterator

from marionette_driver.marionette import Marionette
from selenium import webdriver

from Tests.e2e.server import temporary_folder
from Tests.e2e.window import Window

MINI_BROWSER = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser"


@contextlib.contextmanager
def chromium() -> Iterator[Window]:
    options = webdriver.ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    for argument in ("--headless=new", "--lang=zh-CN", *(["--no-sandbox"] if os.geteuid() == 0 else [])):
        options.add_argument(argument)
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService("/usr/bin/chromedriver"))
    try:
        yield of_selenium("chromium", driver)
    finally:
        driver.quit()


@contextlib.contextmanager
def webkit() -> Iterator[Window]:
    """Safari's engine in GNOME's smallest browser, which needs a screen."""
    with screen() as display:
        options = webdriver.WebKitGTKOptions()
        options.binary_location = MINI_BROWSER
        options.add_argument("--automation")
        environment = {**os.environ, "DISPLAY": display, "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1"}
        service = webdriver.WebKitGTKService("/usr/bin/WebKitWebDriver", env=environment)
        driver = webdriver.WebKitGTK(options=options, service=service)
        try:
            yield of_selenium("webkit", driver)
        finally:
            driver.quit()


@contextlib.contextmanager
def firefox() -> Iterator[Window]:
    with temporary_folder() as folder:
        log, prefs = str(folder / "gecko.log"), {"intl.accept_languages": "zh-CN"}
        driver = Marionette(bin="/usr/bin/firefox-esr", headless=True, gecko_log=log, prefs=prefs)
        driver.start_session()
        try:
            yield Window(
                "firefox",
                go=driver.navigate,
                run=lambda script, *arguments: driver.execute_script(script, script_args=list(arguments)),
                resize=lambda width, height: driver.set_window_rect(width=width, height=height),
                picture=lambda: driver.screenshot(format="binary", full=False),
            )
        finally:
            driver.quit()
            driver.cleanup()


def of_selenium(name: str, driver) -> Window:
    return Window(
        name, go=driver.get, run=driver.execute_script, resize=driver.set_window_size,
        picture=driver.get_screenshot_as_png,
    )


@contextlib.contextmanager
def screen() -> Iterator[str]:
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        try:
            yield f":{server.stdout.readline().strip()}"
        finally:
            server.terminate()
