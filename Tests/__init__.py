import logging

# unittest runs asyncio in its debug mode, which reports every step that took longer than a blink.
logging.getLogger("asyncio").setLevel(logging.ERROR)
