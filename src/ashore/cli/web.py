"""`ashore web`: the private app in the browser, on this machine alone."""

import os
from pathlib import Path

import click

from ashore.cli.common import language_option, leave
from ashore.cli.help import TranslatedCommand, language_of
from ashore.errors import Message
from ashore.store.folder import default_folder
from ashore.texts import say
from ashore.texts.language import Language
from ashore.texts.language import translate_later as _n
from ashore.texts.os_errors import why_not
from ashore.web.serve import free_port, serve

PORT_MAX = 65535


@click.command(cls=TranslatedCommand, name="web")
@click.option(
    "--folder", type=click.Path(path_type=Path), help=_n("Where the book lies; made where it is missing.")
)
@click.option(
    "--port",
    type=click.IntRange(1024, PORT_MAX),
    help=_n("The port on this machine; a free one if not given."),
)
@click.option("--no-browser", is_flag=True, help=_n("Print the address and open nothing."))
@language_option
@click.pass_context
def command(
    context: click.Context,
    *,
    folder: Path | None,
    port: int | None,
    no_browser: bool,
    lang: Language | None,
) -> None:
    """Serve the app until Ctrl-C."""
    language = lang or language_of(context)
    home = folder or default_folder(os.environ, Path.home())

    def tell(address: str) -> None:
        click.echo(say(Message("web-address", {"address": address}), language))
        click.echo(say(Message("web-stop"), language))

    try:
        serve(home, port or free_port(), tell, opens=not no_browser)
    except OSError as error:
        leave(Message("web-not-started", {"why": why_not(error, language)}), language)
    except KeyboardInterrupt:
        click.echo()
