// Opens an HTML report in headless Chromium, uses it as a person would, and prints what is wrong.
// node check.mjs REPORT.html [FOLDER FOR PICTURES]; exit code 1 where something is.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const require = createRequire(`${process.env.BROWSER_TOOLS ?? process.cwd()}/`);
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf-8");
const [, , file, pictures] = process.argv;
const address = pathToFileURL(file).href;
const wrong = [];
const expect = (what, holds) => { if (!holds) wrong.push(what); };
const SIZES = { desk: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } };

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});

async function open(size, scheme, options = {}) {
  const context = await browser.newContext({
    viewport: SIZES[size], colorScheme: scheme, hasTouch: size === "phone", reducedMotion: "reduce", ...options,
  });
  const page = await context.newPage();
  page.on("console", (message) => { if (message.type() !== "log") wrong.push(`console: ${message.text()}`); });
  page.on("pageerror", (error) => wrong.push(`script: ${error}`));
  page.on("request", (request) => {
    if (request.url() !== address && !request.url().startsWith("data:")) wrong.push(`asked for ${request.url()}`);
  });
  await page.goto(address);
  await page.waitForTimeout(200);
  return page;
}

async function picture(page, name) {
  if (pictures) await page.screenshot({ path: `${pictures}/${name}.png` });
}

const count = (page, selector) => page.locator(selector).count();
const told = (page) => page.locator("#chosen").innerText();

async function accessible(size, scheme) {
  const page = await open(size, scheme, { bypassCSP: true });
  for (const state of ["texts", "panel", "list", "help"]) {
    if (state === "panel") await page.keyboard.press("n");
    if (state === "list") await page.keyboard.press("v");
    if (state === "help") await page.keyboard.press("?");
    await page.waitForTimeout(200);
    await picture(page, `${size}-${scheme}-${state}`);
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => globalThis.axe.run());
    for (const found of violations.filter(({ impact }) => ["serious", "critical"].includes(impact))) {
      wrong.push(`axe, ${size} ${scheme} ${state}: ${found.id}: ${found.nodes[0].html.slice(0, 160)}`);
    }
  }
  await page.context().close();
}

async function atTheDesk() {
  const page = await open("desk", "light");
  expect("the panel is empty at first", (await told(page)).includes("Point at"));
  if (await count(page, ".pair")) {
    expect("connections are drawn", (await count(page, ".ribbon, .stub")) > 0);
    const claim = page.locator("#text-a .claim:not(.only)").first();
    await claim.hover();
    expect("pointing shows the reason", (await count(page, "#chosen .reasons li")) > 0);
    await page.mouse.move(2, 2);
    expect("pointing away lets go", (await told(page)).includes("Point at"));
    await claim.click();
    expect("a click marks the claims on both sides",
      (await count(page, "#text-a .claim.on")) > 0 && (await count(page, "#text-b .claim.on")) > 0);
    await page.keyboard.press("Escape");
    expect("Escape lets go", (await count(page, ".claim.on")) === 0);
    const seen = new Set();
    for (let turn = 0; turn < Math.min(await count(page, ".pair[id]"), 40); turn += 1) {
      await page.keyboard.press("n");
      seen.add(await page.locator("#chosen .id").innerText());
    }
    expect("n goes through the pairs", seen.size === Math.min(await count(page, ".pair[id]"), 40));
    const last = await page.locator("#chosen .id").innerText();
    await page.keyboard.press("n");
    await page.keyboard.press("p");
    expect("p goes back", (await page.locator("#chosen .id").innerText()) === last);
    await page.keyboard.press("ArrowRight");
    expect("the right arrow goes to B", await page.evaluate(() => document.activeElement.closest("#text-b") !== null));
    const box = await page.locator("#text-b .claim.on").first().boundingBox();
    expect("the chosen claim is in view", box.y > 0 && box.y < SIZES.desk.height);
    await page.locator(".count").first().click();
    expect("a label can be hidden", (await count(page, `.claim.${await page.locator(".count").first().getAttribute("data-label")}:not(.off)`)) === 0);
    await page.locator(".count").first().click();
  }
  await page.keyboard.press("t");
  expect("t turns the colours", (await page.locator("html").getAttribute("data-theme")) === "dark");
  for (let turn = 0; turn < 6; turn += 1) await page.keyboard.press("Tab");
  expect("Tab moves on", await page.evaluate(() => document.activeElement !== document.body));
  await page.keyboard.press("?");
  expect("? opens the keys", await page.locator("#help").isVisible());
  await page.keyboard.press("Escape");
  expect("Escape closes the keys", !(await page.locator("#help").isVisible()));
  await page.context().close();
}

async function onThePhone() {
  const page = await open("phone", "light");
  const widths = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect("nothing is wider than the phone", widths[0] <= widths[1]);
  const claim = page.locator("#text-a .claim:not(.only)").first();
  if (await claim.count()) {
    await claim.tap();
    expect("a tap opens the panel", await page.locator("#panel").isVisible());
    await page.locator("#next").tap();
    await picture(page, "phone-next");
    await page.locator("#close").tap();
    expect("the panel closes", !(await page.locator("#panel").isVisible()));
  }
  await page.context().close();
}

async function withoutScript() {
  const page = await open("desk", "light", { javaScriptEnabled: false });
  await picture(page, "desk-no-script");
  expect("both texts are there", (await count(page, ".text")) === 2);
  const entries = await count(page, ".pair .reasons");
  expect("every pair has its reasons", entries === (await count(page, ".pair")));
  if (entries) {
    expect("the reasons can be read", await page.locator(".pair .reasons").first().isVisible());
    await page.locator("#text-a .claim:not(.only)").first().click();
    expect("a claim leads to its pair", new URL(page.url()).hash.startsWith("#p"));
  }
  await page.context().close();
}

async function onPaper() {
  const page = await open("desk", "dark");
  await page.keyboard.press("n");
  await page.emulateMedia({ media: "print" });
  expect("no panel on paper", !(await page.locator("#panel").isVisible()));
  expect("the list on paper", await page.locator("#pairs").isVisible());
  if (pictures) await page.pdf({ path: `${pictures}/paper.pdf`, format: "A4", preferCSSPageSize: true });
  await page.context().close();
}

for (const size of Object.keys(SIZES)) for (const scheme of ["light", "dark"]) await accessible(size, scheme);
await atTheDesk();
await onThePhone();
await withoutScript();
await onPaper();
await browser.close();
for (const line of wrong) console.log(line);
process.exit(wrong.length ? 1 : 0);
