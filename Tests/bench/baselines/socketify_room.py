"""Rooms on socketify, which is uWebSockets for Python: whoever is connected to a path hears what anybody says there,
oneself included.

    python socketify_room.py PORT
"""

import sys

from socketify import App, AppListenOptions


def main() -> None:
    app = App()
    app.ws("/room/:room", {
        "upgrade": upgrade,
        "open": lambda member: member.subscribe(member.get_user_data()),
        "message": lambda member, said, kind: app.publish(member.get_user_data(), said, kind),
        # Beyond this, uWebSockets would leave out messages for one who lags.
        "max_backpressure": 1 << 30,
    })
    app.listen(AppListenOptions(port=int(sys.argv[1]), host="127.0.0.1"))
    app.run()


def upgrade(response, request, context) -> None:
    asked = [request.get_header(f"sec-websocket-{name}") for name in ("key", "protocol", "extensions")]
    response.upgrade(*asked, context, request.get_parameter(0))


if __name__ == "__main__":
    main()
