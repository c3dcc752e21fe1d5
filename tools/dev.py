"""What a developer types: python3 tools/dev.py run | test | bench | faults | down | setup | lock.

Only the standard library, and no venv needed to start it: it makes the virtual environment, fetches what the lock
files name, copies the page's files, and hands over. The second time all that takes less than a second.
"""

import hashlib
import json
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMPS = VENV / "stamps"
LOWEST, HIGHEST = (3, 11), (3, 14)
OLDEST_NODE = 20
#: Linux reads no more of a script's first line.
LONGEST_SHEBANG = 120


def main() -> int:
    arguments = sys.argv[1:] or ["help"]
    steps = {"run": run, "test": test, "bench": bench, "faults": faults, "down": down, "setup": setup, "lock": lock}
    if arguments[0] not in steps:
        print(__doc__)
        return 0 if arguments[0] in ("help", "-h", "--help") else 2
    check_python()
    return steps[arguments[0]](arguments[1:])


def run(arguments: list[str]) -> int:
    prepare("base")
    return hand_over("callboard.config.cli", "up", *arguments)


def down(arguments: list[str]) -> int:
    if not PYTHON.exists():
        print("Nothing runs from this folder.")
        return 0
    return hand_over("callboard.config.cli", "down", *arguments)


def test(arguments: list[str]) -> int:
    prepare("dev")
    return subprocess.call([str(PYTHON), str(ROOT / "tools" / "checks.py"), *arguments], cwd=ROOT)


def bench(arguments: list[str]) -> int:
    prepare("dev")
    # make bench SIZE=M KEEP=folder ONLY=pages,parts
    for name in ("SIZE", "KEEP", "ONLY"):
        if os.environ.get(name):
            arguments = [f"--{name.lower()}", os.environ[name], *arguments]
    return hand_over("callboard.config.cli", "bench", *arguments)


def faults(arguments: list[str]) -> int:
    prepare("dev")
    os.environ.setdefault("KILLS", "200")
    # Two hundred kills take longer than a test may otherwise.
    return hand_over("pytest", "-q", "-m", "faults", "-o", "faulthandler_timeout=0", *arguments)


def setup(arguments: list[str]) -> int:
    prepare("dev")
    return 0


def lock(arguments: list[str]) -> int:
    prepare("dev")
    return subprocess.call([str(PYTHON), str(ROOT / "tools" / "lock.py"), *arguments], cwd=ROOT)


def hand_over(module: str, *arguments: str) -> int:
    """Become `python -m module`: signals and the exit code are its own."""
    os.chdir(ROOT)
    os.execv(str(PYTHON), [str(PYTHON), "-m", module, *arguments])


def prepare(lock_name: str) -> None:
    make_venv()
    fetch_packages(lock_name)
    point_at_source()
    fetch_assets()


def check_python() -> None:
    if not LOWEST <= sys.version_info[:2] <= HIGHEST:
        found = ".".join(map(str, sys.version_info[:2]))
        stop(f"Callboard needs Python 3.11 to 3.14; this is {found}. Try: PYTHON=python3.12 make run")
    if sys.platform == "win32":
        stop("Callboard runs on Linux and macOS; on Windows use WSL.")


def make_venv() -> None:
    wanted = ".".join(map(str, sys.version_info[:2]))
    if PYTHON.exists() and venv_version() == wanted:
        return
    try:
        import ensurepip  # noqa: F401
        import venv  # noqa: F401
    except ImportError:
        stop("Python's venv module is missing. On Debian or Ubuntu: sudo apt install python3-venv")
    say("Making the virtual environment in .venv")
    call([sys.executable, "-m", "venv", "--clear", str(VENV)], "The virtual environment could not be made.")


def venv_version() -> str:
    try:
        lines = (VENV / "pyvenv.cfg").read_text().splitlines()
    except OSError:
        return ""
    values = dict(line.split(" = ", 1) for line in lines if " = " in line)
    return ".".join(values.get("version", "").split(".")[:2])


def fetch_packages(lock_name: str) -> None:
    """Install exactly what the lock names, by hash, when the lock changed."""
    needed = ["base", "dev"] if lock_name == "base" else [lock_name]
    if any(stamped(f"python-{name}", digest([requirements(name)])) for name in needed):
        return
    say("Fetching Python packages (once; a minute or two)")
    install(lock_name, exactly=lock_name == "dev")
    stamp(f"python-{lock_name}", digest([requirements(lock_name)]))


