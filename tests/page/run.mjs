// Drives the page in a real Chromium: node tests/page/run.mjs [--tuzhi PATH] [--chromium PATH] [--shots DIR]
//
// Fails on any message of the console above a remark, any error, any request that is not the page
// itself, and any text of a report that ran.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { strike } from "./hostile.mjs";
import { large } from "./large.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../..");
const { values: options } = parseArgs({
  options: {
    tuzhi: { type: "string", default: join(root, "target/release/tuzhi") },
    chromium: { type: "string", default: ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync) },
    shots: { type: "string" },
    only: { type: "string", default: "" },
  },
});
const work = mkdtempSync(join(tmpdir(), "tuzhi-page-"));
const shots = options.shots ?? join(work, "shots");
mkdirSync(shots, { recursive: true });

const tuzhi = (...words) => execFileSync(options.tuzhi, words, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
const page = (graph, name, ...more) => {
  const path = join(work, name);
  tuzhi("export", graph, "--format", "html", "-o", path, ...more);
  return pathToFileURL(path).href;
};

const graph = JSON.parse(readFileSync(join(root, "output/graph.json"), "utf8"));
const [NODES, EDGES] = [graph.nodes.length, graph.edges.length];
const BOUND = new Set(graph.edges.flatMap((edge) => [edge.source, edge.target])).size;
const ALL = `${EDGES} of ${EDGES} relations`;
const relations = (text) => Number(text.match(/(\d+) of \d+ relations/)[1]);

const example = page("output/graph.json", "example.html", "--lang", "zh");
const english = page("output/graph.json", "english.html");
const bare = page("output/graph.json", "bare.html", "--quotes", "none");
tuzhi("build", "tests/page/hostile.txt", "-o", join(work, "hostile"), "--formats", "json");
const struckGraph = strike(join(work, "hostile/graph.json"), join(work, "struck.json"));
const struck = page(join(work, "struck.json"), "struck.html");
large(join(work, "large.json"), 20_000, 40_000);
const huge = page(join(work, "large.json"), "large.html");

const browser = await chromium.launch({
  executablePath: options.chromium,
  args: ["--no-sandbox", "--enable-unsafe-swiftshader", "--host-resolver-rules=MAP * ~NOTFOUND"],
});

/** Opens an address in a browser of its own and watches what it says and asks for. */
async function open(address, hash = "", settings = {}) {
  const context = await browser.newContext({ viewport: { width: 1360, height: 850 }, acceptDownloads: true, ...settings });
  const tab = await context.newPage();
  const faults = [];
  tab.on("console", (message) => {
    // The driver's remark that reading back what is drawn takes time is no fault of the page.
    if (message.type() === "error" || (message.type() === "warning" && !message.text().includes("GPU stall"))) faults.push(`console: ${message.text()}`);
  });
  tab.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  tab.on("dialog", (dialog) => faults.push(`dialog: ${dialog.message()}`));
  context.on("request", (request) => {
    const url = request.url();
    if (url.split("#")[0] !== address && !url.startsWith("blob:") && !url.startsWith("data:")) faults.push(`request: ${url}`);
  });
  await tab.goto(address + hash);
  await tab.waitForFunction(() => window.tuzhi, null, { timeout: 60_000 });
  const close = async () => {
    assert.equal(await tab.evaluate(() => window.struck), undefined, "a text of a report ran");
    assert.deepEqual(faults, []);
    await context.close();
  };
  return { tab, close };
}

const shot = (tab, name) => tab.screenshot({ path: join(shots, `${name}.png`) });
const settled = (tab) => tab.waitForTimeout(600);
const status = (tab) => tab.locator(".status").textContent();

async function search(tab, words) {
  await tab.keyboard.press("/");
  await tab.keyboard.type(words);
  const first = tab.locator("#hits li").first();
  await first.waitFor();
  return first;
}

async function download(tab, label) {
  await tab.getByText(/^(Export|导出)$/).click();
  const [file] = await Promise.all([tab.waitForEvent("download"), tab.getByRole("button", { name: label }).click()]);
  return readFileSync(await file.path());
}

const SENTENCE = "岚芝堂药业饮片车间改造全部完成";
const EDGE = "enterprise:岚芝堂药业\tproject:岚芝堂药业饮片车间改造\tbuilds|done|2023";

const tests = {
  "the page loads and says how much it shows": async () => {
    const { tab, close } = await open(example);
    assert.ok((await status(tab)).startsWith(`显示 ${BOUND} / ${NODES} 个实体，${EDGES} / ${EDGES} 条关系`), await status(tab));
    assert.equal(await tab.locator("html").getAttribute("lang"), "zh-CN");
    await settled(tab);
    await shot(tab, "zh-light");
    await close();
  },
  "it looks right in the dark, in English and on a narrow screen": async () => {
    const { tab, close } = await open(english, "", { colorScheme: "dark" });
    await settled(tab);
    await shot(tab, "en-dark");
    assert.equal(await tab.evaluate(() => getComputedStyle(document.body).backgroundColor), "rgb(18, 24, 32)");
    await close();
    const phone = await open(example, "#node=enterprise%3A岚芝堂药业", { viewport: { width: 390, height: 844 } });
    await settled(phone.tab);
    await phone.tab.screenshot({ path: join(shots, "zh-narrow.png"), fullPage: true });
    const wide = await phone.tab.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= 390, `scrolls sideways: ${wide} px`);
    await phone.close();
  },
  "search finds names, parts, initials and near misses": async () => {
    const { tab, close } = await open(english);
    for (const [words, name] of [["恒泽制药", "恒泽制药"], ["饮片车间", "岚芝堂药业饮片车间改造"], ["lztyy", "岚芝堂药业"], ["hengze", "恒泽制药"], ["恒则制药", "恒泽制药"]]) {
      const first = await search(tab, words);
      assert.equal(await first.locator("bdi").first().textContent(), name, words);
      await tab.keyboard.press("Escape");
      await tab.locator("#search").fill("");
      await tab.locator("h1").click();
    }
    await search(tab, "没有的东西xyz");
    assert.match(await tab.locator("#hits").textContent(), /nothing is called/);
    await close();
  },
  "what is chosen by search is told with facts and relations": async () => {
    const { tab, close } = await open(english);
    await search(tab, "岚芝堂药业");
    await tab.keyboard.press("Enter");
    await tab.locator("#chosen").waitFor();
    assert.equal(await tab.locator("#chosen bdi").textContent(), "岚芝堂药业");
    assert.match(await tab.locator(".details").textContent(), /builds → \(2\)/);
    assert.match(new URLSearchParams((await tab.evaluate(() => location.hash)).slice(1)).get("node"), /岚芝堂药业/);
    await settled(tab);
    await shot(tab, "en-chosen");
    await close();
  },
  "an edge that is clicked tells its sentence, and the report shows it lit in both texts": async () => {
    const { tab, close } = await open(example, `#${new URLSearchParams({ focus: "enterprise:岚芝堂药业" })}`);
    await settled(tab);
    const place = await tab.evaluate((key) => window.tuzhi.locate(key), EDGE);
    await tab.mouse.move(place.x, place.y);
    await tab.waitForTimeout(150);
    await tab.mouse.click(place.x, place.y);
    await tab.locator("blockquote").first().waitFor();
    assert.ok((await tab.locator("blockquote").first().textContent()).includes(SENTENCE));
    await shot(tab, "zh-edge");
    await tab.getByRole("button", { name: "在报告中查看" }).first().click();
    const lit = tab.locator(".report mark");
    assert.ok((await lit.textContent()).includes(SENTENCE));
    assert.ok(await lit.isVisible());
    await shot(tab, "zh-report");
    await tab.getByRole("tab", { name: "文件原貌" }).click();
    const raw = await lit.textContent();
    assert.ok(raw.includes("嵐芝堂") && raw.includes("(y"), raw);
    assert.equal(await tab.locator(".report").getAttribute("data-side"), "file");
    await shot(tab, "zh-report-file");
    await tab.keyboard.press("Escape");
    await close();
  },
  "a node that is clicked is chosen, and clicked twice expanded": async () => {
    const { tab, close } = await open(english, `#${new URLSearchParams({ focus: "enterprise:岚芝堂药业" })}`);
    await settled(tab);
    const place = await tab.evaluate(() => window.tuzhi.locate("enterprise:澳大利亚绿源贸易公司"));
    await tab.mouse.click(place.x, place.y);
    await tab.locator("#chosen").waitFor();
    assert.equal(await tab.locator("#chosen bdi").textContent(), "澳大利亚绿源贸易公司");
    await tab.waitForTimeout(400);
    const hub = await tab.evaluate(() => window.tuzhi.locate("region:云溪县"));
    const before = Number((await status(tab)).match(/^\d+/)[0]);
    await tab.mouse.dblclick(hub.x, hub.y);
    await tab.waitForFunction((count) => Number(document.querySelector(".status").textContent.match(/^\d+/)[0]) > count + 50, before);
    await close();
  },
  "filters and years leave out what they should": async () => {
    const { tab, close } = await open(english);
    await tab.locator("#noKind-program").uncheck();
    assert.ok(relations(await status(tab)) < EDGES);
    assert.equal(await tab.evaluate(() => window.tuzhi.locate("program:林长制")), undefined);
    await tab.locator("#noModality-planned").uncheck();
    const done = relations(await status(tab));
    assert.ok(done > 0.2 * EDGES && done < 0.7 * EDGES, String(done));
    await tab.locator("#year-from").fill("2024");
    const late = relations(await status(tab));
    assert.ok(late < done, `${late} < ${done}`);
    await tab.locator("#choose-place").selectOption({ index: 1 });
    await tab.getByRole("button", { name: "Reset" }).click();
    assert.ok((await status(tab)).includes(ALL));
    await close();
  },
  "a path between two picks is told step by step": async () => {
    const { tab, close } = await open(english);
    await search(tab, "恒泽制药");
    await tab.keyboard.press("Enter");
    await tab.getByRole("button", { name: "Path from here" }).click();
    await search(tab, "岚芝堂药业");
    await tab.keyboard.press("Enter");
    await tab.getByRole("button", { name: "Path to here" }).click();
    await tab.locator(".way").first().waitFor();
    assert.match(await tab.locator(".path").textContent(), /恒泽制药 → 岚芝堂药业: \d paths/);
    assert.ok(await tab.locator(".way blockquote").count() > 1);
    await settled(tab);
    await shot(tab, "en-path");
    await tab.getByRole("button", { name: "Clear path" }).click();
    assert.ok((await status(tab)).includes(ALL));
    await close();
  },
  "hide, show all, and the browser's way back": async () => {
    const { tab, close } = await open(english, `#${new URLSearchParams({ node: "region:云溪县" })}`);
    await tab.getByRole("button", { name: "Hide" }).click();
    assert.match(await status(tab), /1 hidden/);
    await tab.goBack();
    assert.ok((await status(tab)).includes(ALL));
    await tab.goForward();
    await tab.getByRole("button", { name: "Show all" }).click();
    assert.ok((await status(tab)).includes(ALL));
    await close();
  },
  "the address holds the view": async () => {
    const hash = `#${new URLSearchParams([["lang", "en"], ["nokind", "program"], ["norel", "implements"], ["from", "2024"], ["depth", "2"], ["focus", "enterprise:恒泽制药"], ["node", "enterprise:恒泽制药"], ["theme", "dark"]])}`;
    const { tab, close } = await open(example, hash);
    const told = await status(tab);
    assert.equal(await tab.locator("#noKind-program").isChecked(), false);
    assert.equal(await tab.locator("#depth").inputValue(), "2");
    assert.equal(await tab.locator("h1").textContent(), "tuzhi");
    const again = await open(example, await tab.evaluate(() => location.hash));
    assert.equal(await status(again.tab), told);
    await again.close();
    await close();
  },
  "pictures and data can be taken away": async () => {
    const { tab, close } = await open(english);
    await settled(tab);
    const png = await download(tab, "Picture, PNG");
    assert.ok(png.subarray(1, 4).equals(Buffer.from("PNG")) && png.length > 30_000);
    const svg = (await download(tab, "Picture, SVG")).toString();
    assert.ok(svg.startsWith("<svg") && svg.includes("云溪县"));
    const json = JSON.parse((await download(tab, "a graph file")).toString());
    assert.deepEqual([json.graph.schema, json.nodes.length, json.edges.length], ["tuzhi/1", NODES, EDGES]);
    const csv = (await download(tab, "Relations, CSV")).toString();
    assert.equal(csv.trim().split("\r\n").length, EDGES + 1);
    assert.ok((await download(tab, "Facts, CSV")).length > 10_000);
    await tab.locator("#noKind-program").uncheck();
    const less = await download(tab, "a graph file");
    const path = join(work, "part.json");
    (await import("node:fs")).writeFileSync(path, less);
    assert.match(tuzhi("query", path, "恒泽制药").toString(), /恒泽制药  enterprise/);
    await close();
  },
  "the language can be changed": async () => {
    const { tab, close } = await open(english);
    await tab.getByRole("button", { name: "中文" }).click();
    assert.equal(await tab.locator("html").getAttribute("lang"), "zh-CN");
    assert.match(await status(tab), /个实体/);
    assert.equal(await tab.locator("h1").textContent(), "图志");
    const left = await tab.evaluate(() => {
      const walker = document.createTreeWalker(document.querySelector(".aside"), NodeFilter.SHOW_TEXT);
      const found = [];
      while (walker.nextNode()) if (/[a-z]{4,}/i.test(walker.currentNode.textContent)) found.push(walker.currentNode.textContent);
      return found;
    });
    assert.deepEqual(left, []);
    await close();
  },
  "all can be done with keys, and is named for those who listen": async () => {
    const { tab, close } = await open(english);
    const unnamed = await tab.evaluate(() =>
      [...document.querySelectorAll("button, select, input, summary, [role]")]
        .filter((one) => one.checkVisibility() && !(one.textContent.trim() || one.getAttribute("aria-label") || one.labels?.[0]?.textContent.trim() || one.hidden))
        .map((one) => one.outerHTML.slice(0, 120)).filter((one) => !one.includes('role="status"')),
    );
    assert.deepEqual(unnamed, []);
    const seen = [];
    for (let at = 0; at < 80; at++) {
      await tab.keyboard.press("Tab");
      seen.push(await tab.evaluate(() => document.activeElement.id || document.activeElement.className || document.activeElement.textContent.trim()));
    }
    for (const stop of ["skip", "search", "theme", "noKind-enterprise", "stage", "year-from"]) assert.ok(seen.includes(stop), `${stop} is not reached: ${seen}`);
    await tab.locator(".stage").focus();
    const before = await tab.evaluate(() => window.tuzhi.locate("region:云溪县"));
    await tab.keyboard.press("ArrowRight");
    await tab.keyboard.press("+");
    await settled(tab);
    assert.notDeepEqual(await tab.evaluate(() => window.tuzhi.locate("region:云溪县")), before);
    await tab.keyboard.press("/");
    await tab.keyboard.type("恒泽");
    await tab.keyboard.press("ArrowDown");
    await tab.keyboard.press("ArrowUp");
    await tab.keyboard.press("Enter");
    assert.equal(await tab.evaluate(() => document.activeElement.id), "chosen");
    await close();
  },
  "the table says the same as the graph": async () => {
    const { tab, close } = await open(english, "#view=table");
    assert.equal(await tab.locator("tbody tr").count(), 200);
    await tab.getByRole("button", { name: `${NODES - 200} more rows` }).click();
    assert.equal(await tab.locator("tbody tr").count(), NODES);
    await tab.getByRole("columnheader", { name: "Relations" }).getByRole("button").click();
    await tab.getByRole("columnheader", { name: "Relations" }).getByRole("button").click();
    assert.equal(await tab.locator("tbody tr td bdi").first().textContent(), "云溪县");
    await shot(tab, "en-table");
    await tab.getByRole("tab", { name: /Relations/ }).click();
    assert.equal(await tab.locator("tbody tr").count(), 200);
    await tab.locator("tbody tr td:nth-child(2) button").first().click();
    assert.ok(await tab.locator("blockquote").count() > 0);
    await close();
  },
  "without sentences the page says so": async () => {
    const { tab, close } = await open(bare, `#${new URLSearchParams({ edge: EDGE })}`);
    assert.match(await tab.locator("blockquote").first().textContent(), /keeps no sentences/);
    assert.equal(await tab.getByRole("button", { name: "Read in the report" }).count(), 0);
    await close();
  },
  "hostile texts are shown and never run": async () => {
    const { tab, close } = await open(struck, "#loose=true");
    for (const node of struckGraph.nodes) {
      await tab.evaluate((hash) => { location.hash = hash; }, `${new URLSearchParams({ node: node.id })}`);
      await tab.waitForFunction((name) => document.querySelector("#chosen bdi")?.textContent === name, node.name);
      for (const summary of await tab.locator(".facts summary").all()) await summary.click();
    }
    for (const edge of struckGraph.edges) {
      await tab.evaluate((hash) => { location.hash = hash; }, `${new URLSearchParams({ edge: [edge.source, edge.target, edge.key].join("\t") })}`);
      await tab.locator("blockquote").first().waitFor();
    }
    await tab.getByRole("button", { name: "Read in the report" }).first().click();
    await tab.locator(".report mark").waitFor();
    const report = await tab.locator(".report").textContent();
    assert.ok(report.includes("<script>window.struck=1</script>"), report);
    await shot(tab, "hostile-report");
    await tab.getByRole("tab", { name: "As it stood in the file" }).click();
    await tab.keyboard.press("Escape");
    await search(tab, "script");
    await shot(tab, "hostile");
    await tab.keyboard.press("Escape");
    const svg = (await download(tab, "Picture, SVG")).toString();
    assert.ok(!/<(script|img|b)\b/i.test(svg), "a picture holds markup from a text");
    const csv = (await download(tab, "Entities, CSV")).toString();
    assert.ok(!/(^|,|")=HYPERLINK/m.test(csv.replaceAll("'=", "")), "a cell would be run");
    await tab.getByRole("button", { name: "Table" }).click();
    assert.equal(await tab.evaluate(() => document.querySelectorAll("script:not([type])").length), 0);
    await close();
  },
  "the policy stops what a fault would let in": async () => {
    const { tab } = await open(english);
    const stopped = await tab.evaluate(async () => {
      const found = [];
      try { document.body.innerHTML += "<i>x</i>"; } catch { found.push("markup"); }
      try { await fetch("http://127.0.0.1:9/"); } catch { found.push("network"); }
      try { document.body.append(Object.assign(document.createElement("script"), { text: "window.struck = 8" })); } catch { found.push("script"); }
      return found;
    });
    assert.deepEqual(stopped, ["markup", "network", "script"]);
    await tab.context().close();
  },
  "300 nodes are there at once, and 20,000 still move": async () => {
    const small = await open(example);
    const ready = await small.tab.evaluate(() => performance.now());
    await small.close();
    const { tab, close } = await open(huge);
    const large = await tab.evaluate(() => performance.now());
    const frames = await tab.evaluate(async () => {
      const stage = document.querySelector(".stage");
      stage.focus();
      const times = [];
      const until = performance.now() + 3000;
      let last = performance.now();
      let turn = 0;
      while (performance.now() < until) {
        if (turn++ % 8 === 0) stage.dispatchEvent(new KeyboardEvent("keydown", { key: turn % 16 === 1 ? "ArrowRight" : "ArrowLeft", bubbles: true }));
        await new Promise((next) => requestAnimationFrame(next));
        times.push(performance.now() - last);
        last = performance.now();
      }
      return times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
    });
    await settled(tab);
    await shot(tab, "large");
    console.log(`  ${NODES} nodes ready after ${ready.toFixed(0)} ms, 20,000 after ${large.toFixed(0)} ms; then a frame takes ${frames.toFixed(0)} ms (drawn by the processor)`);
    await close();
  },
};

let passed = 0;
let failed = 0;
for (const [name, test] of Object.entries(tests)) {
  if (!name.includes(options.only)) continue;
  const started = Date.now();
  try {
    await test();
    passed++;
    console.log(`ok ${name} (${Date.now() - started} ms)`);
  } catch (error) {
    failed++;
    console.log(`FAILED ${name}\n${error.stack}`);
  }
}
await browser.close();
if (options.shots) console.log(`pictures: ${shots}`);
rmSync(work, { recursive: true, force: true });
console.log(`page: ${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
