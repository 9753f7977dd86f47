"""Running the site: `demo` with the examples, `serve` for own use."""

import argparse
import http.client
import json
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from launch.installing import WHOLE_SITE
from launch.layers import prepare
from launch.places import PYTHON, ROOT, VENV, data_folder
from launch.speech import Trouble, say, step

DEFAULT_PORT = 8000
PORTS_TRIED = 20
PATIENCE_SECONDS = 60
DATABASE_HELP = "sqlite:///path or postgresql://user:password@host:port/name (else SQLite in the folder for data)"


def demo(arguments: list[str]) -> int:
    """Serve the examples on this machine and say how to sign in."""
    options = argparse.ArgumentParser(prog="./sammenheng demo", description="The site with the examples.")
    options.add_argument("--port", type=int, help=f"port on this machine (else {DEFAULT_PORT} or the next free one)")
    asked = options.parse_args(arguments)
    port = asked.port or first_free_port()
    refuse_taken_port("127.0.0.1", port)
    prepare(WHOLE_SITE)
    environment = site_environment("demo")
    accounts = make_ready(environment, "preparing the examples")["accounts"]
    return run_site(environment, "127.0.0.1", port, signing_in(accounts))


def signing_in(accounts: list[dict[str, str]]) -> str:
    """How to sign in as the first of the demo's people; the others are told aside."""
    first, *others = accounts
    for person in others:
        who = ", ".join(filter(None, [person["name"], person["role"], person["organisation"]]))
        say(f"you may also be {person['email']} with the password {person['password']} ({who})")
    return f"sign in as {first['email']} with the password {first['password']}; Ctrl-C stops it"


def serve(arguments: list[str]) -> int:
    """Serve the site for own use, with its own data and no examples."""
    options = argparse.ArgumentParser(prog="./sammenheng serve", description="The site for your own use.")
    options.add_argument("--port", type=int, default=DEFAULT_PORT)
    options.add_argument("--listen", default="127.0.0.1", help="network address to listen on")
    options.add_argument(
        "--host", default="", help="names in the address bar, separated by commas; needs TLS in front unless localhost"
    )
    options.add_argument("--database", default="", help=DATABASE_HELP)
    asked = options.parse_args(arguments)
    refuse_taken_port(asked.listen, asked.port)
    prepare(WHOLE_SITE)
    environment = site_environment("serve", host=asked.host, database=asked.database)
    ready = make_ready(environment, "preparing the database")
    hint = "nobody can sign in yet: make the first account with ./sammenheng create-account"
    if asked.database:
        hint += " and the same --database"
    return run_site(environment, asked.listen, asked.port, "Ctrl-C stops it" if ready["people"] else hint)


def create_account(arguments: list[str]) -> int:
    """Make an account in the site for own use; asks for what is not given."""
    options = argparse.ArgumentParser(prog="./sammenheng create-account", description="Somebody who can sign in.")
    options.add_argument("--email")
    options.add_argument("--name")
    options.add_argument("--language", choices=["nb", "nn", "en"])
    options.add_argument("--database", default="", help=DATABASE_HELP)
    asked = vars(options.parse_args(arguments))
    environment = site_environment("serve", database=asked.pop("database"))
    prepare(WHOLE_SITE)
    make_ready(environment, "preparing the database")
    given = [f"--{option}={value}" for option, value in asked.items() if value]
    return subprocess.run([PYTHON, "-m", "django", "create_account", *given], env=environment).returncode


def site_environment(mode: str, *, host: str = "", database: str = "") -> dict[str, str]:
    """The environment that Django's settings read."""
    home = data_folder("demo" if mode == "demo" else "site")
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "sammenheng_web.config.settings",
        "SAMMENHENG_MODE": mode,
        "SAMMENHENG_HOME": str(home),
        "SAMMENHENG_SECRET_FILE": str(secret_file(home)),
    }
    if mode == "demo":
        # The demo is always the same, whatever the surroundings say.
        environment.pop("SAMMENHENG_DATABASE", None)
        environment.pop("SAMMENHENG_HOST", None)
    if host:
        environment["SAMMENHENG_HOST"] = host
    if database:
        environment["SAMMENHENG_DATABASE"] = database
    return environment


def secret_file(home: Path) -> Path:
    """The file with the secret key of a site, made the first time, readable by its owner alone."""
    path = home / "secret"
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path
    with os.fdopen(handle, "w", encoding="ascii") as stream:
        stream.write(secrets.token_urlsafe(64) + "\n")
    return path


def make_ready(environment: dict[str, str], doing: str) -> dict[str, Any]:
    """Bring tables, static files and examples up to date; what the site has to say about accounts."""
    with step(doing):
        done = subprocess.run(
            [PYTHON, ROOT / "tools/ready_site.py"], env=environment, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL
        )
    if done.returncode:
        raise Trouble("the site could not be prepared.", do="Mend what it says above, then run the same again.")
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def first_free_port() -> int:
    for port in range(DEFAULT_PORT, DEFAULT_PORT + PORTS_TRIED):
        if is_free("127.0.0.1", port):
            return port
    raise Trouble(
        f"all ports from {DEFAULT_PORT} to {DEFAULT_PORT + PORTS_TRIED - 1} are taken.",
        do="Name a free one: ./sammenheng demo --port N",
        code=2,
    )


def refuse_taken_port(address: str, port: int) -> None:
    if not is_free(address, port):
        raise Trouble(
            f"port {port} on {address} cannot be used: another program has it, or it is not for you.",
            do="Stop that program, or name another port with --port N.",
            code=2,
        )


def is_free(address: str, port: int) -> bool:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
        except (OSError, OverflowError):
            return False
        return True


def run_site(environment: dict[str, str], address: str, port: int, hint: str) -> int:
    """Run the server until it is stopped; say where it is once it really answers."""
    server = subprocess.Popen(
        [
            *(VENV / "bin" / "granian", "--interface", "asginl", "--host", address, "--port", str(port)),
            *("--log-level", "warning", "--no-ws", "sammenheng_web.config.asgi:application"),
        ],
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=sys.stderr.fileno(),
    )
    signal.signal(signal.SIGTERM, lambda *_: server.terminate())
    try:
        wait_for_answer(server, environment, address, port)
        shown = "localhost" if address in ("127.0.0.1", "::1") else address
        print(f"Sammenheng is at http://{shown}:{port}/ - {hint}", flush=True)
        return server.wait()
    except KeyboardInterrupt:
        # The server is in the same terminal and got the same signal.
        return server.wait()
    finally:
        server.terminate()


def wait_for_answer(server: subprocess.Popen[bytes], environment: dict[str, str], address: str, port: int) -> None:
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until:
        if server.poll() is not None:
            raise Trouble("the site did not start.", do="What it said stands above.")
        if answers(environment, address, port):
            return
        time.sleep(0.05)
    raise Trouble(f"the site has not answered for {PATIENCE_SECONDS} s.", do="What it said, if anything, stands above.")


def answers(environment: dict[str, str], address: str, port: int) -> bool:
    """Does the start page come?"""
    name = environment.get("SAMMENHENG_HOST", "").split(",")[0].strip() or "localhost"
    reach = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(address, address)
    connection = http.client.HTTPConnection(reach, port, timeout=10)
    try:
        connection.request("GET", "/", headers={"Host": name, "X-Forwarded-Proto": "https"})
        return connection.getresponse().status < 400
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
