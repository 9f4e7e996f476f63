"""Starts LocalStack so that only this computer reaches it, and so that it never outlives whoever started it."""

import functools
import hashlib
import os
import sys
import threading
import uuid

from twisted.internet import endpoints

# SECURITY: LocalStack is told a host in GATEWAY_LISTEN, and then listens on every interface all the same.
endpoints.TCP4ServerEndpoint = functools.partial(endpoints.TCP4ServerEndpoint, interface="127.0.0.1")


def end_with_parent() -> None:
    sys.stdin.buffer.read()
    os._exit(0)


threading.Thread(target=end_with_parent, daemon=True).start()

if sys.version_info < (3, 12):
    # LocalStack names key material with uuid5 of bytes, which Python takes from 3.12 on.
    uuid5_of_text = uuid.uuid5

    def uuid5(namespace: uuid.UUID, name: str | bytes) -> uuid.UUID:
        if isinstance(name, str):
            return uuid5_of_text(namespace, name)
        digest = hashlib.sha1(namespace.bytes + name, usedforsecurity=False).digest()
        return uuid.UUID(bytes=digest[:16], version=5)

    uuid.uuid5 = uuid5

from localstack.runtime.main import main  # noqa: E402  (only now: it reads what was set up above)

main()
