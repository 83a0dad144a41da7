"""A second door into the app, with TLS: what comes through it is carried to the app and marked as having come so.

The app itself hears no network: for each connection it is handed one end of a pair of sockets, with a name on it that
no other peer can have.
"""

import asyncio
import socket
import ssl
import threading
from asyncio import StreamReader, StreamReaderProtocol, StreamWriter
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Final

CONNECTIONS_MAX: Final = 8
HANDSHAKE_S: Final = 10
GOODBYE_S: Final = 2
LINGER_S: Final = 3
"""How long a closed door still carries, so that the page that says so arrives; nobody is let in meanwhile."""
CHUNK_BYTES: Final = 1 << 14
Take = Callable[[socket.socket, str], None]
Ends = tuple[StreamReader, StreamWriter]


class TlsDoor:
    """A listening socket on one address of this machine, and a thread that carries what is said there to the app."""

    def __init__(self, address: str, context: ssl.SSLContext, take: Take) -> None:
        """Open the door on a free port; `take` gets the app's end of each connection.  Raises OSError."""
        self._listener = socket.create_server((address, 0), backlog=CONNECTIONS_MAX)
        self._listener.settimeout(0)
        self.host = f"{address}:{self._listener.getsockname()[1]}"
        """The address and the port, as a browser names them."""
        self._context, self._take = context, take
        self._loop, self._closing = asyncio.new_event_loop(), asyncio.Event()
        threading.Thread(target=self._run, daemon=True).start()

    def close(self) -> None:
        """Close the door; what is being answered may still be sent.  To be called once."""
        self._loop.call_soon_threadsafe(self._closing.set)

    def _run(self) -> None:
        with self._listener, asyncio.Runner(loop_factory=lambda: self._loop) as runner:
            runner.run(self._stand_open())

    async def _stand_open(self) -> None:
        async with asyncio.TaskGroup() as group:
            accepting = group.create_task(self._accept())
            await self._closing.wait()
            await asyncio.sleep(LINGER_S)
            accepting.cancel()

    async def _accept(self) -> None:
        """Take in each that comes, so many at a time; one that is slow to speak TLS keeps no other waiting."""
        room = asyncio.Semaphore(CONNECTIONS_MAX)
        async with asyncio.TaskGroup() as group:
            while True:
                await room.acquire()
                await self._knock()
                try:
                    outside, _ = self._listener.accept()
                except OSError:  # gone again before it was taken in, or too many files are open just now
                    room.release()
                    await asyncio.sleep(1)
                    continue
                carrying = group.create_task(self._carry(outside))
                carrying.add_done_callback(partial(_done, outside, room))

    async def _knock(self) -> None:
        """Wait until there is somebody to take in.

        Whom the loop's own `sock_accept` has taken in is lost where it is cancelled at that moment: never closed, and
        kept waiting.
        """
        loop = asyncio.get_running_loop()
        knocked = asyncio.Event()
        loop.add_reader(self._listener, knocked.set)
        try:
            await knocked.wait()
        finally:
            loop.remove_reader(self._listener)

    async def _carry(self, outside: socket.socket) -> None:
        """Carry one connection to its end; one that speaks no TLS, or breaks off, simply ends."""
        with suppress(OSError):
            there = await _behind_tls(outside, self._context)
            ours, apps = socket.socketpair()
            self._take(apps, self.host)
            await _relay(there, await asyncio.open_connection(sock=ours))


def _done(outside: socket.socket, room: asyncio.Semaphore, carrying: asyncio.Task[None]) -> None:
    """Make room for another; one that the closing door broke off, perhaps before its first step, is closed here."""
    room.release()
    if carrying.cancelled():
        outside.close()


async def _behind_tls(outside: socket.socket, context: ssl.SSLContext) -> Ends:
    """Return the two ways of a connection once it speaks TLS.  Raises OSError."""
    loop, reader = asyncio.get_running_loop(), StreamReader()
    protocol = StreamReaderProtocol(reader)
    transport, _ = await loop.connect_accepted_socket(
        lambda: protocol,
        outside,
        ssl=context,
        ssl_handshake_timeout=HANDSHAKE_S,
        ssl_shutdown_timeout=GOODBYE_S,
    )
    return reader, StreamWriter(transport, protocol, reader, loop)


async def _relay(one: Ends, other: Ends) -> None:
    """Carry what each end says to the other until one of them is done."""
    ways = [asyncio.create_task(_pump(one[0], other[1])), asyncio.create_task(_pump(other[0], one[1]))]
    try:
        await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for way in ways:
            way.cancel()
        await asyncio.gather(*ways, return_exceptions=True)
        for _, writer in (one, other):
            writer.close()
    for _, writer in (one, other):
        await writer.wait_closed()


async def _pump(reader: StreamReader, writer: StreamWriter) -> None:
    while data := await reader.read(CHUNK_BYTES):
        writer.write(data)
        await writer.drain()
