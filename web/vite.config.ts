// Two builds: what others wrote becomes one file with their licences, what we wrote another, so that
// nobody takes the one for the other. Both are plain scripts that a page can hold in itself.
import { readFileSync } from "node:fs";
import { defineConfig, type Plugin } from "vite";

const THIRD_PARTY = ["sigma", "graphology", "graphology-layout-forceatlas2", "graphology-utils", "events"];

/** The licence texts of what is in the bundle, as a file and as the bundle's first lines. */
function licences(): Plugin {
  return {
    name: "licences",
    generateBundle(_, bundle) {
      const texts = THIRD_PARTY.map((name) => {
        const { version } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8"));
        const file = name === "events" ? "LICENSE" : "LICENSE.txt";
        return `${name} ${version}\n\n${readFileSync(`node_modules/${name}/${file}`, "utf8").trim()}\n`;
      });
      this.emitFile({ type: "asset", fileName: "third-party.LICENSES.txt", source: texts.join("\n----\n\n") });
      const names = THIRD_PARTY.join(", ");
      for (const file of Object.values(bundle)) {
        if (file.type === "chunk") {
          // HTML holds no NUL, which stands in a text of the bundle.
          file.code = file.code.replaceAll("\0", "\\x00");
          file.code = `/* Third-party code, MIT licences: ${names}. Texts: web/dist/third-party.LICENSES.txt */\n${file.code}`;
        }
      }
    },
  };
}

export default defineConfig(({ mode }) => {
  const theirs = mode === "third-party";
  return {
    plugins: theirs ? [licences()] : [],
    define: { "process.env.NODE_ENV": JSON.stringify("production") },
    build: {
      target: "es2022",
      outDir: "dist",
      emptyOutDir: false,
      minify: theirs,
      cssMinify: false,
      lib: {
        entry: theirs ? "src/third-party.ts" : "src/main.ts",
        formats: ["iife"],
        name: theirs ? "ThirdParty" : "Page",
        fileName: () => (theirs ? "third-party.js" : "page.js"),
        cssFileName: "page",
      },
      rollupOptions: theirs
        ? {}
        : { external: (id: string) => id.endsWith("third-party.ts"), output: { globals: () => "ThirdParty" } },
    },
  };
});