def install(lock_name: str, exactly: bool = False) -> None:
    """By uv, in seconds; by pip when uv has no wheel here or cannot reach the index. `exactly` removes what is not named."""
    uv, file = find_uv(), str(requirements(lock_name))
    if uv:
        flags = ["-q", "--system-certs", "--require-hashes", "--python", str(PYTHON)]
        command = [uv, "pip", "sync", *flags, file] if exactly else [uv, "pip", "install", *flags, "-r", file]
        if subprocess.run(command, cwd=ROOT, capture_output=True).returncode == 0:
            return
    command = [str(PYTHON), "-m", "pip", "install", "-q", "--disable-pip-version-check", "--require-hashes", "-r", file]
    call(command, "The packages could not be fetched; is the network there?")


def find_uv() -> str | None:
    """uv inside the virtual environment, from the Python index; None when it has no wheel for this machine."""
    uv = VENV / "bin" / "uv"
    if not uv.exists():
        command = [str(PYTHON), "-m", "pip", "install", "-q", "--disable-pip-version-check", "--require-hashes"]
        done = subprocess.run([*command, "-r", str(requirements("uv"))], capture_output=True)
        if done.returncode:
            return None
    return str(uv)


def point_at_source() -> None:
    """`import callboard` and the command `callboard` work from this folder: a path file and a two-line script."""
    packages = next((VENV / "lib").glob("python3*/site-packages"))
    source = packages / "callboard-source.pth"
    if not source.exists() or source.read_text().strip() != str(ROOT / "src"):
        source.write_text(f"{ROOT / 'src'}\n")
    script = VENV / "bin" / "callboard"
    text = f"{first_lines()}import sys\n\nfrom callboard.config.cli import main\n\nsys.exit(main())\n"
    if not script.exists() or script.read_text() != text:
        script.write_text(text)
        script.chmod(0o755)


def first_lines() -> str:
    """What starts a script with the venv's Python; a system's own `#!` takes neither a space nor a long path."""
    if " " not in str(PYTHON) and len(os.fsencode(PYTHON)) < LONGEST_SHEBANG:
        return f"#!{PYTHON}\n"
    return f"#!/bin/sh\n'''exec' {shlex.quote(str(PYTHON))} \"$0\" \"$@\"\n' '''\n"


def fetch_assets() -> None:
    """The page's scripts, styles, font and icons, when their lock or the lists of them changed."""
    locked = digest([ROOT / "package-lock.json"])
    modules = ROOT / "node_modules"
    if not (modules.exists() and stamped("npm", locked)):
        say("Fetching the page's files (once)")
        call([*find_npm(), "ci", "--ignore-scripts", "--silent"], "npm could not fetch the page's files.")
        stamp("npm", locked)
    call([str(PYTHON), str(ROOT / "tools" / "assets.py")], "The page's files could not be copied.")


def find_npm() -> list[str]:
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm:
        found = subprocess.run([node, "--version"], capture_output=True, text=True).stdout
        if found.startswith("v") and int(found[1:].split(".")[0]) >= OLDEST_NODE:
            return [npm]
    inside = VENV / "bin" / "npm"
    if not inside.exists():
        say("No Node found: fetching it as a Python package (once)")
        install("node")
    return [str(inside)]


def requirements(name: str) -> Path:
    return ROOT / "requirements" / f"{name}.txt"


def digest(files: list[Path]) -> str:
    whole = hashlib.sha256()
    for file in files:
        whole.update(file.read_bytes())
    return whole.hexdigest()


def stamped(name: str, value: str) -> bool:
    file = STAMPS / f"{name}.json"
    return file.exists() and json.loads(file.read_text()) == value


def stamp(name: str, value: str) -> None:
    STAMPS.mkdir(exist_ok=True)
    (STAMPS / f"{name}.json").write_text(json.dumps(value))


def call(command: list[str], sorry: str) -> None:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    if done.returncode:
        print((done.stdout + done.stderr).strip()[-2000:], file=sys.stderr)
        stop(sorry)


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def stop(sentence: str) -> None:
    print(sentence, file=sys.stderr)
    sys.exit(1)


if __name__ == "__main__":
    sys.exit(main())
