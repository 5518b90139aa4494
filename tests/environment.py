"""The packages that a script of the tests needs, in an environment of its own."""

import importlib.util
import os
import pathlib
import shutil
import subprocess
import sys


def environment(script, modules, work):
    """Runs `script` again with the packages of the requirements.txt beside it, where any of `modules` is missing here.

    The environment is made in the folder `work`, which is removed when the second run has ended.
    """
    missing = [name for name in modules if importlib.util.find_spec(name) is None]
    if not missing:
        return
    if os.environ.get("TUZHI_TESTS_INSTALLED"):
        raise ModuleNotFoundError(f"not there after they were installed: {', '.join(missing)}")
    wanted = pathlib.Path(script).resolve().parent / "requirements.txt"
    python = work / "venv/bin/python"
    subprocess.run([sys.executable, "-m", "venv", work / "venv"], check=True)
    pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", wanted]
    subprocess.run(pip, check=True)
    code = subprocess.run([python, script, *sys.argv[1:]], env={**os.environ, "TUZHI_TESTS_INSTALLED": "1"}).returncode
    shutil.rmtree(work)
    sys.exit(code)
