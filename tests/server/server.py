"""A tuzhi server on a free port of this machine, for as long as a test needs it."""

import http.client
import json
import os
import re
import signal
import subprocess
import urllib.parse


class Server:
    """`with Server(tuzhi, graph, *options) as server` starts one and stops it as an operator would."""

    def __init__(self, tuzhi, graph, *options, root, env=None):
        self.command = [tuzhi, "serve", graph, "--addr", "127.0.0.1:0", *options]
        self.root = root
        self.env = {**os.environ, **(env or {})}

    def __enter__(self):
        self.process = subprocess.Popen(self.command, cwd=self.root, env=self.env, stderr=subprocess.PIPE, text=True)
        line = self.process.stderr.readline()
        found = re.search(r"http://127\.0\.0\.1:(\d+)/", line)
        if not found:
            self.process.kill()
            raise RuntimeError(f"the server did not start: {line}")
        self.port = int(found[1])
        self.address = f"http://127.0.0.1:{self.port}"
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        self.code = self.process.wait(timeout=20)
        self.process.stderr.close()

    def ask(self, path, *, method="GET", headers=None, body=None, **parameters):
        """Status, headers and body of an answer; JSON where it is."""
        if parameters:
            path += "?" + urllib.parse.urlencode(parameters, doseq=True)
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request(method, path, body=body, headers=headers or {})
        answer = connection.getresponse()
        data = answer.read()
        connection.close()
        told = {name.lower(): value for name, value in answer.getheaders()}
        if data and "json" in told.get("content-type", ""):
            data = json.loads(data)
        return answer.status, told, data
