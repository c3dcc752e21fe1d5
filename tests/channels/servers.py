"""Real mail servers on loopback: pymap for IMAP, aiosmtpd for SMTP.  Each is a process or thread of this test only."""

import grp
import imaplib
import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller

from tests.needs import SYSTEM

USER, PASSWORD = "desk", "only-for-tests"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Imap:
    """A running IMAP server with one empty mailbox."""

    port: int
    process: "subprocess.Popen[bytes] | None" = None

    def client(self) -> imaplib.IMAP4:
        client = imaplib.IMAP4("127.0.0.1", self.port, timeout=10)
        client.login(USER, PASSWORD)
        return client

    def deliver(self, raw: bytes) -> None:
        client = self.client()
        answer = client.append("INBOX", "", "", raw.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))
        assert answer[0] == "OK", answer
        client.logout()

    def unseen(self) -> int:
        client = self.client()
        client.select("INBOX", readonly=True)
        found = client.search(None, "UNSEEN")[1][0].split()
        client.logout()
        return len(found)


@contextmanager
def imap_server() -> Iterator[Imap]:
    port = free_port()
    script = Path(sys.executable).parent / "pymap"
    command = [script, "--host", "127.0.0.1", "--port", str(port), "--no-tls", "dict"]
    command += ["--demo-user", USER, "--demo-password", PASSWORD]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    server = Imap(port, process)
    try:
        _answers(port)
        yield server
    finally:
        process.terminate()
        process.wait(timeout=10)


def _answers(port: int) -> None:
    until = time.monotonic() + 20
    while time.monotonic() < until:
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=1):
                return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError("The IMAP server does not answer.")


DOVECOT = """\
base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
auth_mechanisms = plain login
mail_location = maildir:{folder}/mail/%u
first_valid_uid = 1
default_internal_user = {internal}
default_internal_group = {group}
default_login_user = {login}
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={folder}/mail/%u
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
service anvil {{
  chroot =
}}
service stats {{
  chroot =
}}
"""


@contextmanager
def dovecot_server() -> Iterator[Imap]:
    """Dovecot with a Maildir of its own, as this user or, for root, as nobody."""
    port, root = free_port(), os.geteuid() == 0
    me, mine = pwd.getpwuid(os.geteuid()), grp.getgrgid(os.getegid()).gr_name
    owner = pwd.getpwnam("nobody") if root else me
    folder = Path(tempfile.mkdtemp(prefix="cb-dove-", dir="/tmp"))
    folder.chmod(0o755)
    (folder / "mail").mkdir()
    os.chown(folder / "mail", owner.pw_uid, owner.pw_gid)
    users = ("dovecot", "dovecot", "dovenull") if root else (me.pw_name, mine, me.pw_name)
    config = folder / "dovecot.conf"
    config.write_text(
        DOVECOT.format(
            folder=folder,
            internal=users[0],
            group=users[1],
            login=users[2],
            password=PASSWORD,
            uid=owner.pw_uid,
            gid=owner.pw_gid,
            port=port,
        )
    )
    command = [str(SYSTEM["dovecot"].path()), "-F", "-c", str(config)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _answers(port)
        yield Imap(port, process)
    finally:
        process.terminate()
        process.wait(timeout=15)
        shutil.rmtree(folder, ignore_errors=True)


SERVERS = {"pymap": imap_server, "dovecot": dovecot_server}


@dataclass
class Outbox:
    """What an SMTP server took; `refuse` maps an address to the answer it gets instead."""

    port: int = 0
    taken: list[Any] = field(default_factory=list)
    refuse: dict[str, str] = field(default_factory=dict)

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:
        if address in self.refuse:
            return self.refuse[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        self.taken.append(envelope)
        return "250 OK"


@contextmanager
def smtp_server() -> Iterator[Outbox]:
    outbox = Outbox(port=free_port())
    controller = Controller(outbox, hostname="127.0.0.1", port=outbox.port)
    controller.start()
    try:
        yield outbox
    finally:
        controller.stop()
