#!/usr/bin/env python3
"""Tests of `tuzhi serve` and `tuzhi mcp`: python3 tests/server/run.py --tuzhi target/release/tuzhi

Answers, refusals and headers over HTTP; a real MCP client over both transports; a fuzzer that is driven by
the OpenAPI description. Servers run on 127.0.0.1 only. Needs the packages of requirements.txt, which it
installs into an environment of its own when they are missing.
"""

import argparse
import asyncio
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time
import traceback

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
FIRM = "enterprise:岚芝堂药业"

sys.path.insert(0, str(HERE.parent))
from environment import environment  # noqa: E402


def equal(found, expected):
    assert found == expected, f"{found!r} is not {expected!r}"


class Tests:
    def __init__(self, tuzhi, work):
        from server import Server

        self.tuzhi = str(pathlib.Path(tuzhi).resolve())
        self.work = work
        self.graph = str(ROOT / "output/graph.json")
        self.rows = json.loads(pathlib.Path(self.graph).read_text(encoding="utf-8"))
        self.server = lambda *options, graph=self.graph, **more: Server(self.tuzhi, graph, *options, root=ROOT, **more)

    def test_questions_are_answered_with_citations(self):
        with self.server("--rate", "0") as server:
            status, _, found = server.ask("/api/search", q="lztyy")
            equal((status, found["items"][0]["entity"]["id"]), (200, FIRM))
            status, _, found = server.ask("/api/search", q="岚芝唐药业")
            equal((found["items"], found["near"][0]["entity"]["id"]), ([], FIRM))
            _, _, told = server.ask("/api/entity", id="岚芝堂药业")
            equal(told["entity"]["id"], FIRM)
            claim = told["groups"][0]["links"][0]["claim"]
            place = claim["evidence"][0]
            assert "岚芝堂药业" in place["quote"], place
            _, _, passage = server.ask("/api/evidence", document=place["document"], start=place["start"], end=place["end"])
            equal((passage["clean"]["quote"], passage["raw"]), (place["quote"], place["raw"]))
            assert "嵐芝堂" in passage["file"]["quote"] and len(passage["clean"]["before"]) == 200, passage
            raw = (ROOT / place["path"]).read_bytes()[slice(*place["raw"])].decode("utf-8")
            equal(passage["file"]["quote"], raw)
            _, _, around = server.ask("/api/neighbours", id=FIRM, depth=2, kind=["project", "honor"])
            kinds = {one["entity"]["kind"] for one in around["items"]}
            equal(kinds, {"project", "honor"})
            _, _, ways = server.ask("/api/path", **{"from": FIRM, "to": "enterprise:星槎科技", "avoid": "region:云溪县"})
            assert ways["items"] and all("region:云溪县" not in [n["id"] for n in way["nodes"]] for way in ways["items"])
            _, _, facts = server.ask("/api/facts", id="region:云溪县", attribute="count", period="2023")
            assert facts["total"] > 5 and all(fact["attribute"] == "count" for fact in facts["items"]), facts
            _, _, both = server.ask("/api/compare", a=FIRM, b="enterprise:恒泽制药")
            assert "region:云溪县" in [one["entity"]["id"] for one in both["shared"]], both
            _, _, documents = server.ask("/api/documents")
            equal(documents["items"][0]["sha256"], self.rows["graph"]["documents"][0]["sha256"])
            _, _, listed = server.ask("/api/list", kind="project", limit=200)
            equal(listed["total"], sum(node["kind"] == "project" for node in self.rows["nodes"]))
            _, _, related = server.ask("/api/relations", relation="awarded", limit=200)
            equal(related["total"], sum(edge["type"] == "awarded" for edge in self.rows["edges"]))

    def test_lists_are_paged_to_the_end(self):
        with self.server("--rate", "0") as server:
            seen, address = [], "/api/list?limit=100"
            while address:
                status, _, page = server.ask(address)
                equal(status, 200)
                seen += [row["id"] for row in page["items"]]
                address = page["next"]
            equal(seen, sorted(node["id"] for node in self.rows["nodes"]))

    def test_the_page_and_its_data_are_served(self):
        with self.server() as server:
            status, headers, page = server.ask("/")
            equal((status, headers["content-type"]), (200, "text/html; charset=utf-8"))
            policy = headers["content-security-policy"]
            assert "script-src 'sha256-" in policy and "connect-src 'self'" in policy and "frame-ancestors 'none'" in policy
            assert b"id=\"graph\"" not in page
            _, _, data = server.ask("/api/page")
            equal((len(data["graph"]["nodes"]), len(data["graph"]["edges"])), (len(self.rows["nodes"]), len(self.rows["edges"])))
            identity = self.rows["graph"]["documents"][0]["id"]
            _, _, text = server.ask(f"/api/documents/{identity}/text")
            assert text["clean"].startswith("2024年青岚市云溪县政府工作报告"), text["clean"][:50]

    def test_what_is_known_is_not_sent_again(self):
        with self.server() as server:
            for path in ["/api/search?q=a", "/api/page", "/api/openapi.json"]:
                _, headers, _ = server.ask(path)
                status, again, body = server.ask(path, headers={"if-none-match": headers["etag"]})
                equal((status, again["etag"], body), (304, headers["etag"], b""))
                equal(server.ask(path, headers={"if-none-match": '"other"'})[0], 200)

    def test_what_is_wrong_is_said_as_problem_details(self):
        cases = [
            ("/api/search", 400, "q is missing"),
            ("/api/search?q=a&q=b", 400, "q is there twice"),
            ("/api/search?q=a&limit=1000", 400, "limit is not between 1 and 200"),
            ("/api/search?q=a&colour=red", 400, "“colour” is not one of"),
            ("/api/neighbours?id=a&depth=5", 400, "depth is not between 1 and 4"),
            ("/api/entity?id=nothing", 404, "nothing is called “nothing”"),
            ("/api/nothing", 404, "there is no such path"),
            ("/etc/passwd", 404, "there is no such path"),
            ("/api/documents/..%2f..%2fetc%2fpasswd/text", 404, "there is no report"),
            ("/api/documents/0/text", 404, "there is no report"),
            ("/api/evidence?document=0&start=0&end=1", 404, "there is no report"),
            ("/api/evidence?document=cc471250b8011538&start=5&end=6", 404, "the report has no place 5-6"),
            ("/api/" + "x" * 9000, 414, "ask with less"),
        ]
        with self.server() as server:
            for path, status, detail in cases:
                found, headers, problem = server.ask(path)
                equal((found, headers["content-type"]), (status, "application/problem+json"))
                assert problem["status"] == status and detail in problem["detail"], (path[:80], problem)
            for method in ["POST", "PUT", "DELETE", "PATCH"]:
                found, headers, problem = server.ask("/api/search?q=a", method=method)
                equal((found, headers["allow"], problem["status"]), (405, "GET, HEAD", 405))

    def test_answers_carry_the_headers_of_safety(self):
        with self.server() as server:
            for path in ["/", "/api/search?q=a", "/api/nothing"]:
                _, headers, _ = server.ask(path)
                equal((headers["x-content-type-options"], headers["x-frame-options"]), ("nosniff", "DENY"))
                assert "default-src 'none'" in headers["content-security-policy"], headers
                assert "access-control-allow-origin" not in headers

    def test_other_names_and_other_sites_are_refused(self):
        with self.server("--host", "graph.example.org") as server:
            for host in ["evil.example", f"evil.example:{server.port}", "localhost.evil.example", "[::1]evil"]:
                equal(server.ask("/api/search?q=a", headers={"host": host})[0], 421)
                equal(server.ask("/mcp", method="POST", headers={"host": host}, body=b"{}")[0], 421)
            for host in [f"localhost:{server.port}", "127.0.0.1", "graph.example.org"]:
                equal(server.ask("/api/search?q=a", headers={"host": host})[0], 200)
            for origin in ["https://evil.example", "null", f"http://evil.example:{server.port}"]:
                equal(server.ask("/api/search?q=a", headers={"origin": origin})[0], 403)
            equal(server.ask("/api/search?q=a", headers={"origin": server.address})[0], 200)

    def test_a_token_is_asked_for(self):
        with self.server(env={"TUZHI_TOKEN": "secret"}) as server:
            status, headers, _ = server.ask("/api/search?q=a")
            equal((status, headers["www-authenticate"]), (401, "Bearer"))
            for path in ["/api/page", "/api/openapi.json", "/mcp"]:
                equal(server.ask(path)[0], 401)
            for wrong in ["Bearer other", "Bearer ", "Basic c2VjcmV0", "secret", "Bearer secret2"]:
                equal(server.ask("/api/search?q=a", headers={"authorization": wrong})[0], 401)
            equal(server.ask("/api/search?q=a", headers={"authorization": "Bearer secret"})[0], 200)
            equal(server.ask("/")[0], 200)

    def test_no_token_no_network(self):
        environment = {name: value for name, value in os.environ.items() if name != "TUZHI_TOKEN"}
        command = [self.tuzhi, "serve", self.graph, "--addr", "0.0.0.0:0"]
        refused = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)
        equal(refused.returncode, 1)
        assert "can be reached by others" in refused.stderr, refused.stderr
        chinese = subprocess.run([*command, "--lang", "zh"], env=environment, capture_output=True, text=True, timeout=60)
        assert "可以被其他机器访问" in chinese.stderr, chinese.stderr

    def test_one_asker_cannot_take_all(self):
        with self.server("--rate", "5") as server:
            codes = [server.ask("/api/search?q=a")[0] for _ in range(40)]
            assert codes[0] == 200 and 429 in codes, codes
            status, headers, problem = server.ask("/api/search?q=a")
            equal((status, headers["retry-after"], problem["title"]), (429, "1", "Too Many Requests"))

    def test_large_requests_are_refused(self):
        with self.server() as server:
            headers = {"content-type": "application/json", "accept": "application/json, text/event-stream"}
            status, _, _ = server.ask("/mcp", method="POST", headers=headers, body=b" " * (2 << 20))
            equal(status, 413)

    def test_a_changed_graph_is_served(self):
        path = self.work / "live.json"
        shutil.copy(self.graph, path)
        with self.server("--rate", "0", graph=str(path)) as server:
            _, before, _ = server.ask("/api/documents")
            path.write_text("{", encoding="utf-8")
            time.sleep(2.2)
            equal(server.ask("/api/search", q="岚芝堂")[0], 200)
            text = pathlib.Path(self.graph).read_text(encoding="utf-8").replace('"name":"岚芝堂药业"', '"name":"新名药业"')
            path.write_text(text, encoding="utf-8")
            time.sleep(2.2)
            found = server.ask("/api/entity", id=FIRM)[2]
            equal(found["entity"]["name"], "新名药业")
            assert server.ask("/api/documents")[1]["etag"] != before["etag"]

    def test_it_ends_when_told(self):
        with self.server() as server:
            pass
        equal(server.code, 0)

    def test_agents_over_standard_input(self):
        from mcp import StdioServerParameters

        asyncio.run(self.agent(StdioServerParameters(command=self.tuzhi, args=["mcp", self.graph], cwd=str(ROOT))))

    def test_agents_over_http(self):
        with self.server("--rate", "0") as server:
            asyncio.run(self.agent(f"{server.address}/mcp"))

    async def agent(self, server):
        from mcp import Client

        async with Client(server) as client:
            tools = {tool.name: tool for tool in (await client.list_tools()).tools}
            wanted = {"search", "entity", "neighbours", "path", "evidence", "facts", "compare"}
            assert wanted <= set(tools), tools
            for tool in tools.values():
                assert tool.description and tool.input_schema["additionalProperties"] is False, tool

            async def call(name, **arguments):
                result = await client.call_tool(name, arguments)
                assert not result.is_error, result
                equal(json.loads(result.content[0].text), result.structured_content)
                return result.structured_content

            found = await call("search", q="lztyy")
            firm = found["items"][0]["entity"]["id"]
            equal(firm, FIRM)
            told = await call("entity", id=firm)
            place = told["groups"][0]["links"][0]["claim"]["evidence"][0]
            assert {"document", "start", "end", "raw", "quote"} <= set(place), place
            passage = await call("evidence", document=place["document"], start=place["start"], end=place["end"], context=20)
            equal(passage["clean"]["quote"], place["quote"])
            around = await call("neighbours", id=firm, kind=["project"])
            assert all(one["through"][0]["evidence"][0]["quote"] for one in around["items"]), around
            ways = await call("path", **{"from": firm, "to": "恒泽制药"})
            assert ways["items"][0]["steps"][0][0]["evidence"][0]["quote"], ways
            assert (await call("facts", id="云溪县", limit=5))["items"][0]["evidence"]
            assert (await call("compare", a=firm, b="恒泽制药"))["shared"]
            wrong = await client.call_tool("entity", {"id": "nothing"})
            assert wrong.is_error and wrong.structured_content["status"] == 404, wrong
            wrong = await client.call_tool("entity", {})
            assert wrong.is_error and "id is missing" in wrong.content[0].text, wrong

    def test_the_description_holds_against_a_fuzzer(self):
        with self.server("--rate", "0") as server:
            command = [
                pathlib.Path(sys.executable).parent / "schemathesis", "run", f"{server.address}/api/openapi.json",
                "--url", server.address, "--max-examples", "40", "--seed", "20240109", "--generation-database", "none",
                "--checks", "all", "--exclude-checks", "ignored_auth", "--continue-on-failure", "--no-color",
                "--phases", "examples,coverage,fuzzing", "--suppress-health-check", "all", "--request-timeout", "30",
            ]
            run = subprocess.run(command, capture_output=True, text=True, timeout=600, cwd=self.work)
            tail = run.stdout[-6000:] + run.stderr[-2000:]
            assert run.returncode == 0, tail
            print("\n".join(line for line in run.stdout.splitlines() if "generated" in line or "passed" in line))
            equal(server.ask("/api/documents")[0], 200)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tuzhi", default=ROOT / "target/release/tuzhi")
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    work = pathlib.Path(tempfile.mkdtemp(prefix="tuzhi-server-"))
    environment(__file__, ["mcp", "schemathesis"], work)
    tests = Tests(options.tuzhi, work)
    passed = failed = 0
    for name in [name for name in dir(tests) if name.startswith("test_") and options.only in name]:
        started = time.monotonic()
        try:
            getattr(tests, name)()
            passed += 1
            print(f"ok {name[5:].replace('_', ' ')} ({time.monotonic() - started:.1f} s)", flush=True)
        except Exception:
            failed += 1
            print(f"FAILED {name[5:].replace('_', ' ')}\n{traceback.format_exc()}", flush=True)
    shutil.rmtree(work)
    print(f"server: {passed} passed, {failed} failed")
    sys.exit(1 if failed or not passed else 0)


if __name__ == "__main__":
    main()
