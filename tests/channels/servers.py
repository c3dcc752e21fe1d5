"""Real mail servers on loopback: pymap and Dovecot for IMAP, aiosmtpd and OpenSMTPD for SMTP.

Each is a process or thread of this test only.
"""

import grp
import imaplib
import os
import pwd
import re
import shutil
import socket
import ssl
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
from aiosmtpd.smtp import AuthResult, LoginPassword

from tests.channels.certificates import certificate
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

    def client(self, user: str = USER) -> imaplib.IMAP4:
        client = imaplib.IMAP4("127.0.0.1", self.port, timeout=10)
        client.login(user, PASSWORD)
        return client

    def deliver(self, raw: bytes, folder: str = "INBOX", flags: str = "", user: str = USER) -> None:
        """Into a folder, which is made where it is not there."""
        client = self.client(user)
        if folder != "INBOX":
            client.create(folder)
        answer = client.append(folder, flags, "", raw.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))
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
namespace inbox {{
  inbox = yes
  mailbox Posted {{
    special_use = \\Sent
    auto = create
  }}
}}
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


SMTPD = """\
pki localhost cert "{folder}/cert.pem"
pki localhost key "{folder}/key.pem"
table known {{ "{user}" = "{secret}" }}
smtp max-message-size "64K"
listen on 127.0.0.1 port {port} hostname localhost
listen on 127.0.0.1 port {tls_port} hostname localhost tls-require pki localhost auth <known>
action "keep" maildir "{folder}/mail" virtual {{ "@" = {owner} }}
match from any for rcpt-to "{refused}" reject
match from any for any action "keep"
"""
#: OpenSMTPD's spool and socket have one place each: a mount namespace gives this one its own.
APART = "mount -t tmpfs none /var/spool && mkdir -m 711 /var/spool/smtpd && mount -t tmpfs none /run && exec"


@dataclass
class Smtpd:
    """A running OpenSMTPD: a port in the clear, one with STARTTLS and sign-in, and the Maildir it delivers to."""

    port: int
    tls_port: int
    certificate: Path
    mail: Path
    version: int
    refused: str = "gone@refused.example"

    def delivered(self, count: int = 1, seconds: float = 10) -> list[bytes]:
        """What lies in the Maildir, waited for: the server delivers after it answered."""
        until = time.monotonic() + seconds
        while len(found := sorted((self.mail / "new").glob("*"))) < count and time.monotonic() < until:
            time.sleep(0.05)
        return [path.read_bytes() for path in found]


@contextmanager
def opensmtpd_server() -> Iterator[Smtpd]:
    """OpenSMTPD as root, which it demands, delivering as nobody."""
    folder = Path(tempfile.mkdtemp(prefix="cb-smtpd-", dir="/tmp"))
    folder.chmod(0o755)
    (folder / "mail").mkdir()
    shutil.chown(folder / "mail", "nobody")
    certificate(folder)
    program = SYSTEM["opensmtpd"].path()
    said = subprocess.run([str(program), "-h"], capture_output=True, text=True).stderr
    version = re.search(r"OpenSMTPD (\d+)", said)
    server = Smtpd(free_port(), free_port(), folder / "cert.pem", folder / "mail", int(version[1]) if version else 0)
    secret = subprocess.run(["smtpctl", "encrypt", PASSWORD], capture_output=True, text=True, check=True).stdout.strip()
    config = folder / "smtpd.conf"
    config.write_text(
        SMTPD.format(
            folder=folder,
            user=USER,
            secret=secret,
            port=server.port,
            tls_port=server.tls_port,
            owner="nobody",
            refused=server.refused,
        )
    )
    command = ["unshare", "-m", "sh", "-c", f"{APART} {program} -d -f {config}"]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log)
    try:
        _answers(server.port)
        yield server
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
def smtp_server(secure: Path | None = None) -> Iterator[Outbox]:
    """In the clear and open to all; with a folder (see `certificate`) only after STARTTLS and signing in."""
    outbox = Outbox(port=free_port())
    options: dict[str, Any] = {}
    if secure is not None:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(secure / "cert.pem", secure / "key.pem")
        options = {"tls_context": context, "require_starttls": True, "auth_required": True, "authenticator": _knows}
    controller = Controller(outbox, hostname="127.0.0.1", port=outbox.port, **options)
    controller.start()
    try:
        yield outbox
    finally:
        controller.stop()


def _knows(server: Any, session: Any, envelope: Any, mechanism: str, given: Any) -> AuthResult:
    right = isinstance(given, LoginPassword) and (given.login, given.password) == (USER.encode(), PASSWORD.encode())
    return AuthResult(success=right, handled=False)
