// Opens pages in headless Chromium and reports what a person would meet: requests that leave the
// page, console messages, what axe finds wrong for screen readers, text cut at 360 pixels.
//
//     node tools/looks.mjs FOLDER-WITH-NODE-MODULES PAGE.html PICTURES [TOP-OF-THE-PAGE.png]
//
// It needs playwright-core and axe-core; `.ci/looks` installs them beside it.

import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [modules, page, pictures, top] = process.argv.slice(2).map((name) => resolve(name));
const require = createRequire(`${modules}/`);
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core"), "utf-8");

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
         "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
const found = [];
for (const scheme of ["light", "dark"]) {
  for (const width of [360, 1024]) {
    // The checker is put into the page, which the page's own policy forbids to everyone else.
    const context = await browser.newContext({
      viewport: { width, height: 900 }, colorScheme: scheme, bypassCSP: true,
    });
    const tab = await context.newPage();
    tab.on("request", (request) => {
      if (!request.url().startsWith("file:")) { found.push(`fetches ${request.url()}`); }
    });
    tab.on("console", (message) => found.push(`console: ${message.text()}`));
    tab.on("pageerror", (error) => found.push(`error: ${error.message}`));
    await tab.goto(pathToFileURL(page).href);
    await tab.evaluate(() => document.querySelectorAll("details").forEach((d) => { d.open = true; }));
    const wide = await tab.evaluate(() => document.documentElement.scrollWidth);
    if (wide > width) { found.push(`${scheme} ${width}: the page is ${wide} pixels wide`); }
    await tab.addScriptTag({ content: axe });
    const { violations } = await tab.evaluate(() => window.axe.run(document));
    for (const { id, help, nodes } of violations) {
      found.push(`${scheme} ${width}: ${id}: ${help}: ${nodes.slice(0, 3).map((n) => n.html)}`);
    }
    const name = `${basename(page, ".html")}-${scheme}-${width}.png`;
    await tab.screenshot({ path: `${pictures}/${name}`, fullPage: true });
    await context.close();
  }
}
// The page's own policy lets its own script run, and it sorts.
const tab = await (await browser.newContext()).newPage();
tab.on("console", (message) => found.push(`console: ${message.text()}`));
await tab.goto(pathToFileURL(page).href);
const button = tab.locator("table.sortable thead button").first();
if (await button.count()) {
  await button.click();
  const sorted = await button.evaluate((node) => node.parentElement.getAttribute("aria-sort"));
  if (sorted !== "ascending") { found.push("a table cannot be sorted"); }
}
const slider = tab.locator("form.sliders input").first();
if (await slider.count()) {
  const figures = () => tab.locator("form.sliders + .grid tbody").innerText();
  const before = await figures();
  await slider.press("ArrowRight");
  if (await figures() === before) { found.push("a slider changes nothing"); }
}
if (top) {
  const context = await browser.newContext({
    viewport: { width: 820, height: 980 }, colorScheme: "light",
  });
  const first = await context.newPage();
  await first.goto(pathToFileURL(page).href);
  await first.screenshot({ path: top });
}
await browser.close();
for (const line of new Set(found)) { console.log(`${basename(page)}: ${line}`); }
process.exitCode = found.length ? 1 : 0;
